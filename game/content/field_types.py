"""The types of values in a scenario file, and the description of keys.

With :mod:`game.content.schema` these are the only modules that import pydantic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from typing import Annotated, Any, Final, Generic, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    PlainValidator,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from game.engine.setup import TRACKS, Track
from game.i18n import Words, mark

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
    mark("pips on a die"),
    mark("steps of the balance"),
    mark("the indicator's own"),
    mark("the overview's own"),
    mark("points, a count, or a share of 0 to 1 for realism"),
)
"""What the numbers of a file are counted in."""
UNIT: Final = "x-unit"
"""The keyword of a number's unit, among the settings of its field."""


def key(
    description: str,
    *examples: object,
    unit: str = "",
    json_schema_extra: Mapping[str, Any] | None = None,
    **settings: Any,
) -> Any:
    """A key of the file: what it means, examples, and the unit of its number (one of ``UNITS``).

    The description is collected as a message; :func:`described` tells it in a language.
    """
    extra = {**(json_schema_extra or {}), **({UNIT: unit} if unit else {})}
    return Field(
        description=description, examples=list(examples), json_schema_extra=extra, **settings
    )


def described(t: Words, field: FieldInfo) -> str:
    """What a key means, with the unit of its number: as editors, forms and spreadsheets tell it."""
    extra = field.json_schema_extra
    return told(t, field.description or "", extra.get(UNIT) if isinstance(extra, dict) else None)


def told(t: Words, description: str, unit: object) -> str:
    """A description in a language, with a unit if there is one."""
    parts = [t(description)]
    if unit:
        parts.append(t("Unit: {unit}.", unit=t(str(unit))))
    return " ".join(parts)


class Table(BaseModel):
    """A table of the file: no unknown keys, no guessing of types, no infinite numbers.

    A kind of table is built into the kinds that hold it; to build it for itself, too, would only
    take time.
    """

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False, defer_build=True)


class Languages(Table, Generic[T]):
    """Prose in one language or both."""

    da: T | None = key("The Danish text.", "Kortere ventetid", default=None)
    en: T | None = key("The English text.", "Shorter waits", default=None)

    @model_validator(mode="after")
    def _is_not_empty(self) -> Languages[T]:
        if self.da is None and self.en is None:
            raise PydanticCustomError("empty_text", "empty")
        return self


TAGS: Final = ("#text", "#languages")
"""The two forms of prose. pydantic puts them into its paths, where they mean nothing to authors."""


def _form(value: object) -> str | None:
    return TAGS[0] if isinstance(value, str) else TAGS[1] if isinstance(value, dict) else None


_ONE, _EACH, _FORM = Tag(TAGS[0]), Tag(TAGS[1]), Discriminator(_form)

_Text24 = Annotated[str, Field(min_length=1, max_length=24, pattern=ONE_LINE)]
_Text48 = Annotated[str, Field(min_length=1, max_length=48, pattern=ONE_LINE)]
_Text60 = Annotated[str, Field(min_length=1, max_length=60, pattern=ONE_LINE)]
_Text160 = Annotated[str, Field(min_length=1, max_length=160, pattern=ONE_LINE)]
_Text240 = Annotated[str, Field(min_length=1, max_length=240, pattern=ONE_LINE)]
_Text600 = Annotated[str, Field(min_length=1, max_length=600, pattern=LINES)]
_Text2500 = Annotated[str, Field(min_length=1, max_length=2500, pattern=LINES)]

UnitText = Annotated[Annotated[_Text24, _ONE] | Annotated[Languages[_Text24], _EACH], _FORM]
NameText = Annotated[Annotated[_Text48, _ONE] | Annotated[Languages[_Text48], _EACH], _FORM]
TitleText = Annotated[Annotated[_Text60, _ONE] | Annotated[Languages[_Text60], _EACH], _FORM]
LineText = Annotated[Annotated[_Text160, _ONE] | Annotated[Languages[_Text160], _EACH], _FORM]
QuestionText = Annotated[Annotated[_Text240, _ONE] | Annotated[Languages[_Text240], _EACH], _FORM]
PassageText = Annotated[Annotated[_Text600, _ONE] | Annotated[Languages[_Text600], _EACH], _FORM]
StoryText = Annotated[Annotated[_Text2500, _ONE] | Annotated[Languages[_Text2500], _EACH], _FORM]
AnyText = str | Languages[str]
"""A text after reading, with any bound."""

