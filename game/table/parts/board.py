"""The board: the four tracks with all cards on them, laid out as a benefit map."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.drag import DropTarget, Spot
from game.table import marks
from game.table.parts import gestures
from game.table.parts.chips import (
    TILE,
    TILE_FROM,
    draw_benefit_chip,
    draw_idea_chip,
    draw_risk_chip,
)
from game.table.parts.game_view import GameView
from game.table.parts.meters import draw_counted
from game.views.board import (
    BenefitChip,
    IdeaChip,
    RiskChip,
    TrackView,
    board_view,
    idea_key,
    lane_key,
)
from game.views.hand import HandCard, hand_key

T = TypeVar("T")

COLUMNS = (0.3, 0.31, 0.19, 0.2)
"""The shares of a track's width for ideas, benefits, risks and meter."""
_HEAD, _CAPTIONS, _SLIMMEST = 196, 26, 122
_TOKEN = 66
"""The side length of a realised idea, which shows only its letter."""


@dataclass(frozen=True, slots=True)
class BoardActions:
    """The callbacks of the board: an idea was pressed, a card was dropped."""

    open_idea: Callable[[str, str], object]
    """Gets the idea's id, and the key of the pressed widget."""
    drop: Callable[[HandCard, str | None], object] | None = None
    """Gets the card and the idea it was dropped on (``None``: its track); ``None`` for no drops."""


def draw_board(ui: Ui, box: Box, game: GameView, hands: BoardActions) -> None:
    """Draw the four tracks, top to bottom, under the column captions."""
    c = ui.canvas
    heads, box = box.cut_top(_CAPTIONS, 2)
    _captions(c, heads, game)
    board = board_view(game.names, game.state)
    rows = list(zip(box.rows(4, 9), board.tracks, strict=True))
    for row, track in rows:
        look = marks.TRACK[track.track]
        c.panel(row, theme.mix(theme.FELT_DARK, look.colour, 0.1), 16, line=theme.PANEL_LINE)
    for _ in c.alike():
        for row, track in rows:
            _head(c, row.cut_left(_head_wide(c))[0], track)
    for row, track in rows:
        _lane(ui, row, game, track, hands)


def _head_wide(c: Canvas) -> float:
    return _HEAD * (1 + (c.type.grow - 1) / 2)


def _columns(c: Canvas, row: Box) -> list[Box]:
    """The boxes of ideas, benefits, risks and the meter on a track."""
    return row.cut_left(_head_wide(c), 8)[1].inset(0, 8).columns(COLUMNS, 10)


def _captions(c: Canvas, box: Box, game: GameView) -> None:
    t, sizes = game.t, (20, 18, 16)
    ideas, benefits, risks, meter = _columns(c, Box(box.x, box.y - 8, box.w, box.h + 16))
    left, right = meter.inset(8, 0).columns([3, 2], 8)
    named = (
        (ideas, t("Ideas")),
        (benefits, t("Benefits")),
        (risks, t("Risks")),
        (left, t("Realised of goal")),
    )
    for _ in c.alike():
        for place, name in named:
            c.text(place, name, sizes, theme.CHALK_SOFT, "semibold", valign="middle")
        claimed = t("Claimed")
        c.text(right, claimed, sizes, theme.ACCENT, "semibold", align="right", valign="middle")


def _lane(ui: Ui, row: Box, game: GameView, track: TrackView, hands: BoardActions) -> None:
    c = ui.canvas
    ideas, benefits, risks, meter = _columns(c, row)
    for place in (benefits, risks, meter):
        c.fill(Box(place.x - 6, row.y + 14, 2, row.h - 28), theme.PANEL_LINE)
    place = Box(row.x, row.y, ideas.right - row.x, row.h).inset(3)
    if drop := hands.drop:
        ui.add(
            DropTarget(
                lane_key(track.track),
                place,
                accepts=lambda held: gestures.on_track(game, held, track.track),
                on_drop=lambda held: drop(held, None),
                radius=14,
                reach=Box(row.x, row.y, meter.x - row.x, row.h),
            )
        )
    _ideas(ui, ideas, game, track, hands)
    _benefits(ui, benefits, track, hands)
    _risks(ui, risks, track, hands)
    reached = track.meter
    values = (reached.points, reached.claimed)
    ui.add_gauge(f"meter:{track.track}", meter.inset(8, 0), values, partial(draw_counted, reached))


def _head(c: Canvas, box: Box, track: TrackView) -> None:
    """Draw letter, icon, name, and the indicator from baseline to target."""
    look = marks.TRACK[track.track]
    ink = theme.ink_on(look.colour)
    c.shape(box, look.colour, 16, ("round", "square", "square", "round"))
    inner = box.inset(14, 8)
    top, low = inner.cut_top(min(48, inner.h * 0.4), 0)
    letter, rest = top.cut_left(44, 8)
    c.text(letter, track.letter, (46, 40), ink, "bold", valign="middle")
    sign, rest = rest.cut_left(34, 0)
    c.icon(look.icon, sign.place(32, 32), ink)
    name, low = low.cut_top(min(32 * c.type.grow, low.h * (0.38 + (c.type.grow - 1) / 5)), 0)
    c.text(name, track.name, (26, 24, 22, 20), ink, "semibold", valign="middle")
    c.text(low, track.span, (20, 18, 16), ink, valign="middle")


