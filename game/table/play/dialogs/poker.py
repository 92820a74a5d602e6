"""Estimate poker: every seat's own number, hidden until all are in, then turned at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pygame

from game.engine import INDEX, Poker
from game.engine import actions as act
from game.i18n import names
from game.table import theme
from game.table.canvas import Canvas
from game.table.cards.parts import track_sign
from game.table.frame import Box
from game.table.play.dialogs.base import Dialog
from game.table.play.dialogs.parts import ROOM
from game.table.play.dialogs.widgets import NumberCard
from game.table.play.game import Game
from game.table.ui import Ui
from game.table.widgets.button import Button
from game.table.widgets.modal import Question, dialog

NUMBERS = range(7)
_TOP_ROW = tuple(pygame.K_0 + n for n in NUMBERS)
_KEYPAD = (
    pygame.K_KP0,
    pygame.K_KP1,
    pygame.K_KP2,
    pygame.K_KP3,
    pygame.K_KP4,
    pygame.K_KP5,
    pygame.K_KP6,
)


class PokerScreen(Dialog):
    """Who still owes a number, one seat's hidden entry after the other, and all of them turned.

    Everything is read from ``game.state.poker``, so that a session opened again goes on here; what
    has been given is never drawn before all are in. ``on_close`` is told the turned numbers.
    """

    def __init__(
        self, game: Game, on_close: Callable[[tuple[int, ...]], object] | None = None
    ) -> None:
        super().__init__(game)
        self.on_close = on_close
        self.entering: int | None = None
        """The seat that has the keyboard."""

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The question, everybody's card, and what comes next below them."""
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
            self._entry(ui, rest, self.entering)

    def _about(self, c: Canvas, box: Box, poker: Poker) -> None:
        game, t = self.game, self.t
        sign, words = box.cut_left(90, 18)
        track_sign(c, sign.place(90, 58), poker.track)
        idea = game.state.idea(poker.idea)
        name = (
            f"{idea.letter} · {game.idea_name(idea)}"
            if idea
            else game.case.ideas[poker.idea].name.read(t.lang)
        )
        said = t("What does {idea} give on {track}?", idea=name, track=names.track(t, poker.track))
        c.text(words, said, ROOM, theme.CHALK, "semibold", valign="middle")

    # ------------------------------------------------------------------ hidden
    def _cover(self, ui: Ui, box: Box, poker: Poker) -> None:
        """Between two entries: the cards on the table, and who gets the keyboard."""
        owes = [i for i, n in enumerate(poker.given) if n is None]
        foot, rest = box.cut_bottom(76, 24)
        call, cards = rest.cut_bottom(250, 24)
        for seat, cell in enumerate(_row(cards, len(poker.given))):
            self._back(ui.canvas, cell, seat, poker.given[seat] is not None)
        nxt = owes[0]
        words, button = call.rows((1, 1.2), 10)
        said = self.t("Give the keyboard to {name}", name=self.game.seat_name(nxt))
        ui.canvas.text(
            words, said, (54, 48, 42, 36), theme.ACCENT, "bold", align="centre", valign="middle"
        )
        label = self.t("I am {name}, and I am ready", name=self.game.seat_name(nxt))
        ui.add(
            Button(
                "ready",
                button.place(min(900, button.w), 96),
                label,
                partial(self._enter, nxt),
                style="primary",
                icon="hand",
                size=34,
            )
        )
        self._foot(ui, foot, owes)
        ui.focus_on("ready")

    def _foot(self, ui: Ui, box: Box, owes: list[int]) -> None:
        """Somebody else first, or the cards put away."""
        cells = box.columns((1, 2.4), 20)
        ui.add(
            Button(
                "stop",
                cells[0],
                self.t("Put the cards away"),
                self._ask_to_stop,
                style="quiet",
                icon="x",
                size=24,
            )
        )
        others = owes[1:]
        if not others:
            return
        words, rest = cells[1].cut_left(200, 14)
        ui.canvas.text(
            words, self.t("Or first:"), (24, 22, 20), theme.CHALK, align="right", valign="middle"
        )
        for cell, seat in zip(rest.columns(max(4, len(others)), 10), others, strict=False):
            ui.add(
                Button(
                    f"give:{seat}",
                    cell,
                    self.game.seat_name(seat),
                    partial(self._enter, seat),
                    style="quiet",
                    size=24,
                )
            )

    def _back(self, c: Canvas, box: Box, seat: int, given: bool) -> None:
        """A card with its face down, or the place where one will lie."""
        t = self.t
        name, card = box.cut_bottom(78, 10)
        if given:
            c.panel(card, theme.WOOD, 18, line=theme.WOOD_LIGHT, width=4, lift=12)
            c.outline(card.inset(14), theme.WOOD_LIGHT, 10, 3)
            c.icon("check", card.place(64, 64), theme.CHALK)
        else:
            c.panel(card, theme.FELT_DARK, 18, line=theme.PANEL_LINE, width=3)
            c.icon("hourglass", card.place(48, 48), theme.CHALK_SOFT)
        upper, lower = name.rows((1.2, 1))
        c.text(
            upper,
            self.game.seat_name(seat),
            (30, 28, 26, 24, 22, 20),
            theme.CHALK,
            "semibold",
            align="centre",
            valign="middle",
        )
        said = t("has given") if given else t("still to give")
        c.text(lower, said, (24, 22, 20, 18), theme.CHALK, align="centre", valign="middle")

    # ------------------------------------------------------------------ entering
    def _entry(self, ui: Ui, box: Box, seat: int) -> None:
        """Seven cards, none of them marked: what is pressed is not shown."""
        head, rest = box.cut_top(150, 20)
        upper, lower = head.rows((1.3, 1))
        said = self.t("{name}, what do you believe?", name=self.game.seat_name(seat))
        ui.canvas.text(
            upper, said, (54, 48, 42, 36), theme.ACCENT, "bold", align="centre", valign="middle"
        )
        hint = self.t(
            "Press a number from 0 to 6: it is not shown. With the mouse, let the others look away."
        )
        ui.canvas.text(lower, hint, (30, 28, 26, 24), theme.CHALK, align="centre", valign="middle")
        foot, rest = rest.cut_bottom(70, 24)
        for n, cell in zip(
            NUMBERS, rest.place(rest.w, min(rest.h, 330)).columns(7, 16), strict=True
        ):
            ui.add(
                NumberCard(f"number:{n}", cell, n, self._meaning(n), partial(self._give, seat, n))
            )
        ui.add(
            Button(
                "back",
                foot.cut_left(380)[0],
                self.t("Back, without a number"),
                self._cover_up,
                style="quiet",
                icon="arrow-left",
                size=24,
            )
        )

    def _meaning(self, n: int) -> str:
        poker = self.game.state.poker
        if poker is None:
            return ""
        goal = self.game.state.setup.goals[INDEX[poker.track]]
        if n == 0:
            return self.t("nothing")
        return self.t("{share} of the goal", share=self.t.percent(n / goal))

    # ------------------------------------------------------------------ turned
    def _turned(self, ui: Ui, box: Box, poker: Poker) -> None:
        """All numbers at once; the lowest and the highest speak first. No average."""
        values = [n for n in poker.given if n is not None]
        foot, rest = box.cut_bottom(96, 24)
        said, cards = rest.cut_bottom(60, 20)
        low, high = min(values), max(values)
        for seat, cell in enumerate(_row(cards, len(values))):
            self._face(ui.canvas, cell, seat, values[seat], low, high)
        text = (
            self.t("Everybody believes the same. Is it because you know, or because you agree?")
            if low == high
            else self.t("The lowest and the highest speak first. Then the seat in turn decides.")
        )
        ui.canvas.text(said, text, ROOM, theme.CHALK, align="centre", valign="middle")
        ui.add(
            Button(
                "close-cards",
                foot.place(min(700, foot.w), 92),
                self.t("Put the cards away"),
                self._close,
                style="primary",
                icon="check",
                size=34,
            )
        )
        ui.focus_on("close-cards")

    def _face(self, c: Canvas, box: Box, seat: int, n: int, low: int, high: int) -> None:
        outlier = low != high and n in (low, high)
        name, rest = box.cut_bottom(48, 10)
        mark, card = rest.cut_top(64, 10)
        c.panel(
            card,
            theme.PAPER,
            18,
            line=theme.ACCENT if outlier else theme.PAPER_LINE,
            width=10 if outlier else 3,
            lift=14,
        )
        c.text(
            card,
            str(n),
            min(190, card.h * 0.62),
            theme.INK,
            "bold",
            align="centre",
            valign="middle",
        )
        c.text(
            name,
            self.game.seat_name(seat),
            (34, 30, 28, 26, 24, 22, 20),
            theme.CHALK,
            "semibold",
            align="centre",
            valign="middle",
        )
        if outlier:
            sign, words = mark.rows((1, 1.1))
            c.icon("chevron-down" if n == low else "chevron-up", sign.place(30, 30), theme.ACCENT)
            said = self.t("lowest: speaks first") if n == low else self.t("highest: speaks first")
            c.text(
                words,
                said,
                (26, 24, 22, 20, 18, 16),
                theme.ACCENT,
                "semibold",
                align="centre",
                valign="middle",
            )

    # ------------------------------------------------------------------ doing
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
    def handle(self, event: pygame.Event) -> bool:
        """A number key gives the hidden number of the seat that has the keyboard."""
        if event.type == pygame.KEYDOWN and self.entering is not None:
            for keys in (_TOP_ROW, _KEYPAD):
                if event.key in keys:
                    self._give(self.entering, keys.index(event.key))
                    self.refresh()
                    return True
        return super().handle(event)

    def back(self) -> None:
        """Esc takes the keyboard back, or asks whether the cards are put away."""
        poker = self.game.state.poker
        if self.entering is not None:
            self._cover_up()
            self.refresh()
        elif poker is not None and poker.open:
            self._close()
        else:
            self._ask_to_stop()

    def update(self, dt: float) -> None:
        """Gone when the cards are put away, by an undo too."""
        if self.game.state.poker is None and self in self.app.screens:
            self.app.pop(self)


def _row(box: Box, n: int) -> list[Box]:
    """Places for ``n`` cards side by side in the middle."""
    wide = min(230.0, (box.w - 20 * (n - 1)) / n)
    whole = box.place(wide * n + 20 * (n - 1), min(box.h, 430))
    return whole.columns(n, 20)
