"""From the start screen to a replay and on: the list of games, what if, two games side by side."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import pygame
import pytest

from game.content import parse
from game.gui.dialogs.modal import Question
from game.i18n import Lang, words
from game.i18n.when import when
from game.resources import copies_folder
from game.session import SavedSession, Session, read, session_summaries
from game.session.splitting import hash_of
from game.table.after.debrief.compare import CompareScreen
from game.table.after.debrief.screen import DebriefScreen
from game.table.after.replay.choose import ChooseSessionScreen
from game.table.after.replay.screen import ReplayScreen
from game.table.play.table import TableScreen
from game.table.setup.problems import ProblemsScreen
from game.wording import terms
from tests import staging
from tests.session import newer
from tests.session.lines import altered
from tests.table.driver import Driver
from tests.table.watching import copied, recorded, started


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return recorded(tmp_path_factory.mktemp("recorded"))


@pytest.fixture
def folder(file: Path, tmp_path: Path) -> Path:
    copied(file, tmp_path)
    return tmp_path


def replayed(driver: Driver) -> ReplayScreen:
    driver.look()
    driver.look()
    screen = driver.app.top
    assert isinstance(screen, ReplayScreen)
    return screen


# ------------------------------------------------------------------ the list
def test_from_the_start_screen_to_a_replay_and_back(folder: Path) -> None:
    driver, _ = started(folder)
    start = driver.app.top
    driver.click("replay")
    assert isinstance(driver.app.top, ChooseSessionScreen)
    seen = driver.texts
    assert "Ticket 84" in seen
    assert "1 game" in seen
    assert "Ane, Bo, Cecilie, Dorthe" in seen
    driver.key(pygame.K_RETURN)
    replayed(driver)
    driver.key(pygame.K_ESCAPE)
    driver.click("leave")
    assert isinstance(driver.app.top, ChooseSessionScreen)
    driver.key(pygame.K_ESCAPE)
    assert driver.app.top is start


def test_the_list_tells_the_verdict_or_how_far_it_came(folder: Path) -> None:
    (verdict,) = (found.verdict for found in session_summaries(folder) if found.verdict)
    staging.begin(folder, 2, 9).close()
    driver, _ = started(folder)
    driver.click("replay")
    seen = driver.texts
    assert "2 games" in seen
    assert "Round 1" in seen
    assert terms.verdict(driver.app.t, verdict) in seen


def test_the_list_tells_its_name_and_when_it_was_played(folder: Path) -> None:
    long_ago = Path(__file__).parents[1] / "sessions" / "format-2-whole-game.jsonl"
    next(folder.glob("*.jsonl")).unlink()
    path = copied(long_ago, folder)
    SavedSession(path).note(3, "Weeks later")
    began = datetime.fromisoformat(read(path).header.created).timestamp()
    driver, _ = started(folder)
    driver.click("replay")
    assert "format-2-whole-game" in driver.texts
    assert when(driver.app.t, began, time.time()) in driver.texts


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    driver, _ = started(tmp_path)
    driver.click("replay")
    assert "There is no saved game here yet." in driver.texts
    driver.assert_readable()


def listed(driver: Driver) -> ChooseSessionScreen:
    driver.look()
    screen = driver.app.top
    assert isinstance(screen, ChooseSessionScreen)
    return screen


def told(driver: Driver) -> str:
    return driver.texts.replace("\n", " ")


def test_a_file_from_a_colleague_is_one_game_wherever_it_is_opened(
    file: Path, tmp_path: Path
) -> None:
    games, path = tmp_path / "games", copied(file, tmp_path / "mail")
    driver, flow = started(games)
    driver.click("replay")
    driver.look()
    assert "drop it on this window" in told(driver)
    assert driver.focus == "open"
    driver.post(pygame.DROPFILE, file=str(path))
    screen = replayed(driver)
    assert f"What you add is written into mail › {path.name}" in told(driver)
    assert screen._add("from the dropped file", True)
    screen.exits.leave()
    (row,) = listed(driver).rows
    assert row.found.path == path
    assert "in mail" in driver.texts.replace(f"{tmp_path.name} › ", "")
    flow.start()
    driver.click("replay")
    listed(driver)
    driver.key(pygame.K_RETURN)
    assert replayed(driver)._add("from the list", True)
    notes = [note.text for note in read(path).notes]
    assert notes[-2:] == ["from the dropped file", "from the list"]
    (copy,) = copies_folder(games).glob("*.jsonl")
    assert copy.read_bytes() == path.read_bytes()
    path.unlink()
    flow.start()
    driver.click("replay")
    (row,) = listed(driver).rows
    assert row.found.path == copy
    assert "only the copy has it all" in driver.texts
    driver.key(pygame.K_RETURN)
    screen = replayed(driver)
    assert "This is the copy of the game" in told(driver)
    assert screen._add("after it was lost", True)
    assert screen.recording.log.path.parent == games
    assert read(screen.recording.log.path).notes[-1].text == "after it was lost"


def test_a_game_is_opened_by_its_path_and_other_files_as_elsewhere(
    file: Path, tmp_path: Path
) -> None:
    path = copied(file, tmp_path / "mail")
    case = tmp_path / "case.toml"
    case.write_text("title = 1")
    driver, _ = started(tmp_path / "games")
    for given, opened in ((path, ReplayScreen), (case, ProblemsScreen)):
        driver.click("replay")
        driver.look()
        driver.click("open")
        driver.type(str(given))
        driver.key(pygame.K_RETURN)
        driver.look()
        assert isinstance(driver.app.top, opened)
        driver.app.pop()
        driver.app.pop()


def test_a_game_from_a_moment_of_another_tells_when_it_was_begun_itself(
    folder: Path, file: Path
) -> None:
    driver, flow = started(folder)
    flow.replay(folder / file.name, step=45)
    replayed(driver)
    driver.click("branch")
    driver.click("yes")
    driver.look()
    flow.start()
    driver.look()
    created = read(folder / file.name).header.created
    origin = when(driver.app.t, datetime.fromisoformat(created).timestamp(), time.time())
    line = f"from step 45 of the game begun {origin}"
    assert line in told(driver)
    driver.click("replay")
    branch, first = listed(driver).rows
    assert branch.found.branch is not None
    assert (branch.found.branch.step, first.found.branch) == (45, None)
    assert abs(branch.found.begun_at.timestamp() - time.time()) < 3600
    assert line in told(driver)


def test_a_thousand_games_are_listed_without_waiting(file: Path, tmp_path: Path) -> None:
    content = file.read_bytes()
    for n in range(1000):
        (tmp_path / f"{n:04}.jsonl").write_bytes(content)
    driver, flow = started(tmp_path)
    flow.replays()
    driver.look()
    for _ in range(2000):
        driver.app.advance(0.02)
    assert "1000 games" in driver.texts
    driver.key(pygame.K_END)
    driver.look()
    assert driver.focus == "game-999"
    driver.assert_readable()


def test_a_file_that_is_no_session_is_not_listed(folder: Path) -> None:
    (folder / "notes.jsonl").write_text("{}\n")
    driver, _ = started(folder)
    driver.click("replay")
    assert "1 game" in driver.texts


# ------------------------------------------------------------------ opening at a moment
def test_it_opens_at_an_entry_or_at_a_step(folder: Path, file: Path) -> None:
    path = folder / file.name
    driver, flow = started(folder)
    flow.replay(path, 20)
    assert replayed(driver).player.entry == 20
    flow.replay(path, step=7)
    assert replayed(driver).player.at == 7


# ------------------------------------------------------------------ what if
def test_a_new_game_goes_on_from_any_step(folder: Path, file: Path) -> None:
    path = folder / file.name
    before = path.read_bytes()
    driver, flow = started(folder)
    flow.replay(path, step=45)
    screen = replayed(driver)
    state, entry = screen.view.state, screen.player.entry
    driver.click("branch")
    driver.click("yes")
    driver.look()
    assert isinstance(driver.app.screens[0], TableScreen)
    assert flow.game is not None
    assert flow.game.state == state
    assert path.read_bytes() == before
    branch = read(flow.game.session.path)
    assert branch.header.origin is not None
    assert (branch.header.origin.file, branch.header.origin.entry) == (path.name, entry)
    flow.close()


def test_where_it_cannot_go_on_it_says_why_and_from_where_it_can(folder: Path, file: Path) -> None:
    path = folder / file.name
    raw = read(path)
    decision = raw.history[60]
    driver, flow = started(folder)
    flow.replay(path, step=90)
    replayed(driver)
    altered(path, decision.n + 1, digest="0" * 16)  # by another program, meanwhile
    driver.click("branch")
    driver.click("yes")
    assert isinstance(driver.app.top, Question)
    assert "From step 61 on" in driver.texts.replace("\n", " ")
    driver.click("yes")
    driver.look()
    assert flow.game is not None
    assert len(flow.game.session.history) == 60
    flow.close()


def test_of_an_altered_game_no_screen_tells_more_than_what_stands_before(
    folder: Path, file: Path
) -> None:
    path = folder / file.name
    decision = read(path).history[60]
    altered(path, decision.n + 1, digest="0" * 16)
    driver, flow = started(folder)
    flow.replay(path, step=90)
    replay = replayed(driver)
    assert len(replay.recording.steps) == 61
    assert "decided again" in driver.texts
    flow._replays.debrief(replay)
    driver.look()
    assert len(flow.app.top.discussion.log.history) == 60
    driver.app.pop()
    flow._replays.follow_up(replay)
    driver.look()
    flow.close()


@pytest.mark.parametrize("lang", ["en", "da"])
def test_a_game_of_a_newer_version_is_said_to_be_one(folder: Path, file: Path, lang: Lang) -> None:
    path = folder / file.name
    newer.from_the_future(path)
    driver, flow = started(folder)
    flow.app.set_language(lang)
    flow.playing.go_on(path)
    driver.look()
    assert isinstance(driver.app.top, Question)
    said = driver.texts.replace("\n", " ")
    assert words(lang)("This game was saved by a newer version") in said
    driver.click("yes")
    driver.look()
    assert flow.game is not None
    assert len(flow.game.session.history) == len(read(path).history)
    flow.close()


def test_a_game_by_newer_rules_is_looked_at_and_not_gone_on_with(folder: Path, file: Path) -> None:
    path = folder / file.name
    newer.newer_rules(path)
    driver, flow = started(folder)
    flow.playing.go_on(path)
    driver.look()
    assert "newer version" in driver.texts.replace("\n", " ")
    assert flow.game is None
    flow.replay(path, step=9)
    replayed(driver)
    assert "Saved by a newer version" in driver.texts.replace("\n", " ")
    driver.click("branch")
    driver.click("yes")
    assert flow.game is None
    assert "here it can only be looked at" in driver.texts.replace("\n", " ")
    flow.close()


def test_a_case_that_can_no_longer_be_played_says_so(folder: Path, file: Path) -> None:
    path = folder / file.name
    refused = "title = 3"
    altered(path, 1, scenario=refused, scenario_hash=hash_of(refused))
    driver, flow = started(folder)
    for go_on in (flow.playing.go_on, partial(flow.playing.branch, entry=3)):
        go_on(path)
        driver.look()
        assert "can no longer be played" in driver.texts.replace("\n", " ")
        assert flow.game is None
    flow.replay(path, step=5)
    replayed(driver)
    driver.click("branch")
    driver.click("yes")
    assert "can no longer be played" in driver.texts
    assert isinstance(driver.app.top, ReplayScreen)


# ------------------------------------------------------------------ side by side
def test_games_of_the_same_case_are_offered_for_comparison(folder: Path, file: Path) -> None:
    path = folder / file.name
    Session.branch(path, 30, parse, folder).close()
    staging.begin(folder, 3, 8).close()
    alien = Path(__file__).parents[1] / "sessions" / "format-1-unfinished.jsonl"
    (folder / "another-case.jsonl").write_bytes(alien.read_bytes())
    driver, flow = started(folder)
    flow.replay(path)
    replay = replayed(driver)
    driver.key(pygame.K_F10)
    driver.click("compare")
    for _ in range(50):
        driver.look()
    screen = driver.app.top
    assert isinstance(screen, ChooseSessionScreen)
    assert [row.rank for row in screen.rows] == [0, 1]
    driver.key(pygame.K_RETURN)
    driver.look()
    assert isinstance(driver.app.top, CompareScreen)
    assert "What if" in driver.texts
    driver.app.top.leave()
    assert driver.app.top is replay


def test_without_another_game_the_list_says_why_it_is_empty(folder: Path, file: Path) -> None:
    alien = Path(__file__).parents[1] / "sessions" / "format-1-unfinished.jsonl"
    (folder / "another-case.jsonl").write_bytes(alien.read_bytes())
    driver, flow = started(folder)
    flow.replay(folder / file.name)
    driver.key(pygame.K_F10)
    driver.click("compare")
    for _ in range(20):
        driver.look()
    assert "nothing to compare with" in driver.texts
    assert "no saved game here yet" not in driver.texts


def test_the_debrief_shows_a_moment_at_the_table_and_is_come_back_to(
    folder: Path, file: Path
) -> None:
    driver, flow = started(folder)
    flow.replay(folder / file.name)
    replay = replayed(driver)
    driver.key(pygame.K_F10)
    driver.click("debrief")
    talk = driver.app.top
    assert isinstance(talk, DebriefScreen)
    assert talk.discussion.exits.go_to is not None
    talk.discussion.exits.go_to(40)
    assert driver.app.top is replay
    assert replay.player.entry == 40
    driver.click("debrief")
    assert driver.app.top is talk


def test_a_button_leads_back_to_the_page_that_a_moment_was_shown_from(folder: Path) -> None:
    """From the debrief of a game that was just played, and from one that was looked at again."""
    session = staging.whole_game(folder, "method", 2, 4)[0]
    driver, flow = started(folder)
    flow.debrief(session)
    talk = driver.app.top
    assert isinstance(talk, DebriefScreen)
    talk.discussion.named = False
    at = next(n for n, page in enumerate(talk.pages) if page.moment is not None)
    talk.turn(at)
    driver.click("table")
    replay = driver.app.top
    assert isinstance(replay, ReplayScreen)
    assert replay.view.nameless, "names that the debrief hides stay hidden"
    driver.click("debrief")
    assert (driver.app.top, talk.at) == (talk, at)
    driver.click("table")
    driver.key(pygame.K_F10)
    driver.click("debrief")
    assert (driver.app.top, talk.at) == (talk, at), "the menu leads to the same page"


def test_a_debrief_begins_where_it_was_left(folder: Path) -> None:
    """Opened again from the result, and from the replay of the game."""
    session = staging.whole_game(folder, "method", 2, 4)[0]
    driver, flow = started(folder)
    flow.debrief(session)
    talk = driver.app.top
    assert isinstance(talk, DebriefScreen)
    driver.click("names")
    assert not talk.discussion.named
    for key in (pygame.K_4, pygame.K_PAGEDOWN, pygame.K_ESCAPE):
        driver.key(key)
    assert driver.app.top is not talk
    flow.debrief(session)
    again = driver.app.top
    assert isinstance(again, DebriefScreen)
    assert not again.discussion.named, "a projector shows no name that was hidden"
    assert again is not talk
    assert again.place == talk.place != again.pages[0]
    assert again.phase == "relate"
    driver.key(pygame.K_6, pygame.K_ESCAPE)
    flow.replay(session.path)
    driver.click("debrief")
    from_replay = driver.app.top
    assert isinstance(from_replay, DebriefScreen)
    assert from_replay.phase == "next"


def test_names_that_are_hidden_stay_hidden_in_the_debrief(folder: Path, file: Path) -> None:
    driver, flow = started(folder)
    flow.replay(folder / file.name)
    replay = replayed(driver)
    replay.hide_names(True)
    driver.key(pygame.K_F10)
    driver.click("debrief")
    assert "Cecilie" not in driver.texts


# ------------------------------------------------------------------ what is added
def test_a_note_of_the_replay_goes_to_the_second_copy_too(folder: Path, file: Path) -> None:
    driver, flow = started(folder)
    path = folder / file.name
    flow.replay(path, 20)
    replayed(driver)
    driver.key(pygame.K_b)
    driver.click("yes")
    assert (copies_folder(folder) / path.name).read_bytes() == path.read_bytes()
    assert path.stat().st_size > file.stat().st_size


def test_a_saved_game_leads_to_its_debrief_without_the_menu(folder: Path) -> None:
    staging.whole_game(folder, "method", 2, 4)
    driver, _ = started(folder)
    driver.click("replay")
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.app.top, ReplayScreen)
    driver.assert_readable()
    driver.click("debrief")
    talk = driver.app.top
    assert isinstance(talk, DebriefScreen)
    assert talk.discussion.exits.go_to is not None
    talk.discussion.exits.go_to(40)
    assert "Back to the debrief" in driver.texts
    driver.click("debrief")
    talk.discussion.exits.leave()
    assert isinstance(driver.app.top, ReplayScreen)
    assert "Back to the debrief" not in driver.texts


@pytest.mark.parametrize(
    ("wrap", "why"),
    [
        (lambda data: b"\xef\xbb\xbf" + data, "was saved by another program"),
        (gzip.compress, "is an archive"),
        (lambda data: data.replace(b"\n", b"?\n", 3), "is damaged where nothing is missing"),
    ],
)
def test_a_file_that_stays_as_it_is_says_why_and_which_file_has_what_is_added(
    file: Path, tmp_path: Path, wrap: Callable[[bytes], bytes], why: str
) -> None:
    path = copied(file, tmp_path / "mail")
    path.write_bytes(wrap(path.read_bytes()))
    before = path.read_bytes()
    driver, flow = started(tmp_path / "games")
    flow.replay(path)
    screen = replayed(driver)
    said = told(driver)
    assert why in said
    assert "goes into a new file beside it" in said
    assert "is written into" not in said
    screen.write_note()
    driver.look()
    driver.app.top.text = "hello"
    driver.app.top._save()
    assert path.read_bytes() == before
    new = screen.recording.log.path
    assert f"From now on use {new.name}." in told(driver)
    assert [note.text for note in read(new).notes] == ["hello"]
    flow.close()
