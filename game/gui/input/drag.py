"""The drag in progress, whether by holding the button, by two clicks, or by keys."""

from __future__ import annotations

from game.gui import theme
from game.gui.geometry import Box, Point
from game.gui.paint.canvas import Canvas
from game.gui.widgets.base import DragMode, Portable
from game.gui.widgets.drag import Answer, DropTarget

SNAP = 40
"""Design units beside a place at which a card still snaps to it."""
_LETTER = 64
LIFT = 16
"""How far a card is lifted off the table, so that it is seen to be held before the mouse moves."""


class Drag:
    """A drag in progress: its source, the answer of each target, and its position."""

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
        x, y = pressed or at  # where the button went down: the mouse may have moved since
        self.grip = (x - source.whole.x, y - source.whole.y)
        self.answers: dict[str, Answer] = {}
        self._outcomes: dict[str, str] = {}
        self._said: str | None = None
        self.refused = False
        """Whether it was dropped on a target that does not accept it."""

    def query_targets(self, targets: list[DropTarget]) -> None:
        """Ask every target whether it accepts the payload; valid until the next rebuild."""
        self.answers = {t.key: t.accepts(self.source.payload) for t in targets}
        self._outcomes, self._said = {}, None

    def said(self) -> str:
        """What is said of the card itself; found out once."""
        if self._said is None:
            self._said = self.source.said(placeable=True in self.answers.values())
        return self._said

    def outcome(self, target: DropTarget) -> str:
        """What would come of dropping it on a target that accepts it; found out once."""
        if target.outcome is None:
            return ""
        if target.key not in self._outcomes:
            self._outcomes[target.key] = target.outcome(self.source.payload)
        return self._outcomes[target.key]

    def box(self, target: DropTarget | None) -> Box:
        """The box of the dragged card: at the pointer, or snapped to a target that accepts it."""
        home = self.source.whole
        room = self.area  # a dragged card stays visible
        free = Box(
            min(max(self.at[0] - self.grip[0], room.x), room.right - home.w),
            min(max(self.at[1] - self.grip[1] - LIFT, room.y), room.bottom - home.h),
            home.w,
            home.h,
        )
        if target is None:
            return free
        if self.mode == "keys":
            free = target.box.place(home.w, home.h)
        elif self.answers[target.key] is not True:
            return free
        left = target.box.x + _LETTER  # the letter of the card in the target stays visible
        x = min(max(free.x, left), max(left, target.box.right - home.w - 12))
        return Box(x, target.box.y + target.box.h * 0.4, home.w, home.h)

    def nearest(self, targets: list[DropTarget]) -> DropTarget | None:
        """The accepting target within snapping distance of the pointer, which need not hit it."""
        accepting = [t for t in targets if self.answers[t.key] is True]
        near = min(accepting, key=self._distance, default=None)
        return near if near and self._distance(near) <= SNAP else None

    def _distance(self, target: DropTarget) -> float:
        (x, y), box = self.at, target.box
        return max(box.x - x, x - box.right, box.y - y, y - box.bottom, 0)

    def light(self, c: Canvas, targets: list[DropTarget]) -> None:
        """Highlight every accepting target, and shade the place that the card came from.

        What refuses amid an accepting target is shaded too: that light is not for it.
        """
        c.shape(self.source.box, theme.clear(theme.FELT_DARK, 210), self.source.radius)
        accepting = [target for target in targets if self.answers[target.key] is True]
        for target in accepting:
            c.outline(target.box, theme.GOOD, target.radius, 3)
        for target in targets:
            amid = any(target.box.centre in wide.reach for wide in accepting)
            if amid and self.answers[target.key] is not True:
                _refuse(c, target.box, target.radius)

    def draw(self, c: Canvas, aimed: DropTarget | None) -> None:
        """Draw the dragged card, and the place that it would be dropped on."""
        if aimed and self.answers[aimed.key] is True:
            c.shape(aimed.box, theme.clear(theme.GOOD, 70), aimed.radius)
            c.outline(aimed.box, theme.GOOD, aimed.radius, 6)
        elif aimed:
            c.outline(aimed.box, theme.REFUSED, aimed.radius, 4)
        box = self.box(aimed)
        c.shadow(box, self.source.radius, 18 + LIFT)
        self.source.ghost(c, box)
        c.outline(box.inset(-3), theme.ACCENT, self.source.radius + 3, 4)


def _refuse(c: Canvas, box: Box, radius: float) -> None:
    """Make a target look refused: darkened, and crossed at its right."""
    c.shape(box, theme.clear(theme.FELT_DARK, 150), radius)
    side = min(36.0, box.h)
    sign = box.inset(10, 0).place(side, side, 1)
    c.disc(sign.centre, side, theme.PAPER)
    c.icon("x", sign.inset(side * 0.15), theme.BAD_DARK)
