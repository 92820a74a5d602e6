"""A state is a value: it is equal by what it holds, it can be hashed, and nobody changes it."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator, Mapping
from dataclasses import FrozenInstanceError, fields, is_dataclass, replace
from typing import Any

import pytest

from game.engine import Action, Applied, Idea, Seat, State, apply, evolve, legal, start
from game.engine import actions as act
from game.engine.chance import draw
from game.engine.examples import tiny
from game.engine.values import FrozenDict, Value
from tests.engine.table import Table


def played(seed: int = 4, moves: int = 40) -> State:
    """A game in which a kind of action is drawn first, so that much lies on the table."""
    state = start(tiny(), [Seat("Ane", ()), Seat("Bo", ())], seed).state
    for n in range(moves):
        kinds: dict[str, list[Action]] = {}
        for action in legal(state):
            kinds.setdefault(type(action).__name__, []).append(action)
        kinds = {name: some for name, some in kinds.items() if name != "Pass"} or kinds
        some = kinds[sorted(kinds)[draw(seed, "kind", n, len(kinds))]]
        applied = apply(state, some[draw(seed, "which", n, len(some))])
        assert isinstance(applied, Applied)
        state = applied.state
    return state


def values(whole: State) -> Iterator[Value]:
    """A state, its ideas, and their benefits and risks."""
    yield whole
    for idea in whole.ideas:
        yield idea
        yield from [b for b in idea.benefits if b is not None]
        yield from idea.risks


# ------------------------------------------------------------------ equal, and hashed
def test_states_that_hold_the_same_are_equal_and_hash_alike() -> None:
    one, other = played(), played()
    assert one is not other
    assert one == other
    assert hash(one) == hash(other)
    assert len({one, other, played(moves=41)}) == 2


def test_states_that_differ_in_anything_differ() -> None:
    state = played()
    assert state != replace(state, trust=state.trust + 1)
    assert state != replace(state, truth={})
    assert state != replace(state, ideas=state.ideas[1:])
    assert state != "a state"


def test_what_is_only_remembered_does_not_count() -> None:
    one, other = played(), played()
    legal(one)
    assert one.ideas[0].memo != other.ideas[0].memo
    assert (one, hash(one)) == (other, hash(other))


def test_a_case_can_be_hashed() -> None:
    assert hash(tiny()) == hash(tiny())


# ------------------------------------------------------------------ unchanging
def test_no_part_of_what_is_handed_out_can_be_assigned_to() -> None:
    for thing in values(played()):
        for part in fields(thing):
            with pytest.raises(FrozenInstanceError, match=f"{part.name} cannot be changed"):
                setattr(thing, part.name, None)
            with pytest.raises(FrozenInstanceError):
                delattr(thing, part.name)


UNCHANGING = (str, int, float, type(None), frozenset)


def reachable(thing: Any, where: str) -> Iterator[tuple[str, Any]]:
    """Everything that a state is made of, down to the numbers and texts, and where it is."""
    yield where, thing
    if isinstance(thing, tuple):
        for n, item in enumerate(thing):
            yield from reachable(item, f"{where}[{n}]")
    elif isinstance(thing, Mapping):
        for key, item in thing.items():
            yield from reachable(item, f"{where}[{key}]")
    elif is_dataclass(thing):
        for part in fields(thing):
            if part.compare:  # what is only remembered is found again
                yield from reachable(getattr(thing, part.name), f"{where}.{part.name}")


def test_nothing_that_a_state_is_made_of_can_be_changed() -> None:
    table = Table(tiny(), seats=2)
    table.do(act.WriteIdea(0, "Own", "citizen", "service", 2))
    for state in (played(), table.state):
        for where, thing in reachable(state, "state"):
            assert isinstance(thing, (*UNCHANGING, tuple, FrozenDict)) or _is_frozen(thing), where


def _is_frozen(thing: Any) -> bool:
    try:
        thing.anything = 1
    except (FrozenInstanceError, AttributeError, TypeError):
        return is_dataclass(thing)
    return False


def test_a_dictionary_in_a_state_refuses_every_change() -> None:
    truth: Any = played().truth
    before = dict(truth)
    changes = [
        lambda: truth.__setitem__("x", 1),
        lambda: truth.__delitem__(next(iter(truth))),
        lambda: truth.update(x=1),
        lambda: truth.setdefault("x", 1),
        lambda: truth.pop(next(iter(truth))),
        lambda: truth.__ior__({"x": 1}),
        truth.popitem,
        truth.clear,
    ]
    for change in changes:
        with pytest.raises(TypeError, match="cannot be changed"):
            change()
    assert truth == before


def test_a_decision_and_a_fold_hand_out_values() -> None:
    state = played()
    applied = apply(state, legal(state)[0])
    assert isinstance(applied, Applied)
    folded = state
    for event in applied.events:
        folded = evolve(folded, event)
    for whole in (applied.state, folded):
        assert [type(v) for v in values(whole)] == [type(v).settled_class for v in values(whole)]


# ------------------------------------------------------------------ drafts and copies
def test_a_draft_shares_every_part_and_may_be_changed() -> None:
    for thing in values(played()):
        draft = thing.copy()
        assert draft == thing
        assert draft is not thing
        for part in fields(thing):
            if part.init:
                assert getattr(draft, part.name) is getattr(thing, part.name)
                setattr(draft, part.name, "changed")
                assert getattr(thing, part.name) != "changed"


def test_a_draft_remembers_nothing_and_has_no_hash() -> None:
    idea = played().ideas[0]
    draft = idea.copy()
    assert (draft.memo, draft.memo is idea.memo) == ({}, False)
    with pytest.raises(TypeError, match="unhashable"):
        hash(draft)


def test_a_copy_of_a_value_is_the_value() -> None:
    state = played()
    assert copy.copy(state) is state
    assert copy.deepcopy(state) is state
    assert copy.deepcopy([state])[0] is state


def test_a_copy_of_a_draft_is_another_draft() -> None:
    draft = played().ideas[0].copy()
    for made in (copy.copy(draft), copy.deepcopy(draft)):
        made.cost = 9
        assert draft.cost != 9


def test_a_state_is_sent_to_another_process_whole() -> None:
    state = played()
    there = pickle.loads(pickle.dumps(state))
    assert there == state
    assert type(there.ideas[0]) is Idea
    assert legal(there) == legal(state)
