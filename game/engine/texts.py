"""What may be written: the one check of every text that players enter, in a game and after it."""

from __future__ import annotations

import re

from game.engine.actions import Refusal, refuse

_UNSHOWN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters but the line break, and half characters that no file can hold."""


def check_text(value: object, limit: int, *, empty: bool = False) -> Refusal | None:
    """Refuse a text that is empty, too long, or holds what cannot be shown.

    Only a plain ``str`` is taken: a subclass may compare as it likes.
    """
    if type(value) is not str or _UNSHOWN.search(value):
        return refuse("bad_text")
    if not empty and not value.strip():
        return refuse("empty_text")
    return refuse("long_text", limit=limit) if len(value) > limit else None
