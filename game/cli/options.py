"""Declares commands, and the options that several of them share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from game.cli.case_file import CaseFile
from game.cli.params import FilePath, WholeNumber
from game.frozen import frozen
from game.gui.preferences import MOST_DISPLAYS
from game.i18n import LANGS, Words
from game.resources import cases_folder

_DISPLAY = "gevinst.display"
_OWN_WINDOW = "gevinst.own_window"


@frozen
class RootOptions:
    """Options that may precede the name of a command."""

    folder: Path | None = None
    fullscreen: bool = False


# ------------------------------------------------------------------ declaring
def command(
    t: Words,
    name: str,
    text: str,
    *params: click.Parameter,
    run: Callable[..., int],
    lang_text: str = "",
    **settings: Any,
) -> click.Command:
    """Declare a command.

    ``run`` does it: it gets the language, what stands before the command's name, and the values of
    the parameters, and gives the exit code.
    """

    def called(**given: Any) -> int:
        return run(t, click.get_current_context().obj, **given)

    return click.Command(
        name,
        callback=called,
        params=[*params, lang(t, lang_text)],
        help=text,
        **(_defaults(t) | settings),
    )


def group(
    t: Words,
    name: str,
    text: str,
    *params: click.Parameter,
    run: Callable[..., int],
    kind: type[click.Group] = click.Group,
) -> click.Group:
    """Declare a command with subcommands. Without one of them ``run`` does what it is for.

    ``run`` gets language, context and values before a subcommand, too, and then only takes note
    of the values.
    """

    def called(**given: Any) -> int:
        return run(t, click.get_current_context(), **given)

    return kind(
        name,
        callback=called,
        params=[*params, lang(t)],
        help=text,
        invoke_without_command=True,
        subcommand_metavar=t("[COMMAND]"),
        **_defaults(t),
    )


def run_command(name: str, *args: object) -> int:
    """Run another command of ``gevinst`` with these arguments; returns its exit code."""
    root = click.get_current_context().find_root()
    assert isinstance(root.command, click.Group)
    command = root.command.commands[name]
    with command.make_context(name, [str(arg) for arg in args], parent=root) as inner:
        code: int = command.invoke(inner)
    return code


def help_group(t: Words, name: str, text: str, *commands: click.Command) -> click.Group:
    """Declare a command with subcommands, which shows its help without one."""
    made = group(t, name, text, run=_show_help)
    for subcommand in commands:
        made.add_command(subcommand)
    return made


def _show_help(_: Words, context: click.Context) -> int:
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
    return 0


def _defaults(t: Words) -> dict[str, Any]:
    return {
        "context_settings": {"help_option_names": ["-h", "--help"], "max_content_width": 100},
        "options_metavar": t("[OPTIONS]"),
    }


# ------------------------------------------------------------------ shared options
def lang(t: Words, text: str = "") -> click.Option:
    """``--lang``; it is read before the commands are declared, so no command gets its value."""
    help_text = text or t(
        "The language; without it, the one chosen in the game, else the computer's."
    )
    return click.Option(["--lang"], type=click.Choice(LANGS), expose_value=False, help=help_text)


def session_folder(t: Words) -> click.Option:
    """``--to FOLDER``, for commands that play."""
    text = t("Where the session is saved; by default, among the documents.")
    kind = FilePath(t, new=True)
    return click.Option(["--to", "folder"], type=kind, metavar=t("FOLDER"), help=text)


def fullscreen(t: Words) -> click.Option:
    """``--fullscreen``."""
    return click.Option(["--fullscreen"], is_flag=True, help=t("Fill the whole screen."))


def seed(t: Words) -> click.Option:
    """``--seed N``; its limits are checked by :func:`game.cli.params.check_seed`."""
    text = t("The number that decides all chance: the same number, the same cards and dice.")
    return click.Option(["--seed"], type=WholeNumber(t), metavar="N", help=text)


def case(t: Words, name: str = "case", **settings: Any) -> click.Argument:
    """The argument ``CASE``; :func:`about_case` says what it may be."""
    metavar = t("CASE") if settings.get("required", True) else t("[CASE]")
    return click.Argument([name], type=CaseFile(t), metavar=metavar, **settings)


def about_case(t: Words) -> str:
    """What may stand for a ``CASE``, for the help of a command."""
    text = t(
        "CASE is a file (.toml or .gevinst), or the name of a case that comes with the game "
        "or is in {folder}.",
        folder=cases_folder(),
    )
    return f"\n\n{text}"


def level(t: Words) -> click.Option:
    """``--level``, for commands that play a case."""
    from game.engine import LEVELS  # the start screen appears without the rules

    text = t("How demanding the game is; without it, as the case is usually played.")
    return click.Option(["--level"], type=click.Choice(LEVELS), help=text)


def names(t: Words, anonymous: str) -> tuple[click.Option, ...]:
    """The options of what is written without names; ``anonymous`` says what that is."""
    keep = t(
        "A word that looks like a name but is not one: it stays wherever it is written like that."
    )
    also = t("A name to take out as well, of somebody who was not at the table.")
    listing = t("Only show what is taken out, and write nothing.")
    yes = t(
        "Ask nothing, and write all: what may be the name of somebody at the table, or of one who "
        "told or does something, is taken out. Other words with a capital letter stay, and are "
        "listed."
    )
    moods = t("Tell how each role felt at the start of the debrief.")
    word, name = t("WORD"), t("NAME")

    return (
        click.Option(["--keep"], multiple=True, metavar=word, help=f"{anonymous}{keep}"),
        click.Option(["--also"], multiple=True, metavar=name, help=f"{anonymous}{also}"),
        click.Option(["--list", "only_list"], is_flag=True, help=f"{anonymous}{listing}"),
        click.Option(["--yes"], is_flag=True, help=f"{anonymous}{yes}"),
        click.Option(["--moods"], is_flag=True, help=moods),
    )


def force(t: Words) -> click.Option:
    """``--force``, for commands that write a file."""
    return click.Option(["--force"], is_flag=True, help=t("Write over a file that already exists."))


def as_json(text: str) -> click.Option:
    """``--json``."""
    return click.Option(["--json", "as_json"], is_flag=True, help=text)


def display(t: Words) -> click.Option:
    """``--display N``, for commands that open a window; read by :func:`chosen_display`."""

    def remember(context: click.Context, _: click.Parameter, value: int | None) -> None:
        if value is not None:
            context.meta[_DISPLAY] = value - 1

    text = t("The monitor or projector to open the window on, the first one being 1.")
    return click.Option(
        ["--display"],
        type=WholeNumber(t, 1, MOST_DISPLAYS),
        metavar="N",
        help=text,
        expose_value=False,
        callback=remember,
    )


def chosen_display() -> int | None:
    """The monitor chosen by ``--display``, counted from 0."""
    context = click.get_current_context(silent=True)
    return None if context is None else context.meta.get(_DISPLAY)


def own_window(t: Words) -> click.Option:
    """``--facilitator``, for commands that open a table; read by :func:`wants_own_window`."""

    def remember(context: click.Context, _: click.Parameter, value: bool) -> None:
        if value:
            context.meta[_OWN_WINDOW] = True

    text = t("Give the facilitator a window of their own beside the board.")
    return click.Option(
        ["--facilitator"], is_flag=True, help=text, expose_value=False, callback=remember
    )


def wants_own_window() -> bool:
    """Whether ``--facilitator`` was given."""
    context = click.get_current_context(silent=True)
    return context is not None and context.meta.get(_OWN_WINDOW, False)
