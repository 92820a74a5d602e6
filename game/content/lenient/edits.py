"""Edits of a text: what is taken out, and what is put in its place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from game.content.findings import Finding
from game.frozen import frozen

_LINE_END: Final = " ¶ "
"""What stands for the end of a line in a mended text of several lines."""
_LONGEST: Final = 160
"""The most letters that are shown of a mended line."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The letters from ``start`` to before ``end`` give way to ``text``."""

    start: int
    end: int
    text: str


@frozen
class Fault:
    """Something wrong that was found at the letters from ``start`` to before ``end``.

    ``edits`` mend it; they are carried out by themselves only where they are ``certain``. ``shown``
    is the mended text where it is no line of the file, such as an example of a whole table. A fault
    that ``moves`` its line to another place shows it as it is there.
    """

    finding: Finding
    start: int
    end: int
    edits: tuple[Edit, ...] = ()
    certain: bool = False
    shown: str = ""
    moves: bool = False


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits; one that overlaps an earlier one is left out."""
    parts: list[str] = []
    at = 0
    for edit in sorted(set(edits)):
        if edit.start < at:
            continue
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])


def certain_edits(faults: Iterable[Fault]) -> list[Edit]:
    """The edits of all faults that can be mended at once: of each all or none.

    Where two overlap, the one that changes more goes first; the other is for the next time.
    """
    sure = [fault for fault in faults if fault.certain and fault.edits]
    sure.sort(key=lambda fault: -max(edit.end - edit.start for edit in fault.edits))
    longest = max((edit.end - edit.start for fault in sure for edit in fault.edits), default=0)
    taken: list[Edit] = []
    for fault in sure:
        edits = fault.edits
        if not any(_overlap(one, other) for one in edits for other in _near(one, taken, longest)):
            for edit in edits:
                insort(taken, edit)
    return taken


def _near(edit: Edit, ordered: Sequence[Edit], longest: int) -> Sequence[Edit]:
    """Those of the edits, in their order and none longer than so, that may overlap one."""
    first = bisect_left(ordered, edit.start - longest, key=_start)
    return ordered[first : bisect_right(ordered, edit.end, key=_start)]


def _start(edit: Edit) -> int:
    return edit.start


def _overlap(edit: Edit, other: Edit) -> bool:
    if edit.start == other.start and edit != other:
        return edit.end > edit.start and other.end > other.start
    return edit.start < other.end and other.start < edit.end


def with_mended_lines(text: str, faults: Iterable[Fault]) -> list[Finding]:
    """The findings of the faults, each with the line as it reads when all on it is mended."""
    faults = list(faults)
    lines = _Lines(text)
    certain: dict[int, list[Edit]] = {}
    alike: dict[tuple[int, str], list[Edit]] = {}
    for fault in faults:
        for edit in fault.edits:
            start = lines.start(edit.start)
            if fault.certain:
                certain.setdefault(start, []).append(edit)
            else:
                alike.setdefault((start, fault.finding.code), []).append(edit)
    return [_with_mended(text, lines, fault, certain, alike) for fault in faults]


def _with_mended(
    text: str,
    lines: _Lines,
    fault: Fault,
    certain: dict[int, list[Edit]],
    alike: dict[tuple[int, str], list[Edit]],
) -> Finding:
    """The finding of a fault, with its line mended, and what else is alike or certain on it."""
    finding = fault.finding
    if finding.at is None:
        finding = replace(finding, at=lines.place(fault.start))
    if fault.moves:
        return replace(finding, mended=_moved(text, lines, fault, certain))
    if fault.shown:
        return replace(finding, mended=fault.shown)
    if not fault.edits:
        return finding
    own = [edit for edit in fault.edits if lines.start(edit.start) == lines.start(fault.start)]
    own = own or list(fault.edits[:1])
    start = lines.start(own[0].start)
    others = [
        edit
        for edit in (*certain.get(start, ()), *alike.get((start, finding.code), ()))
        if all(edit.end <= one.start or edit.start >= one.end for one in own)
    ]
    end = max(lines.end(edit.end) for edit in (*own, *others))
    shifted = [Edit(edit.start - start, edit.end - start, edit.text) for edit in (*own, *others)]
    mended = applied(text[start:end], shifted).strip()
    return replace(finding, mended=_short(mended, own[0].start - start))


def _moved(text: str, lines: _Lines, fault: Fault, certain: dict[int, list[Edit]]) -> str:
    """A line that is moved, with all else on it that is certain mended."""
    start, end = lines.start(fault.start), lines.end(fault.end)
    edits = [
        Edit(edit.start - start, edit.end - start, edit.text)
        for edit in certain.get(start, ())
        if edit not in fault.edits
    ]
    return _short(applied(text[start:end], edits).strip(), 0)


def _short(line: str, at: int) -> str:
    """A line of a length that is shown, with the letters around a column."""
    line = re.sub(r"\s*[\r\n]+\s*", _LINE_END, line)
    if len(line) <= _LONGEST:
        return line
    start = max(0, min(at - _LONGEST // 3, len(line) - _LONGEST))
    cut = line[start : start + _LONGEST]
    return ("…" if start else "") + cut + ("…" if start + _LONGEST < len(line) else "")


class _Lines:
    """Where the lines of a text begin and end; a carriage return ends one, too."""

    def __init__(self, text: str) -> None:
        self._text = text

    def start(self, at: int) -> int:
        """The first letter of the line of a place."""
        return max(self._text.rfind("\n", 0, at), self._text.rfind("\r", 0, at)) + 1

    def end(self, at: int) -> int:
        """The place behind the last letter of the line of a place."""
        ends = [self._text.find(mark, at) for mark in "\r\n"]
        return min((end for end in ends if end >= 0), default=len(self._text))

    def place(self, at: int) -> tuple[int, int]:
        """Line and column, from 1."""
        before = self._text[:at].replace("\r\n", "\n").replace("\r", "\n")
        return before.count("\n") + 1, len(before) - before.rfind("\n")
