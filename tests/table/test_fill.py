"""The register is filled in on the screen: one question at a time, each of which can be skipped."""

from __future__ import annotations

import shutil
from pathlib import Path

import pygame
import pytest

from game.engine import TRACKS, Applied
from game.engine import actions as act
from game.i18n import words
from game.report.questions import MOST_BENEFITS, MOST_RISKS, fill_questions, rows_to_fill
from game.report.registers import registers
from game.report.source import open_session
from game.session import SavedSession, Session, read
from game.table.after.debrief.fill import FillPage
from game.table.after.debrief.screen import DebriefScreen
from game.table.parts.discussion.discussion import DiscussionExits
from tests import staging
from tests.onward import onward
from tests.report import sessions
from tests.table.driver import SIZES, Calls, Driver, squeezed

ENTER, TAB = pygame.K_RETURN, pygame.K_TAB


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sessions.own_project(tmp_path_factory.mktemp("own"))


@pytest.fixture
def session(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path))


def filling(path: Path, size=(1280, 720), lang="en") -> tuple[Driver, FillPage]:
    case = staging.case("eget-projekt")
    screen = DebriefScreen(case, SavedSession(path), DiscussionExits(Calls()))
    driver = Driver(screen, size, lang)
    driver.key(pygame.K_6)
    page = screen.pages[screen.at]
    assert isinstance(page, FillPage)
    return driver, page


def entries(path: Path) -> list[tuple[str, str, str]]:
    return [
        (entry.column, entry.content, entry.way)
        for row in read(path).register_entries.values()
        for entry in row.values()
    ]


# ------------------------------------------------------------------ what is asked
def test_what_matters_most_is_asked_and_what_is_known_is_not(session: Path) -> None:
    source = open_session(session, words("en"))
    found = registers(source)
    questions = fill_questions(source, found, rows_to_fill(source, found))
    ids = list(dict.fromkeys(q.id for q in questions))
    benefits = [id for id in ids if id.startswith("G")]
    assert ids == [*benefits, *(id for id in ids if id.startswith("R"))], "risks come last"
    assert len(benefits) <= MOST_BENEFITS
    assert len(ids) - len(benefits) <= MOST_RISKS
    owned = {b.id: bool(b.owner) for b in found.living}
    assert [owned[id] for id in benefits] == sorted((owned[id] for id in benefits), reverse=True)
    for question in questions:
        if question.code == "owner" and owned[question.id]:
            row = next(b for b in found.benefits if b.id == question.id)
            assert question.open == row.owner_is_outside


def test_a_case_is_an_example_and_has_no_register_to_fill(tmp_path: Path) -> None:
    played = staging.whole_game(tmp_path, "method", 3, 4)[0]
    screen = DebriefScreen(staging.case(), played, DiscussionExits(Calls()))
    assert not any(isinstance(page, FillPage) for page in screen.pages)


# ------------------------------------------------------------------ answering
def test_questions_are_answered_by_keys_alone(session: Path) -> None:
    driver, page = filling(session, lang="da")
    first = page.questions(driver.app.t)[0]
    assert (first.code, first.id) == ("method", "G-01")
    driver.tab_to("fill:0:method")
    driver.type("Optælling i systemet")
    driver.key(TAB)
    driver.type("Hver måned")
    driver.key(ENTER)
    assert entries(session) == [
        ("method", "Optælling i systemet", "asked"),
        ("frequency", "Hver måned", "asked"),
    ]
    assert page.at == 1
    assert driver.focus == f"fill:1:{page.questions(driver.app.t)[1].columns[0]}"
    driver.assert_readable()


def test_every_question_can_be_skipped_and_nothing_is_written(session: Path) -> None:
    driver, page = filling(session)
    before, count = session.read_bytes(), len(page.questions(driver.app.t))
    for _ in range(count):
        driver.click("fill-skip")
    assert page.at == count
    assert squeezed(f"{count} questions are left open.") in squeezed(driver.texts)
    assert session.read_bytes() == before
    driver.click("fill-back")
    assert page.at == count - 1


