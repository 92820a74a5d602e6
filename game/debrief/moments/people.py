"""Kinds of moments about people."""

from __future__ import annotations

from game.debrief.references import BenefitRef, Person
from game.frozen import frozen


@frozen
class OwnerLate:
    """A benefit got its owner ``waited`` rounds late; ``locked``: implemented by then.

    In round ``since`` it was claimed, if it could have an owner then, or else could have one first.
    """

    benefit: BenefitRef
    owner: Person
    waited: int
    since: int
    locked: bool


@frozen
class OwnerGone:
    """An event took a benefit's owner; ``again``: it got a new owner later."""

    benefit: BenefitRef
    person: Person
    again: bool


@frozen
class TurnWithoutMove:
    """A seat had a turn in these rounds and did nothing in them that the log has kept."""

    person: Person
    rounds: tuple[int, ...]
