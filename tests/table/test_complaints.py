"""What is wrong with a field is said at that field, in every form that checks what is written."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.gui.widgets.field import TextField
from game.i18n.days import parse_day
from game.table.parts.dialog_parts import ALERT
from tests.pictures import LOOKS
from tests.pictures.studio import Studio

NEAR = 100
"""Design units from a field to what is said of it, above or below."""
STEP, PAGE = "i6-next-step-from-a-moment", "b11-debrief-steps"
VALUE, TRIAL, REGISTER = "i0-follow-up-tell-track", "i2-follow-up-tell-trial", "d8-debrief-own-fill"

FORMS: tuple[tuple[str, dict[str, str], set[str], str], ...] = (
    (STEP, {"text": "Call", "due": "soon"}, {"due"}, "yes"),
    (STEP, {"text": "", "due": "soon"}, {"text", "due"}, "yes"),
    (PAGE, {"step": "Call", "due": "soon"}, {"due"}, "add"),
    (PAGE, {"step": "", "due": "soon"}, {"step", "due"}, "add"),
    (VALUE, {"value": "many", "day": "soon"}, {"value", "day"}, "yes"),
    (TRIAL, {"day": "soon"}, {"held", "day"}, "yes"),
    (
        REGISTER,
        {"fill:1:baseline": "many", "fill:1:baseline_date": "soon"},
        {"fill:1:baseline", "fill:1:baseline_date"},
        "fill-save",
    ),
    ("10b-own-project-money", {"saving": "", "unit": ""}, {"saving", "unit"}, "onward"),
    ("10b-own-project-money", {"saving": "5", "unit": ""}, {"unit"}, "onward"),
    ("24-anchor", {"target": "much", "months": "x"}, {"target", "months"}, "yes"),
    ("29-write", {"name": ""}, {"name"}, "yes"),
    ("32-correct", {"reason": "It was counted twice"}, {"by"}, "yes"),
    ("34d-seats-newcomer", {"name": ""}, {"name"}, "yes"),
    ("31-undo-reason", {"reason": ""}, {"reason"}, "yes"),
    ("b0-replay-number", {"number": "x"}, {"number"}, "yes"),
)
"""A picture, what is written into its fields, which of them are wrong, and what is pressed then."""


@pytest.mark.parametrize(("look", "written", "wrong", "press"), FORMS)
def test_what_is_wrong_is_said_at_its_field(
    look: str, written: dict[str, str], wrong: set[str], press: str, tmp_path: Path
) -> None:
    studio = Studio(tmp_path, (1280, 720), "en")
    LOOKS[look](studio)
    for key, text in written.items():
        studio.click(key)
        studio.key(pygame.K_a, mod=pygame.KMOD_CTRL)
        studio.key(pygame.K_DELETE)
        studio.type(text)
    studio.look()
    studio.click(press)
    studio.look()
    u = studio.app.u
    fields = {key: studio.widget(key).box for key in wrong}
    said = dict.fromkeys(wrong, "")
    for drawn in studio.app.log or ():
        if drawn.colour != ALERT:
            continue
        x, y = drawn.rect.x / u, drawn.rect.centery / u
        at = [
            key
            for key, box in fields.items()
            if box.x <= x < box.right and box.y - NEAR < y < box.bottom + NEAR
        ]
        assert at, f"»{drawn.text}« stands at none of {sorted(wrong)}"
        said[min(at, key=lambda key: abs(fields[key].centre[1] - y))] += drawn.text
    assert all(said.values()), f"nothing is said of {[key for key in wrong if not said[key]]}"


@pytest.mark.parametrize(
    ("look", "key"),
    [
        (STEP, "due"),
        (PAGE, "due"),
        (REGISTER, "fill:1:baseline_date"),
        (VALUE, "day"),
        (TRIAL, "day"),
    ],
)
def test_a_field_for_a_day_shows_how_one_is_written(look: str, key: str, tmp_path: Path) -> None:
    studio = Studio(tmp_path, (1280, 720), "da")
    LOOKS[look](studio)
    field = studio.widget_of(TextField, key)
    parse_day((field.value or field.placeholder).split()[-1])
