"""Every kind of screen the program has, found by walking its classes: none escapes the tests."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import TypeVar

import game
from game.gui.screen import Screen
from game.table.parts.discussion.paged_screen import PagedScreen
from game.table.parts.discussion.screen import DiscussionScreen
from game.table.parts.help_screen import RulesFrame
from game.table.play.dialogs.base import Dialog
from game.table.play.dialogs.seated import NamedDialog, SeatedDialog
from game.table.play.moments.base import ChoiceMoment, MomentScreen

T = TypeVar("T")

BASES = (
    Dialog,
    MomentScreen,
    ChoiceMoment,
    PagedScreen,
    DiscussionScreen,
    SeatedDialog,
    NamedDialog,
)
"""Kinds that others are made from: they are never shown themselves."""
FRAMES = (RulesFrame,)
"""Kinds that are only laid out, so that another opens at once."""


def load_all() -> None:
    """Import every module of the program, so that all of its classes are known."""
    for found in pkgutil.walk_packages(game.__path__, "game."):
        if not found.name.endswith("__main__"):
            import_module(found.name)


def subclasses(base: type[T]) -> Iterator[type[T]]:
    """The program's own classes below a class, itself left out, each once."""
    seen: set[type] = set()
    waiting = base.__subclasses__()
    while waiting:
        kind = waiting.pop(0)
        waiting += kind.__subclasses__()
        if kind not in seen and kind.__module__.startswith("game."):
            seen.add(kind)
            yield kind


def screens() -> list[type[Screen]]:
    """Every kind of screen that can be shown."""
    load_all()
    found = (kind for kind in subclasses(Screen) if kind not in (*BASES, *FRAMES))
    return sorted(found, key=lambda kind: kind.__name__)  # whatever was imported first
