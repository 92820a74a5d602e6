"""Key moments of a game: the record types, and the selection of those worth the group's time.

A :class:`Moment` has its position and weight; ``about``, one of the records of :data:`About`, says
what happened. The words for them are in :mod:`game.wording.debrief_texts`.
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
"""How many moments a debrief has time for."""


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
class HarvestedNothing:
    """A benefit that was claimed and gave nothing or less; ``values``: what all had given it."""

    benefit: BenefitRef
    estimate: int
    points: int
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HarvestHalved:
    """Half of a benefit was lost because nobody owned it; an owner had harvested ``owned``."""

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
    """What an idea gave one track it took from another; ``claimed``: somebody had spoken of it."""

    idea: IdeaRef
    gained: Track
    gain: int
    harmed: Track
    loss: int
    claimed: bool


# ------------------------------------------------------------------ people
@dataclass(frozen=True, slots=True)
class OwnerLate:
    """A benefit got its owner late: ``waited`` rounds after its claim, or once it was locked."""

    benefit: BenefitRef
    owner: Person
    waited: int
    locked: bool


@dataclass(frozen=True, slots=True)
class OwnerGone:
    """An event took a benefit's owner; ``again``: it got a new one before it was realised."""

    benefit: BenefitRef
    person: Person
    again: bool


@dataclass(frozen=True, slots=True)
class SeatSilent:
    """A seat had the turn and gave nothing to the table, in these rounds."""

    person: Person
    rounds: tuple[int, ...]


# ------------------------------------------------------------------ the whole group
@dataclass(frozen=True, slots=True)
class TrustLost:
    """The largest fall of trust, ``by`` points down to ``left``, and for what."""

    by: int
    left: int
    whys: tuple[Why, ...]
    ideas: tuple[IdeaRef, ...]


@dataclass(frozen=True, slots=True)
class ProjectPaused:
    """Trust was gone and the project paused (or, ``stopped``, ended)."""

    round: int
    stopped: bool


@dataclass(frozen=True, slots=True)
class VerdictDecided:
    """From here on the verdict was what it ended as.

    ``tracks`` are those that reached their goal (or fell below it) with this decision, ``ideas``
    what was realised in it, each with the round it was implemented in.
    """

    before: Verdict
    verdict: Verdict
    tracks: tuple[Track, ...]
    ideas: tuple[tuple[IdeaRef, int], ...]


# ------------------------------------------------------------------ the record itself
@dataclass(frozen=True, slots=True)
class Undone:
    """A decision was taken back; ``action`` is the name of its class."""

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
    """The facilitator marked the moment."""

    note: str


@dataclass(frozen=True, slots=True)
class Noted:
    """The trainer wrote a note while looking at the session."""

    text: str


About = (
    EstimateChanged
    | EstimatesSpread
    | HarvestedNothing
    | HarvestHalved
    | WordKept
    | RiskCame
    | UnnamedRiskStruck
    | FalseAlarmRaised
    | RiskPrevented
    | UntriedStumbled
    | TrialChangedMinds
    | TrackHarmed
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
    """A moment worth talking about. ``weight`` is 0 to 10, the same scale for every kind."""

    place: Position
    weight: float
    about: About

    @property
    def kind(self) -> str:
        """What kind of moment it is: the name of its record."""
        return type(self.about).__name__

    @property
    def entry(self) -> int:
        """The number of its entry in the session; 0 is the beginning."""
        return self.place.entry

    @property
    def decision_index(self) -> int:
        """How many decisions that stand had been taken by then, its own counted."""
        return self.place.decision_index

    @property
    def round(self) -> int:
        """The round it was in."""
        return self.place.round

    @property
    def step(self) -> Step:
        """What was waited for."""
        return self.place.step


def moment(seen: Occurrence[object], weight: float, about: About) -> Moment:
    """A moment at the position of an event."""
    return Moment(seen.place, min(10.0, weight), about)


def select_highlights(moments: Iterable[Moment], most: int = MOST_SHOWN) -> tuple[Moment, ...]:
    """The moments most worth talking about, in order of time.

    By weight; each further moment of a kind weighs half as much as the one before, so that a game
    with nine false alarms is not debriefed on false alarms alone. Bookmarks with a word are what
    somebody wants to talk about: they do not weigh less for being several.
    """
    seen: Counter[str] = Counter()
    weighed = []
    for m in sorted(moments, key=lambda m: (-m.weight, m.entry)):
        weighed.append((m.weight / 2 ** seen[m.kind], m))
        seen[m.kind] += not _is_annotated(m.about)
    weighed.sort(key=lambda pair: -pair[0])
    return chronological(m for _, m in weighed[:most])


def _is_annotated(about: About) -> bool:
    return isinstance(about, Bookmarked) and bool(about.note.strip())


def chronological(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Moments in order of time."""
    return tuple(sorted(moments, key=lambda m: m.entry))
