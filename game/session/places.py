"""Where sessions are kept, what they are called, and a quick look at those that are there."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from game.session.codec import CodecError
from game.session.lines import unseal
from game.session.records import Header, header_of
from game.session.upcasts import FORMAT, lift

_TAIL: Final = 1 << 16
_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def fallbacks() -> list[Path]:
    """Where a session goes when its folder cannot be written to, the best place first."""
    import platformdirs

    return [
        Path(platformdirs.user_documents_dir()) / "Gevinstbordet",
        Path(tempfile.gettempdir()) / "gevinstbordet",
    ]


def name_for(scenario_file: str, created: float) -> str:
    """A session's name without its ending: ``2026-11-21-koebenhavn-pas-1430``, local time."""
    stem = Path(scenario_file).stem.lower().translate(_LETTERS)
    stem = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")[:40] or "session"
    time = datetime.fromtimestamp(created)
    return f"{time:%Y-%m-%d}-{stem}-{time:%H%M}"


@dataclass(frozen=True, slots=True)
class Glance:
    """What the start screen says of a session: read from its first and its last line only.

    ``saved`` is when it was last written to, in seconds since 1970; ``at`` how many seconds after
    its creation its last entry was made.
    """

    path: Path
    header: Header
    saved: float
    at: float
    round: int
    over: bool


def glance(path: Path) -> Glance | None:
    """A quick look at a session; ``None`` when it is none, or is damaged where we look."""
    with suppress(OSError, CodecError, LookupError, TypeError, ValueError):
        with path.open("rb") as file:
            first = file.readline().rstrip(b"\r\n")
            file.seek(max(0, file.seek(0, 2) - _TAIL))
            tail = file.read()
        raw = unseal(first)
        format = raw["format"]
        if raw["gevinstbordet"] == "session" and 0 <= format <= FORMAT:
            header = header_of(lift(raw, format))
            last = _last(tail, format) or raw
            over = last["step"] == "over"
            saved = path.stat().st_mtime
            return Glance(path, header, saved, float(last.get("at", 0)), int(last["round"]), over)
    return None


def _last(tail: bytes, format: int) -> dict[str, Any] | None:
    """The last whole entry in the end of a file."""
    for text in reversed(tail.split(b"\n")):
        with suppress(CodecError):
            raw = unseal(text.removesuffix(b"\r"))
            return None if "gevinstbordet" in raw else lift(raw, format)
    return None


def sessions(folder: Path) -> Iterator[Glance]:
    """The sessions in a folder, the last one written to first, each looked at when asked for."""
    for path in _newest_first(folder):
        seen = glance(path)
        if seen is not None:
            yield seen


def unfinished(folder: Path) -> Iterator[Glance]:
    """The sessions that a group might want to continue, the last one written to first.

    Looks through the twenty latest at most, so that a full folder costs the start screen nothing.
    """
    for path in _newest_first(folder)[:20]:
        seen = glance(path)
        if seen is not None and not seen.over:
            yield seen


def _newest_first(folder: Path) -> list[Path]:
    found = []
    with suppress(OSError):
        for path in folder.glob("*.jsonl"):
            with suppress(OSError):
                found.append((path.stat().st_mtime_ns, path.name, path))
    return [path for _, _, path in sorted(found, reverse=True)]
