"""Why a case is too hard or too easy, found by trying what an author can change.

What is unusual in the file is put back to usual, one thing at a time; where that is not enough,
goals, actions and other rules are moved, and at last the best two changes together. Of many changes
all are tried in a few games, and only those that come nearest in all of them: what makes no
difference shows soon.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final, Literal, Protocol, TypeVar

from game.bots import PEOPLE
from game.content import Case, check
from game.content.edits import Edit, edited_setup, key_path
from game.content.positions import KeyPath
from game.engine import TRACKS, Setup
from game.simulation import levers
from game.simulation.games import Simulation
from game.simulation.intervals import Interval
from game.simulation.lessons import Band, bands, extreme, lesson_findings
from game.simulation.levers import Lever
from game.simulation.putting_back import ways_back
from game.simulation.trials import Trial, Verdicts, compare, won_share

Direction = Literal["easier", "harder"]
Key = TypeVar("Key")

MOST_TRIED: Final = 24
"""The changes of unusual things that are tried; a file with more of them is a draft."""

PAIRED: Final = 3
"""The best so many changes are tried two by two."""

FINALISTS: Final = 8
"""The best so many changes are tried in all games."""

FEW: Final = 4
"""All others are tried in one of so many games."""

MATTERS: Final = 0.05
"""A change of fewer games than this share is none that a group would notice."""

GOAL_STEPS: Final = (1, 2)
ACTION_STEPS: Final = (2, 4)


@dataclass(frozen=True, slots=True)
class Cause:
    """Something unusual, by the code and the path of the problem that ``gevinst check`` tells.

    ``trial`` is the best way of putting it back, or ``None`` where none could be tried; it mends
    so many ``more`` findings as well.
    """

    code: str
    path: KeyPath
    trial: Trial | None
    more: int = 0


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was tried, in ``games`` games of people, all numbers of seats together.

    A trial that brought little was broken off after fewer (:attr:`Trial.games`).
    ``causes`` and ``others`` are ordered by what they bring towards ``band``. ``together`` are
    changes that were tried together because none of them was enough.
    """

    games: int
    band: Band
    before: Interval
    direction: Direction | None
    causes: tuple[Cause, ...]
    others: tuple[Trial, ...] = ()
    together: Trial | None = None

    def helps(self, trial: Trial) -> bool:
        """Whether a change brings the games won into the band."""
        return self.band[0] <= trial.after.value <= self.band[1]

    @property
    def enough(self) -> bool:
        """Whether some single change helps enough."""
        return any(map(self.helps, self.single))

    @property
    def single(self) -> list[Trial]:
        """What was tried alone: the causes put back, and the others."""
        return [*(cause.trial for cause in self.causes if cause.trial), *self.others]

    @property
    def fewest(self) -> int:
        """The games in which every change was tried."""
        return min([self.games, *(trial.games for trial in self.single)])


class Player(Protocol):
    """Plays the same games of several setups: :class:`game.simulation.trials.Trials`."""

    @property
    def games(self) -> int:
        """How many games a change is tried in at most."""
        ...

    def play(self, setups: Mapping[Key, Setup], first: int, last: int) -> dict[Key, Verdicts]:
        """The verdicts of each setup by its key, of the games numbered ``first`` up to ``last``."""
        ...


def diagnose(case: Case, simulation: Simulation, trials: Player) -> Diagnosis:
    """Try what may be changed in a case that was simulated; people must have played it."""
    band = bands(simulation.setup.level)["noise_20"]
    direction = direction_of(simulation)
    found = unusual(case)
    general = _general(case, simulation, direction) if direction else []
    rank = _Rank(band, direction)
    tried = _Bench(case, trials, rank)
    tried.race([(lever,) for lever in (*_first_of(found), *general)], FINALISTS)
    causes = [
        Cause(code, path, rank.best(tried.of(lever) for lever in ways))
        for code, path, ways in found
    ]
    others = rank.sorted(tried.of(lever) for lever in general)
    diagnosis = Diagnosis(
        games=len(tried.before),
        band=band,
        before=won_share(tried.before),
        direction=direction,
        causes=_one_each(sorted(causes, key=lambda cause: rank.place_of(cause, causes))),
        others=tuple(trial for trial in others if rank.gain(trial) > MATTERS),
    )
    if direction is None or diagnosis.enough:
        return diagnosis
    return replace(diagnosis, together=_best_pair(diagnosis, tried, rank))


