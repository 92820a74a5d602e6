"""The modules: rules that a case switches on, one file each.

A module says at which moments of the game it acts; the actions that it brings are in its ``SPECS``.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.rules.modules import (
    combination,
    demand,
    dropouts,
    everybody,
    invest,
    patience,
    posts,
    tension,
)
from game.engine.rules.modules.hooks import NO_HOOKS, Module
from game.engine.rules.spec import Specs
from game.engine.setup import ModuleName
from game.engine.transaction import Transaction

MODULES: Mapping[ModuleName, Module] = {
    "tension": tension.MODULE,
    "posts": NO_HOOKS,
    "demand": demand.MODULE,
    "combination": combination.MODULE,
    "invest": invest.MODULE,
    "patience": NO_HOOKS,
    "everybody": everybody.MODULE,
    "dropouts": dropouts.MODULE,
    "meetings": NO_HOOKS,
}
"""What each module does by itself; *meetings* changes a price, others bring an action."""

SPECS: Specs = {**posts.SPECS, **patience.SPECS}


def round_opened(d: Transaction) -> None:
    """A round has opened, its trials are reported."""
    for name in d.state.setup.rules.modules:
        MODULES[name].round_opened(d)


def idea_implemented(d: Transaction, idea: str) -> None:
    """An idea is being carried out."""
    for name in d.state.setup.rules.modules:
        MODULES[name].idea_implemented(d, idea)


def idea_realised(d: Transaction, idea: str) -> None:
    """An idea has been realised, and its word judged."""
    for name in d.state.setup.rules.modules:
        MODULES[name].idea_realised(d, idea)


def check_closes(d: Transaction) -> None:
    """A reality check is about to end."""
    for name in d.state.setup.rules.modules:
        MODULES[name].check_closes(d)
