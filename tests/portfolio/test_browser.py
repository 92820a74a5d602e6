"""The page of a portfolio in a browser, as the page of a report is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from game.portfolio import write_portfolio
from tests import browser
from tests.browser import DESKTOP, PHONE, PHONE_WIDE, TABLET

pytestmark = [pytest.mark.slow, browser.needs_browser]


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    """A tab of a browser of its own."""
    with browser.chromium() as running:
        yield running.new_page()


@pytest.fixture(scope="module", params=["da", "en"])
def page(request, played: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a portfolio in a language."""
    to = tmp_path_factory.mktemp(f"portfolio-{request.param}")
    write_portfolio([played], to, request.param, today=date(2026, 11, 29), jobs=1)
    return to / "portfolio.html"


def test_axe_finds_nothing(page, tab) -> None:
    browser.show(tab, page, PHONE)
    assert browser.violations(tab) == []


def test_the_page_fits_any_screen(page, tab) -> None:
    browser.show(tab, page, DESKTOP)
    for width in (DESKTOP, TABLET, PHONE_WIDE, PHONE):
        browser.resize(tab, width)
        assert browser.beyond_the_edge(tab) == [], width
    cards = browser.cards(tab, "main")
    assert cards
    assert all(all(card.labels) for card in cards)
    assert max(card.right for card in cards) <= PHONE


def test_in_print_nothing_is_torn(page, tab) -> None:
    paper = browser.printed(tab, page)
    assert len(paper.sheets) > 1
    assert paper.left_alone() == []
    assert paper.torn_lines() == []
    assert min(len(lines) for lines in paper.sheets) > 2
