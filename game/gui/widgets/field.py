"""Text fields of one or several lines."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from typing import ClassVar

import pygame

from game.gui import keys, theme
from game.gui.geometry import Box, Point
from game.gui.keys import KeyBinding
from game.gui.paint.canvas import Canvas, Valign
from game.gui.text.editing import TextEdit
from game.gui.text.layout import Lines, Viewport
from game.gui.text.typesetter import Typesetter
from game.gui.widgets.base import Widget, WidgetContext, WidgetState, focus_ring
from game.gui.widgets.left_out import draw_left_out
from game.i18n import Words, mark
from game.i18n.letters import left_out

_MARKED = (250, 220, 160)
_PAD = 14
_RETURN = (pygame.K_RETURN, pygame.K_KP_ENTER)
_MULTI_CLICK = 0.4
"""Seconds within which another click on the same letter selects the word, then the line."""
_NEARLY_FULL = 0.8
"""The share of its limit from which on a field tells how much is left."""
_TOLD_END = 30
"""The characters that are told of what had no room."""
_BY_WORD = pygame.KMOD_ALT if sys.platform == "darwin" else pygame.KMOD_CTRL


def clipboard_text() -> str:
    """The text on the clipboard; empty where there is no clipboard."""
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
    """A text field; with ``lines`` above 1 an area in which Enter begins a new line.

    ``value`` is its text; ``on_change`` is called with every change and should store it. The screen
    is not rebuilt for each letter: the field draws itself. ``on_enter`` is called when Enter is
    pressed (Ctrl+Enter in an area). What cannot be shown it does not take, and says so.
    """

    inherit_bindings = False
    bindings: ClassVar[tuple[KeyBinding, ...]] = (
        KeyBinding(
            (pygame.K_LEFT, pygame.K_RIGHT),
            mark("Move by a character; with Ctrl by a word; with Shift, select"),
        ),
        KeyBinding((pygame.K_HOME, pygame.K_END), mark("To the beginning or the end of the line")),
        KeyBinding((pygame.K_BACKSPACE, pygame.K_DELETE), mark("Delete; with Ctrl a whole word")),
        KeyBinding((pygame.K_a,), mark("Select everything"), "select_all", control=True),
        KeyBinding(
            (pygame.K_c, pygame.K_x, pygame.K_v),
            mark("Copy, cut, paste"),
            ("copy", "cut", "paste"),
            control=True,
            duplicates=(pygame.K_INSERT,),
        ),
        KeyBinding((pygame.K_DELETE, pygame.K_INSERT), action=("cut", "paste"), shift=True),
        KeyBinding((pygame.K_z,), action="redo", control=True, shift=True),
        KeyBinding(
            (pygame.K_z, pygame.K_y),
            mark("Undo and redo what was written"),
            ("undo", "redo"),
            control=True,
        ),
        KeyBinding((pygame.K_RETURN,), mark("Done, where a text has several lines"), control=True),
        KeyBinding((pygame.K_ESCAPE,), mark("Leave the field; press again to go back")),
    )
    """Its moves read the modifiers themselves: by letters or words, selecting or not."""
    takes_text = True
    effect = "edits"

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
        self.sight = Viewport()
        self.type: Typesetter | None = None

    def attach(self, ui: WidgetContext) -> None:
        """Restore the editing state, unless the value was changed from outside."""
        remembered = ui.memory.get(self.key)
        if isinstance(remembered, TextEdit):
            self.edit.begun = remembered.begun
            if remembered.text == self.edit.text:
                self.edit = remembered
        ui.memory[self.key] = self.edit
        self.sight = ui.memory.setdefault(f"{self.key}.sight", self.sight)
        self.type = ui.type
        self.size = self._grown(ui.type)

    # -------------------------------------------------------------------------------- layout

    @property
    def _inner(self) -> Box:
        return self.box.inset(_PAD, _PAD * 0.6)

    def _grown(self, type_: Typesetter) -> float:
        """The size of text: a line grows up to the height of the field, an area can be scrolled."""
        sizes = (self.size * grow for grow in type_.growths)
        room = self._inner.h if not self.multiline else math.inf
        return next((s for s in sizes if type_.line_height(s) <= room), self.size)

    def _width(self, text: str) -> float:
        assert self.type is not None, "a field is measured after it was added"
        return self.type.width(text, self.size)

    def _lines(self) -> Lines:
        assert self.type is not None, "a field is laid out after it was added"
        room = self._inner.w - 4 if self.multiline else None
        return Lines.of(self.edit.shown, self.type.line_height(self.size), self._width, room)

    def _laid_out(self) -> tuple[Lines, Box]:
        """The lines, and a box with its corner at the first line in its scrolled position."""
        lines, inner = self._lines(), self._inner
        down = 0.0 if self.multiline else (inner.h - lines.high) / 2
        return lines, inner.move(-self.sight.x, down - self.sight.y)

    @property
    def writing_at(self) -> Box:
        """The box of the caret, beside which an input method shows its candidates."""
        lines, origin = self._laid_out()
        row, caret = lines.row(self.edit.caret), self.edit.caret
        return Box(origin.x + lines.x(caret), origin.y + row * lines.high, 3, lines.high)

    # -------------------------------------------------------------------------------- drawing

    def draw(self, c: Canvas, state: WidgetState) -> None:
        """Draw the field; with focus also the caret and the selection."""
        self.type = c.type
        line = theme.ACCENT if state.focus or state.hover else theme.PAPER_LINE
        c.panel(self.box, theme.PAPER, 10, line=line, width=2)
        self._bring_into_sight(state)
        lines, origin = self._laid_out()
        with c.clipped(self._inner.inset(-4, 0)), c.type.growing(1):
            self._draw_lines(c, lines, origin, state)
            if not self.edit.shown and self.placeholder:
                sizes = (self.size, theme.LEAST)
                valign: Valign = "top" if self.multiline else "middle"
                c.text(
                    self._inner, self.placeholder, sizes, theme.INK_SOFT, "italic", valign=valign
                )
            if state.focus:
                at = self.writing_at
                c.fill(Box(at.x, at.y + 2, at.w, at.h - 4), theme.BAD_DARK)
        if state.focus:
            focus_ring(c, self.box, 10)
            if self.edit.left_out:
                draw_left_out(c, self.box, left_out(c.t, self.edit.left_out))
            elif self.edit.cut_off.strip():
                draw_left_out(c, self.box, self._told_cut(c.t))
            else:
                self._draw_count(c)

    def _bring_into_sight(self, state: WidgetState) -> None:
        """Scroll to the caret while it has the focus; otherwise a line shows its start."""
        if state.focus:
            inner = self._inner
            self.sight.follow(self._lines(), self.edit.caret, (inner.w, inner.h))
        elif not self.multiline:
            self.sight.rest()

    def _draw_lines(self, c: Canvas, lines: Lines, origin: Box, state: WidgetState) -> None:
        composed = (self.edit.cursor, self.edit.cursor + len(self.edit.composing))
        for i, (start, end) in enumerate(lines.spans):
            row = Box(origin.x, origin.y + i * lines.high, 20000, lines.high)
            if row.bottom < self.box.y or row.y > self.box.bottom:
                continue
            if state.focus and not self.edit.composing:
                self._mark(c, row, lines.text, (start, end), self.edit.selection, lines.high)
            if start < end:
                c.text(row, lines.text[start:end], self.size, theme.INK)
            self._mark(c, row.cut_bottom(3)[1], lines.text, (start, end), composed, 2)

    def _mark(
        self, c: Canvas, row: Box, text: str, line: tuple[int, int], part: tuple[int, int], h: float
    ) -> None:
        """Colour the part of a line that belongs to a range of the text."""
        a, b = max(part[0], line[0]), min(part[1], line[1])
        if a < b:
            x, right = (self._width(text[line[0] : at]) for at in (a, b))
            colour = _MARKED if h == row.h else theme.INK_SOFT
            c.fill(Box(row.x + x, row.y, right - x, h), colour)

    def _told_cut(self, t: Words) -> str:
        """That the field is full, and what it did not take."""
        rest = self.edit.cut_off.strip()
        end = rest if len(rest) <= _TOLD_END else f"{rest[:_TOLD_END].rstrip()} …"
        return t("No room for “{text}”: {n} characters fit here.", text=end, n=self.limit)

    def _draw_count(self, c: Canvas) -> None:
        """Draw the number of characters and their limit, once that is near."""
        written = len(self.edit.text)
        if written < self.limit * _NEARLY_FULL:
            return
        text = f"{written} / {self.limit}"
        wide = c.type.width(text, theme.LEAST, "bold") + 16
        tag = Box(self.box.right - wide - 8, self.box.bottom - 13, wide, 26)
        ground = theme.ACCENT_DARK if written >= self.limit else theme.INK_SOFT
        c.panel(tag, ground, 8)
        c.text(tag, text, theme.LEAST, theme.WHITE, "bold", align="centre", valign="middle")

    # --------------------------------------------------------------------------------- events

    def _offset(self, at: Point) -> int:
        lines, origin = self._laid_out()
        return lines.at((at[0] - origin.x, at[1] - origin.y))

    def press(self, ui: WidgetContext, at: Point) -> None:
        """Place the caret, or extend the selection (Shift); select a word or line (2, 3 clicks)."""
        offset = self._offset(at)
        then, place, times = ui.memory.get(f"{self.key}.pressed", (-1000.0, -1, 0))
        now = ui.clock
        times = times % 3 + 1 if now - then < _MULTI_CLICK and place == offset else 1
        ui.memory[f"{self.key}.pressed"] = (now, offset, times)
        if times == 3:
            self._select_line(offset)
        elif times == 2:
            self.edit.select_word(offset)
        else:
            self.edit.go(offset, select=bool(pygame.key.get_mods() & pygame.KMOD_SHIFT))

    def _select_line(self, offset: int) -> None:
        text = self.edit.text
        end = text.find("\n", offset)
        self.edit.go(text.rfind("\n", 0, offset) + 1)
        self.edit.go(len(text) if end < 0 else end, select=True)

    def drag(self, ui: WidgetContext, at: Point) -> None:
        """Extend the selection, but not one made by a double or triple click."""
        if ui.memory.get(f"{self.key}.pressed", (0, 0, 1))[2] == 1:
            self.edit.go(self._offset(at), select=True)

    def wheel(self, ui: WidgetContext, steps: float) -> bool:
        """Scroll a long text."""
        lines, inner = self._lines(), self._inner
        moved = self.multiline and self.sight.scroll(-steps * lines.high, lines, (inner.w, inner.h))
        if moved:
            ui.rebuild()
        return moved

    def composing(self, ui: WidgetContext, text: str, cursor: int) -> None:
        """Show the composition of an input method or a dead key."""
        self.edit.compose(text, cursor)
        ui.refresh_text_input()
        ui.wake()

    def typed(self, ui: WidgetContext, text: str) -> None:
        """Insert typed text."""
        self._change(ui, lambda: self.edit.insert(text))

    def _change(self, ui: WidgetContext, change: Callable[[], object]) -> None:
        before = self.edit.text
        change()
        ui.memory.pop(f"{self.key}.pressed", None)  # the next click counts as a first one
        ui.refresh_text_input()
        ui.wake()
        if self.edit.text != before:
            self.on_change(self.edit.text)

    def key_down(self, ui: WidgetContext, event: pygame.Event) -> bool:
        """Handle editing keys; Tab and Esc move the focus away."""
        if self.edit.composing:
            return True  # the input method handles it
        command = keys.command_held(event.mod)
        shift = bool(event.mod & pygame.KMOD_SHIFT)
        if event.key in _RETURN:
            return self._enter(ui, command)
        ui.wake()
        if keys.press(self, event, ui):
            return True
        by_word = bool(event.mod & _BY_WORD) and not event.mod & keys.ALT_GR
        if event.key in (pygame.K_BACKSPACE, pygame.K_DELETE):
            back = event.key == pygame.K_BACKSPACE
            delete = self.edit.delete_back if back else self.edit.delete_on
            self._change(ui, lambda: delete(word=by_word))
            return True
        if self._move(event.key, by_word, shift):
            ui.refresh_text_input()
            return True
        return 32 <= event.key < 127 and not command

    def is_pressed_by(self, event: pygame.Event) -> bool:
        """Enter presses it, unless it begins a new line."""
        if event.key not in _RETURN or self.on_enter is None:
            return False
        return not self.multiline or keys.command_held(event.mod)

    def _enter(self, ui: WidgetContext, command: bool) -> bool:
        if self.multiline and not command:
            self._change(ui, lambda: self.edit.insert("\n"))
        elif self.on_enter:
            ui.call(self.on_enter)
        else:
            return False
        return True

    def select_all(self, ui: WidgetContext) -> None:
        """Select the whole text."""
        self._change(ui, self.edit.select_all)

    def copy(self, ui: WidgetContext) -> None:
        """Copy the selection to the clipboard."""
        self._change(ui, self._copy)

    def cut(self, ui: WidgetContext) -> None:
        """Move the selection to the clipboard."""
        self._change(ui, self._cut)

    def paste(self, ui: WidgetContext) -> None:
        """Insert the text on the clipboard."""
        self._change(ui, lambda: self.edit.insert(clipboard_text()))

    def undo(self, ui: WidgetContext) -> None:
        """Undo the last change."""
        self._change(ui, self.edit.undo)

    def redo(self, ui: WidgetContext) -> None:
        """Redo the change that was undone last."""
        self._change(ui, self.edit.redo)

    def _copy(self) -> None:
        if self.edit.selected:  # without a selection the clipboard stays as it is
            copy_text(self.edit.selected)

    def _cut(self) -> None:
        self._copy()
        self.edit.cut()

    def _move(self, key: int, word: bool, select: bool) -> bool:
        lines = self._lines()
        start, end = lines.spans[lines.row(self.edit.cursor)]
        steps = {pygame.K_UP: -1, pygame.K_DOWN: 1}
        page = max(1, int(self._inner.h / lines.high) - 1)
        steps |= {pygame.K_PAGEUP: -page, pygame.K_PAGEDOWN: page}
        if key == pygame.K_LEFT:
            self.edit.left(word=word, select=select)
        elif key == pygame.K_RIGHT:
            self.edit.right(word=word, select=select)
        elif key == pygame.K_HOME:
            self.edit.go(0 if word else start, select=select)
        elif key == pygame.K_END:
            self.edit.go(len(self.edit.text) if word else end, select=select)
        elif key in steps and self.multiline:
            self._step(lines, steps[key], select)
        else:
            return False
        return True

    def _step(self, lines: Lines, step: int, select: bool) -> None:
        """Move up or down by lines; beyond the first and last, to the start and end of the text."""
        row = lines.row(self.edit.cursor)
        to = row + step
        if not 0 <= to < len(lines.spans) and abs(step) == 1:
            self.edit.go(0 if to < 0 else len(self.edit.text), select=select)
        else:
            self.edit.go(lines.nearest(to, lines.x(self.edit.cursor)), select=select)
