"""The command line: what it plays, what it prints, and what it says of wrong input."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from errno import ENOSPC
from pathlib import Path
from typing import Any

import click
import pytest

from game import __version__
from game.cli import language
from game.cli.click_messages import MESSAGES, PLURAL_MESSAGES
from game.cli.root import build
from game.content import load
from game.gui.preferences import Preferences, PreferencesFile
from game.i18n import LANGS, Words, words
from game.i18n.os_errors import reason
from game.resources import SCENARIOS, cases_folder
from game.session import SaveError, read, verify
from game.table.flow.openings import AtFile, AtGame, AtStart
from game.wording.levels import level_name
from tests import staging
from tests.cli.conftest import Screen
from tests.rows import each_row
from tests.session.playing import begin, play

CASE = "koebenhavn-pas"
ONLY_CODES = re.compile(r"--[a-z-]+ \[[a-z_|-]+\]|[a-z-]+|([a-z_]+, )+[a-z_]+[.,]")
"""A line of help that is the same in both languages: an option's codes, or a command's name."""
SEAT = r'"[A-Z]\w+:([a-z_,]+)"'
"""A seat as it is typed: a name, and the ids of its roles."""
ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.da.md")


# ------------------------------------------------------------------ as a program
def run(*args: object, lang: str = "en_GB.UTF-8") -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "LC_ALL": lang, "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "game", *map(str, args)]
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=60)


def test_as_a_program_it_tells_its_version_without_loading_the_game() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"Gevinstbordet, version {__version__}\n")
    code = "import sys; from game.cli import main; main(['--version']); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"pygame", "pydantic", "rich", "game.engine", "game.session"} & set(loaded)


def test_as_a_program_it_speaks_the_systems_language_and_gives_its_exit_codes() -> None:
    assert "Brug: gevinst" in run("--help", lang="da_DK.UTF-8").stdout
    wrong = run("verfy", lang="da_DK.UTF-8")
    assert wrong.returncode == 2
    assert "Kommandoen 'verfy' findes ikke. Mente du 'verify'?" in wrong.stderr
    missing = run("verify", "nowhere.jsonl")
    assert (missing.returncode, missing.stdout) == (1, "")
    assert missing.stderr.startswith("There is no file nowhere.jsonl. It may have been moved")


@pytest.mark.parametrize(
    ("args", "english", "danish"),
    [
        (("play", "--seats", "99"), "it must be from 1 to 8, not 99.", "skal være fra 1 til 8"),
        (("--display", "0"), "it must be from 1 to 16, not 0.", "skal være fra 1 til 16"),
        (("sessions", "note", "1", "x", "--at", "-1"), "it must be 0 or more", "være mindst 0"),
        (("replay", "1", "--at", "now"), "'now' is not a valid whole number", "gyldigt heltal"),
    ],
)
def test_the_limits_of_a_number_are_said_in_words(
    screen: Screen, args: tuple[str, ...], english: str, danish: str
) -> None:
    for lang, said in (("en", english), ("da", danish)):
        assert screen.run(*args, "--lang", lang) == 2
        assert said in " ".join(screen.err.split())


# ------------------------------------------------------------------ help
def commands(command: click.Command, args: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The command and all below it, as they are typed."""
    yield args
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from commands(below, (*args, name))


@each_row("args", list(commands(build(words("en")))))
def test_help_is_whole_in_both_languages(screen: Screen, args: tuple[str, ...]) -> None:
    assert screen.run(*args, "--help", "--lang", "en") == 0
    english = screen.out
    assert screen.run(*args, "--lang", "da", "-h") == 0
    danish = screen.out
    lines = [{line.strip() for line in said.splitlines()} for said in (english, danish)]
    same = {line for line in lines[0] & lines[1] if line and str(cases_folder()) not in line}
    assert not {line for line in same if not ONLY_CODES.fullmatch(line)}
    assert re.findall(r"--[a-z]+", english) == re.findall(r"--[a-z]+", danish)


def test_the_language_is_the_one_chosen_in_the_game_and_help_says_so(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path))
    assert screen.run("sessions") == 0
    assert "no games" in screen.out.lower() or "no game" in screen.out.lower()
    PreferencesFile.of_user(Preferences).write(Preferences(lang="da"))
    screen.run("sessions")
    assert "spil" in screen.out
    screen.run("sessions", "--lang", "en")
    assert "spil" not in screen.out
    for args in commands(build(words("en"))):
        screen.run(*args, "--help", "--lang", "en")
        assert "the one chosen in the game, else the computer's." in " ".join(screen.out.split())


