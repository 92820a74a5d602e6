"""What a file says was measured since the game: told as an outcome, once it is doubted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from game.debrief.doubts import Told, doubts
from game.engine import TRACKS, Track
from game.frozen import frozen
from game.i18n import Words, mark
from game.i18n.days import short_day
from game.i18n.message import Message
from game.intake.contents import ContentError, read_day, read_number
from game.intake.differences import Compared, Difference, Found, LeftOut, ReadingTold
from game.intake.rows import RowIndex, name_of
from game.intake.tables import TableFound, TableRow
from game.report.benefits import PURPOSES
from game.report.filled import measured_as
from game.report.rows import BenefitRow
from game.session.annotating import begun_on
from game.spreadsheet.opening import Cell
from game.wording import figures
from game.wording.debrief_texts import DebriefFormatter
from game.wording.debrief_texts.doubts import doubt_text, scale_of, subject_measure

_NO_DAY = (mark("the day of what was measured is missing"), mark("fill in that column, too"))


def reading(against: Compared, row: BenefitRow, line: TableRow) -> Difference | Message | None:
    """The value that a benefit was measured at, where it is another one than is known.

    What does not fit, or cannot be, is a message that says why.
    """
    if _is_empty(line.cells.get("measured")):
        return None
    try:
        told = _told(against, row, line)
    except ContentError as error:
        return error.why
    known = (told.value, told.day) == (row.measured, row.measured_on)
    return None if known or _told_before(against, told) else _doubted(against, row, told)


def _told_before(against: Compared, told: Told) -> bool:
    """Whether the session knows a reading: one that is not the last any more is no news."""
    said = (told.idea, told.track, told.value, told.day.isoformat())
    outcomes = against.source.log.outcomes
    return any((o.idea, o.track, o.value, o.date) == said for o in outcomes)


def _is_empty(cell: Cell) -> bool:
    return cell is None or not str(cell).strip()


def _told(against: Compared, row: BenefitRow, line: TableRow) -> Told:
    t, day = against.source.t, line.cells.get("measured_on")
    value = read_number(line.cells["measured"], against.marks, row.unit)
    if _is_empty(day):
        if row.measured is None or row.measured_on is None or value != row.measured:
            raise ContentError(*_NO_DAY)
        return Told(row.idea, row.track, value, row.measured_on)
    return Told(row.idea, row.track, value, read_day(t, day))


def _doubted(against: Compared, row: BenefitRow, told: Told) -> Difference | Message:
    """A reading of a benefit beside the known one, which one of an earlier day does not replace."""
    of, t = f"{row.id} {row.title}", against.source.t
    if row.measured_on is not None and told.day < row.measured_on:
        return _difference(against, of, row.unit, t("An earlier reading"), "", told)
    old = _shown(t, row.unit, row.measured, row.measured_on)
    return _difference(against, of, row.unit, t("Measured since"), old, told)


def _difference(
    against: Compared, of: str, unit: str, field: str, old: str, told: Told
) -> Difference | Message:
    """What cannot be is a message; what is unusual is shown with what there is to doubt."""
    source, d, t = against.source, against.source.debrief, against.source.t
    fmt = DebriefFormatter(source.names, measured_as=measured_as(source.log))
    scale = scale_of(fmt, d)(told.subject)
    doubted = doubts(d, told, scale, begun=begun_on(source.log), today=date.today())
    m = subject_measure(fmt, d, told.subject)
    said = " ".join(doubt_text(t, doubt, m) for doubt in doubted)
    if any(doubt.impossible for doubt in doubted):
        return Message.verbatim(said)
    return Difference(
        of=of,
        field=field,
        old=old,
        new=_shown(t, unit, told.value, told.day),
        change=ReadingTold(told, bool(doubted)),
        doubt=said,
    )


def _shown(t: Words, unit: str, value: float | None, day: date | None) -> str:
    if value is None or day is None:
        return ""
    return f"{figures.quantity(t, value, unit)} ({short_day(t, day)})"


# ------------------------------------------------------------------ actuals by period
@frozen
class _Measured:
    """What readings by period are of: a track, or a benefit."""

    id: str
    title: str
    unit: str
    idea: str | None
    track: Track


def compare_readings(against: Compared, table: TableFound, found: Found) -> None:
    """Add every reading by period that the session has not been told of yet."""
    rows = ((m.id, m.title, m) for m in _measured(against))
    index = RowIndex.of(rows, certain=against.was is not None)
    known = {(o.idea, o.track, o.value, o.date) for o in against.source.log.outcomes}
    for line in table.rows:
        if _is_empty(line.cells.get("actual")):
            continue  # the reading that is due has a line already
        of = index.find(line, "title")
        told = of if isinstance(of, Message) else _reading_told(against, of, line)
        if isinstance(told, Message):
            called = name_of(line, "title")
            found.left_out.append(LeftOut(table.sheet, line.number, called, told))
            continue
        key = (told.idea, told.track, told.value, told.day.isoformat())
        if isinstance(of, _Measured) and key not in known:
            known.add(key)
            _add_reading(against, of, told, table.sheet, line, found)


def _measured(against: Compared) -> Iterator[_Measured]:
    source = against.source
    for track in TRACKS:
        unit = source.case.tracks[track].unit.read(source.t.lang)
        yield _Measured(PURPOSES[track], source.track(track), unit, None, track)
    for b in against.found.benefits:
        yield _Measured(against.written_id(b), b.title, b.unit, b.idea, b.track)


def _reading_told(against: Compared, of: _Measured, line: TableRow) -> Told | Message:
    t, day = against.source.t, line.cells.get("day")
    try:
        if _is_empty(day):
            raise ContentError(*_NO_DAY)
        value = read_number(line.cells["actual"], against.marks, of.unit)
        return Told(of.idea, of.track, value, read_day(t, day))
    except ContentError as error:
        return error.why


def _add_reading(
    against: Compared, of: _Measured, told: Told, sheet: str, line: TableRow, found: Found
) -> None:
    same = (d.change.told for d in found.differences if isinstance(d.change, ReadingTold))
    if told in same:
        return  # the benefit register of the same file says it as well
    field = against.source.t("Measured since")
    read = _difference(against, f"{of.id} {of.title}".strip(), of.unit, field, "", told)
    if isinstance(read, Message):
        found.left_out.append(LeftOut(sheet, line.number, of.id, read))
    else:
        found.differences.append(read)
