"""The data of an item's form: what was typed and chosen, its validation, and the item it gives."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import Final, Literal

from game.debrief.action_items import Origin, Subject, doubt_due, origin_of, subject_of
from game.engine.limits import MAX_TEXT
from game.i18n import Words, mark
from game.i18n.days import parse_coming_day, parse_day, short_day
from game.session import ItemDraft, ItemStatus
from game.table.parts.numbers import NO_DAY
from game.wording.case_names import unchanged
from game.wording.debrief_texts.action_items import DUE_DOUBTS

Field = Literal["text", "who", "due", "answer"]

NO_TEXT: Final = mark("Write first what is to be done.")
_SOON: Final = timedelta(weeks=4)


def coming_day(t: Words) -> str:
    """An example of a day as it is written, for a field where none stands."""
    return short_day(t, date.today() + _SOON)


class ItemForm:
    """An item being written: the typed texts by field, and what was chosen.

    ``shown`` is how a saved text is shown, with names or without: one that nobody has changed is
    saved as it was. ``wrong`` has the validation messages by field.
    """

    def __init__(self, t: Words, draft: ItemDraft, shown: Callable[[str], str] = unchanged) -> None:
        due = "" if draft.due is None else short_day(t, draft.due)
        self.values: dict[Field, str] = {
            "text": shown(draft.text),
            "who": shown(draft.who),
            "due": due,
            "answer": "",
        }
        self.status: ItemStatus = draft.status
        self.subject: Subject = subject_of(draft)
        self.origin: Origin = origin_of(draft)
        self.wrong: dict[Field, str] = {}
        self._saved = {"text": draft.text, "who": draft.who}
        self._offered = dict(self.values)
        self._begun = self._choices()

    def _choices(self) -> tuple[ItemStatus, Subject, Origin]:
        return self.status, self.subject, self.origin

    @property
    def has_choices(self) -> bool:
        """Whether something else was chosen than it began with."""
        return self._choices() != self._begun

    def set(self, field: Field, text: str) -> bool:
        """Store a typed text and clear its error. Returns whether it had one."""
        self.values[field] = text
        return self.wrong.pop(field, None) is not None

    def validate(self, t: Words, first: date, today: date) -> bool:
        """Validate all fields; no day is before the ``first``. Returns whether they are valid."""
        found: dict[Field, str] = {}
        self._complete_day(t, today)
        if not self.text("text"):
            found["text"] = t(NO_TEXT)
        if wrong := self._wrong_day(first, today):
            found["due"] = t(wrong, example=short_day(t, today))
        self.wrong = found
        return not found

    def _complete_day(self, t: Words, today: date) -> None:
        """A day that was typed without its year, or with the name of its month, is written out."""
        with suppress(ValueError):
            self.values["due"] = short_day(t, parse_coming_day(self.values["due"], today))

    def _wrong_day(self, first: date, today: date) -> str:
        try:
            due = self.due()
        except ValueError:
            return NO_DAY
        doubt = None if due is None else doubt_due(due, begun=first, today=today)
        return "" if doubt is None else DUE_DOUBTS[doubt]

    def day_to_words(self) -> bool:
        """Empty the day, and let what stood there stand in the text; whether that has room for it.

        What people agree on is often no day of the calendar: “next Friday”.
        """
        words = f"{self.text('text')} ({self.text('due')})"
        self.set("due", "")
        if len(words) > MAX_TEXT:
            return False
        self.values["text"] = words
        return True

    # ------------------------------------------------------------------ parsed values
    def text(self, field: Field) -> str:
        """The text of a field without surrounding white space."""
        return self.values[field].strip()

    def due(self) -> date | None:
        """The day, if one was typed; :class:`ValueError` if that is no date."""
        return parse_day(self.values["due"]) if self.text("due") else None

    def draft(self) -> ItemDraft:
        """The item; the form must be valid."""
        of, moment = self.origin
        text, who = self._written("text"), self._written("who")
        return ItemDraft(text, who, self.due(), self.status, of, *self.subject, moment)

    def _written(self, field: Literal["text", "who"]) -> str:
        """The text of a field; as it was saved, where nobody has changed it."""
        unchanged = self.values[field] == self._offered[field]
        return self._saved[field] if unchanged else self.text(field)
