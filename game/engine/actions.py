"""What can be asked of the rules: one small record for each kind of decision.

``seat`` is who asks; facilitator moves have none. An action says what is wanted and nothing of what
comes of it: events do.
"""

from __future__ import annotations

from typing import Literal, get_args

from game.engine.fields import (
    BenefitCardId,
    Correction,
    DownsideSize,
    Estimate,
    IdeaCardId,
    IdeaId,
    IdeaOrCardId,
    Likelihood,
    Measure,
    Name,
    NewEstimate,
    OptionalName,
    OptionalText,
    OptionNumber,
    PokerEstimate,
    PostId,
    RangeEnd,
    Reason,
    RiskCardId,
    RiskId,
    RoleId,
    SeatNumber,
    Severity,
)
from game.engine.setup import Kind, Track
from game.frozen import frozen


# ------------------------------------------------------------------ placing cards
@frozen
class PlaceIdea:
    """Place an idea from the hand; the estimate is its first benefit, on its main track."""

    seat: SeatNumber
    card: IdeaCardId
    estimate: Estimate


@frozen
class WriteIdea:
    """Write an idea of the group's own and place it."""

    seat: SeatNumber
    name: Name
    track: Track
    kind: Kind
    estimate: Estimate
    text: OptionalText = ""


@frozen
class PlaceBenefit:
    """Claim a benefit from the hand for an idea on the table."""

    seat: SeatNumber
    card: BenefitCardId
    idea: IdeaId
    estimate: Estimate


@frozen
class WriteBenefit:
    """Write a benefit and claim it for an idea on the table."""

    seat: SeatNumber
    name: Name
    track: Track
    idea: IdeaId
    estimate: Estimate


@frozen
class Claim:
    """Place the benefit that an ability gives, free, on the track it has just looked at."""

    seat: SeatNumber
    idea: IdeaId
    estimate: Estimate


@frozen
class NameDownside:
    """Say what an idea costs somebody: ``size`` points on a track; ``bearer`` is who bears it.

    A benefit that is claimed there gives way.
    """

    seat: SeatNumber
    idea: IdeaId
    track: Track
    size: DownsideSize
    name: OptionalName = ""
    bearer: OptionalName = ""


@frozen
class PlaceRisk:
    """Name a risk from the hand on an idea printed on the card."""

    seat: SeatNumber
    card: RiskCardId
    idea: IdeaId


@frozen
class WriteRisk:
    """Write a risk and name it on an idea."""

    seat: SeatNumber
    name: Name
    track: Track
    idea: IdeaId
    severity: Severity = 3
    likelihood: Likelihood = 3


# ------------------------------------------------------------------ working on what lies there
@frozen
class Rally:
    """Gather the group: one capacity more."""

    seat: SeatNumber


@frozen
class Anchor:
    """Give a benefit its owner and its measure; ``None`` takes the card's own measure."""

    seat: SeatNumber
    idea: IdeaId
    track: Track
    owner: SeatNumber
    measure: Measure | None = None


@frozen
class Mitigate:
    """Do something about a named risk; ``note`` says what."""

    seat: SeatNumber
    idea: IdeaId
    risk: RiskId
    note: OptionalText = ""


@frozen
class MakeAmends:
    """Make up for a downside: the harm will be less; ``note`` says how."""

    seat: SeatNumber
    idea: IdeaId
    track: Track
    note: OptionalText = ""


TrialQuestion = Literal["citizen", "process", "economy", "employee", "risk"]
"""What a trial asks: what the idea gives on a track, or what may go wrong."""


@frozen
class Trial:
    """Set a trial of an idea up: what it asks, its name, and how its answer is measured."""

    seat: SeatNumber
    idea: IdeaId
    about: TrialQuestion = "risk"
    name: OptionalName = ""
    measure: OptionalText = ""


Adjustment = Literal["maturity", "effect", "risk"]
"""What is worked on after a trial that did not prove its idea."""


@frozen
class Adjust:
    """Choose what the group works on after a trial that did not prove its idea."""

    seat: SeatNumber
    idea: IdeaId
    how: Adjustment


@frozen
class Shelve:
    """Put an idea away with all that is linked to it."""

    seat: SeatNumber
    idea: IdeaId


@frozen
class Implement:
    """Carry an idea out: its estimates are locked from now on."""

    seat: SeatNumber
    idea: IdeaId


@frozen
class FollowUp:
    """Harvest one point more of a realised, anchored benefit."""

    seat: SeatNumber
    idea: IdeaId
    track: Track


