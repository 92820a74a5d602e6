"""The command ``gevinst`` with all its subcommands, in one language."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import click

from game import __version__
from game.cli.lazy_commands import LazyCommands
from game.cli.options import (
    RootOptions,
    display,
    fullscreen,
    group,
    own_window,
    session_folder,
)
from game.i18n import Words, mark

_OPEN: Final = "open"
"""The command that a file alone stands for: nobody has to write it, and help does not list it."""
_LISTED: Final = {
    "case": mark("A case as one file or as a workbook, out and in."),
    "check": mark("Say what is wrong with a case, and where."),
    "edit": mark("Write a case in forms, without a text editor."),
    "guide": mark("Read the handbook, topic by topic."),
    "new": mark("Begin a case of your own."),
    "play": mark("Play a case, or go on with a saved session."),
    "portfolio": mark("Sum up many sessions, without naming a group."),
    "preflight": mark("Check this computer before the workshop."),
    "preview": mark("See a case while it is being written."),
    "print": mark("Print a case as PDF, for a table without a projector."),
    "register": mark("Take an edited register back into its session."),
    "repair": mark("Rebuild a damaged session from what is whole in it."),
    "replay": mark("Look at a saved session again, step by step."),
    "report": mark("Write what a group takes home from a saved session."),
    "schema": mark("Print what may stand in a case, for editors."),
    "sessions": mark("List the games that were saved, and look after them."),
    "simulate": mark("Let bots play a case many times, and say how it plays."),
    "verify": mark("Decide saved sessions again, and compare."),
}
"""What each subcommand is for, as help lists them; it loads none of them."""
COMMANDS: Final = (*_LISTED, _OPEN)
"""The subcommands; each is declared in the module of ``game.cli.commands`` of its name."""


class _Root(click.Group):
    """The command itself. A file in place of a command is opened, as by a double click."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand that is meant, and what is left for it."""
        if args[0] not in self.commands and _is_file(args[0]):
            return _OPEN, self.commands[_OPEN], args
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the subcommands in help."""
        assert isinstance(self.commands, LazyCommands)
        t = self.commands.t
        with formatter.section(t("Commands")):
            formatter.write_dl([(name, t(purpose)) for name, purpose in _LISTED.items()])


def _is_file(word: str) -> bool:
    """Whether a word that is no command means a file, be it there or not."""
    return os.path.exists(word) or not {".", "/", os.sep}.isdisjoint(word)


def build(t: Words) -> click.Group:
    """Declare the whole command."""
    text = t(
        "A board game about turning a change into benefit, for a group around one screen.\n\n"
        "Without a command the start screen opens. A file alone, a case, its workbook or a "
        "session, is opened."
    )
    options = (fullscreen(t), display(t), own_window(t), session_folder(t))
    root = group(t, "gevinst", text, *options, run=_begin, kind=_Root)
    root.commands = LazyCommands(t, "game.cli.commands", COMMANDS)
    return click.version_option(__version__, prog_name="Gevinstbordet")(root)


def _begin(t: Words, context: click.Context, folder: Path | None, *, fullscreen: bool) -> int:
    """Keep what stands before a command for it; without one the start screen opens."""
    context.obj = RootOptions(folder, fullscreen)
    if context.invoked_subcommand is not None:
        return 0
    from game.cli.next_step import command_line
    from game.cli.window import open_window
    from game.table.flow.openings import AtStart

    windowless = command_line("--help")
    return open_window(t, folder, AtStart(), windowless=windowless, fullscreen=fullscreen)
