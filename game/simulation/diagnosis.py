"""Why a case is too hard or too easy, found by trying what an author can change.

What is unusual in the file is put back to usual, one thing at a time; where that is not enough,
goals, actions, cards and other rules are moved, and at last the best changes together. What would
make another finding is no remedy: whoever followed it would go round in a circle. Of many changes
all are tried in a few games, and only those that come nearest are judged, in fresh ones
(:mod:`game.simulation.trials` says why, and what is sure of what is told).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from game.bots import PEOPLE
from game.content import Case, check
from game.content.edits import key_path
from game.content.positions import KeyPath
from game.frozen import frozen
from game.simulation.bench import Bench, Player, Pulled, are_apart
from game.simulation.games import Simulation
from game.simulation.intervals import Interval
from game.simulation.lessons import (
    BOT_OF,
    Band,
    Judgement,
    Lesson,
    bands,
    extreme,
    lesson_findings,
)
from game.simulation.levers import Lever
from game.simulation.moves import Direction, moves
from game.simulation.progress import Meter
from game.simulation.putting_back import ways_back
from game.simulation.ranking import Rank
from game.simulation.trials import FINALISTS, Trial, won_share

MOST_TRIED: Final = 24
"""The changes of unusual things that are tried; a file with more of them is a draft."""

MOST_TOGETHER: Final = 5
"""At most so many changes are told as one remedy."""

MOST_OF_A_KIND: Final = 4
"""So many findings of a kind are put back at once, as on the four tracks; more are a draft's."""

MATTERS: Final = 0.05
"""A change of fewer games than this share is none that a group would notice."""


@frozen
class Cause:
    """Something unusual, by the code and the path of the problem that ``gevinst check`` tells.

    ``trial`` is the best way of putting it back, or ``None`` where none could be tried; it mends
    so many ``more`` findings as well.
    """

    code: str
    path: KeyPath
    trial: Trial | None
    more: int = 0


@frozen
class Diagnosis:
    """What was found in ``games`` games of people, all numbers of seats together.

    ``tried`` changes were tried, alone or together; where they were many, only the best ``judged``
    ones in so many fresh games. ``causes`` and ``others`` are ordered by what they bring towards
    ``band``, and so are ``promising``: what else was judged, and is not sure to make a difference.
    ``together`` are changes that were tried together because none of them was enough, in fresh
    games of their own. ``lesson`` is the one whose bot played.
    """

    games: int
    band: Band
    before: Interval
    direction: Direction | None
    causes: tuple[Cause, ...]
    others: tuple[Trial, ...] = ()
    promising: tuple[Trial, ...] = ()
    together: Trial | None = None
    lesson: Lesson = "noise_20"
    tried: int = 0
    judged: int = 0

    def helps(self, trial: Trial) -> bool:
        """Whether a change surely moves the games won, and likely into the band."""
        return trial.sure and not _off(trial.after, self.band)

    def surely_helps(self, trial: Trial) -> bool:
        """Whether a change surely moves the games won, and surely into the band."""
        least, most = self.band
        return trial.sure and least <= trial.after.low and trial.after.high <= most

    def worsens(self, trial: Trial) -> bool:
        """Whether a change surely moves the games won the wrong way."""
        against = trial.change.high if self.direction == "easier" else -trial.change.low
        return trial.sure and against < 0

    def overshoots(self, trial: Trial) -> bool:
        """Whether a change surely moves the games won, and likely beyond what is as far off."""
        return trial.sure and _off(trial.after, self.band) > _off(trial.before, self.band)

    def mends(self, trial: Trial) -> bool:
        """Whether a change surely moves the games won the right way, and likely not far beyond."""
        gain = trial.change.value if self.direction == "easier" else -trial.change.value
        return trial.sure and gain > MATTERS and not self.overshoots(trial)

    def wanted(self, trial: Trial | None) -> bool:
        """Whether a change may be advised: not one that spoils a case which is as it should be."""
        if trial is None or self.direction is not None:
            return trial is not None
        return _off(trial.after, self.band) <= _off(trial.before, self.band)

    @property
    def enough(self) -> bool:
        """Whether some single change helps enough."""
        return any(map(self.helps, self.single))

    @property
    def single(self) -> list[Trial]:
        """What was tried alone: the causes put back, and the others."""
        return [*(cause.trial for cause in self.causes if cause.trial), *self.others]


