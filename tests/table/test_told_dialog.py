"""What was told wrongly after a game is withdrawn in the window, by mouse and by keys."""

from __future__ import annotations

import os
from datetime import date

import pytest

from game.session import ItemDraft, SavedSession, Session, read
from tests.stopping import full_disk
from tests.table.driver import squeezed
from tests.table.following_up import ENTER, ESCAPE, TODAY, Room
from tests.table.windows import in_every_window

LONG = "Og så ringer vi til dem alle. " * 12


@pytest.fixture
def played(method: Session) -> SavedSession:
    method.close()
    saved = SavedSession(method.path)
    saved.outcome(track="citizen", value=61, day=TODAY, by="Dorthe")
    saved.outcome(track="citizen", value=16, day=TODAY, by="Dorthe")
    return saved


def values(played: SavedSession) -> list[float | None]:
    return [outcome.value for outcome in read(played.path).outcomes]


def test_the_one_before_counts_again(played: SavedSession) -> None:
    room = Room(played)
    room.click("told")
    assert squeezed("16%") in squeezed(room.texts)
    room.click("withdraw-0")  # the latest comes first
    assert "Withdraw this?" in room.texts
    room.click("yes")
    assert values(played) == [61]
    assert "Withdrawn: it counts no longer." in room.texts
    assert "16%" not in room.texts
    room.key(ESCAPE)
    assert "61%" in room.texts
    assert "16%" not in room.texts


def test_enter_alone_withdraws_nothing(played: SavedSession) -> None:
    room = Room(played)
    room.tab_to("told")
    room.key(ENTER)
    room.tab_to("withdraw-0")
    room.key(ENTER, ENTER)  # once too often
    assert values(played) == [61, 16]
    room.key(ENTER)
    room.tab_to("yes")
    room.key(ENTER)
    assert values(played) == [61]


def test_every_kind_of_what_was_told_is_there_and_nobody_is_named_where_names_are_hidden(
    played: SavedSession,
) -> None:
    idea = played.log.history[-1].n
    played.note(idea, "Det var her")
    played.action_item(ItemDraft("Mål i uge 9", "Ane", date(2027, 3, 1)))
    room = Room(played, lang="da")
    room.click("names")
    room.click("told")
    seen = squeezed(room.texts)
    for told in ("Det var her", "Mål i uge 9", "16 %"):
        assert squeezed(told) in seen
    assert "Ane" not in room.texts


def test_where_nothing_can_be_written_it_says_so(
    played: SavedSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # who runs the tests may write everywhere
    room = Room(played)
    room.click("told")
    assert "can only be read" in room.texts
    assert room.app.top.ui.find("withdraw-0") is None


def test_what_cannot_be_saved_is_said(
    played: SavedSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(played, "withdraw", full_disk)
    room = Room(played)
    room.click("told")
    room.click("withdraw-0")
    room.click("yes")
    assert squeezed("No space left on device") in squeezed(room.texts)
    assert values(played) == [61, 16]


def test_nothing_told_is_said_at_the_button(method: Session) -> None:
    room = Room(SavedSession(method.path))
    room.click("told")
    assert squeezed("Nothing has been told yet.") in squeezed(room.texts)


@in_every_window
def test_it_can_be_read(played: SavedSession, size, lang) -> None:
    for n in range(12):
        played.action_item(ItemDraft(f"{LONG} {n}", "Ledelsessekretariatet", date(2027, 3, 1)))
    room = Room(played, size, lang)
    room.click("told")
    room.assert_readable()
    room.click("withdraw-0")
    room.assert_readable()
