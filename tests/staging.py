"""Real games of the passport case, brought to where somebody wants to look at them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from game.bots import Bot, bot
from game.content import Case, load
from game.engine import (
    TRACKS,
    Action,
    Applied,
    Event,
    Seat,
    State,
    apply,
    check,
    legal,
    observe,
    result,
    start,
)
from game.engine import actions as act
from game.engine.actions import TrialQuestion
from game.engine.events import Verdict
from game.resources import SCENARIOS
from game.session import Session
from game.table.parts.folded_events import FoldedEvent, fold_events

NAMES = ("Ane", "Bo", "Cecilie", "Dorthe", "Erik", "Fatima", "Gorm", "Henriette-Marie")
Wish = Callable[[State, random.Random], Action]


@cache
def case(name: str = "koebenhavn-pas") -> Case:
    """The case that the games are of, or another one with other modules."""
    return load(SCENARIOS / f"{name}.toml")


def seats(count: int, roles: Sequence[str] = ()) -> list[Seat]:
    """Players with names; ``roles`` are those of the first seats, the others get what is left."""
    wanted = [(role,) for role in roles] + [()] * count
    return [Seat(name, wanted[n]) for n, name in enumerate(NAMES[:count])]


def begin(
    folder: Path, count: int, seed: int, roles: Sequence[str] = (), of: Case | None = None
) -> Session[Case]:
    """A new game."""
    return Session.create(of or case(), seats(count, roles), seed, folder)


@dataclass(frozen=True)
class Decided:
    """One decision: the state before it, and what came of it."""

    before: State
    moments: tuple[FoldedEvent, ...]

    @property
    def after(self) -> State:
        """The state that it led to."""
        return self.moments[-1].state

    def has(self, *kinds: type[Event]) -> bool:
        """Whether any of these events came of it."""
        return any(isinstance(moment.event, kinds) for moment in self.moments)


def decide(session: Session[Case], action: Action) -> Decided:
    """Do what must be allowed."""
    before = session.state
    done = session.do(action)
    assert isinstance(done, Applied), done
    return Decided(before, fold_events(before, done.events))


def by(player: Bot | str) -> Wish:
    """What a bot wants; it sees the table only, and goes on where there is nothing to decide."""
    wish = bot(player) if isinstance(player, str) else player

    def want(state: State, chance: random.Random) -> Action:
        if state.step in ("check", "opening"):
            return act.Proceed()
        return wish(observe(state), chance)

    return want


def decisions(session: Session[Case], wish: Wish, seed: int = 1) -> Iterator[Decided]:
    """Play on until the game is over, decision by decision."""
    chance = random.Random(seed)
    while not session.state.over:
        yield decide(session, wish(session.state, chance))


def play(session: Session[Case], wish: Wish, until: Callable[[State], bool]) -> Session[Case]:
    """Play on until a state is reached (or the game is over)."""
    if not until(session.state):
        next((d for d in decisions(session, wish) if until(session.state)), None)
    return session


def whole_game(
    folder: Path, name: str, seed: int, count: int = 4
) -> tuple[Session[Case], list[Decided]]:
    """A whole game by a bot, and every decision in it."""
    session = begin(folder, count, seed)
    return session, list(decisions(session, by(name), seed))


# ------------------------------------------------------------------ special tables
def trying(about: TrialQuestion | None = None, *, at_once: int = 1) -> Wish:
    """The methodical group, but with trials of one question, as many at once as is said.

    Without a question each trial asks about the idea's main track. The adjustments that a trial
    which did not work asks for are taken in turn.
    """
    method, ways = by("method-without-trials"), itertools.cycle(("maturity", "effect", "risk"))

    def want(state: State, chance: random.Random) -> Action:
        running = sum(idea.trial is not None for idea in state.ideas)
        if state.step == "adjust":
            options = [a for a in legal(state) if isinstance(a, act.Adjust)]
            way = next(ways)
            return next((a for a in options if a.how == way), options[0])
        if state.step == "turn" and running < at_once:
            for idea in state.ideas:
                words = "Én skranke om tirsdagen", "Vi tæller, hvem der kommer igen"
                trial = act.Trial(state.turn, idea.id, about or idea.card.track, *words)
                if check(state, trial) is None:
                    return trial
        return method(state, chance)

    return want


def filling(state: State, chance: random.Random) -> Action:
    """Fills the table: every card that may be placed is placed, then all is carried out."""
    if state.step in ("check", "opening"):
        return act.Proceed()
    if own := _idea_of_their_own(state):
        return own
    options = legal(state)
    wanted: tuple[type[Action], ...] = (
        act.Choose,
        act.Adjust,
        act.Answer,
        act.UseAbility,
        act.Claim,
        act.PlaceIdea,
        act.PlaceRisk,
        act.PlaceBenefit,
        act.Implement,
        act.Trial,
        act.Anchor,
        act.Rally,
        act.Pass,
    )
    if state.phase != "ideas" and chance.random() < 0.3:
        wanted = (act.Anchor, act.Mitigate, *wanted)
    if state.phase == "implement" and state.round == 5:
        wanted = (act.Implement, *wanted)
    for kind in wanted:
        found = [a for a in options if type(a) is kind and getattr(a, "estimate", 3) in (2, 3, 4)]
        if found:
            return found[int(chance.random() * len(found))]
    raise AssertionError(f"nothing to do: {options}")


def _idea_of_their_own(state: State) -> act.WriteIdea | None:
    """Where the hands hold no idea any more, the group writes one."""
    full = state.open_ideas() >= state.setup.rules.open_ideas or state.placed >= 16
    if state.step != "turn" or full or state.idea_hands[state.turn]:
        return None
    name = f"Idé {state.placed + 1}: spørg dem, der står i køen"
    return act.WriteIdea(state.turn, name, TRACKS[state.placed % 4], "service", 3)


def fullest(folder: Path) -> Session[Case]:
    """Eight seats and as much on the table as the case gives, near the end of the last round."""
    session = begin(folder, 8, 4)
    session.do(act.Correct("capacity", 60, "So that the table can be filled"))
    return play(session, trusting, lambda s: s.round == 7 and s.step == "turn" and not s.waiting)


def trusting(state: State, chance: random.Random) -> Action:
    """Fills the table, whatever that costs in trust."""
    if state.step == "turn" and state.trust < 5:
        return act.Correct("trust", 5, "So that the table can be filled")
    return filling(state, chance)


LONG = "Færre borgere møder forgæves op, fordi vi ringer til dem dagen før deres møde"
"""As long as a written name may be, or nearly."""


def crowded(folder: Path) -> Session[Case]:
    """Eight seats, and nothing realised yet: every idea is open with all its benefits and risks."""
    session = begin(folder, 8, 4)
    session.do(act.Correct("capacity", 60, "So that the table can be filled"))
    return play(session, _crowding, lambda s: s.step == "turn" and _is_crowded(s))


def _is_crowded(state: State) -> bool:
    claims = sum(1 for idea in state.ideas for _ in idea.claims())
    return claims >= 31 and sum(len(idea.risks) for idea in state.ideas) >= 12


def _crowding(state: State, chance: random.Random) -> Action:
    """Places what there is in the hands, then writes benefits and risks; carries nothing out."""
    if state.step != "turn" or state.trust < 5 or state.open_ideas() < 8:
        return trusting(state, chance)
    options = legal(state)
    wanted = (act.PlaceBenefit, act.PlaceRisk, act.Anchor)
    kinds = wanted if chance.random() < 0.5 else wanted[:2]
    placing = (a for a in options if isinstance(a, kinds) and getattr(a, "estimate", 3) == 3)
    written = (a for a in _written(state) if check(state, a) is None)
    return next(placing, None) or next(written, None) or act.Pass(state.turn)


def _written(state: State) -> Iterator[Action]:
    """A benefit for each track that an idea has none on, and up to two risks an idea."""
    for n, idea in enumerate(state.ideas):
        for track in TRACKS:
            name = LONG if n % 2 else "Kortere kø"
            yield act.WriteBenefit(state.turn, name, track, idea.id, 3)
        if len(idea.risks) < 2:
            yield act.WriteRisk(state.turn, f"Risiko {n}: {LONG}"[:80], TRACKS[n % 4], idea.id)


ENDS: dict[Verdict, tuple[str, int]] = {
    "stopped": ("economist", 8),
    "together": ("method", 0),
    "realised": ("method", 4),
    "price_paid": ("economist", 0),
    "nearly": ("method", 20),
    "on_the_way": ("method-without-trials", 18),
    "not_realised": ("economist", 22),
}
"""A bot and a seed whose game ends with a verdict; ``python -m tests.staging`` looks for them."""


def looked_for(verdict: Verdict) -> tuple[str, int]:
    """A bot and a seed whose game ends with this verdict."""
    for name in ("method", "economist", "method-without-trials", "rush", "noisy-30", "random"):
        for seed in range(40):
            if _ends(name, seed) == verdict:
                return name, seed
    raise LookupError(f"no game ends with {verdict}")


@cache
def _ends(name: str, seed: int) -> Verdict:
    state, wish, chance = start(case().setup, seats(4), seed).state, by(name), random.Random(1)
    while not state.over:
        done = apply(state, wish(state, chance))
        assert isinstance(done, Applied), done
        state = done.state
    return result(state).verdict


def ended(folder: Path, verdict: Verdict) -> Session[Case]:
    """A whole game that ends with a verdict."""
    name, seed = ENDS[verdict]
    session = play(begin(folder, 4, seed), by(name), lambda s: False)
    told = result(session.state).verdict
    assert told == verdict, f"{told}, not {verdict}: renew ENDS with python -m tests.staging"
    return session


if __name__ == "__main__":
    for each in ENDS:
        print(f'    "{each}": {looked_for(each)},')

EXAMPLE = Path(__file__).parents[1] / "docs" / "example"

SESSION = EXAMPLE / "one-door-for-building-permits.jsonl"
