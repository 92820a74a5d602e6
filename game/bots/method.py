"""The methodical group: it scores every possible action and takes the best.

It looks only one decision ahead; its strength is in the scores. These, and the reasons for them,
are in the modules that offer the actions.
"""

from __future__ import annotations

import random

from game.bots.evaluation import Evaluation
from game.bots.free_actions import adjust, answer, choose, give_estimate, revise, use_ability
from game.bots.habits import METHOD, Habits
from game.bots.idea_forecast import forecast_ideas
from game.bots.placing_cards import place_benefits, place_ideas, place_risks
from game.bots.working_on_ideas import work_on_ideas
from game.bots.writing_cards import write_benefits, write_ideas, write_risks
from game.engine import Action, State
from game.engine import actions as act

PASSING = 0.01
"""The score of passing in the last round, where rallying is worth nothing."""


def methodical(s: State, rng: random.Random, habits: Habits = METHOD) -> Action:
    """The best action for a group with these habits.

    Only a group without the track habit uses random numbers: for the cards it writes.
    """
    if s.step == "choice":
        return choose(s)
    if s.step == "adjust":
        return adjust(s)
    if s.step == "answer":
        return answer(s)
    if s.step != "turn":
        return act.Proceed()
    if s.poker is not None and not s.poker.open:
        return give_estimate(s)
    forecasts = forecast_ideas(s, habits)
    if revision := revise(s.turn, forecasts):
        return revision
    e = Evaluation(s, habits, forecasts, rng)
    return (habits.abilities and use_ability(e)) or _best(e)


def _best(e: Evaluation) -> Action:
    decks = e.s.setup
    (place_ideas if decks.ideas else write_ideas)(e)
    (place_benefits if decks.benefits else write_benefits)(e)
    if e.habits.risks:
        (place_risks if decks.risks else write_risks)(e)
    work_on_ideas(e)
    if e.rounds_left:
        e.offer(e.capacity_price + e.balance_value[0], act.Rally)
    else:
        e.offer(PASSING, act.Pass)
    return e.chosen()
