"""The guide at the table: inspects the current screen and draws the matching hint on it."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import suppress

import pygame

from game.engine import Event, State
from game.engine.actions import PlaceBenefit, PlaceIdea
from game.frozen import frozen
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
from game.table.guide.bubble import BubblePlace
from game.table.guide.hint_model import Guide, Hint
from game.table.guide.hints import HINTS
from game.table.guide.situation import HintTarget, Situation
from game.table.parts.folded_events import fold_events
from game.table.parts.preferences import preferences_of
from game.table.play.check.screen import CheckScreen
from game.table.play.check.steps import CheckStep, steps_of
from game.table.play.check.tempo import moments_of
from game.table.play.check.throwers import dice_of
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.game import Game
from game.table.play.idea_sheet import IdeaSheet
from game.table.play.table import TableScreen
from game.views.hand import tab_of
from game.wording.case_names import AMONG_OTHERS, CaseNames

WIDTHS = (560, 420, 860)
"""The widths of a bubble, by preference: compact, narrow and high, or wide and low."""
OWN = "guide:"
"""The prefix of the keys of the bubble's own buttons."""
PUT_AWAY = KeyBinding((pygame.K_h,), mark("Put a hint away"))
_WATCHED = ("title", "stage", "meters", "words")
_HEED = 8
"""How many times what the room watches counts as much as other text."""
_NEWS = 5.0
"""Seconds for which news come before a hint."""
_SIZE, _SMALLER = 28, (26, 24)
_WIDE = 800
_BUTTON, _BUTTONS = 48, 330
_PAD, _STRIP_PAD = 12, 6
_BESIDE = 92
"""What a bubble needs beside its text, without its buttons."""
_STRIP_LINES, _STRIP_EDGE = 2, 40
"""The lines of a hint in a strip, and how far from the edges of the window a strip may be."""
_ONE_LINE = 0.85
"""How much smaller its text may be to stand in one line, as a share of its usual size."""


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
        self.arrow: tuple[Point, Point] | None = None
        """The ends of its arrow, which one in a strip may lack."""
        self._strips: dict[Hashable, float] = {}
        """The height of its strip for every hint that found no room beside its target."""
        self._low = 0.0
        """The room that a sheet keeps free once it had a strip."""
        self._roomy: tuple[Hashable, State | None] = None, None
        """The last hint that found room, and in which state."""
        self._told: State | None = None
        """The state of which the table has told how it came about."""
        self._news = ""
        """How it told so, in the place of a hint."""

    def room_for(self, screen: Screen, rehearse: Callable[[], Ui]) -> float:
        """The height of the strip for a hint that would lie over text or a button elsewhere."""
        met = self._met(screen)
        if met is None:
            return self._kept_free(screen)
        app, state = self.game.app, met.situation.state
        key = met.hint.id, app.lang, app.preferences.text_size, app.window.get_size()
        if key not in self._strips and not (self._roomy[0] == key and self._roomy[1] is state):
            ui = rehearse()
            box, text = visible_box(ui, met.target.key), met.text(self.game.names)
            if box is None or _beside(ui, box, text, met.situation).free:
                self._roomy = key, state
            else:
                self._strips[key] = _strip_height(ui, text)
                self._low = max(self._low, self._strips[key])
        return self._strips.get(key, 0.0)

    def _kept_free(self, screen: Screen) -> float:
        """The room of a strip on a sheet that has none now: its buttons lie where they lay."""
        guided = self.on and preferences_of(self.game.app).guide
        return self._low if guided and isinstance(screen, IdeaSheet) else 0.0

    def __call__(self, screen: Screen) -> None:
        """Draw the hint for a screen, if there is one and its target is visible."""
        self.hint = None
        met, ui = self._met(screen), screen.ui
        if isinstance(screen, TableScreen):
            self._tell_news(ui, hides=met is not None)
        box = visible_box(ui, met.target.key) if met else None
        if met is None or (box is None and ui.strip is None):
            return
        if not (_in_lane(ui) and self.game.app.tells):  # one after the other: each is read whole
            self.hint = met.hint
            self._draw(screen, met, box)

    def _tell_news(self, ui: Ui, *, hides: bool) -> None:
        """What was decided last comes before a hint in its place, for a moment: who is next too."""
        if self._told is self.game.state:
            return
        self._told, line, app = self.game.state, self.game.last_line, self.game.app
        if self._news:
            app.forget_toast(self._news)  # what it tells of is no longer so
        self._news = line if hides and _in_lane(ui) else ""
        if self._news:
            app.toast(line, _NEWS)

    def _met(self, screen: Screen) -> _Met | None:
        """What is said of a screen, if anything."""
        situation = situation_of(self.game.state, screen)
        if situation is None or not preferences_of(self.game.app).guide:
            return None
        self.guide.saw([decision.action for decision in self.game.session.history])
        hint = self.guide.hint_for(situation)
        target = hint.find(situation) if hint else None
        return _Met(situation, hint, target) if hint is not None and target is not None else None

    @property
    def on(self) -> bool:
        """Whether this group gets hints."""
        return self.guide.on

    def switch(self, on: bool) -> None:
        """Switch hints on or off for this group; the setting is saved in its session."""
        self.guide.on = on
        with suppress(SaveError):  # not important enough for an error message
            self.game.session.set_guided(on)

    def _draw(self, screen: Screen, met: _Met, box: Box | None) -> None:
        """Draw the hint near its target, or in its strip, where the target may be hidden."""
        ui = screen.ui
        text = met.text(self.game.names)
        at, sizes = ui.strip, (*(_SIZE * grow for grow in ui.type.growths), *_SMALLER)
        if at is None and box is not None:
            at = _beside(ui, box, text, met.situation).box
        assert at is not None
        self.bubble = at
        foot, words = _parts(at, ui.type.grow, _PAD if at != ui.strip else _STRIP_PAD)
        self.arrow = arrow = bubble.arrow(at, box, _in_the_way(ui, box)) if box else None

        def draw(c: Canvas) -> None:
            c.panel(at, theme.PAPER, 18, line=theme.ACCENT, width=4, lift=18)
            if arrow is not None:  # over the edge of a strip that lies close to its target
                _draw_arrow(c, arrow)
            sign, told = words.cut_left(40, 12)
            c.icon("lightbulb", sign.cut_top(40)[0], theme.ACCENT_DARK)
            with c.type.growing(1):
                c.text(told, text, sizes, theme.INK, "semibold", valign="middle")

        ui.canvas.layer += 1
        if box is not None:  # on the screen itself: a card that is held or pointed at hides it
            ui.canvas.outline(box.inset(-6), theme.ACCENT, 16, 5)
        ui.add_cover(Cover(at, draw, OWN))
        self._buttons(screen, foot, met.situation)

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


