"""A case in the editor: saved as its author writes, watched for others, shown, simulated."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from game.content import Case, images, load
from game.content.case_pictures import CasePictures, lay_beside
from game.content.copies import copy_check
from game.content.findings import Finding, to_problem
from game.content.own_project import TEMPLATE
from game.gui.dialogs.modal import LostWords, Question
from game.gui.screen import ScreenHost
from game.i18n.os_errors import NotWrittenError
from game.paths import stamp
from game.resources import system_documents
from game.table.editor.draft import Draft
from game.table.editor.screen import EditorExits, EditorScreen
from game.table.flow.given_files import given_path
from game.table.flow.known_file import KnownFile
from game.table.flow.simulated_case import SimulatedCase
from game.table.flow.written_files import Written, written_in
from game.table.parts.browse.chooser import FileChooser, Wanted
from game.table.parts.folder_names import folder_name
from game.table.preview.screen import Preview
from game.table.preview.watched_file import WatchedFile


class CaseBeingWritten:
    """A case in the editor, and its file."""

    def __init__(
        self,
        app: ScreenHost,
        path: Path,
        written: Written,
        play: Callable[[Case, Callable[[], object]], object],
        back: Callable[[], object],
    ) -> None:
        self.app = app
        self._play_case, self._back = play, back
        self.path = path
        self.written = written
        self.file = KnownFile(path, written.raw)
        self._asked: object = None
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
        checks = (CasePictures(path).check, copy_check(path))
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
        if self.file.changed():
            return self._changed_elsewhere()
        try:
            self.file.write(self.written.as_file())
        except OSError as error:
            return self._not_saved(error)
        draft.saved()
        return ""

    def _changed_elsewhere(self) -> str:
        return self.app.t(
            "Not saved: the file was changed by another program. Write on, or go back: you are "
            "asked which of the two is to go on."
        )

    def _not_saved(self, error: OSError) -> str:
        return NotWrittenError(Path(self.path.name), error).translate(self.app.t)

    def _look(self) -> None:
        """Ask what is to be done with a file that another program has written meanwhile.

        An answer may be put off: it is asked again when either of the two is another.
        """
        if self.app.top is not self.screen or not self.file.changed():
            return
        if self._asked == self._both:
            return
        if self.file.said_elsewhere() is not None:
            self.app.push(self._which())
        elif self.file.gone:
            self.app.push(self._whether_again())
        else:  # it cannot be read at the moment
            return
        self._asked = self._both
        self.written.draft.no_longer_saved()  # as long as nobody has answered
        self.screen.complaint = self._changed_elsewhere()
        self.screen.refresh()

    @property
    def _both(self) -> object:
        """What tells whether the file, or what is here, is another."""
        return stamp(self.file.path), self.written.draft.text

    def _which(self, then: Callable[[], object] | None = None) -> Question:
        """Which of the two is to be kept; neither is lost. To close the question decides nothing.

        An answer that could be carried out is followed by ``then``.
        """
        t = self.app.t
        text = t(
            "Another program has changed {file} while you were writing. Which one is to go on? If "
            "you keep what is here, what is in the file is kept as a copy beside it. If you take "
            "what is in the file, Undo brings back what is here.",
            file=self.path.name,
        )
        return Question(
            t("The file was changed elsewhere"),
            text,
            t("Keep what is here"),
            partial(_if_done, self._keep_ours, then),
            no=t("Take what is in the file"),
            on_no=partial(_if_done, self._take_theirs, then),
        )

    def _whether_again(self) -> Question:
        """Whether a file that is gone is to be written again."""
        t = self.app.t
        text = t(
            "{file} is no longer where it was: it has been moved, renamed or deleted. Write "
            "what is here to a file with that name again?",
            file=self.path.name,
        )
        title, write, later = t("The file is gone"), t("Write it again"), t("Not now")
        return Question(title, text, write, self._keep_ours, no=later)

    def _take_theirs(self) -> bool:
        """Go on with what is in the file: a step, which can be taken back. Whether it was taken."""
        try:
            theirs = written_in(self.file.read(), self.app.lang)
        except OSError:
            theirs = None
        if theirs is None:
            told = self.app.t(
                "What is in the file cannot be read now: nothing was changed. See that the other "
                "program has saved it whole and closed it, and try again."
            )
            self.app.toast(told)
            self._asked = self._both
            return False
        self.screen.take(theirs.draft.document)  # saves nothing while the file is another
        self.file = KnownFile(self.path, theirs.raw)
        self.written.newline, self.written.mark = theirs.newline, theirs.mark
        self._is_saved()
        self.app.toast(self.app.t("Taken over. Undo takes it back."))
        return True

    def _keep_ours(self) -> bool:
        """Go on with what is here; what is in the file is kept beside it. Whether it was saved."""
        t = self.app.t
        try:
            kept = self.file.write_beside(self.written.as_file())
        except OSError as error:
            self.screen.complaint = self._not_saved(error)
            self.screen.refresh()
            return False
        if kept is not None:
            said = t("What was in the file is kept beside it: {file}", file=kept.name)
            self.app.toast(said)
        self._is_saved()
        return True

    def _is_saved(self) -> None:
        self.written.draft.saved()
        self.screen.complaint = ""
        self.screen.refresh()

    def _leave(self) -> None:
        """Go back; what could not be saved is asked about first."""
        if not self.written.draft.unsaved:
            self._back()
        elif self.file.said_elsewhere() is not None:
            self.app.push(self._which(self._leave))
        else:
            self.app.push(LostWords(self.app.t, self._back))

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
        try:
            laid = lay_beside(self.path, path)
        except OSError as error:
            self.app.tell(NotWrittenError(self.path.parent, error))
            return
        if isinstance(laid, Finding):
            self.app.toast(to_problem(laid, None, self.path.name, self.app.lang).told)
        else:
            name(laid)

    # ------------------------------------------------------------------ ways out
    def _play(self, case: Case) -> None:
        self._play_case(case.as_usual, self.show)

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


def _if_done(first: Callable[[], bool], then: Callable[[], object] | None) -> None:
    if first() and then is not None:
        then()