@frozen
class Revise:
    """Change the estimate of a benefit whose idea is not yet implemented; 0 withdraws it."""

    seat: SeatNumber
    idea: IdeaId
    track: Track
    estimate: NewEstimate


@frozen
class SetRange:
    """Say between which points a benefit lies; its estimate is one of them."""

    seat: SeatNumber
    idea: IdeaId
    track: Track
    low: RangeEnd
    high: RangeEnd


@frozen
class HandOver:
    """The owner (``seat``) gives a benefit to a seat that agrees."""

    seat: SeatNumber
    idea: IdeaId
    track: Track
    to: SeatNumber


@frozen
class UseAbility:
    """Use the ability of one of the seat's roles, on an idea where it asks for one."""

    seat: SeatNumber
    role: RoleId
    idea: IdeaId | None = None


@frozen
class Pass:
    """End the seat's turn; actions that are left are lost."""

    seat: SeatNumber


@frozen
class Choose:
    """The starting seat chooses one of an event's options (0 or 1)."""

    seat: SeatNumber
    option: OptionNumber


@frozen
class Answer:
    """Answer reality's question to a claim: stand by it, or give another estimate (0: withdraw)."""

    seat: SeatNumber
    estimate: NewEstimate


# ------------------------------------------------------------------ of modules
@frozen
class NamePost:
    """Say from which post of the economy overview a benefit on economy is taken."""

    seat: SeatNumber
    idea: IdeaId
    post: PostId


@frozen
class SpendTrust:
    """Ask for patience: trust is turned into capacity."""

    seat: SeatNumber


# ------------------------------------------------------------------ the facilitator
@frozen
class Proceed:
    """Go on: hold the reality check, or open the next round."""


@frozen
class SkipTurn:
    """Skip the turn of the seat whose turn it is."""


@frozen
class EndPhase:
    """End the phase early: straight to this round's reality check, then the next phase."""


@frozen
class EndGame:
    """End the game before its time: what is under way meets reality now, and that was all."""


Corrected = Literal["citizen", "process", "economy", "employee", "capacity", "trust"]
CORRECTED: tuple[Corrected, ...] = get_args(Corrected)


@frozen
class Correct:
    """Correct a track, the capacity or the trust by some points, with a reason."""

    what: Corrected
    by: Correction
    reason: Reason


@frozen
class Arrive:
    """Somebody comes late: a new seat, with a name and a role that is free."""

    name: Name
    role: RoleId | None = None


@frozen
class Leave:
    """Nobody sits at ``place`` any more, for now or for good."""

    place: SeatNumber


@frozen
class Return:
    """Whoever sat at ``place`` is back."""

    place: SeatNumber


@frozen
class Replace:
    """Somebody else takes a seat, with all that belongs to it."""

    place: SeatNumber
    name: Name


@frozen
class TakeRole:
    """A role moves to ``place``: a free one, that of an absent seat, or one of several."""

    place: SeatNumber
    role: RoleId


@frozen
class CallEstimates:
    """Start estimate poker on what an idea gives on a track."""

    idea: IdeaOrCardId
    track: Track


@frozen
class GiveEstimate:
    """A seat's own estimate (0 to 6), hidden until all are in; ``None`` is no opinion."""

    seat: SeatNumber
    value: PokerEstimate | None


@frozen
class CloseEstimates:
    """Put the estimate cards away."""


Action = (
    PlaceIdea
    | WriteIdea
    | PlaceBenefit
    | WriteBenefit
    | Claim
    | NameDownside
    | PlaceRisk
    | WriteRisk
    | Rally
    | Anchor
    | Mitigate
    | MakeAmends
    | Trial
    | Adjust
    | Shelve
    | Implement
    | FollowUp
    | Revise
    | SetRange
    | HandOver
    | UseAbility
    | Pass
    | Choose
    | Answer
    | NamePost
    | SpendTrust
    | Proceed
    | SkipTurn
    | EndPhase
    | EndGame
    | Correct
    | Arrive
    | Leave
    | Return
    | Replace
    | TakeRole
    | CallEstimates
    | GiveEstimate
    | CloseEstimates
)
ACTIONS: tuple[type[Action], ...] = get_args(Action)


@frozen
class Refusal:
    """Why something may not be done: a code, and what a sentence about it needs."""

    code: str
    params: dict[str, object]


def refuse(code: str, **params: object) -> Refusal:
    """A refusal with its parameters."""
    return Refusal(code, params)
