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
from game.spreadsheet.kinds import is_spreadsheet

COMMANDS: Final = (
    "case",
    "check",
    "edit",
    "guide",
    "new",
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
_FILE: Final = "game.cli.file"


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
    """The command itself. A file without a command is opened, as by a double click."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep such a file apart, since it is no command."""
        if args and self._is_file_alone(*args):
            ctx.meta[_FILE] = Path(args.pop())
        return super().parse_args(ctx, args)

    def _is_file_alone(self, *args: str) -> bool:
        """Whether the last argument is a file, with nothing before it but options."""
        *before, last = args
        valued = {n for p in self.params if not getattr(p, "is_flag", False) for n in p.opts}
        is_value = bool(before) and before[-1] in valued
        named = any(arg in self.commands for arg in args)
        return not named and not is_value and os.path.isfile(last)


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
            from game.cli.window import open_window

            opened = context.meta.get(_FILE)
            if opened is not None and is_spreadsheet(opened):
                from game.cli.handlers.opened import refuse_workbook

                refuse_workbook(t, opened)
            context.exit(open_window(t, folder, fullscreen=fullscreen, opened=opened))

    return gevinst
