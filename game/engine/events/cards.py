"""Events about ideas, benefits and risks on the table."""

from __future__ import annotations

from game.engine.fields import Measure
from game.engine.setup import Kind, RiskCard, Track
from game.frozen import frozen


@frozen
class IdeaPlaced:
    """An idea was placed on the table and got a letter."""

    seat: int
    idea: str
    letter: str


@frozen
class IdeaWritten:
    """The group wrote an idea of its own."""

    seat: int
    idea: str
    letter: str
    name: str
    text: str
    track: Track
    kind: Kind


@frozen
class BenefitClaimed:
    """A benefit is claimed: by a card, by written words, or (neither) by the idea itself."""

    seat: int
    idea: str
    track: Track
    estimate: int
    card: str | None = None
    name: str | None = None


@frozen
class DownsideNamed:
    """A downside was named: the idea will cost somebody ``size`` points on a track."""

    seat: int
    idea: str
    track: Track
    size: int
    name: str
    bearer: str


@frozen
class AmendsMade:
    """Something was done to make up for a downside."""

    seat: int
    idea: str
    track: Track
    note: str


@frozen
class TruthDrawn:
    """What is true of an idea in the group's own words was drawn; nobody at the table sees it.

    ``effects`` are points on the four tracks, ``risks`` its true risks.
    """

    idea: str
    effects: tuple[int, int, int, int]
    risks: tuple[RiskCard, ...]


@frozen
class PostNamed:
    """A benefit on economy is taken from a post of the economy overview."""

    seat: int
    idea: str
    post: str


@frozen
class EstimateRevised:
    """A benefit has a new estimate."""

    seat: int
    idea: str
    track: Track
    before: int
    estimate: int


@frozen
class ClaimWithdrawn:
    """A benefit or a downside of which nothing has turned out to be true leaves the table."""

    seat: int
    idea: str
    track: Track
    before: int

    @property
    def estimate(self) -> int:
        """What is said of it from now on: nothing."""
        return 0


@frozen
class BenefitAnchored:
    """A benefit has its owner and its measure (``None``: the card's own)."""

    seat: int
    idea: str
    track: Track
    owner: int
    measure: Measure | None


@frozen
class BenefitHandedOver:
    """A benefit has a new owner."""

    idea: str
    track: Track
    before: int
    owner: int


@frozen
class RiskNamed:
    """A risk card was placed at an idea."""

    seat: int
    idea: str
    risk: str


@frozen
class RiskWritten:
    """A risk in the group's own words was placed at an idea."""

    seat: int
    idea: str
    risk: str
    name: str
    track: Track
    severity: int
    likelihood: int


@frozen
class RiskTurnedUp:
    """A true risk came to light by a trial or an ability."""

    idea: str
    risk: str


@frozen
class Picked:
    """A draw decided which of several true risks or effects comes to light."""


@frozen
class RiskMitigated:
    """Something was done about a named risk."""

    seat: int
    idea: str
    risk: str
    note: str


@frozen
class IdeaShelved:
    """An idea left the table with all that was linked to it."""

    seat: int
    idea: str


@frozen
class IdeaImplemented:
    """An idea is being carried out, due at the reality check of round ``due``."""

    seat: int
    idea: str
    due: int
    cost: int
    scaled: bool
