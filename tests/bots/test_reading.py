"""A careful reader expects what a card's range is on average, and so guesses nearer."""

from __future__ import annotations

import pytest

from game.bots import player_named
from game.bots.reading import hints
from game.engine import TRACKS, Event, digest
from game.simulation.course import CourseObserver
from tests.bots.groups import passports


def test_what_it_expects_is_the_middle_of_what_may_be_drawn() -> None:
    setup = passports()
    told = hints(setup)
    assert told.keys() == {card.id for card in setup.ideas}
    for card in setup.ideas:
        for track, expected in zip(TRACKS, told[card.id], strict=True):
            low, high = card.effects.get(track, (0, 0))
            assert low <= expected <= high


def off(name: str) -> float:
    """How far the guesses of a group are off, over a few games."""
    misses: list[int] = []
    for seed in range(12):
        course, told = CourseObserver(), list[Event]()
        player_named(name)(passports(), 4, seed, lambda _, events, told=told: told.extend(events))
        for event in told:
            course(event)
        misses += [miss for _, miss in course.misses()]
    return sum(misses) / len(misses)


@pytest.mark.slow
def test_it_guesses_nearer_than_who_only_looks_at_the_arrows() -> None:
    assert off("careful-reader") < off("method")


def test_the_same_seed_gives_the_same_game() -> None:
    play = player_named("careful-reader")
    assert digest(play(passports(), 4, 3, None).state) == digest(
        play(passports(), 4, 3, None).state
    )
