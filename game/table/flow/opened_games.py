"""Says of a saved game that was opened which file is written to, and whether its case changed."""

from __future__ import annotations

from pathlib import Path

from game.content.since import change_since
from game.gui.screen import ScreenHost
from game.session import Header
from game.table.flow.keeping import told_file
from game.wording.changed import changed_line


def tell_opened(app: ScreenHost, path: Path, folder: Path, header: Header) -> None:
    """Show where the file of a game lies, unless that is in ``folder`` with the others; and which
    version of its case was played and is there now, if it is another; of a nameless game not."""
    lines = [told_file(app.t, path, folder)]
    if not header.anonymised and (change := change_since(header.scenario, header.scenario_file)):
        lines.append(changed_line(app.t, change))
    if text := "\n".join(filter(None, lines)):
        app.toast(text, seconds=12)
