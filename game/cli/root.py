"""What the command can do: its subcommands, options and help, in one language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from game import __version__
from game.cli.click_messages import WholeNumber
from game.cli.commands import check, sessions
from game.cli.commands.replay import replay
from game.cli.commands.report import report
from game.cli.options import Decorate, display, lang, settings
from game.i18n import Words

MOST_SEATS = 8
BOTS = ("method", "random", "rush", "economist")


def build(t: Words) -> click.Group:
    """The whole command, speaking this language."""
    group = _group(t)
    for make in (
        _play,
        sessions.sessions,
        replay,
        report,
        _verify,
        check.new,
        check.check,
        _preview,
        _simulate,
        check.schema,
    ):
        group.add_command(make(t))
    return group


# ------------------------------------------------------------------ what several commands share
def _folder(t: Words) -> Decorate:
    text = t("Where the session is saved; without it, among the program's own files.")
    kind = click.Path(path_type=Path)
    return click.option("--to", "folder", type=kind, metavar=t("FOLDER"), help=text)


def _fullscreen(t: Words) -> Decorate:
    return click.option("--fullscreen", is_flag=True, help=t("Fill the whole screen."))


# ------------------------------------------------------------------ gevinst
def _group(t: Words) -> click.Group:
    @click.group(
        "gevinst",
        invoke_without_command=True,
        subcommand_metavar=t("[COMMAND]"),
        help=t(
            "A board game about turning a change into benefit, for a group around one screen.\n\n"
            "Without a command the start screen opens."
        ),
        **settings(t),
    )
    @_fullscreen(t)
    @display(t)
    @_folder(t)
    @lang(t)
    @click.version_option(__version__, prog_name="Gevinstbordet")
    @click.pass_context
    def gevinst(context: click.Context, folder: Path | None, fullscreen: bool) -> None:
        context.obj = (folder, fullscreen)
        if context.invoked_subcommand is None:
            from game.cli.window import open_window

            context.exit(open_window(t, folder, fullscreen=fullscreen))

    made: click.Group = gevinst
    return made


# ------------------------------------------------------------------ gevinst play
def _play(t: Words) -> click.Command:
    @click.command(
        "play",
        short_help=t("Play a case, or go on with a saved session."),
        help=t(
            "Play a case at the table.\n\n"
            "SCENARIO is a scenario file, or the name of a case that comes with the game. Without "
            "it the start screen opens. With --headless bots play the whole game without a window, "
            "and the result is printed."
        ),
        **settings(t),
    )
    @click.argument("scenario", required=False, metavar=t("[SCENARIO]"))
    @click.option("--seat", "named", multiple=True, metavar=t("NAME:ROLE"), help=_seat_help(t))
    @click.option("--seed", type=WholeNumber(t), metavar="N", help=_seed_help(t))
    @_folder(t)
    @click.option(
        "--resume",
        type=click.Path(path_type=Path),
        metavar=t("FILE"),
        help=t("Go on with this saved session."),
    )
    @_fullscreen(t)
    @display(t)
    @click.option("--headless", is_flag=True, help=t("Let bots play, without a window."))
    @click.option(
        "--bots", type=click.Choice(BOTS), help=t("How the bots play; without it, by the method.")
    )
    @click.option(
        "--seats",
        "count",
        type=WholeNumber(t, 1, MOST_SEATS),
        metavar="N",
        help=t("How many seats the bots fill; without it, 4."),
    )
    @lang(t)
    @click.pass_context
    def play(context: click.Context, /, **given: Any) -> None:
        from game.cli.handlers.play import Wanted, play

        folder, fullscreen = context.obj
        given["folder"] = given["folder"] or folder
        given["fullscreen"] = given["fullscreen"] or fullscreen
        context.exit(play(t, Wanted(**given)))

    made: click.Command = play
    return made


def _seat_help(t: Words) -> str:
    return t('A seat: the player\'s name and role, as "Ane:leader"; once for each seat.')


def _seed_help(t: Words) -> str:
    return t("The number that decides all chance: the same number, the same cards and dice.")


# ------------------------------------------------------------------ gevinst verify
def _verify(t: Words) -> click.Command:
    @click.command(
        "verify",
        short_help=t("Decide saved sessions again, and compare."),
        help=t(
            "Decide every step of saved sessions again from their seed and actions, and name the "
            "first step that does not come out as it was saved.\n\n"
            "SESSION is a file, the beginning of a name in the sessions folder, or a number in the "
            "list of gevinst sessions."
        ),
        **settings(t),
    )
    @click.argument("sessions", nargs=-1, required=True, metavar=t("SESSION..."))
    @lang(t)
    @click.pass_context
    def verify(context: click.Context, sessions: tuple[str, ...]) -> None:
        from game.cli.handlers.verify import verify_all
        from game.resources import sessions_folder

        context.exit(verify_all(t, context.obj[0] or sessions_folder(), sessions))

    made: click.Command = verify
    return made


# ------------------------------------------------------------------ gevinst preview
def _preview(t: Words) -> click.Command:
    @click.command(
        "preview",
        short_help=t("See a scenario while it is being written."),
        help=t(
            "Show the cards, roles, economy and table of a scenario file in a window, with what is "
            "wrong in the file beside them. It is read again whenever the file is saved. With --to "
            "every page is written as a picture instead."
        ),
        **settings(t),
    )
    @click.argument("file", type=click.Path(path_type=Path), metavar=t("FILE"))
    @click.option(
        "--to",
        "folder",
        type=click.Path(path_type=Path),
        metavar=t("FOLDER"),
        help=t("Write the pages here as pictures, and open no window."),
    )
    @lang(t)
    @click.pass_context
    def preview(context: click.Context, file: Path, folder: Path | None) -> None:
        from game.cli.handlers.preview import preview

        context.exit(preview(t, file, folder))

    made: click.Command = preview
    return made


# ------------------------------------------------------------------ gevinst simulate
def _simulate(t: Words) -> click.Command:
    @click.command(
        "simulate",
        short_help=t("Let bots play a case many times, and say how it plays."),
        help=t(
            "Let bots play a case many times, and say whether it plays well and teaches what it "
            "should.\n\n"
            "FILE is a scenario file, or the name of a case that comes with the game. Ctrl-C "
            "prints what has been played so far (exit code 130)."
        ),
        **settings(t),
    )
    @click.argument("scenario", metavar=t("FILE"))
    @click.option(
        "--games",
        type=WholeNumber(t, 1, 10_000_000),
        metavar="N",
        help=t("Games for each group at each number of seats; without it, 700."),
    )
    @click.option("--seats", metavar="K[,K…]", help=t("Numbers of seats; without it, 4,6."))
    @click.option(
        "--bots", metavar=t("NAME[,NAME…]"), help=t("The groups that play; without it, all nine.")
    )
    @click.option("--seed", type=WholeNumber(t), metavar="N", help=_seed_help(t))
    @click.option(
        "--jobs",
        type=WholeNumber(t, 1, 1_000),
        metavar="J",
        help=t("Processes that play at once; without it, one for each core."),
    )
    @click.option("--json", "as_json", is_flag=True, help=t("Print the same as JSON, for tools."))
    @click.option(
        "--dask",
        metavar=t("ADDRESS"),
        help=t("Play on a Dask cluster, given its scheduler's address."),
    )
    @lang(t)
    @click.pass_context
    def simulate(context: click.Context, /, **given: Any) -> None:
        from game.cli.handlers.simulate import Wanted, run

        context.exit(run(t, Wanted(**given)))

    made: click.Command = simulate
    return made
