"""Rows in one test are all tried, and what fails is told as if each had a test of its own."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from tests.rows import each_row

TRIED: list[tuple[int, str]] = []


@each_row("letter", "ab")
@each_row("number", [1, 2])
def test_every_row_is_tried_with_its_fixtures(tmp_path: Path, number: int, letter: str) -> None:
    assert tmp_path.is_dir()
    TRIED.append((number, letter))
    assert [(1, "a"), (2, "a"), (1, "b"), (2, "b")][: len(TRIED)] == TRIED


def test_all_rows_that_fail_are_named() -> None:
    @each_row("one, other", [(1, 1), (2, 2), (3, 4)])
    def differ(one: int, other: int) -> None:
        assert one != other

    with pytest.raises(ExceptionGroup, match="2 of 3 rows fail") as caught:
        differ()
    told = [error.__notes__ for error in caught.value.exceptions]
    assert told == [["in the row one=1, other=1"], ["in the row one=2, other=2"]]


def test_one_row_that_fails_is_told_alone() -> None:
    @each_row("kind", [int, str])
    def is_str(kind: type) -> None:
        if kind is not str:
            pytest.fail("no text")

    with pytest.raises(pytest.fail.Exception, match="no text") as caught:
        is_str()
    assert caught.value.__notes__ == ["in the row kind=int"]


def test_pytest_asks_for_no_more_than_the_fixtures() -> None:
    @each_row("kind", [int])
    def test(tmp_path: Path, kind: type) -> None:
        assert kind
        assert tmp_path

    assert list(inspect.signature(test).parameters) == ["tmp_path"]


def test_without_rows_nothing_would_be_tried() -> None:
    with pytest.raises(AssertionError, match="no rows of kind"):
        each_row("kind", [])
