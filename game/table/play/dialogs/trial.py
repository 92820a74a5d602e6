"""Setting up a trial: what we want to know, what it is called, and what comes of it."""

from __future__ import annotations

from functools import partial

import pygame

from game.engine import TRACKS, Idea, Track
from game.engine import actions as act
from game.engine.actions import TrialQuestion
from game.engine.limits import MATURITY_HIGH, MAX_NAME, MAX_TEXT
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label, Style
from game.table.cards.parts import track_sign
from game.table.parts.dialog_parts import (
    LABEL,
    TEXT,
    answers,
    beside_card,
    complaint,
    labelled,
)
from game.table.play.dialogs.base import Dialog
from game.table.play.dialogs.mitigate import chance
from game.table.play.game import Game
from game.views import face_builder as faces
from game.wording import figures, terms
from game.wording.actions import cost_now

QUESTIONS: tuple[TrialQuestion, ...] = (*TRACKS, "risk")
"""What may be asked, in the order of its keys: 1 to 4 the tracks, 5 what may go wrong."""
_WIDTHS = (1, 1, 1, 1, 1.3)
"""The shares of their row."""


class TrialDialog(Dialog):
    """The question of a trial, its name and its measure; what comes of it, and when."""

    of_turn = True

    topic = "trials"

    def __init__(self, game: Game, idea: Idea) -> None:
        super().__init__(game)
        self.idea = idea.id
        self.about: TrialQuestion | None = None
        self.name = ""
        self.measure = ""
        self.wrong = ""

    def build(self, ui: Ui) -> None:
        """The card at the left; question, name, measure and outcomes at the right."""
        idea = self.game.state.idea(self.idea)
        if idea is None:
            self.app.pop(self)
            return
        t = self.t
        rest = dialog(ui, 1780, 980, t("Try it small"), self.back)
        face = faces.idea_on_table(self.game.names, self.game.state, idea)
        right = beside_card(ui, self.game, rest, face, (400, 560))
        buttons, right = right.cut_bottom(76, 18)
        wrong, right = right.cut_bottom(30, 8)
        complaint(ui.canvas, wrong, self.wrong)
        asked, right = right.cut_top(LABEL + 148, 20)
        self._questions(ui, asked, idea)
        fields, right = right.cut_top(LABEL + 66, 22)
        self._fields(ui, fields)
        price, right = right.cut_bottom(40, 14)
        takes = cost_now(t, self.game.state, self._action("risk"))
        ui.canvas.text(price, takes, (26, 20), theme.CHALK_SOFT, valign="middle")
        self._report(ui.canvas, right, idea)
        answers(
            ui,
            buttons,
            t("Try it"),
            self._try,
            self.back,
            icon="flask-conical",
            reason=self._unasked,
        )
        ui.focus_on(f"about:{self._first_question}")

    # ------------------------------------------------------------------ the question
    def _questions(self, ui: Ui, box: Box, idea: Idea) -> None:
        row = labelled(ui, box, ui.t("What do we want to know?"))
        cells = row.columns(_WIDTHS, 14)
        for n, (cell, about) in enumerate(zip(cells, QUESTIONS, strict=True), 1):
            ui.add(
                QuestionButton(
                    about,
                    cell,
                    self._label(about, idea, hint=str(n)),
                    partial(self._ask, about),
                    reason=self._known_already(about),
                    shortcut=pygame.K_0 + n,
                )
            )

    def _known_already(self, about: TrialQuestion) -> str:
        """Why this question is not asked; whatever else stands in the way is told at the end."""
        code, text = self.refusal(self._action(about))
        return text if code == "known_already" else ""

    def _label(self, about: TrialQuestion, idea: Idea, *, hint: str) -> Label:
        t = self.t
        name = t("What may go wrong") if about == "risk" else terms.track(t, about)
        known = self._named(idea) if about == "risk" else self._known(idea, about)
        style: Style = "primary" if about == self.about else "quiet"
        return Label(name, caption=known, style=style, hint=hint)

    def _known(self, idea: Idea, track: Track) -> str:
        """What is known or claimed on a track, in a few words."""
        t, b = self.t, idea.benefit(track)
        effect = self.game.state.effect(idea, track)
        if effect is not None:
            return t("known: {n}", n=figures.signed(t, effect))
        return t("nothing claimed") if b is None else t("claimed {n}", n=t.number(b.estimate))

    def _named(self, idea: Idea) -> str:
        if not idea.risks:
            return self.t("no known risk")
        return self.t.plural("{n} known risk", "{n} known risks", len(idea.risks))

    @property
    def _first_question(self) -> TrialQuestion:
        """What the focus starts at: the first question that may be asked."""
        return next(about for about in QUESTIONS if not self._known_already(about))

    @property
    def _unasked(self) -> str:
        return "" if self.about else self.t("First choose what you want to know.")

    # ------------------------------------------------------------------ name and measure
    def _fields(self, ui: Ui, box: Box) -> None:
        t = self.t
        left, right = box.columns(2, 24)
        called = t("What is the trial called? (may be left empty)")
        self._field(ui, left, "name", called, t("for example: one counter on Tuesday"))
        measured = t("How do we measure it? (may be left empty)")
        self._field(ui, right, "measure", measured, t("for example: we count who comes back"))

    def _field(self, ui: Ui, box: Box, key: str, label: str, example: str) -> None:
        ui.add(
            TextField(
                key,
                labelled(ui, box, label),
                getattr(self, key),
                partial(setattr, self, key),
                limit=MAX_NAME if key == "name" else MAX_TEXT,
                size=26,
                on_enter=self._try,
                placeholder=example,
            )
        )

    # ------------------------------------------------------------------ what comes of it
    def _report(self, c: Canvas, box: Box, idea: Idea) -> None:
        """When the answer comes; the chance in large type; and both outcomes, each as a gain."""
        t = self.t
        c.panel(box, theme.PANEL, 16, line=theme.PANEL_LINE)
        big, rest = box.inset(24, 16).cut_left(270, 28)
        number, label = big.rows((1.5, 1), 4)
        sizes = (72, 64, 56, 48)
        odds = chance(t, idea.maturity)
        c.text(number, odds, sizes, theme.ACCENT, "bold", align="centre", valign="bottom")
        text = t("a six-sided die against maturity {n}", n=idea.maturity)
        c.text(label, text, (24, 20), theme.CHALK, align="centre", whole=True)
        when = t(
            "The answer comes when round {n} opens. Until then the idea waits.",
            n=self.game.state.round + 1,
        )
        works = t(
            "It works: it is proven. All that it truly gives is known, and it cannot stumble "
            "when it meets reality."
        )
        fails = t("It does not: you still get your answer, and choose what to adjust.")
        rows = [("hourglass", when), ("badge-check", works), ("sliders-horizontal", fails)]
        if idea.maturity >= MATURITY_HIGH:  # it always works
            rows.pop()
        for place, (icon, words) in zip(rest.rows(len(rows), 6), rows, strict=True):
            self._outcome(c, place, icon, words)

    def _outcome(self, c: Canvas, box: Box, icon: str, text: str) -> None:
        sign, words = box.cut_left(44, 18)
        c.icon(icon, sign.place(42, 42), theme.GOOD)
        c.text(words, text, (28, *TEXT), theme.CHALK, valign="middle")

    # ------------------------------------------------------------------ deciding
    def _action(self, about: TrialQuestion) -> act.Trial:
        words = self.name.strip(), self.measure.strip()
        return act.Trial(self.game.state.turn, self.idea, about, *words)

    def _ask(self, about: TrialQuestion) -> None:
        """Ask this; what comes next is what it is called."""
        self.about = about
        self.ui.focus = "name"

    def _try(self) -> None:
        if self.about is None:
            self.wrong = self._unasked
            return
        action = self._action(self.about)
        self.wrong = self.game.why_not(action)
        if not self.wrong:
            self.finish(action)


class QuestionButton(Button):
    """What a trial may ask: a track, or what may go wrong, with what is known below."""

    def __init__(
        self,
        about: TrialQuestion,
        box: Box,
        label: Label,
        on_click: partial[None],
        *,
        reason: str,
        shortcut: int,
    ) -> None:
        super().__init__(f"about:{about}", box, label, on_click, reason=reason, shortcut=shortcut)
        self.about: TrialQuestion = about

    def _face(self, c: Canvas, ink: theme.Colour) -> None:
        top, words = self.box.inset(14, 10).cut_top(40, 6)
        key, sign = top.cut_right(22, 6)
        c.text(key, self.hint, (20, 18), ink, align="right", valign="top")
        if self.about == "risk":
            c.icon("triangle-alert", sign.place(40, 40, 0), ink)
        else:
            track_sign(c, sign.place(60, 40, 0), self.about)
        name, known = words.rows((1.15, 1), 2)
        c.text(name, self.label, (28, 18), ink, "semibold", valign="middle")
        c.text(known, self.caption, (24, 18), ink, valign="middle")
