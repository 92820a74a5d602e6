"""What the table shows, and what it hides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from game.engine import (
    EVENTS,
    Idea,
    IdeaCard,
    RiskCard,
    Seat,
    State,
    follow,
    news,
    observe,
    start,
    visible,
)
from game.engine import actions as act
from game.engine import events as ev
from game.engine.examples import tiny
from game.engine.secrecy import TOLD_WHOLE, WITH_SECRETS
from game.engine.setup import CardIndex
from game.engine.state import settled
from tests.engine.random_games import random_decisions
from tests.engine.table import Table, case, idea, risk, role
from tests.rows import each_row


def random_game(seed: int) -> Iterator[State]:
    """The states of a game with everything in it."""
    return (applied.state for applied in random_decisions(seed))


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


# ------------------------------------------------------------------ which parts are hidden
PASSED_ON = {
    State: (
        "seats idea_hands benefit_hands risk_hands round openings phase step starter turn waiting "
        "actions event free_claims adjusting tested used_phase used_round capacity trust balance "
        "points lowest likelier pauses paused_round placed written implemented verdict edition "
        "guesses away gone shares seatings cuts"
    ),
    Idea: (
        "id letter seat cost maturity status was_proven stumbled scaled due order opened benefits "
        "risks name text trial"
    ),
}
"""What everybody at the table sees as it is."""
TAKEN_FROM = {
    State: (
        "setup seed truth own_risks idea_deck benefit_deck risk_deck event_deck poker ideas dice "
        "picks"
    ),
    Idea: "card",
}
"""What has something hidden in it."""


@pytest.mark.parametrize("kind", [State, Idea])
def test_of_every_part_it_is_said_whether_it_is_seen(kind: type) -> None:
    parts = {f.name for f in fields(kind) if f.compare}
    said = [*PASSED_ON[kind].split(), *TAKEN_FROM[kind].split()]
    assert sorted(said) == sorted(parts), (
        "say here whether a part is seen; if something in it is hidden, take it out of what "
        "observe gives in game/engine/observation.py"
    )


@pytest.mark.parametrize("seed", range(3))
def test_what_is_not_hidden_is_seen_as_it_is(seed: int) -> None:
    for state in list(random_game(seed))[::7]:
        seen = observe(state, 1)
        assert all(getattr(seen, n) == getattr(state, n) for n in PASSED_ON[State].split())
        for own, shown in zip(state.ideas, seen.ideas, strict=True):
            assert all(getattr(shown, n) == getattr(own, n) for n in PASSED_ON[Idea].split())


# ------------------------------------------------------------------ the cards
def reachable(thing: Any) -> Iterator[Any]:
    """Everything that can be got at from something, what it remembers too."""
    yield thing
    if isinstance(thing, Mapping):
        for key, item in thing.items():
            yield from (key, *reachable(item))
    elif isinstance(thing, tuple | list | set | frozenset):
        for item in thing:
            yield from reachable(item)
    elif is_dataclass(thing):
        for part in fields(thing):
            yield from reachable(getattr(thing, part.name))
    elif isinstance(thing, CardIndex):
        for name in CardIndex.__slots__:
            if name != "about":  # what is printed on the risks that were seen
                yield from reachable(getattr(thing, name))


def test_of_cards_in_the_decks_nothing_is_in_it() -> None:
    for state in list(random_game(2))[::9]:
        shown = list(reachable(observe(state)))
        texts = {thing for thing in shown if isinstance(thing, str)}
        printed = {about for thing in shown if isinstance(thing, RiskCard) for about in thing.about}
        turned = {risk.id for idea in state.ideas for risk in idea.risks}
        decks = {*state.idea_deck, *state.benefit_deck, *state.risk_deck, *state.event_deck}
        assert texts & decks <= printed | turned
        assert not any(thing.effects or thing.risks for thing in shown if type(thing) is IdeaCard)


def test_what_has_been_seen_of_a_case_grows() -> None:
    known: set[str] = set()
    for state in random_game(3):
        setup = observe(state).setup
        cards = {c.id for deck in (setup.ideas, setup.benefits, setup.events) for c in deck}
        assert known <= cards
        known = cards
    assert known >= {card.id for card in tiny().benefits}


def test_a_risk_turned_up_is_seen_though_its_card_is_in_the_deck() -> None:
    setup = case(idea("a", risks=("r",), maturity=1), risks=[risk("r")], deal_first=1)
    table = Table(setup, dice=(6,)).place("a")
    hidden = table.state.copy()
    hidden.risk_deck, hidden.risk_hands = ("r",), ((),)
    table.state = settled(hidden)
    assert observe(table.state).setup.risks == ()
    table.do(act.Trial(0, "a", "risk")).next_round()
    assert observe(table.state).setup.by_id.risks["r"].severity == 3


# ------------------------------------------------------------------ by whom
def test_a_seat_sees_its_own_number_in_estimate_poker() -> None:
    table = Table(seats=3).do(act.CallEstimates("a", "citizen"))
    table.do(act.GiveEstimate(0, 5), act.GiveEstimate(1, 2))
    given = [observe(table.state, seat).poker.given for seat in (0, 1, 2, None)]
    assert given == [(5, 0, None), (0, 2, None), (0, 0, None), (0, 0, None)]


@pytest.mark.parametrize("seat", [-1, 3, "1", 1.5, 1.0, True])
def test_who_does_not_sit_at_the_table_sees_nothing(seat: Any) -> None:
    with pytest.raises(ValueError, match="there is no seat"):
        observe(Table(seats=3).state, seat)


def test_who_looks_at_what_was_seen_sees_the_same() -> None:
    for state in list(random_game(4))[::9]:
        for seat in (None, 1):
            seen = observe(state, seat)
            assert observe(seen, seat) == seen


# ------------------------------------------------------------------ events
@each_row("kind", EVENTS)
def test_of_every_event_it_is_said_what_is_secret(kind: type) -> None:
    assert (kind in WITH_SECRETS) != (kind in TOLD_WHOLE), (
        f"{kind.__name__}: in TOLD_WHOLE of game/engine/secrecy.py, or what is left of it there"
    )


def test_an_event_that_is_not_declared_is_told_to_nobody() -> None:
    with pytest.raises(LookupError):
        visible("an event from elsewhere")


def test_the_truth_is_in_no_event_that_is_told() -> None:
    began = start(tiny(), [Seat("Ane", ()), Seat("Bo", ())], 7)
    begun = visible(began.events[0])
    assert isinstance(begun, ev.Begun)
    assert (begun.seed, begun.truth, begun.ideas) == (0, {}, ("",) * 12)
    assert begun.seats == began.state.seats
    drawn = ev.TruthDrawn("written-1", (4, 0, 0, -1), (RiskCard("own", "citizen"),))
    assert visible(drawn) == ev.TruthDrawn("written-1", (0, 0, 0, 0), ())


def test_a_number_is_told_to_who_gave_it() -> None:
    given = ev.EstimateGiven(1, 5)
    assert [visible(given, seat) for seat in (1, 0, None)] == [given, *[ev.EstimateGiven(1, 0)] * 2]


@pytest.mark.parametrize("seat", [None, 0, 2])
@pytest.mark.parametrize("seed", range(4))
def test_who_is_told_of_every_decision_knows_what_can_be_seen(seed: int, seat: int | None) -> None:
    began, *decisions = random_decisions(seed)
    known = follow(None, news(began, seat))
    assert known == observe(began.state, seat)
    for applied in decisions:
        known = follow(known, news(applied, seat))
        assert known == observe(applied.state, seat)
    assert known.over
