"""A project manager's own list: other headings, either language, rows that the game knows not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from game.intake.contents import ContentError, read_content
from game.intake.differences import FieldChange, Found, ItemChange, RowNoted
from game.intake.headings import COLUMNS, REGISTERS, known_headings
from game.session import REGISTER_FIELDS, read
from tests.intake.conftest import T, differences, take_over
from tests.report.sessions import LONG


def csv(folder: Path, text: str, name: str = "liste.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_every_known_heading_means_a_column_that_is_there() -> None:
    for register in REGISTERS:
        keys = {column.key for column in COLUMNS[register]}
        assert set(known_headings(register).values()) <= keys


def filled(found: Found) -> dict[str, str]:
    """What the file fills in, by column."""
    changes = [d.change for d in found.differences]
    return {c.column: c.content for c in changes if isinstance(c, FieldChange)}


def title_of(session: Path, n: int) -> str:
    from game.report.registers import registers
    from game.report.source import open_session

    return registers(open_session(session, T)).benefits[n].title


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_danish_list_is_mapped_by_its_headings_and_titles(
    session: Path, tmp_path: Path, encoding: str
) -> None:
    title = title_of(session, 1)
    assert LONG in title
    file = csv(
        tmp_path,
        "Vores gevinster\n\n"
        "Gevinst;Gevinstejer;Målemetode;Nulpunkt;Realiseringsdato;Bemærkning\n"
        f"{title};Åse Ærø;Optælling;1.250,5;1-3-2027;ja\n",
        encoding=encoding,
    )
    found = differences(file, session)
    assert found.read == [("benefits", "liste", 1)]
    assert found.unknown == [("liste", "Bemærkning")]
    assert {
        d.change.column: d.change.content
        for d in found.differences
        if isinstance(d.change, FieldChange)
    } == {
        "owner_name": "Åse Ærø",
        "method": "Optælling",
        "baseline": "1250.5",
        "effect_full": "2027-03-01",
    }
    assert found.left_out == []


def test_an_english_list_with_commas_and_a_heading_that_is_mapped(
    session: Path, tmp_path: Path
) -> None:
    title = title_of(session, 1)
    file = csv(tmp_path, f'Benefit,Owner,Who counts\n"{title}","Kirsten Holm","Ole"\n')
    found = differences(file, session, mapped={"who counts": "measurer"})
    assert set(filled(found)) == {"owner_name", "measurer"}
    assert found.unknown == []


def test_leaving_something_out_of_a_list_of_ones_own_empties_nothing(
    session: Path, tmp_path: Path
) -> None:
    title = title_of(session, 1)
    file = csv(tmp_path, f"Gevinst;Forandring;Ejer\n{title};;\n")
    assert differences(file, session).differences == []


def test_a_row_that_is_nobodys_is_named_and_can_be_kept_as_a_note(
    session: Path, tmp_path: Path
) -> None:
    file = csv(
        tmp_path,
        "Gevinst-id;Titel;Måleansvarlig\nG-99;Ukendt;Ole\n;En ny gevinst;Kirsten\nG-01;;Per\n",
    )
    found = take_over(file, session)
    assert [(left.row, left.of) for left in found.left_out] == [
        (2, "G-99 Ukendt"),
        (3, "En ny gevinst"),
    ]
    notes = [d.change.text for d in found.differences if isinstance(d.change, RowNoted)]
    assert notes[1] == "Titel: En ny gevinst · Måleansvarlig: Kirsten"
    assert [n.text for n in read(session).notes] == notes
    ((_, entries),) = read(session).register_entries.items()
    assert entries["measurer"].content == "Per"
    assert differences(file, session).differences == [], "a note is offered once"


def test_cells_that_do_not_fit_are_named_and_the_rest_is_taken(edit: Any, session: Path) -> None:
    cells = {
        ("benefits", 2, "Baseline: value"): "many",
        ("benefits", 2, "Baseline: date"): "some day",
        ("benefits", 2, "Confidence 1–5"): 7,
        ("benefits", 2, "Type of benefit"): "gift",
        ("benefits", 2, "Method / data source"): "x" * 401,
        ("benefits", 2, "Track"): "Economy",
        ("benefits", 2, "Status"): "promised",
        ("benefits", 2, "How often measured"): "=1+1",
        ("benefits", 2, "Responsible for measuring"): "Kirsten",
    }
    found = take_over(edit(cells), session)
    assert len(found.left_out) == len(cells) - 1
    said = " ".join(str(left.why) for left in found.left_out)
    for word in (
        "many",
        "some day",
        "1, 2, 3, 4 or 5",
        "gift",
        "400",
        "Track",
        "shelved",
        "formula",
    ):
        assert word in said
    (difference,) = found.differences
    assert difference.new == "Kirsten"


def test_what_was_measured_is_doubted_and_told_as_an_outcome(edit: Any, session: Path) -> None:
    day = date(2026, 11, 20)
    cells = {
        ("benefits", 2, "Measured since: value"): 5.0,
        ("benefits", 2, "Measured since: date"): day,
        ("benefits", 3, "Measured since: value"): 5.0,
        ("benefits", 4, "Measured since: value"): 5.0,
        ("benefits", 4, "Measured since: date"): date(2020, 1, 1),
    }
    found = take_over(edit(cells), session)
    assert [d.field for d in found.differences] == ["Measured since"]
    said = [str(left.why) for left in found.left_out]
    assert len(said) == 2
    assert "the day of what was measured is missing" in said[0]
    assert "is before the game" in said[1]
    (outcome,) = read(session).outcomes
    assert (outcome.value, outcome.date) == (5.0, day.isoformat())


def test_readings_by_period_are_told_once(edit: Any, session: Path) -> None:
    day = date(2026, 11, 20)
    cells = {
        ("readings", 2, "Measured"): 5.0,
        ("readings", 2, "Date"): day,
        ("readings", 3, "Measured"): 7.0,
        ("readings", 3, "Date"): None,
        ("benefits", 2, "Measured since: value"): 5.0,
        ("benefits", 2, "Measured since: date"): day,
    }
    file = edit(cells)
    found = take_over(file, session)
    assert len(found.differences) == 1, "both sheets say the same"
    assert [
        "the day of what was measured is missing" in str(left.why) for left in found.left_out
    ] == [True]
    assert [(o.value, o.date) for o in read(session).outcomes] == [(5.0, day.isoformat())]
    assert differences(file, session).differences == []


def test_the_action_list_takes_new_lines_and_ticks(session: Path, tmp_path: Path) -> None:
    first = csv(tmp_path, "Opgave;Ansvarlig;Frist;Status\nMål ventetiden;Ole;1-3-2027;\n")
    (difference,) = take_over(first, session).differences
    assert isinstance(difference.change, ItemChange)
    (item,) = read(session).action_items
    assert (item.text, item.who, item.due, item.status) == (
        "Mål ventetiden",
        "Ole",
        "2027-03-01",
        "open",
    )
    done = csv(
        tmp_path, "Handlings-id;Hvad der skal gøres;Status\nA-01;Mål ventetiden;udført\nA-07;x;\n"
    )
    found = take_over(done, session)
    (item,) = read(session).action_items
    assert (item.who, item.status) == ("Ole", "done")
    assert [left.of for left in found.left_out] == ["A-07 x"]
    assert differences(done, session).differences == []


@pytest.mark.parametrize(
    ("cell", "content"),
    [
        (1250.0, "1250.0"),
        ("1.250,5 kr.", "1250.5"),
        ("62 %", "62.0"),
        ("−3", "-3.0"),
        (None, ""),
        ("  ", ""),
    ],
)
def test_numbers_are_read_as_people_write_them(cell: Any, content: str) -> None:
    from game.i18n import words

    assert read_content(words("da"), REGISTER_FIELDS["benefit"]["baseline"], cell) == content


@pytest.mark.parametrize("cell", ["1e400", "nan", "1;2", "12 mm", 1e16])
def test_what_is_no_number_is_said_to_be_none(cell: Any) -> None:
    with pytest.raises(ContentError):
        read_content(T, REGISTER_FIELDS["benefit"]["baseline"], cell)


@pytest.mark.parametrize("cell", [date(2027, 3, 1), "2027-03-01", "1.3.27", 46447, 46447.0])
def test_days_are_read_as_spreadsheets_keep_them(cell: Any) -> None:
    assert read_content(T, REGISTER_FIELDS["benefit"]["review"], cell) == "2027-03-01"


FOLLOWED_UP = "Gevinst;Baseline;Mål;Måling;Målt den\n"


def test_numbers_below_a_heading_that_may_be_the_measure_are_readings(
    session: Path, tmp_path: Path
) -> None:
    title = title_of(session, 1)
    file = csv(tmp_path, f"{FOLLOWED_UP}{title};62;49;51;20-11-2026\n")
    found = take_over(file, session)
    assert set(filled(found)) == {"baseline", "target_likely"}
    assert [(o.value, o.date) for o in read(session).outcomes] == [(51.0, "2026-11-20")]


def test_words_below_that_heading_are_the_measure_and_the_day_is_that_of_the_baseline(
    session: Path, tmp_path: Path
) -> None:
    title = title_of(session, 1)
    file = csv(tmp_path, f"{FOLLOWED_UP}{title};62;49;Dage fra ansøgning til svar;20-11-2026\n")
    said = filled(differences(file, session))
    assert said["indicator"] == "Dage fra ansøgning til svar"
    assert said["baseline_date"] == "2026-11-20"


@pytest.mark.parametrize("number", ["51", "61 %", "0,35 mio. kr.", "62 dage"])
def test_only_a_number_where_words_are_expected_is_doubted(
    session: Path, tmp_path: Path, number: str
) -> None:
    file = csv(tmp_path, f"Gevinst;Indikator;Metode\n{title_of(session, 1)};{number};Tælling\n")
    found = differences(file, session)
    assert [bool(d.doubt) for d in found.differences] == [True, False]
    assert [d.new for d in found.undoubted] == ["Tælling"]


def test_a_short_list_with_our_headings_empties_nothing(session: Path, tmp_path: Path) -> None:
    headings = "Benefit id;Title;Benefit owner: name;Baseline: value"
    take_over(csv(tmp_path, f"{headings}\nG-01;;Bente Lund;62\n"), session)
    assert differences(csv(tmp_path, f"{headings}\nG-01;;;\n"), session).differences == []


def test_a_short_action_list_with_our_headings_empties_nothing(
    session: Path, tmp_path: Path
) -> None:
    headings = "Action id;What is to be done;Who does it;Due by"
    take_over(csv(tmp_path, f"{headings}\n;Call HR;Ane;1-3-2027\n"), session)
    assert differences(csv(tmp_path, f"{headings}\nA-01;Call HR;;\n"), session).differences == []


def test_an_emptied_cell_of_a_whole_csv_file_empties_the_field(
    exported: Path, session: Path, tmp_path: Path
) -> None:
    head, line, *_ = (exported / "benefits.csv").read_text("utf-8-sig").splitlines()
    at = head.split(";").index("Change needed in the operation")
    cells = line.split(";")
    assert cells[at]
    cells[at] = ""
    (difference,) = differences(csv(tmp_path, f"{head}\n{';'.join(cells)}\n"), session).differences
    assert (difference.field, difference.new) == ("Change needed in the operation", "")
