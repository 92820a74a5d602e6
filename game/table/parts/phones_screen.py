"""The room of the phones: how to come in, who is there, and who may sit where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Final

import pygame
import segno

from game.frozen import frozen
from game.gui import theme
from game.gui.dialogs.modal import Question, dialog
from game.gui.geometry import Box
from game.gui.keys import KeyBinding
from game.gui.paint.matrix import draw_matrix
from game.gui.screen import Screen, ScreenHost
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.label import Label, Style
from game.i18n import mark
from game.phones.network import Address, addresses
from game.phones.room import Member
from game.phones.server import CannotListenError
from game.phones.service import Fault, Phones
from game.table.parts.dialog_parts import ROOM
from game.table.parts.long_list import add_long_list
from game.table.parts.shortcuts import PHONES

_ROW, _GAP = 56, 8
_NAME = (28, 18)
_SEATED, _GUEST = (1.2, 1), (1, 2.4)
"""How much of a row has the place, and how much whoever is there: a guest's own name is longer."""
_ADDRESS = (68, 64, 60, 56, 50, 46, 42, 38, 34, 30)
_NETWORK = 112
_LARGE = (120, 108, 96, 84, 72, 60)
ASKED: Final = mark("A phone asks for a seat: F6 lets it sit.")
"""What is said where this screen is not open."""
_WHAT_IT_MEANS = mark(
    "Phones talk to this laptop alone, over the network it is on; nothing goes further. The "
    "network does not encrypt it: whoever is on it could read along."
)
_USUAL = mark("The network that this laptop uses now: phones are most likely on it too.")
_OTHER = mark("Another network this laptop is in: the right one if the phones are in it.")
_KEPT_APART = mark(
    "If no phone gets through, the network keeps devices apart: open this laptop's own hotspot and "
    "join it, or play with a second keyboard and printed poker cards."
)

_MANY: Final = 5
"""So many phones of one address are worth a word: nobody has as many open by chance."""
_FAULTS: Final[dict[Fault, str]] = {
    "": mark("Everybody's phone can be a hand at this table: no app, no account, no internet."),
    "gone": mark("This laptop has left the network of the phones. Open the room on another one."),
    "ended": mark("The phones' room has closed by itself. Open it again."),
}
"""What stands above the networks: what phones are for, or why none can connect any more."""
_NOT_OPENED = {
    "gone": mark("This laptop is not on that network any more. Choose another one."),
    "used": mark(
        "Another program is already using that address. Close it, or choose another network."
    ),
}


@frozen
class _Person:
    """A row: a place at the table, or the wish for one, and whose phone is there."""

    place: str
    member: Member | None
    asks: bool = False
    guest: bool = False


