"""The kinds of values that tables share: texts in one language or both, ids, tracks, effects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any, Final, Generic, TypeVar

from game.content.kinds import Definitions, Kind, Number, Parsed, Several, Text, Wrong
from game.content.positions import KeyPath
from game.content.tables import Table, key
from game.engine.setup import TRACKS, Track
from game.i18n import mark

# Beside the control characters: what turns the reading direction, odd line ends, what is not seen,
# and what no font has.
_UNPRINTABLE: Final = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufff0-\uffff"
)
ONE_LINE: Final = rf"^[^\t\n{_UNPRINTABLE}]*$"
LINES: Final = rf"^[^{_UNPRINTABLE}]*$"
ID: Final = r"^[a-z][a-z0-9_-]*$"

T = TypeVar("T")

UNITS: Final = (
    mark("points"),
    mark("minutes"),
    mark("months"),
    mark("rounds"),
    mark("actions"),
    mark("capacity"),
    mark("trust"),
    mark("cards"),
    mark("ideas"),
    mark("benefits"),
    mark("seats"),
    mark("roles"),
    mark("eyes of a die"),
    mark("steps of the balance"),
    mark("the indicator's own"),
    mark("the overview's own"),
    mark("points, a count, or a share of 0 to 1 for realism"),
)
"""What the numbers of a file are counted in."""


# ------------------------------------------------------------------ texts
class Languages(Table):
    """Prose in one language or both."""

    da: str | None
    en: str | None


AnyText = str | Languages
"""A text after reading, with any bound."""


class Prose(Kind[AnyText]):
    """A text for people: the same in both languages, or a table of them."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.languages: type[Languages] = type(
            f"Languages{text.most}",
            (Languages,),
            {
                "da": key(text, "The Danish text.", "Kortere ventetid", default=None),
                "en": key(text, "The English text.", "Shorter waits", default=None),
            },
        )

    def read(self, value: Any, path: KeyPath, wrong: list[Wrong]) -> AnyText | None:
        """See :class:`game.content.kinds.Kind`."""
        if isinstance(value, str):
            return self.text.read(value, path, wrong)
        if not isinstance(value, dict):
            wrong.append(Wrong("not_prose", path, value))
            return None
        found = self.languages.read(value, path, wrong)
        if found is None or found.da is not None or found.en is not None:
            return found
        wrong.append(Wrong("empty_text", path, value))
        return None

    def schema(self, tables: Definitions) -> dict[str, Any]:
        """See :class:`game.content.kinds.Kind`."""
        return {"oneOf": [self.text.schema(tables), self.languages.schema(tables)]}


def tables_in(kind: Kind[Any]) -> Iterator[type[Table]]:
    """The kind of tables that a value holds, if it holds any."""
    if isinstance(kind, Several):
        yield from tables_in(kind.kind)
    elif isinstance(kind, Prose):
        yield kind.languages
    elif isinstance(kind, type) and issubclass(kind, Table):
        yield kind


UnitText: Final = Prose(Text(24, ONE_LINE, least=1))
NameText: Final = Prose(Text(48, ONE_LINE, least=1))
TitleText: Final = Prose(Text(60, ONE_LINE, least=1))
LineText: Final = Prose(Text(160, ONE_LINE, least=1))
QuestionText: Final = Prose(Text(240, ONE_LINE, least=1))
PassageText: Final = Prose(Text(600, LINES, least=1))
StoryText: Final = Prose(Text(2500, LINES, least=1))

RESERVED: Final = "written-"
"""The prefix of ids that the engine assigns to cards written at the table."""
Id: Final = Text(40, ID, "bad_id")
CardId: Final = Id._replace(other=f"^{RESERVED}")
Picture: Final = Text(40)
Reference: Final = Text(40, ONE_LINE, shown=ID)
IMAGE_NAME: Final = (
    r"^[^\x00-\x1f\x7f<>:\"/\\|?*.][^\x00-\x1f\x7f<>:\"/\\|?*]*\.([pP][nN][gG]|[jJ][pP][eE]?[gG])$"
)
ImageName: Final = Text(60, IMAGE_NAME, "bad_image_name")


# ------------------------------------------------------------------ days and numbers
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
SPAN: Final = re.compile(r"\s*([+-]?\d{1,3})\s*\.\.\s*([+-]?\d{1,3})\s*")


def _day(value: object) -> str | None:
    """A day, as TOML has it or as a text: ``2027-01-31``."""
    if type(value) is date:
        return value.isoformat()
    if isinstance(value, str) and _DAY.fullmatch(value):
        with suppress(ValueError):
            return date.fromisoformat(value).isoformat()
    return None


def _span(value: object) -> tuple[int, int] | None:
    """``[2, 4]``, ``"2..4"`` or ``2``: the lowest and the highest true effect."""
    if isinstance(value, str) and (found := SPAN.fullmatch(value)):
        return int(found[1]), int(found[2])
    match value:
        case bool():
            return None
        case int():
            return value, value
        case [int(low), int(high)] if bool not in (type(low), type(high)):
            return low, high
    return None


def _arrows(value: object) -> int | None:
    return value if type(value) is int and value in (-1, 1, 2) else None


_POINTS: Final = {"type": "integer", "minimum": -6, "maximum": 6}
_SPAN_FORMS: Final = [
    {"type": "array", "items": _POINTS, "minItems": 2, "maxItems": 2},
    {"type": "string", "pattern": r"^\s*[+-]?0*[0-6]\s*\.\.\s*[+-]?0*[0-6]\s*$"},
    _POINTS,
]
Amount: Final = Number(-1e9, 1e9)
Day: Final = Parsed(_day, "bad_day", {"type": "string", "format": "date"})
Span: Final = Parsed(_span, "bad_range", {"anyOf": _SPAN_FORMS})
Arrows: Final = Parsed(_arrows, "bad_arrows", {"enum": [1, 2, -1]})


class ByTrack(Table, Generic[T]):
    """A value for some of the tracks."""

    def items(self) -> Iterator[tuple[Track, T]]:
        """The tracks that have a value, in the engine's order, each with its value."""
        return ((t, value) for t in TRACKS if (value := getattr(self, t)) is not None)


class Promise(ByTrack[int]):
    """The arrows on an idea's card."""

    citizen: int | None = key(
        Arrows, "Arrows for the citizen: 2 is two up, 1 one up, -1 one down.", 2, default=None
    )
    process: int | None = key(Arrows, "Arrows for the process: 2, 1 or -1.", 1, default=None)
    economy: int | None = key(Arrows, "Arrows for the economy: 2, 1 or -1.", -1, default=None)
    employee: int | None = key(Arrows, "Arrows for the employees: 2, 1 or -1.", 1, default=None)


class Effects(ByTrack[tuple[int, int]]):
    """The truth about an idea."""

    citizen: tuple[int, int] | None = key(
        Span,
        "The true effect for the citizen, hidden: lowest and highest, drawn when a game begins. "
        "A main effect is 3 to 6, a second one 1 to 3, a harm -1 to -4.",
        [3, 6],
        "3..6",
        unit="points",
        default=None,
    )
    process: tuple[int, int] | None = key(
        Span,
        "The true effect for the process, hidden: lowest and highest.",
        [1, 3],
        unit="points",
        default=None,
    )
    economy: tuple[int, int] | None = key(
        Span,
        "The true effect for the economy, hidden: lowest and highest.",
        [-2, 0],
        unit="points",
        default=None,
    )
    employee: tuple[int, int] | None = key(
        Span,
        "The true effect for the employees, hidden: lowest and highest.",
        [-2, -1],
        unit="points",
        default=None,
    )
