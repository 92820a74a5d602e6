"""A whole game with eight phones, real browsers all: each loses its connection, and the laptop too.

The table runs in a thread; it is "killed" by cutting every connection and dropping all that it had
in memory without a goodbye, and started anew from what was saved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from game.engine import actions as act
from tests.browser import chromium, needs_browser
from tests.onward import onward
from tests.phones.gallery import SMALL, come_in, press
from tests.phones.hall import Hall, hall
from tests.staging import NAMES

pytestmark = [needs_browser, pytest.mark.slow]


def _closed(page: Page) -> None:
    page.evaluate("socket.close()")


def _offline(page: Page) -> None:
    page.context.set_offline(True)
    page.wait_for_selector("#line:visible")
    page.context.set_offline(False)


def _reloaded(page: Page) -> None:
    page.reload()


LOSSES: Final[tuple[Callable[[Page], None], ...]] = (_closed, _offline, _reloaded)
"""How a phone loses its connection."""


@contextmanager
def _phones(browser: Browser, count: int) -> Iterator[list[Page]]:
    contexts = [
        browser.new_context(viewport={"width": SMALL[0], "height": SMALL[1]}, locale="da-DK")
        for _ in range(count)
    ]
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()


def _lose(pages: list[Page], at: Hall, first: int) -> None:
    """Every phone loses its connection, in one way or another, and is back at its seat."""
    for n, page in enumerate(pages):
        LOSSES[(n + first) % len(LOSSES)](page)
    _all_back(pages, at)


def _all_back(pages: list[Page], at: Hall) -> None:
    for page, name in zip(pages, NAMES, strict=False):
        page.wait_for_selector("#line", state="hidden")
        page.wait_for_selector(f'header .who:text-is("{name}")')
    at.wait_for(lambda: [m.seat for m in at.room.seated() if m.here] == list(range(len(pages))))


# ------------------------------------------------------------------ what the group does
def _sit_down(pages: list[Page], at: Hall) -> None:
    for page, name in zip(pages, NAMES, strict=False):
        come_in(page, at, name)
        page.click(f'strong:text-is("{name}")')
        at.wait_for(lambda name=name: at.called(name).wants is not None)
        at.at_table(lambda name=name: at.phones.let_sit(at.called(name)))
    _all_back(pages, at)


def _play_poker(pages: list[Page], at: Hall) -> None:
    """All give a number; half before they lose their connection, half after."""
    card = at.at_table(lambda: at.game.state.idea_hands[0][0])
    at.at_table(lambda: at.game.do(act.CallEstimates(card, "citizen")))
    half = len(pages) // 2
    for n, page in enumerate(pages[:half]):
        page.click(f".numbers button >> nth={n}")
        page.wait_for_selector(".numbers [aria-pressed=true]")
    _lose(pages, at, 0)
    assert pages[0].inner_text(".numbers [aria-pressed=true]") == "0"
    for page in pages[half:]:
        page.click(".numbers .wide")
    pages[0].wait_for_selector("text=Den laveste og den højeste taler først.")
    assert at.game.state.poker.given == (0, 1, 2, 3, *[None] * half)
    at.at_table(lambda: at.game.do(act.CloseEstimates()))


def _write(pages: list[Page], at: Hall) -> None:
    """All write; what somebody has begun to write outlives a lost connection."""
    at.at_table(lambda: at.game.begin_writing("risks", 180))
    for n, page in enumerate(pages):
        page.fill("#sheet", f"Seddel {n}")
    for n, page in enumerate(pages):
        LOSSES[n % 2](page)  # a page that is loaded again is an empty one
    _all_back(pages, at)
    for n, page in enumerate(pages):
        page.click("main form button")
        page.wait_for_selector(f"main li:has-text('Seddel {n}')")
        assert page.input_value("#sheet") == ""
    written = at.game.session.log.writing.sheets.values()
    assert sorted(sheet.text for sheet in written) == [f"Seddel {n}" for n in range(len(pages))]
    at.at_table(at.game.session.end_writing)


def _vote(pages: list[Page], at: Hall) -> None:
    options = ["Skiltene", "Køen", "Telefonen"]
    at.at_table(lambda: at.game.session.begin_vote("Hvad skal vi tale om?", options, 2))
    for n, page in enumerate(pages):
        page.click(f"main li:nth-child({1 + n % 3}) .two button >> nth=1")
        page.wait_for_selector("text=●")
    _lose(pages, at, 2)
    for page in pages:
        page.wait_for_selector("text=●")
    ballots = at.game.session.log.votes[-1].ballots
    assert sorted(ballots.values()) == [*[(0, 0, 1)] * 2, *[(0, 1, 0)] * 3, *[(1, 0, 0)] * 3]
    at.at_table(at.game.session.end_vote)


def _place_an_idea(pages: list[Page], at: Hall, seat: int) -> None:
    """The seat in turn places a card by phone, field by field, and loses its connection before."""
    page = pages[seat]
    press(page, "main [data-say*='\"PlaceIdea\"']")
    while not page.locator("main form").count():
        press(page, "ul.plain button >> nth=0")
    _closed(page)
    _all_back(pages, at)
    page.click("main form button.main")
    at.wait_for(lambda: at.game.state.ideas)


def _pass(page: Page, at: Hall, seat: int) -> None:
    at.clear_board()
    page.click("main [data-say*='\"Pass\"']")
    page.click("main form button.main")
    at.wait_for(lambda: at.game.state.turn != seat or at.game.state.step != "turn")


def _play_a_round(pages: list[Page], at: Hall) -> None:
    at.clear_board()
    at.at_table(lambda: at.room.allow_turns(True))
    at.at_table(at.phones.refresh)
    first = at.game.state.turn
    _place_an_idea(pages, at, first)
    assert at.game.session.history[-1].sender.who == NAMES[first]
    for n in range(len(pages)):
        seat = (first + n) % len(pages)
        if at.game.state.step == "turn" and at.game.state.turn == seat:
            _pass(pages[seat], at, seat)


# ------------------------------------------------------------------ the game
def test_a_whole_game_with_eight_phones_each_lost_and_the_laptop_killed(tmp_path: Path) -> None:
    with chromium() as browser, _phones(browser, 8) as pages:
        with hall(tmp_path, 8) as at:
            _sit_down(pages, at)
            _play_poker(pages, at)
            _write(pages, at)
            _vote(pages, at)
            _play_a_round(pages, at)
            before, path = at.game.state, at.game.session.path
            at.kill()
            for page in pages:
                page.wait_for_selector("#line:visible")
        with hall(tmp_path, resume=path) as again:
            _all_back(pages, again)
            assert again.game.state == before
            assert again.room.allows_turns
            _play_on(again)
            for page in pages:
                page.click("nav [data-say*=table]")
                page.wait_for_selector('[data-page="table"]')
                page.click("nav [data-say*=now]")
                page.wait_for_selector('[data-page="now"]')


def _play_on(at: Hall) -> None:
    """Go on to the end at the screen."""

    def play() -> None:
        session = at.game.session
        while not session.state.over:
            session.do(onward(session.state))

    at.at_table(play)
