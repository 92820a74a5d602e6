"""``gevinst new``: create a case."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Final

import click

from game.cli.errors import InputError
from game.cli.files import write_new_file, write_schema_beside
from game.cli.next_step import command_line
from game.cli.options import RootOptions, command
from game.cli.params import FilePath
from game.content.new_case import example
from game.i18n import Words
from game.i18n.os_errors import NotWrittenError
from game.paths import fitting_stem
from game.session.gate import check_written


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Write a small case that can be played at once, to be changed in a text editor.\n\n"
        "NAME becomes the file's name. Beside it comes the schema by which editors complete "
        "and explain the keys. Nothing is ever overwritten."
    )
    return command(
        t,
        "new",
        text,
        click.Argument(["name"], metavar=t("NAME")),
        click.Option(
            ["--to", "folder"],
            type=FilePath(t, new=True),
            default=Path(),
            metavar=t("FOLDER"),
            help=t("Where the files are written; by default, here."),
        ),
        run=write_new,
        lang_text=t(
            "The language of the case; without it, the one chosen in the game, else the computer's."
        ),
    )


_MOST: Final = 60
_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss"})


def write_new(t: Words, _: RootOptions, name: str, folder: Path) -> int:
    """Write a case with this title, and the schema beside it; never overwrites a file."""
    title = _title(t, name)
    path = folder / f"{fitting_stem(_slug(t, title))}.toml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_new_file(path, example(title, t.lang))
    except FileExistsError:
        raise InputError(
            t("{file} is already there.", file=path), t("Choose another name, or another folder.")
        ) from None
    except OSError as error:
        raise NotWrittenError(path, error) from error
    click.echo(t("Written: {file}", file=path))
    write_schema_beside(t, folder)
    click.echo(t("Check it: {command}", command=command_line("check", path)))
    click.echo(t("Play it: {command}", command=command_line("play", path)))
    return 0


def _title(t: Words, name: str) -> str:
    """The name as a title: its printable characters on one line."""
    title = " ".join(name.removesuffix(".toml").split())
    if not title or len(title) > _MOST or not title.isprintable():
        raise InputError(
            t("The name cannot be that of a case."),
            t("Write 1 to {most} letters on one line.", most=_MOST),
        )
    check_written(title, _MOST)
    return title


def _slug(t: Words, title: str) -> str:
    """A portable file name: ``Ældrepleje 2`` gives ``aeldrepleje-2``."""
    plain = unicodedata.normalize("NFKD", title.lower().translate(_LETTERS))
    slug = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")
    if not slug:
        raise InputError(
            t("The name has no letter for the name of the file."),
            t("Write at least one letter of a-z or a digit in it."),
        )
    return slug
