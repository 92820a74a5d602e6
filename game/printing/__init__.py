"""Print and play: a case as PDF for a table without a projector, in either language.

It needs the extra ``print``; so that the command line starts fast, it is loaded by
:func:`write_kit`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from game.i18n import Words

if TYPE_CHECKING:
    from game.content import Case
    from game.printing.kit import Kit

__all__ = ["write_kit"]


def write_kit(case: Case, folder: Path, t: Words) -> Kit:
    """Print a case to a folder, which is made if necessary.

    Raises :class:`game.typeset.TypesetError` when that cannot be done, and
    :class:`game.report.ReportError` for a folder that cannot be written to, or in which a file of
    that name is not ours.
    """
    from game.printing.kit import write

    return write(case, folder, t)
