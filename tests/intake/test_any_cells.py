"""Whatever stands in the cells of a file: it is compared or named, and what is taken over fits."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.i18n import words
from game.intake.comparing import compare_register
from game.intake.differences import Compared, FieldChange, Found, ItemChange, ReadingTold
from game.intake.errors import IntakeError
from game.intake.headings import COLUMNS, REGISTERS
from game.intake.intake import compared_with
from game.intake.items import compare_items
from game.intake.readings import compare_readings
from game.intake.sheets import LIMITS, SheetRead, read_sheets
from game.intake.tables import find_tables
from game.report import columns as co
from game.session import REGISTER_FIELDS
from game.session.register_entries import RegisterEntry, check_register_entry, spread_content
from game.spreadsheet.opening import UNRECKONED
from tests.effort import examples

CELLS = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.floats(),
    st.integers(),
    st.dates(),
    st.sampled_from(
        [UNRECKONED, "x" * LIMITS.cell, "G-01", "g1", "R-1", "A-01", "F-1", "62 %", "1.250,5", " ",
         "shelved", "høj", "31-12-9999", date(2027, 3, 1), 46447, "=1+1", "{x}", "\x07"]
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def against(made: Path) -> Compared:
    return compared_with(made, words("en"))


def _checked(against: Compared, change: Any) -> None:
    """What is offered can be written into the session."""
    if isinstance(change, FieldChange):
        register, idea, track, risk = change.row
        field = REGISTER_FIELDS[register][change.column]
        said = spread_content(field.kind, change.content)
        check_register_entry(
            RegisterEntry(1, 0.0, register, idea, track, risk, change.column, *said, "imported")
        )
        assert len(change.content) <= 400
    elif isinstance(change, ItemChange):
        assert change.draft.text.strip()
    elif isinstance(change, ReadingTold):
        assert change.told.day >= against.source.day


@settings(
    max_examples=examples(30),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_any_cells_are_compared_or_named(against: Compared, data: st.DataObject) -> None:
    register = data.draw(st.sampled_from(REGISTERS))
    t = words("en")
    columns = data.draw(
        st.lists(st.sampled_from(list(COLUMNS[register])), min_size=2, max_size=12, unique=True)
    )
    wide = len(columns)
    rows = data.draw(st.lists(st.lists(CELLS, min_size=wide, max_size=wide), max_size=6))
    sheet = SheetRead("sheet", [[co.title(t, column) for column in columns], *rows])
    found = Found()
    for table in find_tables([sheet], {}):
        if table.register == "actions":
            compare_items(against, table, found)
        elif table.register == "readings":
            compare_readings(against, table, found)
        else:
            compare_register(against, table, found)
    for difference in found.differences:
        _checked(against, difference.change)
    for left in found.left_out:
        assert left.why.translate(words("da"))


@settings(max_examples=examples(40), suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=400), name=st.sampled_from(["a.csv", "a.xlsx", "a"]))
def test_any_bytes_are_read_or_refused(tmp_path_factory: Any, data: bytes, name: str) -> None:
    path = tmp_path_factory.mktemp("bytes") / name
    path.write_bytes(data)
    with suppress(IntakeError):
        find_tables(read_sheets(path), {})
