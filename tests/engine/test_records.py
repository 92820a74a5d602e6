"""Records are frozen dataclasses in every way but the time it takes to make one."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, fields, is_dataclass, replace

import pytest

from game.engine import ACTIONS, EVENTS
from game.engine import actions as act
from game.engine.records import record


@record
class Point:
    x: int
    y: int = 2


def test_fields_defaults_and_keywords() -> None:
    assert Point(1) == Point(x=1, y=2) == Point(1, 2) != Point(1, 3)
    assert repr(Point(1)) == "Point(x=1, y=2)"
    assert len({Point(1), Point(1, 2), Point(2)}) == 2


@pytest.mark.parametrize("arguments", [(), (1, 2, 3)])
def test_wrong_arguments_are_an_error(arguments: tuple[int, ...]) -> None:
    with pytest.raises(TypeError, match="__init__"):
        Point(*arguments)


def test_a_record_cannot_be_changed() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError):
        point.x = 5
    with pytest.raises(FrozenInstanceError):
        del point.x
    assert not hasattr(point, "__dict__")


def test_a_record_can_be_copied_replaced_and_pickled() -> None:
    point = act.Rally(3)
    assert copy.copy(point) == pickle.loads(pickle.dumps(point)) == point
    assert replace(point, seat=1) == act.Rally(1)


def test_a_record_without_fields() -> None:
    assert act.Proceed() == act.Proceed()


@pytest.mark.parametrize("kind", [*ACTIONS, *EVENTS], ids=lambda k: k.__name__)
def test_actions_and_events_are_frozen_slots_dataclasses(kind: type) -> None:
    assert is_dataclass(kind)
    thing = kind(*[0] * len(fields(kind)))
    for field in fields(kind):
        with pytest.raises(FrozenInstanceError):
            setattr(thing, field.name, 1)
    assert not hasattr(thing, "__dict__")
