"""What a session's error says has to be done: it is said of each, and it helps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.i18n import words
from game.session import CannotContinueError, Session, read, verify
from game.session.error_texts import FAULTS, MESSAGES, REMARKS
from game.session.errors import SessionError, Trouble
from game.session.repair_told import troubles_of
from game.session.repairing import repair
from tests.session.lines import rewrite
from tests.session.playing import TinyCase, begin, parse, play


@pytest.mark.parametrize("code", FAULTS)
def test_every_fault_says_what_is_wrong_and_what_to_do_in_both_languages(code: str) -> None:
    for told in FAULTS[code]:
        assert told.endswith((".", "}", "?")), told
        assert words("da")(told) != told


@pytest.mark.parametrize("code", REMARKS)
def test_of_a_remark_nothing_has_to_be_done(code: str) -> None:
    assert Trouble(code).harmless
    with pytest.raises(KeyError):
        FAULTS[code]
    assert MESSAGES[code] == (REMARKS[code], "")


def test_an_error_tells_both_and_a_line_of_a_list_the_first() -> None:
    error = SessionError("empty", file="x.jsonl")
    assert str(error) == str(error.trouble) == "x.jsonl is empty. Look for a copy."
    assert str(error.trouble.message) == "x.jsonl is empty."


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    session = begin(tmp_path)
    play(session, 60)
    session.close()
    return session.path


def _claims(event: str) -> Callable[[Any], None]:
    return lambda raw: raw["events"].append({"type": event})


def _not_allowed(raw: Any) -> None:
    raw["do"] = {"type": "Choose", "seat": 0, "option": 0}


@pytest.mark.parametrize("change", [_claims("FreeClaimUsed"), _not_allowed])
def test_a_game_that_was_decided_otherwise_goes_on_from_before_that(
    saved: Path, change: Callable[[Any], None], tmp_path: Path
) -> None:
    rewrite(saved, 30, change)
    assert read(saved).damage is None, "there is nothing to repair"
    with pytest.raises(CannotContinueError) as caught:
        Session.resume(saved, parse)
    said = str(caught.value.because.remedy)
    assert "can go on from before" in said
    assert str(caught.value).count(said) == 1
    with Session.branch(saved, caught.value.last_valid_entry, parse, tmp_path / "on") as again:
        assert len(again.log.history) == 28


def test_a_game_with_a_damaged_line_is_repaired(saved: Path, tmp_path: Path) -> None:
    lines = saved.read_bytes().split(b"\n")
    lines[20] = b"x" * 40
    saved.write_bytes(b"\n".join(lines))
    damage = read(saved).damage
    assert damage is not None
    assert "Repairing" in str(damage)
    assert troubles_of(saved, parse)
    done = repair(saved, parse, tmp_path / "again.jsonl", 0.0)
    assert verify(done.path, parse).ok


def test_a_game_that_cannot_be_begun_like_this_can_be_looked_at(saved: Path) -> None:
    rewrite(saved, 1, lambda raw: raw.update(seed=8))
    differs = verify(saved, parse).first_difference
    assert differs is not None
    assert "look at the game" in str(differs)
    assert len(read(saved).states(TinyCase().setup)) > 60
