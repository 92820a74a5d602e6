"""What may be written: the one check of every text that players enter, in a game and after it."""

from __future__ import annotations

from game.engine.actions import Refusal, refuse
from game.letters import unwritable


def check_text(value: object, limit: int, *, empty: bool = False) -> Refusal | None:
    """Refuse a text that is empty, too long, or holds what no text may hold.

    Only a plain ``str`` is taken: a subclass may compare as it likes.
    """
    if type(value) is not str:
        return refuse("bad_text", letters="")
    if letter := unwritable(value):
        return refuse("bad_text", letters=letter)
    if not empty and not value.strip():
        return refuse("empty_text")
    return refuse("long_text", limit=limit) if len(value) > limit else None