RESERVED: Final = "written-"
"""The prefix of ids that the engine assigns to cards written at the table."""
Id = Annotated[str, Field(max_length=40, pattern=ID)]
CardId = Annotated[Id, Field(json_schema_extra={"not": {"pattern": f"^{RESERVED}"}})]
Picture = Annotated[str, Field(max_length=40)]
Reference = Annotated[
    str, Field(max_length=40, pattern=ONE_LINE, json_schema_extra={"pattern": ID})
]
LARGEST: Final = 1e9
"""No number of a case is larger; one of hundreds of figures cannot be held against its field."""
Amount = Annotated[float, Field(ge=-LARGEST, le=LARGEST)]


def _day(value: object) -> str:
    """A day, as TOML has it or as a text: ``2027-01-31``."""
    if type(value) is date:
        return value.isoformat()
    if isinstance(value, str) and _DAY.fullmatch(value):
        with suppress(ValueError):
            return date.fromisoformat(value).isoformat()
    raise PydanticCustomError("bad_day", "day")


_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
Day = Annotated[str, PlainValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
IMAGE_NAME: Final = (
    r"^[^\x00-\x1f\x7f<>:\"/\\|?*.][^\x00-\x1f\x7f<>:\"/\\|?*]*\.([pP][nN][gG]|[jJ][pP][eE]?[gG])$"
)
ImageName = Annotated[str, Field(max_length=60, pattern=IMAGE_NAME)]

_FAR: Final = 999
"""Beyond that an end of a range is not even told to be too far away, as in its written form."""
SPAN: Final = re.compile(r"\s*([+-]?\d{1,3})\s*\.\.\s*([+-]?\d{1,3})\s*")


def _span(value: object) -> tuple[int, int]:
    """``[2, 4]``, ``"2..4"`` or ``2``: the lowest and the highest true effect."""
    if isinstance(value, str) and (found := SPAN.fullmatch(value)):
        return int(found[1]), int(found[2])
    ends: list[Any] = value if isinstance(value, list) and len(value) == 2 else [value, value]
    if all(type(end) is int and abs(end) <= _FAR for end in ends):
        return ends[0], ends[1]
    raise PydanticCustomError("bad_range", "range")


def _arrows(value: object) -> int:
    if type(value) is int and value in (-1, 1, 2):
        return value
    raise PydanticCustomError("bad_arrows", "arrows")


_POINTS: Final = {"type": "integer", "minimum": -6, "maximum": 6}
_SPAN_FORMS: Final = [
    {"type": "array", "items": _POINTS, "minItems": 2, "maxItems": 2},
    {"type": "string", "pattern": r"^\s*[+-]?0*[0-6]\s*\.\.\s*[+-]?0*[0-6]\s*$"},
    _POINTS,
]
Span = Annotated[tuple[int, int], PlainValidator(_span), WithJsonSchema({"anyOf": _SPAN_FORMS})]
Arrows = Annotated[int, PlainValidator(_arrows), WithJsonSchema({"enum": [1, 2, -1]})]


class ByTrack(Table, Generic[T]):
    """A value for some of the tracks."""

    citizen: T | None = None
    process: T | None = None
    economy: T | None = None
    employee: T | None = None

    def items(self) -> Iterator[tuple[Track, T]]:
        """The tracks that have a value, in the engine's order, each with its value."""
        return ((t, value) for t in TRACKS if (value := getattr(self, t)) is not None)


class Promise(ByTrack[Arrows]):
    """The arrows on an idea's card."""

    citizen: Arrows | None = key(
        "Arrows for the citizen: 2 is two up, 1 one up, -1 one down.", 2, default=None
    )
    process: Arrows | None = key("Arrows for the process: 2, 1 or -1.", 1, default=None)
    economy: Arrows | None = key("Arrows for the economy: 2, 1 or -1.", -1, default=None)
    employee: Arrows | None = key("Arrows for the employees: 2, 1 or -1.", 1, default=None)


class Effects(ByTrack[Span]):
    """The truth about an idea."""

    citizen: Span | None = key(
        "The true effect for the citizen, hidden: lowest and highest, drawn when a game begins. "
        "A main effect is 3 to 6, a second one 1 to 3, a harm -1 to -4.",
        [3, 6],
        "3..6",
        unit="points",
        default=None,
    )
    process: Span | None = key(
        "The true effect for the process, hidden: lowest and highest.",
        [1, 3],
        unit="points",
        default=None,
    )
    economy: Span | None = key(
        "The true effect for the economy, hidden: lowest and highest.",
        [-2, 0],
        unit="points",
        default=None,
    )
    employee: Span | None = key(
        "The true effect for the employees, hidden: lowest and highest.",
        [-2, -1],
        unit="points",
        default=None,
    )
