"""Resolves an argument to a session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from game.cli.errors import InputError
from game.cli.params import given_path
from game.content.findings import printable
from game.content.shelf import case_texts
from game.i18n import Words
from game.paths import hidden, is_file, is_folder
from game.resources import sessions_folder
from game.session import SessionError
from game.session.cases import look_for_cases_in
from game.session.folder import SUFFIX
from game.session.joining import saved_files
from game.session.unpacking import unpack
from game.table.flow.keeping import game_places

MOST_LISTED = 10


@contextmanager
def session_to_read(t: Words, folder: Path | None, name: str) -> Iterator[Path]:
    """The same for a command that only looks: of an archive nothing stays among the games."""
    with TemporaryDirectory() as place:
        yield find_session(t, folder, name, unpacked_in=Path(place))


def find_session(
    t: Words, folder: Path | None, name: str, *, unpacked_in: Path | None = None
) -> Path:
    """A session by its number in the list, by a prefix of its name, or by its file.

    Without a folder the program's own is searched. One of several in an archive is named behind it,
    as if the archive were a folder; it is unpacked with the other games, or somewhere else.
    """
    look_for_cases_in(case_texts)
    if is_file(path := given_path(t, name)):
        return path
    folder = folder or sessions_folder()
    if archive := next(filter(is_file, path.parents), None):
        inside, place = path.relative_to(archive).as_posix(), unpacked_in or folder
        path = _unpacked(t, archive, inside, place)
        if unpacked_in is None:
            click.echo(t("Unpacked as {file}", file=path), err=True)
        return path
    listed = [file.path for file in saved_files(game_places(folder))]
    numbered = {str(n): file for n, file in enumerate(listed, 1)}
    if numbered_so := numbered.get(name.lstrip("0")):
        return numbered_so
    if is_folder(path):
        raise InputError(SessionError("is_folder", file=printable(name)).translate(t))
    prefix = name.removesuffix(SUFFIX).casefold()
    found = [path for path in listed if prefix and path.stem.casefold().startswith(prefix)]
    exactly = [path for path in found if path.stem.casefold() == prefix]
    if len(exactly or found) == 1:
        return (exactly or found)[0]
    raise InputError(_ambiguous(t, name, found) if found else _unknown(t, folder, name, listed))


def _unpacked(t: Words, archive: Path, name: str, folder: Path) -> Path:
    """A session of an archive, as a file in a folder."""
    try:
        return unpack(archive, name, folder)
    except SessionError as error:
        raise InputError(error.translate(t)) from None


def _ambiguous(t: Words, name: str, found: Sequence[Path]) -> str:
    message = t(
        "Several sessions begin with {name}. Write more of the name, or its number:", name=name
    )
    lines = [message, *(f"  {path.stem}" for path in found[:MOST_LISTED])]
    if (more := len(found) - MOST_LISTED) > 0:
        lines.append("  " + t.plural("… and {n} more", "… and {n} more", more))
    return "\n".join(lines)


def _unknown(t: Words, folder: Path, name: str, listed: Sequence[Path]) -> str:
    if why := hidden(folder):
        return why.translate(t)
    if Path(name).name != name or name.endswith(SUFFIX):
        return t("There is no file {file}.", file=printable(name))
    message = t("There is no session called {name} in {folder}.", name=name, folder=folder)
    if close := get_close_matches(name, [path.stem for path in listed], 1):
        message += " " + t("Did you mean {name}?", name=close[0])
    return message + " " + t("“gevinst sessions” lists them all.")
