"""``gevinst sessions``: list and manage saved sessions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Final, get_args

import click

from game.cli.commands.sessions.listing import Sought, list_sessions
from game.cli.lazy_commands import LazyCommands
from game.cli.options import as_json, group
from game.cli.params import FilePath
from game.engine.events import ENDINGS
from game.i18n import Words
from game.paths import NO_FOLDER, PathError, is_there
from game.session.finding import Standing

_COMMANDS: Final = (
    "export",
    "note",
    "open",
    "outcome",
    "rename",
    "report",
    "show",
    "tag",
    "withdraw",
)


def build(t: Words) -> click.Group:
    """Declare the command and its subcommands."""
    text = t(
        "List the games that were saved, the last one first.\n\n"
        "A command takes a SESSION: its number in the list, the beginning of its name, or a "
        "file."
    )
    sessions = group(
        t,
        "sessions",
        text,
        click.Option(
            ["--all", "all_"], is_flag=True, help=t("List all of them, not only the last 10.")
        ),
        *_sought(t),
        as_json(t("Print JSON, for other programs.")),
        click.Option(
            ["--in", "folder"],
            type=FilePath(t),
            metavar=t("FOLDER"),
            help=t("Where the sessions are; by default, among the documents."),
        ),
        run=_list,
    )
    sessions.commands = LazyCommands(t, __name__, _COMMANDS)
    return sessions


def _sought(t: Words) -> tuple[click.Option, ...]:
    """The options that narrow the list down."""
    endings = t("Only games that ended like this: {endings}.", endings=", ".join(ENDINGS))
    return (
        click.Option(
            ["--search", "words"],
            default="",
            metavar=t("WORDS"),
            help=t("Only games with these words in case, name, players, day or tags."),
        ),
        click.Option(
            ["--case"],
            default="",
            metavar=t("CASE"),
            help=t("Only games of the case with this title."),
        ),
        click.Option(
            ["--verdict", "ending"],
            type=click.Choice(ENDINGS),
            metavar=t("ENDING"),
            help=endings,
        ),
        click.Option(
            ["--month"],
            default="",
            metavar=t("MONTH"),
            help=t("Only games begun in that month, such as 2027-03."),
        ),
        click.Option(["--tag"], default="", metavar=t("TAG"), help=t("Only games with this tag.")),
        click.Option(
            ["--only"],
            type=click.Choice(get_args(Standing)),
            default="all",
            help=t("Only games of that sort."),
        ),
    )


def _list(
    t: Words,
    context: click.Context,
    folder: Path | None,
    *,
    all_: bool,
    as_json: bool,
    **sought: Any,
) -> int:
    """Keep the folder for a subcommand; without one the games in it are listed."""
    if folder is not None and not is_there(folder):
        raise PathError(*NO_FOLDER, folder=folder)
    context.obj = replace(context.obj, folder=folder or context.obj.folder)
    if context.invoked_subcommand is not None:
        return 0
    return list_sessions(t, context.obj.folder, Sought(**sought), all_=all_, as_json=as_json)
