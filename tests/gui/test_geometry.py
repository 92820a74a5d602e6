"""Boxes are cut without gaps, in windows of every shape."""

from __future__ import annotations

from itertools import pairwise

import pytest

from game.gui.geometry import Box, unit


def test_boxes_cut_without_gaps_or_overlap():
    box = Box(10, 20, 300, 200)
    rows = box.rows([1, 2, 1], 10)
    assert [r.h for r in rows] == [45, 90, 45]
    assert rows[-1].bottom == box.bottom
    top, rest = box.cut_top(50, 10)
    assert (top.bottom + 10, rest.bottom) == (rest.y, box.bottom)
    left, right = box.cut_right(80)[::-1]
    assert left.right == right.x
    for u in (0.667, 1.0, 1.37, 2.0):
        cells = [c.px(u) for c in box.columns(7)]
        assert all(a.right == b.left for a, b in pairwise(cells))


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1200), (1280, 1024), (3440, 1440)])
def test_a_window_has_at_least_the_base_units_in_both_directions(size):
    u = unit(size)
    assert size[0] / u >= 1920 - 1e-9
    assert size[1] / u >= 1080 - 1e-9
