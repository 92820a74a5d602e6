"""The action list on the screen: written, changed, taken back, read back and ticked off."""

from __future__ import annotations

from datetime import date

import pygame
import pytest

from game.debrief.action_items import moment_of, origin_of
from game.engine.limits import MAX_TEXT
from game.i18n import words
from game.report.actions import action_rows
from game.report.source import open_session
from game.session import ItemDraft, SavedSession, read
from game.table.after.action_list.dialog import ItemDialog
from game.table.after.action_list.form import ItemForm
from game.table.after.action_list.picker import PickDialog
from game.table.after.debrief.agreed import NextStepsPage
from game.table.after.debrief.screen import DebriefScreen
from game.table.after.follow_up.screen import FollowUpScreen
from game.table.parts.discussion.discussion import DiscussionExits
from tests import staging
from tests.stopping import full_disk
from tests.table.driver import Calls, Driver, squeezed
from tests.table.windows import in_every_window

ENTER, NEXT, ESCAPE = pygame.K_RETURN, pygame.K_PAGEDOWN, pygame.K_ESCAPE
TODAY = date(2027, 3, 14)


def debriefed(session, size=(1280, 720), lang="en") -> tuple[Driver, DebriefScreen]:
    """The page of the next steps."""
    screen = DebriefScreen(staging.case(), session, DiscussionExits(Calls()))
    driver = Driver(screen, size, lang)
    driver.key(pygame.K_6)
    while not isinstance(screen.pages[screen.at], NextStepsPage):
        driver.key(NEXT)
    return driver, screen


def followed_up(session, size=(1280, 720), lang="en") -> Driver:
    """The page on which they are read back."""
    driver = Driver(FollowUpScreen(staging.case(), session, Calls(), today=TODAY), size, lang)
    driver.click("phase:steps")
    return driver


def items(session) -> list[tuple[str, str, str | None, str]]:
    return [(i.text, i.who, i.due, i.status) for i in read(session.path).action_items]


# ------------------------------------------------------------------ written in fields
def test_a_step_is_written_by_keys_alone_in_its_fields(method) -> None:
    driver, _ = debriefed(method, lang="da")
    driver.tab_to("step")
    driver.type("Mål nulpunktet")
    driver.key(pygame.K_TAB)
    assert driver.focus == "who"
    driver.type("Ane")
    driver.key(pygame.K_TAB)
    driver.type("1-3-2027")
    driver.key(ENTER)
    assert driver.focus == "step", "ready for the next one"
    driver.type("Ring til leverandøren")
    driver.key(ENTER)
    assert items(method) == [
        ("Mål nulpunktet", "Ane", "2027-03-01", "open"),
        ("Ring til leverandøren", "", None, "open"),
    ]
    shown = squeezed(driver.texts)
    assert squeezed("1. Mål nulpunktet") in shown
    assert squeezed("Ane · senest 01-03-2027") in shown
    driver.assert_readable()


def test_the_owner_of_a_benefit_is_suggested_for_a_step_and_only_said_by_somebody(method) -> None:
    driver, screen = debriefed(method)
    story = next(b for b in screen.discussion.debrief.benefits if b.owner and not b.downside)
    fmt = screen.discussion.formatter(words("en"))
    driver.click("step")
    driver.type("Measure it")
    for who in ("", "The supplier"):
        driver.click("subject")
        assert isinstance(driver.app.top, PickDialog)
        chosen = (story.benefit.idea.id, story.benefit.track, None)
        n = [option.value for option in driver.app.top.options].index(chosen)
        driver.tab_to(f"option:{n}")
        driver.key(ENTER)
        assert squeezed(fmt.benefit(story.benefit)) in squeezed(driver.texts)
        if not who:
            assert squeezed(f"The owner, {fmt.person(story.owner)}? Or who?") in squeezed(
                driver.texts
            )
            driver.click("add")
            driver.type("Pay for it")
            driver.tab_to("who")
            driver.type("The supplier")
    driver.click("add")
    first, second = read(method.path).action_items
    assert (first.idea, first.track) == (second.idea, second.track) == chosen[:2]
    assert (first.who, second.who) == ("", "The supplier")


