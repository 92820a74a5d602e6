"""Choosing a case: its picture, what it is about, how long and how hard it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.content.case import Level
from game.i18n import mark
from game.table import theme
from game.table.canvas import Canvas
from game.table.carry import Spot
from game.table.frame import Box
from game.table.screen import Screen
from game.table.screens.parts import footer, heading, picture
from game.table.ui import Ui

if TYPE_CHECKING:
    from game.content import Summary

LEVELS: dict[Level, tuple[int, str]] = {
    "first": (1, mark("A good first case")),
    "normal": (2, mark("Some experience")),
    "hard": (3, mark("For the experienced")),
}
_COLUMNS = 3
_LEAST_HIGH = 330


@dataclass(frozen=True, slots=True)
class ChooseFlow:
    """What comes after: a case is opened, or back to the start."""

    choose: Callable[[Summary], object]
    back: Callable[[], object]


class ChooseCase(Screen):
    """All cases as cards in a grid; a broken file says what is wrong with it."""

    rim = True

    def __init__(self, cases: Sequence[Summary], flow: ChooseFlow, chosen: int = 0) -> None:
        # What a new group should begin with comes first.
        self.cases = sorted(cases, key=lambda case: LEVELS[case.level][0])
        self.flow = flow
        self.chosen = chosen

    def build(self, ui: Ui) -> None:
        """The grid of cases, and onward."""
        t = ui.t
        rest = heading(ui, t("Choose a case"), t("Which change will you work on?"))
        reason = ""
        if not self.cases:
            reason = t("No case was found.")
        elif self.cases[self.chosen].problem:
            reason = t("This case cannot be played: its file has an error.")
        body, _ = footer(
            ui,
            rest,
            back=self.flow.back,
            onward=t("Choose this case"),
            on_onward=self._go,
            reason=reason,
        )
        columns, gap = min(_COLUMNS, max(1, len(self.cases))), 28
        rows = -(-len(self.cases) // columns)
        high = max(_LEAST_HIGH, (body.h - gap) / 2)
        if rows == 1:  # few cases are shown large, in the middle
            high = min(600, body.h)
            body = body.place(min(body.w, columns * 900), high)
        with ui.scroll("cases", body.inset(-14, -10), rows * (high + gap) - gap + 20) as inner:
            inner = inner.inset(14, 10)
            for i, case in enumerate(self.cases):
                row, column = divmod(i, columns)
                line = Box(inner.x, inner.y + row * (high + gap), inner.w, high)
                self._case(ui, line.columns(columns, gap)[column], i, case)
        ui.focus_on(f"case-{self.chosen}")

    def _case(self, ui: Ui, box: Box, i: int, case: Summary) -> None:
        chosen = i == self.chosen

        def draw(c: Canvas, at: Box) -> None:
            _draw_case(c, at, case, chosen)

        ui.add(Spot(f"case-{i}", box, draw=draw, on_press=lambda: self._choose(i), radius=18))

    def _choose(self, i: int) -> None:
        again = i == self.chosen
        self.chosen = i
        if again and not self.cases[i].problem:
            self._go()

    def _go(self) -> None:
        self.flow.choose(self.cases[self.chosen])

    def pointed(self, key: str | None) -> None:
        """Moving through the cases by keys chooses them."""
        if key and key.startswith("case-") and self.ui.by_keys:
            self.chosen = int(key.removeprefix("case-"))
            self.refresh()

    def back(self) -> None:
        """Esc goes back."""
        self.flow.back()


def _draw_case(c: Canvas, box: Box, case: Summary, chosen: bool) -> None:
    paper = theme.RISK_PAPER if case.problem else theme.PAPER
    c.panel(box, paper, 18, lift=14)
    if case.problem:
        _draw_problem(c, box.inset(28, 24), case)
    else:
        top, body = box.cut_top(box.h * (0.36 if box.h < 450 else 0.52))
        picture(c, top, case.picture, case.title.en)
        _draw_words(c, body.inset(28, 14), case)
    if chosen:
        c.outline(box.inset(-3), theme.ACCENT, 20, 7)


def _draw_words(c: Canvas, box: Box, case: Summary) -> None:
    lang = c.type.lang
    facts, box = box.cut_bottom(32, 8)
    name, text = box.cut_top(76, 4)
    roomy = box.h > 240
    sizes = (44, 38, 32) if roomy else (28, 26, theme.BODY)
    title = case.title.read(lang)
    used = c.text(name, title, sizes, theme.INK, "bold", whole=True)
    text = box.cut_top(used.h, 6)[1]
    c.text(text, case.summary.read(lang), (30, 28, 26) if roomy else (22, 20, 18), theme.INK_SOFT)
    time, level = facts.columns([2, 3], 12)
    clock, words = time.cut_left(28, 8)
    c.icon("timer", clock, theme.INK)
    minutes = c.t("{n} min", n=case.minutes)
    c.text(words, minutes, (22, 20), theme.INK, "semibold", valign="middle")
    stars, label = LEVELS[case.level]
    dots, words = level.cut_left(70, 10)
    c.pips(dots.inset(0, 7), stars, 3, theme.INK)
    c.text(words, c.t(label), (20, 18, 16), theme.INK, valign="middle")


def _draw_problem(c: Canvas, box: Box, case: Summary) -> None:
    problem = case.problem
    assert problem is not None, "only a case with a problem is drawn so"
    head, rest = box.cut_top(44, 12)
    sign, name = head.cut_left(44, 14)
    c.icon("circle-alert", sign, theme.BAD_DARK)
    c.text(name, problem.file, (26, 22, 18), theme.INK, "bold", valign="middle")
    where = c.t("Line {line}", line=problem.line) + ": " if problem.line else ""
    text = f"{where}{problem.message}\n{problem.hint}".strip()
    c.text(rest, text, (24, 22, 20, 18, 16), theme.INK)
