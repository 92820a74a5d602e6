"""``gevinst case``: a case as another kind of file, out and in."""

from __future__ import annotations

import click

from game.cli.commands.case.exporting import export_command
from game.cli.commands.case.importing import import_command
from game.cli.commands.case.packing import pack_command, unpack_command
from game.cli.options import help_group
from game.i18n import Words


def build(t: Words) -> click.Group:
    """Declare the command and its subcommands."""
    text = t(
        "Take a case along in another form: as one file, to be sent to others, or as a workbook, "
        "to be edited in a spreadsheet."
    )
    commands = (pack_command, unpack_command, export_command, import_command)
    return help_group(t, "case", text, *(declare(t) for declare in commands))
