"""The handbook in a browser: readable on a phone, by everybody, and the run sheet on two sheets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdfium2 import PdfDocument

from game.handbook import TOPICS, Topic, as_html, find_topic
from game.i18n import LANGS, Lang, words
from tests.browser import DESKTOP, PHONE, beyond_the_edge, chromium, needs_browser, show, violations

pytestmark = [pytest.mark.slow, needs_browser]


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with chromium() as browser:
        yield browser.new_page()


def written(folder: Path, lang: Lang, *topics: Topic) -> Path:
    file = folder / f"{lang}.html"
    file.write_text(as_html(words(lang), topics), "utf-8")
    return file


@pytest.mark.parametrize("lang", LANGS)
def test_the_run_sheet_is_printed_on_two_sheets(lang: Lang, page: Page, tmp_path: Path) -> None:
    topic = find_topic("drejebog")
    assert topic is not None
    page.emulate_media(media="print")
    page.goto(written(tmp_path, lang, topic).as_uri())
    assert len(PdfDocument(page.pdf(prefer_css_page_size=True))) == 2


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_scrolls_sideways_on_a_phone(lang: Lang, page: Page, tmp_path: Path) -> None:
    show(page, written(tmp_path, lang, *TOPICS), PHONE)
    assert beyond_the_edge(page) == []


def test_everybody_can_read_it(page: Page, tmp_path: Path) -> None:
    show(page, written(tmp_path, "da", *TOPICS), DESKTOP)
    assert violations(page) == []
