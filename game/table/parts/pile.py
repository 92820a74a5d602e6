"""A pile of the cards that a place has no room for: pointed at it says which, pressed it turns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Generic, TypeVar

from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.drag import Spot
from game.table.parts.stacks import draw_stack

T = TypeVar("T")


@frozen
class Fan(Generic[T]):
    """The cards of a place: those that are shown, and those in the pile with a ``key``."""

    key: str
    shown: tuple[T, ...]
    hidden: tuple[T, ...] = ()
    start: int = 0


def fan_out(ui: Ui, key: str, cards: Sequence[T], room: int) -> Fan[T]:
    """Show as many cards as there is room for; where that is not all, the last place is a pile."""
    count = len(cards)
    if count <= room:
        return Fan(key, tuple(cards))
    start = ui.memory.get(key, 0) % count
    turned = (*cards[start:], *cards[:start])
    shown = max(0, room - 1)
    return Fan(key, turned[:shown], turned[shown:], start)


def pile_spot(ui: Ui, fan: Fan[T], box: Box, names: Sequence[str]) -> Spot:
    """The pile in its place: pointed at it tells the names, pressed it shows the next cards."""

    def turn() -> None:
        ui.memory[fan.key] = fan.start + max(1, len(fan.shown))

    count = len(names)
    return Spot(
        fan.key, box, draw=partial(_draw, count), on_press=turn, tip="\n".join(names), radius=12
    )


def _draw(count: int, c: Canvas, box: Box) -> None:
    """Draw the cards that lie on each other, and how many they are."""
    top = draw_stack(c, box, count - 1)
    sizes, words = (22, 20, theme.LEAST), top.inset(4, 0)
    text = c.t("+{n} more", n=count)
    if c.type.width(text, sizes[-1], "bold") > words.w:
        text = f"+{count}"
    with c.type.growing(1):
        c.text(words, text, sizes, theme.INK, "bold", align="centre", valign="middle")
