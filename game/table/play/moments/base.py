"""The frame of a moment that the whole room watches: a panel over the table, and Go on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

import pygame

from game.engine import Event, State
from game.gui import theme
from game.gui.dialogs.modal import keep_aside
from game.gui.geometry import Box
from game.gui.keys import KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.table.parts.dice import DiceThrow
from game.table.parts.folded_events import FoldedEvent
from game.table.parts.game_view import GameView
from game.table.parts.stage_pieces import thrown_die
from game.table.parts.throwing import add_throw_button, draw_invitation

if TYPE_CHECKING:
    from game.gui.screen import ScreenHost

_E = TypeVar("_E", bound=Event)


def nothing() -> None:
    """The callback of a moment that is followed by nothing."""


def find_event(moments: Sequence[FoldedEvent], kind: type[_E]) -> _E | None:
    """The first event of a kind, if there is one."""
    return next((m.event for m in moments if isinstance(m.event, kind)), None)


def first_event(moments: Sequence[FoldedEvent], kind: type[_E]) -> _E:
    """The first event of a kind, which must be there."""
    event = find_event(moments, kind)
    if event is None:
        raise LookupError(f"no {kind.__name__} among these moments")
    return event


class MomentScreen(Screen):
    """The outcome of a decision, over the table: the state ``before`` it, and its events.

    ``on_done`` is called when the room goes on.

    Subclasses define their :meth:`title` and draw their :meth:`content`; those with a :attr:`die`
    say who throws it, draw it by :meth:`draw_die`, and check ``thrown`` before they show the
    outcome.
    """

    topic = "round"
    overlay = True
    sign = "info"
    height = 900.0
    bindings: ClassVar[tuple[KeyBinding, ...]] = (
        KeyBinding((pygame.K_RIGHT,), action="go_on", control=None),
    )

    def __init__(
        self,
        game: GameView,
        before: State,
        moments: Sequence[FoldedEvent] = (),
        on_done: Callable[[], object] = nothing,
    ) -> None:
        self.game = game
        self.before = before
        self.moments = moments
        self.state = moments[-1].state if moments else before
        self.on_done = on_done
        self.on_leave: Callable[[], object] | None = None
        """What is called when a recorded moment is left by Esc."""
        self.thrown = True
        self.throw: DiceThrow | None = None

    def shown(self, app: ScreenHost) -> None:
        """Ask for the throw of the die, or start the turning of the card."""
        super().shown(app)
        self.start()

    def start(self) -> None:
        """Start what moves; the outcome is shown once it lies still."""
        if self.die:
            self.thrown = False
            self.throw = DiceThrow(self.app, self.thrower, (self.die,), self._land)
            if self.app.animator.reduced:
                self.throw.show()
        elif self.turns():
            self.thrown = False
            self.app.animator.play(self.draw_turning, 0.3, done=self._land)

    @property
    def die(self) -> int:
        """The face of the die thrown when the moment starts, 0 for none that decides anything."""
        return 0

    @property
    def thrower(self) -> int:
        """The seat that is asked to throw the die."""
        return 0

    @property
    def curtain(self) -> bool:
        """Whether a die is still to be thrown of which the table knows the outcome already."""
        return bool(self.die) and not self.thrown

    def turns(self) -> bool:
        """Whether a card is turned over when the moment starts."""
        return False

    def _land(self) -> None:
        self.thrown, self.throw = True, None
        self.refresh()

    def draw_die(self, c: Canvas, box: Box, invitation: Box) -> None:
        """Draw the die, or the hand that holds it and who is asked to throw it."""
        if self.throw is None:
            thrown_die(c, box, self.die, (self.sign, theme.GOOD))
            return
        self.throw.hand, self.throw.places = box, (box,)
        self.throw.draw_still(c)
        draw_invitation(c, invitation, self.game, self.throw)

    def paint_over(self, canvas: Canvas) -> None:
        """The die while it is shaken."""
        if self.throw is not None:
            self.throw.draw_held(canvas)

    def update(self, dt: float) -> None:
        """The die moves for as long as it is held."""
        if self.throw is not None:
            self.throw.keep_moving()

    def draw_turning(self, c: Canvas, share: float) -> None:
        """Draw the card being turned over, at a given progress."""

    # -------------------------------------------------------------------------------- drawing

    def title(self) -> str:
        """The subject of the moment, in one line."""
        raise NotImplementedError

    def content(self, ui: Ui, box: Box) -> None:
        """Draw the moment."""
        raise NotImplementedError

    def build(self, ui: Ui) -> None:
        """The panel, its title, its content and the button."""
        c = ui.canvas
        box = ui.area.place(min(1640, ui.area.w - 80), min(self.height, ui.area.h - 60))
        ui.covered = box
        c.panel(box, theme.FELT, 28, line=theme.PANEL_LINE, lift=30)
        head, body = box.inset(48, 36).cut_top(72, 20)
        foot, body = body.cut_bottom(88, 28)
        icon, words = head.cut_left(52, 20)
        title, sizes = self.title(), (48, 42, 36, 32)
        c.icon(self.sign, icon, theme.ACCENT)
        words = keep_aside(ui, box, words, title, sizes)
        c.text(words, title, sizes, theme.CHALK, "bold", valign="middle")
        self.content(ui, body)
        self.buttons(ui, foot)

    def buttons(self, ui: Ui, box: Box) -> None:
        """Go on; also with Space or Enter. First the die is thrown."""
        if self.throw is not None:
            add_throw_button(ui, self, "done", box.place(480, box.h, 1), self.throw)
            return
        label = Label(ui.t("Go on"), icon="arrow-right", style="primary", size=34)
        ui.add(Button("done", box.place(380, box.h, 1), label, self.go_on))
        ui.focus_on("done")

    # --------------------------------------------------------------------------------- going on

    def go_on(self) -> None:
        """Show the die, if it does not lie yet; else the moment is done."""
        if self.throw is not None:
            self.throw.show()
        else:
            self.done()

    def done(self) -> None:
        """Close the moment, and continue."""
        self.app.pop(self)
        self.on_done()

    def back(self) -> None:
        """Esc goes on too: the decision has already been made. What was recorded it closes."""
        if self.on_leave is None:
            self.go_on()
        else:
            self.app.pop(self)
            self.on_leave()


class ChoiceMoment(MomentScreen):
    """A moment in which the group has to choose."""

    def buttons(self, ui: Ui, box: Box) -> None:
        """The table may be looked at first; the choice can be made later."""
        label = ui.t("Look at the table first")
        place = box.place(480, box.h, 0)
        ui.add(Button("look", place, Label(label, icon="eye", style="quiet", size=28), self.done))


def note(c: Canvas, box: Box, text: str) -> None:
    """A takeaway, on paper at the bottom of a moment."""
    c.panel(box, theme.PAPER, 18, lift=8)
    sizes = (38, 34, theme.ROOM, 26)
    c.text(box.inset(32, 12), text, sizes, theme.INK, "semibold", valign="middle")


def facts(c: Canvas, box: Box, lines: list[tuple[str, str]]) -> None:
    """Lines with an icon each, for the room; as large as they fit."""
    size, gap = 42.0, 28.0
    while size > 24 and sum(_line_height(c, box, text, size) + gap for _, text in lines) > box.h:
        size -= 2
        gap = max(8.0, gap - 3)
    for sign, text in lines:
        row, box = box.cut_top(_line_height(c, box, text, size), gap)
        icon, words = row.cut_left(size * 1.2, 18)
        c.icon(sign, icon.cut_top(size * 1.3)[0], theme.ACCENT)
        c.text(words, text, size, theme.CHALK)


def _line_height(c: Canvas, box: Box, text: str, size: float) -> float:
    return c.type.height(text, box.w - size * 1.2 - 18, size)
