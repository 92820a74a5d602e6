"""Dice in a hand and on their way: they wait, are shaken, tumble, and lie still.

What they show has been drawn by the rules and stands in the log before anybody holds them. How long
they are shaken and how they tumble is for the room alone, and decides nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

import pygame
from pygame import Surface

from game.gui import theme
from game.gui.cache import cached_surface
from game.gui.geometry import Box
from game.gui.paint import shapes
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour, mix

if TYPE_CHECKING:
    from game.gui.screen import ScreenHost

Stage = Literal["waiting", "held", "rolling", "lying"]
FACES = 6
"""The faces of a die."""
TUMBLES = 1.5
"""Seconds from letting go until the dice lie still."""
_RATTLES = 0.5
"""Seconds until dice that are shaken are heard once more."""
HANDS = "🤲"
"""Two hands held together; the dice lie in them until they are thrown."""
_TURNS = 6.0
"""How often a die turns over on its way; slowly enough that nothing flickers."""
_IN_HAND = 0.5
"""The side of a die in the hand, as a share of the hand's."""
_WAITING = (5, 3)
"""The sides that a waiting die shows: it stands on its edge, and no number is seen to lie."""
_TILTED = 0.35
"""How far it is turned from the one side to the other."""
_EDGE = 2
"""Pixels left clear round a die, so that its edge is smooth when it is turned."""
_HOP = 0.18
"""How high a die hops, as a share of its side."""


def decides(limit: int) -> bool:
    """Whether anything hangs on a die that decides at ``limit`` or less."""
    return 0 < limit < FACES


class DiceThrow:
    """The throw of some dice that show ``eyes`` in the end; then ``on_rest`` is called.

    ``seat`` is who is asked to throw. ``hand`` and ``places`` are where the dice are shaken and
    where they come to rest; a screen sets them whenever it is built.
    """

    def __init__(
        self,
        app: ScreenHost,
        seat: int,
        eyes: Sequence[int],
        on_rest: Callable[[], object],
    ) -> None:
        self.app = app
        self.seat = seat
        self.eyes = tuple(eyes)
        self.on_rest = on_rest
        self.stage: Stage = "waiting"
        self.hand = Box(0, 0, 0, 0)
        self.places: Sequence[Box] = ()
        self._since = self._rattled = 0.0

    @property
    def pending(self) -> bool:
        """Whether the dice do not lie yet, so that nobody may see what they show."""
        return self.stage != "lying"

    # ------------------------------------------------------------------ the throw
    def hold(self) -> None:
        """Take the dice and shake them."""
        if self.stage == "waiting":
            self.stage, self._since = "held", self.app.clock
            self._rattled = self.app.clock
            self.app.sound.play("rattle")
            self.app.wake()

    def let_go(self) -> None:
        """Throw the dice; without animations they lie at once."""
        if self.stage in ("waiting", "held"):
            self.stage = "rolling"
            self.app.sound.play("roll")
            self.app.animator.play(self._tumble, TUMBLES, done=self._rest, watched=True)

    def show(self) -> None:
        """Show at once what they give."""
        if self.stage == "rolling":
            self.app.animator.skip()
        elif self.pending:
            self.app.sound.play("die")
            self._rest()

    def _rest(self) -> None:
        if self.pending:
            self.stage = "lying"
            self.on_rest()

    def keep_moving(self) -> None:
        """Ask for another frame while they are shaken, and let them be heard."""
        if self.stage != "held":
            return
        self.app.wake()
        if self.app.clock - self._rattled >= _RATTLES:
            self._rattled = self.app.clock
            self.app.sound.play("rattle")

    # ------------------------------------------------------------------ drawing
    def draw_still(self, c: Canvas) -> None:
        """Draw the hands, and the dice that wait in them."""
        if self.stage in ("waiting", "held"):
            c.emoji(HANDS, self.hand)
        if self.stage == "waiting":
            self._in_hand(c, 0.0)

    def draw_held(self, c: Canvas) -> None:
        """Draw the dice that are shaken, in every frame."""
        if self.stage == "held":
            self._in_hand(c, self.app.clock - self._since)

    def _in_hand(self, c: Canvas, seconds: float) -> None:
        for n, box in enumerate(_dice_in(self.hand, len(self.eyes))):
            rattle = math.sin(23 * seconds + n) if seconds else 0.0
            hop = abs(math.sin(17 * seconds + 2 * n)) if seconds else 0.0
            place = box.move(rattle * box.w * 0.09, -hop * box.h * 0.12)
            edge = _TILTED + 0.25 * math.sin(13 * seconds + n) if seconds else _TILTED
            _draw_cube(c, place, _WAITING, edge, 16.0 * rattle + 12.0 * (n or -1))

    def _tumble(self, c: Canvas, share: float) -> None:
        starts = _dice_in(self.hand, len(self.eyes))
        for n, (start, end, eyes) in enumerate(zip(starts, self.places, self.eyes, strict=False)):
            _draw_tumbling(c, start, end, eyes, share, 1 if n % 2 else -1)


