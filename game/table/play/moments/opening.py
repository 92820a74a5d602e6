"""The opening of a round: the event, its effect or its choice, income, new cards."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pygame

from game.engine import Phase, State
from game.engine import actions as act
from game.engine import events as ev
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.i18n import mark
from game.table.cards import draw_card
from game.table.parts import stage_pieces
from game.table.parts.folded_events import FoldedEvent
from game.table.parts.option_button import OptionButton
from game.table.play.game import Game
from game.table.play.moments.adjusted import draw_adjusted, split_adjustment
from game.table.play.moments.base import ChoiceMoment, MomentScreen, facts
from game.views.face_builder import event_face
from game.wording import terms
from game.wording.event_effects import consequences
from game.wording.event_texts import event_text

_NEW: dict[Phase, str] = {
    "ideas": mark("Place ideas, claim benefits, name what may go wrong, and try it small."),
    "concretise": mark(
        "New: give benefits an owner (anchor them), mitigate risks, shelve what you do not believe."
    ),
    "implement": mark(
        "New: every idea can be implemented. At the reality check they meet reality."
    ),
    "follow_up": mark("What is still under way is realised."),
}
_SIGN: dict[type[ev.Event], str] = {
    ev.Dealt: "layers",
    ev.TrustChanged: "handshake",
    ev.BalanceShifted: "scale",
    ev.TrackMoved: "arrow-down",
    ev.LikelihoodRaised: "triangle-alert",
    ev.MaturityLowered: "gauge",
    ev.OwnerLeft: "anchor",
    ev.EffectsOpened: "eye",
    ev.RiskTurnedUp: "triangle-alert",
    ev.NothingFound: "shield",
    ev.Learned: "sprout",
    ev.Paused: "pause",
    ev.Stopped: "hand",
}


def _first_rounds(s: State) -> list[int]:
    """The rounds that begin a phase, the follow-up included."""
    return [1 + sum(s.setup.rules.rounds[:n]) for n in range(4)]


class OpeningScreen(MomentScreen):
    """The opening of a round, or its continuation after a choice or an adjustment."""

    sign = "newspaper"

    def title(self) -> str:
        """The round and its phase."""
        s, t = self.state, self.game.t
        phase = terms.phase(t, s.phase)
        rounds = sum(s.setup.rules.rounds)
        if s.round > rounds:
            return phase
        return t("Round {n} of {all} – {phase}", n=s.round, all=rounds, phase=phase)

    @property
    def _events(self) -> Iterator[ev.Event]:
        return (moment.event for moment in self.moments)

    @property
    def card(self) -> str | None:
        """The event that is turned over, or that the choice was about."""
        return next(
            (e.card for e in self._events if isinstance(e, ev.EventTurned | ev.OptionChosen)), None
        )

    @property
    def new_phase(self) -> bool:
        """Whether a phase starts with this round; where trials ask first, it is told after them."""
        opened = any(isinstance(e, ev.RoundOpened | ev.IdeaAdjusted) for e in self._events)
        return opened and self.state.round in _first_rounds(self.state)

    def turns(self) -> bool:
        """Whether the event card is new, and turned over."""
        return any(isinstance(e, ev.EventTurned) for e in self._events)

    def draw_turning(self, c: Canvas, share: float) -> None:
        """The event card being turned over."""
        if self.card and self._card_box:
            stage_pieces.turn_card(c, self._card_box, event_face(self.game.names, self.card), share)

    # -------------------------------------------------------------------------------- drawing

    _card_box: Box | None = None

    def content(self, ui: Ui, box: Box) -> None:
        """The phase if it is new, the event card, and the outcome."""
        c = ui.canvas
        box = draw_adjusted(c, box, self.game, self.moments)
        if self.new_phase:
            banner, box = box.cut_top(150, 24)
            self._phase(c, banner)
        if self.card:
            card, box = box.cut_left(min(430, box.w * 0.33), 48)
            self._card_box = card.place(card.w, min(card.h, card.w * 1.36), 0, 0)
            if self.thrown:
                draw_card(c, self._card_box, event_face(self.game.names, self.card))
        if self.thrown:
            self.outcome(ui, box)

    def outcome(self, ui: Ui, box: Box) -> None:
        """The effect of the event, the income, the new cards and the starting seat."""
        facts(ui.canvas, box, self._facts())

    def _phase(self, c: Canvas, box: Box) -> None:
        """The start of a phase: its name, and what is new in it."""
        t = self.game.t
        c.panel(box, theme.ACCENT, 18, lift=8)
        inner = box.inset(32, 12)
        upper, lower = inner.rows([5, 6])
        name = t("A new phase: {phase}", phase=terms.phase(t, self.state.phase))
        c.text(upper, name, (40, 36), theme.INK, "bold", valign="middle")
        sizes = (34, theme.ROOM, 26)
        c.text(lower, t(_NEW[self.state.phase]), sizes, theme.INK, valign="middle")

    def _facts(self) -> list[tuple[str, str]]:
        lines = []
        for moment in split_adjustment(self.moments)[1]:
            line = self._fact(moment)
            if line:
                lines.append(line)
        return lines

    def _fact(self, moment: FoldedEvent) -> tuple[str, str] | None:
        """One fact, with its icon; ``None`` for what is shown elsewhere."""
        t, e, s = self.game.t, moment.event, moment.state
        if isinstance(e, ev.OptionChosen):
            option = self.game.case.events[e.card].options[e.option].read(t.lang)
            return "check", t(
                "{seat} chose: {option}", seat=self.game.seat_name(e.seat), option=option
            )
        if isinstance(e, ev.CapacityChanged) and e.why == "income":
            return "zap", t(
                "New capacity: {n}. The group now has {all}.",
                n=t.number(e.by, sign=True),
                all=s.capacity,
            )
        if isinstance(e, ev.CapacityChanged):
            return "zap", event_text(e, s, self.game.case, t, before=self.before) or ""
        if isinstance(e, ev.TurnBegan):
            return "play", t("{seat} begins.", seat=self.game.seat_name(e.seat))
        if type(e) in _SIGN:
            text = event_text(e, s, self.game.case, t, before=self.before)
            return (_SIGN[type(e)], text) if text else None
        return None


class ChoiceScreen(ChoiceMoment, OpeningScreen):
    """An event with two options: the starting seat chooses, with the consequences spelled out."""

    bindings = Screen.bindings
    inherit_bindings = False
    """Esc and the like choose nothing."""

    game: Game

    @property
    def card(self) -> str | None:
        """The event that awaits a choice."""
        return self.state.event

    def outcome(self, ui: Ui, box: Box) -> None:
        """What has come about already, the seat that chooses, and the two options."""
        c, t, s = ui.canvas, self.game.t, self.state
        card = s.setup.by_id.events[s.event or ""]
        text = self.game.case.events[card.id]
        if lines := self._facts():
            told, box = box.cut_top(min(56.0 * len(lines), box.h * 0.25), 16)
            facts(c, told, lines)
        head, body = box.cut_top(64, 20)
        title = t("{seat} chooses", seat=self.game.seat_name(s.turn))
        stage_pieces.heading(c, head, title, "hand")
        rows = body.rows(2, 24)
        for i, (row, option) in enumerate(zip(rows, text.options, strict=True)):
            lines = consequences(t, card.options[i], s.setup.rules.modules)
            ui.add(
                OptionButton(
                    f"option-{i}",
                    row.cut_top(min(row.h, 250))[0],
                    (f"{i + 1}", option.read(t.lang), lines),
                    partial(self._choose, i),
                    shortcut=pygame.K_1 + i,
                )
            )

    def _choose(self, option: int) -> None:
        self.app.pop(self)
        self.game.do(act.Choose(self.state.turn, option))
