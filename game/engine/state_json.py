"""A state as JSON, and back: exact, with a version, and nothing is read that could not be a game.

>>> from game.engine import Seat, from_json, start, to_json
>>> from game.engine.examples import tiny
>>> state = start(tiny(), [Seat("Ane", ()), Seat("Bo", ())], seed=1).state
>>> from_json(to_json(state)) == state
True
>>> from_json("[]")
Traceback (most recent call last):
game.engine.state_json.StateError: no state of a game: it is not an object with "format", "rules" \
and "state"

Only the state itself is kept; what happened before it is in the events.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from game.engine import RULES_VERSION, json_values
from game.engine.consistency import inconsistency
from game.engine.json_values import UnfitError
from game.engine.state import State

FORMAT: Final = 1
"""Rises when states are written otherwise."""
MAX_LENGTH: Final = 4_000_000
"""The longest text that is read, in characters: some ten times the largest state."""

_KEYS: Final = frozenset(("format", "rules", "state"))


class StateError(ValueError):
    """What was read is no state of a game; the message says why."""


def to_json(state: State) -> str:
    """A state, or what somebody sees of one, as JSON."""
    whole = {"format": FORMAT, "rules": RULES_VERSION, "state": json_values.to_json(state)}
    return json.dumps(whole, separators=(",", ":"))


def from_json(text: str) -> State:
    """The state in a text. Raises :class:`StateError` for anything that is no state of a game."""
    raw = _parsed(text)
    if type(raw) is not dict or raw.keys() != _KEYS:
        raise _error('it is not an object with "format", "rules" and "state"')
    for key, ours in (("format", FORMAT), ("rules", RULES_VERSION)):
        if type(raw[key]) is not int or raw[key] != ours:
            raise _error(f"its {key} is {raw[key]!r:.40}, and this engine knows {ours}")
    try:
        state = json_values.decode(State, raw["state"], "state")
    except UnfitError as error:
        raise _error(str(error)) from None
    if wrong := inconsistency(state):
        raise _error(wrong)
    return state


def _parsed(text: object) -> Any:
    if type(text) is not str or len(text) > MAX_LENGTH:
        raise _error(f"it is not a text of at most {MAX_LENGTH} characters")
    try:
        return json.loads(text, object_pairs_hook=_each_key_once, parse_constant=_no_number)
    except RecursionError:
        raise _error("it is nested too deeply") from None
    except ValueError as error:
        raise _error(f"it is not JSON ({error})"[:200]) from None


def _each_key_once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for key, value in pairs:
        if key in read:
            raise ValueError(f"the key {key[:60]!r} stands there twice")
        read[key] = value
    return read


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _error(why: str) -> StateError:
    return StateError(f"no state of a game: {why}")
