"""How long a game takes, said wherever somebody still decides on it; and what to do with less."""

from __future__ import annotations

from game.content import Case
from game.content.minutes import minutes_at
from game.debrief.talk import usual_minutes
from game.i18n import Words


def how_long(t: Words, case: Case) -> str:
    """The minutes of the game on its level, and of the talk about it."""
    return t(
        "About {game} minutes of play, and about {talk} of debrief.",
        game=minutes_at(case, case.setup.level),
        talk=usual_minutes(len(case.questions), own_project=case.own_project),
    )


def with_less_time(t: Words) -> str:
    """That a game may be ended before its time, and where."""
    return t("Less time? The facilitator's panel (F10) ends the game after any round.")
