"""Rows of one question in one test: all of them are tried, and each that fails is told.

pytest makes a test of every row of ``parametrize``. What it does around a test, in every worker and
in the process that they report to, takes longer than most rows, and there are thousands.
"""

from __future__ import annotations

import inspect
import reprlib
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any

import pytest

Test = Callable[..., None]


def each_row(names: str, rows: Iterable[Any]) -> Callable[[Test], Test]:
    """Call the test below with each of the rows, and fail with all that fail, each by its values.

    As with ``parametrize``, ``names`` are those of the arguments with commas between; a row is the
    value of one, or a tuple of all. Fixtures are set up once: for rows that leave them as they are.
    """
    wanted, found = [name.strip() for name in names.split(",")], list(rows)
    assert found, f"no rows of {names}"

    def decorate(test: Test) -> Test:
        @wraps(test)
        def walk(**fixtures: Any) -> None:
            failed: list[BaseException] = []
            for row in found:
                values = dict(zip(wanted, row if len(wanted) > 1 else (row,), strict=True))
                try:
                    test(**fixtures, **values)
                except (Exception, pytest.fail.Exception) as error:
                    error.add_note(f"in the row {_named(values)}")
                    failed.append(error)
            _tell(failed, len(found))

        signature = inspect.signature(test)
        asked = [p for name, p in signature.parameters.items() if name not in wanted]
        vars(walk)["__signature__"] = signature.replace(parameters=asked)
        return walk

    return decorate


def _named(values: dict[str, Any]) -> str:
    shown = ((n, getattr(v, "__name__", None) or reprlib.repr(v)) for n, v in values.items())
    return ", ".join(f"{name}={value}" for name, value in shown)


def _tell(failed: Sequence[BaseException], of: int) -> None:
    """Raise what failed: one row as it is, several together."""
    if len(failed) == 1:
        raise failed[0]
    if failed:
        raise BaseExceptionGroup(f"{len(failed)} of {of} rows fail", failed)
