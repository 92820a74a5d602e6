"""From the start screen to a group's own project: filling it in, saving it, playing it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.content import Case, ScenarioError, Summary, load, parse, summaries
from game.content import own_project as own
from game.content.reader import read_bytes
from game.content.rewriting import rewrite
from game.gui.screen import ScreenHost
from game.i18n import Lang
from game.i18n.os_errors import NotWrittenError
from game.resources import cases_folder
from game.table.setup.own_project import OwnProjectScreen
from game.table.setup.own_project_form import ProjectForm
from game.table.setup.own_projects import OwnProjectsScreen
from game.table.setup.problems import ProblemsScreen


class OwnProjectSteps:
    """The screens of an own project.

    ``play`` is called with the case and a function that returns to the form; ``edit`` opens a file
    in the case editor; ``back`` returns to the screen before. ``folder`` is where this user's
    projects are stored.
    """

    def __init__(
        self,
        app: ScreenHost,
        play: Callable[[Case, Callable[[], object]], object],
        edit: Callable[[Path], object],
        back: Callable[[], object],
        folder: Path | None = None,
    ) -> None:
        self.app = app
        self.play = play
        self.edit = edit
        self.back = back
        self.folder = folder or cases_folder()

    def begin(self) -> None:
        """Show the earlier projects, or the form of a new one if there are none."""
        earlier = self._earlier()
        if not earlier:
            self.new()
            return
        screen = OwnProjectsScreen(earlier, self.folder, self.new, self.open, self.back)
        self.app.reset(screen)

    def new(self) -> None:
        """Show the form with the template's example."""
        ProjectInProgress(self, load(own.TEMPLATE), None).show()

    def open(self, path: Path) -> None:
        """Show the form with the contents of a file, or the problems of the file."""
        try:
            case = load(path, lang=self.app.lang)
        except ScenarioError as error:
            self.app.push(ProblemsScreen(path.name, error.problems))
        else:
            ProjectInProgress(self, case, path).show()

    def _earlier(self) -> list[Summary]:
        """The readable own projects in the folder, the latest first."""
        found = summaries(self.folder, lang=self.app.lang)
        own_ones = [case for case in found if case.own_project and not case.problem]
        return sorted(own_ones, key=lambda case: case.saved, reverse=True)


class ProjectInProgress:
    """A project being filled in: written onto ``source``, and saved as ``file`` once it has one."""

    def __init__(self, flow: OwnProjectSteps, case: Case, file: Path | None) -> None:
        self.flow = flow
        self.source = case.source
        self.file = file
        self.lang: Lang = flow.app.lang
        self.written = own.read(case, self.lang)
        self._on_disk = self._read()
        self.form = ProjectForm(self.written, self.lang, new=file is None)
        back = flow.back if file is None else flow.begin
        self.screen = OwnProjectScreen(case, self.form, self._play, self._edit, back)

    def show(self) -> None:
        """Show the form: as the file is now, if somebody has changed that elsewhere."""
        theirs = self._changed_elsewhere()
        if isinstance(theirs, Case):
            ProjectInProgress(self.flow, theirs, self.file).show()
        else:
            self.flow.app.reset(self.screen)

    def _edit(self, project: own.OwnProject) -> None:
        """Go on with the project in the case editor, once it is a file."""
        failed = self._save(project)
        if self.file is not None and failed is None:
            self.flow.edit(self.file)
        elif failed is not None:
            self.flow.app.tell(NotWrittenError(self.flow.folder, failed))

    def _play(self, project: own.OwnProject) -> None:
        """Play it; the game does not depend on the file, its session includes the project."""
        if self._save(project) is not None:
            t, folder = self.flow.app.t, self.flow.folder
            message = t(
                "The project could not be saved as a file in {folder}. The game goes on all the "
                "same.",
                folder=folder,
            )
            self.flow.app.toast(message)
        name = f"{own.TEMPLATE_ID}.toml" if self.file is None else self.file.name
        self.flow.play(parse(self.source, name, lang=self.lang).as_usual, self.show)

    # ------------------------------------------------------------------ the file
    def _save(self, project: own.OwnProject) -> OSError | None:
        """Save it as a file; what went wrong, if anything did.

        What somebody has changed in the file elsewhere stays, and of both changes to one thing that
        in the form counts. A file that cannot be read as a case any more is kept beside it.
        """
        theirs = self._changed_elsewhere()
        if isinstance(theirs, Case):
            now = own.read(theirs, self.lang)
            project = own.brought_onto(now, project, self.written)
            self.source = theirs.source
        self.source = own.write(project, self.source, self.lang)
        try:
            if isinstance(theirs, bytes) and self.file is not None:
                kept = rewrite(self.file, theirs, self.source.encode())
                said = self.flow.app.t(
                    "What was in the file is kept beside it: {file}", file=kept.name
                )
                self.flow.app.toast(said)
            else:
                self.file = own.save(self.source, project.title, self.flow.folder, self.file)
        except OSError as error:
            return error
        self.written, self._on_disk = project, self._read()
        return None

    def _read(self) -> bytes | None:
        """The bytes of the file; ``None`` where there is none, or none that can be read."""
        raw = None if self.file is None else read_bytes(self.file)
        return raw if isinstance(raw, bytes) else None

    def _changed_elsewhere(self) -> Case | bytes | None:
        """The case in the file, if somebody else has changed it; its bytes, if it is none now."""
        raw = self._read()
        if self.file is None or raw is None or raw == self._on_disk:
            return None
        try:
            return load(self.file, lang=self.lang)
        except ScenarioError:
            return raw
