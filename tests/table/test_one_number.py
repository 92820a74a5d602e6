"""What a benefit gave is one number: on every screen, in every file, on its card and in its post.

The game has all that a number may be made of: harvested in full, in part and not at all, followed
up, made up for, taken from a post, and never implemented.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from io import BytesIO, StringIO
from itertools import pairwise

import openpyxl
import pygame
import pytest

from game.content import Case
from game.debrief import BenefitStory, Debrief, debrief
from game.engine import TRACKS, Track
from game.engine import events as ev
from game.engine.lookups import taken
from game.i18n import words
from game.report.files import files_of
from game.session import Session
from game.table.after.debrief.compare import MOST_ROWS, CompareScreen, Side
from game.table.after.debrief.harvest import HarvestPage
from game.table.after.debrief.screen import DebriefScreen
from game.table.after.follow_up.screen import FollowUpScreen
from game.table.parts.discussion.discussion import DiscussionExits
from game.table.parts.discussion.paged_screen import PagedScreen
from game.table.play.game import Game
from game.table.play.result import ResultScreen
from game.views.face_builder import benefit_on_table
from game.wording import terms
from game.wording.case_names import CaseNames
from tests import staging
from tests.table.driver import Calls, Cloth, Driver

T = words("en")
TODAY = date(2027, 3, 14)
DASH = "–"
Key = tuple[str, Track]
"""A benefit or a downside: the letter of its idea, and its track."""
Given = dict[Key, int | None]
NUMBER = re.compile(r"[−-]?\d+|–")


@dataclass(frozen=True)
class Played:
    """A game that is over, with what each benefit gave as its events tell it."""

    session: Session[Case]

    @cached_property
    def debrief(self) -> Debrief:
        return debrief(self.session.log, self.session.case.setup)

    @cached_property
    def stories(self) -> dict[Key, BenefitStory]:
        return {(s.benefit.idea.letter, s.benefit.track): s for s in self.debrief.benefits}

    @cached_property
    def given(self) -> Given:
        found: Given = dict.fromkeys(self.stories)
        letters = {idea.id: idea.letter for idea in self.session.state.ideas}
        happened = [e for step in self.debrief.steps for e in step.events]
        for e in happened:
            if isinstance(e, ev.Harvested) and e.estimate is not None:
                found[letters[e.idea], e.track] = e.points
        for e in happened:
            if isinstance(e, ev.FollowedUp):
                found[letters[e.idea], e.track] = (found[letters[e.idea], e.track] or 0) + 1
        return found

    @cached_property
    def files(self) -> dict[str, bytes]:
        return files_of(self.session.path, T).files


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    case = staging.case("aeldrepleje-besparelse")
    session = staging.begin(tmp_path_factory.mktemp("one-number"), 4, 2, of=case)
    staging.play(session, staging.by("method"), lambda s: False)
    return Played(session)


def test_the_game_has_all_that_a_number_may_be_made_of(played: Played) -> None:
    stories = played.debrief.benefits
    done = [s for s in stories if s.given is not None]
    assert any(s.followed and s.benefit.track == "economy" for s in done)
    assert any(s.downside and s.amends is not None and s.given != s.claimed for s in done)
    assert any(not s.downside and s.harvested != s.claimed for s in done)
    assert any(s.given is None for s in stories)
    assert {s.benefit.track for s in done} == {*TRACKS}


# ------------------------------------------------------------------ read from a screen
def rows(text: str) -> Iterator[tuple[Key, list[str]]]:
    """The rows of a page that begin with the letters of an idea and of a track."""
    tracks = {terms.track_letter(T, track): track for track in TRACKS}
    lines = text.split("\n")
    begins = [
        n
        for n, (line, after) in enumerate(pairwise(lines))
        if re.fullmatch("[A-Z]{1,2}", line) and after in tracks
    ]
    for n, end in pairwise([*begins, len(lines)]):
        yield (lines[n], tracks[lines[n + 1]]), lines[n + 2 : end]


def number(text: str) -> int | None:
    return None if text == DASH else int(text.replace("−", "-"))


def last_number(row: list[str]) -> int | None:
    return number([line for line in row if NUMBER.fullmatch(line)][-1])


def on_pages(screen: PagedScreen, found: Callable[[list[str]], int | None]) -> Given:
    """What is told of each benefit on the pages of a screen that have rows."""
    driver, told = Driver(screen, (1280, 720), "en"), {}
    for at in range(screen.count):
        screen.turn(at)
        driver.look()
        told |= {key: found(row) for key, row in rows(driver.texts)}
    return told


# ------------------------------------------------------------------ the places
def on_the_result(played: Played) -> Given:
    driver = Driver(Cloth(), (1280, 720), "en")
    screen = ResultScreen(Game(driver.app, played.session.case, played.session), *[Calls()] * 4)
    screen.page = "benefits"
    driver.app.push(screen)
    told: Given = {}
    names = {terms.track(T, track): track for track in TRACKS}
    for _ in range(len(played.given)):
        driver.look()
        lines = driver.texts.split("\n")
        begins = [n for n, line in enumerate(lines) if line in names]
        for n, end in pairwise([*begins, len(lines)]):
            figures = [line for line in lines[n:end] if NUMBER.fullmatch(line)]
            if len(figures) >= 2:  # a row at the edge may be cut
                told[lines[n + 1], names[lines[n]]] = number(figures[1])
        driver.key(pygame.K_PAGEDOWN)
    return told


def in_the_debrief(played: Played) -> Given:
    screen = DebriefScreen(played.session.case, played.session, DiscussionExits(Calls()))
    driver, told = Driver(screen, (1280, 720), "en"), {}
    screen.turn(next(n for n, page in enumerate(screen.pages) if isinstance(page, HarvestPage)))
    driver.click("more")
    while isinstance(screen.pages[screen.at], HarvestPage):
        driver.look()
        told |= {key: last_number(row) for key, row in rows(driver.texts)}
        screen.turn(screen.at + 1)
    return told


def at_the_follow_up(played: Played) -> Given:
    screen = FollowUpScreen(played.session.case, played.session, Calls(), today=TODAY)

    def found(row: list[str]) -> int | None:
        told = " ".join(row)
        if "in play" not in told:
            return last_number(row)
        said = re.search(r"in play (−?\d+) points?", told)
        return None if said is None else number(said[1])

    return on_pages(screen, found)


def beside_another(played: Played) -> Given:
    d = played.debrief
    screen = CompareScreen(played.session.case, Side("This", d), Side("That", d), Calls())
    screen.pages = [page for page in screen.pages if "pairs" in getattr(page, "keywords", ())]
    screen.pages = screen.pages[: -(-len(d.benefits) // MOST_ROWS)]

    def found(row: list[str]) -> int | None:
        both = re.findall(r"→ (\S+)", " ".join(row))
        assert len(set(both)) == 1
        return number(both[0])

    return on_pages(screen, found)


def on_the_cards(played: Played) -> Given:
    session = played.session
    names = CaseNames(T, session.case)
    return {
        (idea.letter, track): benefit_on_table(names, session.state, idea, track).given
        for idea in session.state.ideas
        for track, _ in idea.claims()
    }


def in_the_data(played: Played) -> Given:
    index = json.loads(played.files["session.json"])
    by_id = {row["id"]: (row["enabler"][:1], row["track"]) for row in index["benefits"]}
    registered = {by_id[row["id"]]: row["play"]["harvested"] for row in index["benefits"]}
    rows = {by_id[r["id"]]: r["points"] for r in index["play"]["rows"] if r["id"] in by_id}
    assert rows == registered
    return rows


def _by_id(played: Played) -> dict[str, Key]:
    index = json.loads(played.files["session.json"])
    return {row["id"]: (row["enabler"][:1], row["track"]) for row in index["benefits"]}


def in_the_workbook(played: Played) -> Given:
    book = openpyxl.load_workbook(BytesIO(played.files["registers.xlsx"]))
    by_id, told = _by_id(played), []
    for sheet in ("Benefit register", "In play"):
        head, *lines = book[sheet].iter_rows(values_only=True)
        place = head.index("In play: points")
        told.append({by_id[line[0]]: line[place] for line in lines if line[0] in by_id})
    assert told[0] == told[1]
    return told[0]


def in_the_table_for_other_systems(played: Played) -> Given:
    text = played.files["benefits.csv"].decode("utf-8-sig")
    head, *lines = csv.reader(StringIO(text), delimiter=";")
    place, by_id = head.index("In play: points"), _by_id(played)
    return {by_id[line[0]]: int(line[place]) if line[place] else None for line in lines}


def on_the_page(played: Played) -> Given:
    page = played.files["report.html"].decode()
    bars = re.findall(r"(?:claimed|named) (−?\d+), harvested (−?\d+|–)", page)
    stories = [(s.benefit.idea.letter, s.benefit.track) for s in played.debrief.benefits]
    return {key: number(given) for key, (_, given) in zip(stories, bars, strict=True)}


def on_the_map(played: Played) -> Given:
    nodes = json.loads(played.files["session.json"])["map"]["nodes"]
    by_id, told = _by_id(played), {}
    for node in nodes:
        if node["kind"] == "benefit":
            _, arrow, given = node["note"].partition(" → ")
            told[by_id[node["id"]]] = number(given) if arrow else None
    return told


PLACES = (
    on_the_result,
    in_the_debrief,
    at_the_follow_up,
    beside_another,
    on_the_cards,
    in_the_data,
    in_the_workbook,
    in_the_table_for_other_systems,
    on_the_page,
    on_the_map,
)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_what_a_benefit_gave_is_the_same_number(
    place: Callable[[Played], Given], played: Played
) -> None:
    assert place(played) == played.given


def test_a_post_has_given_what_its_benefits_gave(played: Played) -> None:
    state = played.session.state
    ideas = {idea.letter: idea for idea in state.ideas}
    for post in state.setup.posts:
        of_post = [
            given or 0
            for (letter, track), given in played.given.items()
            if track == "economy"
            and (b := ideas[letter].benefit(track)) is not None
            and b.post == post.id
        ]
        assert taken(state, post.id) == sum(max(0, n) for n in of_post)
    assert any(taken(state, post.id) for post in state.setup.posts)


def test_the_way_from_promised_to_there_ends_where_the_tracks_stand(played: Played) -> None:
    way = played.debrief.waterfall
    assert way.claimed + sum(part.points for part in way.parts) == way.reached
    assert way.reached == sum(played.session.state.points)
