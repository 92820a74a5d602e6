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

LEVELS = ("gentle", "normal", "demanding")
Decorator = Callable[[Any], Any]
_DISPLAY = "gevinst.display"
_OWN_WINDOW = "gevinst.own_window"


@frozen
class RootOptions:
    """Options that may precede the name of a command."""

    folder: Path | None = None
    fullscreen: bool = False


# ------------------------------------------------------------------ declaring
def command(
    t: Words, name: str, text: str, short: str | None = None, **settings: Any
) -> Callable[[Any], click.Command]:
    """Declare a command; without ``short`` the list shows the first sentence of its help."""
    make: Any = click.command(name, help=text, short_help=short, **(_defaults(t) | settings))

    def decorate(function: Any) -> click.Command:
        made: click.Command = make(function)
        return made

    return decorate


def group(
    t: Words,
    name: str,
    text: str,
    short: str | None = None,
    kind: type[click.Group] = click.Group,
) -> Callable[[Any], click.Group]:
    """Declare a command with subcommands, which can also run on its own."""
    make: Any = click.group(
        name,
        cls=kind,
        help=text,
        short_help=short,
        invoke_without_command=True,
        subcommand_metavar=t("[COMMAND]"),
        **_defaults(t),
    )

    def decorate(function: Any) -> click.Group:
        made: click.Group = make(function)
        return made

    return decorate


def help_group(t: Words, name: str, text: str, short: str) -> click.Group:
    """Declare a command with subcommands, which shows its help without one."""

    @group(t, name, text, short)
    @lang(t)
    @click.pass_context
    def shown(context: click.Context) -> None:
        if context.invoked_subcommand is None:
            click.echo(context.get_help())
            context.exit(0)

    return shown


def _defaults(t: Words) -> dict[str, Any]:
    return {
        "context_settings": {"help_option_names": ["-h", "--help"], "max_content_width": 100},
        "options_metavar": t("[OPTIONS]"),
    }


# ------------------------------------------------------------------ shared options
def lang(t: Words, text: str = "") -> Decorator:
    """``--lang``; it is read before the commands are declared, so no handler gets its value."""
    help_text = text or t(
        "The language; without it, the one chosen in the game, else the computer's."
    )
    return click.option("--lang", type=click.Choice(LANGS), expose_value=False, help=help_text)


def session_folder(t: Words) -> Decorator:
    """``--to FOLDER``, for commands that play."""
    text = t("Where the session is saved; by default, among the documents.")
    kind = FilePath(t, new=True)
    return click.option("--to", "folder", type=kind, metavar=t("FOLDER"), help=text)


def fullscreen(t: Words) -> Decorator:
    """``--fullscreen``."""
    return click.option("--fullscreen", is_flag=True, help=t("Fill the whole screen."))


def seed(t: Words) -> Decorator:
    """``--seed N``; the handler checks its limits by :func:`game.cli.params.check_seed`."""
    text = t("The number that decides all chance: the same number, the same cards and dice.")
    return click.option("--seed", type=WholeNumber(t), metavar="N", help=text)


def case(t: Words, name: str = "case", **settings: Any) -> Decorator:
    """The argument ``CASE``; :func:`about_case` says what it may be."""
    metavar = t("CASE") if settings.get("required", True) else t("[CASE]")
    return click.argument(name, type=CaseFile(t), metavar=metavar, **settings)


def about_case(t: Words) -> str:
    """What may stand for a ``CASE``, for the help of a command."""
    text = t(
        "CASE is a file (.toml or .gevinst), or the name of a case that comes with the game "
        "or is in {folder}.",
        folder=cases_folder(),
    )
    return f"\n\n{text}"


def level(t: Words) -> Decorator:
    """``--level``, for commands that play a case."""
    text = t("How demanding the game is; without it, as the case is usually played.")
    return click.option("--level", type=click.Choice(LEVELS), help=text)


def names(t: Words, anonymous: str) -> Decorator:
    """The options of what is written without names; ``anonymous`` says what that is."""
    keep = t(
        "A word that looks like a name but is not one: it stays wherever it is written like that."
    )
    also = t("A name to take out as well, of somebody who was not at the table.")
    listing = t("Only show what is taken out, and write nothing.")
    yes = t("Ask nothing: what may be a name is taken out, and all is written.")
    moods = t("Tell how each role felt at the start of the debrief.")
    word, name = t("WORD"), t("NAME")

    def decorate(function: Any) -> Any:
        for option in (
            click.option("--moods", is_flag=True, help=moods),
            click.option("--yes", is_flag=True, help=f"{anonymous}{yes}"),
            click.option("--list", "only_list", is_flag=True, help=f"{anonymous}{listing}"),
            click.option("--also", multiple=True, metavar=name, help=f"{anonymous}{also}"),
            click.option("--keep", multiple=True, metavar=word, help=f"{anonymous}{keep}"),
        ):
            function = option(function)
        return function

    return decorate


def force(t: Words) -> Decorator:
    """``--force``, for commands that write a file."""
    return click.option("--force", is_flag=True, help=t("Write over a file that already exists."))


def as_json(text: str) -> Decorator:
    """``--json``."""
    return click.option("--json", "as_json", is_flag=True, help=text)


def display(t: Words) -> Decorator:
    """``--display N``, for commands that open a window; read by :func:`chosen_display`."""

    def remember(context: click.Context, _: click.Parameter, value: int | None) -> None:
        if value is not None:
            context.meta[_DISPLAY] = value - 1

    text = t("The monitor or projector to open the window on, the first one being 1.")
    return click.option(
        "--display",
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


def own_window(t: Words) -> Decorator:
    """``--facilitator``, for commands that open a table; read by :func:`wants_own_window`."""

    def remember(context: click.Context, _: click.Parameter, value: bool) -> None:
        if value:
            context.meta[_OWN_WINDOW] = True

    text = t("Give the facilitator a window of their own beside the board.")
    return click.option(
        "--facilitator", is_flag=True, help=text, expose_value=False, callback=remember
    )


def wants_own_window() -> bool:
    """Whether ``--facilitator`` was given."""
    context = click.get_current_context(silent=True)
    return context is not None and context.meta.get(_OWN_WINDOW, False)
