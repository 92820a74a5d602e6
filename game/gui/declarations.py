"""What a screen declares in one pass: its widgets, and the pieces and gauges of its scene."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from game.frozen import frozen
from game.gui.geometry import Box, Point
from game.gui.host import Host
from game.gui.kept import KeptParts
from game.gui.motion.scene import Gauge, Piece, Scene, Values
from game.gui.motion.transitions import Transitions
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Typesetter
from game.gui.widgets.base import REST, DragMode, Portable, Tip, Widget
from game.gui.widgets.drag import DropTarget, Spot
from game.gui.widgets.explained import Explained
from game.gui.widgets.scroll import Scroll
from game.gui.widgets.tooltip import LANE
from game.i18n import Words

W = TypeVar("W", bound=Widget)
T = TypeVar("T")
_OVER_COVER = 4
"""Between what lies in the lane and what is told above it."""


@frozen
class Cover:
    """What lies over a screen, as a hint does: its box, how it is drawn, and its own widgets."""

    box: Box
    draw: Callable[[Canvas], object]
    prefix: str
    """The beginning of the keys of its widgets."""


class Declarations(ABC):
    """The widgets that ``build`` declares, and the state that is kept from build to build."""

    canvas: Canvas
    area: Box
    free: Box
    """The part of the area that a dialog may take."""
    covered: Box | None = None
    """Where a dialog lies, if this is one."""
    lane: Box | None = None
    """The place that a screen keeps free for tips, refusals and news."""
    cover: Cover | None = None
    """What lies over this screen."""
    opened: Box | None = None
    """Where something is shown large just now, if anything is."""
    strip: Box | None = None
    """The place kept free for what is said over this screen, where that needs one of its own."""
    transitions: Transitions

    def __init__(self, host: Host) -> None:
        self.host = host
        self.widgets: list[Widget] = []
        self.places: dict[str, Box] = {}
        """Named boxes that are not widgets, for hints that point at them."""
        self.memory: dict[str, Any] = {}
        self._found: dict[Hashable, Any] = {}
        self.frame: set[str] = set()
        """The keys of what stands round the content. Sideways arrows do not go there: what the
        content does not want is left to the screen, which may turn its pages."""
        self.zoom = self.grow = 1.0
        """How much larger than on other screens its design unit is, and how much text grows."""
        self.kept = 0.0
        """How high a strip has to be kept free for what is said over this screen."""
        self.focus: str | None = None
        self._foremost: str | None = None
        self._written_in: str | None = None
        """The field that somebody went into or wrote in: Esc leaves it before anything else."""
        self._left: str | None = None
        """The field that was left by Esc: it does not take the focus back by itself."""
        self.dirty = True
        self._scroll: Scroll | None = None
        self._pieces: list[Piece] = []
        self._gauges: list[Gauge] = []
        self._scene_drawn = False
        self._parts = KeptParts()

    @abstractmethod
    def call(self, callback: Callable[..., object], *args: object) -> None:
        """Call a callback, then rebuild the screen."""

    @abstractmethod
    def pick_up(
        self, source: Portable, mode: DragMode, at: Point, pressed: Point | None = None
    ) -> None:
        """Start a drag; ``pressed`` is where the button went down, if the mouse has moved since."""

    @property
    def t(self) -> Words:
        """The translations of the current language."""
        return self.host.t

    @property
    def clock(self) -> float:
        """Seconds since the application started."""
        return self.host.clock

    @property
    def type(self) -> Typesetter:
        """The typesetter for the current text size."""
        return self.canvas.type

    def zoomed(self, canvas: Canvas) -> Canvas:
        """A canvas of the window in this screen's units."""
        return canvas.zoomed(self.zoom, self.grow)

    def add(self, widget: W) -> W:
        """Declare a widget and draw it on the still layer. Declaration order is Tab order."""
        if self._scroll:
            widget.clip = self._scroll.box
            widget.scrolled = self._scroll.offset
            self._scroll.inside.append(widget.key)
        self.widgets.append(widget)
        widget.setting = self.type.setting
        widget.attach(self)
        widget.draw(self.canvas, REST)
        return widget

    def alike(self) -> Iterator[None]:
        """As :meth:`Canvas.alike`, for what is drawn and for the widgets declared in the loop."""
        before = len(self.widgets)
        for _ in self.canvas.alike():
            del self.widgets[before:]
            yield

    def add_piece(
        self,
        spot: Spot,
        *,
        appearance: object = None,
        origins: tuple[str, ...] = (),
        entrance: Box | None = None,
        highlighted: bool = True,
    ) -> None:
        """Declare a spot with a piece on it; the piece slides when its place changes.

        It is drawn when the screen calls :meth:`draw_scene`. For the rest see
        :class:`~game.gui.motion.scene.Piece`.
        """
        self.widgets.append(spot)
        spot.attach(self)
        draw = spot.draw_at
        if draw is not None:
            self._pieces.append(
                Piece(spot.key, spot.box, draw, appearance, origins, entrance, highlighted)
            )

    def part(self, key: Hashable, inputs: object, declare: Callable[[], object]) -> None:
        """Call ``declare``, unless all it would draw and declare is taken over from the last build.

        It is taken over while ``inputs`` are equal to those of then. So they must have everything
        that the part shows; what is told when it is pointed at is found out anew.
        """
        if self._scroll:  # it has to know what is inside
            declare()
            return
        here = (inputs, self.type.setting, tuple(self.canvas.surface.get_clip()))
        taken = self._parts.add(key, here, declare)
        for widget in taken.gave[0] if taken else ():
            widget.forget_told()

    def forget_parts(self) -> None:
        """Draw everything anew in the next build."""
        self._parts.forget()
        self.transitions.forget_parts()

    def explain(self, name: str, box: Box, text: Tip) -> None:
        """Declare what a place without words says when it is pointed at."""
        self.add(Explained(name, box, text))

    def add_cover(self, cover: Cover) -> None:
        """Draw something over the screen; it stays above all that moves there."""
        self.cover = cover
        cover.draw(self.canvas)

    def keep_strip(self, box: Box, gap: float) -> Box:
        """Keep the strip that is needed, if any, at the lower edge of a box; returns the rest."""
        if not self.kept:
            return box
        self.strip, rest = box.cut_bottom(self.kept, gap)
        return rest

    def keep_lane(self, box: Box, gap: float, *, shared: bool) -> Box:
        """Keep the lane at the lower edge of a box; returns the rest.

        Where it is ``shared``, the strip that is needed, if any, takes its place, and is as high as
        either wants to be; elsewhere it lies above it.
        """
        if shared and self.kept:
            self.strip, rest = box.cut_bottom(max(LANE, self.kept), gap)
            self.lane = self.strip
            return rest
        self.lane, rest = box.cut_bottom(LANE, gap)
        return self.keep_strip(rest, gap)

    @property
    def tip_lane(self) -> Box | None:
        """Where what is pointed at is told: in the lane, or above it where a hint lies in it."""
        cover, lane = self.cover, self.lane
        if lane is None or cover is None or not cover.box.overlap(lane):
            return lane
        return Box(lane.x, cover.box.y - LANE - _OVER_COVER, lane.w, LANE)

    def add_gauge(
        self,
        key: str,
        box: Box,
        values: Values,
        draw: Callable[[Canvas, Box, Values, Values], None],
    ) -> None:
        """Declare a gauge; it counts up or down to new values. :meth:`draw_scene` draws it."""
        self._gauges.append(Gauge(key, box, values, draw))

    def draw_scene(self, state: object) -> None:
        """Draw the declared pieces and gauges; if ``state`` has changed, animate differences."""
        self._scene_drawn, covered = True, not self.host.is_on_top(self)
        scene = Scene({p.key: p for p in self._pieces}, {g.key: g for g in self._gauges})
        self.transitions.draw(self.canvas, self.area, scene, state, covered=covered)

    @contextmanager
    def scroll(self, key: str, box: Box, height: float) -> Iterator[Box]:
        """A scrollable area for content of a height; yields the content's box at its offset."""
        area = self.add(Scroll(key, box, height))
        self._scroll = area
        with self.canvas.clipped(box):
            yield area.content(self)
        self._scroll = None

    def focus_on(self, key: str) -> None:
        """Focus a widget if none has focus; it also gets Enter after a click on the background."""
        self._foremost = key
        if self.focus is None and key != self._left:
            self.focus = key

    def rebuild(self) -> None:
        """Rebuild the screen before the next frame."""
        self.dirty = True
        self.host.wake()

    def wake(self) -> None:
        """Request a new frame; the still layer has not changed."""
        self.host.wake()

    def refuse(self, text: str) -> None:
        """Say for a while why something cannot be done, until something else is."""
        self.host.refuse(text)

    def refresh_text_input(self) -> None:
        """Tell the system's input method where the caret is now."""
        self.host.refresh_text_input()

    def _reachable(self) -> list[Widget]:
        return [w for w in self.widgets if w.focusable and not isinstance(w, DropTarget)]

    def once(self, key: Hashable, find: Callable[[], T]) -> T:
        """What follows from the build alone and is wanted in every frame: found once in a build."""
        if key not in self._found:
            self._found[key] = find()
        found: T = self._found[key]
        return found

    def boxes_kept(self) -> list[Box]:
        """The boxes of what can be pressed and read."""
        return [*self.boxes_in_use(), *self.boxes_read()]

    def boxes_read(self) -> list[Box]:
        """The boxes of text and cards."""
        by = 1 / self.canvas.u
        return [Box(*rect).scaled(by) for rect in self.canvas.occupied]

    def boxes_in_use(self) -> list[Box]:
        """The boxes of what can be pressed."""
        return [w.box for w in self.widgets if w.focusable and not isinstance(w, DropTarget)]

    def find(self, key: str | None) -> Widget | None:
        """The widget with a key."""
        return next((w for w in self.widgets if w.key == key), None)
