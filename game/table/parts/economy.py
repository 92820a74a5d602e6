"""The economy overview as a bar chart: the posts of the operation, and the saving."""

from __future__ import annotations

from collections.abc import Mapping

from game.content import Economy
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.i18n import Words
from game.wording import figures

MOST_POSTS = 10
_BAR = (205, 190, 158)
_NAME, _VALUE = 0.5, 160
"""The share of a row for a post's name, and the width of its value."""
_MOST_NAME = 0.6
"""The share of a row for the name in large print."""


@frozen
class PostRow:
    """A row of the chart."""

    name: str
    value: float
    note: str = ""


def draw_economy(
    c: Canvas, box: Box, economy: Economy, notes: Mapping[str, str] | None = None
) -> None:
    """Draw the costs post by post, the saving on the same scale, and a text comparing them.

    ``notes`` are what is said of posts in the game instead of their remarks, by their ids.
    """
    c.panel(box, theme.PAPER, 18, lift=14)
    inner = box.inset(34, 24)
    head, inner = inner.cut_top(44, 10)
    total = sum(post.value for post in economy.posts)
    title = c.t("What the operation costs today")
    if total:
        title = c.t("What the operation costs today: {total}", total=money(c.t, economy, total))
    c.text(head, title, (30, 22), theme.INK, "bold", valign="middle")
    summary, rows = inner.cut_bottom(118, 14)
    _bars(c, rows, economy, notes or {})
    _draw_statement(c, summary, economy, total)


def money(t: Words, economy: Economy, value: float) -> str:
    """An amount in the unit of an economy."""
    return figures.quantity(t, value, economy.unit.read(t.lang))


def _bars(c: Canvas, box: Box, economy: Economy, notes: Mapping[str, str]) -> None:
    """Draw all bars on one scale, with a line at the saving's end through all of them."""
    posts = rows(c.t, economy, notes)
    scale = max([economy.saving, *(row.value for row in posts)]) or 1
    noted = 1.4 if c.type.grow > 1 else 1.0  # in large print two lines need more room than one
    cells = box.rows([1.25, *(noted if post.note else 1.0 for post in posts)], 0)
    first = _columns(c, cells[0])[1]
    x = first.x + first.w * economy.saving / scale
    for _ in c.alike():
        for cell, row in zip(cells[1:], posts, strict=True):
            _post(c, cell.inset(0, 3), row, scale, economy)
    c.line([(x, cells[0].y + cells[0].h * 0.7), (x, box.bottom)], theme.BAD_DARK, 3)
    _saving(c, cells[0].inset(0, 3), scale, economy)


def rows(t: Words, economy: Economy, notes: Mapping[str, str]) -> list[PostRow]:
    """The posts, the largest first; those beyond the maximum number are summed up."""
    posts = sorted(economy.posts, key=lambda post: -post.value)
    post_rows = [
        PostRow(p.name.read(t.lang), p.value, notes.get(p.id) or p.note.read(t.lang)) for p in posts
    ]
    if len(post_rows) > MOST_POSTS:
        others = sum(row.value for row in post_rows[MOST_POSTS - 1 :])
        post_rows = [*post_rows[: MOST_POSTS - 1], PostRow(t("Other items"), others)]
    return post_rows


def _columns(c: Canvas, row: Box) -> tuple[Box, Box, Box]:
    """The boxes of the name, the bar and the value of a row."""
    name, rest = row.cut_left(row.w * min(_MOST_NAME, _NAME * c.type.grow), 18)
    value, bar = rest.cut_right(_VALUE, 14)
    return name, bar, value


def _saving(c: Canvas, row: Box, scale: float, economy: Economy) -> None:
    name, bar, value = _columns(c, row)
    sign, words = name.cut_left(36, 12)
    c.icon("scissors", sign.place(34, 34), theme.BAD_DARK)
    sizes = (30, 22)
    c.text(words, c.t("The saving"), sizes, theme.BAD_DARK, "bold", valign="middle")
    wide = max(6, bar.w * economy.saving / scale)
    c.shape(bar.place(wide, min(44.0, row.h * 0.7), 0), theme.BAD_DARK, 6)
    amount = money(c.t, economy, economy.saving)
    c.text(value, amount, sizes, theme.BAD_DARK, "bold", align="right", valign="middle")


def _post(c: Canvas, box: Box, row: PostRow, scale: float, economy: Economy) -> None:
    words, bar, value = _columns(c, box)
    if row.note:
        upper, lower = words.rows([11, 9])
        c.text(upper, row.name, (24, theme.LEAST), theme.INK, "semibold", valign="middle")
        c.text(lower, row.note, theme.LEAST, theme.INK_SOFT, "italic", valign="middle")
    else:
        c.text(words, row.name, (24, theme.LEAST), theme.INK, "semibold", valign="middle")
    high = min(30.0, box.h * 0.6)
    c.shape(bar.place(max(6, bar.w * row.value / scale), high, 0), _BAR, 6)
    amount = money(c.t, economy, row.value)
    c.text(value, amount, (26, 18), theme.INK, "semibold", align="right", valign="middle")


# ------------------------------------------------------------------ in words
def _draw_statement(c: Canvas, box: Box, economy: Economy, total: float) -> None:
    """Draw a sentence that sums the chart up, and a question about it."""
    c.fill(box.cut_top(2)[0], theme.PAPER_LINE)
    statement, question_box = box.cut_top(10)[1].rows([62, 42], 4)
    text = comparison_text(c.t, economy, total)
    c.text(statement, text, (26, 18), theme.INK, valign="middle")
    question = c.t("Where could the saving come from?")
    c.text(question_box, question, (30, 26), theme.BAD_DARK, "bold", valign="middle")


def comparison_text(t: Words, economy: Economy, total: float) -> str:
    """The saving compared with the total and with single posts."""
    if not economy.saving:
        return t("No saving was announced in figures.")
    if not total:
        return t("What the operation costs today was not told in figures.")
    share = t("The saving is {percent} of it all.", percent=t.chance(economy.saving / total))
    larger = sum(post.value > economy.saving for post in economy.posts)
    if not larger:
        return share + " " + t("No single item costs as much as is to be saved.")
    posts = len(economy.posts)
    if larger == posts:
        return share + " " + t("Every item costs more than is to be saved.")
    if larger * 2 > posts:
        said = t("{n} of the {all} items cost more than is to be saved.", n=larger, all=posts)
        return share + " " + said
    return (
        share
        + " "
        + t.plural(
            "Only {n} of the {all} items costs more than is to be saved.",
            "Only {n} of the {all} items cost more than is to be saved.",
            larger,
            all=posts,
        )
    )
