"""The dialog that takes an edited register over: which file, what differs, and what is approved.

A thread reads the file and compares it, as the session has to be read; the window stays responsive.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from game.gui import theme
from game.gui.background import Background
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.i18n import Words, words
from game.i18n.message import MessageError
from game.intake.differences import Difference, Found
from game.intake.intake import accept, find_differences
from game.intake.sheets import read_sheets
from game.paths import PathError, typed_path
from game.report.file_names import file_name
from game.session import SessionError
from game.table.after.register.lines import ABOVE, SET, Hide, ListLine, list_lines
from game.table.parts.browse.chooser import FileChooser, Wanted
from game.table.parts.dialog_parts import complaint
from game.table.parts.discussion.discussion import Discussion
from game.wording.case_names import unchanged

LONGEST_PATH: Final = 1000
_SWITCH_W, _SWITCH_H = 400, 54


def register_button(ui: Ui, press: Callable[[], object], reason: str = "") -> Button:
    """The button at the foot of a discussion that opens the dialog."""
    label = Label(ui.t("Read a register back"), icon="folder-open", style="quiet")
    return Button("register", ui.area, label, press, reason=reason)


class RegisterDialog(Screen):
    """Asks for a file, shows what differs in it, and writes what is approved into the session."""

    overlay = True
    keeps_words = True
    stops_clock = True

    def __init__(self, discussion: Discussion, done: Callable[[], object], file: str = "") -> None:
        self.discussion = discussion
        self.done = done
        self.path = file
        self.found: Found | None = None
        self.left: set[int] = set()
        self.trouble = ""
        self._compared_with = 0
        """How much the session had when the file was compared with it."""
        self._reading: Background[Found] = Background()
        self._wanted = bool(file)

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """A field for the file; once it is read, the differences, each with a switch."""
        t = ui.t
        high = 1000 if self.found is not None else 560
        rest = dialog(ui, 1640, high, t("Read a register back"), self.back)
        buttons, rest = rest.cut_bottom(80, 20)
        if self._wanted:
            self._read()
        if self.found is None:
            self._ask(ui, rest)
        else:
            self._list(ui, rest, list_lines(t, self.found, self._hide(t)))
        self._buttons(ui, buttons)

    def _hide(self, t: Words) -> Hide:
        return unchanged if self.discussion.named else self.discussion.by_role(t)

    def _ask(self, ui: Ui, box: Box) -> None:
        t, book = ui.t, file_name(ui.t.lang, "registers.xlsx")
        about, box = box.cut_top(130, 16)
        text = t(
            "Drop {file} or one of the CSV files on this window, or write where it is. All "
            "that differs is shown first; nothing is written before you take it over.",
            file=book,
        )
        ui.canvas.text(about, text, (32, 24), theme.CHALK)
        line, box = box.cut_top(70, 16)
        ui.add(
            TextField(
                "path",
                line,
                self.path,
                self._typed,
                limit=LONGEST_PATH,
                placeholder=t("For example: Documents/{file}", file=book),
                size=28,
                on_enter=self._open,
            )
        )
        complaint(ui.canvas, box.cut_top(96)[0], self.trouble)
        ui.focus_on("path")

    def _list(self, ui: Ui, box: Box, lines: list[ListLine]) -> None:
        width = box.w - 40
        with ui.canvas.type.paged() as grow:
            heights = [_height(ui, line, width, grow) for line in lines]
            with ui.scroll("differences", box, sum(heights)) as content:
                for line, place in zip(lines, content.rows(heights), strict=True):
                    self._line(ui, place.cut_left(width)[0], line, grow)

    def _line(self, ui: Ui, box: Box, line: ListLine, grow: float) -> None:
        size, weight, colour = SET[line.kind]
        inner = box.cut_top(ABOVE[line.kind])[1]
        if line.number is not None:
            switch, inner = inner.cut_right(_SWITCH_W * grow, 24)
            self._switch(ui, switch.cut_top(_SWITCH_H * grow)[0], line, grow)
        ui.canvas.text(inner, line.text, size * grow, colour, weight)

    def _switch(self, ui: Ui, box: Box, line: ListLine, grow: float) -> None:
        """Whether a difference is taken over or left."""
        options = [(True, ui.t("Take it over")), (False, ui.t("Leave it"))]
        taken, decide = line.number not in self.left, partial(self._decide, line.number)
        key = f"take:{line.number}"
        ui.add(Choice(key, box, options, taken, decide, size=24 * grow, tip=line.text))

    def _buttons(self, ui: Ui, box: Box) -> None:
        t, approved = ui.t, self._approved()
        no, all_, yes = box.columns((2, 3, 4), 20)
        ui.add(Button("no", no, Label(t("Cancel"), style="quiet", size=28), self.back))
        busy = t("The file is being read.") if self._reading.busy else ""
        if self.found is None:
            label = Label(t("Open the file"), icon="folder-open", style="primary", size=32)
            ui.add(Button("open", yes, label, self._open, reason=busy))
            label = Label(t("Browse …"), icon="search", style="quiet", size=28)
            ui.add(Button("browse", all_, label, self._browse, reason=busy))
            return
        none = t("Leave all") if approved else t("Take them all over")
        if self.found.differences:
            label = Label(none, icon="list", style="quiet", size=28)
            ui.add(Button("all", all_, label, self._all))
        told = t.plural("Take {n} difference over", "Take {n} differences over", len(approved))
        label = Label(told, icon="check", style="primary", size=32)
        reason = busy or ("" if approved else t("Nothing is chosen to be taken over."))
        ui.add(Button("yes", yes, label, self._accept, reason=reason))
        ui.focus_on("yes" if approved else "no")

    # ------------------------------------------------------------------ deciding
    def _typed(self, path: str) -> None:
        self.path = path

    def _decide(self, number: int | None, taken: bool) -> None:
        if number is not None:
            self.left = self.left - {number} if taken else self.left | {number}
        self.refresh()

    def _all(self) -> None:
        every = set(range(len(self.found.differences))) if self.found is not None else set()
        self.left = every if self._approved() else set()

    def _approved(self) -> list[Difference]:
        every = self.found.differences if self.found is not None else []
        return [difference for n, difference in enumerate(every) if n not in self.left]

    def _left(self) -> list[Difference]:
        """What was looked at and is not to be taken over."""
        every = self.found.differences if self.found is not None else []
        return [every[number] for number in self.left]

    def _accept(self) -> None:
        """Write one difference after the other; where one cannot be written the rest are left.

        What was filled in meanwhile, by phone, is shown before anything is written over it.
        """
        approved, t, additions = self._approved(), self.app.t, self.discussion.additions
        if self._compared_with != len(self.discussion.log.records):
            self.app.toast(t("Something was filled in meanwhile. Look at the list again."))
            self._read()
            return
        for difference in approved:
            if not self.discussion.add(partial(accept, additions, [difference])):
                self.refresh()
                return
            self._take_off(difference)
        told = t.plural(
            "{n} difference was taken over.", "{n} differences were taken over.", len(approved)
        )
        self.app.pop(self)
        self.app.toast(told)
        self.done()

    def _take_off(self, written: Difference) -> None:
        """What is written is on the list no longer, so that it is never written twice."""
        assert self.found is not None  # it was on the list
        rest = [
            (difference, number in self.left)
            for number, difference in enumerate(self.found.differences)
            if difference is not written
        ]
        self.found.differences = [difference for difference, _ in rest]
        self.left = {number for number, (_, left) in enumerate(rest) if left}
        self._compared_with = len(self.discussion.log.records)

    # ------------------------------------------------------------------ reading
    def _open(self) -> None:
        if not self.path.strip():
            self.trouble = self.app.t("Write where the file is, or drop it on the window.")
        elif not self._reading.busy:
            self._read()
        self.refresh()

    def _browse(self) -> None:
        t = self.app.t
        suffixes = (".xlsx", ".xlsm", ".csv", ".zip")
        title, kinds = t("Which register do you want to read in?"), t("Registers")
        folder = self.discussion.log.path.parent
        self.app.push(FileChooser(Wanted(title, suffixes, kinds, folder), self._chosen))

    def _chosen(self, path: str) -> None:
        self.path, self.found = path, None
        self._read()
        self.refresh()

    def _read(self) -> None:
        """Begin to read; :meth:`update` notices when it is done."""
        self._wanted = False
        session, t = self.discussion.log.path, words(self.app.lang)
        try:
            path, self.trouble = typed_path(self.path), ""
        except PathError as error:
            self.trouble = error.translate(t)
            return
        self._compared_with = len(self.discussion.log.records)
        self._reading.start(partial(_differences, path, session, t))

    def update(self, dt: float) -> None:
        """Show what differs once the file is read, or why it cannot be.

        What was decided stays so; what is new is taken over unless there is something to doubt.
        """
        if not self._reading.over:
            return
        seen, left = self.found.differences if self.found is not None else [], self._left()
        try:
            self.found = self._reading.take()
            undoubted = [d for d in self.found.undoubted if d not in seen]
            taken = [*undoubted, *(d for d in seen if d not in left)]
            found = enumerate(self.found.differences)
            self.left = {number for number, difference in found if difference not in taken}
        except (MessageError, SessionError) as error:
            self.trouble = error.translate(self.app.t)
        self.refresh()

    def take_file(self, path: str) -> bool:
        """Read a file that is dropped here."""
        self._chosen(path)
        return True


def _differences(path: Path, session: Path, t: Words) -> Found:
    return find_differences(read_sheets(path), path.name, session, t)


def _height(ui: Ui, line: ListLine, width: float, grow: float) -> float:
    """The height of a line; one with a switch is as high as that at least."""
    size, weight, _ = SET[line.kind]
    if line.number is not None:
        width -= _SWITCH_W * grow + 24
    high = ui.type.height(line.text, width, size * grow, weight)
    least = _SWITCH_H * grow if line.number is not None else 0
    return max(high, least) + ABOVE[line.kind]
