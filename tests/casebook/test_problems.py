"""What is wrong with a case in a workbook is told by sheet and cell, all of it at once."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from game.casebook.telling import TOLD, told_reading
from game.i18n import words
from tests.casebook.books import (
    MARKED,
    Change,
    case_of,
    errors,
    imported,
    minimal,
    opened,
    with_number,
)

EN = words("en")


def test_all_that_is_wrong_is_told_at_once_and_each_in_its_cell(tmp_path: Path) -> None:
    path = minimal(
        tmp_path,
        [
            ("Ideas", "G2", "Borgr"),
            ("Ideas", "I2", 12),
            ("Ideas", "T2", "ukendt"),
            ("Risks", "B2", "Køen"),
            ("Risks", "G2", "Borger"),
            ("Roles and aims", "A3", "citizen"),
            ("Roles and aims", "I5", 7),
            ("Benefits", "B2", None),
            ("Tracks and goals", "F2", "mange"),
            ("The case", "B7", "kort"),
        ],
    )
    found = errors(imported(path))
    places = [line.split(", ", 1)[1].split(":")[0] for line in found]
    assert places == [
        "sheet The case, cell B7",
        "sheet Tracks and goals, cell F2",
        "sheet Roles and aims, cell A3",
        "sheet Roles and aims, cell I5",
        "sheet Ideas, cell G2",
        "sheet Ideas, cell I2",
        "sheet Ideas, cell T2",
        "sheet Benefits, cell B2",
    ]
    assert 'The id "citizen" is already used in cell A2' in found[2]


def test_balance_is_told_by_cell_where_all_can_be_read(tmp_path: Path) -> None:
    found = imported(minimal(tmp_path, [("Ideas", "G2", "Process")]))
    assert errors(found) == []
    assert found.case is not None
    warnings = [problem for problem in found.problems if problem.severity == "warning"]
    assert warnings
    assert all("sheet" in problem.place for problem in warnings)


def test_cards_that_are_called_the_same_are_told_by_their_cells(tmp_path: Path) -> None:
    book = opened()
    risks = book["Risks"]
    for row in (2, 3):
        risks.cell(row, 1).value, risks.cell(row, 2).value = f"r{row}", "Køen"
        risks.cell(row, 7).value = "Borger"
    path = tmp_path / "b.xlsx"
    book.save(path)
    said = {one.code: one.message for one in imported(path).problems}
    assert said["equal_names"] == '"Køen" is also what the card in cell B2 is called.'


def test_a_workbook_has_cells_and_no_lines() -> None:
    """Only what is read from the lines of a file, before anything else, is told by them."""
    told = {code for code, said in TOLD.items() if "{line}" in "".join(said)}
    assert told == {"twice", "twice_for_other", "twice_same"}


def test_rows_and_columns_may_be_moved_added_and_left_blank(tmp_path: Path) -> None:
    book = opened("da")
    page = book["Roller og hjertesager"]
    page.insert_rows(1, 2)
    page["A1"] = "Vores roller, efter mødet"
    page.merge_cells("A1:F1")
    page.insert_rows(5)
    page.insert_cols(3)
    page.cell(3, 3).value = "Ansvarlig"
    page.cell(4, 3).value = "Bo"
    page.row_dimensions[6].hidden = True
    page.title = "rolle "
    path = tmp_path / "b.xlsx"
    book.save(path)
    found = imported(path)
    assert errors(found) == []
    assert found.book.unread == [("rolle ", "Ansvarlig")]
    assert [role["id"] for role in found.data["roles"]] == ["citizen", "clerk", "leader", "analyst"]


def test_ids_that_are_left_out_are_made_and_names_do_for_references(tmp_path: Path) -> None:
    book = opened()
    risks = book["Risks"]
    for n, cells in enumerate(([None, "Køen, der voksede"], ["R 2", "Vinden og vejret"]), 2):
        for m, value in enumerate(cells, 1):
            risks.cell(n, m).value = value
        risks.cell(n, 7).value = "Borger"
    book["Ideas"]["T2"] = "Vinden og vejret; køen, der voksede"
    book["Risks"]["J2"] = "Tid på klokkeslæt"
    path = tmp_path / "b.xlsx"
    book.save(path)
    found = imported(path)
    assert errors(found) == []
    ids = [risk["id"] for risk in found.data["risks"]]
    assert ids == ["koeen-der-voksede", "r-2"]
    assert found.data["ideas"][0]["risks"] == [ids[1], ids[0]]
    assert found.data["risks"][0]["about"] == ["booking"]


def test_a_text_in_one_column_only_is_one_for_both_languages(tmp_path: Path) -> None:
    assert case_of(imported(minimal(tmp_path)).text).title.en == "Kortere ventetid"
    both = imported(minimal(tmp_path, [("Ideas", "C2", "A slot of your own")]))
    assert both.data["ideas"][0]["name"] == {"da": "Tid på klokkeslæt", "en": "A slot of your own"}
    assert both.data["title"] == {"da": "Kortere ventetid"}


def test_a_text_that_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    found = imported(minimal(tmp_path, [("Ideas", "B2", "'=1+1")]))
    assert found.data["ideas"][0]["name"] == "'=1+1"
    reckoned = imported(minimal(tmp_path, [("Ideas", "B2", '=HYPERLINK("http://x")')]))
    assert any("its result was not saved" in line for line in errors(reckoned))


def test_what_is_missing_is_told_once_where_it_belongs(tmp_path: Path) -> None:
    book = opened()
    del book["Roles and aims"]
    book["Tracks and goals"].delete_rows(3)
    path = tmp_path / "b.xlsx"
    book.save(path)
    found = errors(imported(path))
    assert len(found) == 2
    assert any("sheet Tracks and goals" in line for line in found)


def with_risks(changes: list[Change] | None = None) -> list[Change]:
    """Changes of the smallest case: two risks that its idea names, and more of them."""
    cards: list[Change] = [
        ("Risks", "B2", "Køen vokser"),
        ("Risks", "G2", "Borger"),
        ("Risks", "B3", "Ingen møder op"),
        ("Risks", "G3", "Borger"),
    ]
    return [*cards, *(changes or [])]


def test_balance_is_told_along_with_what_cannot_be_read(tmp_path: Path) -> None:
    spoilt: list[Change] = [("Ideas", "G2", "Process"), ("Benefits", "J2", "halvdelen")]
    found = imported(minimal(tmp_path, spoilt))
    assert found.errors == 1
    mended = imported(minimal(tmp_path, [*spoilt, ("Benefits", "J2", 28)]))
    said = {(p.code, p.path) for p in found.problems if p.severity == "warning"}
    assert said
    assert said <= {(p.code, p.path) for p in mended.problems}


def test_an_empty_sheet_is_told_once_and_not_by_what_follows(tmp_path: Path) -> None:
    named: list[Change] = [("Ideas", "T2", "Køen vokser"), ("Ideas", "U2", "Ingen møder op")]
    assert errors(imported(minimal(tmp_path, with_risks(named)))) == []
    assert errors(imported(minimal(tmp_path, named))) == [
        "case.xlsx, sheet Risks: error: The sheet “Risks” is empty, and other sheets name cards of "
        "it (2)."
    ]
    book = opened()
    del book["Benefits"]
    book["Roles and aims"].delete_rows(2, 20)
    path = tmp_path / "b.xlsx"
    book.save(path)
    assert [line.split("error: ")[1] for line in errors(imported(path))] == [
        "The sheet “Benefits” is missing.",
        "The sheet “Roles and aims” is empty.",
    ]


def test_a_card_is_proposed_by_its_name_and_never_by_an_id_that_nobody_wrote(
    tmp_path: Path,
) -> None:
    found = imported(minimal(tmp_path, with_risks([("Ideas", "T2", "Køen voksede")])))
    (problem,) = [p for p in found.problems if p.code == "unknown_risk"]
    assert problem.hint == 'Did you mean "Køen vokser"?'


def test_a_proposal_follows_from_what_was_written(tmp_path: Path) -> None:
    cells: list[Change] = [("Ideas", "I2", 2.5), ("Benefits", "J2", "halvdelen")]
    found = imported(minimal(tmp_path, [*cells, ("Tracks and goals", "F2", "75-80")]))
    hints = [p.hint for p in found.problems if p.severity == "error"]
    assert hints == ["Write one of them: 75 or 80.", "Write one of them: 2 or 3.", NUMBER]


NUMBER = "Write a number, in figures."


def test_what_was_taken_for_something_else_is_told(tmp_path: Path) -> None:
    book = opened()
    page = book["Roles and aims"]
    page["G2"], page["G3"] = "Projektleder", "projektleder"
    page["B2"] = "Bor\u200bger"
    page.title = "Deltagere"
    head = next(cell for cell in book["Ideas"][1] if str(cell.value).startswith("Maturity"))
    head.value = "Maturty"
    path = tmp_path / "b.xlsx"
    book.save(path)
    assert list(told_reading(words("en"), imported(path).book)) == [
        "sheet Deltagere, cell B2: A character that cannot be seen was taken out of "
        "“Bor\u200bger”.",
        "sheet Deltagere, cell G2: “Projektleder” is read as “Make time”.",
        "sheet Deltagere, cell G3: “projektleder” is read as “Make time”.",
        "sheet Ideas: The column “Maturty” is read as “Maturity: 1 a sketch, 5 nearly ready”.",
        "The sheet “Deltagere” is read as “Roles and aims”.",
    ]
    assert list(told_reading(words("en"), imported(minimal(tmp_path)).book)) == []


def test_a_letter_that_cannot_be_shown_is_named_with_its_place(tmp_path: Path) -> None:
    found = imported(minimal(tmp_path, [("Ideas", "D2", "Et skilt \uf0b7 ved døren")]))
    (problem,) = [p for p in found.problems if p.code == "unprintable"]
    assert "U+F0B7" in problem.message
    assert "Et skilt \N{REPLACEMENT CHARACTER} ved døren" in problem.message


@pytest.mark.parametrize("number", ["-1e999", "1e300", "1" + "0" * 400])
@pytest.mark.parametrize("cell", [("Ideas", "I2"), ("Ideas", "P2"), ("Tracks and goals", "F2")])
def test_a_number_that_no_computer_reckons_with_is_told_in_its_place(
    tmp_path: Path, cell: tuple[str, str], number: str
) -> None:
    path = with_number(minimal(tmp_path, [(*cell, MARKED)]), number)
    (problem, *_) = errors(imported(path))
    assert cell[1] in problem


def test_a_cell_that_is_merged_with_those_below_it_counts_for_each(tmp_path: Path) -> None:
    book = opened()
    page = book["Roles and aims"]
    page["G2"] = "Close to everyday work"
    page.merge_cells("G2:G3")
    assert page["G3"].value is None
    path = tmp_path / "b.xlsx"
    book.save(path)
    roles = imported(path).data["roles"]
    assert [role["ability"] for role in roles[:2]] == ["front_line", "front_line"]


def test_a_workbook_that_somebody_made_from_nothing_is_read(tmp_path: Path) -> None:
    """No sheet or heading of ours, no ids, units behind the numbers, labels without a heading."""
    path = from_nothing(tmp_path)
    found = imported(path, "da")
    assert errors(found) == []
    assert found.book.unread == [("Casen", "Antal møder")]
    assert found.data["tracks"]["economy"]["target"] == 3
    assert found.data["tracks"]["employee"]["target"] == 70
    assert found.data["roles"][3]["aim"] == {"kind": "realism_at_least", "value": 0.6}
    assert found.data["benefits"][0]["measure"]["months"] == 6
    idea = found.data["ideas"][0]
    assert (idea["id"], idea["cost"], idea["delay"]) == ("din-tid", 2, 0)
    assert idea["effects"] == {"citizen": [3, 6], "process": [1, 3]}
    assert idea["risks"] == ["koeen-vokser", "ingen-moeder-op"]
    choice = found.data["events"][1]["options"]
    assert choice == [{"capacity": -2, "text": "Find pengene"}, {"text": "Vent", "trust": -1}]


def from_nothing(folder: Path) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in FROM_NOTHING.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    for n, (head, value) in enumerate(TRUTHS.items(), 8):
        book["Ideer"].cell(1, n).value, book["Ideer"].cell(2, n).value = head, value
    book["spor"]["E5"].number_format = "0 %"
    path = folder / "Vores case.xlsx"
    book.save(path)
    return path


TRUTHS = {
    "Effekt borger": "3-6",
    "Effekt proces": "1 til 3",
    "Risici": "Køen vokser, Ingen møder op",
}
FROM_NOTHING: dict[str, list[list[object]]] = {
    "Casen": [
        ["Vores case, udkast 3"],
        [],
        ["Titel", "Kortere ventetid"],
        ["Historie", "Det er mandag.\nKøen er lang."],
        ["Varighed", "70 min"],
        ["Sværhedsgrad", "svær"],
        ["Eget projekt", "nej"],
        ["Antal møder", 3],
    ],
    "spor": [
        ["Spor", "Indikator", "Enhed", "Nulpunkt", "Mål", "Mål i point"],
        ["Borgeren", "Ventetid", "min", 45, 20, "6 point"],
        ["Processen", "Sagstid", "dage", "9 dage", "5", 6],
        ["Økonomien", "Besparelse", "mio. kr.", "0", "3.000.000 kr.", 6],
        ["Medarbejderne", "Trivsel", "%", "54 %", 0.7, 6],
    ],
    "Økonomi": [["Besparelse", "3 mio. kr."], ["Enhed", "mio. kr."], ["Udmelding", "Vi sparer."]],
    "Poster": [["Post", "Beløb"], ["Telefon", "2,9"], ["Husleje", 4]],
    "Roller": [
        ["Navn", "Tekst", "Evne", "Hjertesag", "Værdi", "Spor"],
        ["Borger", "Venter", "Lyt til borgerne", "et spor når", 10, "Borger"],
        ["Leder", "", "teamleder", "forankrede gevinster", 3, ""],
        ["Sagsbehandler", "", "frontlinje", "beviste idéer", 6, None],
        ["Controller", "", "controller", "realisme", "60 %", None],
    ],
    "Ideer": [
        ["Idé", "Beskrivelse", "Hovedspor", "Type", "Pris", "Forsinkelse", "Løfte borger"],
        ["Din tid", "Alle får en tid", "Borger", "Service", "2 kr.", "ingen", "2"],
    ],
    "Gevinster": [
        ["Spor", "Gevinst", "Indikator", "Enhed", "Baseline", "Target", "Måneder"],
        ["Borger", "Borgeren venter kortere", "Ventetid", "min", 28, 12, "et halvt år"],
    ],
    "Risikoer": [
        ["Risiko", "Hvad sker der", "Spor", "Alvor", "Sandsynlighed", "Om"],
        ["Køen vokser", "Ud på fortovet", "Borger", 3, 4, "Din tid"],
        ["Ingen møder op", "", "Borger", 2, "3", ""],
    ],
    "Hændelser": [
        ["Overskrift", "Tekst", "Tillid", "Valg 1", "Valg 1 kræfter", "Valg 2", "Valg 2 tillid"],
        ["Avisen ringer", "", -1],
        ["Besparelsen rykkes", "", None, "Find pengene", -2, "Vent", -1],
    ],
}


def without(folder: Path, sheet: str, take: str) -> Path:
    """The smallest workbook without a row or a column of a sheet, by the heading of the column."""
    book = opened()
    page = book[sheet]
    if take == "headings":
        page.delete_rows(1)
    else:
        heading = next(cell for cell in page[1] if str(cell.value or "").startswith(take))
        page.delete_cols(heading.column)
    book.save(folder / "case.xlsx")
    return folder / "case.xlsx"


def test_a_missing_column_is_told_once_and_nothing_that_follows_from_it(tmp_path: Path) -> None:
    found = imported(without(tmp_path, "Ideas", "Track"))
    assert [one.partition("error: ")[2].split("\n")[0] for one in errors(found)] == [
        "The sheet “Ideas” has no column “Track”."
    ]
    assert "few_on_track" not in {problem.code for problem in found.problems}


def test_a_sheet_whose_headings_are_gone_is_not_called_empty(tmp_path: Path) -> None:
    (told,) = errors(imported(without(tmp_path, "Ideas", "headings")))
    assert "has no row that names its columns" in told


def test_a_dash_for_arrows_is_told_to_be_read_as_nothing(tmp_path: Path) -> None:
    page = opened()["Ideas"]
    arrows = next(cell for cell in page[1] if "rrow" in str(cell.value)).column_letter
    book = imported(minimal(tmp_path, [("Ideas", f"{arrows}2", "-")])).book
    assert f"sheet Ideas, cell {arrows}2: “-” is read as “nothing”." in told_reading(EN, book)
