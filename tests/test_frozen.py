"""Frozen classes are frozen dataclasses in all but the time it takes to declare and make one."""

from __future__ import annotations

import copy
import inspect
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, field, fields, is_dataclass, replace

import pytest

from game.engine import ACTIONS, EVENTS
from game.engine import actions as act
from game.frozen import frozen
from tests.rows import each_row


@frozen
class Point:
    x: int
    y: int = 2


@frozen
class Named(Point):
    """A point with more to it."""

    name: str = ""
    near: list[Point] = field(default_factory=list)
    seen: int = field(default=0, compare=False, repr=False)
    far: bool = field(init=False)
    marks: list[str] = field(default_factory=list, init=False, hash=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "far", self.x > 100)


@frozen(kw_only=True)
class Asked:
    by: str
    of: str = "all"


@frozen
class Odd:
    n: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Odd) and (self.n - other.n) % 2 == 0

    def __repr__(self) -> str:
        return "odd"


def test_fields_defaults_and_keywords() -> None:
    assert Point(1) == Point(x=1, y=2) == Point(1, 2) != Point(1, 3)
    assert repr(Point(1)) == "Point(x=1, y=2)"
    assert len({Point(1), Point(1, 2), Point(2)}) == 2
    assert Point(1) != Named(1)
    match Point(3):
        case Point(x, y):
            assert (x, y) == (3, 2)


@pytest.mark.parametrize("arguments", [(), (1, 2, 3)])
def test_wrong_arguments_are_an_error(arguments: tuple[int, ...]) -> None:
    with pytest.raises(TypeError, match="__init__"):
        Point(*arguments)


def test_fields_of_every_sort() -> None:
    a, b = Named(1, 2, "a"), Named(101, name="a", seen=4)
    assert (a.far, b.far) == (False, True)
    assert a.near == b.near == a.marks == []
    assert a.near is not b.near
    assert a.marks is not b.marks
    assert Named(1, 2, "a", seen=9) == a
    assert repr(b) == "Named(x=101, y=2, name='a', near=[], far=True, marks=[])"
    assert asdict(Point(1)) == {"x": 1, "y": 2}


def test_fields_that_are_given_by_name_alone() -> None:
    assert Asked(by="me") == Asked(of="all", by="me")
    make: Callable[..., object] = Asked
    with pytest.raises(TypeError, match="__init__"):
        make("me")


def test_what_a_class_defines_itself_stays() -> None:
    assert Odd(1) == Odd(3) != Odd(2)
    assert repr(Odd(1)) == "odd"


def test_its_signature_can_be_asked_for() -> None:
    assert str(inspect.signature(Point)) == "(x: 'int', y: 'int' = 2) -> None"
    assert list(inspect.signature(Named).parameters) == ["x", "y", "name", "near", "seen"]


def test_nothing_need_have_been_made_of_it() -> None:
    @frozen
    class Fresh:
        x: int

    class Below(Fresh):
        pass

    assert str(inspect.signature(Fresh)) == "(x: 'int') -> None"
    assert Below(3).x == Fresh(x=3).x == 3


def test_it_cannot_be_changed() -> None:
    point, name = Point(1), "x"
    with pytest.raises(FrozenInstanceError):
        setattr(point, name, 5)
    with pytest.raises(FrozenInstanceError):
        delattr(point, name)
    assert not hasattr(point, "__dict__")


@pytest.mark.parametrize("one", [act.Rally(3), Named(200, seen=3), Asked(by="x"), act.Proceed()])
def test_it_can_be_copied_and_pickled(one: object) -> None:
    again = pickle.loads(pickle.dumps(one))
    assert copy.copy(one) == copy.deepcopy(one) == again == one
    assert repr(again) == repr(one)


def test_it_can_be_made_anew_with_a_part_replaced() -> None:
    assert replace(act.Rally(3), seat=1) == act.Rally(1)
    assert replace(Named(1, name="a"), x=200).far


def test_without_fields() -> None:
    assert act.Proceed() == act.Proceed()
    assert hash(act.Proceed()) == hash(act.Proceed())


@each_row("kind", [*ACTIONS, *EVENTS])
def test_actions_and_events_are_frozen_slots_dataclasses(kind: type) -> None:
    assert is_dataclass(kind)
    thing = kind(*[0] * len(fields(kind)))
    for part in fields(kind):
        with pytest.raises(FrozenInstanceError):
            setattr(thing, part.name, 1)
    assert not hasattr(thing, "__dict__")
