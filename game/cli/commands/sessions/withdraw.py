"""``gevinst sessions withdraw``: what was told wrongly counts no longer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from game.cli.errors import InputError
from game.cli.options import RootOptions
from game.cli.params import WholeNumber
from game.cli.saved import print_saved
from game.cli.session_argument import session_command
from game.cli.session_summary import format_moment
from game.content import Case, mend, parse
from game.debrief import debrief
from game.i18n import Words
from game.letters import printable
from game.report.filled import measured_as
from game.report.told import told_entries
from game.session import EntryError, Recording, open_recording
from game.table.flow.keeping import saved_session
from game.wording.case_names import CaseNames
from game.wording.debrief_texts import DebriefFormatter


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Withdraw what was told wrongly after the game: a note, an outcome, an item of the action "
        "list, a field of a register.\n\nWhat was told before counts again. Without an ENTRY, "
        "those that can be withdrawn are shown with their numbers. Nothing is deleted from the "
        "file."
    )
    return session_command(
        t,
        "withdraw",
        text,
        click.Argument(["entries"], nargs=-1, type=WholeNumber(t, 1), metavar=t("[ENTRY]…")),
        click.Option(
            ["--since"],
            type=WholeNumber(t, 1),
            metavar="N",
            help=t("All of them from this one on, such as those of a whole import."),
        ),
        run=withdraw,
    )


def withdraw(
    t: Words, root: RootOptions, path: Path, entries: Sequence[int], since: int | None
) -> int:
    """Withdraw entries, or show which there are; all of them can be withdrawn, or none is."""
    seen = open_recording(path, lambda text, file: parse(text, file, lang=t.lang), mend)
    told = dict(_told(t, seen))
    wanted = sorted({*entries, *(n for n in told if since is not None and n >= since)})
    for entry in wanted:
        if entry not in told:
            raise EntryError("not_withdrawable", of=entry)
    if not wanted:
        _list(t, list(told.values()), since)
        return 0
    saved = saved_session(path, root.folder)
    for entry in wanted:
        saved.withdraw(entry)
    click.echo(t("Withdrawn, and counts no longer:"))
    for entry in wanted:
        click.echo(printable(told[entry]))
    print_saved(t, path, saved)
    return 0


def _told(t: Words, seen: Recording[Case]) -> Iterator[tuple[int, str]]:
    """Every entry that can be withdrawn, by its number: when it was told, and what it says."""
    fmt = DebriefFormatter(CaseNames(t, seen.case), measured_as=measured_as(seen.log))
    for record, parts in told_entries(fmt, debrief(seen.log, seen.case.setup), seen.log):
        when = format_moment(t, seen.header.moment(record.at))
        yield record.n, f"{record.n:>5}  {when}  {' · '.join(parts)}"


def _list(t: Words, told: Sequence[str], since: int | None) -> None:
    if not told:
        raise InputError(
            t("There is nothing in it that could be withdrawn."),
            t("See that it is the right game."),
        )
    if since is not None:
        raise InputError(
            t("From entry {n} on there is nothing that could be withdrawn.", n=since),
            t("Leave out --since to see what can be."),
        )
    for line in told:
        click.echo(printable(line))
    click.echo(t("Give the numbers of those that are wrong, or the first of them with --since."))
