"""From the start screen to a group's own project: filled in, saved as a file, played."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.content import Case, ScenarioError, Summary, load, parse, summaries
from game.content import own_project as own
from game.gui.screen import ScreenHost
from game.i18n import Lang
from game.resources import cases_folder
from game.table.setup.own_project import OwnProjectExits, OwnProjectScreen
from game.table.setup.own_project_form import ProjectForm
from game.table.setup.own_projects import OwnProjectsExits, OwnProjectsScreen
from game.table.setup.problems import ProblemsScreen


class OwnProjectSteps:
    """The screens of an own project, one after the other.

    ``play`` is given the case, and what leads back to the form; ``back`` leads to where this way
    began. ``folder`` is where the projects of this user lie.
    """

    def __init__(
        self,
        app: ScreenHost,
        play: Callable[[Case, Callable[[], object]], object],
        back: Callable[[], object],
        folder: Path | None = None,
    ) -> None:
        self.app = app
        self.play = play
        self.back = back
        self.folder = folder or cases_folder()

    def begin(self) -> None:
        """The earlier projects, where there are any; else the form of a new one."""
        earlier = self._earlier()
        if not earlier:
            self.new()
            return
        flow = OwnProjectsExits(self.new, self.open, self.back)
        self.app.reset(OwnProjectsScreen(earlier, flow, self.folder))

    def new(self) -> None:
        """The form with the template's example."""
        ProjectInProgress(self, load(own.TEMPLATE), None).show()

    def open(self, path: Path) -> None:
        """The form with what stands in a file, or what is wrong with the file."""
        try:
            case = load(path, lang=self.app.lang)
        except ScenarioError as error:
            self.app.push(ProblemsScreen(path.name, error.problems))
        else:
            ProjectInProgress(self, case, path).show()

    def _earlier(self) -> list[Summary]:
        """The own projects in the folder that can be read, the latest first."""
        found = summaries(self.folder, lang=self.app.lang)
        own_ones = [case for case in found if case.own_project and not case.problem]
        return sorted(own_ones, key=lambda case: _changed(case.path), reverse=True)


class ProjectInProgress:
    """A project that is being filled in: written onto ``case``, saved as ``file`` once it is."""

    def __init__(self, way: OwnProjectSteps, case: Case, file: Path | None) -> None:
        self.way = way
        self.case = case
        self.file = file
        self.lang: Lang = way.app.lang
        self.form = ProjectForm(own.read(case, self.lang), self.lang, new=file is None)
        back = way.back if file is None else way.begin
        self.screen = OwnProjectScreen(case, self.form, OwnProjectExits(self._play, back))

    def show(self) -> None:
        """The form, as it was left."""
        self.way.app.reset(self.screen)

    def _play(self, project: own.OwnProject) -> None:
        text = own.write(project, self.case.source, self.lang)
        self._keep(text, project.title)
        name = f"{own.TEMPLATE_ID}.toml" if self.file is None else self.file.name
        self.way.play(parse(text, name, lang=self.lang), self.show)

    def _keep(self, text: str, title: str) -> None:
        """Save it as a file; the game needs none, its session carries the whole project."""
        try:
            self.file = own.save(text, title, self.way.folder, self.file)
        except OSError:
            t, folder = self.way.app.t, self.way.folder
            said = t(
                "The project could not be saved as a file in {folder}. The game goes on all the "
                "same.",
                folder=folder,
            )
            self.way.app.toast(said, seconds=12)


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
