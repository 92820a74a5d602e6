"""The walk through the rules: eight sentences, one for each picture, with the numbers of a case.

Each has at most :data:`MOST_WORDS` words, so that it is read aloud while its picture moves.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from game.engine.limits import ESTIMATES
from game.engine.lookups import actions_of, income
from game.engine.setup import TRACKS, Setup
from game.frozen import frozen
from game.i18n import Words, mark
from game.wording import actions, terms

StopName = Literal["goal", "turn", "benefit", "risk", "trial", "owner", "check", "trust"]
STOPS: Final[tuple[StopName, ...]] = get_args(StopName)
"""The stops of the walk, in the order of a game."""
MOST_WORDS: Final = 16

_TEXTS: Final[dict[StopName, str]] = {
    "goal": mark(
        "You win together when {citizen}, {process}, {economy} and {employee} each reach their "
        "goal: {goal} points."
    ),
    "turn": mark(
        "You share {actions_shared} actions a round: everybody advises, and whoever has the turn "
        "decides."
    ),
    "benefit": mark(
        "Place an idea and claim benefits, {estimate_low} to {estimate_high} points each: "
        "unclaimed points are not harvested."
    ),
    "risk": mark(
        "Name what may go wrong: unnamed it strikes on {unnamed} more pips, mitigated on "
        "{mitigation} fewer."
    ),
    "trial": mark("Try the idea small: if the die shows its maturity or less, the idea is proven."),
    "owner": mark(
        "Give each benefit an owner: without one, {unowned} of its points are harvested at most."
    ),
    "check": mark(
        "Implement the idea: the reality check shows what it truly gives, and that is harvested."
    ),
    "trust": mark(
        "Keep your word and trust rises, which gives capacity: trust {trust} gives {income} each "
        "round."
    ),
}


@frozen
class Stop:
    """A stop of the walk: its name, and what is said there."""

    name: StopName
    text: str


def stops(t: Words, setup: Setup, seats: int = 0) -> list[Stop]:
    """The walk through the rules of a case; ``seats`` is how many play, where that is known."""
    params: dict[str, object] = {
        **actions.numbers(setup.rules),
        **{track: terms.track(t, track) for track in TRACKS},
        "goal": _between(min(setup.goals), max(setup.goals)),
        "actions_shared": _actions(setup, seats),
        "estimate_low": ESTIMATES[0],
        "estimate_high": ESTIMATES[-1],
        "income": income(setup.rules.trust),
    }
    return [Stop(name, t(_TEXTS[name], **params)) for name in STOPS]


def _actions(setup: Setup, seats: int) -> str:
    """The group's actions in a round, from few seats to many where it is not known how many."""
    if seats:
        return str(actions_of(setup.rules, seats))
    few, many = setup.rules.actions, setup.rules.actions_many_seats
    return _between(min(few, many), max(few, many))


def _between(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"
