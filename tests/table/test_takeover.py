"""Who stands on the pages of a debrief and of a meeting, once everybody's seat was taken over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.engine import actions as act
from game.table.after.debrief.group import RolesPage
from game.table.after.debrief.harvest import HarvestPage
from game.table.after.debrief.owners import OwnersPage
from tests import staging
from tests.table.debriefing import NEXT, shown, to
from tests.table.following_up import Room

HEIRS = ("Wilhelmine", "Theobald", "Ottilie", "Balthasar")
BEFORE = staging.NAMES[: len(HEIRS)]


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """Four who begin a game, and four who take their seats over and what they own."""
    session = staging.begin(tmp_path_factory.mktemp("game"), 4, 7)
    staging.play(session, staging.by("method"), lambda s: any(s.ideas) and s.step == "turn")
    idea = session.state.ideas[0]
    staging.decide(session, act.CallEstimates(idea.id, next(idea.claims())[0]))
    for seat, value in enumerate((0, 6, 2, 3)):
        staging.decide(session, act.GiveEstimate(seat, value))
    staging.decide(session, act.CloseEstimates())
    staging.play(session, staging.by("method"), lambda s: s.round == 5 and s.step == "turn")
    for seat, name in enumerate(HEIRS):
        staging.decide(session, act.Replace(seat, name))
    staging.play(session, staging.by("method"), lambda s: False)
    return session


def pages(driver, screen, kind) -> Iterator[str]:
    """The texts of each page of a kind."""
    to(driver, screen, kind)
    while isinstance(screen.pages[screen.at], kind):
        yield driver.texts
        driver.key(NEXT)


def test_whose_card_lay_in_estimate_poker_is_who_sat_there_then(session) -> None:
    driver, screen = shown(session)
    to(driver, screen, "EstimatesSpread")
    assert all(f"{name} (" in driver.texts for name in BEFORE)
    assert not any(name in driver.texts for name in HEIRS)


@pytest.mark.parametrize("kind", [HarvestPage, OwnersPage])
def test_who_answers_for_a_benefit_is_who_sits_there_now(session, kind) -> None:
    driver, screen = shown(session)
    text = "\n".join(pages(driver, screen, kind))
    assert any(f"{name} (" in text for name in HEIRS)
    assert not any(f"{name} (" in text for name in BEFORE)


def test_the_meeting_asks_who_answers_for_a_benefit_now(session) -> None:
    room = Room(session)
    room.part("benefits")
    assert any(f"{name} (" in room.texts for name in HEIRS)
    assert not any(f"{name} (" in room.texts for name in BEFORE)


def test_who_gave_what_has_everybody_by_name_and_each_role_once_without(session) -> None:
    driver, screen = shown(session)
    (text,) = pages(driver, screen, RolesPage)
    assert all(f"· {name}" in text for name in (*BEFORE, *HEIRS))
    driver.assert_readable()

    driver, screen = shown(session)
    screen.discussion.named = False
    (text,) = pages(driver, screen, RolesPage)
    role = screen.discussion.formatter(screen.app.t).person(screen.discussion.debrief.people[0])
    assert text.splitlines().count(role) == 1
    assert not any(name in text for name in (*BEFORE, *HEIRS))
