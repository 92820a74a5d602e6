"""The names of people in a report: roles, and a player's name only where an owner is named.

Roles replace the players' names in the log before anything else is made of it, so that every
sentence of the report, wherever it is formatted, speaks of roles. How names are taken out of what
was written: :mod:`game.anonymity`.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from game.content import Case
from game.frozen import frozen
from game.i18n import Words
from game.session import Log
from game.session.rewriting import rewrite_texts, rewritten_log
from game.session.seating import seats_at_last
from game.wording.case_names import CaseNames

_KEPT: Final = "\n"
_BLANKS: Final = re.compile("[\t\v\f\r\x85\u2028\u2029]+")
_UNSHOWN: Final = frozenset({"Cc", "Cf", "Cs", "Co"})
_JOINERS: Final = frozenset("\u200c\u200d\u00ad")
"""They hold emoji and some scripts together, and mark where a word may break."""


@frozen
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


def seat_people(log: Log, case: Case, t: Words, *, anonymous: bool = False) -> People:
    """The roles and names of a session's seats; no names if ``anonymous``."""
    seats = seats_at_last(log)
    called = CaseNames(t, case)
    roles = tuple(called.by_roles(n, seat.roles) for n, seat in enumerate(seats))
    return People(roles, tuple("" if anonymous else clean(seat.name) for seat in seats))


def log_by_roles(log: Log, people: People) -> Log:
    """The log with roles in place of players' names, and without invisible characters.

    Raises :class:`ValueError` where the file names other seats than it began with.
    """
    return rewritten_log(log, people.roles, lambda record: rewrite_texts(record, clean))
