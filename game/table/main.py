"""From the start screen to the result: which screen comes when, and which files are touched.

The rules, the cases and the screens are imported where they are first needed, so that the start
screen stands in a moment.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.i18n import Lang, Words
from game.resources import SCENARIOS, sessions_folder
from game.table.app import App
from game.table.preferences import PreferencesFile
from game.table.screens.start import Start, StartFlow

if TYPE_CHECKING:
    from game.content import Case, Summary
    from game.engine import Seat
    from game.session import CannotContinueError, Glance, Session
    from game.table.play.game import Game


def run_table(
    lang: Lang,
    folder: Path | None = None,
    *,
    fullscreen: bool = False,
    case: Case | None = None,
    seats: Sequence[Seat] = (),
    seed: int | None = None,
    resume: Path | None = None,
) -> None:
    """Open the window and stay until it is closed.

    Without ``case`` or ``resume`` it begins at the start screen; with a case at its seats, or, when
    ``seats`` are given too, at the announcement. Raises :class:`SessionError` when ``resume``
    cannot be continued, and :class:`ValueError` when the seats do not fit the case.
    """
    kept = PreferencesFile.of_user()
    app = App(lang=lang, fullscreen=fullscreen, kept=kept)
    flow = Flow(app, folder or sessions_folder(), seed)
    if resume is not None:
        flow.resume(resume)
    elif case is not None and seats:
        flow.announce(case, tuple(seats))
    elif case is not None:
        flow.seats(case)
    else:
        flow.start()
    if said := kept.complaint(app.t):
        app.toast(said, seconds=12)
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
        self.game: Game | None = None

    # ------------------------------------------------------------------ before the table
    def start(self) -> None:
        """The start screen, with the game that was left, if there is one."""
        self.close()
        self.app.everywhere = {pygame.K_F1: self.rules}
        found = self._left()
        self.app.reset(
            Start(
                StartFlow(
                    play=self.choose,
                    rules=self.rules,
                    quit=self.app.quit,
                    resume=None if found is None else self._resumer(found),
                    saved="" if found is None else _name(found, self.app.t),
                )
            )
        )

    def _left(self) -> Glance | None:
        """The game that was left, if there is one."""
        if not any(self.folder.glob("*.jsonl")):
            return None
        from game.session import latest_unfinished

        return latest_unfinished(self.folder)

    def _resumer(self, found: Glance) -> Callable[[], object]:
        from game.session import CannotContinueError, SessionError

        def resume() -> None:
            try:
                self.resume(found.path)
            except CannotContinueError as error:
                self._offer_a_branch(found.path, error)
            except SessionError as error:
                self.app.toast(error.say(self.app.t), seconds=12)

        return resume

    def _offer_a_branch(self, path: Path, error: CannotContinueError) -> None:
        """Something in the file is wrong: what stands before it can go on in a new file."""
        from game.table.widgets.modal import Question

        t = self.app.t
        text = t(
            "Everything before the place that is wrong is whole. A new file goes on from there; "
            "the old one stays as it is."
        )
        self.app.push(
            Question(
                t("This game cannot go on as it is"),
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
        self._sit_down(session.case, session)

    def rules(self) -> None:
        """The rules over whatever is shown."""
        from game.table.play.dialogs.help import HelpScreen

        self.app.push(HelpScreen())

    def choose(self) -> None:
        """The cases that are shipped."""
        from game.content import summaries
        from game.table.screens.choose_case import ChooseCase, ChooseFlow

        self.app.reset(ChooseCase(summaries(SCENARIOS), ChooseFlow(self._opened, self.start)))

    def _opened(self, summary: Summary) -> None:
        from game.content import ScenarioError, load
        from game.table.screens.problems import Problems

        try:
            self.story(load(summary.path, lang=self.app.lang))
        except ScenarioError as error:
            self.app.push(Problems(summary.path.name, error.problems))

    def story(self, case: Case) -> None:
        """What the case is about, to be read together."""
        from game.table.screens.story import Story, StoryFlow

        self.app.reset(Story(case, StoryFlow(lambda: self.seats(case), self.choose)))

    def seats(self, case: Case, seats: Sequence[Seat] = ()) -> None:
        """Who sits where."""
        from game.table.screens.seats import Seats, SeatsFlow

        flow = SeatsFlow(lambda taken: self.announce(case, taken), lambda: self.story(case))
        self.app.reset(Seats(case, flow, seats))

    def announce(self, case: Case, seats: tuple[Seat, ...]) -> None:
        """The announced saving and the economy overview."""
        from game.table.screens.announcement import Announcement, AnnouncementFlow

        flow = AnnouncementFlow(lambda: self.begin(case, seats), lambda: self.seats(case, seats))
        self.app.reset(Announcement(case, flow))

    # ------------------------------------------------------------------ at the table
    def begin(self, case: Case, seats: tuple[Seat, ...]) -> None:
        """A new game, saved from its first moment on."""
        from game.session import Session, SessionError

        seed = secrets.randbits(63) if self.seed is None else self.seed
        try:
            session = Session.create(case, seats, seed, self.folder, lang=self.app.lang)
        except SessionError as error:
            self.app.toast(error.say(self.app.t), seconds=12)
            return
        self._sit_down(case, session)
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
        from game.table.play.dialogs.save_error import watch
        from game.table.play.game import Game
        from game.table.play.moments.aftermath import show_aftermath
        from game.table.play.table import TableScreen

        game = self.game = Game(self.app, case, session)
        table = TableScreen(game)
        game.aftermath = lambda before, moments: show_aftermath(
            game, before, moments, table.settled
        )
        watch(game)
        game.show_result = self.result
        game.leave = self.start
        self.app.reset(table)
        table.welcome()

    def result(self) -> None:
        """The end, and what to talk about."""
        from game.table.play.result import ResultScreen

        if self.game is not None:
            self.app.push(ResultScreen(self.game, self.start, self.app.pop, self.app.quit))

    def close(self) -> None:
        """Let go of the session; everything in it is on disk."""
        if self.game is not None:
            self.game.session.close()
            self.game = None


def _name(found: Glance, t: Words) -> str:
    """A saved game as the start screen names it: its case, and how far it has come."""
    from game.content import title_of

    title = title_of(found.header.scenario, found.header.scenario_file).read(t.lang)
    return t("{title}, round {n}", title=title, n=max(1, found.round))
