"""What a game has come to: tracks, shares, aims, verdict."""

from __future__ import annotations

import pytest

from game.engine import Aim, Role, Seat, evolve, result
from game.engine import actions as act
from game.engine import events as ev
from tests.engine.table import POINTS, Table, by_edition, case, idea, scored
from tests.rows import each_row


def realised(*claims: tuple[str, int], anchored: str = "", **effects: int) -> Table:
    """An idea of these effects realised (it never stumbles); claims as (letter, estimate)."""
    table = Table(case(idea("a", maturity=6, effects=effects), rounds=(1, 1, 1)))
    table.place("a", claims[0][1])
    for letter, estimate in claims[1:]:
        table.claim(letter, "a", estimate)
    table.concretise()
    for letter in anchored:
        table.anchor({"c": "citizen", "p": "process", "e": "economy", "m": "employee"}[letter])
    return table.implementing().implement().check()


# ------------------------------------------------------------------ tracks
@each_row(
    "points, status",
    [
        *((8, "reached"), (20, "reached"), (7, "nearly"), (6, "nearly"), (5, "on_the_way")),
        *((4, "on_the_way"), (3, "not_reached"), (0, "not_reached"), (-1, "harmed")),
    ],
)
def test_each_track_reached_nearly_on_the_way_not_reached_or_harmed(
    points: int, status: str
) -> None:
    track = scored(points, 0, 0, 0).tracks[0]
    assert (track.status, track.points, track.goal) == (status, points, 8)


def test_a_scenario_may_have_other_goals() -> None:
    table = Table(case(goals=(7, 8, 8, 8))).set("citizen", 7)
    assert result(table.state).tracks[0].status == "reached"


# ------------------------------------------------------------------ shares
@pytest.mark.parametrize(
    ("points", "rate"),
    [((8, 8, 8, 8), 1.0), ((4, 4, 4, 4), 0.5), ((20, -10, 0, 0), 0.25), ((8, 4, 0, -3), 0.375)],
)
def test_benefit_rate_mean_of_realised_by_goal_each_clamped_to_0_to_1(
    points: tuple[int, ...], rate: float
) -> None:
    assert scored(*points).benefit_rate == pytest.approx(rate)


@pytest.mark.parametrize("points", [(1, 2, 4, 7), (5, 2, 4, 3), (1, 1, 6, 6), (7, 7, 0, 0)])
def test_half_of_the_goals_is_half_whatever_the_goal(points: tuple[int, ...]) -> None:
    half = scored(*points, goals=(7, 7, 7, 7))
    assert (half.benefit_rate, half.verdict) == (0.5, "on_the_way")
    three = scored(3, 2, 1, 0, goals=(3, 3, 3, 3))
    assert three.benefit_rate == 0.5


def test_citizen_focus_mean_of_the_citizen_rate_and_the_share_of_ideas_that_moved_it_up() -> None:
    table = realised(("c", 4), anchored="c", citizen=4)
    assert result(table.state).citizen_focus == pytest.approx((4 / 8 + 1) / 2)
    table = realised(("c", 4), citizen=1)
    assert result(table.state).citizen_focus == pytest.approx((1 / 8 + 1) / 2)
    table = realised(("c", 4), ("p", 2), process=4)
    assert result(table.state).citizen_focus == 0


def test_ownership_share_of_benefits_on_realised_ideas_that_were_anchored() -> None:
    table = realised(("c", 4), ("p", 2), ("e", 1), anchored="cp", citizen=4)
    assert result(table.state).ownership == pytest.approx(2 / 3)


def test_evenness_seats_that_own_at_least_one_by_the_smaller_of_seats_and_owned() -> None:
    table = Table(seats=4)
    for _ in range(4):
        if "a" in table.state.idea_hands[table.seat]:
            break
        table.do(act.Pass(table.seat))
    table.place("a").do(act.WriteBenefit(table.seat, "w", "process", "a", 1))
    table.concretise().anchor("citizen", owner=0)
    assert result(table.state).evenness is None, "one alone cannot lie unevenly"
    table.anchor("process", owner=0)
    assert result(table.state).evenness == 0.5
    table.do(act.HandOver(0, "a", "process", 3))
    assert result(table.state).evenness == 1.0


