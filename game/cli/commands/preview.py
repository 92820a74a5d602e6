"""``gevinst preview``: preview a case while writing it."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.options import about_case, case, command, force, lang
from game.cli.params import FilePath
from game.i18n import Words


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Show the cards, roles, economy and table of a case file in a window, with what is "
        "wrong in the file beside them. It is read again whenever the file is saved. With --to "
        "every page is written as a picture instead."
    )

    @command(t, "preview", text + about_case(t), t("See a case while it is being written."))
    @case(t, "file")
    @click.option(
        "--to",
        "folder",
        type=FilePath(t, new=True),
        metavar=t("FOLDER"),
        help=t("Write the pages as pictures into this folder, and open no window."),
    )
    @force(t)
    @lang(t)
    @click.pass_context
    def preview(context: click.Context, file: Path, folder: Path | None, force: bool) -> None:
        from game.cli.handlers.preview import preview

        context.exit(preview(t, file, folder, force=force))

    return preview
