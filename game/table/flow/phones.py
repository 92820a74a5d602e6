"""Phones at the table: loaded when somebody asks for them, from laying the table to the debrief."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.gui.app import App
from game.gui.screen import Screen
from game.resources import rooms_folder

if TYPE_CHECKING:
    from game.content import Case
    from game.engine import Action, State
    from game.i18n import Lang, Words
    from game.phones.keeping import Keeper
    from game.phones.room import Member
    from game.phones.service import Phones
    from game.session import Log
    from game.table.play.game import Game


def is_kept(folder: Path, session: str) -> bool:
    """Whether phones were at a game before; asked without loading anything of theirs."""
    return (folder / f"{session}.json").is_file()


class LaidTable:
    """A table that is being laid: there is a case, and no game yet."""

    def __init__(self, app: App, case: Case) -> None:
        self.app = app
        self.case = case

    @property
    def state(self) -> State | None:
        """There is no game yet."""
        return None

    @property
    def lang(self) -> Lang:
        """The language of the table."""
        return self.app.lang

    @property
    def log(self) -> Log:
        """There is no session yet, and nobody asks for it."""
        raise LookupError("the table is still being laid")

    @property
    def seconds_left(self) -> int | None:
        """Nobody writes yet."""
        return None

    def write(self, text: str) -> int | None:
        """Nobody writes yet."""
        return None

    def withdraw(self, sheet: int) -> None:
        """Nobody writes yet."""

    def cast(self, member: Member, dots: Sequence[int]) -> None:
        """Nobody votes yet."""

    def last_line(self, t: Words) -> str:
        """Nothing was done yet."""
        return ""

    def do(self, action: Action, member: Member, t: Words) -> str:
        """Nothing can be decided yet."""
        return t("The game has not begun.")

    def asked(self) -> None:
        """Seats are given without being asked for."""


class PhoneTable:
    """A game as the phones know it; what they decide is decided like everything else."""

    def __init__(self, game: Game) -> None:
        self.game = game

    @property
    def state(self) -> State | None:
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

    @property
    def log(self) -> Log:
        """The entries of the session."""
        return self.game.session.log

    @property
    def seconds_left(self) -> int | None:
        """How long everybody still writes silently."""
        return self.game.writing_left

    def write(self, text: str) -> int | None:
        """Lay a sheet of silent writing down."""
        if self._waits_to_save:
            return None
        before = len(self.log.records)
        saved = self.game.record(lambda: self.game.session.add_sheet(text))
        return before + 1 if saved else None

    def withdraw(self, sheet: int) -> None:
        """Take a sheet back, if it still lies face down."""
        writing = self.log.writing
        lies = writing is not None and writing.open and sheet in writing.sheets
        if lies and not self._waits_to_save:
            self.game.record(lambda: self.game.session.move_sheets([sheet], "withdrawn"))

    def cast(self, member: Member, dots: Sequence[int]) -> None:
        """Take somebody's dots in a vote, if they fit it."""
        if not self._waits_to_save:
            self.game.record(lambda: self.game.session.cast(member.number, dots))

    def last_line(self, t: Words) -> str:
        """What was last done, in one line."""
        return self.game.line_of_last(t)

    def do(self, action: Action, member: Member, t: Words) -> str:
        """Decide what somebody asked for from a phone, unless the board shows something else."""
        from game.engine.actions import GiveEstimate
        from game.session import Sender
        from game.table.play.dialogs.base import why_busy
        from game.wording.refusals import refusal_text

        if self._waits_to_save or (not isinstance(action, GiveEstimate) and why_busy(self.game)):
            return t("Something is open on the board. Close it there first.")
        before = self.game.state
        refusal = self.game.decide(action, Sender(member.number, member.name))
        return "" if refusal is None else refusal_text(refusal, before, self.case, t)

    @property
    def _waits_to_save(self) -> bool:
        """Whether the table asks what to do about something that could not be saved."""
        return any(screen.unsaved for screen in self.game.app.screens)

    def asked(self) -> None:
        """Say on the screen that somebody waits for a seat."""
        t = self.game.t
        self.game.app.toast(t("A phone asks for a seat: F6 lets it sit."))


