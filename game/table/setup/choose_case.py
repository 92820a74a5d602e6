"""Choosing a case: a list at the left, and at the right a description of the selected one."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.content.case import Experience
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.drag import Spot
from game.gui.widgets.label import Label
from game.i18n import Words, mark
from game.i18n.when import when
from game.resources import SCENARIOS
from game.table.parts.folder_names import folder_name
from game.table.parts.open_file import CASE, OpenFileDialog
from game.table.parts.page import NO_PICTURE, case_picture, footer, heading
from game.wording.about import about_line
from game.wording.modules import announcement

if TYPE_CHECKING:
    from game.content import Summary
    from game.content.summaries import Age

LEVELS: dict[Experience, tuple[int, str]] = {
    "first": (1, mark("A good first case")),
    "normal": (2, mark("Some experience")),
    "hard": (3, mark("For the experienced")),
}
_ROW, _GAP = 104, 14


def _no_images(_: Summary) -> Mapping[str, bytes]:
    return {}


@frozen
class ChooseCaseExits:
    """The exits: open a case, go back to the start, or open a file by its path."""

    choose: Callable[[Summary], object]
    back: Callable[[], object]
    open_file: Callable[[str], object]
    images: Callable[[Summary], Mapping[str, bytes]] = _no_images
    """The pictures that a case brings along."""


class ChooseCaseScreen(Screen):
    """All cases, the user's own first, then those for beginners; a broken file shows its problem.

    ``own`` is the folder with the user's own cases.
    """

    rim = True

    def __init__(
        self,
        cases: Sequence[Summary],
        exits: ChooseCaseExits,
        own: Path | None = None,
    ) -> None:
        self.cases = sorted(cases, key=_order)
        self.exits = exits
        self.own = own
        self.chosen = 0

    def build(self, ui: Ui) -> None:
        """The list, the selected case, and the buttons."""
        t = ui.t
        rest = heading(ui, t("Choose a case"), t("Which change will you work on?"))
        body, middle = footer(
            ui,
            rest,
            back=self.exits.back,
            onward=t("Choose this case"),
            on_onward=self._go,
            reason=self._reason(t),
        )
        opener, label = middle.cut_left(min(420, middle.w))[0], t("Open another file …")
        ui.add(Button("open", opener, Label(label, icon="folder-open", style="quiet"), self._open))
        left, right = body.columns([10, 11], 36)
        self._list(ui, left)
        if self.cases:
            case = self.cases[self.chosen]
            draw_case(ui.canvas, right, case, self.exits.images(case))
        ui.focus_on(f"case-{self.chosen}")

    def _reason(self, t: Words) -> str:
        """Why the selected case cannot be played; empty when it can."""
        if not self.cases:
            return t("No case was found.")
        if self.cases[self.chosen].problem:
            return t("This case cannot be played: its file has an error.")
        return ""

    def _list(self, ui: Ui, box: Box) -> None:
        row_high = _ROW * ui.type.grow
        high = len(self.cases) * (row_high + _GAP) - _GAP + 20
        with ui.scroll("cases", box.inset(-10), high) as inner:
            inner = inner.inset(10)
            for i, case in enumerate(self.cases):
                row = Box(inner.x, inner.y + i * (row_high + _GAP), inner.w, row_high)
                draw = partial(self._row, case, i == self.chosen)
                press = partial(self._choose, i)
                ui.add(Spot(f"case-{i}", row, draw=draw, on_press=press, radius=16))

    def _row(self, case: Summary, chosen: bool, c: Canvas, box: Box) -> None:
        """A case in the list: its picture, its title, its length and its difficulty."""
        if chosen:
            c.outline(box.inset(-3), theme.ACCENT, 18, 6)
        c.panel(box, theme.PAPER_WARM if case.problem else theme.PAPER, 16, lift=8)
        sign, words = box.inset(20, 10).cut_left(64, 20)
        if case.problem:
            c.icon("circle-alert", sign.place(50, 50), theme.BAD_DARK)
        else:
            c.emoji(case.picture or NO_PICTURE, sign.place(54, 54))
        name = case.problem.file if case.problem else case.title.read(c.type.lang)
        text = self._facts(c.t, case)
        with c.type.paged() as grow:
            title, facts = words.rows([3, 2 if grow == 1 else 1], 0)
            sizes = [size * grow for size in (30, 28, 26, 24, 22, 20)]
            c.text(title, name, sizes, theme.INK, "semibold", valign="middle")
            sizes = [*(size * grow for size in (22, 20)), theme.SMALL, theme.LEAST]
            c.text(facts, text, sizes, theme.INK_SOFT, valign="middle")

    def _facts(self, t: Words, case: Summary) -> str:
        if case.problem:  # what is wrong, and where, has room beside the list
            return t("an error in the file")
        if _is_own(case):
            facts = [t("your own case"), t("saved {when}", when=when(t, case.saved, time.time()))]
        else:
            facts = [t("{n} min", n=case.minutes), t(LEVELS[case.level][1])]
        if case.twin is not None and case.twin.age == "older":
            facts.append(t("there is a newer one"))
        return " · ".join(facts)

    # ------------------------------------------------------------------ actions
    def _choose(self, i: int) -> None:
        again = i == self.chosen
        self.chosen = i
        if again and not self.cases[i].problem:
            self._go()

    def _go(self) -> None:
        self.exits.choose(self.cases[self.chosen])

    def _open(self) -> None:
        self.app.push(OpenFileDialog(CASE, self.exits.open_file, self.own))

    def pointed(self, key: str | None) -> None:
        """Moving through the cases with the keyboard selects them."""
        if key and key.startswith("case-") and self.ui.by_keys:
            self.chosen = int(key.removeprefix("case-"))
            self.refresh()

    def take_file(self, path: str) -> bool:
        """Open a file that is dropped here."""
        self.exits.open_file(path)
        return True

    def back(self) -> None:
        """Esc goes back."""
        self.exits.back()


def _is_own(case: Summary) -> bool:
    return not case.path.is_relative_to(SCENARIOS)


def _order(case: Summary) -> tuple[bool, bool, float, bool, int, str]:
    """The sort key: the user's own, what was saved last first; the cases of the game, those for
    beginners first and a blank one last; and what cannot be played."""
    broken, level = case.problem is not None, LEVELS[case.level][0]
    if _is_own(case):
        return broken, False, -case.saved, False, 0, str(case.path)
    return broken, True, 0, case.own_project, level, case.title.da.casefold()


# ------------------------------------------------------------------ the chosen case
_TWINS: Final[Mapping[Age, str]] = {
    "newer": mark("This is the newer file of two with the same id. The other one is {file}."),
    "older": mark("There is a newer file with the same id: {file}."),
    "same": mark("{file} is the same case."),
}


def draw_case(
    c: Canvas, box: Box, case: Summary, images: Mapping[str, bytes] | None = None
) -> None:
    """A case in full: its picture, its description, and its requirements."""
    paper = theme.PAPER_WARM if case.problem else theme.PAPER
    c.panel(box, paper, 18, lift=14)
    if case.problem:
        _draw_problem(c, box.inset(40, 36), case)
        return
    share = 0.26 if _whose(c.t, case) else 0.34
    top, body = box.cut_top(box.h * share / c.type.grow)
    case_picture(c, top, images or {}, case.picture, case.title.en)
    facts, words = body.inset(44, 28).cut_bottom(112, 20)
    lang = c.type.lang
    title = case.title.read(lang)
    name = words.cut_top(min(130, words.h * 0.5))[0]
    used = c.text(name, title, (52, 48, 44, 40, 36, 32), theme.INK, "bold", whole=True)
    rest = words.cut_top(used.h, 12)[1]
    has, rest = rest.cut_bottom(60, 10)
    rest = _draw_whose(c, rest, case)
    c.text(rest, case.summary.read(lang), (34, 24), theme.INK_SOFT)
    _draw_modules(c, has, case)
    _draw_facts(c, facts, case)


def _whose(t: Words, case: Summary) -> str:
    """Whose case it is and which version, another file of it, and where one of one's own lies."""
    twin = t(_TWINS[case.twin.age], file=case.twin.file) if case.twin is not None else ""
    lies = ""
    if _is_own(case):
        lies = t("{file} in {folder}", file=case.path.name, folder=folder_name(t, case.path.parent))
    return "\n".join(filter(None, (about_line(t, case.about), twin, lies)))


