"""``gevinst case pack`` and ``unpack``: a case as one file, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from game.cli.errors import InputError
from game.cli.files import write_or_force, write_schema_beside
from game.cli.next_step import command_line
from game.cli.options import RootOptions, about_case, case, command, force
from game.cli.params import FilePath
from game.content import packing
from game.content.json_schema import FILE_NAME
from game.content.package import SUFFIX
from game.i18n import Words
from game.i18n.message import MessageError
from game.i18n.os_errors import CANNOT_OPEN, NotWrittenError, reason
from game.paths import fitting_stem, is_file, no_file
from game.resources import cases_folder

_NAMES_SCHEMA: Final = f"#:schema ./{FILE_NAME}".encode()
"""How a case begins whose editor looks for the schema beside it."""


def pack_command(t: Words) -> click.Command:
    """Declare ``gevinst case pack``."""
    text = t(
        "Make one file of a case, its pictures and its licence, to be sent to others.\n\n"
        "Whoever gets it opens it by a double click. The pictures are those that [about] names; a "
        "LICENCE.txt is taken along from a folder that the case has to itself. The same case "
        "always gives the same file."
    )
    return command(
        t,
        "pack",
        text + about_case(t),
        case(t, "file"),
        click.Option(
            ["--to"],
            type=FilePath(t, new=True),
            metavar=t("FILE"),
            help=t("The file to write; without it, one here, named after the case."),
        ),
        click.Option(
            ["--licence"],
            type=FilePath(t),
            metavar=t("FILE"),
            help=t("A text with what others may do with the case."),
        ),
        force(t),
        run=pack,
        short_help=t("Make one file of a case, to be sent to others."),
    )


def unpack_command(t: Words) -> click.Command:
    """Declare ``gevinst case unpack``."""
    text = t(
        "Write what is in a packed case (.gevinst) to a folder, to work on it: its text, its "
        "pictures and its licence. It can be played without being unpacked. Nothing is "
        "overwritten."
    )
    return command(
        t,
        "unpack",
        text + about_case(t),
        case(t, "file"),
        click.Option(
            ["--to", "folder"],
            type=FilePath(t, new=True),
            metavar=t("FOLDER"),
            help=t(
                "The folder to write to; without it, a new one in {folder}, named after the case.",
                folder=cases_folder(),
            ),
        ),
        run=unpack,
        short_help=t("Unpack a case, to work on it."),
    )


def pack(
    t: Words, _: RootOptions, file: Path, to: Path | None, licence: Path | None, *, force: bool
) -> int:
    """Write the package, over a file that is there only by ``force``."""
    target = to or Path(f"{fitting_stem(file.stem)}{SUFFIX}")
    try:
        data = packing.pack(file, licence, lang=t.lang)
    except OSError as error:
        read = licence or file
        raise MessageError(*CANNOT_OPEN, file=read, why=reason(error)) from error
    write_or_force(t, target, data, force=force)
    click.echo(t("Written: {file}", file=target))
    click.echo(
        t(
            "Whoever gets it opens it by a double click, or: {command}",
            command=command_line("play", target),
        )
    )
    return 0


def unpack(t: Words, _: RootOptions, file: Path, folder: Path | None) -> int:
    """Write the files of a package, and name them."""
    if not is_file(file):
        raise no_file(file)
    try:
        written = packing.unpack(file, folder, cases_folder(), lang=t.lang)
    except FileExistsError as error:
        raise InputError(
            t("{file} is already there.", file=error.filename),
            t("Unpack it into another folder."),
        ) from None
    except OSError as error:
        place = folder or cases_folder()
        raise NotWrittenError(place, error) from error
    for path in written:
        click.echo(t("Written: {file}", file=path))
        if path.suffix == ".toml" and path.read_bytes().startswith(_NAMES_SCHEMA):
            write_schema_beside(t, path.parent)
    return 0
