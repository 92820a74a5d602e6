"""``gevinst register``: read a register back that somebody worked on in a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from game.cli.options import command, help_group, lang
from game.cli.params import FilePath
from game.i18n import Words

KINDS = ("benefits", "risks", "actions", "readings")


def build(t: Words) -> click.Group:
    """Declare the command and its subcommand."""
    text = t(
        "Take what was filled into the registers of a report back into its session.\n\n"
        "Checks, map and the next report then go by it."
    )

    register = help_group(t, "register", text, t("Take an edited register back into its session."))
    register.add_command(_import(t))
    return register


def _import(t: Words) -> click.Command:
    text = t(
        "Read a register from a workbook or a CSV file, and show all that differs.\n\n"
        "In a terminal each difference is asked about; nothing is written before it is approved. "
        "Rows are known by their ids, else by their titles. What does not fit is named with the "
        "reason. A list of your own can be read as well: headings that are not known are asked "
        "about, or mapped by --map.\n\n"
        "No formula in the file is carried out: its saved result counts."
    )
    mapping = t(
        "What a heading of the file means: a column by its title or key, or the word "
        "none to leave it out."
    )

    @command(t, "import", text)
    @click.argument("file", type=FilePath(t), metavar=t("FILE"))
    @click.option(
        "--session",
        required=True,
        metavar=t("SESSION"),
        help=t("The session: its number in the list of gevinst sessions, a name, or a file."),
    )
    @click.option("--yes", is_flag=True, help=t("Approve every difference that is not doubtful."))
    @click.option("--dry-run", is_flag=True, help=t("Only show what differs, and write nothing."))
    @click.option("--map", "mapping", multiple=True, metavar=t('"HEADING=COLUMN"'), help=mapping)
    @click.option(
        "--as", "kind", type=click.Choice(KINDS), help=t("What the file holds, if it is unclear.")
    )
    @lang(t)
    @click.pass_context
    def import_(
        context: click.Context,
        /,
        file: Path,
        session: str,
        mapping: tuple[str, ...],
        **wishes: Any,
    ) -> None:
        from game.cli.handlers.register import ImportWishes, import_register, read_mapping
        from game.cli.handlers.session_argument import find_session

        folder = context.obj.folder
        path = find_session(t, folder, session)
        mapped = read_mapping(t, mapping)
        context.exit(import_register(t, file, path, folder, ImportWishes(mapped=mapped, **wishes)))

    return import_
