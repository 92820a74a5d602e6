"""Pointing at a card: its linked cards are highlighted, and the card opens large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

from game.gui import theme
from game.gui.geometry import Box, Point
from game.gui.paint.canvas import Canvas, course
from game.gui.paint.unpainted import Unpainted
from game.gui.text.typesetter import Typesetter
from game.gui.ui import Ui
from game.gui.widgets.base import Widget
from game.gui.widgets.button import Button
from game.gui.widgets.drag import Draggable
from game.gui.widgets.explained import Explained
from game.table import marks
from game.table.cards import draw_card, draw_opened
from game.table.cards.fitting import LARGE
from game.table.parts.card_signs import What, places
from game.table.parts.game_view import GameView
from game.views.board import Links, idea_key, linked_to, links_of, opened
from game.views.faces import Face
from game.views.hand import hand_face
from game.views.signs import WHOLE

_STEP = 120
"""How densely places for it are looked for."""
_APART = 8
"""Between a large card and the lane where things are told."""
_RING = 3
"""How far a ring stands out round a sign."""
_OVER = 5
"""How far pawns and seals stand out over the edges of cards."""


Ends = tuple[Point, Point]
"""Where a line begins and where it ends."""


def draw_pointed(c: Canvas, ui: Ui, game: GameView, key: str) -> None:
    """Draw links and the large card for the widget under the pointer or the focus."""
    widget, ui.opened = ui.find(key), None
    if widget is None:
        return
    if isinstance(widget, Draggable):
        # A card in the hand that is already large enough is not opened again.
        if widget.box.h < 400 * c.type.grow:
            _open(
                c,
                ui,
                widget,
                [],
                hand_face(game.names, game.state, widget.payload, opened=True),
            )
        return
    links = linked_to(game.state, key)
    if links is None:
        return
    linked = _links(c, ui, links)
    face = opened(game.names, game.state, key)
    if face is not None:
        _open(c, ui, widget, linked, face)


def point_ahead(ui: Ui, game: GameView) -> Iterator[None]:
    """Lay out what is shown when an idea, or a card in the hand, is pointed at: one after another.

    How its texts are set takes longest, and little room: the pictures of all would take much.
    """
    ideas = {idea_key(idea.id) for idea in game.state.ideas}
    for widget in ui.widgets:
        if isinstance(widget, Draggable) or widget.key in ideas:
            for find in (unlinked, partial(draw_pointed, Unpainted(ui.type)), _told):
                find(ui, game, widget.key)
                yield


def _told(ui: Ui, game: GameView, key: str) -> object:
    """What is told of the signs of a card: a widget finds it out once."""
    widget = ui.find(key)
    return widget and widget.told


def unlinked(ui: Ui, game: GameView, key: str | None) -> list[Box]:
    """The boxes of cards not linked to the one pointed at; none if it has no links."""
    links = linked_to(game.state, key) if key else None
    if links is None or ui.find(key) is None:
        return []
    others = ui.once("cards", partial(_all_cards, game)) - set(links)
    return [w.box.inset(-_OVER) for w in ui.widgets if w.key in others]


def _all_cards(game: GameView) -> set[str]:
    return {card for idea in game.state.ideas for card in links_of(game.state, idea)}


def _links(c: Canvas, ui: Ui, links: Links) -> list[Box]:
    """Draw frames round the cards of an idea and, where they strike through nothing, lines to
    them; returns their boxes."""
    colours = dict.fromkeys(links.benefits, theme.GOOD) | dict.fromkeys(
        links.risks, marks.RISK_LINK
    )
    boxes = {w.key: w.box for w in ui.widgets if w.key in links}
    start = boxes.pop(links.idea, None)
    if start is None:
        return []
    for key, b in boxes.items():
        if ends := ui.once(("line", start, b), partial(_clear_line, ui, start, b)):
            c.curve(*ends, colours[key], 5, arrow=True, edge=theme.FELT_DARK)
        c.outline(b.inset(-4), colours[key], 15, 4)
    c.outline(start.inset(-4), theme.ACCENT, 15, 5)
    return [start, *boxes.values()]


def _clear_line(ui: Ui, start: Box, end: Box) -> Ends | None:
    """The ends of a line between two cards that strikes through nothing: else frames tell it."""
    ends = _ends(start, end)
    read = ui.once("read", ui.boxes_read)
    return ends if ends is not None and _is_clear(ends, (start, end), read) else None


def _is_clear(ends: Ends, own: tuple[Box, Box], read: Sequence[Box]) -> bool:
    points = course(*ends)
    near, ours = _round(points), [box.inset(-_OVER) for box in own]
    others = [b for b in read if b.overlap(near) and not any(mine.overlap(b) for mine in ours)]
    return not any(at in box for at in points for box in others)


def _round(points: Sequence[Point]) -> Box:
    """A box round points, with room at its edges."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    x, y = min(xs) - 1, min(ys) - 1
    return Box(x, y, max(xs) + 1 - x, max(ys) + 1 - y)


def _ends(start: Box, end: Box) -> Ends | None:
    """Where a line leaves a box and meets another; none within a column, where frames tell it."""
    if end.x >= start.right:
        return (start.right, start.centre[1]), (end.x, end.centre[1])
    if end.right <= start.x:
        return (start.x, start.centre[1]), (end.right, end.centre[1])
    return None


