"""The layout of the benefit map on an A4 page, in points.

Benefits are many and decide: each has a row, track by track, its result beside it. Ideas with their
changes stand where their benefits are, risks beside their ideas. A full table is set upright, a
small one across the page; text is as large as the rows allow.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from game.engine import TRACKS
from game.frozen import frozen
from game.i18n import Words
from game.pictures import key_of, known
from game.report.benefit_map import BETWEEN, BenefitMap
from game.report.map_text import LEADING, cut, wrap
from game.report.rows import NodeRow
from game.vector import Box, FontWeight, width

LONG, SHORT = 841.89, 595.28
MARGIN: Final = 22.0
HEAD, FOOT = 50.0, 26.0
UPRIGHT_FROM: Final = 13
"""The number of rows from which on the page is in portrait format."""

SIZES: Final = (6.2, 6.6, 7.0, 7.5, 8.0, 8.5, 9.0, 9.5)
PAD: Final = 3.2
ABOVE: Final = 1.5
"""The least room between a node's edge and its text, to the side and above."""
BAND: Final = 15.0
"""The band at the side of a benefit, in which its letters stand."""

_PICTURE, _BESIDE = 12.0, 15.0
"""The sides of a picture in a band, and of one before a name."""
_BANDED_IDEA, _BANDED_RISK = 30.0, 42.0
"""From these heights on a band has room for a picture beside its letters."""

COLUMNS: Final = ("purpose", "benefit", "result", "change", "idea", "risk")
_ACROSS: Final = {"purpose": 92, "benefit": 182, "result": 116, "change": 118, "idea": 88,
                  "risk": 104}  # fmt: skip
_UPRIGHT: Final = {"purpose": 62, "benefit": 134, "result": 88, "change": 84, "idea": 64,
                   "risk": 66}  # fmt: skip
_GAPS: Final = {"purpose": 13.0, "benefit": 9.0, "result": 36.0, "change": 9.0, "idea": 15.0}
_BETWEEN: Final = 2.4
_BETWEEN_TRACKS: Final = 7.0


@frozen
class TextBlock:
    """Lines of text in one font weight."""

    lines: tuple[str, ...]
    weight: FontWeight
    quiet: bool = False


@frozen
class NodeBox:
    """A placed node with its laid-out text and the size of that."""

    node: NodeRow
    place: Box
    size: float
    text: tuple[TextBlock, ...]
    cut: bool
    left: float
    """Where its text begins."""
    picture: Box | None = None


@frozen
class MapPage:
    """The whole picture: its size and its content."""

    width: float
    height: float
    nodes: dict[str, NodeBox]
    columns: dict[str, Box]


def lay_out(benefit_map: BenefitMap, t: Words, sizes: Sequence[float] = SIZES) -> MapPage:
    """The layout; each column in the largest text at which nothing in it is cut.

    Where something is cut in any, it is in the smallest text that can be read.
    """
    rows = max(len(benefit_map.of("benefit")), len(benefit_map.of("risk")))
    upright = rows >= UPRIGHT_FROM
    across, down = (SHORT, LONG) if upright else (LONG, SHORT)
    columns = _columns(_UPRIGHT if upright else _ACROSS, across, down)
    places = _places(benefit_map, columns)
    set_by_column = [_largest(benefit_map.of(kind), places, t, sizes) for kind in COLUMNS]
    drawn = {one.node.id: one for column in set_by_column for one in column}
    used = max(place.bottom for place in places.values())
    nodes = {node.id: drawn[node.id] for node in benefit_map.nodes}
    return MapPage(across, min(down, used + FOOT + MARGIN), nodes, columns)


def _largest(
    nodes: list[NodeRow], places: dict[str, Box], t: Words, sizes: Sequence[float]
) -> list[NodeBox]:
    """The nodes of a column in the largest text at which nothing is lost, else in the smallest.

    Lost is a text that is cut, and a word that is broken and need not be.
    """

    def set_at(size: float) -> list[NodeBox]:
        return [_drawn(node, places[node.id], size, t) for node in nodes]

    least = _broken(set_at(sizes[0]))

    def loses(size: float) -> bool:
        drawn = set_at(size)
        return any(one.cut for one in drawn) or _broken(drawn) > least

    return set_at(sizes[max(0, bisect_left(sizes, True, key=loses) - 1)])


