"""Templates tell in a few lines all that may be done: nothing more, and nothing less."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

from game.engine import (
    ACTIONS,
    KINDS,
    TRACKS,
    Action,
    State,
    Template,
    candidates,
    check,
    legal,
    templates,
)
from game.engine import actions as act
from game.engine.enumeration import closed_fields, free_fields
from game.engine.fields import Words
from tests.engine.random_games import random_decisions
from tests.engine.table import Table, case, idea
from tests.rows import each_row


def examples(template: Template) -> Iterator[Action]:
    """Every action in a template, with three dots in what has to be written."""
    words = {n: "…" for n, words in template.free.items() if _has_to_be_written(template.kind, n)}
    for values in product(*template.choices.values()):
        yield template.action(**dict(zip(template.choices, values, strict=True)), **words)


def _has_to_be_written(kind: type, name: str) -> bool:
    return name in {"name", "reason"} and not getattr(free_fields(kind)[name], "empty", False)


def of(state: State, kind: type[Action]) -> Template:
    """The only template of a kind."""
    (found,) = templates(state, (kind,))
    return found


@pytest.mark.parametrize("seed", range(2))
def test_they_are_all_that_the_rules_allow_and_each_once(seed: int) -> None:
    for applied in random_decisions(seed)[::23]:
        state = applied.state
        told = [action for template in templates(state) for action in examples(template)]
        asked = [a for kind in ACTIONS for a in candidates(state, kind, free={str: "…"})]
        assert len(set(told)) == len(told)
        assert set(told) == {action for action in asked if check(state, action) is None}
        assert set(legal(state)) <= set(told)


def test_they_are_far_fewer_than_the_actions() -> None:
    state = random_decisions(5)[40].state
    told = templates(state)
    assert len(told) * 10 < sum(1 for template in told for _ in examples(template))


def test_what_may_be_written_says_how_long_and_what_goes_with_it() -> None:
    state = Table().place("a").state
    writing = of(state, act.WriteIdea)
    assert writing.free == {"name": Words(80), "text": Words(400, empty=True)}
    assert writing.choices == {
        "seat": (0,),
        "track": TRACKS,
        "kind": KINDS,
        "estimate": (1, 2, 3, 4, 5, 6),
    }
    written = writing.action(name="Ring first", track="process", kind="service", estimate=2)
    assert written == act.WriteIdea(0, "Ring first", "process", "service", 2)
    assert check(state, written) is None


def test_only_tracks_that_are_free_may_be_claimed() -> None:
    state = Table().place("a").state
    assert of(state, act.WriteBenefit).choices["track"] == ("process", "economy", "employee")


def test_what_the_facilitator_may_do_is_told() -> None:
    state = Table(case(idea("a")), seats=2).set("trust", 9).state
    assert [t.kind for t in templates(state, (act.SkipTurn, act.EndPhase, act.CloseEstimates))] == [
        act.SkipTurn,
        act.EndPhase,
    ]
    correcting = {t.choices["what"]: t.choices["by"] for t in templates(state, (act.Correct,))}
    assert correcting[("trust",)] == (*range(-9, 0), 1)
    assert correcting[TRACKS] == (*range(-10, 0), *range(1, 21))
    assert of(state, act.CallEstimates).choices == {"idea": ("a",), "track": TRACKS}


def test_a_measure_is_a_record_of_its_own() -> None:
    table = Table().place("a").concretise()
    assert of(table.state, act.Anchor).free == {"measure": act.Measure}
    assert free_fields(act.Measure) == {"indicator": Words(80), "unit": Words(40, empty=True)}


def test_a_value_that_is_no_choice_is_named() -> None:
    writing = of(Table().state, act.WriteIdea)
    for values in ({"track": "joy"}, {"track": "citizen", "kind": "service"}):
        with pytest.raises(ValueError, match=r"WriteIdea\.\w+ cannot be"):
            writing.action(name="Own", estimate=3 if "kind" not in values else 9, **values)


def test_nothing_may_be_done_when_the_game_is_over() -> None:
    assert templates(Table().end().state) == []


@each_row("kind", ACTIONS)
def test_every_field_of_an_action_is_closed_or_free(kind: Any) -> None:
    names = {*closed_fields(kind), *free_fields(kind)}
    assert names == set(kind.__dataclass_fields__), "a type of game/engine/fields.py for each"


LIMITS = [
    pytest.param(kind, name, words, id=f"{kind.__name__}.{name}")
    for kind in ACTIONS
    for name, words in free_fields(kind).items()
    if isinstance(words, Words)
]


@pytest.mark.parametrize(("kind", "name", "words"), LIMITS)
def test_what_is_declared_of_a_text_is_what_is_checked(kind: Any, name: str, words: Words) -> None:
    for text, fits in (("x" * words.limit, True), ("x" * (words.limit + 1), False)):
        assert (_code_with(kind, name, text) == "long_text") != fits
    assert (_code_with(kind, name, "") == "empty_text") != words.empty


def _code_with(kind: Any, name: str, text: str) -> str | None:
    """What is said of a text in an action that is allowed otherwise."""
    for seed in range(4):
        for applied in random_decisions(seed):
            for template in templates(applied.state, (kind,)):
                fine = next(examples(template))
                values = {f: getattr(fine, f) for f in kind.__dataclass_fields__}
                refusal = check(applied.state, kind(**values | {name: text}))
                return None if refusal is None else refusal.code
    pytest.fail(f"no game comes to {kind.__name__}")
