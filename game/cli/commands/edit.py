"""``gevinst edit``: write a case in forms."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.options import about_case, case, command, display, fullscreen, lang
from game.i18n import Words


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Open a case in the editor: forms beside the cards as they will lie on the table. It "
        "is saved in the same file as you write, with its comments. If the case comes with "
        "the game, a copy is made. Without CASE you can begin a new one, or go on with one "
        "of your own."
    )

    @command(t, "edit", text + about_case(t), t("Write a case in forms, without a text editor."))
    @case(t, "file", required=False)
    @fullscreen(t)
    @display(t)
    @lang(t)
    @click.pass_context
    def edit(context: click.Context, file: Path | None, fullscreen: bool) -> None:
        from game.cli.handlers.edit import edit

        context.exit(edit(t, file, context.obj, fullscreen=fullscreen))

    return edit
