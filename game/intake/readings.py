"""What a file says was measured since the game: told as an outcome, once it is doubted."""

from __future__ import annotations

from datetime import date

from game.debrief.doubts import Told, doubts
from game.i18n import mark
from game.i18n.days import short_day
from game.i18n.message import Message
from game.intake.contents import ContentError, read_day, read_number
from game.intake.differences import Compared, Difference, ReadingTold
from game.intake.sheets import UNRECKONED, Cell
from game.intake.tables import TableRow
from game.report.filled import measured_as
from game.report.rows import BenefitRow
from game.session.annotating import begun_on
from game.wording import figures
from game.wording.debrief_texts import DebriefFormatter
from game.wording.debrief_texts.doubts import doubt_text, scale_of, subject_measure

_NO_DAY = mark("what was measured needs the day on which it was: fill in that column, too")


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
    return None if known else _doubted(against, row, told)


def _is_empty(cell: Cell) -> bool:
    return cell is None or cell == UNRECKONED or not str(cell).strip()


def _told(against: Compared, row: BenefitRow, line: TableRow) -> Told:
    t, day = against.source.t, line.cells.get("measured_on")
    value = read_number(t, line.cells["measured"])
    if _is_empty(day):
        if row.measured is None or row.measured_on is None or value != row.measured:
            raise ContentError(_NO_DAY)
        return Told(row.idea, row.track, value, row.measured_on)
    return Told(row.idea, row.track, value, read_day(t, day))


def _doubted(against: Compared, row: BenefitRow, told: Told) -> Difference | Message:
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
        of=f"{row.id} {row.title}",
        field=t("Measured since"),
        old=_shown(against, row, row.measured, row.measured_on),
        new=_shown(against, row, told.value, told.day),
        change=ReadingTold(told, bool(doubted)),
        doubt=said,
    )


def _shown(against: Compared, row: BenefitRow, value: float | None, day: date | None) -> str:
    if value is None or day is None:
        return ""
    t = against.source.t
    return f"{figures.quantity(t, value, row.unit)} ({short_day(t, day)})"