def _off(share: Interval, band: Band) -> float:
    """How far a share of games lies outside of a band; 0 within it."""
    return max(band[0] - share.value, share.value - band[1], 0.0)


def diagnose(
    case: Case, simulation: Simulation, trials: Player, meter: Meter | None = None
) -> Diagnosis:
    """Try what may be changed in a case that was simulated; people must have played it.

    How far that is shows on the ``meter``, on which ``trials`` count their games.
    """
    goal = goal_of(simulation)
    band, direction = bands(simulation.setup.level)[goal.lesson], goal.direction
    rank = Rank(band, direction)
    meter = meter or Meter()
    bench = Bench(case, trials.by(BOT_OF[goal.lesson], goal.seats), rank, meter)
    raw = unusual(case)
    besides = moves(case, simulation.tally(PEOPLE), direction) if direction else []
    ways = sum(len(levers) for _, _, levers in raw)
    bench.expect(ways + len(raw) + len(besides), FINALISTS, MOST_TOGETHER if direction else 0)
    alone = [_Found(code, path, _tidy(bench, levers)) for code, path, levers in raw]
    found = _with_kind(alone, bench)
    general = _tidy(bench, besides)
    before, tried = bench.race([*_first_of(found), *general], FINALISTS)
    causes = [Cause(one.code, one.path, rank.best(map(bench.of, one.ways))) for one in found]
    others = rank.sorted(map(bench.of, general))
    diagnosis = Diagnosis(
        games=len(before),
        band=band,
        before=won_share(before),
        direction=direction,
        lesson=goal.lesson,
        causes=_one_each(sorted(causes, key=lambda cause: _place_of(cause, causes, rank))),
        others=tuple(trial for trial in others if trial.sure and rank.gain(trial) > MATTERS),
        promising=tuple(trial for trial in others if trial.judged and not trial.sure),
    )
    if direction is not None and not diagnosis.enough:
        diagnosis = replace(diagnosis, together=_best_together(tried, bench, rank))
    meter.finish()
    return replace(diagnosis, tried=bench.tried, judged=bench.judged)


@frozen
class Goal:
    """What a case should become, by the lesson that people learn at these numbers of seats.

    Without ``direction`` it is as it should be.
    """

    lesson: Lesson
    direction: Direction | None
    seats: Sequence[int]


def goal_of(simulation: Simulation) -> Goal:
    """What a case should become: for people as they play, or for those who play less well."""
    direction = _direction(simulation)
    if direction is None:
        found = [f for f in lesson_findings(simulation) if f.lesson == "noise_30"]
        ways: tuple[tuple[Judgement, Direction], ...] = (
            ("too_low", "easier"),
            ("too_high", "harder"),
        )
        for judgement, way in ways:
            if seats := [f.seats for f in found if f.judgement == judgement]:
                return Goal("noise_30", way, seats)
    return Goal("noise_20", direction, simulation.seats)


def _direction(simulation: Simulation) -> Direction | None:
    found = [f for f in lesson_findings(simulation) if f.lesson == "noise_20"]
    judged = {f.judgement for f in found}
    ends = {extreme(simulation, f.seats) for f in found}
    too_hard = "too_low" in judged or "floor" in ends
    too_easy = "too_high" in judged or "ceiling" in ends
    if too_hard and too_easy:  # with some numbers of seats
        people = simulation.tally(PEOPLE)
        middle = sum(bands(simulation.setup.level)["noise_20"]) / 2
        return "easier" if people.won < middle * people.games else "harder"
    if too_hard:
        return "easier"
    return "harder" if too_easy else None


def unusual(case: Case) -> list[tuple[str, KeyPath, list[Lever]]]:
    """What the check finds unusual: codes and paths as it tells them, and ways to put it back."""
    _, problems = check(case.source, case.file)
    found = []
    for problem in problems:
        path = key_path(problem.path)
        ways = ways_back(case, problem.code, path)
        if ways is not None:
            found.append((problem.code, path, ways))
    return found


