"""A cell is read for what it means, or named with what helps."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from game.casebook.columns import Column
from game.casebook.labels import labels
from game.casebook.plan import plan
from game.casebook.values import CellError, Written, from_cell
from game.i18n import words
from tests.rows import each_row

T = words("da")


def column(sheet: str, *path: str | int) -> Column:
    return next(c for s in plan(T) if s.key == sheet for c in s.columns if c.path == path)


NUMBER = ("tracks", "baseline")
COST, DELAY, MONTHS = ("ideas", "cost"), ("ideas", "delay"), ("benefits", "measure", "months")
TRACK, EFFECT, ARROWS = (
    ("ideas", "track"),
    ("ideas", "effects", "citizen"),
    ("ideas", "promise", "citizen"),
)
REALISM, OWN = ("roles", "aim", "value"), ("case", "own_project")


@each_row(
    "place, cell, unit, value",
    [
        (NUMBER, 45, "min", 45),
        (NUMBER, 45.0, "min", 45),
        (NUMBER, "6,2", "", 6.2),
        (NUMBER, " 45 ", "min", 45),
        (NUMBER, "3.000.000", "", 3_000_000),
        (NUMBER, "3 000", "", 3000),
        (NUMBER, "34 minutter", "min", 34),
        (NUMBER, "1,2 mio. kr.", "mio. kr.", 1.2),
        (NUMBER, "1,2 mio. kr.", "kr.", 1_200_000),
        (NUMBER, "1,2 mio. kr.", "DKK m", 1.2),
        (NUMBER, "\N{MINUS SIGN}3", "", -3),
        (NUMBER, Written(0.12, percent=True), "%", 12),
        (NUMBER, "12 %", "%", 12),
        (REALISM, Written(0.58, percent=True), "share", 0.58),
        (REALISM, "58 %", "share", 0.58),
        (COST, "2 kr.", "", 2),
        (COST, 2.0, "", 2),
        (MONTHS, "et halvt år", "months", 6),
        (MONTHS, "12 mdr", "months", 12),
        (DELAY, "ingen", "", 0),
        (DELAY, None, "", None),
        (TRACK, "Borgeren", "", "citizen"),
        (TRACK, "borger ", "", "citizen"),
        (TRACK, "Citizen", "", "citizen"),
        (TRACK, "ØKONOMI", "", "economy"),
        (("case", "level"), "svær", "", "hard"),
        (EFFECT, "3 til 6", "", [3, 6]),
        (EFFECT, "3-6", "", [3, 6]),
        (EFFECT, "3 \N{EN DASH} 6", "", [3, 6]),
        (EFFECT, "-2 til 0", "", [-2, 0]),
        (EFFECT, "-2..-1", "", [-2, -1]),
        (EFFECT, "[3, 6]", "", [3, 6]),
        (EFFECT, 2, "", 2),
        (EFFECT, "ingen", "", None),
        (ARROWS, "↑↑", "", 2),
        (ARROWS, "++", "", 2),
        (ARROWS, "2", "", 2),
        (ARROWS, -1.0, "", -1),
        (ARROWS, "-", "", None),
        (OWN, "x", "", True),
        (OWN, "Nej", "", False),
        (("ideas", "name"), "Din\ntid\N{ZERO WIDTH SPACE}", "", "Din tid"),
        (("ideas", "name"), "ingen", "", "ingen"),
        (("case", "story"), "En\r\nto ", "", "En\nto"),
    ],
)
def test_a_cell_is_read_for_what_it_means(place: Any, cell: Any, unit: str, value: object) -> None:
    written = cell if isinstance(cell, Written) else Written(cell)
    assert from_cell(T, column(place[0], *place[1:]), written, unit) == value


@each_row(
    "place, cell, unit, code",
    [
        (NUMBER, "mange", "", "cell_not_number"),
        (NUMBER, "2 til 4", "", "cell_several"),
        (NUMBER, "1.250", "", "cell_two_ways"),
        (NUMBER, "34 minutter", "%", "cell_other_unit"),
        (NUMBER, date(2026, 4, 2), "", "cell_date"),
        (NUMBER, "#REF!", "", "cell_error"),
        (NUMBER, "\0formula", "", "cell_unsaved"),
        (COST, "høj", "", "cell_not_number"),
        (COST, 2.5, "", "cell_not_whole"),
        (COST, date(2026, 4, 2), "", "cell_date"),
        (TRACK, "Borgr", "", "cell_not_choice"),
        (EFFECT, date(2026, 6, 3), "", "cell_date"),
        (EFFECT, 3.6, "", "cell_not_range"),
        (EFFECT, "meget", "", "cell_not_range"),
        (ARROWS, 3, "", "cell_not_choice"),
        (OWN, "måske", "", "cell_not_flag"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(place: Any, cell: Any, unit: str, code: str) -> None:
    with pytest.raises(CellError) as caught:
        from_cell(T, column(place[0], *place[1:]), Written(cell), unit)
    assert caught.value.code == code
    assert caught.value.translate(T)


def test_a_date_that_was_a_range_is_told_as_the_range_it_was() -> None:
    with pytest.raises(CellError) as caught:
        from_cell(T, column(*EFFECT), Written(date(2026, 6, 3)), "")
    assert caught.value.message.params["example"] == "3 til 6"


def test_of_a_decimal_number_that_was_a_range_the_range_is_proposed() -> None:
    with pytest.raises(CellError) as caught:
        from_cell(T, column(*EFFECT), Written(4.5), "")
    assert caught.value.remedy.params["example"] == "4 til 5"


def test_every_choice_is_called_something_in_both_languages_and_no_two_alike() -> None:
    for lang in ("da", "en"):
        t = words(lang)
        for sheet in plan(t):
            for c in sheet.columns:
                names = labels(t, c.choices)
                assert len(set(names)) == len(c.choices), c.path
                for code, name in zip(c.choices, names, strict=True):
                    assert from_cell(t, c, Written(name), "") == code
