"""The list of saved games: searched, narrowed down, and given tags, by mouse and by keyboard."""

from __future__ import annotations

import shutil
from pathlib import Path

import pygame
import pytest

from game.engine import Applied
from game.engine import actions as act
from game.gui.dialogs.modal import Question
from game.session import read
from game.table.after.replay.choose import ChooseSessionScreen
from game.table.after.replay.narrow_dialog import NarrowDialog
from game.table.after.replay.tags_dialog import TagsDialog
from game.table.flow.main import Flow
from tests import staging
from tests.session.freezing import FOLDER
from tests.table.driver import Driver


@pytest.fixture
def games(tmp_path: Path) -> Path:
    """A game that is over, an own project that is over, and two under way, one with tags."""
    folder = tmp_path / "games"
    folder.mkdir()
    shutil.copy(FOLDER / "format-2-whole-game.jsonl", folder / "2026-10-29-pas-1300.jsonl")
    shutil.copy(FOLDER / "format-2-own-project.jsonl", folder / "2026-11-03-eget-1300.jsonl")
    for count, tags in ((2, ()), (3, ("Forår 2027",))):
        session = staging.begin(folder, count, count)
        session.tag(tags)
        session.close()
    return folder


@pytest.fixture
def driver(games: Path) -> Driver:
    """The list of these games."""
    driver = Driver()
    flow = Flow(driver.app, games)
    flow.start()
    driver.click("replay")
    for _ in range(20):
        driver.look()
    assert len(listed(driver).rows) == 4
    return driver


def listed(driver: Driver) -> ChooseSessionScreen:
    screen = driver.app.top
    assert isinstance(screen, ChooseSessionScreen)
    return screen


def seats(driver: Driver) -> list[int]:
    """How many sit at each of the games that are shown."""
    return sorted(len(row.found.seats) for row in listed(driver).shown_rows)


def choose(driver: Driver, facet: str, n: int) -> None:
    """Narrow the list down by the n-th that can be chosen; the first takes it back."""
    driver.click(f"narrow-{facet}")
    driver.click(f"option-{n}")
    driver.look()


def test_a_verdict_on_an_own_project_says_that_it_is_one_on_play(driver: Driver) -> None:
    driver.look()
    ended = {row.found.own_project for row in listed(driver).rows if row.found.over}
    assert ended == {False, True}
    assert driver.texts.count("I spillet: ") + driver.texts.count("In play: ") == 1


# ------------------------------------------------------------------ finding
def test_who_took_a_seat_over_is_named_and_found(driver: Driver, games: Path) -> None:
    session = staging.begin(games, 2, 5)
    before = session.state.seats[1].name
    assert isinstance(session.do(act.Replace(1, "Mette Skov")), Applied)
    session.close()
    Flow(driver.app, games).start()
    driver.click("replay")
    for _ in range(20):
        driver.look()
    driver.key(pygame.K_f, mod=pygame.KMOD_CTRL)
    driver.type("mette")
    driver.look()
    assert seats(driver) == [2]
    assert f"Mette Skov; before: {before}" in driver.texts


def test_words_are_searched_while_they_are_written(driver: Driver) -> None:
    driver.key(pygame.K_f, mod=pygame.KMOD_CTRL)
    driver.type("cecilie")
    driver.look()
    assert seats(driver) == [3]
    assert "1 of 4 games" in driver.texts
    driver.type(" forår")
    driver.look()
    assert seats(driver) == [3]
    driver.type("x")
    driver.look()
    assert seats(driver) == []
    assert "No game matches that. Search for fewer words." in driver.texts
    assert listed(driver).ui.focus == "search"


def test_an_empty_list_names_what_narrows_it_and_nothing_else(driver: Driver) -> None:
    choose(driver, "tag", 1)
    driver.tab_to("standing")
    for _ in range(3):
        driver.key(pygame.K_RIGHT)
        driver.look()
    assert seats(driver) == []
    assert "No game matches that. Choose “All”, “Any tag”." in driver.texts


