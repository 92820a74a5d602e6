"""The page in a browser: axe-core finds no fault, nothing scrolls it sideways or is torn in print.

A case, an own project and the fullest table, each after a follow-up meeting.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from game.content import parse
from game.i18n import Lang, words
from game.report import columns as co
from game.report import write_report
from game.report.file_names import file_name
from game.session import ItemDraft, Session
from tests import browser, staging
from tests.browser import DESKTOP, PAPER, PHONE, PHONE_WIDE, TABLET, Printed

pytestmark = [pytest.mark.slow, browser.needs_browser]

PAGES = [
    ("own_project", "da"),
    ("own_project", "en"),
    ("finished", "da"),
    ("finished", "en"),
    ("fullest", "en"),
]
"""The first is looked at in full; what takes long, and is the same in all, only there."""
Pages = Callable[[str, Lang], Path]


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    """The only tab of the only browser."""
    with browser.chromium() as running:
        yield _tab(running)


def _tab(running: Browser) -> Page:
    tab = running.new_page()
    tab.on("pageerror", lambda error: pytest.fail(str(error)))
    return tab


@pytest.fixture(scope="module")
def pages(saved: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    """The page of a kind of game in a language; what else a report has is not made."""
    folder, sessions, made = tmp_path_factory.mktemp("pages"), {}, {}

    def session(kind: str) -> Path:
        if kind not in sessions:
            sessions[kind] = _followed_up(kind, saved, folder)
        return sessions[kind]

    def page(kind: str, lang: Lang) -> Path:
        if (kind, lang) not in made:
            to = folder / f"{kind}-{lang}"
            write_report(session(kind), to, lang)
            made[kind, lang] = to / file_name(lang, "report.html")
        return made[kind, lang]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("game.report.workbook.workbook", lambda *_: b"")
        patch.setattr("game.report.map_drawing.as_png", lambda *_: b"")
        yield page


def _followed_up(kind: str, saved: dict[str, Path], folder: Path) -> Path:
    """A game with something told of every kind of thing since."""
    if kind == "fullest":
        with staging.fullest(folder) as full:
            path = full.path
    else:
        path = Path(shutil.copy(saved[kind], folder))
    with Session.resume(path, parse) as session:
        owned = [(i, t) for i in session.state.ideas for t, _ in i.claims()]
        for n, (idea, track) in enumerate(owned[:6]):
            told = f"Målt i uge {n + 9}" * (n % 2)
            session.outcome(idea=idea.id, track=track, value=40 - n, day=DAY, text=told)
        session.outcome(idea=owned[0][0].id, held="partly", day=DAY, by="Dorthe")
        session.outcome(track="process", value=10.5, day=DAY)
        item = session.action_item(ItemDraft("Mål nulpunktet <to uger>", "Ane", DAY)).item
        session.note(item, "Målt: 44 min")
        session.action_item(ItemDraft("Aftal, hvem der ejer gevinsten", "", None))
    return path


DAY = date(2027, 4, 1)


# ------------------------------------------------------------------ on a screen
@pytest.mark.parametrize(("kind", "lang"), PAGES)
def test_axe_finds_nothing(kind, lang, pages, tab) -> None:
    first = (kind, lang) == PAGES[0]
    browser.show(tab, pages(kind, lang), DESKTOP if first else PHONE, unfold=first)
    assert browser.violations(tab, colours=first) == []


def test_axe_would_find_something(tab, tmp_path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><p style='color: #ddd'>Grey on white, outside of a landmark")
    browser.show(tab, page, DESKTOP)
    found = " ".join(browser.violations(tab))
    for rule in ("color-contrast", "document-title", "html-has-lang", "region"):
        assert rule in found


@pytest.mark.parametrize(("kind", "lang"), PAGES)
def test_the_page_fits_any_screen_and_the_rows_of_registers_become_cards(
    kind, lang, pages, tab
) -> None:
    browser.show(tab, pages(kind, lang), DESKTOP, unfold=True)
    for width in (DESKTOP, TABLET, PHONE_WIDE, PHONE):
        browser.resize(tab, width)
        assert browser.beyond_the_edge(tab) == [], width
        for register in ("#benefits", "#risks", "#actions"):
            heads, cards = browser.columns(tab, register), browser.cards(tab, register)
            unnamed = [""] * len(heads)
            assert cards
            assert all(c.labels == (unnamed if width == DESKTOP else heads) for c in cards), width
    assert max(card.right for card in browser.cards(tab, "main")) <= PHONE


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_card_tells_status_and_owner(lang, pages, tab) -> None:
    browser.show(tab, pages("own_project", lang), PHONE)
    titles = {c.key: co.title(words(lang), c, short=True) for c in co.BENEFITS}
    cards = browser.cards(tab, "#benefits")
    told = [dict(zip(card.labels, card.texts, strict=True)) for card in cards]
    assert all(one[titles["status"]] for one in told)
    assert "Dorthe" in " ".join(one[titles["owner_role"]] for one in told)


# ------------------------------------------------------------------ on paper
@pytest.mark.parametrize(("kind", "lang"), PAGES)
def test_in_print_no_heading_and_no_last_line_stands_alone(kind, lang, pages, tab) -> None:
    for lower in (0, 70, 84, 98, 140) if (kind, lang) == PAGES[0] else (0,):
        paper = browser.printed(tab, pages(kind, lang), lower)
        assert len(paper.sheets) > 5
        assert paper.left_alone() == [], lower
        assert paper.torn_lines() == [], lower
        assert min(len(lines) for lines in paper.sheets) > 2, lower
    browser.resize(tab, PAPER)
    assert browser.beyond_the_edge(tab) == [], "all would be printed smaller"


def test_what_stands_alone_in_print_is_found() -> None:
    sheets = [["Risikolog"], ["Risikolog", "Id", "R-01"], ["sidstelinje"], ["igen."]]
    paper = Printed(sheets, ["Risikolog"], [("Risikolog", "R-01")], ["Ensidstelinjeigen."])
    assert paper.left_alone() == ["Risikolog"]
    assert paper.torn_lines() == ["Ensidstelinjeigen."]
    torn = Printed([["Risikolog", "Id"], ["Id", "R-01"]], [], [("Risikolog", "R-01")], [])
    assert torn.left_alone() == ["Risikolog"]
