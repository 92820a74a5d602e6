"""A case in the editor: saved as its author writes, watched for others, shown, simulated."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from game.content import Case, images, load
from game.content import own_project as files
from game.content.case_pictures import CasePictures, lay_beside
from game.content.findings import Finding, to_problem
from game.content.own_project import TEMPLATE
from game.content.reader import read_bytes
from game.content.rewriting import rewrite
from game.frozen import frozen
from game.gui.dialogs.modal import LostWords, Question
from game.gui.screen import ScreenHost
from game.i18n.os_errors import reason
from game.resources import system_documents
from game.table.editor.draft import Draft
from game.table.editor.screen import EditorExits, EditorScreen
from game.table.flow.given_files import given_path
from game.table.flow.simulated_case import SimulatedCase
from game.table.flow.written_files import Written, read_written, stamp
from game.table.parts.browse.chooser import FileChooser, Wanted
from game.table.parts.folder_names import folder_name
from game.table.preview.screen import Preview
from game.table.preview.watched_file import WatchedFile


@frozen
class WritingExits:
    """What leads out of a case: a game of it, another file, and back to where writing begins."""

    play: Callable[[Case, Callable[[], object]], object]
    open: Callable[[Path], object]
    back: Callable[[], object]


class CaseBeingWritten:
    """A case in the editor, and its file."""

    def __init__(self, app: ScreenHost, path: Path, written: Written, leads: WritingExits) -> None:
        self.app = app
        self.leads = leads
        self.path = path
        self.written = written
        self._stamp, self._on_disk = stamp(path), read_bytes(path)
        exits = EditorExits(
            self.save,
            self._leave,
            self.preview,
            lambda: self._simulated.show(),
            self._play,
            self._look,
            self._choose_picture,
            self._workbook,
            lambda: self._simulated.has_found,
        )
        checks = (CasePictures(path).check,)
        self.screen = EditorScreen(written.draft, load(TEMPLATE), path.name, exits, checks)
        self._simulated = SimulatedCase(app, self.screen)
        folder = folder_name(app.t, path.absolute().parent)
        self.screen.lies = app.t("{file} in {folder}", file=path.name, folder=folder)

    def show(self) -> None:
        """Show the editor."""
        self.app.reset(self.screen)

    # ------------------------------------------------------------------ the file
    def save(self, draft: Draft) -> str:
        """Save the draft; what is wrong with that, if anything is, or nothing."""
        if self._changed_elsewhere:
            return self.app.t("Not saved: the file was changed by another program.")
        try:
            files.save(self.written.as_file(), "", self.path.parent, self.path)
        except OSError as error:
            why = reason(error).translate(self.app.t)
            return self.app.t("Not saved: {why}.", why=why)
        self._saved()
        return ""

    def _saved(self) -> None:
        """The draft is on the disk as it is."""
        self._stamp, self._on_disk = stamp(self.path), read_bytes(self.path)
        self.written.draft.saved()

    @property
    def _changed_elsewhere(self) -> bool:
        """Whether the file says something else than when it was last read or written here."""
        now = stamp(self.path)
        if self._stamp is None or now == self._stamp:
            return False
        if read_bytes(self.path) == self._on_disk:  # only touched
            self._stamp = now
            return False
        return True

    def _look(self) -> None:
        """Ask what is to be done with a file that another program has written meanwhile."""
        if self.app.top is self.screen and self._changed_elsewhere:
            self.app.push(self._which())

    def _which(self, then: Callable[[], object] | None = None) -> Question:
        """Which of the two is to be kept; neither is lost."""
        t = self.app.t
        text = t(
            "Another program has changed {file} while you were writing. Which one is to go on? "
            "Nothing is lost: what is in the file is kept as a copy beside it, and what is here "
            "comes back with Undo.",
            file=self.path.name,
        )
        return Question(
            t("The file was changed elsewhere"),
            text,
            t("Keep what is here"),
            partial(_one_by_one, self._keep_ours, then),
            no=t("Take what is in the file"),
            on_no=partial(_one_by_one, self._take_theirs, then),
            on_close=self._keep_ours,
        )

    def _take_theirs(self) -> None:
        """Go on with what is in the file: a step, which can be taken back."""
        theirs = read_written(self.path, self.app.lang)
        if theirs is None:
            self._keep_ours()
            return
        self._stamp, self._on_disk = stamp(self.path), read_bytes(self.path)
        self.written.newline, self.written.mark = theirs.newline, theirs.mark
        self.screen.take(theirs.draft.document)
        self.app.toast(self.app.t("Taken over. Undo takes it back."))

    def _keep_ours(self) -> None:
        """Go on with what is here; what is in the file is kept beside it."""
        t, theirs = self.app.t, read_bytes(self.path)
        ours = self.written.as_file()
        try:
            if isinstance(theirs, Finding):  # there is nothing that could be kept
                files.save(ours, "", self.path.parent, self.path)
            else:
                kept = rewrite(self.path, theirs, ours.encode("utf-8"))
                said = t("What was in the file is kept beside it: {file}", file=kept.name)
                self.app.toast(said, seconds=12)
        except OSError as error:
            self.screen.complaint = t("Not saved: {why}.", why=reason(error).translate(t))
        else:
            self.screen.complaint = ""
            self._saved()
        self.screen.refresh()

    def _leave(self) -> None:
        """Go back; what could not be saved is asked about first."""
        if not self.written.draft.unsaved:
            self.leads.back()
        elif self._changed_elsewhere:
            self.app.push(self._which(self._leave))
        else:
            self.app.push(LostWords(self.app.t, self.leads.back))

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
    def _play(self, case: Case) -> None:
        self.leads.play(case.as_usual, self.show)

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


def _one_by_one(first: Callable[[], object], then: Callable[[], object] | None) -> None:
    first()
    if then is not None:
        then()