def _open(c: Canvas, ui: Ui, near: Widget, linked: list[Box], face: Face) -> None:
    """Draw the card large, larger still in large print; its place is found once in every build."""
    find = partial(_place, ui, c.type.growths, near.box, linked)
    ui.opened = place = ui.once(("opened", near.key), find)
    with c.type.growing(1):
        draw_opened(c, place, face)
        _ring(c, ui, place, face)


@lru_cache(maxsize=4)
def _signs_of(type_: Typesetter, place: Box, face: Face) -> list[tuple[Box, What]]:
    """Where the signs of a large card are; asked for in every frame."""
    return places(type_, place, partial(draw_card, face=face))


def _ring(c: Canvas, ui: Ui, place: Box, face: Face) -> None:
    """Ring the sign that is told of, on the card and on the large card."""
    told = ui.told()
    if told is None or not told.what or told.what == WHOLE:
        return
    found = _signs_of(c.type, place, face)
    for box in [told.box, *(box for box, what in found if what == told.what)]:
        _ring_round(c, box, ui.once("read", ui.boxes_read))


def _ring_round(c: Canvas, box: Box, read: Sequence[Box]) -> None:
    """A ring round a sign that strikes through no letters of what stands close above or below."""
    wide = box.inset(-_RING)
    above, below = (
        any(other.overlap(edge) and not other.overlap(box.inset(2)) for other in read)
        for edge in (Box(box.x, wide.y, box.w, _RING), Box(box.x, box.bottom, box.w, _RING))
    )
    top = box.y if above else wide.y
    ring = Box(wide.x, top, wide.w, (box.bottom if below else wide.bottom) - top)
    if not above and not below:
        c.outline(ring, theme.FELT_DARK, 9, 5)
    c.outline(ring.inset(1), theme.ACCENT, 8, 3)


def _place(ui: Ui, growths: Sequence[float], near: Box, linked: list[Box]) -> Box:
    """The place for the large card: above a card in the hand, else where it hides least."""
    area = ui.area.inset(16)
    lane = ui.tip_lane
    free = area if lane is None else area.cut_top(lane.y - _APART - area.y)[0]
    if near.y > free.bottom:
        grow = next((grow for grow in growths if LARGE.h * grow <= free.h), 1.0)
        w, h = LARGE.w * grow, LARGE.h * grow
        x = min(max(near.centre[0] - w / 2, area.x), area.right - w)
        return _beside_cover(ui, area, Box(x, max(area.y, free.bottom - h), w, h))
    needed, pressed = [*linked, near, *_explained(ui)], _pressed(ui)
    sizes = dict.fromkeys((growths[0], 1.0))
    places = [place for grow in sizes for place in _around(free, near, grow)]
    return _hiding_least(_hiding_least(places, pressed), needed)[0]


def _beside_cover(ui: Ui, area: Box, place: Box) -> Box:
    """The place of a large card above the hand, moved aside where a hint would lie over it."""
    if ui.cover is None or not place.overlap(ui.cover.box):
        return place
    hint = ui.cover.box
    beside = [hint.right + _APART, hint.x - _APART - place.w]
    within = [x for x in beside if area.x <= x <= area.right - place.w]
    return place.move(min(within, key=lambda x: abs(x - place.x), default=place.x) - place.x)


def _around(area: Box, near: Box, grow: float) -> list[Box]:
    """Places for a large card of a size: beside the small one, and at the edges of the area."""
    w, h = LARGE.w * grow, LARGE.h * grow
    level = min(max(near.centre[1] - h / 2, area.y), area.bottom - h)
    across = range(round(area.x), round(area.right - w), _STEP)
    return [
        Box(x, max(area.y, y), w, h)
        for x in (area.right - w, area.x, near.x - w - 30, near.right + 30, *across)
        for y in (level, area.y, area.bottom - h)
        if area.x <= x <= area.right - w
    ]


def _pressed(ui: Ui) -> list[Box]:
    """What a large card may only hide where it finds no other place: what is pressed, told, or
    has just changed."""
    changed = ui.transitions.changes.highlighted
    cover = [] if ui.cover is None else [ui.cover.box]
    lane = [] if ui.tip_lane is None else [ui.tip_lane]
    kept = (w for w in ui.widgets if isinstance(w, Button | Draggable) or w.key in changed)
    return [*cover, *lane, *(w.box for w in kept)]


def _explained(ui: Ui) -> list[Box]:
    """The meters, and whatever else tells where the game stands."""
    return [w.box for w in ui.widgets if isinstance(w, Explained)]


def _hiding_least(places: Sequence[Box], boxes: Sequence[Box]) -> list[Box]:
    """The places that hide the smallest area of boxes, in their order."""
    hidden, rows = [], dict[tuple[float, float], list[Box]]()
    for place in places:  # those of a row are laid against the boxes at its height alone
        row = place.y, place.y + place.h
        if row not in rows:
            rows[row] = [b for b in boxes if b.y < row[1] and b.y + b.h > row[0]]
        hidden.append(sum(place.overlap(b) for b in rows[row]))
    least = min(hidden)
    return [place for place, area in zip(places, hidden, strict=True) if area == least]
