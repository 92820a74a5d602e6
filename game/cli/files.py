"""Writes files requested by an author."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from game.cli.errors import InputError
from game.content.json_schema import FILE_NAME
from game.content.json_schema import text as schema_text
from game.i18n import Words
from game.i18n.os_errors import NotWrittenError
from game.paths import is_there
from game.writing import write, write_new


def write_new_file(path: Path, text: str) -> None:
    """Write a text to a file that must not exist yet; raises :class:`FileExistsError`."""
    write_new(path, text.encode())


def write_schema_beside(t: Words, folder: Path) -> None:
    """Write the schema for editors; an existing one may be of another version and is kept."""
    path = folder / FILE_NAME
    try:
        write_new_file(path, schema_text(t))
        click.echo(t("Written: {file}", file=path))
    except FileExistsError:
        pass
    except OSError as error:
        click.echo(NotWrittenError(path, error).translate(t), err=True)


def write_or_force(t: Words, path: Path, data: bytes, *, force: bool) -> None:
    """Write a file that is not there yet, or over one by ``force``; an error is one message."""
    try:
        replace_file(path, data, force=force)
    except FileExistsError:
        raise _already_there(t, path) from None
    except OSError as error:
        raise NotWrittenError(path, error) from error


def refuse_existing(t: Words, paths: Iterable[Path], *, force: bool) -> None:
    """Before the first of several files is written: refuse one that is there, without ``force``."""
    if there := None if force else next(filter(is_there, paths), None):
        raise _already_there(t, there)


def _already_there(t: Words, path: Path) -> InputError:
    told = t("{file} is already there.", file=path)
    return InputError(told, t("Give another name, or --force to write over it."))


def replace_file(path: Path, data: bytes, *, force: bool) -> None:
    """Write a file whole or not at all; raises :class:`FileExistsError` unless by ``force``."""
    (write if force else write_new)(path, data)
