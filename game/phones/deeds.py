"""What phones do at the table: numbers, sheets, dots, and the turns of their seats."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import partial
from typing import Any, Final

from game.engine import Action
from game.engine import actions as act
from game.engine.enumeration import free_fields
from game.engine.json_values import to_json
from game.i18n import Words, mark
from game.letters import cleaned, shown
from game.phones import messages as msg
from game.phones.limits import MOST_SHEETS_OF_ONE
from game.phones.pages.turn import is_played
from game.phones.room import Member, Room
from game.phones.tables import Table
from game.session.codec import decode_action
from game.session.errors import CodecError
from game.views.written import lacking
from game.wording.measures import MeasureForm
from game.wording.refusals import refusal_text

NOT_ALLOWED: Final = mark("At this table turns are played at the screen.")
AT_THE_SCREEN: Final = mark("That is decided at the screen.")
NOT_YOURS: Final = mark("Somebody else decides that: on a phone of their own, or at the screen.")
GUEST: Final = mark("A guest gives no estimate. Ask for a seat: somebody at the table gives it.")
TOO_MANY: Final = mark("Your sheets are enough for the table. Take one back to write another.")
TOO_FAST: Final = mark("That was a lot at once. Wait a moment, and try again.")
UNREADABLE: Final = mark("What the phone sent could not be read. Load the page again.")


_MEASURE: Final = tuple(field.name for field in fields(MeasureForm))
"""The fields of a measure that is written."""


class _MeasureError(Exception):
    """A field of a measure cannot be read; its text says why."""


class Deeds:
    """Does at a table what the phones of a room ask for."""

    def __init__(self, room: Room, table: Table) -> None:
        self.room = room
        self.table = table

    def do(self, member: Member, deed: msg.Deed, t: Words, now: float) -> str:
        """Do what a member asks for; why not, if it cannot be."""
        if not member.pace.take(now):
            return t(TOO_FAST)
        match deed:
            case msg.Estimate():
                return self._estimate(member, deed.value, t)
            case msg.Write():
                return self._write(member, deed.text, t)
            case msg.Withdraw():
                return self._withdraw(member, deed.sheet, t)
            case msg.Cast():
                return self.table.cast(member, deed.dots, t)
            case msg.Feel():
                return self._feel(member, deed, t)
            case msg.Fill():
                answers = {column: _joined(text) for column, text in deed.answers.items()}
                return self.table.fill(member, deed.question, answers, t)
            case msg.Do():
                return self._take_turn(member, deed.action, t)
        return ""

    def _estimate(self, member: Member, value: int | None, t: Words) -> str:
        if member.seat is None:
            return t(GUEST)
        return self._decide(member, act.GiveEstimate(member.seat, value), t)

    def _take_turn(self, member: Member, raw: dict[str, object], t: Words) -> str:
        """A decision of the seat in turn, where the facilitator lets phones make them."""
        try:
            action = _on_lines(decode_action(self._with_measure(raw, t)))
        except CodecError:
            return t(UNREADABLE)
        except _MeasureError as error:
            return str(error)
        mine = member.seat is not None and getattr(action, "seat", None) == member.seat
        if not mine:
            return t(NOT_YOURS)
        if not is_played(type(action)):
            return t(AT_THE_SCREEN)
        if not self.room.allows_turns:
            return t(NOT_ALLOWED)
        state, refusal = self.table.state, lacking(action)
        if state is not None and refusal is not None:
            return refusal_text(refusal, state, self.table.case, t)
        return self._decide(member, action, t)

    def _with_measure(self, raw: dict[str, object], t: Words) -> dict[str, object]:
        """What was written of a measure, read as numbers are written in the phone's language."""
        written = raw.get("measure")
        if not isinstance(written, dict):
            return raw
        texts = {name: _joined(value) for name, value in written.items() if isinstance(value, str)}
        form = MeasureForm(**{field: texts.get(field, "") for field in _MEASURE})
        if form.is_empty:  # that of the card counts
            return {**raw, "measure": None}
        measure = form.read(t)
        if isinstance(measure, dict):
            raise _MeasureError(next(iter(measure.values())))
        return {**raw, "measure": to_json(measure)}

    def _decide(self, member: Member, action: Action, t: Words) -> str:
        return self.table.do(action, member, t, member.begin_anew)

    # ------------------------------------------------------------------ the debrief
    def _feel(self, member: Member, said: msg.Feel, t: Words) -> str:
        """Once from each phone; that it has answered is kept here, what it said in the session."""

        def felt() -> None:
            member.felt = True
            self.room.changed()

        word = _one_line(said.word)
        if member.felt:
            return ""
        if not (said.mood or word):
            return t("Choose a number, or write a word.")
        return self.table.feel(said.mood, word, t, felt)

    # ------------------------------------------------------------------ silent writing
    def _write(self, member: Member, text: str, t: Words) -> str:
        """Lay a sheet down; whose it is stays here, so that its writer may take it back."""
        clean = _one_line(text)
        if not clean:
            return ""
        own = self._own_texts(member)
        if clean in own:  # pressed twice, or once more because the answer was lost
            return ""
        if len(own) >= MOST_SHEETS_OF_ONE:
            return t(TOO_MANY)
        return self.table.write(clean, t, member.sheets.append)

    def _own_texts(self, member: Member) -> list[str]:
        """What a member wrote that lies on the table."""
        writing = None if self.table.state is None else self.table.log.writing
        lying = {} if writing is None else writing.sheets
        return [lying[n].text for n in member.sheets if n in lying]

    def _withdraw(self, member: Member, sheet: int, t: Words) -> str:
        if sheet not in member.sheets:
            return ""
        return self.table.withdraw(sheet, t, partial(member.sheets.remove, sheet))


def _on_lines(action: Action) -> Action:
    """What was written in an action, each text on one line, as in the fields at the table."""
    texts = {name: getattr(action, name) for name in free_fields(type(action))}
    lines = {name: _joined(text) for name, text in texts.items() if isinstance(text, str)}
    whole: Any = action
    tidy: Action = replace(whole, **lines)
    return tidy


def _joined(text: str) -> str:
    """A text on one line, with a blank between its words; what cannot be shown is still there."""
    return " ".join(cleaned(text).split())


def _one_line(text: str) -> str:
    """What was written, as far as it can be shown, on one line."""
    return _joined(shown(cleaned(text)))
