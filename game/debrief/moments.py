"""Key moments of a game: the record types, and the selection of the most important ones.

A :class:`Moment` has a position and a weight; ``about``, one of the records of :data:`About`, says
what happened. Their texts are in :mod:`game.wording.debrief_texts`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from game.debrief.history import Occurrence, Position
from game.debrief.references import BenefitRef, IdeaRef, Person, RiskRef
from game.engine import Track
from game.engine.actions import Corrected
from game.engine.events import Verdict, Why
from game.engine.state import Step

MOST_SHOWN = 9
"""The number of moments that a debrief has time for."""


# ------------------------------------------------------------------ estimates
@dataclass(frozen=True, slots=True)
class EstimateChanged:
    """The largest change of an estimate."""

    benefit: BenefitRef
    person: Person
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class EstimatesSpread:
    """The widest spread in estimate poker; ``values`` are the seats' numbers."""

    idea: IdeaRef
    track: Track
    values: tuple[int, ...]
    lowest: Person
    highest: Person


@dataclass(frozen=True, slots=True)
class ClaimFaced:
    """A claim that reality asked about, its true ``effect``, and the estimate after the answer."""

    benefit: BenefitRef
    person: Person
    estimate: int
    effect: int
    answer: int | None


@dataclass(frozen=True, slots=True)
class HarvestedNothing:
    """A claimed benefit that gave nothing or less; ``values`` are its poker estimates, if any."""

    benefit: BenefitRef
    estimate: int
    points: int
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HarvestWithoutOwner:
    """Part of a benefit was lost because nobody owned it; with an owner it had given ``owned``."""

    benefit: BenefitRef
    estimate: int
    owned: int
    points: int


@dataclass(frozen=True, slots=True)
class WordKept:
    """An idea gave exactly what was claimed for it."""

    idea: IdeaRef
    claimed: int


# ------------------------------------------------------------------ risks
@dataclass(frozen=True, slots=True)
class RiskCame:
    """The first risk that somebody named, or the last; on a ``track``, or (``None``) over all."""

    risk: RiskRef
    person: Person
    first: bool
    track: Track | None


@dataclass(frozen=True, slots=True)
class UnnamedRiskStruck:
    """A true risk that nobody had named struck."""

    risk: RiskRef
    severity: int


@dataclass(frozen=True, slots=True)
class FalseAlarmRaised:
    """A named risk was not true; ``mitigations`` were spent on it."""

    risk: RiskRef
    person: Person | None
    mitigations: int


@dataclass(frozen=True, slots=True)
class RiskPrevented:
    """A true risk that had been mitigated did not strike; it would have cost ``severity``."""

    risk: RiskRef
    severity: int
    mitigations: int


# ------------------------------------------------------------------ ideas
@dataclass(frozen=True, slots=True)
class UntriedStumbled:
    """An idea that was implemented without a trial stumbled and lost ``lost`` points."""

    idea: IdeaRef
    lost: int


@dataclass(frozen=True, slots=True)
class TrialChangedMinds:
    """After a trial the group changed estimates, or shelved the idea."""

    idea: IdeaRef
    trial: str
    proven: bool
    revised: tuple[tuple[BenefitRef, int, int], ...]
    shelved: bool


@dataclass(frozen=True, slots=True)
class TrackHarmed:
    """An idea gave points on one track and cost points on another.

    ``spoken``: the loss had been named as a downside, or could not be.
    """

    idea: IdeaRef
    gained: Track
    gain: int
    harmed: Track
    loss: int
    spoken: bool


@dataclass(frozen=True, slots=True)
class HarmForeseen:
    """A harm came of which ``person`` had spoken; ``left`` of its ``loss`` was not made up for."""

    benefit: BenefitRef
    person: Person
    bearer: str
    loss: int
    left: int


# ------------------------------------------------------------------ people
@dataclass(frozen=True, slots=True)
class OwnerLate:
    """A benefit got its owner ``waited`` rounds after its claim, or only once it was locked."""

    benefit: BenefitRef
    owner: Person
    waited: int
    locked: bool


@dataclass(frozen=True, slots=True)
class OwnerGone:
    """An event took a benefit's owner; ``again``: it got a new owner later."""

    benefit: BenefitRef
    person: Person
    again: bool


