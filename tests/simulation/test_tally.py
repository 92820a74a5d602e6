"""What is counted of a game, and that totals can be added in any order."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bots import bot, play_game
from game.engine import TRACKS, Action, Event, Seat, digest, result, start
from game.engine import actions as act
from game.engine import events as ev
from game.simulation import GameObserver, Tally
from game.simulation.tally import Payoff, Sum
from tests.bots.groups import passports

sums = st.builds(Sum, st.integers(0, 99), st.integers(-99, 99), st.integers(0, 9999))
payoffs = st.builds(Payoff, sums, st.integers(0, 99), st.integers(0, 99))
counts = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 99)).map(Counter)
tallies = st.builds(
    Tally,
    games=st.integers(0, 99),
    verdicts=counts,
    reached=counts,
    rates=st.dictionaries(st.sampled_from("abc"), sums),
    realism=sums,
    decisions=sums,
    actions=counts,
    placed=counts,
    claimed=counts,
    met=counts,
    implemented=counts,
    ideas=st.dictionaries(st.sampled_from("abc"), payoffs),
    aims_judged=counts,
    aims_met=counts,
    checks=st.integers(0, 99),
    checks_tested=st.integers(0, 99),
    misses=st.dictionaries(st.integers(1, 3), sums),
    course=st.dictionaries(st.tuples(st.sampled_from(TRACKS), st.integers(1, 3)), sums),
    gained=st.integers(0, 99),
    lost=st.integers(0, 99),
)


@pytest.mark.slow
@given(tallies, tallies, tallies)
def test_tallies_may_be_added_in_any_order(a: Tally, b: Tally, c: Tally) -> None:
    assert a + (b + c) == (a + b) + c
    assert a + b == b + a
    assert a + Tally() == a


@given(tallies, tallies)
def test_adding_changes_neither(a: Tally, b: Tally) -> None:
    before = repr((a, b))
    _ = a + b
    assert repr((a, b)) == before


def watched(seed: int, name: str = "method") -> tuple[Tally, list[tuple[Action | None, Event]]]:
    """A game's tally, and every event of it with the action it came of."""
    observer, told, tally = GameObserver(), [], Tally()

    def watch(action: Action | None, events: tuple[Event, ...]) -> None:
        observer(action, events)
        told.extend((action, event) for event in events)

    game = play_game(passports(), 4, seed, bot(name), watch)
    observer.add_to(tally, game.state, game.decisions)
    return tally, told


@pytest.mark.parametrize("seed", range(4))
def test_a_game_is_counted_as_it_went(seed: int) -> None:
    tally, told = watched(seed)
    game = play_game(passports(), 4, seed, bot("method"))
    outcome = result(game.state)
    assert tally.games == 1
    assert tally.verdicts == {outcome.verdict: 1}
    assert tally.decisions.total == game.decisions == sum(tally.actions.values())
    assert tally.reached == {t.track: 1 for t in outcome.tracks if t.status == "reached"}
    assert tally.realism.total == round(1000 * (outcome.realism or 0))
    for t in outcome.tracks:
        assert tally.rates[t.track].total == round(1000 * max(0, min(1, t.points / t.goal)))
    trials = sum(isinstance(event, ev.TrialSetUp) for _, event in told)
    assert tally.actions["Trial"] == trials
    assert tally.placed == {e.idea: 1 for _, e in told if isinstance(e, ev.IdeaPlaced)}
    assert tally.checks == 7
    assert tally.aims_judged.total() == len(outcome.aims)
    assert tally.aims_met.total() == sum(aim.met for aim in outcome.aims)
    assert {track: n.total for (track, r), n in tally.course.items() if r == 8} == {
        t.track: t.points for t in outcome.tracks
    }
    assert tally.implemented == {e.idea: 1 for _, e in told if isinstance(e, ev.IdeaImplemented)}


@pytest.mark.parametrize("seed", range(4))
def test_what_ideas_gave_is_all_that_moved_the_tracks(seed: int) -> None:
    """Everything but the combination and corrections comes of some idea."""
    tally, told = watched(seed)
    moved = [e for _, e in told if isinstance(e, ev.TrackMoved)]
    given = sum(payoff.points.total for payoff in tally.ideas.values())
    assert given == sum(e.by for e in moved if e.why != "combination")
    costs = {e.idea: e.cost for _, e in told if isinstance(e, ev.IdeaImplemented)}
    assert sum(p.costs for p in tally.ideas.values()) == sum(costs[id] for id in tally.ideas)


def test_an_idea_pays_when_it_gives_more_than_it_costs() -> None:
    payoff = Payoff()
    for points, cost in ((3, 2), (2, 2), (-1, 0)):
        payoff.add(points, cost)
    assert payoff == Payoff(Sum(3, 4, 14), 4, 1)


def test_watching_changes_nothing() -> None:
    game = play_game(passports(), 4, 3, bot("method"), GameObserver())
    alone = play_game(passports(), 4, 3, bot("method"))
    assert digest(game.state) == digest(alone.state)


def test_a_watcher_is_told_of_the_beginning_first() -> None:
    told: list[tuple[Action | None, tuple[Event, ...]]] = []
    play_game(passports(), 4, 3, bot("rush"), lambda action, events: told.append((action, events)))
    began = start(passports(), [Seat(f"{n + 1}", ()) for n in range(4)], 3)
    assert told[0] == (None, began.events)
    assert isinstance(told[-1][0], act.Proceed)
    assert isinstance(told[-1][1][-1], ev.Ended)
