"""Where everything lies on the board: a column a track, all cut into the same bands.

From top to bottom a column has its head, its meter, ideas, benefits, risks, and what is done with.
A band is as high as its fullest column needs; room that nobody needs is shared out. Only where
cards would have to share a row, a column first gives them the room that its other bands have left.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal

from game.frozen import frozen
from game.gui.geometry import Box

Band = Literal["ideas", "benefits", "risks", "harvest"]
Open = Literal["ideas", "benefits", "risks"]
OPEN: tuple[Open, ...] = ("ideas", "benefits", "risks")
"""The bands of what is worked on."""
Counts = Mapping[Open, int]
"""How many cards a column has in each band."""

GAP = 6
LEAST = 34
"""The least height of a card that still shows its picture and a line of its name."""
TOKEN, TOKEN_GAP = 42, 7
"""The height of what is done with, and the room between."""
_NARROW, _SMALLEST, _NUMBERED = 44.0, 36.0, 92.0
"""The widths of what is done with: usually, at least, and with its numbers."""
_TALL: Mapping[Open, float] = {"ideas": 92, "benefits": 70, "risks": 70}
"""The greatest height of a card in each band."""
_WEIGHT: Mapping[Open, float] = {"ideas": 1.05, "benefits": 1, "risks": 1}
"""The heights of cards in proportion, where there is less room than they would like."""
_TALLEST, _SPACIOUS = 1.5, 700.0
"""How much larger cards become at most where there is more room than this."""
_SHARE: Mapping[Open, float] = {"ideas": 0.3, "benefits": 0.45, "risks": 0.25}
"""How room that nobody needs is shared out."""
_MOST_ACROSS = 2
"""How many cards share a row at most."""
_CARDS: tuple[Open, ...] = ("benefits", "risks")
"""The bands that are just empty without cards: where ideas may lie is said."""
_FIRST: tuple[Open, ...] = ("benefits", "ideas", "risks")
"""Which cards get rows of their own first, where as many of each would share one."""
_WIDE_AT = 40
"""The least height of a card that has the whole width of its track: one line of its name is read
farther off than two short ones in half the width."""
_TWO_LINES = 60
"""The least height of cards that share a row: the name has two lines then, in half the width."""
_TWO_ROWS_AT = 44
"""The least height of cards beside two rows of what is done with."""
_GUTTER, _HEAD, _METER, _AIR, _BETWEEN, _SIDE = 104, 44, 76, 10, 10, 9


@frozen
class Column:
    """The places of one track; ``body`` is all below its meter that takes cards.

    A band has so many ``rows`` of cards, each ``high``.
    """

    whole: Box
    head: Box
    meter: Box
    body: Box
    bands: Mapping[Band, Box]
    rows: Mapping[Open, int]
    high: Mapping[Open, float]


@frozen
class Plan:
    """The places of the board; ``names`` are those of the bands' names, left of the columns."""

    meters: Box
    names: Mapping[Band, Box]
    columns: tuple[Column, ...]


@frozen
class _Cut:
    """How a column is cut: the heights of its bands, and the rows of cards in them."""

    heights: Mapping[Band, float]
    rows: Mapping[Open, int]
    high: Mapping[Open, float]


def plan(
    box: Box, counts: Sequence[Counts], done: Sequence[Sequence[bool]], grow: float = 1.0
) -> Plan:
    """The places for the cards of each column, in print larger by ``grow``.

    ``done`` has what is done with on each track, and whether it has numbers.
    """
    larger = 1 + (grow - 1) / 2
    gutter, rest = box.cut_left(_GUTTER * larger, 6)
    wholes = rest.columns(4, _BETWEEN)
    room, wide = box.h - _HEAD * larger - _METER, wholes[0].w - 2 * _SIDE
    shared = _shared(room, wide, counts, done, larger)
    cuts = [
        _own(room, shared, of_one, _done_height(_done_rows(wide, [lying])))
        for of_one, lying in zip(counts, done, strict=True)
    ]
    columns = tuple(
        _column(whole, cut, _HEAD * larger) for whole, cut in zip(wholes, cuts, strict=True)
    )
    bands = _column(wholes[0], shared, _HEAD * larger).bands
    names = {band: Box(gutter.x, b.y, gutter.w, b.h) for band, b in bands.items()}
    meters = Box(gutter.x, columns[0].meter.y, gutter.w, columns[0].meter.h)
    return Plan(meters, names, columns)


