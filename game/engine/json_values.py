"""Converts actions, events and other plain records to and from JSON values.

Each record class gets a strict reader, written from its fields when it is first needed: exactly
these keys, exactly these types, nothing larger than a game can hold. Nothing that is read is ever
executed or imported: a name is looked up among the classes listed here or is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from game.engine.actions import ACTIONS, Action, TrialQuestion
from game.engine.events import EVENTS, Event, Seat, Verdict
from game.engine.fields import Measure
from game.engine.foresight import Guess
from game.engine.values import FrozenDict
from game.frozen import compiled

MAX_TEXT_LENGTH: Final = 2_000
"""The longest text in one field, in characters; the rules allow 400."""
MAX_ITEMS: Final = 2_000
MAX_NUMBER: Final = 1 << 64

_NAMED_ELSEWHERE: Final = {
    "Guess": Guess,
    "Measure": Measure,
    "Seat": Seat,
    "TrialQuestion": TrialQuestion,
    "Verdict": Verdict,
}
"""What the parts of a state are called in a module that does not load it."""

Reader = Callable[[Any, str], Any]
T = TypeVar("T")

_MESSAGES: Final[Mapping[str, str]] = {
    "bad_value": '"{where}" cannot have the value {value}',
    "missing": '"{where}" is missing',
    "unknown_field": '"{name}" does not belong here',
    "unknown_kind": '"{name}" is nothing that this version knows',
    "unknown_word": '"{name}" is nothing that this version knows',
}


class UnfitError(ValueError):
    """A value that does not fit its field: a code, and what a sentence about it needs."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(_MESSAGES[code].format(**params))
        self.code, self.params = code, params


def bad_value(where: str, value: object) -> UnfitError:
    """The error for a value at ``where`` of the wrong type or size."""
    shown = ascii(value) if isinstance(value, float) else repr(value)
    return UnfitError(
        "bad_value", where=where, value=shown if len(shown) < 60 else shown[:57] + "…"
    )


# ------------------------------------------------------------------ writing
def encode(record: object) -> dict[str, Any]:
    """A record as a JSON object, with the name of its class under ``type``."""
    cls: Any = type(record)
    flat, deep = _field_names(cls)
    raw: dict[str, Any] = {"type": cls.__name__}
    for name in flat:
        raw[name] = getattr(record, name)
    for name in deep:
        raw[name] = to_json(getattr(record, name))
    return raw


def to_json(value: object) -> Any:
    """A value as JSON: lists for tuples, objects for records."""
    if isinstance(value, tuple | list):
        return [to_json(item) for item in value]
    if isinstance(value, Mapping):
        return {key: to_json(item) for key, item in value.items()}
    if is_dataclass(value):
        return {f.name: to_json(getattr(value, f.name)) for f in fields(value) if f.init}
    return value


