"""A little of what ``python -m tests.session.figures`` does at length."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.session.figures.kills import killed
from tests.session.figures.soak import soaked


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_by_a_kill_in_play(tmp_path: Path) -> None:
    found = killed(3, tmp_path)
    assert found.kills == 3
    assert (found.lost, found.damaged, found.copies_apart) == (0, 0, 0)


def test_nothing_acknowledged_is_lost_where_places_vanish(tmp_path: Path) -> None:
    found = soaked(250, tmp_path)
    assert found.vanished
    assert found.refused
    assert (found.changed, found.lost, found.damaged, found.handles) == (0, 0, 0, 0)
