"""``gevinst sessions export``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import click

from game.anonymity import Anonymised, NameChoices, public_list, take_names_out
from game.cli.names import NameWishes, settle_names
from game.cli.options import RootOptions, names
from game.cli.session_argument import copy_to, session_command
from game.content import Case, mend, parse
from game.i18n import Words, words
from game.i18n.os_errors import NotWrittenError
from game.paths import is_folder
from game.session import Log, open_recording
from game.session.reading import read_lines
from game.session.rewriting import refuse_damaged, save_copy
from game.writing import write_numbered


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Save a copy without the names of people, to be passed on.\n\n"
        "Roles stand where names stood, in all that was written. What is taken out is shown "
        "first, and in a terminal each word that may be no name is asked about; without an answer "
        "it is taken out, too. The copy is a session like any other. Read it through before you "
        "pass it on: no program knows all the ways to speak of somebody."
    )
    return session_command(
        t,
        "export",
        text,
        copy_to(t),
        *names(t, ""),
        run=export_session,
    )


def export_session(
    t: Words,
    _: RootOptions,
    path: Path,
    to: Path | None,
    *,
    moods: bool,
    **named: Any,
) -> int:
    """Show what is taken out, and save a copy without names, with the list beside it."""
    lines = read_lines(path)
    seen = open_recording(path, lambda text, file: parse(text, file, lang=t.lang), mend)
    log, case = seen.log, seen.case
    refuse_damaged(log)
    find = partial(_without_names, log, case, moods)
    settled = settle_names(t, find, NameWishes.of(**named))
    if settled is None:
        return 0
    copy = settled[1]
    saved = save_copy(lines, log, copy.log, case.setup, _target(t, path, to, copy))
    listed = _save_list(t, saved, copy)
    click.echo("\n" + t("Saved in {file}", file=saved))
    click.echo(t("What was taken out is listed in {file}", file=listed))
    return 0


def _without_names(log: Log, case: Case, moods: bool, choices: NameChoices) -> Anonymised:
    """The session without names, in the language that was spoken at the table."""
    return take_names_out(log, case, words(log.lang), choices, moods=moods)


def _target(t: Words, path: Path, to: Path | None, copy: Anonymised) -> Path:
    """The file to save: without one that is named, beside the session, by a name without names."""
    name = f"{copy.file_name(t)}{path.suffix}"
    if to is None:
        return path.with_name(name)
    return to / name if is_folder(to) else to


def _save_list(t: Words, saved: Path, copy: Anonymised) -> Path:
    """Save the list of what was taken out beside the copy, under a name that is free."""
    text = "\n".join([*public_list(t, copy.findings), ""])
    try:
        return write_numbered(saved.parent, saved.stem, ".txt", text.encode())
    except OSError as error:
        raise NotWrittenError(saved.with_suffix(".txt"), error) from None
