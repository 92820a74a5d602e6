"""Garbage is collected while nobody does anything, and not while somebody waits for a frame."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from game.gui.tidying import RESTED, Tidying


class Ring:
    """Holds itself, so that only the collector can let go of it."""

    def __init__(self) -> None:
        self.self = self


def old_ring() -> weakref.ref[Ring]:
    """A ring that has outlived the collections of what is young, and is held by nothing now."""
    ring = Ring()
    gc.collect()
    return weakref.ref(ring)


@pytest.fixture
def tidying() -> Iterator[Tidying]:
    with Tidying() as found:
        yield found


def test_what_is_old_goes_when_nobody_does_anything(tidying: Tidying) -> None:
    tidying.rest(0)
    ring = old_ring()
    made = [[n] for n in range(500_000)]  # enough for several whole collections
    assert ring() is not None
    assert made
    tidying.rest(RESTED)
    assert ring() is None


def test_a_rest_is_used_once(tidying: Tidying) -> None:
    tidying.rest(0)
    tidying.rest(RESTED)
    ring = old_ring()
    tidying.rest(RESTED + 5)
    assert ring() is not None
    tidying.rest(0.1)
    tidying.rest(RESTED)
    assert ring() is None


def test_what_is_young_goes_once_a_frame_stands(tidying: Tidying) -> None:
    gc.collect()
    ring = weakref.ref(Ring())
    made = [[n] for n in range(5_000)]  # as many as many frames make
    assert made
    assert ring() is not None
    tidying.rest(0)
    assert ring() is None


def test_what_takes_long_collects_on_its_way() -> None:
    before = gc.get_threshold()
    try:
        gc.set_threshold(1_000_000)
        with Tidying():
            ring = weakref.ref(Ring())
            made = [[n] for n in range(100_000)]
            assert made
            assert ring() is None
    finally:
        gc.set_threshold(*before)


def test_afterwards_all_is_as_before() -> None:
    before = gc.get_threshold(), gc.get_freeze_count()
    with Tidying():
        assert gc.get_freeze_count() > 0
    assert (gc.get_threshold(), gc.get_freeze_count()) == before
