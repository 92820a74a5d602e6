"""``gevinst sessions``: list and manage saved sessions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial, wraps
from pathlib import Path
from typing import Any

import click

from game.cli.errors import InputError
from game.cli.options import as_json, command, group, lang, names
from game.cli.params import FilePath, WholeNumber, day_example
from game.i18n import Words
from game.paths import is_there

TRACKS = ("citizen", "process", "economy", "employee")
HELD = ("yes", "partly", "no")
ONLY = ("all", "under_way", "over", "own")
ENDINGS = (
    "stopped",
    "together",
    "realised",
    "price_paid",
    "nearly",
    "on_the_way",
    "not_realised",
    "ended_early",
)


def build(t: Words) -> click.Group:
    """Declare the command and its subcommands."""
    text = t(
        "List the games that were saved, the last one first.\n\n"
        "A command takes a SESSION: its number in the list, the beginning of its name, or a "
        "file."
    )

    @group(t, "sessions", text, t("List the games that were saved, and look after them."))
    @click.option("--all", "all_", is_flag=True, help=t("List all of them, not only the last 10."))
    @_sought(t)
    @as_json(t("Print JSON, for other programs."))
    @click.option(
        "--in",
        "folder",
        type=FilePath(t),
        metavar=t("FOLDER"),
        help=t("Where the sessions are; by default, among the documents."),
    )
    @lang(t)
    @click.pass_context
    def sessions(
        context: click.Context, /, folder: Path | None, *, all_: bool, as_json: bool, **sought: Any
    ) -> None:
        if folder is not None and not is_there(folder):
            raise InputError(t("There is no folder {folder}.", folder=folder))
        context.obj = replace(context.obj, folder=folder or context.obj.folder)
        if context.invoked_subcommand is None:
            from game.cli.handlers.sessions.listing import Sought, list_sessions

            wanted = Sought(**sought)
            where = context.obj.folder
            context.exit(list_sessions(t, where, wanted, all_=all_, as_json=as_json))

    for subcommand in (_show, _open, _report, _rename, _export, _note, _tag, _outcome, _withdraw):
        sessions.add_command(subcommand(t))
    return sessions


def _command(t: Words, name: str, text: str, **settings: Any) -> Callable[[Any], click.Command]:
    """Declare a subcommand with a session argument; its function gets the session's file."""

    def decorate(function: Callable[..., int]) -> click.Command:
        @wraps(function)  # and with it the options declared below
        def run(context: click.Context, /, session: str, **given: Any) -> None:
            from game.cli.handlers.session_argument import find_session

            path = find_session(t, context.obj.folder, session)
            context.exit(function(context, path, **given))

        argument: Any = click.argument("session", metavar=t("SESSION"))
        return command(t, name, text, **settings)(argument(lang(t)(click.pass_context(run))))

    return decorate


