"""The action list in the session: written down, changed, ticked off, taken back, read strictly."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from game.session import EntryError, ItemDraft, SavedSession, Session, TalkedMoment, read, verify
from game.session.reading import read_lines
from game.session.rewriting import rewrite_texts
from tests.session.lines import codes, rewrite
from tests.session.playing import WEEKS_LATER, Clock, begin, parse, play

DUE = date(2027, 3, 1)
NOTED = TalkedMoment(7, "Noted", None, None)


@pytest.fixture
def played(tmp_path: Path) -> Session[Any]:
    session = begin(tmp_path)
    play(session, 40)
    return session


def an_idea(session: Session[Any]) -> str:
    return session.state.ideas[0].id


def test_an_item_is_kept_with_all_that_belongs_to_it(played: Session[Any]) -> None:
    idea = an_idea(played)
    draft = ItemDraft("Mål ventetiden", "Ane", DUE, "open", 7, idea, "citizen")
    added = played.action_item(draft)
    assert added.item == added.n == len(played.log.records)
    (found,) = read(played.path).action_items
    assert found == added
    assert ItemDraft.like(found) == draft
    assert found.due == "2027-03-01"


def test_a_later_line_takes_the_place_of_an_earlier_one_and_none_is_lost(
    played: Session[Any],
) -> None:
    first = played.action_item(ItemDraft("Mål ventetiden", "Ane", DUE))
    other = played.action_item(ItemDraft("Ring til leverandøren"))
    before = played.path.read_bytes()
    changed = replace(ItemDraft.like(first), who="Bo", status="done")
    played.action_item(changed, first.item)
    log = read(played.path)
    assert played.path.read_bytes().startswith(before)
    assert [(i.item, i.who, i.status) for i in log.action_items] == [
        (first.item, "Bo", "done"),
        (other.item, "", "open"),
    ], "an item keeps its place"
    assert [version.who for version in log.versions(first.item)] == ["Ane", "Bo"]


def test_what_was_removed_is_on_the_list_no_longer_and_can_come_back(played: Session[Any]) -> None:
    item = played.action_item(ItemDraft("Mål ventetiden"))
    played.action_item(replace(ItemDraft.like(item), status="removed"), item.item)
    assert read(played.path).action_items == []
    played.action_item(ItemDraft.like(item), item.item)
    (back,) = read(played.path).action_items
    assert (back.item, back.text, back.status) == (item.item, "Mål ventetiden", "open")


def test_the_moment_that_an_item_came_from_is_kept_and_takes_no_place_where_there_is_none(
    played: Session[Any],
) -> None:
    moment = TalkedMoment(7, "OwnerLate", "a", "citizen")
    for draft in (ItemDraft("Mål ventetiden", of=7, moment=moment), ItemDraft("Ring", of=7)):
        added = played.action_item(draft)
        assert read(played.path).action_items[-1] == added
        assert ItemDraft.like(added) == draft
    at_one, at_none = (
        json.loads(line) for line in played.path.read_text("utf-8").splitlines()[-2:]
    )
    assert at_one["moment"] == {"entry": 7, "kind": "OwnerLate", "idea": "a", "part": "citizen"}
    assert "moment" not in at_none, "as in every file from before there were such moments"


def test_weeks_later_items_are_ticked_off_in_the_file(played: Session[Any]) -> None:
    item = played.action_item(ItemDraft("Mål ventetiden", due=DUE))
    played.close()
    later = SavedSession(played.path, clock=Clock(WEEKS_LATER))
    later.action_item(replace(ItemDraft.like(item), status="done"), item.item)
    later.note(item.item, "Målt i uge 8")
    log = read(played.path)
    assert [i.status for i in log.action_items] == ["done"]
    assert [note.of for note in log.notes] == [item.item]
    assert verify(played.path, parse).ok


def test_the_list_counts_neither_as_play_nor_as_time_at_the_table(played: Session[Any]) -> None:
    at, now = played.log.played, played.log.now
    played.action_item(ItemDraft("Mål ventetiden"))
    assert (played.log.played, played.log.now) == (at, now)


Draft = Callable[[Session[Any]], ItemDraft]


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (lambda s: ItemDraft(" "), "empty_text"),
        (lambda s: ItemDraft("x" * 401), "long_text"),
        (lambda s: ItemDraft("x", "y" * 81), "long_text"),
        (lambda s: ItemDraft("bip\x07"), "bad_text"),
        (lambda s: ItemDraft("x", "bip\x07"), "bad_text"),
        (lambda s: ItemDraft("x", of=9_999), "no_such_entry"),
        (lambda s: ItemDraft("x", of=-1), "no_such_entry"),
        (lambda s: ItemDraft("x", moment=NOTED), "no_such_entry"),
        (lambda s: ItemDraft("x", of=7, moment=replace(NOTED, entry=9_999)), "no_such_entry"),
        (lambda s: ItemDraft("x", idea="nowhere"), "no_such_idea"),
        (lambda s: ItemDraft("x", track="citizen"), "wrong_subject"),
        (lambda s: ItemDraft("x", risk="r"), "wrong_subject"),
        (lambda s: ItemDraft("x", idea=an_idea(s), track="citizen", risk="r"), "wrong_subject"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(
    played: Session[Any], draft: Draft, code: str
) -> None:
    before = played.path.read_bytes()
    with pytest.raises(EntryError) as caught:
        played.action_item(draft(played))
    assert caught.value.trouble.code == code
    assert str(caught.value).endswith(".")
    assert played.path.read_bytes() == before


def test_only_an_item_that_is_there_can_be_changed(played: Session[Any]) -> None:
    note = played.note(3, "Ikke noget punkt")
    with pytest.raises(EntryError) as caught:
        played.action_item(ItemDraft("x"), note.n)
    assert caught.value.trouble.code == "no_such_item"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"action_item": 3}, "no_such_item"),
        ({"action_item": 9_999}, "no_such_item"),
        ({"action_item": 0}, "no_such_item"),
        ({"due": "31-02-2027"}, "bad_date"),
        ({"due": 20270301}, "bad_value"),
        ({"text": ""}, "empty_text"),
        ({"text": "x" * 2_001}, "bad_value"),
        ({"of": 9_999}, "no_such_entry"),
        ({"track": "citizen"}, "wrong_subject"),
        (
            {"moment": {"entry": 9_999, "kind": "Noted", "idea": None, "part": None}},
            "no_such_entry",
        ),
        ({"moment": "here"}, "bad_value"),
        ({"status": "forgotten"}, "newer_line"),
        ({"colour": "red"}, "newer_line"),
    ],
)
def test_a_line_that_says_something_else_is_read_no_further(
    played: Session[Any], change: dict[str, Any], code: str
) -> None:
    played.action_item(ItemDraft("Mål ventetiden"))
    played.close()
    rewrite(played.path, len(read_lines(played.path).good), lambda raw: raw.update(change))
    log = read(played.path)
    assert codes(log) == [(code, len(log.records) + 2)]
    assert log.action_items == []


def test_a_filter_of_texts_sees_what_is_to_be_done_and_who_does_it(played: Session[Any]) -> None:
    played.action_item(ItemDraft("Ane måler", who="Ane"))
    (item,) = (rewrite_texts(item, str.upper) for item in played.log.action_items)
    assert (item.text, item.who) == ("ANE MÅLER", "ANE")
