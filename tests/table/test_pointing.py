"""What is not linked to what is pointed at lies in the dark."""

from __future__ import annotations

from pathlib import Path

import pygame
from pygame import Surface

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
