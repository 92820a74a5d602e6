"""Which moments are shown: the rarest, not all of a kind, and each story once."""

from __future__ import annotations

from collections.abc import Sequence

from game.debrief import moments as mo
from game.debrief.evidence import evidence
from game.debrief.highlights import LEAST, merged, select_highlights, worth
from game.debrief.history import Position
from game.debrief.measured import SHARES
from game.debrief.moments import Moment
from game.debrief.rarity import rarity
from game.debrief.references import BenefitRef, IdeaRef, Person, RiskRef
from tests.debrief.recorded import Recorded

IDEA = IdeaRef("a", "A")
BENEFIT = BenefitRef(IDEA, "citizen")
SEAT = Person(0, "", ())


def at(entry: int, weight: float, about: mo.About, rests_on: Sequence[int] = ()) -> Moment:
    places = [Position(n, n, 1, "turn") for n in (*rests_on, entry)]
    return Moment(places[-1], weight, about, evidence(places))


def without_move(n: int) -> mo.TurnWithoutMove:
    return mo.TurnWithoutMove(Person(n, "", ()), (n,))


# ------------------------------------------------------------------ which to show
def test_the_most_telling_come_in_order_of_time_and_are_not_all_of_a_kind() -> None:
    idle = [at(n, 8, without_move(n)) for n in range(1, 9)]
    other = [at(20, 3, mo.Noted("x")), at(10, 9, mo.Undone("Pass", None))]
    shown = select_highlights([*idle, *other], 4)
    assert [m.entry for m in shown] == [1, 2, 10, 20]


def test_one_decision_does_not_fill_the_list() -> None:
    alike = [mo.WordKept(IDEA, 5), mo.UntriedStumbled(IDEA, 1), mo.Undone("Pass", None)]
    here = [at(1, 8, about) for about in alike]
    elsewhere = at(9, 5.5, mo.Noted("x"))
    assert elsewhere in select_highlights([*here, elsewhere], 3)


def test_what_was_marked_with_a_word_is_talked_about_first() -> None:
    t = Recorded().place("a").bookmark().bookmark("Look here").next_round().bookmark("And here")
    proposed = t.debrief.to_talk_of(2)
    notes = [m.about.note for m in proposed if isinstance(m.about, mo.Bookmarked)]
    assert notes == ["Look here", "And here"]


def test_what_nearly_every_game_has_is_no_key_moment() -> None:
    kind, shares = max(SHARES.items(), key=lambda item: item[1][0][1])
    assert kind == "RiskPrevented", "the most frequent kind, of its least weight"
    common = at(1, shares[0][0], mo.RiskPrevented(RiskRef(IDEA, "citizen", "r"), 2, 1, 0))
    assert rarity(common) == 1 - shares[0][1]
    assert worth(common) < common.weight / 4
    rare = at(1, shares[-1][0], common.about)
    assert rarity(rare) > rarity(common)


def test_a_game_without_anything_remarkable_has_no_key_moment() -> None:
    assert select_highlights([]) == ()
    small = at(1, LEAST / 2, mo.Noted("x"))
    assert select_highlights([small]) == ()


def test_every_share_is_one_and_falls_with_the_weight() -> None:
    kinds = {kind.__name__ for kind in mo.KINDS}
    assert set(SHARES) <= kinds
    for steps in SHARES.values():
        weights, shares = zip(*steps, strict=True)
        assert list(weights) == sorted(weights)
        assert list(shares) == sorted(shares, reverse=True)
        assert all(0 <= share <= 1 for share in shares)


# ------------------------------------------------------------------ told once
def test_the_same_benefit_seen_by_two_is_told_by_the_weightier() -> None:
    changed = at(5, 4, mo.EstimateChanged(BENEFIT, SEAT, 4, 2))
    trial = at(3, 6, mo.TrialChangedMinds(IDEA, "", True, ((BENEFIT, 4, 2),), False), [5])
    assert merged([changed, trial]) == (trial,)


def test_another_decision_about_the_same_benefit_is_another_story() -> None:
    faced = at(3, 6, mo.ClaimFaced(BENEFIT, SEAT, 5, 1, 5), [1])
    nothing = at(9, 7, mo.HarvestedNothing(BENEFIT, 5, 0, (), None), [1])
    assert merged([faced, nothing]) == (faced, nothing)


def test_another_benefit_of_the_same_decision_is_another_story() -> None:
    other = BenefitRef(IDEA, "process")
    both = [at(9, 7, mo.HarvestedNothing(b, 5, 0, (), None)) for b in (BENEFIT, other)]
    assert merged(both) == tuple(both)


def test_a_risk_and_a_harm_on_one_track_are_two_stories() -> None:
    risk = at(9, 8, mo.UnnamedRiskStruck(RiskRef(IDEA, "citizen", "r"), 3, True, False))
    harm = at(9, 7, mo.TrackHarmed(IDEA, "economy", 3, "citizen", 5, None, None, True))
    assert merged([risk, harm]) == (risk, harm)


def test_a_fall_of_trust_is_told_only_where_something_else_is_behind_it() -> None:
    harm = at(9, 7, mo.TrackHarmed(IDEA, "economy", 3, "citizen", 5, None, None, True))
    same = at(9, 5, mo.TrustLost(5, 3, (("unspoken_harm", IDEA), ("word_broken", IDEA))))
    more = at(9, 5, mo.TrustLost(5, 2, (("unspoken_harm", IDEA), ("below_zero", None))))
    assert merged([harm, same]) == (harm,)
    assert merged([harm, more]) == (harm, more)
