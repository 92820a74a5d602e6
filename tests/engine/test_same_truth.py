"""What players write decides what and where, never how much: two games that differ in numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from game.engine import MODULES, TRACKS, Action, Rules, legal
from game.engine import actions as act
from game.engine import events as ev
from game.engine.chance import draw
from game.engine.examples import tiny
from tests.engine.table import Table, case, idea, risk

CHANCE = (ev.TruthDrawn, ev.TrialReported, ev.RiskThrown, ev.StumbleThrown, ev.EffectsOpened)
"""What is drawn and what is true."""


# ------------------------------------------------------------------ two games in step
def modest(s: Any) -> Iterator[Action]:
    """The legal actions whose numbers can be doubled, and something written."""
    for a in legal(s):
        most = 2 if isinstance(a, act.NameDownside | act.Revise) else 3
        if getattr(a, "estimate", 1) <= most and getattr(a, "size", 1) <= most:
            yield a
    if s.step == "turn":
        for track in TRACKS:
            yield act.WriteIdea(s.turn, "Own", track, "service", 3)
            for own in s.ideas:
                yield act.WriteRisk(s.turn, "Own", track, own.id, 1, 1)
                yield act.WriteBenefit(s.turn, "Own", track, own.id, 2)


def bold(a: Any) -> Any:
    """The same decision with numbers twice as large, and risks believed to be the worst."""
    if isinstance(a, act.WriteRisk):
        return replace(a, severity=4, likelihood=5)
    if hasattr(a, "size"):
        return replace(a, size=2 * a.size)
    return replace(a, estimate=2 * a.estimate) if hasattr(a, "estimate") else a


def one(s: Any, seed: int, n: int) -> Action:
    """A decision: first the kind is drawn, then one of that kind that may be done."""
    kinds: dict[str, list[Action]] = {}
    for a in modest(s):
        kinds.setdefault(type(a).__name__, []).append(a)
    if len(kinds) > 2:
        kinds.pop("Pass", None)
    some = kinds[sorted(kinds)[draw(seed, "kind", n, len(kinds))]]
    return some[draw(seed, "which", n, len(some))]


def in_step(seed: int, modules: Any) -> tuple[Table, Table]:
    """A game and its bold twin, played to the end by the same decisions.

    What a claim does to trust is made up for, so that it opens no decision to one of them alone.
    """
    setup = replace(tiny(), rules=Rules(modules=modules))
    table, twin = (Table(setup, seats=1 + seed % 4, seed=seed) for _ in range(2))
    n = 0
    while not table.state.over:
        for game in (table, twin):
            game.set("trust", 10).set("capacity", 30)
        action = one(table.state, seed, n)
        n += 1
        if from_outside(table, action):
            table.do(action)
            twin.do(bold(action))
    return table, twin


def from_outside(table: Table, action: Action) -> bool:
    """Whether an action may be done: what is written has not been listed."""
    written = isinstance(action, act.WriteIdea | act.WriteRisk | act.WriteBenefit)
    return not written or table.may(action)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("modules", [(), MODULES], ids=["base", "modules"])
def test_what_players_write_changes_no_draw_and_no_truth(seed: int, modules: Any) -> None:
    table, twin = in_step(seed, modules)
    assert table.state.truth == twin.state.truth
    assert table.state.own_risks == twin.state.own_risks
    assert [e for e in table.log if isinstance(e, CHANCE)] == [
        e for e in twin.log if isinstance(e, CHANCE)
    ]
    assert harvests(table) == harvests(twin)
    assert estimates(table)
    assert estimates(twin) == [2 * n for n in estimates(table)]
    assert [e for e in table.log if isinstance(e, ev.RiskThrown)]


def estimates(table: Table) -> list[int]:
    """All that is claimed on the table."""
    return [b.estimate for idea in table.state.ideas for _, b in idea.claims()]


def harvests(table: Table) -> list[tuple[object, ...]]:
    """What was harvested, whatever was claimed."""
    found = [e for e in table.log if isinstance(e, ev.Harvested)]
    return [(e.idea, e.track, e.effect, e.points, e.anchored, e.short) for e in found]


# ------------------------------------------------------------------ named and not named
@pytest.mark.parametrize("die", range(1, 7))
@pytest.mark.parametrize("likelihood", range(1, 6))
def test_a_risk_that_is_named_never_strikes_where_it_would_not_have_unnamed(
    likelihood: int, die: int
) -> None:
    def struck(*named: str) -> bool:
        setup = case(idea("a", risks=("r",)), risks=[risk("r", likelihood=likelihood)])
        table = Table(setup, dice=(die,)).place("a").bolder()
        if "card" in named:
            table.name("r")
        if "words" in named:
            table.do(act.WriteRisk(0, "Own", "citizen", "a", 4, 5))
        table.concretise()
        if "worked" in named:
            table.mitigate(table.idea().risks[0].id)
        thrown = table.implementing().implement().check().told(ev.RiskThrown)
        assert bool(thrown[0].named) == bool(named)
        return thrown[0].struck

    assert struck("card") == struck("words") == (die <= likelihood)
    assert struck("card", "worked") == struck("words", "worked") == (die <= likelihood - 3)
    assert struck() == (die <= likelihood + 2)
