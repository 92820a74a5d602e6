"""Where in a session a text stands: what is told of the names that were found there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, get_args

from game.i18n import Words, mark
from game.session import (
    ActionItem,
    Bookmark,
    CheckIn,
    Decision,
    Note,
    Outcome,
    RegisterEntry,
    Undo,
)
from game.session.rewriting import FILE_FIELDS

Place = Literal[
    "title",
    "story",
    "economy",
    "indicators",
    "roles",
    "case",
    "cards",
    "measures",
    "reasons",
    "bookmarks",
    "notes",
    "check_ins",
    "outcomes",
    "actions",
    "registers",
    "entries",
    "files",
]
PLACES: tuple[Place, ...] = get_args(Place)
"""In the order in which they are told."""

NAMES: Final[Mapping[Place, str]] = {
    "title": mark("title"),
    "story": mark("story"),
    "economy": mark("announcement and items"),
    "indicators": mark("indicators"),
    "roles": mark("roles"),
    "case": mark("other texts of the case"),
    "cards": mark("cards of the group"),
    "measures": mark("measures"),
    "reasons": mark("reasons"),
    "bookmarks": mark("bookmarks"),
    "notes": mark("notes"),
    "check_ins": mark("check-ins"),
    "outcomes": mark("follow-up"),
    "actions": mark("action list"),
    "registers": mark("registers"),
    "entries": mark("other entries"),
    "files": mark("names of files"),
}

_OF_KEYS: Final[Mapping[str, Place]] = {
    "title": "title",
    "story": "story",
    "economy": "economy",
    "tracks": "indicators",
    "roles": "roles",
}
_OF_RECORDS: Final[Mapping[type, Place]] = {
    Undo: "reasons",
    Bookmark: "bookmarks",
    Note: "notes",
    CheckIn: "check_ins",
    Outcome: "outcomes",
    ActionItem: "actions",
    RegisterEntry: "registers",
}
_OF_FIELDS: Final[Mapping[str, Place]] = {
    "reason": "reasons",
    "measure": "measures",
    "indicator": "measures",
    "unit": "measures",
}
"""The fields of decisions that do not stand on a card."""


def place_name(t: Words, place: Place) -> str:
    """What a place is called."""
    return t(NAMES[place])


def place_of_key(path: str) -> Place:
    """The place of a text of a scenario by its key, such as ``roles.name``."""
    return _OF_KEYS.get(path.partition(".")[0], "case")


def place_of_field(record: type, field: str) -> Place:
    """The place of a text of an entry by its field."""
    if field in FILE_FIELDS:
        return "files"
    if record is Decision:
        return _OF_FIELDS.get(field, "cards")
    return _OF_RECORDS.get(record, "entries")
