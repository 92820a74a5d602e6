"""The moments of a game at which a module may act by itself."""

from __future__ import annotations

from collections.abc import Callable

from game.engine.transaction import Transaction
from game.frozen import frozen


def _nothing(d: Transaction) -> None:
    """At this moment the module does nothing."""


def _nothing_of(d: Transaction, idea: str) -> None:
    """Nor to this idea."""


@frozen
class Module:
    """What a module does at each moment; the text is the idea's id."""

    round_opened: Callable[[Transaction], None] = _nothing
    idea_implemented: Callable[[Transaction, str], None] = _nothing_of
    idea_realised: Callable[[Transaction, str], None] = _nothing_of
    check_closes: Callable[[Transaction], None] = _nothing


NO_HOOKS = Module()
