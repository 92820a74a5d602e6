"""The reality check on the screen: one step at a time, at the facilitator's pace."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.engine import Idea, State
from game.engine import events as ev
from game.gui import keys, theme
from game.gui.ahead import foresee
from game.gui.geometry import Box
from game.gui.keys import KeyBinding
from game.gui.large_print import rehearsed
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.label import Label
from game.gui.widgets.pace_button import PaceButton
from game.i18n import mark
from game.table.parts import stage_pieces
from game.table.parts.card_signs import show_card
from game.table.parts.dice import DiceThrow
from game.table.parts.folded_events import FoldedEvent
from game.table.parts.game_view import GameView
from game.table.parts.preferences import preferences_of
from game.table.parts.throwing import add_throw_button, draw_invitation
from game.table.play.check import stage, stage_told
from game.table.play.check.foot import Floor, add_tempo, draw_words
from game.table.play.check.head import add_head
from game.table.play.check.meters import add_meters, draw_moving_meters
from game.table.play.check.narration import narrate
from game.table.play.check.stage_signs import add_signs
from game.table.play.check.steps import CheckStep, steps_of
from game.table.play.check.tempo import counterpart, moments_of
from game.table.play.check.throwers import dice_of, thrower
from game.views import face_builder as faces

if TYPE_CHECKING:
    from game.gui.screen import ScreenHost

_HEAD, _FOOT, _GAP = 84, 208, 24
_FOR_TEXT = 430
"""The least height of a card on which there is room for its text below its name."""
_CLAIM, _LOW_CLAIM = 72, 52
"""How high a claim stands below its idea, and while a hint takes some of the room."""


class CheckScreen(Screen):
    """The steps of one reality check, starting from the state ``before`` it.

    It is told by its moments, or everything step by step, as the preferences say; the choice is on
    the screen. ``on_done`` is called after the last step. Next: Space, Enter, → or its button.
    Back: ←. End skips to the last step, which tells all that came of it. Step by step, a check of
    many ideas begins with an overview, and may end there. Where dice decide, somebody is asked to
    throw them; Next shows them without.
    """

    topic = "check"
    bindings = (
        KeyBinding((pygame.K_RIGHT,), mark("The next step"), "next", control=None, repeats=True),
        KeyBinding((pygame.K_LEFT,), mark("A step back"), "previous", control=None, repeats=True),
        KeyBinding((pygame.K_END,), mark("Straight to the summary"), "to_summary", control=None),
        KeyBinding((pygame.K_i,), mark("What is this? From one thing to the next"), "explain"),
    )

    def __init__(
        self,
        game: GameView,
        before: State,
        moments: Sequence[FoldedEvent],
        on_done: Callable[[], object],
    ) -> None:
        self.game = game
        self.before = before
        every = steps_of(before, moments)
        began = (m.event for m in moments if isinstance(m.event, ev.CheckBegan))
        round_ = next((check.round for check in began), before.round)
        self._tempi = {False: every, True: moments_of(every, game.before_check(round_))}
        self._by_moments = preferences_of(game.app).moments
        self.on_done = on_done
        self.on_leave: Callable[[], object] | None = None
        """What is called when a recorded check is left by Esc; a live one is first told whole."""
        self.at = 0
        self._thrown = self._moved = True
        self._throw: DiceThrow | None = None

    def shown(self, app: ScreenHost) -> None:
        """Play the first step."""
        super().shown(app)
        self._play()

    @property
    def steps(self) -> tuple[CheckStep, ...]:
        """The steps in the tempo that is chosen."""
        return self._tempi[self._by_moments]

    @property
    def step(self) -> CheckStep:
        """The step that is shown."""
        return self.steps[self.at]

    # --------------------------------------------------------------------------------- pacing

    def next(self) -> None:
        """Go to the next step; after the last one, the check ends. Dice are shown first."""
        if self._throw is not None:
            self._throw.show()
        elif self.at + 1 < len(self.steps):
            self._go(self.at + 1)
            self._play()
        else:
            self.finish()

    def finish(self) -> None:
        """The check ends here."""
        self.app.pop(self)
        self.on_done()

    def previous(self) -> None:
        """Go back one step, showing its final frame without animation."""
        self._go(max(0, self.at - 1))

    def _keep_tempo(self) -> None:
        """Go on in the tempo that the preferences say, from the step that is shown or the next."""
        wanted = preferences_of(self.app).moments
        if wanted == self._by_moments:
            return
        old, before = self.steps, self.step
        self._by_moments = wanted
        self.at = counterpart(self.at, old, self.steps)
        if not self.step.is_same(before):
            self._go(self.at)

    def to_summary(self) -> None:
        """Skip to the last step."""
        self._go(len(self.steps) - 1)

    def explain(self) -> None:
        """Say what the next sign, number or meter is."""
        self.ui.explain_next()

    def back(self) -> None:
        """Esc: end an explanation, or go to the summary; from the summary, end the check.

        A recorded check is closed at once.
        """
        if self.ui.stop_explaining():
            self.ui.focus = "next"
        elif self.on_leave is not None:
            self.app.pop(self)
            self.on_leave()
        elif self._last or self.step.kind == "overview":
            self.finish()
        else:
            self.to_summary()

    @property
    def _state(self) -> State:
        """The game as the screen shows it: until dice have landed nothing has come of them."""
        return self.step.after if self._thrown else self.step.before

    @property
    def _last(self) -> bool:
        return self.at + 1 == len(self.steps)

    def _go(self, at: int) -> None:
        self.app.animator.skip()
        self.at, self._thrown, self._moved, self._throw = at, True, True, None
        self.refresh()

    def _play(self) -> None:
        """Animate the step: first the card, then the throw, then the tracks that move."""
        self._thrown = self._moved = False
        if self.step.kind in stage.TURNING:
            if not dice_of(self.step):
                self.app.sound.play("place")
            self.app.animator.play(self._draw_turning, 0.3, done=self._ask_to_throw)
        else:
            self._ask_to_throw()

    def _ask_to_throw(self) -> None:
        """Somebody may throw the dice now; without motion they lie there at once."""
        self._throw = self._throw_of_step()
        if self._throw is None:
            self._land()
            return
        if self.app.animator.reduced:
            self._throw.show()
        self.refresh()

    def _throw_of_step(self) -> DiceThrow | None:
        dice = dice_of(self.step)
        if not dice:
            return None
        return DiceThrow(self.app, thrower(self.steps, self.at), dice, self._land)

    def _land(self) -> None:
        self._thrown, self._throw = True, None
        tracks = self.step.before.points != self.step.after.points
        if self.step.kind not in ("told", "summary") and (tracks or stage.moves(self.step)):
            if tracks:
                self.app.sound.play("track")
            self.app.animator.play(self._draw_move, theme.MOVE, done=self._rest)
        else:
            self._rest()
        self.refresh()

    def _rest(self) -> None:
        self._moved = True
        self.refresh()

    # -------------------------------------------------------------------------------- drawing

    def ahead(self) -> Iterator[None]:
        """What comes of this step, and the next before and after that, and while it waits."""
        if not self._thrown:
            yield from foresee(self.ui, self._at(self.at, thrown=True)._rehearse)
        if self._last:
            return
        before, waiting, after = (self._at(self.at + 1, thrown=end) for end in (False, False, True))
        waiting._throw = waiting._throw_of_step()
        for there in (before, after) if waiting._throw is None else (before, waiting, after):
            yield from foresee(self.ui, there._rehearse)

    def _at(self, at: int, *, thrown: bool) -> CheckScreen:
        """This screen as it will be at a step."""
        there = copy(self)
        there.at, there._thrown, there._moved, there._throw = at, thrown, thrown, None
        return there

    def _rehearse(self, c: Canvas) -> None:
        """Draw all of it, and the card that it turns over, where nobody sees it."""
        rehearsed(self, c, self.ui.area)
        if not self._thrown:
            stage.draw_turned(c, self._stage, self.game, self.step)

    def build(self, ui: Ui) -> None:
        """The head, the idea, the stage, the meters, the sentence and the buttons."""
        self._keep_tempo()
        c = ui.canvas
        ui.add(Floor("floor", ui.area))
        head, body = ui.area.inset(40, 26).cut_top(_HEAD, 16)
        foot, body = body.cut_bottom(_FOOT, _GAP)
        body = ui.keep_strip(body, _GAP / 2)
        add_head(ui, head, self.game, self.step, self._state)
        buttons, words = foot.cut_right(min(520, body.w * 0.29), _GAP)
        if self.step.kind == "told":
            self._everything(ui, body)
        else:
            self._one_step(ui, body, buttons.w)
        ui.places["words"] = words
        self._sentence(c, words)
        self._buttons(ui, buttons)

    def _everything(self, ui: Ui, box: Box) -> None:
        """All that came of it, over the whole width; each place is told when it is pointed at."""
        self._stage = self._meter_box = stage_pieces.panel(ui.canvas, box)
        ui.places |= {"stage": box, "meters": self._stage}
        stage.draw_stage(ui.canvas, self._stage, self.game, self.step, thrown=True, moved=True)
        for n, (place, step) in enumerate(stage_told.places(self._stage, self.step)):
            ui.explain(f"told:{n}", place, narrate(self.game, step))

    def _one_step(self, ui: Ui, body: Box, wide: float) -> None:
        """The meters at the right, the idea at the left, the stage between them."""
        c = ui.canvas
        meters, body = body.cut_right(wide, _GAP)
        self._meter_box = meters
        add_meters(ui, meters, self.game, self.step, thrown=self._thrown, moved=self._moved)
        idea = self.step.after.idea(self.step.idea or "")
        if idea is not None:
            left, body = body.cut_left(min(400, body.w * 0.32), _GAP)
            self._idea(ui, left, idea, _CLAIM if ui.strip is None else _LOW_CLAIM)
        self._stage = stage_pieces.panel(c, body)
        ui.places |= {"stage": body, "meters": meters}
        thrown, moved = self._thrown, self._moved
        stage.draw_stage(c, self._stage, self.game, self.step, thrown=thrown, moved=moved)
        add_signs(ui, self._stage, self.game, self.step, thrown=thrown)
        if self._throw is not None:
            self._draw_waiting(c, self._throw)

    def _idea(self, ui: Ui, box: Box, idea: Idea, high: float) -> None:
        """The idea's card, and below it its claims and their owners."""
        known = self._known(idea)
        claims = [track for track, _ in known.claims()]
        rows, card = box.cut_bottom(len(claims) * (high + 10) - 10, 20)
        names, state = self.game.names, self.step.before
        face = faces.idea_on_table(names, state, known)
        if len(claims) + bool(face.trial) > 3 or card.h < _FOR_TEXT:
            face = replace(face, text="")  # beside so much there is only room for the names
        show_card(ui, "card", card.place(box.w, min(card.h, box.w * 1.4), 0, 0), self.game, face)
        for row, track in zip(rows.rows(max(1, len(claims)), 10), claims, strict=False):
            claim = faces.benefit_on_table(names, state, known, track)
            show_card(ui, f"claim:{track}", row, self.game, claim)

    def _known(self, idea: Idea) -> Idea:
        """The idea as known at this point: before the throw, without any of the outcome."""
        before = self.step.before.idea(idea.id)
        return idea if self._thrown or before is None else before

    def _draw_move(self, c: Canvas, share: float) -> None:
        """Draw the moving parts of the stage, and the tracks."""
        stage.draw_moving(c, self._stage, self.game, self.step, share)
        draw_moving_meters(c, self._meter_box, self.game.names, self.step, share)

    def _draw_turning(self, c: Canvas, share: float) -> None:
        """Draw the card being turned over."""
        face = stage.card_to_turn(self.game, self.step)
        if face is not None:
            stage_pieces.turn_card(c, stage.risk_box(self._stage), face, share)

    # ------------------------------------------------------------------------------- the dice

    def _draw_waiting(self, c: Canvas, throw: DiceThrow) -> None:
        """Draw the dice in the hand, and the card that they are thrown for."""
        throw.hand = stage.hand_box(self._stage, self.step)
        throw.places = stage.dice_boxes(self._stage, self.step)
        stage.draw_turned(c, self._stage, self.game, self.step)
        throw.draw_still(c)

    def paint_over(self, canvas: Canvas) -> None:
        """The dice while they are shaken."""
        if self._throw is not None:
            self._throw.draw_held(canvas)

    def update(self, dt: float) -> None:
        """The dice move for as long as they are held."""
        if self._throw is not None:
            self._throw.keep_moving()

    # --------------------------------------------------------------------- words and buttons

    def _sentence(self, c: Canvas, box: Box) -> None:
        """What happened, why, and what makes it a moment; before that, who is asked to throw."""
        if self._throw is not None:
            draw_invitation(c, box, self.game, self._throw)
            return
        draw_words(c, box, self.game, self.step, thrown=self._thrown)

    def _buttons(self, ui: Ui, box: Box) -> None:
        """Onward, and below it the other ways; at the foot the tempo."""
        t = ui.t
        tempo, rest = box.cut_bottom(56, 12)
        upper, lower = rest.rows([6, 5], 12)
        if self.step.kind == "overview":
            done = Label(self._ending(), icon="check", style="primary", size=36)
            ui.add(self._button("done", upper, done, self.finish))
            each = Label(t("Go through it step by step"), icon="arrow-right", style="quiet")
            ui.add(self._button("next", lower, each, self.next))
            ui.focus_on("done")
        else:
            self._steps(ui, upper, lower)
            ui.focus_on("next")
        add_tempo(ui, tempo, self._by_moments, self._choose_tempo)

    def _steps(self, ui: Ui, upper: Box, lower: Box) -> None:
        """On, back, and straight to the last step."""
        t = ui.t
        back, skip = lower.columns(2, 16)
        if self._throw is not None:
            add_throw_button(ui, self, "next", upper, self._throw)
        else:
            label, icon = (self._ending(), "check") if self._last else (t("Next"), "arrow-right")
            onward = Label(label, icon=icon, style="primary", size=36)
            ui.add(self._button("next", upper, onward, self.next))
        first = t("This is the first step.") if self.at == 0 else ""
        behind = Label(t("Back"), icon="arrow-left", style="quiet")
        ui.add(self._button("back", back, behind, self.previous, first))
        if not self._last and self.steps[-1].kind in ("told", "summary"):
            summary = Label(t("Summary"), icon="skip-forward", style="quiet")
            ui.add(self._button("skip", skip, summary, self.to_summary))

    def _choose_tempo(self, moments: bool) -> None:
        self.app.prefer(moments=moments)
        self.ui.focus = "next"  # the keys set the pace again
        self.refresh()

    def _ending(self) -> str:
        """The label of the button that ends the check."""
        t, state = self.game.t, self.steps[-1].after
        if state.step == "answer":
            return t("{name} answers", name=self.game.seat_name(state.turn))
        if self.on_leave is not None:
            return t("To the replay")
        return t("To the result") if state.over else t("To the table")

    def _button(
        self, key: str, box: Box, label: Label, on_click: Callable[[], object], reason: str = ""
    ) -> PaceButton:
        return PaceButton(
            key, box, label, on_click, partial(keys.press, self), "next", reason=reason
        )
