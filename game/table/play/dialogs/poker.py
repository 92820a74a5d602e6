"""Estimate poker: every seat's own number, hidden until all are in, then revealed together."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pygame

from game.engine import Measure, Poker
from game.engine import actions as act
from game.engine.limits import POKER_ESTIMATES
from game.gui import theme
from game.gui.dialogs.modal import Question, dialog
from game.gui.geometry import Box
from game.gui.keys import DIGITS, KEYPAD, KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Weight
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.drag import Spot
from game.gui.widgets.label import Label
from game.table.parts.dialog_parts import ROOM, about_line, subject_picture
from game.table.parts.dialog_widgets import NumberCard
from game.table.play.dialogs.base import Dialog
from game.table.play.dialogs.undo import undo
from game.table.play.game import Game
from game.wording import figures, terms, worth


class PokerScreen(Dialog):
    """The seats that still owe a number, each seat's hidden entry, and the revealed numbers.

    Everything is read from ``game.state.poker``, so that a reopened session continues here; entered
    numbers are never drawn before all are in. ``on_close`` gets the revealed numbers. ``measure``
    is that of the benefit it is about, where it has one of its own and does not lie there yet.
    """

    topic = "facilitator"
    bindings = (
        KeyBinding(
            DIGITS[: len(POKER_ESTIMATES)],
            action="give_number",
            values=tuple(POKER_ESTIMATES),
            control=None,
            duplicates=(pygame.K_KP_0, *KEYPAD)[: len(POKER_ESTIMATES)],
        ),
        KeyBinding((pygame.K_z,), action="undo", control=True),
    )

    def __init__(
        self,
        game: Game,
        on_close: Callable[[tuple[int, ...]], object] | None = None,
        *,
        measure: Measure | None = None,
    ) -> None:
        super().__init__(game)
        self.measure = measure
        self.on_close = on_close
        self.entering: int | None = None
        """The seat at the keyboard."""

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The question, everybody's card, and the next step below them."""
        poker = self.game.state.poker
        if poker is None:
            self.app.pop(self)
            return
        rest = dialog(ui, 1780, 1000, ui.t("Estimate poker"), self.back)
        about, rest = rest.cut_top(60, 20)
        self._about(ui.canvas, about, poker)
        if poker.open:
            self._turned(ui, rest, poker)
        elif self.entering is None:
            self._cover(ui, rest, poker)
        else:
            self._entry(ui, rest, self.entering, poker)

    def _about(self, c: Canvas, box: Box, poker: Poker) -> None:
        game, t = self.game, self.t
        idea = game.state.idea(poker.idea)
        name = (
            f"{idea.letter} · {game.names.idea(idea)}" if idea else game.names.idea_card(poker.idea)
        )
        text = t("What does {idea} give on {track}?", idea=name, track=terms.track(t, poker.track))
        about_line(c, box, poker.track, subject_picture(game, poker.idea), text)

    # ------------------------------------------------------------------ hidden
    def _cover(self, ui: Ui, box: Box, poker: Poker) -> None:
        """Between two entries: the cards on the table, and the next seat at the keyboard."""
        call, cards = box.cut_bottom(300, 24)
        for seat, cell in enumerate(_row(cards, len(poker.given))):
            self._hidden(ui, cell, seat, poker.given[seat] is not None)
        words, rest = call.cut_top(90, 14)
        name = self.game.seat_name(poker.given.index(None))
        text = self.t("Give the keyboard to {name}", name=name)
        _large(ui.canvas, words, text)
        ready, stop = rest.cut_top(104, 20)
        ui.add(
            Button(
                "ready",
                ready.place(min(900, ready.w), 100),
                Label(
                    self.t("I am {name}, and I am ready", name=name),
                    icon="hand",
                    style="primary",
                    size=34,
                ),
                partial(self._enter, poker.given.index(None)),
            )
        )
        label = self.t("Put the cards away")
        place = stop.place(min(460, stop.w), 62)
        ui.add(
            Button("stop", place, Label(label, icon="x", style="quiet", size=24), self._ask_to_stop)
        )
        ui.focus_on("ready")

    def _hidden(self, ui: Ui, box: Box, seat: int, has_number: bool) -> None:
        """A face-down card, or an empty place: pressing it lets that seat enter its number."""
        name, card = box.cut_bottom(122, 10)
        lower, upper = name.cut_bottom(36)
        _draw_name(ui.canvas, upper, self.game.seat_name(seat))
        if has_number:
            _card_back(ui.canvas, card)
            _draw_name(ui.canvas, lower, self.t("has given"), "regular")
            return
        enter = partial(self._enter, seat)
        ui.add(Spot(f"give:{seat}", card, draw=_empty_place, on_press=enter, radius=18))
        _draw_name(ui.canvas, lower, self.t("still to give"), "regular")

    # ------------------------------------------------------------------ entering
    def _entry(self, ui: Ui, box: Box, seat: int, poker: Poker) -> None:
        """Seven cards, none of them highlighted: the pressed one is not shown."""
        head, rest = box.cut_top(160, 20)
        upper, lower = head.rows((1.3, 1))
        text = self.t("{name}, what do you believe?", name=self.game.seat_name(seat))
        _large(ui.canvas, upper, text)
        hint = self.t(
            "Press a number from 0 to 6: it is not shown. With the mouse, let the others look away."
        )
        ui.canvas.text(lower, hint, ROOM, theme.CHALK, align="centre", valign="middle")
        foot, rest = rest.cut_bottom(70, 24)
        scale, rest = rest.cut_bottom(48, 14)
        sizes = (28, 26, 24, 22, 20)
        text = self._scale(poker)
        ui.canvas.text(scale, text, sizes, theme.CHALK_SOFT, align="centre", valign="middle")
        places = rest.place(rest.w, min(rest.h, 420)).columns(7, 16)
        for n, cell in zip(POKER_ESTIMATES, places, strict=True):
            card = Label(str(n), caption=self._meaning(poker, n))
            ui.add(NumberCard(f"number:{n}", cell, card, partial(self._give, seat, n)))
        label = self.t("Back, without a number")
        place = foot.place(min(460, foot.w), 62)
        ui.add(
            Button(
                "back",
                place,
                Label(label, icon="arrow-left", style="quiet", size=24),
                self._cover_up,
            )
        )

    def _own(self, poker: Poker) -> Measure | None:
        """The measure of the benefit it is about, if it has one of its own."""
        idea = self.game.state.idea(poker.idea)
        b = idea.benefit(poker.track) if idea else None
        return worth.own_measure(self.t, self.game.case, poker.track, b) or self.measure

    def _meaning(self, poker: Poker, n: int) -> str:
        if not n:
            return self.t("claim nothing")
        if self._own(poker) is not None:
            return figures.points(self.t, n)
        return worth.by_track(self.t, self.game.case, poker.track, n)

    def _scale(self, poker: Poker) -> str:
        """What the numbers are of: the benefit's own measure, or that of its track."""
        own = self._own(poker)
        if own is not None:
            return worth.asked_by(self.t, own)
        return worth.track_scale(self.t, self.game.case, poker.track)

    # ------------------------------------------------------------------ turned
    def _turned(self, ui: Ui, box: Box, poker: Poker) -> None:
        """All numbers together; the lowest and the highest speak first. No average."""
        values = [n for n in poker.given if n is not None]
        foot, rest = box.cut_bottom(96, 20)
        question, cards = rest.cut_bottom(60, 16)
        ends = (min(values), max(values))
        for seat, cell in enumerate(_row(cards, len(values))):
            self._face(ui.canvas, cell, seat, values[seat], ends)
        text = (
            self.t("Everybody believes the same. Is it because you know, or because you agree?")
            if ends[0] == ends[1]
            else self.t(
                "The lowest and the highest speak first. Then whoever has the turn decides."
            )
        )
        ui.canvas.text(question, text, ROOM, theme.CHALK, align="centre", valign="middle")
        place, label = foot.place(min(700, foot.w), 92), self.t("Go on")
        ui.add(
            Button(
                "go-on",
                place,
                Label(label, icon="arrow-right", style="primary", size=34),
                self._close,
            )
        )
        ui.focus_on("go-on")

    def _face(self, c: Canvas, box: Box, seat: int, n: int, ends: tuple[int, int]) -> None:
        outlier = ends[0] != ends[1] and n in ends
        name, rest = box.cut_bottom(84, 10)
        mark, card = rest.cut_top(84, 10)
        line, width = (theme.ACCENT, 10) if outlier else (theme.PAPER_LINE, 3)
        c.panel(card, theme.PAPER, 18, line=line, width=width, lift=14)
        size = min(220, card.h * 0.6, card.w)
        c.text(card, str(n), size, theme.INK, "bold", align="centre", valign="middle")
        _draw_name(c, name, self.game.seat_name(seat))
        if outlier:
            self._outlier(c, mark, lowest=n == ends[0])

    def _outlier(self, c: Canvas, box: Box, *, lowest: bool) -> None:
        """Who speaks first, and why."""
        icon, end = ("arrow-down", self.t("lowest")) if lowest else ("arrow-up", self.t("highest"))
        upper, lower = box.rows(2)
        wide = c.type.width(end, 30, "semibold") + 40
        sign, words = upper.place(min(upper.w, wide), upper.h).cut_left(32, 8)
        c.icon(icon, sign.place(30, 30), theme.ACCENT)
        sizes = (30, 28, 26, 24, 22)
        c.text(words, end, sizes, theme.ACCENT, "semibold", valign="middle")
        text = self.t("speaks first")
        c.text(lower, text, sizes, theme.ACCENT, "semibold", align="centre", valign="middle")

    # ------------------------------------------------------------------ actions
    def _enter(self, seat: int) -> None:
        self.entering = seat
        self.ui.focus = None

    def _cover_up(self) -> None:
        self.entering = None
        self.ui.focus = None

    def _give(self, seat: int, n: int) -> None:
        self._cover_up()
        self.game.do(act.GiveEstimate(seat, n))

    def _ask_to_stop(self) -> None:
        self.app.push(
            Question(
                self.t("Put the cards away?"),
                self.t("The numbers that were given are forgotten, and nobody sees them."),
                self.t("Put the cards away"),
                self._close,
            )
        )

    def _close(self) -> None:
        poker = self.game.state.poker
        if not self.game.do(act.CloseEstimates()):
            return
        if self in self.app.screens:
            self.app.pop(self)
        if self.on_close and poker is not None and poker.open:
            self.on_close(tuple(n for n in poker.given if n is not None))

    # ------------------------------------------------------------------ events
    def give_number(self, n: int) -> bool:
        """Enter the hidden number of the seat at the keyboard with a number key."""
        if self.entering is None:
            return False
        self._give(self.entering, n)
        return True

    def undo(self) -> None:
        """Take the last decision back."""
        undo(self.game, self.app)

    def back(self) -> None:
        """Esc leaves the entry, or asks whether to end the poker round."""
        poker = self.game.state.poker
        if self.entering is not None:
            self._cover_up()
            self.refresh()
        elif poker is not None and poker.open:
            self._close()
        else:
            self._ask_to_stop()

    def update(self, dt: float) -> None:
        """Close when the poker round has ended, also by an undo."""
        if self.game.state.poker is None and self in self.app.screens:
            self.app.pop(self)