def direction_of(simulation: Simulation) -> Direction | None:
    """Whether a case should be easier or harder; ``None`` where it is as it should be."""
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


def _first_of(found: Sequence[tuple[str, KeyPath, list[Lever]]]) -> list[Lever]:
    """The levers that are tried: those of what concerns the whole case before those of a card."""
    broad_first = sorted(found, key=lambda unusual: len(unusual[1]))
    pulled = dict.fromkeys(lever for _, _, ways in broad_first for lever in ways)
    return list(pulled)[:MOST_TRIED]


# ------------------------------------------------------------------ what else may be moved
def _general(case: Case, simulation: Simulation, direction: Direction) -> list[Lever]:
    """Goals and actions moved; rules that the case has changed, as they are in others."""
    sign = -1 if direction == "easier" else 1
    rules = levers.rules_of(case)
    found = [levers.goals_by(case, sign * step) for step in GOAL_STEPS]
    found += [
        levers.rule(case, "actions", max(3, min(30, rules.actions - sign * step)))
        for step in ACTION_STEPS
    ]
    found += _changed_rules(case)
    found += [_goal_of_one(case, simulation, direction)]
    if direction == "easier":
        found += [levers.without_module(case, name) for name in rules.modules]
    return list(dict.fromkeys(lever for lever in found if lever is not None))


_NEVER_PUT_BACK: Final = frozenset(
    ("modules", "level", "demand_tracks", "balance", "actions_many_seats", "many_seats")
)
"""Rules that are part of a story, or that move with another one."""


def _changed_rules(case: Case) -> list[Lever | None]:
    rules = levers.rules_of(case)
    default = type(rules)()
    return [
        levers.rule(case, key, getattr(default, key))
        for key in type(rules).__dataclass_fields__
        if key not in _NEVER_PUT_BACK
    ]


def _goal_of_one(case: Case, simulation: Simulation, direction: Direction) -> Lever | None:
    """The goal of the track that is reached least often, lowered; or most often, raised."""
    reached = simulation.tally(PEOPLE).reached
    if direction == "easier":
        track = min(TRACKS, key=lambda track: reached[track])
        step = -2
    else:
        track = max(TRACKS, key=lambda track: reached[track])
        step = 2
    return levers.goal_of(case, track, levers.goals_of(case)[TRACKS.index(track)] + step)


