"""Answering reality: the claim it asked about stands, or gets another estimate."""

from __future__ import annotations

from game.engine import actions as act
from game.gui import theme
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.table.parts.dialog_parts import subject_picture
from game.table.play.dialogs.estimate import EstimateDialog, EstimateQuestion, subject
from game.table.play.game import Game
from game.wording import worth


class AnswerDialog(EstimateDialog):
    """One to six as large cards; the number that was claimed means to stand by it, 0 to withdraw.

    Esc leaves the question on the table, which has a button for it.
    """

    topic = "check"

    def __init__(self, game: Game) -> None:
        state = game.state
        if state.tested is None:
            raise LookupError("reality has not asked about a claim")
        id, track = state.tested
        idea = state.require_idea(id)
        b = idea.benefit(track)
        assert b is not None  # only a claim is asked about
        question = EstimateQuestion(
            game.t("{name}: do you stand by it?", name=game.seat_name(state.turn)),
            subject(game, id, b),
            track,
            known=state.effect(idea, track),
            now=b.estimate,
            promise=None if idea.written else idea.card.promise,
            measure=worth.own_measure(game.t, game.case, track, b),
            picture=subject_picture(game, id, b),
        )
        super().__init__(game, question, lambda n: game.do(act.Answer(state.turn, n)))

    def _reason(self, n: int) -> str:
        """Every number is an answer."""
        return ""

    def _note(self, n: int) -> str:
        if n == self.question.now:
            return self.t("I stand by it")
        return super()._note(n)

    def _foot(self, ui: Ui, box: Box) -> None:
        t, numbers = ui.t, self.question.numbers
        text = t(
            "Everybody advises, {name} answers. Press {low} to {high}, or click; Enter stands by "
            "it.",
            name=self.game.seat_name(self.game.state.turn),
            low=numbers[0],
            high=numbers[-1],
        )
        if self.question.disproved:
            withdraws = t("0 takes the claim off the table, and out of what is claimed.")
            text = f"{text} {withdraws}"
        ui.canvas.text(box, text, (26, 22), theme.CHALK_SOFT, valign="middle")