def _broken(nodes: list[NodeBox]) -> int:
    """How many lines end within a word."""
    lines = (line for node in nodes for part in node.text for line in part.lines)
    return sum(line.endswith("-") for line in lines)


def _columns(widths: dict[str, int], width: float, height: float) -> dict[str, Box]:
    """The six columns, spread over the width of the page."""
    taken = sum(widths.values()) + sum(_GAPS.values())
    k = (width - 2 * MARGIN) / taken
    x, found = MARGIN, {}
    for name in COLUMNS:
        found[name] = Box(x, MARGIN + HEAD, widths[name] * k, height - 2 * MARGIN - HEAD - FOOT)
        x += (widths[name] + _GAPS.get(name, 0)) * k
    return found


# ------------------------------------------------------------------ places
def _places(benefit_map: BenefitMap, columns: dict[str, Box]) -> dict[str, Box]:
    """The boxes of all nodes."""
    places: dict[str, Box] = {}
    rows = _rows(benefit_map, columns["benefit"])
    for track, slots in rows.items():
        top, low = slots[0][1], slots[-1][1] + slots[-1][2]
        purpose = next(n for n in benefit_map.of("purpose") if n.track == track)
        places[purpose.id] = _in(columns["purpose"], top, low - top)
        for id, y, h in slots:
            if id:
                places[id] = _in(columns["benefit"], y, h)
    for source, target in _edges(benefit_map, "result", "benefit"):
        places[source] = _in(columns["result"], places[target].y, places[target].h)
    _place_ideas(benefit_map, columns, places)
    _place_risks(benefit_map, columns, places)
    return places


def _edges(benefit_map: BenefitMap, source: str, target: str) -> list[tuple[str, str]]:
    """The edges from nodes of one kind to nodes of another."""
    kinds = {node.id: node.kind for node in benefit_map.nodes}
    pairs = [(edge.source, edge.target) for edge in benefit_map.edges]
    return [(a, b) for a, b in pairs if kinds[a] == source and kinds[b] == target]


def _in(column: Box, y: float, h: float) -> Box:
    return Box(column.x, y, column.w, h)


Slot = tuple[str, float, float]


def _rows(benefit_map: BenefitMap, column: Box) -> dict[str, list[Slot]]:
    """For each track its benefits with place and height; a track without any keeps a slot."""
    by_track: dict[str, list[str]] = {track: [] for track in TRACKS}
    for node in benefit_map.of("benefit"):
        by_track[node.track or "citizen"].append(node.id)
    slots = {track: ids or [""] for track, ids in by_track.items()}
    count = sum(map(len, slots.values()))
    room = column.h - 3 * _BETWEEN_TRACKS - (count - len(slots)) * _BETWEEN
    height = min(room / count, 62.0)
    y, found = column.y, {}
    for track, ids in slots.items():
        found[track] = [(id, y + n * (height + _BETWEEN), height) for n, id in enumerate(ids)]
        y += len(ids) * (height + _BETWEEN) - _BETWEEN + _BETWEEN_TRACKS
    return found


def _place_ideas(benefit_map: BenefitMap, columns: dict[str, Box], places: dict[str, Box]) -> None:
    """Place ideas in the order of their benefits, so that few lines cross."""
    heights: dict[str, list[float]] = defaultdict(list)
    for change, result in _edges(benefit_map, "change", "result"):
        heights[change].append(places[result].middle)
    used = max(place.bottom for place in places.values())

    def height(node: NodeRow) -> float:
        found = heights[node.id]
        return sum(found) / len(found) if found else used

    column = columns["change"]
    changes = sorted(benefit_map.of("change"), key=height)
    _stack(changes, Box(column.x, column.y, column.w, used - column.y), places, 84.0)
    for idea, change in _edges(benefit_map, "idea", "change"):
        places[idea] = _in(columns["idea"], places[change].y, places[change].h)


