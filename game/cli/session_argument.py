"""Resolves an argument to a session."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from game.cli.errors import InputError
from game.cli.listed_numbers import game_of_number
from game.cli.options import RootOptions, command
from game.cli.params import FilePath, given_path
from game.content.shelf import case_texts
from game.i18n import Words
from game.i18n.message import MessageError
from game.letters import printable
from game.paths import hidden, is_file, is_folder, no_file
from game.resources import sessions_folder
from game.session import SessionError
from game.session.cases import look_for_cases_in
from game.session.folder import SUFFIX
from game.session.joining import Scanned, going_on, joined, scanned
from game.session.locations import SavedFile, files_newest_first, saved_file
from game.session.unpacking import unpack
from game.table.flow.keeping import game_places, keeping_of

MOST_LISTED = 10


def session_command(
    t: Words,
    name: str,
    text: str,
    *params: click.Parameter,
    run: Callable[..., int],
    **settings: Any,
) -> click.Command:
    """Declare a command about a session: ``run`` gets its file after what every command gets."""

    def found(t: Words, root: RootOptions, session: str, **given: Any) -> int:
        return run(t, root, find_session(t, root.folder, session), **given)

    argument = click.Argument(["session"], metavar=t("SESSION"))
    return command(t, name, text, argument, *params, run=found, **settings)


def copy_to(t: Words) -> click.Option:
    """Where a new file that is made of a session is saved."""
    return click.Option(
        ["--to"],
        type=FilePath(t, new=True),
        metavar=t("FILE"),
        help=t("Save it here, or under the next free name; without it, beside the session."),
    )


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
    folder = folder or sessions_folder()
    if is_file(path := given_path(t, name)):
        _tell_longer(t, folder, path)
        return path
    if archive := next(filter(is_file, path.parents), None):
        inside, place = path.relative_to(archive).as_posix(), unpacked_in or folder
        path = unpack(archive, inside, place)
        if unpacked_in is None:
            click.echo(t("Unpacked as {file}", file=path), err=True)
        return path
    found = scanned(game_places(folder))
    listed = joined(found)
    if numbered_so := game_of_number(t, folder, name, [file.path for file in listed]):
        return numbered_so
    if is_folder(path):
        raise SessionError("is_folder", file=printable(name))
    named = _named(name, found, listed)
    exactly = [game for stem, game in named if stem.casefold() == _prefix(name)]
    games = list(dict.fromkeys(exactly or [game for _, game in named]))
    if len(games) == 1:
        if games[0].stem not in (stem for stem, _ in named):
            click.echo(t("The game goes on in {file}", file=games[0]), err=True)
        return games[0]
    known = [file.path.stem for file in listed]
    alike = list(dict.fromkeys(map(_called, named)))
    raise _ambiguous(t, name, alike) if named else _unknown(t, folder, name, known)


def _tell_longer(t: Words, folder: Path, path: Path) -> None:
    """Say of a file of which an older state came back that the second copy of the game has more."""
    copies, file = keeping_of(folder).copies, saved_file(path)
    if copies is None or file is None:
        return
    longer = [one for one in files_newest_first(copies) if one.size > file.size]
    if found := going_on(file, longer):
        most = max(found, key=lambda one: one.size)
        click.echo(t("The game goes on in {file}", file=printable(str(most.path))), err=True)


def _called(named: tuple[str, Path]) -> str:
    """What a game is called that has a file of a name: by that, and by where it goes on."""
    stem, game = named
    return stem if game.stem == stem else f"{stem} → {game}"


def _prefix(name: str) -> str:
    return name.removesuffix(SUFFIX).casefold()


def _named(name: str, found: Scanned, listed: Sequence[SavedFile]) -> list[tuple[str, Path]]:
    """The games that have a file whose name begins so: each with that name, and as it is listed.

    A game that went on in another file is listed by that one.
    """

    def is_named(file: SavedFile) -> bool:
        return bool(_prefix(name)) and file.path.stem.casefold().startswith(_prefix(name))

    named = [(file.path.stem, file.path) for file in filter(is_named, listed)]
    known = {stem for stem, _ in named}
    for file in filter(is_named, chain.from_iterable(found.values())):
        if file.path.stem not in known:
            named += [(file.path.stem, game.path) for game in going_on(file, listed)]
    return named


def _ambiguous(t: Words, name: str, stems: Sequence[str]) -> InputError:
    message = t("Several sessions begin with {name}:", name=name)
    lines = [message, *(f"  {stem}" for stem in stems[:MOST_LISTED])]
    if (more := len(stems) - MOST_LISTED) > 0:
        lines.append("  " + t.plural("… and {n} more", "… and {n} more", more))
    return InputError("\n".join(lines), t("Write more of the name, or its number."))


def _unknown(t: Words, folder: Path, name: str, stems: Sequence[str]) -> MessageError:
    if why := hidden(folder):
        return why
    if Path(name).name != name or name.endswith(SUFFIX):
        return no_file(Path(name))
    message = t("There is no session called {name} in {folder}.", name=name, folder=folder)
    if close := get_close_matches(name, stems, 1):
        message += " " + t("Did you mean {name}?", name=close[0])
    return InputError(message, t("“gevinst sessions” lists them all."))
