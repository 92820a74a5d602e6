"""Phones at the table: loaded and opened when somebody asks for them, closed with the game."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.gui.app import App
from game.resources import rooms_folder

if TYPE_CHECKING:
    from game.content import Case
    from game.engine import Action, State
    from game.i18n import Lang, Words
    from game.phones.room import Member
    from game.phones.service import Phones
    from game.table.play.game import Game


class PhoneTable:
    """A game as the phones know it; what they decide is decided like everything else."""

    def __init__(self, game: Game) -> None:
        self.game = game

    @property
    def state(self) -> State:
        """The current state of the game."""
        return self.game.state

    @property
    def case(self) -> Case:
        """The case that is played."""
        return self.game.case

    @property
    def lang(self) -> Lang:
        """The language of the table."""
        return self.game.t.lang

    def last_line(self, t: Words) -> str:
        """What was last done, in one line."""
        return self.game.line_of_last(t)

    def do(self, action: Action, member: Member, t: Words) -> str:
        """Decide what somebody asked for from a phone, unless the board shows something else."""
        from game.engine.actions import GiveEstimate
        from game.session import Sender
        from game.table.play.dialogs.base import why_busy
        from game.wording.refusals import refusal_text

        if not isinstance(action, GiveEstimate) and why_busy(self.game):
            return t("Something is open on the board. Close it there first.")
        before = self.state
        refusal = self.game.decide(action, Sender(member.number, member.name))
        return "" if refusal is None else refusal_text(refusal, before, self.case, t)

    def asked(self) -> None:
        """Say on the screen that somebody waits for a seat."""
        t = self.game.t
        self.game.app.toast(t("A phone asks for a seat: F6 lets it sit."))


class PhoneFlow:
    """The phones of the game that is on the table."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._game: Game | None = None
        self._phones: Phones | None = None

    def sit_down(self, game: Game) -> None:
        """A game is on the table."""
        self._game = game

    def phones(self) -> Phones:
        """The phones of this game, loaded when they are first asked for."""
        from game.phones.keeping import kept_room
        from game.phones.service import Phones

        assert self._game is not None
        if self._phones is None:
            room = kept_room(rooms_folder(), self._game.session.log.fingerprint)
            self._phones = Phones(room, PhoneTable(self._game))
            self.app.between_frames.append(self._poll)
        return self._phones

    def leave(self) -> None:
        """The game leaves the table: no phone is connected any more."""
        if self._phones is not None:
            self._phones.close()
            self.app.between_frames.remove(self._poll)
        self._game = self._phones = None

    def _poll(self) -> bool:
        """Hear the phones; what they did is seen on every screen."""
        heard = self._phones is not None and self._phones.poll()
        if heard:
            for pane in self.app.panes:
                for screen in pane.screens:
                    screen.refresh()
        return heard
