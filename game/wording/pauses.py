"""What a pause of the project means, which in the last round is nothing more."""

from __future__ import annotations

from game.engine import Rules
from game.i18n import Words


def is_played(rules: Rules, round: int) -> bool:
    """Whether there is such a round, in which the project could pause."""
    return round <= sum(rules.rounds)


def what_pauses(t: Words, rules: Rules, round: int) -> str:
    """What is not done in the round of a pause, for use within a sentence."""
    if is_played(rules, round):
        return t("nothing is implemented in round {n}", n=round)
    return t("no round is left in which anything could be implemented")
