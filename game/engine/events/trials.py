"""Trials and abilities: what was found out, and what it changed."""

from __future__ import annotations

from game.engine.records import record
from game.engine.setup import Track


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
