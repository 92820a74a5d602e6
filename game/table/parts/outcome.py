"""What would come of dropping a card: the numbers of the board before and after, in one line.

The rules are asked, with the lowest and the highest estimate: what a group believes is said later.
"""

from __future__ import annotations

from game.engine import Refusal, State, apply
from game.engine.limits import ESTIMATES
from game.i18n import Words
from game.table.parts import gestures
from game.table.parts.game_view import GameView
from game.views.hand import HandCard
from game.wording import figures, terms


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
    told = (name, _claimed(game, held, low.state, high.state), *_meters(game, low.state))
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


def _meters(game: GameView, after: State) -> list[str]:
    """Trust, capacity and balance where they change, and the actions that are left."""
    before, t = game.state, game.t
    changes = (
        (t("Trust"), before.trust, after.trust),
        (t("Capacity"), before.capacity, after.capacity),
    )
    told = [_changed(t, *change) for change in changes if change[1] != change[2]]
    if before.balance != after.balance:
        sides = figures.signed(t, before.balance), figures.signed(t, after.balance)
        told.append(t("Balance {before} → {after}", before=sides[0], after=sides[1]))
    return [*told, _actions(t, before, after)]


def _changed(t: Words, name: str, before: int, after: int) -> str:
    return f"{name} {t.number(before)} → {t.number(after)}"


def _actions(t: Words, before: State, after: State) -> str:
    """The actions that are left of this turn, if it takes one."""
    if after.step != before.step or after.turn != before.turn:
        return t("Your turn ends")
    if after.actions == before.actions:
        return t("Takes no action")
    return t.plural("{n} action left", "{n} actions left", after.actions)
