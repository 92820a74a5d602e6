"""``gevinst FILE``: open a file, as a double click on it does. Nobody has to write ``open``."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.options import command, display, fullscreen, lang, own_window, session_folder
from game.cli.params import FilePath
from game.i18n import Words


def build(t: Words) -> click.Command:
    """Declare the command."""

    @command(t, "open", t("Open a file: a case, its workbook or a session."), hidden=True)
    @click.argument("file", type=FilePath(t), metavar=t("FILE"))
    @fullscreen(t)
    @display(t)
    @own_window(t)
    @session_folder(t)
    @lang(t)
    @click.pass_context
    def open_(context: click.Context, file: Path, folder: Path | None, fullscreen: bool) -> None:
        from game.cli.handlers.opened import open_file

        before = context.obj
        context.exit(
            open_file(t, file, folder or before.folder, fullscreen=fullscreen or before.fullscreen)
        )

    return open_
