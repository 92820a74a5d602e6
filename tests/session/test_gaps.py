"""What was played is kept across what is missing, where it follows or can be known."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from game.content import parse as parse_case
from game.engine import actions as act
from game.engine import legal
from game.i18n import words
from game.session import Decision, Session, Undo, read, verify
from game.session.repair_told import told
from game.session.repairing import repair
from tests.session.freezing import FOLDER
from tests.session.playing import TinyCase, accept, begin, begin_in_danish, play
from tests.session.repairs import NOW, repaired, spoil

FREE = act.Pass | act.Proceed | act.Answer | act.Choose


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A game with written cards, an undo and notes."""
    session = begin_in_danish(tmp_path)
    play(session, 60, random.Random(5))
    session.close()
    return session.path


def with_passes(folder: Path) -> Session[TinyCase]:
    """A game with poker, passes one after another, something undone, and a few notes."""
    session = begin(folder)
    card = next(a.card for a in legal(session.state) if isinstance(a, act.PlaceIdea))
    accept(session, act.CallEstimates(card, "citizen"))
    for seat, value in enumerate((4, None, 2)):
        accept(session, act.GiveEstimate(seat, value))
    accept(session, act.CloseEstimates())
    for n in range(9):
        accept(session, next(a for a in legal(session.state) if isinstance(a, FREE)))
        if n == 4:
            session.undo("nej")
            session.note(3, "Hvad lærte vi her?")
    return session


def test_whichever_entry_is_lost_what_is_repaired_goes_on_and_nothing_is_invented(
    tmp_path: Path,
) -> None:
    session = with_passes(tmp_path)
    session.close()
    whole, log = session.path.read_bytes(), read(session.path)
    for n in range(1, len(log.records)):
        session.path.write_bytes(whole)
        spoil(session.path, n + 1)
        done = repaired(session.path)
        lost = {*done.missing, *done.dependent}
        assert lost <= {n, n + 1}, log.records[n - 1]
        kept = [d.action for d in read(done.path).history]
        assert kept == [d.action for d in log.history if d.n not in lost]


def test_a_pass_before_another_and_an_estimate_of_poker_are_known(tmp_path: Path) -> None:
    session = with_passes(tmp_path)
    session.close()
    actions = [d.action for d in read(session.path).history]
    first = next(n for n, action in enumerate(actions) if isinstance(action, act.Pass)) + 1
    given = actions.index(act.GiveEstimate(1, None)) + 1
    spoil(session.path, first + 1, given + 1)
    done = repaired(session.path)
    assert done.complete
    assert [d.action for d in read(done.path).history] == actions


def test_two_that_are_lost_together_are_not_guessed(tmp_path: Path) -> None:
    """What was undone and placed with another estimate looks like an estimate that was revised."""
    session = begin(tmp_path)
    place = next(a for a in legal(session.state) if isinstance(a, act.PlaceIdea))
    accept(session, place)
    session.undo("nej")
    accept(session, replace(place, estimate=place.estimate % 6 + 1))
    accept(session, act.Pass(session.state.turn))
    session.close()
    spoil(session.path, 3, 4)
    done = repaired(session.path)
    assert done.missing == [2, 3]
    kept = [d.action for d in read(done.path).records if isinstance(d, Decision)]
    assert kept == [place]


def test_what_was_lost_and_undone_takes_nothing_else_with_it(saved: Path) -> None:
    log = read(saved)
    undo = next(r for r in log.records if isinstance(r, Undo))
    spoil(saved, undo.of + 1)
    done = repaired(saved)
    assert (done.missing, done.dependent) == ([undo.of], [undo.n])
    actions = [d.action for d in read(done.path).history]
    assert actions == [d.action for d in log.history]


def test_a_lost_undo_is_known_but_not_its_reason(saved: Path) -> None:
    log = read(saved)
    undo = next(r for r in log.records if isinstance(r, Undo))
    spoil(saved, undo.n + 1)
    done = repaired(saved)
    assert (done.restored, done.wordless) == ([undo.n], [undo.n])
    again = next(r for r in read(done.path).records if isinstance(r, Undo))
    assert (again.of, again.reason) == (undo.of, None)
    assert any("not what may have been written" in line for line in told(words("en"), done))


@pytest.mark.parametrize("lost", [12, 17, 20, 38, 52, 84, 120])
def test_of_a_game_by_older_rules_one_that_is_lost_is_known_as_well(
    lost: int, tmp_path: Path
) -> None:
    path = tmp_path / "old.jsonl"
    lines = (FOLDER / "format-2-whole-game.jsonl").read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:lost], b"junk\n", *lines[lost + 1 :]]))
    before = [d.action for d in read(FOLDER / "format-2-whole-game.jsonl").history]
    done = repair(path, parse_case, tmp_path / "new.jsonl", NOW)
    assert (done.restored, done.complete) == ([lost], True)
    assert [d.action for d in read(done.path).history] == before
    assert verify(done.path, parse_case).consistent
