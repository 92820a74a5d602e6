"""The command ``gevinst`` with all its subcommands, in one language."""

from __future__ import annotations

from pathlib import Path

import click

from game import __version__
from game.cli.commands import (
    check,
    new,
    play,
    portfolio,
    preview,
    print_kit,
    register,
    repair,
    replay,
    report,
    schema,
    sessions,
    simulate,
    verify,
)
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

COMMANDS = (
    play,
    sessions,
    replay,
    report,
    register,
    portfolio,
    verify,
    repair,
    new,
    check,
    preview,
    print_kit,
    simulate,
    schema,
)
"""A module each, in the order of ``gevinst --help``."""


def build(t: Words) -> click.Group:
    """Declare the whole command."""
    root = _root(t)
    for module in COMMANDS:
        root.add_command(module.build(t))
    return root


def _root(t: Words) -> click.Group:
    text = t(
        "A board game about turning a change into benefit, for a group around one screen.\n\n"
        "Without a command the start screen opens."
    )

    @group(t, "gevinst", text)
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

            context.exit(open_window(t, folder, fullscreen=fullscreen))

    return gevinst
