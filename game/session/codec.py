"""Actions, events and other records in a session's lines, with errors that can be told to people.

How they are written and read is the engine's (:mod:`game.engine.json_values`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from game.engine import Action, Event, json_values
from game.engine.json_values import UnfitError, encode, reader, to_json
from game.session.errors import CodecError

__all__ = [
    "UnfitError",
    "bad_value",
    "decode",
    "decode_action",
    "decode_events",
    "encode",
    "keys_differ",
    "reader",
    "to_json",
]

T = TypeVar("T")


# ------------------------------------------------------------------ reading
def decode_action(raw: object) -> Action:
    """The action in a JSON object. Raises :class:`CodecError`."""
    try:
        return json_values.decode_action(raw)
    except UnfitError as error:
        raise _as_codec_error(error) from None


def decode_events(raw: object) -> tuple[Event, ...]:
    """The events in a JSON list. Raises :class:`CodecError`."""
    try:
        return json_values.decode_events(raw)
    except UnfitError as error:
        raise _as_codec_error(error) from None


def decode(cls: type[T], raw: object, where: str) -> T:
    """A value of this type from JSON that does not name it. Raises :class:`CodecError`."""
    try:
        return json_values.decode(cls, raw, where)
    except UnfitError as error:
        raise _as_codec_error(error) from None


# ------------------------------------------------------------------ errors
def bad_value(where: str, value: object) -> CodecError:
    """The error for a value at ``where`` of the wrong type or size."""
    return _as_codec_error(json_values.bad_value(where, value))


def keys_differ(raw: Mapping[str, object], keys: Iterable[str], where: str) -> CodecError:
    """The error for the first unknown key, or else the first missing one."""
    return _as_codec_error(json_values.keys_differ(raw, keys, where))


def _as_codec_error(error: UnfitError) -> CodecError:
    return CodecError(error.code, 0, **error.params)
