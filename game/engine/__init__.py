"""The rules of Gevinstbordet: pure, deterministic, standard library only.

A game is an immutable :class:`State`. :func:`start` makes the first one from a
:class:`Setup` (a compiled scenario), the seats and a seed; :func:`apply` decides an action and
gives the next state with the events that lead there, or a :class:`Refusal` with a code:

>>> from game.engine import Seat, actions, apply, check, cost, evolve, legal, result, start
>>> from game.engine.examples import tiny
>>> state = start(tiny(), [Seat("Ane", ()), Seat("Bo", ())], seed=1).state
>>> apply(state, actions.Rally(0)).events
(Spent(actions=1, capacity=0), CapacityChanged(by=1, why='rally'))
>>> apply(state, actions.Rally(1))
Refusal(code='not_your_turn', params={'seat': 0})

Folding the events with :func:`evolve` gives the same state. Chance is a numbered draw whose outcome
stands in the events, so a replay never draws:

>>> applied, folded = apply(state, actions.Rally(0)), state
>>> for event in applied.events:
...     folded = evolve(folded, event)
>>> folded == applied.state
True

What may be done now is listed by :func:`legal`; :func:`check` says why something may not,
:func:`cost` what it takes, :func:`observe` what the players can see of a state, :func:`digest` a
fingerprint of it, :func:`result` how the game stands:

>>> actions.Pass(0) in legal(state), check(state, actions.Pass(0))
(True, None)
>>> cost(state, actions.Rally(0))
Cost(actions=1, capacity=0, perk=None, relief=None)
>>> result(state).verdict
'not_realised'

Every action declares in :data:`SPECS` who may ask for it, from which phase, its price, its target
and what it contributes; :func:`candidates` lists all actions of a kind that its fields can spell.

>>> from game.engine import SPECS
>>> spec = SPECS[actions.Trial]
>>> spec.who, spec.first_phase, spec.contribution
('turn', 'ideas', 'trials')

What a seat may know (:func:`observe`, :func:`visible`, :func:`news`, :func:`follow`,
:func:`resample`), all that may be done in a few lines (:func:`templates`), and a state as JSON
(:func:`to_json`, :func:`from_json`) are told with examples in ``docs/engine.md``.

Public are the names exported here and the modules ``actions``, ``events``, ``setup``, ``state``,
``results``, ``lookups`` (what is asked of a state), ``limits`` (bounds of numbers and texts),
``texts`` (the check of what is written), ``fields`` (the types of what an action says),
``json_values`` (actions and events to and from JSON), ``chance``, ``records`` and ``examples``.
Nothing outside looks behind them, at ``rules`` and ``folds`` least of all.

What is exported is loaded when it is first asked for: a scenario is checked, and the start screen
shown, without the rules.
"""

from typing import TYPE_CHECKING

from game.exports import loading

if TYPE_CHECKING:
    from game.engine.action_templates import Template, templates
    from game.engine.actions import ACTIONS, Action, Refusal
    from game.engine.agency import current_player, is_terminal, returns
    from game.engine.decisions import SPECS, Applied, apply, check, cost, decide
    from game.engine.digests import digest
    from game.engine.enumeration import candidates, is_listed, is_open
    from game.engine.events import EVENTS, Event, Seat
    from game.engine.fields import Measure
    from game.engine.folds import evolve, fold
    from game.engine.legal_actions import legal
    from game.engine.limits import MAX_SEATS
    from game.engine.new_game import deal_roles, start
    from game.engine.observation import News, follow, news, observe
    from game.engine.prices import Cost, Price, is_relieved
    from game.engine.resampling import resample
    from game.engine.results import Result, result
    from game.engine.rules.spec import CONTRIBUTIONS, ActionSpec, Contribution, Exempt
    from game.engine.rules.trials import largest_hidden
    from game.engine.secrecy import visible
    from game.engine.setup import (
        ABILITIES,
        AIM_KINDS,
        INDEX,
        KINDS,
        LEVEL_CHANGES,
        LEVELS,
        MODULES,
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
        Level,
        LevelChange,
        ModuleName,
        Phase,
        Post,
        RiskCard,
        Role,
        Rules,
        Setup,
        Track,
    )
    from game.engine.state import Benefit, Idea, Poker, Risk, State
    from game.engine.state_json import StateError, from_json, to_json

RULES_VERSION = 2
"""Rises when the same decisions may lead elsewhere; sessions remember theirs."""

__all__ = [
    "ABILITIES",
    "ACTIONS",
    "AIM_KINDS",
    "CONTRIBUTIONS",
    "EVENTS",
    "INDEX",
    "KINDS",
    "LEVELS",
    "LEVEL_CHANGES",
    "MAX_SEATS",
    "MODULES",
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
    "Level",
    "LevelChange",
    "Measure",
    "ModuleName",
    "News",
    "Phase",
    "Poker",
    "Post",
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
    "StateError",
    "Template",
    "Track",
    "apply",
    "candidates",
    "check",
    "cost",
    "current_player",
    "deal_roles",
    "decide",
    "digest",
    "evolve",
    "fold",
    "follow",
    "from_json",
    "is_listed",
    "is_open",
    "is_relieved",
    "is_terminal",
    "largest_hidden",
    "legal",
    "news",
    "observe",
    "resample",
    "result",
    "returns",
    "start",
    "templates",
    "to_json",
    "visible",
]

_EXPORTS = {
    "agency": "current_player is_terminal returns",
    "action_templates": "Template templates",
    "actions": "ACTIONS Action Refusal",
    "fields": "Measure",
    "new_game": "deal_roles start",
    "enumeration": "candidates is_listed is_open",
    "decisions": "SPECS Applied apply check cost decide",
    "events": "EVENTS Event Seat",
    "digests": "digest",
    "folds": "evolve fold",
    "legal_actions": "legal",
    "limits": "MAX_SEATS",
    "prices": "Cost Price is_relieved",
    "rules.spec": "CONTRIBUTIONS ActionSpec Contribution Exempt",
    "rules.trials": "largest_hidden",
    "observation": "News follow news observe",
    "resampling": "resample",
    "results": "Result result",
    "secrecy": "visible",
    "setup": (
        "ABILITIES AIM_KINDS INDEX KINDS LEVELS LEVEL_CHANGES MODULES ON_AN_IDEA PHASES STANDING "
        "TRACKS VOICES Aim BenefitCard Effect EventCard IdeaCard Kind Level LevelChange ModuleName "
        "Phase Post RiskCard Role Rules Setup Track"
    ),
    "state": "Benefit Idea Poker Risk State",
    "state_json": "StateError from_json to_json",
}
"""The modules and what of each is exported."""

if not TYPE_CHECKING:  # the checker knows the names from above, and no others
    __getattr__ = loading(__name__, _EXPORTS)


def __dir__() -> list[str]:
    return __all__
