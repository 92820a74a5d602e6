"""Games to write down: a tiny case, random play, and a clock that a test can set."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from game.engine import (
    Action,
    Applied,
    Level,
    Seat,
    Setup,
    State,
    check,
    legal,
)
from game.engine import actions as act
from game.engine.examples import tiny
from game.session import (
    Session,
)

SEATS = [Seat("Ane", ("role-front_line",)), Seat("Bo", ()), Seat("Çağla Ærø", ())]


@dataclass(frozen=True)
class TinyCase:
    source: str = "# en lille case: æøå ÆØÅ\n"
    file: str = "Lille Æble.toml"
    setup: Setup = field(default_factory=tiny)

    def at(self, level: Level) -> TinyCase:
        return replace(self, setup=self.setup.at(level))


def parse(source: str, file: str) -> TinyCase:
    return TinyCase(source, file)


class Clock:
    """Half a second passes each time it is looked at."""

    def __init__(self, now: float = 1_795_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        self.now += 0.5
        return self.now


def begin(folder: Path, *, seed: int = 7, seats: Iterable[Seat] = SEATS) -> Session[TinyCase]:
    return Session.create(TinyCase(), list(seats), seed, folder, lang="da", clock=Clock())


def play(session: Session[TinyCase], decisions: int, rng: random.Random | None = None) -> None:
    """Take random decisions, few of them passes, until the game is over or there are enough."""
    rng = rng or random.Random(1)
    for _ in range(decisions):
        if session.state.over:
            return
        accept(session, wander(session.state, rng))


def wander(state: State, rng: random.Random) -> Action:
    choices = legal(state)
    busy = [a for a in choices if not isinstance(a, act.Pass | act.Rally | act.Revise)]
    return rng.choice(busy or choices)


def play_until(session: Session[TinyCase], wanted: Callable[[State], bool]) -> None:
    rng = random.Random(2)
    while not wanted(session.state):
        accept(session, wander(session.state, rng))


def accept(session: Session[TinyCase], action: Action) -> Applied:
    applied = session.do(action)
    assert isinstance(applied, Applied), applied
    return applied


def write_in_danish(session: Session[TinyCase]) -> None:
    """One of everything that can be written, in words with every kind of letter."""
    seat = session.state.turn
    accept(
        session,
        act.WriteIdea(seat, "Ældre får søvn 🙂", "citizen", "service", 2, "Rød grød\n“på” \\"),
    )
    idea = session.state.ideas[-1].id
    accept(
        session, act.WriteBenefit(session.state.turn, "Færre genindlæggelser", "economy", idea, 1)
    )
    accept(session, act.WriteRisk(session.state.turn, "Nøglen bliver væk\u2028", "employee", idea))
    accept(session, act.Correct("capacity", 3, "Byrådet gav lidt ekstra – tak!"))


def begin_in_danish(folder: Path) -> Session[TinyCase]:
    """A session with written words, an undo and a bookmark."""
    session = begin(folder)
    write_in_danish(session)
    session.undo("nej")
    session.bookmark("hér")
    return session


def anchor_in_danish(session: Session[TinyCase]) -> None:
    """Anchor some benefit with a measure in the group's own words."""
    state = session.state
    measure = act.Measure("Ventetid på svar", "døgn", 45, 20.5, 6)
    found = (
        act.Anchor(state.turn, idea.id, track, 1, measure)
        for idea in state.ideas
        for track, _ in idea.claims()
    )
    accept(session, next(a for a in found if check(state, a) is None))


WEEKS_LATER = 1_798_000_000.0