def _dice_in(hand: Box, count: int) -> list[Box]:
    """Where the dice lie in the hand, beside each other."""
    side = hand.h * _IN_HAND / max(1.0, count * 0.75)
    row = hand.place(side * (count + 0.15 * (count - 1)), side, 0.5, 0.28)
    return row.columns(count, side * 0.15)


def _draw_tumbling(c: Canvas, start: Box, end: Box, outcome: int, share: float, way: int) -> None:
    """Draw a die on its way from the hand to its place: fast at first, slower and slower."""
    left = (1 - share) ** 2
    hop = abs(math.sin(share * 3.5 * math.pi)) * end.h * _HOP * (1 - share)
    x = end.centre[0] + (start.centre[0] - end.centre[0]) * left + way * end.w * 0.3 * share * left
    y = end.centre[1] + (start.centre[1] - end.centre[1]) * left - hop
    side = start.w + (end.w - start.w) * share
    place = Box(x - end.w / 2, y - end.w / 2, end.w, end.w)
    ground = place.inset((end.w - side) / 2 + hop / 5).move(dy=hop + side * 0.05)
    c.shadow(ground, side / 4, 12)
    turns = _TURNS * left
    over = math.ceil(turns)
    sides = side_before(outcome, over), side_before(outcome, max(0, over - 1))
    _draw_cube(c, place, sides, over - turns, way * 150 * left, side / end.w)


def side_before(outcome: int, turns: int) -> int:
    """The side on top of a die that shows ``outcome`` after turning over so often.

    It rolls straight on, so every second side is the one opposite.
    """
    beside = outcome % 6 + 1
    if beside == 7 - outcome:
        beside = beside % 6 + 1
    return (outcome, beside, 7 - outcome, 7 - beside)[turns % 4]


def _draw_cube(
    c: Canvas, box: Box, sides: tuple[int, int], over: float, angle: float, scale: float = 1.0
) -> None:
    """Draw a die that turns from one side over to the other, seen from above."""
    px = c.px(min(box.w, box.h), 4)
    die = cube(px, sides, round(over * 12) / 12, c.tone(theme.PAPER), c.tone(theme.INK))
    turned = pygame.transform.rotozoom(die, angle, scale)
    wide, high = turned.get_width() / 2 / c.u, turned.get_height() / 2 / c.u
    c.image(turned, (box.centre[0] - wide, box.centre[1] - high))


@cached_surface(1_000_000)
def cube(px: int, sides: tuple[int, int], over: float, paper: Colour, ink: Colour) -> Surface:
    """A die between two of its sides: the first goes down on the right, the second comes up."""
    going, coming = (round(px * part(over * math.pi / 2)) for part in (math.cos, math.sin))
    surface = Surface((going + coming + 2 * _EDGE, px + 2 * _EDGE), pygame.SRCALPHA)
    body = surface.get_rect().inflate(-2 * _EDGE, -2 * _EDGE)
    shapes.shape(surface, body, mix(paper, ink, 0.25), px // 5)
    for side, wide, x, dark in ((1, coming, 0, 0.0), (0, going, coming, 0.14)):
        face = shapes.die_face(px, sides[side], mix(paper, ink, dark * min(1, coming / px)), ink)
        shown = pygame.transform.smoothscale(face, (wide, px))
        surface.blit(shown, (_EDGE + x, _EDGE))
    return surface
