"""What the game drew for an idea of the group's own is told as drawn, and asked about as such."""

from __future__ import annotations

import pytest

from game.debrief import Moment, debrief
from game.wording.debrief_texts import MomentDescription, moment_description
from tests.truth.games import Game, case_named
from tests.wording.cases import EN

DRAWN = "was drawn by the game"
WHO_KNEW = ("would have seen", "could you have asked", "could have told you", "Who pays")
KINDS = {"UnnamedRiskStruck", "TrackHarmed", "HarvestedNothing", "ClaimFaced"}


def told(name: str, bot: str, seeds: range) -> list[tuple[Moment, MomentDescription]]:
    case = case_named(name)
    logs = (Game(name, bot, seed, 4, lively=True).play() for seed in seeds)
    moments = (m for log in logs for m in debrief(log, case.setup).moments)
    return [(m, moment_description(EN, case, m)) for m in moments if m.kind in KINDS]


@pytest.fixture(scope="module")
def of_own_ideas() -> list[tuple[Moment, MomentDescription]]:
    return told("koebenhavn-pas", "trick-written-only", range(1, 9))


def test_a_moment_about_an_idea_of_the_groups_own_says_that_it_was_drawn(of_own_ideas) -> None:
    assert {m.kind for m, _ in of_own_ideas} >= {"UnnamedRiskStruck", "TrackHarmed"}
    assert all(DRAWN in text.text for _, text in of_own_ideas)


def test_nobody_is_asked_who_knew_what_was_drawn(of_own_ideas) -> None:
    own_project = told("eget-projekt", "trick-written-only", range(1, 9))
    assert own_project
    for _, text in (*of_own_ideas, *own_project):
        assert "Could that happen to" in text.question
        assert not [words for words in WHO_KNEW if words in text.question]


def test_an_own_project_says_once_and_not_with_each_moment_that_it_is_play() -> None:
    own = told("eget-projekt", "trick-written-only", range(1, 9))
    assert not [text.text for _, text in own if DRAWN in text.text]


def test_what_the_author_of_a_case_wrote_is_asked_about_as_before() -> None:
    of_cards = told("foerste-spil", "rush", range(1, 5))
    assert any("would have seen" in text.question for _, text in of_cards)
    assert not [text.text for _, text in of_cards if DRAWN in text.text]
