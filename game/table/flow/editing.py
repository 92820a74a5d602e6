"""Writing a case: its file is opened, saved as its author writes, and watched for others."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import tomli

from game.content import Case, ScenarioError, check_bytes, images, load, new_case, summaries
from game.content import own_project as files
from game.content.case_pictures import CasePictures, lay_beside
from game.content.document import Document
from game.content.edits import Edit
from game.content.file_kinds import FileText, text_of
from game.content.findings import Finding, to_problem
from game.content.lenient.fixing import fix
from game.content.own_project import TEMPLATE
from game.content.package import is_package
from game.content.reader import read_bytes
from game.content.rewriting import rewrite
from game.gui.dialogs.modal import Question
from game.gui.screen import ScreenHost
from game.i18n import Lang
from game.i18n.os_errors import reason
from game.paths import name_of
from game.resources import SCENARIOS, cases_folder, system_documents
from game.spreadsheet.kinds import is_spreadsheet
from game.table.editor.begin import BeginExits, BeginScreen, Start
from game.table.editor.draft import Draft
from game.table.editor.screen import EditorExits, EditorScreen
from game.table.editor.study_places import EditorPlaces
from game.table.flow.given_files import given_path
from game.table.flow.workbooks import open_workbook
from game.table.parts.browse.chooser import FileChooser, Wanted
from game.table.preview.screen import Preview
from game.table.preview.watched_file import WatchedFile
from game.table.setup.problems import ProblemsScreen

_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
Stamp = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class EditingExits:
    """What leads out of writing: a game of the case, a dropped or written path, and back."""

    play: Callable[[Case, Callable[[], object]], object]
    back: Callable[[], object]


class EditFlow:
    """The screens of writing a case; new ones are kept in ``folder``."""

    def __init__(self, app: ScreenHost, exits: EditingExits, folder: Path | None = None) -> None:
        self.app = app
        self.exits = exits
        self.folder = folder or cases_folder()

    def begin(self) -> None:
        """Show where writing begins: a new case, a copy, or one of this author's own."""
        lang = self.app.lang
        own = sorted(summaries(self.folder, lang=lang), key=_changed, reverse=True)
        shipped = [case for case in summaries(SCENARIOS, lang=lang) if case.path != TEMPLATE]
        exits = BeginExits(self.new, self.copy, self.open, self.open_file, self.exits.back)
        self.app.reset(BeginScreen(own, shipped, exits, self.folder))

    def new(self, title: str, start: Start) -> None:
        """Begin a new case in a file of its own."""
        lang = self.app.lang
        text = new_case.empty(title, lang) if start == "empty" else new_case.example(title, lang)
        self._keep(text, title)

    def copy(self, path: Path) -> None:
        """Begin with a copy of a case."""
        try:
            case = load(path, lang=self.app.lang)
        except ScenarioError as error:
            self.app.push(ProblemsScreen(name_of(path), error.problems))
            return
        title = case.title.read(self.app.lang)
        source = Document(case.source.replace("\r\n", "\n"))
        self._keep(source.remove(("id",)).text, title)  # it is another case: its file names it

    def _keep(self, text: str, title: str) -> None:
        """Write the file of a case that is new, and open it."""
        try:
            path = files.save(text, title, self.folder)
        except OSError as error:
            t = self.app.t
            why = reason(error).translate(t)
            message = t("The case cannot be saved in {folder}: {why}.", folder=self.folder, why=why)
            self.app.toast(message, seconds=12)
            return
        self.open(path)

    def open_file(self, file: str) -> None:
        """Edit a file that somebody dropped on the window."""
        if path := given_path(self.app, file):
            self.open(path)

    def open(self, path: Path) -> None:
        """Edit the case in a file; of a shipped or packed one a copy, of a workbook what it says.

        What is no TOML is told line by line.
        """
        if path.parent.resolve() == SCENARIOS.resolve() or is_package(path):
            self.copy(path)
            return
        if is_spreadsheet(path):
            open_workbook(self.app, path, self.open, unfinished=True)
            return
        written = read_written(path, self.app.lang)
        if written is not None:
            CaseBeingWritten(self, path, written).show()
        elif mended := mended_bytes(path):
            self._ask_to_mend(path, mended)
        else:
            self._show_problems(path)

    def _show_problems(self, path: Path) -> None:
        _, problems = check_bytes(read_bytes(path), name_of(path), lang=self.app.lang)
        self.app.push(ProblemsScreen(name_of(path), problems))

    def _ask_to_mend(self, path: Path, mended: bytes) -> None:
        """Offer to mend a file that can only be read after that; a copy of it is kept."""
        t = self.app.t
        text = t(
            "{file} cannot be read as it is: it is written in a way that belongs to word "
            "processors, or something is missing between its parts. All of that can be mended for "
            "certain. The file as it was is kept beside it.",
            file=name_of(path),
        )
        question = Question(
            t("It can be mended"),
            text,
            t("Mend it and go on"),
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
            t = self.app.t
            why = reason(error).translate(t)
            self.app.toast(t("This could not be written: {why}.", why=why), seconds=12)
            return
        self.open(path)


@dataclass(slots=True)
class Written:
    """The text of a file as it was read: its draft, and how its lines and its beginning are."""

    draft: Draft
    newline: str = "\n"
    mark: str = ""

    def as_file(self) -> str:
        """The text as it is written back, with the line ends and the mark that it came with."""
        return self.mark + self.draft.text.replace("\n", self.newline)


def mended_bytes(path: Path) -> bytes | None:
    """What a file that is no TOML would be after mending; ``None`` where that does not help."""
    raw = read_bytes(path)
    text = raw if isinstance(raw, Finding) else text_of(raw)
    if not isinstance(text, FileText):
        return None
    mended = fix(text.text).text
    try:
        tomli.loads(mended.replace("\r\n", "\n"))
    except (tomli.TOMLDecodeError, RecursionError):
        return None
    return mended.encode("utf-8")


def read_written(path: Path, lang: Lang) -> Written | None:
    """The text of a case that can be edited; ``None`` for what cannot be read, or is no TOML."""
    raw = read_bytes(path)
    if isinstance(raw, Finding):
        return None
    try:
        text = raw.decode("utf-8")
        mark = _MARK if text.startswith(_MARK) else ""
        newline = "\r\n" if "\r\n" in text else "\n"
        draft = Draft(text.removeprefix(_MARK).replace("\r\n", "\n"), lang)
    except (UnicodeDecodeError, tomli.TOMLDecodeError, RecursionError):
        return None
    return Written(draft, newline, mark)


class CaseBeingWritten:
    """A case in the editor, and its file."""

    def __init__(self, flow: EditFlow, path: Path, written: Written) -> None:
        self.flow = flow
        self.app = flow.app
        self.path = path
        self.written = written
        self._stamp = _stamp(path)
        exits = EditorExits(
            self.save,
            self._back,
            self.preview,
            self.simulate,
            self._play,
            self._look,
            self._choose_picture,
            self._workbook,
        )
        checks = (CasePictures(path).check,)
        self.screen = EditorScreen(written.draft, load(TEMPLATE), path.name, exits, checks)

    def show(self) -> None:
        """Show the editor."""
        self.app.reset(self.screen)

    # ------------------------------------------------------------------ the file
    def save(self, draft: Draft) -> str:
        """Save the draft; what is wrong with that, if anything is, or nothing."""
        if _stamp(self.path) != self._stamp and self._stamp is not None:
            self._look()
            return self.app.t("Not saved: the file was changed by another program.")
        try:
            files.save(self.written.as_file(), "", self.path.parent, self.path)
        except OSError as error:
            why = reason(error).translate(self.app.t)
            return self.app.t("Not saved: {why}.", why=why)
        self._stamp = _stamp(self.path)
        draft.saved()
        return ""

    def _look(self) -> None:
        """Ask what is to be done with a file that another program has written meanwhile."""
        now = _stamp(self.path)
        if now == self._stamp or self._stamp is None or self.app.top is not self.screen:
            return
        t = self.app.t
        text = t(
            "Another program has changed {file} while you were writing. Which one is to be kept?",
            file=self.path.name,
        )
        question = Question(
            t("The file was changed elsewhere"),
            text,
            t("Take what is in the file"),
            self._take_theirs,
            no=t("Keep what is here"),
            on_no=self._keep_ours,
        )
        self.app.push(question)

    def _take_theirs(self) -> None:
        written = read_written(self.path, self.app.lang)
        if written is None:
            self.flow.open(self.path)
            self._keep_ours()
            return
        CaseBeingWritten(self.flow, self.path, written).show()

    def _keep_ours(self) -> None:
        self._stamp = _stamp(self.path)
        self.screen.complaint = self.save(self.written.draft)
        self.screen.refresh()

    # ------------------------------------------------------------------ pictures beside it
    def _choose_picture(self, name: Callable[[str], object]) -> None:
        """Let a picture be chosen among the files of this machine, and lay it beside the case."""
        t = self.app.t
        title, kinds = t("Which picture?"), t("Pictures (PNG, JPEG)")
        wanted = Wanted(title, images.SUFFIXES, kinds, system_documents())
        self.app.push(FileChooser(wanted, partial(self._lay_beside, name)))

    def _lay_beside(self, name: Callable[[str], object], file: str) -> None:
        path = given_path(self.app, file)
        if path is None:
            return
        t = self.app.t
        try:
            laid = lay_beside(self.path, path)
        except OSError as error:
            why = reason(error).translate(t)
            self.app.toast(t("The picture could not be copied: {why}.", why=why), seconds=12)
            return
        if isinstance(laid, Finding):
            self.app.toast(to_problem(laid, None, self.path.name, self.app.lang).told, seconds=12)
        else:
            name(laid)

    # ------------------------------------------------------------------ ways out
    def _back(self) -> None:
        self.flow.begin()

    def _play(self, case: Case) -> None:
        self.flow.exits.play(case.as_usual, self.show)

    def preview(self) -> None:
        """Show the preview over the editor."""
        folder = tempfile.TemporaryDirectory(prefix="gevinst-", ignore_cleanup_errors=True)
        watched = WatchedFile(self.path, self.app.lang)

        def leave() -> None:
            shown.close()
            self.app.pop(shown)
            folder.cleanup()

        troubles = self.screen.problems.troubles
        shown = Preview(watched, Path(folder.name), leave=leave, troubles=troubles)
        self.app.push(shown)

    def _workbook(self) -> None:
        from game.table.flow.editing_workbook import CaseWorkbook

        CaseWorkbook(self.app, self.path, self.screen).show()

    def simulate(self, case: Case) -> None:
        """Play many games of the case in the background, and tell what came of them."""
        from game.table.flow.simulating import Ways, show_simulation

        places = EditorPlaces(self.written.draft)
        ways = Ways(self.screen.go_to_path, self._make_change)
        show_simulation(self.app, case.as_usual, places, ways)

    def _make_change(self, edits: Sequence[Edit]) -> None:
        """Write what a simulation tried into the case: one step back."""
        document = self.written.draft.document
        for edit in edits:
            value = list(edit.value) if isinstance(edit.value, tuple) else edit.value
            document = document.set(edit.path, value)
        self.screen.take(document)
        self.app.toast(self.app.t("Changed. Undo takes it back; simulate again to see."))


def _stamp(path: Path) -> Stamp:
    with suppress(OSError):
        stat = path.stat()
        return stat.st_mtime_ns, stat.st_size
    return None


def _changed(case: object) -> float:
    path = getattr(case, "path", None)
    with suppress(OSError):
        return float(path.stat().st_mtime) if path is not None else 0.0
    return 0.0
