"""What a phone asks for and could not be saved is not done, and the phone goes on once it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.session import SaveError
from game.session.store import Store
from game.table.flow.phone_tables import PhoneTable
from game.table.play.dialogs.save_error import SaveErrorDialog, ask_when_not_saved
from tests.phones.at_desk import desk_at, look, phone_of
from tests.table.sitting import Sitting

UNSAVED = "Saving did not work. It waits at the table, and is not lost."


class Played:
    """A table that asks what to do when the disk is full, and a phone at the first seat."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        append = Store.append

        def limited(store: Store, line: bytes) -> None:
            if self.full:
                raise SaveError("not_saved", folder="/somewhere", why="No space left")
            append(store, line)

        monkeypatch.setattr(Store, "append", limited)
        self.sitting = Sitting(folder)
        ask_when_not_saved(self.sitting.game)
        self.session = self.sitting.game.session
        self.desk = desk_at(PhoneTable(self.sitting.game))
        self.ane = phone_of(self.desk, "Ane", 0)

    def fails(self, **said: object) -> None:
        """Say something that cannot be saved: the table asks what to do, and the phone is told."""
        self.full, before = True, len(self.session.log.records)
        self.ane.say(said)
        assert isinstance(self.sitting.app.top, SaveErrorDialog)
        assert self.ane.toasts.pop() == UNSAVED
        self.ane.say(said)
        assert self.ane.toasts.pop().startswith("Something is open on the board.")
        assert len(self.session.log.records) == before
        self.full = False

    def answer(self, key: str) -> None:
        """Answer at the table."""
        self.sitting.click(key)
        look(self.desk)

    def choose(self) -> dict[str, object]:
        """Choose an idea and how much it gives, up to where it is done by a press."""
        picks = ["PlaceIdea"]
        for _ in range(6):
            self.ane.say({"say": "draft", "picks": picks})
            for offer in self.ane.offers:
                if offer["say"] == "do":
                    return dict(offer["action"])
            further = (one["picks"] for one in self.ane.offers if one["say"] == "draft")
            picks = next(one for one in further if len(one) > len(picks))
        raise AssertionError("there is no idea to place")


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Played:
    return Played(tmp_path, monkeypatch)


def test_what_was_chosen_of_a_turn_stays_until_the_table_has_saved_it(played: Played) -> None:
    action = played.choose()
    draft, page = played.ane.member.draft, played.ane.page
    assert draft
    played.fails(say="do", action=action)
    assert (played.ane.member.draft, played.ane.page) == (draft, page)
    played.answer("again")
    assert played.session.history[-1].sender is not None
    assert played.ane.member.draft == ()
    assert played.ane.page != page


def test_what_the_table_leaves_undone_can_be_done_again_by_the_phone(played: Played) -> None:
    action = played.choose()
    played.fails(say="do", action=action)
    played.answer("leave")
    assert played.ane.member.draft
    assert not played.session.history
    played.ane.say({"say": "do", "action": action})
    assert len(played.session.history) == 1
    assert played.ane.member.draft == ()


def on_the_table(played: Played) -> list[str]:
    writing = played.session.log.writing
    assert writing is not None
    return [sheet.text for sheet in writing.sheets.values()]


def test_a_sheet_is_its_writers_once_it_is_saved(played: Played) -> None:
    played.session.begin_writing("risks")
    look(played.desk)
    played.fails(say="write", text="Nobody reads the letter")
    assert on_the_table(played) == []
    assert played.ane.member.sheets == []
    played.answer("again")
    assert on_the_table(played) == ["Nobody reads the letter"]
    (sheet,) = played.ane.member.sheets
    played.fails(say="withdraw", sheet=sheet)
    played.answer("leave")
    assert played.ane.member.sheets == [sheet], "it still lies there, and is theirs"
    played.ane.say({"say": "withdraw", "sheet": sheet})
    assert (on_the_table(played), played.ane.member.sheets) == ([], [])


def test_dots_count_once_they_are_saved(played: Played) -> None:
    played.session.begin_vote("What first?", ["This", "That"], 3)
    look(played.desk)
    played.fails(say="vote", dots=[2, 1])
    assert not played.session.log.votes[-1].ballots
    played.answer("again")
    assert list(played.session.log.votes[-1].ballots.values()) == [(2, 1)]
