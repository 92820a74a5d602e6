"""Writes the file of a case anew, all or nothing, and keeps it as it was beside it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from game.paths import beginning, beside, is_file
from game.writing import write, write_new

MOST_COPIES: Final = 20
"""How many copies lie beside a case at most; a new one takes the place of the oldest then."""


def rewrite(path: Path, old: bytes, new: bytes) -> Path:
    """Write a file anew; the path of the copy of what was in it. Raises :class:`OSError`."""
    copy = _copy(path, old)
    write(path, new)
    return copy


def _copy(path: Path, content: bytes) -> Path:
    """Keep the content of a file beside it, where no copy has it already.

    The first copy is never written over: it is the author's original, or another program's.
    """
    first, *others = (beside(path, f".bak{n if n > 1 else ''}") for n in range(1, MOST_COPIES + 1))
    for copy in (first, *others):
        with suppress(FileExistsError):
            write_new(copy, content)
            return copy
        if is_file(copy) and beginning(copy, len(content) + 1) == content:
            return copy
    oldest = min(others, key=lambda copy: copy.stat().st_mtime_ns)
    write(oldest, content)
    return oldest
