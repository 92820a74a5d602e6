"""Says on the screen when the case of a saved game is no longer the one that is there."""

from __future__ import annotations

from game.content.since import change_since
from game.gui.screen import ScreenHost
from game.session import Header
from game.wording.changed import changed_line


def tell_change(app: ScreenHost, header: Header) -> None:
    """Show in one line which version was played and which is there now; of a nameless game not."""
    if header.anonymised:
        return
    if change := change_since(header.scenario, header.scenario_file):
        app.toast(changed_line(app.t, change), seconds=12)
