"""Trying out an idea on a small scale: a name for the trial, and the odds of success."""

from __future__ import annotations

from game.engine import Idea, cost
from game.engine import actions as act
from game.engine.limits import MAX_NAME
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.field import TextField
from game.table.parts.dialog_parts import TEXT, answers, beside_card, complaint, labelled
from game.table.play.dialogs.base import Dialog
from game.table.play.dialogs.mitigate import chance
from game.table.play.game import Game
from game.views import face_builder as faces


class TrialDialog(Dialog):
    """The chance in plain words, the effect of either outcome, and a name for the experiment."""

    def __init__(self, game: Game, idea: Idea) -> None:
        super().__init__(game)
        self.idea = idea.id
        self.name = ""
        self.wrong = ""

    def build(self, ui: Ui) -> None:
        """The card at the left; chance, outcomes and name at the right."""
        idea = self.game.state.idea(self.idea)
        if idea is None:
            self.app.pop(self)
            return
        t = self.t
        rest = dialog(ui, 1560, 780, t("Try it small"), self.back)
        right = beside_card(
            ui.canvas, rest, faces.idea_on_table(self.game.names, self.game.state, idea), (400, 560)
        )
        buttons, right = right.cut_bottom(76, 18)
        price, right = right.cut_bottom(44, 8)
        ui.canvas.text(price, self._price(), (26, 24, 22, 20), theme.CHALK_SOFT, valign="middle")
        odds, right = right.cut_top(280, 20)
        self._odds(ui, odds, idea)
        self._naming(ui, right)
        answers(ui, buttons, t("Try it"), self._try, self.back, icon="flask-conical")
        ui.focus_on("name")

    def _naming(self, ui: Ui, box: Box) -> None:
        label = ui.t("What is the experiment called? (may be left empty)")
        wrong, field = labelled(ui, box, label).cut_bottom(40, 6)
        ui.add(
            TextField(
                "name",
                field.cut_top(min(66, field.h))[0],
                self.name,
                self._typed,
                limit=MAX_NAME,
                size=28,
                on_enter=self._try,
                placeholder=ui.t("for example: one counter on Tuesday"),
            )
        )
        complaint(ui.canvas, wrong, self.wrong)

    def _price(self) -> str:
        t, s = self.t, self.game.state
        if cost(s, act.Trial(s.turn, self.idea)).capacity == 0:
            return t("It takes 1 action. This seat's first trial of the round costs no capacity.")
        return t("It takes 1 action and 1 capacity. You have {n} capacity.", n=s.capacity)

    def _odds(self, ui: Ui, box: Box, idea: Idea) -> None:
        """The chance in large type, and both outcomes, each presented as a gain."""
        c, t = ui.canvas, self.t
        c.panel(box, theme.PANEL, 16, line=theme.PANEL_LINE)
        big, rest = box.inset(24, 18).cut_left(270, 28)
        number, label = big.rows((1.5, 1), 4)
        c.text(
            number,
            chance(t, idea.maturity),
            (72, 64, 56, 48),
            theme.ACCENT,
            "bold",
            align="centre",
            valign="bottom",
        )
        text = t("a die against maturity {n}", n=idea.maturity)
        c.text(label, text, (24, 22, 20), theme.CHALK, align="centre", whole=True)
        proven, wiser = rest.rows(2, 12)
        good, learned = self._outcomes(idea)
        self._outcome(ui, proven, "badge-check", good)
        self._outcome(ui, wiser, "book-open", learned)

    def _outcomes(self, idea: Idea) -> tuple[str, str]:
        """The effects of success and of failure."""
        t, more = self.t, self.game.state.setup.rules.learned
        if idea.written:
            return (
                t("Proven: it costs 1 less, and two dice decide what it gives; the better counts."),
                t("Or wiser: maturity +{n}.", n=more),
            )
        return (
            t("Proven: all its true effects are open, and it costs 1 less to implement."),
            t("Or wiser: maturity +{n}, and something hidden comes to light.", n=more),
        )

    def _outcome(self, ui: Ui, box: Box, icon: str, text: str) -> None:
        sign, words = box.cut_left(48, 18)
        ui.canvas.icon(icon, sign.place(46, 46), theme.GOOD)
        ui.canvas.text(words, text, (28, *TEXT), theme.CHALK, valign="middle")

    def _typed(self, text: str) -> None:
        self.name = text

    def _try(self) -> None:
        action = act.Trial(self.game.state.turn, self.idea, name=self.name.strip())
        self.wrong = self.game.why_not(action)
        if not self.wrong:
            self.finish(action)