@cache
def _field_names(cls: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields that JSON can represent directly, and those that must be converted."""
    hints = get_type_hints(cls)
    deep = tuple(name for name, hint in hints.items() if _is_deep(hint))
    return tuple(name for name in hints if name not in deep), deep


def _is_deep(hint: Any) -> bool:
    if get_origin(hint) in (Union, UnionType):
        return any(_is_deep(part) for part in get_args(hint))
    return get_origin(hint) in (tuple, dict, Mapping) or is_dataclass(hint)


# ------------------------------------------------------------------ reading
def decode_action(raw: object) -> Action:
    """The action in a JSON object. Raises :class:`UnfitError`."""
    action: Action = _decode_named(raw, _ACTIONS, "do")
    return action


def decode_events(raw: object) -> tuple[Event, ...]:
    """The events in a JSON list. Raises :class:`UnfitError`."""
    if type(raw) is not list or len(raw) > MAX_ITEMS:
        raise bad_value("events", raw)
    return tuple([_decode_named(item, _EVENTS, "events") for item in raw])


def decode(cls: type[T], raw: object, where: str) -> T:
    """A record of this class from a JSON object that does not have its name."""
    kind: Any = cls
    record: T = reader(kind)(raw, where)
    return record


def _decode_named(raw: object, known: Mapping[str, Any], where: str) -> Any:
    if type(raw) is not dict:
        raise bad_value(where, raw)
    name = raw.get("type")
    if type(name) is not str:
        raise bad_value(f"{where}.type", name)
    if name not in known:
        raise UnfitError("unknown_kind", name=name[:60])
    return reader(known[name], True)(raw, name)


@cache
def reader(hint: Any, named: bool = False) -> Reader:
    """The reader of a type, cached."""
    if is_dataclass(hint) and isinstance(hint, type):
        return _record_reader(hint, named)
    origin, args = get_origin(hint), get_args(hint)
    if origin is Literal:
        return _choice_reader(frozenset(args))
    if origin is tuple:
        return _tuple_reader(args)
    if origin in (dict, Mapping):
        return _dict_reader(*map(reader, args))
    if origin in (Union, UnionType):
        (inner,) = (part for part in args if part is not NoneType)
        return _optional_reader(reader(inner))
    return _PLAIN[hint]


def _record_reader(cls: type[Any], named: bool) -> Reader:
    hints = get_type_hints(cls, localns=_NAMED_ELSEWHERE)
    names = [f.name for f in fields(cls) if f.init]
    known = {
        "cls": cls,
        "keys": {*names, "type"} if named else set(names),
        "bad_value": bad_value,
        "keys_differ": keys_differ,
        **{f"read_{name}": reader(hints[name]) for name in names},
    }
    values = [f"read_{name}(raw[{name!r}], '{cls.__name__}.{name}')" for name in names]
    lines = [
        "if type(raw) is not dict: raise bad_value(where, raw)",
        "if raw.keys() != keys: raise keys_differ(raw, keys, where)",
        f"return cls({', '.join(values)})",
    ]
    read: Reader = compiled(f"read_{cls.__name__}", ["raw", "where"], lines, known)
    return read


def keys_differ(raw: Mapping[str, object], keys: Iterable[str], where: str) -> UnfitError:
    """The error for the first unknown key, or else the first missing one."""
    if unknown := sorted(raw.keys() - set(keys)):
        return UnfitError("unknown_field", name=f"{where}.{unknown[0][:60]}")
    return UnfitError("missing", where=f"{where}.{min(set(keys) - raw.keys())}")


def _choice_reader(allowed: frozenset[str | int]) -> Reader:
    (kind,) = {type(choice) for choice in allowed}

    def read(raw: Any, where: str) -> Any:
        if type(raw) is not kind:
            raise bad_value(where, raw)
        if raw not in allowed:
            raise UnfitError("unknown_word", name=f"{where} = {str(raw)[:60]}")
        return raw

    return read


def _tuple_reader(args: tuple[Any, ...]) -> Reader:
    if args[-1] is Ellipsis:
        read_item = reader(args[0])

        def read_many(raw: Any, where: str) -> Any:
            if type(raw) is not list or len(raw) > MAX_ITEMS:
                raise bad_value(where, raw)
            return tuple([read_item(item, where) for item in raw])

        return read_many
    readers = tuple(map(reader, args))

    def read_each(raw: Any, where: str) -> Any:
        if type(raw) is not list or len(raw) != len(readers):
            raise bad_value(where, raw)
        return tuple([read(item, where) for read, item in zip(readers, raw, strict=True)])

    return read_each


def _dict_reader(read_key: Reader, read_item: Reader) -> Reader:
    def read(raw: Any, where: str) -> Any:
        if type(raw) is not dict or len(raw) > MAX_ITEMS:
            raise bad_value(where, raw)
        return FrozenDict(
            {read_key(key, where): read_item(item, where) for key, item in raw.items()}
        )

    return read


def _optional_reader(inner: Reader) -> Reader:
    def read(raw: Any, where: str) -> Any:
        return None if raw is None else inner(raw, where)

    return read


def _int(raw: Any, where: str) -> int:
    if type(raw) is not int or not -MAX_NUMBER <= raw <= MAX_NUMBER:
        raise bad_value(where, raw)
    return raw


def _float(raw: Any, where: str) -> float:
    """Keep an integer an integer: a baseline of 45 is shown and fingerprinted as it was entered."""
    if type(raw) not in (int, float) or not -MAX_NUMBER <= raw <= MAX_NUMBER:
        raise bad_value(where, raw)
    number: float = raw
    return number


def _bool(raw: Any, where: str) -> bool:
    if type(raw) is not bool:
        raise bad_value(where, raw)
    return raw


def _str(raw: Any, where: str) -> str:
    """Refuse lone surrogates, which cannot be encoded as UTF-8."""
    if type(raw) is not str or len(raw) > MAX_TEXT_LENGTH:
        raise bad_value(where, raw)
    if not raw.isascii():
        try:
            raw.encode()
        except UnicodeEncodeError:
            raise bad_value(where, ascii(raw)) from None
    return raw


_PLAIN: Final[dict[Any, Reader]] = {int: _int, float: _float, bool: _bool, str: _str}


def _by_name(classes: Iterable[Any]) -> dict[str, Any]:
    return {cls.__name__: cls for cls in classes}


_ACTIONS: Final = _by_name(ACTIONS)
_EVENTS: Final = _by_name(EVENTS)