def _shared(
    room: float,
    wide: float,
    counts: Sequence[Counts],
    done: Sequence[Sequence[bool]],
    larger: float,
) -> _Cut:
    """How all columns are cut that have room for their cards so."""
    fullest: Counts = {band: max(of_one[band] for of_one in counts) for band in OPEN}
    rows, harvest = _arranged(room, fullest, _done_rows(wide, done))
    taller = max(larger, min(_TALLEST, room / _SPACIOUS))
    heights = _heights(room - harvest, rows, taller)
    inner = {band: heights[band] - _AIR for band in OPEN}
    shown = {band: _fitting(inner[band], n) for band, n in rows.items()}
    high = {
        band: min(_TALL[band] * taller, (inner[band] - GAP * (n - 1)) / n)
        for band, n in shown.items()
    }
    if harvest:
        heights["harvest"] = harvest
    return _Cut(heights, shown, high)


def _own(room: float, shared: _Cut, counts: Counts, harvest: float) -> _Cut:
    """How one column is cut: as all are, unless cards would share rows while it has room left.

    The lines between its bands then move only as far as its cards need; a band without cards keeps
    no row free for them.
    """
    if all(counts[band] <= shared.rows[band] for band in OPEN):
        return shared
    harvest = min(harvest, shared.heights.get("harvest", 0))
    empty = [band for band in _CARDS if not counts[band]]
    free = room - harvest - GAP * len(empty)
    rows = _unshared(free, counts, empty)
    even = _row(free, rows)
    if even < LEAST:  # not even rows that are shared have room
        return shared
    high = {band: min(even, max(shared.high[band], _TWO_ROWS_AT)) for band in OPEN}
    needs = {band: _AIR + max(0, n * (high[band] + GAP) - GAP) for band, n in rows.items()}
    heights, left = dict[Band, float](), room
    for n, band in enumerate(OPEN):
        later = sum(needs[other] for other in OPEN[n + 1 :]) + harvest
        heights[band] = max(needs[band], min(shared.heights[band], left - later))
        left -= heights[band]
    if harvest or left >= _done_height(1):
        heights["harvest"] = max(harvest, left)
    return _Cut(heights, rows, high)


def _unshared(room: float, counts: Counts, empty: Sequence[Open]) -> dict[Open, int]:
    """The rows in each band if as few cards share one as ``room`` allows; none in an empty one."""
    rows = _fewest_rows(counts) | dict.fromkeys(empty, 0)
    while any(rows[band] < counts[band] for band in OPEN):
        band = max(_FIRST, key=lambda band: counts[band] - rows[band])
        if _row(room, {**rows, band: rows[band] + 1}) < LEAST:
            break
        rows[band] += 1
    return rows


def _fewest_rows(counts: Counts) -> dict[Open, int]:
    return {band: max(1, math.ceil(count / _MOST_ACROSS)) for band, count in counts.items()}


def _fitting(room: float, rows: int) -> int:
    """As many rows as have room; the cards of others are in a pile."""
    return min(rows, max(1, int((room + GAP) / (LEAST + GAP))))


def _arranged(room: float, counts: Counts, done: int) -> tuple[dict[Open, int], float]:
    """The rows of cards in each band, and the height for ``done`` rows of what is done with.

    A card has the width of its track as long as that leaves all of them high enough.
    """
    rows = _fewest_rows(counts)
    harvest = _done_height(done)
    if done > 1 and _row(room - harvest, rows) < _TWO_ROWS_AT:
        harvest = _done_height(1)
    rows = _widened(room - harvest, counts, rows, _WIDE_AT)
    low = min(harvest, _done_height(1))
    if _row(room - harvest, rows) < _TWO_LINES:  # half a track has no room for a name on one line
        wide = _widened(room - low, counts, rows, LEAST)
        if wide != _widened(room - harvest, counts, rows, LEAST):
            harvest = low
        rows = _widened(room - harvest, counts, rows, LEAST)
    return rows, harvest


def _widened(
    room: float, counts: Counts, rows: Mapping[Open, int], least: float
) -> dict[Open, int]:
    """The rows if cards have the width of their track as far as all are as high as ``least``."""
    found = dict(rows)
    for band, count in counts.items():
        if _row(room, {**found, band: max(1, count)}) >= least:
            found[band] = max(1, count)
    return found


