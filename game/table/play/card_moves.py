"""What is done with a card of the hand that is put down, and with the ability of a role."""

from __future__ import annotations

from functools import partial

from game.engine import Action, Role, Track
from game.engine import actions as act
from game.engine.limits import ESTIMATES
from game.engine.setup import ON_AN_IDEA, STANDING
from game.gui.dialogs.modal import Question
from game.table.parts import gestures
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.pick_idea import PickIdeaDialog
from game.table.play.dialogs.post import PostDialog, asks_for_post
from game.table.play.game import Game
from game.views.hand import HandCard, hand_face
from game.views.seat import role_view
from game.wording import terms


def use_ability(game: Game, role: Role) -> None:
    """Use what only this role can do: where it is about an idea ask which one, else whether now.

    What counts by itself is told.
    """
    seat, t = game.state.turn, game.t
    name, text = terms.ability(t, role.ability), terms.ability_text(t, role.ability)
    if role.ability in STANDING:
        game.app.toast(f"{name}: {text} {role_view(game.names, game.state, role).by_itself}")
        return
    if role.ability not in ON_AN_IDEA:
        use = partial(game.do, act.UseAbility(seat, role.id))
        game.app.push(Question(name, text, t("Use it now"), use, no=t("Not yet")))
        return
    game.app.push(
        PickIdeaDialog(
            game,
            game.t("Which idea? {card}", card=terms.ability(game.t, role.ability)),
            lambda idea: act.UseAbility(seat, role.id, idea.id),
        )
    )


def drop(game: Game, held: HandCard, idea: str | None) -> None:
    """A card was dropped: a risk is placed at once, a claim needs an estimate.

    What is put on its track and belongs to an idea asks which one, if there are several.
    """
    if idea is None and held.deck != "ideas":
        _drop_beside(game, held)
        return
    if held.deck == "risks":
        game.do(gestures.placing(game, held, idea or "", 1))
        return
    on = idea if idea is not None else held.card
    track = gestures.track_of(game, held)
    game.app.push(
        EstimateDialog.for_placing(
            game,
            on,
            track,
            lambda n: _claim(game, gestures.placing(game, held, on, n), on, track),
            held.card if held.deck == "benefits" else "",
        )
    )


def _drop_beside(game: Game, held: HandCard) -> None:
    """A benefit or a risk was dropped on its track: ask which idea it belongs to."""
    takers = gestures.takers(game, held)
    if len(takers) == 1:
        drop(game, held, takers[0].id)
        return
    game.app.push(
        PickIdeaDialog(
            game,
            game.t("Which idea? {card}", card=hand_face(game.names, game.state, held).name),
            lambda idea: gestures.placing(game, held, idea.id, ESTIMATES[0]),
            lambda idea: drop(game, held, idea.id),
        )
    )


def _claim(game: Game, action: Action, idea: str, track: Track) -> None:
    """Place a claim; where savings come from posts, ask which one."""

    def ask() -> None:
        if asks_for_post(game, idea, track):
            game.app.push(PostDialog(game, game.state.require_idea(idea)))

    game.do(action, ask)
