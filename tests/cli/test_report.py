"""``gevinst report``: what it writes, what it says, what it refuses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.cli import main
from game.paths import NO_FILE
from game.report.file_names import file_name
from game.report.writing import FILES, INDEX, PDF
from game.typeset import TypesetError
from tests.cli.conftest import Screen
from tests.report import sessions

pytestmark = pytest.mark.slow
WRITTEN = [file_name("da", name) for name in (*FILES[:-1], PDF, INDEX)]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sessions.own_project(tmp_path_factory.mktemp("own"))


def test_it_writes_every_file_and_names_them(session, tmp_path, capsys, launched) -> None:
    to = tmp_path / "out"
    assert main(["report", str(session), "--to", str(to), "--lang", "da"]) == 0
    assert capsys.readouterr().out.split() == [str(to / name) for name in WRITTEN]
    assert {path.name for path in to.iterdir()} == set(WRITTEN)
    assert '<html lang="da">' in (to / "rapport.html").read_text("utf-8")
    assert launched == []


def test_it_opens_the_page_when_asked_and_hides_names(session, tmp_path, launched) -> None:
    to = tmp_path / "out"
    args = ["report", str(session), "--to", str(to), "--lang", "en", "--anonymous", "--open"]
    assert main(args) == 0
    assert launched == [str(to / "report.html")]
    text = (to / "report.html").read_text("utf-8")
    assert '<html lang="en">' in text
    assert "Dorthe" not in text


def test_where_the_pdf_cannot_be_made_that_is_told_and_the_rest_is_there(
    session, tmp_path, capsys, monkeypatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise TypesetError("It fails.", "Try again.")

    monkeypatch.setattr("game.report.pdf.typeset", fails)
    assert main(["report", str(session), "--to", str(tmp_path / "out"), "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert "All of the report but its PDF is in" in said.err
    assert "It fails." in said.err
    assert "report.html" in said.out


def test_without_a_folder_it_writes_beside_the_session(session, capsys) -> None:
    assert main(["report", str(session), "--lang", "da"]) == 0
    assert (session.parent / session.stem / "oversigter.xlsx").is_file()


def test_one_without_names_lies_in_another_folder(session, tmp_path, capsys) -> None:
    here = tmp_path / session.name
    here.write_bytes(session.read_bytes())
    anonymous = ["report", str(here), "--lang", "da", "--anonymous", "--yes"]
    assert main(["report", str(here), "--lang", "da"]) == main(anonymous) == 0
    pages = {page.parent.name: page.read_text("utf-8") for page in tmp_path.glob("*/rapport.html")}
    named = {name: "Dorthe" in page for name, page in pages.items()}
    assert named == {here.stem: True, f"{here.stem}-uden-navne": False}
    capsys.readouterr()
    assert main([*anonymous, "--to", str(tmp_path / here.stem)]) == 1
    assert "ligger der en rapport med navne" in capsys.readouterr().err
    assert (tmp_path / here.stem / "rapport.html").read_text("utf-8") == pages[here.stem]


def test_where_nothing_can_show_the_page_it_says_so(session, tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.setattr("click.launch", lambda path: 1)
    args = ["report", str(session), "--to", str(tmp_path), "--lang", "en", "--open"]
    assert main(args) == 0
    assert "open it yourself" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("gone.jsonl", " ".join(NO_FILE).replace("{file}", "{given}")),
        ("folder", "{given} is a folder, not a session. Choose a game in it."),
        (
            "text.jsonl",
            "text.jsonl is not a session of Gevinstbordet. Choose a file that the game has saved.",
        ),
    ],
)
def test_what_is_no_session_is_told_in_one_line(given, said, tmp_path, capsys) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.jsonl").write_text("hello\n")
    assert main(["report", str(tmp_path / given), "--to", str(tmp_path / "o"), "--lang", "en"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == f"Error: {said.format(given=tmp_path / given)}\n"


def test_changed_files_are_left_alone(session, tmp_path, capsys) -> None:
    to = str(tmp_path)
    assert main(["report", str(session), "--to", to, "--lang", "en"]) == 0
    (tmp_path / "benefits.csv").write_text("filled in")
    assert main(["report", str(session), "--to", to, "--lang", "en"]) == 1
    assert "benefits.csv in" in capsys.readouterr().err
    assert (tmp_path / "benefits.csv").read_text() == "filled in"


def test_used_wrongly_it_gives_2(capsys) -> None:
    assert main(["report", "--lang", "en"]) == 2
    assert main(["report", "x", "--colour", "--lang", "en"]) == 2


def test_nothing_of_the_report_is_loaded_by_other_commands() -> None:
    code = "import sys; from game.cli import main; main(['verify', 'none']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert not loaded & {"jinja2", "xlsxwriter", "pygame"}


def test_a_session_is_found_by_its_number_and_its_name(session, tmp_path, capsys) -> None:
    home = ["--to", str(session.parent)]
    for n, named in enumerate(("1", session.stem[:12])):
        to = str(tmp_path / str(n))
        assert main([*home, "report", named, "--to", to, "--lang", "en"]) == 0
        assert main([*home, "verify", named, "--lang", "en"]) == 0
    assert f"{session.name}: whole." in capsys.readouterr().out
    for command in ("report", "verify"):
        said = {"": "Write where the file is.", "99": "There is no session called 99 in"}
        for named, told in said.items():
            assert main([*home, command, named, "--lang", "en"]) == 1
            assert told in capsys.readouterr().err


def test_what_is_no_session_is_told_so_where_another_report_lies(
    screen: Screen, tmp_path: Path
) -> None:
    to, junk = tmp_path / "out", tmp_path / "findings.md"
    junk.write_text("# Findings", "utf-8")
    assert screen.run("report", sessions.own_project(tmp_path), "--to", to) == 0
    assert screen.run("report", junk, "--to", to) == 1
    assert "findings.md is not a session" in screen.err
