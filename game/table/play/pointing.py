"""What is pointed at: all that is linked to it lights up, and its card opens large."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine import TRACKS, Idea
from game.table import theme
from game.table.canvas import Canvas
from game.table.cards import draw_card
from game.table.cards.faces import Face
from game.table.carry import Draggable
from game.table.frame import Box
from game.table.play import faces
from game.table.play.game import GameView
from game.table.play.hand import hand_face
from game.table.ui import Ui

_LARGE = (372, 500)
"""The size of an opened card."""


def draw_pointed(c: Canvas, ui: Ui, game: GameView, key: str) -> None:
    """Draw links and the large card for the widget under the pointer or the focus."""
    widget = ui.find(key)
    if widget is None:
        return
    kind, _, rest = key.partition(":")
    if isinstance(widget, Draggable):
        # A card in the hand that is large enough already needs no second picture.
        if widget.box.h < 400:
            _open(c, ui, widget.box, hand_face(game, widget.payload, opened=True))
        return
    idea = game.state.idea(rest.partition(":")[0]) if kind in ("idea", "benefit", "risk") else None
    if idea is None:
        return
    _links(c, ui, idea)
    face = _face(game, idea, kind, rest.partition(":")[2])
    if face is not None:
        _open(c, ui, widget.box, face)


def _face(game: GameView, idea: Idea, kind: str, rest: str) -> Face | None:
    if kind == "benefit":
        track = next(t for t in TRACKS if t == rest)
        return faces.benefit_face(game, idea, track)
    if kind == "risk":
        risk = idea.risk(rest)
        return faces.risk_face(game, idea, risk) if risk else None
    return faces.idea_face(game, idea)


def _links(c: Canvas, ui: Ui, idea: Idea) -> None:
    """Frames round all cards of an idea, and a line from it to each of them."""
    home = ui.find(f"idea:{idea.id}")
    if home is None:
        return
    for key, colour in _linked(idea):
        widget = ui.find(key)
        if widget is None:
            continue
        a, b = home.box, widget.box
        c.curve((a.right, a.centre[1]), (b.x, b.centre[1]), theme.FELT_DARK, 9)
        c.curve((a.right, a.centre[1]), (b.x, b.centre[1]), colour, 5, arrow=True)
        c.outline(b.inset(-4), colour, 15, 4)
    c.outline(home.box.inset(-4), theme.ACCENT, 15, 5)


def _linked(idea: Idea) -> Iterator[tuple[str, theme.Colour]]:
    for track, _ in idea.claims():
        yield f"benefit:{idea.id}:{track}", theme.GOOD
    for risk in idea.risks:
        yield f"risk:{idea.id}:{risk.id}", theme.RISK_LINK


def _open(c: Canvas, ui: Ui, near: Box, face: Face) -> None:
    """The card large: above a card in the hand, else over the meters, where it hides no link."""
    w, h = _LARGE
    area = ui.area.inset(16)
    if near.y > area.y + area.h * 0.7:
        x = min(max(near.centre[0] - w / 2, area.x), area.right - w)
        y = max(area.y, near.y - h - 14)
    else:
        x = area.right - w
        y = min(max(near.centre[1] - h / 2, area.y), area.bottom - h)
    draw_card(c, Box(x, y, w, h), face)
