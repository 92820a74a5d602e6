"""Who looks at what: all that a page is made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from game.content.case import Case
from game.engine import State, observe
from game.i18n import Words
from game.phones.room import Member, Room
from game.phones.tables import RegisterQuestion, TalkPage
from game.session import Log
from game.wording.case_names import CaseNames


@dataclass(frozen=True)
class Looking:
    """Somebody in the room who looks at a page of the game.

    ``t`` speaks the language of the phone; ``last_line`` says what was last done at the table, and
    ``seconds_left`` how long everybody still writes. ``talk`` is the page of the debrief that all
    look at, ``questions`` are those of the register about what the seat owns.
    """

    game: State
    log: Log
    case: Case
    room: Room
    member: Member
    t: Words
    last_line: str = ""
    seconds_left: int | None = None
    talk: TalkPage | None = None
    questions: Sequence[RegisterQuestion] = ()

    @property
    def seat(self) -> int | None:
        """The seat that looks, if it still has one at this table."""
        seat = self.member.seat
        return seat if seat is not None and seat < len(self.game.seats) else None

    @cached_property
    def state(self) -> State:
        """The game as the seat may know it."""
        return observe(self.game, self.seat)

    def player(self, seat: int) -> str:
        """Who sits at a seat; with the role where two have the same name."""
        return self.names.player(self.game.seats, seat)

    @cached_property
    def names(self) -> CaseNames:
        """The names of the case in the language of the phone."""
        return CaseNames(self.t, self.case)
