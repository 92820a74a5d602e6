"""Events about ideas, benefits and risks on the table."""

from __future__ import annotations

from game.engine.fields import Measure
from game.engine.records import record
from game.engine.setup import Kind, RiskCard, Track


@record
class IdeaPlaced:
    """An idea was placed on the table and got a letter."""

    seat: int
    idea: str
    letter: str


@record
class IdeaWritten:
    """The group wrote an idea of its own."""

    seat: int
    idea: str
    letter: str
    name: str
    text: str
    track: Track
    kind: Kind


@record
class BenefitClaimed:
    """A benefit is claimed: by a card, by written words, or (neither) by the idea itself."""

    seat: int
    idea: str
    track: Track
    estimate: int
    card: str | None = None
    name: str | None = None


@record
class DownsideNamed:
    """A downside was named: the idea will cost somebody ``size`` points on a track."""

    seat: int
    idea: str
    track: Track
    size: int
    name: str
    bearer: str


@record
class AmendsMade:
    """Something was done to make up for a downside."""

    seat: int
    idea: str
    track: Track
    note: str


@record
class TruthDrawn:
    """What is true of an idea in the group's own words was drawn; nobody at the table sees it.

    ``effects`` are points on the four tracks, ``risks`` its true risks.
    """

    idea: str
    effects: tuple[int, int, int, int]
    risks: tuple[RiskCard, ...]


@record
class PostNamed:
    """A benefit on economy is taken from a post of the economy overview."""

    seat: int
    idea: str
    post: str


@record
class EstimateRevised:
    """A benefit has a new estimate."""

    seat: int
    idea: str
    track: Track
    before: int
    estimate: int


@record
class BenefitAnchored:
    """A benefit has its owner and its measure (``None``: the card's own)."""

    seat: int
    idea: str
    track: Track
    owner: int
    measure: Measure | None


@record
class BenefitHandedOver:
    """A benefit has a new owner."""

    idea: str
    track: Track
    before: int
    owner: int


@record
class RiskNamed:
    """A risk card was placed at an idea."""

    seat: int
    idea: str
    risk: str


@record
class RiskWritten:
    """A risk in the group's own words was placed at an idea."""

    seat: int
    idea: str
    risk: str
    name: str
    track: Track
    severity: int
    likelihood: int


@record
class RiskTurnedUp:
    """A true risk came to light by a trial or an ability."""

    idea: str
    risk: str


@record
class Picked:
    """A draw decided which of several true risks or effects comes to light."""


@record
class RiskMitigated:
    """Something was done about a named risk."""

    seat: int
    idea: str
    risk: str
    note: str


@record
class IdeaShelved:
    """An idea left the table with all that was linked to it."""

    seat: int
    idea: str


@record
class IdeaImplemented:
    """An idea is being carried out, due at the reality check of round ``due``."""

    seat: int
    idea: str
    due: int
    cost: int
    scaled: bool
