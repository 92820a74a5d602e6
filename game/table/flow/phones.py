"""Phones at the table: loaded when somebody asks for them, from laying the table to the debrief."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from game.gui.app import App
from game.gui.screen import Screen
from game.i18n import mark
from game.resources import log_folder, rooms_folder
from game.table.flow.phone_tables import LaidTable, PhoneTable

if TYPE_CHECKING:
    from game.content import Case
    from game.phones.keeping import Keeper
    from game.phones.service import Phones
    from game.table.after.debrief.screen import DebriefScreen
    from game.table.play.game import Game

_FAULTS: Final = {
    "gone": mark("This laptop has left the network of the phones. F6 opens the room on another."),
    "ended": mark("The phones' room has closed by itself. F6 opens it again."),
    "": mark("The network is back: phones can connect again."),
}
"""What is said at the table when phones can no longer connect, and when they can again."""


def missing() -> list[str]:
    """The packages for phones that are not installed."""
    from game.phones.parts import missing

    return missing()


def is_kept(folder: Path, session: str) -> bool:
    """Whether phones were at a game before; asked without loading anything of theirs."""
    return (folder / f"{session}.json").is_file()


class PhoneFlow:
    """The phones, from the seats screen on until the game leaves the table."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.seen: Callable[[], object] = lambda: None
        """Called when somebody looks at the room: this group knows of phones."""
        self._game: Game | None = None
        self._case: Case | None = None
        self._phones: Phones | None = None
        self._keeper: Keeper | None = None
        self._debrief: DebriefScreen | None = None
        self._written_down: set[str] = set()
        """Where faults came about that are in the log."""

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
        game.seats_asked_for = self._asking
        if self._phones is not None:
            self.seen()
            self._keep(self._phones)
            self._phones.sit_at(self._table(game))
        elif is_kept(rooms_folder(), game.session.log.fingerprint) and not missing():
            phones = self.load()
            if phones.room.is_open:
                self._open_again(phones, phones.room.ip)

    def _table(self, game: Game) -> PhoneTable:
        return PhoneTable(game, lambda: self._debrief)

    def look_back(self, debrief: DebriefScreen) -> None:
        """The debrief of the game begins; phones take part in it."""
        self._debrief = debrief
        debrief.discussion.phones_here = self._here

    def _here(self) -> int:
        """How many phones are connected just now."""
        if self._phones is None:
            return 0
        return sum(member.here for member in self._phones.room.members.values())

    def _asking(self) -> tuple[str, ...]:
        """Who asks for a seat and has not been given it."""
        if self._phones is None:
            return ()
        return tuple(member.name for member in self._phones.room.asking())

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
            if self._game is not None and self._game.state.over:
                return  # nobody waits for a turn: the debrief itself says what phones can do
            text = t("The phones' room is open again, as it was. F6 shows it.")
        self.app.toast(text)

    def leave(self) -> None:
        """The game leaves the table: no phone is connected any more."""
        if self._phones is not None:
            self._phones.close()
            self.app.between_frames.remove(self._poll)
        if self._keeper is not None:
            self._keeper.write()
        self._keeper = None
        self._game = self._case = self._phones = self._debrief = None

    # ------------------------------------------------------------------ the phones themselves
    def screen(self) -> Screen:
        """The screen of the phones, loaded when it is first asked for; or what they lack."""
        self.seen()
        if lacking := missing():
            from game.table.parts.no_phones_screen import NoPhonesScreen

            return NoPhonesScreen(lacking)
        from game.table.parts.phones_screen import PhonesScreen

        return PhonesScreen(self.load(), self._names)

    def _names(self) -> Sequence[str]:
        """The names of those who sit at the table; none while it is being laid."""
        game = self._game
        return [] if game is None else [game.seat_name(n) for n in range(len(game.state.seats))]

    def load(self) -> Phones:
        """The phones, loaded when they are first asked for."""
        from game.phones.keeping import room_of
        from game.phones.room import Room
        from game.phones.service import Phones

        self.seen()
        if self._phones is not None:
            return self._phones
        if self._game is not None:
            room = room_of(rooms_folder(), self._game.session.log)
            phones = Phones(room, self._table(self._game), self._write_down)
            self._keep(phones)
        else:
            assert self._case is not None  # the seats of a case are being filled in
            phones = Phones(Room(), LaidTable(self.app, self._case), self._write_down)
        self.app.between_frames.append(self._poll)
        self._phones = phones  # the last: until here nothing of it is there
        return phones

    def _keep(self, phones: Phones) -> None:
        from game.phones.keeping import Keeper

        if self._game is not None:
            session = self._game.session.log.fingerprint
            self._keeper = Keeper(phones.room, rooms_folder(), session)

    def _write_down(self, fault: Exception) -> None:
        """Log a fault that cost phones their connection, once: they come back and back."""
        from game.table.flow.recovery import describe, in_short, write_down

        if (short := in_short(fault)) not in self._written_down:
            self._written_down.add(short)
            playing = self._game is not None
            write_down(describe(fault, self.app, playing=playing), log_folder())

    def _poll(self) -> bool:
        """Hear the phones; what they did, or that none can connect, is seen on every screen."""
        if self._keeper is not None:
            self._keeper.poll()
        if self._phones is None:
            return False
        before = self._phones.fault
        heard = self._phones.poll()
        if self._phones.fault != before:
            self.app.toast(self.app.t(_FAULTS[self._phones.fault]))
            heard = True
        if heard:
            for pane in self.app.panes:
                for screen in pane.screens:
                    screen.refresh()
        return heard
