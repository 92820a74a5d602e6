"""The reality check of one idea: risks, stumble, harvest, the word kept."""

from __future__ import annotations

import pytest

from game.engine import Effect, EventCard, Idea
from game.engine import actions as act
from game.engine import events as ev
from game.engine.lookups import check_round
from tests.engine.table import Table, case, idea, risk


def implemented(
    *dice: int, claims: str = "", estimate: int = 4, anchor: str = "", **card: object
) -> Table:
    """An idea implemented; ``claims`` and ``anchor`` are letters of tracks (c is claimed)."""
    card.setdefault("maturity", 6)
    table = Table(case(idea("a", **card)), dice=dice).place("a", estimate)
    for letter in claims:
        table.claim(letter)
    table.concretise()
    tracks = {"c": "citizen", "p": "process", "e": "economy", "m": "employee"}
    for letter in anchor:
        table.anchor(tracks[letter])
    return table.implementing().implement()


# ------------------------------------------------------------------ the order of things
def test_every_implemented_idea_now_due_in_the_order_implemented() -> None:
    ideas = [idea("a", delay=1), idea("b"), idea("c"), idea("d", delay=2)]
    table = Table(case(*ideas))
    for id in "abcd":
        table.place(id)
    table.implementing().implement("d").implement("c").implement("b").implement("a")
    assert table.check().one(ev.CheckBegan).ideas == ("c", "b")
    table.do(act.Proceed()).check()
    assert table.one(ev.CheckBegan).ideas == ("a",)
    table.do(act.Proceed()).check()
    assert table.one(ev.CheckBegan).ideas == ("d",)


def test_one_step_at_a_time_risks_stumble_harvest_word_for_each_idea() -> None:
    setup = case(idea("a", risks=("r",)), idea("b"), risks=[risk("r")])
    table = Table(setup).place("a").place("b").implementing().implement("a").implement("b").check()
    steps = (ev.RiskThrown, ev.StumbleThrown, ev.Harvested, ev.IdeaRealised)
    told = [(type(e).__name__, e.idea) for e in table.last if isinstance(e, steps)]
    assert told == [
        ("RiskThrown", "a"),
        ("StumbleThrown", "a"),
        ("Harvested", "a"),
        ("IdeaRealised", "a"),
        ("StumbleThrown", "b"),
        ("Harvested", "b"),
        ("IdeaRealised", "b"),
    ]


def test_at_most_two_ideas_a_check_and_the_rest_wait_their_turn() -> None:
    table = Table(case(*(idea(x) for x in "abcde"))).set("capacity", 20)
    for id in "abcde":
        table.place(id)
    table.implementing()
    for id in "edcba":
        table.implement(id)
    assert table.check().one(ev.CheckBegan).ideas == ("e", "d")
    table.do(act.Proceed()).check()
    assert table.one(ev.CheckBegan).ideas == ("c", "b")
    assert table.do(act.Proceed()).check().one(ev.CheckBegan).ideas == ("a",)


def test_it_is_known_at_which_check_an_idea_under_way_has_its_turn() -> None:
    delays = {"a": 0, "b": 1, "c": 0, "d": 0, "e": 0, "f": 2, "g": 9}
    table = Table(case(*(idea(x, delay=n) for x, n in delays.items()), actions=20))
    for id in delays:
        table.place(id)
    table.implementing()
    for id in delays:
        table.implement(id)
    now = {i.id: check_round(table.state, i) for i in table.state.ideas}
    while not table.state.over:
        table.next_round()
        later = {i.id: check_round(table.state, i) for i in table.state.ideas if not done(i)}
        assert later == {id: now[id] for id in later}
    told = [(id, e.round) for e in table.log if isinstance(e, ev.CheckBegan) for id in e.ideas]
    assert dict(told) == now
    assert now == {"a": 5, "c": 5, "b": 6, "d": 6, "e": 7, "f": 7, "g": 8}


def done(i: Idea) -> bool:
    return i.status == "realised"


def test_a_case_may_say_how_many_ideas_a_check_takes() -> None:
    table = Table(case(idea("a"), idea("b"), check_ideas=1)).place("a").place("b").implementing()
    assert table.implement("a").implement("b").check().one(ev.CheckBegan).ideas == ("a",)


def test_a_realised_idea_is_not_checked_again() -> None:
    table = implemented(1).check().do(act.Proceed()).check()
    assert table.one(ev.CheckBegan).ideas == ()


# ------------------------------------------------------------------ 1 risks
@pytest.mark.parametrize(("die", "struck"), [(3, True), (4, False)])
def test_a_named_risk_strikes_at_a_die_at_or_below_its_likelihood(die: int, struck: bool) -> None:
    setup = case(idea("a", maturity=6, risks=("r",)), risks=[risk("r", "process", severity=2)])
    table = Table(setup, dice=(die,)).place("a").name("r").implementing().implement().check()
    thrown = table.one(ev.RiskThrown)
    assert (thrown.named, thrown.limit, thrown.struck) == ("r", 3, struck)
    assert table.points("process") == (-2 if struck else 0), "its severity off its track"
    r = table.idea().risk("r")
    assert r is not None
    assert r.outcome == ("struck" if struck else "held")


