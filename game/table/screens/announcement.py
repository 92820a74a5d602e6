"""The announced saving, and what the operation costs today: the starting point, open to all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.content import Case, Economy
from game.engine import TRACKS
from game.i18n import Words, figures
from game.table import theme
from game.table.canvas import Canvas
from game.table.cards.parts import track_sign
from game.table.frame import Box
from game.table.screen import Screen
from game.table.screens.parts import footer, heading
from game.table.ui import Ui

MOST_POSTS = 10
_BAR = (205, 190, 158)


@dataclass(frozen=True, slots=True)
class AnnouncementFlow:
    """What comes after, and before."""

    onward: Callable[[], object]
    back: Callable[[], object]


class Announcement(Screen):
    """The message at the left, the economy in the middle, the four tracks' goals at the right."""

    rim = True

    def __init__(self, case: Case, flow: AnnouncementFlow) -> None:
        self.case = case
        self.flow = flow

    def build(self, ui: Ui) -> None:
        """Message, economy, goals."""
        t, case = ui.t, self.case
        rest = heading(ui, case.title.read(t.lang))
        label = t("To the table")
        body, _ = footer(ui, rest, back=self.flow.back, onward=label, on_onward=self.flow.onward)
        left, right = body.columns([9, 10], 36)
        goals, message = left.cut_bottom(276, 28)
        draw_message(ui.canvas, message, case)
        draw_goals(ui.canvas, goals, case)
        draw_economy(ui.canvas, right, case.economy)
        ui.focus_on("onward")

    def back(self) -> None:
        """Esc goes back."""
        self.flow.back()


def money(t: Words, economy: Economy, value: float) -> str:
    """A sum in the unit of an economy."""
    return figures.quantity(t, value, economy.unit.read(t.lang))


def draw_message(c: Canvas, box: Box, case: Case) -> None:
    """What was announced, as a letter on the table; without one, the case's story."""
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
    """Each track's indicator from where it is to where it should be."""
    c.panel(box, theme.PANEL, 18, line=theme.PANEL_LINE)
    for row, track in zip(box.inset(24, 12).rows(4), TRACKS, strict=True):
        sign, rest = row.cut_left(76, 18)
        track_sign(c, sign.place(76, min(50, row.h - 10)), track)
        span, words = rest.cut_right(270, 16)
        text = case.tracks[track].indicator.read(c.type.lang)
        c.text(words, text, (28, 26, 24, 22, 20, 18), theme.CHALK, valign="middle")
        value = figures.track_span(c.t, case, track)
        c.text(span, value, (32, 28, 24), theme.CHALK, "bold", align="right", valign="middle")


def draw_economy(c: Canvas, box: Box, economy: Economy) -> None:
    """What the operation costs, post by post, and the saving as a slice of it all."""
    c.panel(box, theme.PAPER, 18, lift=14)
    inner = box.inset(34, 26)
    head, inner = inner.cut_top(42, 14)
    total = sum(post.value for post in economy.posts)
    title = c.t("What the operation costs today: {total}", total=money(c.t, economy, total))
    c.text(head, title, (30, 28, 26, 24, 22), theme.INK, "bold", valign="middle")
    whole, inner = inner.cut_top(150, 18)
    _slice(c, whole, economy, total)
    _posts(c, inner, economy)


def _slice(c: Canvas, box: Box, economy: Economy, total: float) -> None:
    """The saving against everything."""
    bar, words = box.cut_top(74, 8)
    share = economy.saving / total if total else 0
    c.shape(bar, _BAR, 12)
    cut = bar.w * min(1, share)
    c.shape(Box(bar.right - cut, bar.y, cut, bar.h), theme.BAD_DARK, min(12, cut / 2))
    c.fill(Box(bar.right - cut - 4, bar.y, 4, bar.h), theme.PAPER)
    sign, line = words.cut_right(44, 10)
    c.icon("scissors", sign.place(40, 40), theme.BAD_DARK)
    percent = c.t.percent(share)
    saved = money(c.t, economy, economy.saving)
    said = c.t("The saving: {saved} · {percent} of it all", saved=saved, percent=percent)
    c.text(line, said, (36, 32, 28, 24), theme.BAD_DARK, "bold", align="right", valign="middle")


def _posts(c: Canvas, box: Box, economy: Economy) -> None:
    """The posts, the largest first; small ones beyond the room are summed up."""
    posts = sorted(economy.posts, key=lambda post: -post.value)
    lines = [(p.name.read(c.type.lang), p.value, p.note.read(c.type.lang)) for p in posts]
    if len(lines) > MOST_POSTS:
        others = sum(value for _, value, _ in lines[MOST_POSTS - 1 :])
        lines = [*lines[: MOST_POSTS - 1], (c.t("Other posts"), others, "")]
    largest = max((value for _, value, _ in lines), default=1) or 1
    for row, line in zip(box.rows(len(lines) or 1), lines, strict=False):
        _post(c, row.inset(0, 3), line, largest, economy)


def _post(
    c: Canvas, row: Box, line: tuple[str, float, str], largest: float, economy: Economy
) -> None:
    name, value, note = line
    words, rest = row.cut_left(row.w * 0.46, 18)
    number, bars = rest.cut_right(150, 14)
    if note:
        upper, lower = words.rows([11, 9])
        c.text(upper, name, (24, 22, 20, 18, 16), theme.INK, "semibold", valign="middle")
        c.text(lower, note, (18, 16), theme.INK_SOFT, "italic", valign="middle")
    else:
        c.text(words, name, (24, 22, 20, 18, 16), theme.INK, "semibold", valign="middle")
    high = min(30.0, row.h * 0.6)
    c.shape(bars.place(max(6, bars.w * value / largest), high, 0), _BAR, 6)
    said = money(c.t, economy, value)
    c.text(number, said, (24, 22, 20, 18), theme.INK, "semibold", align="right", valign="middle")
