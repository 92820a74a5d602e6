"""Buttons: an action, or the reason why it is unavailable."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import ClassVar

from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour, mix
from game.gui.widgets.base import Widget, WidgetContext, WidgetState, focus_ring
from game.gui.widgets.label import Label, Style


@frozen
class _Paint:
    fill: Colour | None
    line: Colour | None
    ink: Colour


_PAINT: dict[Style, _Paint] = {
    "primary": _Paint(theme.ACCENT, None, theme.INK),
    "secondary": _Paint(theme.PAPER, None, theme.INK),
    "quiet": _Paint(theme.PANEL, theme.PANEL_LINE, theme.CHALK),
    "danger": _Paint(theme.PAPER, theme.BAD_DARK, theme.BAD_DARK),
}
_DISABLED = _Paint(theme.FLAT, None, theme.FLAT_INK)


class Button(Widget):
    """A button with a label: a text, or a :class:`Label` with more about its looks.

    ``reason`` says why it cannot be used now; it is then drawn flat, its tip begins with the
    reason, and the reason is shown to the room when it is pressed.
    """

    usual_size: ClassVar[float] = theme.BODY

    def __init__(
        self,
        key: str,
        box: Box,
        label: Label | str,
        on_click: Callable[[], object] | None = None,
        *,
        reason: str = "",
        tip: str = "",
        shortcut: int | None = None,
    ) -> None:
        lines = "\n".join(part for part in (reason, tip) if part)
        super().__init__(key, box, tip=lines, shortcut=shortcut)
        face = Label(label) if isinstance(label, str) else label
        self.label = face.text
        self.caption = face.caption
        self.icon = face.icon
        self.picture = face.picture
        self.style: Style = face.style
        self.size: float = self.usual_size if face.size is None else face.size
        self.hint = face.hint
        self.on_click = on_click
        self.reason = reason

    def draw(self, c: Canvas, state: WidgetState) -> None:
        """Draw it raised, or flat while pressed."""
        paint = _DISABLED if self.reason else _PAINT[self.style]
        fill = paint.fill or theme.PANEL
        if not self.reason and (state.hover or state.pressed):
            fill = mix(fill, paint.ink, 0.18 if state.pressed else 0.1)
        radius = min(theme.RADIUS, self.box.h / 2)
        flat = bool(self.reason) or state.pressed or self.style == "quiet" or state.hover
        c.panel(self.box, fill, radius, line=paint.line, lift=0 if flat else 7)
        self._face(c, paint.ink)
        if state.focus:
            focus_ring(c, self.box, radius)

    def _face(self, c: Canvas, ink: Colour) -> None:
        box = self.box.inset(min(18, self.box.w * 0.1), 4)
        if self.hint:
            key, box = box.cut_right(c.type.width(self.hint, theme.LEAST) + 4, 10)
            c.text(key, self.hint, theme.LEAST, ink, align="right", valign="middle")
        side = min(self.size * 1.25, box.h) if self.icon else 0
        if not self.label:
            c.icon(self.icon, self.box.place(side * 1.1, side * 1.1), ink)
            return
        gap = 12 if self.icon else 0
        room = box.w - side - gap
        sizes = (self.size, max(theme.LEAST, self.size * 0.85), theme.LEAST)
        fitted = c.type.fit(self.label, Box(0, 0, room, box.h), sizes, "semibold")
        wide = max(c.type.width(line, fitted.size, "semibold") for line in fitted.lines) + 1
        group = box.place(min(box.w, side + gap + wide), box.h)
        sign, words = group.cut_left(side, gap)
        if self.icon:
            c.icon(self.icon, sign, ink)
        c.text(words, self.label, sizes, ink, "semibold", align="centre", valign="middle")

    @property
    def identity(self) -> Hashable:
        """Its place and its text, unless the text shows the progress of something."""
        written = (self.label, self.icon) if self.effect == "decides" else ()
        return super().identity, written

    def activate(self, ui: WidgetContext) -> None:
        """Call ``on_click``, or show the reason why it is unavailable."""
        if self.reason:
            ui.refuse(self.reason)
        elif self.on_click:
            ui.call(self.on_click)
