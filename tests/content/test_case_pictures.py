"""Every card of a shipped case has a picture, and a room can tell the cards apart by them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

import game.content
from game.content import Case, load
from game.pictures import emoji, key_of, known
from game.resources import SCENARIOS

SKELETONS = Path(game.content.__file__).with_name("skeleton")
PATHS = sorted([*SCENARIOS.glob("*.toml"), *SKELETONS.glob("*.toml")])


@pytest.fixture(scope="module", params=PATHS, ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest) -> Case:
    return load(request.param)


def decks(case: Case) -> dict[str, dict[str, str]]:
    """What is written as the picture of each card, by its id, deck by deck."""
    return {
        "posts": {post.id: post.picture for post in case.economy.posts},
        "roles": {id_: role.picture for id_, role in case.roles.items()},
        "ideas": {id_: idea.picture for id_, idea in case.ideas.items()},
        "benefits": {id_: benefit.picture for id_, benefit in case.benefits.items()},
        "risks": {id_: risk.picture for id_, risk in case.risks.items()},
        "events": {id_: event.picture for id_, event in case.events.items()},
    }


def shared(pictures: Mapping[str, str]) -> list[str]:
    """The pictures that more than one card has."""
    times = Counter(map(key_of, pictures.values()))
    return [emoji(key) for key, number in times.items() if number > 1]


def test_all_shipped_cases_are_looked_at() -> None:
    assert len(PATHS) == 12


def test_every_card_has_a_picture_of_the_set(case: Case) -> None:
    without = [
        (deck, id_)
        for deck, pictures in decks(case).items()
        for id_, written in pictures.items()
        if not known(key_of(written))
    ]
    assert without == []


def test_no_two_cards_of_a_deck_share_a_picture(case: Case) -> None:
    twice = {deck: shared(pictures) for deck, pictures in decks(case).items()}
    assert not any(twice.values()), twice


def test_ideas_benefits_and_risks_lie_side_by_side_and_differ(case: Case) -> None:
    of = decks(case)
    on_the_board = {
        f"{deck}.{id_}": picture
        for deck in ("ideas", "benefits", "risks")
        for id_, picture in of[deck].items()
    }
    assert shared(on_the_board) == []
