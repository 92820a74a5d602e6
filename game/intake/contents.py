"""Reads a cell as what its column takes: a text, a number, a day, a choice; in either language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, timedelta
from typing import Final

from game.content.lenient.quantities import QuantityError, read_quantity
from game.engine.limits import MAX_NAME, MAX_TEXT
from game.i18n import LANGS, Lang, Words, mark, words
from game.i18n.days import parse_day, short_day
from game.i18n.letters import Letters
from game.i18n.message import Message, MessageError
from game.intake.sheets import PerCent
from game.letters import can_be_shown, cleaned, shown, unshown
from game.report.columns import code_text
from game.report.people import clean
from game.session import RegisterField
from game.session.register_entries import LARGEST
from game.spreadsheet.opening import UNRECKONED, Cell

_FIRST_DAY: Final = date(1899, 12, 30)
"""The day that is 0 in a spreadsheet."""
_DAYS: Final = range(20_000, 110_000)
"""The numbers that are taken for days, where one is asked for: 1954 to 2201."""
_YEARS: Final = 50
"""By how many years a day of a register may lie before or after today."""
_BARE_NUMBER: Final = re.compile(
    r"[-−+]?\s?\d[\d.,\s]{0,20}(?:%|[^\W\d]{1,6}\.?(?:\s[^\W\d]{1,3}\.?)?)?"
)
"""A number with its unit: 51, 61 %, 62 dage, 0,4 mio. kr."""
_SUFFIXES: Final = ("kr.", "kr", "dkk", "%")

_UNRECKONED: Final = (
    mark("the cell holds a formula without a saved result"),
    mark("save the file in your spreadsheet first"),
)
_NO_NUMBER: Final = (mark("“{text}” is not a number"), mark("write one in figures"))
_OTHER_UNIT: Final = (
    mark("“{text}” is not counted in {unit}"),
    mark("write it in {unit}, or the number alone"),
)
_TOO_LARGE: Final = (
    mark("the number is too large"),
    mark("write a smaller one, or count in a larger unit"),
)
_NO_DAY: Final = (mark("“{text}” is not a date"), mark("write it like {example}"))
FAR_DAY: Final = (mark("{day} is far away"), mark("is the year right?"))
_NO_SCALE: Final = (mark("“{text}” is none of the five degrees"), mark("write 1, 2, 3, 4 or 5"))
_NO_CHOICE: Final = (
    mark("“{text}” is none of the choices"),
    mark("write one of these: {choices}"),
)
_NOT_SHOWN: Final = (
    mark("the text holds letters that cannot be shown here: {letters}"),
    mark("write it without them"),
)
_TOO_LONG: Final = (
    mark("the text is too long: at most {limit} characters, and it has {n}"),
    mark("make it shorter"),
)
_BOTH: Final = mark("{message}; {remedy}")


class ContentError(MessageError):
    """A cell does not hold what its column takes: both of its texts are clauses."""

    @property
    def why(self) -> Message:
        """What is wrong and what to do, as one clause behind the name of the cell."""
        return Message(_BOTH, {"message": self.message, "remedy": self.remedy})


def read_content(
    t: Words, field: RegisterField, cell: Cell, marks: Lang | None = None, unit: str = ""
) -> str:
    """What a cell holds, as a session keeps it; raises :class:`ContentError`.

    ``marks`` is the language in whose way numbers are written, if that is not the one of ``t``;
    ``unit`` is what they are counted in.
    """
    if cell == UNRECKONED:
        raise ContentError(*_UNRECKONED)
    if cell is None or not str(cell).strip():
        return ""
    if field.kind == "number":
        return repr(read_number(cell, marks or t.lang, unit))
    if field.kind == "scale":
        return _scale(cell)
    if field.kind == "day":
        return _near_day(t, cell).isoformat()
    if field.kind == "code":
        return read_code(t, field.codes, cell)
    if field.kind == "person":
        return read_name(cell)
    return read_text(cell, MAX_TEXT)


def read_name(cell: Cell) -> str:
    """A name, which stands on one line."""
    return read_text(cell, MAX_NAME).replace("\n", " ")


def read_text(cell: Cell, limit: int) -> str:
    """A text; a number in its place is written as it is."""
    if cell == UNRECKONED:
        raise ContentError(*_UNRECKONED)
    text = plain_text(written(cell))
    if letters := unshown(cleaned(text)):
        raise ContentError(*_NOT_SHOWN, letters=Letters("".join(letters)))
    text = text if can_be_shown(text) else shown(cleaned(text))
    if len(text) > limit:
        raise ContentError(*_TOO_LONG, limit=limit, n=len(text))
    return text


def written(cell: Cell) -> str:
    """A cell as a text; a whole number without a point."""
    if isinstance(cell, float) and cell.is_integer() and not isinstance(cell, PerCent):
        return str(int(cell))
    return "" if cell is None else str(cell)


def plain_text(text: str) -> str:
    """A text as it is compared and kept: without what cannot be seen, and spaces around it."""
    return clean(text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def read_number(cell: Cell, lang: Lang, unit: str = "") -> float:
    """A number, also one that is written as a text, with the marks of a language and its unit."""
    if cell == UNRECKONED:
        raise ContentError(*_UNRECKONED)
    number = float(cell) if isinstance(cell, int | float) else _typed_number(str(cell), lang, unit)
    if not abs(number) <= LARGEST:
        raise ContentError(*_TOO_LARGE)
    return number


def _typed_number(text: str, lang: Lang, unit: str) -> float:
    bare = text.strip().casefold()
    for suffix in () if unit else _SUFFIXES:
        bare = bare.removesuffix(suffix).strip()
    why = "none"
    for marks in (lang, *LANGS):  # what is no number in one language may be one in the other
        try:
            if (number := read_quantity(bare, marks, unit)) is not None:
                return float(number)
        except QuantityError as error:
            why = error.why
    if why == "other_unit":
        raise ContentError(*_OTHER_UNIT, text=_short(text), unit=unit)
    raise ContentError(*_NO_NUMBER, text=_short(text))


def is_bare_number(cell: Cell) -> bool:
    """Whether a cell holds a number and at most its unit, and no more in words."""
    if isinstance(cell, int | float):
        return True
    return isinstance(cell, str) and _BARE_NUMBER.fullmatch(plain_text(cell)) is not None


def _scale(cell: Cell) -> str:
    text = written(cell).strip()
    if text not in ("1", "2", "3", "4", "5"):
        raise ContentError(*_NO_SCALE, text=_short(text))
    return text


def read_day(t: Words, cell: Cell) -> date:
    """A day, also one that is written as a text or, as spreadsheets keep it, as a number."""
    if cell == UNRECKONED:
        raise ContentError(*_UNRECKONED)
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and cell in _DAYS:
        return _FIRST_DAY + timedelta(days=int(cell))
    with suppress(ValueError):
        return parse_day(str(cell))
    example = "31-01-2027" if t.lang == "da" else "2027-01-31"
    raise ContentError(*_NO_DAY, text=_short(str(cell)), example=example)


def _near_day(t: Words, cell: Cell) -> date:
    day = read_day(t, cell)
    if abs(day.year - date.today().year) > _YEARS:
        raise ContentError(*FAR_DAY, day=short_day(t, day))
    return day


def read_code(t: Words, codes: Iterable[str], cell: Cell) -> str:
    """A choice by its text in either language, or by its code."""
    text = plain_text(str(cell)).casefold()
    for code in codes:
        if text in (code, *(code_text(words(lang), code).casefold() for lang in LANGS)):
            return code
    choices = ", ".join(code_text(t, code) for code in codes)
    raise ContentError(*_NO_CHOICE, text=_short(str(cell)), choices=choices)


def _short(text: str) -> str:
    text = plain_text(text).replace("\n", " ")
    return text if len(text) <= 40 else f"{text[:39]}…"
