"""The action list as a calendar file (iCalendar, RFC 5545).

Each item with a day is an event that lasts all of that day and keeps nobody busy. It is no to-do
(``VTODO``): Outlook leaves those out when it opens such a file. What has no day stands in no
calendar. An item keeps its ``UID`` in every report of its session, and each change raises its
``SEQUENCE``, so that a calendar can tell a change from another event.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Final

from game import __version__
from game.i18n import Words, mark
from game.i18n.days import in_words
from game.report.actions import ActionRow
from game.report.source import ReportSource
from game.session import ActionItem, ItemStatus

_OCTETS: Final = 75
"""The longest line of such a file, in bytes; the rest of it goes on after a blank."""
_TITLES: Final[dict[ItemStatus, str]] = {
    "done": mark("Done: {what}"),
    "dropped": mark("Dropped: {what}"),
}


def as_calendar(source: ReportSource, rows: Sequence[ActionRow]) -> bytes | None:
    """The calendar file of an action list; ``None`` when no item has a day."""
    events = [line for row in rows if row.due is not None for line in _event(source, row)]
    if not events:
        return None
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Gevinstbordet//{__version__}//{source.t.lang.upper()}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *events,
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _event(source: ReportSource, row: ActionRow) -> Iterator[str]:
    """The lines of an item's event."""
    if row.item is None or row.due is None:
        return
    first, item = row.item.first, row.item.item
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(source, first)}"
    yield f"DTSTAMP:{_moment(source, item)}"
    yield f"CREATED:{_moment(source, first)}"
    yield f"LAST-MODIFIED:{_moment(source, item)}"
    yield f"SEQUENCE:{len(row.item.versions) - 1}"
    yield f"DTSTART;VALUE=DATE:{_day(row.due)}"
    if row.due < date.max:  # an event ends before the day it ends on
        yield f"DTEND;VALUE=DATE:{_day(row.due + timedelta(days=1))}"
    yield f"SUMMARY:{escaped(_summary(source.t, row))}"
    yield f"DESCRIPTION:{escaped(_description(source, row))}"
    yield "TRANSP:TRANSPARENT"
    yield "X-MICROSOFT-CDO-BUSYSTATUS:FREE"
    yield "CATEGORIES:Gevinstbordet"
    yield "END:VEVENT"


def _uid(source: ReportSource, first: ActionItem) -> str:
    """What an item is called in every calendar: by its session and its place there."""
    mark_ = sha256(f"{source.log.fingerprint}:{first.item}".encode()).hexdigest()
    return f"{mark_[:32]}@gevinstbordet"


def _summary(t: Words, row: ActionRow) -> str:
    what = f"{row.text} ({row.who})" if row.who else row.text
    title = _TITLES.get(row.status or "open")
    return t(title, what=what) if title else what


def _description(source: ReportSource, row: ActionRow) -> str:
    t = source.t
    case, day = source.case.title.read(t.lang), in_words(t, source.begun)
    parts = (
        row.subject and t("Belongs to: {subject}", subject=row.subject),
        row.moment and t("Came from: {moment}", moment=row.moment),
        row.found and t("What came of it: {found}", found=row.found),
        t("{id} in the action list of {case}, {day}", id=row.id, case=case, day=day),
    )
    return "\n".join(part for part in parts if part)


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _moment(source: ReportSource, item: ActionItem) -> str:
    """When an entry was made, in UTC."""
    at: datetime = source.begun.astimezone(UTC) + timedelta(seconds=int(item.at))
    return f"{_day(at.date())}T{at:%H%M%S}Z"


# ------------------------------------------------------------------ the format
def escaped(text: str) -> str:
    r"""A text as a value: what means something in such a file has a backslash before it.

    >>> escaped("Ane; Bo, C\\D" + chr(10) + "næste")
    'Ane\\; Bo\\, C\\\\D\\nnæste'
    """
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """A line with its end, folded so that no part is too long and no letter is cut in two."""
    parts, part = [], b""
    for letter in line:
        data = letter.encode()
        if len(part) + len(data) > _OCTETS:
            parts.append(part)
            part = b" "
        part += data
    return b"\r\n".join([*parts, part]) + b"\r\n"
