"""The page of a follow-up meeting that adds up: against the saving, and part against whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from game.debrief.talk import MeetingKind
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.i18n import Words, mark
from game.report.check import CheckResult
from game.report.checks import check_all
from game.report.page_since import PageSum, sums_differ, sums_since
from game.report.sums import what_is_counted
from game.table.after.follow_up.meeting import MeetingPage
from game.table.parts import stage_pieces
from game.table.parts.check_answers import ANSWER_SIGNS, answer_text

_CHECKS: Final = {
    "worse_than_before": mark("Worse than before"),
    "parts_and_whole": mark("The benefits of a track do not come to what the track shows"),
}
"""The checks with a panel, each with its heading where it found something: its question would say
the opposite. What the saving lacks stands beside them in figures."""
_NAMED: Final = 2
"""How many things a panel names, each in up to three lines; the report names them all."""
_SIZES: Final = (32, theme.ROOM, 28, 26, 24, 22, 20, 18)


@frozen
class AddedUp:
    """The sums beside the saving, and what the checks found in what was told."""

    sums: Sequence[PageSum] = ()
    checks: Sequence[CheckResult] = ()
    notes: Sequence[str] = ()
    """Which benefits count as money, and where benefits and track differ, why."""


class SavingPage(MeetingPage):
    """What is there of the saving, and whether anything is worse or does not add up."""

    phase = "summary"
    kind: MeetingKind = "compared"

    def added_up(self, t: Words) -> AddedUp:
        """What the report says of the session as it is now; nothing of a damaged file."""
        known = self.meeting.registers(t)
        if known is None:
            return AddedUp()
        checked = {check.code: check for check in check_all(t, known[1].without_ids())}
        told = [checked[code] for code in _CHECKS if code in checked]
        notes = [note for note in (what_is_counted(t), sums_differ(*known)) if note]
        return AddedUp(sums_since(*known), told, notes)

    def build(self, ui: Ui, box: Box) -> None:
        """The sums on the left, where there are any; a panel for each check."""
        found = self.added_up(ui.t)
        if not found.checks:
            _draw_nothing(ui.canvas, box)
            return
        if found.sums:
            left, box = box.columns([1, 1], 30)
            _draw_sums(ui.canvas, left, found)
        for row, check in zip(box.rows(len(found.checks), 24), found.checks, strict=True):
            _draw_check(ui.canvas, row, check)


def _draw_nothing(c: Canvas, box: Box) -> None:
    """What will stand here once something is measured."""
    text = c.t(
        "Nothing has been measured yet. Once it is, you see here whether the saving is there, "
        "whether anything is worse than before, and whether the benefits of a track come to what "
        "it shows."
    )
    side = min(160, box.h * 0.3)
    sign, words = box.place(min(box.w, 1300), box.h).cut_top(box.h * 0.42, 24)
    c.icon("hourglass", sign.place(side, side, 0.5, 1), theme.CHALK_SOFT)
    c.text(words, text, (40, 36, 33, theme.ROOM), theme.CHALK, align="centre")


def _draw_sums(c: Canvas, box: Box, found: AddedUp) -> None:
    inner, sums = stage_pieces.panel(c, box), found.sums
    if found.notes:
        foot, inner = inner.cut_bottom(inner.h * 0.22 * len(found.notes), 8)
        text = "\n".join(found.notes)
        c.text(foot, text, (28, 18), theme.CHALK_SOFT, valign="bottom")
    head, body = inner.cut_top(56, 18)
    stage_pieces.heading(c, head, c.t("Beside the saving"), "coins")
    rows = [row.columns([2, 1], 20) for row in body.rows(len(sums), 4)]
    size = min(
        c.type.fit(one.label, label, _SIZES).size
        for one, (label, _) in zip(sums, rows, strict=True)
    )
    for _ in c.alike():
        for one, (label, _) in zip(sums, rows, strict=True):
            c.text(label, one.label, size, theme.CHALK, valign="middle")
    for _ in c.alike():
        for one, (_, value) in zip(sums, rows, strict=True):
            c.text(value, one.value, _SIZES, theme.CHALK, "bold", align="right", valign="middle")


def _draw_check(c: Canvas, box: Box, check: CheckResult) -> None:
    """A question with its answer as a sign and in words, or what was found below what it is."""
    inner = stage_pieces.panel(c, box)
    sign, ink = ANSWER_SIGNS[check.answer]
    if check.so_far:
        ink = theme.CHALK
    head, body = inner.cut_top(84, 10)
    icon, words = head.cut_left(44, 16)
    c.icon(sign, icon.place(44, 44), ink)
    heading = c.t(_CHECKS[check.code]) if check.answer == "missing" else check.check
    c.text(words, heading, (36, 34, *_SIZES), theme.CHALK, "semibold", valign="middle")
    if check.answer != "missing":
        answer = c.t("In order so far") if check.so_far else answer_text(c.t, check.answer)
        told = check.why or (f"{answer}. {check.covers}" if check.covers else answer)
        c.text(body, told, _SIZES, ink if check.answer == "in_order" else theme.CHALK_SOFT)
        return
    if (more := len(check.found) - _NAMED) > 0:
        foot, body = body.cut_bottom(36, 4)
        c.text(foot, c.t("and {n} more", n=more), _SIZES, theme.CHALK_SOFT, valign="middle")
    shown = check.found[:_NAMED]
    rows = body.rows(len(shown), 6)
    size = min(c.type.fit(text, row, _SIZES).size for text, row in zip(shown, rows, strict=True))
    for _ in c.alike():
        for text, row in zip(shown, rows, strict=True):
            c.text(row, text, size, theme.CHALK, whole=True)
