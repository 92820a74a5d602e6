"""``gevinst verify``: recompute saved sessions, and compare."""

from __future__ import annotations

import click

from game.cli.options import command, lang
from game.i18n import Words


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Decide every step of saved sessions again from their seed and actions, and name the "
        "first step that does not come out as it was saved.\n\n"
        "SESSION is a file, the beginning of a name in the sessions folder, or a number in the "
        "list of gevinst sessions."
    )

    @command(t, "verify", text, t("Decide saved sessions again, and compare."))
    @click.argument("sessions", nargs=-1, required=True, metavar=t("SESSION..."))
    @lang(t)
    @click.pass_context
    def verify(context: click.Context, sessions: tuple[str, ...]) -> None:
        from game.cli.handlers.verify import verify_all

        context.exit(verify_all(t, context.obj.folder, sessions))

    return verify
