"""Where writing a case begins: a new one, a copy of another, or one of this author's own."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final, Literal

from game.content import Summary
from game.frozen import frozen
from game.gui import theme
from game.gui.dialogs.modal import Question
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.gui.widgets.two_line_button import TwoLineButton
from game.i18n import Words
from game.i18n.when import when
from game.paths import is_folder
from game.resources import system_documents
from game.table.parts.browse.chooser import FileChooser, Wanted
from game.table.parts.folder_names import draw_folder, folder_name
from game.table.parts.page import footer, heading

LONGEST_TITLE: Final = 60
_ROW, _GAP = 84.0, 10.0
Start = Literal["empty", "example"]


@frozen
class BeginExits:
    """What can be written: a new case, a copy, an own one, a file that is dropped; or back.

    ``manage`` shows what can be done with the file of an own case.
    """

    new: Callable[[str, Start], object]
    copy: Callable[[Path], object]
    open: Callable[[Path], object]
    open_file: Callable[[str], object]
    manage: Callable[[Summary], object]
    back: Callable[[], object]


class BeginScreen(Screen):
    """A new case at the left, with those to be copied; the author's own at the right.

    ``folder`` is where new cases are kept; what was typed ``before`` stands here again.
    """

    rim = True

    def __init__(
        self,
        own: Sequence[Summary],
        shipped: Sequence[Summary],
        exits: BeginExits,
        folder: Path,
        before: BeginScreen | None = None,
    ) -> None:
        self.own = own
        self.shipped = shipped
        self.exits = exits
        self.folder = folder
        self.title: str = before.title if before else ""
        self.start: Start = before.start if before else "example"

    def build(self, ui: Ui) -> None:
        """The new case, what can be copied, and what was written before."""
        t = ui.t
        rest = heading(
            ui, t("Write a case"), t("For your own municipality: no programming, only forms.")
        )
        reason = "" if self.title.strip() else t("Give the case a title first.")
        body, middle = footer(
            ui,
            rest,
            back=self.exits.back,
            onward=t("Begin the new case"),
            on_onward=self._new,
            reason=reason,
            icon="plus",
        )
        name, sizes = folder_name(t, self.folder), (22, 20, theme.LEAST)
        draw_folder(ui, middle, name, self.folder, sizes, theme.CHALK_SOFT, valign="middle")
        left, right = body.columns(2, 48)
        new, copies = left.cut_top(236, 20)
        self._draw_new(ui, new)
        self._list(
            ui, copies, "copy", t("Or begin with a copy of"), self.shipped, self._ask_to_copy
        )
        file, own = right.cut_bottom(76, 20)
        self._list(ui, own, "own", t("Go on with your own"), self.own, self._open)
        face = Label(t("From a file: a workbook or a case …"), icon="folder-open", size=26)
        ui.add(Button("file", file, face, self._choose_file))
        ui.focus_on("title")

    def _draw_new(self, ui: Ui, box: Box) -> None:
        t = ui.t
        head, rest = box.cut_top(44, 6)
        self._head(ui, head, t("A new case"))
        field, rest = rest.cut_top(66, 14)
        ui.add(
            TextField(
                "title",
                field,
                self.title,
                partial(self._write, ui),
                limit=LONGEST_TITLE,
                size=28,
                placeholder=t(
                    "What is it called? For example: {example}", example=t("Fewer letters")
                ),
                on_enter=self._new,
            )
        )
        options = [("empty", t("Empty")), ("example", t("With a small example"))]
        choice = rest.cut_top(60)[0]
        ui.add(Choice("start", choice, options, self.start, self._begin_with, size=24))

    def _head(self, ui: Ui, box: Box, text: str) -> None:
        ui.canvas.text(box, text, (30, 24), theme.ACCENT, "semibold", valign="middle")

    def _list(
        self,
        ui: Ui,
        box: Box,
        name: str,
        title: str,
        cases: Sequence[Summary],
        do: Callable[[Summary], object],
    ) -> None:
        head, rest = box.cut_top(44, 6)
        self._head(ui, head, title)
        if not cases:
            text = ui.t("Nothing yet. What you write is kept here, and you can go on with it.")
            ui.canvas.text(rest, text, (26, 20), theme.CHALK_SOFT)
            return
        with ui.scroll(name, rest.inset(-6), len(cases) * (_ROW + _GAP) + 12) as inner:
            inner = inner.inset(6)
            for n, case in enumerate(cases):
                row = Box(inner.x, inner.y + n * (_ROW + _GAP), inner.w, _ROW)
                icon = "circle-alert" if case.problem else "pencil"
                if name == "own":
                    row = self._draw_manage(ui, row, n, case)
                face = Label(
                    case.title.read(ui.t.lang),
                    caption=self._file_line(ui.t, case) if name == "own" else "",
                    icon=icon,
                    picture="" if case.problem else case.picture,
                    size=28,
                )
                ui.add(TwoLineButton(f"{name}-{n}", row, face, partial(do, case)))

    def _draw_manage(self, ui: Ui, row: Box, n: int, case: Summary) -> Box:
        """The button to what can be done with a file; returns the room beside it."""
        place, row = row.cut_right(_ROW, _GAP)
        tip = ui.t("The file: copy, show, send, print, move to the bin")
        face = Label(icon="menu", style="quiet")
        ui.add(Button(f"manage-{n}", place, face, partial(self.exits.manage, case), tip=tip))
        return row

    def _file_line(self, t: Words, case: Summary) -> str:
        """What tells two files of one title apart: when it was saved, its name, where it lies."""
        parts = [when(t, case.saved, time.time()), case.path.name]
        if case.path.parent != self.folder:
            parts.append(t("in {folder}", folder=folder_name(t, case.path.parent)))
        return " · ".join(parts)

    def _write(self, ui: Ui, text: str) -> None:
        could = bool(self.title.strip())
        self.title = text
        if could != bool(text.strip()):
            ui.rebuild()

    def _begin_with(self, start: Start) -> None:
        self.start = start

    def _choose_file(self) -> None:
        t = self.app.t
        kinds = t("Workbooks and cases")
        folder = self.folder if is_folder(self.folder) else system_documents()
        wanted = Wanted(t("Which file?"), (".xlsx", ".gevinst", ".toml"), kinds, folder)
        self.app.push(FileChooser(wanted, self.exits.open_file))

    def _open(self, case: Summary) -> None:
        self.exits.open(case.path)

    def _ask_to_copy(self, case: Summary) -> None:
        """A copy is a new file of this author's: it is not made by a mere click."""
        t = self.app.t
        title = case.title.read(self.app.lang)
        text = t(
            "A copy of “{title}” is laid in your folder, to be changed as you like. The case "
            "itself stays as it is.",
            title=title,
        )
        yes = t("Make the copy")
        self.app.push(
            Question(t("Begin with a copy"), text, yes, partial(self.exits.copy, case.path))
        )

    def _new(self) -> None:
        if self.title.strip():
            self.exits.new(self.title.strip(), self.start)
        else:
            self.app.refuse(self.app.t("Give the case a title first."))

    def take_file(self, path: str) -> bool:
        """Edit a file that is dropped here."""
        self.exits.open_file(path)
        return True

    def back(self) -> None:
        """Esc goes back."""
        self.exits.back()
