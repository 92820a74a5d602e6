"""Three moments are talked about, the facilitator chooses which, and the minutes are true."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import pygame
import pytest

from game.content import load
from game.debrief.measured import SHARES
from game.debrief.rarity import rarity
from game.debrief.talk import (
    SECONDS,
    TALKED_OF,
    PageKind,
    minutes,
    nearest,
    usual_minutes,
    usual_pages,
)
from game.i18n import words
from game.resources import SCENARIOS
from game.session import SavedSession, Session, TalkedOf
from game.session.store import Store
from game.table.after.debrief.choosing import ChoosingPage
from game.table.after.debrief.harvest import HarvestPage
from game.table.after.debrief.moment import MomentPage
from game.table.after.debrief.screen import DebriefScreen
from game.table.parts.discussion.discussion import Discussion, DiscussionExits
from game.wording.debrief_texts import PHASES, why_proposed
from tests import staging
from tests.session.freezing import FOLDER as SESSIONS
from tests.table.debriefing import shown, to
from tests.table.driver import Calls, Driver, squeezed

NEXT = pygame.K_PAGEDOWN


@pytest.fixture
def rush(tmp_path):
    """A game with more key moments than there is time for."""
    return staging.whole_game(tmp_path, "rush", 4, 6)[0]


def test_rare_is_said_of_what_few_games_have_and_nothing_of_what_most_have(rush):
    t = words("en")
    for m in shown(rush)[1].discussion.debrief.moments:
        have = round(100 * (1 - rarity(m)))
        said = why_proposed(t, m)
        if m.kind in SHARES:
            assert said.startswith("Rare") == (have <= 10), m
            assert (f"in {have} of 100 games" in said.lower()) == (1 <= have <= 50), m
        if m.kind not in SHARES or have > 50:
            assert said == ""


def moment_pages(screen: DebriefScreen) -> list:
    return [page.moment for page in screen.pages if isinstance(page, MomentPage)]


# ------------------------------------------------------------------ choosing
def test_three_moments_are_proposed_the_most_telling_and_each_says_why(rush):
    driver, screen = shown(rush)
    d = screen.discussion
    assert len(d.moments) > TALKED_OF == 3
    assert d.chosen == d.debrief.to_talk_of(TALKED_OF)
    assert moment_pages(screen) == list(d.chosen)
    to(driver, screen, ChoosingPage)
    text = squeezed(driver.texts)
    titles = d.titles(driver.app.t, d.to_choose)
    assert len(set(titles)) == len(titles)
    assert all(squeezed(title) in text for title in titles)
    assert all(squeezed(why_proposed(driver.app.t, m)) in text for m in d.to_choose)


def test_another_moment_is_swapped_in_and_the_pages_follow(rush):
    driver, screen = shown(rush)
    to(driver, screen, ChoosingPage)
    d = screen.discussion
    first, other = d.chosen[0], next(m for m in d.moments if m not in d.chosen)
    before = len(screen.pages)
    driver.click(f"choose:{d.moments.index(other) + 1}")
    assert other not in d.chosen  # there was no room: that is said, and nothing is lost
    assert squeezed("leave one of them out first") in squeezed(driver.texts)
    driver.click("names")
    assert squeezed("leave one of them out first") not in squeezed(driver.texts), "it is over"
    driver.click(f"choose:{d.moments.index(first) + 1}")
    assert len(screen.pages) == before - 1
    driver.click(f"choose:{d.moments.index(other) + 1}")
    assert len(screen.pages) == before
    assert set(moment_pages(screen)) == {*d.chosen} >= {other}
    assert list(d.chosen) == [m for m in d.moments if m in d.chosen]
    assert isinstance(screen.pages[screen.at], ChoosingPage)


def test_it_is_chosen_by_keys_too(rush):
    driver, screen = shown(rush)
    to(driver, screen, ChoosingPage)
    chosen = screen.discussion.chosen
    driver.tab_to(f"choose:{screen.discussion.moments.index(chosen[1]) + 1}")
    driver.key(pygame.K_RETURN)
    assert screen.discussion.chosen == (chosen[0], chosen[2])


def test_any_other_moment_can_be_looked_at_and_does_not_stay(rush):
    driver, screen = shown(rush)
    d, before = screen.discussion, len(screen.pages)
    total = [screen.minutes(phase) for phase in PHASES]
    left = [m for m in d.moments if m not in d.chosen]
    for a, b in combinations(left[:3], 2):
        driver.key(pygame.K_2)
        driver.click(f"moment:{d.moments.index(a) + 1}")
        assert screen.pages[screen.at].moment is a
        driver.click(f"moment:{d.moments.index(b) + 1}")
        assert screen.pages[screen.at].moment is b
        assert len(screen.pages) == before + 1
        assert [screen.minutes(phase) for phase in PHASES] == total  # only looked at
        driver.key(NEXT)
        assert screen.pages[screen.at].moment not in (a, b)
        assert len(screen.pages) == before


def test_what_is_written_beside_a_moment_that_is_only_looked_at_is_kept(rush):
    driver, screen = shown(rush)
    d = screen.discussion
    a, b = [m for m in d.moments if m not in d.chosen][:2]
    driver.key(pygame.K_2)
    driver.click(f"moment:{d.moments.index(a) + 1}")
    driver.tab_to("note")
    driver.type("Det vidste ingen")
    driver.click(f"moment:{d.moments.index(b) + 1}")
    assert [(note.of, note.text) for note in rush.log.notes] == [(a.entry, "Det vidste ingen")]


def test_a_game_with_few_moments_has_nothing_to_choose(tmp_path):
    session = staging.begin(tmp_path, 1, 1)
    screen = DebriefScreen(staging.case(), session, DiscussionExits(Calls()))
    assert len(screen.discussion.moments) <= TALKED_OF
    assert not any(isinstance(page, ChoosingPage) for page in screen.pages)


# ------------------------------------------------------------------ weeks later
def talks(session: Session) -> list[TalkedOf]:
    return [record for record in session.log.records if isinstance(record, TalkedOf)]


def test_what_was_talked_about_is_there_weeks_later_and_can_be_chosen_otherwise(rush):
    driver, screen = shown(rush)
    proposed = screen.discussion.chosen
    assert talks(rush) == []  # nobody has talked about anything yet
    to(driver, screen, MomentPage)
    assert [talk.chosen for talk in talks(rush)] == ["program"]
    for moment in screen.discussion.debrief.moments:  # whatever is noted later
        rush.note(moment.entry, "Set igen", bookmark=True)
    rush.close()
    saved = SavedSession(rush.path)
    driver, again = shown(saved)
    assert again.discussion.chosen == proposed
    assert moment_pages(again) == list(proposed)
    to(driver, again, ChoosingPage)
    driver.click(f"choose:{again.discussion.moments.index(proposed[0]) + 1}")
    assert [talk.chosen for talk in talks(saved)] == ["program", "group"]
    _, third = shown(SavedSession(rush.path))
    assert third.discussion.chosen == proposed[1:]


def test_a_proposal_is_kept_once_and_a_look_at_another_moment_keeps_nothing(rush):
    driver, screen = shown(rush)
    d = screen.discussion
    driver.key(pygame.K_2)
    left = next(m for m in d.moments if m not in d.chosen)
    driver.click(f"moment:{d.moments.index(left) + 1}")
    assert talks(rush) == []
    for _ in screen.pages:
        driver.key(NEXT)
    assert len(talks(rush)) == 1


def test_looking_at_an_older_or_locked_game_writes_nothing_and_says_nothing(rush, tmp_path):
    old = tmp_path / "old.jsonl"
    old.write_bytes((SESSIONS / "format-2-whole-game.jsonl").read_bytes())
    rush.close()
    elsewhere = Store.open(rush.path)
    for path in (old, rush.path):
        before = path.read_bytes()
        driver, screen = shown(SavedSession(path))
        to(driver, screen, MomentPage)
        assert path.read_bytes() == before
        assert squeezed("another window") not in squeezed(driver.texts)
    assert [path.name for path in tmp_path.glob("*.jsonl")].count(old.name) == 1
    elsewhere.close()


# ------------------------------------------------------------------ the minutes
def test_every_kind_of_page_has_its_time_and_every_page_its_kind(rush):
    assert set(SECONDS) == set(get_args(PageKind))
    _, screen = shown(rush)
    assert all(page.kind in SECONDS for page in screen.pages)


def test_the_minutes_are_those_of_the_pages_that_are_shown(rush):
    driver, screen = shown(rush)
    for phase in PHASES:
        mine = [page for page in screen.pages if page.phase == phase]
        seconds = sum(SECONDS[page.kind] * page.parts for page in mine)
        assert 0 <= screen.minutes(phase) * 60 - seconds < 60
    total = sum(screen.minutes(phase) for phase in PHASES)
    happened = screen.minutes("happened")
    driver.key(pygame.K_2)
    assert squeezed(f"about {happened} minutes here, {nearest(total)} in all") in squeezed(
        driver.texts
    )
    to(driver, screen, ChoosingPage)
    d = screen.discussion
    driver.click(f"choose:{d.moments.index(d.chosen[0]) + 1}")
    less = SECONDS["moment"] // 60
    told = f"about {happened - less} minutes here, {nearest(total - less)} in all"
    assert squeezed(told) in squeezed(driver.texts)


def test_a_seat_and_a_question_have_their_own_time(rush):
    _, screen = shown(rush)
    parts = {page.kind: page.parts for page in screen.pages}
    assert parts["check_in"] == 6
    assert parts["question"] == len(staging.case().questions) + 1  # the verdict asks, too


@pytest.mark.parametrize("name", ["foerste-spil", "koebenhavn-pas", "eget-projekt"])
def test_what_is_told_before_a_game_is_what_the_debrief_then_takes(name, tmp_path):
    case = load(SCENARIOS / f"{name}.toml").as_usual
    for seed, player in enumerate(("method", "rush")):
        session = Session.create(case, staging.seats(5), seed, tmp_path / player)
        staging.play(session, staging.by(player), lambda s: False)
        screen = DebriefScreen(case, session, DiscussionExits(Calls()))
        Driver(screen)
        told = usual_minutes(len(case.questions), own_project=case.own_project)
        assert sum(screen.minutes(phase) for phase in PHASES) == pytest.approx(told, abs=5)
        session.close()


def test_the_usual_pages_hold_three_moments_and_a_register_only_of_an_own_project():
    usual, own = usual_pages(3), usual_pages(3, own_project=True)
    assert usual.count(("moment", 1)) == TALKED_OF
    assert minutes(own) - minutes(usual) == SECONDS["register"] // 60
    assert minutes([]) == 1


def test_choosing_goes_by_the_moments_and_not_by_their_order(rush):
    d = Discussion(staging.case(), rush, DiscussionExits(Calls()))
    for moment in d.chosen:
        assert d.choose(moment)
    assert d.chosen == ()
    taken = d.moments[-3:]
    for moment in reversed(taken):
        assert d.choose(moment)
    assert d.chosen == taken
    assert not d.choose(d.moments[0])
    assert d.chosen == taken


def test_of_the_benefits_those_that_differed_most_are_shown_and_all_when_asked_for(rush):
    driver, screen = shown(rush)
    to(driver, screen, HarvestPage)
    few, page = len(screen.pages), screen.pages[screen.at]
    all_stories = [s for p in screen._all if isinstance(p, HarvestPage) for s in p.stories]
    assert page.stories == all_stories[: len(page.stories)]
    time = screen.minutes("learned")
    driver.click("more")
    harvest = [p for p in screen.pages if isinstance(p, HarvestPage)]
    assert [s for p in harvest for s in p.stories] == all_stories
    assert len(screen.pages) == few + len(harvest) - 1 > few
    assert screen.minutes("learned") > time
    driver.key(NEXT)
    assert screen.pages[screen.at] is harvest[1]
    driver.click("more")
    assert screen.pages[screen.at] is page
    assert len(screen.pages) == few
