"""Drawing functions for the parts of card faces."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.gui import theme
from game.gui.geometry import Box, Point
from game.gui.paint.canvas import Canvas
from game.gui.paint.shapes import Corners
from game.gui.theme import Colour, mix
from game.i18n import Words, mark
from game.table import marks
from game.wording import terms

if TYPE_CHECKING:
    from game.engine.setup import Track

COIN = (198, 142, 52)
COSTS = mark("Costs {cost} · maturity {maturity}")
BETWEEN = " · "
"""What stands between two facts on a line."""
STAMP_ICON = {
    "on_trial": "flask-conical",
    "proven": "badge-check",
    "implemented": "rocket",
    "realised": "flag",
    "shelved": "archive",
    "struck": "zap",
    "missed": "check",
    "false": "eye-off",
}
STAMP_NAME = {
    "on_trial": mark("On trial"),
    "proven": mark("Proven"),
    "implemented": mark("Implemented"),
    "realised": mark("Realised"),
    "shelved": mark("Shelved"),
    "struck": mark("It struck"),
    "missed": mark("It did not strike"),
    "false": mark("False alarm"),
}
_UNTIL = {
    "on_trial": mark("On trial · answer: {due}"),
    "implemented": mark("Implemented · check: {due}"),
}
"""A status that lasts until something happens, and what that is."""
_STAMP_COLOUR = {
    "on_trial": theme.ACCENT_DARK,
    "proven": theme.GOOD_DARK,
    "realised": theme.GOOD_DARK,
    "missed": theme.GOOD_DARK,
    "struck": theme.BAD_DARK,
}


def letter_badge(c: Canvas, at: Point, diameter: float, letter: str) -> None:
    """Draw an idea's letter, which links idea, benefits and risks across the table."""
    c.disc(at, diameter, theme.PAPER)
    c.disc(at, diameter - 4, theme.INK)
    box = Box(at[0] - diameter / 2, at[1] - diameter / 2, diameter, diameter)
    c.tell(box, "letter")
    size = max(theme.LEAST, diameter * 0.72)
    c.text(box, letter, size, theme.PAPER, "bold", align="centre", valign="middle")


def idea_mark(c: Canvas, at: Point, side: float, mark: str) -> None:
    """Draw the picture of an idea, or its letter where it has no picture of its own."""
    if not c.emoji(mark, Box(at[0] - side / 2, at[1] - side / 2, side, side)):
        letter_badge(c, at, side, mark)


def track_sign(c: Canvas, box: Box, track: Track) -> None:
    """Draw the letter and icon of a track on its colour."""
    look = marks.TRACK[track]
    c.shape(box, look.colour, box.h / 4)
    ink = theme.ink_on(look.colour)
    inner = box.inset(box.h * 0.12, 0)
    size = max(theme.LEAST, box.h * 0.66)
    name = terms.track_letter(c.t, track)
    letter, sign = inner.cut_left(max(inner.w / 2, c.type.width(name, size, "bold")))
    c.text(letter, name, size, ink, "bold", align="centre", valign="middle")
    side = min(box.h * 0.62, sign.w)
    c.icon(look.icon, sign.place(side, side), ink)


def names_fit(c: Canvas, tracks: Sequence[Track], width: float) -> bool:
    """Whether each of these tracks can have its name below its sign."""
    return all(c.type.width(terms.track(c.t, t), theme.LEAST, "semibold") <= width for t in tracks)


def named_track(c: Canvas, box: Box, track: Track, *, named: bool = True) -> None:
    """Draw the sign of a track with its name below it, if it is to be named and has room."""
    name = terms.track(c.t, track)
    if not named or not names_fit(c, [track], box.w):
        side = min(box.h, 64, box.w / 1.5)
        track_sign(c, box.place(side * 1.5, side), track)
        return
    sign, words = box.cut_top(box.h - 22, 1)
    track_sign(c, sign.place(min(sign.w, sign.h * 1.6), sign.h), track)
    c.text(words, name, theme.LEAST, theme.CHALK, "semibold", align="centre", valign="middle")


