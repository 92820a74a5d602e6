"""The data of the outcome form: the typed texts, their validation, and the parsed values."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import Final, Literal

from game.content.lenient.quantities import QuantityError, read_quantity
from game.content.own_project import LARGEST
from game.i18n import Words, mark
from game.i18n.days import parse_day, parse_past_day, short_day
from game.session.annotations import Held
from game.table.parts.numbers import NO_DAY, TOO_LARGE
from game.wording.quantities import quantity_fault

EntryKind = Literal["value", "trial", "step"]
"""A measured value, whether a trial held, or a text about a next step."""

NO_VALUE: Final = mark("Write the value that was measured.")
NOT_YET: Final = mark("That day has not come yet.")
NOT_CHOSEN: Final = mark("Choose whether it held.")
NO_WORDS: Final = mark("Write something first.")


class OutcomeForm:
    """The typed texts by the keys ``value``, ``day``, ``by`` and ``text``, and the chosen ``held``.

    ``wrong`` has the validation messages by key. ``confirmed``: what is unusual about it is right.
    """

    def __init__(self, t: Words, kind: EntryKind, day: date, unit: str = "") -> None:
        self.kind = kind
        self.unit = unit
        self.held: Held | None = None
        self.values = {"value": "", "day": short_day(t, day), "by": "", "text": ""}
        self.wrong: dict[str, str] = {}
        self.confirmed = False

    def set(self, key: str, text: str) -> bool:
        """Store a typed text and clear its error. Returns whether it had one."""
        self.values[key] = text
        self.confirmed = False
        return self.wrong.pop(key, None) is not None

    def choose(self, held: Held) -> None:
        """Store whether it held."""
        self.held = held
        self.wrong.pop("held", None)

    def validate(self, t: Words, today: date) -> bool:
        """Validate all fields. Returns whether they are valid."""
        self._complete_day(t, today)
        if self.kind == "step":
            found = {"text": "" if self.text("text") else t(NO_WORDS)}
        elif self.kind == "trial":
            found = {"held": "" if self.held else t(NOT_CHOSEN), "day": self._wrong_day(t, today)}
        else:
            found = {"value": self._wrong_value(t), "day": self._wrong_day(t, today)}
        self.wrong = {key: fault for key, fault in found.items() if fault}
        return not self.wrong

    def _complete_day(self, t: Words, today: date) -> None:
        """A day that was typed without its year, or with the name of its month, is written out."""
        with suppress(ValueError):
            self.values["day"] = short_day(t, parse_past_day(self.values["day"], today))

    def _wrong_value(self, t: Words) -> str:
        try:
            number = self.number(t)
        except QuantityError as error:
            return quantity_fault(t, error, self.unit)
        if number is None:
            return t(NO_VALUE)
        return t(TOO_LARGE) if abs(number) > LARGEST else ""

    def _wrong_day(self, t: Words, today: date) -> str:
        try:
            return t(NOT_YET) if self.day() > today else ""
        except ValueError:
            return t(NO_DAY, example=short_day(t, today))

    # ------------------------------------------------------------------ parsed values
    def number(self, t: Words) -> float | None:
        """The value, which may have its unit; :class:`QuantityError` if it is no such number."""
        return read_quantity(self.values["value"], t.lang, self.unit)

    def day(self) -> date:
        """The day; :class:`ValueError` if it is no date."""
        return parse_day(self.values["day"])

    def text(self, key: str) -> str:
        """The text of a field without surrounding white space."""
        return self.values[key].strip()
