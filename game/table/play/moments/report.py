"""The reports of trials, when a round opens: the answer to each question, and whether it worked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import pygame

from game.engine import Idea, State
from game.engine.harvest import carrying_out_price
from game.gui import theme
from game.gui.geometry import Box
from game.gui.keys import key_name
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.table.parts import stage_pieces
from game.table.parts.card_signs import show_card
from game.table.parts.dice import decides
from game.table.parts.folded_events import FoldedEvent
from game.table.parts.game_view import GameView
from game.table.parts.named_idea import draw_named_idea
from game.table.play.moments.base import MomentScreen, note, nothing
from game.table.play.moments.reports import Report, reports_in
from game.table.play.moments.truth import draw_truth, estimates_hold, has_unspoken_harm
from game.views import face_builder as faces
from game.views.faces import IdeaFace
from game.wording import figures, terms
from game.wording.case_names import AMONG_OTHERS

_FEW = 2
"""More tracks than these need more room than a risk beside them."""


class ReportScreen(MomentScreen):
    """One report after the other: what was asked, the die against the maturity, and the answer.

    Several can also be told at once, in a list.
    """

    topic = "trials"
    sign = "flask-conical"
    height = 1010.0

    def __init__(
        self,
        game: GameView,
        before: State,
        moments: Sequence[FoldedEvent] = (),
        on_done: Callable[[], object] = nothing,
    ) -> None:
        super().__init__(game, before, moments, on_done)
        self.reports = reports_in(before, moments)
        self.at = 0
        self.listed = False

    @property
    def report(self) -> Report:
        """The report that is told now."""
        return self.reports[self.at]

    @property
    def die(self) -> int:
        """The face that was rolled."""
        e = self.report.event
        return e.die if decides(e.maturity) and not self.listed else 0

    @property
    def curtain(self) -> bool:
        """The table knows all answers: it is hidden until the last die has been thrown."""
        left = () if self.listed else self.reports[self.at + self.thrown :]
        return any(decides(one.event.maturity) for one in left)

    @property
    def thrower(self) -> int:
        """Whoever set the trial up throws."""
        return self.report.event.seat

    def _called(self) -> str:
        return self.game.names.called(self.report.idea, AMONG_OTHERS)

    def title(self) -> str:
        """The seat and what its trial is called; which of how many, if there are several."""
        t, e, count = self.game.t, self.report.event, len(self.reports)
        if self.listed:
            return t("What the trials have shown")
        name = e.name or t("the trial of {idea}", idea=self._called())
        title = f"{self.game.seat_name(e.seat)}: {name}"
        if count == 1:
            return title
        which = t("answer {n} of {all}", n=self.at + 1, all=count)
        return f"{title} ({which})"

    # ------------------------------------------------------------------ going on
    def done(self) -> None:
        """Tell the next report, or close and continue after the last."""
        if self.listed or self.at == len(self.reports) - 1:
            super().done()
            return
        self.at += 1
        self.start()

    def list_all(self) -> None:
        """Tell all reports at once."""
        self.listed, self.thrown, self.throw = True, True, None

    def buttons(self, ui: Ui, box: Box) -> None:
        """Go on; or tell all that are left at once."""
        super().buttons(ui, box)
        if self.listed or self.at == len(self.reports) - 1:
            return
        shortcut = pygame.K_END
        hint = key_name(ui.t, shortcut)
        label = Label(ui.t("All answers at once"), icon="list", style="quiet", size=28, hint=hint)
        place = box.place(560, box.h, 0)
        ui.add(Button("all", place, label, self.list_all, shortcut=shortcut))

    # ------------------------------------------------------------------ drawing
    def content(self, ui: Ui, box: Box) -> None:
        """One report, or the list of all."""
        if self.listed:
            self._list(ui.canvas, box)
        else:
            self._one(ui, box)

    def _one(self, ui: Ui, box: Box) -> None:
        """The idea; the question, the die with its odds, and the answer."""
        c, r, e = ui.canvas, self.report, self.report.event
        left, rest = box.cut_left(min(360, box.w * 0.26), 44)
        state, idea = (r.after, r.idea) if self.thrown else (r.before, r.tried)
        face = self._face(state, idea)
        place = left.place(left.w, min(left.h, left.w * 1.45), 0, 0)
        show_card(ui, "card", place, self.game, face)
        asked, rest = rest.cut_top(84, 16)
        self._question(c, asked, r)
        rule, rest = rest.cut_top(40, 8)
        text = self._rule(e.maturity)
        c.text(rule, text, (theme.ROOM, 26, 24), theme.CHALK_SOFT, valign="middle")
        top, rest = rest.cut_top(150, 20)
        die, odds = top.cut_left(150, 40)
        signs = (("badge-check", theme.GOOD), ("sliders-horizontal", theme.ACCENT))
        stage_pieces.odds(c, odds, e.maturity, self.die * self.thrown, signs)
        self.draw_die(c, die.place(140, 140), rest.cut_top(min(rest.h, 170))[0])
        ui.explain("dice", top, text)
        if not self.thrown:
            return
        banner, rest = rest.cut_top(84, 20)
        self._banner(c, banner, r)
        foot, body = rest.cut_bottom(84, 16)
        self._answer(ui, body, r)
        note(c, foot, self._next(r))

    def _rule(self, maturity: int) -> str:
        """What the die decides, or why nobody throws it."""
        if not decides(maturity):
            return self.game.t("At maturity {n} it always works: nobody has to throw.", n=maturity)
        return self.game.t(
            "A six-sided die: it works at {n} or less, the idea's maturity.", n=maturity
        )

    def _face(self, state: State, idea: Idea) -> IdeaFace:
        """The card; until the die is thrown it is on trial until this very round."""
        face = faces.idea_on_table(self.game.names, state, idea)
        if not face.due:
            return face
        return replace(face, due=faces.named_round(self.game.names, state, state.round))

    def _question(self, c: Canvas, box: Box, r: Report) -> None:
        """What was asked, and how it was measured."""
        t, measure = self.game.t, r.plan.measure
        sign, words = box.cut_left(60, 20)
        c.icon("circle-help", sign.place(56, 56), theme.ACCENT)
        asked, measured = words.rows((1.2, 1), 2) if measure else (words, words)
        question = terms.trial_question(t, r.event.about)
        c.text(asked, question, (40, 36, 32), theme.CHALK, "bold", valign="middle")
        if measure:
            told = t("Measured: {measure}", measure=measure)
            c.text(measured, told, (theme.ROOM, 26, 24, 22), theme.CHALK_SOFT, valign="middle")

    def _banner(self, c: Canvas, box: Box, r: Report) -> None:
        t = self.game.t
        if r.event.proven:
            text = t("It works: {idea} is proven", idea=self.game.names.called(r.idea))
            stage_pieces.banner(c, box, "badge-check", text, "good")
        else:
            text = t("It is not proven yet. But now you know what you asked:")
            stage_pieces.banner(c, box, "sliders-horizontal", text, "plain")

    def _answer(self, ui: Ui, box: Box, r: Report) -> None:
        """The truth beside the claims, and what may go wrong where that was asked."""
        c, parts = ui.canvas, list[Callable[[Box], None]]()
        if r.tracks:
            parts.append(lambda place: draw_truth(c, place, self.game.t, r.after, r.idea, r.tracks))
        if r.event.about == "risk":
            parts.append(partial(self._risk, ui, r))
        shares = (3, 2)[: len(parts)] if len(r.tracks) > _FEW else len(parts)
        for place, draw in zip(box.columns(shares, 40), parts, strict=True):
            draw(place)

    def _risk(self, ui: Ui, r: Report, box: Box) -> None:
        """The risk that came to light, or that there is none that nobody has named."""
        c, t = ui.canvas, self.game.t
        head, rest = box.cut_top(44, 6)
        if r.risk is None:
            text = t("All of its true risks are named already.")
            c.text(box, text, (36, 34, theme.ROOM, 26), theme.CHALK, valign="middle")
            return
        c.text(head, t("A true risk"), (theme.ROOM, 26), theme.CHALK, valign="middle")
        face = faces.risk_on_table(self.game.names, r.after, r.idea, r.risk)
        place = rest.place(min(rest.w, 640), min(rest.h, 104), 0, 0)
        show_card(ui, "found", place, self.game, face)

    def _next(self, r: Report) -> str:
        """What the group may do now, or what comes next."""
        t, e = self.game.t, r.event
        if r.after.phase == "follow_up":
            return t("This is what you take home from the trial.")
        if not e.proven:
            return t("Afterwards {seat} chooses what to adjust.", seat=self.game.seat_name(e.seat))
        if has_unspoken_harm(r.after, r.idea):
            return t("It costs somebody something: name that before you implement the idea.")
        hold = t("The estimates hold."), t("Revise the estimates that do not match.")
        words = hold[0] if estimates_hold(r.after, r.idea) else hold[1]
        ready = t("It may be implemented at once.")
        if carrying_out_price(r.after, r.idea) < r.idea.cost:  # in version 1 of the rules
            ready = t("It costs 1 less now.")
        return f"{words} {ready}"

    # ------------------------------------------------------------------ all at once
    def _list(self, c: Canvas, box: Box) -> None:
        """A row for every report: the idea, the question, the answer, and whether it worked."""
        high = min(92.0, (box.h + 10) / len(self.reports) - 10)
        for _ in c.alike():
            for n, r in enumerate(self.reports):
                self._row(c, Box(box.x, box.y + n * (high + 10), box.w, high), r)

    def _row(self, c: Canvas, box: Box, r: Report) -> None:
        t, sizes = self.game.t, (theme.ROOM, 22)
        c.panel(box, theme.PANEL, 12)
        idea, asked, answer, works = box.inset(18, 4).columns((11, 9, 9, 6), 24)
        draw_named_idea(c, idea, self.game, r.idea, side=76)
        question = terms.trial_question(t, r.event.about)
        c.text(asked, question, sizes, theme.CHALK_SOFT, valign="middle")
        c.text(answer, self._in_words(r), sizes, theme.CHALK, "semibold", valign="middle")
        sign, words = works.cut_left(40, 12)
        icon, ink, text = "sliders-horizontal", theme.ACCENT, t("not proven")
        if r.event.proven:
            icon, ink, text = "badge-check", theme.GOOD, t("proven")
        c.icon(icon, sign.place(38, 38), ink)
        c.text(words, text, sizes, ink, "semibold", valign="middle")

    def _in_words(self, r: Report) -> str:
        """The answer to what was asked, in a few words."""
        t, about = self.game.t, r.event.about
        if about != "risk":
            effect = figures.signed(t, r.after.effect(r.idea, about) or 0)
            return f"{terms.track(t, about)} {effect}"
        if r.risk is None:
            return t("All of its true risks are named already.")
        return self.game.names.risk(r.risk)
