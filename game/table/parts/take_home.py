"""The dialog that saves the report: with or without names and moods, and how to open it.

A thread writes the files, as loading and drawing take seconds; the window stays responsive.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from game.anonymity import AS_FOUND, NameChoices
from game.gui import theme
from game.gui.background import Background
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.label import Label
from game.i18n import mark
from game.report import NoPdfError, ReportError, last_was_anonymous, report_folder, write_report
from game.report.writing import holds_report
from game.session import SessionError
from game.table.parts.folder_names import draw_folder, folder_name
from game.table.parts.names_dialog import NamesDialog
from game.table.parts.showing import show_file

_SIZES = (theme.ROOM, 28, 26, 24, 22)
_INSIDE = mark(
    "In it: a page to read and print, also as PDF; the registers as a workbook; the benefit map "
    "as a picture; and the action list, which a calendar opens too."
)
"""What lies in the folder of a report, in the words of those who open it."""
_INSIDE_WITHOUT_DAYS = mark(
    "In it: a page to read and print, also as PDF; the registers as a workbook; the benefit map "
    "as a picture; and the action list. No step in it has a day yet, so there is no calendar."
)
"""The same where nothing was agreed for a day."""
_WHAT = mark(
    "A report to read and print, the benefit register and the risk register as a workbook, and the "
    "benefit map as a picture."
)


class TakeHomeDialog(Screen):
    """Saves the report of one saved session.

    Names are left out at first unless it is ``named`` and the last one that was saved is, too.
    """

    overlay = True
    stops_clock = True

    def __init__(
        self, session: Path, *, named: bool = True, on_saved: Callable[[], object] | None = None
    ) -> None:
        self.session = session
        self.on_saved = on_saved
        self.named = named and not last_was_anonymous(session)
        self.moods = False
        self.complaint = ""
        self.written_named = named
        """Whether what is written, or was, has names in it, whatever is chosen for the next one."""
        self.replaces = False
        """Whether what is written takes the place of an earlier one."""
        self.files: list[Path] = []
        self._writing: Background[list[Path]] = Background()

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """What will be saved; once it is, its location and the buttons to open it."""
        t = ui.t
        rest = dialog(ui, 1240, 700, t("Save the report"), self.back)
        buttons, rest = rest.cut_bottom(80, 24)
        if self.files:
            self._saved(ui, rest, buttons)
            return
        words, rest = rest.cut_top(110, 20)
        ui.canvas.text(words, t(_WHAT), _SIZES, theme.CHALK)
        if self._writing.busy:  # what it shall be is decided
            text = t("The files are being written. On a slow computer it may take a minute.")
            ui.canvas.text(rest, text, _SIZES, theme.CHALK)
        else:
            self._choices(ui, rest)
        self._answers(ui, buttons)

    def _choices(self, ui: Ui, rest: Box) -> None:
        """With names or without, with moods or without; then where it goes, or what went wrong."""
        t = ui.t
        options = [(True, t("With names")), (False, t("No names"))]
        choice, rest = rest.cut_top(76, 20)
        ui.add(Choice("named", choice, options, self.named, self._name, size=28))
        moods = [
            (False, t("Without moods")),
            (True, t("With moods, by role")),
        ]
        choice, rest = rest.cut_top(76, 20)
        ui.add(Choice("moods", choice, moods, self.moods, self._tell_moods, size=28))
        if not self.complaint:
            self._where(ui, rest)
        else:
            sign, message = rest.cut_left(44, 16)
            ui.canvas.icon("triangle-alert", sign.cut_top(48)[0].place(36, 36), theme.ACCENT)
            ui.canvas.text(message, self.complaint, (26, 18), theme.CHALK)

    def _where(self, ui: Ui, box: Box) -> None:
        """Where the report will lie."""
        t, sizes = ui.t, (26, 24, 22, 20, 18)
        folder = report_folder(self.session, "").parent
        text = t(
            "It goes to a folder in {folder}: the report with names has one, the report without "
            "names has another. Saved again, it replaces the older one, unless somebody has "
            "changed that.",
            folder=folder_name(t, folder),
        )
        draw_folder(ui, box, text, folder, sizes, theme.CHALK_SOFT)

    def _answers(self, ui: Ui, box: Box) -> None:
        t = ui.t
        busy = self._writing.busy
        no, yes = box.columns((1, 2), 20)
        close = t("Close") if busy else t("Cancel")  # what is being written is written
        ui.add(Button("no", no, Label(close, style="quiet", size=28), self.back))
        label = t("Save the report") if self.named else t("Next: what is taken out")
        label = t("Writing …") if busy else label
        reason = t("The files are being written.") if busy else ""
        save = Button(
            "yes",
            yes,
            Label(label, icon="archive", style="primary", size=32),
            self._save,
            reason=reason,
        )
        ui.add(save)
        ui.focus_on("yes")

    def _saved(self, ui: Ui, box: Box, buttons: Box) -> None:
        """The location of the report, its files, and the buttons to open them."""
        t, folder = ui.t, self.files[0].parent
        head, rest = box.cut_top(60, 10)
        sign, words = head.cut_left(48, 16)
        ui.canvas.icon("check", sign.place(44, 44), theme.GOOD)
        ui.canvas.text(
            words, self._saved_text(), (36, 32), theme.CHALK, "semibold", valign="middle"
        )
        where, rest = rest.cut_top(130, 10)
        draw_folder(ui, where, folder_name(t, folder), folder, _SIZES, theme.CHALK)
        calendar = any(file.suffix == ".ics" for file in self.files)
        inside = self.complaint or t(_INSIDE if calendar else _INSIDE_WITHOUT_DAYS)
        ui.canvas.text(rest, inside, (28, 20), theme.CHALK_SOFT)
        close, look, show = buttons.columns((1, 1.5, 1.5), 20)
        ui.add(Button("no", close, Label(t("Close"), style="quiet", size=28), self.back))
        ui.add(
            Button(
                "folder",
                look,
                Label(t("Open the folder"), icon="folder-open", size=30),
                self._folder,
            )
        )
        ui.add(
            Button(
                "page",
                show,
                Label(t("Open the page"), icon="eye", style="primary", size=30),
                self._page,
            )
        )
        ui.focus_on("page")

    def _saved_text(self) -> str:
        """Which kind is saved, and whether an older one is gone."""
        t = self.app.t
        saved = t("The report with names is saved.")
        if not self.written_named:
            saved = t("The report without names is saved.")
        replaced = t("It replaces the older one.")
        return f"{saved} {replaced}" if self.replaces else saved

    # ------------------------------------------------------------------ saving and opening
    def _name(self, named: bool) -> None:
        self.named = named

    def _tell_moods(self, moods: bool) -> None:
        self.moods = moods

    def _save(self) -> None:
        """Start writing; without names, what is taken out is shown first."""
        if self._writing.busy:
            return
        self.complaint = ""
        if self.named:
            self._start(named=True)
        else:
            start = partial(self._start, named=False)
            self.app.push(NamesDialog(self.session, start, moods=self.moods))

    def _start(self, choices: NameChoices = AS_FOUND, name: str = "", *, named: bool) -> None:
        """Start writing; :meth:`update` notices when it is done."""
        folder = report_folder(self.session, name)
        self.written_named, self.replaces = named, holds_report(folder)
        lang, moods = self.app.lang, self.moods
        write = partial(write_report, self.session, folder, lang, not named)
        self._writing.start(partial(write, choices=choices, moods=moods))
        self.refresh()

    def update(self, dt: float) -> None:
        """Show the result of writing once it is done."""
        if not self._writing.over:
            return
        try:
            self.files = self._writing.take()
            if self.on_saved is not None:
                self.on_saved()
        except (ReportError, SessionError) as error:
            self.complaint = error.translate(self.app.t)
            if isinstance(error, NoPdfError):
                self.files = error.files
        self.refresh()

    def _page(self) -> None:
        self._open(self.files[0])

    def _folder(self) -> None:
        self._open(self.files[0].parent)

    def _open(self, path: Path) -> None:
        """Open a path with the system's viewer; if there is none, show the path."""
        show_file(self.app, path, self.app.t("It opens in another window: {file}", file=path))