@dataclass(frozen=True, slots=True)
class SeatSilent:
    """A seat had a turn without a contribution in these rounds."""

    person: Person
    rounds: tuple[int, ...]


# ------------------------------------------------------------------ the whole group
@dataclass(frozen=True, slots=True)
class TrustLost:
    """The largest loss of trust: ``by`` points, down to ``left``, with its reasons and ideas."""

    by: int
    left: int
    whys: tuple[Why, ...]
    ideas: tuple[IdeaRef, ...]


@dataclass(frozen=True, slots=True)
class ProjectPaused:
    """Trust reached zero and the project was paused, or ended if ``stopped``."""

    round: int
    stopped: bool


@dataclass(frozen=True, slots=True)
class VerdictDecided:
    """The decision after which the verdict did not change any more.

    ``tracks`` are those that reached their goal (or fell below it) with this decision, ``ideas``
    those realised by it, each with the round in which it was implemented.
    """

    before: Verdict
    verdict: Verdict
    tracks: tuple[Track, ...]
    ideas: tuple[tuple[IdeaRef, int], ...]


# ------------------------------------------------------------------ the record itself
@dataclass(frozen=True, slots=True)
class Undone:
    """A decision was undone; ``action`` is the class name of its action."""

    action: str
    reason: str | None


@dataclass(frozen=True, slots=True)
class FacilitatorCorrection:
    """The facilitator corrected something."""

    what: Corrected
    by: int
    reason: str


@dataclass(frozen=True, slots=True)
class Bookmarked:
    """The facilitator or the trainer bookmarked the moment."""

    note: str


@dataclass(frozen=True, slots=True)
class Noted:
    """The trainer wrote a note about the moment afterwards."""

    text: str


About = (
    EstimateChanged
    | EstimatesSpread
    | ClaimFaced
    | HarvestedNothing
    | HarvestWithoutOwner
    | WordKept
    | RiskCame
    | UnnamedRiskStruck
    | FalseAlarmRaised
    | RiskPrevented
    | UntriedStumbled
    | TrialChangedMinds
    | TrackHarmed
    | HarmForeseen
    | OwnerLate
    | OwnerGone
    | SeatSilent
    | TrustLost
    | ProjectPaused
    | VerdictDecided
    | Undone
    | FacilitatorCorrection
    | Bookmarked
    | Noted
)
KINDS: tuple[type[About], ...] = get_args(About)


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment worth discussing. ``weight`` is 0 to 10, on the same scale for every kind."""

    position: Position
    weight: float
    about: About

    @property
    def kind(self) -> str:
        """The kind of moment: the class name of its record."""
        return type(self.about).__name__

    @property
    def entry(self) -> int:
        """The number of its entry in the session; 0 is the start."""
        return self.position.entry

    @property
    def decision_index(self) -> int:
        """The number of decisions in force up to and including its own."""
        return self.position.decision_index

    @property
    def round(self) -> int:
        """Its round."""
        return self.position.round

    @property
    def step(self) -> Step:
        """The step of the turn: what the game was waiting for."""
        return self.position.step


def moment(occurrence: Occurrence[object], weight: float, about: About) -> Moment:
    """A moment at the position of an event."""
    return Moment(occurrence.position, min(10.0, weight), about)


def select_highlights(moments: Iterable[Moment], most: int = MOST_SHOWN) -> tuple[Moment, ...]:
    """The moments most worth discussing, in chronological order.

    They are selected by weight. Each further moment of a kind weighs half as much as the one
    before, so that a game with nine false alarms is not debriefed on false alarms alone. A bookmark
    with a note is something that somebody wants to discuss, so several of them keep their full
    weight.
    """
    counts: Counter[str] = Counter()
    weighted = []
    for m in sorted(moments, key=lambda m: (-m.weight, m.entry)):
        weighted.append((m.weight / 2 ** counts[m.kind], m))
        counts[m.kind] += not _is_annotated(m.about)
    weighted.sort(key=lambda pair: -pair[0])
    return chronological(m for _, m in weighted[:most])


def _is_annotated(about: About) -> bool:
    return isinstance(about, Bookmarked) and bool(about.note.strip())


def chronological(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Moments in chronological order."""
    return tuple(sorted(moments, key=lambda m: m.entry))
