"""Finds on a screen what neither has words beside it nor says in a sentence what it is.

``test_explained`` is stricter about the table, where nothing may be bare whatever stands beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pytest
from pygame import Rect

from game.gui.geometry import Box
from game.gui.input.sign_reader import SignReader
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Drawn
from game.gui.widgets.button import Button
from game.gui.widgets.drag import DropTarget
from tests.pictures.studio import Studio

BESIDE_LARGE_WORDS: Final[Mapping[str, str]] = {
    "AmendsDialog": "arrow-right",
    "AnswerDialog": "arrow-up",
    "CheckScreen": "emoji",
    "ChoiceScreen": "emoji",
    "ChooseCaseScreen": "emoji",
    "ChooseLevelDialog": "pips",
    "CorrectDialog": "minus plus",
    "CrisisScreen": "pause",
    "DebriefScreen": "anchor circle-alert flag flask-conical gauge hand-heart lightbulb megaphone "
    "pencil rocket shield sprout star trending-down trending-up triangle-alert user-check "
    "users-round x zap",
    "EditorScreen": "emoji",
    "EstimateDialog": "arrow-up",
    "FollowUpScreen": "emoji flag pencil",
    "MitigateDialog": "arrow-right",
    "OpeningScreen": "emoji",
    "OwnProjectScreen": "coins gauge pencil users-round",
    "PickDialog": "check emoji",
    "PhonesScreen": "smartphone x",
    "PokerScreen": "check circle-help coffee hourglass",
    "PreflightScreen": "check",
    "Preview": "emoji",
    "ReplayScreen": "emoji flag shield",
    "ResultScreen": "check coins hand lightbulb user-round x",
    "SettingsScreen": "a-large-small contrast maximize",
    "SilentWriting": "pencil",
    "StoryScreen": "emoji",
    "TimersDialog": "flag repeat user-round",
    "TrialScreen": "badge-check die lightbulb pips",
    "WalkScreen": "badge-check die emoji hand-helping lightbulb pips shield zap",
    "WriteDialog": "gift lightbulb trending-down triangle-alert",
}
"""Illustrations, and signs of a row or a heading, whose words stand further off than they are high.

No sign of a card is among them, nor a meter. Whoever adds one has looked at its picture.
"""
Shape = tuple[str, Box]


def bare(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the top screen shows that has no words and says nothing."""
    known = BESIDE_LARGE_WORDS.get(type(studio.app.top).__name__, "").split()
    shown, texts = shapes(studio, monkeypatch)
    found = [what for what, box in shown if not is_told(studio, box, texts)]
    return [what for what in found if what not in known]


def shapes(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> tuple[list[Shape], list[Drawn]]:
    """What the top screen draws at rest without words, by name and place; and all texts."""
    found: list[Shape] = []
    app = studio.app
    top = len(app.visible()) - 1

    def watch(method: str, told: Any) -> None:
        draw = getattr(Canvas, method)

        def watched(self: Canvas, *args: Any, **more: Any) -> Any:
            if type(self) is Canvas and self.layer == top:
                name, box = told(*args)
                if self.surface.get_clip().collidepoint(self.rect(box).center):
                    found.append((name, box))  # what is scrolled out of sight is not seen
            return draw(self, *args, **more)

        monkeypatch.setattr(Canvas, method, watched)

    with monkeypatch.context():
        watch("icon", lambda name, box, *_: (name, box))
        watch("emoji", lambda _, box: ("emoji", box))
        watch("pips", lambda box, *_: ("pips", box))
        watch("die", lambda box, *_: ("die", box))
        texts = studio.draw_anew(monkeypatch)
    covered = app.top.ui.covered
    return [one for one in found if covered is None or one[1].centre in covered], texts


def is_told(studio: Studio, box: Box, texts: Sequence[Drawn]) -> bool:
    """Whether a place tells what it is when it is pointed at, or has words beside it."""
    widgets, at = studio.app.top.ui.widgets, box.centre
    under = next(
        (w for w in reversed(widgets) if w.hit(at) and not isinstance(w, DropTarget)), None
    )
    if isinstance(under, Button) and under.label:
        return True
    sign = None if under is None else SignReader().at(under, at)
    return bool(sign and sign.text) or has_words(studio, box, texts)


def has_words(studio: Studio, box: Box, texts: Sequence[Drawn]) -> bool:
    """Whether words stand at most a sign's height beside a place, or just above or below it."""
    u, top = studio.app.top.ui.canvas.u, len(studio.app.visible()) - 1
    place = Rect(box.x * u, box.y * u, box.w * u, box.h * u)
    reach = max(30, round(1.3 * place.h))
    beside = Rect(place.x - reach, place.centery - 2, place.w + 2 * reach, 4)
    over = Rect(place.centerx - 4, place.y - 14, 8, place.h + 28)
    inks = [drawn.ink for drawn in texts if drawn.layer >= top]
    return any(ink.colliderect(beside) or ink.colliderect(over) for ink in inks)
