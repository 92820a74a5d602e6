"""``gevinst play``: play a case, or continue a session."""

from __future__ import annotations

from typing import Any

import click

from game.cli.options import (
    about_case,
    case,
    command,
    display,
    fullscreen,
    lang,
    level,
    own_window,
    seed,
    session_folder,
)
from game.cli.params import FilePath, WholeNumber
from game.i18n import Words

MOST_SEATS = 8
BOTS = ("method", "random", "rush", "economist")


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Play a case at the table.\n\n"
        "Without a CASE the start screen opens. With --headless bots play the whole game without a "
        "window, and the result is printed."
    )
    seat = t(
        'A seat: the player\'s name and a role of the case, as "Ane:citizen" in {case}; once for '
        "each seat.",
        case="koebenhavn-pas",
    )

    @command(t, "play", text + about_case(t), t("Play a case, or go on with a saved session."))
    @case(t, "scenario", required=False)
    @click.option("--seat", "seats", multiple=True, metavar=t("NAME:ROLE"), help=seat)
    @level(t)
    @seed(t)
    @session_folder(t)
    @click.option(
        "--resume",
        type=FilePath(t),
        metavar=t("FILE"),
        help=t("Go on with this saved session."),
    )
    @fullscreen(t)
    @display(t)
    @own_window(t)
    @click.option("--headless", is_flag=True, help=t("Let bots play, without a window."))
    @click.option(
        "--bots", type=click.Choice(BOTS), help=t("How the bots play; without it, by the method.")
    )
    @click.option(
        "--seats",
        "seat_count",
        type=WholeNumber(t, 1, MOST_SEATS),
        metavar="N",
        help=t("How many seats the bots fill; without it, 4."),
    )
    @lang(t)
    @click.pass_context
    def play(context: click.Context, /, **given: Any) -> None:
        from game.cli.handlers.play import play
        from game.cli.handlers.play_options import PlayOptions

        given["folder"] = given["folder"] or context.obj.folder
        given["fullscreen"] = given["fullscreen"] or context.obj.fullscreen
        context.exit(play(t, PlayOptions(**given)))

    return play
