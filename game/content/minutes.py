"""How long a game takes, reckoned from what a group goes through, the talk about it included.

Every figure of minutes before a game comes from here or is held against it: the list of cases, the
levels, the start screen, the guides. The seconds below are assumptions, the same for every group: a
first game was timed at a table, with talk, and the counts are those of games played by bots
(``tests/content/test_minutes.py`` holds them). A group that does not talk is faster, and learns
less.
"""

from __future__ import annotations

from typing import Final

from game.content.case import Case
from game.engine.setup import LEVEL_CHANGES, Level, Rules

BEGINNING: Final = 4 * 60
"""The story read aloud, the goals and the economy, before the first turn."""
OPENING: Final = 60
"""A round opens: its event, what trials have shown, the new cards."""
DECISION: Final = 25
"""What is talked about before a card is let go or an answer given; it is written down as well."""
WRITTEN: Final = 10
"""More for each decision of an own project, whose cards are all written at the table."""
SCREEN: Final = 20
"""A screen of a reality check that is told by its moments: read aloud, wondered at."""
FREE: Final = 5
"""Decisions of a round that cost no action: answers, choices, what is taken back or handed over."""
SCREENS: Final = 4
"""Screens of a reality check on average; some ideas are due, or reality asks."""
STEP: Final = 5
"""Figures before a game are told to the nearest of so many minutes: more would be false."""
FAR: Final = 0.25
"""The share by which what a case says may differ from what is reckoned without a word."""


def reckoned_minutes(rules: Rules, level: Level, *, own_project: bool = False) -> int:
    """How long a game by these rules takes on a level, to the nearest five minutes."""
    rounds = sum(rules.rounds)
    actions = rules.actions + LEVEL_CHANGES[level].actions
    decision = DECISION + (WRITTEN if own_project else 0)
    seconds = BEGINNING + rounds * (OPENING + (actions + FREE) * decision)
    seconds += (rounds + 1) * SCREENS * SCREEN  # a check closes each round, and the follow-up
    return max(STEP, STEP * round(seconds / 60 / STEP))


def minutes_at(case: Case, level: Level) -> int:
    """How long a case takes on a level: what it says itself, and what the level adds to that."""
    _, rules = case.setup.normal or (case.setup.goals, case.setup.rules)
    own = case.own_project
    usual = reckoned_minutes(rules, rules.level, own_project=own)
    return case.minutes + reckoned_minutes(rules, level, own_project=own) - usual


def is_far(minutes: int, reckoned: int) -> bool:
    """Whether the minutes that a case says are far from those reckoned."""
    return abs(minutes - reckoned) > FAR * reckoned
