"""What is told of a card when it is pointed at: the card as a whole, and each sign on it."""

from __future__ import annotations

from collections.abc import Callable

from game.frozen import frozen
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.paint.unpainted import Unpainted
from game.gui.text.typesetter import Typesetter
from game.gui.ui import Ui
from game.gui.widgets.explained import Explained
from game.gui.widgets.sign import Sign
from game.table.cards import draw_card
from game.table.cards.fitting import LARGE
from game.table.parts.game_view import GameView
from game.views.faces import EventFace, Face, RoleFace
from game.views.signs import WHOLE

Draw = Callable[[Canvas, Box], None]
What = tuple[str, ...]


@frozen
class CardSigns:
    """Finds the signs of a card where it is drawn; ``large`` is its face when it is opened.

    The signs that only the opened card has are told with the place of the whole card. A ``still``
    card cannot be pressed, so as a whole it does not say what pressing it does.
    """

    game: GameView
    type: Typesetter
    box: Box
    face: Face
    draw: Draw
    large: Callable[[], Face | None] | None = None
    still: bool = False

    def __call__(self) -> list[Sign]:
        """The card as a whole, then its signs in the order they are drawn."""
        found = places(self.type, self.box, self.draw)
        signs = [
            self._sign(self.box, self._whole()),
            *(self._sign(box, what) for box, what in found),
        ]
        known = {what for _, what in found}
        face = self.large() if self.large else None
        if face is not None:
            drawn = places(self.type, LARGE, lambda c, b: draw_card(c, b, face))
            more = [what for _, what in drawn if what not in known]
            signs += [self._sign(self.box, what, face) for what in dict.fromkeys(more)]
        return signs

    def _whole(self) -> What:
        """The sign by which the card as a whole is told."""
        face = self.face
        letter = "" if isinstance(face, EventFace | RoleFace) else face.letter
        return ("letter",) if self.still and letter else WHOLE

    def _sign(self, box: Box, what: What, face: Face | None = None) -> Sign:
        return Sign(box, self.game.sign(face or self.face, what), what)


def places(type_: Typesetter, box: Box, draw: Draw) -> list[tuple[Box, What]]:
    """Where the signs of a card are when it is drawn in a box, each once; nothing is painted."""
    canvas = Unpainted(type_)
    draw(canvas, box)
    found = {what: place for place, what in canvas.told if what != WHOLE}
    return [(place, what) for what, place in found.items()]


def show_card(ui: Ui, name: str, box: Box, game: GameView, face: Face) -> None:
    """Draw a card that lies still on a screen; each of its signs tells what it means."""
    draw_card(ui.canvas, box, face)
    tell_card(ui, name, box, game, face)


def tell_card(ui: Ui, name: str, box: Box, game: GameView, face: Face) -> None:
    """Have each sign of a card that is drawn already tell what it means."""
    place = Explained(name, box, "")
    place.tells = CardSigns(
        game, ui.type, box, face, lambda c, b: draw_card(c, b, face), still=True
    )
    ui.add(place)