@frozen
class _Met:
    """A hint, the situation it is for, and what it points at there."""

    situation: Situation
    hint: Hint
    target: HintTarget

    def text(self, names: CaseNames) -> str:
        """What it says."""
        state = self.situation.state
        idea = state.idea(self.target.idea)
        called = names.called(idea, AMONG_OTHERS) if idea is not None else ""
        return names.t(self.hint.text, idea=called, unowned=state.setup.rules.unowned)


def _beside(ui: Ui, target: Box, text: str, situation: Situation) -> BubblePlace:
    """The place of a bubble near its target."""
    size = _SIZE * ui.type.grow
    shapes = [(wide, _height(ui, text, wide, size)) for wide in WIDTHS]
    kept = boxes_to_press(ui, situation)
    return bubble.place(ui.area, target, shapes, kept, boxes_to_read(ui), _in_the_way(ui, target))


def _strip_height(ui: Ui, text: str) -> float:
    """The height of a strip with the text in one line, or as large as two lines allow."""
    room = ui.area.w - 2 * _STRIP_EDGE - _BESIDE - 20 - _BUTTONS * _wider(ui.type.grow)
    sizes = (*(_SIZE * grow for grow in ui.type.growths), *_SMALLER)
    set_ = [(size, len(ui.type.wrap(text, room, size, "semibold"))) for size in sizes]
    low = [(size, 1) for size, lines in set_ if lines == 1 and size >= sizes[0] * _ONE_LINE]
    large = [one for one in set_ if one[1] <= _STRIP_LINES]
    size, lines = (*low, *large, set_[-1])[0]
    high = max(_BUTTON * _wider(ui.type.grow), lines * ui.type.line_height(size))
    return high + 2 * _STRIP_PAD


def _wider(grow: float) -> float:
    """How much larger buttons beside a text are in large print."""
    return 1 + (grow - 1) / 2


def _parts(at: Box, grow: float, pad: float) -> tuple[Box, Box]:
    """The boxes of the buttons and of the text: side by side in a wide bubble."""
    inner = at.inset(20, pad)
    if at.w < _WIDE:
        return inner.cut_bottom(_BUTTON, 12)
    foot, words = inner.cut_right(_BUTTONS * _wider(grow), 20)
    return foot.place(foot.w, min(_BUTTON * _wider(grow), foot.h)), words


