"""The handler of ``gevinst sessions withdraw``: what was told wrongly counts no longer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from game.cli.errors import InputError
from game.cli.handlers.errors import errors_as_messages
from game.cli.handlers.sessions.note import print_saved
from game.cli.handlers.sessions.summary import format_moment
from game.cli.handlers.sessions.told import told_entries
from game.content import mend, parse
from game.content.findings import printable
from game.i18n import Words
from game.session import EntryError, open_recording
from game.table.flow.keeping import saved_session


def withdraw(
    t: Words, path: Path, folder: Path | None, entries: Sequence[int], since: int | None
) -> int:
    """Withdraw entries, or show which there are; all of them can be withdrawn, or none is."""
    with errors_as_messages(t):
        seen = open_recording(path, lambda text, file: parse(text, file, lang=t.lang), mend)
        told = {
            record.n: f"{record.n:>5}  {format_moment(t, seen.header.moment(record.at))}  {text}"
            for record, text in told_entries(t, seen)
        }
        wanted = sorted({*entries, *(n for n in told if since is not None and n >= since)})
        for entry in wanted:
            if entry not in told:
                raise EntryError("not_withdrawable", of=entry)
        if not wanted:
            _list(t, list(told.values()), since)
            return 0
        saved = saved_session(path, folder)
        for entry in wanted:
            saved.withdraw(entry)
    click.echo(t("Withdrawn, and counts no longer:"))
    for entry in wanted:
        click.echo(printable(told[entry]))
    print_saved(t, path, saved)
    return 0


def _list(t: Words, told: Sequence[str], since: int | None) -> None:
    if since is not None or not told:
        raise InputError(t("Nothing is there that could be withdrawn."))
    for line in told:
        click.echo(printable(line))
    click.echo(t("Give the numbers of those that are wrong, or the first of them with --since."))
