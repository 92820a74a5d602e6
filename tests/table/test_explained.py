"""Whatever has no words on the table says in a sentence what it is, when pointed at or by a key."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.engine import PHASES, TRACKS
from game.engine import actions as act
from game.gui.geometry import Box
from game.gui.input.sign_reader import SignReader
from game.gui.paint.canvas import Canvas
from game.gui.widgets.button import Button
from game.gui.widgets.drag import DropTarget
from game.gui.widgets.explained import PREFIX, Explained
from game.gui.widgets.tooltip import fits_lane
from game.i18n import Lang
from game.table.play.idea_sheet import IdeaSheet
from game.table.play.table import TableScreen
from tests.table.driver import squeezed
from tests.table.sitting import Sitting

NAMED = ("💡", "🎁", "⚠️", "🌾")
"""The pictures of the board's bands, which have their names beside them."""


@contextmanager
def shapes_of(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, Box]]]:
    """What is drawn without words while this lasts, by name and place."""
    found: list[tuple[str, Box]] = []

    def watch(method: str, box_of: Any) -> None:
        draw = getattr(Canvas, method)

        def watched(self: Canvas, *args: Any, **more: Any) -> Any:
            name, box = box_of(*args)
            found.append((f"{method} {name}", box))
            return draw(self, *args, **more)

        monkeypatch.setattr(Canvas, method, watched)

    with monkeypatch.context():
        watch("icon", lambda name, box, *_: (name, box))
        watch("emoji", lambda letters, box: (letters, box))
        watch("pips", lambda box, *_: ("", box))
        watch(
            "disc", lambda at, size, *_: ("", Box(at[0] - size / 2, at[1] - size / 2, size, size))
        )
        yield found


def explains(sitting: Sitting, at: tuple[float, float]) -> bool:
    """Whether the foremost thing at a place tells in a sentence what is drawn there."""
    widgets = reversed(sitting.app.top.ui.widgets)
    under = next((w for w in widgets if w.hit(at) and not isinstance(w, DropTarget)), None)
    if isinstance(under, Button) and under.label:
        return True
    told = None if under is None else SignReader().at(under, at)
    return told is not None and bool(told.text)


def bare(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Box]]:
    """What is drawn on the screen without words, and does not tell what it is."""
    with shapes_of(monkeypatch) as shapes:
        sitting.draw_anew(monkeypatch)
    assert len(shapes) > 20
    return [
        (name, box)
        for name, box in shapes
        if not name.endswith(NAMED) and not explains(sitting, box.centre)
    ]


@pytest.mark.parametrize("lang", ["en", "da"])
@pytest.mark.parametrize("cards", ["words", "signs"])
def test_nothing_on_the_table_is_bare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: Lang, cards: str
) -> None:
    sitting = Sitting(tmp_path, lang=lang).working()
    sitting.app.prefer(cards=cards)
    sitting.services.timers.start("turn")
    assert bare(sitting, monkeypatch) == []


def test_nothing_on_a_late_table_is_bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sitting = Sitting(tmp_path).working().until(5)
    assert bare(sitting, monkeypatch) == []


def test_nothing_on_the_sheet_of_an_idea_is_bare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = Sitting(tmp_path, bare=True).working()
    for idea in sitting.game.state.ideas:
        sitting.open(IdeaSheet(sitting.game, idea.id))
        assert bare(sitting, monkeypatch) == []
        sitting.app.pop()


def test_a_key_goes_from_one_thing_to_the_next_and_escape_ends_it(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path).working()
    sitting.look()
    told = [w.tip for w in sitting.app.top.ui.widgets if isinstance(w, Explained)]
    heard = []
    for _ in told:
        sitting.key(pygame.K_i)
        sitting.look()
        heard.append(sitting.widget(str(sitting.focus)).tip)
        assert squeezed(heard[-1]) in squeezed(sitting.texts)
    assert heard == told
    assert len(told) >= 2 * len(TRACKS) + len(PHASES) + len({"round", "trust", "capacity"})
    sitting.key(pygame.K_ESCAPE)
    assert sitting.focus is None


def test_the_sentences_have_the_numbers_of_the_game(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path).working()
    state = sitting.game.state
    trust = sitting.widget(f"{PREFIX}trust").tip
    assert trust.startswith(f"Trust {state.trust} of 10:")
    assert f"now {state.trust // 2 + 1}" in trust
    assert f"Capacity {state.capacity}:" in sitting.widget(f"{PREFIX}capacity").tip
    meter = sitting.widget(f"{PREFIX}meter:citizen").tip
    assert f"of the {state.setup.goals[0]} points of the goal" in meter


@pytest.mark.parametrize("lang", ["en", "da"])
def test_what_is_told_lies_over_no_button_and_no_card(tmp_path: Path, lang: Lang) -> None:
    sitting = Sitting(tmp_path, lang=lang).working()
    sitting.look()
    ui = sitting.app.top.ui
    assert ui.lane is not None
    for widget in ui.widgets:
        if isinstance(widget, Explained):
            assert fits_lane(ui.canvas, ui.lane, widget.tip), widget.tip
        elif not isinstance(widget, DropTarget):
            assert not ui.lane.overlap(widget.box), widget.key


def test_a_turn_that_passes_leaves_no_sheet_for_the_next_seat(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path).working()
    game = sitting.game
    table = sitting.app.top
    assert isinstance(table, TableScreen)
    game.listeners.append(table.show_aftermath)
    sitting.open(IdeaSheet(game, game.state.ideas[0].id))
    while game.state.actions > 1:
        assert game.do(act.Rally(game.state.turn))
        assert isinstance(sitting.app.top, IdeaSheet)
    assert game.do(act.Rally(game.state.turn))
    assert not any(isinstance(screen, IdeaSheet) for screen in sitting.app.screens)


def test_escape_does_nothing_at_an_idle_table(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path)
    before = sitting.app.top, sitting.focus
    sitting.key(pygame.K_ESCAPE)
    assert (sitting.app.top, sitting.focus) == before
