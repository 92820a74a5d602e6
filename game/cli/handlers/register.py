"""The handler of ``gevinst register import``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path

import click

from game.cli.handlers.errors import errors_as_messages
from game.cli.handlers.names import is_terminal
from game.cli.handlers.sessions.note import print_saved
from game.content.findings import printable
from game.frozen import frozen
from game.i18n import Words
from game.intake.differences import Difference, Found
from game.intake.headings import COLUMNS, REGISTERS, RegisterName, known_headings, plain
from game.intake.intake import accept, find_differences
from game.intake.nameless import LOOK_THROUGH
from game.intake.sheets import SheetRead, read_sheets
from game.intake.tables import find_tables
from game.report.columns import title
from game.table.flow.keeping import saved_session

_MOST_NAMED = 12


@frozen
class ImportWishes:
    """The options of ``gevinst register import``; ``mapped`` says what headings mean."""

    mapped: Mapping[str, str] = field(default_factory=dict)
    kind: RegisterName | None = None
    yes: bool = False
    dry_run: bool = False


def import_register(
    t: Words, file: Path, session: Path, folder: Path | None, wishes: ImportWishes
) -> int:
    """Show what differs between a file and a session, and write what is approved."""
    with errors_as_messages(t):
        sheets = read_sheets(file)
        mapped = dict(wishes.mapped)
        if is_terminal() and not wishes.yes:
            mapped |= _ask_headings(t, sheets, mapped, wishes.kind)
        found = find_differences(sheets, file.name, session, t, mapped=mapped, only=wishes.kind)
        for line in _told(t, found):
            click.echo(line)
        approved = _approved(t, found.differences, wishes)
        if approved:
            saved = saved_session(session, folder)
            accept(saved, approved)
            click.echo()
            written = t.plural(
                "{n} difference was taken over.", "{n} differences were taken over.", len(approved)
            )
            click.echo(written)
            print_saved(t, session, saved)
    return 0


# ------------------------------------------------------------------ headings
def read_mapping(t: Words, given: Sequence[str]) -> dict[str, str]:
    """What ``--map`` says, by headings as they are compared; a usage error for no column."""
    mapped = {}
    for text in given:
        heading, _, meaning = text.rpartition("=")
        named = "" if plain(meaning) in ("none", "ingen") else plain(meaning)
        if not heading.strip() or (named and not _is_column(named)):
            message = t(
                "“{text}” does not say what a heading means. Write --map {example}, and take "
                "the column's title or key from the register.",
                text=printable(text),
                example=t('"HEADING=COLUMN"'),
            )
            raise click.UsageError(message)
        mapped[plain(heading)] = named
    return mapped


def _is_column(named: str) -> bool:
    return any(named in known_headings(register) for register in REGISTERS)


def _ask_headings(
    t: Words, sheets: Sequence[SheetRead], mapped: Mapping[str, str], kind: RegisterName | None
) -> dict[str, str]:
    """Ask what headings mean that are not known, in lists that are not ours."""
    answers: dict[str, str] = {}
    for table in find_tables(sheets, mapped, kind):
        if table.own or not table.unknown:
            continue
        free = [c for c in COLUMNS[table.register] if c.key not in table.headings and not c.play]
        numbered = {str(n): column for n, column in enumerate(free, 1)}
        for n, column in numbered.items():
            click.echo(f"{n:>3}  {title(t, column)}")
        for heading in table.unknown:
            question = t(
                "What is “{heading}”? A number from the list, or nothing to leave it out",
                heading=printable(heading),
            )
            given: str = click.prompt(question, default="", show_default=False)
            chosen = numbered.get(given.strip())
            answers[plain(heading)] = chosen.key if chosen else ""
    return answers


# ------------------------------------------------------------------ what was found
def _told(t: Words, found: Found) -> Iterator[str]:
    """What was read, and what of it does not fit."""
    for _, sheet, rows in found.read:
        yield t.plural("{sheet}: {n} row", "{sheet}: {n} rows", rows, sheet=printable(sheet))
    for sheet, heading in found.unknown[:_MOST_NAMED]:
        yield t(
            "  not read: the column “{heading}” of {sheet}",
            heading=printable(heading),
            sheet=printable(sheet),
        )
    if (others := len(found.unknown) - _MOST_NAMED) > 0:
        yield t.plural("  not read: {n} more column", "  not read: {n} more columns", others)
    for left in found.left_out:
        place = t("{sheet}, row {row}", sheet=left.sheet, row=left.row)
        yield printable(f"  {place} {left.of}: {left.why.translate(t)}")
    if found.missing:
        named = ", ".join(found.missing[:_MOST_NAMED])
        more = " …" if len(found.missing) > _MOST_NAMED else ""
        yield t("  not in the file, and left as it is: {ids}", ids=named + more)
    if found.strangers:
        yield t(
            "Most rows have other names than in this session. Is it the register of another game?"
        )
    if found.nameless and found.differences:
        yield t(LOOK_THROUGH)
    if not found.differences:
        yield t("Nothing differs from the session.")


def _lines(t: Words, difference: Difference) -> Iterator[str]:
    yield f"{difference.of} · {difference.field}"
    empty = t("(empty)")
    yield f"    {difference.old or empty} → {difference.new or empty}".replace("\n", " ")
    if difference.doubt:
        yield f"    {difference.doubt}"


# ------------------------------------------------------------------ approving
def _approved(
    t: Words, differences: Sequence[Difference], wishes: ImportWishes
) -> list[Difference]:
    """The differences that are approved: one by one in a terminal, all with ``--yes``."""
    asks = is_terminal() and not wishes.yes and not wishes.dry_run
    approved: list[Difference] = []
    for n, difference in enumerate(differences):
        for line in _lines(t, difference):
            click.echo(printable(line))
        if asks:
            answer = _ask(t, n + 1, len(differences))
            if answer == "stop":
                break
            if answer == "all":
                return [*approved, *differences[n:]]
            approved += [difference] * (answer == "yes")
    if wishes.yes and not wishes.dry_run:
        return list(differences)
    if differences and not asks and not wishes.dry_run:
        click.echo(t("Nothing was written. With --yes all of it is taken over."))
    return approved


def _ask(t: Words, n: int, all_: int) -> str:
    """Whether a difference is approved; no answer means no."""
    words = {"yes": t("yes"), "no": t("no"), "all": t("all"), "stop": t("stop")}
    choices = "/".join(words.values())
    question = t("{n} of {all}: take it over?", n=n, all=all_)
    given: str = click.prompt(f"{question} ({choices})", default=words["no"], show_default=False)
    said = given.strip().casefold()
    return next((key for key, word in words.items() if said and word.startswith(said)), "no")
