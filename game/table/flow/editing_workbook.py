"""The case in the editor goes to a spreadsheet and comes back: files are written, chosen, read."""

from __future__ import annotations

from pathlib import Path

import tomli

from game.casebook.checking import Imported, import_book
from game.casebook.telling import told_reading
from game.casebook.unfinished import only_unfinished
from game.casebook.writing import workbook
from game.content.document import Document
from game.gui.screen import ScreenHost
from game.i18n import mark
from game.i18n.os_errors import NotWrittenError
from game.paths import name_of
from game.spreadsheet.opening import SpreadsheetError
from game.table.editor.certain import Asked, ChangesDialog, changes
from game.table.editor.draft import Draft
from game.table.editor.languages import shown_text
from game.table.editor.screen import EditorScreen
from game.table.editor.workbook import WorkbookDialog, WorkbookExits
from game.table.flow.case_file_ways import CaseFileWays
from game.table.flow.given_files import given_path
from game.table.parts.browse.chooser import FileChooser, Wanted
from game.table.parts.showing import show_file
from game.table.setup.problems import ProblemsScreen
from game.writing import write_numbered

_ASKED = Asked(mark("What the workbook changes"), mark("Take it over"))
_MOST_TOLD = 3


class CaseWorkbook:
    """The workbook of a case that is being written in a file, beside which it lies."""

    def __init__(self, app: ScreenHost, path: Path, editor: EditorScreen) -> None:
        self.app = app
        self.path = path
        self.editor = editor

    def show(self) -> None:
        """Ask which way to go."""
        exits = WorkbookExits(self.write, self._open, self._choose, self._give_on)
        self.app.push(WorkbookDialog(exits))

    def _give_on(self) -> None:
        """Show how the case is printed, or packed for others."""
        title = shown_text(self.editor.draft.get(("title",)), self.app.lang)
        ways = CaseFileWays(self.app, self.path, self.path.parent)
        ways.show_giving_on(title or self.path.name)

    def write(self) -> Path | None:
        """Write the workbook beside the case; ``None`` when the screen was told why not."""
        app, t = self.app, self.app.t
        self.editor.problems.judge_now()
        if not only_unfinished(self.editor.judge.problems):
            app.toast(t("The case has errors that have to be fixed first."))
            return None
        data = workbook(t, tomli.loads(self.editor.draft.text))
        try:
            return write_numbered(self.path.parent, self.path.stem, ".xlsx", data)
        except OSError as error:
            app.tell(NotWrittenError(self.path.parent, error))
            return None

    def _open(self, file: Path) -> None:
        """Show a workbook in the program that the machine has for it."""
        show_file(self.app, file, self.app.t("It opens in another window: {file}", file=file))

    def _choose(self) -> None:
        t = self.app.t
        wanted = Wanted(t("Which workbook?"), (".xlsx", ".xlsm"), t("Workbooks"), self.path.parent)
        self.app.push(FileChooser(wanted, self._chosen))

    def _chosen(self, file: str) -> None:
        if path := given_path(self.app, file):
            self.read(path)

    def read(self, path: Path) -> None:
        """Show what a workbook changes, to be taken over; or what is wrong, by sheet and cell."""
        t = self.app.t
        try:
            found = import_book(t, path)
        except SpreadsheetError as error:
            self.app.tell(error)
            return
        if not only_unfinished(found.problems):
            self.app.push(ProblemsScreen(name_of(path), found.problems, writes=True))
            return
        self._ask(found, Document(found.merged_into(self.editor.draft.text)))

    def _ask(self, found: Imported, document: Document) -> None:
        t = self.app.t
        differing = changes(self.editor.draft.document, document)
        if not differing:
            self.app.toast(t("The workbook says the same as the case."))
            return

        def take() -> None:
            self.editor.take(document)
            told = " ".join(list(told_reading(t, found.book))[:_MOST_TOLD])
            self.app.toast(" ".join((t("Taken over. Undo takes it back."), told)))

        named = Draft(document.text, t.lang)
        seen = [change for change in differing if change.path[-1] != "id"] or differing
        self.app.push(ChangesDialog(named, seen, take, _ASKED))
