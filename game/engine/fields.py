"""The types of an action's fields. Each says which values there are to choose from.

To a type checker they are ``int`` and ``str``; :mod:`game.engine.enumeration` reads the note that
each carries: a range is all its numbers, a word is looked up in the game (its seats, the cards of
the case, the ideas on the table). A field of :class:`Words` is free: what is written there cannot
be listed.
"""

from __future__ import annotations

from typing import Annotated

from game.engine import limits
from game.frozen import frozen


@frozen
class Words:
    """What may be written: how many characters at most, and whether nothing may be."""

    limit: int
    empty: bool = False


SeatNumber = Annotated[int, "seat"]
IdeaId = Annotated[str, "idea"]
"""An idea on the table."""
IdeaOrCardId = Annotated[str, "idea_or_card"]
"""An idea on the table, or the card of one in a hand."""
RiskId = Annotated[str, "risk"]
"""A risk that lies at an idea."""
IdeaCardId = Annotated[str, "idea_card"]
BenefitCardId = Annotated[str, "benefit_card"]
RiskCardId = Annotated[str, "risk_card"]
RoleId = Annotated[str, "role"]
PostId = Annotated[str, "post"]
"""A post of the economy overview."""

Estimate = Annotated[int, limits.ESTIMATES]
NewEstimate = Annotated[int, limits.NEW_ESTIMATES]
"""What a claim or a downside is estimated at once more; 0 withdraws it."""
PokerEstimate = Annotated[int, limits.POKER_ESTIMATES]
DownsideSize = Annotated[int, limits.DOWNSIDES]
"""How much a downside takes, in points."""
RangeEnd = Annotated[int, limits.RANGE_ENDS]
"""The low or the high end of the range of an estimate."""
Severity = Annotated[int, limits.SEVERITIES]
Likelihood = Annotated[int, limits.LIKELIHOODS]
OptionNumber = Annotated[int, limits.OPTIONS]
Correction = Annotated[int, limits.CORRECTIONS]
"""By how many points the facilitator corrects something; 0 would correct nothing."""

Name = Annotated[str, Words(limits.MAX_NAME)]
OptionalName = Annotated[str, Words(limits.MAX_NAME, empty=True)]
Reason = Annotated[str, Words(limits.MAX_TEXT)]
OptionalText = Annotated[str, Words(limits.MAX_TEXT, empty=True)]
OptionalUnit = Annotated[str, Words(limits.MAX_UNIT, empty=True)]


@frozen
class Measure:
    """How a benefit is measured: an indicator from a baseline to a target, read after months."""

    indicator: Name
    unit: OptionalUnit = ""
    baseline: float | None = None
    target: float | None = None
    months: int | None = None
