"""Where writing a case begins: a new one, a copy, or a file that is opened and mended."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from game.content import Case, ScenarioError, Summary, check_bytes, load, new_case, summaries
from game.content import own_project as files
from game.content.document import Document
from game.content.file_kinds import FileText, text_of
from game.content.findings import Finding
from game.content.laying import lay_copy
from game.content.own_project import TEMPLATE
from game.content.package import is_package
from game.content.packing import unpack
from game.content.reader import read_bytes
from game.content.rewriting import rewrite
from game.gui.dialogs.modal import Question
from game.gui.screen import ScreenHost
from game.i18n.os_errors import NotWrittenError
from game.paths import name_of
from game.resources import SCENARIOS, cases_folder
from game.spreadsheet.kinds import is_spreadsheet
from game.table.editor.begin import BeginExits, BeginScreen, Start
from game.table.flow.case_being_written import CaseBeingWritten
from game.table.flow.case_file_ways import CaseFileWays
from game.table.flow.case_places import is_new, own_cases, remember
from game.table.flow.given_files import given_path
from game.table.flow.workbooks import open_workbook
from game.table.flow.written_files import mended_bytes, read_written, why_unread
from game.table.parts.folder_names import folder_name
from game.table.setup.problems import ProblemsScreen, WayOn


class EditFlow:
    """The screens of writing a case; new ones are kept in ``folder``."""

    def __init__(
        self,
        app: ScreenHost,
        play: Callable[[Case, Callable[[], object]], object],
        back: Callable[[], object],
        folder: Path | None = None,
    ) -> None:
        self.app = app
        self._play, self._back = play, back
        self.folder = folder or cases_folder()
        self._begun: BeginScreen | None = None

    def begin(self) -> None:
        """Show where writing begins: a new case, a copy, or one of this author's own."""
        lang = self.app.lang
        own = own_cases(lang, self.folder)
        shipped = [case for case in summaries(SCENARIOS, lang=lang) if case.path != TEMPLATE]
        exits = BeginExits(self.new, self.copy, self.open, self.open_file, self._manage, self._back)
        self._begun = BeginScreen(own, shipped, exits, self.folder, self._begun)
        self.app.reset(self._begun)

    def _manage(self, case: Summary) -> None:
        """Show what can be done with the file of a case."""
        ways = CaseFileWays(self.app, case.path, self.folder, self.begin)
        ways.show(case.title.read(self.app.lang))

    def new(self, title: str, start: Start) -> None:
        """Begin a new case in a file of its own."""
        self._begun = None
        lang = self.app.lang
        text = new_case.empty(title, lang) if start == "empty" else new_case.begun(title, lang)
        self._keep(text, title)

    def copy(self, path: Path) -> None:
        """Begin with a copy of a case."""
        try:
            case = load(path, lang=self.app.lang)
        except ScenarioError as error:
            self.app.push(ProblemsScreen(name_of(path), error.problems, writes=True))
            return
        title = case.title.read(self.app.lang)
        source = Document(case.source.replace("\r\n", "\n"))
        self._keep(source.remove(("id",)).text, title)  # it is another case: its file names it

    def _keep(self, text: str, title: str) -> None:
        """Write the file of a case that is new, and open it."""
        try:
            path = files.save(text, title, self.folder)
        except OSError as error:
            self.app.tell(NotWrittenError(self.folder, error))
            return
        self.open(path)

    def open_file(self, file: str) -> None:
        """Edit a file that somebody chose or dropped on the window: it may lie elsewhere."""
        path = given_path(self.app, file)
        if path is None:
            return
        asks = is_new(path, self.folder) and read_written(path, self.app.lang) is not None
        if asks and not (is_package(path) or is_spreadsheet(path)):
            self._ask_where(path)
        else:
            self.open(path)

    def _ask_where(self, path: Path) -> None:
        """Ask whether a case is written where it lies, or among this author's own."""
        t = self.app.t
        text = t(
            "{file} is in {folder}. Put a copy among your own cases and write there, or "
            "write in the file where it is? Either way it is in the list from now on.",
            file=path.name,
            folder=folder_name(t, path.absolute().parent),
        )
        question = Question(
            t("Where should it be written?"),
            text,
            t("A copy among my own"),
            partial(self._open_copy, path),
            no=t("Where it lies"),
            on_no=partial(self.open, path),
        )
        self.app.push(question)

    def _open_copy(self, path: Path) -> None:
        """Lay a file that lies elsewhere among this author's own, and open it there."""
        try:
            if is_package(path):
                laid, *_ = unpack(path, None, self.folder, lang=self.app.lang)
            else:
                laid = lay_copy(path, self.folder)
        except ScenarioError as error:
            self.app.push(ProblemsScreen(name_of(path), error.problems, writes=True))
        except OSError as error:
            self.app.tell(NotWrittenError(self.folder, error))
        else:
            self.open(laid)
            t = self.app.t
            said = t("It is among your own cases now: {file}", file=laid.name)
            self.app.toast(said)

    def open(self, path: Path) -> None:
        """Edit the case in a file: where it lies, except of a shipped one a copy, of a packed one
        what is in it, of a workbook what it says, each laid among this author's own.

        What is no TOML is told line by line.
        """
        if path.parent.resolve() == SCENARIOS.resolve():
            self.copy(path)
        elif is_package(path):
            self._open_copy(path)
        elif is_spreadsheet(path):
            open_workbook(self.app, path, self.open, unfinished=True)
        elif (written := read_written(path, self.app.lang)) is not None:
            CaseBeingWritten(self.app, path, written, self._play, self.begin).show()
            remember(self.app, path, self.folder)
        elif mended := mended_bytes(path):
            self._ask_to_mend(path, mended)
        else:
            self._show_problems(path)

    def _show_problems(self, path: Path) -> None:
        """Say what is wrong with a file that is no case; the way on keeps what can be read."""
        raw = read_bytes(path)
        _, problems = check_bytes(raw, name_of(path), lang=self.app.lang)
        text = raw if isinstance(raw, Finding) else text_of(raw)
        on = None
        if isinstance(text, FileText):
            label = self.app.t("Begin with the fields, and keep what can be read")
            on = WayOn(label, partial(self._begin_with, path.stem, text.text))
        self.app.push(ProblemsScreen(name_of(path), problems, on, writes=True))

    def _begin_with(self, title: str, source: str) -> None:
        """Begin a new case with what can be read of a text; its file stays as it is."""
        self._keep(new_case.with_readable(source, title, self.app.lang), title)

    def _ask_to_mend(self, path: Path, mended: bytes) -> None:
        """Offer to mend a file that can only be read after that; a copy of it is kept."""
        t = self.app.t
        text = t(
            "{file} cannot be read as it is. {problem} It is certain how this is fixed. The file "
            "as it was is kept beside it.",
            file=name_of(path),
            problem=why_unread(path, self.app.lang).at_line.translate(t),
        )
        question = Question(
            t("It can be fixed"),
            text,
            t("Fix it and go on"),
            partial(self._mend, path, mended),
            no=t("Show what is wrong"),
            on_no=partial(self._show_problems, path),
        )
        self.app.push(question)

    def _mend(self, path: Path, mended: bytes) -> None:
        try:
            raw = read_bytes(path)
            if not isinstance(raw, Finding):
                rewrite(path, raw, mended)
        except OSError as error:
            self.app.tell(NotWrittenError(path, error))
            return
        self.open(path)
