"""Nothing that is said lies over what is read or pressed: hints, toasts, the large card, timers."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.drag import Draggable
from game.i18n import Lang
from game.table.guide import overlay
from game.table.guide.overlay import boxes_to_read
from game.table.parts import pointing
from game.table.play.check.screen import CheckScreen
from game.table.play.dialogs.mitigate import MitigateDialog
from game.table.play.idea_sheet import IdeaSheet
from tests.pictures.studio import LOOKS, Studio
from tests.table.sitting import Sitting

HINTS = [name for name in LOOKS if name.startswith("95-hint")]
"""The screens with a hint on them."""


@pytest.mark.parametrize("lang", ["en", "da"])
@pytest.mark.parametrize("name", HINTS)
def test_a_hint_lies_over_nothing_that_is_read_or_pressed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, lang: Lang
) -> None:
    read: list[Box] = []

    def remember(ui: Ui) -> list[Box]:
        read[:] = boxes_to_read(ui)
        return list(read)

    monkeypatch.setattr(overlay, "boxes_to_read", remember)
    studio = Studio(tmp_path, (1280, 720), lang)
    LOOKS[name](studio)
    ui = studio.app.top.ui
    assert ui.cover is not None
    bubble = ui.cover.box
    assert [box for box in overlay.boxes_to_press(ui) if bubble.overlap(box)] == []
    if isinstance(studio.app.top, CheckScreen):  # which is full: the room needs most to see these
        read = [ui.places[name] for name in ("title", "stage", "words")]
    assert [box for box in read if bubble.overlap(box)] == []


def test_the_large_card_lies_over_no_button_no_card_of_the_hand_and_not_over_what_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = Sitting(tmp_path).working()
    sitting.look()
    ui = sitting.app.top.ui
    opened: list[Box] = []
    monkeypatch.setattr(pointing, "draw_opened", lambda c, place, face: opened.append(place))
    cards = [w.key for w in ui.widgets if w.key.startswith(("idea:", "benefit:", "risk:"))]
    for key in cards:
        sitting.move(key)
        sitting.look()
    kept = [w.box for w in ui.widgets if isinstance(w, Button | Draggable)]
    assert ui.lane is not None
    assert len(opened) >= len(cards) > 3
    assert [box for box in (*kept, ui.lane) for at in opened if at.overlap(box)] == []


def test_the_digits_of_a_timer_stay_below_every_dialog(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = Sitting(tmp_path).working()
    sitting.services.timers.start("turn")
    sitting.look()
    idea, risk = next((i, r) for i in sitting.game.state.ideas for r in i.risks)
    sheet = IdeaSheet(sitting.game, idea.id)
    sitting.open(sheet).open(MitigateDialog(sitting.game, idea, risk))
    sitting.look()
    lower, upper = sheet.ui.covered, sitting.app.top.ui.covered
    assert lower is not None
    assert upper is not None
    asked: list[list[Box]] = []
    monkeypatch.setattr(
        sitting.app.screens[0], "paint_below", lambda c, covered: asked.append(list(covered))
    )
    sitting.app.wake()
    sitting.app.draw()
    assert asked == [[lower, upper]]
