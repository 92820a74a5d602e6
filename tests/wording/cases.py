"""A case with words around the engine's tiny example, and a game on it at a given moment."""

from __future__ import annotations

from collections.abc import Sequence

from game.content.case import (
    BenefitText,
    Case,
    Economy,
    EventText,
    IdeaText,
    MeasureText,
    Post,
    Prose,
    RiskText,
    RoleText,
    TrackText,
)
from game.engine import TRACKS, Action, Applied, Rules, Seat, State, apply, start
from game.engine import actions as act
from game.engine.examples import tiny
from game.engine.setup import MODULES
from game.i18n import words
from tests.onward import onward

DA, EN = words("da"), words("en")


def tiny_case(rules: Rules | None = None, longer: str = "") -> Case:
    """The tiny example, its cards named by their ids; ``longer`` is added to every name."""
    setup = tiny(rules)

    def named(id: str) -> Prose:
        return Prose(f"{id} på dansk{longer}", f"{id}{longer}")

    posts = tuple(Post(named(p.id), 2 * p.points, id=p.id) for p in setup.posts)
    measure = MeasureText(Prose("Ventetid", "Waiting time"), Prose("min", "min"), 45, 20, 6)
    return Case(
        source="",
        file="tiny.toml",
        setup=setup,
        id="tiny",
        title=named("tiny"),
        tracks={t: TrackText(named(t), Prose("min", "min"), 45, 20) for t in TRACKS},
        economy=Economy(3, Prose("mio. kr.", "DKK m"), posts=posts),
        roles={r.id: RoleText(named(r.id)) for r in setup.roles},
        ideas={c.id: IdeaText(named(c.id), Prose()) for c in setup.ideas},
        benefits={c.id: BenefitText(named(c.id), measure) for c in setup.benefits},
        risks={c.id: RiskText(named(c.id)) for c in setup.risks},
        events={
            c.id: EventText(named(c.id), Prose(), _options(len(c.options))) for c in setup.events
        },
    )


def _options(n: int) -> tuple[Prose, ...]:
    return (Prose("Vælg det ene", "Choose this"), Prose("Vælg det andet", "Choose that"))[
        : n - 1 and n
    ]


CASE = tiny_case()
MODULAR = tiny_case(Rules(modules=MODULES))
"""The same, played with every module there is."""


def begin(names: Sequence[str] = ("Ane", "Bo"), seed: int = 1, case: Case = CASE) -> State:
    """A new game."""
    return start(case.setup, [Seat(name, ()) for name in names], seed).state


def do(state: State, *actions: Action) -> State:
    """The state after actions that must be allowed."""
    for action in actions:
        applied = apply(state, action)
        assert isinstance(applied, Applied), (action, applied)
        state = applied.state
    return state


def with_idea(state: State | None = None) -> State:
    """A game in which Ane has placed the first idea of her hand as A, with an estimate of 4."""
    state = state or begin()
    return do(state, act.PlaceIdea(0, state.idea_hands[0][0], 4))


def later(state: State, phase: str) -> State:
    """The same table when the game has come to a phase, at the first turn with capacity enough."""
    while state.phase != phase or state.step != "turn":
        ends = state.step == "turn" and state.phase != phase
        state = do(state, act.EndPhase() if ends else onward(state))
    return state
