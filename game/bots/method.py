"""The methodical group: it looks at the whole table, values what could be done, does the best.

It looks one decision ahead and no further; what makes it strong is that it values the right
things. What it values, and why, stands in the modules that offer the actions.
"""

from __future__ import annotations

import random

from game.bots.evaluation import Outlook
from game.bots.free_actions import choose, give_estimate, revise, use_ability
from game.bots.habits import METHOD, Habits
from game.bots.idea_forecast import prospects
from game.bots.placing_cards import place_benefits, place_ideas, place_risks
from game.bots.working_on_ideas import work
from game.bots.writing_cards import write_benefits, write_ideas, write_risks
from game.engine import Action, State
from game.engine import actions as act

PASSING = 0.01
"""In the last round it is better to stop than to gather means for nothing."""


def methodical(s: State, rng: random.Random, habits: Habits = METHOD) -> Action:
    """The best action in sight for a group with these habits. Chance plays a part only where
    a group that does not think of the tracks writes what comes to mind."""
    if s.step == "choice":
        return choose(s)
    if s.step != "turn":
        return act.Proceed()
    if s.poker is not None and not s.poker.open:
        return give_estimate(s)
    found = prospects(s, habits)
    if revision := revise(s.turn, found):
        return revision
    o = Outlook(s, habits, found, rng)
    return (habits.abilities and use_ability(o)) or _best(o)


def _best(o: Outlook) -> Action:
    decks = o.s.setup
    (place_ideas if decks.ideas else write_ideas)(o)
    (place_benefits if decks.benefits else write_benefits)(o)
    if o.habits.risks:
        (place_risks if decks.risks else write_risks)(o)
    work(o)
    if o.rounds:
        o.offer(o.capacity_price + o.lean[0], act.Rally)
    else:
        o.offer(PASSING, act.Pass)
    return o.chosen()
