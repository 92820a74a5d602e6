"""``gevinst sessions``: what was played, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from game.cli.click_messages import InputError, WholeNumber
from game.cli.options import lang, settings
from game.i18n import Words

TRACKS = ("citizen", "process", "economy", "employee")
HELD = ("yes", "partly", "no")


def sessions(t: Words) -> click.Group:
    """``gevinst sessions`` with its subcommands."""

    @click.group(
        "sessions",
        invoke_without_command=True,
        subcommand_metavar=t("[COMMAND]"),
        short_help=t("List the games that were saved, and look after them."),
        help=t(
            "List the games that were saved, the last one first.\n\n"
            "A command takes a SESSION: its number in the list, the beginning of its name, or a "
            "file."
        ),
        **settings(t),
    )
    @click.option("--all", "all_", is_flag=True, help=t("List all of them, not only the last 10."))
    @click.option("--json", "as_json", is_flag=True, help=t("Print JSON, for other programs."))
    @click.option(
        "--in",
        "folder",
        type=click.Path(path_type=Path),
        metavar=t("FOLDER"),
        help=t("Where the sessions are; without it, among the program's own files."),
    )
    @lang(t)
    @click.pass_context
    def sessions(context: click.Context, all_: bool, as_json: bool, folder: Path | None) -> None:
        from game.resources import sessions_folder

        if folder is not None and not folder.exists():
            raise InputError(t("There is no folder {folder}.", folder=folder))
        context.obj = folder or context.obj[0] or sessions_folder()
        if context.invoked_subcommand is None:
            from game.cli.handlers.sessions.listing import list_sessions

            context.exit(list_sessions(t, context.obj, all_=all_, as_json=as_json))

    made: click.Group = sessions
    for make in (_show, _open, _report, _rename, _export, _note, _outcome):
        made.add_command(make(t))
    return made


def _command(t: Words, name: str, text: str, **more: Any) -> Callable[[Any], click.Command]:
    """A subcommand that takes a session; its first sentence is its help in the list."""

    def decorate(function: Any) -> click.Command:
        asked: Any = click.argument("session", metavar=t("SESSION"))
        function = asked(lang(t)(click.pass_context(function)))
        make: Any = click.command(name, help=text, **(settings(t) | more))
        made: click.Command = make(function)
        return made

    return decorate


def _show(t: Words) -> click.Command:
    as_json = click.option("--json", "as_json", is_flag=True, help=t("Print JSON."))

    @_command(t, "show", t("Tell what is in a session."))
    @as_json
    def show(context: click.Context, session: str, as_json: bool) -> None:
        from game.cli.handlers.sessions.listing import find
        from game.cli.handlers.sessions.show import show

        context.exit(show(t, find(t, context.obj, session), as_json=as_json))

    return show


def _open(t: Words) -> click.Command:
    text = t("Go on with a game, or look back on one that is over.")

    @_command(t, "open", text)
    def open_(context: click.Context, session: str) -> None:
        from game.cli.handlers.sessions.listing import find
        from game.cli.handlers.sessions.outcome import is_over

        path = find(t, context.obj, session)
        if is_over(path):
            _delegate(context, "replay", path)
        else:
            _delegate(context, "play", "--resume", path)

    return open_


def _report(t: Words) -> click.Command:
    text = t("Make the report of a session.\n\nTakes the options of gevinst report.")
    free = {"ignore_unknown_options": True, "help_option_names": ["-h", "--help"]}

    @_command(t, "report", text, context_settings=free)
    @click.argument("options", nargs=-1, type=click.UNPROCESSED, metavar=t("[OPTIONS]"))
    def report(context: click.Context, session: str, options: tuple[str, ...]) -> None:
        from game.cli.handlers.sessions.listing import find

        _delegate(context, "report", find(t, context.obj, session), *options)

    return report


def _delegate(context: click.Context, name: str, *args: object) -> None:
    """Run another command of ``gevinst`` with these arguments."""
    root = context.find_root()
    assert isinstance(root.command, click.Group)
    command = root.command.commands[name]
    with command.make_context(name, [str(arg) for arg in args], parent=root) as inner:
        context.exit(command.invoke(inner))


def _rename(t: Words) -> click.Command:
    @_command(t, "rename", t("Give a session another name."))
    @click.argument("name", metavar=t("NAME"))
    def rename(context: click.Context, session: str, name: str) -> None:
        from game.cli.handlers.sessions.listing import find
        from game.cli.handlers.sessions.outcome import rename_session

        context.exit(rename_session(t, find(t, context.obj, session), name))

    return rename


def _export(t: Words) -> click.Command:
    text = t(
        "Save a copy without the players' names, to be passed on.\n\n"
        "Roles stand where names stood, also in what was written at the table. The copy is a "
        "session like any other. Read it through before you pass it on: no program knows all the "
        "ways to speak of somebody."
    )

    @_command(t, "export", text)
    @click.option(
        "--to",
        type=click.Path(path_type=Path),
        metavar=t("FILE"),
        help=t("Save it here; without it, beside the session."),
    )
    def export(context: click.Context, session: str, to: Path | None) -> None:
        from game.cli.handlers.sessions.listing import find
        from game.cli.handlers.sessions.outcome import export_session

        context.exit(export_session(t, find(t, context.obj, session), to))

    return export


def _note(t: Words) -> click.Command:
    text = t("Add a note to a session, for the debrief.\n\nNothing that was recorded is altered.")

    @_command(t, "note", text)
    @click.argument("text", metavar=t("TEXT"))
    @click.option(
        "--at",
        "of",
        type=WholeNumber(t, 0),
        metavar="N",
        help=t("The entry it is about; without it, the last decision."),
    )
    @click.option("--bookmark", is_flag=True, help=t("Mark the moment as well."))
    def note(
        context: click.Context, session: str, text: str, of: int | None, bookmark: bool
    ) -> None:
        from game.cli.handlers.sessions.listing import find
        from game.cli.handlers.sessions.outcome import add_note

        context.exit(add_note(t, find(t, context.obj, session), text, of, bookmark=bookmark))

    return note


def _outcome(t: Words) -> click.Command:
    text = t(
        "Tell what became of it in the real world.\n\n"
        "Of a trial: --idea and --held. Of a track: --track and --value. Of a benefit: --idea, "
        "--track and --value. An idea is named by its letter on the table."
    )

    @_command(t, "outcome", text)
    @click.option("--idea", metavar=t("LETTER"), help=t("The idea, by its letter."))
    @click.option("--track", type=click.Choice(TRACKS), help=t("The track."))
    @click.option("--held", type=click.Choice(HELD), help=t("Whether the idea held in practice."))
    @click.option("--value", metavar="N", help=t("What the indicator shows now."))
    @click.option("--text", default="", metavar=t("TEXT"), help=t("In words."))
    @click.option("--date", "day", metavar=t("DATE"), help=t("The day; without it, today."))
    @click.option("--by", default="", metavar=t("NAME"), help=t("Who tells it."))
    def outcome(context: click.Context, session: str, **given: Any) -> None:
        from game.cli.handlers.sessions.listing import find
        from game.cli.handlers.sessions.outcome import Told, add_outcome

        context.exit(add_outcome(t, find(t, context.obj, session), Told(**given)))

    return outcome
