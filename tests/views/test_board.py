"""What lies on the table, in plain values: nothing is lost, nothing is said twice."""

from __future__ import annotations

import random
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from game.bots import bot
from game.content import Case, parse
from game.engine import TRACKS, Applied, Seat, State, apply, observe, start
from game.engine import actions as act
from game.i18n import words
from game.resources import SCENARIOS
from game.views.board import board_view, linked_to, links_of, opened
from game.views.meter import meter_view
from game.views.seat import seat_view
from game.views.status import status_view
from game.wording import figures
from game.wording.case_names import CaseNames
from tests.rows import each_row

CASE = next(iter(sorted(SCENARIOS.glob("*.toml"))))


@cache
def case() -> Case:
    return parse(CASE.read_text(encoding="utf-8"), CASE.name)


@cache
def states() -> tuple[State, ...]:
    """A game as a methodical group plays it, step by step."""
    seats = [Seat(name, ()) for name in ("Ane Jensen", "Bo", "Cai", "Dea")]
    state, wish, chance = start(case().setup, seats, 1).state, bot("method"), random.Random(1)
    seen = [state]
    while not state.over:
        idle = state.step in ("check", "opening")
        done = apply(state, act.Proceed() if idle else wish(observe(state), chance))
        assert isinstance(done, Applied)
        state = done.state
        seen.append(state)
    return tuple(seen)


def names(lang: Any = "en") -> CaseNames:
    return CaseNames(words(lang), case())


def played() -> list[State]:
    """Some moments of it, the last among them."""
    return [*states()[:: max(1, len(states()) // 12)], states()[-1]]


def test_all_that_is_on_the_table_is_on_the_board_once() -> None:
    for state in played():
        board = board_view(names(), state)
        ideas = [chip.idea for track in board.tracks for chip in track.ideas]
        assert sorted(ideas) == sorted(idea.id for idea in state.ideas)
        keys = [
            chip.key
            for track in board.tracks
            for chips in (track.ideas, track.benefits, track.risks)
            for chip in chips
        ]
        assert len(keys) == len(set(keys))
        assert set(keys) == {key for idea in state.ideas for key in links_of(state, idea)}


def test_a_card_lies_on_its_track_in_the_order_it_was_placed() -> None:
    state = states()[-1]
    for track in board_view(names(), state).tracks:
        letters = [chip.letter for chip in track.ideas]
        assert letters == [i.letter for i in state.ideas if i.card.track == track.track]
        assert all(chip.track == track.track for chip in track.benefits)
        assert all(chip.face.track == track.track for chip in track.risks)


def test_every_card_of_the_board_is_linked_and_opens() -> None:
    state = states()[-1]
    assert state.ideas
    for idea in state.ideas:
        links = links_of(state, idea)
        for key in links:
            assert linked_to(state, key) == links
            assert opened(names(), state, key) is not None
    assert linked_to(state, "idea:nothing") is None
    assert opened(names(), state, "idea:nothing") is None


def test_a_meter_has_what_the_engine_counts() -> None:
    for state in played():
        for track, points in zip(TRACKS, state.points, strict=True):
            meter = meter_view(names(), state, track)
            assert (meter.points, meter.claimed) == (points, state.claimed(meter.track))


@each_row("lang", ["da", "en"])
@each_row("track", TRACKS)
def test_a_meter_tells_its_indicator_as_it_is_told_elsewhere(track: Any, lang: Any) -> None:
    t, meter = words(lang), meter_view(names(lang), states()[-1], track)
    for points in (-10, 0, 3, meter.goal, 20):
        assert meter.value(t, points) == figures.indicator(t, case(), track, points)


def test_one_phase_is_on_and_those_before_are_over() -> None:
    for state in played():
        when = [phase.when for phase in status_view(names(), state).phases]
        assert when.count("now") == 1
        assert when == sorted(when, key=("past", "now", "ahead").index)


def test_the_seat_in_turn_is_told_with_its_roles() -> None:
    state = states()[0]
    seat = seat_view(names(), state)
    assert seat.name == state.seats[state.turn].name
    assert seat.next_up[0].startswith("Next: ")
    assert [role.id for role in seat.roles] == list(state.seats[state.turn].roles)
    assert all(role.name and role.aim and role.ability and role.ability_text for role in seat.roles)


def values(view: Any) -> list[Any]:
    """Everything in a view, down to single values."""
    if is_dataclass(view):
        return [v for field in fields(view) for v in values(getattr(view, field.name))]
    if isinstance(view, tuple):
        return [v for one in view for v in values(one)]
    return [view]


def test_views_are_plain_values() -> None:
    state = states()[-1]
    told = names()
    for view in (board_view(told, state), status_view(told, state), seat_view(told, states()[0])):
        assert {type(value) for value in values(view)} <= {str, int, float, bool, type(None)}


def test_a_harm_of_which_nobody_had_spoken_lies_in_the_harvest() -> None:
    """It took from its track, and so it is told there as what was named is."""
    state = states()[-1]
    idea = next(
        idea for idea in state.ideas if idea.status == "realised" and min(state.truth[idea.id]) < 0
    )
    track = min(TRACKS, key=lambda track: state.effect(idea, track) or 0)
    alone = tuple(None for _ in TRACKS)
    bare = replace(idea, benefits=alone)
    ideas = tuple(bare if other is idea else other for other in state.ideas)
    after = replace(state, ideas=ideas)
    board = board_view(names(), after)
    chip = next(c for c in board.tracks[TRACKS.index(track)].benefits if c.idea == idea.id)
    harm = (after.effect(bare, track) or 0) - after.setup.rules.unspoken
    assert (chip.done, chip.face.harvested) == (True, harm)
    assert chip.key in (links := links_of(after, bare))
    assert linked_to(after, chip.key) == links
    assert opened(names(), after, chip.key) == chip.face
