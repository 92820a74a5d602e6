"""At the table: a game from its start or resumption to its result; its session's life cycle."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.frozen import frozen
from game.gui.app import App
from game.paths import name_of
from game.resources import drafts_folder, fallback_folders
from game.table.flow.facilitator_window import FacilitatorWindow
from game.table.flow.keeping import keeping_of
from game.table.flow.phones import PhoneFlow

if TYPE_CHECKING:
    from game.content import Case
    from game.engine import Seat
    from game.session import CannotContinueError, Session, SessionError
    from game.session.errors import Trouble
    from game.session.keeping import Keeping
    from game.table.play.game import Game
    from game.table.play.services import TableServices


@frozen
class PlayExits:
    """The exits of a game: the start screen, the settings, the debrief, and its replay."""

    start: Callable[[], object]
    settings: Callable[..., object]
    """Called with how to set the language, the window, and the game's ``hints``."""
    debrief: Callable[[Session[Case]], object]
    replay: Callable[[Session[Case]], object]


class PlayFlow:
    """The table and its result; ``folder`` holds the sessions, ``seed`` is for new games."""

    def __init__(
        self,
        app: App,
        folder: Path,
        exits: PlayExits,
        seed: int | None = None,
        *,
        own_window: bool = False,
    ) -> None:
        self.app = app
        self.window = FacilitatorWindow(app, wanted=own_window)
        self.phones = PhoneFlow(app)
        self.folder = folder
        self.exits = exits
        self.seed = seed
        self.table: TableServices | None = None

    @property
    def game(self) -> Game | None:
        """The current game, if there is one."""
        return None if self.table is None else self.table.game

    @property
    def _keeping(self) -> Keeping:
        return keeping_of(self.folder)

    # ------------------------------------------------------------------ starting and resuming
    def begin(self, case: Case, seats: tuple[Seat, ...], guided: bool = False) -> None:
        """Start a new game, saved from the start."""
        from game.session import Session, SessionError

        seed = secrets.randbits(63) if self.seed is None else self.seed
        try:
            session = Session.create(
                case,
                seats,
                seed,
                self.folder,
                lang=self.app.lang,
                fallbacks=fallback_folders(),
                keeping=self._keeping,
            )
        except SessionError as error:
            self.app.tell(error)
            return
        self.sit_down(session)
        if guided and self.table is not None and self.table.hints is not None:
            self.table.hints.switch(True)
        if session.warning is not None:
            self.app.tell(session.warning)

    def resume(self, path: Path) -> None:
        """Resume a saved game; one of which only the second copy has all goes on in its folder."""
        from game.content import parse
        from game.content.shelf import case_texts
        from game.session import SaveError, Session
        from game.session.cases import look_for_cases_in
        from game.table.flow.opened_games import tell_opened
        from game.table.play.drafts import hand_on_draft

        look_for_cases_in(case_texts)
        keeping = self._keeping
        session = Session.resume(path, parse, keeping=keeping)
        origin = session.log.header.origin
        if session.path != path and origin is not None:  # it could not go on in that file
            hand_on_draft(drafts_folder(), origin.header, session.log.fingerprint)
        if keeping.is_copy(path):
            with suppress(SaveError):
                session.move_to(self.folder)
        self.go_on_with(session)
        tell_opened(self.app, session.path, self.folder, session.log)

    def go_on_with(self, session: Session[Case]) -> None:
        """Play an opened session in place of the current one."""
        self.close()
        self.sit_down(session)

    def sit_down(self, session: Session[Case]) -> None:
        """Open the table for a session."""
        from game.table.guide.overlay import HintOverlay
        from game.table.guide.taught import PHONES
        from game.table.play.dialogs.save_error import ask_when_not_saved
        from game.table.play.drafts import load_draft
        from game.table.play.game import Game
        from game.table.play.services import TableExits, create_services
        from game.table.play.table import TableScreen

        game = Game(self.app, session.case, session)
        hints = self.app.decorate = HintOverlay(game)
        settings = partial(self.exits.settings, game.set_language, hints=hints)
        exits = TableExits(self.result, settings, self.exits.start)
        draft = load_draft(drafts_folder(), session.log.fingerprint)
        self.phones.seen = partial(hints.guide.learned, PHONES)
        self.phones.sit_down(game)
        self.table = create_services(
            game, exits, self.window, self.phones.screen, draft=draft, hints=hints
        )
        self.app.desktop.keep_awake(True)
        self.app.desktop.title = session.case.title.read(self.app.lang)
        table = TableScreen(self.table)
        game.listeners.append(table.show_aftermath)
        ask_when_not_saved(game)
        self.app.reset(table)
        table.welcome()
        self.window.sit_down(self.table)

    # ------------------------------------------------------------------ saved games
    def go_on(self, path: Path) -> None:
        """Resume a saved game; if that fails, by its second copy, or say why and offer a way on.

        A file that was cut off could go on by itself, though without what its copy may still have.
        """
        from game.session import SessionError
        from game.session.joining import is_cut

        if is_cut(path) and self._go_on_with_copy(path):
            return
        try:
            self.resume(path)
        except SessionError as error:
            self._offer_a_way_on(path, error)

    def _offer_a_way_on(self, path: Path, error: SessionError) -> None:
        """Offer what can be done for a game that cannot go on as it is, or show why it cannot."""
        from game.session import CannotContinueError
        from game.session.repair_told import damage_of

        cannot_go_on = isinstance(error, CannotContinueError)
        damage = damage_of(path, error)
        if (cannot_go_on or damage) and self._go_on_with_copy(path):
            return
        if damage is not None:
            self._offer_repair(path, damage, error)
        elif isinstance(error, CannotContinueError):
            self._offer_a_branch(path, error)
        elif error.trouble.code == "several_inside":
            self._ask_which(path)
        else:
            self.app.tell(error)

    def _offer_repair(self, path: Path, damage: Trouble, error: SessionError) -> None:
        """Offer to repair a damaged game, or to go on from before the damage where that can be."""
        from game.session import CannotContinueError
        from game.table.flow.repairing import Repairs

        repairs = Repairs(self.app, self.folder, self.go_on)
        if not isinstance(error, CannotContinueError):
            repairs.offer(path, damage)
            return
        before = partial(self.branch, path, error.last_valid_entry)
        repairs.offer(path, damage, no=self.app.t("Go on from before it"), on_no=before)

    def _ask_which(self, archive: Path) -> None:
        """Ask which game of an archive shall be opened."""
        from game.session.unpacking import sessions_inside
        from game.table.setup.choose_inside import ChooseInsideDialog

        choose = partial(self._unpack, archive)
        names = sessions_inside(archive)
        self.app.push(ChooseInsideDialog(name_of(archive), names, choose))

    def _unpack(self, archive: Path, name: str) -> None:
        """Go on with a game of an archive, unpacked beside the other games."""
        from game.session import SessionError
        from game.session.unpacking import unpack

        try:
            path = unpack(archive, name, self.folder)
        except SessionError as error:
            self.app.tell(error)
        else:
            self.go_on(path)

    def _go_on_with_copy(self, path: Path) -> bool:
        """Resume the second copy of a damaged game, if that is whole."""
        from game.session import SessionError
        from game.session.joining import whole_copy

        copy = whole_copy(path, self._keeping.looked_in(self.folder))
        try:
            if copy is not None:
                self.resume(copy)
        except SessionError:
            return False
        if copy is not None:
            t = self.app.t
            text = t("The file of this game is damaged. Its second copy is whole, and goes on.")
            self.app.toast(text)
        return copy is not None

    def _offer_a_branch(self, path: Path, error: CannotContinueError) -> None:
        """The file has an invalid entry: offer to continue from before it in a new file."""
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
                lambda: self.branch(path, error.last_valid_entry),
            )
        )

    def branch(self, path: Path, entry: int) -> None:
        """Start a new game from right after an entry of a recorded one, or show why not."""
        from game.content import parse
        from game.session import Session, SessionError

        try:
            session = Session.branch(
                path,
                entry,
                parse,
                self.folder,
                fallbacks=fallback_folders(),
                keeping=self._keeping,
            )
        except SessionError as error:
            self.app.tell(error)
            return
        self.go_on_with(session)

    # ------------------------------------------------------------------ the end
    def result(self) -> None:
        """Show the result, with questions to discuss."""
        from game.table.play.result import ResultScreen

        if self.game is not None:
            self.app.sound.play("verdict")
            debrief = partial(self.exits.debrief, self.game.session)
            again = partial(self.exits.replay, self.game.session)
            self.app.push(ResultScreen(self.game, self.exits.start, self.app.pop, debrief, again))

    def close(self) -> None:
        """Close the session; everything in it has been saved."""
        self.app.decorate = None
        with ExitStack() as parts:  # one that fails keeps no other open
            if self.table is not None:
                parts.callback(self._leave_table, self.table)
                self.table = None
            parts.callback(self.phones.leave)

    def _leave_table(self, table: TableServices) -> None:
        from game.table.play.drafts import save_draft

        session = table.game.session
        with ExitStack() as parts:
            parts.callback(session.close)
            draft, known = table.drafts.draft, session.log.fingerprint
            parts.callback(save_draft, draft, drafts_folder(), known)
            parts.callback(table.timers.pause_all)
            parts.callback(self.window.leave)
