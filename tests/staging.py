"""Real games brought to where somebody wants to look at them."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

from game.bots import Bot, bot
from game.content import Case, load
from game.engine import TRACKS, Action, Refusal, Seat, State, apply, legal, observe, result
from game.engine import actions as act
from game.engine.events import Verdict
from game.resources import SCENARIOS
from game.session import Session

NAMES = ("Ane", "Bo", "Cecilie", "Dorthe", "Erik", "Fatima", "Gorm", "Henriette-Marie")
Wish = Callable[[State, random.Random], Action]


@cache
def case() -> Case:
    """The case that all pictures are of."""
    return load(SCENARIOS / "koebenhavn-pas.toml")


def seats(count: int) -> list[Seat]:
    """Players with names and the case's first roles."""
    return [Seat(name, ()) for name in NAMES[:count]]


def begin(folder: Path, count: int, seed: int) -> Session[Case]:
    """A new game."""
    return Session.create(case(), seats(count), seed, folder)


def by(player: Bot | str) -> Wish:
    """What a bot wants; it sees the table only, and goes on where there is nothing to decide."""
    wish = bot(player) if isinstance(player, str) else player

    def want(state: State, chance: random.Random) -> Action:
        if state.step in ("check", "opening"):
            return act.Proceed()
        return wish(observe(state), chance)

    return want


def play(
    session: Session[Case], wish: Wish, until: Callable[[State], bool], seed: int = 1
) -> Session[Case]:
    """Play on until a state is reached (or the game is over)."""
    chance = random.Random(seed)
    while not session.state.over and not until(session.state):
        done = session.do(wish(session.state, chance))
        assert not isinstance(done, Refusal), done
    return session


# ------------------------------------------------------------------ special tables
def filling(state: State, chance: random.Random) -> Action:
    """Fills the table: every card that may be placed is placed, then all is carried out."""
    if state.step in ("check", "opening"):
        return act.Proceed()
    if own := _idea_of_their_own(state):
        return own
    options = legal(state)
    wanted: tuple[type[Action], ...] = (
        act.Choose,
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
    for what, by_ in (("capacity", 60), ("trust", 5)):
        session.do(act.Correct(what, by_, "So that the table can be filled"))  # type: ignore[arg-type]
    return play(session, filling, lambda s: s.round == 7 and s.step == "turn" and not s.waiting)


@cache
def seed_for(verdict: Verdict) -> tuple[str, int]:
    """A bot and a seed whose game ends with this verdict."""
    for name in ("method", "economist", "method-without-risks", "rush", "random"):
        for seed in range(40):
            if _ends(name, seed) == verdict:
                return name, seed
    raise LookupError(f"no game ends with {verdict}")


@cache
def _ends(name: str, seed: int) -> Verdict:
    from game.engine import start

    state, wish, chance = start(case().setup, seats(4), seed).state, by(name), random.Random(1)
    while not state.over:
        done = apply(state, wish(state, chance))
        assert not isinstance(done, Refusal)
        state = done.state
    return result(state).verdict


def ended(folder: Path, verdict: Verdict) -> Session[Case]:
    """A whole game that ends with a verdict."""
    name, seed = seed_for(verdict)
    return play(begin(folder, 4, seed), by(name), lambda s: False)
