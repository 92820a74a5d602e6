"""What the game calls a thing in either language is understood where an author writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

import pytest

from game.content.card_tables import BenefitTable, IdeaTable, RiskTable, RoleTable
from game.content.case import Experience
from game.content.lenient import vocabulary
from game.content.lenient.vocabulary import KEYS, choice_for, flag_for, is_none, key_for
from game.content.schema import ScenarioFile
from game.engine.setup import ABILITIES, KINDS, LEVELS, MODULES, TRACKS
from game.i18n import LANGS, words
from game.table.setup.choose_case import LEVELS as EXPERIENCES
from game.wording import levels, modules, terms
from tests.i18n import rule_book
from tests.rows import each_row

SHOWN = [
    *((one, TRACKS, lang, terms.track(words(lang), one)) for one in TRACKS for lang in LANGS),
    *((one, KINDS, lang, terms.kind(words(lang), one)) for one in KINDS for lang in LANGS),
    *((one, LEVELS, lang, levels.level_name(words(lang), one)) for one in LEVELS for lang in LANGS),
    *(
        (one, MODULES, lang, words(lang)(modules.TEXTS[one].name))
        for one in MODULES
        for lang in LANGS
    ),
    *(
        (one, get_args(Experience), lang, words(lang)(EXPERIENCES[one][1]))
        for one in get_args(Experience)
        for lang in LANGS
    ),
    *(
        (one, ABILITIES, lang, terms.ability(words(lang), one))
        for one in ABILITIES
        for lang in LANGS
    ),
]


@each_row("meant, choices, lang, shown", SHOWN)
def test_a_choice_is_known_by_its_name_on_the_screen(
    meant: str, choices: tuple[str, ...], lang: str, shown: str
) -> None:
    assert choice_for(shown, choices) == meant
    assert choice_for(shown.upper(), choices) == meant


TABLES = (ScenarioFile, RoleTable, IdeaTable, BenefitTable, RiskTable)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_a_key_is_known_by_its_danish_name_among_its_neighbours(table: type[ScenarioFile]) -> None:
    keys = list(table.model_fields)
    assert {key: key_for(next(iter(KEYS.get(key, ())), key), keys) for key in keys} == {
        key: key for key in keys
    }


def things() -> Iterator[tuple[str, str]]:
    """The Danish and the English word of each thing that lies on the table, of the word book."""
    text = rule_book.BOOK.read_text(encoding="utf-8")
    table = text.partition("## Det, der ligger på bordet")[2].partition("## ")[0]
    for row in re.findall(r"^\| ([^|]+) \| ([^|]+) \|", table, re.MULTILINE)[2:]:
        yield row[0].strip(), row[1].strip()


def test_the_words_of_the_word_book_are_keys() -> None:
    known = set(vocabulary.KEYS)
    for danish, english in things():
        for key in known & {english, f"{english}s"}:
            assert key_for(danish, [key]) == key, danish


@each_row(
    "word, known, key",
    [
        ("navn", ["name", "text"], "name"),
        ("PRIS", ["name", "cost"], "cost"),
        ("mål", ["baseline", "target"], "target"),
        ("mål", ["target", "goal"], None),
        ("idéer", ["ideas", "risks"], "ideas"),
        ("ideer", ["about", "name"], "about"),
        ("Name", ["name"], "name"),
        ("own-project", ["own_project"], "own_project"),
        ("vejr", ["name", "cost"], None),
    ],
)
def test_a_word_means_one_key_or_none(word: str, known: list[str], key: str | None) -> None:
    assert key_for(word, known) == key


@pytest.mark.parametrize(
    ("word", "flag"),
    [("ja", True), ("Sand", True), ("nej", False), ("FALSE", False), ("måske", None)],
)
def test_yes_and_no(word: str, flag: bool | None) -> None:
    assert flag_for(word) is flag


@pytest.mark.parametrize(
    ("word", "none"), [("ingen", True), ("-", True), ("Ingen", True), ("én", False)]
)
def test_nothing(word: str, none: bool) -> None:
    assert is_none(word) is none
