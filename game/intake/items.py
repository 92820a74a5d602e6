"""Compares the action list of a file with that of a session, item by item."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from game.debrief.action_items import NOTHING, STATUSES, DueDoubt, Subject, doubt_due, subject_of
from game.engine.limits import MAX_TEXT
from game.frozen import frozen
from game.i18n import Words, mark
from game.i18n.days import short_day
from game.i18n.message import Message
from game.intake.contents import (
    FAR_DAY,
    ContentError,
    plain_text,
    read_code,
    read_day,
    read_name,
    read_text,
)
from game.intake.differences import RENAMED, Compared, Difference, Found, ItemChange, LeftOut
from game.intake.headings import NAME_COLUMN
from game.intake.rows import NO_NAME, TWICE, RowIndex, are_strangers, name_of, read_id
from game.intake.tables import TableFound, TableRow
from game.report.actions import ACTIONS, ActionRow, subjects_called
from game.report.columns import code_text, title
from game.session import ItemDraft, ItemStatus
from game.session.annotating import begun_on
from game.spreadsheet.opening import UNRECKONED, Cell

_OLD: Final = mark(
    "it was noted before there was an action list, and cannot be changed; write it as a new line "
    "without an id"
)
_NO_TEXT: Final = mark("it does not say what is to be done; write that")
_NO_SUBJECT: Final = (
    mark("“{text}” is nothing in this game that an item can belong to"),
    mark("write the id of a benefit or a risk, like G-01"),
)
_IN_DOUBT: Final[Mapping[DueDoubt, tuple[str, str]]] = {
    "before_the_game": (mark("{day} was before the game"), FAR_DAY[1]),
    "far_ahead": FAR_DAY,
}
_TOLD_THERE: Final = mark("“{column}” is told at the follow-up, and cannot be changed here: {text}")
_TEXT: Final = NAME_COLUMN["actions"]
_FIELDS: Final = ("text", "who", "due", "status", "subject")
_SAID: Final[Mapping[ItemStatus, frozenset[str]]] = {
    "open": frozenset({"åben", "ikke startet", "ikke begyndt", "not started"}),
    "under_way": frozenset({"igang", "påbegyndt", "in progress", "started", "ongoing"}),
    "done": frozenset({"færdig", "afsluttet", "gjort", "finished", "completed", "closed"}),
    "dropped": frozenset({"annulleret", "opgivet", "cancelled", "canceled"}),
}
"""Other words for how far an item has come, in both languages."""


def compare_items(against: Compared, table: TableFound, found: Found) -> None:
    """Add what differs in the action list of a file; a line that has no id is a new item."""
    index = RowIndex.of(((row.id, row.text, row) for row in against.actions), certain=table.own)
    were = {row.id: row for row in against.actions_were or ()}
    subjects = _Subjects.of(against)
    tells_empty = table.whole or (table.own and against.actions_were is not None)
    seen, reworded = set[str](), 0
    for line in table.rows if tells_empty else map(_said, table.rows):
        row = _find(index, table, line)
        why = _why_not(row, seen)
        if why is not None:
            found.left_out.append(LeftOut(table.sheet, line.number, _called(line), why))
            continue
        known = None if isinstance(row, Message) else row
        was = None if known is None else were.get(known.id)
        if known is not None:
            seen.add(known.id)
        changed, left = _compare(_Line(against, subjects, line.cells, known, was))
        found.differences += changed
        found.left_out += [
            LeftOut(table.sheet, line.number, _called(line), trouble) for trouble in left
        ]
        reworded += known is not None and any(_rewords(d, known) for d in changed)
    expected = against.actions if against.actions_were is None else against.actions_were
    found.missing += [row.id for row in expected if row.id not in seen]
    if are_strangers(len(seen), reworded):
        found.strangers = found.strangers or RENAMED


def _called(line: TableRow) -> str:
    """What a line is called: by its id and its words, or else by who is to do it."""
    return name_of(line, _TEXT) or name_of(line, "who")


def _said(line: TableRow) -> TableRow:
    """A line of a list of some columns, which says nothing by leaving something out."""
    said = {key: cell for key, cell in line.cells.items() if str(cell or "").strip()}
    return TableRow(line.number, said)


def _find(index: RowIndex[ActionRow], table: TableFound, line: TableRow) -> ActionRow | Message:
    """The item that a line is; a list of one's own numbers its lines as it likes."""
    if table.own or _TEXT not in line.cells:
        return index.find(line, _TEXT)
    return index.named(line, _TEXT)


def _why_not(row: ActionRow | Message, seen: set[str]) -> Message | None:
    """Why a line cannot be compared; a line without an id of the list is a new item."""
    if isinstance(row, Message):
        return None if row.text == NO_NAME else row
    return Message(TWICE, {"id": row.id}) if row.id in seen else None


# ------------------------------------------------------------------ an item
@frozen
class _Subjects:
    """What an item can belong to: how each is called now, and by its id in the file."""

    called: Mapping[Subject, str]
    by_id: Mapping[str, Subject]

    @classmethod
    def of(cls, against: Compared) -> _Subjects:
        rows = against.was or against.found
        by_id: dict[str, Subject] = {b.id: (b.idea, b.track, None) for b in rows.benefits}
        by_id |= {r.id: (r.idea, None, r.risk) for r in rows.risks}
        called = subjects_called(against.source)
        return cls(called, {id: s for id, s in by_id.items() if s in called})


@frozen
class _Line:
    """A line of a file with the item that it is, as it is now and as it was when that was written.

    A new item was nothing before.
    """

    against: Compared
    subjects: _Subjects
    cells: Mapping[str, Cell]
    now: ActionRow | None
    was: ActionRow | None

    @property
    def before(self) -> ItemDraft:
        return ItemDraft("") if self.now is None else _draft_of(self.now)


