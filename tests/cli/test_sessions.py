"""``gevinst sessions``: the list, and what is done with one of them."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from game.content import parse
from game.engine import Applied
from game.engine import actions as act
from game.resources import cache_folder, copies_folder
from game.session import read, verify
from game.session.index import FILE
from game.table.flow.openings import AtGame
from tests import staging
from tests.cli.conftest import Screen
from tests.cli.programs import LEFT
from tests.folders import contents
from tests.session.freezing import FOLDER

WHOLE = FOLDER / "format-1-whole-game.jsonl"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two games, the one that was left the last, and a file that is damaged in the middle."""
    for n, (file, name) in enumerate(
        (
            (WHOLE, "2026-10-29-koebenhavn-pas-1300"),
            (LEFT, "2026-11-09-gentofte-inklusion-1300"),
            (FOLDER / "format-1-own-project.jsonl", "2026-11-03-eget-projekt-1300"),
        )
    ):
        path = Path(shutil.copy(file, tmp_path / f"{name}.jsonl"))
        if n == 2:
            lines = path.read_bytes().splitlines(keepends=True)
            path.write_bytes(b"".join([*lines[:30], b"x" + lines[30], *lines[31:]]))
        os.utime(path, (1_700_000_000 - n, 1_700_000_000 + 10 * n))
    return tmp_path


@pytest.fixture
def run(screen: Screen, folder: Path) -> Any:
    return lambda *args: screen.run("sessions", "--in", folder, *args)


def test_the_list_says_what_was_played_when_by_whom_and_how_it_ended(
    screen: Screen, run: Any
) -> None:
    assert run() == 0
    damaged, left, whole = re.split(r"\n(?= +\d+  )", screen.out)
    assert whole.startswith("  3  Ticket 84: passports in Copenhagen – Benefit realised together")
    assert "63 minutes, 119 decisions, 4 seats (Ane, Bo Østergård, Çağla and Dorthe)" in whole
    assert "\n     2026-10-29-koebenhavn-pas-1300\n" in f"{whole}\n"
    assert "not finished, round 3" in left
    assert "damaged: Line 31: The line is damaged" in damaged


def test_the_list_says_of_an_own_project_that_its_verdict_is_one_on_play(
    screen: Screen, tmp_path: Path
) -> None:
    shutil.copy(FOLDER / "format-2-own-project.jsonl", tmp_path)
    assert screen.run("sessions", "--in", tmp_path, "--lang", "en") == 0
    assert " – In play: " in screen.out


def test_the_list_for_other_programs(screen: Screen, run: Any, folder: Path) -> None:
    assert run("--json") == 0
    damaged, left, whole = json.loads(screen.out)
    assert whole["level"] == "normal"
    assert (whole["number"], whole["verdict"], whole["over"]) == (3, "together", True)
    assert whole["seats"][1]["name"] == "Bo Østergård"
    assert whole["seats"][0]["roles"] == ["citizen"]
    assert Path(whole["file"]) == folder / "2026-10-29-koebenhavn-pas-1300.jsonl"
    assert (left["verdict"], left["over"], left["round"]) == (None, False, 3)
    assert left["damaged"] is None
    assert "Line 31" in damaged["damaged"]


def test_the_list_forgets_a_game_that_was_deleted(run: Any, folder: Path) -> None:
    assert run() == 0
    assert str(folder).encode() in (cache_folder() / FILE).read_bytes()
    for path in folder.glob("*.jsonl"):
        path.unlink()
    assert run() == 0
    assert str(folder).encode() not in (cache_folder() / FILE).read_bytes()


def test_it_speaks_danish(screen: Screen, run: Any) -> None:
    assert run("--lang", "da") == 0
    assert "Kølap 84: pas i København – Gevinsten realiseret i fællesskab" in screen.out
    assert "29-10-2026" in screen.out


def test_only_the_last_ten_are_listed_and_the_rest_is_counted(
    screen: Screen, run: Any, folder: Path
) -> None:
    for n in range(12):
        shutil.copy(LEFT, folder / f"copy-{n}.jsonl")
    assert run() == 0
    assert " 10  " in screen.out
    assert " 11  " not in screen.out
    assert "… and 5 more: --all" in screen.out
    assert run("--all") == 0
    assert " 15  " in screen.out