def test_enter_opens_what_was_found(driver: Driver) -> None:
    driver.key(pygame.K_f, mod=pygame.KMOD_CTRL)
    driver.type("cecilie")
    driver.look()
    driver.tab_to("game-0")
    driver.key(pygame.K_RETURN)
    driver.look()
    assert not isinstance(driver.app.top, ChooseSessionScreen)


@pytest.mark.parametrize(
    ("steps", "count"), [(1, 2), (2, 2), (3, 1)], ids=["under way", "over", "own projects"]
)
def test_it_is_narrowed_down_by_how_far_games_are(driver: Driver, steps: int, count: int) -> None:
    driver.tab_to("standing")
    for _ in range(steps):
        driver.key(pygame.K_RIGHT)
        driver.look()
    assert len(listed(driver).shown_rows) == count


def test_a_tag_is_chosen_and_the_choice_taken_back(driver: Driver) -> None:
    choose(driver, "tag", 1)
    assert seats(driver) == [3]
    assert "Forår 2027" in driver.texts
    choose(driver, "tag", 0)
    assert len(seats(driver)) == 4


def test_a_case_a_verdict_and_a_month_are_chosen_by_keyboard(driver: Driver) -> None:
    driver.tab_to("narrow-case")
    driver.key(pygame.K_RETURN)
    assert "In which month?" not in driver.texts
    driver.key(pygame.K_DOWN)
    driver.key(pygame.K_RETURN)
    driver.look()
    assert len({row.found.title_en for row in listed(driver).shown_rows}) == 1
    choose(driver, "month", 1)
    latest = {row.found.begun_at.strftime("%Y-%m") for row in listed(driver).shown_rows}
    assert len(latest) == 1
    choose(driver, "case", 0)
    choose(driver, "month", 0)
    choose(driver, "ending", 1)
    assert len({row.found.verdict for row in listed(driver).shown_rows} - {None}) == 1


def test_what_can_be_chosen_is_what_the_rest_leaves(driver: Driver) -> None:
    choose(driver, "tag", 1)
    driver.click("narrow-ending")
    dialog = driver.app.top
    assert isinstance(dialog, NarrowDialog)
    assert dialog.options == (None,)
    driver.key(pygame.K_ESCAPE)
    assert seats(driver) == [3]


# ------------------------------------------------------------------ tags
def row_of(driver: Driver, count: int) -> int:
    """Where the game with so many seats stands in the list."""
    rows = listed(driver).shown_rows
    return next(n for n, row in enumerate(rows) if len(row.found.seats) == count)


def test_a_game_is_given_tags_and_keeps_its_place(driver: Driver) -> None:
    at = row_of(driver, 2)
    path = listed(driver).shown_rows[at].found.path
    driver.click(f"tags-{at}")
    assert isinstance(driver.app.top, TagsDialog)
    driver.type("  byg og   miljø")
    driver.key(pygame.K_RETURN)
    driver.click("known-0")
    driver.click("tag")
    driver.type("prøve")
    driver.click("yes")
    assert read(path).tags == ("byg og miljø", "Forår 2027", "prøve")
    assert row_of(driver, 2) == at
    assert listed(driver).shown_rows[at].found.tags == ("byg og miljø", "Forår 2027", "prøve")


def test_commas_stand_between_tags(driver: Driver) -> None:
    at = row_of(driver, 2)
    path = listed(driver).shown_rows[at].found.path
    driver.click(f"tags-{at}")
    driver.type("kick-off, forår  2028,,")
    driver.click("yes")
    assert read(path).tags == ("kick-off", "forår 2028")


