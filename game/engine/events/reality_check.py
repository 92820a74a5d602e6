"""The reality check, step by step."""

from __future__ import annotations

from typing import Literal

from game.engine.setup import Track
from game.frozen import frozen


@frozen
class CheckBegan:
    """A reality check begins for the ideas now due, in order."""

    round: int
    ideas: tuple[str, ...]


@frozen
class RiskThrown:
    """A true risk is tried: it strikes at a die of at most ``limit``.

    ``risk`` is the true risk (``None``: the unknown of version 1 of the rules); ``named`` is how it
    lay on the table, if it did. A limit below one needs no die (0).
    """

    idea: str
    risk: str | None
    named: str | None
    track: Track
    die: int
    limit: int
    severity: int
    struck: bool


@frozen
class FalseAlarm:
    """A named risk turned out not to be true."""

    idea: str
    risk: str


@frozen
class ClaimTested:
    """Nothing was due, so reality asked about a claim: ``effect`` is what is true."""

    seat: int
    idea: str
    track: Track
    estimate: int
    effect: int


@frozen
class ClaimAnswered:
    """The seat stood by its claim, or gave it another estimate."""

    seat: int
    idea: str
    track: Track
    stands: bool


@frozen
class RiskTested:
    """Nothing was due, and the idea asked about has a true risk that nobody had named."""

    idea: str


@frozen
class NothingTested:
    """Nothing was due, and of what was claimed and what may go wrong nothing is hidden.

    Or a trial is finding it out already.
    """


@frozen
class StumbleThrown:
    """An idea that was never proven throws a die against its maturity."""

    idea: str
    die: int
    maturity: int
    stumbled: bool


@frozen
class RealityThrown:
    """In version 1 of the rules dice made the effect of a claim on a written idea."""

    idea: str
    track: Track
    dice: tuple[int, ...]
    effect: int


Short = Literal["away", "overloaded", "no_post", "post_empty"]
"""Why a benefit with an owner gave less: the owner is not at home on its track or owns too much;
no post was named for it, or the post holds no more."""


@frozen
class Harvested:
    """What an idea gave on a track: ``effect`` is true, ``points`` is what was harvested."""

    idea: str
    track: Track
    estimate: int | None
    effect: int
    points: int
    anchored: bool
    short: Short | None = None


@frozen
class IdeaRealised:
    """The idea is realised: its benefits gave ``given`` of the ``claimed`` points."""

    idea: str
    claimed: int
    given: int


@frozen
class FollowedUp:
    """A realised benefit was followed up."""

    seat: int
    idea: str
    track: Track


@frozen
class CheckEnded:
    """The reality check is over."""

    round: int
