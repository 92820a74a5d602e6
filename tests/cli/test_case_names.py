"""Every command that takes a case takes its name; a new command joins by itself."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from game.cli.case_file import CaseFile
from game.cli.root import build
from game.content.package import Package, packed
from game.i18n import words
from game.resources import SCENARIOS
from tests.cli.conftest import Screen
from tests.cli.programs import Command, commands
from tests.content.scenario_text import MINIMAL

SHIPPED = "koebenhavn-pas"


def taking() -> Iterator[tuple[Command, click.Parameter]]:
    """Every command that takes a case, with the parameter."""
    for name, command in commands(build(words("en"))):
        for param in command.params:
            if isinstance(param.type, CaseFile):
                yield name, param


TAKING = tuple(taking())


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This user's cases: one as it is, one packed in a folder. The commands run elsewhere."""
    monkeypatch.setenv("GEVINST_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "home" / "cases"
    (folder / "sendt").mkdir(parents=True)
    (folder / "vores-koe.toml").write_text(MINIMAL, "utf-8")
    (folder / "sendt" / "den-anden.gevinst").write_bytes(packed(Package(MINIMAL.encode())))
    (tmp_path / "out").touch()
    return folder


def test_the_commands_that_take_a_case_are_known() -> None:
    assert {name[0] for name, _ in TAKING} >= {"play", "check", "preview", "simulate", "print"}
    assert {name for name, _ in TAKING} >= {("case", "pack"), ("case", "unpack")}


def test_whatever_is_called_a_case_in_help_is_one() -> None:
    """A command that takes one takes its name as well, and says so."""
    for name, command in commands(build(words("en"))):
        cases = [p for p in command.params if isinstance(p.type, CaseFile)]
        for param in command.params:
            if not isinstance(param, click.Argument):
                continue  # sessions --case seeks a word in a title
            called = str(getattr(param, "metavar", None) or "").strip("[]. ")
            assert (called == "CASE") == (param in cases), (name, param.name)
        argued = any(isinstance(param, click.Argument) for param in cases)
        assert argued == ("CASE is a file" in (command.help or "")), name


@pytest.mark.parametrize(("command", "param"), TAKING, ids=lambda v: getattr(v, "name", None))
def test_a_name_stands_for_the_file(command: Command, param: click.Parameter, shelf: Path) -> None:
    for name, file in (
        ("vores-koe", shelf / "vores-koe.toml"),
        ("Vores kø", shelf / "vores-koe.toml"),
        ("den-anden", shelf / "sendt" / "den-anden.gevinst"),
        ("sendt/den-anden", shelf / "sendt" / "den-anden.gevinst"),
        (SHIPPED, SCENARIOS / f"{SHIPPED}.toml"),
        (str(shelf / "vores-koe.toml"), shelf / "vores-koe.toml"),
    ):
        assert param.type.convert(name, param, None) == file


def filled(command: Command, name: str) -> list[str]:
    """A command with a case, and what else it must be given."""
    below = build(words("en"))
    for word in command:
        assert isinstance(below, click.Group)
        below = below.commands[word]
    given = list(command)
    for param in below.params:
        if isinstance(param.type, CaseFile) or param.required:
            given += param.opts[:1] if isinstance(param, click.Option) else ()
            given.append(name if isinstance(param.type, CaseFile) else "out")
    return given


@pytest.mark.parametrize("command", [name for name, _ in TAKING], ids=" ".join)
def test_a_name_that_is_none_is_told_with_the_nearest_one(
    command: Command, shelf: Path, screen: Screen
) -> None:
    for name, near in (("vores-køe", "vores-koe"), ("koebenhavn-pas.tom", SHIPPED)):
        assert screen.run(*filled(command, name)) == 1
        assert f"There is no case called {name}. Did you mean {near}?" in screen.err
        assert str(shelf) in screen.err
    assert screen.run(*filled(command, "noget-andet")) == 1
    assert f"  {SHIPPED}\n" in screen.err


def test_two_files_of_one_name_are_told_apart(shelf: Path, screen: Screen) -> None:
    (shelf / "vores-koe.gevinst").write_bytes(packed(Package(MINIMAL.encode())))
    assert screen.run("check", "vores-koe") == 1
    assert "Several cases are called vores-koe" in screen.err
    assert str(shelf / "vores-koe.gevinst") in screen.err
    assert screen.run("check", "vores-koe.gevinst") == 0


def test_a_file_here_comes_before_a_name(shelf: Path, screen: Screen) -> None:
    Path(SHIPPED).write_text("title = 1", "utf-8")
    assert screen.run("check", SHIPPED) == 1
    assert screen.out.startswith(f"{SHIPPED}")


# ------------------------------------------------------------------ a case as one file
def test_a_case_is_packed_sent_and_opened_by_itself(
    shelf: Path, screen: Screen, tables: list[object]
) -> None:
    assert screen.run("case", "pack", "vores-koe") == 0
    sent = Path("vores-koe.gevinst")
    assert str(sent) in screen.out
    assert screen.run(sent) == 0
    assert tables
    assert screen.run("check", sent) == 0
    assert screen.run("play", sent, "--headless", "--to", "games") == 0
    before = sent.read_bytes()
    assert screen.run("case", "pack", SHIPPED, "--to", sent) == 1
    assert "--force" in screen.err
    assert sent.read_bytes() == before
    assert screen.run("case", "pack", SHIPPED, "--to", sent, "--force") == 0
    assert sent.read_bytes() != before


def test_a_packed_case_is_unpacked_among_ones_own(shelf: Path, screen: Screen) -> None:
    assert screen.run("case", "unpack", "den-anden") == 0
    unpacked = shelf / "den-anden" / "den-anden.toml"
    assert str(unpacked) in screen.out
    assert unpacked.read_text("utf-8") == MINIMAL
    assert screen.run("case", "unpack", "vores-koe") == 1
    assert "not a packed case" in screen.err
    assert screen.run("case", "unpack", "den-anden.gevinst", "--to", unpacked.parent) == 1
    assert f"{unpacked} is already there. Unpack it into another folder." in screen.err


def test_a_case_in_letters_of_another_kind_is_unpacked_as_it_is(
    shelf: Path, screen: Screen
) -> None:
    old = "# på\n".encode("cp1252")
    with zipfile.ZipFile("old.gevinst", "w") as archive:
        archive.writestr("case.toml", old)
    assert screen.run("case", "unpack", "old.gevinst") == 0
    assert (shelf / "old" / "old.toml").read_bytes() == old


def test_what_cannot_be_packed_is_told(shelf: Path, screen: Screen) -> None:
    (shelf / "broken.toml").write_text("title = 1", "utf-8")
    assert screen.run("case", "pack", "broken") == 1
    assert "broken.toml" in screen.err
    assert screen.run("case", "pack", "vores-koe", "--to", "no/where.gevinst") == 1
    assert "cannot be written" in screen.err
    assert screen.run("case", "pack", "vores-koe", "--licence", "no.txt") == 1
    assert "no.txt cannot be opened" in screen.err


def test_fix_says_which_file_it_took_where_none_is_here(
    shelf: Path, tmp_path: Path, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    mine = shelf / "vores.toml"
    mine.write_text(MINIMAL.replace('id = "', "id = “", 1), "utf-8")
    screen.run("check", "--fix", "vores.toml")
    assert f"This is the file among your own cases: {mine}" in screen.out
    here = Path.cwd() / "her.toml"
    here.write_text(mine.read_text("utf-8"), "utf-8")
    screen.run("check", "--fix", "her.toml")
    assert "This is the file" not in screen.out
