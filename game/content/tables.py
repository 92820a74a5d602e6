"""Tables of a scenario file: classes that declare their keys, and read themselves from raw data.

    class Post(Table):
        name: AnyText = key(TitleText, "What the money is spent on.", "Telephone")
        value: float = key(Number(0, 1e9), "What it costs a year.", 2.9, unit="points")

There are packages for this. The best of them took half of the time of a whole ``gevinst check``:
a case has thirty kinds of tables, which are read once and then thrown away.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, NamedTuple, Self, TypeVar, overload

from game.content.kinds import Definitions, Kind, Wrong
from game.content.positions import KeyPath
from game.i18n import Words

T = TypeVar("T")

NEEDED: Final = object()
"""The default of a key that has to be there."""
UNIT: Final = "x-unit"
"""The keyword of a number's unit in the JSON Schema."""


class Key(NamedTuple):
    """A key of a table: what may stand there, what it means, and what stands for it without it."""

    kind: Kind[Any]
    description: str
    examples: tuple[object, ...]
    default: object
    unit: str
    deprecated: bool

    @property
    def needed(self) -> bool:
        """Whether it has to be there."""
        return self.default is NEEDED

    def read(self, value: Any, path: KeyPath, wrong: list[Wrong]) -> Any:
        """A value of it; nothing may stand where nothing is the default."""
        if value is None and self.default is None:
            return None
        return self.kind.read(value, path, wrong)

    def schema(self, tables: Definitions) -> dict[str, Any]:
        """What JSON Schema says of it. A table that is left out is left out, not empty."""
        default = self.default
        shown = not self.needed and default is not None and not isinstance(default, Table)
        return {
            **self.kind.schema(tables),
            "description": self.description,
            **({UNIT: self.unit} if self.unit else {}),
            "examples": list(self.examples),
            **({"default": default} if shown else {}),
            **({"deprecated": True} if self.deprecated else {}),
        }


@overload
def key(
    kind: Kind[T], description: str, *examples: object, unit: str = "", deprecated: bool = False
) -> T: ...
@overload
def key(
    kind: Kind[T],
    description: str,
    *examples: object,
    default: None,
    unit: str = "",
    deprecated: bool = False,
) -> T | None: ...
@overload
def key(
    kind: Kind[T],
    description: str,
    *examples: object,
    default: T,
    unit: str = "",
    deprecated: bool = False,
) -> T: ...
def key(
    kind: Kind[Any],
    description: str,
    *examples: object,
    default: object = NEEDED,
    unit: str = "",
    deprecated: bool = False,
) -> Any:
    """A key of a table: what it means, examples, and the unit of its number (one of ``UNITS``).

    A ``deprecated`` key is read, and does nothing any longer. The description is collected as a
    message; :func:`told` tells it in a language.
    """
    return Key(kind, description, examples, default, unit, deprecated)


def told(t: Words, description: str, unit: object) -> str:
    """A description in a language, with a unit if there is one."""
    parts = [t(description)]
    if unit:
        parts.append(t("Unit: {unit}.", unit=t(str(unit))))
    return " ".join(parts)


class TableError(ValueError):
    """A table that cannot be read, with everything that is wrong."""

    def __init__(self, wrong: list[Wrong]) -> None:
        super().__init__(", ".join(f"{one.code} at {one.path}" for one in wrong[:5]))
        self.wrong = wrong


class Table:
    """A table of the file: no unknown keys, no guessing of types, no infinite numbers.

    Its class declares a key by :func:`key`. A table that is made of given ``values`` has them as
    they are; a key that is needed and not given is not there.
    """

    KEYS: ClassVar[Mapping[str, Key]] = {}
    """Its keys, those of its base first."""

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        own = {name: found for name, found in vars(cls).items() if isinstance(found, Key)}
        for name in own:
            delattr(cls, name)
        cls.KEYS = {**cls.KEYS, **own}

    def __init__(self, **values: Any) -> None:
        self.written = frozenset(values)
        """The keys that were given; all others have their defaults."""
        for name, known in self.KEYS.items():
            if name in values:
                setattr(self, name, values[name])
            elif isinstance(known.default, list):
                setattr(self, name, list(known.default))
            elif not known.needed:
                setattr(self, name, known.default)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(self) == vars(other)

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in sorted(self.written))
        return f"{type(self).__name__}({shown})"

    @classmethod
    def checked(cls, data: object) -> Self:
        """The table in raw data. Raises :class:`TableError`."""
        wrong: list[Wrong] = []
        found = cls.read(data, (), wrong)
        if found is None:
            raise TableError(wrong)
        return found

    # ------------------------------------------------------------------ as a kind of values
    @classmethod
    def read(cls, value: Any, path: KeyPath, wrong: list[Wrong]) -> Self | None:
        """See :class:`game.content.kinds.Kind`."""
        if not isinstance(value, dict):
            wrong.append(Wrong("not_table", path, value))
            return None
        before = len(wrong)
        found = {}
        for name, known in cls.KEYS.items():
            if name in value:
                found[name] = known.read(value[name], (*path, name), wrong)
            elif known.needed:
                wrong.append(Wrong("missing_key", (*path, name), value))
        unknown = [name for name in value if name not in cls.KEYS]
        wrong += [Wrong("unknown_key", (*path, name), value[name]) for name in unknown]
        if len(wrong) > before:
            return None
        table = cls(**found)
        table.settle()
        return table

    @classmethod
    def schema(cls, tables: Definitions) -> dict[str, Any]:
        """See :class:`game.content.kinds.Kind`."""
        if cls.__name__ not in tables:
            tables[cls.__name__] = cls.body(tables)
        return {"$ref": f"#/$defs/{cls.__name__}"}

    @classmethod
    def body(cls, tables: Definitions) -> dict[str, Any]:
        """What JSON Schema says of such a table."""
        needed = [name for name, known in cls.KEYS.items() if known.needed]
        return {
            "type": "object",
            "properties": {name: known.schema(tables) for name, known in cls.KEYS.items()},
            **({"required": needed} if needed else {}),
            "additionalProperties": False,
        }

    def settle(self) -> None:
        """Fill in what follows from what was read."""