def test_an_example_of_a_seat_is_one_in_a_case_that_comes_with_the_game(screen: Screen) -> None:
    """In any help, and in what is read before the first game: the case is named beside it."""
    texts = [line for name in READMES for line in (ROOT / name).read_text("utf-8").splitlines()]
    for args in commands(build(words("en"))):
        for lang in LANGS:
            screen.run(*args, "--help", "--lang", lang)
            texts.append(" ".join(screen.out.split()))
    with_seats = [text for text in texts if re.search(SEAT, text)]
    assert len(with_seats) == len(READMES) + len(LANGS)
    for text in with_seats:
        (case,) = [path for path in SCENARIOS.glob("*.toml") if path.stem in text]
        known = {role.id for role in load(case).setup.roles}
        assert known >= {role for roles in re.findall(SEAT, text) for role in roles.split(",")}


def test_what_may_be_left_out_stands_in_brackets(screen: Screen) -> None:
    for args in commands(build(words("en"))):
        command: click.Command = build(words("en"))
        for word in args:
            assert isinstance(command, click.Group)
            command = command.commands[word]
        for param in command.params:
            if isinstance(param, click.Argument):
                assert param.required != (str(param.metavar)[0] == "["), (args, param)


def test_no_line_of_help_is_wider_than_a_terminal(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for args in commands(build(words("en"))):
        for lang in LANGS:
            screen.run(*args, "--help", "--lang", lang)
            wide = [line for line in screen.out.splitlines() if len(line) > 80]
            assert not [line for line in wide if str(cases_folder()) not in line], args


def test_all_that_click_says_is_translated() -> None:
    catalogue = Words("da")
    same = {"{missing}{param_hint}.{msg}", "%(prog)s, version %(version)s"}
    assert {m for m in MESSAGES if catalogue(m) == m} == same
    for one, many in PLURAL_MESSAGES:
        translated = catalogue._catalogue.ngettext(one, many, 2)
        assert translated != many
        assert set(re.findall(r"{\w+", translated)) == set(re.findall(r"{\w+", many))


def test_the_language_may_stand_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "da_DK.UTF-8")
    assert language([]) == "da"
    assert language(["play", "x", "--lang", "en"]) == "en"
    assert language(["--lang=en", "play"]) == "en"
    assert language(["play", "--lang"]) == "da"
    assert language(["play", "--", "--lang", "en"]) == "da"


# ------------------------------------------------------------------ the table
def test_without_arguments_the_start_screen_opens(screen: Screen, tables: list[Any]) -> None:
    assert screen.run("--lang", "da", "--fullscreen", "--to", "her") == 0
    ((args, more),) = tables
    assert args == ("da", Path("her"), AtStart())
    assert more == {"fullscreen": True, "display": None, "own_window": False, "seed": None}


def test_the_monitor_is_counted_from_1_and_asked_for_anywhere(
    screen: Screen, tables: list[Any]
) -> None:
    assert screen.run("--display", 2) == 0
    assert screen.run("play", "--display", 1) == 0
    assert screen.run("--display", 3, "play", CASE) == 0
    assert screen.run("play") == 0
    assert [more.get("display") for _, more in tables] == [1, 0, 2, None]
    assert screen.run("play", "--display", 0) == 2
    assert "--display" in screen.err


def test_the_facilitator_s_window_is_asked_for_anywhere(screen: Screen, tables: list[Any]) -> None:
    assert screen.run("--facilitator") == 0
    assert screen.run("play", CASE, "--facilitator") == 0
    assert screen.run("play", CASE) == 0
    assert [more["own_window"] for _, more in tables] == [True, True, False]


def test_play_opens_the_table_with_what_was_asked_for(
    screen: Screen, tables: list[Any], tmp_path: Path
) -> None:
    assert screen.run("play", CASE, "--seat", "Ane:team_leader", "--seat", "Bo", "--seed", 5) == 0
    (((_, _, opening), more),) = tables
    assert opening.case.id == CASE
    assert [(s.name, s.roles) for s in opening.seats] == [("Ane", ("team_leader",)), ("Bo", ())]
    assert more["seed"] == 5
    session = begin(tmp_path)
    session.close()
    assert screen.run("play", "--resume", session.path) == 0
    assert tables[1][0][2] == AtGame(session.path)


