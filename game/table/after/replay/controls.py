"""The lower edge of a replay: where it is, the timeline, and everything that moves it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.choice import Choice
from game.gui.widgets.label import Label, Style
from game.gui.widgets.pace_button import PaceButton
from game.table.after.replay.marks import Mark
from game.table.after.replay.player import SPEEDS
from game.table.after.replay.timeline import Timeline, add_signs
from game.wording import terms

if TYPE_CHECKING:
    from game.table.after.replay.view import ReplayView

LEAST, SHARE = 252.0, 0.245
"""Their least height, and their share of the screen: those of a hand at the table."""
LINE = "timeline"
"""The key of the timeline, which has the focus as long as nothing else is wanted."""
_STEPPING = ("back", "step", "round-back", "round-on", "stop-back", "stop-on")
"""Buttons that go to another step."""
_TOP, _LINE, _FOOT = 44, 114, 60


@dataclass(frozen=True, slots=True)
class Handles:
    """What the controls call. ``pace`` is told of keys; true when it was one of the replay's."""

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
    ends: tuple[str, str]
    """Why there is no mark to leap to, behind and ahead; empty where there is one."""


def draw_controls(
    ui: Ui, box: Box, view: ReplayView, marks: Sequence[Mark], do: Handles, *, watchable: bool
) -> None:
    """Three rows: where the replay is, the timeline with its marks, the buttons."""
    ui.canvas.panel(box, theme.WOOD_DARK, 18, line=theme.WOOD_LIGHT, lift=10)
    top, rest = box.inset(20, 12).cut_top(_TOP, 6)
    middle, foot = rest.cut_top(_LINE, 8)
    tip = ui.t("Click or drag; ← → a step, Page Up and Down a round, ↑ ↓ a mark")
    if view.player.at:  # it would cover what the step tells, and has been read by now
        tip = ""
    line = ui.add(Timeline(LINE, middle, view.player, do.scrub, do.pace, tip=tip))
    _buttons(ui, foot.cut_top(_FOOT)[0], view, do, watchable=watchable)
    add_signs(ui, line, marks, do.open)
    _where(ui, top, view, do)


# ------------------------------------------------------------------ where it is
def _where(ui: Ui, box: Box, view: ReplayView, do: Handles) -> None:
    """The number of the decision (pressed, another is typed), who acted, when; the speed."""
    t, player = ui.t, view.player
    number, rest = box.cut_left(330, 20)
    said = t("Step {n} of {all}", n=player.at, all=player.last)
    tip = t("Go to a step by its number (or type the number)")
    _key(ui, do, "number", number, said, do.number, "hash", tip=tip, style="quiet")
    speed, rest = rest.cut_right(380, 20)
    word, choice = speed.cut_left(110, 10)
    sizes = (26, 24, 22, 20, 18)
    ui.canvas.text(word, t("Speed"), sizes, theme.CHALK, align="right", valign="middle")
    options = [(x, t.number(x) + "×") for x in SPEEDS]
    tip = t("How fast it plays (+ and −)")
    ui.add(Choice("speed", choice, options, player.speed, do.speed, size=24, tip=tip))
    _who(ui.canvas, rest, view)


def _who(c: Canvas, box: Box, view: ReplayView) -> None:
    """Who acted, in which round, and how far into the session that was."""
    t, step = c.t, view.player.step
    minute = t("minute {n}", n=int(step.at // 60))
    round_ = t("round {n}, {phase}", n=step.round, phase=terms.phase(t, step.phase))
    actor = view.actor(step)
    wide = min(box.w * 0.5, c.type.width(actor, 30, "bold") + 4)
    name, rest = box.cut_left(wide, 20)
    c.text(name, actor, (30, 28, 26, 24, 22), theme.ACCENT, "bold", valign="middle")
    said = f"{round_} · {minute}"
    c.text(rest, said, (28, 26, 24, 22, 20), theme.CHALK, valign="middle")


# ------------------------------------------------------------------ what moves it
def _buttons(ui: Ui, box: Box, view: ReplayView, do: Handles, *, watchable: bool) -> None:
    t, player = ui.t, view.player
    add = partial(_key, ui, do)
    widths = (66, 190, 66, 12, 286, 12, 330, 12, 200, 170, 12, 330)
    cells = box.columns(list(widths), 8)
    first = t("This is the first step.") if player.at == 0 else ""
    last = t("This is the last step.") if player.at == player.last else ""
    add("back", cells[0], "", lambda: do.step(-1), "step-back", first, t("A step back (←)"))
    label, icon = (t("Pause"), "pause") if player.playing else (t("Play"), "play")
    add("play", cells[1], label, do.play, icon, "", t("Play and pause (Space)"), "primary")
    add("step", cells[2], "", lambda: do.step(1), "step-forward", last, t("A step on (→)"))
    _pair(ui, cells[4], do, "round", t("Round"), do.round, (first, last), "Page Up, Page Down")
    _pair(ui, cells[6], do, "stop", t("Key moment"), do.stop, do.ends, "↑, ↓")
    idle = "" if watchable else t("The table's own line has told all of it.")
    tip = t("Watch it as it was shown at the table (W)")
    add("watch", cells[8], t("Watch"), do.watch, "eye", idle, tip)
    add("note", cells[9], t("Note"), do.note, "pencil", "", t("Write a note to this moment (N)"))
    tip = t("A new game goes on from this moment; this one stays as it is (C)")
    add("branch", cells[11], t("Continue from here"), do.branch, "git-branch", "", tip)


def _pair(
    ui: Ui,
    box: Box,
    do: Handles,
    key: str,
    label: str,
    move: Callable[[int], object],
    ends: tuple[str, str],
    keys: str,
) -> None:
    """What is leapt by, between a button back and one on."""
    c = ui.canvas
    c.panel(box, theme.PANEL, theme.RADIUS, line=theme.PANEL_LINE)
    back, rest = box.cut_left(66, 0)
    on, middle = rest.cut_right(66, 0)
    words, sizes = middle.inset(6, 0), (26, 24, 22, 20, 18)
    c.text(words, label, sizes, theme.CHALK, "semibold", align="centre", valign="middle")
    for name, place, way, icon, end in (
        (f"{key}-back", back, -1, "chevrons-left", ends[0]),
        (f"{key}-on", on, 1, "chevrons-right", ends[1]),
    ):
        _key(ui, do, name, place.inset(3), "", partial(move, way), icon, end, f"{label} ({keys})")


def _key(
    ui: Ui,
    do: Handles,
    key: str,
    box: Box,
    label: str,
    deed: Callable[[], object],
    icon: str,
    reason: str = "",
    tip: str = "",
    style: Style = "secondary",
) -> None:
    button = PaceButton(
        key,
        box,
        Label(label, icon=icon, style=style, size=26),
        deed,
        do.pace,
        LINE,
        reason=reason,
        tip=tip,
    )
    if key in _STEPPING:  # whoever clicks quickly wants to get on quickly
        button.effect = "adjusts"
    ui.add(button)
