"""Making up for a downside: the harm will be less; a description is optional."""

from __future__ import annotations

from game.engine import Benefit, Idea, Track
from game.engine import actions as act
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.table.parts.dialog_parts import ROOM, answers, beside_card, complaint, labelled, note
from game.table.play.dialogs.base import Dialog
from game.table.play.game import Game
from game.views import face_builder as faces
from game.wording import terms


class AmendsDialog(Dialog):
    """What a downside takes now and once it is made up for, and what the group does about it."""

    of_turn = True

    def __init__(self, game: Game, idea: Idea, track: Track) -> None:
        super().__init__(game)
        self.idea = idea.id
        self.track: Track = track
        self.note = ""
        self.wrong = ""

    def build(self, ui: Ui) -> None:
        """The card at the left, the points before and after, the note."""
        idea = self.game.state.idea(self.idea)
        b = idea.benefit(self.track) if idea else None
        if idea is None or b is None:
            self.app.pop(self)
            return
        t = self.t
        rest = dialog(ui, 1480, 780, t("Make up for a downside"), self.back)
        face = faces.benefit_on_table(self.game.names, self.game.state, idea, self.track)
        right = beside_card(ui, self.game, rest, face, (380, 520))
        buttons, right = right.cut_bottom(76, 20)
        effect, right = right.cut_top(250, 20)
        self._effect(ui, effect, b)
        price, right = right.cut_bottom(44, 12)
        text = t(
            "It takes 1 action and 1 capacity. You have {n} capacity.", n=self.game.state.capacity
        )
        ui.canvas.text(price, text, (26, 20), theme.CHALK_SOFT, valign="middle")
        wrong, field = labelled(
            ui, right, t("What makes up for it? (may be left empty)")
        ).cut_bottom(40, 6)
        example = t("for example: an hour a week to learn it")
        note(ui, field, "note", self.note, self._typed, self._make, example)
        complaint(ui.canvas, wrong, self.wrong)
        answers(ui, buttons, t("Make up for it"), self._make, self.back, icon="hand-heart")
        ui.focus_on("note")

    def _effect(self, ui: Ui, box: Box, b: Benefit) -> None:
        """What the group believes it takes now, and afterwards; what is true is as much less."""
        c, t, less = ui.canvas, self.t, self.game.state.setup.rules.amends
        c.panel(box, theme.PANEL, 16, line=theme.PANEL_LINE)
        head, rest = box.inset(24, 16).cut_top(44, 8)
        text = t("What you believe it costs on {track}", track=terms.track(t, self.track))
        c.text(head, text, ROOM, theme.CHALK, "semibold", valign="middle")
        foot, rest = rest.cut_bottom(40, 8)
        text = t.plural(
            "Whatever it truly is, it will be {n} point less.",
            "Whatever it truly is, it will be {n} points less.",
            less,
        )
        c.text(foot, text, (26, 20), theme.CHALK_SOFT, valign="middle")
        before, arrow, after = rest.columns((1, 0.25, 1), 10)
        for cell, label, points, ink in (
            (before, t("now"), b.estimate, theme.CHALK),
            (after, t("afterwards"), min(0, b.estimate + less), theme.ACCENT),
        ):
            big, small = cell.rows((1.6, 1))
            number = t.number(points)
            c.text(big, number, (56, 48, 40), ink, "bold", align="centre", valign="middle")
            c.text(small, label, (26, 24), theme.CHALK_SOFT, align="centre")
        c.icon("arrow-right", arrow.place(60, 60, 0.5, 0.25), theme.CHALK)

    def _typed(self, text: str) -> None:
        self.note = text

    def _make(self) -> None:
        action = act.MakeAmends(self.game.state.turn, self.idea, self.track, self.note.strip())
        self.wrong = self.game.why_not(action)
        if not self.wrong:
            self.finish(action)
