"""The first screen: what this is, and where to begin."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import pygame

from game.i18n import Words, mark
from game.table import theme
from game.table.canvas import Canvas
from game.table.cards import BenefitFace, Face, IdeaFace, RiskFace, card_image
from game.table.frame import Box
from game.table.screen import Screen
from game.table.text import Typesetter
from game.table.ui import Ui
from game.table.widgets.button import Button, Style
from game.table.widgets.choice import Choice

HOUSE_RULES = (
    mark("Place ideas, and say what they will give."),
    mark("Name what may go wrong, and try it small."),
    mark("Anchor it, implement it, follow it up."),
)


@dataclass(frozen=True, slots=True)
class StartFlow:
    """What the buttons do. Without ``resume`` there is nothing to continue; ``saved`` names it."""

    play: Callable[[], object]
    rules: Callable[[], object]
    quit: Callable[[], object]
    resume: Callable[[], object] | None = None
    saved: str = ""


class Start(Screen):
    """The title, a hand of cards, and the ways to begin."""

    rim = True

    def __init__(self, flow: StartFlow) -> None:
        self.flow = flow

    def build(self, ui: Ui) -> None:
        """Words and buttons at the left, cards at the right."""
        area = ui.area.inset(110, 84)
        left, right = area.columns([11, 9], 60)
        _fan(ui.canvas, right)
        bottom, left = left.cut_bottom(64, 30)
        self._foot(ui, bottom)
        head, rest = left.cut_top(300, 36)
        self._title(ui, head)
        self._buttons(ui, rest)

    def _title(self, ui: Ui, box: Box) -> None:
        c, t = ui.canvas, ui.t
        name, rest = box.cut_top(118, 6)
        c.text(name, "Gevinstbordet", (100, 84, 70), theme.CHALK, "bold", valign="middle")
        tagline, rest = rest.cut_top(54, 16)
        text = t("From idea to realised benefit, round one table")
        c.text(tagline, text, (36, 32, 28), theme.ACCENT, "semibold", valign="middle")
        for row, rule in zip(rest.rows(3), HOUSE_RULES, strict=True):
            c.text(row, t(rule), (28, 26, 24), theme.CHALK_SOFT, valign="middle")

    def _buttons(self, ui: Ui, box: Box) -> None:
        row = 0.0
        for key, label, deed, icon, style in self._deeds(ui.t):
            high = 92 if style == "primary" else 76
            place = Box(box.x, box.y + row, min(620, box.w), high)
            size = 36 if style == "primary" else 28
            ui.add(Button(key, place, label, deed, icon=icon, style=style, size=size))
            row += high + 18
        ui.focus_on("resume" if self.flow.resume else "play")

    def _deeds(self, t: Words) -> list[tuple[str, str, Callable[[], object], str, Style]]:
        flow = self.flow
        if flow.resume is None:
            return [("play", t("Play a case"), flow.play, "play", "primary")]
        resume = t("Continue: {name}", name=flow.saved) if flow.saved else t("Continue")
        return [
            ("resume", resume, flow.resume, "history", "primary"),
            ("play", t("Play a case"), flow.play, "play", "secondary"),
        ]

    def _foot(self, ui: Ui, box: Box) -> None:
        language, rest = box.cut_left(300, 18)
        options = [("da", "Dansk"), ("en", "English")]
        app = ui.app
        ui.add(
            Choice(
                "language",
                language,
                options,
                app.lang,
                lambda lang: app.prefer(lang=lang),
                size=26,
            )
        )
        rules, leave = rest.columns(2, 18)
        words = ui.t("The rules")
        ui.add(Button("rules", rules, words, self.flow.rules, icon="book-open", style="quiet"))
        words = ui.t("Quit")
        ui.add(Button("quit", leave, words, self.flow.quit, icon="log-out", style="quiet"))


def _fan(c: Canvas, box: Box) -> None:
    """Three cards, turned a little, as somebody would hold them."""
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
            t("A host in the hall"),
            t("A colleague meets people at the door and gets them started."),
            "citizen",
            "service",
            2,
            4,
            0,
            (("citizen", 2), ("employee", 1)),
            letter="A",
        ),
        BenefitFace(
            t("Shorter waiting time"),
            t("Minutes in the queue, from 45 to 20"),
            "citizen",
            4,
            "A",
            "MK",
        ),
        RiskFace(
            t("It fades when the project ends"),
            t("Nobody in the line has been given the task."),
            "employee",
            3,
            4,
            1,
            (),
            "A",
        ),
    )
