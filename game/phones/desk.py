"""The table's side of the phones: hears what they say, asks the table, and sends each its page.

It is asked between two frames and does a bounded amount each time, so that the table keeps its
pace however many phones there are and whatever they say.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from game.engine import State
from game.i18n import Lang, Words, mark, words
from game.phones import messages as msg
from game.phones.deeds import Deeds
from game.phones.limits import PAGES_OF_ONE
from game.phones.mailbox import Connection, Mailbox, Received
from game.phones.pages import Looking, door, lobby, page
from game.phones.room import Member, Room, as_shown
from game.phones.tables import RegisterQuestion, Table, TalkPage

_HEARS_FOR: Final = 0.004
_PAGES_FOR: Final = 0.002
"""Seconds between two frames in which phones are heard, and pages made; one in any case."""

_ASKING_PAGES: Final = ("check_in", "register")
"""The pages of the debrief on which phones are asked something."""

WRONG_CODE: Final = mark("That is not the code on the screen.")
TOO_OFTEN: Final = mark("Too many wrong codes. Wait a minute, or ask at the table.")
OLD_LINK: Final = mark(
    "The room has another code now. Scan the picture again, or type the four letters."
)
LOCKED: Final = mark("The room is locked. Ask at the table to be let in.")
FULL: Final = mark("The room is full. Ask at the table whether somebody can make room.")
NOT_YOUR_SEAT: Final = mark("Somebody else has your seat now. Ask for one, if you play on.")
NO_NAME: Final = mark("Write what you are called, in letters.")
GIVEN_TO_ANOTHER: Final = mark("Somebody else has got that seat. Choose another one.")
DECLINED: Final = mark("The table said no to that seat. Choose another one.")
SENT_OUT: Final = mark("You have been taken out of the room.")
WENT_WRONG: Final = mark(
    "Something went wrong in the program. The table goes on, and so will this phone."
)


@dataclass
class _Visit:
    """A connection with whose it is, and the page that was last sent."""

    connection: Connection
    member: Member | None = None
    lang: Lang | None = None
    sent: str = ""
    due: bool = True


class Desk:
    """Hears phones and sends them pages; ``now`` is a clock that only goes forward.

    Whatever fails in hearing one, or in making its page, costs that phone its connection and
    nobody else anything: it is told, and the fault is given to ``write_down``.
    """

    def __init__(
        self,
        room: Room,
        table: Table,
        mailbox: Mailbox,
        write_down: Callable[[Exception], object],
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self.room = room
        self.mailbox = mailbox
        self._write_down = write_down
        self.sit_at(table)
        self._now = now
        self._visits: dict[Connection, _Visit] = {}

    def sit_at(self, table: Table) -> None:
        """From now on phones are at this table."""
        self.table = table
        self._deeds = Deeds(self.room, table)
        self._seen: tuple[State | None, int, Lang, TalkPage | None] | None = None
        """What the pages were last made from."""
        self._asked: object = None
        """What everybody was last asked together."""

    # ------------------------------------------------------------------ between two frames
    def poll(self) -> bool:
        """Hear what has come, and send pages. Whether the game or who is here has changed."""
        left = self._leave_seats_of_others()
        changed = self._hear_all()
        self._notice()
        self._send_pages()
        return changed or left

    def _leave_seats_of_others(self) -> bool:
        """A phone has its seat for as long as the same person sits there, and is told when not.

        Whether one has left its seat.
        """
        state = self.table.state
        if state is None:
            return False
        gone = self.room.stand_up_from_others([seat.name for seat in state.seats])
        for member in gone:
            member.begin_anew()
            for visit in self._visits_of(member):
                visit.due = True
                visit.connection.tell(toast=words(self._lang(visit))(NOT_YOUR_SEAT))
        return bool(gone)

    def _hear_all(self) -> bool:
        received = self.mailbox.take()
        if received is None:
            return False
        before, until = self._sight(), self._now() + _HEARS_FOR
        while received is not None:
            with self._at_the_cost_of(received.connection):
                self._hear(received)
            received = None if self._now() > until else self.mailbox.take()
        return self._sight() != before

    @contextmanager
    def _at_the_cost_of(self, connection: Connection) -> Iterator[None]:
        """Hang up on a phone if something fails; it comes back to where no page needs what did."""
        try:
            yield
        except Exception as fault:
            self._write_down(fault)
            visit = self._visits.get(connection, _Visit(connection))
            connection.tell(toast=words(self._lang(visit))(WENT_WRONG))
            connection.hang_up()
            if visit.member is not None:
                visit.member.begin_anew()
            self._gone(visit)

    def _sight(self) -> object:
        """What a screen may show that phones can change."""
        members = self.room.members.values()
        people = [(m.number, m.name, m.seat, m.wants, m.here) for m in members]
        return people, 0 if self.table.state is None else len(self.table.log.records)

    def refresh(self) -> None:
        """Make every page anew: something has changed that the desk does not see by itself."""
        for visit in self._visits.values():
            visit.due = True

    def _notice(self) -> None:
        """All pages are due when the game, or the language of the table, is another."""
        table, state = self.table, self.table.state
        said = 0 if state is None else len(table.log.records)
        now = (state, said, table.lang, table.talk)
        if self._seen is None or state is not self._seen[0] or now[1:] != self._seen[1:]:
            before = None if self._seen is None else self._seen[0]
            self._seen = now
            self._forget_what_is_over(state)
            self._ask_again_who(before, state)
            self._call_together()
            self.refresh()

    def _forget_what_is_over(self, state: State | None) -> None:
        """What was begun in a turn ends with it; nobody waits for a seat that is there no more."""
        turn = None if state is None or state.step != "turn" else state.turn
        for member in self.room.members.values():
            if turn is None or member.seat != turn:
                member.draft = ()
            if state is not None and (member.wants or 0) >= len(state.seats):
                member.wants = None

    def _ask_again_who(self, before: State | None, state: State | None) -> None:
        """Who was chosen by their seat may be somebody else by now: what was chosen is asked again.

        A pick that fits nothing is what the page of the turn tells so.
        """
        if before is None or state is None or _players(before) == _players(state):
            return
        for member in self.room.members.values():
            if len(member.draft) > 1:
                member.draft = (member.draft[0], "")

    def _visits_of(self, member: Member) -> list[_Visit]:
        """The connections of a member."""
        return [visit for visit in self._visits.values() if visit.member is member]

    def _call_together(self) -> None:
        """What everybody is asked opens on every phone at once, whatever it was looking at."""
        asked = asked_of_all(self.table)
        if asked != self._asked:
            self._asked = asked
            for member in self.room.members.values() if asked else ():
                member.page = "now"

    def _send_pages(self) -> None:
        until = self._now() + _PAGES_FOR
        due = [visit for visit in self._visits.values() if visit.due]
        for visit in due:
            visit.due = False
            # the others come first next
            self._visits[visit.connection] = self._visits.pop(visit.connection)
            with self._at_the_cost_of(visit.connection):
                self._send_page(visit)
            if self._now() > until:
                return

    def _send_page(self, visit: _Visit) -> None:
        lang = self._lang(visit)
        html = self._page(visit.member, words(lang))
        if html != visit.sent:
            visit.sent = html
            visit.connection.show(page=html, lang=lang)

    def _page(self, member: Member | None, t: Words) -> str:
        table, state = self.table, self.table.state
        if member is None:
            return door(table.case, t)
        if state is None:
            return lobby(self.room, member, t)
        looking = Looking(
            state,
            table.log,
            table.case,
            self.room,
            member,
            t,
            table.last_line(t),
            table.seconds_left,
            table.talk,
            self._questions(member, t),
        )
        return page(looking)

    def _questions(self, member: Member, t: Words) -> Sequence[RegisterQuestion]:
        """What the register asks of a seat, while everybody fills it in."""
        talk = self.table.talk
        if talk is None or talk.kind != "register" or member.seat is None:
            return ()
        return self.table.questions(member.seat, t)

    def _lang(self, visit: _Visit) -> Lang:
        chosen = visit.lang if visit.member is None else visit.member.lang
        return chosen or self.table.lang

    # ------------------------------------------------------------------ hearing
    def _hear(self, received: Received) -> None:
        visit = self._visits.setdefault(received.connection, _Visit(received.connection))
        message = received.message
        if message is None:
            self._gone(visit)
        elif isinstance(message, msg.Hello):
            self._greet(visit, message)
        elif isinstance(message, msg.Join):
            self._join(visit, message)
        elif visit.member is None and isinstance(message, msg.Speak):
            visit.lang, visit.due = message.lang, True
        elif (member := visit.member) is not None:
            complaint = self._answer(member, message, words(self._lang(visit)))
            for one in self._visits_of(member):
                one.due = True
            if complaint:
                visit.connection.tell(toast=complaint)

    def _gone(self, visit: _Visit) -> None:
        self._visits.pop(visit.connection, None)
        member = visit.member
        if member is not None and not self._visits_of(member):
            member.here = False
            self.refresh()

    def _greet(self, visit: _Visit, hello: msg.Hello) -> None:
        """Whose phone it is, said once: a connection is nobody else's afterwards."""
        if visit.member is not None:
            return
        visit.lang, visit.due = hello.lang, True
        member = self.room.member(hello.token)
        if member is not None:
            self._recognise(visit, member)
        elif hello.token is not None:
            visit.connection.tell(token="")  # it was sent out, or comes from another game

    def _join(self, visit: _Visit, join: msg.Join) -> None:
        if visit.member is not None:
            return
        t = words(self._lang(visit))
        opens = self.room.opens(join.secret, join.code, visit.connection.address, self._now())
        if not opens:
            self._refuse(visit, join, t(TOO_OFTEN) if opens is None else "")
            return
        if not as_shown(join.name):
            visit.connection.tell(toast=t(NO_NAME))
            return
        member = self.room.come_in(join.name, visit.connection.address)
        if member is None:
            visit.connection.tell(toast=t(LOCKED if self.room.locked else FULL))
            return
        self._see_out(FULL)
        member.lang = visit.lang
        visit.connection.tell(token=member.token)
        if numbered := _numbered(member, join.name, t):
            visit.connection.tell(toast=numbered)
        self._recognise(visit, member)

    def _refuse(self, visit: _Visit, join: msg.Join, why: str) -> None:
        """Say why the door stays closed; a secret that opens nothing any more is forgotten."""
        t = words(self._lang(visit))
        if join.secret and not why:
            visit.connection.tell(secret="", toast=t(OLD_LINK))
        else:
            visit.connection.tell(toast=why or t(WRONG_CODE))

    def _recognise(self, visit: _Visit, member: Member) -> None:
        visit.member, visit.connection.known = member, True
        for one in self._visits_of(member)[:-PAGES_OF_ONE]:
            one.connection.hang_up()
        member.here, member.address = True, visit.connection.address
        self.refresh()

    # ------------------------------------------------------------------ of members
    def _answer(self, member: Member, message: msg.AnyMessage, t: Words) -> str:
        """Do what a member asks for; why not, if it cannot be."""
        match message:
            case msg.Call():
                return self._call(member, message.name, t)
            case msg.Sit():
                self._ask_for_a_seat(member, message.seat)
            case msg.Stand():
                self.room.stand_up(member)
                self.refresh()
            case msg.Speak():
                member.lang = message.lang
                self.room.changed()
            case msg.Look():
                member.page, member.card = message.page, message.card
            case msg.Draft():
                member.draft = tuple(message.picks)
            case _:
                return self._of_the_table(member, message, t)
        return ""

    def _of_the_table(self, member: Member, message: msg.AnyMessage, t: Words) -> str:
        if isinstance(message, msg.Deed):
            return self._deeds.do(member, message, t, self._now())
        return ""

    def _call(self, member: Member, name: str, t: Words) -> str:
        if self.table.state is not None:
            return ""
        if not as_shown(name):
            return t(NO_NAME)
        self.room.call(member, name)
        self.refresh()
        return _numbered(member, name, t)

    def _ask_for_a_seat(self, member: Member, seat: int) -> None:
        state = self.table.state
        if state is None or seat >= len(state.seats) or seat in (member.seat, member.wants):
            return
        first = not self.room.asking()
        self.room.ask_for(member, seat)
        self.refresh()
        if first:  # the others stand on the same page of the screen
            self.table.asked()

    # ------------------------------------------------------------------ what the table does
    def let_sit(self, member: Member) -> bool:
        """Give somebody the seat that they asked for; ``False`` if it is taken.

        Whoever asked for it and does not get it is told, and may choose another.
        """
        seat, given = member.wants, self.room.give(member)
        for other in self.room.asking():
            if other.wants == seat:
                self._turn_away(other, GIVEN_TO_ANOTHER)
        self.refresh()
        return given

    def decline(self, member: Member) -> None:
        """Say no to the seat that somebody asked for; they are told, and may choose another."""
        self._turn_away(member, DECLINED)
        self.refresh()

    def _turn_away(self, member: Member, why: str) -> None:
        self.room.turn_away(member)
        for visit in self._visits_of(member):
            visit.connection.tell(toast=words(self._lang(visit))(why))

    def forget_connections(self) -> None:
        """Every connection was closed by the table."""
        self.mailbox.clear()
        self._visits.clear()
        for member in self.room.members.values():
            member.here = False

    def send_out(self, member: Member) -> None:
        """Take somebody out of the room; their phone is told so."""
        self.room.send_out(member)
        self._see_out(SENT_OUT)
        self.refresh()

    def _see_out(self, why: str) -> None:
        """Tell whoever is in the room no more, and end the connection."""
        for visit in list(self._visits.values()):
            member = visit.member
            if member is not None and self.room.member(member.token) is None:
                visit.connection.tell(token="", toast=words(self._lang(visit))(why))
                visit.connection.hang_up()
                self._visits.pop(visit.connection)


def _players(state: State) -> list[str]:
    """Who sits at each seat."""
    return [seat.name for seat in state.seats]


def _numbered(member: Member, name: str, t: Words) -> str:
    """That somebody is told apart by a number from another of the name; empty if they are not."""
    given = as_shown(name)
    if member.name == given:
        return ""
    return t(
        "Somebody here is called {taken} already: you are {name}.", taken=given, name=member.name
    )


def asked_of_all(table: Table) -> object:
    """What everybody is asked together just now: to estimate, to write, to vote, how they feel."""
    state = table.state
    if state is None:
        return None
    poker, writing, votes = state.poker, table.log.writing, table.log.votes
    if poker is not None and not poker.open:
        return poker.idea, poker.track
    if writing is not None and writing.open:
        return writing.began
    if votes and votes[-1].open:
        return len(votes)
    talk = table.talk
    return talk.kind if talk and talk.kind in _ASKING_PAGES else None
