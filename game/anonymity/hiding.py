"""Hides names on a screen while others look on: nothing is written, and nobody is asked."""

from __future__ import annotations

from functools import cached_property

from game.anonymity.people import cast_of
from game.anonymity.replacing import NameReplacer
from game.content.case import Case
from game.content.rewording import reword_case
from game.engine import Seat, State
from game.i18n import Words
from game.session import Log
from game.wording.case_names import CaseNames


class HiddenNames:
    """Roles in place of the names of people, in one language. Call it with a text.

    A word in small letters that only looks like a name stays.
    """

    def __init__(self, case: Case, log: Log, t: Words) -> None:
        self.lang = t.lang
        self._case = case
        cast = cast_of(log, case, t)
        self._roles = cast.roles
        self._replacer = NameReplacer(cast.people, spare_small=True)

    def __call__(self, text: str) -> str:
        """The text without names."""
        return self._replacer(text)

    @cached_property
    def case(self) -> Case:
        """The case with nobody named in it, for viewing."""
        return reword_case(self._case, lambda text: self._roles.get(text) or self(text))


def seated_by_role(state: State, called: CaseNames) -> State:
    """The state with each seat's roles in place of the player's name; what was written stays."""
    by_role = state.copy()
    by_role.seats = tuple(
        Seat(called.by_roles(n, seat.roles), seat.roles) for n, seat in enumerate(state.seats)
    )
    return by_role
