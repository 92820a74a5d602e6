"""Mitigating a named risk; a description of the measure is optional."""

from __future__ import annotations

from game.engine import Idea, Risk
from game.engine import actions as act
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.i18n import Words
from game.table.parts.dialog_parts import ROOM, answers, beside_card, complaint, labelled, note
from game.table.play.dialogs.base import Dialog
from game.table.play.game import Game
from game.views import face_builder as faces
from game.wording import actions, terms


def chance(t: Words, limit: int) -> str:
    """The chance of a roll of at most ``limit``, in everyday words."""
    if limit <= 0:
        return t("never")
    return t("always") if limit >= 6 else t("{n} in 6", n=limit)


class MitigateDialog(Dialog):
    """What the risk does now and after mitigation, and a description of the measure."""

    of_turn = True

    def __init__(self, game: Game, idea: Idea, risk: Risk) -> None:
        super().__init__(game)
        self.idea = idea.id
        self.risk = risk.id
        self.note = ""
        self.wrong = ""

    def build(self, ui: Ui) -> None:
        """The card at the left, the chance before and after, the note."""
        idea = self.game.state.idea(self.idea)
        risk = idea.risk(self.risk) if idea else None
        if idea is None or risk is None:
            self.app.pop(self)
            return
        t = self.t
        rest = dialog(ui, 1480, 730, t("Mitigate a risk"), self.back)
        face = faces.risk_on_table(self.game.names, self.game.state, idea, risk)
        right = beside_card(ui, self.game, rest, face, (380, 520))
        buttons, right = right.cut_bottom(76, 20)
        effect, right = right.cut_top(210, 20)
        self._effect(ui, effect, risk)
        price, right = right.cut_bottom(44, 12)
        action = act.Mitigate(self.game.state.turn, idea.id, risk.id)
        text = actions.cost_now(t, self.game.state, action)
        ui.canvas.text(price, text, (26, 20), theme.CHALK_SOFT, valign="middle")
        wrong, field = labelled(
            ui, right, t("What do we do about it? (may be left empty)")
        ).cut_bottom(40, 6)
        example = t("for example: two colleagues try it first")
        note(ui, field, "note", self.note, self._typed, self._mitigate, example)
        complaint(ui.canvas, wrong, self.wrong)
        answers(ui, buttons, t("Mitigate the risk"), self._mitigate, self.back, icon="shield")
        ui.focus_on("note")

    def _effect(self, ui: Ui, box: Box, risk: Risk) -> None:
        """How often it strikes now, and how often afterwards."""
        c, t = ui.canvas, self.t
        c.panel(box, theme.PANEL, 16, line=theme.PANEL_LINE)
        head, rest = box.inset(24, 16).cut_top(44, 8)
        c.text(head, self._cost(risk), ROOM, theme.CHALK, "semibold", valign="middle")
        before, arrow, after = rest.columns((1, 0.25, 1), 10)
        now, then = self._chances(risk)
        for cell, label, text, ink in (
            (before, t("now"), now, theme.CHALK),
            (after, t("afterwards"), then, theme.ACCENT),
        ):
            big, small = cell.rows((1.6, 1))
            sizes = (56, 48, 40, 34, 30, 26)
            c.text(big, text, sizes, ink, "bold", align="centre", valign="middle")
            c.text(small, label, (26, 24), theme.CHALK_SOFT, align="centre")
        c.icon("arrow-right", arrow.place(60, 60, 0.5, 0.25), theme.CHALK)

    def _cost(self, risk: Risk) -> str:
        """What it takes if it strikes; of a risk in the group's own words, that nobody knows."""
        t = self.t
        if risk.name is not None:
            return t("Nobody knows how severe and how likely it truly is.")
        points = t.number(-risk.severity)
        track = terms.track(t, risk.track)
        return t("If it strikes: {track} {points}", track=track, points=points)

    def _chances(self, risk: Risk) -> tuple[str, str]:
        """How often it strikes now and afterwards, as far as the table knows."""
        t, s = self.t, self.game.state
        less = s.setup.rules.mitigation
        if risk.name is not None:
            return "?", t("{n} less on the die", n=less)
        now = s.limit(risk)
        return chance(t, now), chance(t, now - less)

    def _typed(self, text: str) -> None:
        self.note = text

    def _mitigate(self) -> None:
        action = act.Mitigate(self.game.state.turn, self.idea, self.risk, self.note.strip())
        self.wrong = self.game.why_not(action)
        if not self.wrong:
            self.finish(action)
