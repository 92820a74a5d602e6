"""Whatever the table sends, what somebody has begun to write is theirs; and broken links."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import chromium, needs_browser
from tests.phones.gallery import come_in, press
from tests.phones.hall import Hall, hall

pytestmark = [needs_browser, pytest.mark.slow]

_TWO_SHEETS = """() => {
    const field = document.querySelector('#sheet')
    field.value = 'The first sheet'
    field.form.requestSubmit()
    field.value = 'The second, half wri'
}"""
"""A sheet is sent, and the next one begun before the table has answered."""


@pytest.fixture
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Hall]:
    with hall(tmp_path) as at:
        yield at


def writing(browser: Browser, at: Hall) -> tuple[Page, list[str]]:
    """A phone that is asked to write, and the faults of its page."""
    page, faults = browser.new_page(locale="en-GB"), []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    come_in(page, at, "Ane")
    at.at_table(lambda: at.game.begin_writing("risks", 180))
    page.wait_for_selector("#sheet")
    return page, faults


def test_the_next_sheet_stays_when_the_one_before_arrives(browser: Browser, at: Hall) -> None:
    page, _ = writing(browser, at)
    page.evaluate(_TWO_SHEETS)
    page.wait_for_selector("main li:has-text('The first sheet')")
    assert page.input_value("#sheet") == "The second, half wri"
    page.fill("#sheet", "  The second\nis 🙂 done ")
    page.click("main form button")
    page.wait_for_selector("main li:has-text('The second is')")
    assert page.input_value("#sheet") == ""


def test_the_page_goes_on_when_writing_is_over(browser: Browser, at: Hall) -> None:
    page, faults = writing(browser, at)
    page.fill("#sheet", "A sheet")
    page.click("main form button")
    page.wait_for_selector("main li:has-text('A sheet')")
    at.at_table(at.game.session.end_writing)
    page.wait_for_selector("#sheet", state="detached")
    assert faults == []


def look(page: Page, at: str) -> None:
    """Press one of the tabs."""
    page.click(f"nav [data-say*='\"{at}\"']")
    page.wait_for_selector(f'[data-page="{at}"]')


def again(page: Page) -> None:
    """Load the page anew, as a phone does that was asleep."""
    page.reload()
    page.wait_for_selector('[data-page="now"]')


def test_a_half_written_sheet_stays_whatever_one_looks_at_meanwhile(
    browser: Browser, at: Hall
) -> None:
    page, faults = writing(browser, at)
    page.fill("#sheet", "Half a sen")
    look(page, "cards")
    look(page, "now")
    assert page.input_value("#sheet") == "Half a sen"
    again(page)
    assert page.input_value("#sheet") == "Half a sen"
    page.fill("#sheet", "A sentence")
    page.click("main form button")
    page.wait_for_selector("main li:has-text('A sentence')")
    again(page)
    assert page.input_value("#sheet") == "", "what has arrived is not written twice"
    assert faults == []


def test_a_sheet_that_comes_too_late_is_told_and_kept(browser: Browser, at: Hall) -> None:
    page, faults = writing(browser, at)
    page.fill("#sheet", "Nobody has asked the nig")
    at.at_table(at.game.session.end_writing)
    page.wait_for_selector("#toast.shown")
    assert "ligger på telefonen" in page.inner_text("#toast")
    at.at_table(lambda: at.game.begin_writing("ideas", 180))
    page.wait_for_selector("#sheet")
    assert page.input_value("#sheet") == "", "that is another question"
    at.at_table(at.game.session.end_writing)
    page.wait_for_selector("#sheet", state="detached")
    at.at_table(lambda: at.game.begin_writing("risks", 180))
    page.wait_for_selector("#sheet")
    assert page.input_value("#sheet") == "Nobody has asked the nig"
    assert faults == []


def test_a_card_that_is_being_written_stays_until_it_lies_on_the_table(
    browser: Browser, at: Hall
) -> None:
    page = browser.new_page(locale="en-GB")
    me = come_in(page, at, "Ane")
    page.click(f"li:nth-child({at.game.state.turn + 1}) > button")
    page.wait_for_selector("text=Bordet er spurgt")
    at.at_table(lambda: at.phones.let_sit(me))
    page.wait_for_selector("text=Det er din tur")
    at.clear_board()
    at.at_table(lambda: at.room.allow_turns(True))
    at.at_table(at.phones.refresh)
    write_an_idea(page)
    page.fill("#field-name", "A ramp")
    look(page, "role")
    look(page, "now")
    assert page.input_value("#field-name") == "A ramp"
    again(page)
    assert page.input_value("#field-name") == "A ramp"
    placed = at.game.state.placed
    page.fill("#field-text", "Nobody has to climb the stairs.")
    page.click("main form button.main")
    at.wait_for(lambda: at.game.state.placed > placed)
    page.wait_for_selector("main form", state="detached")
    write_an_idea(page)
    assert page.input_value("#field-name") == "", "the next card is another one"


def write_an_idea(page: Page) -> None:
    """Choose the first of all that is asked of an idea, until it is to be written."""
    page.wait_for_selector('main [data-say*="draft"]')
    press(page, "main [data-say*='\"WriteIdea\"']")
    while not page.locator("main form").count():
        press(page, "ul.plain button >> nth=0")


@pytest.mark.parametrize("broken", ["%", "x" * 80])
def test_a_link_that_was_altered_on_its_way_is_told_and_the_letters_open(
    browser: Browser, at: Hall, broken: str
) -> None:
    page = browser.new_page(locale="en-GB")
    page.goto(at.link + broken)
    page.fill("#name", "Ane")
    page.click("button[type=submit]")
    page.wait_for_selector("#code:visible")
    assert "Rummet har en anden kode nu." in page.inner_text("#toast")
    page.fill("#code", at.room.code)
    page.click("button[type=submit]")
    page.wait_for_selector('[data-page="now"], [data-page="lobby"]')


def test_a_field_that_is_full_says_so(browser: Browser, at: Hall) -> None:
    page, faults = writing(browser, at)
    page.fill("#sheet", "Short")
    assert page.query_selector("#toast.shown") is None
    page.focus("#sheet")
    page.keyboard.insert_text("w" * 100)
    page.wait_for_selector("#toast.shown")
    assert "80" in page.inner_text("#toast")
    assert faults == []


def test_what_was_wrong_is_not_said_once_it_is_right(browser: Browser, at: Hall) -> None:
    page = browser.new_page(locale="en-GB")
    page.goto(at.link.split("#")[0])
    page.fill("#name", "Ane")
    page.fill("#code", "XXXX")
    page.click("button[type=submit]")
    page.wait_for_selector("#toast.shown")
    page.fill("#code", at.room.code)
    page.click("button[type=submit]")
    page.wait_for_selector('[data-page="now"]')
    assert page.query_selector("#toast.shown") is None
