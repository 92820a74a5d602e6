"""What becomes of a true effect when its idea is realised: the arithmetic of the harvest.

The first version of the rules counted otherwise. What tells of its games asks the same functions.
"""

from __future__ import annotations

from game.engine.state import Benefit, Idea, State


def after_stumble(s: State, idea: Idea, effect: int) -> int:
    """What is left of an effect: version 1 halved each gain, version 2 takes points off a track."""
    return effect // 2 if s.edition < 2 and idea.stumbled and effect > 0 else effect


def without_owner(s: State, effect: int) -> int:
    """What comes home of a gain that nobody owns: a few points at most; in version 1 half."""
    return effect // 2 if s.edition < 2 else min(effect, s.setup.rules.unowned)


def with_owner(effect: int, *, falls_short: bool) -> int:
    """What comes home of a gain that somebody owns, who may fall short of it by a point."""
    return effect - 1 if falls_short else effect


def of_harm(s: State, claim: Benefit | None, effect: int) -> int:
    """What a harm, an effect of at most 0, comes to.

    It is less where the group made up for it, and more where nobody had spoken of it.
    """
    if effect == 0 or s.edition < 2:
        return effect
    if claim is None or not claim.downside:
        return effect - s.setup.rules.unspoken
    return min(0, effect + s.setup.rules.amends) if claim.amends is not None else effect


def carrying_out_price(s: State, idea: Idea) -> int:
    """The capacity that carrying an idea out takes; in version 1 a proven one cost 1 less."""
    return max(1, idea.cost - 1) if s.edition < 2 and idea.was_proven else idea.cost
