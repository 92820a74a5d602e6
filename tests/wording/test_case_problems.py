"""What is wrong with a case is told in the words of what its author has before them."""

from __future__ import annotations

import re

import pytest
from pydantic import BaseModel

from game.content import check
from game.content.messages import MESSAGES
from game.content.schema import ScenarioFile
from game.i18n import LANGS, words
from game.wording import case_problems
from game.wording.case_problems import ON_SCREEN, Medium, spoken
from game.wording.workbook_problems import IN_WORKBOOK
from tests.content.filled import models
from tests.content.lenient.mistakes import GOOD
from tests.content.weighing.damage import damaged
from tests.content.weighing.mistakes import DAMAGES
from tests.wording.problems import texts

T = words("en")
OF_A_FILE = re.compile(
    r"\[\[|\]\]|\[\w+\]| = |\{\{|gevinst |\.toml|\bkeys?\b|\bids?\b|\bbraces?\b|bracket|UTF-8|TOML"
    r"|\bheading|quotation|in quotes|\{line\}|true or false|```|backslash|\bdecimals?\b"
)
"""What only somebody understands who has the file before them."""
OF_A_SCREEN = re.compile(r"\bBrowse\b|\bbuttons?\b|\bfields?\b|\bon the screen\b|Economy overview")
OF_A_WORKBOOK = re.compile(r"\b(cells?|columns?|sheets?|rows?|workbooks?|spreadsheets?)\b", re.I)
OTHERS = {
    "file": (OF_A_SCREEN, OF_A_WORKBOOK),
    "screen": (OF_A_FILE, OF_A_WORKBOOK),
    "workbook": (OF_A_FILE, OF_A_SCREEN),
}
"""By what an author writes in, the words of the others."""
OTHER_WAYS = re.compile(
    r"Read the note on the heading|below the headings|\b(?:[Tt]he|an) id\b|\bid of its own"
    r"|gevinst case (?:export|import)|A workbook is read in|"
    r"on the screen (?:with|by) Write a case"
    r"|a table in columns"
)
"""What may be said in another's words: a column of ids, the headings of a sheet, another way in."""
BEFORE_THE_EDITOR = {
    code
    for code in MESSAGES
    if code.startswith("package_") or code in ("not_packed", "not_found", "cannot_open")
} | {
    *("file_too_large", "not_a_line", "left_over", "no_equals", "twice", "clash", "open_heading"),
    *("open_list", "open_braces", "open_text", "line_end_in_text", "bad_escape", "no_value"),
    *("too_deep", "syntax", "empty_file", "other_file", "other_encoding", "line_ends", "fence"),
    *("gave_up", "unseen_character", "odd_space", "quotes_in_text", "remark", "bullet"),
    *("line_comma", "two_on_a_line", "colon", "wrong_sign", "value_below", "twice_same"),
    *("twice_here", "comma_missing", "stray_character", "heading_not_alone"),
    "twice_for_other",
    "doubled_quotes",
    "columns",
}
"""Of texts that are no TOML, and of files that hold none: the editor does not open them."""


@pytest.mark.parametrize("medium", OTHERS)
def test_every_message_speaks_of_what_its_author_has_before_them(medium: Medium) -> None:
    """All messages there are, of the file, on the screen and in a workbook."""
    codes = {"file": set(MESSAGES), "screen": set(MESSAGES) - BEFORE_THE_EDITOR}
    codes["workbook"] = (set(MESSAGES) | set(IN_WORKBOOK)) - BEFORE_THE_EDITOR
    for code in sorted(codes[medium]):
        for told in spoken(medium, code):
            text = OTHER_WAYS.sub("", re.sub(r"\{(?!line)\w+\}", "", told))
            for words_of_another in OTHERS[medium]:
                assert not words_of_another.search(text), (code, told)


DANISH_TOO = {"en", "id", "version", "logo"}
"""Keys that are Danish words as well, or stand in a workbook."""


def keys_of_a_file() -> frozenset[str]:
    """Every key that a case file can have, as the schema says."""
    found: set[str] = set()
    waiting: list[type[BaseModel]] = [ScenarioFile]
    while waiting:
        table = waiting.pop()
        if not found.issuperset(table.model_fields):
            found |= set(table.model_fields)
            waiting += [m for f in table.model_fields.values() for m in models(f.annotation)]
    return frozenset(found)


@pytest.mark.parametrize("medium", ["screen", "workbook"])
def test_no_danish_message_names_a_key_of_the_file(medium: Medium) -> None:
    """In English a key is often the word itself; in Danish it never is."""
    t, keys = words("da"), keys_of_a_file()
    assert "severity" in keys
    for code in sorted(set(MESSAGES) - BEFORE_THE_EDITOR):
        for told in spoken(medium, code):
            found = set(re.findall(r"\w+", re.sub(r"\{\w+\}", "", t(told))))
            assert not found & (keys - DANISH_TOO), (code, t(told))


def test_what_the_screen_says_of_a_code_is_said_of_one_that_there_is() -> None:
    assert set(ON_SCREEN) <= set(MESSAGES)


def test_every_fault_that_the_editor_can_meet_is_told_in_both_languages() -> None:
    """Its parameters are there, its codes have names, and none is of those before the editor."""
    codes = set()
    damages = [damaged("koebenhavn-pas", damage.do) for damage in DAMAGES[::4]]
    for n, text in enumerate([*texts()[::2], *damages]):
        for problem in check(text, "case.toml", lang=LANGS[n % 2])[1]:
            t = words(problem.lang)
            told = case_problems.said(t, problem), case_problems.helps(t, problem)
            assert told[0]
            assert not re.search(r"[{}]|\b[a-z]+_[a-z_]+\b", " ".join(told)), problem
            codes.add(problem.code)
    assert codes.isdisjoint(BEFORE_THE_EDITOR)
    assert len(codes) > 80


def test_the_screen_names_the_card_that_has_an_id_already_and_the_one_that_is_meant() -> None:
    text = GOOD.replace('id = "evening_host"', 'id = "open_doors"').replace(
        'about = ["open_doors", "evening_host"]', 'about = ["aften"]'
    )
    _, problems = check(text, "x.toml", weighed=False)
    told = [f"{case_problems.said(T, one)} {case_problems.helps(T, one)}" for one in problems]
    assert any("“open_doors”, and “Åbent uden personale” has it too" in one for one in told)
    (meant,) = [one for one in told if "“aften”" in one]
    assert "Did you mean “Aftenvært”?" in meant
