"""Sessions as a newer version of the program would write them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from game.content import parse
from game.engine import RULES_VERSION
from game.frozen import frozen
from game.session import Decision, Session, read
from game.session.line_format import seal
from game.session.reading import read_lines
from game.session.records import progress_of, raw_record
from tests.session.lines import raws, rewrite, write

NEWER_RULES = RULES_VERSION + 1


@frozen
class FromTheFuture:
    """An action of a newer version."""

    seat: int


@frozen
class CameFromTheFuture:
    """An event of a newer version."""

    trust: int


def from_the_future(path: Path) -> None:
    """Add a decision as the newer program writes it: by the same code, with its own records."""
    action: Any = FromTheFuture(0)
    events: Any = (CameFromTheFuture(1),)
    decision = read(path).history[-1]
    n = len(read(path).records) + 1
    append(path, replace(decision, n=n, action=action, events=events))


def append(path: Path, decision: Decision) -> None:
    """Add a line for a decision, after which the game stands as before."""
    standing = progress_of(read_lines(path).good[-1].raw)
    with path.open("ab") as file:
        file.write(seal(raw_record(decision, standing), path.read_bytes().splitlines()[-1]))


def _last(path: Path, change: Callable[[Any], None]) -> None:
    """Change the last decision, and forget what was written after it."""
    number = max(n for n, r in enumerate(read(path).records, 2) if isinstance(r, Decision))
    write(path, raws(path)[:number])
    rewrite(path, number, change)


def another_event(path: Path) -> None:
    """A known action of which something unknown comes."""
    _last(path, lambda raw: raw["events"].append({"type": "CameFromTheFuture", "trust": 1}))


def another_field(path: Path) -> None:
    _last(path, lambda raw: raw["do"].update(mood="happy"))


def another_word(path: Path) -> None:
    _last(path, lambda raw: raw["events"].append(_income("lottery")))


def _income(why: str) -> dict[str, object]:
    return {"type": "CapacityChanged", "by": 1, "why": why}


def another_entry(path: Path) -> None:
    """A kind of entry that is not known here."""

    def change(raw: Any) -> None:
        for key in ("do", "events", "digest"):
            del raw[key]
        raw["photo"] = "board.jpg"

    _last(path, change)


def another_standing(path: Path) -> None:
    """A verdict that is not known here, told by the last line."""
    _last(path, lambda raw: raw.update(verdict="beyond"))


LINES = {
    "FromTheFuture": from_the_future,
    "CameFromTheFuture": another_event,
    "mood": another_field,
    "lottery": another_word,
    "photo": another_entry,
}
"""What makes the last line of a session one of a newer version, by the name that is not known."""


def newer_rules(path: Path) -> None:
    """The whole game was played by newer rules."""
    rewrite(path, 1, lambda raw: raw.update(rules=NEWER_RULES))


def resumed(path: Path) -> None:
    """An older program's game, which a newer one went on with."""
    with Session.resume(path, parse):
        pass
    rewrite(path, len(read_lines(path).good), lambda raw: raw.update(rules=NEWER_RULES))
    from_the_future(path)


def newer_format(path: Path) -> None:
    """The file has a format that is not known here."""
    rewrite(path, 1, lambda raw: raw.update(format=99))
