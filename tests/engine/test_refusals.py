"""Every code with which the rules refuse is reached by a test, and every refusal is one of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import ANY

import pytest

import game.engine
from game.engine import Post
from game.engine import actions as act
from game.engine.rules import guards
from tests.engine.table import Table, case, idea, risk, role

RULES = Path(game.engine.__file__).parent
TESTS = Path(__file__).parent


def codes_in_the_rules() -> set[str]:
    """The codes that the source can give."""
    source = "".join(path.read_text(encoding="utf-8") for path in RULES.rglob("*.py"))
    return set(re.findall(r'refuse\(\s*"(\w+)"', source)) | set(guards.WAITING_FOR.values())


def codes_tested() -> set[str]:
    """The codes that tests expect of ``refused``, written there or as a parameter "code"."""
    trees = [ast.parse(p.read_text(encoding="utf-8")) for p in TESTS.glob("test_*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    return {code for node in nodes for code in (*_compared(node), *_parameters(node))}


def _compared(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Compare) and ".refused(" in ast.unparse(node.left):
        yield from (str(c.value) for c in node.comparators if isinstance(c, ast.Constant))


def _parameters(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("parametrize", "each_row")):
        names, rows = (ast.unparse(arg) for arg in node.args[:2])
        if "code" in re.findall(r"\w+", names):
            yield from re.findall(r"'(\w+)'\)", rows)


def test_every_code_is_reached() -> None:
    assert codes_in_the_rules() - codes_tested() == set()


def test_no_test_expects_a_code_that_is_gone() -> None:
    assert {c for c in codes_tested() if "_" in c} - codes_in_the_rules() == set()


def test_a_refusal_says_what_a_sentence_needs() -> None:
    table = Table(case(idea("a", cost=3))).place("a").implementing().set("capacity", 1)
    refusal = game.engine.apply(table.state, act.Implement(0, "a"))
    assert refusal == act.Refusal("no_capacity", {"need": 3, "have": 1})


def test_check_decide_and_apply_refuse_alike() -> None:
    state, action = Table().state, act.Rally(3)
    refusal = game.engine.check(state, action)
    assert refusal == game.engine.decide(state, action) == game.engine.apply(state, action)
    assert game.engine.decide(state, act.Rally(0)) == Table().do(act.Rally(0)).last


class Obstinate(str):
    """A text that will not be compared."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        raise RuntimeError("not comparable")

    __hash__ = None


class Likeness(str):
    """A text like any other, but of a kind that a session could not keep."""

    __slots__ = ()


STRANGE = [Obstinate, Likeness, lambda text: ANY]


@pytest.mark.parametrize("strange", STRANGE)
def test_only_plain_texts_are_taken(strange: Any) -> None:
    setup = case(
        *(idea("a", "economy"), idea("b")),
        risks=[risk("r", about="ab")],
        roles=[role("analyst")],
        posts=[Post("wages", 3)],
        modules=("posts",),
    )
    table = Table(setup).place("a").name("r").concretise().claim("c").downside("process")
    a, b, citizen, r, process = map(strange, ("a", "b", "citizen", "r", "process"))
    name, kind, trust, analyst = map(strange, ("Tea", "service", "trust", "analyst"))
    for action in (
        *(act.PlaceIdea(0, b, 3), act.WriteIdea(0, name, "citizen", "service", 3)),
        *(
            act.WriteIdea(0, "Tea", citizen, "service", 3),
            act.WriteIdea(0, "Tea", "citizen", kind, 3),
        ),
        *(act.PlaceBenefit(0, strange("p"), "a", 3), act.PlaceBenefit(0, "p", a, 3)),
        *(act.PlaceRisk(0, r, "a"), act.WriteRisk(0, "Rain", citizen, "a")),
        *(act.Anchor(0, a, "citizen", 0), act.Anchor(0, "a", citizen, 0)),
        *(act.Anchor(0, "a", "citizen", 0, act.Measure(name)), act.Mitigate(0, "a", r)),
        *(act.Trial(0, a), act.Trial(0, "a", citizen), act.Trial(0, "a", "risk", name)),
        *(act.Trial(0, "a", "risk", "", name), act.Shelve(0, a), act.Implement(0, a)),
        *(act.NameDownside(0, a, "employee", 2), act.NameDownside(0, "a", strange("employee"), 2)),
        *(
            act.NameDownside(0, "a", "employee", 2, name),
            act.NameDownside(0, "a", "employee", 2, "", name),
        ),
        *(act.MakeAmends(0, a, "process"), act.MakeAmends(0, "a", process)),
        *(act.MakeAmends(0, "a", "process", name), act.SetRange(0, a, "citizen", 1, 5)),
        *(act.SetRange(0, "a", citizen, 1, 5), act.NamePost(0, a, "wages")),
        act.NamePost(0, "a", strange("wages")),
        *(
            act.Revise(0, "a", citizen, 3),
            act.FollowUp(0, a, "citizen"),
            act.HandOver(0, a, "citizen", 0),
        ),
        *(act.UseAbility(0, analyst, "a"), act.UseAbility(0, "analyst", a)),
        *(
            act.Correct(trust, 1, "so"),
            act.Correct("trust", 1, name),
            act.CallEstimates(b, "citizen"),
        ),
    ):
        assert table.refused(action)


@pytest.mark.parametrize("strange", STRANGE)
def test_only_plain_texts_are_taken_as_adjustments(strange: Any) -> None:
    table = Table(case(idea("a", maturity=1)), dice=(6,)).place("a").trial("a", "process").report()
    for action in (act.Adjust(0, strange("a"), "risk"), act.Adjust(0, "a", strange("risk"))):
        assert table.refused(action)
    assert table.may(act.Adjust(0, "a", "risk"))


def test_the_seat_in_turn_does_not_stand_in_for_a_stale_idea() -> None:
    table = Table().place("a").concretise().do(act.Shelve(0, "a"))
    for action in (act.Trial(0, "a"), act.Shelve(0, "a"), act.Anchor(0, "a", "citizen", 0)):
        assert table.refused(action) == "no_such_idea"
