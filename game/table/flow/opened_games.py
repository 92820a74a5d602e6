"""Says of a saved game that was opened which file is written to, and whether its case changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from game.content.since import change_since
from game.gui.screen import ScreenHost
from game.i18n import Words
from game.session import Log
from game.session.error_texts import REMARKS
from game.table.flow.keeping import told_file
from game.wording.changed import changed_line

_MENDED: Final = ("torn", "corrected", "spare", "case_found")
"""Damage that a game goes on from, or can be looked at with, as if nothing had been."""


def tell_opened(app: ScreenHost, path: Path, folder: Path, log: Log) -> None:
    """Show where the file of a game lies, unless that is in ``folder`` with the others; what was
    damaged in it; and which version of its case was played and is there now, if it is another; of a
    nameless game not."""
    header, lines = log.header, [told_file(app.t, path, folder, log)]
    if log.stays != "mended":  # else that is what the line says
        lines += _damage(app.t, log)
    if not header.anonymised and (change := change_since(header.scenario, header.scenario_file)):
        lines.append(changed_line(app.t, change))
    if text := "\n".join(filter(None, lines)):
        app.toast(text)


def _damage(t: Words, log: Log) -> Iterator[str]:
    """What was damaged and is mended or left out, and where the game goes on for that."""
    told = {trouble.code: t(REMARKS[trouble.code]) for trouble in log.troubles if trouble.harmless}
    found = [told[code] for code in _MENDED if code in told]
    yield from found
    if found and log.header.origin is not None:
        yield t("All that is added is written into {file}.", file=log.path.name)
