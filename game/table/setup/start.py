"""The first screen: the title, and where to begin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import pygame

from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.text.typesetter import Typesetter
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.label import Label
from game.gui.widgets.tooltip import LANE
from game.gui.widgets.two_line_button import TwoLineButton
from game.i18n import Lang, Words, mark
from game.table.cards import card_image
from game.table.setup.saved_games import SavedGame, draw_saved
from game.views.faces import BenefitFace, Face, IdeaFace, RiskFace

HOUSE_RULES = (
    mark("Place ideas, and say what they will give."),
    mark("Name what may go wrong, and try it small."),
    mark("Anchor it, implement it, follow it up."),
)
_FIRST, _OTHER, _GAP = 124, 92, 18
_FOOT = 24
_AROUND_LABEL = 80.0
"""What a button at the foot has beside its words: the icon, and a margin."""


@frozen
class StartAction:
    """An action of the start screen: ``label`` and ``about`` are marked messages."""

    key: str
    label: str
    icon: str
    run: Callable[[], object]
    about: str = ""


@frozen
class StartExits:
    """The actions: the ways into a game, the most likely first, and the minor ones below.

    ``saved`` are the saved games, the latest first; ``dropped`` is called with the path of a file
    that was dropped on the window.
    """

    actions: Sequence[StartAction]
    foot: Sequence[StartAction]
    saved: Sequence[SavedGame] = ()
    dropped: Callable[[str], object] | None = None


class StartScreen(Screen):
    """The title and the actions; beside them the saved games, or some cards if there are none."""

    rim = True

    def __init__(self, exits: StartExits) -> None:
        self.exits = exits

    def build(self, ui: Ui) -> None:
        """Title and actions at the left, saved games or cards at the right."""
        area = ui.area.inset(110, 76)
        bottom, area = area.cut_bottom(64, 36)
        ui.lane = Box(bottom.x, bottom.bottom + 6, bottom.w, LANE)
        left, right = area.columns([11, 9], 70)
        head, rest = left.cut_top(296 * min(1.15, ui.type.grow), 40)
        self._title(ui.canvas, head)
        for _ in ui.alike():
            self._action_buttons(ui, rest)
        if self.exits.saved:
            draw_saved(ui, right, self.exits.saved)
        else:
            _fan(ui.canvas, right.move(dy=30))
        self._foot(ui, bottom)
        ui.focus_on("saved-0" if self.exits.saved else self.exits.actions[0].key)

    def _title(self, c: Canvas, box: Box) -> None:
        t = c.t
        name, rest = box.cut_top(118, 6)
        c.text(name, "Gevinstbordet", (100, 84, 70), theme.CHALK, "bold", valign="middle")
        tagline, rest = rest.cut_top(54, 16)
        text = t("From idea to realised benefit, round one table")
        c.text(tagline, text, (36, 32, 28), theme.ACCENT, "semibold", valign="middle")
        for _ in c.alike():
            for row, rule in zip(rest.rows(3), HOUSE_RULES, strict=True):
                c.text(row, t(rule), (30, 26), theme.CHALK_SOFT, valign="middle")

    def _action_buttons(self, ui: Ui, box: Box) -> None:
        """The most likely action large, the others in rows of two below it."""
        first, *others = self.exits.actions
        grow = ui.type.grow
        large, rest = box.cut_top(_FIRST * grow, _GAP)
        self._action_button(ui, large, first, large=True)
        rows = -(-len(others) // 2)
        high = min(rest.h, rows * (_OTHER * grow + _GAP) - _GAP)
        cells = rest.cut_top(high)[0].grid(2, rows, _GAP) if rows else []
        for cell, action in zip(cells, others, strict=False):
            self._action_button(ui, cell, action, large=False)

    def _action_button(self, ui: Ui, box: Box, action: StartAction, *, large: bool) -> None:
        button = TwoLineButton(
            action.key,
            box,
            Label(
                ui.t(action.label),
                caption=ui.t(action.about),
                icon=action.icon,
                style="primary" if large else "secondary",
                size=40 if large else 30,
            ),
            action.run,
        )
        ui.add(button)

    def _foot(self, ui: Ui, box: Box) -> None:
        """The language, and the minor actions."""
        language, rest = box.cut_left(290, 18)
        options = [("da", "Dansk"), ("en", "English")]
        ui.add(Choice("language", language, options, ui.host.lang, self._set_language, size=26))
        labels = [ui.t(action.label) for action in self.exits.foot]
        widths = [ui.type.width(label, _FOOT, "semibold") + _AROUND_LABEL for label in labels]
        cells = rest.columns(widths, 18)
        for _ in ui.alike():
            for cell, action in zip(cells, self.exits.foot, strict=False):
                label, icon = ui.t(action.label), action.icon
                ui.add(
                    Button(
                        action.key,
                        cell,
                        Label(label, icon=icon, style="quiet", size=_FOOT),
                        action.run,
                    )
                )

    def _set_language(self, lang: Lang) -> None:
        self.app.prefer(lang=lang)

    def take_file(self, path: str) -> bool:
        """Open a file that is dropped here."""
        if self.exits.dropped is None:
            return False
        self.exits.dropped(path)
        return True


def _fan(c: Canvas, box: Box) -> None:
    """Three cards, slightly rotated, like a hand of cards."""
    middle = box.centre
    for i, angle, dx, dy in ((0, 9, -205, 18), (2, -9, 205, 18), (1, 0, 0, -30)):
        image = _turned(c.type, c.t, i, angle)
        w, h = image.get_width() / c.u, image.get_height() / c.u
        spot = Box(middle[0] + dx - w / 2, middle[1] + dy - h / 2, w, h)
        if not angle:
            c.shadow(spot.inset(44), 22, 40)
        c.image(image, (spot.x, spot.y))


@lru_cache(maxsize=6)
def _turned(type_: Typesetter, t: Words, i: int, angle: int) -> pygame.Surface:
    image = card_image(type_, _examples(t)[i], 370, 556, margin=40)
    return pygame.transform.rotozoom(image, angle, 1) if angle else image


def _examples(t: Words) -> tuple[Face, ...]:
    return (
        IdeaFace(
            name=t("A host in the hall"),
            text=t("A colleague meets people at the door and gets them started."),
            track="citizen",
            kind="service",
            cost=2,
            maturity=4,
            promise=(("citizen", 2), ("employee", 1)),
            letter="A",
            picture="👋",
        ),
        BenefitFace(
            name=t("Shorter waiting time"),
            measure=t("Minutes in the queue, from 45 to 20"),
            track="citizen",
            estimate=4,
            letter="A",
            picture="⏳",
            owner="MK",
        ),
        RiskFace(
            name=t("It fades when the project ends"),
            text=t("Nobody in the operation has been given the task."),
            track="employee",
            severity=3,
            likelihood=4,
            mitigations=1,
            letter="A",
            picture="🍂",
        ),
    )