def _compare(line: _Line) -> tuple[list[Difference], list[Message]]:
    """What an item is to become, and what of the line does not fit."""
    after, left = _read(line)
    left += _answers_left(line)
    if not after.text:
        if not left and (after.who or after.due):
            left.append(Message(_NO_TEXT))
        return [], left
    if after == line.before:
        return [], left
    if line.now is not None and line.now.item is None:
        return [], [*left, Message(_OLD)]
    return [_difference(line, after)], left


def _difference(line: _Line, after: ItemDraft) -> Difference:
    t, row, before = line.against.source.t, line.now, line.before
    changed = [key for key in _FIELDS if _held(after, key) != _held(before, key)]
    titles = _titles(t)
    return Difference(
        of=f"{'' if row is None else row.id} {after.text}".strip(),
        field=t("New item") if row is None else ", ".join(titles[key] for key in changed),
        old="" if row is None else _shown(line, before, changed),
        new=_shown(line, after, changed),
        change=ItemChange(after, None if row is None or row.item is None else row.item.item.item),
    )


def _titles(t: Words) -> dict[str, str]:
    return {column.key: title(t, column) for column in ACTIONS}


def _rewords(difference: Difference, row: ActionRow) -> bool:
    change = difference.change
    return isinstance(change, ItemChange) and change.draft.text != row.text


def _draft_of(row: ActionRow) -> ItemDraft:
    return ItemDraft(row.text) if row.item is None else ItemDraft.like(row.item.item)


def _held(draft: ItemDraft, key: str) -> object:
    return subject_of(draft) if key == "subject" else getattr(draft, key)


def _shown(line: _Line, draft: ItemDraft, fields: list[str]) -> str:
    t = line.against.source.t
    values = [getattr(draft, key) for key in fields if key != "subject"]
    if "subject" in fields:
        values.append(line.subjects.called.get(subject_of(draft), ""))
    return ", ".join(
        short_day(t, v) if isinstance(v, date) else code_text(t, v) for v in values if v
    )


# ------------------------------------------------------------------ reading
def _read(line: _Line) -> tuple[ItemDraft, list[Message]]:
    """An item as it stands in a file, and what does not fit; that stays as it is.

    So does what the file has no column for, and what nobody edited since it was written.
    """
    draft, left = line.before, list[Message]()
    was = None if line.was is None else _draft_of(line.was)
    for key in _FIELDS:
        if key not in line.cells:
            continue
        try:
            said = _READERS[key](line, line.cells[key])
        except ContentError as error:
            column = _titles(line.against.source.t)[key]
            left.append(Message(mark("{column}: {why}"), {"column": column, "why": error.why}))
            continue
        if was is None or said != _held(was, key):
            draft = _with(draft, key, said)
    return draft, left


def _with(draft: ItemDraft, key: str, said: Any) -> ItemDraft:
    if key == "subject":
        idea, track, risk = said
        return replace(draft, idea=idea, track=track, risk=risk)
    return replace(draft, **{key: said})


def _is_empty(cell: Cell) -> bool:
    return cell is None or not str(cell).strip()


def _text(line: _Line, cell: Cell) -> str:
    return read_text(cell, MAX_TEXT) or line.before.text


def _who(line: _Line, cell: Cell) -> str:
    return read_name(cell)


def _due(line: _Line, cell: Cell) -> date | None:
    source = line.against.source
    if _is_empty(cell):
        return None
    due = read_day(source.t, cell)
    doubt = doubt_due(due, begun=begun_on(source.log), today=date.today())
    if doubt is not None and due != line.before.due:
        raise ContentError(*_IN_DOUBT[doubt], day=short_day(source.t, due))
    return due


def _status(line: _Line, cell: Cell) -> ItemStatus:
    if _is_empty(cell):
        return line.before.status
    said = read_text(cell, MAX_TEXT)
    meant = next((code for code, words in _SAID.items() if said.casefold() in words), said)
    code = read_code(line.against.source.t, STATUSES, meant)
    return next(status for status in STATUSES if status == code)


def _subject(line: _Line, cell: Cell) -> Subject:
    """What an item belongs to: as it is shown, or by the id that it begins with."""
    text = read_text(cell, MAX_TEXT * 2)
    if not text:
        return NOTHING
    name = _bare(text)
    if any(row is not None and _bare(row.subject) == name for row in (line.was, line.now)):
        return subject_of(line.before)
    called = {_bare(shown): subject for subject, shown in line.subjects.called.items()}
    subject = line.subjects.by_id.get(read_id(text.split()[0]) or "") or called.get(name)
    if subject is None:
        raise ContentError(*_NO_SUBJECT, text=text if len(text) <= 40 else f"{text[:39]}…")
    return subject


def _bare(subject: str) -> str:
    """What an item belongs to, without what is added behind it, which versions put otherwise."""
    return re.sub(r"\s*\([^()]*\)$", "", plain_text(subject))


_READERS: Final[Mapping[str, Callable[[_Line, Cell], object]]] = {
    "text": _text,
    "who": _who,
    "due": _due,
    "status": _status,
    "subject": _subject,
}


def _answers_left(line: _Line) -> list[Message]:
    """What was written where the answers of the follow-up stand, which are told in the game."""
    said = plain_text(str(line.cells.get("found") or ""))
    shown = (plain_text(row.found) for row in (line.now, line.was) if row is not None)
    if not said or said == UNRECKONED or any(said in text for text in shown):
        return []
    column = _titles(line.against.source.t)["found"]
    return [Message(_TOLD_THERE, {"column": column, "text": said[:60]})]
