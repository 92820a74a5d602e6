"""Ways to spoil the file of a session."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from game.session.line_format import seal

Place = tuple[Any, ...]
"""The keys and positions that lead to a value."""

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-3, 30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=6)
)


@contextmanager
def saved(data: bytes) -> Iterator[Path]:
    """A file with these bytes, alone in its folder."""
    folder = Path(tempfile.mkdtemp())
    try:
        path = folder / "stranger.jsonl"
        path.write_bytes(data)
        yield path
    finally:
        shutil.rmtree(folder)


def places(value: Any, path: Place = ()) -> Iterator[Place]:
    """All places in a value."""
    yield path
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, inner in items:
            yield from places(inner, (*path, key))


def value_at(raws: Any, path: Place) -> Any:
    """What stands in a place."""
    return reduce(getitem, path, raws)


def spoil(raws: Any, path: Place, value: Any) -> None:
    """Put a value in a place, if that is still there."""
    try:
        value_at(raws, path[:-1])[path[-1]] = value
    except (KeyError, IndexError, TypeError):
        return  # an earlier change took this place away


def sealed(raws: list[Any]) -> bytes:
    """The file of these lines, whose checks are right."""
    for raw in raws:
        raw.pop("check", None)
    try:
        return b"".join(map(seal, raws))
    except UnicodeEncodeError:  # half a character cannot stand in a file at all
        return b""
