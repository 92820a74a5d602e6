"""The window, and the parts of the flow: before the table, at the table, and looking back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.gui.app import App
from game.gui.screen import ScreenHost
from game.i18n import Lang
from game.resources import sessions_folder
from game.table.flow.application import TABLE
from game.table.flow.before_play import SetupExits, SetupFlow
from game.table.flow.openings import AtCase, AtEditor, AtFile, AtGame, AtReplay, Opening
from game.table.flow.playing import PlayExits, PlayFlow
from game.table.flow.recovery import Recovery
from game.table.parts.preferences import preferences_file
from game.table.parts.shortcuts import HELP, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.content import Case
    from game.session import Session
    from game.table.after.debrief.screen import DebriefPlace
    from game.table.flow.looking_back import Replays
    from game.table.parts.help_screen import HintSwitch
    from game.table.play.game import Game


def run_table(
    lang: Lang,
    folder: Path | None,
    opening: Opening,
    *,
    seed: int | None = None,
    fullscreen: bool = False,
    display: int | None = None,
    own_window: bool = False,
) -> None:
    """Open the window and run until it is closed.

    New games have the ``seed``. With ``own_window`` the facilitator has a second window beside the
    table. Raises what the ``opening`` raises, :class:`ValueError` when its seats do not fit the
    case, and :class:`GivingUpError` when the program fails and cannot recover.
    """
    preferences = preferences_file()
    app = App(
        spec=TABLE, lang=lang, fullscreen=fullscreen, display=display, preferences_file=preferences
    )
    flow = Flow(app, folder or sessions_folder(), seed, own_window=own_window)
    flow.open(opening)
    if text := preferences.complaint(app.t):
        app.toast(text)
    app.on_error = flow.recover
    try:
        app.run()
    finally:
        flow.close()


class Flow:
    """The whole flow: creates its parts and connects their exits."""

    def __init__(
        self, app: App, folder: Path, seed: int | None = None, *, own_window: bool = False
    ) -> None:
        self.app = app
        self.folder = folder
        self.recover = Recovery(app, self.again, lambda: self.game is not None)
        self._debriefs_left: dict[Path, DebriefPlace] = {}
        exits = PlayExits(self.start, self.settings, self.debrief, self._see_again)
        self.playing = PlayFlow(app, folder, exits, seed, own_window=own_window)
        self.before = SetupFlow(
            app,
            folder,
            SetupExits(
                begin=self.playing.begin,
                go_on=self.playing.go_on,
                start=self.start,
                replays=self.replays,
                rules=self.rules,
                settings=self.settings,
                phones=self.playing.phones,
            ),
        )
        self._bind_keys()

    @property
    def game(self) -> Game | None:
        """The current game, if there is one."""
        return self.playing.game

    def open(self, opening: Opening) -> None:
        """Show what the window begins with; the start screen lies below what is opened over it."""
        match opening:
            case AtGame(session):
                self.playing.resume(session)
                return
            case AtCase(case, ()):
                self.before.seats(case)
                return
            case AtCase(case, seats):
                self.before.announce(case, seats)
                return
        self.start()
        match opening:
            case AtFile(file):
                self.before.open_path(file)
            case AtEditor(file):
                self.before.write()
                if file is not None:
                    self.before.edit(file)
            case AtReplay(session, step, nameless):
                self.replay(session, step=step, nameless=nameless)

    def start(self) -> None:
        """Show the start screen, closing the current game."""
        self.close()
        self._bind_keys()
        self.before.start()

    def _bind_keys(self) -> None:
        """Help and settings without a game; a table has its own."""
        self.app.global_shortcuts = {HELP.key: self.rules, SETTINGS.key: self.settings}

    def close(self) -> None:
        """Close the session; everything in it has been saved."""
        self.playing.close()

    # ------------------------------------------------------------------ over the current screen
    def rules(self) -> None:
        """Open the rules over the current screen."""
        from game.table.parts.help_screen import HelpScreen

        self.app.push(HelpScreen())

    def settings(
        self,
        set_language: Callable[[Lang], object] | None = None,
        host: ScreenHost | None = None,
        hints: HintSwitch | None = None,
    ) -> None:
        """Open the settings, in the window ``host``; a language chosen goes to ``set_language``,
        and the choice of hints to those of the game."""
        from game.table.setup.settings import SettingsScreen

        (host or self.app).push(SettingsScreen(set_language, hints))

    # ------------------------------------------------------------------ looking back
    def replays(self) -> None:
        """Show the saved games to replay."""
        self._replays.choose()

    def replay(
        self,
        path: Path,
        at: int | None = None,
        *,
        step: int | None = None,
        nameless: bool = False,
    ) -> None:
        """Open a replay over the current screen, from entry ``at`` or from a ``step`` on.

        Raises :class:`SessionError` when it cannot be read.
        """
        self._replays.open(path, at, step=step, nameless=nameless)

    @property
    def _replays(self) -> Replays:
        from game.table.flow.looking_back import Replays

        playing = None if self.game is None else self.game.session
        return Replays(
            self.app,
            self.folder,
            self.playing.go_on_with,
            self.before.open_path,
            playing,
            self._debriefs_left,
            self._show_result,
        )

    def _show_result(self, path: Path) -> None:
        """Open a finished game at the table, and its result over it."""
        self.playing.go_on(path)
        if self.game is not None and self.game.state.over:
            self.playing.result()

    def debrief(self, session: Session[Case]) -> None:
        """Open the debrief of the game at the table; notes are saved in its session."""
        from game.table.flow.looking_back import debrief_of

        def go_to(entry: int) -> None:
            """Show a moment at the table, by the same names as in the debrief."""
            nameless = not screen.discussion.named
            self._replays.open(session.path, entry, nameless=nameless, from_talk=True)

        branch = partial(self.playing.branch, session.path)
        left = self._debriefs_left
        screen = debrief_of(self.app, session.case, session, go_to=go_to, branch=branch, left=left)
        self.playing.phones.look_back(screen)
        self.app.push(screen)

    def _see_again(self, session: Session[Case]) -> None:
        """Open the replay of the game at the table."""
        self._replays.try_to_open(session.path)

    # ------------------------------------------------------------------ after an error
    def again(self) -> None:
        """Open the game as it was last saved, or the start screen."""
        file = None if self.game is None else self.game.session.path
        self.playing.window.hold_back()
        self.start()
        if file is not None:
            self.playing.go_on(file)
