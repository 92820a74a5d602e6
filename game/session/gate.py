"""The gate of new texts: what cannot be shown is refused before it is saved.

The rules do not ask for it: a game that was saved with such letters is decided as it was, opens,
and is shown without them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from game.engine import Action, Refusal
from game.engine.texts import check_text
from game.letters import can_be_shown
from game.session.codec import encode


def check_new_text(text: str, limit: int, *, empty: bool = False) -> Refusal | None:
    """Refuse a text that the rules refuse, or that cannot be shown."""
    refusal = check_text(text, limit, empty=empty)
    return refusal or (None if can_be_shown(text) else Refusal("bad_text", {}))


def check_new_action(action: Action) -> Refusal | None:
    """Refuse an action with a text that cannot be shown."""
    return None if all(map(can_be_shown, _texts(encode(action)))) else Refusal("bad_text", {})


def _texts(raw: Any) -> Iterator[str]:
    """Every text in an action's JSON."""
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, dict):
        for value in raw.values():
            yield from _texts(value)
    elif isinstance(raw, list | tuple):
        for value in raw:
            yield from _texts(value)