def test_a_file_alone_is_opened_as_by_a_double_click(
    screen: Screen, tables: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = tmp_path / "vores sag.gevinst"
    ours.write_text("", "utf-8")
    assert screen.run(ours) == 0
    assert tables[0][0][2] == AtFile(ours)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "schema").touch()
    assert screen.run("schema") == 0  # a command is a command, whatever lies in the folder
    (tmp_path / "plain").touch()
    assert screen.run("plain") == 0
    assert [opening.file.name for (_, _, opening), _ in tables] == [ours.name, "plain"]


def test_a_file_is_opened_with_the_options_before_and_after_it(
    screen: Screen, tables: list[Any], tmp_path: Path
) -> None:
    ours = tmp_path / "vores sag.gevinst"
    ours.write_text("", "utf-8")
    options = ["--lang", "da", "--fullscreen", "--to", tmp_path]
    for n in (0, 2, 3, 5):
        assert screen.run(*options[:n], ours, *options[n:]) == 0
        args, more = tables.pop()
        assert args == ("da", tmp_path, AtFile(ours))
        assert more["fullscreen"]
    assert screen.run("--to", tmp_path) == 0  # the value of an option is no file to open
    assert tables.pop()[0][2] == AtStart()
    assert screen.run("--lang", ours) == 2
    assert screen.run(ours, ours) == 2
    assert screen.run(ours, "--nonsense") == 2
    assert not tables