# ------------------------------------------------------------------ what is tried
@frozen
class _Found:
    """Something unusual, and the ways to put it back."""

    code: str
    path: KeyPath
    ways: tuple[Pulled, ...]


def _with_kind(found: Sequence[_Found], bench: Bench) -> list[_Found]:
    """Everything found, with the way that puts back all findings of its kind at once, too."""
    firsts: dict[str, Pulled] = {}
    for code in dict.fromkeys(one.code for one in found):
        kind = [one for one in found if one.code == code and one.ways]
        at_once = tuple(lever for one in kind for lever in one.ways[0])
        if 1 < len(kind) <= MOST_OF_A_KIND and are_apart(*at_once) and bench.tidy(*at_once):
            firsts[code] = at_once
    return [
        replace(one, ways=(firsts[one.code], *one.ways)) if one.ways and one.code in firsts else one
        for one in found
    ]


def _tidy(bench: Bench, ways: Iterable[Lever]) -> tuple[Pulled, ...]:
    """The ways that make no other finding."""
    return tuple((way,) for way in ways if bench.tidy(way))


def _first_of(found: Sequence[_Found]) -> list[Pulled]:
    """The ways that are tried: those of what concerns the whole case before those of a card."""
    broad_first = sorted(found, key=lambda unusual: len(unusual.path))
    pulled = dict.fromkeys(way for one in broad_first for way in one.ways)
    return list(pulled)[:MOST_TRIED]


# ------------------------------------------------------------------ what came of it
_EXPLAINS: Final[Mapping[str, frozenset[str]]] = {
    "few_ideas": frozenset(("thin_track", "left_behind", "few_on_track", "much_harm")),
    "rich_idea": frozenset(("rich_track", "rich_ideas", "one_idea_reaches")),
}
"""Findings that follow from another: what a track gets, where a card is missing or far too good."""


def _place_of(
    cause: Cause, all_: Sequence[Cause], rank: Rank
) -> tuple[bool, bool, bool, float, bool, bool, int]:
    """What causes are sorted by; one that explains others stands before all of them.

    Where the case is as it should be, no change is called for: what is unusual all over the file
    stands first. Where it is not, what was tried and makes no difference stands last.
    """
    explained = _EXPLAINS.get(cause.code, frozenset())
    its = [one.trial for one in all_ if one is cause or one.code in explained]
    helps, gain = max(map(rank.merit, its))
    many = sum(one.code == cause.code for one in all_) > MOST_OF_A_KIND and rank.direction is None
    idle = gain <= MATTERS and any(its) and rank.direction is not None
    return idle, not many, not helps, -gain, not explained, cause.trial is None, len(cause.path)


def _one_each(causes: Sequence[Cause]) -> tuple[Cause, ...]:
    """The causes without those that are like one before: mended by the same change, or of a kind.

    Rules are of a kind only where they are the same key.
    """
    kept: list[Cause] = []
    places: dict[object, int] = {}
    for cause in causes:
        alike: list[object] = [cause.path if cause.code == "far_rule" else cause.code]
        alike += [cause.trial.levers] if cause.trial else []
        place = next((places[key] for key in alike if key in places), len(kept))
        if place == len(kept):
            kept.append(cause)
        else:
            kept[place] = replace(kept[place], more=kept[place].more + 1)
        places.update(dict.fromkeys(alike, place))
    return tuple(kept)


def _best_together(found: Sequence[Trial], bench: Bench, rank: Rank) -> Trial | None:
    """The best two changes together, the best three, and so on, as far as each helps by itself.

    That it helps need not be sure: what they bring together is judged in fresh games.
    """
    tried: list[Pulled] = []
    pulled: Pulled = ()
    for trial in found:
        more = (*pulled, *trial.levers)
        if rank.gain(trial) <= MATTERS or len(more) > MOST_TOGETHER or not are_apart(*more):
            continue
        if not pulled or bench.tidy(*more):
            pulled = more
            tried.append(more)
    if len(tried) < 2:
        return None
    _, together = bench.race(tried[1:], 1)
    return together[0]
