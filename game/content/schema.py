"""What may stand in a scenario file, version 1: the keys, their kinds, their bounds.

This module alone imports pydantic, and is imported when the first scenario is read. What takes two
places of the file to judge (an id that must exist elsewhere) is in :mod:`game.content.meaning`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Final, Generic, Literal, TypeVar, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    PlainValidator,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from game.content.case import Level
from game.engine.setup import TRACKS, Ability, AimKind, Kind, Track

# Beside the control characters: those that turn the reading direction, and odd line ends.
_UNPRINTABLE: Final = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff"
ONE_LINE: Final = rf"^[^\t\n{_UNPRINTABLE}]*$"
LINES: Final = rf"^[^{_UNPRINTABLE}]*$"
ID: Final = r"^[a-z][a-z0-9_-]*$"
PICTURE: Final = r"^[a-z0-9-]+$"

T = TypeVar("T")


class Table(BaseModel):
    """A table of the file: no unknown keys, no guessing of types, no infinite numbers."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


class Languages(Table, Generic[T]):
    """Prose in one language or both."""

    da: T | None = None
    en: T | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Languages[T]:
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

Unit = Annotated[Annotated[_Text24, _ONE] | Annotated[Languages[_Text24], _EACH], _FORM]
Name = Annotated[Annotated[_Text48, _ONE] | Annotated[Languages[_Text48], _EACH], _FORM]
Title = Annotated[Annotated[_Text60, _ONE] | Annotated[Languages[_Text60], _EACH], _FORM]
Line = Annotated[Annotated[_Text160, _ONE] | Annotated[Languages[_Text160], _EACH], _FORM]
Question = Annotated[Annotated[_Text240, _ONE] | Annotated[Languages[_Text240], _EACH], _FORM]
Passage = Annotated[Annotated[_Text600, _ONE] | Annotated[Languages[_Text600], _EACH], _FORM]
Story = Annotated[Annotated[_Text2500, _ONE] | Annotated[Languages[_Text2500], _EACH], _FORM]
Prosaic = str | Languages[str]
"""Any of these once read, whatever its bound."""

Id = Annotated[str, Field(max_length=40, pattern=ID)]
Reference = Annotated[str, Field(max_length=40, pattern=ONE_LINE)]
Amount = Annotated[float, Field(ge=-1e9, le=1e9)]

_SPAN: Final = re.compile(r"\s*([+-]?\d{1,3})\s*\.\.\s*([+-]?\d{1,3})\s*")


def _span(value: object) -> tuple[int, int]:
    """``[2, 4]``, ``"2..4"`` or ``2``: the lowest and the highest true effect."""
    if isinstance(value, str) and (found := _SPAN.fullmatch(value)):
        return int(found[1]), int(found[2])
    match value:
        case bool():
            pass
        case int():
            return value, value
        case [int(low), int(high)] if bool not in (type(low), type(high)):
            return low, high
    raise PydanticCustomError("bad_range", "range")


def _arrows(value: object) -> int:
    if type(value) is int and value in (-1, 1, 2):
        return value
    raise PydanticCustomError("bad_arrows", "arrows")


Span = Annotated[tuple[int, int], PlainValidator(_span)]
Arrows = Annotated[int, PlainValidator(_arrows)]


class ByTrack(Table, Generic[T]):
    """A value for some of the tracks."""

    citizen: T | None = None
    process: T | None = None
    economy: T | None = None
    employee: T | None = None

    def given(self) -> Iterator[tuple[Track, T]]:
        """The tracks that are written, in the engine's order."""
        return ((t, value) for t in TRACKS if (value := getattr(self, t)) is not None)


Rounds = Annotated[list[Annotated[int, Field(ge=1, le=6)]], Field(min_length=3, max_length=3)]


class RulesTable(Table):
    """The engine's numbers that a scenario changes; ``None`` where it keeps the default."""

    rounds: Rounds | None = None
    actions: int | None = Field(default=None, ge=3, le=30)
    actions_many_seats: int | None = Field(default=None, ge=3, le=30)
    many_seats: int | None = Field(default=None, ge=2, le=9)
    capacity: int | None = Field(default=None, ge=0, le=20)
    trust: int | None = Field(default=None, ge=1, le=10)
    deal_first: int | None = Field(default=None, ge=1, le=30)
    deal_later: int | None = Field(default=None, ge=0, le=20)
    deals_later: int | None = Field(default=None, ge=0, le=10)
    open_ideas: int | None = Field(default=None, ge=1, le=12)
    written_cost: int | None = Field(default=None, ge=1, le=9)
    written_maturity: int | None = Field(default=None, ge=1, le=5)
    written_delay: int | None = Field(default=None, ge=0, le=2)
    written_claims: int | None = Field(default=None, ge=1, le=24)
    rally: int | None = Field(default=None, ge=1, le=5)
    mitigation: int | None = Field(default=None, ge=1, le=7)
    unnamed: int | None = Field(default=None, ge=0, le=6)
    shelve_gain: int | None = Field(default=None, ge=0, le=9)
    learned: int | None = Field(default=None, ge=0, le=5)
    unknown_severity: int | None = Field(default=None, ge=0, le=4)
    unknown_likelihood: int | None = Field(default=None, ge=0, le=6)
    broken_word: int | None = Field(default=None, ge=1, le=12)
    combination: int | None = Field(default=None, ge=0, le=5)
    roles_in_play: int | None = Field(default=None, ge=1, le=8)