# ------------------------------------------------------------------ cards on a track
def grid(
    box: Box, items: Sequence[T], *, widest: float, gap: float = 8, least: float = 0
) -> list[Box]:
    """A box per item: one row while the boxes stay wide, else two, filled by rows.

    Wide means at least ``least``, or by default four fifths of the maximum width ``widest``.
    """
    n = len(items)
    if not n:
        return []
    rows = 1 if box.w / n >= (least or widest * 0.8) else 2
    if box.w / math.ceil(n / rows) < 62 and rows == 2:
        rows = 3
    columns = math.ceil(n / rows)
    width = min(widest, (box.w - gap * (columns - 1)) / columns)
    height = (box.h - gap * (rows - 1)) / rows
    return [
        Box(
            box.x + (i % columns) * (width + gap),
            box.y + (i // columns) * (height + gap),
            width,
            height,
        )
        for i in range(n)
    ]


def _ideas(ui: Ui, box: Box, game: GameView, track: TrackView, hands: BoardActions) -> None:
    mine = track.ideas
    done = [idea for idea in mine if idea.status == "realised"]
    todo = [idea for idea in mine if idea.status != "realised"]
    if not mine:
        _empty(ui.canvas, box, game.t("Place ideas here"))
    if done:
        columns = math.ceil(len(done) / 2)
        side, box = box.cut_right(columns * (_TOKEN + 6) - 6, 10)
        for place, idea in zip(grid(side, done, widest=_TOKEN, gap=6), done, strict=True):
            _idea(ui, place.place(place.w, min(place.h, _TOKEN)), game, idea, hands)
    for place, idea in zip(grid(box, todo, widest=260, least=_SLIMMEST), todo, strict=True):
        _idea(ui, place, game, idea, hands)


def _empty(c: Canvas, box: Box, text: str) -> None:
    c.text(box, text, (22, 20, 18), theme.CHALK_SOFT, "italic", align="centre", valign="middle")


def _idea(ui: Ui, box: Box, game: GameView, idea: IdeaChip, hands: BoardActions) -> None:
    if drop := hands.drop:
        ui.add(
            DropTarget(
                f"on:{idea.idea}",
                box,
                accepts=lambda held: gestures.on_idea(game, held, idea.idea),
                on_drop=lambda held: drop(held, idea.idea),
                radius=12,
            )
        )
    look = (idea.status, idea.price, idea.maturity, idea.due, idea.reported)
    spot = _spot(box, idea, hands, lambda c, b: draw_idea_chip(c, b, idea))
    origins, entrance = (hand_key("ideas", idea.idea),), _from_below(ui, box)
    ui.add_piece(spot, appearance=look, origins=origins, entrance=entrance)


def _tiles(box: Box, items: Sequence[T]) -> list[Box]:
    """The boxes for benefits or risks; chips that show names are no higher than a tile."""
    places = grid(box, items, widest=300)
    return [p.place(p.w, min(p.h, TILE)) if p.w >= TILE_FROM else p for p in places]


def _benefits(ui: Ui, box: Box, track: TrackView, hands: BoardActions) -> None:
    mine = track.benefits
    if not mine:
        _empty(ui.canvas, box, ui.t("Benefits lie here"))
    for place, chip in zip(_tiles(box, mine), mine, strict=True):
        spot = _spot(place, chip, hands, partial(_draw_benefit, chip))
        look = (chip.estimate, chip.owner, chip.harvested, chip.followed, chip.made_up)
        held = hand_key("benefits", chip.card or ""), hand_key("claim", "")
        origins = (*held, idea_key(chip.idea))
        ui.add_piece(spot, appearance=look, origins=origins)


def _draw_benefit(chip: BenefitChip, c: Canvas, box: Box) -> None:
    draw_benefit_chip(c, box, chip)


def _risks(ui: Ui, box: Box, track: TrackView, hands: BoardActions) -> None:
    mine = track.risks
    if not mine:
        _empty(ui.canvas, box, ui.t("Risks lie here"))
    for place, chip in zip(_tiles(box, mine), mine, strict=True):
        spot = _spot(place, chip, hands, partial(_draw_risk, chip))
        look = (chip.severity, chip.outcome, chip.mitigations, chip.limit)
        origins = (hand_key("risks", chip.risk), idea_key(chip.idea))
        ui.add_piece(spot, appearance=look, origins=origins)


def _draw_risk(chip: RiskChip, c: Canvas, box: Box) -> None:
    draw_risk_chip(c, box, chip)


def _spot(
    box: Box,
    chip: IdeaChip | BenefitChip | RiskChip,
    hands: BoardActions,
    draw: Callable[[Canvas, Box], None],
) -> Spot:
    press = partial(hands.open_idea, chip.idea, chip.key)
    return Spot(chip.key, box, draw=draw, on_press=press, radius=12)


def _from_below(ui: Ui, box: Box) -> Box:
    """The start of the animation of a card that was in no hand: it was written at the table."""
    return Box(ui.area.centre[0] - box.w / 2, ui.area.bottom, box.w, box.h)
