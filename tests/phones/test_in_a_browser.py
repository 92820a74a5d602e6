"""Whatever the table sends, what somebody has begun to write is theirs; and broken links."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import chromium, needs_browser
from tests.phones.gallery import come_in
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