def test_an_empty_folder_says_what_to_do(screen: Screen, tmp_path: Path) -> None:
    assert screen.run("sessions", "--in", tmp_path) == 0
    assert "No games are saved" in screen.out
    assert "“gevinst” begins one" in screen.out


def test_the_folder_is_that_of_the_program_unless_another_is_named(
    screen: Screen, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert screen.run("--to", folder, "sessions") == 0
    assert "Copenhagen" in screen.out
    monkeypatch.setenv("GEVINST_HOME", str(folder))
    monkeypatch.setattr("tempfile.tempdir", str(folder))  # where another one may have saved
    assert screen.run("sessions") == 0
    assert "No games are saved" in screen.out


@pytest.mark.parametrize(
    "named", ["3", "0000003", "2026-10", "2026-10-29-koebenhavn-pas-1300.jsonl", str(WHOLE)]
)
def test_a_session_is_named_by_number_by_the_beginning_of_its_name_or_by_file(
    screen: Screen, run: Any, named: str
) -> None:
    assert run("show", named) == 0
    assert screen.out.startswith("Ticket 84: passports in Copenhagen\n")
    assert "Bo Østergård  Counter clerk" in screen.out
    assert "Her var vi uenige om, hvem køen rammer" in screen.out


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("2026", "Several sessions begin with 2026"),
        ("9", "There is no session called 9"),
        ("0", "There is no session called 0"),
        ("0000012", "There is no session called 0000012"),
        ("9" * 200, "There is no session called 999"),
        ("2026-10-29-koebenhavn-pas-1301", "Did you mean 2026-10-29-koebenhavn-pas-1300?"),
        ("../../etc/nothing", "There is no file ../../etc/nothing"),
    ],
)
def test_who_is_not_found_is_told_what_there_is(
    screen: Screen, run: Any, named: str, said: str
) -> None:
    assert run("show", named) == 1
    assert said in screen.err
    assert screen.out == ""


def test_of_many_that_begin_alike_the_rest_is_counted(
    screen: Screen, run: Any, folder: Path
) -> None:
    for n in range(12):
        shutil.copy(LEFT, folder / f"workshop-{n}.jsonl")
    assert run("show", "workshop") == 1
    assert screen.err.count("\n  workshop-") == 10
    assert "\n  … and 2 more\n" in screen.err


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


# ------------------------------------------------------------------ what is done with one
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


def test_what_is_added_goes_to_the_second_copy_too(screen: Screen, folder: Path) -> None:
    with staging.begin(folder, 4, 1) as session:
        path = session.path
    copy = copies_folder(folder) / path.name
    assert screen.run("sessions", "--in", folder, "tag", path, "spring") == 0
    assert screen.run("sessions", "--in", folder, "note", path, "Looked at again", "--at", "0") == 0
    assert copy.read_bytes() == path.read_bytes()


def test_a_game_of_another_folder_is_listed_where_it_is_written_to(
    screen: Screen, tmp_path: Path
) -> None:
    games, session = tmp_path / "games", staging.begin(tmp_path / "mail", 2, 1)
    session.close()
    games.mkdir()
    path, args = session.path, ("sessions", "--in", games)
    assert screen.run(*args, "note", path, "from the mail") == 0
    assert screen.run(*args) == 0
    assert f"It is in {path.parent}" in screen.out
    assert "It is a copy" not in screen.out
    assert screen.run(*args, "note", "1", "from the list") == 0
    assert [note.text for note in read(path).notes] == ["from the mail", "from the list"]
    path.unlink()
    assert screen.run(*args) == 0
    assert f"It is in {copies_folder(games)}" in screen.out
    assert "It is a copy: the game's own file is gone" in screen.out
    assert screen.run(*args, "note", "1", "after it was lost") == 0
    assert "is a copy and stays as it is" in screen.out
    (saved,) = games.glob("*.jsonl")
    assert [note.text for note in read(saved).notes][1:] == ["from the list", "after it was lost"]
    assert screen.run(*args) == 0
    assert "It is in" not in screen.out


