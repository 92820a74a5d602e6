"""Checks that are staged: a harm that was named, many ideas at once, ideas that have to wait."""

from __future__ import annotations

import pygame
import pytest

from game.engine import actions as act
from game.engine import events as ev
from game.table.play.check.narration import narrate
from game.table.play.check.step_facts import waiting_ideas
from game.table.play.check.steps import steps_of
from game.wording.case_names import AMONG_OTHERS
from tests.staged_checks import Harmful, followed_up
from tests.staging import begin, decisions, trusting
from tests.table.checking import settled, step_by_step
from tests.table.driver import squeezed
from tests.table.sitting import table


# ------------------------------------------------------------------ harm
def test_a_harm_that_was_named_and_made_up_for_says_what_that_was_good_for(tmp_path):
    harmful = Harmful(tmp_path).name().make_amends()
    driver, screen, _ = step_by_step(harmful.session, harmful.realised())
    told = {}
    for step in screen.steps:
        event = step.events[0] if step.events else None
        if isinstance(event, ev.Harvested):
            told[event.track] = settled(driver)
        if step.kind == "unspoken":
            told["unspoken"] = settled(driver)
        settled(driver)
        driver.key(pygame.K_RIGHT)
    assert squeezed("Made up for: 2 less") in told["citizen"]
    assert squeezed("Not named as a downside: 2 more") in told["employee"]
    assert squeezed("harms somebody on Staff, and no downside was named there") in told["unspoken"]


# ------------------------------------------------------------------ many ideas at once
@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A session, and its follow-up of many ideas."""
    return followed_up(tmp_path_factory.mktemp("many"))


def test_a_follow_up_of_many_ideas_is_told_at_once_and_can_end_there(many):
    for press in (lambda d: d.click("done"), lambda d: d.key(pygame.K_RETURN)):
        driver, screen, done = step_by_step(*many)
        text = settled(driver)
        assert all(squeezed(screen.game.names.idea(idea)) in text for idea in screen.step.ideas)
        press(driver)
        assert done.count == 1
        assert screen not in driver.app.screens


def test_esc_ends_it_and_the_facilitator_can_step_through_it(many):
    driver, screen, done = step_by_step(*many)
    driver.click("next")
    assert screen.step.kind == "due"
    driver.key(pygame.K_LEFT)
    assert screen.step.kind == "overview"
    driver.key(pygame.K_RIGHT)
    assert screen.step.kind == "due"
    driver.key(pygame.K_LEFT)
    driver.key(pygame.K_ESCAPE)
    assert done.count == 1


def test_ideas_that_wait_for_the_next_check_are_told(tmp_path):
    session = begin(tmp_path, 8, 4)
    session.do(act.Correct("capacity", 60, "So that the table can be filled"))
    begun = [d for d in decisions(session, trusting) if d.has(ev.CheckBegan)]
    firsts = [steps_of(d.before, d.moments)[0] for d in begun]
    first = next(step for step in firsts if waiting_ideas(step))
    waiting = waiting_ideas(first)
    assert len(first.due) == 2
    _, game = table(session)
    said = narrate(game, first)
    assert "a reality check looks at 2 ideas at most" in said
    assert all(game.names.called(idea, AMONG_OTHERS) in said for idea in waiting)
