"""What the handbook has pages about, and what each of them may be called."""

from __future__ import annotations

import re
from typing import Final

from game.frozen import frozen
from game.i18n import Lang, mark


@frozen
class Topic:
    """A page of the handbook: ``page`` begins the names of its files, ``about`` is a message.

    ``also`` are other names that somebody may try.
    """

    english: str
    danish: str
    page: str
    about: str
    also: tuple[str, ...] = ()


TOPICS: Final = (
    Topic("overview", "overblik", "README", mark("The whole program on one page"), ("readme",)),
    Topic(
        "run-sheet",
        "drejebog",
        "drejebog",
        mark("The workshop: before, minute by minute, what to say, what if, after"),
        ("workshop",),
    ),
    Topic("rules", "regler", "rules", mark("The rules of the game")),
    Topic(
        "debrief", "opsamling", "debrief", mark("The talk after the game, the replay, follow-up")
    ),
    Topic("report", "rapport", "report", mark("What the group takes home, and takes back in")),
    Topic("phones", "telefoner", "phones", mark("Phones as hands at the table")),
    Topic("print", "print", "print", mark("Playing at a table without a projector")),
    Topic(
        "case",
        "case",
        "scenarios",
        mark("Writing a case of your own"),
        ("scenarios", "scenarie", "author", "forfatter", "own-case", "egen-case"),
    ),
    Topic(
        "case-rules",
        "case-regler",
        "case-rules",
        mark("What a case may change in the rules: levels, homes, modules"),
        ("modules", "moduler"),
    ),
    Topic(
        "saved-games",
        "gemte-spil",
        "sessions",
        mark("Where games lie, and what can be done about a damaged file"),
        ("sessions",),
    ),
    Topic("portfolio", "portefølje", "portfolio", mark("Many games summed up")),
    Topic("it", "it", "it", mark("For the IT department: installing, networks, what is stored")),
)
"""In the order in which somebody needs them."""


def name_of(topic: Topic, lang: Lang) -> str:
    """What a topic is called in a language, as it is typed."""
    return topic.danish if lang == "da" else topic.english


def names(topic: Topic) -> tuple[str, ...]:
    """Every name of a topic, in both languages."""
    return tuple(dict.fromkeys((topic.english, topic.danish, topic.page.lower(), *topic.also)))


def find_topic(text: str) -> Topic | None:
    """The topic with this name, in either language; the beginning of one name will do."""
    wanted = _plain(text)
    for topic in TOPICS:
        if wanted in map(_plain, names(topic)):
            return topic
    begun = [t for t in TOPICS if any(_plain(name).startswith(wanted) for name in names(t))]
    return begun[0] if wanted and len(begun) == 1 else None


def _plain(text: str) -> str:
    """A name as it may be typed: ``Run sheet``, ``docs/drejebog.da.md``, ``portefoelje``."""
    stem = re.sub(r"(\.(da|en))?\.md$", "", text.strip().lower().rpartition("/")[2])
    return re.sub(r"[\s_-]+", "", stem).replace("ø", "oe")