def test_a_number_stays_with_the_game_that_was_listed_under_it(
    screen: Screen, tmp_path: Path
) -> None:
    paths = []
    for n in range(3):
        with staging.begin(tmp_path, 2, n) as session:
            paths.append(session.path)
        os.utime(session.path, (1_700_000_000 + n, 1_700_000_000 + n))
    args = ("sessions", "--in", tmp_path)
    assert screen.run(*args) == 0
    for number, path in zip("321", paths, strict=True):
        for text in ("one", "two"):
            assert screen.run(*args, "note", number, text) == 0
            assert str(path) in screen.out
        assert [note.text for note in read(path).notes] == ["one", "two"]
    with staging.begin(tmp_path, 2, 7) as session:
        newest = session.path
    assert screen.run(*args, "show", "1") == 1
    assert "so that 1 may mean another one" in screen.err
    assert screen.run(*args) == 0
    assert screen.run(*args, "show", "1") == 0
    assert newest.stem in screen.out
    newest.unlink()
    assert screen.run(*args, "show", "1") == 1
    assert "Look at “gevinst sessions” again" in screen.err


def test_a_game_that_went_on_in_another_file_is_found_by_its_own_name(
    screen: Screen, tmp_path: Path
) -> None:
    games, mail = tmp_path / "games", tmp_path / "mail"
    for n in range(2):
        with staging.begin(games, 2, n) as session:
            path = session.path.rename(games / f"2026-0{n + 1}-house.jsonl")
    mail.mkdir()
    other = Path(shutil.copy(path, mail / "s.jsonl"))
    args = ("sessions", "--in", games)
    assert screen.run(*args, "note", other, "from the mail") == 0
    for name in (path.stem, path.name, "2026-02"):
        assert screen.run(*args, "show", name) == 0
        assert "from the mail" in screen.out
        assert f"The game goes on in {other}" in screen.err
    assert screen.run(*args, "show", "2026") == 1
    assert f"  {path.stem} → {other}\n" in screen.err
    apart = Path(shutil.copy(path, mail / "t.jsonl"))
    assert screen.run(*args, "note", apart, "from another mail") == 0
    assert screen.run(*args, "show", path.stem) == 1
    assert f"→ {other}\n" in screen.err
    assert f"→ {apart}\n" in screen.err


def test_notes_and_outcomes_are_added(screen: Screen, run: Any, folder: Path) -> None:
    assert run("note", "2", "Se på det her", "--at", "12", "--bookmark") == 0
    assert "Noted at entry 12." in screen.out
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
        (12, "Se på det her", True),
        (log.now, "Og til sidst", False),
    ]
    first, second = log.outcomes
    assert (first.what, first.held, first.by, first.confirmed) == ("trial", "partly", "Ole", True)
    assert (second.what, second.value, second.confirmed) == ("track", 12.5, True)
    assert run("show", name) == 0
    for text in ("Se på det her", "it held in part", "12.5", second.date):
        assert text in screen.out


CITIZEN = ("outcome", "2", "--track", "citizen", "--value")


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("note", "2", "x", "--at", "999"), 1, "There is no entry 999"),
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


def test_a_folder_that_is_not_there_is_told(screen: Screen, tmp_path: Path) -> None:
    assert screen.run("sessions", "--in", tmp_path / "gone") == 1
    assert "There is no folder" in screen.err
    file = tmp_path / "file"
    file.write_text("")
    assert screen.run("sessions", "--in", file) == 1
    assert "is not a folder" in screen.err


# ------------------------------------------------------------------ finding and tags
@pytest.mark.parametrize(
    ("args", "numbers"),
    [
        (("--search", "københavn bo"), ["3"]),
        (("--search", "2026-10"), ["3"]),
        (("--only", "under_way"), ["2"]),
        (("--only", "over"), ["1", "3"]),
        (("--month", "2026-10"), ["3"]),
        (("--case", "KOEBENHAVN-PAS"), ["3"]),
        (("--verdict", "stopped"), []),
        (("--only", "own"), ["1"]),
        (("--tag", "forår"), ["2"]),
        (("--tag", "forår", "--only", "over"), []),
    ],
)
def test_a_list_is_narrowed_down_and_keeps_its_numbers(
    screen: Screen, run: Any, folder: Path, args: tuple[str, ...], numbers: list[str]
) -> None:
    left = folder / "2026-11-09-gentofte-inklusion-1300.jsonl"
    when = left.stat().st_mtime
    assert run("tag", "2", "Forår") == 0
    new = next(path for path in folder.glob("*-2.jsonl"))
    new.replace(left)
    os.utime(left, (when, when))
    assert run(*args) == 0
    assert re.findall(r"(?m)^ +(\d+)  \S", screen.out) == numbers
    if not numbers:
        assert screen.out == "No game matches that.\n"


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
