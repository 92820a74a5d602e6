"""A study of a case: many games, a few on the other levels, and trials of what may be changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import field
from itertools import accumulate
from typing import Final

from game.bots import PEOPLE, USUAL
from game.content import Case
from game.engine import Level
from game.engine.setup import LEVELS
from game.frozen import frozen
from game.simulation.diagnosis import Diagnosis, diagnose
from game.simulation.games import GAMES, Simulation, seats_of, simulate
from game.simulation.progress import WHOLE, Meter, ProgressCallback, Span
from game.simulation.trials import TRIAL_GAMES, Trials
from game.simulation.workers import Cancels, StoppedError, workers

LEVEL_BOTS: Final = ("method", PEOPLE, "noisy-30")
"""The groups that play the other levels, too."""

MANY_TRIED: Final = 12
"""To try remedies takes about as long as so many changes in all their games."""


@frozen
class Study:
    """What was found of a case.

    ``levels`` has a simulation of those of :data:`LEVEL_BOTS` that play for each level but the one
    that was simulated in full, and ``diagnosis`` what was tried; both are missing where people have
    not played, or where it was ``stopped`` before.
    """

    simulation: Simulation
    levels: Mapping[Level, Simulation] = field(default_factory=dict)
    diagnosis: Diagnosis | None = None
    stopped: bool = False

    @property
    def by_level(self) -> dict[Level, Simulation]:
        """What was played on each level, in the order of levels, its own one included."""
        played = {**self.levels, self.simulation.setup.level: self.simulation}
        return {level: played[level] for level in LEVELS if level in played}


def study(
    case: Case,
    *,
    bots: Sequence[str] = USUAL,
    seats: Sequence[int] | None = None,
    games: int = GAMES,
    seed: int = 1,
    jobs: int | None = None,
    executor: Executor | None = None,
    progress: ProgressCallback | None = None,
    cancels: Cancels | None = None,
) -> Study:
    """Simulate a case, on its level and on the others, and find out what may be changed.

    It takes a minute or more: call it in a thread of its own where somebody waits. ``progress`` is
    called in that thread with a :class:`Progress`, and ``cancels`` is asked there ten times a
    second whether to stop; what was found until then is returned, with ``stopped``. The rest is as
    in :func:`simulate`.
    """
    seats = tuple(seats or seats_of(case.setup))
    few = min(games, TRIAL_GAMES)
    level_bots = [name for name in LEVEL_BOTS if name in bots]
    on_a_level = len(level_bots) * few
    spans = [WHOLE]
    if PEOPLE in bots:
        spans = _spans(len(bots) * games, on_a_level, on_a_level, MANY_TRIED * few)
    with workers(jobs, executor) as pool:
        played = simulate(
            case.setup,
            bots=bots,
            seats=seats,
            games=games,
            seed=seed,
            executor=pool,
            progress=progress,
            cancels=cancels,
            span=spans[0],
        )
        if played.stopped or PEOPLE not in bots:
            return Study(played, stopped=played.stopped)
        meter = Meter("remedies", progress, spans[3], cancels)
        trials = Trials(seats, seed, few, pool, cancels, meter=meter)
        levels: Mapping[Level, Simulation] = {}
        try:
            levels = _other_levels(case, level_bots, trials, progress, spans[1:3])
            return Study(played, levels, diagnose(case, played, trials, meter))
        except (KeyboardInterrupt, StoppedError):
            return Study(played, levels, stopped=True)


def _spans(*sizes: int) -> list[Span]:
    """From which share of the whole to which each of its parts goes."""
    ends = [end / sum(sizes) for end in accumulate(sizes)]
    return list(zip([0.0, *ends], ends, strict=False))


def _other_levels(
    case: Case,
    bots: Sequence[str],
    trials: Trials,
    progress: ProgressCallback | None,
    spans: Sequence[Span],
) -> dict[Level, Simulation]:
    played: dict[Level, Simulation] = {}
    others = [level for level in LEVELS if level != case.setup.level]
    for level, span in zip(others, spans, strict=True):
        found = simulate(
            case.at(level).setup,
            bots=bots,
            seats=trials.seats,
            games=trials.games,
            seed=trials.seed,
            executor=trials.executor,
            progress=progress,
            cancels=trials.cancels,
            stage="levels",
            span=span,
        )
        if found.stopped:
            raise StoppedError
        played[level] = found
    return played
