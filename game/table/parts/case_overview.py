"""The announcement of a case: its message, and the goals of the four tracks."""

from __future__ import annotations

from typing import Final

from game.content import Case
from game.engine import TRACKS, Track
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.table.cards.parts import track_sign
from game.wording import figures, terms

_NAME: Final = 20
"""The size of the name of a track."""


def draw_message(c: Canvas, box: Box, case: Case) -> None:
    """Draw the announcement as a letter; without one, the case's story."""
    c.panel(box, theme.PAPER, 18, lift=14)
    inner = box.inset(34, 26)
    head, inner = inner.cut_top(40, 12)
    sign, words = head.cut_left(40, 14)
    c.icon("megaphone", sign, theme.BAD_DARK)
    c.text(words, c.t("It has been announced"), 28, theme.INK, "bold", valign="middle")
    text = case.economy.announcement or case.story
    sizes = (36, 33, 30, 28, 26, 24, 22, 20, 18)
    c.text(inner, text.read(c.type.lang), sizes, theme.INK)


def draw_goals(c: Canvas, box: Box, case: Case) -> None:
    """Draw each track with its name, and its indicator from baseline to target."""
    c.panel(box, theme.PANEL, 18, line=theme.PANEL_LINE)
    for _ in c.alike():
        for row, track in zip(box.inset(24, 6).rows(4), TRACKS, strict=True):
            _draw_goal(c, row, case, track)


def _draw_goal(c: Canvas, row: Box, case: Case, track: Track) -> None:
    sign, rest = row.cut_left(76, 18)
    track_sign(c, sign.place(76, min(50, row.h - 10)), track)
    value = figures.track_span(c.t, case, track)
    wide = min(rest.w * 0.4, c.type.width(value, 32, "bold") + 4)
    span, words = rest.cut_right(wide, 16)
    high = min(words.h * 4 / 11, c.type.line_height(_NAME))  # what is measured may need two lines
    name, measured = words.cut_top(high)  # the letter is met here for the first time
    sizes = (_NAME, 18)
    c.text(name, terms.track(c.t, track), sizes, theme.CHALK_SOFT, "semibold", valign="middle")
    text = case.tracks[track].indicator.read(c.type.lang)
    c.text(measured, text, (26, 18), theme.CHALK, valign="middle")
    c.text(span, value, (32, 28, 24), theme.CHALK, "bold", align="right", valign="middle")
