"""What the table shows, and what it hides."""

from __future__ import annotations

from game.engine import actions as act
from game.engine import observe
from game.engine.examples import tiny
from tests.engine.table import Table, case, idea, risk, role


def test_effects_that_are_not_open_are_0_and_not_known() -> None:
    effects = {"citizen": 4, "economy": -2}
    table = Table(case(idea("a", effects=effects), roles=[role("controller")])).place("a")
    seen = observe(table.state)
    assert seen.truth == {"a": (0, 0, 0, 0)}
    assert seen.effect(seen.ideas[0], "citizen") is None
    seen = observe(table.do(act.UseAbility(0, "controller")).state)
    assert seen.truth == {"a": (0, 0, -2, 0)}
    assert seen.effect(seen.ideas[0], "economy") == -2


def test_a_proven_idea_is_open_on_every_track() -> None:
    effects = {"citizen": 4, "economy": -2}
    table = Table(case(idea("a", effects=effects, maturity=6))).place("a").tried()
    assert observe(table.state).truth == {"a": (4, 0, -2, 0)}


def test_decks_seed_and_draws_are_hidden_and_their_size_is_not() -> None:
    state = Table(tiny(), seats=4).state
    seen = observe(state)
    assert (seen.seed, seen.dice, seen.picks) == (0, 0, 0)
    assert seen.idea_deck == ("",) * len(state.idea_deck)
    assert seen.benefit_deck == ("",) * len(state.benefit_deck)
    assert seen.risk_deck == ("",) * len(state.risk_deck)
    assert seen.event_deck == ("",) * len(state.event_deck)


def test_cards_are_seen_with_their_promise_but_without_effects_and_true_risks() -> None:
    table = Table(case(idea("a", risks=("r",), promise={"citizen": 2}), risks=[risk("r")]))
    seen = observe(table.place("a").state)
    for card in (seen.setup.ideas[0], seen.ideas[0].card, seen.setup.by_id.ideas["a"]):
        assert (card.effects, card.risks) == ({}, ())
        assert card.promise == {"citizen": 2}
    assert seen.setup.risks[0].about == ("a",), "what is printed may be read"


def test_a_written_idea_is_seen_with_what_is_written_and_without_its_truth() -> None:
    table = Table()
    table.write("Tea for all")
    (seen,) = observe(table.state).ideas
    assert (seen.name, seen.benefits) == ("Tea for all", table.state.ideas[0].benefits)
    assert (seen.card.effects, seen.card.risks) == ({}, ())


def test_a_trial_that_runs_is_seen_with_all_that_it_asks() -> None:
    table = Table().place("a").do(act.Trial(0, "a", "citizen", "Two weeks", "Calls"))
    assert observe(table.state).ideas[0].trial == table.idea().trial


def test_the_claim_that_reality_asks_about_is_seen_with_the_effect_it_turned() -> None:
    table = Table().place("a").reality()
    seen = observe(table.state)
    assert (seen.step, seen.tested) == ("answer", ("a", "citizen"))
    assert seen.effect(seen.ideas[0], "citizen") == 4


def test_the_state_observed_is_left_as_it_was() -> None:
    table = Table(case(idea("a", risks=("r",)), risks=[risk("r")])).place("a")
    before = table.state.copy()
    observe(table.state)
    assert table.state == before
    assert table.idea().card.risks == ("r",)


def test_what_is_seen_follows_the_game() -> None:
    table = Table().place("a", 2)
    assert observe(table.state).claimed("citizen") == 2
    table.do(act.Revise(0, "a", "citizen", 5))
    assert observe(table.state).claimed("citizen") == 5