def _draw_whose(c: Canvas, box: Box, case: Summary) -> Box:
    """Whose case it is, which version, and where another file of it is; returns what is left."""
    text = _whose(c.t, case)
    if not text:
        return box
    sizes = (24, 22, 20, 18)
    room = box.cut_bottom(box.h * 0.5)[0]
    fitted = c.type.fit(text, room, sizes, "semibold")
    place, rest = box.cut_bottom(c.type.line_height(fitted.size) * len(fitted.lines), 8)
    c.text(place, text, fitted.size, theme.INK_SOFT, "semibold")
    return rest


def _draw_modules(c: Canvas, box: Box, case: Summary) -> None:
    """What the case adds to the base game."""
    sign, words = box.cut_left(36, 12)
    c.icon("blocks", sign.place(34, 34), theme.INK)
    sizes = (26, 18)
    c.text(words, announcement(c.t, case.modules), sizes, theme.INK, "semibold", valign="middle")


def _draw_facts(c: Canvas, box: Box, case: Summary) -> None:
    """Length, number of players and difficulty: an icon and words each."""
    c.fill(box.cut_top(2)[0], theme.PAPER_LINE)
    stars, label = LEVELS[case.level]
    facts = (
        ("timer", c.t("{n} min", n=case.minutes)),
        ("users-round", c.t("1–{n} players", n=case.seats)),
        ("gauge", c.t(label)),
    )
    cells = box.cut_top(14)[1].columns([5, 7, 9], 20)
    for _ in c.alike():
        for cell, (icon, text) in zip(cells, facts, strict=True):
            sign, words = cell.cut_left(40, 12)
            c.icon(icon, sign.place(38, 38), theme.INK)
            if icon == "gauge":
                words, dots = words.rows([2, 1], 4)
                c.pips(dots.cut_top(18)[0], stars, 3, theme.INK)
            sizes = (30, 22)
            c.text(words, text, sizes, theme.INK, "semibold", valign="middle")


def _draw_problem(c: Canvas, box: Box, case: Summary) -> None:
    problem = case.problem
    assert problem is not None, "only a case with a problem is drawn so"
    head, rest = box.cut_top(56, 16)
    sign, name = head.cut_left(50, 16)
    c.icon("circle-alert", sign, theme.BAD_DARK)
    c.text(name, problem.file, (34, 30, 26, 22, 18), theme.INK, "bold", valign="middle")
    where = c.t("Line {line}", line=problem.line) + ": " if problem.line else ""
    text = f"{where}{problem.told}"
    c.text(rest, text, (30, theme.LEAST), theme.INK)
