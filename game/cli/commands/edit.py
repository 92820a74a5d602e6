"""``gevinst edit``: write a case in forms."""

from __future__ import annotations

import click

from game.cli.options import command, display, fullscreen, lang
from game.i18n import Words


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Open a case in the editor: forms beside the cards as they will lie on the table. It is "
        "saved in the same file as you write, with its comments.\n\n"
        "CASE is a case file, or the name of a case that comes with the game, of which a copy is "
        "made. Without it a new case can be begun, or one of your own gone on with."
    )

    @command(t, "edit", text, t("Write a case in forms, without a text editor."))
    @click.argument("case", required=False, metavar=t("[CASE]"))
    @fullscreen(t)
    @display(t)
    @lang(t)
    @click.pass_context
    def edit(context: click.Context, case: str | None, fullscreen: bool) -> None:
        from game.cli.handlers.edit import edit

        context.exit(edit(t, case, context.obj, fullscreen=fullscreen))

    return edit
