"""Tables read themselves strictly, and tell all that is wrong at once."""

from __future__ import annotations

import math
from typing import Any

import pytest

from game.content.field_types import AnyText, Arrows, Day, Languages, Span, TitleText
from game.content.kinds import Flag, Kind, Number, OneOf, Several, Text, Whole, Wrong
from game.content.tables import Table, TableError, key


class Row(Table):
    name: AnyText = key(TitleText, "What it is called.", "Køen")
    points: int = key(Whole(1, 6), "How many.", 2, default=3)
    note: str | None = key(Text(5, r"^[a-z]*$", "bad_id"), "A note.", "ab", default=None)


class Sheet(Table):
    rows: list[Row] = key(Several(Row, 3), "The rows.", [], default=[])
    open: bool = key(Flag(), "Whether it is open.", True)


def read(kind: Kind[Any], value: object) -> Any:
    """The value, or the codes and places of what is wrong."""
    wrong: list[Wrong] = []
    found = kind.read(value, (), wrong)
    assert (found is None) == bool(wrong)
    return [(one.code, one.path) for one in wrong] if wrong else found


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Whole(1, 6), 6, 6),
        (Whole(1, 6), 0, "too_small"),
        (Whole(1, 6), 10**400, "too_large"),
        (Whole(1, 6), True, "not_whole"),
        (Whole(1, 6), 2.0, "not_whole"),
        (Number(0, 9), 9, 9.0),
        (Number(0, 9), -0.1, "too_small"),
        (Number(0, 9, above=True), 0, "not_positive"),
        (Number(0, 9), 10**400, "too_large"),
        (Number(0, 9), math.inf, "not_finite"),
        (Number(0, 9), math.nan, "not_finite"),
        (Number(0, 9), False, "not_number"),
        (Number(0, 9), "1", "not_number"),
        (Flag(), True, True),
        (Flag(), 1, "not_flag"),
        (Text(3, r"^[a-z]*$", "bad_id", least=1), "abc", "abc"),
        (Text(3, r"^[a-z]*$", "bad_id", least=1), "", "empty_text"),
        (Text(3, r"^[a-z]*$", "bad_id", least=1), "abcd", "text_too_long"),
        (Text(3, r"^[a-z]*$", "bad_id", least=1), "ab\n", "bad_id"),
        (Text(3), "\ud800", "unprintable"),
        (Text(3), 3, "not_text"),
        (OneOf(("a", "b")), "b", "b"),
        (OneOf(("a", "b")), ["a"], "not_one_of"),
        (Several(Whole(1, 6), 2, least=1), [1, 2], [1, 2]),
        (Several(Whole(1, 6), 2, least=1), [], "too_few"),
        (Several(Whole(1, 6), 2, least=1), [1, 9, 9], "too_many"),
        (Several(Whole(1, 6), 2, least=1), (1, 2), "not_list"),
        (Day, "2027-02-29", "bad_day"),
        (Span, [2, True], "bad_range"),
        (Arrows, 0, "bad_arrows"),
        (TitleText, "Køen", "Køen"),
        (TitleText, 3, "not_prose"),
        (TitleText, {}, "empty_text"),
        (TitleText, {"da": None}, "empty_text"),
    ],
)
def test_a_value_is_read_strictly(kind: Kind[Any], value: object, expected: object) -> None:
    wrong = isinstance(expected, str) and expected != value
    assert read(kind, value) == ([(expected, ())] if wrong else expected)


def test_everything_wrong_is_told_where_it_stands() -> None:
    rows = [{"name": {"da": "", "de": "x"}, "points": 7}, {"note": "ÆØÅ"}, "row"]
    assert read(Sheet, {"rows": rows, "shut": True}) == [
        ("empty_text", ("rows", 0, "name", "da")),
        ("unknown_key", ("rows", 0, "name", "de")),
        ("too_large", ("rows", 0, "points")),
        ("missing_key", ("rows", 1, "name")),
        ("bad_id", ("rows", 1, "note")),
        ("not_table", ("rows", 2)),
        ("missing_key", ("open",)),
        ("unknown_key", ("shut",)),
    ]


def test_a_table_knows_what_was_written() -> None:
    sheet = Sheet.checked({"open": False, "rows": [{"name": {"en": "Queue"}, "note": None}]})
    (row,) = sheet.rows
    assert isinstance(row.name, Languages)
    assert (row.name.da, row.name.en, row.points, row.note) == (None, "Queue", 3, None)
    assert row.written == {"name", "note"}
    assert sheet == Sheet(open=False, rows=[Row(name=row.name, note=None)])
    assert sheet != Sheet(open=True, rows=sheet.rows)
    assert "points" not in repr(row)


def test_two_tables_share_no_list() -> None:
    one, other = Sheet.checked({"open": True}), Sheet.checked({"open": True})
    one.rows.append(Row(name="x"))
    assert other.rows == []


def test_what_is_no_table_is_refused_with_what_is_wrong() -> None:
    with pytest.raises(TableError, match="not_table") as refused:
        Sheet.checked(["open"])
    assert [one.path for one in refused.value.wrong] == [()]


def test_a_key_that_was_not_given_is_not_there() -> None:
    with pytest.raises(AttributeError):
        _ = Row(points=1).name