@pytest.mark.parametrize(
    ("estimate", "effect", "realism"), [(4, 4, 1.0), (4, 3, 0.75), (2, 5, 0.0), (4, -4, 0.0)]
)
def test_in_the_first_version_realism_is_of_last_estimates_and_what_was_harvested(
    estimate: int, effect: int, realism: float
) -> None:
    table = realised(("c", estimate), anchored="c", citizen=effect)
    first = result(by_edition(table.state, 1))
    assert first.realism == pytest.approx(realism)


def test_shares_are_none_while_there_is_nothing_to_measure() -> None:
    r = result(Table().state)
    assert (r.citizen_focus, r.ownership, r.evenness, r.realism) == (None, None, None, None)


# ------------------------------------------------------------------ the verdict
@each_row(
    "points, verdict",
    [
        ((8, 8, 8, 8), "realised"),
        ((8, 8, 8, 7), "nearly"),
        ((8, 8, 8, -1), "price_paid"),
        ((-3, 0, 8, 0), "price_paid"),
        ((-3, 8, 7, 8), "on_the_way"),
        ((8, 8, 8, 0), "nearly"),
        ((0, 8, 8, 7), "on_the_way"),
        ((8, 8, 0, 0), "on_the_way"),
        ((8, 7, 0, 0), "not_realised"),
        ((0, 0, 0, 0), "not_realised"),
    ],
)
def test_the_verdict_is_the_first_that_fits(points: tuple[int, ...], verdict: str) -> None:
    unmet = Role("r", "sponsor", Aim("proven_at_least", 1))
    assert scored(*points, roles=[unmet]).verdict == verdict


@pytest.mark.parametrize(
    ("points", "verdict"),
    [
        ((8, 8, 8, 8), "realised"),
        ((8, 8, 8, 7), "price_paid"),
        ((8, 8, 7, 8), "on_the_way"),
        ((8, 7, 0, 0), "not_realised"),
    ],
)
def test_a_game_of_the_first_version_keeps_its_verdicts(
    points: tuple[int, ...], verdict: str
) -> None:
    unmet = Role("r", "sponsor", Aim("proven_at_least", 1))
    found = scored(*points, roles=[unmet], edition=1)
    assert (found.verdict, found.price) == (verdict, ())
    assert "nearly" not in {track.status for track in found.tracks}


def harmed(*, amends: bool = False, spoken: bool = True, by: int = 3) -> Table:
    """An idea that harms the staff is realised."""
    table = Table(case(idea("a", maturity=6, effects={"citizen": 4, "employee": -by})))
    table.place("a").set("capacity", 9).set("employee", 8)
    if spoken:
        table.downside("employee", 3)
    if amends:
        table.do(act.MakeAmends(0, "a", "employee"))
    return table.implementing().implement().check().set("economy", 8)


@pytest.mark.parametrize("spoken", [True, False])
def test_a_price_is_paid_where_a_grave_harm_was_left_without_amends(spoken: bool) -> None:
    """Candour makes no difference: who kept silent is judged alike."""
    paid = result(harmed(spoken=spoken).state)
    assert (paid.verdict, paid.price) == ("price_paid", ("employee",))
    assert result(harmed(spoken=spoken, by=2).state).price == ()
    made_up = result(harmed(amends=True).state)
    assert (made_up.verdict, made_up.price) == ("on_the_way", ())


def test_without_the_saving_no_price_is_paid_for_it() -> None:
    table = harmed(amends=False).set("economy", 7)
    assert result(table.state).verdict == "not_realised"


def test_with_every_aim_met_benefit_realised_together() -> None:
    met = Role("r", "sponsor", Aim("track_at_least", 8, "citizen"))
    assert scored(8, 8, 8, 8, roles=[met]).verdict == "together"


def test_stopped_comes_before_all_others() -> None:
    table = Table()
    for track in POINTS:
        table.set(track, 8)
    table.set("trust", 0).set("trust", 0)
    assert result(table.state).verdict == "stopped"


def test_the_game_ends_with_the_verdict() -> None:
    table = Table(case(roles=[Role("r", "sponsor", Aim("proven_at_least", 1))]))
    for track in POINTS:
        table.set(track, 8)
    assert table.end().state.verdict == "realised"


