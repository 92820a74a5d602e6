"""What lies on the stage of a step without words tells what it is when it is pointed at."""

from __future__ import annotations

from game.engine import events as ev
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.table.parts.card_signs import tell_card
from game.table.parts.dice import FACES
from game.table.parts.game_view import GameView
from game.table.play.check import stage
from game.table.play.check.step_facts import idea_of
from game.table.play.check.steps import CheckStep
from game.views import face_builder as faces
from game.views.faces import RiskFace
from game.views.signs import sentence


def add_signs(ui: Ui, box: Box, game: GameView, step: CheckStep, *, thrown: bool) -> None:
    """The signs of the risk card, and the die with what each of its faces would bring."""
    if not step.events:
        return
    dice, rule = stage.dice_area(box, step), _rule(game, step)
    if dice is not None and rule:
        ui.explain("dice", dice, rule)
    face = _risk(game, step, thrown=thrown)
    if face is not None:
        tell_card(ui, "risk", stage.risk_box(box), game, face)


def _rule(game: GameView, step: CheckStep) -> str:
    """What the die decides; empty for a step without one."""
    t, e = game.t, step.events[0]
    if isinstance(e, ev.RiskThrown):
        if e.limit <= 0:
            return t("It cannot strike any more.")
        return t("It strikes if a six-sided die shows {n} or less.", n=min(FACES, e.limit))
    if isinstance(e, ev.StumbleThrown):
        face = faces.idea_on_table(game.names, step.before, idea_of(step))
        return sentence(game.names, step.before, face, ("maturity",))
    return ""


def _risk(game: GameView, step: CheckStep, *, thrown: bool) -> RiskFace | None:
    """The face of the risk card that lies open on the stage."""
    e = step.events[0]
    if isinstance(e, ev.RiskThrown):
        return stage.risk_face(game, step, e, thrown=thrown) if thrown or e.named else None
    return stage.card_to_turn(game, step) if thrown and step.kind in stage.TURNING else None
