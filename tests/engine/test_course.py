"""The whole reality check: combination, balance, trust, the pause and the stop; and follow-up."""

from __future__ import annotations

import pytest

from game.engine import actions as act
from game.engine import events as ev
from tests.engine.table import Table, case, idea, risk


# ------------------------------------------------------------------ combination
def combined(*kinds: str, delays: tuple[int, ...] = (0, 0)) -> Table:
    """Ideas of these kinds, implemented in the same round; none of them moves the citizens."""
    ideas = [
        idea(chr(97 + n), "economy", kind=kind, delay=delay, maturity=6)
        for n, (kind, delay) in enumerate(zip(kinds, delays, strict=False))
    ]
    table = Table(case(*ideas))
    for card in ideas:
        table.place(card.id)
    table.implementing()
    for card in ideas:
        table.implement(card.id)
    return table.check()


@pytest.mark.parametrize(
    ("kinds", "points"),
    [
        (("process", "service"), 1),
        (("service", "process"), 1),
        (("process", "process"), 0),
        (("service", "product"), 0),
        (("process",), 0),
    ],
)
def test_two_ideas_of_different_kinds_one_of_them_process_citizen_plus_1(
    kinds: tuple[str, ...], points: int
) -> None:
    assert combined(*kinds).points("citizen") == points


def test_the_combination_counts_once_a_check() -> None:
    table = Table(case(*(idea(i, "economy", kind=k, maturity=6) for i, k in KINDS)))
    for id, _ in KINDS:
        table.place(id)
    table.implementing().set("capacity", 20)
    for id, _ in KINDS:
        table.implement(id)
    assert table.check().points("citizen") == 1


KINDS = [("a", "process"), ("b", "service"), ("c", "process"), ("d", "product")]


def test_the_combination_needs_the_same_check() -> None:
    assert combined("process", "service", delays=(0, 1)).points("citizen") == 0


# ------------------------------------------------------------------ balance
def leaning(balance: int) -> Table:
    """A table with this balance, made by placing ideas (down) and naming risks (up)."""
    letters = "abcdef"
    setup = case(
        *(idea(x) for x in letters),
        risks=[risk(f"r{n}", about="a") for n in range(8)],
        actions=30,
    )
    table = Table(setup).place("a")
    for n in range(1 + balance if balance >= 0 else 0):
        table.name(f"r{n}")
    for n in range(-balance - 1 if balance < 0 else 0):
        table.place(letters[n + 1])
    assert table.state.balance == balance
    return table


@pytest.mark.parametrize(
    ("balance", "trust", "after"),
    [(0, 1, 0), (1, 0, 0), (-2, 0, -1), (3, -1, 2), (-3, -1, -2), (5, -1, 4), (-5, -1, -4)],
)
def test_balance_at_0_trust_plus_1_at_3_or_beyond_minus_1_then_one_step_towards_0(
    balance: int, trust: int, after: int
) -> None:
    table = leaning(balance)
    before = table.state.trust
    table.check()
    assert (table.state.trust - before, table.state.balance) == (trust, after)


def test_what_would_push_balance_past_5_is_lost() -> None:
    table = leaning(5)
    table.name("r6")
    assert table.state.balance == 5
    assert not table.told(ev.BalanceShifted)
    table = leaning(-5)
    table.place("f")
    assert table.state.balance == -5
    assert not table.told(ev.BalanceShifted)


# ------------------------------------------------------------------ trust
@pytest.mark.parametrize("track", ["citizen", "employee"])
def test_citizen_or_employee_below_zero_trust_minus_1(track: str) -> None:
    table = Table().set(track, -1).check()
    assert [e.by for e in table.told(ev.TrustChanged) if e.why == "below_zero"] == [-1]


def test_both_below_zero_cost_1_trust_and_the_other_tracks_none() -> None:
    table = Table().set("citizen", -1).set("employee", -1).check()
    assert table.whys().count("below_zero") == 1
    table = Table().set("process", -1).set("economy", -1).check()
    assert "below_zero" not in table.whys()


def test_trust_runs_from_0_to_10() -> None:
    table = Table().set("trust", 10).check()
    assert table.state.trust == 10
    assert table.whys() == [], "balanced, but there is no more trust than 10"


# ------------------------------------------------------------------ pause and stop
def distrusted() -> Table:
    """Trust 1, and at the reality check it will be gone: the citizens are harmed."""
    table = Table(case(idea("a"), idea("b"), rounds=(1, 1, 3)))
    table.place("a").implementing().place("b")
    return table.set("trust", 1).set("citizen", -2)


def test_the_first_time_trust_is_0_the_project_is_paused_trust_becomes_2() -> None:
    table = distrusted().check()
    assert table.one(ev.Paused).round == table.state.round + 1
    assert table.state.trust == 2
    assert table.whys()[-1] == "pause"


def test_nothing_is_implemented_in_the_next_round() -> None:
    table = distrusted().next_round().set("capacity", 20)
    assert table.refused(act.Implement(0, "a")) == "paused"
    assert not table.allows(act.Implement(0, "a"))
    table.next_round().set("capacity", 20)
    assert table.allows(act.Implement(0, "a"))


def test_the_second_time_it_is_stopped() -> None:
    table = distrusted().next_round().set("trust", 1)
    table.write()
    table.check()
    assert table.told(ev.Stopped)
    assert table.state.over
    assert table.state.verdict == "stopped"


def test_after_a_stop_follow_up_realises_nothing() -> None:
    table = distrusted().set("capacity", 20).implement("a")
    table.set("trust", 2).give("trust", -2).give("trust", -2)
    assert table.state.verdict == "stopped"
    assert table.idea("a").status == "implemented"
    assert table.refused(act.Proceed()) == "game_over"
    assert table.refused(act.Rally(0)) == "game_over"


def test_trust_that_was_gone_only_within_a_check_is_weighed_at_its_end() -> None:
    table = Table(case(idea("a", maturity=6, effects={"citizen": 6}), rounds=(1, 1, 3)))
    table.place("a", 1).implementing().do(act.Anchor(0, "a", "citizen", 0)).implement()
    assert table.state.balance == 1
    table.write()
    table.set("trust", 1).check()
    assert table.whys() == ["word_broken", "balanced"]
    assert not table.told(ev.Paused)


# ------------------------------------------------------------------ follow-up
def test_follow_up_realises_what_is_still_due() -> None:
    table = Table(case(idea("a", delay=2, maturity=6), rounds=(1, 1, 1))).place("a").implementing()
    table.do(act.Anchor(0, "a", "citizen", 0)).implement().check()
    assert table.idea().status == "implemented"
    table.do(act.Proceed())
    assert table.state.over
    assert table.idea().status == "realised"
    assert table.points() == 4
    assert (table.state.phase, table.state.round) == ("follow_up", 4)
    assert [e.round for e in table.told(ev.CheckBegan)] == [4]


def test_follow_up_has_risks_stumbles_combination_and_word_but_no_turns() -> None:
    ideas = [idea("a", kind="process", delay=2), idea("b", kind="service", delay=2, risks=("r",))]
    table = Table(case(*ideas, risks=[risk("r")], rounds=(1, 1, 1))).place("a").place("b")
    table.implementing().implement("a").implement("b").end()
    assert table.told(ev.RiskThrown)
    assert len(table.told(ev.StumbleThrown)) == 2
    assert "combination" in table.whys(ev.TrackMoved)
    assert not table.told(ev.TurnBegan)
    assert not table.told(ev.BalanceShifted)
