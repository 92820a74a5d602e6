"""Editing text, without a screen: cursor, selection, words, undo, and where soft lines break.

Offsets count code points from 0; the selection lies between ``anchor`` and ``cursor``. Neither ever
stands inside a letter that is written with several of them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from game.letters import cleaned, one_line, seen, shown, unshown

_KEPT = 200
"""Undo steps."""

Snapshot = tuple[str, int, int]


@dataclass(slots=True)
class TextEdit:
    """A text being edited. ``limit`` is the most characters; a single line takes no newline.

    ``composing`` is what an input method is still putting together at the cursor, and ``composed``
    where in it the input method's own cursor stands; it is no part of the text before it is typed.
    ``left_out`` are the letters of what was written last that cannot be shown, and ``cut_off`` its
    end, for which there was no room; ``begun`` is the text that it began with.
    """

    text: str = ""
    limit: int | None = None
    multiline: bool = False
    cursor: int = 0
    anchor: int = 0
    composing: str = ""
    composed: int = 0
    left_out: tuple[str, ...] = ()
    cut_off: str = ""
    begun: str = field(default="", init=False)
    _undo: list[Snapshot] = field(default_factory=list, repr=False)
    _redo: list[Snapshot] = field(default_factory=list, repr=False)
    _typing: bool = field(default=False, repr=False)

    def __post_init__(self) -> None:
        self.left_out = unshown(cleaned(self.text))
        self.text = self._clean(self.text)
        self.cursor = self.anchor = len(self.text)
        self.begun = self.text

    @property
    def changed(self) -> bool:
        """Whether there are other words than it began with."""
        return self.text.strip() != self.begun.strip()

    # ------------------------------------------------------------------------------ selection

    @property
    def selection(self) -> tuple[int, int]:
        """The start and end of the selection."""
        return min(self.cursor, self.anchor), max(self.cursor, self.anchor)

    @property
    def selected(self) -> str:
        """The selected text."""
        start, end = self.selection
        return self.text[start:end]

    def go(self, to: int, *, select: bool = False) -> None:
        """Move the cursor, and the anchor with it unless selecting."""
        self.cursor = _letter_start(self.text, min(len(self.text), max(0, to)))
        if not select:
            self.anchor = self.cursor
        self._typing = False

    def select_all(self) -> None:
        """Select all."""
        self.go(0)
        self.go(len(self.text), select=True)

    def select_word(self, at: int) -> None:
        """Select the word at an offset, as a double click does."""
        start = end = min(len(self.text), max(0, at))
        while start > 0 and self.text[start - 1].isalnum():
            start -= 1
        while end < len(self.text) and self.text[end].isalnum():
            end += 1
        self.go(start)
        self.go(end, select=True)

    # ------------------------------------------------------------------------------- movement

    def left(self, *, word: bool = False, select: bool = False) -> None:
        """One character or word back; a selection without ``select`` collapses to its start."""
        if self.selected and not select and not word:
            self.go(self.selection[0])
        else:
            self.go(self.word_before() if word else self.cursor - 1, select=select)

    def right(self, *, word: bool = False, select: bool = False) -> None:
        """One character or word on; a selection without ``select`` collapses to its end."""
        if self.selected and not select and not word:
            self.go(self.selection[1])
        else:
            self.go(self.word_after() if word else self._letter_after(), select=select)

    def _letter_after(self) -> int:
        return _letter_end(self.text, min(len(self.text), self.cursor + 1))

    def _letter_before(self) -> int:
        return _letter_start(self.text, max(0, self.cursor - 1))

    def word_before(self) -> int:
        """The start of the word before the cursor."""
        at = self.cursor
        while at > 0 and not self.text[at - 1].isalnum():
            at -= 1
        while at > 0 and self.text[at - 1].isalnum():
            at -= 1
        return at

    def word_after(self) -> int:
        """The start of the next word."""
        at = self.cursor
        while at < len(self.text) and self.text[at].isalnum():
            at += 1
        while at < len(self.text) and not self.text[at].isalnum():
            at += 1
        return at

    # -------------------------------------------------------------------------------- changes

    def insert(self, text: str) -> None:
        """Replace the selection by a text, cut off at the limit."""
        self.compose("", 0)
        self.left_out = unshown(cleaned(text))
        start, end = self.selection
        room = None if self.limit is None else max(0, self.limit - len(self.text) + end - start)
        text, rest = self._parted(text, room)
        self.cut_off = rest if text else self.cut_off + rest  # letter by letter, if it is typed
        if not text and start == end:
            return
        typed = len(text) == 1 and start == end and not text.isspace()
        self._remember(typing=typed)
        self.text = self.text[:start] + text + self.text[end:]
        self.cursor = self.anchor = _letter_end(self.text, start + len(text))

    def compose(self, text: str, cursor: int) -> None:
        """Show the composition of an input method; empty when cancelled or about to be typed."""
        self.composing = seen(cleaned(text).replace("\n", " "))
        self.composed = min(len(self.composing), max(0, cursor))

    @property
    def shown(self) -> str:
        """The text including the composition at the cursor."""
        return self.text[: self.cursor] + self.composing + self.text[self.cursor :]

    @property
    def caret(self) -> int:
        """The position of the caret in the displayed text."""
        return self.cursor + self.composed

    def delete_back(self, *, word: bool = False) -> None:
        """Delete the selection, or the text before the cursor."""
        if not self.selected:
            self.anchor = self.word_before() if word else self._letter_before()
        self._delete()

    def delete_on(self, *, word: bool = False) -> None:
        """Delete the selection, or the text after the cursor."""
        if not self.selected:
            self.anchor = self.word_after() if word else self._letter_after()
        self._delete()

    def cut(self) -> str:
        """Delete the selection; returns it, for the clipboard."""
        gone = self.selected
        self._delete()
        return gone

    def undo(self) -> None:
        """Undo the last change; letters typed in a row are one change."""
        self._swap(self._undo, self._redo)

    def redo(self) -> None:
        """Redo the change that was undone last."""
        self._swap(self._redo, self._undo)

    def _delete(self) -> None:
        start, end = self.selection
        if start < end:
            self._remember()
            self.text = self.text[:start] + self.text[end:]
            self.left_out, self.cut_off = (), ""
        self.cursor = self.anchor = _letter_end(self.text, start)

    def _remember(self, *, typing: bool = False) -> None:
        if not (typing and self._typing):
            self._undo.append((self.text, self.cursor, self.anchor))
            del self._undo[:-_KEPT]
        self._redo.clear()
        self._typing = typing

    def _swap(self, take: list[Snapshot], give: list[Snapshot]) -> None:
        if take:
            give.append((self.text, self.cursor, self.anchor))
            self.text, self.cursor, self.anchor = take.pop()
            self._typing = False

    def _clean(self, text: str) -> str:
        """As much of a text as there is room for."""
        return self._parted(text, self.limit)[0]

    def _parted(self, text: str, room: int | None) -> tuple[str, str]:
        """What can be shown of a text, in so many characters, and the rest that has no room.

        Spaces and lines of every kind are plain ones.
        """
        text = shown(cleaned(text) if self.multiline else one_line(text))
        return (text, "") if room is None else (text[:room], text[room:])


def _joins(letter: str) -> bool:
    """Whether a code point belongs to the letter before it, as an accent or an emoji modifier."""
    shade = "\U0001f3fb" <= letter <= "\U0001f3ff"
    return shade or unicodedata.category(letter) in ("Mn", "Me", "Mc")


def _letter_start(text: str, at: int) -> int:
    """The start of the letter that an offset is in."""
    while 0 < at < len(text) and _joins(text[at]):
        at -= 1
    return at


def _letter_end(text: str, at: int) -> int:
    """The end of the letter that an offset is in."""
    while 0 < at < len(text) and _joins(text[at]):
        at += 1
    return at


def soft_lines(text: str, fits: Callable[[str], bool]) -> list[tuple[int, int]]:
    """The start and end of each line of a text when lines are broken to fit.

    Every character but the newlines is in exactly one line; a space at a break ends its line.
    """
    lines, start = [], 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        while not fits(text[start:end].rstrip(" ")):
            at = _break(text, start, end, fits)
            lines.append((start, at))
            start = at
        lines.append((start, end))
        start = end + 1
    return lines


def _break(text: str, start: int, end: int, fits: Callable[[str], bool]) -> int:
    """The last break after a space at which the line fits, or else the last character that fits."""
    low, high = start + 1, end
    while low < high:
        middle = (low + high + 1) // 2
        if fits(text[start:middle].rstrip(" ")):
            low = middle
        else:
            high = middle - 1
    space = text.rfind(" ", start, low + 1)
    if space > start:
        while space + 1 < end and text[space + 1] == " ":
            space += 1
        return space + 1
    return low
