"""The controls at the lower edge of a replay: position, timeline and buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.choice import Choice
from game.gui.widgets.label import Label, Style
from game.gui.widgets.pace_button import PaceButton
from game.table.after.replay.marks import Mark
from game.table.after.replay.player import SPEEDS
from game.table.after.replay.timeline import ReplayTimeline, add_signs
from game.wording import terms

if TYPE_CHECKING:
    from game.table.after.replay.view import ReplayView

LEAST, SHARE = 252.0, 0.245
"""The controls' minimum height, and their share of the screen: as the hand at the table."""
LINE = "timeline"
"""The widget key of the timeline, which has the focus by default."""
_STEPPING = ("back", "step", "round-back", "round-on", "stop-back", "stop-on")
"""The keys of the buttons that go to another step."""
_TOP, _LINE, _FOOT = 44, 114, 60
_SIZE = 26
"""The text size on a button."""


@frozen
class ReplayActions:
    """The callbacks of the controls. ``pace`` gets key events; true if it handled one."""

    pace: Callable[[pygame.Event], bool]
    scrub: Callable[[int], object]
    step: Callable[[int], object]
    round: Callable[[int], object]
    stop: Callable[[int], object]
    open: Callable[[Mark], object]
    play: Callable[[], object]
    speed: Callable[[float], object]
    number: Callable[[], object]
    watch: Callable[[], object]
    note: Callable[[], object]
    branch: Callable[[], object]
    leave: Callable[[], object]
    ends: tuple[str, str]
    """Why there is no mark to go to, behind and ahead; empty if there is one."""
    debrief: Callable[[], object] | None = None
    from_talk: bool = False
    """Whether the debrief waits below, at the page that was left."""


def draw_controls(
    ui: Ui,
    box: Box,
    view: ReplayView,
    marks: Sequence[Mark],
    actions: ReplayActions,
    *,
    watchable: bool,
) -> None:
    """Draw three rows: the position, the timeline with its marks, the buttons."""
    ui.canvas.panel(box, theme.WOOD_DARK, 18, line=theme.WOOD_LIGHT, lift=10)
    top, rest = box.inset(20, 12).cut_top(_TOP, 6)
    middle, foot = rest.cut_top(_LINE, 8)
    tip = ui.t("Click or drag; ← → a step, Page Up and Down a round, ↑ ↓ a mark")
    if view.player.at:  # the tip would cover the text of the step, and has been read by now
        tip = ""
    line = ui.add(ReplayTimeline(LINE, middle, view.player, actions.scrub, actions.pace, tip=tip))
    buttons, at, player = foot.cut_top(_FOOT)[0], view.player.at, view.player
    shown = (buttons, at == 0, at == player.last, player.playing, actions.ends, watchable)
    declare = partial(_buttons, ui, buttons, view, actions, watchable=watchable)
    ui.part("buttons", shown, declare)
    marked = at if at in player.stops else None
    signs = (middle, player.last, marks, marked)
    ui.part("signs", signs, partial(add_signs, ui, line, marks, actions.open))
    _draw_position(ui, top, view, actions)


# ------------------------------------------------------------------ position
def _draw_position(ui: Ui, box: Box, view: ReplayView, actions: ReplayActions) -> None:
    """The way out, the step number (to type another one), who acted and when, and the speed."""
    t, player = ui.t, view.player
    rest = box if actions.from_talk else _way_out(ui, box, actions)  # of a debrief: back to it
    number, rest = rest.cut_left(330, 20)
    position = t("Step {n} of {all}", n=player.at, all=player.last)
    tip = t("Go to a step by its number (or type the number)")
    label = Label(position, icon="hash", style="quiet", size=_SIZE)
    ui.add(_key(actions, "number", number, label, actions.number, tip=tip))
    speed, rest = rest.cut_right(380, 20)
    if actions.debrief is not None:
        back = actions.from_talk
        words = t("Back to the debrief") if back else t("Debrief")
        style: Style = "primary" if back else "secondary"
        face = Label(words, icon="users-round", style=style, size=_SIZE)
        place, rest = rest.cut_right(ui.type.width(words, _SIZE, "semibold") + 90, 20)
        button = _key(actions, "debrief", place, face, actions.debrief)
        ui.part("debrief", (place, back), lambda: ui.add(button))
    ui.part("speed", (speed, player.speed), lambda: _speed(ui, speed, player.speed, actions))
    _draw_actor(ui.canvas, rest, view)


def _way_out(ui: Ui, box: Box, actions: ReplayActions) -> Box:
    """The button that leaves the replay; returns the room that is left."""
    face = Label(ui.t("Close"), icon="log-out", style="quiet", size=_SIZE)
    place, rest = box.cut_left(ui.type.width(face.text, _SIZE, "semibold") + 90, 12)
    tip = ui.t("What you did in the game is as it was")
    ui.add(_key(actions, "leave", place, face, actions.leave, tip=tip))
    return rest


