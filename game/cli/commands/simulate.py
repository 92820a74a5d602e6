"""``gevinst simulate``: have bots play a case many times."""

from __future__ import annotations

from typing import Any

import click

from game.cli.options import about_case, as_json, case, command, lang, level, seed
from game.cli.params import WholeNumber
from game.i18n import Words


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Let bots play a case many times, and say whether it plays well and teaches what it "
        "should.\n\n"
        "Ctrl-C prints what has been played so far (exit code 130)."
    )

    @command(
        t,
        "simulate",
        text + about_case(t),
        t("Let bots play a case many times, and say how it plays."),
    )
    @case(t, "scenario")
    @click.option(
        "--games",
        type=WholeNumber(t, 1, 10_000_000),
        metavar="N",
        help=t("Games for each group at each number of seats; without it, 700."),
    )
    @click.option(
        "--seats",
        metavar="K[,K…]",
        help=t("Numbers of seats; without it, 4,6, or as many as the case has roles for."),
    )
    @click.option(
        "--bots",
        metavar=t("NAME[,NAME…]"),
        help=t("The groups that play; without it, the usual twelve."),
    )
    @level(t)
    @seed(t)
    @click.option(
        "--jobs",
        type=WholeNumber(t, 1, 1_000),
        metavar="J",
        help=t("Processes that play at once; without it, one for each core."),
    )
    @click.option(
        "--details",
        is_flag=True,
        help=t("Print all tables: verdicts, benefit rates, actions and ideas, too."),
    )
    @as_json(t("Print all of it as JSON, for tools."))
    @click.option(
        "--dask",
        metavar=t("ADDRESS"),
        help=t("Play on a Dask cluster, given its scheduler's address."),
    )
    @lang(t)
    @click.pass_context
    def simulate(context: click.Context, /, **given: Any) -> None:
        from game.cli.handlers.simulate import SimulateOptions, run

        context.exit(run(t, SimulateOptions(**given)))

    return simulate