@pytest.mark.parametrize("name", ["gone.gevinst", "gone.toml", "gone.xlsx", "cases/gone", "./gone"])
def test_a_file_that_is_not_there_is_told_as_that(
    screen: Screen, tables: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert screen.run(name) == 1
    assert f"There is no file {Path(name)}." in screen.err
    assert screen.run("gone") == 2
    assert "No such command" in screen.err
    assert screen.run(tmp_path) == 1
    assert "is a folder" in screen.err
    assert not tables


def test_a_screen_that_is_not_there_is_told(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pygame

    def no_screen(*_: object, **__: object) -> None:
        raise pygame.error("No available video device")

    monkeypatch.setattr("game.table.flow.main.run_table", no_screen)
    assert screen.run("play") == 1
    why = "Error: The table cannot be shown: No available video device."
    way = "gevinst play CASE --headless --bots method"
    assert screen.err == f"{why} Start it on a desktop, or without a window: {way}\n"


def test_a_mistake_of_ours_is_not_hidden(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a mistake")

    monkeypatch.setattr("game.table.flow.main.run_table", broken)
    with pytest.raises(RuntimeError, match="a mistake"):
        screen.run("play")


# ------------------------------------------------------------------ without a window
@pytest.mark.parametrize("bots", ["random", "method"])
def test_bots_play_a_whole_game_that_is_saved_and_verified(
    screen: Screen, tmp_path: Path, bots: str
) -> None:
    options = ("--headless", "--bots", bots, "--seats", 3, "--seed", 11, "--to", tmp_path)
    assert screen.run("play", CASE, *options, "--lang", "da") == 0
    (path,) = tmp_path.glob("*.jsonl")
    for said in ("Borger", "Gevinstgrad", "Realisme", "Ejerskab", "Hjertesag", "seed 11"):
        assert said in screen.out
    assert f"Gemt i {path}" in screen.out
    log = read(path)
    assert f"{len(log.history)} beslutninger" in screen.out
    assert [s.name for s in log.header.seats] == ["Plads 1", "Plads 2", "Plads 3"]
    assert screen.run("verify", path, "--lang", "en") == 0
    assert f"{len(log.history)} decisions decided again" in screen.out
    assert "undone" not in screen.out


def test_verify_says_how_many_of_the_decisions_were_undone(screen: Screen, tmp_path: Path) -> None:
    """The list of games counts those that stand."""
    session = staging.begin(tmp_path, 2, 3)
    staging.play(session, staging.by("method"), lambda s: bool(s.ideas))
    decided = len(session.history)
    session.undo()
    session.close()
    assert screen.run("verify", session.path, "--lang", "en") == 0
    assert f"{decided} decision" in screen.out
    assert "1 of them was undone." in screen.out


def test_the_same_seed_is_the_same_game(screen: Screen, tmp_path: Path) -> None:
    options = ("play", CASE, "--headless", "--bots", "random", "--seed", 4, "--to", tmp_path)
    assert screen.run(*options) == screen.run(*options) == 0
    first, second = (read(path) for path in tmp_path.glob("*.jsonl"))
    assert [d.events for d in first.history] == [d.events for d in second.history]


def test_bots_finish_a_session_that_was_left(screen: Screen, tmp_path: Path) -> None:
    from game.content import load, parse
    from game.engine import Seat
    from game.session import Session

    case = load(SCENARIOS / f"{CASE}.toml")
    session = Session.create(case, [Seat("Seat 1", ()), Seat("Seat 2", ())], 3, tmp_path)
    session.close()
    assert screen.run("play", "--headless", "--resume", session.path, "--lang", "da") == 0
    done = verify(session.path, parse)
    assert done.ok
    assert done.states[done.log.now].over
    before = session.path.read_bytes()
    assert screen.run("play", "--headless", "--resume", session.path) == 1
    assert "is over. See it again: gevinst replay" in screen.err
    assert session.path.read_bytes() == before


def test_bots_do_not_play_in_the_names_of_people(screen: Screen, tmp_path: Path) -> None:
    with staging.begin(tmp_path, 3, 1) as session:
        path = session.path
    before = path.read_bytes()
    assert screen.run("play", "--headless", "--resume", path) == 1
    assert "bots do not play in their names" in screen.err
    assert "gevinst play --resume" in screen.err
    assert path.read_bytes() == before


def test_a_case_is_played_on_its_usual_level_or_on_another(screen: Screen, tmp_path: Path) -> None:
    from game.content import load

    usual = load(SCENARIOS / f"{CASE}.toml").setup.rules.level
    for n, (given, level) in enumerate([((), usual), (("--level", "demanding"), "demanding")]):
        folder = tmp_path / str(n)
        assert screen.run("play", CASE, "--headless", "--seed", "2", "--to", folder, *given) == 0
        assert f"Level: {level_name(words('en'), level)}" in screen.out
        (path,) = folder.glob("*.jsonl")
        assert read(path).header.level == level


# ------------------------------------------------------------------ wrong input
def test_a_case_that_is_not_there_is_answered_with_those_that_are(screen: Screen) -> None:
    assert screen.run("play", "kobenhavn-pas", "--headless") == 1
    assert "Did you mean koebenhavn-pas?" in screen.err
    assert screen.run("play", "zzz") == 1
    assert "Did you mean" not in screen.err
    assert all(path.stem in screen.err for path in SCENARIOS.glob("*.toml"))


def test_a_broken_scenario_is_answered_with_its_problems(screen: Screen, tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text(
        (SCENARIOS / f"{CASE}.toml").read_text("utf-8").replace("[economy]", "[econmy]"), "utf-8"
    )
    assert screen.run("play", broken) == 1
    assert re.search(r"broken\.toml:\d+:\d+: error: ", screen.err)


@pytest.mark.parametrize("content", [b"", b"\x00\xff\x80" * 99, b"= = =", None])
def test_junk_for_a_scenario_is_one_clear_message(
    screen: Screen, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "junk.toml"
    path.mkdir() if content is None else path.write_bytes(content)
    assert screen.run("play", path, "--headless") == 1
    assert screen.err.startswith("junk.toml")
    assert screen.err.lower().count("error:") == screen.err.count("junk.toml")


@each_row(
    "args",
    [
        ("--lang", "fr"),
        ("play", "--headless"),
        ("play", CASE, "--bots", "random"),
        ("play", CASE, "--seats", "3"),
        ("play", CASE, "--headless", "--seats", "9"),
        ("play", CASE, "--headless", "--seats", "2", "--seat", "Ane"),
        ("play", CASE, "--headless", "--seed", "-1"),
        ("play", CASE, "--headless", "--seed", str(2**64)),
        ("play", CASE, "--headless", "--seed", "x"),
        ("play", CASE, "--headless", "--bots", "clever"),
        ("play", CASE, "--headless", "--seat", ":controller"),
        ("play", CASE, "--headless", "--seat", "Ane:boss"),
        ("play", CASE, "--headless", "--seat", "A:controller", "--seat", "B:controller"),
        ("play", CASE, "--headless", *["--seat", "A"] * 9),
        ("play", "--seat", "Ane"),
        ("play", "--level", "gentle"),
        ("play", "--resume", "x.jsonl", "--level", "gentle"),
        ("play", CASE, "--level", "easy"),
        ("play", CASE, "--resume", "x.jsonl"),
        ("play", CASE, "one more"),
        ("play", "--nothing"),
        ("verify",),
        ("nothing",),
    ],
)
def test_used_wrongly_it_says_how_in_both_languages(
    screen: Screen, tables: list[Any], args: tuple[str, ...]
) -> None:
    assert screen.run(*args) == 2
    english = screen.err.splitlines()[-1]
    assert english.startswith("Error: ")
    assert not tables
    if "--lang" not in args:
        assert screen.run(*args, "--lang", "da") == 2
        danish = screen.err.splitlines()[-1]
        assert danish.startswith("Fejl: ")
        assert danish.removeprefix("Fejl: ") != english.removeprefix("Error: ")


def test_wrong_sessions_are_told_and_the_right_ones_still_verified(
    screen: Screen, tmp_path: Path
) -> None:
    assert screen.run("play", CASE, "--headless", "--to", tmp_path / "a", "--bots", "random") == 0
    (good,) = (tmp_path / "a").glob("*.jsonl")
    lines = good.read_bytes().splitlines(keepends=True)
    torn, bad, junk = tmp_path / "torn.jsonl", tmp_path / "bad.jsonl", tmp_path / "junk.jsonl"
    torn.write_bytes(b"".join(lines)[:-9])
    lines[9] = lines[9].replace(b'"n":5', b'"n":777')
    bad.write_bytes(b"".join(lines))
    junk.write_bytes(os.urandom(999))
    assert screen.run("verify", torn) == 1  # nothing tells how much more there was
    assert re.search(r"torn.jsonl: torn at line (\d+)\. \d+ decisions decided again", screen.err)
    assert screen.run("verify", junk, bad, tmp_path, good) == 1
    assert "junk.jsonl is not a session" in screen.err
    assert "bad.jsonl: altered at line 10." in screen.err
    assert "Line 10: The line is damaged." in screen.err
    assert f"{good.name}: whole. " in screen.out


def test_a_session_whose_scenario_is_no_longer_one_is_told(screen: Screen, tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 5)
    session.close()
    assert screen.run("verify", session.path) == 1
    assert "cannot be used any longer" in screen.err
    assert "Lille Æble.toml" in screen.err
    assert screen.run("play", "--headless", "--resume", session.path) == 1
    assert "can no longer be played" in screen.err
    assert "Line 1: The key" in screen.err


def test_a_session_that_cannot_be_continued_says_why(screen: Screen, tmp_path: Path) -> None:
    assert screen.run("play", CASE, "--headless", "--to", tmp_path, "--bots", "random") == 0
    (path,) = tmp_path.glob("*.jsonl")
    lines = path.read_bytes().splitlines(keepends=True)
    lines[6] = b"{}\n"
    path.write_bytes(b"".join(lines))
    assert screen.run("play", "--headless", "--resume", path) == 1
    assert "cannot be continued" in screen.err
    assert "Line 7: The line is damaged." in screen.err


def test_a_folder_that_cannot_be_written_to_is_told(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    file.write_text("")
    monkeypatch.setattr(
        "game.cli.commands.play.windowless.fallback_folders", lambda: [tmp_path / "else"]
    )
    options = ("play", CASE, "--headless", "--bots", "random", "--to", file)
    assert screen.run(*options) == 0
    assert "cannot be written to, so the session is saved in" in screen.err
    monkeypatch.setattr(
        "game.cli.commands.play.windowless.fallback_folders", lambda: [file / "else"]
    )
    assert screen.run(*options) == 1
    assert "neither in" in screen.err


def test_what_is_wrong_is_said_in_danish(tmp_path: Path) -> None:
    full = OSError(ENOSPC, "No space left on device")
    error = SaveError("not_saved", folder="/media/usb", why=reason(full))
    assert error.translate(words("da")).startswith(
        "Ikke gemt i /media/usb: ikke mere plads på drevet."
    )


@pytest.mark.parametrize("name", ["x" * 300, "x" * 300 + ".jsonl", "x" * 5_000 + "/y.toml"])
def test_a_name_that_no_system_knows_is_told_in_one_sentence(screen: Screen, name: str) -> None:
    for command in ("verify", "repair", "replay", "play", "preview", "check"):
        assert screen.run(command, name) == 1
        assert (screen.out + screen.err).strip()
    assert screen.run("sessions", "--in", name) == 1
