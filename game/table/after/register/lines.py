"""The lines of the list of differences: what differs, and what of the file does not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, Literal

from game.frozen import frozen
from game.gui import theme
from game.gui.text.typesetter import Weight
from game.gui.theme import Colour
from game.i18n import Words
from game.intake.differences import Difference, Found
from game.intake.nameless import LOOK_THROUGH
from game.table.parts.dialog_parts import ALERT

LineKind = Literal["head", "of", "values", "doubt", "line"]
Hide = Callable[[str], str]
"""Puts roles in place of names, where names are hidden."""

SET: Final[dict[LineKind, tuple[float, Weight, Colour]]] = {
    "head": (30, "bold", theme.ACCENT),
    "of": (28, "semibold", theme.CHALK),
    "values": (26, "regular", theme.CHALK),
    "doubt": (24, "semibold", ALERT),
    "line": (24, "regular", theme.CHALK_SOFT),
}
"""Size, weight and colour of each kind of line."""
ABOVE: Final[dict[LineKind, float]] = {"head": 20, "of": 16, "values": 2, "doubt": 2, "line": 6}
_LONGEST: Final = 160
"""The characters of a value that are shown: enough to see what it is."""

_MOST_NAMED: Final = 12
"""The headings that are named of a file that has more."""


@frozen
class ListLine:
    """A line of the list; the first line of a difference has its number, and a switch beside it."""

    kind: LineKind
    text: str
    number: int | None = None


def list_lines(t: Words, found: Found, hide: Hide) -> list[ListLine]:
    """The differences, each with its switch; then what does not fit, and what stays as it is."""
    lines: list[ListLine] = []
    if found.strangers:
        lines.append(ListLine("doubt", t(found.strangers)))
    if found.nameless and found.differences:
        lines.append(ListLine("doubt", t(LOOK_THROUGH)))
    for n, difference in enumerate(found.differences):
        lines += _of_difference(t, n, difference, hide)
    if not found.differences:
        lines.append(ListLine("of", t("Nothing differs from the session.")))
    left = list(_left_out(t, found, hide))
    return [*lines, *([ListLine("head", t("Not taken over")), *left] if left else [])]


def _of_difference(t: Words, n: int, d: Difference, hide: Hide) -> Iterator[ListLine]:
    empty = t("(empty)")
    old, new = (_short(hide(text)) or empty for text in (d.old, d.new))
    yield ListLine("of", f"{_short(hide(d.of))} · {d.field}", n)
    yield ListLine("values", f"{old} → {new}")
    if d.doubt:
        yield ListLine("doubt", d.doubt)


def _left_out(t: Words, found: Found, hide: Hide) -> Iterator[ListLine]:
    for left in found.left_out:
        place = t("{sheet}, row {row}", sheet=left.sheet, row=left.row)
        yield ListLine("line", hide(f"{place} {left.of}: {left.why.translate(t)}"))
    if found.unknown:
        headings = ", ".join(heading for _, heading in found.unknown[:_MOST_NAMED])
        more = " …" if len(found.unknown) > _MOST_NAMED else ""
        headings = t("Columns that mean nothing here: {headings}", headings=headings + more)
        yield ListLine("line", headings)
    if found.missing:
        yield ListLine(
            "line", t("Not in the file, and left as it is: {ids}", ids=", ".join(found.missing))
        )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
