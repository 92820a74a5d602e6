"""What would come of dropping a card: the numbers of the board before and after, in one line.

The rules are asked, with the lowest and the highest estimate: what a group believes is said later.
"""

from __future__ import annotations

from game.engine import Refusal, State, apply
from game.engine.limits import ESTIMATES
from game.table.parts import gestures
from game.table.parts.game_view import GameView
from game.views.hand import HandCard
from game.views.outcome import meters
from game.wording import terms


def of_dropping(game: GameView, held: HandCard, idea: str | None) -> str:
    """What comes of dropping a card on an idea, or on its track (``None``)."""
    on = idea
    if on is None and held.deck != "ideas":
        takers = gestures.takers(game, held)
        if len(takers) != 1:
            return game.t("Put it down here, and say which idea it belongs to.")
        on = takers[0].id
    low, high = (
        apply(game.state, gestures.placing(game, held, on or "", n))
        for n in (ESTIMATES[0], ESTIMATES[-1])
    )
    if isinstance(low, Refusal) or isinstance(high, Refusal):
        return ""
    name = "" if idea is not None or on is None else _put_on(game, on)
    told = (
        name,
        _claimed(game, held, low.state, high.state),
        *meters(game.t, game.state, low.state),
    )
    return " · ".join(text for text in told if text)


def _put_on(game: GameView, idea: str) -> str:
    """The only idea that a card dropped on its track can belong to."""
    return game.t("On {idea}", idea=game.names.idea(game.state.require_idea(idea)))


def _claimed(game: GameView, held: HandCard, low: State, high: State) -> str:
    """How much would be claimed on the card's track, by what the group says."""
    track, t = gestures.track_of(game, held), game.t
    before, least, most = (state.claimed(track) for state in (game.state, low, high))
    if before == least == most:
        return ""
    name = terms.track(t, track)
    return t(
        "Claimed on {track}: {before} now, then {least} to {most}, by your number",
        track=name,
        before=t.number(before),
        least=t.number(least),
        most=t.number(most),
    )
