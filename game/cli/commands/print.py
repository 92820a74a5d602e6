"""``gevinst print``: a case as PDF, for a table without a projector."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.case_argument import load_case
from game.cli.options import RootOptions, about_case, case, command, level
from game.cli.params import FilePath
from game.engine import Level
from game.i18n import Words
from game.printing import write_kit
from game.report.file_names import file_name


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
    return command(
        t,
        "print",
        text + about_case(t),
        case(t),
        click.Option(
            ["--to", "folder"],
            type=FilePath(t, new=True),
            required=True,
            metavar=t("FOLDER"),
            help=t("The folder to write to."),
        ),
        level(t),
        run=print_kit,
    )


def print_kit(t: Words, _: RootOptions, case: Path, folder: Path, level: Level | None) -> int:
    """Write the kit, list its files, and say what was too long for its place."""
    loaded = load_case(t, case, level)
    kit = write_kit(loaded, folder, t)
    for written in kit.files:
        count = kit.pages.get(written.name)
        pages = t.plural("{n} page", "{n} pages", count) if count is not None else ""
        click.echo(f"{written}  {pages}".rstrip())
    for name, places in kit.unfitting.items():
        for place in places:
            message = t(
                "{file}: {place}: the text is too long and printed too small to read. Shorten it.",
                file=name,
                place=place,
            )
            click.echo(message, err=True)
    return 0
