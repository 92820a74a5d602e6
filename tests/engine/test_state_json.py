"""A state as JSON: exact there and back, and nothing is read that could not be a game."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest

from game.engine import (
    Applied,
    State,
    StateError,
    apply,
    digest,
    from_json,
    legal,
    observe,
    result,
    templates,
    to_json,
)
from game.engine import actions as act
from game.engine.state_json import MAX_LENGTH
from tests.effort import examples
from tests.engine.random_games import states
from tests.engine.table import Table, case, idea, risk
from tests.rows import each_row


# ------------------------------------------------------------------ there and back
@pytest.mark.parametrize("seed", range(3))
def test_it_is_exact(seed: int) -> None:
    for state in states(seed)[::5]:
        there = from_json(to_json(state))
        assert there == state
        assert (hash(there), digest(there)) == (hash(state), digest(state))
        assert to_json(there) == to_json(state)


def test_the_game_goes_on_from_it_as_it_would_have() -> None:
    for state in states(1)[::9]:
        there = from_json(to_json(state))
        assert legal(there) == legal(state)
        for action in legal(state)[:5]:
            assert apply(there, action) == apply(state, action)


def test_what_somebody_sees_can_be_sent_too() -> None:
    for state in states(2)[::9]:
        for seat in (None, 1):
            seen = observe(state, seat)
            assert from_json(to_json(seen)) == seen


def test_a_case_on_a_level_and_words_in_danish_come_back() -> None:
    setup = case(idea("a", risks=("r",)), risks=[risk("r")]).at("gentle")
    table = Table(setup)
    table.write("Ring først – „Hej”\nog så: 😀")
    assert from_json(to_json(table.state)) == table.state
    assert from_json(to_json(table.state)).setup.at("normal") == setup.at("normal")


def test_it_is_plain_ascii_with_its_versions() -> None:
    text = to_json(Table().state)
    assert text.isascii()
    assert {k: v for k, v in json.loads(text).items() if k != "state"} == {"format": 1, "rules": 2}


# ------------------------------------------------------------------ nonsense
NO_JSON = [
    "",
    "{",
    "nonsense",
    "NaN",
    '{"format": 1, "format": 1}',
    "[" * 100_000,
    "9" * 5_000,
    " " * (MAX_LENGTH + 1),
    b"{}",
    None,
    7,
]


@each_row("text", NO_JSON)
def test_what_is_no_json_is_refused(text: Any) -> None:
    with pytest.raises(StateError, match=r"^no state of a game: (it is|its)"):
        from_json(text)


@pytest.mark.parametrize(
    "raw", [[], {}, {"format": 1, "rules": 2}, {"format": 1, "rules": 2, "state": {}, "more": 1}]
)
def test_other_json_is_refused(raw: object) -> None:
    with pytest.raises(StateError, match='not an object with "format"'):
        from_json(json.dumps(raw))


@pytest.mark.parametrize(("key", "value"), [("format", 2), ("rules", 1), ("format", True)])
def test_another_version_is_refused(key: str, value: object) -> None:
    raw = json.loads(to_json(Table().state)) | {key: value}
    with pytest.raises(StateError, match=f"its {key} is {value}, and this engine knows"):
        from_json(json.dumps(raw))


def _spoilt(**parts: object) -> Callable[[State], State]:
    return lambda state: replace(state, **parts)


def _idea(**parts: object) -> Callable[[State], State]:
    return lambda s: replace(s, ideas=(replace(s.ideas[0], **parts), *s.ideas[1:]))


SPOILT: list[tuple[Callable[[State], State], str]] = [
    (_spoilt(trust=11), "the trust is out of bounds"),
    (_spoilt(balance=-6), "the balance is out of bounds"),
    (_spoilt(capacity=-1), "the capacity is out of bounds"),
    (_spoilt(points=(0, 0, 21, 0)), "a track is out of bounds"),
    (_spoilt(seed=-1), "the seed is out of bounds"),
    (_spoilt(round=0), "no round has been opened"),
    (_spoilt(turn=3), "it is nobody's turn"),
    (_spoilt(turn=-1), "it is nobody's turn"),
    (_spoilt(actions=0), "the actions of the turn are out of bounds"),
    (_spoilt(waiting=(0,)), "the seat in turn still waits for it"),
    (_spoilt(waiting=(1,)), "a seat waits that is not at the table"),
    (_spoilt(starter=2), "the starting seat is not at the table"),
    (_spoilt(seats=()), "a game has 1 to 8 seats"),
    (_spoilt(step="over"), "it is nobody's turn"),
    (_spoilt(step="answer"), "the actions of the turn are out of bounds"),
    (_spoilt(verdict="realised"), "it is unclear whether the game is over"),
    (_spoilt(tested=("a", "citizen")), "there is nothing to answer"),
    (_spoilt(adjusting=("a",)), "an idea is adjusted that is not tried"),
    (_spoilt(event="x"), "the event is not in the case"),
    (_spoilt(idea_hands=((), ())), "there is not a hand for each seat"),
    (_spoilt(idea_deck=("b", "b")), "one of the ideas lies in two places"),
    (_spoilt(idea_deck=("x",)), "one of the ideas is not in the case"),
    (_spoilt(truth={}), "the truth of an idea is missing"),
    (_idea(id="x"), "idea 'x' has another card than its own"),
    (_idea(opened=16), "idea 'a' shows tracks that there are not"),
    (_idea(benefits=()), "idea 'a' has not a place for each track"),
    (_idea(seat=4), "idea 'a' was placed by nobody"),
    (_idea(cost=-1), "a number of idea 'a' is out of bounds"),
]


@each_row("spoil, why", SPOILT)
def test_what_does_not_fit_together_is_named(spoil: Callable[[State], State], why: str) -> None:
    state = Table(case(idea("a"), idea("b"))).place("a").state
    with pytest.raises(StateError, match=f"^no state of a game: {why}$"):
        from_json(to_json(spoil(state)))


# ------------------------------------------------------------------ anything at all
JUNK: tuple[Any, ...] = (
    *(None, True, -1, 0, 1, 2, 7, 999, 10**30, 0.5, "", "x", "citizen", "idea-3", "risk-1"),
    *("written-1", "turn", "over", "adjust", [], [[]], {}, [0], ["idea-1"], {"x": 1}),
)


def spoil(raw: Any, rng: random.Random) -> None:
    """Put something else in one place of a JSON value, or something there in another place."""
    while True:
        keys = list(raw) if type(raw) is dict else list(range(len(raw)))
        key = rng.choice(keys)
        if type(raw[key]) not in (dict, list) or not raw[key] or rng.random() < 0.1:
            break
        raw = raw[key]
    change = rng.randrange(4)
    if change == 0 or type(raw) is dict:
        raw[key] = rng.choice(JUNK)
    elif change == 1:
        raw.append(raw[key])
    elif change == 2:
        del raw[key]
    else:
        raw.insert(0, rng.choice(JUNK))


@pytest.mark.parametrize("seed", range(examples(60)))
def test_a_spoilt_state_is_refused_or_can_be_played(seed: int) -> None:
    rng = random.Random(seed)
    texts = [to_json(state) for state in states(seed % 3)]
    for _ in range(15):
        raw = json.loads(rng.choice(texts))
        for _ in range(rng.randrange(1, 3)):
            spoil(raw["state"], rng)
        state = read(json.dumps(raw))
        if state is not None:
            use(state, rng)


def read(text: str) -> State | None:
    """The state in a text, ``None`` if it is refused with a sentence."""
    with suppress(StateError):
        return from_json(text)
    return None


def use(state: State, rng: random.Random) -> None:
    """Do with a state what can be done with a state."""
    observe(state), result(state), digest(state), templates(state, (act.WriteIdea, act.Correct))
    for action in rng.sample(actions := legal(state), min(len(actions), 10)):
        assert isinstance(apply(state, action), Applied)
