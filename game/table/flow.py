"""From the start screen to the result: which screen comes when, and which files are touched.

The rules, the cases and the screens are imported where they are first needed, so that the start
screen stands in a moment.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.gui.app import App
from game.gui.preferences import PreferencesFile
from game.i18n import Lang, mark
from game.resources import SCENARIOS, cases_folder, sessions_folder
from game.table.application import TABLE
from game.table.setup.saved import MOST, Saved
from game.table.setup.start import Deed, Start, StartFlow

if TYPE_CHECKING:
    from game.content import Case
    from game.engine import Seat
    from game.session import CannotContinueError, Glance, Session
    from game.table.after.replay.flow import Replays
    from game.table.play.game import Game
    from game.table.play.services import TableServices
    from game.table.recovery import Recovery


def run_table(
    lang: Lang,
    folder: Path | None = None,
    *,
    fullscreen: bool = False,
    display: int | None = None,
    case: Case | None = None,
    seats: Sequence[Seat] = (),
    seed: int | None = None,
    resume: Path | None = None,
    replay: Path | None = None,
    step: int | None = None,
    nameless: bool = False,
) -> None:
    """Open the window and stay until it is closed.

    Without ``case`` or a session it begins at the start screen; with a case at its seats, or, when
    ``seats`` are given too, at the announcement. ``resume`` goes on with a session, ``replay``
    looks at one, from a ``step`` on and ``nameless`` if wanted. Raises :class:`SessionError` when
    ``resume`` cannot be continued or ``replay`` cannot be read, :class:`ValueError` when the seats
    do not fit the case, and :class:`GivingUpError` when the program fails and cannot go on.
    """
    kept = PreferencesFile.of_user()
    app = App(spec=TABLE, lang=lang, fullscreen=fullscreen, display=display, kept=kept)
    flow = Flow(app, folder or sessions_folder(), seed)
    if resume is not None:
        flow.resume(resume)
    elif replay is not None:
        flow.start()
        flow.replay(replay, step=step, nameless=nameless)
    elif case is not None and seats:
        flow.announce(case, tuple(seats))
    elif case is not None:
        flow.seats(case)
    else:
        flow.start()
    if said := kept.complaint(app.t):
        app.toast(said, seconds=12)
    app.on_error = flow.recover
    try:
        app.run()
    finally:
        flow.close()


class Flow:
    """Which screen comes after which. Screens know nothing of it but the deeds they were given."""

    def __init__(self, app: App, folder: Path, seed: int | None = None) -> None:
        self.app = app
        self.folder = folder
        self.seed = seed
        self.table: TableServices | None = None
        self._recovery: Recovery | None = None

    @property
    def game(self) -> Game | None:
        """The game that is played, if one is."""
        return None if self.table is None else self.table.game

    # ------------------------------------------------------------------ before the table
    def start(self) -> None:
        """The start screen, with the games that were left."""
        self.close()
        self.app.global_shortcuts = {pygame.K_F1: self.rules, pygame.K_F9: self.settings}
        self.app.desktop.keep_awake(False)
        self.app.desktop.title = ""
        saved = self._saved()
        flow = StartFlow(self._deeds(returning=bool(saved)), self._foot(), saved, self.open_file)
        self.app.reset(Start(flow))

    def _deeds(self, *, returning: bool) -> list[Deed]:
        """The ways into a game; who has never played begins with the first game."""
        about_first = mark("About 20 minutes, with hints as you play")
        first = Deed("first", mark("Play the first game"), "play", self.first, about_first)
        about_cases = mark("Municipal cases, and your own")
        cases = Deed("play", mark("Choose a case"), "layers", self.choose, about_cases)
        about_own = mark("Your own change, your own figures")
        own = Deed("own", mark("Own project"), "pencil", self.own_project, about_own)
        return [cases, first, own] if returning else [first, cases, own]

    def _foot(self) -> list[Deed]:
        """What else the start screen leads to."""
        return [
            Deed("replay", mark("Replay"), "history", self.replays),
            Deed("rules", mark("Rules"), "book-open", self.rules),
            Deed("settings", mark("Settings"), "sliders-horizontal", self.settings),
            Deed("quit", mark("Quit"), "log-out", self.app.quit),
        ]

    def _saved(self) -> list[Saved]:
        """The latest games that were left."""
        if not any(self.folder.glob("*.jsonl")):
            return []  # without a game the rules are not waited for
        from game.session import unfinished

        return [self._left(found) for found in islice(unfinished(self.folder), MOST)]

    def _left(self, found: Glance) -> Saved:
        from game.content import title_of

        header = found.header
        title = title_of(header.scenario, header.scenario_file)
        players = tuple(seat.name for seat in header.seats)
        go_on = partial(self.go_on, found.path)
        return Saved(title, found.round, found.saved, players, go_on)

    def go_on(self, path: Path) -> None:
        """Go on with a saved game; if it cannot be, say why, and offer what can be done."""
        from game.session import CannotContinueError, SessionError

        try:
            self.resume(path)
        except CannotContinueError as error:
            self._offer_a_branch(path, error)
        except SessionError as error:
            self.app.toast(error.say(self.app.t), seconds=12)

    def _offer_a_branch(self, path: Path, error: CannotContinueError) -> None:
        """Something in the file is wrong: what stands before it can go on in a new file."""
        from game.gui.dialogs.modal import Question

        t = self.app.t
        title = t("This game cannot go on as it is")
        text = t(
            "Everything before the place that is wrong is whole. A new file goes on from there; "
            "the old one stays as it is."
        )
        if error.because.newer:
            title = t("This game was saved by a newer version")
            text = t(
                "Install that version to go on with all of it. Here a new file can go on from what "
                "this version knows; the old one stays as it is."
            )
        self.app.push(
            Question(
                title,
                text,
                t("Go on from before it"),
                lambda: self._branch(path, error.whole),
            )
        )

    def _branch(self, path: Path, entry: int) -> None:
        from game.content import parse
        from game.session import Session, SessionError

        try:
            session = Session.branch(path, entry, parse, self.folder)
        except SessionError as error:
            self.app.toast(error.say(self.app.t), seconds=12)
            return
        self._go_on_with(session)

    def rules(self) -> None:
        """The rules over whatever is shown."""
        from game.table.parts.help_screen import HelpScreen

        self.app.push(HelpScreen())

    def settings(self, speak: Callable[[Lang], object] | None = None) -> None:
        """Language, text size and the like; ``speak`` is told of another language."""
        from game.table.setup.settings import SettingsScreen

        self.app.push(SettingsScreen(speak))

    def first(self) -> None:
        """The case to begin with."""
        from game.content import summaries

        (summary,) = [case for case in summaries(SCENARIOS) if case.level == "first"]
        self.open_case(summary.path)

    def choose(self) -> None:
        """The cases that are shipped, and this user's own."""
        from game.content import summaries
        from game.table.setup.choose_case import ChooseCase, ChooseFlow

        lang, own = self.app.lang, cases_folder()
        cases = [*summaries(SCENARIOS, lang=lang), *summaries(own, lang=lang)]
        flow = ChooseFlow(lambda case: self.open_case(case.path), self.start, self.open_file)
        self.app.reset(ChooseCase(cases, flow, own))

    def own_project(self) -> None:
        """The group's own change: a new project, or one that was filled in before."""
        from game.table.setup.own_project_flow import OwnProjectWay

        OwnProjectWay(self.app, self.story, self.start).begin()

    def open_file(self, file: str) -> None:
        """A file of this user: a saved game goes on, anything else is read as a case."""
        path = Path(file.strip().strip("\"'")).expanduser()
        if path.suffix == ".jsonl":
            self.go_on(path)
        else:
            self.open_case(path)

    def open_case(self, path: Path) -> None:
        """The story of a case, or what is wrong with its file."""
        from game.content import ScenarioError, load
        from game.content.own_project import TEMPLATE
        from game.table.setup.problems import Problems

        if path == TEMPLATE:  # nobody plays the example's figures: they are filled in first
            self.own_project()
            return
        try:
            self.story(load(path, lang=self.app.lang))
        except ScenarioError as error:
            self.app.push(Problems(path.name, error.problems))

    def story(self, case: Case, back: Callable[[], object] | None = None) -> None:
        """What the case is about, to be read together; ``back`` leads to where it was chosen."""
        from game.table.setup.story import Story, StoryFlow

        self.app.reset(Story(case, StoryFlow(lambda: self.seats(case), back or self.choose)))

    def seats(self, case: Case, seats: Sequence[Seat] = ()) -> None:
        """Who sits where."""
        from game.table.setup.seats import Seats, SeatsFlow

        flow = SeatsFlow(lambda taken: self.announce(case, taken), lambda: self.story(case))
        self.app.reset(Seats(case, flow, seats))

    def announce(self, case: Case, seats: tuple[Seat, ...]) -> None:
        """The announced saving and the economy overview."""
        from game.table.setup.announcement import Announcement, AnnouncementFlow

        flow = AnnouncementFlow(
            lambda guided: self.begin(case, seats, guided=guided), lambda: self.seats(case, seats)
        )
        guided = case.level == "first" and self.app.preferences.guide
        self.app.reset(Announcement(case, flow, guided=guided))

    # ------------------------------------------------------------------ at the table
    def begin(self, case: Case, seats: tuple[Seat, ...], *, guided: bool = False) -> None:
        """A new game, saved from its first moment on."""
        from game.session import Session, SessionError

        seed = secrets.randbits(63) if self.seed is None else self.seed
        try:
            session = Session.create(case, seats, seed, self.folder, lang=self.app.lang)
        except SessionError as error:
            self.app.toast(error.say(self.app.t), seconds=12)
            return
        self._sit_down(case, session)
        if guided and self.table is not None and self.table.hints is not None:
            self.table.hints.switch(True)
        if session.warning is not None:
            self.app.toast(session.warning.say(self.app.t), seconds=12)

    def resume(self, path: Path) -> None:
        """Go on with a saved game where it stopped."""
        from game.content import parse
        from game.session import Session

        session = Session.resume(path, parse)
        self.close()
        self._sit_down(session.case, session)

    def _sit_down(self, case: Case, session: Session[Case]) -> None:
        from game.table.guide.showing import Shown
        from game.table.play.dialogs.save_error import ask_when_not_saved
        from game.table.play.drafts import load_draft
        from game.table.play.game import Game
        from game.table.play.services import TableExits, serve
        from game.table.play.table import TableScreen

        game = Game(self.app, case, session)
        hints = self.app.decorate = Shown(game)
        exits = TableExits(self.result, partial(self.settings, game.speak), self.start)
        draft = load_draft(session.path)
        self.table = serve(game, exits, draft=draft, hints=hints)
        self.app.desktop.keep_awake(True)
        self.app.desktop.title = case.title.read(self.app.lang)
        table = TableScreen(self.table)
        game.listeners.append(table.show_aftermath)
        ask_when_not_saved(game)
        self.app.reset(table)
        table.welcome()

    def result(self) -> None:
        """The end, and what to talk about."""
        from game.table.play.result import ResultScreen

        if self.game is not None:
            self.app.sound.play("verdict")
            pop, quit_ = self.app.pop, self.app.quit
            self.app.push(ResultScreen(self.game, self.start, pop, quit_, self.debrief))

    def debrief(self) -> None:
        """Talk about the game at the table; what is said is written into its session."""
        from game.table.after.debrief.screen import DebriefScreen
        from game.table.parts.discussion.talk import DebriefFlow

        if self.game is not None:
            session = self.game.session
            go_to, branch = (partial(go, session.path) for go in (self.replay, self._branch))
            flow = DebriefFlow(self.app.pop, go_to, branch)
            self.app.push(DebriefScreen(session.case, session, flow))

    # ------------------------------------------------------------------ looking back
    def replays(self) -> None:
        """The saved games, to look at one again."""
        self._replays.choose()

    def replay(
        self,
        path: Path,
        at: int | None = None,
        *,
        step: int | None = None,
        nameless: bool = False,
    ) -> None:
        """Look at a saved game over whatever is shown, from entry ``at`` or from a ``step`` on.

        Raises :class:`SessionError` when it cannot be read.
        """
        self._replays.open(path, at, step=step, nameless=nameless)

    @property
    def _replays(self) -> Replays:
        from game.table.after.replay.flow import Replays

        playing = None if self.game is None else self.game.session
        return Replays(self.app, self.folder, self._go_on_with, playing)

    def _go_on_with(self, session: Session[Case]) -> None:
        """A new game from a moment of a recorded one."""
        self.close()
        self._sit_down(session.case, session)

    # ------------------------------------------------------------------ whatever happens
    def recover(self, error: Exception) -> None:
        """Something failed: say so calmly, and go on from what is saved."""
        if self._recovery is None:
            from game.table.recovery import Recovery

            self._recovery = Recovery(self.app, self.again, self._file)
        self._recovery(error)

    def again(self) -> None:
        """The game as it was saved last, or the start screen."""
        file = self._file()
        self.start()
        if file is not None:
            self.go_on(file)

    def _file(self) -> Path | None:
        """Where the game that is open is saved."""
        return None if self.game is None else self.game.session.path

    def close(self) -> None:
        """Let go of the session; everything in it is on disk."""
        self.app.decorate = None
        if self.table is not None:
            from game.table.play.drafts import save_draft

            session = self.table.game.session
            self.table.timers.rest()
            save_draft(self.table.drafts.draft, session.path)
            session.close()
            self.table = None
