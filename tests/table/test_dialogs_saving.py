"""When saving fails: nothing is lost, and there are ways on."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.engine import actions as act
from game.session import SaveError, read
from game.session.store import Store
from game.table.play.dialogs import save_error
from game.table.play.dialogs.ask_poker import AskPoker
from game.table.play.dialogs.bookmark import BookmarkDialog
from game.table.play.dialogs.poker import PokerScreen
from game.table.play.dialogs.save_error import SaveErrorDialog, ask_when_not_saved
from game.table.play.dialogs.silent_writing import SilentWriting
from game.table.play.dialogs.vote_on import voting
from game.table.play.dialogs.write import WriteDialog
from tests.table.sitting import Sitting


class Disk:
    """A disk that is full until it is not."""

    def __init__(self) -> None:
        self.full = False


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Disk:
    """Every append to the first folder fails while the disk is full."""
    disk, append = Disk(), Store.append

    def limited(store: Store, line: bytes) -> None:
        if disk.full and store.path.parent == tmp_path / "first":
            raise SaveError("not_saved", folder=str(store.path.parent), why="No space left")
        append(store, line)

    monkeypatch.setattr(Store, "append", limited)
    monkeypatch.setattr(
        save_error, "fallback_folders", lambda: [tmp_path / "second", tmp_path / "third"]
    )
    return disk


@pytest.fixture
def sitting(tmp_path: Path, disk: Disk) -> Sitting:
    sitting = Sitting(tmp_path / "first")
    ask_when_not_saved(sitting.game)
    disk.full = True
    return sitting


def write_a_card(sitting: Sitting) -> None:
    sitting.open(WriteDialog(sitting.game, sitting.services.drafts))
    sitting.type("En idé på en fuld disk")
    sitting.choose(track=1, kind=1)
    sitting.tab_to("estimate")
    sitting.key(pygame.K_3, text="3")
    sitting.enter()


def test_a_decision_waits_until_there_is_room(sitting: Sitting, disk: Disk) -> None:
    sitting.key(pygame.K_r, text="r")
    assert isinstance(sitting.app.top, SaveErrorDialog)
    assert "No space left" in sitting.texts.replace("\n", " ")
    assert not sitting.game.session.history
    sitting.enter()
    assert isinstance(sitting.app.top, SaveErrorDialog), "still full: it asks again"
    disk.full = False
    sitting.enter()
    assert sitting.decided(act.Rally) == act.Rally(0)
    assert not isinstance(sitting.app.top, SaveErrorDialog)


def test_it_goes_on_somewhere_else(sitting: Sitting, tmp_path: Path) -> None:
    sitting.key(pygame.K_r, text="r")
    assert str(tmp_path / "second") in sitting.texts.replace("\n", "")
    sitting.click("place:0")
    assert sitting.decided(act.Rally) == act.Rally(0)
    assert sitting.game.session.path.parent == tmp_path / "second"
    assert len(read(sitting.game.session.path).history) == 1


def test_a_place_that_fails_too_is_told_and_the_next_is_tried(
    sitting: Sitting, tmp_path: Path
) -> None:
    (tmp_path / "second").write_text("a file where a folder should be")
    sitting.key(pygame.K_r, text="r")
    sitting.click("place:0")
    assert isinstance(sitting.app.top, SaveErrorDialog)
    assert str(tmp_path / "second") in sitting.texts.replace("\n", "")
    sitting.click("place:1")
    assert sitting.game.session.path.parent == tmp_path / "third"
    assert sitting.decided(act.Rally) == act.Rally(0)


def test_what_was_written_is_not_lost(sitting: Sitting, disk: Disk) -> None:
    write_a_card(sitting)
    assert isinstance(sitting.app.top, SaveErrorDialog)
    disk.full = False
    sitting.enter()
    assert sitting.decided(act.WriteIdea).name == "En idé på en fuld disk"


def test_it_may_be_left(sitting: Sitting) -> None:
    before = sitting.game.state
    sitting.key(pygame.K_r, text="r")
    sitting.click("leave")
    assert sitting.game.state is before
    assert not isinstance(sitting.app.top, SaveErrorDialog)


def test_a_bookmark_waits_too(sitting: Sitting, disk: Disk) -> None:
    sitting.open(BookmarkDialog(sitting.game))
    sitting.type("Husk det her")
    sitting.enter()
    assert isinstance(sitting.app.top, SaveErrorDialog)
    disk.full = False
    sitting.enter()
    assert "Husk det her" in str(sitting.game.session.log.records[-1])


def test_what_was_written_is_still_there_when_the_decision_is_left(sitting: Sitting) -> None:
    write_a_card(sitting)
    sitting.click("leave")
    sitting.open(WriteDialog(sitting.game, sitting.services.drafts))
    assert "En idé på en fuld disk" in sitting.texts


# ------------------------------------------------------------------ what follows
@pytest.fixture
def at_work(tmp_path: Path, disk: Disk) -> Sitting:
    """A table on which something lies; the disk is not full yet."""
    sitting = Sitting(tmp_path / "first").working()
    ask_when_not_saved(sitting.game)
    return sitting


def try_again(sitting: Sitting, disk: Disk) -> None:
    """There is room again, and what waits is saved."""
    assert isinstance(sitting.app.top, SaveErrorDialog)
    disk.full = False
    sitting.click("again")
    assert not isinstance(sitting.app.top, SaveErrorDialog)


def test_a_card_that_was_saved_in_the_end_is_no_draft_any_more(
    sitting: Sitting, disk: Disk
) -> None:
    write_a_card(sitting)
    try_again(sitting, disk)
    assert not WriteDialog(sitting.game, sitting.services.drafts).draft.has_words


def test_poker_that_was_called_for_in_the_end_opens(at_work: Sitting, disk: Disk) -> None:
    at_work.open(AskPoker(at_work.game))
    disk.full = True
    at_work.click(f"idea:{at_work.game.state.ideas[1].id}")
    try_again(at_work, disk)
    assert isinstance(at_work.app.top, PokerScreen)
    disk.full = True
    at_work.click("stop")
    at_work.click("yes")
    try_again(at_work, disk)
    assert not isinstance(at_work.app.top, PokerScreen)


def test_a_sheet_that_was_saved_in_the_end_is_not_written_twice(
    at_work: Sitting, disk: Disk
) -> None:
    writing = SilentWriting(at_work.game, print)
    at_work.open(writing)
    disk.full = True
    at_work.click("ask:risks")
    try_again(at_work, disk)
    assert writing.writing is not None
    at_work.tab_to("sheet")
    at_work.type("Ingen læser brevet")
    disk.full = True
    at_work.enter()
    try_again(at_work, disk)
    assert writing.typed == ""
    assert len(writing.writing.sheets) == 1


def test_a_vote_that_was_saved_in_the_end_has_begun(at_work: Sitting, disk: Disk) -> None:
    vote = voting(at_work.game)
    at_work.open(vote)
    disk.full = True
    at_work.click("begin")
    assert vote.vote is None
    try_again(at_work, disk)
    at_work.click("vote-here")
    at_work.tab_to("own:0")
    at_work.key(pygame.K_RIGHT)
    disk.full = True
    at_work.click("lay")
    assert vote.own is not None, "whoever votes here has not got up"
    try_again(at_work, disk)
    assert vote.vote is not None
    assert [sum(dots) for dots in vote.vote.ballots.values()] == [1]
    assert vote.own is None


def test_a_bookmark_that_was_saved_in_the_end_is_told(sitting: Sitting, disk: Disk) -> None:
    sitting.open(BookmarkDialog(sitting.game))
    sitting.enter()
    try_again(sitting, disk)
    assert "Bookmarked." in sitting.texts


# ------------------------------------------------------------------ closing the window
def close(sitting: Sitting) -> None:
    sitting.app.running = True
    sitting.post(pygame.QUIT)


def test_closing_asks_only_while_a_decision_waits(sitting: Sitting, disk: Disk) -> None:
    close(sitting)
    assert not sitting.app.running
    sitting.key(pygame.K_r, text="r")
    close(sitting)
    assert sitting.app.running
    assert "If the table is closed now, it is lost." in sitting.texts.replace("\n", " ")
    sitting.key(pygame.K_ESCAPE)
    disk.full = False
    sitting.enter()
    assert sitting.decided(act.Rally) == act.Rally(0)
    close(sitting)
    assert not sitting.app.running


def test_who_insists_closes_it(sitting: Sitting) -> None:
    sitting.key(pygame.K_r, text="r")
    close(sitting)
    sitting.click("yes")
    assert not sitting.app.running
    close(sitting)
    close(sitting)
    assert not sitting.app.running