def test_a_step_comes_from_the_moment_on_whose_page_it_was_written(method) -> None:
    driver, screen = debriefed(method)
    screen.turn(next(n for n, page in enumerate(screen.pages) if page.moment))
    moment = screen.pages[screen.at].moment
    driver.click("item")
    driver.type("Ask the line next time")
    driver.key(ENTER)
    (item,) = read(method.path).action_items
    assert item.of == moment.entry
    screen.turn(screen.count - 1)
    driver.click(f"edit:{item.item}")
    title = screen.discussion.describe(driver.app.t, moment).title
    assert squeezed(title) in squeezed(driver.texts)


def test_of_two_moments_at_one_decision_a_step_tells_the_one_that_it_was_written_on(
    method,
) -> None:
    method.note(method.history[40].n, "Here Ane spoke up")
    method.note(method.history[40].n, "Here Bo spoke up")
    driver, screen = debriefed(method)
    moments = screen.discussion.moments
    titled = dict(zip(moments, screen.discussion.titles(words("en"), moments), strict=True))
    several = next(
        at_one for m in moments if len(at_one := [o for o in moments if o.entry == m.entry]) > 1
    )
    titles = [titled[moment] for moment in several]
    for n, moment in enumerate(several):
        screen._open(moment)
        driver.look()
        driver.click("item")
        driver.type(f"Step {n}")
        driver.key(ENTER)
    steps = read(method.path).action_items
    assert [moment_of(screen.discussion.debrief, origin_of(step)) for step in steps] == several
    screen.turn(screen.count - 1)
    for step, title in zip(steps, titles, strict=True):
        driver.click(f"edit:{step.item}")
        assert squeezed(title) in squeezed(driver.texts)
        driver.key(ESCAPE)
    assert len({step.of for step in steps}) == 1
    told = [row.moment for row in action_rows(open_session(method.path, words("en")))]
    assert [title in said for title, said in zip(titles, told, strict=True)] == [True, True]
    assert " / " not in "".join(told)


def test_all_of_it_can_be_skipped(method) -> None:
    driver, screen = debriefed(method)
    before = len(method.log.records)
    driver.click("add")
    assert squeezed("Write first what is to be done.") in squeezed(driver.texts)
    driver.assert_readable()
    screen.turn(0)
    assert len(method.log.records) == before


def test_what_stands_in_the_fields_is_not_lost_when_the_page_is_left(method) -> None:
    driver, screen = debriefed(method)
    driver.click("step")
    driver.type("Measure it")
    driver.click("due")
    driver.type("next week")
    screen.turn(0)
    assert items(method) == [("Measure it (next week)", "", None, "open")]
    assert squeezed("Saved with “next week” among its words. This is not") in squeezed(driver.texts)


def test_where_the_words_of_a_step_have_no_room_for_the_day_that_is_said(method) -> None:
    driver, screen = debriefed(method)
    driver.click("step")
    driver.type("m" * MAX_TEXT)
    driver.click("due")
    driver.type("next week")
    screen.turn(0)
    assert items(method) == [("m" * MAX_TEXT, "", None, "open")]
    assert squeezed("Saved without a date: “next week” is not one.") in squeezed(driver.texts)


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("next week", "This is not a date."),
        ("31-02-2027", "This is not a date."),
        ("1-1-2020", "That day was before the game."),
        ("1-1-2127", "That day is far away."),
    ],
)
def test_a_day_that_cannot_be_is_said_at_the_field_until_it_is_mended(method, due, said) -> None:
    driver, _ = debriefed(method)
    driver.click("step")
    driver.type("Measure it")
    driver.click("due")
    driver.type(due)
    driver.key(ENTER)
    assert squeezed(said) in squeezed(driver.texts)
    assert driver.focus == "due"
    driver.assert_readable()
    assert not items(method)
    driver.key(pygame.K_a, mod=pygame.KMOD_CTRL)
    driver.type("2027-03-01")
    assert squeezed(said) not in squeezed(driver.texts)
    driver.key(ENTER)
    assert items(method)[0][2] == "2027-03-01"


