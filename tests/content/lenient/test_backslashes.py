"""What is mended by itself is read back as its author wrote it: no letter of a text is lost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.content import check, syntax
from game.content.lenient.fixing import fix
from tests.content.lenient.mistakes import GOOD
from tests.effort import examples

_ROLE = 'text = "Har sagt ja til begge dele."'
_TITLE = 'title = "Mit bibliotek"'
_ID = "leader"
_MARKS = [('"', '"'), ("'", "'"), ("“", "”"), ("»", "«"), ("", "")]
_PATHS = [r"T:\temp\noter", r"C:\Users\ane", r"\\drev\fælles\ny", r"C:\Ane" + "\\", r"a\\b\q"]
_TEXTS = st.text(st.sampled_from(list('tnuUxb0C: \\"\tæ')) | st.just("\\"), min_size=1)


def letters(text: str) -> str:
    """A text without its blanks and marks, of which some may be the file's."""
    return re.sub(r"[\s\"'“”»«]", "", text)


def readings(text: str) -> set[str]:
    """What the author of a text may mean by it: its letters as they stand, or with their codes."""
    unmarked = re.sub(r'\\?"|(\\.)', lambda found: found[1] or "", text)
    coded = syntax.read(f'text = "{unmarked}"')
    meant = {letters(text), letters(unmarked)}
    return meant | {letters(coded["text"])} if isinstance(coded, dict) else meant


def role_text(text: str) -> Any:
    """The text of the role in a file, ``None`` where the file is no TOML."""
    data = syntax.read(text)
    roles = data["roles"] if isinstance(data, dict) else []
    return next((role.get("text") for role in roles if role["id"] == _ID), None)


@pytest.mark.parametrize("marks", _MARKS)
@given(_TEXTS)
@settings(max_examples=examples(60), deadline=None)
@example(_PATHS[0])
@example(_PATHS[1])
@example(_PATHS[2])
@example(_PATHS[3])
@example(_PATHS[4])
@example("\t\\")
def test_a_mended_text_has_all_its_letters(marks: tuple[str, str], text: str) -> None:
    opening, closing = marks
    fixed = fix(GOOD.replace(_ROLE, f"text = {opening}{text}{closing}")).text
    assert fix(fixed).text == fixed
    if isinstance(value := role_text(fixed), str):
        assert letters(value) in readings(text)


def test_the_ends_of_lines_in_a_passage_stay() -> None:
    passage = 'notes = "Én linje\\nog én til"'
    faulty = GOOD.replace(_TITLE, f"{_TITLE}\n{passage}").replace("minutes = 35", "minutes = x")
    assert "minutes = x" in faulty
    assert passage in fix(faulty).text


def test_of_a_picture_in_another_folder_its_name_is_told_and_nothing_of_backslashes() -> None:
    faulty = GOOD.replace('version = "1"', 'logo = "C:\\Users\\ane\\logo.png"')
    _, problems = check(faulty, "x.toml", weighed=False)
    assert [(one.code, one.mended) for one in problems] == [
        ("bad_image_name", 'logo = "logo.png"'),
    ]
