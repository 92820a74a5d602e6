"""A file is read, compared with a session, and what was approved is written into the session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from game.i18n import Lang, Words, mark, words
from game.intake.comparing import compare_register
from game.intake.differences import (
    OF_ANOTHER,
    Change,
    Compared,
    Difference,
    FieldChange,
    Found,
    ItemChange,
    ReadingTold,
)
from game.intake.errors import IntakeError
from game.intake.headings import RegisterName
from game.intake.items import compare_items
from game.intake.nameless import without_names
from game.intake.readings import compare_readings
from game.intake.sheets import SheetRead
from game.intake.tables import find_tables, language_of
from game.report.actions import action_rows
from game.report.registers import registers
from game.report.source import open_session, source_of
from game.session import read_sound, session_of
from game.session.annotating import Annotatable

_NOTHING: Final = (
    mark("{file} holds no register that can be recognised."),
    mark(
        "The first row of a list has its headings, and one of them says what each line is about: "
        "Title or Benefit, Event or Risk, Task."
    ),
)


def find_differences(
    sheets: Sequence[SheetRead],
    file: str,
    session: Path,
    t: Words,
    *,
    mapped: Mapping[str, str] | None = None,
    only: RegisterName | None = None,
) -> Found:
    """What differs between the sheets of a ``file`` and a session.

    ``mapped`` says what headings mean that are not known, as :func:`game.intake.headings.plain`
    has them; an empty meaning leaves a column out. Raises :class:`IntakeError` for a file without
    a register, and as :func:`game.report.source.open_session`.
    """
    tables = find_tables(sheets, mapped or {}, only)
    if not tables:
        raise IntakeError(*_NOTHING, file=file)
    lang = language_of(sheets)
    written_from = next((sheet.session for sheet in sheets), "")
    of_another = written_from not in ("", session_of(session))
    written_after = next((sheet.written_after for sheet in sheets), None)
    against = compared_with(
        session,
        t if lang is None else words(lang),
        written_after=None if of_another else written_after,
        marks=next((sheet.marks for sheet in sheets), None),
    )
    found = Found(
        nameless=against.source.log.header.anonymised,
        strangers=OF_ANOTHER if of_another else "",
    )
    for table in without_names(against, tables, found) if found.nameless else tables:
        found.read.append((table.register, table.sheet, len(table.rows)))
        found.unknown += [(table.sheet, heading) for heading in table.unknown]
        if table.register == "actions":
            compare_items(against, table, found)
        elif table.register == "readings":
            compare_readings(against, table, found)
        else:
            compare_register(against, table, found)
    return found


def compared_with(
    session: Path, t: Words, *, written_after: int | None = None, marks: Lang | None = None
) -> Compared:
    """A session as a file is compared with it, in the language of the file.

    ``written_after`` is the entry after which the file was written, and ``marks`` the language in
    whose way it writes numbers, if it says so.
    """
    source = open_session(session, t)
    bare = registers(replace(source, filled={}))
    now = Compared(source, registers(source), bare, action_rows(source), marks or t.lang)
    if written_after is None or written_after > len(source.log.records):
        return now
    log, case = read_sound(session, lambda _: source.case)
    then = source_of(log.until(written_after), case, t)
    return replace(now, was=registers(then), actions_were=action_rows(then))


def accept(session: Annotatable, differences: Sequence[Difference]) -> int:
    """Write the differences that were approved into a session; returns how many."""
    for difference in differences:
        _accept(session, difference.change)
    return len(differences)


def _accept(session: Annotatable, change: Change) -> None:
    if isinstance(change, FieldChange):
        session.fill(change.row, change.column, change.content, "imported")
    elif isinstance(change, ItemChange):
        session.action_item(change.draft, change.item)
    elif isinstance(change, ReadingTold):
        told = change.told
        session.outcome(
            idea=told.idea,
            track=told.track,
            value=told.value,
            day=told.day,
            confirmed=change.confirmed,
        )
    else:
        session.note(0, change.text)
