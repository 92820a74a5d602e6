"""``gevinst sessions``: what is done with one of the saved games."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from game.content import parse
from game.engine import Applied
from game.engine import actions as act
from game.resources import copies_folder
from game.session import read, verify
from game.table.flow.openings import AtGame
from tests import staging
from tests.cli.conftest import Screen
from tests.folders import contents


def test_a_damaged_session_is_shown_as_far_as_it_is_whole(screen: Screen, run: Any) -> None:
    assert run("show", "1") == 1
    assert "Your own project" in screen.out
    assert "Line 31: The line is damaged" in screen.out


def test_who_took_over_came_and_went_is_told(screen: Screen, tmp_path: Path) -> None:
    session = staging.begin(tmp_path, 4, 4)
    before = [seat.name for seat in session.state.seats]
    for action in (act.Leave(2), act.Replace(1, "Mette"), act.Return(2)):
        assert isinstance(session.do(action), Applied)
    session.close()
    assert screen.run("sessions", "--in", tmp_path, "--search", "mette") == 0
    assert f"4 seats ({before[0]}, Mette, {before[2]} and {before[3]}; before: {before[1]})" in (
        screen.out
    )
    assert screen.run("sessions", "--in", tmp_path, "show", "1") == 0
    (_, *seats), (heading, *changes) = map(str.splitlines, screen.out.split("\n\n")[1:3])
    assert [line.split()[0] for line in seats] == [before[0], "Mette", *before[2:]]
    assert heading == "Who came and went"
    assert [line.split("  ")[-1].strip() for line in map(str.rstrip, changes)] == [
        f"{before[2]} is away: the game goes on meanwhile.",
        f"Mette takes over the seat of {before[1]}.",
        f"{before[2]} is at the table again.",
    ]
    assert screen.run("sessions", "--in", tmp_path, "show", "1", "--json") == 0
    fields = json.loads(screen.out)
    assert (fields["seats"][1]["name"], fields["before"]) == ("Mette", [before[1]])
    assert len(fields["seatings"]) == 3


def test_show_for_other_programs(screen: Screen, run: Any) -> None:
    assert run("show", "3", "--json") == 0
    told = json.loads(screen.out)
    assert told["bookmarks"][0]["note"].startswith("Her var vi uenige")
    assert told["ideas"]["A"] == "The team sets the roster"
    assert {benefit["idea"] for benefit in told["benefits"]} <= told["ideas"].keys()
    assert all({"track", "estimate", "owner", "measure"} <= b.keys() for b in told["benefits"])
    assert told["benefits"]
    assert told["minutes"] == 62.8


def test_open_goes_on_with_a_game_that_was_left(
    run: Any, folder: Path, tables: list[tuple[Any, dict[str, Any]]]
) -> None:
    assert run("open", "2") == 0
    (((_, _, opening), _),) = tables
    assert opening == AtGame(folder / "2026-11-09-gentofte-inklusion-1300.jsonl")


def test_open_looks_back_on_a_game_that_is_over_or_damaged(
    run: Any, folder: Path, tables: list[tuple[Any, dict[str, Any]]]
) -> None:
    for named in ("3", "2026-11-03"):
        assert run("open", named) == 0
    assert [opening.session.name for (_, _, opening), _ in tables] == [
        "2026-10-29-koebenhavn-pas-1300.jsonl",
        "2026-11-03-eget-projekt-1300.jsonl",
    ]


@pytest.mark.slow
def test_report_is_that_of_gevinst_report(screen: Screen, run: Any, folder: Path) -> None:
    assert run("report", "3", "--to", folder / "out", "--anonymous") == 0
    page = (folder / "out" / "report.html").read_text("utf-8")
    assert "Ticket 84: passports in Copenhagen" in page
    assert "Østergård" not in page
    assert run("report", "3", "--frobnicate") == 2
    assert "--frobnicate" in screen.err


def test_rename(screen: Screen, run: Any, folder: Path) -> None:
    old = folder / "2026-10-29-koebenhavn-pas-1300.jsonl"
    before = old.read_bytes()
    assert run("rename", "3", "Workshop i Ældre & Sundhed") == 0
    assert str(folder / "Workshop i Ældre & Sundhed.jsonl") in screen.out
    assert "now called Workshop i Ældre & Sundhed" in screen.out
    assert (folder / "Workshop i Ældre & Sundhed.jsonl").read_bytes() == before
    assert not old.exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../away", "cannot be called"),
        ("a\x1b[31m", "cannot be called"),
        (".hidden", "cannot be called"),
        ("  ", "cannot be called"),
        ("x" * 200, "cannot be called"),
        ("2026-11-09-gentofte-inklusion-1300", "There is a session called"),
    ],
)
def test_a_name_that_is_none_or_taken_is_refused(
    screen: Screen, run: Any, folder: Path, name: str, said: str
) -> None:
    files = sorted(folder.iterdir())
    assert run("rename", "3", name) == 1
    assert said in screen.err
    assert "\x1b" not in screen.err
    assert sorted(folder.iterdir()) == files


def test_a_game_in_play_keeps_its_name(screen: Screen, run: Any, folder: Path) -> None:
    with staging.begin(folder, 4, 1) as session:
        assert run("rename", session.path, "other") == 1
    assert "open in another window" in screen.err


def test_export_takes_the_names_out(screen: Screen, run: Any, folder: Path) -> None:
    assert run("export", "3") == 0
    path = folder / "2026-10-29-koebenhavn-pas-1300-without-names.jsonl"
    assert str(path) in screen.out
    assert "Bo Østergård → Medarbejder i skranken (1 time): reasons 1" in screen.out
    assert "--keep Bo" in screen.out
    listed = path.with_suffix(".txt")
    assert str(listed) in screen.out
    assert not re.search(r"\bBo\b|Østergård", listed.read_text("utf-8"))
    log = read(path)
    assert log.header.anonymised
    assert [seat.name for seat in log.header.seats][:2] == [
        "Borgerens stemme",  # Danish was spoken at the table
        "Medarbejder i skranken",
    ]
    assert verify(path, parse).consistent
    assert run() == 0
    assert "names were taken out" in screen.out
    assert run("export", "2026-11-03") == 1
    assert "No copy can be made" in screen.err


def test_export_to_a_file_and_to_a_folder(run: Any, folder: Path) -> None:
    (folder / "out").mkdir()
    assert run("export", "3", "--to", folder / "out") == 0
    assert run("export", "3", "--to", folder / "x.jsonl") == 0
    assert sorted(p.name for p in (folder / "out").iterdir()) == [
        "2026-10-29-koebenhavn-pas-1300-without-names.jsonl",
        "2026-10-29-koebenhavn-pas-1300-without-names.txt",
    ]
    assert read(folder / "x.jsonl").header.anonymised


def test_a_file_of_which_an_older_state_came_back_leads_to_its_longer_copy(
    screen: Screen, tmp_path: Path
) -> None:
    with staging.begin(tmp_path / "games", 2, 1) as session:
        staging.play(session, staging.by("method"), lambda state: state.round == 2)
    path, whole = session.path, session.path.read_bytes()
    copies = copies_folder(path.parent)
    copies.mkdir(parents=True, exist_ok=True)
    copy = Path(shutil.copy(path, copies / path.name))
    args = ("sessions", "--in", path.parent)
    assert screen.run(*args, "show", path) == 0
    assert "goes on in" not in screen.err
    path.write_bytes(b"".join(whole.splitlines(keepends=True)[:12]))
    for command in (("show", path), ("note", path, "weeks later")):
        assert screen.run(*args, *command) == 0
        assert f"The game goes on in {copy}" in screen.err


def test_what_is_added_goes_to_the_second_copy_too(screen: Screen, folder: Path) -> None:
    with staging.begin(folder, 4, 1) as session:
        path = session.path
    copy = copies_folder(folder) / path.name
    assert screen.run("sessions", "--in", folder, "tag", path, "spring") == 0
    assert screen.run("sessions", "--in", folder, "note", path, "Looked at again", "--at", "0") == 0
    assert copy.read_bytes() == path.read_bytes()


def test_notes_and_outcomes_are_added(screen: Screen, run: Any, folder: Path) -> None:
    assert run("note", "2", "Se på det her", "--at", "12", "--bookmark") == 0
    assert "Noted at step 12." in screen.out
    assert "of an older format, and stays as it is" in " ".join(screen.out.split())
    name = "2026-11-09-gentofte-inklusion-1300-2"
    assert run("note", name, "Og til sidst") == 0
    assert "older format" not in screen.out
    held = ("--idea", "a", "--held", "partly", "--by", "Ole")
    assert run("outcome", name, *held) == 1
    assert "No trial of that idea was agreed on" in screen.err
    assert "give --confirm" in screen.err
    assert run("outcome", name, *held, "--confirm") == 0
    assert run("outcome", name, "--track", "citizen", "--value", "12,5", "--confirm") == 0
    log = read(folder / f"{name}.jsonl")
    assert [(n.of, n.text, n.bookmark) for n in log.notes] == [
        (log.history[11].n, "Se på det her", True),
        (log.now, "Og til sidst", False),
    ]
    first, second = log.outcomes
    assert (first.what, first.held, first.by, first.confirmed) == ("trial", "partly", "Ole", True)
    assert (second.what, second.value, second.confirmed) == ("track", 12.5, True)
    assert run("show", name) == 0
    for text in ("step 12 ★", "Se på det her", "it held in part", "12.5", second.date):
        assert text in screen.out


CITIZEN = ("outcome", "2", "--track", "citizen", "--value")


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("note", "2", "x", "--at", "999"), 1, "There is no step 999"),
        (("note", "2", " "), 1, "Something must be written here"),
        (("note", "1", "x"), 1, "Nothing can be added"),
        (("outcome", "2"), 2, "Give --idea and --held"),
        (("outcome", "2", "--track", "citizen"), 2, "Give --idea and --held"),
        (("outcome", "2", "--idea", "A", "--value", "3"), 2, "Give --idea and --held"),
        (("outcome", "2", "--idea", "Q", "--held", "no"), 1, "No idea has the letter Q"),
        (("outcome", "2", "--track", "citizen", "--value", "mange"), 2, "“mange” is not a number"),
        (("outcome", "2", "--track", "citizen", "--value", "inf"), 2, "is not a number"),
        (
            ("outcome", "2", "--track", "citizen", "--value", "1", "--date", "i går"),
            2,
            "not a date",
        ),
        (("outcome", "2", "--track", "x"), 2, "is not one of"),
        ((*CITIZEN, "5", "--date", "2020-01-31"), 1, "is before the game"),
        ((*CITIZEN, "5", "--date", "2999-01-31"), 1, "has not come yet"),
        ((*CITIZEN, "999999"), 1, "999,999% cannot be"),
        (("frobnicate",), 2, "No such command"),
    ],
)
def test_what_cannot_be_added_is_told(
    screen: Screen, run: Any, folder: Path, args: tuple[str, ...], code: int, said: str
) -> None:
    before = contents(folder)
    assert run(*args) == code
    assert said in screen.err
    assert contents(folder) == before


def test_letters_that_steer_terminals_are_not_printed(
    screen: Screen, run: Any, folder: Path
) -> None:
    path = folder / "2026-10-29-koebenhavn-pas-1300.jsonl"
    from game.session.line_format import seal

    lines = path.read_bytes().splitlines(keepends=True)
    raw = json.loads(lines[0])
    del raw["check"]
    for seats in (raw["seats"], raw["events"][0]["seats"]):
        seats[0]["name"] = "Ane\x1b]0;title\x07"
    path.write_bytes(b"".join([seal(raw), *lines[1:]]))
    for args in ((), ("show", path)):
        assert run(*args) == 0
        assert "\x1b" not in screen.out
        assert "\x07" not in screen.out


def test_tags_are_given_taken_away_and_told(screen: Screen, run: Any, tmp_path: Path) -> None:
    session = staging.begin(tmp_path / "new", 2, 1)
    session.close()
    assert run("tag", session.path, "byggesag", " Forår  2027 ") == 0
    assert screen.out.endswith("byggesag, Forår 2027\n")
    assert run("tag", session.path, "BYGGESAG") == 0
    assert screen.out == "byggesag, Forår 2027\n"
    assert run("tag", session.path, "--remove", "BYGGESAG") == 0
    assert screen.out.endswith("Forår 2027\n")
    assert read(session.path).tags == ("Forår 2027",)
    assert run("tag", session.path, "x" * 41) == 1
    assert "and 40 at most" in screen.err
    assert screen.run("sessions", "--in", tmp_path / "new") == 0
    assert "tags: Forår 2027" in screen.out
    assert screen.run("sessions", "--in", tmp_path / "new", "--json") == 0
    assert json.loads(screen.out)[0]["tags"] == ["Forår 2027"]
    assert run("tag", session.path, "--remove", "forår 2027") == 0
    assert screen.out.endswith("The game has no tags.\n")
