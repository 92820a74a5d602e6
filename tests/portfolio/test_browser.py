"""The page of a portfolio in a browser: no fault, nothing sideways, nothing torn in print."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests import browser
from tests.browser import DESKTOP, PHONE, PHONE_WIDE, TABLET
from tests.portfolio.conftest import Written

pytestmark = [pytest.mark.slow, browser.needs_browser]


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    """The only tab of the only browser."""
    with browser.chromium() as running:
        yield running.new_page()


def test_axe_finds_nothing(written: Written, tab: Page) -> None:
    browser.show(tab, written.file("portfolio.html"), PHONE)
    assert browser.violations(tab, colours=written.lang == "da") == []


def test_the_page_fits_any_screen_and_rows_become_cards(written: Written, tab: Page) -> None:
    browser.show(tab, written.file("portfolio.html"), DESKTOP)
    for width in (DESKTOP, TABLET, PHONE_WIDE, PHONE):
        browser.resize(tab, width)
        assert browser.beyond_the_edge(tab) == [], width
    heads = browser.columns(tab, "#missing")
    cards = browser.cards(tab, "#missing table:first-of-type")
    assert cards
    assert all(card.labels == heads for card in cards)
    assert max(card.right for card in browser.cards(tab, "main")) <= PHONE


def test_no_heading_is_left_alone_in_print(written: Written, tab: Page) -> None:
    printed = browser.printed(tab, written.file("portfolio.html"))
    assert len(printed.sheets) > 1
    assert printed.left_alone() == []
    assert printed.torn_lines() == []
