"""Fields to write in: one line, or several."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.table import theme
from game.table.canvas import Canvas, Point
from game.table.frame import Box
from game.table.text import Typesetter
from game.table.textedit import TextEdit, soft_lines
from game.table.widgets.base import Look, Widget, focus_ring

if TYPE_CHECKING:
    from game.table.ui import Ui

_MARKED = (250, 220, 160)
_PAD = 14


def clipboard_text() -> str:
    """What was copied last, here or elsewhere; empty where there is no clipboard."""
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""


def copy_text(text: str) -> None:
    """Put text on the clipboard, where there is one."""
    try:
        pygame.scrap.put_text(text)
    except pygame.error:
        return


class TextField(Widget):
    """A line to write in; with ``lines`` above 1 an area in which Enter begins a new line.

    ``value`` is what it holds; ``on_change`` is told every change and should store it. The screen
    is not built anew for each letter: the field draws itself. ``on_enter`` is told when Enter is
    pressed (Ctrl+Enter in an area).
    """

    takes_text = True

    def __init__(
        self,
        key: str,
        box: Box,
        value: str,
        on_change: Callable[[str], object],
        *,
        lines: int = 1,
        limit: int = 60,
        placeholder: str = "",
        size: float = theme.BODY,
        on_enter: Callable[[], object] | None = None,
        tip: str = "",
    ) -> None:
        super().__init__(key, box, tip=tip)
        self.value = value
        self.on_change = on_change
        self.multiline = lines > 1
        self.limit = limit
        self.placeholder = placeholder
        self.size = size
        self.on_enter = on_enter
        self.edit = TextEdit(value, limit, self.multiline)
        self.type: Typesetter | None = None

    def attach(self, ui: Ui) -> None:
        """Go on editing where it was, unless the value was changed from outside."""
        kept = ui.memory.get(self.key)
        if isinstance(kept, TextEdit) and kept.text == self.edit.text:
            self.edit = kept
        ui.memory[self.key] = self.edit
        self.type = ui.type

    # -------------------------------------------------------------------------------- drawing

    @property
    def _inner(self) -> Box:
        return self.box.inset(_PAD, _PAD * 0.6)

    def _width(self, text: str) -> float:
        assert self.type is not None, "a field is measured after it was added"
        return self.type.width(text, self.size)

    def _lines(self) -> list[tuple[int, int]]:
        if not self.multiline:
            return [(0, len(self.edit.text))]
        return soft_lines(self.edit.text, lambda part: self._width(part) <= self._inner.w - 4)

    def _line_at(self, lines: list[tuple[int, int]], offset: int) -> int:
        return max((i for i, (start, _) in enumerate(lines) if start <= offset), default=0)

    def _layout(self) -> tuple[list[tuple[int, int]], float, float, float]:
        """The lines, the height of one, and how far they are moved so that the cursor is seen."""
        assert self.type is not None, "a field is laid out after it was added"
        lines, high = self._lines(), self.type.line_height(self.size)
        row = self._line_at(lines, self.edit.cursor)
        if self.multiline:
            return lines, high, 0.0, max(0.0, (row + 1) * high - self._inner.h)
        before = self._width(self.edit.text[: self.edit.cursor])
        return lines, high, max(0.0, before - self._inner.w + 6), (high - self._inner.h) / 2

    def draw(self, c: Canvas, look: Look) -> None:
        """Draw paper to write on; with focus the cursor and what is selected."""
        self.type = c.type
        line = theme.ACCENT if look.focus or look.hover else theme.PAPER_LINE
        c.panel(self.box, theme.PAPER, 10, line=line, width=2)
        lines, high, dx, dy = self._layout()
        inner = self._inner
        with c.clipped(inner.inset(-4, 0)):
            for i, (start, end) in enumerate(lines):
                row = Box(inner.x - dx, inner.y - dy + i * high, 20000, high)
                if look.focus:
                    self._draw_marks(c, row, start, end)
                if start < end:
                    c.text(row, self.edit.text[start:end], self.size, theme.INK)
            if not self.edit.text and self.placeholder:
                faint = Box(inner.x, inner.y - dy, inner.w, inner.h)
                sizes = (self.size, theme.TINY, theme.LEAST)
                c.text(faint, self.placeholder, sizes, theme.INK_SOFT, "italic")
            if look.focus:
                self._draw_cursor(c, lines, inner.move(-dx, -dy), high)
        if look.focus:
            focus_ring(c, self.box, 10)

    def _draw_marks(self, c: Canvas, row: Box, start: int, end: int) -> None:
        first, last = self.edit.selection
        a, b = max(first, start), min(last, end)
        if a < b:
            x, right = (self._width(self.edit.text[start:at]) for at in (a, b))
            c.fill(Box(row.x + x, row.y, right - x, row.h), _MARKED)

    def _draw_cursor(
        self, c: Canvas, lines: list[tuple[int, int]], origin: Box, high: float
    ) -> None:
        row = self._line_at(lines, self.edit.cursor)
        x = self._width(self.edit.text[lines[row][0] : self.edit.cursor])
        c.fill(Box(origin.x + x, origin.y + row * high + 2, 3, high - 4), theme.BAD_DARK)

    # --------------------------------------------------------------------------------- events

    def _offset(self, at: Point) -> int:
        lines, high, dx, dy = self._layout()
        inner = self._inner
        row = min(len(lines) - 1, max(0, int((at[1] - inner.y + dy) / high)))
        start, end = lines[row]
        x = at[0] - inner.x + dx
        gaps = range(start, end + 1)
        return min(gaps, key=lambda i: abs(self._width(self.edit.text[start:i]) - x))

    def press(self, ui: Ui, at: Point) -> None:
        """Put the cursor there; with Shift select up to there; twice selects the word."""
        offset = self._offset(at)
        last = ui.memory.get(f"{self.key}.pressed", (-1000, -1))
        now = (pygame.time.get_ticks(), offset)
        ui.memory[f"{self.key}.pressed"] = now
        if now[0] - last[0] < 400 and now[1] == last[1]:
            self.edit.select_word(offset)
        else:
            self.edit.go(offset, select=bool(pygame.key.get_mods() & pygame.KMOD_SHIFT))

    def drag(self, ui: Ui, at: Point) -> None:
        """Select."""
        self.edit.go(self._offset(at), select=True)

    def typed(self, ui: Ui, text: str) -> None:
        """Write."""
        self._change(ui, lambda: self.edit.insert(text))

    def _change(self, ui: Ui, change: Callable[[], object]) -> None:
        before = self.edit.text
        change()
        ui.app.wake()
        if self.edit.text != before:
            self.on_change(self.edit.text)

    def key_down(self, ui: Ui, event: pygame.Event) -> bool:
        """Every key that edits; Tab and Esc are left to the screen."""
        control = bool(event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META))
        if event.key in (pygame.K_RETURN, pygame.K_KP_ENTER):
            return self._enter(ui, control)
        ui.app.wake()
        if control and self._command(ui, event.key, bool(event.mod & pygame.KMOD_SHIFT)):
            return True
        if event.key in (pygame.K_BACKSPACE, pygame.K_DELETE):
            back = event.key == pygame.K_BACKSPACE
            delete = self.edit.delete_back if back else self.edit.delete_on
            self._change(ui, lambda: delete(word=control))
            return True
        if self._move(event.key, control, bool(event.mod & pygame.KMOD_SHIFT)):
            return True
        return 32 <= event.key < 127 and not control

    def _enter(self, ui: Ui, control: bool) -> bool:
        if self.multiline and not control:
            self._change(ui, lambda: self.edit.insert("\n"))
        elif self.on_enter:
            ui.call(self.on_enter)
        else:
            return False
        return True

    def _command(self, ui: Ui, key: int, shift: bool) -> bool:
        edit = self.edit
        commands: dict[int, Callable[[], object]] = {
            pygame.K_a: edit.select_all,
            pygame.K_c: lambda: copy_text(edit.selected),
            pygame.K_x: lambda: copy_text(edit.cut()),
            pygame.K_v: lambda: edit.insert(clipboard_text()),
            pygame.K_z: edit.redo if shift else edit.undo,
            pygame.K_y: edit.redo,
        }
        if key not in commands:
            return False
        self._change(ui, commands[key])
        return True

    def _move(self, key: int, word: bool, select: bool) -> bool:
        lines = self._lines()
        start, end = lines[self._line_at(lines, self.edit.cursor)]
        if key == pygame.K_LEFT:
            self.edit.left(word=word, select=select)
        elif key == pygame.K_RIGHT:
            self.edit.right(word=word, select=select)
        elif key == pygame.K_HOME:
            self.edit.go(0 if word else start, select=select)
        elif key == pygame.K_END:
            self.edit.go(len(self.edit.text) if word else end, select=select)
        elif key in (pygame.K_UP, pygame.K_DOWN) and self.multiline:
            self._step_line(lines, -1 if key == pygame.K_UP else 1, select)
        else:
            return False
        return True

    def _step_line(self, lines: list[tuple[int, int]], step: int, select: bool) -> None:
        row = self._line_at(lines, self.edit.cursor)
        to = row + step
        if not 0 <= to < len(lines):
            self.edit.go(0 if to < 0 else len(self.edit.text), select=select)
            return
        x = self._width(self.edit.text[lines[row][0] : self.edit.cursor])
        start, end = lines[to]
        gaps = range(start, end + 1)
        near = min(gaps, key=lambda i: abs(self._width(self.edit.text[start:i]) - x))
        self.edit.go(near, select=select)
