"""The methodical group: it values every possible action and takes the best.

It looks one decision ahead only; its strength is how it values actions. The values, and the reasons
for them, are in the modules that offer the actions.
"""

from __future__ import annotations

import random

from game.bots.evaluation import Evaluation
from game.bots.free_actions import choose, give_estimate, revise, use_ability
from game.bots.habits import METHOD, Habits
from game.bots.idea_forecast import forecast_ideas
from game.bots.placing_cards import place_benefits, place_ideas, place_risks
from game.bots.working_on_ideas import work
from game.bots.writing_cards import write_benefits, write_ideas, write_risks
from game.engine import Action, State
from game.engine import actions as act

PASSING = 0.01
"""In the last round it is better to stop than to gather means for nothing."""


def methodical(s: State, rng: random.Random, habits: Habits = METHOD) -> Action:
    """The best action for a group with these habits.

    Only a group without the habit of tracks uses chance: for what it writes.
    """
    if s.step == "choice":
        return choose(s)
    if s.step != "turn":
        return act.Proceed()
    if s.poker is not None and not s.poker.open:
        return give_estimate(s)
    found = forecast_ideas(s, habits)
    if revision := revise(s.turn, found):
        return revision
    e = Evaluation(s, habits, found, rng)
    return (habits.abilities and use_ability(e)) or _best(e)


def _best(e: Evaluation) -> Action:
    decks = e.s.setup
    (place_ideas if decks.ideas else write_ideas)(e)
    (place_benefits if decks.benefits else write_benefits)(e)
    if e.habits.risks:
        (place_risks if decks.risks else write_risks)(e)
    work(e)
    if e.rounds:
        e.offer(e.capacity_price + e.lean[0], act.Rally)
    else:
        e.offer(PASSING, act.Pass)
    return e.chosen()
