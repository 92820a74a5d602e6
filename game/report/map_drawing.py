"""Drawing the benefit map: its nodes, its edges and its key, as SVG with real text and as PNG."""

from __future__ import annotations

from typing import Final

from game import pictures
from game.engine import Track
from game.frozen import frozen
from game.i18n import Words, mark
from game.report.benefit_map import BenefitMap
from game.report.map_layout import BAND, COLUMNS, MARGIN, PAD, MapPage, NodeBox
from game.report.map_text import LEADING, cut, wrap
from game.vector import Box, Page, Pen, TextStyle, as_png, width
from game.wording import terms

_LETTERS_HIGH: Final = 21.0
"""From this height of a benefit on its two letters stand one above the other."""

INK: Final = "#1f2427"
QUIET: Final = "#54524a"
LINE: Final = "#c9c5ba"
RISK: Final = "#9e2a1c"
RISK_PAPER: Final = "#fdf3f0"

BANDS: Final[dict[Track, str]] = {
    "citizen": "#56b4e9",
    "process": "#f0e442",
    "economy": "#0072b2",
    "employee": "#d55e00",
}
"""The table's own colours (Okabe–Ito); each goes with its track's letter."""
ON_BAND: Final[dict[Track, str]] = {
    "citizen": "#0a0d0f",
    "process": "#0a0d0f",
    "economy": "#ffffff",
    "employee": "#0a0d0f",
}
STROKES: Final[dict[Track, str]] = {
    "citizen": "#1f7fb5",
    "process": "#857800",
    "economy": "#00466e",
    "employee": "#b34f00",
}
"""The same hues, dark enough for a thin line on paper."""
PAPERS: Final[dict[Track, str]] = {
    "citizen": "#eef7fd",
    "process": "#fdfbe3",
    "economy": "#e9f1f7",
    "employee": "#fdf1e8",
}

HEADINGS: Final = {
    "purpose": mark("Purpose"),
    "benefit": mark("Benefit"),
    "result": mark("Result: how it is seen"),
    "change": mark("Change in the operation"),
    "idea": mark("Idea"),
    "risk": mark("Risk"),
}
_CORNER: Final = 2.5
"""The radius of a node's corners."""
_DASHED: Final = (3.0, 2.0)
_THREAT: Final = (2.4, 1.6)
"""Dashes and gaps, in widths of the line: of a frame, and of a risk's line to its idea."""
_BETWEEN_PARTS: Final = 0.9
"""The room between the sentences of the key, in text sizes."""


@frozen
class Pictures:
    """The map in each file format; as PNG it is painted when that is asked for."""

    svg: str
    page: Page
    title: str

    @property
    def across(self) -> bool:
        """Whether it is wider than it is high."""
        return self.page.width > self.page.height

    def png(self) -> bytes:
        """The map as PNG."""
        return as_png(self.page, self.title)


def draw(benefit_map: BenefitMap, page: MapPage, title: str, under: str, t: Words) -> Pictures:
    """Draw the map below a title and a subtitle."""
    drawing = _MapDrawing(page, t)
    drawing.draw(benefit_map, title, under)
    return Pictures(drawing.canvas.svg(), drawing.canvas, title)