def band(
    c: Canvas,
    box: Box,
    track: Track,
    sign: str,
    what: str,
    *,
    corners: Corners,
    radius: float,
    inset: float = 0,
) -> None:
    """Draw the head of a card: its type, and its track by colour, letter and icon."""
    look, between = marks.TRACK[track], box.h * 0.2
    c.shape(box, look.colour, radius, corners)
    least = box.h * (0.56 + 1.25) + between  # on a narrow card the margins shrink, not the icon
    inner = box.inset(max(4, min(box.h * 0.28 + inset, (box.w - least) / 2)), 0)
    sign_box, inner = inner.cut_left(box.h * 0.56, between)
    chip, inner = inner.cut_right(box.h * 1.25, 8)
    ink = theme.ink_on(look.colour)
    c.icon(sign, sign_box, ink)
    c.tell(box, "type")
    size = max(theme.LEAST, box.h * 0.34)
    if c.type.width(what, theme.LEAST, "semibold") <= inner.w:
        c.text(inner, what, (size, theme.LEAST), ink, "semibold", valign="middle")
    c.tell(chip, "track")
    _track_chip(c, chip.place(chip.w, box.h * 0.62), track)


def _track_chip(c: Canvas, box: Box, track: Track) -> None:
    c.shape(box, theme.PAPER, box.h / 4)
    letter, sign = box.columns(2)
    size, name = max(theme.LEAST, box.h * 0.7), terms.track_letter(c.t, track)
    c.text(letter, name, size, theme.INK, "bold", align="centre", valign="middle")
    c.icon(marks.TRACK[track].icon, sign.move(-box.h * 0.08).place(*(box.h * 0.66,) * 2), theme.INK)


def _field(c: Canvas, box: Box, colour: Colour, paper: Colour) -> None:
    """The ground of a picture: rings of a colour on the paper."""
    c.fill(box, mix(paper, colour, 0.24))
    with c.clipped(box):
        for share, tint in ((2.6, 0.32), (1.7, 0.42), (1.05, 0.54)):
            c.disc(box.centre, box.h * share, mix(paper, colour, tint))


def picture(c: Canvas, box: Box, emoji: str, kind: str, colour: Colour, paper: Colour) -> None:
    """Draw the picture of a card, or that of its type, large, on a field of its colour."""
    c.tell(box, "type")
    if c.paints:
        _field(c, box, colour, paper)
    side = min(box.w, box.h)
    spot = box.place(side * 0.8, side * 0.8)
    if not c.emoji(emoji, spot):
        c.emoji(marks.PICTURE[kind], spot)


def arrows(c: Canvas, box: Box, track: Track, count: int) -> float:
    """Draw a promise for a track: its sign, and arrows up or down. Returns the width used."""
    h = box.h
    sign = Box(box.x, box.y, h * 1.5, h)
    track_sign(c, sign, track)
    x = sign.right + h * 0.12
    name = "arrow-up" if count > 0 else "arrow-down"
    ink = theme.GOOD_DARK if count > 0 else theme.BAD_DARK
    for i in range(abs(count)):
        c.icon(name, Box(x + i * h * 0.62, box.y + h * 0.08, h * 0.84, h * 0.84), ink)
    wide = x + abs(count) * h * 0.62 + h * 0.34 - box.x
    c.tell(Box(box.x, box.y, wide, h), "promise", track)
    return wide


def promise_width(promise: Sequence[tuple[Track, int]]) -> float:
    """The width of a row of promises, as a multiple of the row's height."""
    return sum(2.26 + 0.62 * abs(count) for _, count in promise)


