"""A table to play tests at: small cases, wanted dice, and a game driven by public actions only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

from game.engine import (
    Aim,
    Applied,
    Benefit,
    BenefitCard,
    Event,
    EventCard,
    Idea,
    IdeaCard,
    Refusal,
    Result,
    RiskCard,
    Role,
    Rules,
    Seat,
    Setup,
    State,
    apply,
    check,
    digest,
    evolve,
    legal,
    result,
    start,
)
from game.engine import actions as act
from game.engine import events as ev
from game.engine.chance import die
from game.engine.setup import INDEX, TRACKS

E = TypeVar("E")

TRACK_OF = {"c": "citizen", "p": "process", "e": "economy", "m": "employee"}
"""One letter a track: citizen, process, economy, medarbejder (employee)."""

TEN = {"actions": 10, "actions_many_seats": 9}
AT_HOME = Role("anybody", "sponsor", Aim("proven_at_least", 0), home=TRACKS)
"""A role that owns a benefit on any track well, and asks for nothing."""


# ------------------------------------------------------------------ small cases
def idea(id: str, track: str = "citizen", **more: Any) -> IdeaCard:
    """An idea that moves its main track by 4 unless told otherwise; effects as {track: points}."""
    effects: Mapping[str, int] = more.pop("effects", {track: 4})
    more.setdefault("kind", "service")
    ranges = {t: (points, points) for t, points in effects.items()}
    return IdeaCard(id, track, effects=ranges, **more)


def risk(id: str, track: str = "citizen", about: str = "a", **more: Any) -> RiskCard:
    """A risk card printed with the ideas in ``about``, one letter each."""
    return RiskCard(id, track, about=tuple(about), **more)


def role(ability: str, aim: Aim | None = None) -> Role:
    """A role named by its ability."""
    return Role(ability, ability, aim or Aim("proven_at_least", 1))


def case(*ideas: IdeaCard, **more: Any) -> Setup:
    """A case of these ideas (one called "a" if none) and one benefit card a track, c p e m.

    One seat can own everything, unless there are other ``roles``. There are ten actions a round,
    whatever the rules have been tuned to.
    """
    cards = tuple(BenefitCard(letter, track) for letter, track in TRACK_OF.items())
    parts: dict[str, Any] = {"benefits": cards, "risks": (), "events": (), "roles": (AT_HOME,)}
    numbers = TEN | {k: more.pop(k) for k in list(more) if k in Rules.__dataclass_fields__}
    parts |= {k: tuple(v) if isinstance(v, list) else v for k, v in more.items()}
    return Setup("case", ideas or (idea("a"),), rules=Rules(**numbers), **parts)


def event(*options: Any) -> EventCard:
    """An event with these options."""
    return EventCard("event", tuple(options))


# ------------------------------------------------------------------ wanted dice
@lru_cache(1000)
def seed_for(*dice: int) -> int:
    """The first seed whose session throws these dice first."""
    seed = 0
    while any(die(seed, n) != wanted for n, wanted in enumerate(dice)):
        seed += 1
    return seed


# ------------------------------------------------------------------ a game
class Table:
    """A game in play. One seat by default, so that every card is in its hand."""

    def __init__(
        self,
        setup: Setup | None = None,
        *,
        seats: int | Iterable[Seat] = 1,
        seed: int = 1,
        dice: tuple[int, ...] = (),
    ) -> None:
        if isinstance(seats, int):
            seats = [Seat(f"seat {n}", ()) for n in range(seats)]
        began = start(setup or case(), tuple(seats), seed_for(*dice) if dice else seed)
        self.state: State = began.state
        self.last: tuple[Event, ...] = began.events
        self.log: list[Event] = list(began.events)

    # ---------------------------------------------------------------- acting
    def do(self, *actions: Any) -> Table:
        """Do actions that must be accepted; folding their events must give the same state."""
        for action in actions:
            before = self.state
            applied = apply(before, action)
            assert isinstance(applied, Applied), f"{action} was refused: {applied}"
            folded = before
            for e in applied.events:
                folded = evolve(folded, e)
            assert folded == applied.state
            assert digest(folded) == digest(applied.state)
            self.state, self.last = applied.state, applied.events
            self.log += applied.events
        return self

    def refused(self, action: Any) -> str:
        """The code with which an action is refused; the state stays as it was."""
        before = digest(self.state)
        refusal = apply(self.state, action)
        assert isinstance(refusal, Refusal), f"{action} was accepted: {refusal}"
        assert digest(self.state) == before
        return refusal.code

    def allows(self, action: Any) -> bool:
        """Whether an action is among the legal ones."""
        return action in legal(self.state)

    def may(self, action: Any) -> bool:
        """Whether the rules allow an action, one with the group's own words too."""
        return check(self.state, action) is None

    # ---------------------------------------------------------------- short ways to say it
    @property
    def seat(self) -> int:
        """The seat whose turn it is."""
        return self.state.turn

    def place(self, card: str, estimate: int = 4) -> Table:
        """The seat in turn places an idea."""
        return self.do(act.PlaceIdea(self.seat, card, estimate))

    def claim(self, card: str, idea: str = "a", estimate: int = 2) -> Table:
        """The seat in turn places a benefit card (c, p, e or m)."""
        return self.do(act.PlaceBenefit(self.seat, card, idea, estimate))

    def name(self, risk: str, idea: str = "a") -> Table:
        """The seat in turn places a risk card."""
        return self.do(act.PlaceRisk(self.seat, risk, idea))

    def anchor(self, track: str = "citizen", idea: str = "a", owner: int | None = None) -> Table:
        """The seat in turn anchors a benefit, by default as its owner."""
        to = self.seat if owner is None else owner
        return self.do(act.Anchor(self.seat, idea, track, to))

    def mitigate(self, risk: str, idea: str = "a") -> Table:
        """The seat in turn mitigates a risk."""
        return self.do(act.Mitigate(self.seat, idea, risk))

    def downside(self, track: str, size: int = 2, idea: str = "a") -> Table:
        """The seat in turn names a downside."""
        return self.do(act.NameDownside(self.seat, idea, track, size))

    def trial(self, idea: str = "a", about: Any = "risk") -> Table:
        """The seat in turn sets a trial of an idea up."""
        return self.do(act.Trial(self.seat, idea, about))

    def tried(self, idea: str = "a", about: Any = "risk") -> Table:
        """The same, and to the turns of the next round; what is to adjust is adjusted."""
        return self.trial(idea, about).next_round()

    def implement(self, idea: str = "a") -> Table:
        """The seat in turn implements an idea."""
        return self.do(act.Implement(self.seat, idea))

    def write(self, name: str = "Own", track: str = "citizen", estimate: int = 3) -> str:
        """The seat in turn writes an idea; its id."""
        kind: Any = "service"
        self.do(act.WriteIdea(self.seat, name, track, kind, estimate))
        return self.state.ideas[-1].id

    def bolder(self) -> Table:
        """An idea is written of which so much is claimed that four empty checks ask about it."""
        id = self.write("Bold", estimate=6)
        for track in TRACKS[1:]:
            self.do(act.WriteBenefit(self.seat, "Bolder", track, id, 6))
        return self

    # ---------------------------------------------------------------- getting somewhere
    def give(self, what: str, by: int) -> Table:
        """The facilitator corrects a track, the capacity or the trust."""
        return self.do(act.Correct(what, by, "for the test"))

    def set(self, what: str, value: int) -> Table:
        """The facilitator corrects something to a value."""
        now = {"capacity": self.state.capacity, "trust": self.state.trust}.get(what)
        now = self.points(what) if now is None else now
        return self.give(what, value - now) if value != now else self

    def rest(self) -> Table:
        """Everybody passes until the reality check is due."""
        while self.state.step == "turn":
            self.do(act.Pass(self.seat))
        return self

    def reality(self) -> Table:
        """Everybody passes, and the reality check begins; it may ask about a claim."""
        return self.rest().do(act.Proceed())

    def check(self) -> Table:
        """Everybody passes, and the reality check is held; claims it asks about stand."""
        self.rest()
        told = len(self.log)
        self.do(act.Proceed())
        if self.state.step == "answer":
            self.stand()
        self.last = tuple(self.log[told:])
        return self

    def stand(self) -> Table:
        """The claim that reality asks about stands."""
        assert self.state.tested is not None
        id, track = self.state.tested
        return self.do(act.Answer(self.seat, self.benefit(track, id).estimate))

    def report(self) -> Table:
        """To the opening of the next round, where trials are reported; it may ask."""
        if self.state.step in ("turn", "check"):
            self.check()
        return self.do(act.Proceed())

    def next_round(self) -> Table:
        """To the first turn of the next round (or its event's choice).

        Ideas that trials did not prove become more mature, or their risks are looked for.
        """
        self.report()
        told = len(self.log) - len(self.last)
        while self.state.step == "adjust":
            self.do(next(a for a in legal(self.state) if a.how != "effect"))
        self.last = tuple(self.log[told:])
        return self

    def until(self, round: int) -> Table:
        """To the first turn of a round."""
        while self.state.round < round:
            self.next_round()
        return self

    def concretise(self) -> Table:
        """To the first round of concretisation, with capacity to spare."""
        return self.until(self.state.setup.rules.rounds[0] + 1).set("capacity", 20)

    def implementing(self) -> Table:
        """To the first round of implementation, with capacity to spare."""
        first, second, _ = self.state.setup.rules.rounds
        return self.until(first + second + 1).set("capacity", 20)

    def end(self) -> Table:
        """Everybody passes until the game is over."""
        while not self.state.over:
            self.next_round()
        return self

    # ---------------------------------------------------------------- looking
    def idea(self, id: str = "a") -> Idea:
        """An idea on the table."""
        found = self.state.idea(id)
        assert found is not None, f"no idea {id} on the table"
        return found

    def benefit(self, track: str = "citizen", id: str = "a") -> Benefit:
        """A claim on the table."""
        found = self.idea(id).benefit(track)
        assert found is not None, f"nothing is claimed on {track} for {id}"
        return found

    def points(self, track: str = "citizen") -> int:
        """Where a track stands."""
        return self.state.points[INDEX[track]]

    def told(self, kind: type[E]) -> list[E]:
        """The events of one kind that the last action told."""
        return [e for e in self.last if isinstance(e, kind)]

    def one(self, kind: type[E]) -> E:
        """The only event of a kind that the last action told."""
        found = self.told(kind)
        assert len(found) == 1, f"{len(found)} events {kind.__name__} in {self.last}"
        return found[0]

    def whys(self, kind: type[Any] = ev.TrustChanged) -> list[str]:
        """The reasons of the last action's changes of one kind."""
        return [e.why for e in self.told(kind)]


def with_rules(setup: Setup, **numbers: Any) -> Setup:
    """The same case with other numbers."""
    return replace(setup, rules=replace(setup.rules, **numbers))


POINTS = ("citizen", "process", "economy", "employee")


def scored(*points: int, edition: int = 2, **more: object) -> Result:
    """The result with these points on the four tracks."""
    table = Table(case(**more))
    for track, value in zip(POINTS, points, strict=True):
        table.set(track, value)
    return result(by_edition(table.state, edition))


def by_edition(state: State, edition: int) -> State:
    """A state as if it were played by a version of the rules."""
    same = state.copy()
    same.edition = edition
    return same
