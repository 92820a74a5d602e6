"""Phones at the table: loaded when somebody asks for them, from laying the table to the debrief."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar, cast

from game.gui.app import App
from game.gui.screen import Screen
from game.i18n import mark
from game.resources import log_folder, rooms_folder

if TYPE_CHECKING:
    from game.content import Case
    from game.engine import Action, Refusal, State
    from game.i18n import Lang, Words
    from game.phones.keeping import Keeper
    from game.phones.room import Member
    from game.phones.service import Phones
    from game.phones.tables import Done, RegisterQuestion
    from game.session import Log
    from game.session.annotations import Mood
    from game.table.after.debrief.screen import DebriefScreen
    from game.table.play.game import Game

R = TypeVar("R")
_FAULTS: Final = {
    "gone": mark("This laptop has left the network of the phones. F6 opens the room on another."),
    "ended": mark("The phones' room has closed by itself. F6 opens it again."),
    "": mark("The network is back: phones can connect again."),
}
"""What is said at the table when phones can no longer connect, and when they can again."""
_BUSY: Final = mark("Something is open on the board. Close it there first.")
_UNSAVED: Final = mark("Saving did not work. It waits at the table, and is not lost.")


def missing() -> list[str]:
    """The packages for phones that are not installed."""
    from game.phones.parts import missing

    return missing()


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

    @property
    def talk(self) -> str:
        """There is nothing to talk about yet."""
        return ""

    def questions(self, seat: int, t: Words) -> Sequence[RegisterQuestion]:
        """Nobody owns anything yet."""
        return ()

    def feel(self, mood: int | None, word: str, t: Words, then: Done) -> str:
        """Nobody is asked yet."""
        return t("The game has not begun.")

    def fill(self, member: Member, question: str, answers: Mapping[str, str], t: Words) -> str:
        """There is no register yet."""
        return t("The game has not begun.")

    def write(self, text: str, t: Words, then: Callable[[int], object]) -> str:
        """Nobody writes yet."""
        return t("The game has not begun.")

    def withdraw(self, sheet: int, t: Words, then: Done) -> str:
        """Nobody writes yet."""
        return t("The game has not begun.")

    def cast(self, member: Member, dots: Sequence[int], t: Words) -> str:
        """Nobody votes yet."""
        return t("The game has not begun.")

    def last_line(self, t: Words) -> str:
        """Nothing was done yet."""
        return ""

    def do(self, action: Action, member: Member, t: Words, then: Done) -> str:
        """Nothing can be decided yet."""
        return t("The game has not begun.")

    def asked(self) -> None:
        """Seats are given without being asked for."""


class PhoneTable:
    """A game as the phones know it; what they decide is decided like everything else."""

    def __init__(
        self, game: Game, debrief: Callable[[], DebriefScreen | None] = lambda: None
    ) -> None:
        self.game = game
        self._debrief = debrief

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

    # ------------------------------------------------------------------ the debrief
    @property
    def talk(self) -> str:
        """The kind of page of the debrief that everybody looks at."""
        debrief = self._debrief()
        if debrief is None or debrief not in self.game.app.screens:
            return ""
        return debrief.pages[debrief.at].kind or ""

    def questions(self, seat: int, t: Words) -> Sequence[RegisterQuestion]:
        """What the register asks of the benefits that a seat owns."""
        from game.table.flow.phone_registers import asked_of

        debrief = self._debrief()
        if debrief is None:
            return ()
        return asked_of(debrief.discussion, self.game.state, seat, t)

    def feel(self, mood: int | None, word: str, t: Words, then: Done) -> str:
        """Take down how somebody feels, while everybody is asked."""
        debrief, chosen = self._debrief(), cast("Mood | None", mood)
        if debrief is None or self.talk != "check_in":
            return ""
        if not debrief.discussion.add(lambda: self.game.session.check_in(None, word, chosen)):
            return t("It could not be saved.")
        then()
        return ""

    def fill(self, member: Member, question: str, answers: Mapping[str, str], t: Words) -> str:
        """Fill in what the register asks of what a seat owns; the room sees that it came in."""
        from game.table.flow.phone_registers import answer

        debrief = self._debrief()
        if debrief is None or member.seat is None:
            return t("That is not for your seat to decide.")
        discussion = debrief.discussion
        wrong = answer(discussion, self.game.state, member.seat, question, answers, t)
        if not wrong:
            said = self.game.t("{name} has filled in the register by phone.", name=member.name)
            self.game.app.toast(said)
        return wrong

    # ------------------------------------------------------------------ silent writing, votes
    def write(self, text: str, t: Words, then: Callable[[int], object]) -> str:
        """Lay a sheet of silent writing down."""
        refused = t("Nobody writes any more, or the table is full of sheets.")
        add = partial(self.game.session.add_sheet, text)
        return self._save(add, lambda sheet: then(sheet.n), t, refused)

    def withdraw(self, sheet: int, t: Words, then: Done) -> str:
        """Take a sheet back, if it still lies face down."""
        writing = self.log.writing
        if writing is None or not writing.open or sheet not in writing.sheets:
            return ""
        move = partial(self.game.session.move_sheets, [sheet], "withdrawn")
        return self._save(move, lambda _: then(), t)

    def cast(self, member: Member, dots: Sequence[int], t: Words) -> str:
        """Take somebody's dots in a vote, if they fit it; who has closed it, every page shows."""
        vote = partial(self.game.session.cast, member.number, dots)
        return self._save(vote, lambda _: None, t)

    def _save(
        self,
        write: Callable[[], R | Refusal],
        then: Callable[[R], object],
        t: Words,
        refused: str = "",
    ) -> str:
        from game.session import SaveError

        if self._waits_to_save:
            return t(_BUSY)
        failed = self.game.attempt(write, then)
        return t(_UNSAVED) if isinstance(failed, SaveError) else refused if failed else ""

    def last_line(self, t: Words) -> str:
        """What was last done, in one line."""
        return self.game.line_of_last(t)

    def do(self, action: Action, member: Member, t: Words, then: Done) -> str:
        """Decide what somebody asked for from a phone, unless the board shows something else."""
        from game.engine.actions import GiveEstimate
        from game.session import SaveError, Sender
        from game.table.play.dialogs.base import why_busy
        from game.wording.refusals import refusal_text

        if self._waits_to_save or (not isinstance(action, GiveEstimate) and why_busy(self.game)):
            return t(_BUSY)
        failed = self.game.decide(action, Sender(member.number, member.name), then)
        if isinstance(failed, SaveError):
            return t(_UNSAVED)
        return "" if failed is None else refusal_text(failed, self.game.state, self.case, t)

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
        return [] if self._game is None else [seat.name for seat in self._game.state.seats]

    def load(self) -> Phones:
        """The phones, loaded when they are first asked for."""
        from game.phones.keeping import kept_room
        from game.phones.room import Room
        from game.phones.service import Phones

        self.seen()
        if self._phones is not None:
            return self._phones
        if self._game is not None:
            room = kept_room(rooms_folder(), self._game.session.log.fingerprint) or Room()
            self._phones = Phones(room, self._table(self._game), self._write_down)
            self._keep(self._phones)
        else:
            assert self._case is not None  # the seats of a case are being filled in
            self._phones = Phones(Room(), LaidTable(self.app, self._case), self._write_down)
        self.app.between_frames.append(self._poll)
        return self._phones

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
            self.app.toast(self.app.t(_FAULTS[self._phones.fault]), seconds=10)
            heard = True
        if heard:
            for pane in self.app.panes:
                for screen in pane.screens:
                    screen.refresh()
        return heard
