"""``gevinst guide``: the handbook, in the terminal or as a page."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.options import command, force, lang
from game.cli.params import FilePath
from game.i18n import Words


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Read the handbook: for whoever leads a workshop, writes a case, or looks after benefits."
        "\n\n"
        "TOPIC is a name in either language, such as run-sheet, rules, case or debrief; without "
        "one they are listed. With --open or --to it is a page for a browser, to read and to "
        "print; without a topic that page is the whole handbook."
    )

    @command(t, "guide", text, t("Read the handbook, topic by topic."))
    @click.argument("topic", required=False, metavar=t("[TOPIC]"))
    @click.option("--open", "show", is_flag=True, help=t("Show it in the browser."))
    @click.option(
        "--to",
        "file",
        type=FilePath(t, new=True),
        metavar=t("FILE"),
        help=t("Save it as a page (HTML)."),
    )
    @force(t)
    @lang(t)
    @click.pass_context
    def guide(
        context: click.Context, topic: str | None, show: bool, file: Path | None, force: bool
    ) -> None:
        from game.cli.handlers.guide import read_guide

        context.exit(read_guide(t, topic, file, show=show, force=force))

    return guide
