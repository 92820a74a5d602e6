"""People who come and go, in a session that is saved, read, verified and passed on."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.engine import Seat
from game.engine import actions as act
from game.engine import events as ev
from game.session import (
    CannotAddError,
    EntryError,
    Session,
    open_recording,
    read,
    read_summary,
    verify,
)
from game.session.finding import SessionFilter, keys_of
from game.session.index import ListedSession, SessionIndex
from game.session.log import log_of
from game.session.reading import read_lines
from game.session.rewriting import rewrite_texts, rewritten_log, save_copy
from game.session.seating import everybody, named_at_seats, seats_at_last
from tests.session.playing import TinyCase, accept, begin, parse, play


def played(folder: Path) -> Session[TinyCase]:
    """A game to which Dina comes late, which Bo leaves, and in which Eli takes Ane's seat."""
    session = begin(folder)
    accept(session, act.Arrive("Fie"))
    session.undo("It was somebody else")
    for action in (
        act.Arrive("Dina", "role-analyst"),
        act.Leave(1),
        act.Replace(0, "Eli"),
        act.TakeRole(3, session.state.seats[1].roles[0]),
    ):
        accept(session, action)
    play(session, 30)
    accept(session, act.Return(1))
    return session


def test_who_came_and_went_is_read_back_and_verified(tmp_path: Path) -> None:
    session = played(tmp_path)
    session.close()
    log = read(session.path)
    assert [seat.name for seat in seats_at_last(log)] == ["Eli", "Bo", "Çağla Ærø", "Dina"]
    assert seats_at_last(log) == session.state.seats
    assert verify(session.path, parse).ok
    assert open_recording(session.path, parse).state(log.now).seats == session.state.seats


def test_everybody_who_was_ever_named_at_a_seat_is_known(tmp_path: Path) -> None:
    session = played(tmp_path)
    names = set(named_at_seats(session.log))
    assert names >= {(0, "Ane"), (0, "Eli"), (3, "Dina"), (3, "Fie")}
    earlier = everybody(session.log)[4:]
    assert {seat.name for seat in earlier} == {"Ane", "Fie"}
    assert earlier[0].roles == session.state.seats[0].roles
    session.close()


def test_a_list_has_who_sits_there_at_last_and_finds_who_did_before(tmp_path: Path) -> None:
    """Not whom somebody seated by mistake, and took back."""
    session = played(tmp_path)
    session.close()
    summary = read_summary(session.path)
    assert summary is not None
    assert summary.seats == session.state.seats
    assert summary.before == ("Ane",)
    for _ in range(2):  # read, and remembered
        index = SessionIndex(tmp_path / "index.sqlite", lambda *_: ("", "", False, "", ""))
        (found,) = index.sessions(tmp_path)
        index.close()
        assert isinstance(found, ListedSession)
        assert (found.seats, found.before) == (summary.seats, summary.before)
        for name, is_found in (("eli", True), ("dina", True), ("ane", True), ("fie", False)):
            assert SessionFilter(name).shows(found, keys_of(found)) == is_found, name


def test_a_copy_with_other_names_is_a_game_that_can_be_verified(tmp_path: Path) -> None:
    session = played(tmp_path)
    session.close()
    lines = read_lines(session.path)
    log = log_of(lines, session.path)
    called = [f"Rolle {n}" for n in range(4)]
    copy = rewritten_log(log, called, lambda r: rewrite_texts(r, lambda text: text))
    saved = save_copy(lines, log, copy, TinyCase().setup, tmp_path / "copy.jsonl")
    assert verify(saved, parse).ok
    text = saved.read_text("utf-8")
    assert not any(name in text for name in ("Ane", "Eli", "Dina", "Fie", "Çağla"))


def test_names_for_fewer_seats_than_began_are_refused(tmp_path: Path) -> None:
    with played(tmp_path) as session, pytest.raises(ValueError, match="2 names for 3 seats"):
        rewritten_log(session.log, ["A", "B"], lambda record: record)


def test_who_came_late_can_check_in(tmp_path: Path) -> None:
    session = played(tmp_path)
    session.check_in(3, "curious", 4)
    with pytest.raises((EntryError, CannotAddError)):
        session.check_in(4, "nobody", 4)
    session.close()
    assert read(session.path).check_ins[3].word == "curious"


def test_a_game_of_version_1_has_no_absent_seats_in_its_estimates(tmp_path: Path) -> None:
    session = begin(tmp_path, seats=[Seat("Ane", ())])
    accept(session, act.CallEstimates(session.state.idea_hands[0][0], "citizen"))
    accept(session, act.GiveEstimate(0, 3))
    session.close()
    turned = [e for d in read(session.path).history for e in d.events]
    assert [e.absent for e in turned if isinstance(e, ev.EstimatesTurned)] == [()]
