"""An item of the action list in lines: what is to be done, and the facts below it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from game.debrief.action_items import ItemFollowed, subject_of
from game.i18n import Words
from game.i18n.days import short_day
from game.session import ActionItem, Note
from game.table.after.action_list.picker import subject_called
from game.table.parts.discussion.discussion import Discussion
from game.wording.debrief_texts.action_items import item_status

DOT = "\N{NO-BREAK SPACE}· "


def facts(discussion: Discussion, t: Words, item: ActionItem) -> str:
    """Who does it, before when, how far it has come unless it is just open, and what it is for."""
    return DOT.join(part for part in _facts(discussion, t, item) if part)


def _facts(discussion: Discussion, t: Words, item: ActionItem) -> Iterator[str]:
    yield discussion.formatter(t).written(item.who)
    if item.due is not None:
        yield t("by {day}", day=short_day(t, date.fromisoformat(item.due)))
    if item.status != "open":
        yield item_status(t, item.status)
    yield subject_called(discussion, t, subject_of(item))


def is_overdue(followed: ItemFollowed, today: date) -> bool:
    """Whether an item should have been done by now."""
    due = followed.item.due
    return followed.is_open and due is not None and date.fromisoformat(due) < today


def answer_lines(discussion: Discussion, t: Words, followed: ItemFollowed | None) -> list[str]:
    """What was told of an item since, the latest first, each with its day."""
    if followed is None:
        return []
    written = discussion.formatter(t).written
    return [
        f"{written_on(discussion, t, note)}{DOT}{written(note.text)}"
        for note in reversed(followed.answers)
    ]


def written_on(discussion: Discussion, t: Words, entry: Note | ActionItem) -> str:
    """The day on which an entry was added."""
    return short_day(t, discussion.log.header.moment(entry.at).date())
