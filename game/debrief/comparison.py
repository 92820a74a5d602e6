"""Compares two sessions: two groups on one case, or a game and a branch of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, Literal, TypeVar

from game.debrief.assembly import Debrief
from game.debrief.benefits import BenefitStory
from game.debrief.history import HistoryStep
from game.debrief.references import BenefitRef, IdeaRef, RiskRef
from game.debrief.risks import RiskStory
from game.engine import Contribution, Level, Track
from game.engine import events as ev
from game.engine.results import Result
from game.frozen import frozen

Share = Literal["benefit_rate", "citizen_focus", "ownership", "evenness", "realism"]
SHARES: tuple[Share, ...] = ("benefit_rate", "citizen_focus", "ownership", "evenness", "realism")
Count = Literal[
    "ideas",
    "benefits",
    "owned",
    "downsides",
    "risks",
    "trials",
    "mitigations",
    "realised",
    "strikes",
    "trust",
    "amends",
    "revisions",
    "followed_up",
    "shelved",
    "abilities",
    "rallies",
    "patience",
]
SELDOM: Final[frozenset[Count]] = frozenset(
    ("amends", "revisions", "followed_up", "shelved", "abilities", "rallies", "patience")
)
"""What is worth telling only where it is not the same in both."""
NOTABLE = 0.1
"""The difference of a share from which it is reported."""


# ------------------------------------------------------------------ side by side
@frozen
class TrackPair:
    """A track's goals and points in both."""

    track: Track
    goals: tuple[int, int]
    a: int
    b: int


@frozen
class SharePair:
    """A share of 0 to 1 in both; ``None`` where there was nothing to measure."""

    share: Share
    a: float | None
    b: float | None


@frozen
class CountPair:
    """A count in both."""

    count: Count
    a: int
    b: int


@frozen
class BenefitPair:
    """A benefit in both; ``None`` in the session where nobody claimed it."""

    benefit: BenefitRef
    a: BenefitStory | None
    b: BenefitStory | None

    @property
    def same(self) -> bool:
        """Whether claim, harvest and owner are the same in both."""
        a, b = self.a, self.b
        if a is None or b is None:
            return False
        return (a.claimed, a.given, a.owner) == (b.claimed, b.given, b.owner)


@frozen
class RiskPair:
    """A risk in both; ``None`` in the session where it was never named, turned up or thrown for."""

    risk: RiskRef
    a: RiskStory | None
    b: RiskStory | None

    @property
    def same(self) -> bool:
        """Whether its outcome is the same in both."""
        return self.a is not None and self.b is not None and self.a.fate == self.b.fate


P = TypeVar("P", BenefitPair, RiskPair)


# ------------------------------------------------------------------ differences
@frozen
class NotOver:
    """Which of them are not over yet: what they came to cannot be compared."""

    a: bool
    b: bool


@frozen
class WaysPart:
    """What came next in each, after all that they share."""

    a: HistoryStep
    b: HistoryStep


@frozen
class EndingsDiffer:
    """They ended with another verdict, or one of them before its time."""

    a: Result
    b: Result


@frozen
class TracksDiffer:
    """A track ended higher in one of them."""

    pair: TrackPair


@frozen
class SharesDiffer:
    """A share is notably higher in one of them."""

    pair: SharePair


@frozen
class IdeasDiffer:
    """Ideas that only one of them implemented."""

    only_a: tuple[IdeaRef, ...]
    only_b: tuple[IdeaRef, ...]


@frozen
class TrialsDiffer:
    """Ideas that only one of them tried on a small scale."""

    only_a: tuple[IdeaRef, ...]
    only_b: tuple[IdeaRef, ...]


@frozen
class CountsDiffer:
    """A count is higher in one of them."""

    pair: CountPair


Difference = (
    WaysPart
    | NotOver
    | EndingsDiffer
    | TracksDiffer
    | SharesDiffer
    | IdeasDiffer
    | TrialsDiffer
    | CountsDiffer
)


@frozen
class Comparison:
    """Two debriefs side by side.

    ``common`` is the number of decisions they share from the start (-1: not even the start),
    ``parting`` the first decision of each after those. ``differences`` are the notable ones, where
    they part first, then the verdict. Cards (``benefits``, ``risks``) are compared within one case
    only, and those that differ come first.
    """

    a: Debrief
    b: Debrief
    common: int
    parting: tuple[HistoryStep | None, HistoryStep | None]
    tracks: tuple[TrackPair, ...]
    shares: tuple[SharePair, ...]
    counts: tuple[CountPair, ...]
    benefits: tuple[BenefitPair, ...]
    risks: tuple[RiskPair, ...]
    differences: tuple[Difference, ...]

    @property
    def same_case(self) -> bool:
        """Whether both are of the same case, so that their cards can be compared."""
        return self.a.setup.id == self.b.setup.id

    @property
    def levels(self) -> tuple[Level, Level]:
        """The levels on which they were played."""
        return self.a.setup.level, self.b.setup.level


def compare(a: Debrief, b: Debrief) -> Comparison:
    """Compare two sessions; for a branch and its original, this shows what the branch changed."""
    common = _last_common_decision(a, b)
    parting = _step_after(a, common), _step_after(b, common)
    pairs = zip(a.measures.tracks, b.measures.tracks, strict=True)
    tracks = tuple(TrackPair(x.track, (x.goal, y.goal), x.points, y.points) for x, y in pairs)
    shares = tuple(_share(name, a, b) for name in SHARES)
    counts = tuple(CountPair(name, count(a), count(b)) for name, count in COUNTS.items())
    return Comparison(
        a=a,
        b=b,
        common=common,
        parting=parting,
        tracks=tracks,
        shares=shares,
        counts=counts,
        benefits=_sorted(_benefits(a, b)) if a.setup.id == b.setup.id else (),
        risks=_sorted(_risks(a, b)) if a.setup.id == b.setup.id else (),
        differences=(*_ways(*parting), *_differences(a, b, tracks, shares, counts)),
    )


