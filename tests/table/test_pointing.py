"""What is not linked to what is pointed at lies in the dark."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from types import ModuleType

import pygame
import pytest
from pygame import Surface

from game.table import cards
from game.table.parts import pointing
from tests.table.sitting import Sitting


def shown(window: Surface) -> bytes:
    return pygame.image.tobytes(window, "RGB")


def test_pointing_dims_what_is_not_linked(tmp_path: Path) -> None:
    sitting = Sitting(tmp_path).working()
    sitting.look(0)
    sitting.look()
    ideas = [idea.id for idea in sitting.game.state.ideas]
    u = sitting.app.u

    def light(idea: str) -> float:
        box = sitting.widget(f"idea:{idea}").box
        return sum(sitting.app.draw().get_at((round((box.right - 8) * u), round((box.y + 8) * u))))

    bright = light(ideas[1])
    sitting.move(f"idea:{ideas[0]}")
    assert light(ideas[1]) < bright * 0.8
    sitting.move(f"idea:{ideas[1]}")
    assert light(ideas[1]) == bright
    sitting.move((3, 3))
    assert light(ideas[1]) == bright


def test_what_a_card_that_is_pointed_at_shows_is_worked_out_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its lines, the place of the large card and its drawing: the next frames only lay it down."""
    sitting = Sitting(tmp_path, size=(3840, 2160)).working()
    sitting.look(0)
    sitting.look()
    asked: Counter[str] = Counter()
    watch(monkeypatch, pointing, "_place", asked)
    watch(monkeypatch, pointing, "_clear_line", asked)
    watch(monkeypatch, cards, "_draw_large", asked)
    ideas = [idea.id for idea in sitting.game.state.ideas]
    sitting.move(f"idea:{ideas[0]}")
    sitting.app.draw()
    once = dict(asked)
    assert once["_place"] == 1
    assert once["_clear_line"] > 0
    assert once["_draw_large"] > 0
    x, y = sitting.at(f"idea:{ideas[0]}")
    for step in range(1, 4):
        sitting.move((x + step, y))
        sitting.app.draw()
    assert dict(asked) == once
    sitting.app.top.refresh()  # the board may stand elsewhere now
    sitting.move((x, y))
    sitting.app.draw()
    assert asked["_place"] == 2


def watch(monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, asked: Counter) -> None:
    done = getattr(module, name)

    def counted(*args: object) -> object:
        asked[name] += 1
        return done(*args)

    monkeypatch.setattr(module, name, counted)