# ------------------------------------------------------------------ trying
class _Bench:
    """Tries levers, alone or together, in the same games."""

    def __init__(self, case: Case, trials: Player, rank: _Rank) -> None:
        self._case, self._trials, self._rank = case, trials, rank
        self._found: dict[tuple[Lever, ...], Verdicts] = {}
        self._played: dict[tuple[Lever, ...], int] = {}

    @property
    def before(self) -> Verdicts:
        """The verdicts of the case as it is."""
        return self._found[()]

    def race(self, wanted: Iterable[tuple[Lever, ...]], finalists: int) -> list[Trial]:
        """Try changes in a few games, and the best of them in all; so the case as it is, too."""
        runners = list(dict.fromkeys(wanted))
        if len(runners) > finalists:
            self._play([(), *runners], max(1, self._trials.games // FEW))
            ranked = self._rank.sorted(map(self._trial, runners))
            finals = [trial.levers for trial in ranked[:finalists]]
        else:
            finals = runners
        self._play([(), *finals], self._trials.games)
        return self._rank.sorted(map(self._trial, runners))

    def of(self, lever: Lever) -> Trial | None:
        """What was found of a lever; ``None`` where the file would have errors with it."""
        return self._trial((lever,))

    def _trial(self, pulled: tuple[Lever, ...]) -> Trial | None:
        after = self._found.get(pulled)
        return None if after is None else compare(pulled, self.before, after)

    def _play(self, wanted: Iterable[tuple[Lever, ...]], games: int) -> None:
        """Play the first games with each of the changes, as far as they have not been played."""
        left: dict[int, dict[tuple[Lever, ...], Setup]] = {}
        for pulled in dict.fromkeys(wanted):
            played = self._played.get(pulled, 0)
            setup = self._setup(pulled) if played < games else None
            if setup is not None:
                left.setdefault(played, {})[pulled] = setup
        for played, setups in left.items():
            for pulled, verdicts in self._trials.play(setups, played, games).items():
                self._found[pulled] = self._found.get(pulled, ()) + verdicts
                self._played[pulled] = games

    def _setup(self, pulled: tuple[Lever, ...]) -> Setup | None:
        edits: list[Edit] = [edit for lever in pulled for edit in lever.edits]
        return edited_setup(self._case, edits) if pulled else self._case.setup


_EXPLAINS: Final[Mapping[str, frozenset[str]]] = {
    "few_ideas": frozenset(("thin_track", "left_behind", "few_on_track", "much_harm")),
    "rich_idea": frozenset(("rich_track", "rich_ideas", "one_idea_reaches")),
}
"""Findings that follow from another: what a track gets, where a card is missing or far too good."""


@dataclass(frozen=True, slots=True)
class _Rank:
    """Orders what was tried by what it brings."""

    band: Band
    direction: Direction | None

    def gain(self, trial: Trial | None) -> float:
        """How much nearer a change brings the games won to the middle of the band.

        Where the case is as it should be, it is how much the change moves them either way.
        """
        if trial is None:
            return 0.0
        if self.direction is None:
            return abs(trial.change.value)
        middle = sum(self.band) / 2
        return abs(trial.before.value - middle) - abs(trial.after.value - middle)

    def merit(self, trial: Trial | None) -> tuple[int, float]:
        """What trials are compared by: what helps in more games, then what brings more."""
        gain = self.gain(trial)
        return (trial.games if trial and gain > 0 else 0), gain

    def place_of(self, cause: Cause, all_: Sequence[Cause]) -> tuple[int, float, bool, bool, int]:
        """What causes are sorted by; one that explains others stands before all of them."""
        explained = _EXPLAINS.get(cause.code, frozenset())
        games, gain = max(self.merit(x.trial) for x in all_ if x is cause or x.code in explained)
        return -games, -gain, not explained, cause.trial is None, len(cause.path)

    def best(self, tried: Iterable[Trial | None]) -> Trial | None:
        """The change that brings most, or moves the most where none of them helps."""
        return max((trial for trial in tried if trial), key=self.merit, default=None)

    def sorted(self, tried: Iterable[Trial | None]) -> list[Trial]:
        """The changes that could be tried, the best first."""
        return sorted((trial for trial in tried if trial), key=self.merit, reverse=True)


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


def _best_pair(diagnosis: Diagnosis, tried: _Bench, rank: _Rank) -> Trial | None:
    """The best two changes together, or all causes put back at once if that brings more."""
    singles = [cause.trial for cause in diagnosis.causes if cause.trial]
    ranked = rank.sorted(diagnosis.single)
    best = [trial.levers[0] for trial in ranked if rank.gain(trial) > 0][:PAIRED]
    pairs: list[tuple[Lever, ...]] = [pair for pair in combinations(best, 2) if _are_apart(*pair)]
    causes: tuple[Lever, ...] = ()
    for trial in singles:
        if all(_are_apart(trial.levers[0], lever) for lever in causes):
            causes += trial.levers
    if len(causes) > 2:
        pairs.append(causes)
    return next(iter(tried.race(pairs, 1)), None)


def _are_apart(a: Lever, b: Lever) -> bool:
    return not {edit.path for edit in a.edits} & {edit.path for edit in b.edits}
