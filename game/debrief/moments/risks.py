"""Kinds of moments about risks."""

from __future__ import annotations

from game.debrief.references import Person, RiskRef
from game.frozen import frozen


@frozen
class UnnamedRiskStruck:
    """A true risk struck that lay at no idea as named; ``risk.id`` is ``None`` for the unknown.

    ``cost`` is what it took off its track. ``unheard``: nothing in the log had named it.
    ``in_hand``: its card lay in a hand at the table.
    """

    risk: RiskRef
    cost: int
    unheard: bool
    in_hand: bool


@frozen
class NamedRiskStruck:
    """A risk that lay named since round ``since`` struck, and nothing had been done about it.

    ``cost`` is what it took off its track.
    """

    risk: RiskRef
    cost: int
    since: int


@frozen
class FalseAlarmRaised:
    """A named risk was not true; ``mitigations`` were spent on it."""

    risk: RiskRef
    person: Person | None
    mitigations: int


@frozen
class RiskPrevented:
    """A true risk did not strike because it had been mitigated; it would have cost ``severity``.

    ``die`` is what was thrown: without the mitigation it had struck at it. It is 0 where no die was
    thrown, since the risk could not strike any more.
    """

    risk: RiskRef
    severity: int
    mitigations: int
    die: int
