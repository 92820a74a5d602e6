"""The rules of Gevinstbordet: pure, deterministic, standard library only.

>>> from game.engine import Seat, apply, legal, start
>>> from game.engine.examples import tiny
>>> state = start(tiny(), [Seat("Ane", ()), Seat("Bo", ())], seed=1).state
>>> apply(state, legal(state)[0]).events
(Spent(actions=1, capacity=0), CapacityChanged(by=1, why='rally'))

An action is decided by :func:`apply`: it gives the next state and the events that lead there, or a
:class:`Refusal` with a code. Folding the events with :func:`evolve` gives the same state.

What the package exports is loaded when it is first asked for: a scenario is checked, and the start
screen shown, without the rules.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.engine.actions import ACTIONS, Action, Measure, Refusal
    from game.engine.beginning import deal_roles, start
    from game.engine.decisions import SPECS, Applied, apply, check, cost, decide
    from game.engine.enumeration import candidates, is_listed, is_open
    from game.engine.events import EVENTS, Event, Seat
    from game.engine.fingerprint import digest
    from game.engine.folds import evolve, evolve_into
    from game.engine.legal_actions import legal
    from game.engine.limits import MAX_SEATS
    from game.engine.observation import observe
    from game.engine.prices import Cost, Price
    from game.engine.results import Result, result
    from game.engine.rules.spec import CONTRIBUTIONS, ActionSpec, Contribution, Exempt
    from game.engine.setup import (
        ABILITIES,
        AIM_KINDS,
        INDEX,
        KINDS,
        ON_AN_IDEA,
        PHASES,
        STANDING,
        TRACKS,
        VOICES,
        Aim,
        BenefitCard,
        Effect,
        EventCard,
        IdeaCard,
        Kind,
        Phase,
        RiskCard,
        Role,
        Rules,
        Setup,
        Track,
    )
    from game.engine.state import Benefit, Idea, Poker, Risk, State

RULES_VERSION = 1
"""Rises when the same decisions may lead elsewhere; sessions remember theirs."""

__all__ = [
    "ABILITIES",
    "ACTIONS",
    "AIM_KINDS",
    "CONTRIBUTIONS",
    "EVENTS",
    "INDEX",
    "KINDS",
    "MAX_SEATS",
    "ON_AN_IDEA",
    "PHASES",
    "RULES_VERSION",
    "SPECS",
    "STANDING",
    "TRACKS",
    "VOICES",
    "Action",
    "ActionSpec",
    "Aim",
    "Applied",
    "Benefit",
    "BenefitCard",
    "Contribution",
    "Cost",
    "Effect",
    "Event",
    "EventCard",
    "Exempt",
    "Idea",
    "IdeaCard",
    "Kind",
    "Measure",
    "Phase",
    "Poker",
    "Price",
    "Refusal",
    "Result",
    "Risk",
    "RiskCard",
    "Role",
    "Rules",
    "Seat",
    "Setup",
    "State",
    "Track",
    "apply",
    "candidates",
    "check",
    "cost",
    "deal_roles",
    "decide",
    "digest",
    "evolve",
    "evolve_into",
    "is_listed",
    "is_open",
    "legal",
    "observe",
    "result",
    "start",
]

_EXPORTS = {
    "actions": "ACTIONS Action Measure Refusal",
    "beginning": "deal_roles start",
    "enumeration": "candidates is_listed is_open",
    "decisions": "SPECS Applied apply check cost decide",
    "events": "EVENTS Event Seat",
    "fingerprint": "digest",
    "folds": "evolve evolve_into",
    "legal_actions": "legal",
    "limits": "MAX_SEATS",
    "prices": "Cost Price",
    "rules.spec": "CONTRIBUTIONS ActionSpec Contribution Exempt",
    "observation": "observe",
    "results": "Result result",
    "setup": (
        "ABILITIES AIM_KINDS INDEX KINDS ON_AN_IDEA PHASES STANDING TRACKS VOICES Aim BenefitCard "
        "Effect EventCard IdeaCard Kind Phase RiskCard Role Rules Setup Track"
    ),
    "state": "Benefit Idea Poker Risk State",
}
"""The modules and what of each is exported."""
_HOMES = {name: module for module, names in _EXPORTS.items() for name in names.split()}

if not TYPE_CHECKING:  # the checker knows the names from above, and no others

    def __getattr__(name: str) -> object:
        """Load what is exported under a name."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
