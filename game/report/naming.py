"""Who is called what in a report: roles by default, no name of a person once names are hidden.

A log is written anew with roles in place of players' names before anything is made of it, so that
every sentence told about it, however deep down, is told of roles.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, Final, TypeVar

from game.content import Case
from game.engine import Seat
from game.engine.events import Begun
from game.i18n import Words
from game.session import Log

T = TypeVar("T")
Say = Callable[[str], str]

FREE: Final = frozenset({"name", "text", "note", "reason", "indicator", "unit"})
"""The fields of actions, events and entries that hold what somebody wrote."""

_KEPT: Final = "\n"
_UNSHOWN: Final = frozenset({"Cc", "Cf", "Cs", "Co"})
_JOINERS: Final = frozenset("\u200c\u200d\u00ad")
"""They hold emoji and some scripts together, and mark where a word may break."""


@dataclass(frozen=True, slots=True)
class People:
    """Who sat at the table. ``names`` are empty when they are hidden."""

    roles: tuple[str, ...]
    names: tuple[str, ...]

    def role(self, seat: int) -> str:
        """What a seat is called: its roles."""
        return self.roles[seat] if 0 <= seat < len(self.roles) else ""

    def name(self, seat: int) -> str:
        """The name of the player, for where an owner is appointed."""
        return self.names[seat] if 0 <= seat < len(self.names) else ""


def clean(text: str) -> str:
    """A text without what nobody can see and no file format takes: control characters and such."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c for c in text if c in _KEPT or not _is_unshown(c))


def _is_unshown(c: str) -> bool:
    no_letter = ord(c) & 0xFFFE == 0xFFFE or "\ufdd0" <= c <= "\ufdef"
    return no_letter or (unicodedata.category(c) in _UNSHOWN and c not in _JOINERS)


def people_of(log: Log, case: Case, t: Words, *, anonymous: bool) -> People:
    """The roles and names of a session's seats."""
    seats = _seats(log)
    roles = tuple(_role(case, t, n, seat) for n, seat in enumerate(seats))
    return People(roles, tuple("" if anonymous else clean(seat.name) for seat in seats))


def _seats(log: Log) -> tuple[Seat, ...]:
    """The seats with the roles that were dealt out, where the beginning is whole."""
    begun = next((e for e in log.begun if isinstance(e, Begun)), None)
    return begun.seats if begun is not None else log.header.seats


def _role(case: Case, t: Words, n: int, seat: Seat) -> str:
    held = [case.roles[role].name.read(t.lang) for role in seat.roles if role in case.roles]
    return " / ".join(held) if held else t("Seat {n}", n=n + 1)


# ------------------------------------------------------------------ a log told of roles
def by_roles(log: Log, people: People, *, anonymous: bool) -> Log:
    """The log with roles where players' names stood, and with nothing that cannot be shown.

    Names also leave what was written (cards, notes, reasons) when they are to be hidden.
    """
    say = _hiding([seat.name for seat in _seats(log)], people.roles) if anonymous else clean
    told = Log(
        log.path,
        replace(log.header, seats=_with_roles(log.header.seats, people)),
        tuple(_begun(_said(event, say), people) for event in log.begun),
        log.digest,
        troubles=list(log.troubles),
    )
    for record in log.records:
        told.add(_said(record, say))
    return told


def _begun(event: Any, people: People) -> Any:
    if isinstance(event, Begun):
        return replace(event, seats=_with_roles(event.seats, people))
    return event


def _with_roles(seats: Sequence[Seat], people: People) -> tuple[Seat, ...]:
    return tuple(Seat(people.role(n), seat.roles) for n, seat in enumerate(seats))


def _hiding(names: Sequence[str], roles: Sequence[str]) -> Say:
    """Puts a seat's role where its player is named, by the whole name or one of its words."""
    told: dict[str, str] = {}
    for name, role in zip(names, roles, strict=False):
        for part in _ways_to_call(clean(name).strip()):
            told.setdefault(part, role)
    if not told:
        return clean
    longest_first = "|".join(map(re.escape, sorted(told, key=len, reverse=True)))
    named = re.compile(rf"(?<!\w)({longest_first})(?=(?:['’]?s)?(?!\w))")  # "Anes idé" too
    return lambda text: named.sub(lambda found: told[found[0]], clean(text))


def _ways_to_call(name: str) -> list[str]:
    """A name, its words, and the parts of a double name, as they may be written in a note."""
    words = re.findall(r"[^\W\d_][\w'’-]+", name) + re.findall(r"[^\W\d_]\w+", name)
    ways = [way for part in (name, *words) for way in (part, part.capitalize(), part.upper())]
    return [way for way in dict.fromkeys(ways) if way]


def _said(value: T, say: Say) -> T:
    """A record, and all records in it, with what somebody wrote said anew."""
    if isinstance(value, tuple):
        items: Any = tuple([_said(item, say) for item in value])
        return items if any(a is not b for a, b in zip(items, value, strict=True)) else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    free, deep = _parts(type(value))
    for name in free:
        text = getattr(value, name)
        if isinstance(text, str) and (told := say(text)) != text:
            changed[name] = told
    for name in deep:
        part = getattr(value, name)
        if (told := _said(part, say)) is not part:
            changed[name] = told
    return replace(value, **changed) if changed else value


@cache
def _parts(cls: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields of a record that hold free text, and those that may hold further records."""
    names = [f.name for f in fields(cls)]
    return tuple(n for n in names if n in FREE), tuple(n for n in names if n not in FREE)