def test_what_cannot_be_read_is_said_and_the_rest_is_kept(session: Path) -> None:
    driver, page = filling(session)
    driver.click("fill-skip")
    assert page.questions(driver.app.t)[1].code == "baseline"
    driver.type("many")
    driver.tab_to("fill:1:baseline_date")
    driver.type("2026-12-01")
    driver.key(ENTER)
    assert page.at == 1
    assert squeezed("“many” is not a number; write one in figures.") in squeezed(driver.texts)
    assert entries(session) == [("baseline_date", "2026-12-01", "asked")]
    driver.click("fill:1:baseline")
    driver.key(pygame.K_a, mod=pygame.KMOD_CTRL)
    driver.type(f"12.5 {page.questions(driver.app.t)[1].unit}")
    driver.key(ENTER)
    assert ("baseline", "12.5", "asked") in entries(session)
    assert page.at == 2


def test_going_back_shows_what_was_answered_and_saving_it_again_writes_nothing(
    session: Path,
) -> None:
    driver, page = filling(session)
    driver.click("fill:0:method")
    driver.type("Counted")
    driver.click("fill-save")
    driver.click("fill-back")
    assert page.at == 0
    assert page.answers(driver.app.t, page.questions(driver.app.t)[0]).values["method"] == "Counted"
    before = session.read_bytes()
    driver.click("fill-save")
    assert session.read_bytes() == before


def test_what_is_asked_stays_though_other_benefits_matter_more_by_now(tmp_path: Path) -> None:
    path = with_many_benefits(tmp_path)
    driver, page = filling(path)
    t, discussion = driver.app.t, page.discussion
    before = page.questions(t)
    asked = {question.row for question in before}
    last = max(n for n, question in enumerate(before) if question.row[0] == "benefit")
    for _ in range(last):
        driver.click("fill-skip")
    driver.type("Half an answer")
    known = discussion.registers(t)
    assert known is not None
    others = [("benefit", b.idea, b.track, None) for b in known[1].living]
    other = next(row for row in others if row not in asked)
    assert discussion.add(lambda: discussion.additions.fill(other, "owner_name", "Per", "imported"))
    driver.look(1)
    after = page.questions(t)
    assert [(q.row, q.code) for q in after] == [(q.row, q.code) for q in before]
    assert "Half an answer" in page.answers(t, after[page.at]).values.values()


def with_many_benefits(folder: Path) -> Path:
    """An own project with more benefits than are asked about."""
    played = Session.create(staging.case("eget-projekt"), staging.seats(4), 3, folder, lang="en")
    written = 0
    while written <= MOST_BENEFITS:
        state = played.state
        free = ((i, t) for i in state.ideas for t in TRACKS if i.benefit(t) is None)
        idea, track = next(free, (None, None))
        if state.step != "turn" or not state.actions:
            action = onward(state)
        elif len(state.ideas) < 2:
            action = act.WriteIdea(state.turn, f"Idea {len(state.ideas)}", "citizen", "service", 3)
        else:
            action = act.WriteBenefit(state.turn, f"Benefit {written}", track, idea.id, 3)
        written += isinstance(played.do(action), Applied) and isinstance(action, act.WriteBenefit)
    played.close()
    return played.path


def test_leaving_the_page_saves_what_stands_in_the_fields(session: Path) -> None:
    driver, _ = filling(session)
    driver.click("fill:0:method")
    driver.type("Counted")
    driver.key(pygame.K_PAGEDOWN)
    assert entries(session) == [("method", "Counted", "asked")]


def test_with_names_hidden_nothing_that_is_hidden_is_written_back(session: Path) -> None:
    saved = SavedSession(session)
    driver, page = filling(session)
    question = page.questions(driver.app.t)[0]
    saved.fill(question.row, "measurer", "Ane-Marie Ærø", "asked")
    driver, page = filling(session)
    driver.key(pygame.K_h)
    assert "Ærø" not in " ".join(driver.texts)
    driver.click("fill:0:method")
    driver.type("Counted")
    driver.click("fill-save")
    assert ("measurer", "Ane-Marie Ærø", "asked") in entries(session)


@pytest.mark.parametrize("size", SIZES)
def test_every_question_is_readable(session: Path, size) -> None:
    driver, page = filling(session, size, "da")
    for _ in page.questions(driver.app.t):
        driver.assert_readable()
        driver.click("fill-skip")
    driver.assert_readable()