def _speed(ui: Ui, box: Box, now: float, actions: ReplayActions) -> None:
    """How fast it plays."""
    t, sizes = ui.t, (26, 18)
    word, choice = box.cut_left(110, 10)
    ui.canvas.text(word, t("Speed"), sizes, theme.CHALK, align="right", valign="middle")
    options = [(x, t.number(x) + "×") for x in SPEEDS]
    tip = t("How fast it plays (+ and −)")
    ui.add(Choice("speed", choice, options, now, actions.speed, size=24, tip=tip))


def _draw_actor(c: Canvas, box: Box, view: ReplayView) -> None:
    """Who acted, in which round, and after how long at the table."""
    t, step = c.t, view.player.step
    minute = t("minute {n}", n=int(step.seconds // 60))
    when = phase = terms.phase(t, step.phase)
    if step.phase != "follow_up":
        when = t("round {n}, {phase}", n=step.round, phase=phase)
    actor = view.actor(step)
    wide = min(box.w * 0.5, c.type.width(actor, 30, "bold") + 4)
    name, rest = box.cut_left(wide, 20)
    c.text(name, actor, (30, 22), theme.ACCENT, "bold", valign="middle")
    time_text = f"{when} · {minute}"
    c.text(rest, time_text, (28, 20), theme.CHALK, valign="middle")


# ------------------------------------------------------------------ buttons
def _buttons(
    ui: Ui, box: Box, view: ReplayView, actions: ReplayActions, *, watchable: bool
) -> None:
    t, player = ui.t, view.player
    widths = (66, 190, 66, 12, 286, 12, 330, 12, 200, 170, 12, 330)
    cells = box.columns(list(widths), 8)

    def add(key: str, at: int, label: Label, on_click: Callable[[], object], *more: str) -> None:
        ui.add(_key(actions, key, cells[at], label, on_click, *more))

    first = t("This is the first step.") if player.at == 0 else ""
    last = t("This is the last step.") if player.at == player.last else ""
    back = Label("", icon="step-back", size=_SIZE)
    on = Label("", icon="step-forward", size=_SIZE)
    add("back", 0, back, lambda: actions.step(-1), first, t("A step back (←)"))
    play_label, icon = (t("Pause"), "pause") if player.playing else (t("Play"), "play")
    play = Label(play_label, icon=icon, style="primary", size=_SIZE)
    add("play", 1, play, actions.play, "", t("Play and pause (Space)"))
    add("step", 2, on, lambda: actions.step(1), last, t("A step on (→)"))
    by_round = _MoveUnit("round", t("Round"), actions.round, (first, last), "Page Up, Page Down")
    _pair(ui, cells[4], actions, by_round)
    _pair(
        ui,
        cells[6],
        actions,
        _MoveUnit("stop", t("Key moment"), actions.stop, actions.ends, "↑, ↓"),
    )
    idle = "" if watchable else t("The table's own line has told all of it.")
    watch = Label(t("Watch"), icon="eye", size=_SIZE)
    note = Label(t("Note"), icon="pencil", size=_SIZE)
    add("watch", 8, watch, actions.watch, idle, t("Watch it as it was shown at the table (W)"))
    add("note", 9, note, actions.note, "", t("Write a note on this moment (N)"))
    branch = Label(t("Continue from here"), icon="git-branch", size=_SIZE)
    tip = t("A new game goes on from this moment; this one stays as it is (C)")
    add("branch", 11, branch, actions.branch, "", tip)


@frozen
class _MoveUnit:
    """A unit to move by; ``ends`` are the reasons for not moving back or ahead, if any."""

    key: str
    label: str
    move: Callable[[int], object]
    ends: tuple[str, str]
    keys: str


def _pair(ui: Ui, box: Box, actions: ReplayActions, unit: _MoveUnit) -> None:
    """The name of a unit to move by, between its buttons back and ahead."""
    c = ui.canvas
    c.panel(box, theme.PANEL, theme.RADIUS, line=theme.PANEL_LINE)
    back, rest = box.cut_left(66, 0)
    on, middle = rest.cut_right(66, 0)
    words, sizes = middle.inset(6, 0), (26, 18)
    c.text(words, unit.label, sizes, theme.CHALK, "semibold", align="centre", valign="middle")
    tip = f"{unit.label} ({unit.keys})"
    for name, place, direction, icon, end in (
        ("back", back, -1, "chevrons-left", unit.ends[0]),
        ("on", on, 1, "chevrons-right", unit.ends[1]),
    ):
        move = partial(unit.move, direction)
        label = Label("", icon=icon, size=_SIZE)
        ui.add(_key(actions, f"{unit.key}-{name}", place.inset(3), label, move, end, tip))


def _key(
    actions: ReplayActions,
    key: str,
    box: Box,
    label: Label,
    on_click: Callable[[], object],
    reason: str = "",
    tip: str = "",
) -> PaceButton:
    button = PaceButton(key, box, label, on_click, actions.pace, LINE, reason=reason, tip=tip)
    if key in _STEPPING:  # quick repeated clicks are meant: they advance quickly
        button.effect = "adjusts"
    return button
