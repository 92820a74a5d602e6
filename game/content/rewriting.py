"""Writes the file of a case anew, all or nothing, and keeps it as it was beside it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

_MOST_COPIES: Final = 1000


def rewrite(path: Path, old: bytes, new: bytes) -> Path:
    """Write a file anew; the path of the copy of what was in it. Raises :class:`OSError`."""
    copy = _copy(path, old)
    place = path.resolve()
    part = place.with_name(f"{place.name}.part")
    try:
        part.write_bytes(new)
        part.replace(place)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    return copy


def _copy(path: Path, content: bytes) -> Path:
    """Keep the content of a file under a name that nothing has yet."""
    for n in range(1, _MOST_COPIES):
        copy = path.with_name(f"{path.name}.bak{n if n > 1 else ''}")
        with suppress(FileExistsError), copy.open("xb") as file:
            file.write(content)
            return copy
    raise FileExistsError(path)
