"""The rules of Gevinstbordet: pure, deterministic, standard library only.

>>> from game.engine import Seat, apply, legal, start
>>> from game.engine.examples import tiny
>>> state = start(tiny(), [Seat("Ane", ()), Seat("Bo", ())], seed=1).state
>>> apply(state, legal(state)[0]).events
(Spent(actions=1, capacity=0), CapacityChanged(by=1, why='rally'))

An action is decided by :func:`apply`: it gives the next state and the events that lead there, or a
:class:`Refusal` with a code. Folding the events with :func:`evolve` gives the same state.
"""

from game.engine.actions import ACTIONS, Action, Measure, Refusal
from game.engine.decide import Applied, apply, check, decide
from game.engine.digest import digest
from game.engine.events import EVENTS, Event, Seat
from game.engine.folds import evolve
from game.engine.legal import legal
from game.engine.observe import observe
from game.engine.result import Result, result
from game.engine.setup import (
    ABILITIES,
    AIM_KINDS,
    INDEX,
    KINDS,
    PHASES,
    TRACKS,
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
from game.engine.start import MAX_SEATS, start
from game.engine.state import Benefit, Idea, Poker, Risk, State

RULES_VERSION = 1
"""Rises when the same decisions may lead elsewhere; sessions remember theirs."""

__all__ = [
    "ABILITIES",
    "ACTIONS",
    "AIM_KINDS",
    "EVENTS",
    "INDEX",
    "KINDS",
    "MAX_SEATS",
    "PHASES",
    "RULES_VERSION",
    "TRACKS",
    "Action",
    "Aim",
    "Applied",
    "Benefit",
    "BenefitCard",
    "Effect",
    "Event",
    "EventCard",
    "Idea",
    "IdeaCard",
    "Kind",
    "Measure",
    "Phase",
    "Poker",
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
    "check",
    "decide",
    "digest",
    "evolve",
    "legal",
    "observe",
    "result",
    "start",
]