@pytest.mark.parametrize(("die", "struck"), [(2, True), (3, False)])
def test_each_mitigation_takes_3_off_the_likelihood(die: int, struck: bool) -> None:
    setup = case(idea("a", maturity=6, risks=("r",)), risks=[risk("r", likelihood=5)])
    table = Table(setup, dice=(die,)).place("a").name("r").concretise().mitigate("r")
    table.implementing().implement().check()
    assert (table.one(ev.RiskThrown).limit, table.one(ev.RiskThrown).struck) == (2, struck)


@pytest.mark.parametrize(("die", "struck"), [(5, True), (6, False)])
def test_a_risk_not_named_strikes_at_likelihood_plus_2(die: int, struck: bool) -> None:
    setup = case(idea("a", maturity=6, risks=("r",)), risks=[risk("r", "process", severity=2)])
    table = Table(setup, dice=(die,)).place("a").bolder().implementing().implement().check()
    thrown = table.one(ev.RiskThrown)
    assert (thrown.named, thrown.limit, thrown.struck) == (None, 5, struck)
    assert table.idea().risk("r") is not None, "it lies open afterwards"


def test_a_named_risk_that_is_not_true_is_turned_over_as_a_false_alarm() -> None:
    table = Table(case(idea("a", maturity=6), risks=[risk("r")])).place("a").name("r")
    table.implementing().implement().check()
    assert table.one(ev.FalseAlarm).risk == "r"
    assert not table.told(ev.RiskThrown)
    r = table.idea().risk("r")
    assert r is not None
    assert r.outcome == "false"


def test_a_likelihood_raised_by_an_event_counts_at_the_check() -> None:
    card = EventCard("event", (Effect(likelihood="citizen"),))
    setup = case(idea("a", risks=("r",)), risks=[risk("r", likelihood=3)], events=[card])
    table = Table(setup).place("a").name("r").implementing().implement().check()
    assert table.one(ev.RiskThrown).limit == 4


# ------------------------------------------------------------------ 2 stumble
@pytest.mark.parametrize(("die", "gives"), [(3, 5), (4, 4)])
def test_a_never_proven_idea_throws_a_die_against_its_maturity(die: int, gives: int) -> None:
    table = implemented(die, anchor="c", maturity=3, effects={"citizen": 5}).check()
    thrown = table.one(ev.StumbleThrown)
    assert (thrown.die, thrown.maturity, thrown.stumbled) == (die, 3, die > 3)
    assert table.points() == gives, "above: 1 off its main track"


def test_a_stumble_takes_1_off_the_main_track_and_leaves_every_effect_as_it_is() -> None:
    effects = {"citizen": 4, "process": 5, "employee": -3}
    table = Table(case(idea("a", "process", maturity=3, effects=effects)), dice=(6,))
    table.place("a").claim("c").downside("employee").concretise().anchor().anchor("process")
    table.implementing().implement().check()
    strike, *harvests = table.told(ev.TrackMoved)
    assert strike == ev.TrackMoved("process", -1, "stumble", "a")
    assert {e.track: e.by for e in harvests if e.why == "harvest"} == effects
    assert table.benefit("process").harvested == 5
    assert [table.points(t) for t in ("citizen", "process", "employee")] == [4, 4, -3]


def test_a_stumble_strikes_where_the_main_track_gave_nothing() -> None:
    table = implemented(6, maturity=3, effects={}).check()
    assert (table.points(), table.benefit().harvested) == (-1, 0)


@pytest.mark.parametrize("stumble", [0, 3])
def test_a_case_may_say_what_a_stumble_takes(stumble: int) -> None:
    setup = case(idea("a", maturity=3), stumble=stumble)
    table = Table(setup, dice=(6,)).place("a").implementing().anchor().implement().check()
    assert table.points() == 4 - stumble
    assert ("stumble" in table.whys(ev.TrackMoved)) == (stumble > 0)


def test_a_proven_idea_does_not_stumble() -> None:
    table = Table(case(idea("a", maturity=1)), dice=(1, 6)).place("a").concretise().trial()
    table.implementing().implement().check()
    assert not table.told(ev.StumbleThrown)


# ------------------------------------------------------------------ 3 harvest
@pytest.mark.parametrize(("anchor", "points"), [("c", 5), ("", 3)])
def test_anchored_all_of_it_claimed_only_3_at_most(anchor: str, points: int) -> None:
    table = implemented(1, anchor=anchor, effects={"citizen": 5}).check()
    assert table.points() == points
    told = table.one(ev.Harvested)
    assert (told.estimate, told.effect, told.points) == (4, 5, points)
    b = table.idea().benefit("citizen")
    assert b is not None
    assert b.harvested == points, "each benefit shows its estimate beside what was harvested"


def test_not_claimed_nothing() -> None:
    table = implemented(1, effects={"citizen": 4, "process": 3}).check()
    assert table.points("process") == 0
    process = next(e for e in table.told(ev.Harvested) if e.track == "process")
    assert (process.estimate, process.effect, process.points) == (None, 3, 0)


