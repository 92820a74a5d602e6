"""The methodical group: it scores every possible action and takes the best.

It looks only one decision ahead; its strength is in the scores. These, and the reasons for them,
are in the modules that offer the actions.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial

from game.bots.downsides import make_amends, name_downsides
from game.bots.evaluation import AvoidingEvaluation, Evaluation
from game.bots.free_actions import (
    anchor_free,
    answer,
    choose,
    give_estimate,
    name_post,
    revise,
    spend_trust,
    use_ability,
)
from game.bots.habits import METHOD, Habits
from game.bots.handing_over import hand_over, juggle
from game.bots.idea_forecast import forecast_ideas
from game.bots.placing_cards import place_benefits, place_ideas, place_risks
from game.bots.trials import adjust, try_ideas
from game.bots.working_on_ideas import work_on_ideas
from game.bots.writing_cards import write_benefits, write_ideas, write_risks
from game.engine import Action, State
from game.engine import actions as act

PASSING = 0.01
"""The score of passing in the last round, where rallying is worth nothing."""

HOARDING = 0.5
"""The value of a unit of capacity for a group that gathers it for its own sake."""


def methodical(s: State, rng: random.Random, habits: Habits = METHOD) -> Action:
    """The best action for a group with these habits.

    Only a group without the track habit uses random numbers: for the cards it writes.
    """
    return _decide(s, rng, habits, Evaluation)


def otherwise(s: State, rng: random.Random, avoid: Action) -> Action:
    """The methodical group's next best action in place of one that costs an action.

    Where there is no other, or the one to avoid costs nothing, that is what it takes.
    """
    return _decide(s, rng, METHOD, partial(AvoidingEvaluation, avoid))


def _decide(
    s: State, rng: random.Random, habits: Habits, evaluation: Callable[..., Evaluation]
) -> Action:
    if s.step != "turn":
        return _between_turns(s, habits)
    if s.poker is not None and not s.poker.open:
        return give_estimate(s, habits)
    forecasts = forecast_ideas(s, habits)
    if revision := revise(s.turn, forecasts):
        return revision
    e = evaluation(s, habits, forecasts, rng)
    return _free(e) or _best(e)


def _between_turns(s: State, habits: Habits) -> Action:
    if s.step == "choice":
        return choose(s)
    if s.step == "adjust":
        return adjust(s, habits)
    if s.step == "answer":
        return answer(s, habits)
    return act.Proceed()


def _free(e: Evaluation) -> Action | None:
    """Something worth doing that takes no action."""
    free = name_post(e) or spend_trust(e)
    if not free and e.habits.juggles:
        free = juggle(e.s)
    if not free and e.habits.anchoring:
        free = anchor_free(e)
    if not free and e.habits.anchoring and not (e.habits.juggles and e.s.actions <= 1):
        free = hand_over(e)
    if not free and e.habits.abilities:
        free = use_ability(e)
    return free


def _best(e: Evaluation) -> Action:
    decks, deals = e.s.setup, not e.habits.written_only
    (place_ideas if decks.ideas and deals else write_ideas)(e)
    (place_benefits if decks.benefits and deals else write_benefits)(e)
    if e.habits.risks:
        (place_risks if decks.risks and deals else write_risks)(e)
    if e.habits.downsides:
        name_downsides(e)
        make_amends(e)
    if e.habits.trials:
        try_ideas(e)
    work_on_ideas(e)
    if e.rounds_left:
        gathering = HOARDING if e.habits.hoards and e.s.phase == "ideas" else 0.0
        e.offer(e.capacity_price + e.balance_value[0] + gathering, act.Rally)
    else:
        e.offer(PASSING, act.Pass)
    return e.chosen()
