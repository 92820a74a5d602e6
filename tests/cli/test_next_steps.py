"""What a command proposes works as it is printed, and what a message names is there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import click
import pytest

from game.cli.root import build
from game.content import new_case
from game.frozen import frozen
from game.i18n import words
from tests.cli.conftest import Screen
from tests.i18n.word_book import messages

NAMES = ("ours.toml", "vores venteværelse.toml", "it's $HOME.toml", "-ours.toml")
"""Files as people call them: a terminal reads blanks, quotes and signs as something else."""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def proposed(screen: Screen) -> list[list[str]]:
    """The commands that were printed, as a terminal reads them."""
    lines = re.findall(r"(?:^|: )gevinst (.+)$", screen.out + screen.err, re.MULTILINE)
    return [shlex.split(line) for line in lines]


def run_proposals(screen: Screen, *, told: int) -> None:
    commands = proposed(screen)
    assert len(commands) == told
    for command in commands:
        assert screen.run(*command) == 0, (command, screen.out + screen.err)


@pytest.mark.parametrize("name", NAMES)
def test_a_workbook_is_taken_back_as_proposed(here: Path, screen: Screen, name: str) -> None:
    file = here / name
    file.write_text(f"# by hand\n{new_case.example('Ours', 'en')}", "utf-8")
    assert screen.run("case", "export", f"./{name}", "--to", f"./{file.stem}.xlsx") == 0
    run_proposals(screen, told=1)
    assert file.read_text("utf-8").startswith("# by hand\n")
    assert "gevinst play" in screen.out


def test_a_case_that_is_not_written_into_comes_back_as_a_file_of_its_own(
    here: Path, screen: Screen
) -> None:
    for taken_back in range(3):  # each time the name before is taken
        assert screen.run("case", "export", "foerste-spil", "--force") == 0
        run_proposals(screen, told=1)
        assert len(list(here.glob("*.toml"))) == taken_back + 1
    assert screen.run("case", "import", "foerste-spil.xlsx", "--into", "foerste-spil") == 1
    assert "comes with the game and stays as it is" in screen.err


def test_a_packed_case_is_unpacked_as_proposed(here: Path, screen: Screen) -> None:
    (here / "ours.toml").write_text(new_case.example("Ours", "en"), "utf-8")
    assert screen.run("case", "pack", "ours.toml") == 0
    (play,) = proposed(screen)
    assert play == ["play", "ours.gevinst"]
    assert screen.run("check", "--fix", "ours.gevinst") == 1
    run_proposals(screen, told=1)
    assert screen.run("case", "export", "ours.gevinst") == 0
    run_proposals(screen, told=1)


def test_a_case_begun_or_made_of_a_workbook_is_played_as_proposed(
    here: Path, screen: Screen, tables: list[object]
) -> None:
    assert screen.run("new", "Vores venteværelse") == 0
    run_proposals(screen, told=2)
    assert screen.run("case", "export", "vores-ventevaerelse.toml") == 0
    assert screen.run(*proposed(screen)[0]) == 0
    run_proposals(screen, told=1)
    assert len(tables) == 2


def test_what_is_certain_is_mended_as_proposed(here: Path, screen: Screen) -> None:
    text = new_case.example("Ours", "en")
    for name in ("one.toml", "the other.toml"):
        (here / name).write_text(text.replace('title = "', "titel = “", 1), "utf-8")
    assert screen.run("check", "one.toml", "the other.toml") == 1
    (command,) = proposed(screen)
    assert command == ["check", "--fix", "one.toml", "the other.toml"]
    assert screen.run(*command) == 0
    assert "Mend what is certain" not in screen.out


# ------------------------------------------------------------------ in the messages
_TOLD = re.compile(r"(: )?\bgevinst ([^.,:;“”»(\n]*)")


@frozen
class Told:
    """A command in a message, with its options and what stands for its arguments."""

    text: str
    command: click.Command
    given: list[str]
    is_copied: bool
    """Whether it stands by itself, behind a colon."""

    def options(self) -> Iterator[tuple[str, click.Parameter | None, bool]]:
        """Each option as it is written, what it is declared as, and whether a value follows."""
        known = options_of(self.command)
        for n, word in enumerate(self.given):
            if word.startswith("-"):
                yield word, known.get(word), bool(self.given[n + 1 : n + 2])


def options_of(command: click.Command) -> dict[str, click.Parameter]:
    return {name: option for option in command.params for name in option.opts}


def takes_value(option: click.Parameter | None) -> bool:
    return option is not None and not getattr(option, "is_flag", False)


@cache
def root() -> click.Group:
    return build(words("en"))


def told(text: str, colon: str | None, after: str) -> Told:
    """The command that begins a piece of a message; the sentence may go on behind it."""
    command: click.Command = root()
    left, given = after.split(), []
    while left and isinstance(command, click.Group) and left[0] in command.commands:
        command = command.commands[left.pop(0)]
    while left and (left[0].startswith("-") or left[0].isupper()):
        given.append(left.pop(0))
        if takes_value(options_of(command).get(given[-1])):
            given += left[:1]
            del left[:1]
    return Told(text, command, given, bool(colon) and not left)


@cache
def commands_told() -> tuple[Told, ...]:
    """Every command that a message names, in both languages."""
    texts = sorted({one for pair in messages() for one in pair})
    found = (told(text, *one.groups()) for text in texts for one in _TOLD.finditer(text))
    return tuple(one for one in found if one.command is not root())


def test_the_commands_in_messages_have_the_options_that_are_told() -> None:
    assert len({one.command.name for one in commands_told()}) > 8
    for one in commands_told():
        for name, option, has_value in one.options():
            assert option is not None, f"{name}: {one.text}"
            assert has_value or not takes_value(option), f"a value for {name}: {one.text}"


def test_a_command_in_a_message_that_is_to_be_copied_is_whole(here: Path) -> None:
    (here / "file").touch()
    stands_for = {"CASE": "foerste-spil", "FILE": "file", "FIL": "file"}
    copied = [one for one in commands_told() if one.is_copied]
    assert copied
    for one in copied:
        given = [stands_for.get(word, word) for word in one.given]
        one.command.make_context(one.command.name, given, parent=click.Context(root()))


def test_english_messages_say_gevinst_of_commands_alone() -> None:
    for english, _ in messages():
        for word in re.findall(r"\bgevinst ([a-z]+)", english):
            assert word in root().commands, english
