"""From the start screen to the announcement: choosing the case and the seats.

The rules, the cases and the screens are imported where they are first needed, so that the start
screen appears quickly.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from game.frozen import frozen
from game.gui.screen import ScreenHost
from game.i18n import mark
from game.i18n.os_errors import NotWrittenError
from game.resources import SCENARIOS, cache_folder, cases_folder, has_games
from game.table.flow.given_files import given_path
from game.table.flow.phones import PhoneFlow
from game.table.parts.preferences import preferences_of
from game.table.setup.saved_games import MOST_SAVED, SavedGame
from game.table.setup.start import StartAction, StartExits, StartScreen

if TYPE_CHECKING:
    from game.content import Case
    from game.engine import Seat
    from game.session import SessionSummary
    from game.table.flow.editing import EditFlow
    from game.table.setup.problems import WayOn
    from game.table.setup.seating import SeatPlaces


@frozen
class SetupExits:
    """The exits of set-up: a new game, a saved one, and the other parts of the program."""

    begin: Callable[[Case, tuple[Seat, ...], bool], object]
    """The last argument tells whether the game is to be guided."""
    go_on: Callable[[Path], object]
    start: Callable[[], object]
    replays: Callable[[], object]
    rules: Callable[[], object]
    settings: Callable[[], object]
    phones: PhoneFlow


class SetupFlow:
    """The screens before the table; ``folder`` is where the sessions are stored."""

    def __init__(self, app: ScreenHost, folder: Path, exits: SetupExits) -> None:
        self.app = app
        self.folder = folder
        self.exits = exits
        self._kept: tuple[str, SeatPlaces] | None = None
        """The seats as they were filled in last, and the file of their case."""
        self._hints: tuple[str, bool] | None = None
        """Whether hints were wanted when the announcement was left, and the file of its case."""

    # ------------------------------------------------------------------ the start screen
    def start(self) -> None:
        """Show the start screen, with the saved games."""
        self._kept = self._hints = None
        self.app.desktop.keep_awake(False)
        self.app.desktop.title = ""
        returning = has_games(self.folder)
        saved = self._saved() if returning else []  # without games the rules need no import
        actions, foot = self._actions(returning=returning), self._foot()
        (actions if returning else foot).append(self._games())
        exits = StartExits(actions, [*foot, self._quit()], saved, self.open_file)
        self.app.reset(StartScreen(exits))

    def _actions(self, *, returning: bool) -> list[StartAction]:
        """The ways into a game, the likeliest first.

        That is the first game once only: nobody plays it twice, and who comes back has a case to
        choose. Their saved games stand beside it by then.
        """
        about_first = mark("About 40 minutes, with hints")
        first = StartAction("first", mark("Play the first game"), "play", self.first, about_first)
        about_cases = mark("Municipal cases, and your own")
        cases = StartAction("play", mark("Choose a case"), "layers", self.choose, about_cases)
        about_own = mark("The group writes the cards")
        own = StartAction("own", mark("Own project"), "pencil", self.own_project, about_own)
        about_write = mark("You write the cards beforehand")
        write = StartAction("write", mark("Write a case"), "blocks", self.write, about_write)
        return [cases, first, own, write] if returning else [first, cases, own, write]

    def _games(self) -> StartAction:
        """All saved games, also those that are finished."""
        about = mark("To see again, debrief and follow up")
        return StartAction("replay", mark("Saved games"), "history", self.exits.replays, about)

    def _foot(self) -> list[StartAction]:
        """The minor actions of the start screen."""
        return [
            StartAction("rules", mark("Rules"), "book-open", self.exits.rules),
            StartAction("handbook", mark("Handbook"), "circle-help", self.handbook),
            StartAction("checks", mark("Check before the workshop"), "badge-check", self.checks),
            StartAction("settings", mark("Settings"), "sliders-horizontal", self.exits.settings),
        ]

    def _quit(self) -> StartAction:
        return StartAction("quit", mark("Quit"), "log-out", self.app.quit)

    def _saved(self) -> list[SavedGame]:
        """The latest games that can be gone on with."""
        from game.session import unfinished_sessions
        from game.table.flow.keeping import game_places

        found = unfinished_sessions(*game_places(self.folder))
        return [self._left(game) for game in islice(found, MOST_SAVED)]

    def _left(self, found: SessionSummary) -> SavedGame:
        from game.content import title_of
        from game.table.parts.begun import begun_line

        header = found.header
        title = title_of(header.scenario, header.scenario_file)
        players = tuple(seat.name for seat in found.seats)
        go_on = partial(self.exits.go_on, found.path)
        begun = partial(begun_line, created=header.created, branch=found.branch)
        return SavedGame(title, found.round, begun, players, go_on)

    def checks(self) -> None:
        """Check this machine before a workshop."""
        from game.table.flow.checking import open_checks

        open_checks(self.app, self.folder, self.exits.start)

    def handbook(self) -> None:
        """Show the handbook in the browser."""
        from game.handbook import TOPICS, keep
        from game.table.parts.showing import show_file

        t = self.app.t
        try:
            file = keep(t, TOPICS)
        except OSError as error:
            self.app.tell(NotWrittenError(cache_folder(), error))
            return
        said = t(
            "The handbook opens in the browser. If none comes up, its pages lie here: {file}",
            file=file,
        )
        show_file(self.app, file, said)

    # ------------------------------------------------------------------ choosing a case
    def first(self) -> None:
        """Open the case to begin with."""
        from game.content import summaries

        (summary,) = [case for case in summaries(SCENARIOS) if case.level == "first"]
        self.open_case(summary.path)

    def choose(self) -> None:
        """Choose among the shipped cases and this user's own."""
        from game.content.case_pictures import pictures_of
        from game.content.summaries import summaries, told_apart
        from game.table.flow.case_places import own_cases
        from game.table.setup.choose_case import ChooseCaseExits, ChooseCaseScreen

        lang, own = self.app.lang, cases_folder()
        cases = [*own_cases(lang, checked=True), *summaries(SCENARIOS, lang=lang)]
        cases = told_apart(cases)
        flow = ChooseCaseExits(
            lambda case: self.open_case(case.path),
            self.exits.start,
            self.open_file,
            lru_cache(8)(lambda case: pictures_of(case.path, case.about)),
        )
        self.app.reset(ChooseCaseScreen(cases, flow, own))

    def own_project(self) -> None:
        """Set up the group's own change: a new project, or an earlier one."""
        from game.table.flow.own_project import OwnProjectSteps

        OwnProjectSteps(self.app, self.story, self.edit, self.exits.start).begin()

    def write(self) -> None:
        """Write a case, or go on with one."""
        self.editing().begin()

    def edit(self, path: Path) -> None:
        """Edit the case in a file."""
        self.editing().open(path)

    def editing(self) -> EditFlow:
        """The screens of writing a case."""
        from game.table.flow.editing import EditFlow

        return EditFlow(self.app, self.story, self.exits.start)

    def open_file(self, file: str) -> None:
        """Open a file of this user, by what was written or dropped."""
        if path := given_path(self.app, file):
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Resume a saved game; read anything else as a case, packed or not, or as a workbook."""
        from game.content.package import is_package
        from game.session.containers import is_session
        from game.spreadsheet.kinds import is_spreadsheet

        if is_spreadsheet(path):
            from game.table.flow.workbooks import open_workbook

            open_workbook(self.app, path, self.open_case)
        elif is_session(path) and not is_package(path):
            self.exits.go_on(path)
        else:
            self.open_case(path)

    def open_case(self, path: Path) -> None:
        """Show the story of a case, or the problems of its file."""
        from game.content import ScenarioError, load
        from game.content.own_project import TEMPLATE
        from game.table.flow.case_places import remember
        from game.table.setup.problems import ProblemsScreen

        if path == TEMPLATE:  # the example figures must be replaced before the game
            self.own_project()
            return
        try:
            self.story(load(path, lang=self.app.lang).as_usual)
            remember(self.app, path)
        except ScenarioError as error:
            self.app.push(ProblemsScreen(path.name, error.problems, self._editor_of(path)))

    def _editor_of(self, path: Path) -> WayOn | None:
        """What opens a case with errors in the editor, where that can be."""
        from game.table.flow.written_files import read_written
        from game.table.setup.problems import WayOn

        if read_written(path, self.app.lang) is None:
            return None
        return WayOn(self.app.t("Fix it in the case editor"), partial(self.edit, path))

    # ------------------------------------------------------------------ on to the table
    def story(self, case: Case, back: Callable[[], object] | None = None) -> None:
        """Show the story of the case; ``back`` returns to where it was chosen."""
        from game.table.setup.story import StoryScreen

        self.app.reset(StoryScreen(case, lambda: self.seats(case), back or self.choose))

    def seats(self, case: Case, seats: Sequence[Seat] = ()) -> None:
        """Fill in the seats; whoever comes back to them finds them as they were.

        ``seats`` are those that were named elsewhere, as on the command line.
        """
        from game.table.setup.seats import SeatsExits, SeatsScreen

        phones = self.exits.phones
        phones.lay(case)
        flow = SeatsExits(
            lambda taken: self.announce(case, taken),
            lambda: self.story(case),
            phones,
        )
        kept = self._kept[1] if self._kept and self._kept[0] == case.file else None
        screen = SeatsScreen(case, flow, seats, kept)
        self._kept = case.file, screen.places
        self.app.reset(screen)

    def announce(self, case: Case, seats: tuple[Seat, ...]) -> None:
        """Show the announced saving and the economy overview; it is as it was when it was left."""
        from game.table.setup.announcement import AnnouncementScreen

        def onward(case: Case, guided: bool) -> None:
            self.begin(case, seats, guided)

        def back(case: Case, guided: bool) -> None:
            self._hints = case.file, guided
            self.seats(case, seats)

        names = [seat.name for seat in seats]
        guided = case.level == "first" and preferences_of(self.app).guide
        if self._hints is not None and self._hints[0] == case.file:
            guided = self._hints[1]
        self.app.reset(AnnouncementScreen(case, onward, back, guided=guided, seats=names))

    def begin(self, case: Case, seats: tuple[Seat, ...], guided: bool) -> None:
        """Go to the table; whoever plays the first time is shown the rules in pictures before."""
        from game.table.parts.walk.screen import WalkScreen

        begin = partial(self.exits.begin, case, seats, guided)
        if not guided or preferences_of(self.app).walked:
            begin()
            return
        self.app.prefer(walked=True)
        names = [seat.name for seat in seats]
        self.app.push(WalkScreen(case.setup, seats=names, runs=False, then=begin))
