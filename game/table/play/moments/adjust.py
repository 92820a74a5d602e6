"""The choice after a trial that did not work: the seat that set it up says what is worked on."""

from __future__ import annotations

from functools import partial

import pygame

from game.engine import TRACKS, Idea, largest_hidden
from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import Adjustment
from game.engine.limits import MATURITY_HIGH
from game.frozen import frozen
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.table.parts import stage_pieces
from game.table.parts.card_signs import show_card
from game.table.parts.option_button import OptionButton
from game.table.play.dialogs.mitigate import chance
from game.table.play.game import Game
from game.table.play.moments.adjusted import draw_adjusted
from game.table.play.moments.base import ChoiceMoment
from game.views import face_builder as faces
from game.wording import terms


@frozen
class _Way:
    """A way to work on the idea, and what it does."""

    how: Adjustment
    icon: str
    title: str
    does: str


class AdjustScreen(ChoiceMoment):
    """Three ways to work on an idea, each with what it does; none is chosen by Esc."""

    topic = "trials"
    sign = "sliders-horizontal"
    bindings = Screen.bindings
    inherit_bindings = False

    game: Game

    def title(self) -> str:
        """The seat that chooses."""
        return self.game.t("{seat} chooses what to adjust", seat=self.game.seat_name(self._seat))

    @property
    def _seat(self) -> int:
        return self.state.turn

    def _idea(self) -> Idea:
        return self.state.require_idea(self.state.adjusting[0])

    # ------------------------------------------------------------------ drawing
    def content(self, ui: Ui, box: Box) -> None:
        """The idea at the left; what the trial showed, and the three ways, at the right."""
        c, t, idea = ui.canvas, self.game.t, self._idea()
        left, rest = box.cut_left(min(360, box.w * 0.26), 44)
        face = faces.idea_on_table(self.game.names, self.state, idea)
        place = left.place(left.w, min(left.h, left.w * 1.45), 0, 0)
        show_card(ui, "card", place, self.game, face)
        rest = draw_adjusted(c, rest, self.game, self.moments)
        head, rest = rest.cut_top(64, 18)
        text = t(
            "The trial of {idea} did not work. What do you want to adjust?",
            idea=self.game.names.called(idea),
        )
        stage_pieces.heading(c, head, text)
        for n, (row, way) in enumerate(zip(rest.rows(3, 18), self._ways(idea), strict=True), 1):
            self._button(ui, row, n, way)

    def _button(self, ui: Ui, box: Box, n: int, way: _Way) -> None:
        ui.add(
            OptionButton(
                f"adjust:{way.how}",
                box.cut_top(min(box.h, 190))[0],
                (f"{n}", way.title, [(way.icon, way.does)]),
                partial(self._choose, way.how),
                reason=self.game.why_not(self._action(way.how)),
                shortcut=pygame.K_0 + n,
            )
        )

    # ------------------------------------------------------------------ the three ways
    def _ways(self, idea: Idea) -> tuple[_Way, _Way, _Way]:
        t = self.game.t
        after = min(MATURITY_HIGH, idea.maturity + self.state.setup.rules.learned)
        riper = t(
            "Maturity {before} → {after}: works {odds}, on trial and at the reality check.",
            before=idea.maturity,
            after=after,
            odds=chance(t, after),
        )
        return (
            _Way("maturity", "sprout", t("Make it more mature"), riper),
            _Way("effect", "eye", t("Look into one more effect"), self._effect(idea)),
            _Way("risk", "triangle-alert", t("Look into what may go wrong"), self._risk(idea)),
        )

    def _effect(self, idea: Idea) -> str:
        t = self.game.t
        if all(map(idea.is_open, TRACKS)):
            return t("All that it truly gives is known.")
        track = largest_hidden(idea)
        on = terms.track(t, track)
        if idea.benefit(track) is not None:
            return t(
                "What it truly gives on {track} comes to light: there you said most.", track=on
            )
        return t("What it truly gives on {track} comes to light: the first one hidden.", track=on)

    def _risk(self, idea: Idea) -> str:
        if self._all_named(idea):
            return self.game.t("All of its true risks are named already.")
        return self.game.t("A true risk comes to light, or you know that all of them are named.")

    def _all_named(self, idea: Idea) -> bool:
        """Whether the trial, or an adjustment, has told that no true risk is left to be named."""
        return any(
            isinstance(event, ev.NothingFound) and event.idea == idea.id
            for decision in self.game.session.history
            for event in decision.events
        )

    # ------------------------------------------------------------------ choosing
    def _action(self, how: Adjustment) -> act.Adjust:
        return act.Adjust(self._seat, self.state.adjusting[0], how)

    def _choose(self, how: Adjustment) -> None:
        action = self._action(how)
        self.app.pop(self)
        self.game.do(action)
