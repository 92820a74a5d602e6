"""One gesture decides once: input that meets what has just changed or appeared is ignored.

A double click is two clicks, and whoever double-clicks means one decision. After a decision the
screen often shows something else in the same place, and the second click would decide about that:
end the next player's turn, or open what now lies there. So for :data:`PAUSE` seconds after it was
first seen

* a widget that appeared, moved, or shows something else than before cannot be pressed,
* nor can the widget that was pressed last, or any other in the same place or by the same key,
* and a screen that came to the front takes no keys but those that write or move the focus; what
  the dialog before it left in sight was there all along, and can be clicked at once.

Whoever writes looks at the words, or at the keyboard. A screen that came over them without being
asked for takes nothing at all until for :data:`CALM` seconds nobody has pressed anything: letters
are not meant for it, and the next space or Enter must not be its answer.

Time is that of the application (``App.advance``) and begins when the frame with the change is over:
input that came while it was drawn, however long that took, came too early. Writing,
moving the focus, scrolling and dragging are never ignored; what only *adjusts* a value, as a
stepper, can be pressed again at once (:attr:`~game.gui.widgets.base.Widget.effect`).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from game.gui.geometry import Box, Point
from game.gui.widgets.base import Widget

PAUSE = 0.4
"""Seconds in which something new cannot be pressed: long enough for a double click, and too short
for a user to look at what is new and press it on purpose."""
CALM = 1.0
"""Seconds without a key and without a click after which whoever was writing has looked up."""
NEAR = 16
"""Design units between two clicks in the same place."""

Trigger = int | Point | None
"""What was pressed: a key, or a place with the mouse."""


@dataclass(slots=True)
class _Decision:
    """The last press that called a callback: the widget, how it was pressed, and since when its
    result is seen (``None``: not yet)."""

    widget: str | None
    trigger: Trigger
    since: float | None = None


@dataclass(slots=True)
class _Sight:
    """What is seen at a widget's key, and since when (``None``: not yet)."""

    identity: Hashable
    since: float | None = None
    widget: Widget | None = None
    """That showed it last; one that was taken over from build to build shows the same."""


class InputGuard:
    """Watches the widgets of one screen; ``now`` is the time of the application."""

    def __init__(self) -> None:
        self._seen: dict[str, _Sight] = {}
        self._front = _Sight(None)
        self._hidden: Box | None = None
        """What the dialog hid that has just been closed; ``None`` for everything."""
        self._decision: _Decision | None = None
        self._drawn: list[_Sight | _Decision] = []
        """What has been drawn, in a frame that is not over yet."""
        self._interrupting = False
        self._pressed = 0.0
        """When something was pressed last that was meant for what it interrupts."""

    # ------------------------------------------------------------------ notifications
    def uncovered(self, hidden: Box | None) -> None:
        """The dialog that hid this of the screen was closed; ``None``: it hid everything."""
        self._hidden = hidden

    def came_to_front(self) -> None:
        """The screen became the top one: what was hidden counts as new when next drawn."""
        hidden, self._hidden, self._front = self._hidden, None, _Sight(None)
        self._seen = {
            key: seen
            for key, seen in self._seen.items()
            if hidden and seen.widget and not seen.widget.box.overlap(hidden)
        }

    def interrupts(self) -> None:
        """The screen came over what somebody was writing, and nobody has asked for it."""
        self._interrupting = True

    def declared(self, widgets: Iterable[Widget]) -> None:
        """The screen was rebuilt with these widgets, visible from the next drawing on."""
        before, self._seen = self._seen, {}
        for widget in widgets:
            seen = before.get(widget.key)
            if seen is None or seen.widget is not widget:
                identity = widget.identity
                seen = seen if seen and seen.identity == identity else _Sight(identity)
                seen.widget = widget
            self._seen[widget.key] = seen

    def drawn(self) -> None:
        """What was declared last is in the frame that is being drawn."""
        shown = (*self._seen.values(), self._front, self._decision)
        self._drawn = [one for one in shown if one is not None and one.since is None]

    def seen(self, now: float) -> None:
        """That frame is over: what it shows can be seen from now on."""
        for one in self._drawn:
            one.since = now
        self._drawn = []

    def decided(self, widget: str | None, trigger: Trigger) -> None:
        """A press of a widget, or of a key that the screen binds, called a callback."""
        self._decision = _Decision(widget, trigger)

    def focus_moved(self) -> None:
        """The user moved the focus by keys, so the same key is meant for another widget now."""
        if self._decision and isinstance(self._decision.trigger, int):
            self._decision.trigger = None

    # ------------------------------------------------------------------ queries
    def ignores(self, widget: Widget, trigger: Trigger, now: float) -> bool:
        """Whether to ignore a press of a widget, as it cannot be meant for what it shows now."""
        if widget.effect == "edits":
            return False
        seen = self._seen.get(widget.key)
        if seen is None or _recent(seen.since, now):
            return True
        if isinstance(trigger, int) and self.is_new(now):
            return True
        return widget.effect == "decides" and self.repeats(trigger, now, widget.key)

    def repeats(self, trigger: Trigger, now: float, widget: str | None = None) -> bool:
        """Whether a press belongs to the gesture that has just decided something."""
        last = self._decision
        if last is None or not _recent(last.since, now):
            return False
        return (widget is not None and widget == last.widget) or _same(trigger, last.trigger)

    def is_new(self, now: float) -> bool:
        """Whether the whole screen has just come to the front."""
        return _recent(self._front.since, now)

    def takes_nothing(self, now: float) -> bool:
        """Whether what is pressed now is meant for what it interrupted; then it waits anew."""
        if not self._interrupting:
            return False
        since = self._front.since
        self._interrupting = since is None or now - max(since, self._pressed) < CALM
        self._pressed = now
        return self._interrupting


def _recent(since: float | None, now: float) -> bool:
    return since is None or now - since < PAUSE


def _same(a: Trigger, b: Trigger) -> bool:
    if isinstance(a, tuple) and isinstance(b, tuple):
        return max(abs(a[0] - b[0]), abs(a[1] - b[1])) <= NEAR
    return a is not None and a == b
