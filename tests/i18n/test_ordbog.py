"""One word for each thing: no text of the game says what the word book rules out."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import chain

import pytest

from game.i18n import catalogue
from game.resources import SCENARIOS
from tests.i18n import rule_book
from tests.i18n.rule_book import NOT_IN_ENGLISH, NOT_IN_THE_GAME, NOWHERE, Stem, Stems
from tests.i18n.word_book import DOCS, messages, without_names

SHORT_FORM = re.compile(r"\b(kr|min|nr)\.$", re.IGNORECASE)
SKELETONS = catalogue.PACKAGE / "content" / "skeleton"


def told(value: object, lang: str) -> Iterator[str]:
    """All prose of a scenario in one language."""
    if isinstance(value, dict):
        if isinstance(text := value.get(lang), str):
            yield text
        else:
            yield from chain.from_iterable(told(part, lang) for part in value.values())
    elif isinstance(value, list):
        yield from chain.from_iterable(told(part, lang) for part in value)


@cache
def cases(lang: str) -> tuple[str, ...]:
    """All prose of the shipped cases in one language."""
    files = sorted(SCENARIOS.glob("*.toml"))
    return tuple(
        chain.from_iterable(told(tomllib.loads(f.read_text("utf-8")), lang) for f in files)
    )


def pages(lang: str) -> list[str]:
    """The pages that are named by their language, and a new case, without their code."""
    files = sorted([*DOCS.parent.glob(f"*.{lang}.md"), *DOCS.glob(f"**/*.{lang}.md")])
    prose = "\n".join(file.read_text("utf-8") for file in files)
    code = r"```.*?```|`[^`]*`|\]\([^)]*\)|<!--.*?-->"
    lines = re.sub(code, "", prose, flags=re.DOTALL).splitlines()
    case = re.findall(r'"[^"]*"|# .*', (SKELETONS / f"{lang}.toml").read_text("utf-8"))
    return [without_names(line) for line in lines + case]


def test_the_danish_says_each_thing_with_one_word() -> None:
    wrong = Stems(rule_book.stems(NOWHERE) + rule_book.stems(NOT_IN_THE_GAME))
    found = [
        f"{english}\n    {what}" for english, danish in messages() for what in wrong.said(danish)
    ]
    assert not found, "docs/ordbog.md has another word:\n" + "\n".join(found)


def test_the_danish_of_rules_and_cases_does_too() -> None:
    wrong = Stems(rule_book.stems(NOWHERE))
    found = [what for text in (*cases("da"), *pages("da")) for what in wrong.said(text)]
    assert not found, "docs/ordbog.md has another word:\n" + "\n".join(found)


def test_the_english_says_each_thing_with_one_word() -> None:
    wrong = Stems(rule_book.stems(NOT_IN_ENGLISH))
    texts = (*(english for english, _ in messages()), *pages("en"))
    found = [what for text in texts for what in wrong.said(text)]
    assert not found, "docs/ordbog.md has another word:\n" + "\n".join(found)


def end(text: str) -> str:
    """The sign a text ends with, if it is one of a sentence and not of a short form."""
    return text[-1] if text[-1] in ".:?!…" and not SHORT_FORM.search(text) else ""


def test_a_sentence_ends_in_danish_as_in_english() -> None:
    differ = [pair for pair in messages() if end(pair[0]) != end(pair[1])]
    assert not differ, differ


def test_danish_quotes_are_opened_and_closed() -> None:
    assert [danish for _, danish in messages() if danish.count("»") != danish.count("«")] == []


@pytest.mark.parametrize(("column", "language"), [("Dansk", 1), ("English", 0)])
def test_the_words_of_the_book_are_those_of_the_game(column: str, language: int) -> None:
    everything = "\n".join(pair[language] for pair in messages()).lower()
    words = [word for row in rule_book.rows() for word in row.get(column, "").split(", ")]
    assert len(words) > 40
    stems = {word: min(word.split(" "), key=lambda part: -len(part))[:-1] for word in words if word}
    assert [word for word, stem in stems.items() if stem.lower() not in everything] == []


# ------------------------------------------------------------------ the book itself
@pytest.mark.parametrize(
    ("text", "allowed", "sentence", "found"),
    [
        ("efterprøv*", (), "Nu kommer Efterprøvningen.", "Efterprøvningen"),
        ("efterprøv*", (), "Nu kommer virkelighedstjekket.", ""),
        ("implement*", ("implementering*",), "Implementeringen er forbi.", ""),
        (
            "implement*",
            ("implementering*",),
            "I implementeringen implementerer I.",
            "implementerer",
        ),
        ("ide", (), "Hvor mange sider er der?", ""),
        ("(kan udelades)", (), "Note (kan udelades)", "(kan udelades)"),
        ("bød * ind", (), "Den, der bød besparelsen ind", "bød besparelsen ind"),
    ],
)
def test_a_stem_is_found(text: str, allowed: tuple[str, ...], sentence: str, found: str) -> None:
    assert Stem(text, "", allowed).found_in(sentence) == found


def test_all_stems_are_looked_for_at_once() -> None:
    wrong = Stems([Stem("fx", "for eksempel"), Stem("projektmappe*", "regneark")])
    assert list(wrong.said("I projektmappen")) == [
        "“projektmappen”, say “regneark”: I projektmappen"
    ]
    assert list(wrong.said("I regnearket")) == []


def test_each_row_says_a_word_and_every_stem_is_in_a_known_column() -> None:
    coded = [key for row in rule_book.rows() for key, cell in row.items() if "`" in cell]
    assert set(coded) <= {NOWHERE, NOT_IN_THE_GAME, rule_book.ALLOWED, NOT_IN_ENGLISH, "Dansk"}
    assert all(next(iter(row.values())) for row in rule_book.rows())
