"""The rows of each register. Unknown values are ``None`` or empty, and are exported empty."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from game.engine import Track
from game.frozen import frozen
from game.session.register_entries import (
    BenefitType,
    Priority,
    RiskRowStatus,
    Source,
    Strategy,
)

BenefitSign = Literal["benefit", "disbenefit"]
BenefitStatus = Literal[
    "promised", "anchored", "tried", "named", "found", "tried_since", "measured_since", "shelved"
]
"""How far people have brought a benefit, or that a downside was ``named`` or ``found``.

What dice did is no status: it is the ``play`` of a row.
"""
Reality = Literal[
    "reached", "nearly", "on_the_way", "not_reached", "worse", "came_true", "did_not_come"
]
"""What was measured says; the last two are of a downside."""
BenefitPlay = Literal[
    "not_carried_out",
    "under_way",
    "harvested",
    "partly",
    "followed",
    "partly_followed",
    "not_harvested",
    "came_true",
    "made_up_for",
    "did_not_come",
]
RiskPlay = Literal["not_met", "struck", "held_off", "prevented", "false_alarm"]
PlayedKind = Literal["track", "benefit", "disbenefit", "risk"]
NumberOrigin = Literal["claimed", "named", "revised", "poker"]
"""How a number came about. Estimate poker has a number for each seat."""

BENEFIT_TYPES: tuple[BenefitType, ...] = get_args(BenefitType)
SIGNS: tuple[BenefitSign, ...] = get_args(BenefitSign)
SOURCES: tuple[Source, ...] = get_args(Source)
REALITIES: tuple[Reality, ...] = get_args(Reality)
BENEFIT_STATUSES: tuple[BenefitStatus, ...] = get_args(BenefitStatus)
PRIORITIES: tuple[Priority, ...] = get_args(Priority)
STRATEGIES: tuple[Strategy, ...] = get_args(Strategy)
RISK_STATUSES: tuple[RiskRowStatus, ...] = get_args(RiskRowStatus)
BENEFIT_PLAYS: tuple[BenefitPlay, ...] = get_args(BenefitPlay)
RISK_PLAYS: tuple[RiskPlay, ...] = get_args(RiskPlay)


@frozen
class BenefitRow:
    """A benefit, positive or negative: what people said and decided of it.

    ``estimate`` is in points of the game. ``tried``, ``harvested`` and ``play`` tell what came of
    it in play: in an own project that is a stress test, and no fact.
    """

    id: str
    title: str
    description: str
    track: Track
    type: BenefitType | None
    sign: BenefitSign
    beneficiary: str
    owner_role: str
    owner_name: str
    indicator: str
    unit: str
    baseline: float | None
    baseline_source: Source
    target_likely: float | None
    full_year_value: float | None
    effect_full: date | None
    enabler: str
    change: str
    supports: str
    risks: tuple[str, ...]
    confidence: int | None
    confidence_reason: str
    next_trial: str
    review: date | None
    status: BenefitStatus
    priority: Priority
    history: str
    estimate: int | None
    measured: float | None = None
    measured_on: date | None = None
    reality: Reality | None = None
    real_value: float | None = None
    target_low: float | None = None
    target_high: float | None = None
    amends: str = ""
    post: str = ""
    # ---- what came of it in play
    tried: str = ""
    harvested: int | None = None
    play: BenefitPlay | None = None
    # ---- what a group fills in after the game
    owner_unit: str = ""
    measurer: str = ""
    method: str = ""
    frequency: str = ""
    baseline_date: date | None = None
    threshold: float | None = None
    cost: float | None = None
    effect_from: date | None = None
    change_owner: str = ""
    assumptions: str = ""
    # ---- not columns: used by checks, the page and the map
    idea: str = ""
    letter: str = ""
    short: str = ""
    picture: str = ""
    owner_is_outside: bool = False
    operating_roles: tuple[str, ...] = ()

    @property
    def baseline_known(self) -> bool:
        """Whether its baseline was measured, or a day is set for that: the one definition.

        What a group writes down at the table is an estimate until somebody has counted.
        """
        measured = self.baseline is not None and self.baseline_source == "measured"
        return measured or self.baseline_date is not None

    @property
    def owner(self) -> str:
        """What its owner is called: the role or, where only that is known, the name."""
        return self.owner_role or self.owner_name

    @property
    def named(self) -> bool:
        """Whether people spoke of it, and did not only find it in play."""
        return self.estimate is not None


@frozen
class RiskRow:
    """A risk of an idea; likelihood and severity on scales of 1 to 5, ``play`` what came of it."""

    id: str
    cause: str
    event: str
    consequence: str
    benefits: tuple[str, ...]
    likelihood: int
    severity: int
    score: int
    strategy: Strategy | None
    action: str
    action_owner: str
    residual_likelihood: int | None
    residual_severity: int | None
    status: RiskRowStatus
    reviewed: date
    raised_by: str
    # ---- what a group fills in after the game
    early_sign: str = ""
    owner: str = ""
    deadline: date | None = None
    play: RiskPlay | None = None
    # ---- not columns: used by checks, the page and the map
    track: Track = "citizen"
    idea: str = ""
    risk: str | None = None
    letter: str = ""
    picture: str = ""
    named: bool = True
    """Whether it was known at the table before it struck or did not."""


@frozen
class IdeaRow:
    """An idea on the table; ``tried`` when a trial of it was set up, or told of since."""

    id: str
    letter: str
    name: str
    tried: bool


@frozen
class PlayRow:
    """What the game did to a track, a benefit or a risk; in an own project, a stress test.

    ``said`` are the points that were claimed, or those a risk may take; ``points`` what came.
    What nobody at the table had named has no ``id``.
    """

    id: str
    kind: PlayedKind
    track: Track
    title: str
    said: int | None
    points: int | None
    play: str
    why: str


@frozen
class EstimateRow:
    """A number recorded for a benefit, in points."""

    benefit: str
    title: str
    track: Track
    round: int
    way: NumberOrigin
    before: int | None
    value: int
    who: str


@frozen
class OutcomeRow:
    """A real-world outcome, as reported after the game; ``doubt`` is what is wrong or unusual."""

    day: date | None
    what: str
    name: str
    track: Track | None
    found: str
    text: str
    by: str = ""
    doubt: str = ""


@frozen
class RealityRow:
    """A track or a benefit: promised, in play and in reality, in the unit of its measure.

    Of a benefit the target is what was promised. ``left`` is the way that is left to it. A measure
    may have no room for all points: ``past`` are the fields whose value is its last one, and the
    points stand beside.
    """

    id: str
    title: str
    track: Track
    unit: str
    baseline: float | None
    target: float | None
    promised: float | None
    played: float | None
    measured: float | None
    measured_on: date | None
    share: float | None
    left: float | None
    reality: Reality | None
    promised_points: int | None = None
    played_points: int | None = None
    past: frozenset[str] = frozenset()


@frozen
class TimelineRow:
    """A decision, or something that the facilitator wrote down.

    ``number`` is that of its step as the replay shows it, ``entry`` that of its line in the file.
    The follow-up has no ``round``, and what was written when looking back no ``minute``.
    """

    entry: int
    number: int
    minute: int | None
    round: int | None
    phase: str
    who: str
    what: str


@frozen
class NodeRow:
    """A node of the benefit map."""

    id: str
    kind: str
    track: Track | None
    title: str
    note: str
    owner: str
    risky: bool = False
    worse: bool = False
    """Whether what was measured of it is worse than before."""
    below: str = ""
    """What stands below the title of a benefit: its owner, or of a downside what came of it."""
    lacking: bool = False
    """Whether that says that something is left to do."""
    picture: str = ""
    """The emoji of its card; empty for none."""


@frozen
class EdgeRow:
    """An arrow of the benefit map, from cause to effect."""

    source: str
    target: str
    kind: str
