"""``gevinst register``: read a register back that somebody worked on in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any

import click

from game.cli.errors import InputError
from game.cli.names import is_confirmed, is_terminal
from game.cli.next_step import command_line
from game.cli.options import RootOptions, command, help_group
from game.cli.params import FilePath
from game.cli.saved import print_saved
from game.cli.session_argument import find_session
from game.frozen import frozen
from game.i18n import Words
from game.intake.differences import Difference, Found
from game.intake.headings import COLUMNS, REGISTERS, RegisterName, known_headings, plain
from game.intake.intake import accept, find_differences
from game.intake.nameless import LOOK_THROUGH
from game.intake.sheets import SheetRead, read_sheets
from game.intake.tables import find_tables
from game.letters import printable
from game.report.columns import title
from game.table.flow.keeping import saved_session

_MOST_NAMED = 12


def build(t: Words) -> click.Group:
    """Declare the command and its subcommand."""
    text = t(
        "Take what was filled into the registers of a report back into its session.\n\n"
        "Checks, map and the next report then go by it."
    )
    return help_group(t, "register", text, _import(t))


def _import(t: Words) -> click.Command:
    text = t(
        "Read a register from a workbook or a CSV file, and show all that differs.\n\n"
        "In a terminal each difference is asked about; nothing is written before it is approved. "
        "Rows are known by their ids, else by their titles. What does not fit is named with the "
        "reason. A list of your own can be read as well: headings that are not known are asked "
        "about, or mapped by --map.\n\n"
        "No formula in the file is carried out: its saved result counts."
    )
    mapping = t(
        "What a heading of the file means: a column by its title or key, or the word "
        "none to leave it out."
    )
    return command(
        t,
        "import",
        text,
        click.Argument(["file"], type=FilePath(t), metavar=t("FILE")),
        click.Option(
            ["--session"],
            required=True,
            metavar=t("SESSION"),
            help=t("The session: its number in the list of gevinst sessions, a name, or a file."),
        ),
        click.Option(
            ["--yes"], is_flag=True, help=t("Approve every difference that is not doubtful.")
        ),
        click.Option(
            ["--dry-run"], is_flag=True, help=t("Only show what differs, and write nothing.")
        ),
        click.Option(
            ["--map", "mapping"], multiple=True, metavar=t('"HEADING=COLUMN"'), help=mapping
        ),
        click.Option(
            ["--as", "kind"],
            type=click.Choice(REGISTERS),
            help=t("What the file holds, if it is unclear."),
        ),
        run=import_register,
    )


@frozen
class ImportWishes:
    """The options of ``gevinst register import``; ``mapped`` says what headings mean."""

    mapped: Mapping[str, str] = field(default_factory=dict)
    kind: RegisterName | None = None
    yes: bool = False
    dry_run: bool = False


def import_register(
    t: Words, root: RootOptions, file: Path, session: str, mapping: Sequence[str], **given: Any
) -> int:
    """Show what differs between a file and a session, and write what is approved."""
    path = find_session(t, root.folder, session)
    wishes = ImportWishes(mapped=read_mapping(t, mapping), **given)
    sheets = read_sheets(file)
    mapped = dict(wishes.mapped)
    if is_terminal() and not wishes.yes:
        mapped |= _ask_headings(t, sheets, mapped, wishes.kind)
    found = find_differences(sheets, file.name, path, t, mapped=mapped, only=wishes.kind)
    for line in _told(t, found):
        click.echo(line)
    if found.strangers and found.differences and not wishes.dry_run:
        _settle_whose(t, wishes)
    approved = _approved(t, found, wishes)
    if approved:
        saved = saved_session(path, root.folder)
        first = len(saved.log.records) + 1
        accept(saved, approved)
        click.echo()
        written = t.plural(
            "{n} difference was taken over.", "{n} differences were taken over.", len(approved)
        )
        click.echo(written)
        print_saved(t, path, saved)
        command = command_line("sessions", "withdraw", saved.path, "--since", str(first))
        click.echo(t("If that was wrong, withdraw it: {command}", command=command))
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
        yield t(found.strangers)
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
def _settle_whose(t: Words, wishes: ImportWishes) -> None:
    """Have confirmed that a file is this game's though it looks like that of another."""
    if wishes.yes:
        raise InputError(
            t("Nothing was written: --yes does not take over what may belong to another game."),
            t("If it is right, run the command in a terminal without --yes, and answer there."),
        )
    if is_terminal() and not is_confirmed(t, t("Go on with this file all the same?")):
        raise InputError(t("Nothing was written."), t("Give the file of this game."))


def _approved(t: Words, found: Found, wishes: ImportWishes) -> list[Difference]:
    """The differences that are approved: one by one in a terminal, what is sure with ``--yes``."""
    if is_terminal() and not wishes.yes and not wishes.dry_run:
        return _asked(t, found.differences)
    _show(t, found.differences)
    if wishes.dry_run:
        return []
    if not wishes.yes:
        if found.undoubted:
            click.echo(t("Nothing was written. --yes takes over all that is not doubtful."))
        return []
    if doubted := sum(bool(difference.doubt) for difference in found.differences):
        click.echo(
            t.plural(
                "{n} difference is doubtful, and was left: run the command in a terminal without "
                "--yes to be asked about it.",
                "{n} differences are doubtful, and were left: run the command in a terminal "
                "without --yes to be asked about them.",
                doubted,
            )
        )
    return found.undoubted


def _show(t: Words, differences: Iterable[Difference]) -> None:
    for difference in differences:
        for line in _lines(t, difference):
            click.echo(printable(line))


def _asked(t: Words, differences: Sequence[Difference]) -> list[Difference]:
    """What is approved one by one; after “all” only what is doubtful is asked about."""
    approved, every = list[Difference](), False
    for n, difference in enumerate(differences, 1):
        answer = "yes"
        if difference.doubt or not every:
            _show(t, [difference])
            answer = _ask(t, n, len(differences))
        if answer == "stop":
            break
        every = every or answer == "all"
        approved += [difference] * (answer in ("yes", "all"))
    return approved


def _ask(t: Words, n: int, all_: int) -> str:
    """Whether a difference is approved; no answer means no."""
    words = {"yes": t("yes"), "no": t("no"), "all": t("all"), "stop": t("stop")}
    choices = "/".join(words.values())
    question = t("{n} of {all}: take it over?", n=n, all=all_)
    given: str = click.prompt(f"{question} ({choices})", default=words["no"], show_default=False)
    said = given.strip().casefold()
    return next((key for key, word in words.items() if said and word.startswith(said)), "no")