def _sought(t: Words) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Declare the options that narrow the list down."""
    text, choice = partial(click.option, default=""), click.Choice
    options = (
        text(
            "--search",
            "words",
            metavar=t("WORDS"),
            help=t("Only games with these words in case, name, players, day or tags."),
        ),
        text("--case", metavar=t("CASE"), help=t("Only games of the case with this title.")),
        click.option(
            "--verdict",
            "ending",
            type=choice(ENDINGS),
            metavar=t("ENDING"),
            help=t("Only games that ended like this: {endings}.", endings=", ".join(ENDINGS)),
        ),
        text(
            "--month",
            metavar=t("MONTH"),
            help=t("Only games begun in that month, such as 2027-03."),
        ),
        text("--tag", metavar=t("TAG"), help=t("Only games with this tag.")),
        click.option(
            "--only", type=choice(ONLY), default="all", help=t("Only games of that sort.")
        ),
    )

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def _show(t: Words) -> click.Command:
    @_command(t, "show", t("Tell what is in a session."))
    @as_json(t("Print JSON."))
    def show(_: click.Context, path: Path, as_json: bool) -> int:
        from game.cli.handlers.sessions.show import show

        return show(t, path, as_json=as_json)

    return show


def _open(t: Words) -> click.Command:
    @_command(t, "open", t("Go on with a game, or look back on one that is over."))
    def open_(context: click.Context, path: Path) -> int:
        from game.cli.handlers.sessions.open import opening_command

        return _run(context, *opening_command(path), path)

    return open_


def _report(t: Words) -> click.Command:
    text = t("Make the report of a session.\n\nTakes the options of gevinst report.")
    free = {"ignore_unknown_options": True, "help_option_names": ["-h", "--help"]}

    @_command(t, "report", text, context_settings=free)
    @click.argument("options", nargs=-1, type=click.UNPROCESSED, metavar=t("[OPTIONS]"))
    def report(context: click.Context, path: Path, options: tuple[str, ...]) -> int:
        return _run(context, "report", path, *options)

    return report


def _run(context: click.Context, name: str, *args: object) -> int:
    """Run another command of ``gevinst`` with these arguments; returns its exit code."""
    root = context.find_root()
    assert isinstance(root.command, click.Group)
    command = root.command.commands[name]
    with command.make_context(name, [str(arg) for arg in args], parent=root) as inner:
        code: int = command.invoke(inner)
    return code


def _rename(t: Words) -> click.Command:
    @_command(t, "rename", t("Give a session another name."))
    @click.argument("name", metavar=t("NAME"))
    def rename(_: click.Context, path: Path, name: str) -> int:
        from game.cli.handlers.sessions.rename import rename_session

        return rename_session(t, path, name)

    return rename


def _export(t: Words) -> click.Command:
    text = t(
        "Save a copy without the names of people, to be passed on.\n\n"
        "Roles stand where names stood, in all that was written. What is taken out is shown "
        "first, and in a terminal each word that may be no name is asked about; without an answer "
        "it is taken out, too. The copy is a session like any other. Read it through before you "
        "pass it on: no program knows all the ways to speak of somebody."
    )

    @_command(t, "export", text)
    @click.option(
        "--to",
        type=FilePath(t, new=True),
        metavar=t("FILE"),
        help=t("Save it here, or under the next free name; without it, beside the session."),
    )
    @names(t, "")
    def export(
        _: click.Context,
        path: Path,
        keep: tuple[str, ...],
        also: tuple[str, ...],
        only_list: bool,
        yes: bool,
        **given: Any,
    ) -> int:
        from game.anonymity import NameChoices
        from game.cli.handlers.names import NameWishes
        from game.cli.handlers.sessions.export import ExportOptions, export_session

        names = NameWishes(NameChoices(frozenset(keep), also), only_list, yes)
        return export_session(t, path, ExportOptions(names=names, **given))

    return export


def _note(t: Words) -> click.Command:
    text = t("Add a note to a session, for the debrief.\n\nNothing that was recorded is altered.")

    @_command(t, "note", text)
    @click.argument("text", metavar=t("TEXT"))
    @click.option(
        "--at",
        "entry",
        type=WholeNumber(t, 0),
        metavar="N",
        help=t("The entry it is about; without it, the last decision."),
    )
    @click.option("--bookmark", is_flag=True, help=t("Mark the moment as well."))
    def note(
        context: click.Context, path: Path, text: str, entry: int | None, bookmark: bool
    ) -> int:
        from game.cli.handlers.sessions.note import add_note

        return add_note(t, path, context.obj.folder, text, entry, bookmark=bookmark)

    return note


def _tag(t: Words) -> click.Command:
    text = t(
        "Give a session tags, so that it is easy to find again.\n\nThey stand in the session "
        "and go with its file. Without a TAG the tags that it has are shown."
    )

    @_command(t, "tag", text)
    @click.argument("tags", nargs=-1, metavar=t("[TAG]…"))
    @click.option("--remove", is_flag=True, help=t("Take these tags away."))
    def tag(context: click.Context, path: Path, tags: tuple[str, ...], remove: bool) -> int:
        from game.cli.handlers.sessions.tag import tag_session

        return tag_session(t, path, context.obj.folder, tags, remove=remove)

    return tag


def _outcome(t: Words) -> click.Command:
    text = t(
        "Tell what became of it in the real world.\n\nFor a trial: --idea and --held. For a "
        "track: --track and --value. For a benefit: --idea, --track and --value. An idea is "
        "named by its letter on the table."
    )

    @_command(t, "outcome", text)
    @click.option("--idea", metavar=t("LETTER"), help=t("The idea, by its letter."))
    @click.option("--track", type=click.Choice(TRACKS), help=t("The track."))
    @click.option("--held", type=click.Choice(HELD), help=t("Whether the idea held in practice."))
    @click.option("--value", metavar="N", help=t("What the indicator shows now."))
    @click.option("--text", default="", metavar=t("TEXT"), help=t("In words."))
    @click.option(
        "--date",
        "day",
        metavar=t("DATE"),
        help=t("The day, such as {example}; without it, today.", example=day_example(t)),
    )
    @click.option("--by", default="", metavar=t("NAME"), help=t("Who tells it."))
    @click.option("--confirm", is_flag=True, help=t("It is right, even if it is unusual."))
    def outcome(context: click.Context, path: Path, /, **given: Any) -> int:
        from game.cli.handlers.sessions.outcome import OutcomeOptions, add_outcome

        return add_outcome(t, path, context.obj.folder, OutcomeOptions(**given))

    return outcome


def _withdraw(t: Words) -> click.Command:
    text = t(
        "Withdraw what was told wrongly after the game: a note, an outcome, an item of the action "
        "list, a field of a register.\n\nWhat was told before counts again. Without an ENTRY, "
        "those that can be withdrawn are shown with their numbers. Nothing is deleted from the "
        "file."
    )

    @_command(t, "withdraw", text)
    @click.argument("entries", nargs=-1, type=WholeNumber(t, 1), metavar=t("[ENTRY]…"))
    @click.option(
        "--since",
        type=WholeNumber(t, 1),
        metavar="N",
        help=t("All of them from this one on, such as those of a whole import."),
    )
    def withdraw(
        context: click.Context, path: Path, entries: tuple[int, ...], since: int | None
    ) -> int:
        from game.cli.handlers.sessions.withdraw import withdraw

        return withdraw(t, path, context.obj.folder, entries, since)

    return withdraw
