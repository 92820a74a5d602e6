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
from game.gui.keys import DIGITS, KEYPAD, KeyBinding, key_name
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Weight
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.drag import Spot
from game.gui.widgets.label import Label
from game.table.parts.dialog_parts import ROOM, about_line, draw_promise, subject_picture
from game.table.parts.dialog_widgets import NumberCard
from game.table.parts.poker_places import (
    absent_place,
    card_back,
    empty_place,
    phone_place,
    unsure_card,
)
from game.table.play.dialogs.base import Dialog
from game.table.play.dialogs.undo import undo
from game.table.play.game import Game
from game.wording import terms, worth

NO_OPINION = KeyBinding((pygame.K_n,), local=(("da", pygame.K_v),))


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
        self._drawn: object = None
        """What the screen was last built from."""
        self.entering: int | None = None
        """The seat at the keyboard."""

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The question, everybody's card, and the next step below them."""
        poker, self._drawn = self.game.state.poker, self._looks()
        if poker is None:
            self.app.pop(self)
            return
        rest = dialog(ui, 1780, 1000, ui.t("Estimate poker"), self.back)
        about, rest = rest.cut_top(60, 20)
        self._about(ui.canvas, about, poker)
        rest = self._card(ui.canvas, rest, poker)
        if poker.open:
            self._turned(ui, rest, poker)
        elif self.entering is None or self._has_gone(self.entering, poker):
            self._cover(ui, rest, poker)
        else:
            self._entry(ui, rest, self.entering, poker)

    def _has_gone(self, seat: int, poker: Poker) -> bool:
        """Whether a seat at the keyboard is away meanwhile, or has answered by phone."""
        return seat in poker.absent or (seat in self.game.by_phone() and seat not in poker.missing)

    def _about(self, c: Canvas, box: Box, poker: Poker) -> None:
        game, t = self.game, self.t
        idea = game.state.idea(poker.idea)
        name = (
            f"{idea.letter} · {game.names.idea(idea)}" if idea else game.names.idea_card(poker.idea)
        )
        text = t("What does {idea} give on {track}?", idea=name, track=terms.track(t, poker.track))
        about_line(c, box, poker.track, subject_picture(game, poker.idea), text)

    def _card(self, c: Canvas, box: Box, poker: Poker) -> Box:
        """What the idea's card promises and says: nobody has to remember it while they think."""
        card = self.game.state.setup.by_id.ideas.get(poker.idea)
        if card is None:
            return box
        line, rest = box.cut_top(60, 18)
        c.panel(line, theme.PAPER, 12)
        words = draw_promise(c, line.inset(18, 8), card.promise)
        text = self.game.case.ideas[card.id].text.read(self.t.lang)
        c.text(words, text, (26, theme.LEAST), theme.INK, "italic", valign="middle")
        return rest

    # ------------------------------------------------------------------ hidden
    def _cover(self, ui: Ui, box: Box, poker: Poker) -> None:
        """Between two entries: the cards on the table, and the next seat at the keyboard."""
        call, cards = box.cut_bottom(300, 24)
        for seat, cell in enumerate(_row(cards, len(poker.given))):
            self._hidden(ui, cell, seat, poker)
        words, rest = call.cut_top(90, 14)
        ready, stop = rest.cut_top(104, 20)
        waiting = [seat for seat in poker.missing if seat not in self.game.by_phone()]
        if waiting:
            self._call_to_keyboard(ui, words, ready, waiting[0])
        else:
            _large(ui.canvas, words, self._waits_for_phones(poker))
            text = self.t("No phone at hand? Press your place, and answer here.")
            ui.canvas.text(ready, text, ROOM, theme.CHALK, align="centre", valign="middle")
        label = self.t("Put the cards away")
        place = stop.place(min(460, stop.w), 62)
        ui.add(
            Button("stop", place, Label(label, icon="x", style="quiet", size=24), self._ask_to_stop)
        )
        if waiting:
            ui.focus_on("ready")

    def _waits_for_phones(self, poker: Poker) -> str:
        """Who still answers by phone, once somebody has answered."""
        if len(poker.missing) + len(poker.absent) == len(poker.given):
            return self.t("Everybody answers on their own phone")
        names = self.t.listed([self.game.seat_name(seat) for seat in poker.missing])
        return self.t("Still to answer by phone: {names}", names=names)

    def _call_to_keyboard(self, ui: Ui, words: Box, ready: Box, seat: int) -> None:
        """Who is asked for at the keyboard next; only those without a phone are."""
        name = self.game.seat_name(seat)
        _large(ui.canvas, words, self.t("Give the keyboard to {name}", name=name))
        text = self.t("I am {name}, and I am ready", name=name)
        label = Label(text, icon="hand", style="primary", size=34)
        place = ready.place(min(900, ready.w), 100)
        ui.add(Button("ready", place, label, partial(self._enter, seat)))

    def _hidden(self, ui: Ui, box: Box, seat: int, poker: Poker) -> None:
        """A face-down card, or an empty place: pressing it lets that seat enter its number."""
        name, card = box.cut_bottom(122, 10)
        lower, upper = name.cut_bottom(36)
        _draw_name(ui.canvas, upper, self.game.seat_name(seat))
        if seat in poker.absent:
            absent_place(ui.canvas, card)
            _draw_name(ui.canvas, lower, self.t("away"), "regular")
            return
        missing = seat in poker.missing
        if missing:
            card = self._may_be_away(ui, card, seat)
        by_phone = seat in self.game.by_phone()
        empty = phone_place if by_phone else empty_place
        face, enter = (empty if missing else card_back), partial(self._enter, seat)
        ui.add(Spot(f"give:{seat}", card, draw=face, on_press=enter, radius=18))
        _draw_name(ui.canvas, lower, self._told(missing=missing, by_phone=by_phone), "regular")

    def _told(self, *, missing: bool, by_phone: bool) -> str:
        """How far an answer is, and where it is changed."""
        if by_phone:
            return self.t("on the phone") if missing else self.t("has given")
        return self.t("still to give") if missing else self.t("press to change")

    def _may_be_away(self, ui: Ui, box: Box, seat: int) -> Box:
        """A button for whoever is not there, so that nobody waits; returns the box above it."""
        leave = act.Leave(seat)
        if self.game.why_not(leave):
            return box
        button, rest = box.cut_bottom(58, 8)
        label = Label(self.t("Mark as away"), icon="coffee", style="quiet", size=24)
        ui.add(Button(f"away:{seat}", button, label, partial(self.game.do, leave)))
        return rest

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
        sizes = (28, 20)
        text = self._scale(poker)
        ui.canvas.text(scale, text, sizes, theme.CHALK_SOFT, align="centre", valign="middle")
        places = rest.place(rest.w, min(rest.h, 420)).columns(7, 16)
        for n, cell in zip(POKER_ESTIMATES, places, strict=True):
            card = Label(str(n), caption=self._meaning(poker, n))
            ui.add(NumberCard(f"number:{n}", cell, card, partial(self._give, seat, n)))
        back, unsure = foot.place(min(1000, foot.w), 66).columns(2, 24)
        label = Label(self.t("Back, without a number"), icon="arrow-left", style="quiet", size=24)
        ui.add(Button("back", back, label, self._cover_up))
        key = NO_OPINION.key_in(ui.t.lang)
        hint = key_name(ui.t, key)
        label = Label(self.t("I have no opinion"), icon="circle-help", size=26, hint=hint)
        ui.add(Button("unsure", unsure, label, partial(self._give, seat, None), shortcut=key))

    def _own(self, poker: Poker) -> Measure | None:
        """The measure of the benefit it is about, if it has one of its own."""
        idea = self.game.state.idea(poker.idea)
        b = idea.benefit(poker.track) if idea else None
        return worth.own_measure(self.t, self.game.case, poker.track, b) or self.measure

    def _meaning(self, poker: Poker, n: int) -> str:
        if not n:
            return self.t("claim nothing")
        return worth.on_a_scale(self.t, self.game.case, poker.track, n)

    def _scale(self, poker: Poker) -> str:
        """What the numbers are of: the benefit's own measure, or that of its track."""
        own = self._own(poker)
        if own is not None:
            return worth.asked_by(self.t, own)
        return worth.track_scale(self.t, self.game.case, poker.track)

    # ------------------------------------------------------------------ turned
    def _turned(self, ui: Ui, box: Box, poker: Poker) -> None:
        """All numbers together; the lowest and the highest speak first. No average."""
        foot, rest = box.cut_bottom(96, 20)
        question, cards = rest.cut_bottom(60, 16)
        for seat, cell in enumerate(_row(cards, len(poker.given))):
            self._face(ui.canvas, cell, seat, poker)
        text = self._now_talk(poker.numbers)
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

    def _now_talk(self, numbers: tuple[int, ...]) -> str:
        """What is to be talked about, by how far apart the numbers lie."""
        t = self.t
        if not numbers:
            return t("Nobody has an opinion. What would you have to know, and who knows it?")
        if len(numbers) == 1:
            return t("One of you has a number. What do you others see?")
        if min(numbers) == max(numbers):
            return t(
                "All who gave a number gave the same. Is it because you know, or because you agree?"
            )
        return t("The lowest and the highest speak first. Then whoever has the turn decides.")

    def _face(self, c: Canvas, box: Box, seat: int, poker: Poker) -> None:
        n, numbers = poker.given[seat], poker.numbers
        name, rest = box.cut_bottom(84, 10)
        mark, card = rest.cut_top(84, 10)
        _draw_name(c, name, self.game.seat_name(seat))
        if n is None:
            self._without_number(c, card, away=seat in poker.absent)
            return
        ends = (min(numbers), max(numbers))
        outlier = ends[0] != ends[1] and n in ends
        line, width = (theme.ACCENT, 10) if outlier else (theme.PAPER_LINE, 3)
        c.panel(card, theme.PAPER, 18, line=line, width=width, lift=14)
        size = min(220, card.h * 0.6, card.w)
        c.text(card, str(n), size, theme.INK, "bold", align="centre", valign="middle")
        if outlier:
            self._outlier(c, mark, lowest=n == ends[0])

    def _without_number(self, c: Canvas, box: Box, *, away: bool) -> None:
        if away:
            absent_place(c, box, self.t("away"))
        else:
            unsure_card(c, box, self.t("no opinion"))

    def _outlier(self, c: Canvas, box: Box, *, lowest: bool) -> None:
        """Who speaks first, and why."""
        icon, end = ("arrow-down", self.t("lowest")) if lowest else ("arrow-up", self.t("highest"))
        upper, lower = box.rows(2)
        wide = c.type.width(end, 30, "semibold") + 40
        sign, words = upper.place(min(upper.w, wide), upper.h).cut_left(32, 8)
        c.icon(icon, sign.place(30, 30), theme.ACCENT)
        sizes = (30, 22)
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

    def _give(self, seat: int, n: int | None) -> None:
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
        self.game.do(act.CloseEstimates(), partial(self._closed, self.game.state.poker))

    def _closed(self, poker: Poker | None) -> None:
        if self in self.app.screens:
            self.app.pop(self)
        if self.on_close and poker is not None and poker.open:
            self.on_close(poker.numbers)

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
        """Follow what is given elsewhere; close when the round has ended, also by an undo."""
        poker = self.game.state.poker
        if poker is None and self in self.app.screens:
            self.app.pop(self)
        elif self._looks() != self._drawn:
            self.refresh()

    def _looks(self) -> object:
        """What is shown that comes from elsewhere: the answers, and who has a phone."""
        return self.game.state.poker, self.game.by_phone()


def _row(box: Box, n: int) -> list[Box]:
    """Places for ``n`` cards side by side, centred."""
    wide = min(280.0, (box.w - 20 * (n - 1)) / n)
    whole = box.place(wide * n + 20 * (n - 1), min(box.h, 560))
    return whole.columns(n, 20)


def _large(c: Canvas, box: Box, text: str) -> None:
    sizes = (54, 48, 42, 36, 30, 26)
    c.text(box, text, sizes, theme.ACCENT, "bold", align="centre", valign="middle")


def _draw_name(c: Canvas, box: Box, text: str, weight: Weight = "semibold") -> None:
    """The name below a card."""
    most = 34 if weight == "semibold" else 26
    sizes = tuple(size for size in (34, 30, 28, 26, 24, 22, 20, 18) if size <= most)
    c.text(box, text, sizes, theme.CHALK, weight, align="centre", valign="middle", whole=True)
