"""The guide at the table: inspects the current screen and draws the matching hint on it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

import pygame

from game.engine import State
from game.engine.actions import PlaceBenefit, PlaceIdea
from game.gui import theme
from game.gui.declarations import Cover
from game.gui.geometry import Box, Point
from game.gui.keys import KeyBinding, key_name
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.drag import DropTarget
from game.gui.widgets.explained import Explained
from game.gui.widgets.label import Label
from game.i18n import mark
from game.session import Decision, SaveError
from game.table.guide import bubble
from game.table.guide.hint_model import Guide, Hint
from game.table.guide.hints import HINTS
from game.table.guide.situation import HintTarget, Situation
from game.table.parts.folded_events import fold_events
from game.table.parts.preferences import preferences_of
from game.table.play.check.screen import CheckScreen
from game.table.play.check.steps import steps_of
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.game import Game
from game.table.play.idea_sheet import IdeaSheet
from game.table.play.table import TableScreen

WIDTHS = (560, 420, 860)
"""The widths of a bubble, by preference: compact, narrow and high, or wide and low."""
OWN = "guide:"
"""The prefix of the keys of the bubble's own buttons."""
PUT_AWAY = KeyBinding((pygame.K_h,), mark("Put a hint away"))
_WATCHED = ("title", "stage", "meters", "words")
_HEED = 8
"""How many times what the room watches counts as much as other text."""
_SIZE = 28
_WIDE = 800
_BUTTON, _BUTTONS = 48, 330
_STEP = 8
"""How densely, in design units, the way of an arrow is searched for text."""


class HintOverlay:
    """Draws a game's hints over its screens; the app calls it after building the top screen."""

    bindings = (PUT_AWAY,)

    def __init__(self, game: Game) -> None:
        self.game = game
        session = game.session
        self.guide = Guide(HINTS, on=session.log.guided)
        self.guide.remember(past_situations(session.states, session.history))
        self.hint: Hint | None = None
        """The hint on the screen."""
        self.bubble = Box(0, 0, 0, 0)
        """The box of its bubble."""

    def __call__(self, screen: Screen) -> None:
        """Draw the hint for a screen, if there is one and its target is visible."""
        self.hint = None
        situation = situation_of(self.game.state, screen)
        if situation is None or not preferences_of(self.game.app).guide:
            return
        hint = self.guide.hint_for(situation)
        target = hint.find(situation) if hint else None
        box = visible_box(screen.ui, target.key) if target else None
        if hint is not None and target is not None and box is not None:
            self.hint = hint
            self._draw(screen, situation, hint, target, box)

    @property
    def on(self) -> bool:
        """Whether this group gets hints."""
        return self.guide.on

    def switch(self, on: bool) -> None:
        """Switch hints on or off for this group; the setting is saved in its session."""
        self.guide.on = on
        with suppress(SaveError):  # not important enough for an error message
            self.game.session.set_guided(on)

    def _draw(
        self, screen: Screen, situation: Situation, hint: Hint, target: HintTarget, box: Box
    ) -> None:
        ui, t = screen.ui, screen.ui.t
        text = t(hint.text, idea=target.idea)
        at, size = _place(ui, box, text)
        self.bubble = at
        foot, words = _parts(at)
        arrow = _arrow(at, box, boxes_to_read(ui))

        def draw(c: Canvas) -> None:
            c.outline(box.inset(-6), theme.ACCENT, 16, 5)
            if arrow is not None:
                _draw_arrow(c, arrow)
            c.panel(at, theme.PAPER, 18, line=theme.ACCENT, width=4, lift=18)
            sign, told = words.cut_left(40, 12)
            c.icon("lightbulb", sign.cut_top(40)[0], theme.ACCENT_DARK)
            with c.type.growing(1):
                c.text(told, text, size, theme.INK, "semibold")

        ui.canvas.layer += 1
        ui.add_cover(Cover(at, draw, OWN))
        self._buttons(screen, foot, situation)

    def _buttons(self, screen: Screen, box: Box, situation: Situation) -> None:
        ui, t = screen.ui, screen.ui.t
        stop, read = box.columns((1.3, 1), 14)

        def put_away() -> None:
            self.guide.dismiss(situation)
            if not ui.drag:
                ui.focus = None  # the button disappears: the screen below decides the focus

        def stop_all() -> None:
            self.switch(False)
            ui.focus = None

        off = Button(f"{OWN}off", stop, Label(t("No more hints"), style="quiet", size=22), stop_all)
        off.while_held = True
        ui.add(off)
        label = t("Got it")
        key = PUT_AWAY.key
        ok = Button(
            f"{OWN}ok", read, Label(label, style="primary", size=24), put_away, shortcut=key
        )
        ok.hint, ok.while_held = key_name(t, key), True
        ui.add(ok)


