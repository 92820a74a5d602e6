"""What a workbook tells about itself: its first sheet, and the note on each heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from game.casebook.columns import LONGER, Column
from game.casebook.labels import flag, label
from game.content.weighing.usual import OF_KEYS
from game.engine.setup import MODULES
from game.i18n import Words, mark
from game.wording import modules

_READ_ME: Final = (
    mark(
        "A sheet is a part of the case, and a row is a card. Write below the headings; sort, "
        "filter and move columns as you like. A column or a sheet of your own is not read."
    ),
    mark(
        "A text has a column for Danish and one for English. If the case is in one language "
        "only, leave the columns of the other empty on all sheets."
    ),
    mark(
        "Point at a heading to read what belongs below it. Where there is a list to choose from, "
        "an arrow shows in the cell. The darkest headings have to be filled in, texts in the "
        "languages of the case; the brown ones are true and hidden from the players."
    ),
    mark(
        "An id is how sheets refer to a card; it is never shown. Leave it empty, and it is "
        "made from the name. Once the case has been played, an id must stay as it is."
    ),
    mark(
        "Save as .xlsx and drop the file on the game's window, or write gevinst case import "
        "with its name. If something is wrong, you are told the sheet and the cell."
    ),
)
_ABOUT: Final[Mapping[str, str]] = {
    "case": mark("Title, story and what the list of cases shows."),
    "tracks": mark("What is counted on each of the four tracks, from where to where."),
    "economy": mark("The saving, and how it was announced."),
    "posts": mark("What the operation costs today, item by item."),
    "roles": mark("Who sits at the table: four roles at least."),
    "ideas": mark("The ideas, and what is true of them and hidden from the players."),
    "benefits": mark("The benefits, and how each is measured."),
    "risks": mark("The risks, and the ideas that stand on their cards."),
    "events": mark(
        "What happens around the project: one is turned over in each round from the second on."
    ),
    "questions": mark("Questions for everybody after the game."),
    "prompts": mark("Questions that help a group to write its own cards."),
    "rules": mark("Modules and numbers of the rules; an empty cell keeps the usual one."),
}
_LIST: Final = re.compile(r"\[(\d+(?:, \d+)+)\]")
_MODULE: Final = re.compile(r"\b(modulet|module) (\w+)")
_UNBOUNDED: Final = 1e6
"""A bound from here on only keeps numbers in reach, and is told to nobody."""
_RANGE: Final = mark(
    "Write the lowest and the highest, such as {low} to {high}, or a single number."
)
_FILL_IN: Final = mark("Has to be filled in.")
_IN_EACH: Final = mark("Has to be filled in, in the languages of the case.")


def read_me(t: Words) -> Iterator[str]:
    """The lines of the first sheet."""
    return (t(line) for line in _READ_ME)


def sheet_about(t: Words, sheet: str) -> str:
    """What a sheet holds."""
    return t(_ABOUT[sheet])


def note(t: Words, sheet: str, column: Column) -> str:
    """What belongs below a heading: what the schema says of the key, its bounds, what is usual."""
    return " ".join(filter(None, _parts(t, sheet, column)))


def _parts(t: Words, sheet: str, column: Column) -> Iterator[str]:
    yield _plain(t, column.note)
    if column.form == "span":
        yield t(_RANGE, low=2, high=4)
    low, high = column.low, column.high
    if low is not None and high is not None and high < _UNBOUNDED:
        yield t("From {low} to {high}.", low=t.number(low), high=t.number(high))
    if usual := OF_KEYS.get((sheet, *map(str, column.path))):
        yield t("{low} to {high} is usual.", low=t.number(usual.low), high=t.number(usual.high))
    if column.form == "text":
        yield t("At most {n} characters.", n=column.most)
    if column.refers_to:
        yield t("Write what the card is called, or choose it.")
    if column.n and column.last and column.key in LONGER:
        yield t("Several may stand in one cell, with commas between them.")
    if column.usual not in (None, "", [], {}) and not isinstance(column.usual, dict | list):
        yield t("If it is empty: {usual}.", usual=_usual(t, column))
    if column.required and column.form != "id":
        yield t(_IN_EACH if column.lang else _FILL_IN)


def _plain(t: Words, text: str) -> str:
    """A description without words of the file: lists as people write them, modules by name."""
    text = _LIST.sub(lambda found: t.listed(found[1].split(", ")), text)
    return _MODULE.sub(lambda found: f"{found[1]} {_named(t, found[2])}", text)


def _named(t: Words, word: str) -> str:
    known = next((module for module in MODULES if module == word), None)
    return word if known is None else t("“{text}”", text=modules.name(t, known))


def _usual(t: Words, column: Column) -> object:
    if isinstance(column.usual, bool):
        return flag(t, column.usual)
    if column.form == "choice" and isinstance(column.usual, str | int):
        return label(t, column.choices, column.usual)
    return column.usual
