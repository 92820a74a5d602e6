"""The fields of the editor: which key of a case each one writes, and what can be put there.

A path is below the card that is shown. Limits come from the schema, so that what can be chosen is
what may stand in a file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from functools import cache
from typing import Any, Final, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.content.schema import ScenarioFile
from game.content.weighing.usual import Usual
from game.engine.setup import ModuleName
from game.frozen import frozen
from game.i18n import Words, mark

Below = tuple[str | int, ...]
Naming = Callable[[Words, Any], str]


@frozen
class Field:
    """A key below a card, with its label; ``keys`` are all that it writes.

    What only a ``module`` reads is shown where that one is on, or where something is written.
    """

    path: Below
    label: str
    module: ModuleName | None = field(default=None, kw_only=True)

    @property
    def keys(self) -> tuple[Below, ...]:
        """The paths of the keys that it writes."""
        return (self.path,)


@frozen
class TextInput(Field):
    """Prose, in so many lines; a ``plain`` text is the same in both languages."""

    lines: int = 1
    plain: bool = False


@frozen
class WholeInput(Field):
    """A whole number by steps; ``default`` is what a file says without the key."""

    default: int
    by: int = 1
    usual: Usual | None = None


@frozen
class AmountInput(Field):
    """A number with decimals, typed as people write them; ``unit`` is the path of its unit."""

    unit: Below
    optional: bool = False


@frozen
class DayInput(Field):
    """A day, typed as people write one."""


@frozen
class OptionInput(Field):
    """One of some words of the rules. Without ``default`` a key that is left out means none."""

    options: tuple[Any, ...]
    name: Naming
    default: Any = None
    about: Naming | None = None


@frozen
class FlagInput(Field):
    """Yes or no."""


@frozen
class PictureInput(Field):
    """A picture, found by words."""


@frozen
class FileInput(Field):
    """A picture file beside the case, chosen by Browse."""


@frozen
class SeveralInput(Field):
    """Some of the words of the rules; none of them leaves the key out.

    Then those count that go with another choice: ``implied`` has them by the values of ``by``.
    """

    options: tuple[Any, ...]
    name: Naming
    about: Naming | None = None
    by: Below = ()
    implied: Mapping[Any, Sequence[Any]] = field(default_factory=dict)


@frozen
class CardsInput(Field):
    """Cards of a deck, chosen by name and written by id; ``about`` says what is chosen and why."""

    deck: str
    about: str


@frozen
class BargainInput(Field):
    """What an idea promises on each track, and what is true."""

    @property
    def keys(self) -> tuple[Below, ...]:
        """Arrows and true effects."""
        return (("promise",), ("effects",))


@frozen
class AimInput(Field):
    """A role's aim: what is counted, how much of it, and on which track."""


@frozen
class RoundsInput(Field):
    """The rounds of each phase."""


@frozen
class OptionsInput(Field):
    """Whether an event just happens or is a choice between two."""


# ------------------------------------------------------------------ what the schema says
@cache
def field_info(path: Below) -> FieldInfo | None:
    """What the schema says of the key at a path, in which numbers of lists are left out."""
    table: Any = ScenarioFile
    info: FieldInfo | None = None
    for part in path:
        if isinstance(part, int):
            continue
        found = next((t for t in _tables(table) if part in t.model_fields), None)
        if found is None:
            return None
        info = found.model_fields[part]
        table = info.annotation
    return info


def _tables(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [table for inner in get_args(annotation) for table in _tables(inner)]


_TIPS: Final[Mapping[str, str]] = {
    "promise": mark("What the card promises on this track: two arrows up, one up, one down, none."),
    "about": mark("The ideas that are printed on the card. It can be true of some of them only."),
}
"""What a key means where the schema tells it in words of the file; by its name, or its table's."""


def tip(t: Words, path: Below) -> str:
    """What a key means: in the words of the schema, unless these are the file's.

    Its unit is told by its label, or stands beside the field.
    """
    named = path[-2:] if len(path) > 2 else path[-1:]  # what stands first is a section, no key
    own = next((_TIPS[str(part)] for part in named if str(part) in _TIPS), None)
    if own is not None:
        return t(own)
    info = field_info(path)
    return t(info.description) if info is not None and info.description else ""


@cache
def bounds(path: Below) -> tuple[int, int]:
    """The least and the largest whole number at a path."""
    info = field_info(path)
    limits: dict[str, float] = {}
    for constraint in info.metadata if info else ():
        for name in ("ge", "gt", "le"):
            if (limit := getattr(constraint, name, None)) is not None:
                limits[name] = limit
    return int(limits.get("ge", 0)), int(limits.get("le", 99))


@cache
def longest(path: Below) -> int:
    """The most letters of a text at a path."""
    info = field_info(path)
    found = list(_lengths(info.annotation)) + list(_lengths(info.metadata)) if info else []
    return max(found, default=60)


def _lengths(value: Any) -> list[int]:
    if isinstance(value, list | tuple):
        return [n for inner in value for n in _lengths(inner)]
    if isinstance(value, FieldInfo):
        return _lengths(list(value.metadata))
    if isinstance(value, type) and issubclass(value, BaseModel):
        return [n for info in value.model_fields.values() for n in _lengths(info.annotation)]
    own = getattr(value, "max_length", None)
    inner = [n for part in get_args(value) for n in _lengths(part)]
    metadata = [n for part in getattr(value, "__metadata__", ()) for n in _lengths(part)]
    return [*([own] if isinstance(own, int) else []), *inner, *metadata]
