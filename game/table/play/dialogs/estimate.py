"""Estimating a benefit: one to six points, with the promise and what is known beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import pygame

from game.engine import Idea, Measure, Track
from game.engine import actions as act
from game.engine.limits import DOWNSIDES, ESTIMATES
from game.engine.lookups import present
from game.engine.state import Benefit
from game.frozen import frozen
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.keys import DIGITS, KEYPAD, KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.i18n import capitalised, mark
from game.table.parts.dialog_parts import ROOM, about_line, draw_promise, subject_picture
from game.table.parts.dialog_widgets import NumberCard
from game.table.play.dialogs.base import Dialog
from game.table.play.dialogs.poker import PokerScreen
from game.table.play.game import Game
from game.views import explained
from game.wording import figures, terms, worth
from game.wording.actions import price

_MOST_POINTS = 6
_NUMBER = "estimate"
"""The first part of the keys of the numbers."""


def subject(game: Game, id: str, b: Benefit | None) -> str:
    """The idea that is asked about, with its letter; and the benefit, where it has a name."""
    idea = game.state.idea(id)
    name = f"{idea.letter} · {game.names.idea(idea)}" if idea else game.names.idea_card(id)
    benefit = "" if b is None else game.names.benefit(b)
    return f"{name}: {benefit}" if benefit else name


@frozen
class EstimateQuestion:
    """What is estimated: an idea (``subtitle``) on a track, and what is known of it.

    ``known`` is the true effect where it is revealed, ``now`` the estimate being revised, which has
    the focus at first, ``promise`` what the card says. Of a ``downside`` the numbers say how much
    it takes. ``measure`` is the benefit's own: the goal whose worth on the track is asked for.
    """

    title: str
    subtitle: str
    track: Track
    known: int | None = None
    now: int | None = None
    promise: Mapping[Track, int] | None = None
    downside: bool = False
    measure: Measure | None = None
    picture: str = ""

    @property
    def numbers(self) -> range:
        """The numbers to choose from; 0 withdraws what is known not to be so."""
        usual = DOWNSIDES if self.downside else ESTIMATES
        return range(usual.start - self.disproved, usual.stop)

    @property
    def disproved(self) -> bool:
        """Whether it is known that nothing is true of the estimate that stands."""
        if self.now is None or self.known is None:
            return False
        return self.points(self.now) * self.known <= 0

    def points(self, n: int) -> int:
        """The points that a number stands for."""
        return -n if self.downside else n


class EstimateDialog(Dialog):
    """One to six as large cards, and 0 where nothing is true; a key or a click chooses at once.

    ``on_choose`` gets the number after the dialog has closed. ``poker`` starts estimate poker; its
    numbers are shown here afterwards.
    """

    of_turn = True

    bindings = (
        KeyBinding(
            DIGITS,
            mark("Choose a number, or one of several ways"),
            display="0–9",
            duplicates=KEYPAD,
        ),
        KeyBinding(
            (*KEYPAD[:_MOST_POINTS], KEYPAD[-1]),
            action="press_number",
            values=(*range(1, _MOST_POINTS + 1), 0),
        ),
    )

    def __init__(
        self,
        game: Game,
        question: EstimateQuestion,
        on_choose: Callable[[int], object],
        *,
        poker: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(game)
        self.question = question
        self.on_choose = on_choose
        self.poker = poker
        self.poker_numbers: tuple[int, ...] = ()
        self._claims = Box(0, 0, 0, 0)
        self._pointed: int | None = None
        """The number that is pointed at; none at first, as it would suggest itself."""

    @classmethod
    def for_placing(
        cls,
        game: Game,
        idea_id: str,
        track: Track,
        on_choose: Callable[[int], object],
        card: str = "",
    ) -> EstimateDialog:
        """The dialog for claiming a benefit, of an idea on the table or still in the hand.

        ``card`` is the benefit card, if it is one.
        """
        return cls._about(game, idea_id, track, on_choose, Benefit(1, 0, card) if card else None)

    @classmethod
    def for_revising(cls, game: Game, idea: Idea, track: Track) -> EstimateDialog:
        """The dialog for revising the estimate of a benefit on the table."""
        b = idea.benefit(track)
        if b is not None and b.downside:
            return cls._revising_downside(game, idea, track, -b.estimate)
        now = None if b is None else b.estimate
        seat = game.state.turn
        revise = partial(act.Revise, seat, idea.id, track)
        return cls._about(game, idea.id, track, lambda n: game.do(revise(n)), b, now=now)

    @classmethod
    def _revising_downside(cls, game: Game, idea: Idea, track: Track, now: int) -> EstimateDialog:
        question = EstimateQuestion(
            game.t("How much do we believe it costs now?"),
            f"{idea.letter} · {game.names.benefit_beside(idea, track)}",
            track,
            known=game.state.effect(idea, track),
            now=now,
            promise=None if idea.written else idea.card.promise,
            downside=True,
            picture=subject_picture(game, idea.id, idea.benefit(track)),
        )
        return cls(
            game, question, lambda n: game.do(act.Revise(game.state.turn, idea.id, track, n))
        )

    @classmethod
    def _about(
        cls,
        game: Game,
        id: str,
        track: Track,
        on_choose: Callable[[int], object],
        b: Benefit | None,
        *,
        now: int | None = None,
    ) -> EstimateDialog:
        idea = game.state.idea(id)
        card = idea.card if idea else game.state.setup.by_id.ideas[id]
        call = act.CallEstimates(id, track)
        question = EstimateQuestion(
            game.t("How much do we believe?") if now is None else game.t("What do we believe now?"),
            subject(game, id, b),
            track,
            known=game.state.effect(idea, track) if idea else None,
            now=now,
            promise=None if idea and idea.written else card.promise,
            measure=worth.own_measure(game.t, game.case, track, b),
            picture=subject_picture(game, id, b),
        )
        return cls(game, question, on_choose, poker=lambda: game.do(call))

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The subject, what is known, the six numbers, and poker."""
        own = self.question.measure
        rest = dialog(ui, 1560, 770 if own else 740, self.question.title, self.back)
        about, rest = rest.cut_top(56, 18)
        ui.places["question"] = about
        self._about_line(ui.canvas, about)
        if own is not None:
            asked, rest = rest.cut_top(48, 14)
            text = worth.asked_by(self.t, own)
            ui.canvas.text(asked, text, ROOM, theme.ACCENT, "semibold", valign="middle")
        facts, rest = rest.cut_top(64, 18)
        self._facts(ui.canvas, facts)
        foot, rest = rest.cut_bottom(74, 22)
        scale, rest = rest.cut_bottom(44, 6)
        self._claims, numbers = rest.cut_bottom(48, 14)
        about_track = explained.meter(self.game.names, self.game.state, self.question.track)
        ui.explain("claims", self._claims, about_track)
        offered = self.question.numbers
        for n, cell in zip(offered, numbers.columns(len(offered), 18), strict=True):
            self._number(ui, cell, n)
        self._scale(ui.canvas, scale)
        self._foot(ui, foot)
        if self.question.now is not None:  # a number in focus would suggest itself
            ui.focus_on(f"{_NUMBER}:{self.question.now}")

    def _about_line(self, c: Canvas, box: Box) -> None:
        asked = self.question
        text = f"{asked.subtitle} → {terms.track(self.t, asked.track)}"
        about_line(c, box, asked.track, asked.picture, text)

    def _facts(self, c: Canvas, box: Box) -> None:
        """The promise as arrows at the left; what is known of the truth at the right."""
        c.panel(box, theme.PAPER, 12)
        inner = box.inset(18, 8)
        inner = draw_promise(c, inner, self.question.promise or {})
        sign, words = inner.cut_left(34, 12)
        c.icon(self._sign(), sign.place(32, 32), theme.INK)
        c.text(
            words,
            self._knowledge(),
            (30, 18),
            theme.INK,
            "semibold",
            valign="middle",
        )

    def _sign(self) -> str:
        """The icon of what is told: the group's numbers, or whether the truth is seen."""
        if self.poker_numbers:
            return "users-round"
        return "eye" if self.question.known is not None else "eye-off"

    def _knowledge(self) -> str:
        t = self.t
        if self.poker_numbers:
            text = ", ".join(str(n) for n in sorted(self.poker_numbers))
            said = t("Estimate poker gave {numbers}. Whoever has the turn decides.", numbers=text)
            return (
                said if min(self.poker_numbers) else t("{said} 0 says: claim nothing.", said=said)
            )
        if self.question.known is not None:
            return t("The true effect is known: {n}", n=figures.signed(t, self.question.known))
        if self.question.promise is None:
            return t("The group's own idea: what it truly gives was drawn, and is hidden.")
        arrows_here, on = (
            self.question.promise.get(self.question.track, 0),
            terms.track(t, self.question.track),
        )
        if arrows_here < 0:
            return t("The card warns of a loss on {track}.", track=on)
        if not arrows_here:
            return t("The card promises nothing on {track}, and nobody knows.", track=on)
        return t("Only a promise: arrows are not points. Nobody knows yet how many it gives.")

    def _number(self, ui: Ui, box: Box, n: int) -> None:
        points = self.question.points(n)
        ui.add(
            NumberCard(
                f"{_NUMBER}:{n}",
                box,
                Label(self.t.number(points), caption=self._worth(points), hint=self._note(n)),
                partial(self.choose, n),
                reason=self._reason(n),
                shortcut=pygame.K_0 + n,
            )
        )

    def _worth(self, points: int) -> str:
        """What points are worth by the track's measure, which a goal of its own is weighed by."""
        if not points:
            return self.t("withdraw it")
        return worth.on_a_scale(self.t, self.game.case, self.question.track, points)

    def _note(self, n: int) -> str:
        """What is said above a number."""
        if self.question.points(n) == self.question.known:
            return self.t("true effect")
        return self.t("as it is") if n == self.question.now else ""

    def _reason(self, n: int) -> str:
        """Why a number cannot be chosen."""
        if n == self.question.now:
            return self.t("The estimate is {n} already.", n=n)
        return ""

    def _scale(self, c: Canvas, box: Box) -> None:
        """What the points mean on the track's indicator."""
        text = worth.track_scale(self.t, self.game.case, self.question.track)
        c.text(box, text, (28, 18), theme.CHALK_SOFT, align="centre", valign="middle")

    # ------------------------------------------------------------------ what would be claimed
    def pointed(self, key: str | None) -> None:
        """Remember the number that is pointed at, by mouse or keys."""
        name, _, number = (key or "").partition(":")
        self._pointed = int(number) if name == _NUMBER else None
        self.app.wake()

    def paint_over(self, canvas: Canvas) -> None:
        """What is claimed on the track, and what the number that is pointed at would make of it."""
        box, size = self._claims, 34.0
        text = self._told_claims()
        fitted = canvas.type.fit(text, box.inset(25, 0), ROOM, "semibold")
        wide = max(canvas.type.width(line, fitted.size, "semibold") for line in fitted.lines) + 2
        sign, words = box.place(min(box.w, wide + size + 12), box.h).cut_left(size, 12)
        canvas.icon("flag", sign.place(size, size), theme.ACCENT)
        canvas.text(words, text, ROOM, theme.ACCENT, "semibold", valign="middle")

    def _told_claims(self) -> str:
        t, track = self.t, self.question.track
        before = self.game.state.claimed(track)
        params = {"track": terms.track(t, track), "before": t.number(before)}
        if self._pointed is None or self._pointed == self.question.now:
            return t("Claimed on {track} now: {before}", **params)
        already = self.question.points(self.question.now or 0)
        after = before - already + self.question.points(self._pointed)
        return t(
            "Claimed on {track}: {before} now → {after} with this number",
            after=t.number(after),
            **params,
        )

    # ------------------------------------------------------------------ the foot
    def _foot(self, ui: Ui, box: Box) -> None:
        left, right = box.columns((1, 2), 24)
        hint = ui.t(
            "Press {low} to {n}, or click.",
            low=self.question.numbers[0],
            n=self.question.numbers[-1],
        )
        if self.question.now is None and not self.question.downside:
            hint = ui.t("{hint} Esc puts the card back into the hand.", hint=hint)
        elif self.question.now is not None:
            takes = price(ui.t, act.Revise)
            hint = f"{hint} {capitalised(takes)}."
        ui.canvas.text(left, hint, (26, 20), theme.CHALK_SOFT, valign="middle")
        if self.poker is None:
            return
        ui.add(
            Button(
                "poker",
                right,
                Label(
                    ui.t("Estimate poker: everybody gives a number"),
                    icon="users-round",
                    style="quiet",
                    size=26,
                ),
                self._poker,
                reason=self._no_poker(),
            )
        )

    def _no_poker(self) -> str:
        if len(present(self.game.state)) > 1:
            return ""
        return self.t("Alone at the table there is nobody to compare with.")

    # ------------------------------------------------------------------ choosing
    def choose(self, n: int) -> None:
        """Choose this number."""
        self.app.pop(self)
        self.on_choose(n)

    def _poker(self) -> None:
        if self.poker and self.poker() and self.game.state.poker is not None:
            own = self.question.measure
            self.app.push(PokerScreen(self.game, on_close=self._poker_done, measure=own))

    def _poker_done(self, numbers: tuple[int, ...]) -> None:
        self.poker_numbers = numbers
        self.refresh()

    def press_number(self, n: int) -> bool:
        """Choose with the numeric keypad."""
        self.press(f"{_NUMBER}:{n}")
        return True
