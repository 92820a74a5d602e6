"""Explains a role's aim to a beginner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.i18n import Words, mark, mark_plural
from game.wording import terms

if TYPE_CHECKING:
    from game.engine.setup import Aim

_COUNTED: dict[str, tuple[str, str]] = {
    "anchored_at_least": mark_plural(
        "It is met when at least {n} benefit has an owner and a measure.",
        "It is met when at least {n} benefits have an owner and a measure.",
    ),
    "proven_at_least": mark_plural(
        "It is met when a trial has shown of at least {n} idea that it works.",
        "It is met when trials have shown of at least {n} ideas that they work.",
    ),
    "scaled_at_least": mark_plural(
        "It is met when at least {n} idea is proven and implemented before the Implementation "
        "phase begins.",
        "It is met when at least {n} ideas are proven and implemented before the Implementation "
        "phase begins.",
    ),
    "kinds_realised_at_least": mark_plural(
        "It is met when realised ideas are of at least {n} kind: product, service, work process "
        "or communication.",
        "It is met when realised ideas are of at least {n} kinds: product, service, work process "
        "or communication.",
    ),
    "everyone_owns_at_least": mark_plural(
        "It is met when everybody at the table owns at least {n} benefit.",
        "It is met when everybody at the table owns at least {n} benefits.",
    ),
}
_AT_A_TRACK = mark_plural(
    "It is met when {track} stands at {n} point or more at the end of the game.",
    "It is met when {track} stands at {n} points or more at the end of the game.",
)
_NEVER_BELOW = mark_plural(
    "It is met when no track has been below {n} point when a reality check ended.",
    "It is met when no track has been below {n} points when a reality check ended.",
)
_REALISM = mark(
    "It is met when what you guessed while the truth was hidden and what was true agree by at "
    "least {share}, all guesses taken together."
)


def aim_text(t: Words, aim: Aim) -> str:
    """The condition of an aim, in a whole sentence."""
    if aim.kind == "realism_at_least":
        return t(_REALISM, share=t.percent(aim.value))
    if aim.kind == "track_at_least":
        track = terms.track(t, aim.track or "citizen")
        return t.plural(*_AT_A_TRACK, int(aim.value), track=track)
    if aim.kind == "no_track_ever_below":
        return t.plural(*_NEVER_BELOW, int(aim.value))
    return t.plural(*_COUNTED[aim.kind], int(aim.value))
