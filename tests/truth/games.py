"""Whole games to try what is said on: every case, every bot, as it plays and as people play.

A lively table takes decisions back, asks for estimate poker, writes, passes, is corrected: all the
ways in which a sentence that is nearly true can come about.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from game.bots import bot
from game.content import Case, load
from game.engine import Action, Applied, Seat, State, apply, digest, legal, observe, start
from game.engine import actions as act
from game.resources import SCENARIOS
from game.session import Bookmark, Decision, Log, Undo
from tests.debrief.recorded import header
from tests.engine.random_games import seated_otherwise

CASES = tuple(sorted(path.stem for path in SCENARIOS.glob("*.toml")))
BOTS = (
    "random",
    "rush",
    "method",
    "method-without-trials",
    "method-without-anchoring",
    "method-without-risks",
    "method-without-abilities",
    "method-without-downsides",
    "method-without-tracks",
    "economist",
    "noisy-20",
    "noisy-40",
    "trick-hoarding",
    "trick-claims-of-one",
    "trick-half-claims",
    "trick-written-only",
)


@lru_cache
def case_named(name: str) -> Case:
    """A shipped case."""
    return load(SCENARIOS / f"{name}.toml")


@dataclass(frozen=True)
class Game:
    """Which game is played."""

    case: str
    bot: str
    seed: int
    seats: int
    lively: bool

    def play(self) -> Log:
        """Its log."""
        return Table(self).play()


def games(rounds: range, *, lively: bool | None = None) -> list[Game]:
    """A game of every case with every bot for each number; every other one lively, unless told.

    Each has a seed of its own, since a seed also orders the events.
    """
    return [
        Game(
            case,
            name,
            seed=1000 * number + len(BOTS) * c + b,
            seats=1 + (3 * number + b + c) % 6,
            lively=bool((number + b) % 2) if lively is None else lively,
        )
        for c, case in enumerate(CASES)
        for number in rounds
        for b, name in enumerate(BOTS)
    ]


class Table:
    """A table that plays and keeps its log."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.chance = random.Random(f"{game}")
        self.bot = bot(game.bot)
        setup = case_named(game.case).setup
        began = start(setup, [Seat(f"Player {n}", ()) for n in range(game.seats)], game.seed)
        self.states: list[State] = [began.state]
        head = header(began.state.seats, game.seed)
        self.log = Log(Path("game.jsonl"), head, began.events, digest(began.state))
        self.writes = self.chance.random() < 0.3

    @property
    def state(self) -> State:
        return self.states[-1]

    @property
    def next(self) -> int:
        return len(self.log.records) + 1

    def play(self) -> Log:
        while not self.state.over:
            assert self.do(self.choose()), self.game
            if self.game.lively and not self.state.over:
                self.interrupt()
        return self.log

    def do(self, action: Action) -> bool:
        """Do an action, if it is allowed."""
        applied = apply(self.state, action)
        if not isinstance(applied, Applied):
            return False
        n = self.next
        self.log.add(Decision(n, float(n), action, applied.events, digest(applied.state)))
        self.states.append(applied.state)
        return True

    def choose(self) -> Action:
        """What the bot does; it gives its numbers in estimate poker at random."""
        s = self.state
        if s.poker is not None:
            if s.poker.open:
                return act.CloseEstimates()
            value = self.chance.choice([*range(7), *range(7), None])
            return act.GiveEstimate(s.poker.missing[0], value)
        if s.step in ("check", "opening"):
            return act.Proceed()
        return self.bot(observe(s), self.chance)

    def interrupt(self) -> None:
        """Now and then what people do besides."""
        for share, thing in _INTERRUPTIONS:
            if self.chance.random() < share:
                thing(self)

    # ------------------------------------------------------------------ what people do besides
    def take_back(self) -> None:
        """Undo up to three decisions."""
        for _ in range(self.chance.randint(1, 3)):
            if self.log.history and self.state.step != "over":
                reason = "We saw it too late" if self.writes else None
                self.log.add(Undo(self.next, float(self.next), self.log.now, reason))
                self.states.pop()

    def say_and_take_back(self) -> None:
        """Name something at random, and take it back."""
        naming = (act.NameDownside, act.PlaceRisk, act.PlaceBenefit, act.Trial, act.Anchor)
        options = [a for a in legal(self.state) if isinstance(a, naming)]
        if options and self.do(self.chance.choice(options)):
            self.log.add(Undo(self.next, float(self.next), self.log.now, None))
            self.states.pop()

    def anything(self) -> None:
        """Whatever is allowed."""
        if self.state.step == "turn":
            self.do(self.chance.choice(legal(self.state)))

    def poll(self) -> None:
        """Estimate poker."""
        ideas = [idea.id for idea in self.state.ideas if not idea.locked]
        if self.state.step == "turn" and self.state.poker is None and ideas:
            track = self.chance.choice(("citizen", "process", "economy", "employee"))
            self.do(act.CallEstimates(self.chance.choice(ideas), track))

    def come_and_go(self) -> None:
        """Somebody comes, leaves, is back, takes a seat over, or plays another role too."""
        if not self.state.over:
            self.do(seated_otherwise(self.state, self.chance))

    def write(self) -> None:
        """A bookmark, sometimes with a word."""
        note = "Remember this" if self.writes else ""
        self.log.add(Bookmark(self.next, float(self.next), note))

    def end_the_turn(self) -> None:
        """The seat in turn passes."""
        if self.state.step == "turn":
            self.do(act.Pass(self.state.turn))

    def skip(self) -> None:
        """The facilitator skips a turn."""
        if self.state.step == "turn":
            self.do(act.SkipTurn())

    def correct(self) -> None:
        """The facilitator corrects something."""
        what = self.chance.choice(("trust", "capacity", "citizen", "economy"))
        self.do(act.Correct(what, self.chance.choice((-2, -1, 1, 2)), "It was counted wrong"))

    def cut_short(self) -> None:
        """The facilitator ends the phase."""
        if self.state.step == "turn":
            self.do(act.EndPhase())


_INTERRUPTIONS: tuple[tuple[float, Callable[[Table], None]], ...] = (
    (0.04, Table.take_back),
    (0.05, Table.say_and_take_back),
    (0.05, Table.anything),
    (0.04, Table.poll),
    (0.02, Table.come_and_go),
    (0.01, Table.write),
    (0.04, Table.end_the_turn),
    (0.01, Table.skip),
    (0.005, Table.correct),
    (0.003, Table.cut_short),
)
