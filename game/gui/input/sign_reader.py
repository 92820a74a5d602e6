"""Which sign of a widget is told: the one under the pointer, or by a key one after the other."""

from __future__ import annotations

from game.gui.geometry import Point
from game.gui.widgets.base import Widget
from game.gui.widgets.sign import Sign


class SignReader:
    """Goes through the signs of the widget with the focus; of another one it begins anew."""

    def __init__(self) -> None:
        self._key = ""
        self._index = 0

    def told(self, widget: Widget | None, point: Point | None) -> Sign | None:
        """What is told of a widget: the sign under the pointer, or the one reached by a key."""
        if widget is None:
            return None
        return self.read(widget) if point is None else self.at(widget, point)

    def at(self, widget: Widget, point: Point) -> Sign | None:
        """The sign under the pointer; where there is none, what the widget is as a whole."""
        told = widget.told
        under = [sign for sign in told if point in sign.box] or told[:1]
        return min(under, key=lambda sign: sign.box.w * sign.box.h, default=None)

    def read(self, widget: Widget) -> Sign | None:
        """The sign that has been reached by a key."""
        told = widget.told
        if widget.key != self._key or self._index >= len(told):
            self._key, self._index = widget.key, 0
        return told[self._index] if told else None

    def step(self, widget: Widget | None) -> bool:
        """Go on to the next sign of a widget; false after its last."""
        if widget is None or self.read(widget) is None or self._index + 1 >= len(widget.told):
            self._key = ""
            return False
        self._index += 1
        return True
