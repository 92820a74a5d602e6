"""``gevinst check``: report the problems of a case, with positions."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.case_file import CaseFile
from game.cli.options import about_case, as_json, command, lang
from game.i18n import Words


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Say everything that is wrong with case files, where it is and what to do, and what "
        "may keep them from playing well. With --fix, what is certain is fixed first; a copy "
        "of the file as it was is kept beside it.\n\nA case may also be - for what is typed "
        "or piped in. The exit code is 0 when all can be played, 1 when one cannot, 2 when "
        "the command was used wrongly."
    )

    @command(t, "check", text + about_case(t), t("Say what is wrong with a case, and where."))
    @click.argument(
        "files", type=CaseFile(t, stdin=True), nargs=-1, required=True, metavar=t("CASE...")
    )
    @as_json(t("Print JSON, for other programs."))
    @click.option("--strict", is_flag=True, help=t("Count warnings as errors, too."))
    @click.option(
        "--gauges",
        is_flag=True,
        help=t("Show the balance of each case in numbers, with what is usual."),
    )
    @click.option("--fix", is_flag=True, help=t("Fix what is certain, and show what was changed."))
    @lang(t)
    @click.pass_context
    def check(
        context: click.Context,
        files: tuple[Path, ...],
        as_json: bool,
        strict: bool,
        gauges: bool,
        fix: bool,
    ) -> None:
        from game.cli.handlers.check import check_all

        if fix:
            from game.cli.handlers.fixing import fix_all

            fix_all(t, files, silent=as_json)
        context.exit(check_all(t, files, as_json=as_json, strict=strict, gauges=gauges))

    return check
