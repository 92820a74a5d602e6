"""What is asked of whoever writes a card, beyond what the rules ask of the games that are saved."""

from __future__ import annotations

from game.engine import Action, Refusal
from game.engine import actions as act
from game.engine.actions import refuse


def lacking(action: Action) -> Refusal | None:
    """A downside says what it costs: without a name nobody knows later what was meant."""
    nameless = isinstance(action, act.NameDownside) and not action.name.strip()
    return refuse("empty_text") if nameless else None
