"""Trials and abilities: what was found out, and what it changed."""

from __future__ import annotations

from game.engine.actions import Adjustment, TrialQuestion
from game.engine.setup import Track
from game.frozen import frozen


@frozen
class TrialThrown:
    """In version 1 of the rules a trial was one die, at once: up to the maturity it proved."""

    seat: int
    idea: str
    die: int
    maturity: int
    proven: bool
    name: str


@frozen
class TrialSetUp:
    """A trial was set up; it is reported when the next round opens."""

    seat: int
    idea: str
    about: TrialQuestion
    name: str
    measure: str


@frozen
class TrialReported:
    """The report of a trial: at a die of at most the maturity the idea is proven."""

    seat: int
    idea: str
    about: TrialQuestion
    die: int
    maturity: int
    proven: bool
    name: str


@frozen
class AdjustmentAsked:
    """A trial did not prove its idea: who set it up chooses what is worked on."""

    seat: int
    idea: str


@frozen
class IdeaAdjusted:
    """What is worked on after a trial was chosen."""

    seat: int
    idea: str
    how: Adjustment


@frozen
class Learned:
    """A trial that did not prove the idea made it more mature."""

    idea: str
    maturity: int


@frozen
class AbilityUsed:
    """A role's ability was used."""

    seat: int
    role: str
    idea: str | None


@frozen
class PerkUsed:
    """A role's standing advantage was used for this round: a free trial, a free anchoring."""

    role: str


@frozen
class EffectsOpened:
    """True effects came to light: (idea, track, points)."""

    effects: tuple[tuple[str, Track, int], ...]


@frozen
class NothingFound:
    """A look for a true risk of an idea found none that is not named."""

    idea: str


@frozen
class FreeClaimGiven:
    """The seat whose turn it is may claim one benefit on a track, free."""

    track: Track


@frozen
class FreeClaimUsed:
    """The free claim was used."""


@frozen
class CostLowered:
    """An idea costs one capacity less."""

    idea: str
    cost: int
