"""``gevinst new`` and ``gevinst schema``: what an author begins with."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Final

import click

from game.cli.click_messages import InputError
from game.i18n import Words

_MOST: Final = 60
_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss"})
_PLACE: Final = '"@title"'


def write_new(t: Words, name: str, folder: Path) -> int:
    """Write a case called so, and the schema beside it; what is there is left alone."""
    title = _title(t, name)
    path = folder / f"{_slug(t, title)}.toml"
    skeleton = _skeleton(t, title)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(path, skeleton)
    except FileExistsError:
        raise InputError(t("{file} is already there; nothing is overwritten.", file=path)) from None
    except OSError as error:
        raise InputError(_cannot(t, path, error)) from error
    click.echo(t("Written: {file}", file=path))
    _schema_beside(t, folder)
    click.echo(t("Check it: {command}", command=f"gevinst check {_quoted(path)}"))
    click.echo(t("Play it: {command}", command=f"gevinst play {_quoted(path)}"))
    return 0


def write_schema(t: Words, file: Path | None) -> int:
    """Print the schema, or write it to a file; the schema may be written anew, it is no one's."""
    from game.content.json_schema import text

    if file is None:
        click.echo(text(), nl=False)
        return 0
    try:
        file.write_text(text(), encoding="utf-8")
    except OSError as error:
        raise InputError(_cannot(t, file, error)) from error
    click.echo(t("Written: {file}", file=file), err=True)
    return 0


def _schema_beside(t: Words, folder: Path) -> None:
    """The schema for the editor; one that is there already may be of another version."""
    from game.content.json_schema import FILE_NAME, text

    path = folder / FILE_NAME
    try:
        _write(path, text())
        click.echo(t("Written: {file}", file=path))
    except FileExistsError:
        pass
    except OSError as error:
        click.echo(_cannot(t, path, error), err=True)


def _write(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _cannot(t: Words, path: Path, error: OSError) -> str:
    why = error.strerror or type(error).__name__
    return t("{file} cannot be written: {why}", file=path, why=t(why))


def _title(t: Words, name: str) -> str:
    """The name as a title: what is printable of it, on one line."""
    title = " ".join(name.removesuffix(".toml").split())
    if not title or len(title) > _MOST or not title.isprintable():
        raise InputError(t("The name must be 1 to {most} letters on one line.", most=_MOST))
    return title


def _slug(t: Words, title: str) -> str:
    """A file name that works everywhere: ``Ældrepleje 2`` gives ``aeldrepleje-2``."""
    plain = unicodedata.normalize("NFKD", title.lower().translate(_LETTERS))
    slug = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")
    if not slug:
        raise InputError(t("The name needs a letter of a-z or a digit, for the file's name."))
    return slug


def _skeleton(t: Words, title: str) -> str:
    path = Path(__file__).parents[2] / "content" / "skeleton" / f"{t.lang}.toml"
    return path.read_text(encoding="utf-8").replace(_PLACE, json.dumps(title, ensure_ascii=False))


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