def promises(c: Canvas, box: Box, promise: Sequence[tuple[Track, int]], rows: int) -> None:
    """Draw arrows per track, as large as the room allows."""
    each = -(-len(promise) // rows)
    lines = [promise[r * each : (r + 1) * each] for r in range(rows)]
    widest = max(promise_width(line) for line in lines)
    high = min(box.h / rows * 0.94, box.w / widest)
    for place, line in zip(box.rows(rows), lines, strict=True):
        x, y = place.x, place.centre[1] - high / 2
        for track, count in line:
            x += arrows(c, Box(x, y, box.w, high), track, count) + high * 0.3


def coin(c: Canvas, at: Point, diameter: float, number: int) -> None:
    """Draw capacity as a coin with a number."""
    c.disc(at, diameter, mix(COIN, theme.INK, 0.35))
    c.disc(at, diameter * 0.92, COIN)
    c.disc(at, diameter * 0.78, mix(COIN, theme.PAPER, 0.55))
    box = Box(at[0] - diameter / 2, at[1] - diameter / 2, diameter, diameter)
    c.tell(box, "cost")
    size = max(theme.LEAST, diameter * 0.58)
    c.text(box, str(number), size, theme.INK, "bold", align="centre", valign="middle")


def diamonds(c: Canvas, box: Box, count: int, of: int, colour: Colour) -> None:
    """Draw a row of diamonds, ``count`` of them filled: a risk's severity."""
    c.tell(box, "severity")
    d = min(box.h, box.w / of * 0.9)
    for i in range(of):
        x, y, r = box.x + d / 2 + i * d * 1.12, box.centre[1], d / 2
        points = [(x, y - r), (x + r, y), (x, y + r), (x - r, y)]
        c.polygon(points, colour if i < count else mix(colour, marks.RISK_PAPER, 0.72))


def pawn(c: Canvas, at: Point, diameter: float, who: str, seat: int | None) -> None:
    """Draw the pawn of a benefit's owner with initials; a red one with ``?`` for nobody."""
    colour = marks.seat_colour(seat or 0) if who else marks.UNOWNED
    c.disc((at[0], at[1] + 1.5), diameter + 3, theme.INK_SOFT)
    c.disc(at, diameter + 2, theme.WHITE)
    c.disc(at, diameter - 3, colour)
    box = Box(at[0] - diameter / 2, at[1] - diameter / 2, diameter, diameter)
    c.tell(box, "owner")
    ink = theme.BLACK if who else theme.WHITE
    sizes = (max(theme.LEAST, diameter * 0.5), theme.LEAST)
    with c.type.growing(1):  # it stays within its pawn
        c.text(box, who or "?", sizes, ink, "bold", align="centre", valign="middle")


def label(c: Canvas, box: Box, text: str, size: float = theme.LEAST) -> None:
    """Draw the small label of a fact."""
    sizes = (max(theme.LEAST, size), theme.LEAST)
    c.text(box, text, sizes, theme.INK_SOFT, "semibold", valign="middle")


def stamp_text(t: Words, stamp: str, more: str) -> str:
    """A status in words: with what it waits for, and when, or what else there is to tell."""
    if more and stamp in _UNTIL:
        return t(_UNTIL[stamp], due=more)
    return t(STAMP_NAME[stamp]) + (BETWEEN + more if more else "")


def brief_stamps(t: Words, stamp: str, due: str) -> tuple[str, ...]:
    """A status in few words: that an idea is under way its sign says, so it is told until when."""
    name = t(STAMP_NAME[stamp])
    if stamp != "implemented" or not due:
        return (name,)
    return t("check: {due}", due=due), due, name


def stamp_chip(c: Canvas, box: Box, stamp: str, more: str = "") -> None:
    """Draw the status of an idea or risk as an icon and a text."""
    c.tell(box, "stamp")
    c.shape(box, _STAMP_COLOUR.get(stamp, theme.INK_SOFT), box.h / 2)
    inner = box.inset(box.h * 0.35, 0)
    sign, words = inner.cut_left(box.h * 0.62, box.h * 0.2)
    c.icon(STAMP_ICON[stamp], sign, theme.PAPER)
    text, longer = c.t(STAMP_NAME[stamp]), stamp_text(c.t, stamp, more)
    if more and c.type.width(longer, theme.LEAST) <= words.w:
        text = longer
    sizes = (max(theme.LEAST, box.h * 0.52), theme.LEAST)
    c.text(words, text, sizes, theme.PAPER, valign="middle")
