"""Every page that a phone can show, one after the other, in a real browser.

``python -m tests.phones.gallery --to FOLDER`` takes a picture of each: look at them.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Browser, Page

from game.engine import State
from game.engine import actions as act
from game.i18n import Lang
from game.phones.limits import MAX_NAME
from game.phones.room import Member
from game.table.after.debrief.fill import FillPage
from game.table.after.debrief.group import QuestionsPage
from game.table.after.debrief.screen import DebriefScreen
from tests import staging
from tests.browser import chromium
from tests.phones.hall import IP, Hall, hall
from tests.report.sessions import own_project

Scheme = Literal["light", "dark"]
SMALL: Final = (360, 640)
LARGE: Final = (412, 915)
SIZES: Final = (SMALL, LARGE)
OTHERS: Final = ("Bo", "Henriette-Marie af Rosenborg", MAX_NAME * "w")
"""Who is here already; the last has a name that is nowhere broken by itself."""


@contextmanager
def phone(browser: Browser, lang: Lang, scheme: Scheme = "light") -> Iterator[Page]:
    """A small phone of somebody who reads a language, by day or by night."""
    context = browser.new_context(
        viewport={"width": SMALL[0], "height": SMALL[1]},
        locale="da-DK" if lang == "da" else "en-GB",
        color_scheme=scheme,
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


def come_in(page: Page, at: Hall, name: str) -> Member:
    """Open the link, say a name and come in."""
    page.goto(at.link)
    page.fill("#name", name)
    page.click("button[type=submit]")
    page.wait_for_selector('[data-page="now"], [data-page="lobby"]')
    return at.called(name)


def press(page: Page, selector: str) -> None:
    """Press what leads to another question, and wait for it: the table answers when it can."""
    head = page.inner_text("h1")
    page.click(selector)
    page.wait_for_function("head => document.querySelector('h1').innerText !== head", arg=head)


def before_the_game(page: Page, at: Hall) -> Iterator[str]:
    """The door and the lobby: a table that is being laid."""
    page.goto(at.link.partition("#")[0])
    page.wait_for_selector("#code:visible")
    yield "door by letters"
    page.goto("about:blank")
    page.goto(at.link)
    page.wait_for_selector("#name")
    yield "door by the picture"
    at.at_table(lambda: [_others(at, name) for name in OTHERS])
    come_in(page, at, "Ane")
    yield "lobby"


def _others(at: Hall, name: str) -> None:
    member = at.room.come_in(name)
    assert member is not None
    member.here = True


@dataclass
class Tour:
    """A phone at a game in its third round; it sits at the seat that has the turn."""

    page: Page
    at: Hall

    def shows(self, selector: str) -> None:
        """Wait until something is shown."""
        self.page.wait_for_selector(selector)

    def table(self, do: Callable[[], object]) -> None:
        """Do something at the screen."""
        self.at.at_table(do)

    @property
    def state(self) -> State:
        """The game."""
        return self.at.game.state

    def pages(self) -> Iterator[str]:
        """Every page in turn, by its name."""
        me = come_in(self.page, self.at, "Ane")
        self.shows("text=/Hvem er du|Who are you/")
        yield "choose a seat"
        yield from self._as_a_guest()
        self._look("now")
        self.page.click(f"li:nth-child({self.state.turn + 1}) > button")
        self.shows("text=/Bordet er spurgt|The table is asked/")
        yield "the table is asked"
        self.table(lambda: self.at.phones.let_sit(me))
        self.shows("text=/Det er din tur|It is your turn/")
        yield "my turn at the screen"
        yield from self._reading()
        yield from self._playing()
        yield from self._together()

    def _look(self, page: str) -> None:
        self.page.click(f"nav [data-say*='\"{page}\"']")
        self.shows(f'[data-page="{page}"]')

    def _as_a_guest(self) -> Iterator[str]:
        self._look("role")
        yield "guest without a role"

    def _reading(self) -> Iterator[str]:
        for page in ("role", "cards", "table"):
            self._look(page)
            yield page
        self._look("role")
        assert not self.page.locator("[data-say*=stand]").is_visible(), "it is asked first"
        self.page.click("summary")
        self.shows("[data-say*=stand]")
        yield "role, to leave the seat"
        self._look("cards")
        for n in (1, 2, 3):
            self.page.locator("ul.plain").nth(n - 1).locator("button").first.click()
            self.shows('[data-page="card"]')
            yield f"card {n}"
            self.page.click("main p button.small")
            self.shows('[data-page="cards"]')
        self._look("now")

    def _playing(self) -> Iterator[str]:
        self.table(lambda: self.at.room.allow_turns(True))
        self.table(self.at.phones.refresh)
        self.shows('main [data-say*="draft"]')
        yield "turn, what may be done"
        self.page.click("summary")
        yield "turn, what may not be done"
        press(self.page, "main [data-say*='\"WriteIdea\"']")
        yield from self._asked("write an idea")
        self.table(lambda: self.at.game.decide(act.Pass(self.state.turn)))
        self.at.clear_board()
        self.page.wait_for_function("() => !document.querySelector('main form')")
        yield "waiting for the others"

    def _asked(self, name: str) -> Iterator[str]:
        """Choose the first of what is asked, until all is chosen."""
        for n in range(1, 9):
            if self.page.locator("main form").count():
                yield f"{name}, to write"
                return
            yield f"{name}, asked {n}"
            press(self.page, "ul.plain button >> nth=0")

    def _together(self) -> Iterator[str]:
        game = self.at.game
        card = self.state.idea_hands[0][0]
        self.table(lambda: game.do(act.CallEstimates(card, "citizen")))
        self.shows(".numbers")
        self.page.click(".numbers button >> nth=3")
        self.shows('.numbers [aria-pressed="true"]')
        yield "poker"
        for seat in self.state.poker.missing:
            self.table(lambda seat=seat: game.do(act.GiveEstimate(seat, seat)))
        self.page.wait_for_function("() => !document.querySelector('.numbers')")
        yield "poker, turned"
        self.table(lambda: game.do(act.CloseEstimates()))
        self.table(lambda: game.begin_writing("risks", 180))
        self.shows("#sheet")
        for text in ("Ingen fortalte borgerne om det", "Vi målte det aldrig " * 4):
            self.page.fill("#sheet", text)
            self.page.click("main form button")
            self.shows(f"main li:has-text('{text[:19]}')")
        yield "silent writing"
        self.table(game.session.end_writing)
        options = ["En rampe", "Bedre skilte ved indgangen til borgerservice, også på engelsk"]
        self.table(lambda: game.session.begin_vote("Hvad skal vi tale om?", options, 3))
        self.shows(".two")
        self.page.click("main .two button >> nth=1")
        self.shows("text=●")
        yield "vote"
        self.table(game.session.end_vote)
        self.page.evaluate("notify('Bordet har sagt noget, som fylder mere end en enkelt linje.')")
        yield "told"
        self.page.context.set_offline(True)
        self.shows("#line:visible")
        yield "the connection is lost"
        self.page.context.set_offline(False)


def the_debrief(page: Page, at: Hall) -> Iterator[str]:
    """How it feels, what is talked about, and the register of what a seat owns."""
    owners = [b.owner for idea in at.game.state.ideas for _, b in idea.claims()]
    seat = next(owner for owner in owners if owner is not None)
    me = come_in(page, at, "Ane")
    at.at_table(lambda: at.room.seat(me, seat))
    at.at_table(lambda: at.flow.debrief(at.game.session))
    page.wait_for_selector("#word")
    yield "how it feels"
    page.click("label[for=mood4]")
    page.click("main form button.main")
    page.wait_for_function("() => !document.querySelector('#word')")
    yield "how it feels, said"
    at.at_table(lambda: _turn_to(at, QuestionsPage))
    page.wait_for_selector("main h1 + p + ul")
    yield "what is talked about"
    at.at_table(lambda: _turn_to(at, FillPage))
    page.wait_for_selector("main details")
    yield "the register"


def _turn_to(at: Hall, kind: type) -> None:
    debrief = at.flow.app.top
    assert isinstance(debrief, DebriefScreen)
    debrief.at = next(n for n, page in enumerate(debrief.pages) if isinstance(page, kind))
    debrief.refresh()


def prepared(at: Hall) -> None:
    """Play to the third round, with something that everybody owns."""

    def play() -> None:
        wish = staging.by("method")
        staging.play(at.game.session, wish, lambda s: s.round == 3 and s.step == "turn")

    at.at_table(play)
    at.clear_board()


@contextmanager
def table(folder: Path, lang: Lang, *, laid: bool) -> Iterator[Hall]:
    """A table that is being laid, or one in its third round."""
    with hall(folder, 5 if laid else 0, lang) as at:
        if laid:
            prepared(at)
        yield at


def every_page(
    browser: Browser, folder: Path, lang: Lang, scheme: Scheme
) -> Iterator[tuple[str, Page]]:
    """Every page of a phone, with its name."""
    with table(folder / "before", lang, laid=False) as at, phone(browser, lang, scheme) as page:
        for name in before_the_game(page, at):
            yield name, page
    with table(folder / "game", lang, laid=True) as at, phone(browser, lang, scheme) as page:
        for name in Tour(page, at).pages():
            yield name, page
    played = own_project(folder)
    with hall(folder / "own", 0, lang, played) as at, phone(browser, lang, scheme) as page:
        at.at_table(lambda: at.phones.open(IP))
        at.at_table(lambda: at.room.members.clear())  # the same game was looked back on before
        for name in the_debrief(page, at):
            yield name, page


def main() -> None:
    """Take a picture of every page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--lang", default="da", choices=("da", "en"))
    parser.add_argument("--scheme", default="light", choices=("light", "dark"))
    wanted = parser.parse_args()
    wanted.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        os.environ["GEVINST_HOME"] = str(Path(folder, "home"))
        pages = every_page(browser, Path(folder), wanted.lang, wanted.scheme)
        for n, (name, page) in enumerate(pages, 1):
            for width, height in SIZES:
                page.set_viewport_size({"width": width, "height": height})
                file = f"{n:02} {name} {wanted.lang} {wanted.scheme} {width}.png"
                page.screenshot(
                    path=wanted.to / file.replace(" ", "-"), full_page=width == LARGE[0]
                )
            page.set_viewport_size({"width": SMALL[0], "height": SMALL[1]})


if __name__ == "__main__":
    main()
