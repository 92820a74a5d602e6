"""The sections of the editor: the decks and tables of a case, each with its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from game.content.positions import KeyPath
from game.engine.setup import TRACKS, Track
from game.frozen import frozen
from game.i18n import mark
from game.table.editor import section_fields as given
from game.table.editor.draft import Draft
from game.table.editor.fields import Below, Field


@frozen
class Section:
    """A part of a case: one form, or a list of cards with a form each.

    ``path`` is where it stands in the file; ``items`` are the keys of a list that always has the
    same; ``fields`` are those of a card, from what the card says now. ``about`` is a line of help.
    """

    key: str
    name: str
    icon: str
    path: Below
    fields: Callable[[Any], Sequence[Field]]
    about: str
    many: bool = False
    items: tuple[Track, ...] = ()
    add: str = ""


SECTIONS: Final[Sequence[Section]] = (
    Section(
        "case",
        mark("The case"),
        "book-open",
        (),
        given.CASE,
        mark("What it is called, and the story that is read aloud."),
    ),
    Section(
        "about",
        mark("Whose case it is"),
        "tag",
        ("about",),
        given.ABOUT,
        mark("Who wrote it, which version it is, and what others may do with it."),
    ),
    Section(
        "tracks",
        mark("Tracks and goals"),
        "target",
        ("tracks",),
        given.TRACK,
        mark("What is measured on each track: today is 0 points, the target is the goal."),
        items=TRACKS,
    ),
    Section(
        "money",
        mark("The saving"),
        "coins",
        ("economy",),
        given.MONEY,
        mark("What was announced, and in what it is counted."),
    ),
    Section(
        "posts",
        mark("Economy overview"),
        "list",
        ("economy", "posts"),
        given.POST,
        mark("What the operation costs today, item by item."),
        many=True,
        add=mark("One more item"),
    ),
    Section(
        "roles",
        mark("Roles and aims"),
        "users-round",
        ("roles",),
        given.ROLE,
        mark(
            "Who sits at the table. Four at least, 6 to 8 are usual; of more than four, let some "
            "share an aim."
        ),
        many=True,
        add=mark("One more role"),
    ),
    Section(
        "ideas",
        mark("Ideas"),
        "lightbulb",
        ("ideas",),
        given.IDEA,
        mark("What can be done."),
        many=True,
        add=mark("One more idea"),
    ),
    Section(
        "benefits",
        mark("Benefits"),
        "gift",
        ("benefits",),
        given.BENEFIT,
        mark("What it can give."),
        many=True,
        add=mark("One more benefit"),
    ),
    Section(
        "risks",
        mark("Risks"),
        "triangle-alert",
        ("risks",),
        given.RISK,
        mark("What can go wrong."),
        many=True,
        add=mark("One more risk"),
    ),
    Section(
        "events",
        mark("Events"),
        "newspaper",
        ("events",),
        given.event_fields,
        mark(
            "What happens around the project: one is turned over in each round from the second on."
        ),
        many=True,
        add=mark("One more event"),
    ),
    Section(
        "questions",
        mark("Questions afterwards"),
        "circle-help",
        ("questions",),
        given.QUESTION,
        mark("Asked of everybody after the game."),
        many=True,
        add=mark("One more question"),
    ),
    Section(
        "prompts",
        mark("To write from"),
        "message-square-text",
        ("prompts",),
        given.PROMPT,
        mark("For a case in which the group writes its own cards. One with cards needs none."),
        many=True,
        add=mark("One more question"),
    ),
    Section(
        "modules",
        mark("Modules"),
        "blocks",
        ("rules",),
        given.MODULES_IN_PLAY,
        mark("Rules added to the base game: none in a first game, two are plenty, three the most."),
    ),
    Section(
        "rules",
        mark("Numbers of the rules"),
        "scale",
        ("rules",),
        given.RULES,
        mark("As they stand they are well tried. Change one, then simulate."),
    ),
)
BY_KEY: Final[Mapping[str, Section]] = {section.key: section for section in SECTIONS}


def modules_of(draft: Draft) -> Sequence[object]:
    """The modules that a case has on, as far as its file names them."""
    named = draft.get(("rules", "modules"), [])
    return named if isinstance(named, list) else []


def fields_shown(draft: Draft, section: Section, base: KeyPath) -> list[Field]:
    """The fields of a card: those that only a module reads where it is on, or were written in."""
    on = modules_of(draft)
    return [
        field
        for field in section.fields(draft.get(base, {}))
        if field.module is None or field.module in on or draft.get((*base, *field.path)) is not None
    ]


def section_of(path: Below) -> Section:
    """The section in which the key at a path of the file is written."""
    if path[:1] == ("rules",):
        return BY_KEY["modules" if _writes(BY_KEY["modules"], path) else "rules"]
    if path[:1] == ("economy",):
        return BY_KEY["posts" if path[:2] == ("economy", "posts") else "money"]
    return next((s for s in SECTIONS if s.path and s.path == path[: len(s.path)]), BY_KEY["case"])


def _writes(section: Section, path: Below) -> bool:
    below = path[len(section.path) :]
    return any(key == below[: len(key)] for field in section.fields({}) for key in field.keys)
