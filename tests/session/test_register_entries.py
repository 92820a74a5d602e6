"""What people fill into the registers, in the session: kept, replaced, emptied, read strictly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.session import REGISTER_FIELDS, EntryError, Session, read, verify
from game.session.reading import read_lines
from tests.session.lines import codes, rewrite
from tests.session.playing import begin, parse, play

CONTENTS = {
    "text": "Månedlig optælling",
    "person": "Kirsten Holm",
    "number": "12.5",
    "scale": "4",
    "day": "2027-03-01",
}


@pytest.fixture
def played(tmp_path: Path) -> Session[Any]:
    session = begin(tmp_path)
    play(session, 40)
    return session


def benefit(session: Session[Any]) -> Any:
    return ("benefit", session.state.ideas[0].id, "citizen", None)


def risk(session: Session[Any]) -> Any:
    return ("risk", session.state.ideas[0].id, None, "r")


def test_every_column_is_kept_as_it_was_filled(played: Session[Any]) -> None:
    rows = {"benefit": benefit(played), "risk": risk(played)}
    for register, fields in REGISTER_FIELDS.items():
        for column, field in fields.items():
            content = field.codes[0] if field.codes else CONTENTS[field.kind]
            added = played.fill(rows[register], column, content, "imported")
            assert added.content == content
            assert (added.who == content) == (field.kind == "person")
    found = read(played.path).register_entries
    assert found == played.log.register_entries
    assert {column for row in found.values() for column in row} == {
        column for fields in REGISTER_FIELDS.values() for column in fields
    }
    assert verify(played.path, parse).ok


def test_the_last_entry_of_a_field_counts_and_an_empty_one_empties_it(
    played: Session[Any],
) -> None:
    row, before = benefit(played), played.path.read_bytes()
    for content in ("Kirsten", " Ole ", "  "):
        played.fill(row, "measurer", content, "asked")
        found = read(played.path).register_entries[row]["measurer"]
        assert found.content == content.strip()
    assert played.path.read_bytes().startswith(before), "nothing that was said is lost"


@pytest.mark.parametrize(
    ("row", "column", "content", "code"),
    [
        (benefit, "method", "x" * 401, "long_text"),
        (benefit, "measurer", "x" * 81, "long_text"),
        (benefit, "method", "bip\x07", "bad_text"),
        (benefit, "baseline", "mange", "wrong_content"),
        (benefit, "baseline", "nan", "wrong_content"),
        (benefit, "baseline", "1e16", "wrong_content"),
        (benefit, "review", "2027-02-30", "wrong_content"),
        (benefit, "review", "20270228", "wrong_content"),
        (benefit, "type", "gift", "wrong_content"),
        (benefit, "status", "harvested", "wrong_content"),
        (risk, "likelihood", "6", "wrong_content"),
        (risk, "method", "x", "no_such_column"),
        (benefit, "owner", "x", "no_such_column"),
        (lambda s: ("benefit", "nowhere", "citizen", None), "method", "x", "no_such_idea"),
        (lambda s: ("benefit", *risk(s)[1:]), "method", "x", "wrong_row"),
        (lambda s: ("risk", *benefit(s)[1:]), "owner", "x", "wrong_row"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(
    played: Session[Any], row: Any, column: Any, content: str, code: str
) -> None:
    before = played.path.read_bytes()
    with pytest.raises(EntryError) as caught:
        played.fill(row(played), column, content, "asked")
    assert caught.value.trouble.code == code
    assert str(caught.value).endswith(".")
    assert played.path.read_bytes() == before


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"column": "owner"}, "no_such_column"),
        ({"column": "colour"}, "newer_line"),
        ({"register_entry": "action"}, "newer_line"),
        ({"track": None}, "wrong_row"),
        ({"who": "Kirsten"}, "wrong_content"),
        ({"text": "", "who": "Kirsten"}, "wrong_content"),
        ({"value": "12"}, "wrong_content"),
        ({"text": "x" * 2_001}, "bad_value"),
        ({"text": 7}, "bad_value"),
        ({"colour": "red"}, "newer_line"),
    ],
)
def test_a_line_that_says_something_else_is_read_no_further(
    played: Session[Any], change: dict[str, Any], code: str
) -> None:
    played.fill(benefit(played), "method", "Optælling", "asked")
    played.close()
    rewrite(played.path, len(read_lines(played.path).good), lambda raw: raw.update(change))
    log = read(played.path)
    assert codes(log) == [(code, len(log.records) + 2)]
    assert log.register_entries == {}


def test_filling_counts_neither_as_play_nor_as_time_at_the_table(played: Session[Any]) -> None:
    at, now = played.log.played, played.log.now
    played.fill(benefit(played), "method", "Optælling", "asked")
    assert (played.log.played, played.log.now) == (at, now)
