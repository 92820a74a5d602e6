"""What is wrong in a place that has no field: how it is mended by the press of a button.

Names by which only the program knows a card are made from what the card is called; what a case has
no place for is taken out.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Any, Final

from game.content import Problem
from game.content.document import Document
from game.content.positions import KeyPath
from game.content.reader import id_from
from game.frozen import frozen
from game.i18n import mark
from game.table.editor import cards
from game.table.editor.draft import Draft
from game.table.editor.judge import path_of
from game.table.editor.languages import shown_text
from game.table.editor.places import place_of

RENAME: Final = mark("Give it another one")
ADD: Final = mark("Fix it")
TAKE_OUT: Final = mark("Take it out")
_STRANGERS: Final = ("unknown_idea", "unknown_risk", "other_reference", "listed_twice")
_OF_SEVERAL: Final = ("more_unknown_keys",)
"""What is told of several places at once: a button there would mend the first alone."""


@frozen
class Remedy:
    """A button: its label, a message, and the document that comes of it."""

    label: str
    mended: Callable[[], Document]


def remedy_of(draft: Draft, problem: Problem, file: str) -> Remedy | None:
    """How a problem is mended that no field can mend; ``None`` where one can, or nothing."""
    path, document = path_of(problem), draft.document
    if problem.code in _OF_SEVERAL:
        return None
    if path[-1:] == ("id",):
        return Remedy(RENAME, lambda: _renamed(document, path, file))
    if path == ("format",):
        known = document.get(path) in (None, "1")
        return Remedy(ADD, lambda: document.set(path, 1)) if known else None
    while path and not isinstance(document.get(path[:-1]), dict | list):
        path = path[:-1]
    if not path or document.get(path) is None:
        return None
    if problem.code in _STRANGERS or _has_no_place(draft, path):
        return Remedy(TAKE_OUT, lambda: _without(document, path))
    return None


def _has_no_place(draft: Draft, path: KeyPath) -> bool:
    """Whether no field writes what stands at a path, and it is no card or deck as it should be."""
    place, value = place_of(draft, path), draft.document.get(path)
    if place.field is not None:
        return False
    deck = place.section.many and path == place.section.path
    return len(path) > len(place.base) or not isinstance(value, list if deck else dict)


def _renamed(document: Document, path: KeyPath, file: str) -> Document:
    """The document with an id that can be used; the case itself is known by its file's name."""
    deck, index = path[:-2], path[-2:-1]
    if index and isinstance(index[0], int):
        name = shown_text(document.get((*path[:-1], "name")), "da")
        return cards.renamed(document, deck, index[0], name)
    if document.get(path) is None:
        return document.set(path, id_from(PurePath(file).name))
    return document.remove(path)


def _without(document: Document, path: KeyPath) -> Document:
    """The document without a value; a card is taken away with all that speaks of it."""
    if len(path) == 2 and isinstance(path[1], int) and _is_card(document.get(path)):
        return cards.without(document, path[:-1], path[1])
    return document.remove(path)


def _is_card(value: Any) -> bool:
    return isinstance(value, dict)