class Indicator(Table):
    """What is counted, and the way it should go."""

    indicator: Title
    unit: Unit | None = None
    baseline: Amount
    target: Amount


class TrackTable(Indicator):
    """A track of the case."""

    goal: int = Field(default=8, ge=1, le=20)


class TracksTable(Table):
    """The four tracks, none left out."""

    citizen: TrackTable
    process: TrackTable
    economy: TrackTable
    employee: TrackTable


class PostTable(Table):
    """A post of the economy overview."""

    name: Title
    value: float = Field(ge=0, le=1e9)
    note: Line | None = None


class EconomyTable(Table):
    """The economy overview."""

    saving: float = Field(gt=0, le=1e9)
    unit: Unit = Languages(da="mio. kr.", en="DKK m")
    announcement: Passage | None = None
    posts: list[PostTable] = Field(default=[], max_length=20)


class AimTable(Table):
    """A role's aim."""

    kind: AimKind
    value: Amount
    track: Track | None = None


class RoleTable(Table):
    """A role."""

    id: Id
    name: Name
    text: Line | None = None
    ability: Ability
    aim: AimTable


class IdeaTable(Table):
    """An idea: what its card says, and what is true."""

    id: Id
    name: Name
    text: Line
    track: Track
    kind: Kind
    cost: int = Field(default=2, ge=1, le=9)
    maturity: int = Field(default=3, ge=1, le=5)
    delay: int = Field(default=0, ge=0, le=2)
    promise: ByTrack[Arrows] = ByTrack()
    effects: ByTrack[Span] = ByTrack()
    risks: list[Reference] = Field(default=[], max_length=10)


class MeasureTable(Indicator):
    """How a benefit is measured."""

    months: int = Field(default=6, ge=1, le=60)


class BenefitTable(Table):
    """A benefit."""

    id: Id
    track: Track
    name: Name
    measure: MeasureTable


class RiskTable(Table):
    """A risk."""

    id: Id
    name: Name
    text: Line | None = None
    track: Track
    severity: int = Field(default=3, ge=1, le=4)
    likelihood: int = Field(default=3, ge=1, le=5)
    about: list[Reference] = Field(default=[], max_length=60)


class EffectKeys(Table):
    """What an event does, or one option of it."""

    capacity: int = Field(default=0, ge=-6, le=6)
    trust: int = Field(default=0, ge=-5, le=5)
    balance: int = Field(default=0, ge=-5, le=5)
    likelihood: Track | None = None
    maturity: Kind | None = None
    owner_leaves: bool = False
    reveal: Track | None = None

    def acts(self) -> bool:
        """Whether it does anything at all."""
        return any(getattr(self, key) for key in EffectKeys.model_fields)


class OptionTable(EffectKeys):
    """One of the two things the group may choose."""

    text: Line


class EventTable(EffectKeys):
    """An event with its effect, or with two options."""

    id: Id
    name: Title
    text: Line | None = None
    options: list[OptionTable] | None = Field(default=None, min_length=2, max_length=2)


class ScenarioFile(Table):
    """The whole file."""

    format: Literal[1]
    id: Id | None = None
    title: Title
    summary: Line | None = None
    story: Story | None = None
    notes: Story | None = None
    questions: list[Question] = Field(default=[], max_length=20)
    minutes: int = Field(default=70, ge=10, le=600)
    level: Level = "normal"
    picture: str | None = Field(default=None, max_length=40, pattern=PICTURE)
    rules: RulesTable | None = None
    tracks: TracksTable
    economy: EconomyTable
    roles: list[RoleTable] = Field(min_length=4, max_length=20)
    ideas: list[IdeaTable] = Field(min_length=1, max_length=60)
    benefits: list[BenefitTable] = Field(min_length=1, max_length=90)
    risks: list[RiskTable] = Field(default=[], max_length=90)
    events: list[EventTable] = Field(default=[], max_length=60)


def keys_of(path: tuple[str | int, ...]) -> list[str]:
    """The keys that are known in the table at a path."""
    table: type[BaseModel] = ScenarioFile
    for part in path:
        if isinstance(part, str):
            table = next(_tables_in(table.model_fields[part].annotation))
    return list(table.model_fields)


def _tables_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _tables_in(inner)
