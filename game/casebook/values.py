"""A value of the file as a cell, and a cell as a value of the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from math import ceil, floor, isfinite
from typing import Any, Final

from game.casebook.columns import Column, Form
from game.casebook.labels import code_meant, flag, label, labels, near
from game.content.lenient.amounts import Amount, read_amount
from game.content.lenient.characters import plain as keyboard
from game.content.lenient.vocabulary import flag_for, is_none
from game.frozen import frozen
from game.i18n import Words, mark
from game.i18n.days import parse_day, short_day
from game.i18n.message import MessageError
from game.letters import with_lines
from game.spreadsheet.opening import UNRECKONED, Cell, Limits, in_percent, value_of

PERCENT: Final = "%"
SHARE: Final = "share"
"""The unit of a number from 0 to 1 that people like to write in percent."""
ANY: Final = ""
"""The unit of a number whose unit nobody writes: what is written behind it is not looked at."""

_RANGE: Final = mark("{low} to {high}")
_LISTED: Final = re.compile(r"\[?\s*([+-]?\s?\d{1,3})\s*[,;]\s*([+-]?\s?\d{1,3})\s*\]?")
_ARROWS: Final = {
    "++": "2",
    "↑": "1",
    "↑↑": "2",
    "↓": "-1",
    "▲": "1",
    "▲▲": "2",
    "▼": "-1",
    "+": "1",
}
_CROSSES: Final = ("x", "✓", "✔", "✗")
_UNSEEN: Final = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u202a-\u202e\u2060-\u206f\ufeff]"
)
"""What takes no room and belongs to no letter; it comes along when a text is copied."""
_GAP: Final = re.compile(r"\s*[,;\n]\s*|\s+(?:og|and|&)\s+")
_MOST_PARTS: Final = 60
_ERROR: Final = re.compile(r"#(?:REF|N/A|NAME|VALUE|DIV/0|NUM|NULL|SPILL|CALC)[!?]?.*")

NOT_NUMBER: Final = mark("“{value}” is not a number.")
NOT_WHOLE: Final = mark("This has to be a whole number, and “{value}” is not.")
ONE_NUMBER: Final = mark("One number is wanted here, and “{value}” is several.")
TWO_WAYS: Final = mark("“{value}” can be read in two ways: with thousands, or with decimals.")
OTHER_UNIT: Final = mark("“{value}” does not fit the unit: {unit}.")
A_DATE: Final = mark("The spreadsheet has made a date of this: {value}.")
UNSAVED: Final = mark("A formula stands here, and its result was not saved.")
BROKEN: Final = mark("The spreadsheet shows an error here: {value}.")
NOT_CHOICE: Final = mark("“{value}” is none of the choices here.")
NOT_FLAG: Final = mark("“{value}” is neither yes nor no.")
NOT_RANGE: Final = mark("“{value}” is not a range of points.")
NOT_DAY: Final = mark("“{value}” is not a date.")

WHOLE_BETWEEN: Final = mark("A whole number from {low} to {high} is wanted here.")
_IN_FIGURES: Final = mark("Write a number, in figures.")
_ONE_OF_THEM: Final = mark("Write one of them: {choices}.")
_WRITE_PLAIN: Final = mark("Write it without marks between the thousands.")
_WRITE_UNIT: Final = mark("Write the number in the unit of the row, or change the unit.")
_WRITE_AGAIN: Final = mark("Give the cell the format Text, and write the number again.")
_WRITE_RANGE_AGAIN: Final = mark("Give the cell the format Text, and write {example} again.")
_SAVE_AGAIN: Final = mark(
    "Open the file in your spreadsheet and save it, or write the value itself."
)
_WRITE_VALUE: Final = mark("Write the value itself.")
_CHOOSE: Final = mark("Choose one of: {choices}.")
_DID_YOU_MEAN: Final = mark('Did you mean "{near}"?')
_YES_NO: Final = mark("Write yes or no.")
_WRITE_RANGE: Final = mark("Write the lowest and the highest, in figures, such as {example}.")
_WRITE_DAY: Final = mark("Write it like 2027-01-31.")


class CellError(MessageError):
    """A cell that cannot be read."""

    def __init__(self, code: str, text: str, hint: str, /, **params: object) -> None:
        super().__init__(text, hint, **params)
        self.code = code


@frozen
class Written:
    """What stands in a cell; ``percent`` if it is shown as a percentage."""

    value: Cell
    percent: bool = False

    @property
    def text(self) -> str:
        """The value as text, without space around it and what cannot be seen."""
        value = self.value
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return "" if value is None else str(value).strip()

    def told(self, t: Words) -> str:
        """The value as a message quotes it."""
        return t.number(self.value) if isinstance(self.value, int | float) else self.text[:40]

    @property
    def empty(self) -> bool:
        """Whether nothing stands there."""
        return not self.text


def holds_unseen(cell: Written) -> bool:
    """Whether something is left out of the text of a cell, as nobody can see it."""
    return isinstance(cell.value, str) and bool(_UNSEEN.search(with_lines(cell.value)))


def read_cell(found: Any, written: Any, limits: Limits) -> Written | None:
    """A cell of openpyxl, or ``None`` for an empty one."""
    value = value_of(found, written, limits)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    return Written(value, isinstance(value, int | float) and in_percent(found))


# ------------------------------------------------------------------ as a cell
def to_cell(t: Words, column: Column, value: Any) -> str | float | None:
    """A value of the file as it stands in a cell of its column."""
    if value is None:
        return None
    if column.form == "choice":
        return label(t, column.choices, value) if value in column.choices else str(value)
    if column.form == "flag":
        return flag(t, value is True)
    if column.form == "span":
        return _span_text(t, value)
    if column.form in ("whole", "number") and isinstance(value, int | float):
        return value
    return str(value)


def _span_text(t: Words, value: Any) -> str | float:
    match value:
        case [low, high]:
            return t(_RANGE, low=low, high=high)
        case str():
            low, _, high = value.partition("..")
            return t(_RANGE, low=low.strip(), high=high.strip())
    return int(value)


# ------------------------------------------------------------------ from a cell
def from_cell(t: Words, column: Column, cell: Written, unit: str) -> Any:
    """The value that a cell says, ``None`` for nothing. Raises :class:`CellError`.

    ``unit`` is what numbers of this column are counted in, where somebody says so.
    """
    _check_readable(cell)
    if cell.empty:
        return None
    if _says_nothing(column, cell):
        return 0 if column.form == "whole" and column.low is not None and column.low <= 0 else None
    return _READERS[column.form](t, column, cell, unit)


def _check_readable(cell: Written) -> None:
    if cell.value == UNRECKONED:
        raise CellError("cell_unsaved", UNSAVED, _SAVE_AGAIN)
    if isinstance(cell.value, str) and _ERROR.fullmatch(cell.text):
        raise CellError("cell_error", BROKEN, _WRITE_VALUE, value=cell.text)


def _says_nothing(column: Column, cell: Written) -> bool:
    """Whether a cell says *none*, where that is no text of its own."""
    prose = column.form == "text" and column.key != "unit"
    return not prose and not column.required and is_none(cell.text)


def _text(t: Words, column: Column, cell: Written, unit: str) -> str:
    if isinstance(cell.value, date):
        return short_day(t, cell.value)
    text = _UNSEEN.sub("", with_lines(cell.text)).strip()
    return text if column.lines else re.sub(r"\s*[\n\t]\s*", " ", text)


def _choice(t: Words, column: Column, cell: Written, unit: str) -> Any:
    text = cell.text
    if all(isinstance(code, int) for code in column.choices):
        text = _ARROWS.get(text, text)
        amount = read_amount(text)
        number = amount.value if amount else None
        if number in column.choices:
            return int(number or 0)
    else:
        code = code_meant(column.choices, text)
        if code is not None:
            return code
    raise _no_choice(t, column, text)


def _no_choice(t: Words, column: Column, text: str) -> CellError:
    close = near(t, column.choices, text)
    if close is not None:
        return CellError("cell_not_choice", NOT_CHOICE, _DID_YOU_MEAN, value=text[:40], near=close)
    choices = ", ".join(map(str, labels(t, column.choices)))
    return CellError("cell_not_choice", NOT_CHOICE, _CHOOSE, value=text[:40], choices=choices)


def _flag(t: Words, column: Column, cell: Written, unit: str) -> bool:
    text = cell.text.casefold()
    told = True if text in (*_CROSSES, "1") else False if text == "0" else flag_for(text)
    if told is None:
        raise CellError("cell_not_flag", NOT_FLAG, _YES_NO, value=cell.told(t))
    return told


def _number(t: Words, column: Column, cell: Written, unit: str) -> float:
    value = cell.value
    if isinstance(value, date):
        raise CellError("cell_date", A_DATE, _WRITE_AGAIN, value=short_day(t, value))
    if isinstance(value, int | float):
        number = round(value * (100 if cell.percent and unit == PERCENT else 1), 9)
        if isfinite(number):
            return _tidy(number)
    return _tidy(_amount(t, column, cell.text, unit))


def _amount(t: Words, column: Column, text: str, unit: str) -> float:
    """The one number that a text says, in a unit."""
    amount = read_amount(text)
    if amount is None:
        hint, wanted = _number_wanted(column)
        raise CellError("cell_not_number", NOT_NUMBER, hint, value=text[:40], **wanted)
    values = _in_unit(amount, unit)
    if values is None:
        told = {"value": text[:40], "unit": unit}
        raise CellError("cell_other_unit", OTHER_UNIT, _WRITE_UNIT, **told)
    if len(values) > 1:
        choices = t.listed([t.number(value) for value in values], without=True)
        raise CellError("cell_several", ONE_NUMBER, _ONE_OF_THEM, value=text[:40], choices=choices)
    if not amount.sure:
        raise CellError("cell_two_ways", TWO_WAYS, _WRITE_PLAIN, value=text[:40])
    return values[0]


def _number_wanted(column: Column) -> tuple[str, dict[str, object]]:
    """What helps where no number stands: the bounds if they are narrow."""
    if column.form == "whole" and column.low is not None and column.high is not None:
        return WHOLE_BETWEEN, {"low": int(column.low), "high": int(column.high)}
    return _IN_FIGURES, {}


def _in_unit(amount: Amount, unit: str) -> tuple[float, ...] | None:
    if unit == SHARE:
        times = 100 if amount.unit == PERCENT else 1
        return tuple(round(value / times, 9) for value in amount.values)
    return amount.values if unit == ANY else amount.counted_in(unit)


def _whole(t: Words, column: Column, cell: Written, unit: str) -> int:
    number = _number(t, column, cell, unit)
    if number != int(number):
        choices = t.listed([str(floor(number)), str(ceil(number))], without=True)
        told = {"value": cell.told(t), "choices": choices}
        raise CellError("cell_not_whole", NOT_WHOLE, _ONE_OF_THEM, **told)
    return int(number)


def _span(t: Words, column: Column, cell: Written, unit: str) -> list[int] | int:
    if isinstance(cell.value, date):
        low, high = sorted((cell.value.day, cell.value.month))
        meant = t(_RANGE, low=low, high=high)
        told = {"value": short_day(t, cell.value), "example": meant}
        raise CellError("cell_date", A_DATE, _WRITE_RANGE_AGAIN, **told)
    values = _points(cell.text)
    if values is None:
        low, high = _made_decimal(cell.value) or (2, 4)
        told = {"value": cell.told(t), "example": t(_RANGE, low=low, high=high)}
        raise CellError("cell_not_range", NOT_RANGE, _WRITE_RANGE, **told)
    return values[0] if len(values) == 1 else values


def _made_decimal(value: object) -> tuple[int, int] | None:
    """The range of which a Danish spreadsheet made a decimal number: 4.5 of ``4,5``."""
    found = re.fullmatch(r"(\d)\.(\d)", str(value)) if isinstance(value, float) else None
    return (int(found[1]), int(found[2])) if found and found[1] < found[2] else None


def _points(text: str) -> list[int] | None:
    """The one or two whole numbers that a text says."""
    listed = _LISTED.fullmatch(keyboard(text))
    if listed:
        return [int(part.replace(" ", "")) for part in listed.groups()]
    amount = read_amount(text)
    values = amount.values if amount else ()
    whole = [int(value) for value in values if value == int(value)]
    return whole if whole and len(whole) == len(values) else None


def _day(t: Words, column: Column, cell: Written, unit: str) -> str:
    if isinstance(cell.value, date):
        return cell.value.isoformat()
    with suppress(ValueError):
        return parse_day(cell.text).isoformat()
    raise CellError("cell_not_day", NOT_DAY, _WRITE_DAY, value=cell.told(t))


def _tidy(value: float) -> float:
    return int(value) if float(value).is_integer() else value


_READERS: Final[Mapping[Form, Callable[[Words, Column, Written, str], Any]]] = {
    "text": _text,
    "id": _text,
    "word": _text,
    "picture": _text,
    "choice": _choice,
    "whole": _whole,
    "number": _number,
    "flag": _flag,
    "span": _span,
    "day": _day,
}


def parts(text: str, known: Callable[[str], bool]) -> Iterator[str]:
    """The parts of a list in one cell: with commas, semicolons, lines or *and* between them.

    A known name is a part even if it has a comma or an *and* in it.
    """
    pieces = _pieces(text)
    n = 0
    while n < len(pieces):
        ends = range(len(pieces), n, -1)
        told = (text[pieces[n][0] : pieces[end - 1][1]] for end in ends)
        found = next((i for i, one in enumerate(told) if known(one)), len(ends) - 1)
        last = ends[found]
        part = text[pieces[n][0] : pieces[last - 1][1]].strip()
        if part:
            yield part
        n = last


def _pieces(text: str) -> list[tuple[int, int]]:
    """From where to where the pieces of a text stand between what may separate them."""
    gaps = [found.span() for found in _GAP.finditer(text)][:_MOST_PARTS]
    starts = [0, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), len(text)]
    return list(zip(starts, ends, strict=True))