# ------------------------------------------------------------------ aims
def aim_of(table: Table) -> tuple[float, bool]:
    (aim,) = result(table.state).aims
    return aim.reached, aim.met


def aiming(kind: str, value: float, *ideas: object, track: str | None = None, **more: object):
    aim = Aim(kind, value, track)
    return Table(case(*ideas, roles=[Role("r", "sponsor", aim)], **more))


def test_aim_a_track_at_or_above_n() -> None:
    table = aiming("track_at_least", 10, track="economy").set("economy", 9)
    assert aim_of(table) == (9, False)
    assert aim_of(table.set("economy", 10)) == (10, True)


def test_aim_n_anchored_benefits() -> None:
    table = aiming("anchored_at_least", 2).place("a").claim("p").concretise().anchor()
    assert aim_of(table) == (1, False)
    assert aim_of(table.anchor("process")) == (2, True)


def test_aim_n_proven_ideas() -> None:
    table = aiming("proven_at_least", 1, idea("a", maturity=6)).place("a").concretise()
    assert aim_of(table) == (0, False)
    assert aim_of(table.tried()) == (1, True)


def test_aim_n_proven_ideas_carried_out_before_the_last_phase() -> None:
    small = idea("c", cost=1)
    table = aiming("scaled_at_least", 1, idea("a", maturity=6), idea("b"), small)
    table.place("a").place("b").place("c").tried("a").implement("a").implement("c")
    assert aim_of(table) == (1, True), "what is not proven is not scaled"
    assert aim_of(table.implementing().implement("b")) == (1, True), "nor what comes later"


def test_aim_n_kinds_realised() -> None:
    ideas = [idea("a", kind="process"), idea("b", kind="service"), idea("c", kind="service")]
    table = aiming("kinds_realised_at_least", 3, *ideas)
    for id in "abc":
        table.place(id)
    table.implementing()
    for id in "abc":
        table.implement(id)
    assert aim_of(table) == (0, False)
    assert aim_of(table.check()) == (2, False)


def test_aim_every_seat_owns_at_least_n() -> None:
    aim = Role("r", "sponsor", Aim("everyone_owns_at_least", 1))
    table = Table(case(roles=[aim]), seats=[Seat("Ane", ("r",)), Seat("Bo", ())])
    table.place("a").do(act.WriteBenefit(0, "w", "process", "a", 1)).concretise()
    table.anchor("citizen", owner=0)
    assert aim_of(table) == (0, False)
    assert aim_of(table.anchor("process", owner=1)) == (1, True)


def test_aim_realism_at_least_x() -> None:
    table = aiming("realism_at_least", 0.75, idea("a", maturity=6), rounds=(1, 1, 1))
    assert aim_of(table) == (0.0, False), "nothing is known yet"
    table.place("a", 5).check()
    assert aim_of(table) == (pytest.approx(0.8), True)


def test_realism_is_exactly_the_share_that_an_aim_names() -> None:
    aim = Role("r", "sponsor", Aim("realism_at_least", 0.2))
    table = Table(case(idea("a", maturity=6, effects={"citizen": 1}), roles=[aim]))
    table.place("a", 5).check()
    assert aim_of(table) == (0.2, True), "1 of 5"


def test_aim_no_track_ever_below_n() -> None:
    table = aiming("no_track_ever_below", 0).set("process", -2).set("process", 3)
    assert aim_of(table) == (0, True), "it counts where a track rests, when a check is over"
    table.next_round().set("process", -1).check().set("process", 5)
    assert aim_of(table) == (-1, False), "once below is below for ever"


def test_in_the_first_version_a_track_counted_in_the_midst_of_things() -> None:
    table = aiming("no_track_ever_below", 0)
    old = by_edition(table.state, 1)
    for by in (-2, 5):
        old = evolve(old, ev.TrackMoved("process", by, "correction"))
    assert result(old).aims[0].reached == -2


def test_each_seats_aim_is_in_the_result() -> None:
    from game.engine.examples import tiny

    aims = result(Table(tiny(), seats=2).state).aims
    assert [a.seat for a in aims] == [0, 0, 0, 1, 1, 1]
