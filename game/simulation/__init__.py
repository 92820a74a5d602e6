"""Simulates many games of a case with bots, and derives advice for its author.

>>> from game.engine.examples import tiny
>>> from game.simulation import simulate
>>> from concurrent.futures import ThreadPoolExecutor
>>> with ThreadPoolExecutor(2) as threads:
...     games = simulate(tiny(), bots=["rush"], seats=[4], games=20, executor=threads)
>>> games.tally("rush", 4).games
20

A :class:`Tally` has the totals counted from events; :func:`lesson_findings` judges the lessons.
:func:`study` does all of it for a case, tries what its author may change and tells of its progress;
:func:`advise` explains what was found. The rules and the bots do not depend on this package.
"""

from game.simulation.advice import advise
from game.simulation.advice_kinds import Advice
from game.simulation.games import GAMES, SEATS, Simulation, seats_of, simulate
from game.simulation.intervals import Interval, share
from game.simulation.lessons import (
    LESSONS,
    LessonFinding,
    bands,
    lead_of_reference,
    lesson_findings,
)
from game.simulation.places import Places
from game.simulation.progress import Progress
from game.simulation.study import Study, study
from game.simulation.tally import GameObserver, Tally

__all__ = [
    "GAMES",
    "LESSONS",
    "SEATS",
    "Advice",
    "GameObserver",
    "Interval",
    "LessonFinding",
    "Places",
    "Progress",
    "Simulation",
    "Study",
    "Tally",
    "advise",
    "bands",
    "lead_of_reference",
    "lesson_findings",
    "seats_of",
    "share",
    "simulate",
    "study",
]
