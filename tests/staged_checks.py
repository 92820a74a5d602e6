"""Games of the passport case brought to what downsides and reality checks have to tell."""

from __future__ import annotations

from pathlib import Path

from game.content import Case
from game.engine import Action, Idea, Track, check
from game.engine import actions as act
from game.engine import events as ev
from game.session import Session
from tests import staging
from tests.onward import onward
from tests.staging import Decided, decide

CLOSING = "close_counters"
"""An idea that saves much and harms citizens and staff; it is realised in the round it begins."""
WALK = "Ældre borgere får længere at gå"
ELDERLY = "Borgere uden MitID"
RIDE = "En bil kører ud til dem, der ikke kan gå"


class Harmful:
    """A game with an idea that harms two tracks; ``seat`` has its card in its hand."""

    def __init__(self, folder: Path) -> None:
        self.session: Session[Case] = staging.begin(folder, 4, 3)
        hands = self.session.state.idea_hands
        self.seat = next(n for n, hand in enumerate(hands) if CLOSING in hand)
        self.do(act.Correct("capacity", 9, "So that nothing is lacking"))
        self.turn()
        self.do(act.PlaceIdea(self.seat, CLOSING, 6))

    @property
    def idea(self) -> Idea:
        """The harmful idea."""
        return self.session.state.require_idea(CLOSING)

    def do(self, action: Action) -> Decided:
        """Do what must be allowed."""
        return decide(self.session, action)

    def turn(self) -> None:
        """Go on until the seat has the turn, and two actions."""
        while self.session.state.turn != self.seat or self.session.state.actions < 2:
            self.do(onward(self.session.state))

    def name(self, track: Track = "citizen", size: int = 3) -> Harmful:
        """Say what it costs on a track."""
        self.turn()
        self.do(act.NameDownside(self.seat, CLOSING, track, size, WALK, ELDERLY))
        return self

    def make_amends(self, track: Track = "citizen", note: str = RIDE) -> Harmful:
        """Make up for it."""
        self.turn()
        self.do(act.MakeAmends(self.seat, CLOSING, track, note))
        return self

    def realised(self) -> Decided:
        """The reality check in which it is realised."""
        implement = act.Implement(self.seat, CLOSING)
        self.turn()
        while check(self.session.state, implement) is not None:
            self.do(act.EndPhase())
            self.turn()
        self.do(implement)
        while True:
            decided = self.do(onward(self.session.state))
            if decided.has(ev.IdeaRealised):
                return decided


def followed_up(folder: Path) -> tuple[Session[Case], Decided]:
    """The follow-up of more ideas than a reality check looks at."""
    session = staging.fullest(folder)
    while True:
        decided = decide(session, onward(session.state))
        if decided.after.over:
            return session, decided
