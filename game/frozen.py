"""Frozen dataclasses, quick to declare and to make: what most of this project is made of.

:func:`dataclasses.dataclass` writes and compiles six functions for a frozen class, and starting the
program declares hundreds of them: that alone took a seventh of a short command's time. Here only
``__init__`` is compiled, once it is asked for; what else it can do is shared by all of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")
Parts = tuple[Field[Any], ...]


@overload
def frozen(cls: type[T]) -> type[T]: ...


@overload
def frozen(*, kw_only: bool) -> Callable[[type[T]], type[T]]: ...


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: Any = None, *, kw_only: bool = False) -> Any:
    """A frozen dataclass with slots: equal by its parts, hashable, unchanging.

    Its ``__init__`` sets each slot directly: the one that :func:`dataclasses.dataclass` writes asks
    ``object.__setattr__`` for every field by its name, which takes twice as long. A method
    that the class defines itself stays.
    """
    return _made(cls, kw_only) if cls else lambda declared: _made(declared, kw_only)


def _made(cls: Any, kw_only: bool) -> Any:
    own = vars(cls)
    cls.__doc__ = cls.__doc__ or cls.__name__  # else its signature is spelt there, which takes long
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
    parts = fields(made)
    methods = {
        "__init__": _InitOnDemand(made, parts),
        "__eq__": _eq(parts),
        "__hash__": _hash(parts),
        "__repr__": _repr,
        "__reduce__": _reduce,
        "__setattr__": refuse_change,
        "__delattr__": refuse_change,
    }
    for name, method in methods.items():
        if own.get(name) is None:  # a class with an ``__eq__`` of its own has ``None`` for its hash
            setattr(made, name, method)
    return made


def refuse_change(self: Any, name: str, *value: object) -> None:
    """What is frozen cannot be assigned to."""
    raise FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")


# ------------------------------------------------------------------ written for each class
class _InitOnDemand:
    """Stands for the ``__init__`` of a class until it is asked for; a command makes few of them."""

    def __init__(self, made: Any, parts: Parts) -> None:
        self._made = made
        self._parts = parts

    def __get__(self, one: Any, cls: Any = None) -> Any:
        self._made.__init__ = _init(self._made, self._parts)
        return self._made.__init__.__get__(one, cls)


def _init(made: Any, parts: Parts) -> Any:
    names = {f"set_{f.name}": getattr(made, f.name).__set__ for f in parts}
    names |= {f"default_{f.name}": f.default for f in parts}
    names |= {f"make_{f.name}": f.default_factory for f in parts} | {"MISSING": MISSING}
    takes = [_parameter(f) for f in parts if f.init and not f.kw_only]
    by_name = [_parameter(f) for f in parts if f.init and f.kw_only]
    sets = [f"set_{f.name}(self, {given})" for f in parts if (given := _given(f))]
    if hasattr(made, "__post_init__"):
        sets.append("self.__post_init__()")
    if by_name:
        takes += ["*", *by_name]
    quick = compiled(f"{made.__qualname__}.__init__", ["self", *takes], sets or ["pass"], names)
    quick.__annotations__ = {**{f.name: f.type for f in parts if f.init}, "return": None}
    return quick


def _parameter(f: Field[Any]) -> str:
    if f.default_factory is not MISSING:
        return f"{f.name}=MISSING"
    return f.name if f.default is MISSING else f"{f.name}=default_{f.name}"


def _given(f: Field[Any]) -> str:
    """What is set; empty for a field that is left to ``__post_init__``."""
    if f.default_factory is not MISSING:
        made = f"make_{f.name}()"
        return f"{made} if {f.name} is MISSING else {f.name}" if f.init else made
    if f.init:
        return f.name
    return "" if f.default is MISSING else f"default_{f.name}"


def compiled(name: str, takes: list[str], lines: list[str], names: dict[str, Any]) -> Any:
    """A function of these lines; ``names`` are those it knows besides what it takes."""
    exec(f"def made({', '.join(takes)}):\n " + "\n ".join(lines), names)
    function = names["made"]
    function.__name__, function.__qualname__ = name.rpartition(".")[2], name
    return function


# ------------------------------------------------------------------ found for each class
def _values_of(names: list[str]) -> Callable[[Any], Any]:
    """What gives the parts of an object that have these names, in one go."""
    return attrgetter(*names) if names else lambda _: ()


def _eq(parts: Parts) -> Any:
    counted = _values_of([f.name for f in parts if f.compare])

    def equal(self: Any, other: object) -> Any:
        return counted(self) == counted(other) if type(other) is type(self) else NotImplemented

    return equal


def _hash(parts: Parts) -> Any:
    counted = _values_of([f.name for f in parts if (f.compare if f.hash is None else f.hash)])

    def hashed(self: Any) -> int:
        return hash(counted(self))

    return hashed


# ------------------------------------------------------------------ shared by all
def _repr(self: Any) -> str:
    shown = [f"{f.name}={getattr(self, f.name)!r}" for f in fields(self) if f.repr]
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _reduce(self: Any) -> tuple[Any, ...]:
    return _again, (type(self), [getattr(self, f.name) for f in fields(self)])


def _again(cls: Any, values: list[Any]) -> Any:
    """An object as it was pickled or copied."""
    made = object.__new__(cls)
    for f, value in zip(fields(cls), values, strict=True):
        object.__setattr__(made, f.name, value)
    return made
