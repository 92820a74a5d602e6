"""What phones do at the table: numbers, sheets, dots, and the turns of their seats."""

from __future__ import annotations

from typing import Final

from game.engine import Action
from game.engine import actions as act
from game.i18n import Words, mark
from game.letters import cleaned, shown
from game.phones import messages as msg
from game.phones.room import Member, Room
from game.phones.tables import Table
from game.session.codec import decode_action
from game.session.errors import CodecError

NOT_ALLOWED: Final = mark("At this table turns are played at the screen.")
NOT_YOURS: Final = mark("That is not for your seat to decide.")
UNREADABLE: Final = mark("That could not be read. Load the page again.")


class Deeds:
    """Does at a table what the phones of a room ask for."""

    def __init__(self, room: Room, table: Table) -> None:
        self.room = room
        self.table = table

    def do(self, member: Member, deed: msg.Deed, t: Words) -> str:
        """Do what a member asks for; why not, if it cannot be."""
        match deed:
            case msg.Estimate():
                return self._estimate(member, deed.value, t)
            case msg.Write():
                self._write(member, deed.text)
            case msg.Withdraw():
                self._withdraw(member, deed.sheet)
            case msg.Cast():
                self.table.cast(member, deed.dots)
            case msg.Do():
                return self._take_turn(member, deed.action, t)
        return ""

    def _estimate(self, member: Member, value: int | None, t: Words) -> str:
        if member.seat is None:
            return t(NOT_YOURS)
        return self._decide(member, act.GiveEstimate(member.seat, value), t)

    def _take_turn(self, member: Member, raw: dict[str, object], t: Words) -> str:
        """A decision of the seat in turn, where the facilitator lets phones make them."""
        try:
            action = decode_action(raw)
        except CodecError:
            return t(UNREADABLE)
        if member.seat is None or getattr(action, "seat", None) != member.seat:
            return t(NOT_YOURS)
        if not self.room.allows_turns:
            return t(NOT_ALLOWED)
        return self._decide(member, action, t)

    def _decide(self, member: Member, action: Action, t: Words) -> str:
        complaint = self.table.do(action, member, t)
        if not complaint:
            member.draft, member.page = (), "now"
        return complaint

    # ------------------------------------------------------------------ silent writing
    def _write(self, member: Member, text: str) -> None:
        """Lay a sheet down; whose it is stays here, so that its writer may take it back."""
        clean = " ".join(shown(cleaned(text)).split())
        number = self.table.write(clean) if clean else None
        if number is not None:
            member.sheets.append(number)

    def _withdraw(self, member: Member, sheet: int) -> None:
        if sheet in member.sheets:
            member.sheets.remove(sheet)
            self.table.withdraw(sheet)
