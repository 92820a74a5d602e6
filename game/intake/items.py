"""Compares the action list of a file with that of a session, item by item."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from game.debrief.action_items import STATUSES, doubt_due
from game.engine.limits import MAX_TEXT
from game.i18n import Words, mark
from game.i18n.days import short_day
from game.i18n.message import Message
from game.intake.contents import ContentError, read_code, read_day, read_name, read_text
from game.intake.differences import RENAMED, Compared, Difference, Found, ItemChange, LeftOut
from game.intake.headings import NAME_COLUMN
from game.intake.rows import NO_NAME, TWICE, RowIndex, are_strangers, name_of
from game.intake.tables import TableFound, TableRow
from game.report.actions import ACTIONS, ActionRow
from game.report.columns import code_text, title
from game.session import ItemDraft
from game.session.annotating import begun_on
from game.spreadsheet.opening import UNRECKONED
from game.wording.debrief_texts.action_items import DUE_DOUBTS

_OLD: Final = mark(
    "it was noted before there was an action list, and cannot be changed; write it as a new line "
    "without an id"
)
_TEXT: Final = NAME_COLUMN["actions"]
_FIELDS: Final = ("text", "who", "due", "status")


def compare_items(against: Compared, table: TableFound, found: Found) -> None:
    """Add what differs in the action list of a file; a line that has no id is a new item."""
    index = RowIndex.of(((row.id, row.text, row) for row in against.actions), certain=table.own)
    were = {row.id: _draft_of(row) for row in against.actions_were or ()}
    seen, reworded = set[str](), 0
    tells_empty = table.whole or (table.own and against.actions_were is not None)
    for line in table.rows if tells_empty else map(_said, table.rows):
        row = _find(index, table, line)
        why = _why_not(row, seen)
        if why is not None:
            called = name_of(line, _TEXT)
            found.left_out.append(LeftOut(table.sheet, line.number, called, why))
            continue
        known = None if isinstance(row, Message) else row
        if known is not None:
            seen.add(known.id)
        try:
            was = None if known is None else were.get(known.id)
            changed = list(_differences(against, known, was, line))
            found.differences += changed
            reworded += known is not None and any(_rewords(d, known) for d in changed)
        except ContentError as error:
            called = name_of(line, _TEXT)
            found.left_out.append(LeftOut(table.sheet, line.number, called, error.why))
    expected = against.actions if against.actions_were is None else against.actions_were
    found.missing += [row.id for row in expected if row.id not in seen]
    if are_strangers(len(seen), reworded):
        found.strangers = found.strangers or RENAMED


def _said(line: TableRow) -> TableRow:
    """A line of a list of some columns, which says nothing by leaving something out."""
    said = {key: cell for key, cell in line.cells.items() if str(cell or "").strip()}
    return TableRow(line.number, said)


def _find(index: RowIndex[ActionRow], table: TableFound, line: TableRow) -> ActionRow | Message:
    """The item that a line is; a list of one's own numbers its lines as it likes."""
    if table.own or _TEXT not in line.cells:
        return index.find(line, _TEXT)
    return index.named(line, _TEXT) or Message(NO_NAME)


def _why_not(row: ActionRow | Message, seen: set[str]) -> Message | None:
    """Why a line cannot be compared; a line without an id of the list is a new item."""
    if isinstance(row, Message):
        return None if row.text == NO_NAME else row
    return Message(TWICE, {"id": row.id}) if row.id in seen else None


def _differences(
    against: Compared, row: ActionRow | None, was: ItemDraft | None, line: TableRow
) -> Iterator[Difference]:
    """What an item is to become; ``was`` is how it stood when the file was written."""
    t = against.source.t
    before = ItemDraft("") if row is None else _draft_of(row)
    after = _read(t, line, before)
    if was is not None:
        untouched = [key for key in _FIELDS if getattr(after, key) == getattr(was, key)]
        after = replace(after, **{key: getattr(before, key) for key in untouched})
    if after == before or not after.text:
        return
    if row is not None and row.item is None:
        raise ContentError(_OLD)
    if after.due != before.due:
        _check_due(against, after.due)
    changed = [key for key in _FIELDS if getattr(after, key) != getattr(before, key)]
    titles = {column.key: title(t, column) for column in ACTIONS}
    yield Difference(
        of=f"{'' if row is None else row.id} {after.text}".strip(),
        field=t("New item") if row is None else ", ".join(titles[key] for key in changed),
        old="" if row is None else _shown(t, before, changed),
        new=_shown(t, after, changed),
        change=ItemChange(after, None if row is None or row.item is None else row.item.item.item),
    )


def _check_due(against: Compared, due: date | None) -> None:
    begun = begun_on(against.source.log)
    doubt = None if due is None else doubt_due(due, begun=begun, today=date.today())
    if doubt is not None:
        raise ContentError(DUE_DOUBTS[doubt])


def _rewords(difference: Difference, row: ActionRow) -> bool:
    change = difference.change
    return isinstance(change, ItemChange) and change.draft.text != row.text


def _draft_of(row: ActionRow) -> ItemDraft:
    return ItemDraft(row.text) if row.item is None else ItemDraft.like(row.item.item)


def _read(t: Words, line: TableRow, draft: ItemDraft) -> ItemDraft:
    """An item as it stands in a file; what the file has no column for stays as it is."""
    cells = line.cells
    if any(cells.get(key) == UNRECKONED for key in _FIELDS):
        read_text(UNRECKONED, MAX_TEXT)  # says why
    if "text" in cells:
        draft = replace(draft, text=read_text(cells["text"], MAX_TEXT) or draft.text)
    if "who" in cells:
        draft = replace(draft, who=read_name(cells["who"]))
    if "due" in cells:
        due = cells["due"]
        empty = due is None or not str(due).strip()
        draft = replace(draft, due=None if empty else read_day(t, due))
    if cells.get("status"):
        code = read_code(t, STATUSES, cells["status"])
        draft = replace(draft, status=next(s for s in STATUSES if s == code))
    return draft


def _shown(t: Words, draft: ItemDraft, fields: list[str]) -> str:
    values = (getattr(draft, key) for key in fields)
    return ", ".join(
        short_day(t, v) if isinstance(v, date) else code_text(t, v) for v in values if v
    )