def _height(ui: Ui, text: str, wide: float, size: float) -> float:
    """The height needed by a bubble of a given width."""
    beside = wide >= _WIDE
    room = wide - _BESIDE - (_BUTTONS * _wider(ui.type.grow) + 20 if beside else 0)
    high = ui.type.height(text, room, size, "semibold") + 2 * _PAD + 4
    return max(high, _BUTTON) if beside else high + _BUTTON + 12


# ------------------------------------------------------------------ looking at the screen
def situation_of(state: State, screen: Screen) -> Situation | None:
    """The situation that a screen presents; ``None`` for screens without hints.

    Where the truth is known there is nothing left to guess, and nothing is said about guessing.
    """
    if isinstance(screen, TableScreen):
        carry = screen.ui.drag
        if carry is None:
            return Situation(state)
        lit = tuple(key for key, answer in carry.answers.items() if answer is True)
        return Situation(state, "carrying", lit, carry.refused)
    if isinstance(screen, EstimateDialog) and screen.poker is not None:
        if screen.question.known is not None:
            return None
        return Situation(state, "estimate")
    if isinstance(screen, IdeaSheet):
        return Situation(state, "sheet", idea=screen.id)
    if isinstance(screen, CheckScreen):
        return Situation(state, "check", step=_hinted(screen.step))
    return None


def _hinted(step: CheckStep) -> str:
    """The kind of a step; none of a stumble that no die decides, as the hint tells of its risk."""
    return "" if step.kind == "stumble" and not dice_of(step) else step.kind


def visible_box(ui: Ui, key: str) -> Box | None:
    """The box of a widget or a named place; ``None`` when it is not visible.

    For a card on another page of the hand it is the tab that leads there.
    """
    widget = ui.find(key) or ui.find(tab_of(key))
    if widget is None:
        return ui.places.get(key)
    return widget.box if widget.clip is None or widget.box.centre in widget.clip else None


def boxes_to_press(ui: Ui, situation: Situation) -> list[Box]:
    """The boxes to keep free: what can be pressed, or the drop targets of a carried card; and the
    lane where tips and news are told."""
    lane = [] if ui.lane is None or _in_lane(ui) else [ui.lane]
    if situation.place == "carrying":
        return [*(w.box for w in ui.widgets if w.key in situation.lit), *lane]
    return lane + [
        w.box
        for w in ui.widgets
        if w.focusable and not isinstance(w, DropTarget) and not w.key.startswith(OWN)
    ]


def _in_lane(ui: Ui) -> bool:
    """Whether a hint stands in the lane: what is pointed at is told elsewhere meanwhile."""
    return bool(ui.lane and ui.strip and ui.lane.y == ui.strip.y)


def boxes_to_read(ui: Ui) -> list[Box]:
    """The boxes of text and, counted several times, the meters, and what the room watches
    during a check."""
    watched = [box for name in _WATCHED if (box := ui.places.get(name))]
    watched += [w.box for w in ui.widgets if isinstance(w, Explained)]
    return [
        *ui.boxes_read(),
        *watched * _HEED,
    ]


def _in_the_way(ui: Ui, target: Box) -> list[Box]:
    """What an arrow to a target may not be drawn over: what is read, and what else is pressed."""
    pressed = (w.box for w in ui.widgets if w.focusable and not isinstance(w, DropTarget))
    return [*boxes_to_read(ui), *(box for box in pressed if not box.overlap(target))]


def _draw_arrow(c: Canvas, ends: tuple[Point, Point]) -> None:
    """Draw an arrow; its tip is the first of the ends."""
    tip, foot = ends
    long = math.dist(tip, foot)
    across = ((tip[1] - foot[1]) / long * 16, (foot[0] - tip[0]) / long * 16)
    neck = bubble.between(tip, foot, 26 / long)
    c.line([foot, neck], theme.ACCENT, 8)
    left = (neck[0] + across[0], neck[1] + across[1])
    right = (neck[0] - across[0], neck[1] - across[1])
    c.polygon([tip, left, right], theme.ACCENT)


# ------------------------------------------------------------------ earlier sittings
def past_situations(states: dict[int, State], history: Iterable[Decision]) -> Iterator[Situation]:
    """The situations of a group during the decisions of an earlier sitting.

    Of a reality check only its moments are counted: what may not have been shown is told again.
    """
    now, earlier = 0, list[Event]()
    for decision in history:
        before = states[now]
        yield Situation(before)
        if isinstance(decision.action, PlaceIdea | PlaceBenefit):
            yield Situation(before, "estimate")
        every = steps_of(before, fold_events(before, decision.events))
        for step in moments_of(every, earlier):
            yield Situation(before, "check", step=_hinted(step))
        earlier += decision.events
        now = decision.n
