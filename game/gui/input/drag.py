"""What is being dragged: one gesture by dragging, by two clicks, or by keys."""

from __future__ import annotations

from game.gui import theme
from game.gui.geometry import Box, Point
from game.gui.paint.canvas import Canvas
from game.gui.widgets.base import DragMode, Portable
from game.gui.widgets.drag import Answer, DropTarget

SNAP = 40
"""Design units beside a place at which a card still snaps to it."""
_LETTER = 64


class Drag:
    """A drag under way: its source, what each target answered, and where it is."""

    def __init__(
        self,
        source: Portable,
        mode: DragMode,
        at: Point,
        area: Box,
        pressed: Point | None = None,
    ) -> None:
        self.source = source
        self.area = area
        self.mode = mode
        self.at = at
        x, y = pressed or at  # where it was taken hold of, however fast the mouse is by now
        self.grip = (x - source.box.x, y - source.box.y)
        self.answers: dict[str, Answer] = {}
        self.refused = False
        """Whether it was put where it may not lie."""

    def query_targets(self, targets: list[DropTarget]) -> None:
        """Ask every target once; the answers hold until the screen is built anew."""
        self.answers = {t.key: t.accepts(self.source.payload) for t in targets}

    def box(self, target: DropTarget | None) -> Box:
        """Where the carried card is: under the pointer; where it may lie it snaps to the place."""
        home = self.source.box
        room = self.area  # a card is never carried out of sight
        free = Box(
            min(max(self.at[0] - self.grip[0], room.x), room.right - home.w),
            min(max(self.at[1] - self.grip[1], room.y), room.bottom - home.h),
            home.w,
            home.h,
        )
        if target is None:
            return free
        if self.mode == "keys":
            free = target.box.place(home.w, home.h)
        elif self.answers[target.key] is not True:
            return free
        left = target.box.x + _LETTER  # what lies there can still be told by its letter
        x = min(max(free.x, left), max(left, target.box.right - home.w - 12))
        return Box(x, target.box.y + target.box.h * 0.4, home.w, home.h)

    def nearest(self, targets: list[DropTarget]) -> DropTarget | None:
        """The place that the pointer is beside and the card may be put: it need not be hit."""
        accepting = [t for t in targets if self.answers[t.key] is True]
        near = min(accepting, key=self._distance, default=None)
        return near if near and self._distance(near) <= SNAP else None

    def _distance(self, target: DropTarget) -> float:
        (x, y), box = self.at, target.box
        return max(box.x - x, x - box.right, box.y - y, y - box.bottom, 0)

    def light(self, c: Canvas, targets: list[DropTarget]) -> None:
        """Light up every place where it may lie, and leave a shade where it lay."""
        c.shape(self.source.box, theme.clear(theme.FELT_DARK, 150), self.source.radius)
        for target in targets:
            if self.answers[target.key] is True:
                c.outline(target.box, theme.GOOD, target.radius, 3)

    def draw(self, c: Canvas, aimed: DropTarget | None) -> None:
        """Draw it, and the place it would go to."""
        if aimed and self.answers[aimed.key] is True:
            c.shape(aimed.box, theme.clear(theme.GOOD, 70), aimed.radius)
            c.outline(aimed.box, theme.GOOD, aimed.radius, 6)
        elif aimed:
            c.outline(aimed.box, theme.REFUSED, aimed.radius, 4)
        box = self.box(aimed)
        c.shadow(box, self.source.radius, 18)
        self.source.ghost(c, box)