# ------------------------------------------------------------------ changed and taken back
def test_a_step_is_changed_and_every_change_can_be_taken_back(method) -> None:
    driver, _ = debriefed(method)
    driver.click("step")
    driver.type("Measure it")
    driver.key(ENTER)
    (item,) = method.log.action_items
    driver.tab_to(f"edit:{item.item}")
    driver.key(ENTER)
    assert isinstance(driver.app.top, ItemDialog)
    driver.click("who")
    driver.type("Bo")
    driver.tab_to("status")
    driver.key(pygame.K_RIGHT)
    driver.key(ENTER)
    assert items(method) == [("Measure it", "Bo", None, "under_way")]
    driver.click(f"remove:{item.item}")
    assert items(method) == []
    for expected in (
        [("Measure it", "Bo", None, "under_way")],
        [("Measure it", "", None, "open")],
        [],
    ):
        driver.click("undo")
        assert items(method) == expected
    before = len(method.log.records)
    driver.click("undo")
    assert len(method.log.records) == before, "there is nothing left to take back"


def test_a_form_that_is_left_or_changes_nothing_writes_nothing(method) -> None:
    item = method.action_item(ItemDraft("Measure it", "Ane", TODAY))
    driver, _ = debriefed(method)
    before = len(method.log.records)
    driver.click(f"edit:{item.item}")
    driver.click("yes")
    driver.click(f"edit:{item.item}")
    driver.click("who")
    driver.type("Bo")
    driver.key(ESCAPE)
    assert len(method.log.records) == before


def test_what_cannot_be_saved_is_said_and_what_was_typed_stays(method, monkeypatch) -> None:
    monkeypatch.setattr(method, "action_item", full_disk)
    driver, _ = debriefed(method)
    driver.click("step")
    driver.type("Measure it")
    driver.key(ENTER)
    assert squeezed("No space left on device") in squeezed(driver.texts)
    assert "Measure it" in driver.texts


# ------------------------------------------------------------------ read back and ticked off
def test_weeks_later_a_step_is_ticked_off_and_it_stands_in_the_file(method) -> None:
    item = method.action_item(ItemDraft("Measure it", "Ane", date(2027, 3, 1)))
    method.close()
    driver = followed_up(SavedSession(method.path))
    assert squeezed("Overdue: Ane · by 2027-03-01") in squeezed(driver.texts)
    driver.tab_to(f"tick:{item.item}")
    assert driver.app.top.ui.find(f"tick:{item.item}").tip == "Tick it off as done"
    driver.key(ENTER)
    driver.look()
    assert items(method)[0][3] == "done"
    assert "Take the tick away" in driver.app.top.ui.find(f"tick:{item.item}").tip
    assert squeezed("1 of 1 is done or dropped") in squeezed(driver.texts)
    assert "Overdue" not in driver.texts
    driver.click(f"tick:{item.item}")
    assert items(method)[0][3] == "open"
    driver.click("undo")
    assert items(method)[0][3] == "done"


def test_what_came_of_a_step_is_written_to_it_and_how_far_it_is(method) -> None:
    item = method.action_item(ItemDraft("Measure it", "Ane"))
    driver = followed_up(method)
    driver.click(f"tell:{item.item}")
    driver.type("Half of it in week 8")
    driver.tab_to("status")
    driver.key(pygame.K_RIGHT)
    driver.click("yes")
    assert items(method) == [("Measure it", "Ane", None, "under_way")]
    assert [(n.of, n.text) for n in read(method.path).notes] == [
        (item.item, "Half of it in week 8")
    ]
    assert squeezed("Half of it in week 8") in squeezed(driver.texts)
    driver.click(f"tell:{item.item}")
    assert squeezed("Half of it in week 8") in squeezed(driver.texts), "told before"


