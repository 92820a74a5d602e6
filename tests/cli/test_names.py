"""Files without names at the command line: the list first, words in doubt asked about or kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.session import read
from tests.anonymity.speaking import speak
from tests.cli.conftest import Screen

SAID = {
    0: "Bos indtag",
    1: "Storm over Limfjorden. Spørg Dorthe Lund, hun kan bo her.",
    30: "Bo fortrød",
    31: "for the love of it",
    35: "Dorthe Lund",
}


@pytest.fixture
def session(tmp_path: Path) -> Path:
    seats = ["Bo", "Love Storm", "Player 3", "X"]
    return speak(tmp_path, seats, lambda n: SAID.get(n, f"kort {n}"))


def copy_of(session: Path) -> str:
    (path,) = session.parent.glob("*without-names.jsonl")
    return path.read_text("utf-8")


def words_of_check_ins(path: Path) -> list[str]:
    return [check_in.word for check_in in read(path).check_ins.values()]


def test_the_list_comes_first_and_stands_beside_the_copy(screen: Screen, session: Path) -> None:
    assert screen.run("sessions", "export", session) == 0
    for line in (
        "Words that may not be names",
        "Taken out",
        "  Bo → Borgerens stemme + Projektleder (4 times): title 1, story 1, reasons 1",
        "What may still tell who it is about",
        "Limfjorden",
        "Dorthe Lund → NN",
        "“X” stands at a seat and is not a name that can be searched for.",
        '--keep Bo --keep "Dorthe Lund" --keep Storm --keep bo --keep love',
    ):
        assert line in screen.out
    assert "“Player 3”" not in screen.out
    assert screen.out.index("Taken out") < screen.out.index("Saved in")
    (beside,) = session.parent.glob("*.txt")
    listed = beside.read_text("utf-8")
    assert "Projektleder” stands in its place (4 times)" in listed
    assert not any(word in listed for word in ("Bo ", "Dorthe", "Storm", "love"))


def test_only_the_list(screen: Screen, session: Path) -> None:
    for command in (["sessions", "export", session], ["report", session, "--anonymous"]):
        assert screen.run(*command, "--list") == 0
        assert "Taken out" in screen.out
    assert list(session.parent.iterdir()) == [session]


def test_what_is_no_name_is_kept_and_who_was_not_there_is_taken_out(
    screen: Screen, session: Path
) -> None:
    options = ("--keep", "love", "--keep", "Storm", "--keep", "bo", "--also", "Limfjorden")
    assert screen.run("sessions", "export", session, *options, "--keep", "Ingen") == 0
    text = copy_of(session)
    assert "for the love of it" in text
    assert "Storm over NN. Spørg NN, hun kan bo her." in text
    assert "love stays (1 time, in small letters)" in screen.out
    assert "“Ingen” was to be kept and does not stand anywhere as a name." in screen.out
    listed = next(session.parent.glob("*.txt")).read_text("utf-8")
    assert "3 words that look like a name were looked at and stay." in listed


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A terminal: the answers by what is asked; what was asked is added with no answer."""
    answers: dict[str, str] = {}

    def prompt(text: str, default: str, **_: object) -> str:
        return answers.setdefault(text, "") or default

    monkeypatch.setattr("game.cli.names.is_terminal", lambda: True)
    monkeypatch.setattr("click.prompt", prompt)
    return answers


IS_LOVE = "Is “love” a name here? (yes/no)"
WRITE = "Write it without these names? (yes/no)"


@pytest.mark.parametrize(("answer", "kept"), [("n", True), ("no", True), ("", False), ("y", False)])
def test_in_a_terminal_words_in_doubt_are_asked_about(
    screen: Screen, session: Path, answer: str, kept: bool, asked: dict[str, str]
) -> None:
    asked[IS_LOVE] = answer
    assert screen.run("sessions", "export", session) == 0
    assert list(asked)[-1] == WRITE
    assert len(asked) == 6
    assert ("for the love of it" in copy_of(session)) == kept
    assert screen.out.count("Taken out") == (2 if kept else 1)


@pytest.mark.parametrize("command", [["sessions", "export"], ["report", "--anonymous"]])
def test_in_a_terminal_nothing_is_written_unless_it_is_wanted(
    command: list[str], screen: Screen, session: Path, asked: dict[str, str]
) -> None:
    asked[WRITE] = "no"
    assert screen.run(*command, session) == 0
    assert screen.out.endswith("Nothing was written.\n")
    assert list(session.parent.iterdir()) == [session]


def test_with_yes_nothing_is_asked(screen: Screen, session: Path, asked: dict[str, str]) -> None:
    assert screen.run("sessions", "export", session, "--yes") == 0
    assert not asked
    assert "--keep Bo" in screen.out
    assert "for the love" not in copy_of(session)


def test_a_word_that_is_a_name_and_a_word_is_not_lost_in_the_report(
    screen: Screen, session: Path, asked: dict[str, str]
) -> None:
    asked[IS_LOVE] = "no"
    assert screen.run("report", session, "--anonymous", "--to", session.with_name("r")) == 0
    page = (session.with_name("r") / "report.html").read_text("utf-8")
    assert "for the love of it" in page
    assert not any(name in page for name in ("Bo ", "Bos", "Love", "Storm", "Dorthe"))


def test_whoever_does_something_and_is_no_role_may_still_identify(
    screen: Screen, session: Path
) -> None:
    assert screen.run("sessions", "export", session, "--keep", "Dorthe Lund") == 0
    listed = next(session.parent.glob("*.txt")).read_text("utf-8")
    shown, counted = (
        next(line for line in text.splitlines() if "besides the roles: " in line)
        for text in (screen.out, listed)
    )
    assert "Dorthe Lund" in shown
    named = shown.partition(": ")[2].split(", ")
    assert counted.endswith(f"besides the roles: {len(named)}")
    assert "Dorthe" not in listed


@pytest.mark.slow
def test_how_each_role_felt_goes_along_only_when_asked(screen: Screen, session: Path) -> None:
    assert screen.run("sessions", "export", session, "--to", session.with_name("a.jsonl")) == 0
    assert words_of_check_ins(session.with_name("a.jsonl")) == ["–"]
    to = session.with_name("b.jsonl")
    assert screen.run("sessions", "export", session, "--moods", "--to", to) == 0
    assert words_of_check_ins(to) == words_of_check_ins(session) != ["–"]
    assert "How each role felt: Borgerens stemme + Projektleder" in screen.out


@pytest.mark.parametrize("option", [("--keep", "x"), ("--also", "x"), ("--list",), ("--yes",)])
def test_a_report_with_names_takes_no_decisions_about_them(
    screen: Screen, session: Path, option: tuple[str, ...]
) -> None:
    assert screen.run("report", session, *option) == 2
    assert "go with --anonymous" in screen.err


def test_no_name_is_left_in_the_name_of_the_folder(screen: Screen, session: Path) -> None:
    assert "bos-indtag" in session.name
    assert screen.run("report", session, "--anonymous") == 0
    (folder,) = (path for path in session.parent.iterdir() if path.is_dir())
    assert "eget-projekt" in folder.name
    assert screen.out.rstrip().endswith("session.json")
