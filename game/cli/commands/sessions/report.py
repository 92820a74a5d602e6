"""``gevinst sessions report``: the same as ``gevinst report``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from game.cli.options import RootOptions, run_command
from game.cli.session_argument import session_command
from game.i18n import Words


def build(t: Words) -> click.Command:
    """Declare the command."""
    return session_command(
        t,
        "report",
        t("Make the report of a session.\n\nTakes the options of gevinst report."),
        click.Argument(["options"], nargs=-1, type=click.UNPROCESSED, metavar=t("[OPTIONS]")),
        run=_report,
        context_settings={"ignore_unknown_options": True, "help_option_names": ["-h", "--help"]},
    )


def _report(_t: Words, _root: RootOptions, path: Path, options: Iterable[str]) -> int:
    return run_command("report", path, *options)
