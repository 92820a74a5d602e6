"""How much is harvested of a benefit: who owns it, where they are at home, how much they own."""

from __future__ import annotations

import pytest

from game.engine import Aim, Role, Seat
from game.engine import actions as act
from game.engine import events as ev
from tests.engine.table import Table, case, idea

AIM = Aim("proven_at_least", 0)


def owned(effect: int, *roles: Role, dice: tuple[int, ...] = (1,), **more: object) -> Table:
    """An idea with an anchored benefit on citizen, realised; its owner plays these roles."""
    card = idea("a", effects={"citizen": effect}, maturity=5)
    table = Table(case(card, roles=roles, **more), dice=dice).place("a", 4).implementing()
    return table.anchor().implement().check()


def role(*home: str) -> Role:
    """A role that is at home on these tracks."""
    return Role("-".join(home), "sponsor", AIM, home=home)


def test_who_is_at_home_on_the_track_harvests_all_of_it() -> None:
    table = owned(5, role("citizen"))
    assert table.points() == 5
    assert table.one(ev.Harvested).short is None


def test_who_is_not_harvests_1_less() -> None:
    table = owned(5, role("economy"))
    told = table.one(ev.Harvested)
    assert (told.effect, told.points, told.short) == (5, 4, "away")
    assert table.points() == 4


def test_one_of_several_roles_is_enough() -> None:
    assert owned(5, role("economy"), role("citizen", "process")).points() == 5


def test_who_plays_no_role_is_at_home_nowhere() -> None:
    assert owned(5).points() == 4


def test_an_owner_never_gives_less_than_nothing() -> None:
    table = owned(0, role("economy"))
    assert (table.points(), table.one(ev.Harvested).short) == (0, None)


def test_a_stumble_changes_nothing_in_what_the_owner_harvests() -> None:
    table = owned(5, role("economy"), dice=(6,))
    assert (table.benefit().harvested, table.points()) == (4, 3), "the strike comes besides"


@pytest.mark.parametrize(
    ("ability", "home"),
    [
        ("citizen_voice", ("citizen",)),
        ("controller", ("economy",)),
        ("union_voice", ("employee",)),
        ("front_line", ("citizen", "process")),
    ],
)
def test_a_role_is_at_home_where_its_ability_is_unless_its_case_says_otherwise(
    ability: str, home: tuple[str, ...]
) -> None:
    assert Role("r", ability, AIM).home == home
    assert Role("r", ability, AIM, home=("process",)).home == ("process",)


def owning(many: int) -> Table:
    """A seat at home everywhere that owns so many benefits, one of them of an idea now due."""
    table = Table(case(idea("a", maturity=6), idea("b"), idea("c"), owner_load=4))
    for id in "abc":
        table.place(id)
    for letter in "pem":
        table.claim(letter, "b")
    table.concretise()
    places = [("a", "citizen"), *(("b", t) for t in ("citizen", "process", "economy", "employee"))]
    for id, track in places[:many]:
        table.anchor(track, id)
    return table.implementing().implement("a")


def test_who_owns_more_than_4_benefits_not_yet_realised_harvests_1_less() -> None:
    assert owning(4).check().one(ev.Harvested).short is None
    told = owning(5).check().one(ev.Harvested)
    assert (told.effect, told.points, told.short) == (4, 3, "overloaded")


def test_what_is_realised_no_longer_weighs_on_its_owner() -> None:
    table = owning(5).check()
    assert table.do(act.Proceed()).set("capacity", 9).implement("b").check().told(ev.Harvested)
    assert not [e for e in table.told(ev.Harvested) if e.short]


def test_handing_a_benefit_over_hands_over_who_answers_for_it() -> None:
    seats = [Seat("Ane", ("economy",)), Seat("Bo", ("citizen",))]
    setup = case(idea("a", maturity=6), roles=[role("economy"), role("citizen")])
    table = Table(setup, seats=seats).place("a").implementing()
    table.anchor(owner=0).do(act.HandOver(0, "a", "citizen", 1)).implement().check()
    assert table.points() == 4


def owned_by_nobody(effect: int, **more: object) -> ev.Harvested:
    """What is harvested of a benefit without an owner."""
    card = idea("a", effects={"citizen": effect}, maturity=6)
    table = Table(case(card, **more)).place("a").implementing().implement().check()
    return table.one(ev.Harvested)


@pytest.mark.parametrize(("effect", "points"), [(6, 3), (4, 3), (3, 3), (2, 2), (1, 1), (0, 0)])
def test_without_an_owner_3_at_most_are_harvested(effect: int, points: int) -> None:
    told = owned_by_nobody(effect)
    assert (told.effect, told.points, told.anchored, told.short) == (effect, points, False, None)


@pytest.mark.parametrize(("unowned", "points"), [(0, 0), (1, 1), (9, 5)])
def test_a_case_may_say_what_is_harvested_without_an_owner(unowned: int, points: int) -> None:
    assert owned_by_nobody(5, unowned=unowned).points == points