def _row(box: Box, n: int) -> list[Box]:
    """Places for ``n`` cards side by side, centred."""
    wide = min(280.0, (box.w - 20 * (n - 1)) / n)
    whole = box.place(wide * n + 20 * (n - 1), min(box.h, 560))
    return whole.columns(n, 20)


def _large(c: Canvas, box: Box, text: str) -> None:
    sizes = (54, 48, 42, 36)
    c.text(box, text, sizes, theme.ACCENT, "bold", align="centre", valign="middle")


def _draw_name(c: Canvas, box: Box, text: str, weight: Weight = "semibold") -> None:
    """The name below a card."""
    most = 34 if weight == "semibold" else 26
    sizes = tuple(size for size in (34, 30, 28, 26, 24, 22, 20, 18) if size <= most)
    c.text(box, text, sizes, theme.CHALK, weight, align="centre", valign="middle", whole=True)


def _card_back(c: Canvas, box: Box) -> None:
    c.panel(box, theme.WOOD, 18, line=theme.WOOD_LIGHT, width=4, lift=12)
    c.outline(box.inset(14), theme.WOOD_LIGHT, 10, 3)
    c.icon("check", box.place(72, 72), theme.CHALK)


def _empty_place(c: Canvas, box: Box) -> None:
    c.panel(box, theme.FELT_DARK, 18, line=theme.PANEL_LINE, width=3)
    c.icon("hourglass", box.place(56, 56), theme.CHALK_SOFT)
