"""A list of any length that scrolls: only what is near the visible part is built."""

from __future__ import annotations

from collections.abc import Callable

from game.gui.geometry import Box
from game.gui.ui import Ui

_RING = 10
"""Room for the ring around a row that has the focus."""


def add_long_list(
    ui: Ui,
    key: str,
    box: Box,
    count: int,
    build: Callable[[int, Box], object],
    *,
    high: float,
    gap: float,
) -> None:
    """Build the rows that can be seen and one or two beyond either end, which the arrows reach."""
    step = high + gap
    with ui.scroll(key, box.inset(-_RING), count * step - gap + 2 * _RING) as inner:
        inner = inner.inset(_RING)
        first = max(0, int((box.y - inner.y) // step) - 2)
        last = min(count, int((box.bottom - inner.y) // step) + 3)
        for n in range(first, last):
            build(n, Box(inner.x, inner.y + n * step, inner.w, high))
