"""Records: what actions and events are made of, frozen and quick to make."""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """A frozen dataclass with slots whose ``__init__`` sets each slot directly.

    The one that :func:`dataclasses.dataclass` writes asks ``object.__setattr__`` for every field by
    its name. Setting the slots themselves takes half the time, and making events is a quarter of a
    decision. What else a frozen dataclass can do is shared by all records below: writing it for
    each of ninety classes is most of the time that importing the engine takes.
    """
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    made.__init__ = _init(made)
    made.__repr__, made.__eq__, made.__hash__ = _repr, _eq, _hash
    made.__setattr__, made.__delattr__, made.__reduce__ = refuse_change, refuse_change, _reduce
    shown: type[T] = made
    return shown


def _init(made: Any) -> Any:
    parts = fields(made)
    names = {f"set_{f.name}": made.__dict__[f.name].__set__ for f in parts}
    names |= {f"default_{f.name}": f.default for f in parts}
    takes = [f.name if f.default is MISSING else f"{f.name}=default_{f.name}" for f in parts]
    sets = [f"set_{f.name}(self, {f.name})" for f in parts] or ["pass"]
    quick = compiled(f"{made.__qualname__}.__init__", ["self", *takes], sets, names)
    quick.__annotations__ = {**{f.name: f.type for f in parts}, "return": None}
    return quick


def compiled(name: str, takes: list[str], lines: list[str], names: dict[str, Any]) -> Any:
    """A function of these lines; ``names`` are those it knows besides what it takes."""
    exec(f"def made({', '.join(takes)}):\n " + "\n ".join(lines), names)
    function = names["made"]
    function.__name__, function.__qualname__ = name.rpartition(".")[2], name
    return function


# ------------------------------------------------------------------ shared by all records
def _values(self: Any) -> tuple[Any, ...]:
    return tuple([getattr(self, name) for name in self.__slots__])


def _repr(self: Any) -> str:
    shown = [f"{name}={getattr(self, name)!r}" for name in self.__slots__]
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _eq(self: Any, other: object) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return _values(self) == _values(other)


def _hash(self: Any) -> int:
    return hash(_values(self))


def refuse_change(self: Any, name: str, *value: object) -> None:
    """What is frozen cannot be assigned to."""
    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")


def _reduce(self: Any) -> tuple[Any, ...]:
    return type(self), _values(self)
