"""Drawing the benefit map with matplotlib: one figure, as SVG with real text and as PNG."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch, PathPatch, Polygon, Rectangle
from matplotlib.path import Path as Curve
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from game.engine import Track
from game.i18n import Words, mark
from game.report.benefit_map import BenefitMap
from game.report.map_layout import BAND, COLUMNS, MARGIN, PAD, MapBox, MapPage, NodeBox
from game.report.map_pictures import draw_pictures, with_pictures
from game.report.map_text import (
    FALLBACK,
    FAMILY,
    LEADING,
    FontWeight,
    cut,
    missing_glyphs_allowed,
    prepare,
    width,
    wrap,
)
from game.wording import terms

DPI: Final = 200
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
_SETTINGS: Final[Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "gevinstbordet",
    "font.family": [FAMILY, FALLBACK],
    "path.simplify": False,
}


@dataclass(frozen=True, slots=True)
class Pictures:
    """The map in each file format."""

    svg: str
    png: bytes


def draw(benefit_map: BenefitMap, page: MapPage, title: str, under: str, t: Words) -> Pictures:
    """Draw the map below a title and a subtitle."""
    prepare()
    with mpl.rc_context(_SETTINGS), missing_glyphs_allowed():
        figure = Figure(figsize=(page.width / 72, page.height / 72), facecolor="white")
        drawing = _MapDrawing(figure, page, t)
        drawing.draw(benefit_map, title, under)
        svg = with_pictures(_as_svg(figure, title), page)
        draw_pictures(drawing.axes, page)
        return Pictures(svg, _as_png(figure, title))


def _as_svg(figure: Figure, title: str) -> str:
    out = BytesIO()
    about = {"Date": None, "Creator": "Gevinstbordet", "Title": title}
    canvas: Any = FigureCanvasSVG(figure)
    canvas.print_svg(out, metadata=about)
    return out.getvalue().decode()


def _as_png(figure: Figure, title: str) -> bytes:
    """A PNG with a palette: a third of the size, without a visible difference."""
    figure.set_dpi(DPI)
    canvas: Any = FigureCanvasAgg(figure)
    canvas.draw()
    across, down = canvas.get_width_height()
    drawn = Image.frombytes("RGBA", (across, down), bytes(canvas.buffer_rgba())).convert("RGB")
    about = PngInfo()
    about.add_itxt("Title", title)
    about.add_text("Software", "Gevinstbordet")
    out = BytesIO()
    few = drawn.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(out, "PNG", dpi=(DPI, DPI), pnginfo=about)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _TextStyle:
    """How a line of text is set; with ``middle`` its middle is placed, not its baseline."""

    size: float
    colour: str
    weight: FontWeight = "regular"
    align: str = "left"
    middle: bool = False


class _MapDrawing:
    """A page in points, its origin at the upper left."""

    def __init__(self, figure: Figure, page: MapPage, t: Words) -> None:
        self.page = page
        self.t = t
        self.axes: Any = figure.add_axes((0, 0, 1, 1))
        self.axes.set_xlim(0, page.width)
        self.axes.set_ylim(page.height, 0)
        self.axes.axis("off")

    def draw(self, benefit_map: BenefitMap, title: str, under: str) -> None:
        """Draw the title, the column names, the edges (below the nodes), the nodes and the key."""
        across = (self.page.width - 2 * MARGIN) / 14
        headline = cut(wrap(title, across, "semibold", self.t.lang), 1, across, "semibold")
        self.text(MARGIN, MARGIN + 10, " ".join(headline), _TextStyle(14, INK, "semibold"))
        self.text(MARGIN, MARGIN + 24, under, _TextStyle(8, QUIET))
        for name in COLUMNS:
            column = self.page.columns[name]
            self.heading(column, self.t(HEADINGS[name]))
        for edge in benefit_map.edges:
            self.edge(self.page.nodes[edge.source], self.page.nodes[edge.target])
        for drawn in self.page.nodes.values():
            self.node(drawn, benefit_map)
        worse = any(node.worse for node in benefit_map.nodes)
        self.key(own_project=benefit_map.own_project, worse=worse)

    # ------------------------------------------------------------------ text
    def text(self, x: float, y: float, text: str, style: _TextStyle) -> None:
        """A line of text, its baseline (or its middle) at ``y``."""
        self.axes.text(
            x,
            y,
            text,
            fontsize=style.size,
            color=style.colour,
            ha=style.align,
            parse_math=False,
            va="center_baseline" if style.middle else "baseline",
            fontweight=600 if style.weight == "semibold" else 400,
        )

    def heading(self, column: MapBox, text: str) -> None:
        """The name of a column, with a line below it."""
        y = column.y - 8
        size = min(8.0, column.w / max(1.0, width(text, "semibold")))
        self.text(column.x, y, text, _TextStyle(size, INK, "semibold"))
        self.line([(column.x, y + 4), (column.right, y + 4)], INK, 0.7)

    # ------------------------------------------------------------------ shapes
    def line(self, points: list[tuple[float, float]], colour: str, thick: float) -> None:
        """A line through points."""
        self.axes.add_patch(
            PathPatch(
                Curve(points), fill=False, edgecolor=colour, linewidth=thick, capstyle="round"
            )
        )

    def panel(self, place: MapBox, paper: str, edge: str, thick: float, dashed: bool) -> None:
        """A rounded panel."""
        self.axes.add_patch(
            FancyBboxPatch(
                (place.x, place.y),
                place.w,
                place.h,
                boxstyle="round,pad=0,rounding_size=2.5",
                facecolor=paper,
                edgecolor=edge,
                linewidth=thick,
                linestyle=(0, (3, 2)) if dashed else "solid",
            )
        )

    def band(self, place: MapBox, track: Track) -> None:
        """The band of a track at the side of a node."""
        self.axes.add_patch(
            Rectangle(
                (place.x, place.y),
                BAND - 2,
                place.h,
                facecolor=BANDS[track],
                edgecolor=STROKES[track],
                linewidth=0.6,
            )
        )

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
        self.curve((a.x, a.middle), (b.right + 3.2, end), colour, thick, dashed=False)
        self.head(b.right, end, colour)

    def threat(self, risk: MapBox, idea: MapBox) -> None:
        """A dashed line from a risk to its idea, ending in a bar."""
        end = min(max(risk.middle, idea.y + 6), idea.bottom - 6)
        self.curve((risk.x, risk.middle), (idea.right + 1.5, end), RISK, 1.0, dashed=True)
        self.line([(idea.right + 2, end - 3.5), (idea.right + 2, end + 3.5)], RISK, 1.6)

    def curve(
        self,
        a: tuple[float, float],
        b: tuple[float, float],
        colour: str,
        thick: float,
        *,
        dashed: bool,
    ) -> None:
        """A curve with horizontal ends."""
        bend = (b[0] - a[0]) / 2
        points = [a, (a[0] + bend, a[1]), (b[0] - bend, b[1]), b]
        codes = [Curve.MOVETO, Curve.CURVE4, Curve.CURVE4, Curve.CURVE4]
        self.axes.add_patch(
            PathPatch(
                Curve(points, codes),
                fill=False,
                edgecolor=colour,
                linewidth=thick,
                linestyle=(0, (2.4, 1.6)) if dashed else "solid",
            )
        )

    def head(self, x: float, y: float, colour: str) -> None:
        """An arrow head that points left."""
        points = [(x + 0.6, y), (x + 4.6, y - 2.2), (x + 4.6, y + 2.2)]
        self.axes.add_patch(Polygon(points, facecolor=colour, edgecolor="none"))

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
        self.words(drawn, drawn.left)

    def marks(self, drawn: NodeBox, track: Track, benefit_map: BenefitMap) -> None:
        """The content of the band: the track's letter, the idea's letter, or a warning sign."""
        node, place = drawn.node, drawn.place
        x, text = place.x + (BAND - 2) / 2, terms.track_letter(self.t, track)
        if node.kind == "risk":
            self.danger(x + 0.5, place.y + 8)
            style = _TextStyle(7, RISK, "semibold", align="center")
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
            style = _TextStyle(6, ink, align="center", middle=True)
            self.text(x + apart[0], place.middle + apart[1], text, style)
        else:
            self.sign(x, place.middle, text, 9, ink)

    def sign(self, x: float, y: float, letter: str, size: float, ink: str) -> None:
        """A bold letter round a point."""
        style = _TextStyle(size, ink, "semibold", align="center", middle=True)
        self.text(x, y, letter, style)

    def page_letter(self, benefit: str, benefit_map: BenefitMap) -> str:
        """The letter of the idea behind a benefit."""
        before = {edge.target: edge.source for edge in benefit_map.edges if edge.kind == "gives"}
        change = before.get(before.get(benefit, ""), "")
        return before.get(change, "")

    def danger(self, x: float, y: float) -> None:
        """A triangle with an exclamation mark."""
        points = [(x, y - 4.4), (x - 4.6, y + 3.4), (x + 4.6, y + 3.4)]
        self.axes.add_patch(Polygon(points, facecolor=RISK, edgecolor=RISK, linewidth=0.5))
        self.text(x, y + 2.4, "!", _TextStyle(5.6, "white", "semibold", align="center"))

    def words(self, drawn: NodeBox, left: float) -> None:
        """The text of a node, in the middle of its height; a benefit's points at the right."""
        size, place, node = self.page.size, drawn.place, drawn.node
        step = size * LEADING
        lines = [(line, part) for part in drawn.text for line in part.lines]
        y = place.middle - len(lines) * step / 2 + size * 0.94
        lacks = (node.kind == "benefit" and not node.owner) or not node.title or node.worse
        for line, part in lines:
            colour = RISK if part.quiet and lacks else QUIET if part.quiet else INK
            self.text(left, y, line, _TextStyle(size, colour, part.weight))
            y += step
        if node.kind == "benefit":
            last = y - step
            style = _TextStyle(size, INK, "semibold", align="right")
            self.text(place.right - PAD, last, node.note, style)

    def key(self, *, own_project: bool, worse: bool) -> None:
        """Draw the key to the signs."""
        t, y = self.t, self.page.height - MARGIN - 4
        promised = t("Right in a benefit: points promised.")
        played = t("Right in a benefit: points claimed → harvested in the game.")
        parts = [
            t("Arrows point to what comes of it."),
            t("Dashed red: a risk and the idea it belongs to."),
            t("Dashed frame: a negative benefit."),
            promised if own_project else played,
        ]
        if worse:
            parts.append(t("Red below a measure: worse than before."))
        line = "   ".join(parts)
        self.text(MARGIN, y, line, _TextStyle(min(7.0, self.fits(line)), QUIET))

    def fits(self, text: str) -> float:
        """The size at which a line fills the width of the page."""
        return (self.page.width - 2 * MARGIN) / max(1.0, width(text))
