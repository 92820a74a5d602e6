"""A large button with a caption."""

from __future__ import annotations

from collections.abc import Sequence

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Typesetter
from game.gui.theme import Colour
from game.gui.widgets.button import Button

_TITLES = (40, 36, 34, 32, 30, 28, 26, 24, 22, 20, 18)
_CAPTIONS = (28, 26, 24, 22, 20, theme.LEAST)
_AIR = 0.12
"""Above a title there is so much more air than below a caption, in sizes of the title."""


class TwoLineButton(Button):
    """A large button with an icon, a title, and a caption that explains it."""

    usual_size = 30

    def _room(self) -> Box:
        """The room for icon and texts."""
        return self.box.inset(18, 8)

    @property
    def _captions(self) -> tuple[float, ...]:
        return tuple(s for s in _CAPTIONS if s <= self.size * 0.75)

    def tells_whole(self, type_: Typesetter) -> bool:
        """Whether there is room for all of its caption."""
        box = self._room()
        beside = (type_.width(self.hint, 20) + 14 if self.hint else 0) + min(44.0, box.h * 0.5) + 16
        words = Box(box.x, box.y, box.w - beside, box.h).rows((1, 1.1))[1]
        return not type_.fit(self.caption, words, self._captions).cut

    @property
    def _titles(self) -> tuple[float, ...]:
        return tuple(s for s in _TITLES if s <= self.size)

    def title_size(self, type_: Typesetter) -> float:
        """The size at which its title fits, where it has no caption."""
        words = self._parts(type_)[2]
        return type_.fit(self.label, words, self._titles, "semibold").size

    def _parts(self, type_: Typesetter) -> tuple[Box, Box, Box]:
        """The places of the hint, of icon or picture, and of the texts."""
        box, key = self._room(), Box(0, 0, 0, 0)
        if self.hint:
            key, box = box.cut_right(type_.width(self.hint, 20) + 4, 10)
        side = min(44.0, box.h * (0.8 if self.picture else 0.5))
        sign, words = box.cut_left(side, 16)
        return key, sign.place(side, side), words

    def _face(self, c: Canvas, ink: Colour) -> None:
        key, sign, words = self._parts(c.type)
        if self.hint:
            c.text(key, self.hint, (20, 18), ink, align="right", valign="middle")
        titles = self._titles
        if not c.emoji(self.picture, sign) and self.icon:
            c.icon(self.icon, sign, ink)
        if not self.caption:
            c.text(words, self.label, titles, ink, "semibold", valign="middle")
            return
        name = c.type.fit(self.label, words.rows((1.1, 1))[0], titles, "semibold")
        more = c.type.fit(self.caption, words.rows((1, 1.1))[1], self._captions)
        high = c.type.line_height(name.size) * len(name.lines)
        both = words.place(words.w, high + c.type.line_height(more.size) * len(more.lines))
        raised = Box(both.x, both.y - name.size * _AIR, both.w, both.h)
        title, caption = raised.cut_top(high)
        c.text(title, self.label, name.size, ink, "semibold")
        c.text(caption, self.caption, more.size, ink)


def in_one_size(type_: Typesetter, buttons: Sequence[TwoLineButton]) -> None:
    """Let the titles of a list of buttons have one size, at which the longest of them fits.

    In large print that is the matter of :meth:`game.gui.paint.canvas.Canvas.alike`.
    """
    if type_.grow == 1:
        size = min((button.title_size(type_) for button in buttons), default=0)
        for button in buttons:
            button.size = size
