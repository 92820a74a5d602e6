"""Every reality check of many games tells what a model that was written apart from it foresees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from game.engine import MODULES, TRACKS, Action, Event, ModuleName, Post, Rules, Setup, legal
from game.engine import actions as act
from game.engine import events as ev
from game.engine.chance import draw
from game.engine.examples import tiny
from tests.engine.foreseen import Foresight
from tests.engine.model import Books
from tests.engine.table import Table

pytestmark = pytest.mark.slow

POSTS = (Post("wages", 5), Post("rent", 2))
ANSWERED = (ev.EstimateRevised, ev.ClaimWithdrawn)
"""What an answer to reality does to the claim that it asked about."""
DULL = ("Pass", "Revise", "HandOver")
"""What is only done when there is little else to do."""
DRAWN = (ev.Picked, ev.RiskTurnedUp)
"""Which risk comes to light: that is drawn."""
AFTER = (ev.Paused, ev.Stopped, ev.Ended)
"""What follows a check, and is no part of it."""
SEEDS = range(6)
GAMES: tuple[tuple[ModuleName, ...], ...] = ((), MODULES, *((m,) for m in MODULES))
"""The modules of the games: none, all of them, and each alone."""


# ------------------------------------------------------------------ games
def decision(s: Any, seed: int, n: int) -> Action:
    """First the kind is drawn, then one of that kind; some cards are written.

    One seat is asked to own more than the others.
    """
    kinds: dict[str, list[Action]] = {}
    for a in legal(s):
        kinds.setdefault(type(a).__name__, []).append(a)
    for dull in DULL:
        if len(kinds) > 2:
            kinds.pop(dull, None)
    if to_one := [a for a in kinds.get("Anchor", ()) if a.owner == 0]:
        kinds["Anchor to one"] = to_one
    if s.step == "turn" and s.ideas:
        track, idea = TRACKS[draw(seed, "track", n, 4)], s.ideas[draw(seed, "on", n, len(s.ideas))]
        kinds["Written"] = [
            act.WriteIdea(s.turn, "Own", track, "service", 1 + n % 6),
            act.WriteRisk(s.turn, "Own", track, idea.id),
        ]
    some = kinds[sorted(kinds)[draw(seed, "kind", n, len(kinds))]]
    return some[draw(seed, "which", n, len(some))]


def played(seed: int, modules: Any) -> tuple[Setup, list[Sequence[Event]]]:
    """A case and the events of a whole game, decision by decision; the group does not give up."""
    setup = replace(tiny(), rules=Rules(modules=modules, balance=2), posts=POSTS)
    table = Table(setup, seats=1 + seed % 5, seed=seed)
    told, n = [table.last], 0
    while not table.state.over:
        action = decision(table.state, seed, n)
        n += 1
        if table.state.trust < 5:
            told.append(table.give("trust", 5).last)
        if table.may(action):
            told.append(table.do(action).last)
    return setup, list(told)


# ------------------------------------------------------------------ told and foreseen
def checks(setup: Setup, told: list[Sequence[Event]]) -> Iterator[tuple[list[Event], list[Event]]]:
    """Of every check what was told, and what the model foresees; one that asks is in two parts."""
    begun = told[0][0]
    assert isinstance(begun, ev.Begun)
    books = Books(setup, begun)
    for events in told:
        begins = [isinstance(e, ev.CheckBegan | ev.ClaimAnswered) for e in events]
        at = begins.index(True) if True in begins else len(events)
        for e in events[:at]:
            books.note(e)
        if rest := events[at:]:
            yield _to_compare(rest), list(_foreseen(books, rest))
        for e in rest:
            if isinstance(e, (*DRAWN, *AFTER)):
                books.note(e)


def _to_compare(rest: Sequence[Event]) -> list[Event]:
    left_out = (*DRAWN, *AFTER, ev.ClaimAnswered, *ANSWERED, ev.RangeDropped)
    trust_of_a_pause = [e for e in rest if isinstance(e, ev.TrustChanged) and e.why == "pause"]
    return [e for e in rest if not isinstance(e, left_out) and e not in trust_of_a_pause]


def _foreseen(books: Books, rest: Sequence[Event]) -> Iterator[Event]:
    dice = (e.die for e in rest if isinstance(e, ev.RiskThrown | ev.StumbleThrown) and e.die)
    if isinstance(rest[0], ev.CheckBegan):
        return Foresight(books, dice).check()
    for e in rest:
        if isinstance(e, ANSWERED):
            books.note(e)
    return Foresight(books, dice).end()


@cache
def compared(seed: int, modules: tuple[ModuleName, ...]) -> list[tuple[list[Event], list[Event]]]:
    """The checks of a game."""
    return list(checks(*played(seed, modules)))


@pytest.mark.parametrize("modules", GAMES, ids="+".join)
@pytest.mark.parametrize("seed", SEEDS)
def test_every_check_tells_what_the_model_foresees(seed: int, modules: Any) -> None:
    for now, foreseen in compared(seed, modules):
        assert now == foreseen
    assert len(compared(seed, modules)) >= 7


def test_the_games_have_all_of_it() -> None:
    """So that nothing is missing from the comparison."""
    checked = [now for modules in GAMES for seed in SEEDS for now, _ in compared(seed, modules)]
    seen = Counter(trait for now in checked for e in now for trait in _traits(e))
    wanted = {
        *("ClaimTested", "RiskTested", "FalseAlarm", "StumbleThrown"),
        *("short: away", "short: overloaded", "short: no_post", "short: post_empty"),
        *(f"named {a}, struck {b}" for a in (True, False) for b in (True, False)),
        *("stumble", "unnamed harm", "unnamed harm, claimed", "named harm", "made up for"),
        *("less without an owner", "all of it without an owner"),
        *("word_kept", "word_broken", "unspoken_harm", "claim_held", "claim_missed"),
        *("below_zero", "unbalanced", "combination", "everybody", "dropouts"),
    }
    assert wanted - set(seen) == set()


def _traits(e: Event) -> Iterator[str]:
    yield type(e).__name__
    if isinstance(e, ev.Harvested):
        yield f"short: {e.short}"
        yield _harm(e) if e.effect < 0 else _gain(e)
    elif isinstance(e, ev.RiskThrown):
        yield f"named {e.named is not None}, struck {e.struck}"
    elif isinstance(e, ev.TrustChanged | ev.TrackMoved):
        yield e.why


def _harm(e: ev.Harvested) -> str:
    if e.estimate is None:
        return "unnamed harm"
    if e.estimate > 0:
        return "unnamed harm, claimed"
    return "named harm" if e.points == e.effect else "made up for"


def _gain(e: ev.Harvested) -> str:
    if e.estimate is None or e.estimate < 0 or e.anchored:
        return "no matter"
    return f"{'less' if 0 < e.points < e.effect else 'all of it'} without an owner"