class _MapDrawing:
    """A page in points, its origin at the upper left."""

    def __init__(self, page: MapPage, t: Words) -> None:
        self.page = page
        self.t = t
        self.canvas = Page(page.width, page.height)
        self.text = self.canvas.text

    def draw(self, benefit_map: BenefitMap, title: str, under: str) -> None:
        """Draw the title, the column names, the edges (below the nodes), the nodes and the key."""
        across = (self.page.width - 2 * MARGIN) / 14
        headline = cut(wrap(title, across, "semibold", self.t.lang), 1, across, "semibold")
        self.text(MARGIN, MARGIN + 10, " ".join(headline), TextStyle(14, INK, "semibold"))
        self.text(MARGIN, MARGIN + 24, under, TextStyle(8, QUIET))
        for name in COLUMNS:
            column = self.page.columns[name]
            self.heading(column, self.t(HEADINGS[name]))
        for edge in benefit_map.edges:
            self.edge(self.page.nodes[edge.source], self.page.nodes[edge.target])
        for drawn in self.page.nodes.values():
            self.node(drawn, benefit_map)
        worse = any(node.worse for node in benefit_map.nodes)
        self.key(own_project=benefit_map.own_project, worse=worse)

    # ------------------------------------------------------------------ text and panels
    def heading(self, column: Box, text: str) -> None:
        """The name of a column, with a line below it."""
        y = column.y - 8
        size = min(8.0, column.w / max(1.0, width(text, "semibold")))
        self.text(column.x, y, text, TextStyle(size, INK, "semibold"))
        self.canvas.line((column.x, y + 4), (column.right, y + 4), Pen(INK, 0.7, round=True))

    def panel(self, place: Box, paper: str, edge: str, thick: float, dashed: bool) -> None:
        """A rounded panel."""
        pen = Pen(edge, thick, _DASHED if dashed else None)
        self.canvas.rectangle(place, paper, pen, _CORNER)

    def band(self, place: Box, track: Track) -> None:
        """The band of a track at the side of a node."""
        band = Box(place.x, place.y, BAND - 2, place.h)
        self.canvas.rectangle(band, BANDS[track], Pen(STROKES[track], 0.6))

    # ------------------------------------------------------------------ lines
    def edge(self, source: NodeBox, target: NodeBox) -> None:
        """An arrow from cause to effect; for a risk a dashed line."""
        if source.node.kind == "risk":
            if target.node.kind == "idea":
                self.threat(source.place, target.place)
            return  # the benefits that it threatens show that themselves
        a, b = source.place, target.place
        track = target.node.track or "citizen"
        colour = INK if source.node.kind == "idea" else STROKES[track]
        thick = 0.9 if source.node.kind == "change" else 1.1
        end = a.middle if target.node.kind == "purpose" else b.middle
        self.canvas.curve((a.x, a.middle), (b.right + 3.2, end), Pen(colour, thick))
        self.head(b.right, end, colour)

    def threat(self, risk: Box, idea: Box) -> None:
        """A dashed line from a risk to its idea, ending in a bar."""
        end = min(max(risk.middle, idea.y + 6), idea.bottom - 6)
        dashed, bar = Pen(RISK, 1.0, _THREAT), Pen(RISK, 1.6, round=True)
        self.canvas.curve((risk.x, risk.middle), (idea.right + 1.5, end), dashed)
        self.canvas.line((idea.right + 2, end - 3.5), (idea.right + 2, end + 3.5), bar)

    def head(self, x: float, y: float, colour: str) -> None:
        """An arrow head that points left."""
        points = [(x + 0.6, y), (x + 4.6, y - 2.2), (x + 4.6, y + 2.2)]
        self.canvas.polygon(points, colour)

    # ------------------------------------------------------------------ nodes
    def node(self, drawn: NodeBox, benefit_map: BenefitMap) -> None:
        """A node: its panel, its band with letters, its text."""
        node, place = drawn.node, drawn.place
        track = node.track or "citizen"
        if node.kind == "risk":
            self.panel(place, RISK_PAPER, RISK, 0.9, dashed=True)
        elif node.kind in ("purpose", "benefit"):
            self.panel(place, PAPERS[track], STROKES[track], 0.9, dashed=node.risky)
        else:
            edge = LINE if node.kind == "result" else RISK if not node.title else INK
            self.panel(place, "white", edge, 0.7, dashed=not node.title)
        if node.kind not in ("result", "change"):
            self.marks(drawn, track, benefit_map)
        if drawn.picture is not None:
            self.canvas.picture(pictures.key_of(node.picture), drawn.picture)
        self.words(drawn, drawn.left)

    def marks(self, drawn: NodeBox, track: Track, benefit_map: BenefitMap) -> None:
        """The content of the band: the track's letter, the idea's letter, or a warning sign."""
        node, place = drawn.node, drawn.place
        x, text = place.x + (BAND - 2) / 2, terms.track_letter(self.t, track)
        if node.kind == "risk":
            self.danger(x + 0.5, place.y + 8)
            style = TextStyle(7, RISK, "semibold", align="middle")
            self.text(x + 0.5, place.bottom - 4, text, style)
            return
        if node.kind == "idea":
            down = 8.0 if drawn.picture is not None and drawn.picture.x < x else 0.0
            self.sign(x + 1, place.middle + down, node.id, 11 if len(node.id) == 1 else 8, INK)
            return
        self.band(place, track)
        ink = ON_BAND[track]
        if node.kind == "benefit":
            letter = self.page_letter(node.id, benefit_map)
            apart = (3.0, 0.0) if place.h < _LETTERS_HIGH else (0.0, 4.6)
            self.sign(x - apart[0], place.middle - apart[1], letter, 7.5, ink)
            style = TextStyle(6, ink, align="middle", middle=True)
            self.text(x + apart[0], place.middle + apart[1], text, style)
        else:
            self.sign(x, place.middle, text, 9, ink)

    def sign(self, x: float, y: float, letter: str, size: float, ink: str) -> None:
        """A bold letter round a point."""
        style = TextStyle(size, ink, "semibold", align="middle", middle=True)
        self.text(x, y, letter, style)

    def page_letter(self, benefit: str, benefit_map: BenefitMap) -> str:
        """The letter of the idea behind a benefit."""
        before = {edge.target: edge.source for edge in benefit_map.edges if edge.kind == "gives"}
        change = before.get(before.get(benefit, ""), "")
        return before.get(change, "")

    def danger(self, x: float, y: float) -> None:
        """A triangle with an exclamation mark."""
        points = [(x, y - 4.4), (x - 4.6, y + 3.4), (x + 4.6, y + 3.4)]
        self.canvas.polygon(points, RISK)
        self.text(x, y + 2.4, "!", TextStyle(5.6, "white", "semibold", align="middle"))

    def words(self, drawn: NodeBox, left: float) -> None:
        """The text of a node, in the middle of its height; a benefit's points at the right."""
        size, place, node = drawn.size, drawn.place, drawn.node
        step = size * LEADING
        lines = [(line, part) for part in drawn.text for line in part.lines]
        y = place.middle - len(lines) * step / 2 + size * 0.94
        lacks = node.lacking or not node.title or node.worse
        for line, part in lines:
            colour = RISK if part.quiet and lacks else QUIET if part.quiet else INK
            self.text(left, y, line, TextStyle(size, colour, part.weight))
            y += step
        if node.kind == "benefit":
            last = y - step
            style = TextStyle(size, INK, "semibold", align="end")
            self.text(place.right - PAD, last, node.note, style)

    def key(self, *, own_project: bool, worse: bool) -> None:
        """Draw the key to the signs."""
        t, y = self.t, self.page.height - MARGIN - 4
        promised = t("On the right of a benefit: points promised.")
        played = t("On the right of a benefit: points claimed → harvested in the game.")
        parts = [
            t("Arrows point to what comes of it."),
            t("Dashed red: a risk and the idea it belongs to."),
            t("Dashed frame: a negative benefit."),
            promised if own_project else played,
        ]
        if worse:
            parts.append(t("Red below a measure: worse than before."))
        taken = [width(part) + _BETWEEN_PARTS for part in parts]
        size = min(7.0, (self.page.width - 2 * MARGIN) / sum(taken))
        x = MARGIN
        for part, across in zip(parts, taken, strict=True):
            self.text(x, y, part, TextStyle(size, QUIET))
            x += across * size