def test_another_step_can_be_agreed_on_at_the_follow_up(method) -> None:
    driver = followed_up(method)
    assert squeezed("No next steps were written down") in squeezed(driver.texts)
    driver.click("add")
    driver.type("Measure it again")
    driver.key(ENTER)
    assert items(method) == [("Measure it again", "", None, "open")]
    assert squeezed("Measure it again") in squeezed(driver.texts)


def test_steps_that_were_noted_before_there_was_a_list_are_shown_as_they_were(method) -> None:
    step = method.note(method.history[-1].n, "Ane measures the baseline")
    object.__setattr__(method.log.header, "rules", 1)
    method.action_item(ItemDraft("Call the supplier"))
    driver, _ = debriefed(method)
    shown = squeezed(driver.texts)
    assert squeezed("1. Ane measures the baseline") in shown
    assert squeezed("2. Call the supplier") in shown
    driver = followed_up(method)
    assert squeezed("Ane measures the baseline") in squeezed(driver.texts)
    driver.click(f"tell:step:{step.n}")
    driver.type("Done in week 8")
    driver.key(ENTER)
    assert [(n.of, n.text) for n in method.log.notes][-1] == (step.n, "Done in week 8")


# ------------------------------------------------------------------ names
def test_names_can_be_hidden_and_nothing_that_was_saved_changes_by_that(method) -> None:
    name = staging.NAMES[1]
    item = method.action_item(ItemDraft(f"{name} calls the supplier", name))
    driver, _ = debriefed(method)
    assert name in driver.texts
    driver.key(pygame.K_h)
    driver.click(f"edit:{item.item}")
    assert name not in driver.texts.split()
    driver.click("due")
    driver.type("2027-03-01")
    driver.key(ENTER)
    assert items(method) == [(f"{name} calls the supplier", name, "2027-03-01", "open")]


def test_a_form_saves_what_was_changed_and_leaves_the_rest_as_it_was() -> None:
    t = words("en")
    form = ItemForm(t, ItemDraft("Bo calls", "Bo"), lambda text: text.replace("Bo", "Leader"))
    assert form.values["who"] == "Leader"
    form.set("text", "Somebody calls")
    assert form.validate(t, TODAY, TODAY)
    draft = form.draft()
    assert (draft.text, draft.who) == ("Somebody calls", "Bo")


@pytest.mark.parametrize(("lang", "typed"), [("da", "1. april"), ("en", "1 April")])
def test_a_day_may_be_typed_as_the_example_says_it(lang, typed) -> None:
    form = ItemForm(words(lang), ItemDraft("Ane measures the baseline"))
    form.set("due", typed)
    assert form.validate(words(lang), TODAY, TODAY)
    assert form.draft().due == date(2027, 4, 1)
    assert "2027" in form.values["due"], "the year that was meant is seen"


# ------------------------------------------------------------------ reading
@pytest.mark.slow
@in_every_window
def test_a_long_list_of_long_steps_can_be_read(tmp_path, size, lang) -> None:
    session = staging.play(staging.fullest(tmp_path), staging.trusting, lambda s: False)
    idea = session.state.ideas[0]
    track = next(idea.claims())[0]
    long = ItemDraft(
        ("Og så ringer vi til dem alle. " * 90)[:MAX_TEXT],
        ("Ledelsessekretariatet " * 9)[:80],
        date(2027, 3, 1),
        "dropped",
        session.history[30].n,
        idea.id,
        track,
    )
    item = session.action_item(long)
    session.note(item.item, ("Det blev ikke til noget. " * 90)[:MAX_TEXT])
    for n in range(20):
        session.action_item(ItemDraft(f"Punkt {n}", "Ane"))
    driver, _ = debriefed(session, size, lang)
    driver.assert_readable()
    driver.click(f"edit:{item.item}")
    driver.assert_readable()
    for key in ("subject", "of"):
        driver.click(key)
        driver.assert_readable()
        driver.key(ESCAPE)
    driver = followed_up(session, size, lang)
    driver.assert_readable()
    driver.click(f"tell:{item.item}")
    driver.assert_readable()