def _last_common_decision(a: Debrief, b: Debrief) -> int:
    """The index of the last decision that both share; 0: only the start, -1: nothing."""
    last = -1
    for x, y in zip(a.steps, b.steps, strict=False):
        if x.action != y.action or x.events != y.events:
            break
        last = x.position.decision_index
    return last


def _step_after(d: Debrief, common: int) -> HistoryStep | None:
    return d.steps[common + 1] if 0 <= common < len(d.steps) - 1 else None


def _ways(a: HistoryStep | None, b: HistoryStep | None) -> Iterator[WaysPart]:
    """Where they part, if both went on."""
    if a is not None and b is not None:
        yield WaysPart(a, b)


def _share(name: Share, a: Debrief, b: Debrief) -> SharePair:
    x, y = (getattr(d.measures.result, name) for d in (a, b))
    return SharePair(name, x, y)


def _sorted(pairs: Iterator[P]) -> tuple[P, ...]:
    """The pairs, those that differ first."""
    return tuple(sorted(pairs, key=lambda pair: pair.same))


def _benefits(a: Debrief, b: Debrief) -> Iterator[BenefitPair]:
    left, right = ({s.benefit.key: s for s in d.benefits} for d in (a, b))
    for key in dict.fromkeys((*left, *right)):
        x, y = left.get(key), right.get(key)
        yield BenefitPair((left.get(key) or right[key]).benefit, x, y)


def _risks(a: Debrief, b: Debrief) -> Iterator[RiskPair]:
    left, right = ({(s.risk.idea.id, s.risk.id): s for s in d.risks} for d in (a, b))
    for key in dict.fromkeys((*left, *right)):
        x, y = left.get(key), right.get(key)
        yield RiskPair((left.get(key) or right[key]).risk, x, y)


# ------------------------------------------------------------------ counting
def _contributions(name: Contribution) -> Callable[[Debrief], int]:
    return lambda d: sum(seat.counts[name] for seat in d.seats)


COUNTS: dict[Count, Callable[[Debrief], int]] = {
    "ideas": _contributions("ideas"),
    "benefits": lambda d: sum(not b.downside for b in d.benefits),
    "owned": lambda d: sum(track.owned for track in d.measures.tracks),
    "downsides": lambda d: sum(b.downside for b in d.benefits),
    "risks": lambda d: sum(r.known_in_time for r in d.risks),
    "trials": _contributions("trials"),
    "mitigations": _contributions("mitigations"),
    "realised": lambda d: sum(idea.status == "realised" for idea in d.end.ideas),
    "strikes": lambda d: sum(r.fate == "struck" for r in d.risks),
    "trust": lambda d: d.end.trust,
    "amends": _contributions("amends"),
    "revisions": _contributions("revisions"),
    "followed_up": _contributions("followed_up"),
    "shelved": _contributions("shelved"),
    "abilities": _contributions("abilities"),
    "rallies": _contributions("rallies"),
    "patience": _contributions("patience"),
}


# ------------------------------------------------------------------ notable differences
IdeaEvent = ev.IdeaImplemented | ev.TrialThrown | ev.TrialSetUp


def _differences(
    a: Debrief,
    b: Debrief,
    tracks: tuple[TrackPair, ...],
    shares: tuple[SharePair, ...],
    counts: tuple[CountPair, ...],
) -> Iterator[Difference]:
    results = a.measures.result, b.measures.result
    unlike = results[0].ending != results[1].ending
    came: list[Difference] = [EndingsDiffer(*results)] if unlike else []
    came += [TracksDiffer(pair) for pair in tracks if pair.a != pair.b]
    rates = [SharesDiffer(pair) for pair in shares if _notable(pair)]
    unlike_counts = [pair for pair in counts if pair.a != pair.b]
    if not (a.finished and b.finished):
        if came or rates:
            yield NotOver(not a.finished, not b.finished)
        came, rates = [], []
        unlike_counts = [pair for pair in unlike_counts if pair.count != "trust"]
    yield from came
    same_case = a.setup.id == b.setup.id
    for difference, kinds in _ONLY_IN_ONE if same_case else ():
        only_a, only_b = _ideas_only_in(a, b, kinds), _ideas_only_in(b, a, kinds)
        if only_a or only_b:
            yield difference(only_a, only_b)
    yield from rates
    yield from map(CountsDiffer, unlike_counts)


_ONLY_IN_ONE: tuple[tuple[type[IdeasDiffer | TrialsDiffer], tuple[type[IdeaEvent], ...]], ...] = (
    (IdeasDiffer, (ev.IdeaImplemented,)),
    (TrialsDiffer, (ev.TrialSetUp, ev.TrialThrown)),
)


def _notable(pair: SharePair) -> bool:
    return pair.a is not None and pair.b is not None and abs(pair.a - pair.b) >= NOTABLE


def _ideas_only_in(
    a: Debrief, b: Debrief, kinds: tuple[type[IdeaEvent], ...]
) -> tuple[IdeaRef, ...]:
    """The ideas with an event of these kinds in ``a`` and none in ``b``."""
    in_a, in_b = _ideas_with(a, kinds), _ideas_with(b, kinds)
    return tuple(idea for id, idea in in_a.items() if id not in in_b)


def _ideas_with(d: Debrief, kinds: tuple[type[IdeaEvent], ...]) -> dict[str, IdeaRef]:
    ids = {e.idea for step in d.steps for e in step.events if isinstance(e, kinds)}
    return {idea.id: idea for idea in d.ideas if idea.id in ids}
