"""Kinds of moments about ideas."""

from __future__ import annotations

from game.debrief.mentions import Way
from game.debrief.references import BenefitRef, IdeaRef, Person
from game.engine import Track
from game.frozen import frozen


@frozen
class UntriedStumbled:
    """An idea that was implemented without a trial stumbled and took ``lost`` points."""

    idea: IdeaRef
    lost: int


@frozen
class TrialChangedMinds:
    """What came to light by a trial was followed by other estimates on it, or by shelving."""

    idea: IdeaRef
    trial: str
    proven: bool
    revised: tuple[tuple[BenefitRef, int, int], ...]
    shelved: bool


@frozen
class TrackHarmed:
    """An idea gave points on one track and cost points on another, where no downside lay.

    ``mention`` is what had spoken of it most plainly, and ``since`` the round in which it did; both
    are ``None`` where nothing had. In version 1 of the rules no downside ``could_be_named``.
    """

    idea: IdeaRef
    gained: Track
    gain: int
    harmed: Track
    loss: int
    mention: Way | None
    since: int | None
    could_be_named: bool


@frozen
class HarmForeseen:
    """A harm came of which ``person`` had spoken; ``left`` of its ``loss`` was not made up for."""

    benefit: BenefitRef
    person: Person
    bearer: str
    loss: int
    left: int


@frozen
class HarmKnown:
    """An idea was implemented though it lay open since round ``since`` that it costs ``loss``.

    Nothing made up for it. ``named``: it lay there as a downside.
    """

    idea: IdeaRef
    track: Track
    loss: int
    since: int
    named: bool


@frozen
class ClaimAgainstKnown:
    """A benefit stood far above its truth when it was locked, though the truth lay open."""

    benefit: BenefitRef
    estimate: int
    effect: int
    since: int
