"""A session that was altered and sealed anew: told up to the line that does not follow, by all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from game.cli import main
from game.content import mend, parse
from game.debrief import debrief
from game.engine import RULES_VERSION
from game.i18n import words
from game.report.source import open_session
from game.session import Log, SavedSession, Verification, open_recording, read, verify
from tests import staging
from tests.session.lines import Raw, raws, rewrite, write

EVERY = 7
"""Of the lines of the game, so many are left between two that are altered."""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    session = staging.begin(tmp_path_factory.mktemp("altered"), 3, 5)
    staging.play(session, staging.by("method"), lambda s: s.over)
    session.close()
    return session.path


def _swap(lines: list[Raw], n: int) -> None:
    lines[n], lines[n + 1] = lines[n + 1], lines[n]
    for k in (n, n + 1):
        lines[k]["n"] = k


def _leave_out(lines: list[Raw], n: int) -> None:
    del lines[n]
    for k in range(n, len(lines)):
        lines[k]["n"] = k


def _lose_an_event(lines: list[Raw], n: int) -> None:
    del lines[n]["events"][0]


def _set_back(lines: list[Raw], n: int) -> None:
    lines[n]["at"] = 0.0


def _say_less(lines: list[Raw], n: int) -> None:
    lines[n]["played"] /= 2


def _go_on_later(lines: list[Raw], n: int) -> None:
    lines[n]["round"] += 1


WAYS = (_swap, _leave_out, _lose_an_event, _set_back, _say_less, _go_on_later)


def _altered(played: Path, to: Path, change: Callable[[list[Raw], int], None]) -> Iterator[Path]:
    whole = raws(played)
    for n in range(2, len(whole) - 1, EVERY):
        lines: list[Any] = deepcopy(whole)
        change(lines, n)
        path = to / f"{n}.jsonl"
        write(path, lines)
        if not verify(path, parse).ok:  # two may be swapped of which none follows from the other
            yield path


@pytest.mark.parametrize("change", WAYS)
def test_everybody_tells_what_stands_before_it_and_that_there_is_more(
    played: Path, tmp_path: Path, change: Callable[[list[Raw], int], None]
) -> None:
    made = 0
    for path in _altered(played, tmp_path, change):
        verified = verify(path, parse)
        recording = open_recording(path, parse, mend)
        _agree(recording.log, verified)
        assert debrief(recording.log, recording.case.setup).end == recording.last
        source = open_session(path, words("en"))
        assert [t.code for t in source.troubles] == [t.code for t in recording.log.troubles]
        made += 1
    assert made > 5


def _agree(log: Log, verified: Verification[Any]) -> None:
    assert log.records == verified.log.records
    assert log.damage == verified.first_flaw is not None
    assert log.played >= 0


def test_commands_name_the_line_and_end_with_one(
    played: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = next(_altered(played, tmp_path, _say_less))
    flaw = verify(path, parse).first_flaw
    assert flaw is not None
    told = flaw.message.translate(words("en"))
    for command in (["verify"], ["sessions", "show"], ["report"], ["repair"]):
        code = main(["--lang", "en", *command, str(path)])
        said = "".join(capsys.readouterr())
        assert told in said, command
        assert "whole" not in said, command
        assert code == (0 if command == ["repair"] else 1), command
    (repaired,) = tmp_path.glob("*repaired*.jsonl")
    assert verify(repaired, parse).ok


def test_what_other_rules_decided_is_told_as_far_as_it_fits_its_fingerprints(
    played: Path, tmp_path: Path
) -> None:
    path = tmp_path / "older.jsonl"
    lines = raws(played)
    lines[0]["rules"] = RULES_VERSION - 1
    write(path, lines)
    entries = len(read(path).records)
    assert len(open_recording(path, parse, mend).log.records) == entries
    rewrite(path, 20, lambda raw: raw.update(digest="0" * 16))
    recording = open_recording(path, parse, mend)
    assert [t.code for t in recording.log.troubles] == ["other_print"]
    assert len(recording.log.records) == 18
    assert recording.steps[-1].now == recording.log.now


def test_an_addition_made_before_what_stands_above_it_is_named(
    played: Path, tmp_path: Path
) -> None:
    path = tmp_path / "note.jsonl"
    path.write_bytes(played.read_bytes())
    SavedSession(path).note(3, "x")
    rewrite(path, len(read(path).records) + 1, lambda raw: raw.update(at=0.0))
    (trouble,) = verify(path, parse).troubles
    assert trouble.code == "earlier"
    assert not open_recording(path, parse, mend).log.notes


def test_a_line_is_told_of_as_one_that_nobody_writes_any_more(played: Path, tmp_path: Path) -> None:
    path = tmp_path / "seat.jsonl"
    path.write_bytes(played.read_bytes())
    SavedSession(path).check_in(1, "fine", 4)
    rewrite(path, len(read(path).records) + 1, lambda raw: raw.update(check_in=9))
    (trouble,) = verify(path, parse).troubles
    said = trouble.message.translate(words("en"))
    assert said.endswith("The line is about seat 10; this table has 3.")
