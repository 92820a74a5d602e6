"""The module posts: a saving comes from a post of the economy overview, which holds so much."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine import Post
from game.engine import actions as act
from game.engine import events as ev
from tests.engine.table import Table, case, idea, role, with_rules

POSTS = (Post("wages", 5), Post("rent", 1))


def saving(*effects: int, **more: object) -> Table:
    """Ideas a, b, … that give this on economy, on the table with that benefit anchored."""
    ideas = [
        idea(chr(97 + n), "economy", maturity=6, effects={"economy": effect, "citizen": 4})
        for n, effect in enumerate(effects)
    ]
    parts: dict = {"posts": POSTS, "modules": ("posts",)}
    table = Table(case(*ideas, **(parts | more)))
    for card in ideas:
        table.place(card.id)
    table.implementing()
    for card in ideas:
        table.anchor("economy", card.id)
    return table


def economy(table: Table) -> list[ev.Harvested]:
    """What was harvested on economy."""
    return [e for e in table.told(ev.Harvested) if e.track == "economy"]


# ------------------------------------------------------------------ naming a post
def test_a_post_is_named_free_from_phase_1() -> None:
    table = Table(case(idea("a", "economy"), posts=POSTS, modules=("posts",))).place("a")
    actions, capacity = table.state.actions, table.state.capacity
    table.do(act.NamePost(0, "a", "wages"))
    assert table.benefit("economy").post == "wages"
    assert (table.state.actions, table.state.capacity) == (actions, capacity)
    assert table.one(ev.PostNamed) == ev.PostNamed(0, "a", "wages")
    assert table.refused(act.NamePost(0, "a", "wages")) == "same_post"
    assert table.do(act.NamePost(0, "a", "rent")).benefit("economy").post == "rent"


def test_a_post_is_one_of_the_overview() -> None:
    table = saving(4)
    assert table.refused(act.NamePost(0, "a", "joy")) == "no_such_post"
    assert table.refused(act.NamePost(0, "a", [])) == "no_such_post"


def test_a_post_is_named_for_a_benefit_on_economy_that_is_not_realised() -> None:
    table = Table(case(idea("a"), posts=POSTS, modules=("posts",))).place("a")
    assert table.refused(act.NamePost(0, "a", "wages")) == "no_such_benefit"
    assert table.refused(act.NamePost(0, "b", "wages")) == "no_such_idea"
    table.downside("economy")
    assert table.refused(act.NamePost(0, "a", "wages")) == "no_such_benefit"
    assert not table.allows(act.NamePost(0, "a", "wages"))
    table = saving(4, rounds=(1, 1, 3)).implement("a")
    assert table.allows(act.NamePost(0, "a", "wages")), "while it is under way"
    table.next_round()
    assert table.refused(act.NamePost(0, "a", "wages")) == "idea_realised"


def test_a_post_is_named_by_the_seat_that_claimed_in_anybodys_turn() -> None:
    setup = case(posts=POSTS, modules=("posts",))
    table = Table(setup, seats=2)
    id = table.write(track="economy")
    table.do(act.Pass(0))
    assert table.refused(act.NamePost(1, id, "wages")) == "not_your_claim"
    assert not table.allows(act.NamePost(1, id, "wages"))
    assert table.allows(act.NamePost(0, id, "wages"))
    table.do(act.NamePost(0, id, "wages"))
    assert table.rest().refused(act.NamePost(0, id, "rent")) == "check_first"


def test_without_the_module_no_post_is_named() -> None:
    table = saving(4, modules=())
    assert table.refused(act.NamePost(0, "a", "wages")) == "no_such_module"
    assert economy(table.implement("a").check())[0].points == 4


# ------------------------------------------------------------------ what comes of it
@pytest.mark.parametrize(("effect", "points"), [(4, 2), (5, 2), (1, 0)])
def test_an_economy_claim_without_a_post_gives_half_rounded_down(effect: int, points: int) -> None:
    (told,) = economy(saving(effect).implement("a").check())
    assert (told.effect, told.points, told.short) == (effect, points, "no_post")


def test_with_a_post_it_gives_all_that_the_post_holds() -> None:
    (told,) = economy(saving(4).do(act.NamePost(0, "a", "wages")).implement("a").check())
    assert (told.points, told.short) == (4, None)


def test_a_post_gives_at_most_what_it_holds() -> None:
    (told,) = economy(saving(4).do(act.NamePost(0, "a", "rent")).implement("a").check())
    assert (told.points, told.short) == (1, "post_empty")


@pytest.mark.parametrize("together", [True, False])
def test_what_one_idea_took_from_a_post_another_cannot_take(together: bool) -> None:
    table = saving(4, 4)
    for id in "ab":
        table.do(act.NamePost(0, id, "wages"))
    table.implement("a")
    if not together:
        table.next_round()
    table.implement("b").check()
    told = economy(table)[-1]
    assert (told.idea, told.points, told.short) == ("b", 1, "post_empty")
    assert table.points("economy") == 5


def test_what_an_owner_loses_stays_in_the_post() -> None:
    table = saving(4, 4, roles=[role("union_voice")])
    for id in "ab":
        table.do(act.NamePost(0, id, "wages"))
    told = economy(table.implement("a").implement("b").check())
    assert [(e.points, e.short) for e in told] == [(3, "away"), (2, "post_empty")]


def owned_by_nobody(effect: int, *named: str) -> ev.Harvested:
    """What a saving gives that nobody owns; a post may be named."""
    card = idea("a", "economy", maturity=6, effects={"economy": effect})
    table = Table(case(card, posts=POSTS, modules=("posts",))).place("a")
    for post in named:
        table.do(act.NamePost(0, "a", post))
    return table.implementing().implement().check().one(ev.Harvested)


@pytest.mark.parametrize(("effect", "points"), [(6, 1), (4, 1), (2, 1), (1, 0)])
def test_an_economy_claim_without_an_owner_and_a_post_gives_half_of_the_3_at_most(
    effect: int, points: int
) -> None:
    assert owned_by_nobody(effect).points == points


def test_an_economy_claim_without_an_owner_gives_3_at_most_of_what_its_post_holds() -> None:
    told = owned_by_nobody(5, "wages")
    assert (told.points, told.short) == (3, None)
    told = owned_by_nobody(5, "rent")
    assert (told.points, told.short) == (1, "post_empty")


@pytest.mark.parametrize(("named", "points"), [(True, -3), (False, -5)])
def test_a_harm_to_the_economy_and_other_tracks_need_no_post(named: bool, points: int) -> None:
    effects = {"economy": -3, "citizen": 4}
    setup = case(idea("a", maturity=6, effects=effects), posts=POSTS, modules=("posts",))
    table = Table(setup).place("a")
    if named:
        table.downside("economy", 3)
    table.implementing().anchor().implement().check()
    assert (table.points("economy"), table.points("citizen")) == (points, 4)
    assert all(e.short is None for e in table.told(ev.Harvested))


# ------------------------------------------------------------------ following up
def realised(*effects: int, post: str = "wages", **more: object) -> Table:
    """Savings from a post, realised; the turns of the next round."""
    table = saving(*effects, **more)
    for own in table.state.ideas:
        if "posts" in table.state.setup.rules.modules:
            table.do(act.NamePost(0, own.id, post))
        table.implement(own.id)
    return table.next_round().set("capacity", 9)


def test_a_benefit_is_not_followed_up_whose_post_holds_no_more() -> None:
    table = realised(4, post="rent")
    assert table.benefit("economy").harvested == 1
    assert table.refused(act.FollowUp(0, "a", "economy")) == "post_empty"
    assert not table.allows(act.FollowUp(0, "a", "economy"))
    assert table.points("economy") == 1


def test_following_up_takes_1_more_from_the_post() -> None:
    table = realised(2, 2)
    both = [act.FollowUp(0, id, "economy") for id in "ab"]
    assert [table.allows(a) for a in both] == [True, True]
    table.do(both[0])
    assert table.points("economy") == 5
    assert table.refused(both[1]) == "post_empty"
    assert not table.allows(both[1])


def test_what_following_up_took_from_a_post_another_idea_cannot_take() -> None:
    table = saving(4, 4)
    for id in "ab":
        table.do(act.NamePost(0, id, "wages"))
    table.implement("a").next_round().do(act.FollowUp(0, "a", "economy"))
    (told,) = economy(table.set("capacity", 9).implement("b").check())
    assert (told.idea, told.points, told.short) == ("b", 0, "post_empty")
    assert table.points("economy") == 5


def test_what_has_no_post_and_what_is_on_another_track_is_followed_up_all_the_same() -> None:
    table = saving(4).claim("c").anchor().implement("a").next_round().set("capacity", 9)
    for track in ("economy", "citizen"):
        table.do(act.FollowUp(0, "a", track))
    assert (table.points("economy"), table.points("citizen")) == (3, 5)


def test_without_the_module_no_post_keeps_from_following_up() -> None:
    table = realised(4, modules=())
    assert table.do(act.FollowUp(0, "a", "economy")).points("economy") == 5
    table = realised(4, post="rent")
    table.state = replace(table.state, setup=with_rules(table.state.setup, modules=()))
    assert table.allows(act.FollowUp(0, "a", "economy"))
    assert table.do(act.FollowUp(0, "a", "economy")).points("economy") == 2
