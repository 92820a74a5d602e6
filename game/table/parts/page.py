"""Page elements shared by several screens: heading, footer and case pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.paint.shapes import ROUND_TOP
from game.gui.theme import Colour, mix
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label

NO_PICTURE = "🗺️"
"""The picture of a case that names none."""
_TINTS = ((86, 180, 233), (240, 200, 90), (126, 200, 168), (226, 142, 96), (150, 168, 220))


_TITLE = 68.0
_RADIUS = 18.0


def heading(ui: Ui, title: str, subtitle: str = "", *, aside: float = 0) -> Box:
    """Draw the title of a screen at the top; returns the box below it.

    A width ``aside`` is kept free at the right of the title (:func:`beside_heading`).
    """
    head, rest = _page(ui).cut_top(112 if subtitle else 72, 24)
    line, below = head.cut_top(_TITLE)
    line = line.cut_right(aside, 24)[1] if aside else line
    ui.canvas.text(line, title, (54, 46, 40), theme.CHALK, "bold", valign="middle")
    if subtitle:
        sizes = (theme.ROOM, 26, theme.BODY)
        ui.canvas.text(below, subtitle, sizes, theme.CHALK_SOFT, valign="middle")
    return rest


def heading_width(ui: Ui) -> float:
    """The width of the line below a title, in design units."""
    return _page(ui).w


def _page(ui: Ui) -> Box:
    return ui.area.inset(90, 50)


def beside_heading(ui: Ui, wide: float) -> Box:
    """What is kept free beside the title of a screen."""
    return _page(ui).cut_top(_TITLE)[0].cut_right(wide)[0]


def footer(
    ui: Ui,
    box: Box,
    *,
    back: Callable[[], object],
    onward: str,
    on_onward: Callable[[], object],
    reason: str = "",
    icon: str = "arrow-right",
) -> tuple[Box, Box]:
    """Add back on the left and onward on the right; returns the boxes above and between them."""
    foot, rest = box.cut_bottom(84, 28)
    left, middle = foot.cut_left(250, 24)
    right, middle = middle.cut_right(540, 24)
    label = ui.t("Back")
    ui.add(Button("back", left, Label(label, icon="arrow-left", style="quiet", size=28), back))
    ui.add(
        Button(
            "onward",
            right,
            Label(onward, icon=icon, style="primary", size=34),
            on_onward,
            reason=reason,
        )
    )
    return rest, middle


def case_picture(c: Canvas, box: Box, images: Mapping[str, bytes], emoji: str, title: str) -> None:
    """Draw the cover that a case brings along, else its emoji; in a corner its logo."""
    cover, logo = images.get("cover"), images.get("logo")
    if not (cover and c.photo(cover, box, fill=True, radius=_RADIUS)):
        picture(c, box, emoji, title)
    if logo:
        side = min(box.h * 0.5, 130.0)
        plaque = box.cut_bottom(side)[0].cut_right(side * 1.6)[0].move(-18, -14)
        c.panel(plaque, theme.WHITE, 12, lift=6)
        c.photo(logo, plaque.inset(12, 10))


def picture(c: Canvas, box: Box, emoji: str, title: str) -> None:
    """Draw the picture of a case in a landscape of soft hills, tinted by its title."""
    tint: Colour = _TINTS[sum(map(ord, title)) % len(_TINTS)]
    paper = theme.PAPER
    c.shape(box, mix(paper, tint, 0.35), _RADIUS, ROUND_TOP)
    with c.clipped(box):
        sun = box.h * 0.9
        c.disc((box.x + box.w * 0.5, box.y + box.h * 0.5), sun, mix(paper, tint, 0.12))
        c.disc(
            (box.x + box.w * 0.12, box.bottom + box.h * 0.9), box.h * 2.5, mix(paper, tint, 0.55)
        )
        c.disc(
            (box.x + box.w * 0.85, box.bottom + box.h * 1.0), box.h * 2.6, mix(paper, tint, 0.75)
        )
    side = box.h * 0.56
    c.emoji(emoji or NO_PICTURE, box.place(side, side, 0.5, 0.45))
