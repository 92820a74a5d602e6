"""That a game was ended before its time, and after how much of it."""

from __future__ import annotations

from game.engine.results import EarlyEnd
from game.engine.state import Cut
from game.i18n import Words


def early_title(t: Words, end: EarlyEnd) -> str:
    """As a title: ``Ended early, after round 5 of 7``."""
    if end.whole:
        return t("Ended early, after round {n} of {all}", n=end.round, all=end.rounds)
    return t("Ended early, in round {n} of {all}", n=end.round, all=end.rounds)


def early_text(t: Words, end: EarlyEnd) -> str:
    """As a sentence about the game."""
    if end.whole:
        return t(
            "The game was ended before its time, after round {n} of {all}.",
            n=end.round,
            all=end.rounds,
        )
    return t(
        "The game was ended before its time, in round {n} of {all}.", n=end.round, all=end.rounds
    )


def ending_text(t: Words, cut: Cut) -> str:
    """What the facilitator does then."""
    if cut.whole:
        return t("The facilitator ends the game early, after round {n}.", n=cut.round)
    return t("The facilitator ends the game early, in round {n}.", n=cut.round)
