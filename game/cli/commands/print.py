"""``gevinst print``: a case as PDF, for a table without a projector."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.cli.options import about_case, case, command, lang, level
from game.cli.params import FilePath
from game.i18n import Words
from game.report.file_names import file_name

if TYPE_CHECKING:  # help appears without the rules
    from game.engine import Level


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Print a case, for a table without a projector: the board on A3 and on two sheets of A4, "
        "all cards with their backs, role and aim cards, markers, sheets for ideas, dice tables, "
        "a reference card for each seat, the rules, registers to fill in by hand, a guide, and "
        "the truth on slips that are sealed. Read {guide} first.\n\n"
        "Files that were printed there before are replaced, unless somebody has changed them. It "
        'needs Typst: pip install "gevinstbordet[print]".',
        guide=file_name(t.lang, "guide.pdf"),
    )

    @command(
        t, "print", text + about_case(t), t("Print a case as PDF, for a table without a projector.")
    )
    @case(t)
    @click.option(
        "--to",
        "folder",
        type=FilePath(t, new=True),
        required=True,
        metavar=t("FOLDER"),
        help=t("The folder to write to."),
    )
    @level(t)
    @lang(t)
    @click.pass_context
    def print_kit(context: click.Context, case: Path, folder: Path, level: Level | None) -> None:
        from game.cli.handlers.print_kit import print_kit

        context.exit(print_kit(t, case, folder, level))

    return print_kit