def _place(ui: Ui, target: Box, text: str) -> tuple[Box, float]:
    """The box of the bubble and the size of its text: larger where that covers nothing."""
    for grow in ui.type.growths:
        size = _SIZE * grow
        shapes = [(wide, _height(ui, text, wide, size)) for wide in WIDTHS]
        spot = bubble.place(ui.area, target, shapes, boxes_to_press(ui), boxes_to_read(ui))
        if spot.free:
            break
    return spot.box, size


def _parts(at: Box) -> tuple[Box, Box]:
    """The boxes of the buttons and of the text: side by side in a wide bubble."""
    inner = at.inset(20, 16)
    if at.w < _WIDE:
        return inner.cut_bottom(_BUTTON, 12)
    foot, words = inner.cut_right(_BUTTONS, 20)
    return foot.place(foot.w, _BUTTON), words


def _height(ui: Ui, text: str, wide: float, size: float) -> float:
    """The height needed by a bubble of a given width."""
    beside = wide >= _WIDE
    room = wide - 40 - 52 - (_BUTTONS + 20 if beside else 0)
    high = ui.type.height(text, room, size, "semibold")
    return max(high, _BUTTON) + 36 if beside else high + _BUTTON + 12 + 36


# ------------------------------------------------------------------ looking at the screen
def situation_of(state: State, screen: Screen) -> Situation | None:
    """The situation that a screen presents; ``None`` for screens without hints."""
    if isinstance(screen, TableScreen):
        carry = screen.ui.drag
        if carry is None:
            return Situation(state)
        lit = tuple(key for key, answer in carry.answers.items() if answer is True)
        return Situation(state, "carrying", lit, carry.refused)
    if isinstance(screen, EstimateDialog) and screen.poker is not None:
        return Situation(state, "estimate")
    if isinstance(screen, IdeaSheet):
        return Situation(state, "sheet", idea=screen.id)
    if isinstance(screen, CheckScreen):
        return Situation(state, "check", step=screen.step.kind)
    return None


def visible_box(ui: Ui, key: str) -> Box | None:
    """The box of a widget or a named place; ``None`` when it is not visible."""
    widget = ui.find(key)
    if widget is None:
        return ui.places.get(key)
    return widget.box if widget.clip is None or widget.box.centre in widget.clip else None


def boxes_to_press(ui: Ui) -> list[Box]:
    """The boxes to keep free: what can be pressed, or the drop targets of a carried card; and the
    lane where tips and news are told."""
    if ui.drag is not None:
        answers = ui.drag.answers
        places = [w.box for w in ui.widgets if answers.get(w.key) is True]
        return places if ui.lane is None else [*places, ui.lane]
    lane = [] if ui.lane is None else [ui.lane]
    return lane + [
        w.box
        for w in ui.widgets
        if w.focusable and not isinstance(w, DropTarget) and not w.key.startswith(OWN)
    ]


def boxes_to_read(ui: Ui) -> list[Box]:
    """The boxes of text and, counted several times, the meters, and what the room watches
    during a check."""
    u = ui.canvas.u
    watched = [box for name in _WATCHED if (box := ui.places.get(name))]
    watched += [w.box for w in ui.widgets if isinstance(w, Explained)]
    return [
        *(Box(r.x / u, r.y / u, r.w / u, r.h / u) for r in ui.canvas.occupied),
        *watched * _HEED,
    ]


def _arrow(at: Box, target: Box, read: Sequence[Box]) -> tuple[Point, Point] | None:
    """The ends of the arrow from the bubble to its target; none through what is read.

    The frame round the target tells enough then.
    """
    tip = bubble.nearest(target, at.centre)
    foot = bubble.nearest(at, tip)
    long = math.dist(tip, foot)
    if long < 4:
        return None
    steps = range(int(long / _STEP) + 1)
    on_it = [_between(tip, foot, step * _STEP / long) for step in steps]
    if any(point in box.inset(-_STEP) for point in on_it[1:] for box in read):
        return None
    return tip, foot


def _between(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def _draw_arrow(c: Canvas, ends: tuple[Point, Point]) -> None:
    """Draw an arrow; its tip is the first of the ends."""
    tip, foot = ends
    long = math.dist(tip, foot)
    across = ((tip[1] - foot[1]) / long * 16, (foot[0] - tip[0]) / long * 16)
    neck = _between(tip, foot, 26 / long)
    c.line([foot, neck], theme.ACCENT, 8)
    left = (neck[0] + across[0], neck[1] + across[1])
    right = (neck[0] - across[0], neck[1] - across[1])
    c.polygon([tip, left, right], theme.ACCENT)


# ------------------------------------------------------------------ earlier sittings
def past_situations(states: dict[int, State], history: Iterable[Decision]) -> Iterator[Situation]:
    """The situations of a group during the decisions of an earlier sitting."""
    now = 0
    for decision in history:
        before = states[now]
        yield Situation(before)
        if isinstance(decision.action, PlaceIdea | PlaceBenefit):
            yield Situation(before, "estimate")
        for step in steps_of(before, fold_events(before, decision.events)):
            yield Situation(before, "check", step=step.kind)
        now = decision.n
