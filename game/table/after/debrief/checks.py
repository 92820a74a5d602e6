"""The checks of the registers on the screen: what is missing before the project goes on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from game.debrief.talk import PageKind
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.i18n import Words, mark
from game.report.check import ANSWERS, CheckResult
from game.report.checks import check_all
from game.table.parts import stage_pieces
from game.table.parts.check_answers import ANSWER_SIGNS, answer_text
from game.table.parts.discussion.page import DiscussionPage
from game.wording.debrief_texts import DebriefPhase

SHOWN: Final = {
    "no_owner": ("anchor", mark("Benefits without an owner")),
    "no_baseline": ("gauge", mark("Benefits for which today was not measured")),
    "unanswered_downside": ("trending-down", mark("Downsides nobody makes up for")),
    "no_trial": ("flask-conical", mark("Ideas without a trial")),
    "no_risk": ("triangle-alert", mark("Ideas without a known risk")),
    "risk_without_owner": ("shield", mark("Risks without an owner")),
}
"""The checks with a panel of their own, by what they look for; the report has them all."""
_NAMED: Final = 3
"""Names listed in a panel, where each may need two lines; the registers list them all."""
_ACROSS: Final = 3
_SIZES: Final = (32, theme.ROOM, 28, 26, 24, 22)


class ChecksPage(DiscussionPage):
    """A panel per check, and the answers of the others; they are those of the report."""

    phase: DebriefPhase = "next"
    kind: PageKind = "checks"

    def checked(self, t: Words) -> tuple[CheckResult, ...]:
        """The checks of the session as it is now; none of a damaged file."""
        known = self.discussion.registers(t)
        return () if known is None else check_all(t, known[1].without_ids())

    def build(self, ui: Ui, box: Box) -> None:
        """The panels, three in a row; below them how many other checks gave which answer."""
        checked = {check.code: check for check in self.checked(ui.t)}
        foot, body = box.cut_bottom(44, 16)
        cells = body.grid(_ACROSS, len(SHOWN) // _ACROSS, 24)
        size = _heading_size(ui.canvas, cells[0])
        for _ in ui.alike():
            for cell, code in zip(cells, SHOWN, strict=True):
                if code in checked:
                    _draw_check(ui.canvas, cell, checked[code], size)
        others = [check for code, check in checked.items() if code not in SHOWN]
        if others:
            stage_pieces.small_print(ui.canvas, foot, _others(ui.t, others))


def _others(t: Words, checks: Sequence[CheckResult]) -> str:
    """How many of the other checks gave which answer."""
    counts = Counter(check.answer for check in checks)
    told = [f"{counts[answer]} {t(text)}" for answer, text in ANSWERS.items() if counts[answer]]
    answers = t.listed(told)
    return t.plural(
        "{n} more check is in the report: {answers}.",
        "{n} more checks are in the report: {answers}.",
        len(checks),
        answers=answers,
    )


def _draw_check(c: Canvas, box: Box, check: CheckResult, size: float) -> None:
    """What a check looks for, its answer as a sign and in words, and what it found."""
    t, (sign, ink) = c.t, ANSWER_SIGNS[check.answer]
    c.panel(box, theme.PANEL, 24, line=theme.PANEL_LINE)
    head, body = _parts(box)
    icon, heading, count = _head(head)
    c.icon(SHOWN[check.code][0], icon.place(44, 44), theme.ACCENT)
    c.text(heading, t(SHOWN[check.code][1]), size, theme.CHALK, "semibold", valign="middle")
    if check.answer == "missing":
        number = str(len(check.found))
        c.text(count, number, 60, ink, "bold", align="right", valign="middle")
        _draw_found(c, body, check.found)
        return
    side, words = body.cut_top(50)[0].cut_left(40, 14)
    c.icon(sign, side, ink)
    c.text(words, answer_text(t, check.answer), 34, ink, "semibold", valign="middle")
    c.text(body.cut_top(62)[1], check.why, (theme.ROOM, 24), theme.CHALK_SOFT)


def _parts(box: Box) -> tuple[Box, Box]:
    """The head and the body of a panel."""
    return box.inset(28, 18).cut_top(72, 8)


def _head(box: Box) -> tuple[Box, Box, Box]:
    """The boxes for the icon, the heading and the number of a panel."""
    icon, rest = box.cut_left(44, 16)
    count, heading = rest.cut_right(90, 12)
    return icon, heading, count


def _heading_size(c: Canvas, box: Box) -> float:
    """The one size in which the headings of all panels fit."""
    room = _head(_parts(box)[0])[1]
    return min(c.type.fit(c.t(title), room, _SIZES, "semibold").size for _, title in SHOWN.values())


def _draw_found(c: Canvas, box: Box, found: Sequence[str]) -> None:
    """The first things that a check found, all in one size, and how many more there are."""
    if (more := len(found) - _NAMED) > 0:
        foot, box = box.cut_bottom(38, 4)
        text = c.t("and {n} more", n=more)
        c.text(foot, text, (theme.ROOM, 24), theme.CHALK_SOFT, valign="middle")
    rows = box.rows(_NAMED, 4)
    shown = found[:_NAMED]
    size = min(c.type.fit(text, rows[0], _SIZES).size for text in shown)
    for _ in c.alike():
        for row, text in zip(rows, shown, strict=False):
            c.text(row, text, size, theme.CHALK, valign="middle")
