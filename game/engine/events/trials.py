"""Trials and abilities: what was found out, and what it changed."""

from __future__ import annotations

from game.engine.actions import Adjustment, TrialQuestion
from game.engine.records import record
from game.engine.setup import Track


@record
class TrialThrown:
    """In version 1 of the rules a trial was one die, at once: up to the maturity it proved."""

    seat: int
    idea: str
    die: int
    maturity: int
    proven: bool
    name: str


@record
class TrialSetUp:
    """A trial was set up; it is reported when the next round opens."""

    seat: int
    idea: str
    about: TrialQuestion
    name: str
    measure: str


@record
class TrialReported:
    """The report of a trial: at a die of at most the maturity the idea is proven."""

    seat: int
    idea: str
    about: TrialQuestion
    die: int
    maturity: int
    proven: bool
    name: str


@record
class AdjustmentAsked:
    """A trial did not prove its idea: who set it up chooses what is worked on."""

    seat: int
    idea: str


@record
class IdeaAdjusted:
    """What is worked on after a trial was chosen."""

    seat: int
    idea: str
    how: Adjustment


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