def _done_rows(room: float, done: Sequence[Sequence[bool]]) -> int:
    """How many rows what is done with fills on the fullest track."""
    return max((_flow(room, track)[-1][0] + 1 for track in done if track), default=0)


def _done_height(rows: int) -> float:
    rows = min(rows, 2)
    return rows * (TOKEN + TOKEN_GAP) - TOKEN_GAP + _AIR if rows else 0


def _row(room: float, rows: Mapping[Open, int]) -> float:
    """The height of a card if all rows were equally high."""
    return (room - len(rows) * (_AIR - GAP)) / sum(rows.values()) - GAP


def _heights(room: float, rows: Mapping[Open, int], taller: float) -> dict[Band, float]:
    """The heights of the bands: what each needs, and its share of what is left or lacking."""
    airs = {band: _AIR + GAP * (n - 1) for band, n in rows.items()}
    wanted = {band: airs[band] + n * _TALL[band] * taller for band, n in rows.items()}
    spare = room - sum(wanted.values())
    if spare >= 0:
        return {band: wanted[band] + spare * _SHARE[band] for band in rows}
    row = (room - sum(airs.values())) / sum(n * _WEIGHT[band] for band, n in rows.items())
    least = _AIR + LEAST  # of a band: where not even low rows have room, some are not shown
    over = {
        band: airs[band] + max(row, LEAST) * n * _WEIGHT[band] - least for band, n in rows.items()
    }
    share = min(1.0, (room - len(rows) * least) / max(1.0, sum(over.values())))
    return {band: least + high * share for band, high in over.items()}


def _column(box: Box, cut: _Cut, head: float) -> Column:
    top, rest = box.cut_top(head)
    meter, rest = rest.cut_top(_METER)
    bands: dict[Band, Box] = {}
    left = rest
    for band, high in cut.heights.items():
        place, left = left.cut_top(high)
        bands[band] = place.inset(_SIDE, _AIR / 2)
    body = Box(rest.x, rest.y, rest.w, sum(cut.heights[band] for band in OPEN))
    return Column(box, top, meter.inset(10, 3), body, bands, cut.rows, cut.high)


@lru_cache(maxsize=64)
def cells(box: Box, count: int, rows: int, high: float) -> tuple[Box, ...]:
    """The places of cards in a band, fewer than ``count`` if not all have room.

    Only as many share a row as have to: the others have the whole width for their names.
    """
    shared = min(rows, max(0, count - rows))
    each = [_MOST_ACROSS] * shared + [1] * min(rows - shared, count)
    return tuple(
        cell
        for n, across in enumerate(each)
        for cell in Box(box.x, box.y + n * (high + GAP), box.w, high).columns(across, GAP)
    )


@lru_cache(maxsize=64)
def tokens(box: Box, numbered: tuple[bool, ...]) -> tuple[Box, ...]:
    """The places of what is done with, fewer than there are if not all have room.

    As long as there is room those with numbers are wide enough for them.
    """
    most = max(1, int((box.h + TOKEN_GAP) / (TOKEN + TOKEN_GAP)))
    flow = _flow(box.w, numbered)
    if flow and flow[-1][0] < most:
        return tuple(
            Box(box.x + x, box.y + row * (TOKEN + TOKEN_GAP), wide, TOKEN)
            for (row, x), wide in zip(flow, map(_width, numbered), strict=True)
        )
    fitting = int((box.w + TOKEN_GAP) / (_SMALLEST + TOKEN_GAP))
    across = min(fitting, math.ceil(len(numbered) / most))
    wide = min(_NARROW, (box.w - TOKEN_GAP * (across - 1)) / max(1, across))
    return tuple(
        Box(
            box.x + i % across * (wide + TOKEN_GAP),
            box.y + i // across * (TOKEN + TOKEN_GAP),
            wide,
            TOKEN,
        )
        for i in range(min(len(numbered), most * across))
    )


def _width(numbered: bool) -> float:
    return _NUMBERED if numbered else _NARROW


def _flow(room: float, numbered: Sequence[bool]) -> list[tuple[int, float]]:
    """The row and the x of each, one after the other as words in a text."""
    found, row, x = [], 0, 0.0
    for wide in map(_width, numbered):
        if x and x + wide > room:
            row, x = row + 1, 0.0
        found.append((row, x))
        x += wide + TOKEN_GAP
    return found