class PhoneFlow:
    """The phones, from the seats screen on until the game leaves the table."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._game: Game | None = None
        self._case: Case | None = None
        self._phones: Phones | None = None
        self._keeper: Keeper | None = None

    # ------------------------------------------------------------------ laying the table
    def lay(self, case: Case) -> None:
        """The seats of a case are being filled in."""
        self._case = case
        if self._phones is not None:
            self._phones.sit_at(LaidTable(self.app, case))

    def arrivals(self) -> Mapping[int, str]:
        """Who has come in by phone: number and name."""
        if self._phones is None:
            return {}
        return {m.number: m.name for m in self._phones.room.members.values()}

    def give_seats(self, numbers: Mapping[int, int]) -> None:
        """Who came in by phone has these seats, phone number by seat."""
        if self._phones is None:
            return
        room = self._phones.room
        of_number = {m.number: m for m in room.members.values()}
        for seat, number in numbers.items():
            if number in of_number:
                room.seat(of_number[number], seat)

    # ------------------------------------------------------------------ at the table
    def sit_down(self, game: Game) -> None:
        """A game is on the table; a room that was open when it was left is opened again."""
        self._game = game
        game.by_phone = self._seats_by_phone
        if self._phones is not None:
            self._keep(self._phones)
            self._phones.sit_at(PhoneTable(game))
        elif is_kept(rooms_folder(), game.session.log.fingerprint):
            phones = self.load()
            if phones.room.is_open:
                self._open_again(phones, phones.room.ip)

    def _seats_by_phone(self) -> frozenset[int]:
        """The seats whose phones are connected just now."""
        if self._phones is None or self._phones.place is None:
            return frozenset()
        return frozenset(
            m.seat for m in self._phones.room.members.values() if m.here and m.seat is not None
        )

    def _open_again(self, phones: Phones, ip: str) -> None:
        from game.phones.server import CannotListenError

        t = self.app.t
        try:
            phones.open(ip)
        except CannotListenError:
            text = t("The phones' network is not there. F6 opens them on another.")
        else:
            text = t("The phones' room is open again, as it was. F6 shows it.")
        self.app.toast(text, seconds=8)

    def leave(self) -> None:
        """The game leaves the table: no phone is connected any more."""
        if self._phones is not None:
            self._phones.close()
            self.app.between_frames.remove(self._poll)
        if self._keeper is not None:
            self._keeper.write()
        self._keeper = None
        self._game = self._case = self._phones = None

    # ------------------------------------------------------------------ the phones themselves
    def screen(self) -> Screen:
        """The screen of the phones, loaded when it is first asked for."""
        from game.table.parts.phones_screen import PhonesScreen

        return PhonesScreen(self.load(), self._names)

    def _names(self) -> Sequence[str]:
        """The names of those who sit at the table; none while it is being laid."""
        return [] if self._game is None else [seat.name for seat in self._game.state.seats]

    def load(self) -> Phones:
        """The phones, loaded when they are first asked for."""
        from game.phones.keeping import kept_room
        from game.phones.room import Room
        from game.phones.service import Phones

        if self._phones is not None:
            return self._phones
        if self._game is not None:
            room = kept_room(rooms_folder(), self._game.session.log.fingerprint) or Room()
            self._phones = Phones(room, PhoneTable(self._game))
            self._keep(self._phones)
        else:
            assert self._case is not None  # the seats of a case are being filled in
            self._phones = Phones(Room(), LaidTable(self.app, self._case))
        self.app.between_frames.append(self._poll)
        return self._phones

    def _keep(self, phones: Phones) -> None:
        from game.phones.keeping import Keeper

        if self._game is not None:
            session = self._game.session.log.fingerprint
            self._keeper = Keeper(phones.room, rooms_folder(), session)

    def _poll(self) -> bool:
        """Hear the phones; what they did is seen on every screen."""
        if self._keeper is not None:
            self._keeper.poll()
        heard = self._phones is not None and self._phones.poll()
        if heard:
            for pane in self.app.panes:
                for screen in pane.screens:
                    screen.refresh()
        return heard
