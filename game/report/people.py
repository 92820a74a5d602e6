"""The names of people in a report: roles by default, and no personal names if anonymous.

Roles replace the players' names in the log before anything else is made of it, so that every
sentence of the report, wherever it is formatted, speaks of roles.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from game.content import Case
from game.engine import Seat
from game.engine.events import Begun
from game.i18n import Words
from game.session import Log
from game.session.anonymising import NameReplacer, anonymise_log
from game.wording.case_names import CaseNames

_KEPT: Final = "\n"
_BLANKS: Final = re.compile("[\t\v\f\r\x85\u2028\u2029]+")
_UNSHOWN: Final = frozenset({"Cc", "Cf", "Cs", "Co"})
_JOINERS: Final = frozenset("\u200c\u200d\u00ad")
"""They hold emoji and some scripts together, and mark where a word may break."""


@dataclass(frozen=True, slots=True)
class People:
    """The people at the table. ``names`` are empty if anonymous."""

    roles: tuple[str, ...]
    names: tuple[str, ...]

    def role(self, seat: int) -> str:
        """The name of a seat: its roles."""
        return self.roles[seat] if 0 <= seat < len(self.roles) else ""

    def name(self, seat: int) -> str:
        """The name of the player, for use where an owner is named."""
        return self.names[seat] if 0 <= seat < len(self.names) else ""


def clean(text: str) -> str:
    """A text without invisible characters, such as controls, that file formats reject."""
    if text.isascii() and text.isprintable():
        return text
    text = _BLANKS.sub(" ", text)
    return "".join(c for c in text if c in _KEPT or not _is_unshown(c))


def _is_unshown(c: str) -> bool:
    no_letter = ord(c) & 0xFFFE == 0xFFFE or "\ufdd0" <= c <= "\ufdef"
    return no_letter or (unicodedata.category(c) in _UNSHOWN and c not in _JOINERS)


def seat_people(log: Log, case: Case, t: Words, *, anonymous: bool) -> People:
    """The roles and names of a session's seats."""
    seats = _seats(log)
    called = CaseNames(t, case)
    roles = tuple(called.by_roles(n, seat.roles) for n, seat in enumerate(seats))
    return People(roles, tuple("" if anonymous else clean(seat.name) for seat in seats))


def _seats(log: Log) -> tuple[Seat, ...]:
    """The seats with the roles that were dealt out, where the beginning is whole."""
    begun = next((e for e in log.begun if isinstance(e, Begun)), None)
    return begun.seats if begun is not None else log.header.seats


def log_by_roles(log: Log, people: People, *, anonymous: bool) -> Log:
    """The log with roles in place of players' names, and without invisible characters.

    Names also leave what was written (cards, notes, reasons) when they are to be hidden. Raises
    :class:`ValueError` where the file names other seats than it began with.
    """
    if not anonymous:
        return anonymise_log(log, clean, people.roles)
    hiding = NameReplacer([clean(seat.name) for seat in log.header.seats], people.roles)
    return anonymise_log(log, lambda text: hiding(clean(text)), people.roles)
