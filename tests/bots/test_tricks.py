"""Each trick is played as its name says, within the rules, and the same every time."""

from __future__ import annotations

from collections import Counter

import pytest

from game.bots import TRICKS, bot, player_named
from game.bots.handing_over import juggle
from game.content import load
from game.engine import Action, Benefit, Event, State, digest, evolve
from game.engine import actions as act
from game.engine import events as ev
from game.engine.lookups import owned_by
from game.resources import SCENARIOS
from game.simulation.games import game_seed
from tests.bots.groups import begin, decisions, passports

CLAIMS = (act.PlaceIdea, act.PlaceBenefit, act.WriteIdea, act.WriteBenefit, act.Revise)


def played(name: str, seats: int = 4, seed: int = 1) -> list[tuple[State, Action]]:
    return list(decisions(passports(), seats, seed, bot(name)))


def test_risks_are_called_harmless() -> None:
    written = [a for _, a in played("trick-written-only") if isinstance(a, act.WriteRisk)]
    assert {(a.severity, a.likelihood) for a in written} == {(3, 3)}
    eldest = begin(passports(), 2, 1)
    assert eldest.setup.risks, "where risks are dealt, none is written"
    assert not any(isinstance(a, act.WriteRisk) for _, a in played("trick-harmless-risks"))


def test_one_point_is_claimed_of_everything() -> None:
    claims = [a for _, a in played("trick-claims-of-one") if isinstance(a, CLAIMS)]
    assert len(claims) > 10
    positive = [a.estimate for a in claims if not isinstance(a, act.Revise)]
    assert set(positive) == {1}


def test_half_is_claimed_of_what_is_expected() -> None:
    honest = [a for _, a in played("method") if isinstance(a, act.PlaceIdea)]
    half = [a for _, a in played("trick-half-claims") if isinstance(a, act.PlaceIdea)]
    assert honest[0].card == half[0].card
    assert half[0].estimate == honest[0].estimate // 2


def test_only_what_is_open_is_claimed() -> None:
    for state, action in played("trick-claims-when-open"):
        if isinstance(action, act.PlaceBenefit):
            track = state.setup.by_id.benefits[action.card].track
            assert state.require_idea(action.idea).is_open(track)
        if isinstance(action, act.PlaceIdea):
            assert action.estimate == 1


def test_nothing_of_the_hand_is_placed_by_who_writes_everything() -> None:
    done = Counter(type(action) for _, action in played("trick-written-only"))
    assert done[act.WriteIdea] > 3
    assert not done[act.PlaceIdea] + done[act.PlaceBenefit] + done[act.PlaceRisk]


def test_who_hoards_carries_nothing_out_before_the_last_round() -> None:
    rounds = {s.round for s, a in played("trick-hoarding") if isinstance(a, act.Implement)}
    assert rounds == {7}


# ------------------------------------------------------------------ handing on before a check
def overloaded(state: State) -> State:
    """The state in which one seat owns a benefit of every idea, one of which is due now."""
    new = state.copy()
    ideas = []
    for n, idea in enumerate(state.ideas):
        mine = idea.copy()
        mine.benefits = tuple(
            Benefit(b.estimate, b.seat, owner=0) if b is not None else None for b in idea.benefits
        )
        mine.status = "implemented" if n == 0 else "proposed"
        mine.due, mine.trial = state.round, None
        ideas.append(mine)
    new.ideas, new.actions, new.waiting = tuple(ideas), 1, ()
    return new


def test_what_is_not_due_is_handed_on_until_the_owner_answers_for_little() -> None:
    tables = (overloaded(s) for s, _ in played("method") if s.step == "turn" and len(s.ideas) > 1)
    full = next(s for s in tables if s.round == 3 and owned_by(s, 0) > s.setup.rules.owner_load)
    action = juggle(full)
    assert isinstance(action, act.HandOver)
    assert (action.seat, action.to) == (0, 1)
    assert action.idea != full.ideas[0].id, "what is due stays"
    early = full.copy()
    early.actions = 2
    assert juggle(early) is None, "only just before the check"


def test_what_was_handed_on_is_not_handed_back_at_once() -> None:
    setup = load(SCENARIOS / "aeldrepleje-besparelse.toml").setup
    steps = list(decisions(setup, 4, game_seed(1, 4, 0), bot("trick-hand-overs")))
    assert any(isinstance(a, act.HandOver) for _, a in steps)
    assert len(steps) < 1000, "the game comes to its end"


# ------------------------------------------------------------------ undoing
def test_who_undoes_plays_a_whole_game_of_which_only_what_stands_is_told() -> None:
    told: list[tuple[Action | None, tuple[Event, ...]]] = []
    play = player_named("trick-undo")
    game = play(passports(), 4, 5, lambda action, events: told.append((action, events)))
    assert game.state.over
    assert game.decisions == len(told) - 1
    folded = begin(passports(), 4, 5)
    for _, events in told[1:]:
        for event in events:
            folded = evolve(folded, event)
    assert digest(folded) == digest(game.state)
    assert digest(play(passports(), 4, 5, None).state) == digest(game.state)


def test_undoing_spares_a_group_bad_news() -> None:
    def bad(name: str) -> int:
        found = Counter[type[Event]]()
        for seed in range(4):
            player_named(name)(passports(), 4, seed, lambda _, events: count(found, events))
        return found[ev.RiskThrown] + found[ev.StumbleThrown]

    def count(found: Counter[type[Event]], events: tuple[Event, ...]) -> None:
        found.update(
            type(e)
            for e in events
            if (isinstance(e, ev.RiskThrown) and e.struck)
            or (isinstance(e, ev.StumbleThrown) and e.stumbled)
        )

    assert bad("trick-undo") <= bad("method")


@pytest.mark.parametrize("name", TRICKS)
def test_every_trick_ends_its_game(name: str) -> None:
    assert player_named(name)(passports(), 3, 2, None).state.over
