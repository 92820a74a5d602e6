"""``gevinst case pack`` and ``unpack``: a case as one file, and back."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.options import about_case, case, command, force, lang
from game.cli.params import FilePath
from game.i18n import Words
from game.resources import cases_folder


def pack_command(t: Words) -> click.Command:
    """Declare ``gevinst case pack``."""
    text = t(
        "Make one file of a case, its pictures and its licence, to be sent to others.\n\n"
        "Whoever gets it opens it by a double click. The pictures are those that [about] names; a "
        "LICENCE.txt is taken along from a folder that the case has to itself. The same case "
        "always gives the same file."
    )

    @command(t, "pack", text + about_case(t), t("Make one file of a case, to be sent to others."))
    @case(t, "file")
    @click.option(
        "--to",
        type=FilePath(t, new=True),
        metavar=t("FILE"),
        help=t("The file to write; without it, one here, named after the case."),
    )
    @click.option(
        "--licence",
        type=FilePath(t),
        metavar=t("FILE"),
        help=t("A text with what others may do with the case."),
    )
    @force(t)
    @lang(t)
    @click.pass_context
    def pack(
        context: click.Context, file: Path, to: Path | None, licence: Path | None, force: bool
    ) -> None:
        from game.cli.handlers.case_packing import pack

        context.exit(pack(t, file, to, licence, force=force))

    return pack


def unpack_command(t: Words) -> click.Command:
    """Declare ``gevinst case unpack``."""
    text = t(
        "Write what is in a packed case (.gevinst) to a folder, to work on it: its text, its "
        "pictures and its licence. It can be played without being unpacked. Nothing is "
        "overwritten."
    )

    @command(t, "unpack", text + about_case(t), t("Unpack a case, to work on it."))
    @case(t, "file")
    @click.option(
        "--to",
        "folder",
        type=FilePath(t, new=True),
        metavar=t("FOLDER"),
        help=t(
            "The folder to write to; without it, a new one in {folder}, named after the case.",
            folder=cases_folder(),
        ),
    )
    @lang(t)
    @click.pass_context
    def unpack(context: click.Context, file: Path, folder: Path | None) -> None:
        from game.cli.handlers.case_packing import unpack

        context.exit(unpack(t, file, folder))

    return unpack
