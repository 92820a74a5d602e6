"""The author's commands: begin a case, explain the keys, check files."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import tomli

from game.bots import bot, play_game
from game.content import check_file
from game.content.json_schema import FILE_NAME, text
from game.i18n import words
from game.resources import SCENARIOS
from game.table.cards.fitting import unfitting
from tests.cli.conftest import Screen

BAD = Path(__file__).parent.parent / "bad_scenarios"
GOOD = SCENARIOS / "herning-tidlig-indsats.toml"


# ------------------------------------------------------------------ gevinst new
@pytest.mark.parametrize("lang", ["da", "en"])
def test_what_a_new_case_says_of_modules_may_be_done(
    screen: Screen, tmp_path: Path, lang: str
) -> None:
    assert screen.run("new", "Mine", "--to", tmp_path, "--lang", lang) == 0
    path = tmp_path / "mine.toml"
    written = path.read_text(encoding="utf-8")
    (advice,) = re.findall(r"^# (rules = \{.*modules.*\})$", written, re.MULTILINE)
    (rules,) = re.findall(r"^rules = \{.*\}$", written, re.MULTILINE)
    path.write_text(written.replace(f"\n{rules}\n", f"\n{advice}\n"), "utf-8")
    case, problems = check_file(path)
    assert case is not None
    assert case.setup.rules.modules == ("dropouts",)
    assert not problems


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_new_case_has_nothing_to_complain_about_and_can_be_played(
    screen: Screen, tmp_path: Path, lang: str
) -> None:
    assert screen.run("new", "Ældre & pleje 2", "--to", tmp_path / "mine", "--lang", lang) == 0
    path = tmp_path / "mine" / "aeldre-pleje-2.toml"
    case, problems = check_file(path, extra_checks=[unfitting])
    assert case is not None
    assert not problems, "\n".join(map(str, problems))
    assert case.title.read("da") == "Ældre & pleje 2"
    assert play_game(case.setup, seats=4, seed=1, bot=bot("method")).state.over


def test_the_balance_of_a_case_is_shown_in_numbers(screen: Screen, tmp_path: Path) -> None:
    assert screen.run("check", "koebenhavn-pas", "--gauges") == 0
    assert "Balance of" in screen.out
    assert re.search(r"✓ True risks of an idea +1\.22 +1\.1–1\.3\n", screen.out)
    screen.run("new", "mine", "--to", tmp_path)
    path = tmp_path / "mine.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"maturity = \d", "maturity = 5", text), encoding="utf-8")
    assert screen.run("check", path, "--gauges", "--json") == 0
    (file,) = json.loads(screen.out)["files"]
    states = {gauge["code"]: gauge["state"] for gauge in file["gauges"]}
    assert states["maturity"] == "high"
    assert states["likelihood"] == "fine"
    path.write_text("title = ", encoding="utf-8")
    assert screen.run("check", path, "--gauges") == 1
    assert "Balance" not in screen.out


def test_a_new_case_points_the_editor_to_the_schema_beside_it(
    screen: Screen, tmp_path: Path
) -> None:
    screen.run("new", "min case", "--to", tmp_path, "--lang", "da")
    first = (tmp_path / "min-case.toml").read_text(encoding="utf-8").splitlines()[0]
    assert first == f"#:schema ./{FILE_NAME}"
    assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == text(words("da"))
    assert str(tmp_path / "min-case.toml") in screen.out


def test_a_new_case_overwrites_nothing(screen: Screen, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    schema = tmp_path / FILE_NAME
    for path in (mine, schema):
        path.write_text("keep me", encoding="utf-8")
    assert screen.run("new", "mine.toml", "--to", tmp_path) == 1
    assert "already there" in screen.err
    assert screen.run("new", "other", "--to", tmp_path) == 0
    assert [path.read_text(encoding="utf-8") for path in (mine, schema)] == ["keep me"] * 2


def test_the_title_of_a_new_case_is_any_text(screen: Screen, tmp_path: Path) -> None:
    assert screen.run("new", 'Den "nye"\\ case', "--to", tmp_path) == 0
    (path,) = tmp_path.glob("*.toml")
    assert tomli.loads(path.read_text(encoding="utf-8"))["title"] == 'Den "nye"\\ case'


@pytest.mark.parametrize("name", ["", "  ", "æ" * 61, "a\x07b", "!?", "../" * 40, ".toml"])
def test_a_name_that_cannot_be_one(screen: Screen, tmp_path: Path, name: str) -> None:
    assert screen.run("new", name, "--to", tmp_path) == 1
    assert screen.err.startswith("Error: The name")
    assert not list(tmp_path.iterdir())


def test_a_new_case_never_leaves_its_folder(screen: Screen, tmp_path: Path) -> None:
    assert screen.run("new", "../../etc/passwd", "--to", tmp_path / "in") == 0
    assert {path.name for path in (tmp_path / "in").iterdir()} == {"etc-passwd.toml", FILE_NAME}
    assert list(tmp_path.iterdir()) == [tmp_path / "in"]


def test_a_new_case_where_nothing_can_be_written(screen: Screen, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert screen.run("new", "mine", "--to", tmp_path / "file") == 1
    assert "cannot be written" in screen.err or "already there" in screen.err


# ------------------------------------------------------------------ gevinst schema
def test_the_schema_is_printed_or_written(screen: Screen, tmp_path: Path) -> None:
    assert screen.run("schema") == 0
    assert screen.out == text(words("en"))
    assert screen.run("schema", "--to", tmp_path / "s.json") == 0
    assert (tmp_path / "s.json").read_text(encoding="utf-8") == text(words("en"))
    assert screen.run("schema", "--to", tmp_path / "no" / "s.json") == 1
    assert "cannot be written" in screen.err


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_schema_has_an_address_that_stays(screen: Screen, lang: str) -> None:
    assert screen.run("schema", "--path", "--lang", lang) == 0
    shipped = Path(screen.out.strip())
    assert screen.run("schema", "--lang", lang) == 0
    assert shipped.read_text("utf-8") == screen.out


def test_the_schema_is_put_where_editors_find_it(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path))
    for _ in range(2):  # again, as after an update
        assert screen.run("schema", "--install") == 0
    folder = tmp_path / "cases"
    assert json.loads((folder / FILE_NAME).read_text("utf-8"))["$schema"]
    settings = tomli.loads((folder / ".taplo.toml").read_text("utf-8"))
    assert (folder / settings["schema"]["path"]).exists()
    (line,) = (line for line in screen.out.splitlines() if "evenBetterToml" in line)
    (address,) = json.loads(f"{{{line}}}")["evenBetterToml.schema.associations"].values()
    assert address == (folder / FILE_NAME).as_uri()
    assert screen.run("check", "schema") == 1, "the settings are no case"


def test_settings_of_somebody_else_are_kept(
    screen: Screen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path))
    settings = tmp_path / "cases" / ".taplo.toml"
    settings.parent.mkdir()
    settings.write_text("# mine", "utf-8")
    assert screen.run("schema", "--install") == 0
    assert settings.read_text("utf-8") == "# mine"
    assert "kept" in screen.out
    assert screen.run("schema", "--install", "--path") == 2


# ------------------------------------------------------------------ gevinst check
def test_whose_case_it_is_and_which_version_is_told(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    about = '[about]\nversion = "3"\ndate = 2027-01-31\nauthor = "Ane Lund"\n\n[tracks'
    path.write_text(GOOD.read_text("utf-8").replace("[tracks", about, 1), "utf-8")
    screen.run("check", path)
    assert f"{path}: version 3, 31 January 2027 · Ane Lund\n" in screen.out
    screen.run("check", path, "--json")
    (file,) = json.loads(screen.out)["files"]
    assert file["about"] == {"version": "3", "date": "2027-01-31", "author": "Ane Lund"}


def test_a_good_file_is_fine(screen: Screen) -> None:
    assert screen.run("check", GOOD) == 0
    assert screen.out == "1 file checked: nothing to complain about.\n"


def test_a_problem_is_shown_with_its_line_a_caret_and_the_line_as_it_should_be(
    screen: Screen, tmp_path: Path
) -> None:
    path = spoilt(tmp_path, ("saving = 6.0", "saving = 6,5"))
    assert screen.run("check", path) == 1
    assert screen.out.partition("\n\n")[0].splitlines() == [
        f"{path}:89:10: error: A comma stands after the value.",
        "    89 | saving = 6,5",
        "       |          ^",
        "  A decimal number has a point: 2.5; lines do not end with a comma.",
        "       → saving = 6.5",
    ]


def test_what_is_wrong_in_many_places_is_shown_in_a_few(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text(GOOD.read_text(encoding="utf-8").replace('"', "”"), encoding="utf-8")
    assert screen.run("check", path) == 1
    assert screen.out.count("word processor") < 10
    assert "More of the same kind is on lines" in screen.out
    screen.run("check", path, "--json")
    assert len(json.loads(screen.out)["files"][0]["problems"]) > 100


# ------------------------------------------------------------------ gevinst check --fix
def spoilt(folder: Path, *changes: tuple[str, str]) -> Path:
    """A good case with changes, as a file of its own."""
    text = GOOD.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "case.toml"
    path.write_bytes(text.encode())
    return path


def test_what_is_certain_is_mended_and_the_old_file_kept(screen: Screen, tmp_path: Path) -> None:
    path = spoilt(tmp_path, ("saving = 6.0", "saving = 6,0"), ("minutes = 75", "minutes = ”75”"))
    old = path.read_bytes()
    assert screen.run("check", "--fix", path) == 0
    assert "-saving = 6,0\n+saving = 6\n" in screen.out
    assert "2 lines fixed" in screen.out
    assert "case.toml.bak" in screen.out
    assert (tmp_path / "case.toml.bak").read_bytes() == old
    good = GOOD.read_bytes().replace(b"saving = 6.0", b"saving = 6")
    assert path.read_bytes() == good
    assert screen.run("check", "--fix", path) == 0
    assert "nothing to fix" in screen.out
    assert sorted(one.name for one in tmp_path.iterdir()) == ["case.toml", "case.toml.bak"]


def test_an_older_copy_is_never_overwritten(screen: Screen, tmp_path: Path) -> None:
    path = spoilt(tmp_path, ("saving = 6.0", "saving = 6,0"))
    (tmp_path / "case.toml.bak").write_bytes(b"mine")
    old = path.read_bytes()
    assert screen.run("check", "--fix", path) == 0
    assert (tmp_path / "case.toml.bak").read_bytes() == b"mine"
    assert (tmp_path / "case.toml.bak2").read_bytes() == old


def test_what_is_left_for_the_author_is_said(screen: Screen, tmp_path: Path) -> None:
    path = spoilt(tmp_path, ("saving = 6.0", "saving = 6,0"), ("minutes = 75", "minutes = 60-80"))
    assert screen.run("check", "--fix", path) == 1
    assert "1 line fixed" in screen.out
    assert "a range from 60 to 80" in screen.out
    assert "minutes = 60-80" in path.read_text(encoding="utf-8")


def test_a_byte_order_mark_and_the_ends_of_lines_stay(screen: Screen, tmp_path: Path) -> None:
    path = spoilt(tmp_path, ("saving = 6.0", "saving = 6,0"))
    marked = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(marked)
    assert screen.run("check", "--fix", path) == 0
    assert path.read_bytes() == marked.replace(b"6,0", b"6")


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_another_encoding_is_mended(screen: Screen, tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "case.toml"
    text = re.sub("[^\x00-\xff]", "x", GOOD.read_text(encoding="utf-8"))
    path.write_bytes(text.encode(encoding))
    screen.run("check", "--fix", path)
    assert "saved as UTF-8" in screen.out
    assert path.read_text(encoding="utf-8") == text


def test_what_cannot_be_mended_is_said_in_words(screen: Screen, tmp_path: Path) -> None:
    assert screen.run("check", "--fix", "-") == 2
    assert "give its name instead of -" in screen.err
    path = spoilt(tmp_path, ("saving = 6.0", "saving = 6,0"))
    path.chmod(0o444)
    assert screen.run("check", "--fix", path) == 1
    assert "cannot be written to: Permission denied. See that" in screen.err
    assert not (tmp_path / "case.toml.bak").exists()
    (tmp_path / "doc.toml").write_bytes(b"%PDF-1.7")
    assert screen.run("check", "--fix", tmp_path / "doc.toml") == 1
    assert "but a PDF" in screen.out


def test_mending_for_other_programs_prints_json_only(screen: Screen, tmp_path: Path) -> None:
    path = spoilt(tmp_path, ("saving = 6.0", "saving = 6,0"))
    assert screen.run("check", "--fix", "--json", path) == 0
    assert json.loads(screen.out)["errors"] == 0


# ------------------------------------------------------------------ gevinst check, on


def test_it_speaks_danish(screen: Screen) -> None:
    assert screen.run("check", BAD / "decimal_comma.toml", "--lang", "da") == 1
    assert "fejl: Der står et komma efter værdien." in screen.out
    assert re.search(r"^1 fil tjekket: \d+ fejl og 0 advarsler$", screen.out, re.MULTILINE)


def test_the_caret_stands_under_its_column_in_a_long_line(screen: Screen) -> None:
    for name in ("money_and_goals", "too_easy", "aims", "references"):
        path = BAD / f"{name}.toml"
        screen.run("check", path, "--json")
        wanted = {(p["line"], p["column"]) for p in json.loads(screen.out)["files"][0]["problems"]}
        source = path.read_text(encoding="utf-8").splitlines()
        screen.run("check", path)
        lines = screen.out.splitlines()
        carets = [i for i, line in enumerate(lines) if line.strip("| ") == "^"]
        assert len(carets) >= min(len(wanted), 5)
        for i in carets:
            number, column = lines[i - 2].removeprefix(f"{path}:").split(":")[:2]
            at = lines[i].index("^")
            assert lines[i - 1][at] == source[int(number) - 1][int(column) - 1]


def test_errors_come_before_warnings_each_in_the_files_order(screen: Screen) -> None:
    assert screen.run("check", BAD / "references.toml", "--json") == 1
    whole = json.loads(screen.out)
    (file,) = whole["files"]
    severities = [p["severity"] for p in file["problems"]]
    assert severities == ["error"] * whole["errors"] + ["warning"] * whole["warnings"]
    for severity in ("error", "warning"):
        places = [(p["line"], p["column"]) for p in file["problems"] if p["severity"] == severity]
        assert places == sorted(places)
    assert not file["playable"]
    fields = {"severity", "code", "path", "line", "column", "message", "hint", "mended"}
    assert set(file["problems"][0]) == fields


def test_warnings_fail_only_when_asked(screen: Screen) -> None:
    path = BAD / "too_easy.toml"
    assert screen.run("check", path) == 0
    assert "0 errors and " in screen.out
    assert screen.run("check", path, "--strict") == 1
    assert screen.run("check", GOOD, "--strict") == 0


def test_several_files_are_checked_together(screen: Screen, tmp_path: Path) -> None:
    missing = tmp_path / "nowhere.toml"
    assert screen.run("check", GOOD, BAD / "choices.toml", missing) == 1
    assert f"{missing}: error: There is no such file." in screen.out
    assert "\n3 files checked: " in screen.out


def test_used_wrongly(screen: Screen) -> None:
    assert screen.run("check") == 2
    assert screen.run("check", GOOD, "--jason") == 2
    assert "No such option '--jason'" in screen.err


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe\x00", b'a = "\x1b[31m', b"\x00" * 4000])
def test_nothing_of_an_odd_file_reaches_the_terminal_raw(
    screen: Screen, tmp_path: Path, raw: bytes
) -> None:
    path = tmp_path / "odd.toml"
    path.write_bytes(raw)
    assert screen.run("check", path) == 1
    assert screen.out.replace("\n", "").isprintable()


def run(*args: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "LC_ALL": "en_GB.UTF-8", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "game", *map(str, args)]
    return subprocess.run(command, env=env, input=stdin, capture_output=True, timeout=60)


def test_what_is_piped_in_is_checked_too() -> None:
    done = run("check", "-", stdin=GOOD.read_bytes())
    assert (done.returncode, done.stderr) == (0, b"")
    done = run("check", "-", stdin=b"format = 1\ntitle = x\n")
    assert done.returncode == 1
    assert b"-:2:9: error: " in done.stdout


def test_there_is_no_colour_where_there_is_no_terminal() -> None:
    assert b"\x1b" not in run("check", BAD / "choices.toml").stdout


def test_without_pygame_the_rest_is_checked_and_a_note_says_so(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "game.table.cards.fitting", None)
    assert screen.run("check", GOOD) == 0
    assert "not measured" in screen.err