def test_effects_below_zero_count_in_full_where_a_downside_was_named() -> None:
    effects = {"citizen": 4, "economy": -3, "employee": -2}
    table = Table(case(idea("a", maturity=6, effects=effects))).place("a")
    table.downside("economy", 1).downside("employee", 4).implementing().implement().check()
    assert (table.points("economy"), table.points("employee")) == (-3, -2)
    assert table.benefit("economy").harvested == -3


def test_a_stumbled_claim_that_nobody_owns_gives_3_at_most_besides_the_strike() -> None:
    table = implemented(6, maturity=3, effects={"citizen": 6}).check()
    assert (table.benefit().harvested, table.points()) == (3, 2)


def test_realised_means_all_true_effects_are_open() -> None:
    table = implemented(1, effects={"citizen": 4, "process": 3}).check()
    assert table.state.effect(table.idea(), "process") == 3


@pytest.mark.parametrize(("start", "by", "end"), [(18, 6, 20), (-9, -3, -10)])
def test_points_run_from_minus_10_to_20(start: int, by: int, end: int) -> None:
    table = implemented(1, anchor="c", effects={"citizen": by}).set("citizen", start).check()
    assert table.points() == end


# ------------------------------------------------------------------ 4 the word kept
def trust_told(table: Table) -> list[str]:
    return [why for why in table.whys() if why.startswith("word")]


@pytest.mark.parametrize("effect", [3, 4, 5])
def test_benefits_that_together_gave_what_was_claimed_or_1_beside_it_trust_plus_1(
    effect: int,
) -> None:
    effects = {"citizen": effect, "process": 2}
    table = implemented(1, estimate=4, claims="p", anchor="cp", effects=effects)
    trust = table.state.trust
    table.check()
    assert table.one(ev.TrustChanged) == ev.TrustChanged(1, "word_kept", "a")
    assert table.state.trust == trust + 1


def test_2_or_3_points_beside_what_was_claimed_change_nothing() -> None:
    for effect in (1, 2, 6):
        table = implemented(1, anchor="c", estimate=4, effects={"citizen": effect}).check()
        assert trust_told(table) == []


def test_a_downside_is_part_of_the_word() -> None:
    effects = {"citizen": 4, "employee": -2}
    table = Table(case(idea("a", maturity=6, effects=effects))).place("a").downside("employee", 2)
    table.concretise().anchor().implementing().implement().check()
    told = table.one(ev.IdeaRealised)
    assert (told.claimed, told.given) == (2, 2)
    assert trust_told(table) == ["word_kept"]


def test_where_all_was_withdrawn_there_is_no_word_to_keep() -> None:
    table = Table(case(idea("a", maturity=6, effects={"citizen": 0}))).place("a").reality()
    table.do(act.Answer(0, 0)).implementing().implement().check()
    told = table.one(ev.IdeaRealised)
    assert (told.claimed, told.given, trust_told(table)) == (0, 0, [])


def test_together_means_the_sum_not_each() -> None:
    # 1 + 4 claimed as 3 + 2: every estimate missed, and the word kept
    setup = case(idea("a", maturity=6, effects={"citizen": 1, "process": 4}))
    table = Table(setup).place("a", 3).claim("p", "a", 2).concretise().anchor().anchor("process")
    assert trust_told(table.implementing().implement().check()) == ["word_kept"]


@pytest.mark.parametrize(
    ("effect", "estimate", "why"),
    [
        (5, 1, "word_broken"),
        (4, 1, None),
        (1, 4, None),
        (1, 5, "word_broken"),
        (-1, 1, "word_broken"),
    ],
)
def test_if_they_missed_by_4_or_more_trust_minus_1(
    effect: int, estimate: int, why: str | None
) -> None:
    table = implemented(1, anchor="c", estimate=estimate, effects={"citizen": effect}).check()
    assert trust_told(table) == ([why] if why else [])
    assert all(e.by == -1 for e in table.told(ev.TrustChanged) if e.why == why)


def test_an_unnamed_harm_counts_in_the_word_with_all_that_it_took() -> None:
    table = implemented(1, estimate=1, effects={"citizen": -1}).check()
    assert table.one(ev.IdeaRealised).given == -3


def test_a_stumbled_idea_is_not_excused() -> None:
    table = implemented(6, anchor="c", estimate=6, maturity=3, effects={"citizen": 2}).check()
    assert table.one(ev.IdeaRealised).given == 2
    assert trust_told(table) == ["word_broken"]


def test_what_a_risk_took_is_no_part_of_the_word() -> None:
    setup = case(idea("a", maturity=6, risks=("r",)), risks=[risk("r", severity=4, likelihood=5)])
    table = Table(setup, dice=(1,)).place("a", 4).concretise().anchor().implementing()
    assert trust_told(table.implement().check()) == ["word_kept"]


def test_what_a_stumble_took_is_no_part_of_the_word() -> None:
    table = implemented(6, anchor="c", estimate=3, maturity=3, effects={"citizen": 2}).check()
    told = table.one(ev.IdeaRealised)
    assert (told.claimed, told.given, table.points()) == (3, 2, 1)
    assert trust_told(table) == ["word_kept"]
