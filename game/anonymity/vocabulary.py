"""The words that a name may be mistaken for: those of the cases, and names that are words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

import tomli

from game.anonymity.spelling import plain
from game.resources import ASSETS, SCENARIOS

SEATS: Final = frozenset(("spiller", "player", "plads", "seat"))
"""The words for a seat that nobody has given a name."""
_SMALL: Final = re.compile(r"(?<!\w)[a-zæøåé]{2,}(?!\w)")
_NAMES = ASSETS / "words" / "names-that-are-words.txt"
"""Danish and English names that are also words, one a line."""
_DEPARTMENTS = ASSETS / "words" / "departments.txt"
"""What departments and jobs are called in both languages, one a line; endings have a hyphen."""


@cache
def known_words() -> frozenset[str]:
    """The words that stand in small letters in a shipped case, and names that are words, too."""
    return shipped_words() | names_that_are_words()


@cache
def shipped_words() -> frozenset[str]:
    """The words that stand in small letters in a shipped case."""
    return small_words(path.read_text("utf-8") for path in SCENARIOS.glob("*.toml"))


def small_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand in small letters in some texts, in their plain spelling."""
    found = {word for text in texts for word in _SMALL.findall(text)}
    return frozenset(map(plain, found))


@cache
def names_that_are_words() -> frozenset[str]:
    """The Danish and English names that are also words, in their plain spelling."""
    return frozenset(map(plain, _NAMES.read_text("utf-8").split()))


def is_of_a_role(word: str) -> bool:
    """Whether a word in its plain spelling tells a role, a job or a department, and not who."""
    return word in words_of_roles() or word.endswith(_departments()[1])


@cache
def words_of_roles() -> frozenset[str]:
    """What roles of shipped cases and departments are called, and a seat without a name."""
    found = {*SEATS, "hold", "team", "gruppe", "group", "bord", "rolle", "role", *_departments()[0]}
    for case in _cases():
        for role in case.get("roles", []):
            found.update(re.findall(r"\w+", " ".join(_texts(role.get("name", "")))))
    return frozenset(map(plain, found)) - names_that_are_words()


@cache
def _departments() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words for departments and jobs, and what words for them end in."""
    lines = [plain(line) for line in _DEPARTMENTS.read_text("utf-8").split()]
    whole = tuple(line for line in lines if not line.startswith("-"))
    return whole, tuple(line[1:] for line in lines if line.startswith("-"))


@cache
def shipped_texts() -> frozenset[str]:
    """Every text of the shipped cases: no player has written them."""
    return frozenset(text for case in _cases() for text in _texts(case))


@cache
def shipped_sources() -> frozenset[str]:
    """The whole texts of the shipped cases."""
    return frozenset(path.read_text("utf-8") for path in SCENARIOS.glob("*.toml"))


@cache
def shipped_ids() -> frozenset[str]:
    """The ids of the shipped cases' cards and roles."""
    decks = ("roles", "ideas", "benefits", "risks", "events")
    return frozenset(card["id"] for c in _cases() for deck in decks for card in c.get(deck, []))


def _cases() -> list[dict[str, Any]]:
    return [tomli.loads(path.read_text("utf-8")) for path in SCENARIOS.glob("*.toml")]


def _texts(value: object) -> list[str]:
    """All texts in a value."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for item in inner for text in _texts(item)]