def _place_risks(benefit_map: BenefitMap, columns: dict[str, Box], places: dict[str, Box]) -> None:
    """Place risks beside their ideas."""
    beside = {risk: places[idea].y for risk, idea in _edges(benefit_map, "risk", "idea")}
    risks = sorted(benefit_map.of("risk"), key=lambda node: beside.get(node.id, 0.0))
    used = max(place.bottom for place in places.values())
    column = columns["risk"]
    _stack(risks, Box(column.x, column.y, column.w, used - column.y), places, 62.0)


def _stack(nodes: list[NodeRow], column: Box, places: dict[str, Box], highest: float) -> None:
    """Nodes of one height, spread over a column."""
    if not nodes:
        return
    share = column.h / len(nodes)
    height = min(share - 2 * _BETWEEN, highest)
    for n, node in enumerate(nodes):
        y = column.y + n * share + (share - height) / 2
        places[node.id] = Box(column.x, y, column.w, height)


# ------------------------------------------------------------------ text
def _drawn(node: NodeRow, place: Box, size: float, t: Words) -> NodeBox:
    """A node with its title, and below it, in muted letters, its note or its owner.

    Both have a line at least, however low the node is.
    """
    picture = _picture(node, place)
    left = place.x + PAD if node.kind in ("result", "change") else place.x + BAND + PAD - 1
    if picture is not None and picture.right > left:
        left = picture.right + PAD
    across = (place.right - PAD - left) / size
    most = max(2, int((place.h - 2 * ABOVE) / (size * LEADING)))
    weight: FontWeight = "regular" if node.kind in ("result", "change", "risk") else "semibold"
    title = wrap(node.title, across, weight, t.lang)
    foot = _foot(node, across, t)
    under = _within(node, foot, most, title, across, t)
    shown = cut(title, most - len(under), across, weight)
    whole = shown == title and under == foot
    text = (TextBlock(tuple(shown), weight), TextBlock(tuple(under), "regular", quiet=True))
    return NodeBox(node, place, size, text, not whole, left, picture)


def _picture(node: NodeRow, place: Box) -> Box | None:
    """Where the picture of a card stands: in its band if that is high enough, else before its name.

    The band of an idea has a letter, that of a risk a sign above and a letter below.
    """
    if not known(key_of(node.picture)):
        return None
    if node.kind == "idea" and place.h >= _BANDED_IDEA:
        return _square(place.x + BAND / 2 + 1, place.middle - _PICTURE * 0.62, _PICTURE)
    if node.kind == "risk" and place.h >= _BANDED_RISK:
        return _square(place.x + BAND / 2 + 1, place.middle, _PICTURE)
    side = min(_BESIDE, place.h - 2 * ABOVE)
    return _square(place.x + BAND + PAD - 1 + side / 2, place.middle, side)


def _square(x: float, y: float, side: float) -> Box:
    return Box(x - side / 2, y - side / 2, side, side)


def _foot(node: NodeRow, across: float, t: Words) -> list[str]:
    """The text below the title: a note, or for a benefit its owner or what came of it."""
    if node.kind == "benefit":
        lines = wrap(node.below, _beside_points(node, across), "regular", t.lang)
        return [line.strip(BETWEEN) for line in lines]
    if node.kind == "change" and not node.title:
        return wrap(t("Not written down: who does what otherwise?"), across, "regular", t.lang)
    return wrap(node.note, across, "regular", t.lang)


def _within(
    node: NodeRow, foot: list[str], most: int, title: list[str], across: float, t: Words
) -> list[str]:
    """As much of the text below the title as a node of ``most`` lines has room for.

    An owner leaves the title its lines; where role and name do not fit, the name stands alone.
    """
    if node.kind != "benefit":
        return cut(foot, most - 1, across, "regular")
    room, left = _beside_points(node, across), max(1, most - len(title))
    if len(foot) <= left:
        return foot
    name = node.below.rpartition(BETWEEN)[2]
    return cut(wrap(name, room, "regular", t.lang), left, room, "regular")


def _beside_points(node: NodeRow, across: float) -> float:
    """The room that a benefit's points leave on their line."""
    return across - width(f"{node.note}  ")
