"""What is said of a result: corrections, and what was undone after it had been seen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from game.debrief import Interventions, interventions
from game.engine import actions as act
from game.i18n import words
from game.session import Session, read
from game.wording.interventions import interventions_text
from tests import staging
from tests.session.freezing import FOLDER


@pytest.fixture
def game(tmp_path: Path) -> Session:
    session = staging.begin(tmp_path, 4, 3)
    for one in staging.decisions(session, staging.by("method"), 3):
        if one.before.round == 2:
            break
    return session


def found(session: Session) -> Interventions:
    """As it is known now, and as the file on disk proves it."""
    assert interventions(read(session.path)) == interventions(session.log)
    return interventions(session.log)


def reveal(session: Session) -> None:
    """Go on until a decision has just shown something."""
    for _ in staging.decisions(session, staging.by("method"), 3):
        if session.can_undo and session.can_undo.needs_reason:
            return


def test_a_game_that_nobody_interfered_with_says_nothing(game: Session) -> None:
    assert found(game) == Interventions(0, 0)
    assert interventions_text(words("en"), found(game)) == ""


def test_corrections_that_stand_are_counted(game: Session) -> None:
    game.do(act.Correct("trust", 1, "x"))
    game.do(act.Correct("citizen", 2, "y"))
    assert found(game) == Interventions(2, 0)
    game.undo()
    assert found(game) == Interventions(1, 0)


def test_what_was_undone_without_having_shown_anything_is_not_counted(game: Session) -> None:
    game.do(act.Correct("trust", 1, "x"))
    game.undo()
    assert found(game) == Interventions(0, 0)


def test_what_was_undone_after_it_had_been_seen_is_counted_unless_it_was_redone(
    game: Session,
) -> None:
    reveal(game)
    game.undo("en gang til")
    assert found(game) == Interventions(0, 1)
    game.redo()
    assert found(game) == Interventions(0, 0)
    game.undo("nej, alligevel ikke")
    assert found(game) == Interventions(0, 1)


def test_it_is_said_in_a_sentence_each_in_both_languages() -> None:
    said = [
        interventions_text(words("en"), Interventions(c, u)) for c, u in ((1, 0), (2, 1), (0, 3))
    ]
    assert said == [
        "The facilitator made 1 correction.",
        "The facilitator made 2 corrections. "
        "1 decision was undone after its outcome had been seen.",
        "3 decisions were undone after their outcome had been seen.",
    ]
    assert "rettet 2 gange" in interventions_text(words("da"), Interventions(2, 1))


def test_a_session_of_older_rules_tells_it_too(tmp_path: Path) -> None:
    path = Path(shutil.copy(FOLDER / "format-2-whole-game.jsonl", tmp_path))
    assert interventions(read(path)) == Interventions(1, 0)
