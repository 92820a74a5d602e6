"""A copy in which every text was passed through a filter is as good a session as the other."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

import pytest

from game.content import parse
from game.engine import ACTIONS, EVENTS, RULES_VERSION, Applied, Setup
from game.engine import actions as act
from game.engine.actions import Measure
from game.session import CannotExportError, Session, read, read_summary, verify
from game.session.log import log_of
from game.session.reading import read_lines
from game.session.records import Origin, Record
from game.session.rewriting import (
    FILE_FIELDS,
    PERSON_FIELDS,
    TEXT_LIMITS,
    rewrite_texts,
    rewritten_log,
    save_copy,
)
from tests.session.freezing import frozen
from tests.session.lines import counted, rewrite
from tests.session.playing import TinyCase, accept, begin, play
from tests.session.playing import parse as parse_tiny


def told_otherwise(text: str) -> str:
    return text.replace("Ane", "Medarbejder i front")


def copied(
    path: Path, to: Path, setup: Setup, change: Callable[[str], str] = told_otherwise
) -> Path:
    lines = read_lines(path)
    log = log_of(lines, path)
    called = [f"Rolle {n}" for n in range(len(log.header.seats))]
    copy = rewritten_log(log, called, lambda record: rewrite_texts(record, change))
    return save_copy(lines, log, copy, setup, to)


def played(folder: Path) -> Session[TinyCase]:
    """A game in which Ane is spoken of wherever something can be written."""
    session = begin(folder)
    accept(session, act.WriteIdea(session.state.turn, "Anes idé", "citizen", "service", 2, "Ane"))
    idea = session.state.ideas[-1].id
    accept(session, act.WriteBenefit(session.state.turn, "Ane sparer", "economy", idea, 1))
    accept(session, act.WriteRisk(session.state.turn, "A" * 76 + " Ane", "employee", idea))
    accept(session, act.Correct("capacity", 3, "Ane gav en kage"))
    session.undo("Ane fortrød")
    session.bookmark("Her sagde Ane nej")
    play(session, 2_000)
    session.note(2, "Ane igen")
    session.check_in(0, "Ane er glad", 4)
    return session


def test_the_copy_is_decided_again_to_the_same_end(tmp_path: Path) -> None:
    session = played(tmp_path)
    session.close()
    before = session.path.read_bytes()
    path = copied(session.path, tmp_path / "copy.jsonl", TinyCase().setup)
    assert session.path.read_bytes() == before
    assert "Ane" not in path.read_text("utf-8")
    log, again = read(path), verify(path, parse_tiny)
    assert again.ok
    assert not again.troubles
    assert [seat.name for seat in log.header.seats] == ["Rolle 0", "Rolle 1", "Rolle 2"]
    assert len(log.records) == len(session.log.records)
    seen, was = read_summary(path), read_summary(session.path)
    assert seen is not None
    assert was is not None
    assert (seen.verdict, seen.decisions, seen.played) == (was.verdict, was.decisions, was.played)


def test_the_copy_can_be_gone_on_with(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 20)
    session.close()
    path = copied(session.path, tmp_path / "copy.jsonl", TinyCase().setup)
    with Session.resume(path, parse_tiny) as again:
        assert isinstance(again.do(act.Correct("trust", 1, "x")), Applied)
    assert verify(path, parse_tiny).ok


def test_what_was_altered_is_not_made_right_by_copying(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 20)
    session.close()
    rewrite(session.path, 9, lambda raw: raw.update(digest="0123456789abcdef"))
    differs = verify(
        copied(session.path, tmp_path / "copy.jsonl", TinyCase().setup), parse_tiny
    ).first_difference
    assert differs is not None
    assert (differs.code, counted(differs.line)) == ("differs", 9)


def test_a_damaged_session_is_not_copied(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 20)
    session.close()
    lines = session.path.read_bytes().splitlines(keepends=True)
    session.path.write_bytes(b"".join([*lines[:9], b"junk\n", *lines[10:]]))
    with pytest.raises(CannotExportError):
        copied(session.path, tmp_path / "copy.jsonl", TinyCase().setup)
    assert not (tmp_path / "copy.jsonl").exists()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    session = begin(tmp_path)
    session.close()
    paths = [copied(session.path, session.path, TinyCase().setup) for _ in range(2)]
    assert len({session.path, *paths}) == 3


@pytest.mark.parametrize("source", [pytest.param(path, id=path.stem) for path in frozen()])
def test_every_frozen_session_can_be_copied(source: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(source, tmp_path))
    log = read(path)
    case = parse(log.header.scenario, log.header.scenario_file)
    copy = copied(path, path.with_name("copy.jsonl"), case.setup, str.upper)
    assert len(read(copy).records) == len(log.records)
    if log.header.rules == RULES_VERSION:
        assert verify(copy, parse).ok


IDS = frozenset(
    {
        *("card", "idea", "risk", "role", "post", "named", "letter"),
        *("ideas", "benefits", "risks", "events", "truth", "effects", "roles"),
    }
)
NO_NAMES = {
    "digest": "a fingerprint",
    "header": "a fingerprint",
    "time": "a moment",
    "date": "a day",
    "due": "a day",
    "program": "a version",
    "tags": "left out of a copy without names",
    "value": "a number, a day or a code of a register: anything else is refused",
}


def test_every_text_of_an_entry_is_either_an_id_or_written() -> None:
    """Whoever adds a field says which: an id must stay, what is written may name somebody."""
    for cls in (*ACTIONS, *EVENTS, Measure, Origin, *get_args(Record)):
        for name, hint in get_type_hints(cls).items():
            if str in _plain(hint):
                kinds = (name in TEXT_LIMITS, name in IDS, name in NO_NAMES)
                assert sum(kinds) == 1, f"{cls.__name__}.{name}"


def test_fields_for_people_and_files_are_among_the_texts() -> None:
    assert set(TEXT_LIMITS) >= PERSON_FIELDS | FILE_FIELDS


def _plain(hint: object) -> set[object]:
    if get_origin(hint) is Literal:
        return set()
    return {hint} | {part for arg in get_args(hint) for part in _plain(arg)}
