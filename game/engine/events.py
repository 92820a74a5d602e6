"""What happened: the facts that a state is folded from, and that a session remembers.

Events carry results, chance included, so that folding them never draws and never decides.
"""

from __future__ import annotations

from typing import Literal, get_args

from game.engine.actions import Corrected, Measure
from game.engine.records import record
from game.engine.setup import Kind, Phase, Track

Verdict = Literal["stopped", "together", "realised", "price_paid", "on_the_way", "not_realised"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
Why = Literal[
    "income",
    "rally",
    "shelved",
    "ability",
    "event",
    "correction",
    "placing",
    "anchoring",
    "trying",
    "word_kept",
    "word_broken",
    "balanced",
    "unbalanced",
    "towards_zero",
    "below_zero",
    "pause",
    "risk",
    "harvest",
    "follow_up",
    "combination",
]


@record
class Seat:
    """A place at the table: the player's name and the roles played from it (ids)."""

    name: str
    roles: tuple[str, ...]


# ------------------------------------------------------------------ the frame of the game
@record
class Begun:
    """The game begins: who sits where, what is true, and in which order the cards lie.

    ``truth`` holds for each idea of the case its four true effects in points.
    """

    seed: int
    seats: tuple[Seat, ...]
    truth: dict[str, tuple[int, int, int, int]]
    ideas: tuple[str, ...]
    benefits: tuple[str, ...]
    risks: tuple[str, ...]
    events: tuple[str, ...]


@record
class RoundOpened:
    """A round opens; ``starter`` is the starting seat."""

    round: int
    phase: Phase
    starter: int


@record
class EventTurned:
    """The top event is turned over; with ``choice`` the starting seat has to choose."""

    card: str
    choice: bool


@record
class OptionChosen:
    """The starting seat has chosen an option of the event."""

    seat: int
    card: str
    option: int


@record
class Dealt:
    """Cards are dealt round the table, each with the seat that gets it."""

    ideas: tuple[tuple[int, str], ...]
    benefits: tuple[tuple[int, str], ...]
    risks: tuple[tuple[int, str], ...]


@record
class TurnBegan:
    """A seat's turn begins, with its share of the group's actions."""

    seat: int
    actions: int


@record
class TurnsEnded:
    """All seats have had their turn: the reality check is next."""


@record
class Passed:
    """A seat ended its turn with actions left over."""

    seat: int
    skipped: bool


@record
class PhaseEnded:
    """The facilitator ended the phase early: it is now its last round, ``round``."""

    phase: Phase
    round: int


@record
class Ended:
    """The game is over."""

    verdict: Verdict


# ------------------------------------------------------------------ shared means
@record
class Spent:
    """Actions and capacity are spent by the seat whose turn it is."""

    actions: int
    capacity: int


@record
class ActionGained:
    """The seat whose turn it is has more actions."""

    actions: int


@record
class CapacityChanged:
    """Capacity rises or falls; ``by`` is what really changed."""

    by: int
    why: Why


@record
class TrustChanged:
    """Trust rises or falls; ``by`` is what really changed."""

    by: int
    why: Why
    idea: str | None = None


@record
class BalanceShifted:
    """Balance moves towards steering (above zero) or autonomy (below)."""

    by: int
    why: Why


@record
class TrackMoved:
    """A track moves by ``by`` points; what would pass its end is lost."""

    track: Track
    by: int
    why: Why
    idea: str | None = None


@record
class LikelihoodRaised:
    """The true risks on a track have become more likely."""

    track: Track


@record
class MaturityLowered:
    """Unproven ideas of a kind have become less mature, those under way too."""

    kind: Kind


@record
class OwnerLeft:
    """A seat lost a benefit that it owned; the benefit is only claimed again."""

    seat: int
    idea: str
    track: Track


@record
class Paused:
    """Trust was gone: nothing is implemented in round ``round``."""

    round: int


@record
class Stopped:
    """Trust was gone for the second time."""


@record
class CorrectionMade:
    """The facilitator corrected something; the change itself is told by another event."""

    what: Corrected
    by: int
    reason: str


# ------------------------------------------------------------------ cards
@record
class IdeaPlaced:
    """An idea lies on the table under a letter."""

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
    """A risk card lies at an idea."""

    seat: int
    idea: str
    risk: str


@record
class RiskWritten:
    """A risk in the group's own words lies at an idea."""

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


# ------------------------------------------------------------------ trials and abilities
@record
class TrialThrown:
    """The die of a trial: at or below the maturity the idea is proven."""

    seat: int
    idea: str
    die: int
    maturity: int
    proven: bool
    name: str


@record
class Learned:
    """A trial that did not prove the idea made it more mature."""

    idea: str
    maturity: int


@record
class AbilityUsed:
    """A role's ability was used."""

    seat: int
    role: str
    idea: str | None


@record
class PerkUsed:
    """A role's standing advantage was used for this round: a free trial, a free anchoring."""

    role: str


@record
class EffectsOpened:
    """True effects came to light: (idea, track, points)."""

    effects: tuple[tuple[str, Track, int], ...]


@record
class NothingFound:
    """A look for a true risk of an idea found none that is not named."""

    idea: str


@record
class FreeClaimGiven:
    """The seat whose turn it is may claim one benefit on a track, free."""

    track: Track


@record
class FreeClaimUsed:
    """The free claim was used."""


@record
class CostLowered:
    """An idea costs one capacity less."""

    idea: str
    cost: int


# ------------------------------------------------------------------ the reality check
@record
class CheckBegan:
    """A reality check begins for the ideas now due, in order."""

    round: int
    ideas: tuple[str, ...]


@record
class RiskThrown:
    """A true risk is tried: it strikes at a die of at most ``limit``.

    ``risk`` is the risk card (``None``: the unknown); ``named`` is how it lay on the table, if it
    did. A limit below one needs no die (0).
    """

    idea: str
    risk: str | None
    named: str | None
    track: Track
    die: int
    limit: int
    severity: int
    struck: bool


@record
class FalseAlarm:
    """A named risk turned out not to be true."""

    idea: str
    risk: str


@record
class StumbleThrown:
    """An idea that was never proven throws a die against its maturity."""

    idea: str
    die: int
    maturity: int
    stumbled: bool


@record
class RealityThrown:
    """The reality die of a benefit on a written idea; two dice when it is proven."""

    idea: str
    track: Track
    dice: tuple[int, ...]
    effect: int


@record
class Harvested:
    """What an idea gave on a track: ``effect`` is true, ``points`` is what was harvested."""

    idea: str
    track: Track
    estimate: int | None
    effect: int
    points: int
    anchored: bool


@record
class IdeaRealised:
    """The idea is realised: its benefits gave ``given`` of the ``claimed`` points."""

    idea: str
    claimed: int
    given: int


@record
class FollowedUp:
    """A realised benefit was followed up."""

    seat: int
    idea: str
    track: Track


@record
class CheckEnded:
    """The reality check is over."""

    round: int


# ------------------------------------------------------------------ estimate poker
@record
class EstimatesCalled:
    """Each seat is asked for its own estimate."""

    idea: str
    track: Track


@record
class EstimateGiven:
    """A seat has given its estimate; the number is hidden until all are in."""

    seat: int
    value: int


@record
class EstimatesTurned:
    """All estimates are in and are turned at once."""

    idea: str
    track: Track
    values: tuple[int, ...]


@record
class EstimatesClosed:
    """The estimate cards are put away."""


Event = (
    Begun
    | RoundOpened
    | EventTurned
    | OptionChosen
    | Dealt
    | TurnBegan
    | TurnsEnded
    | Passed
    | PhaseEnded
    | Ended
    | Spent
    | ActionGained
    | CapacityChanged
    | TrustChanged
    | BalanceShifted
    | TrackMoved
    | LikelihoodRaised
    | MaturityLowered
    | OwnerLeft
    | Paused
    | Stopped
    | CorrectionMade
    | IdeaPlaced
    | IdeaWritten
    | BenefitClaimed
    | EstimateRevised
    | BenefitAnchored
    | BenefitHandedOver
    | RiskNamed
    | RiskWritten
    | RiskTurnedUp
    | Picked
    | RiskMitigated
    | IdeaShelved
    | IdeaImplemented
    | TrialThrown
    | Learned
    | AbilityUsed
    | PerkUsed
    | EffectsOpened
    | NothingFound
    | FreeClaimGiven
    | FreeClaimUsed
    | CostLowered
    | CheckBegan
    | RiskThrown
    | FalseAlarm
    | StumbleThrown
    | RealityThrown
    | Harvested
    | IdeaRealised
    | FollowedUp
    | CheckEnded
    | EstimatesCalled
    | EstimateGiven
    | EstimatesTurned
    | EstimatesClosed
)
EVENTS: tuple[type[Event], ...] = get_args(Event)
