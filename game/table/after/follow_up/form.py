"""The form in which something is told: what is typed, what is wrong with it, what comes of it."""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from game.content.own_project import LARGEST
from game.i18n import Words, mark
from game.i18n.days import parse_day, short_day
from game.session.annotations import Held
from game.table.parts.numbers import NO_NUMBER, TOO_LARGE, parse_number

EntryKind = Literal["value", "trial", "step"]
"""A value that was measured; whether a trial held; what came of a next step, in words."""

NO_VALUE: Final = mark("Write the value that was measured.")
NO_DAY: Final = mark("This is not a day. Write it like {example}.")
NOT_YET: Final = mark("That day has not come yet.")
NOT_CHOSEN: Final = mark("Choose whether it held.")
NO_WORDS: Final = mark("Write something first.")


class OutcomeForm:
    """What is typed, by the keys ``value``, ``day``, ``by`` and ``text``; ``held`` is chosen.

    ``wrong`` has what is wrong, in words, by key.
    """

    def __init__(self, t: Words, kind: EntryKind, day: date, by: str = "", unit: str = "") -> None:
        self.kind = kind
        self.unit = unit
        self.held: Held | None = None
        self.values = {"value": "", "day": short_day(t, day), "by": by, "text": ""}
        self.wrong: dict[str, str] = {}

    def set(self, key: str, text: str) -> bool:
        """Take what was typed; whether it was said to be wrong before."""
        self.values[key] = text
        return self.wrong.pop(key, None) is not None

    def choose(self, held: Held) -> None:
        """Take whether it held."""
        self.held = held
        self.wrong.pop("held", None)

    def examine(self, t: Words, today: date) -> bool:
        """Find everything that is wrong; whether nothing is."""
        if self.kind == "step":
            found = {"text": "" if self.text("text") else NO_WORDS}
        elif self.kind == "trial":
            found = {"held": "" if self.held else NOT_CHOSEN, "day": self._wrong_day(today)}
        else:
            found = {"value": self._wrong_value(t), "day": self._wrong_day(today)}
        examples = {"day": short_day(t, today), "value": t.number(2.5)}
        self.wrong = {
            key: t(said, example=examples.get(key, "")) for key, said in found.items() if said
        }
        return not self.wrong

    def _wrong_value(self, t: Words) -> str:
        try:
            number = self.number(t)
        except ValueError:
            return NO_NUMBER
        if number is None:
            return NO_VALUE
        return TOO_LARGE if abs(number) > LARGEST else ""

    def _wrong_day(self, today: date) -> str:
        try:
            return NOT_YET if self.day() > today else ""
        except ValueError:
            return NO_DAY

    # ------------------------------------------------------------------ what comes of it
    def number(self, t: Words) -> float | None:
        """The value, which may have been typed with its unit; :class:`ValueError` for no number."""
        text = self.values["value"].strip()
        return parse_number(text.removesuffix(self.unit) if self.unit else text, t.lang)

    def day(self) -> date:
        """The day; :class:`ValueError` where it is none."""
        return parse_day(self.values["day"])

    def text(self, key: str) -> str:
        """What stands in a field, without the blanks round it."""
        return self.values[key].strip()
