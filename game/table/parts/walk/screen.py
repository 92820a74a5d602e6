"""The screen of the walk: a picture, its sentence, and the pace, which is the facilitator's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

import pygame

from game.engine.setup import Setup
from game.gui import theme
from game.gui.geometry import Box
from game.gui.keys import KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen, ScreenHost
from game.gui.ui import Ui
from game.gui.widgets.label import Label
from game.gui.widgets.pace_button import PaceButton
from game.i18n import mark
from game.table.parts.shortcuts import HELP
from game.table.parts.walk.scenes import BEATS, SCENES, Scene
from game.views.face_builder import initials
from game.views.walk import PLAYERS, WalkView
from game.wording.walk import STOPS, Stop, stops

SECONDS: Final = 7.5
"""How long a picture stays when the walk goes on by itself: a minute for all eight."""
_BEATS_AT: Final = (0.0, 1.2, 2.8)
"""When each beat of a picture begins, in seconds."""
_SENTENCE: Final = (54, 50, 46, 42, 38, 34, theme.ROOM)
_FOOT, _HEAD = 84.0, 72.0


def base_game() -> Setup:
    """The rules without a case: with their usual numbers."""
    return Setup("rules", (), (), (), (), ())


class WalkScreen(Screen):
    """Eight pictures of the rules. With ``then`` the game goes on from here.

    ``seats`` are the names of those who play, none where they are not known yet. Without ``runs``
    it waits at each picture for somebody to go on. ``from_rules`` tells that all the rules lie
    below it.
    """

    rim = True
    stops_clock = True
    bindings: ClassVar[tuple[KeyBinding, ...]] = (
        KeyBinding(
            (pygame.K_RIGHT, pygame.K_PAGEDOWN), mark("The next picture"), "next", repeats=True
        ),
        KeyBinding(
            (pygame.K_LEFT, pygame.K_PAGEUP), mark("The previous picture"), "previous", repeats=True
        ),
        KeyBinding((pygame.K_p,), mark("The walk goes on by itself, or waits"), "toggle"),
        KeyBinding((pygame.K_F1,), mark("All the rules"), "full_rules"),
    )

    def __init__(
        self,
        setup: Setup | None = None,
        *,
        seats: Sequence[str] = (),
        runs: bool = True,
        then: Callable[[], object] | None = None,
        from_rules: bool = False,
    ) -> None:
        self.setup = setup or base_game()
        self.seats = tuple(seats)
        self.runs = runs
        self.then = then
        self.from_rules = from_rules
        self.at = 0
        self._elapsed = 0.0
        self._now = (0, 0)

    def shown(self, app: ScreenHost) -> None:
        """Begin at the first picture; where nothing is to move, it waits."""
        super().shown(app)
        self.runs = self.runs and not self._still
        self._show(0)

    # ------------------------------------------------------------------ pace
    @property
    def _still(self) -> bool:
        return self.app.preferences.motion == "reduced"

    @property
    def beat(self) -> int:
        """How much of the picture has come; all of it at once where nothing is to move."""
        return self._now[1]

    def update(self, dt: float) -> None:
        """Bring the next beat, and the next picture if the walk goes on by itself."""
        if self.app.top is not self:
            return
        self._elapsed += dt
        self._bring_beat()
        if self.runs and self._elapsed >= SECONDS:
            if self._last:
                self.toggle()
            else:
                self._show(self.at + 1)

    def _bring_beat(self) -> None:
        beat = sum(start <= self._elapsed for start in _BEATS_AT) - 1
        now = (self.at, BEATS - 1 if self._still else beat)
        if now != self._now:
            self._now = now
            self.refresh()

    def _show(self, at: int) -> None:
        self.at, self._elapsed = at, 0.0
        self._now = (at, BEATS - 1 if self._still else 0)
        self.refresh()

    @property
    def _last(self) -> bool:
        return self.at + 1 == len(STOPS)

    def next(self) -> None:
        """Go to the next picture at the facilitator's pace; after the last one, on."""
        self.runs = False
        if self._last:
            self.leave()
        else:
            self._show(self.at + 1)

    def previous(self) -> None:
        """Go to the picture before."""
        self.runs = False
        self._show(max(0, self.at - 1))

    def toggle(self) -> None:
        """Go on by itself, or wait; at the end it begins anew."""
        if not self.runs and self._last and self._elapsed >= SECONDS:
            self._show(0)
        self.runs = not self.runs
        self.refresh()

    def leave(self) -> None:
        """Leave the walk: to what was shown before, or on to the game."""
        self.app.pop(self)
        if self.then is not None:
            self.then()

    def back(self) -> None:
        """Esc skips the walk."""
        self.leave()

    def full_rules(self) -> None:
        """All the rules, over the walk or below it."""
        if self.from_rules:
            self.leave()
        else:
            self.runs = False
            self.app.global_shortcuts[HELP.key]()

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """Title, picture, sentence and foot."""
        stop = stops(ui.t, self.setup, len(self.seats))[self.at]
        area = ui.area.inset(80, 44)
        head, rest = area.cut_top(_HEAD, 16)
        title = ui.t("The rules in a minute")
        sizes = (46, 40, 36)
        ui.canvas.text(head, title, sizes, theme.CHALK, "bold", valign="middle")
        self._dots(ui, head.cut_right(440)[0])
        foot, rest = rest.cut_bottom(_FOOT, 24)
        words, picture = rest.cut_bottom(150, 20)
        self._picture(ui, picture, stop)
        self._sentence(ui.canvas, words, stop.text)
        self._foot(ui, foot)

    def _sentence(self, c: Canvas, box: Box, text: str) -> None:
        """The sentence in lines of about the same length."""
        fitted = c.type.fit(text, box, _SENTENCE, "semibold", whole=True)
        size, most = fitted.size, len(fitted.lines)
        widths = (box.w * part / 20 for part in range(8, 20))
        even = next((w for w in widths if _line_count(c, text, w, size) <= most), box.w)
        with c.type.growing(1):
            place = box.place(even, box.h)
            c.text(place, text, size, theme.CHALK, "semibold", align="centre", valign="middle")

    def _picture(self, ui: Ui, box: Box, stop: Stop) -> None:
        ui.canvas.panel(box, theme.FELT_DARK, 26, line=theme.PANEL_LINE)
        players = tuple(map(initials, self.seats)) or PLAYERS
        view = WalkView(ui.t, self.setup, players)
        SCENES[stop.name](Scene(ui, box.inset(50, 36), view, self.beat))
        ui.draw_scene(self._now)

    def _dots(self, ui: Ui, box: Box) -> None:
        """A dot for each picture; the current one is filled."""
        c, size = ui.canvas, 26.0
        start = box.right - size * (len(STOPS) * 1.6 - 0.6)
        for n in range(len(STOPS)):
            at = (start + size * (0.5 + n * 1.6), box.centre[1])
            if n <= self.at:
                c.disc(at, size, theme.ACCENT if n == self.at else theme.CHALK_SOFT)
            else:
                c.disc(at, size, theme.CHALK_SOFT, 4)

    def _foot(self, ui: Ui, box: Box) -> None:
        """Skip and all the rules at the left, then the pace: by itself, back and next."""
        t = ui.t
        skip, rules, pace, back, on = box.columns([10, 12, 12, 10, 15], 20)
        label = Label(t("Skip"), icon="skip-forward", style="quiet", size=28, hint="Esc")
        self._button(ui, "skip", skip, label, self.leave)
        label = Label(t("All the rules"), icon="book-open", style="quiet", size=28, hint="F1")
        self._button(ui, "rules", rules, label, self.full_rules)
        text = t("Wait") if self.runs else t("Let it run")
        label = Label(text, icon="pause" if self.runs else "play", size=28, hint="P")
        self._button(ui, "pace", pace, label, self.toggle)
        reason = "" if self.at else t("This is the beginning.")
        label = Label(t("Back"), icon="arrow-left", size=28)
        self._button(ui, "previous", back, label, self.previous, reason)
        self._button(ui, "next", on, self._onward(ui), self.next)
        ui.focus_on("next")

    def _button(
        self,
        ui: Ui,
        key: str,
        box: Box,
        label: Label,
        on_click: Callable[[], object],
        reason: str = "",
    ) -> None:
        """A button from which the arrows turn pages; after a click Enter goes on."""
        ui.add(PaceButton(key, box, label, on_click, self.press_key, "next", reason=reason))

    def _onward(self, ui: Ui) -> Label:
        t = ui.t
        if not self._last:
            return Label(t("Next"), icon="arrow-right", style="primary", size=34)
        text = t("Finish") if self.then is None else t("To the table")
        return Label(text, icon="check", style="primary", size=34)


def _line_count(c: Canvas, text: str, width: float, size: float) -> int:
    return len(c.type.wrap(text, width, size, "semibold", whole=True))
