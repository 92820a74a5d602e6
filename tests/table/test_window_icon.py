"""What the window wears in the task bar."""

from __future__ import annotations

from game.table.flow.window_icon import window_icon


def test_the_icon_is_our_own_and_not_empty():
    picture = window_icon()
    colours = {
        tuple(picture.get_at((x, y)))[:3] for x in range(0, 128, 4) for y in range(0, 128, 4)
    }
    assert len(colours) > 6
    assert picture.get_at((0, 0)).a == 0
