"""An action list that comes back: cell by cell, and with what each item is for."""

from __future__ import annotations

from pathlib import Path

from game.report import write_report
from game.report.actions import action_rows
from game.report.registers import registers
from game.report.source import open_session
from game.session import ItemDraft, SavedSession, read
from tests.intake.conftest import Edit, T, differences, take_over


def listed(folder: Path, *lines: str) -> Path:
    path = folder / "hand.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_a_cell_that_does_not_fit_leaves_the_rest_of_its_item(
    session: Path, tmp_path: Path
) -> None:
    file = listed(
        tmp_path,
        "Nr;Handling;Ansvarlig;Frist;Status",
        "1;Skriv brevet om;Bente;efter sommerferien;igang",
        "2;Ring til HR;Ole;1-3-2027;måske",
        "3;Book lokale;Ane;;Færdig",
    )
    found = take_over(file, session)
    assert found.read == [("actions", "hand", 3)]
    assert [(left.row, str(left.why).split(":")[0]) for left in found.left_out] == [
        (2, "Due by"),
        (3, "Status"),
    ]
    assert [(i.text, i.who, i.due, i.status) for i in read(session).action_items] == [
        ("Skriv brevet om", "Bente", None, "under_way"),
        ("Ring til HR", "Ole", "2027-03-01", "open"),
        ("Book lokale", "Ane", None, "done"),
    ]
    assert differences(file, session).differences == []


def test_a_list_that_says_what_can_go_wrong_is_one_of_risks(session: Path, tmp_path: Path) -> None:
    file = listed(tmp_path, "Nr;Risiko;Handling;Ansvarlig;Frist;Status", "9;Sne;Salt;Bo;;")
    assert [register for register, *_ in differences(file, session).read] == ["risks"]


def test_a_line_with_only_a_name_is_named(session: Path, tmp_path: Path) -> None:
    file = listed(tmp_path, "Opgave;Hvem", ";Bente", ";")
    found = differences(file, session)
    assert found.differences == []
    (left,) = found.left_out
    assert (left.row, left.of) == (2, "Bente")
    assert "does not say what is to be done" in str(left.why)


def test_what_an_item_is_for_comes_back_by_its_id(session: Path, tmp_path: Path) -> None:
    rows = registers(open_session(session, T))
    benefit, risk = rows.benefits[0], next(r for r in rows.risks if r.risk is not None)
    file = listed(
        tmp_path,
        "Action id;What is to be done;Belongs to",
        f";Count;{benefit.id}",
        f";Call;{risk.id} {risk.event}",
        ";Wait;G-77",
    )
    found = take_over(file, session)
    items = read(session).action_items
    assert [(i.idea, i.track, i.risk) for i in items] == [
        (benefit.idea, benefit.track, None),
        (risk.idea, None, risk.risk),
        (None, None, None),
    ]
    (left,) = found.left_out
    assert "“G-77” is nothing in this game" in str(left.why)
    assert differences(file, session).differences == []


def test_an_idea_is_known_however_a_version_adds_its_letter(session: Path, tmp_path: Path) -> None:
    idea = open_session(session, T).debrief.ideas[0]
    SavedSession(session).action_item(ItemDraft("Count", idea=idea.id))
    (row,) = [r for r in action_rows(open_session(session, T)) if r.text == "Count"]
    title = row.subject.rpartition(" (")[0]
    head = "Action id;What is to be done;Belongs to"
    file = listed(tmp_path, head, f"{row.id};Count;{title} (other words)", f";Call;{title}")
    found = take_over(file, session)
    assert found.left_out == []
    assert [item.idea for item in read(session).action_items] == [idea.id] * 2


def test_what_an_item_is_for_can_be_changed_and_taken_away(session: Path, tmp_path: Path) -> None:
    first, second = registers(open_session(session, T)).benefits[:2]
    head = "Action id;What is to be done;Belongs to"
    take_over(listed(tmp_path, head, f";Count;{first.id}"), session)
    take_over(listed(tmp_path, head, f"A-01;Count;{second.id}"), session)
    (item,) = read(session).action_items
    assert (item.idea, item.track) == (second.idea, second.track)
    write_report(session, tmp_path / "report", "en")
    file = tmp_path / "report" / "actions.csv"
    assert differences(file, session).differences == []
    name = f"{second.id} "
    lines = file.read_text("utf-8-sig").splitlines()
    cells = ["" if cell.startswith(name) else cell for cell in lines[1].split(";")]
    take_over(listed(tmp_path, lines[0], ";".join(cells)), session)
    (item,) = read(session).action_items
    assert (item.idea, item.track) == (None, None)


def test_what_is_told_at_the_follow_up_is_named(edit: Edit, session: Path) -> None:
    cells = {"What is to be done": "Count", "What came of it": "It held"}
    file = edit({("actions", 2, heading): text for heading, text in cells.items()})
    (left,) = differences(file, session).left_out
    assert "told at the follow-up" in str(left.why)
