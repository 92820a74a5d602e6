"""What the methodical group does with trials, downsides, owners and the modules of version 2."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from game.bots import bot
from game.bots.owners import Owners
from game.content import load
from game.engine import TRACKS, Action, Setup, State
from game.engine import actions as act
from game.engine.lookups import is_at_home, owned_by
from game.resources import SCENARIOS
from tests.bots.groups import decisions, passports

SEEDS = range(1, 4)


@cache
def played(case: str, seats: int = 4, name: str = "method") -> list[tuple[State, Action]]:
    setup = load(SCENARIOS / f"{case}.toml").setup
    return [step for seed in SEEDS for step in decisions(setup, seats, seed, bot(name))]


def with_modules(*modules: str) -> Setup:
    setup = passports()
    return replace(setup, rules=replace(setup.rules, modules=modules))


# ------------------------------------------------------------------ trials and questions
def test_a_trial_asks_about_risks_where_some_may_be_hidden_and_else_about_an_effect() -> None:
    asked = [(s, a) for s, a in played("koebenhavn-pas") if isinstance(a, act.Trial)]
    assert {a.about for _, a in asked} - {"risk"} <= set(TRACKS)
    first = [a.about for s, a in asked if not s.require_idea(a.idea).risks]
    assert Counter(first).most_common(1)[0][0] == "risk"
    for s, a in asked:
        if a.about != "risk":
            assert not s.require_idea(a.idea).is_open(a.about)


def test_an_unripe_idea_is_made_more_mature_and_the_answer_is_what_is_true() -> None:
    adjusted = [a.how for _, a in played("koebenhavn-pas") if isinstance(a, act.Adjust)]
    assert "maturity" in adjusted
    answers = [(s, a) for s, a in played("koebenhavn-pas") if isinstance(a, act.Answer)]
    assert answers
    for s, a in answers:
        assert s.tested is not None
        id, track = s.tested
        effect = s.effect(s.require_idea(id), track)
        assert effect is not None
        assert a.estimate == max(0, min(6, effect))


def test_small_or_proven_ideas_are_carried_out_before_the_last_phase() -> None:
    early = [(s, a) for s, a in played("koebenhavn-pas") if isinstance(a, act.Implement)]
    assert any(s.phase != "implement" for s, _ in early)


# ------------------------------------------------------------------ downsides
def test_a_downside_is_named_where_a_harm_is_foreseen() -> None:
    named = [(s, a) for s, a in played("koebenhavn-tmf") if isinstance(a, act.NameDownside)]
    assert named
    for s, a in named:
        idea = s.require_idea(a.idea)
        effect = s.effect(idea, a.track)
        promised = idea.card.promise.get(a.track, 0)
        assert effect == -a.size if effect is not None else promised < 0


def test_those_who_drop_out_are_spoken_of() -> None:
    steps = [s for n in SEEDS for s in decisions(with_modules("dropouts"), 4, n, bot("method"))]
    spoken = [(s, a) for s, a in steps if isinstance(a, act.NameDownside) and a.track == "citizen"]
    assert any((s.effect(s.require_idea(a.idea), "citizen") or 0) >= 0 for s, a in spoken)


# ------------------------------------------------------------------ owners
def test_an_owner_is_at_home_where_somebody_is_and_owns_no_more_than_it_can_answer_for() -> None:
    for s, a in played("koebenhavn-pas"):
        if isinstance(a, act.Anchor):
            assert owned_by(s, a.owner) < s.setup.rules.owner_load
            somebody = any(
                is_at_home(s, n, a.track) and owned_by(s, n) < s.setup.rules.owner_load
                for n in range(len(s.seats))
            )
            assert is_at_home(s, a.owner, a.track) or not somebody


def test_where_everybody_owns_too_much_nobody_is_found() -> None:
    state = next(s for s, _ in played("koebenhavn-pas") if s.round == 3)
    assert Owners(state, 0).best("citizen") == (None, 0.0)
    owner, short = Owners(state, 99).best("citizen")
    assert owner is not None
    assert (short == 0.0) == is_at_home(state, owner, "citizen")


def test_a_benefit_is_handed_to_who_is_at_home() -> None:
    moved = [(s, a) for s, a in played("koebenhavn-pas", 5, "noisy-30") if _better_home(s, a)]
    assert moved, "noise gives benefits to anybody, and the method mends it"


def _better_home(s: State, a: Action) -> bool:
    if not isinstance(a, act.HandOver):
        return False
    return is_at_home(s, a.to, a.track) and not is_at_home(s, a.seat, a.track)


# ------------------------------------------------------------------ modules
def test_every_saving_names_a_post_with_something_left() -> None:
    named = [(s, a) for s, a in played("aeldrepleje-besparelse") if isinstance(a, act.NamePost)]
    assert named
    assert len({a.post for _, a in named}) > 1, "not all of it from one post"


def test_trust_is_spent_where_capacity_is_short_and_there_is_enough_of_it() -> None:
    setup = load(SCENARIOS / "koebenhavn-tmf.toml").setup
    rules = replace(setup.rules, capacity=0, actions=11, actions_many_seats=11)
    poor = replace(setup, rules=rules)
    steps = (step for seed in range(12) for step in decisions(poor, 4, seed, bot("method")))
    spent = [s for s, a in steps if isinstance(a, act.SpendTrust)]
    assert spent
    assert all(s.trust >= 4 for s in spent)


@pytest.mark.parametrize(
    "modules", [("tension",), ("invest", "patience"), ("demand",), ("meetings", "combination")]
)
def test_every_module_is_played_to_the_end_within_the_rules(modules: tuple[str, ...]) -> None:
    *_, (last, _) = decisions(with_modules(*modules), 4, 1, bot("method"))
    assert last.round == 7
