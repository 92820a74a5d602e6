"""Values: objects that never change once they are handed out, and the drafts they are made from.

A state is made anew at every decision, and shares nearly all of itself with the one before. To
pass forty parts through ``__init__`` would take more time than the decision. So a copy of a value
is a *draft*, of a subclass that can be assigned to, with everything shared. When the decision is
made the draft is settled, which only tells it that it is a value from now on.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, dataclass_transform

from game.frozen import compiled, refuse_change

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")


class Value:
    """The base of the classes that :func:`value` makes."""

    __slots__ = ()
    settled_class: ClassVar[type]
    """The class itself, for its drafts too."""

    if TYPE_CHECKING:

        def copy(self) -> Self:
            """A draft of it, which may be changed before anybody else sees it."""


@dataclass_transform(field_specifiers=(field,))
def value(cls: type[T]) -> type[T]:
    """A dataclass with slots whose objects are values: equal by their parts, hashable, unchanging.

    A part with ``init=False`` is made anew in every copy; one with ``compare=False`` does not count
    for equality, and one with ``hash=False`` not for the hash.
    """
    made: Any = dataclass(init=False, eq=False, slots=True)(cls)
    parts = fields(made)
    made.__eq__ = _eq(made, attrgetter(*[f.name for f in parts if f.compare]))
    made.__hash__ = _hash(attrgetter(*[f.name for f in parts if f.compare and f.hash is not False]))
    made.__setattr__, made.__delattr__, made.__reduce__ = refuse_change, refuse_change, _reduce
    made.__copy__, made.__deepcopy__ = _itself, _itself
    made.settled_class = made
    draft = _draft_class(made)
    made.copy, made.__init__ = _copy(draft, parts), _init(made, draft, parts)
    shown: type[T] = made
    return shown


def settle(draft: Any) -> None:
    """Make a draft a value: it does not change from now on."""
    draft.__class__ = draft.settled_class


def _draft_class(made: Any) -> Any:
    """The subclass that can be assigned to; it has no slots of its own, so it can be settled."""
    free = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    copied = {"__copy__": lambda draft: draft.copy(), "__deepcopy__": lambda draft, _: draft.copy()}
    return type(made.__name__, (made,), {"__slots__": (), "__hash__": None, **free, **copied})


# ------------------------------------------------------------------ written for each class
def _init(made: Any, draft: Any, parts: tuple[Field[Any], ...]) -> Any:
    """Is a draft while its parts are assigned: quicker than setting the slots one by one."""
    become = object.__dict__["__class__"].__set__
    names: dict[str, Any] = {"MISSING": MISSING, "become": become, "Draft": draft, "Value": made}
    takes, lines = ["self"], ["become(self, Draft)"]
    for f in parts:
        default, given = _default(f), f.name
        if not f.init:
            given = default
        elif f.default_factory is not MISSING:
            takes.append(f"{f.name}=MISSING")
            given = f"{default} if {f.name} is MISSING else {f.name}"
        else:
            takes.append(f"{f.name}={default}" if default else f.name)
        lines.append(f"self.{f.name} = {given}")
    lines.append("self.__class__ = Value")
    return compiled(f"{made.__qualname__}.__init__", takes, lines, names | _defaults(parts))


def _copy(draft: Any, parts: tuple[Field[Any], ...]) -> Any:
    """Shares every part that is given to ``__init__``."""
    names = {"make": object.__new__, "Draft": draft, **_defaults(parts)}
    lines = [f"new.{f.name} = {f'self.{f.name}' if f.init else _default(f)}" for f in parts]
    return compiled("copy", ["self"], ["new = make(Draft)", *lines, "return new"], names)


def _default(f: Field[Any]) -> str:
    """The default of a part as it is written in a function, empty where it has none."""
    if f.default_factory is MISSING:
        return "" if f.default is MISSING else f"default_{f.name}"
    return "{}" if f.default_factory is dict else f"make_{f.name}()"


def _defaults(parts: tuple[Field[Any], ...]) -> dict[str, Any]:
    made = {f"make_{f.name}": f.default_factory for f in parts}
    return made | {f"default_{f.name}": f.default for f in parts}


def _eq(made: Any, counted: Callable[[Any], Any]) -> Any:
    def equal(self: Any, other: object) -> Any:
        return counted(self) == counted(other) if isinstance(other, made) else NotImplemented

    return equal


def _hash(counted: Callable[[Any], Any]) -> Any:
    def hashed(self: Any) -> int:
        return hash(counted(self))

    return hashed


# ------------------------------------------------------------------ shared by all values
def _itself(self: Any, memo: object = None) -> Any:
    """A copy of a value that nobody may change is the value itself."""
    return self


def _reduce(self: Any) -> tuple[Any, ...]:
    return self.settled_class, tuple(getattr(self, f.name) for f in fields(self) if f.init)


# ------------------------------------------------------------------ dictionaries
def _refuse(self: object, *args: object, **more: object) -> Any:
    raise TypeError("this dictionary cannot be changed")


_refused: Any = _refuse


class FrozenDict(dict[K, V]):
    """A dictionary that is never changed, so that it can be shared."""

    __slots__ = ()
    __setitem__ = __delitem__ = __ior__ = clear = _refused
    pop = popitem = setdefault = update = _refused

    def __reduce__(self) -> tuple[Any, ...]:
        return FrozenDict, (dict(self),)