@pytest.mark.parametrize("saves", [True, False])
def test_tags_that_are_not_saved_are_asked_about(driver: Driver, saves: bool) -> None:
    at = row_of(driver, 2)
    path = listed(driver).shown_rows[at].found.path
    driver.click(f"tags-{at}")
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.app.top, ChooseSessionScreen)  # nothing was changed
    driver.click(f"tags-{at}")
    driver.type("prøve")
    driver.key(pygame.K_RETURN)
    driver.type("byg")
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.app.top, TagsDialog)  # the field is left first
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.app.top, Question)
    driver.key(pygame.K_ESCAPE)
    assert isinstance(driver.app.top, TagsDialog)
    driver.key(pygame.K_ESCAPE)
    driver.look()
    driver.click("yes" if saves else "no")
    if saves:
        driver.look()
        driver.click("yes")
    assert isinstance(driver.app.top, ChooseSessionScreen)
    assert read(path).tags == (("prøve", "byg") if saves else ())


def test_a_tag_is_taken_away_and_no_filter_is_left_behind(driver: Driver) -> None:
    choose(driver, "tag", 1)
    path = listed(driver).shown_rows[0].found.path
    driver.click("tags-0")
    driver.click("own-0")
    driver.click("yes")
    assert read(path).tags == ()
    assert len(listed(driver).shown_rows) == 4
    assert listed(driver).filter.shows_all


def test_a_tag_is_there_once_and_there_are_at_most_twelve(driver: Driver) -> None:
    driver.click(f"tags-{row_of(driver, 3)}")
    dialog = driver.app.top
    assert isinstance(dialog, TagsDialog)
    driver.type("FORÅR 2027")
    driver.key(pygame.K_RETURN)
    assert dialog.tags == ["Forår 2027"]
    for n in range(12):
        driver.type(f"tag {n}")
        driver.key(pygame.K_RETURN)
        driver.look()
    assert len(dialog.tags) == 12
    assert "A game can have 12 tags" in driver.texts
    driver.click("yes")  # what has no room is not left out without a word
    assert driver.app.top is dialog
    assert dialog.text == "tag 11"
    driver.click("own-0")
    driver.click("yes")
    assert isinstance(driver.app.top, ChooseSessionScreen)
    assert dialog.tags[-1] == "tag 11"


def test_what_cannot_be_saved_is_told_and_can_be_tried_again(driver: Driver) -> None:
    at = row_of(driver, 2)
    path = listed(driver).shown_rows[at].found.path
    driver.click(f"tags-{at}")
    driver.type("prøve")
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:-2], b"junk\n", b"junk\n"]))
    driver.click("yes")
    assert isinstance(driver.app.top, TagsDialog)
    path.write_bytes(b"".join(lines))
    driver.click("yes")
    assert read(path).tags == ("prøve",)


def test_a_session_of_an_older_format_stays_as_it_is(driver: Driver, games: Path) -> None:
    old = games / "2026-10-29-pas-1300.jsonl"
    before = old.read_bytes()
    rows = listed(driver).shown_rows
    at = next(n for n, row in enumerate(rows) if row.found.path == old)
    driver.click(f"tags-{at}")
    driver.type("prøve")
    driver.click("yes")
    assert old.read_bytes() == before
    new = listed(driver).shown_rows[at].found.path
    assert new != old
    assert read(new).tags == ("prøve",)


# ------------------------------------------------------------------ what is no game
def test_a_file_that_cannot_be_read_is_named_with_the_reason(driver: Driver, games: Path) -> None:
    spoilt = games / "2027-01-05-pas-0900.jsonl"
    spoilt.write_bytes(b"x" + (games / "2026-10-29-pas-1300.jsonl").read_bytes())
    driver.key(pygame.K_ESCAPE)
    driver.click("replay")
    for _ in range(20):
        driver.look()
    assert len(listed(driver).rows) == 4
    driver.click("unreadable")
    assert spoilt.name in driver.texts
    assert "its beginning is damaged" in driver.texts


# ------------------------------------------------------------------ again
def test_a_second_look_reads_no_file(
    driver: Driver, games: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(path: Path) -> None:
        raise AssertionError(path)

    monkeypatch.setattr("game.session.index.summary_to_keep", never)
    driver.key(pygame.K_ESCAPE)
    driver.click("replay")
    for _ in range(20):
        driver.look()
    assert len(listed(driver).rows) == 4