class PhonesScreen(Screen):
    """Closed: what it means, and the networks to open it on. Open: the code, and who is there.

    ``seats`` gives the names of those who sit at the table; before there is a game, none. ``find``
    gives the networks that this computer is in.
    """

    topic = "phones"
    overlay = True
    bindings = (
        PHONES,
        KeyBinding((pygame.K_RETURN,), action="let_all_sit", control=True),
    )

    def __init__(
        self,
        phones: Phones,
        seats: Callable[[], Sequence[str]],
        find: Callable[[], Sequence[Address]] = addresses,
    ) -> None:
        self.phones = phones
        self.seats = seats
        self._find = find
        self.addresses = find()
        self._shown: object = None

    def shown(self, app: ScreenHost) -> None:
        """Who asks for a seat stands here: it need not be said besides."""
        super().shown(app)
        app.forget_toast(app.t(ASKED))

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The room as it is."""
        self._shown = self._looks()
        rest = dialog(ui, 1780, 980, ui.t("Phones"), self.back)
        if self.phones.place is None or self.phones.fault:
            self._closed(ui, rest)
        else:
            self._open(ui, rest)

    def _closed(self, ui: Ui, box: Box) -> None:
        t, c = ui.t, ui.canvas
        words, rest = box.cut_top(250, 20)
        first, second, third = words.rows((1, 1.3, 1.3), 10)
        text = t(_FAULTS[self.phones.fault])
        colour = theme.ACCENT if self.phones.fault else theme.CHALK
        c.text(first, text, ROOM, colour, "semibold", valign="middle")
        c.text(second, t(_WHAT_IT_MEANS), ROOM, theme.CHALK)
        c.text(third, t(_KEPT_APART), ROOM, theme.CHALK_SOFT)
        if not self.addresses:
            text = t(
                "This laptop is not on a network. Join one, or open its own hotspot, and "
                "look again."
            )
            again, rest = rest.cut_bottom(84, 20)
            c.text(rest, text, ROOM, theme.ACCENT, align="centre", valign="middle")
            label = Label(t("Look again"), icon="refresh-cw", style="primary", size=30)
            ui.add(Button("again", again.place(520, 80), label, self._look_again))
            ui.focus_on("again")
            return
        high = min(rest.h, len(self.addresses) * _NETWORK)
        rows = rest.place(rest.w, high).rows(len(self.addresses), 16)
        for n, (row, address) in enumerate(zip(rows, self.addresses, strict=False)):
            self._network(ui, row, n, address)
        ui.focus_on("network:0")

    def _network(self, ui: Ui, box: Box, n: int, address: Address) -> None:
        text = ui.t("Open on {network} ({ip})", network=address.card, ip=address.ip)
        style: Style = "primary" if n == 0 else "secondary"
        label = Label(text, icon="smartphone", style=style, size=30)
        place = box.place(min(box.w, 1100), min(96, box.h))
        tip = ui.t(_USUAL if address.likely else _OTHER)
        ui.add(Button(f"network:{n}", place, label, partial(self._open_on, address), tip=tip))

    def _open(self, ui: Ui, box: Box) -> None:
        foot, rest = box.cut_bottom(72, 20)
        code, words = rest.cut_left(min(rest.h, rest.w * 0.45), 40)
        draw_matrix(ui.canvas, code, _pattern(self.phones.link))
        door, people = words.cut_top(min(280, 0.4 * words.h), 16)
        self._door(ui, door)
        self._people(ui, people)
        self._switches(ui, foot)

    def _door(self, ui: Ui, box: Box) -> None:
        """What to do, the address to type, and the four letters; read from the last row."""
        c, t, place = ui.canvas, ui.t, self.phones.place
        assert place is not None
        if self.phones.room.locked:
            text = t("The room is locked: nobody new comes in. Who was here may come back.")
            c.text(box, text, (40, 36, 32, 30), theme.ACCENT, "bold", valign="middle")
            return
        how, typed, letters = box.rows((1.1, 1, 1.4), 4)
        text = t("Point a phone at the code. Or type the address in a browser, then the letters:")
        c.text(how, text, ROOM, theme.CHALK, valign="middle")
        c.text(typed, place.host, _ADDRESS, theme.CHALK, "bold", valign="middle")
        spaced = "  ".join(self.phones.room.code)
        c.text(letters, spaced, _LARGE, theme.ACCENT, "bold", valign="middle")

    def _people(self, ui: Ui, box: Box) -> None:
        """Who asks for a seat, then every seat with its phone, then the guests."""
        head, rest = box.cut_top(64, 12)
        self._heading(ui, head)
        people = self._everybody()
        if not people:
            text = ui.t(
                "Nobody yet. Whoever comes in while the table is being set up gets a seat at once."
            )
            ui.canvas.text(rest, text, ROOM, theme.CHALK_SOFT)
            return
        alone = len(people) * (_ROW + _GAP) <= rest.h
        lines = [[person] for person in people] if alone else _in_pairs(people)

        def line(n: int, row: Box) -> None:
            across = 1 if alone or lines[n][0].asks else 2  # the last of an odd number, too
            for at, person in zip(row.columns(across, 24), lines[n], strict=False):
                self._person(ui, at, person)

        for _ in ui.alike():
            add_long_list(ui, "people", rest, len(lines), line, high=_ROW, gap=_GAP)

    def _heading(self, ui: Ui, box: Box) -> None:
        """Who is here; or the button by which those sit down who ask for a seat.

        A seat that several ask for is given in the row of who gets it.
        """
        room, t = self.phones.room, ui.t
        asking = room.undisputed()
        if not asking:
            text = self._who_is_here()
            ui.canvas.text(box, text, (30, 26), theme.ACCENT, "semibold", valign="middle")
            return
        text = t.plural("Let {name} sit", "Let {n} sit", len(asking), name=asking[0].name)
        label = Label(text, icon="check", style="primary", size=28, hint=t("Ctrl+Enter"))
        ui.add(Button("let-sit", box, label, self.let_all_sit))
        ui.focus_on("let-sit")

    def _who_is_here(self) -> str:
        """What stands above the people; many of one address may be somebody who votes often."""
        room, t = self.phones.room, self.app.t
        if room.asking():
            return t("Several ask for the same seat: choose who gets it.")
        if room.of_one_address < _MANY:
            return t("Who is here")
        return t(
            "Who is here. {n} come from one address: a shared network, or one device.",
            n=room.of_one_address,
        )

    def _everybody(self) -> list[_Person]:
        """The rows, in order."""
        room, t = self.phones.room, self.app.t
        asking = [_Person(self._wish(member), member, asks=True) for member in room.asking()]
        seats = [_Person(name, room.at(n)) for n, name in enumerate(self.seats())]
        placed = [person.member for person in (*asking, *seats)]
        guests = [m for m in room.members.values() if m not in placed]
        apart = t("Guest") if seats else ""
        return [*asking, *seats, *(_Person(apart, guest, guest=True) for guest in guests)]

    def _wish(self, member: Member) -> str:
        wanted = [name for n, name in enumerate(self.seats()) if n == member.wants]
        return self.app.t("wants to sit as {name}", name="".join(wanted))

    def _whose(self, place: str, member: Member) -> str:
        """Whose phone it is, if that is not said beside it already; and whether it is away."""
        t = self.app.t
        if member.name == place:
            return t("is here") if member.here else t("is away")
        return member.name if member.here else t("{name} (away)", name=member.name)

    def _person(self, ui: Ui, box: Box, person: _Person) -> None:
        c, t, member = ui.canvas, ui.t, person.member
        keys, rest = box.cut_right(64 + 76 * person.asks, 12)
        where, who = rest.columns(_GUEST if person.guest else _SEATED, 16)
        if not person.place:
            where, who = rest.cut_left(0)
        if person.asks:  # who asks, then for what
            who, where = rest.columns((1, 1.4), 16)
        c.text(where, person.place, _NAME, theme.CHALK, "semibold", valign="middle")
        if member is None:
            c.text(who, t("no phone"), _NAME, theme.CHALK_SOFT, valign="middle")
            return
        sign, name = who.cut_left(36, 10)
        c.icon("smartphone", sign.place(28, 28), theme.ACCENT if member.here else theme.CHALK_SOFT)
        text = self._whose(person.place, member)
        c.text(name, text, _NAME, theme.CHALK if member.here else theme.CHALK_SOFT, valign="middle")
        if person.asks:
            self._answers(ui, keys, member)
            return
        tip = t("Take {name} out of the room", name=member.name)
        label = Label(icon="x", style="quiet")
        act = partial(self._ask_to_send_out, member)
        ui.add(Button(f"out:{member.number}", keys.place(56, box.h), label, act, tip=tip))

    def _answers(self, ui: Ui, box: Box, member: Member) -> None:
        """Yes and no to whoever asks for a seat."""
        give, keep = box.columns(2, 12)
        tip = ui.t("Give {name} the seat", name=member.name)
        label, act = Label(icon="check", style="secondary"), partial(self.let_sit, member)
        ui.add(Button(f"sit:{member.number}", give.place(56, box.h), label, act, tip=tip))
        tip = ui.t("Do not give {name} the seat", name=member.name)
        label, act = Label(icon="x", style="quiet"), partial(self.decline, member)
        ui.add(Button(f"decline:{member.number}", keep.place(56, box.h), label, act, tip=tip))

    def _switches(self, ui: Ui, box: Box) -> None:
        room, t = self.phones.room, ui.t
        turns, lock, close = box.columns((1.7, 1.2, 0.9), 20)
        options = ((False, t("Turns at the screen")), (True, t("Also by phone")))
        ui.add(Choice("turns", turns, options, room.allows_turns, self._allow_turns, size=24))
        locked = ((False, t("Open door")), (True, t("Locked")))
        ui.add(Choice("lock", lock, locked, room.locked, self._lock, size=24))
        label = Label(t("Close the room"), icon="x", style="quiet", size=24)
        ui.add(Button("close-room", close, label, self._close_room))

    # ------------------------------------------------------------------ actions
    def _look_again(self) -> None:
        self.addresses = self._find()
        self.refresh()

    def _open_on(self, address: Address) -> None:
        try:
            self.phones.open(address.ip)
        except CannotListenError as error:
            self.app.toast(self.app.t(_NOT_OPENED[error.code]))
            self._look_again()
        self.refresh()

    def let_all_sit(self) -> None:
        """Give everybody the seat that nobody else asks for, if it is free."""
        for member in self.phones.room.undisputed():
            self.phones.let_sit(member)
        self.refresh()

    def let_sit(self, member: Member) -> None:
        """Give somebody the seat that they asked for, whoever else asks for it."""
        self.phones.let_sit(member)
        self.refresh()

    def decline(self, member: Member) -> None:
        """Say no to the seat that somebody asked for; they stay in the room."""
        self.phones.decline(member)
        self.refresh()

    def _ask_to_send_out(self, member: Member) -> None:
        t = self.app.t
        title = t("Take {name} out of the room?", name=member.name)
        text = t("The room gets another code: whoever is not in yet needs the new one.")
        self.app.push(Question(title, text, t("Take out"), partial(self.send_out, member)))

    def send_out(self, member: Member) -> None:
        """Take somebody out of the room."""
        self.phones.send_out(member)
        self.refresh()

    def _allow_turns(self, allowed: bool) -> None:
        self.phones.room.allow_turns(allowed)
        self.phones.refresh()

    def _lock(self, locked: bool) -> None:
        self.phones.room.lock(locked)
        self.refresh()

    def _close_room(self) -> None:
        self.phones.close()
        self.phones.room.closed()
        self.refresh()

    # ------------------------------------------------------------------ what goes by
    def update(self, dt: float) -> None:
        """Somebody came, went or asks for a seat: show it."""
        if self._looks() != self._shown:
            if self.phones.fault:  # the networks are others than when this was opened
                self.addresses = self._find()
            self.refresh()

    def _looks(self) -> object:
        """What is shown that phones can change."""
        members = self.phones.room.members.values()
        return self.phones.fault, [(m.number, m.name, m.seat, m.wants, m.here) for m in members]


def _in_pairs(people: list[_Person]) -> list[list[_Person]]:
    """Two in a row; who asks for a seat has a row alone."""
    asking = [person for person in people if person.asks]
    others = [person for person in people if not person.asks]
    pairs = [others[n : n + 2] for n in range(0, len(others), 2)]
    return [*([person] for person in asking), *pairs]


@lru_cache(maxsize=4)
def _pattern(link: str) -> list[list[int]]:
    """The squares of the picture code of a link."""
    return [list(row) for row in segno.make(link, error="m").matrix]
