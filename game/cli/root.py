"""The command ``gevinst`` with all its subcommands, in one language."""

from __future__ import annotations

import os
from collections import UserDict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Final

import click

from game import __version__
from game.cli.options import (
    RootOptions,
    display,
    fullscreen,
    group,
    lang,
    own_window,
    session_folder,
)
from game.i18n import Words

COMMANDS: Final = (
    "case",
    "check",
    "edit",
    "guide",
    "new",
    "open",
    "play",
    "portfolio",
    "preflight",
    "preview",
    "print",
    "register",
    "repair",
    "replay",
    "report",
    "schema",
    "sessions",
    "simulate",
    "verify",
)
"""The subcommands; each is declared in the module of ``game.cli.commands`` of its name."""
_OPEN: Final = "open"
"""The command that a file alone stands for."""


class _Commands(UserDict[str, click.Command]):
    """The subcommands in one language, each declared when it is asked for: most runs need one."""

    def __init__(self, t: Words) -> None:
        super().__init__()
        self._t = t

    def __missing__(self, name: str) -> click.Command:
        if name not in COMMANDS:
            raise KeyError(name)
        module = import_module(f"game.cli.commands.{name}")
        made: click.Command = module.build(self._t)
        self[name] = made
        return made

    def __contains__(self, name: object) -> bool:
        return name in COMMANDS

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class _Root(click.Group):
    """The command itself. A file in place of a command is opened, as by a double click."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand that is meant, and what is left for it."""
        if args[0] not in self.commands and _is_file(args[0]):
            return _OPEN, self.commands[_OPEN], args
        return super().resolve_command(ctx, args)


def _is_file(word: str) -> bool:
    """Whether a word that is no command means a file, be it there or not."""
    return os.path.exists(word) or not {".", "/", os.sep}.isdisjoint(word)


def build(t: Words) -> click.Group:
    """Declare the whole command."""
    root = _root(t)
    root.commands = _Commands(t)
    return root


def _root(t: Words) -> click.Group:
    text = t(
        "A board game about turning a change into benefit, for a group around one screen.\n\n"
        "Without a command the start screen opens. A file alone, a case, its workbook or a "
        "session, is opened."
    )

    @group(t, "gevinst", text, kind=_Root)
    @fullscreen(t)
    @display(t)
    @own_window(t)
    @session_folder(t)
    @lang(t)
    @click.version_option(__version__, prog_name="Gevinstbordet")
    @click.pass_context
    def gevinst(context: click.Context, folder: Path | None, fullscreen: bool) -> None:
        context.obj = RootOptions(folder, fullscreen)
        if context.invoked_subcommand is None:
            from game.cli.next_step import command_line
            from game.cli.window import open_window
            from game.table.flow.openings import AtStart

            windowless = command_line("--help")
            context.exit(
                open_window(t, folder, AtStart(), windowless=windowless, fullscreen=fullscreen)
            )

    return gevinst
