"""The way from all that was claimed to the points reached, in games of both versions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.content import load
from game.debrief import Debrief, debrief
from game.debrief import moments as mo
from game.debrief.benefits import BenefitStory
from game.engine import actions as act
from game.engine import events as ev
from game.engine import evolve
from game.engine.limits import TRACK_HIGH, TRACK_LOW
from game.resources import SCENARIOS
from game.session import Decision, Log, open_recording, read
from tests.debrief.recorded import Recorded, log_of_bot
from tests.engine.table import case, idea, risk
from tests.session.freezing import FOLDER
from tests.session.playing import parse

CASES = sorted(SCENARIOS.glob("*.toml"))
FROZEN = sorted(FOLDER.glob("*.jsonl"))


def parts(t: Recorded) -> dict[str, int]:
    return {part.why: part.points for part in t.debrief.waterfall.parts}


def carried_out(t: Recorded) -> Recorded:
    return t.implementing().implement().check()


def story(t: Recorded, track: str) -> BenefitStory:
    (found,) = [b for b in t.debrief.benefits if b.benefit.track == track]
    return found


def gaps(t: Recorded, track: str = "citizen") -> list[tuple[str, int]]:
    return [(gap.cause, gap.points) for gap in story(t, track).gaps]


# ------------------------------------------------------------------ each part of it
def test_without_an_owner_only_some_points_come_home() -> None:
    t = carried_out(Recorded(case(idea("a", effects={"citizen": 5}, maturity=6))).place("a", 5))
    assert gaps(t) == [("unowned", -2)]
    assert parts(t) == {"unowned": -2}


def test_a_stumble_takes_points_off_the_track_and_nothing_off_a_benefit() -> None:
    card = idea("a", effects={"citizen": 3, "process": 2}, maturity=1)
    t = carried_out(Recorded(case(card), dice=(6,)).place("a", 3).claim("p", estimate=2))
    assert gaps(t) == gaps(t, "process") == []
    assert parts(t) == {"stumble": -1}


def test_a_harm_in_place_of_a_gain_is_a_disbenefit_and_more_for_being_unnamed() -> None:
    card = idea("a", effects={"citizen": -2}, maturity=6)
    t = carried_out(Recorded(case(card)).place("a", 3))
    assert gaps(t) == [("disbenefit", -5), ("unspoken", -2)]
    assert parts(t) == {"disbenefit": -5, "unspoken": -2}


def test_a_harm_where_nothing_was_said_is_not_all_of_it_the_silence() -> None:
    card = idea("a", effects={"citizen": 3, "employee": -2}, maturity=6)
    t = carried_out(Recorded(case(card)).place("a", 3))
    assert parts(t) == {"unspoken": -2, "unnamed": -2}


def test_of_a_downside_that_was_a_gain_only_the_downside_did_not_come() -> None:
    card = idea("a", effects={"citizen": 3, "employee": 2}, maturity=6)
    t = carried_out(Recorded(case(card)).place("a", 3).downside("employee", 1))
    assert gaps(t, "employee") == [("truth", 1)]
    assert parts(t) == {"truth": 1}


def test_a_downside_that_was_made_up_for_gives_some_of_it_back() -> None:
    card = idea("a", effects={"citizen": 3, "employee": -4}, maturity=6)
    t = Recorded(case(card)).place("a", 3).downside("employee", 3).set("capacity", 5).implementing()
    t.do(act.MakeAmends(t.seat, "a", "employee")).implement().check()
    assert gaps(t, "employee") == [("truth", -1), ("amends", 2)]
    assert parts(t) == {"truth": -1, "amends": 2}


def test_what_a_post_does_not_give_is_not_the_owners_doing() -> None:
    card = idea("a", effects={"economy": 5}, track="economy", maturity=6)
    t = carried_out(Recorded(case(card, modules=("posts",))).place("a", 5))
    assert gaps(t, "economy") == [("unowned", -2), ("post", -2)]
    assert parts(t) == {"unowned": -2, "post": -2}


def test_an_owner_who_falls_short_is_told_apart() -> None:
    owned = Recorded(case(idea("a", maturity=6), roles=())).place("a", 4).concretise().anchor()
    t = owned.implementing().implement().check()
    assert gaps(t) == [("short", -1)]


@pytest.mark.parametrize(
    ("module", "effects"),
    [("demand", {"process": 3}), ("invest", {"process": 3}), ("dropouts", {"process": 3})],
)
def test_what_a_rule_of_the_case_moves_has_its_own_part(
    module: str, effects: dict[str, int]
) -> None:
    card = idea("a", effects=effects, track="process", maturity=6)
    t = carried_out(Recorded(case(card, modules=(module,))).place("a", 3))
    told = parts(t)
    assert set(told) == {module}
    assert told[module] < 0


def test_ideas_that_carry_each_other_have_theirs() -> None:
    cards = idea("a", maturity=6), idea("b", "process", kind="process", maturity=6)
    t = Recorded(case(*cards, modules=("combination",))).place("a", 3).place("b", 3)
    t.implementing().implement("a").implement("b").check()
    assert parts(t)["combination"] == t.state.setup.rules.combination


def test_a_correction_is_the_rest_and_what_a_track_has_no_room_for_has_a_part() -> None:
    t = Recorded(case(idea("a", effects={"citizen": 3}, maturity=6)))
    t = carried_out(t.set("citizen", TRACK_HIGH - 1).place("a", 3))
    assert parts(t) == {"end": -2, "other": TRACK_HIGH - 1}


@pytest.mark.parametrize(
    ("above", "struck", "stumbled"), [(0, 0, 0), (2, 2, 0), (3, 3, 0), (4, 3, 1)]
)
def test_what_a_track_at_its_lowest_does_not_lose_is_told_nowhere(
    above: int, struck: int, stumbled: int
) -> None:
    card = idea("a", effects={"citizen": 3}, maturity=1, risks=("r",))
    t = Recorded(case(card, risks=[risk("r", severity=3, likelihood=5)]), dice=(1, 6))
    t = carried_out(t.place("a", 3).set("citizen", TRACK_LOW + above))
    assert t.points() == TRACK_LOW + above - struck - stumbled + 3
    lost = {"struck": -struck, "stumble": -stumbled}
    assert parts(t) == {why: n for why, n in lost.items() if n} | {"other": TRACK_LOW + above}
    assert t.moment(mo.UntriedStumbled).about.lost == stumbled
    assert t.moment(mo.NamedRiskStruck).about.cost == struck
    (told,), (strike,) = t.debrief.risks, story(t, "citizen").strikes
    assert (told.cost, strike.cost, told.severity) == (struck, struck, 3)


# ------------------------------------------------------------------ in place of a benefit
def replaced_benefit() -> Recorded:
    """A benefit of which somebody had become the owner, before a harm was spoken of instead."""
    card = idea("a", effects={"citizen": 3, "employee": -2}, maturity=6)
    t = Recorded(case(card)).place("a", 3).claim("m", estimate=2).concretise().anchor("employee")
    return t.downside("employee", 2)


def test_a_downside_in_place_of_a_benefit_has_one_story() -> None:
    t = replaced_benefit()
    told = story(t, "employee")
    assert [(made.before, made.estimate) for made in told.estimates] == [(None, 2), (2, -2)]
    assert (told.downside, told.claimed, told.owner) == (True, -2, None)
    assert len(t.debrief.benefits) == 2


def test_its_harm_was_spoken_of_and_adds_up() -> None:
    t = carried_out(replaced_benefit())
    assert gaps(t, "employee") == []
    assert "unspoken" not in parts(t)
    assert t.debrief.waterfall.claimed == 3 - 2


# ------------------------------------------------------------------ any game
def the_rest(d: Debrief) -> int:
    """The corrections of tracks."""
    rest, state = 0, d.steps[0].before
    for step in d.steps:
        for event in step.events:
            after = evolve(state, event)
            if isinstance(event, ev.TrackMoved) and event.why == "correction":
                rest += sum(after.points) - sum(state.points)
            state = after
    return rest


def adds_up(d: Debrief) -> None:
    """Every harvest is its claim and its gaps; the waterfall leaves nothing unexplained."""
    for told in d.benefits:
        if told.harvested is not None:
            assert sum(gap.points for gap in told.gaps) == told.harvested - told.claimed
    waterfall = d.waterfall
    assert waterfall.claimed + sum(part.points for part in waterfall.parts) == waterfall.reached
    assert sum(part.points for part in waterfall.parts if part.why == "other") == the_rest(d)


@pytest.mark.slow
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", ["method", "random"])
def test_games_of_every_case_add_up(path: Path, name: str) -> None:
    setup = load(path).setup
    adds_up(debrief(log_of_bot(setup, name, 3), setup))


@pytest.mark.parametrize("path", FROZEN, ids=lambda path: path.stem)
def test_saved_games_of_every_version_add_up(path: Path) -> None:
    recording = open_recording(path, parse)
    d = debrief(read(path), recording.case.setup)
    adds_up(d)
    whys = {part.why for part in d.waterfall.parts}
    if d.end.edition < 2:
        assert not whys & {"unspoken", "post", "amends"}


def of_version_1(t: Recorded) -> Debrief:
    """The same game as version 1 counted it: a stumble, and the want of an owner, halve."""
    old = Log(t.record.path, t.record.header, tuple(map(_in_version_1, t.record.begun)), "")
    for record in t.record.records:
        assert isinstance(record, Decision)
        events = [e for e in record.events if getattr(e, "why", "") not in ("stumble", "harvest")]
        old.add(replace(record, events=tuple(map(_in_version_1, events))))
    return debrief(old, t.setup)


def _in_version_1(event: ev.Event) -> ev.Event:
    if isinstance(event, ev.Begun):
        return replace(event, rules=1)
    if isinstance(event, ev.Harvested) and event.effect > 0:
        return replace(event, points=event.effect // 2 // (1 if event.anchored else 2))
    return event


def test_in_version_1_a_stumble_halved_every_gain() -> None:
    card = idea("a", effects={"citizen": 6, "process": 5}, maturity=1)
    t = Recorded(case(card), dice=(6,)).place("a", 6).claim("p", estimate=5).concretise()
    d = of_version_1(t.anchor("process").implementing().implement().check())
    citizen, process = d.benefits
    assert [(gap.cause, gap.points) for gap in citizen.gaps] == [("stumble", -3), ("unowned", -2)]
    assert [(gap.cause, gap.points) for gap in process.gaps] == [("stumble", -3)]
    (told,) = [m.about for m in d.moments if isinstance(m.about, mo.UntriedStumbled)]
    assert told.lost == 2 + 3
    (lost,) = [m.about for m in d.moments if isinstance(m.about, mo.HarvestWithoutOwner)]
    assert (lost.owned, lost.points) == (3, 1), "what the stumble took is not for want of an owner"
