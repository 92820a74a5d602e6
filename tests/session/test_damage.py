"""Files that were cut, flipped or never sessions: what is good is used, the rest is named."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from game.session import (
    CannotAddError,
    CannotContinueError,
    ReadError,
    SavedSession,
    Session,
    read,
    read_summary,
    unfinished_sessions,
    verify,
)
from game.session.repairing import repair
from game.session.writing import BEGINNING_LINES
from tests.effort import examples, sampled
from tests.session.lines import codes, counted, in_file, raws, rewrite, spoilt, write
from tests.session.playing import TinyCase, begin_in_danish, parse, play


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A short session with written words, an undo and a bookmark."""
    session = begin_in_danish(tmp_path)
    play(session, 3)
    session.close()
    return session.path


@pytest.mark.slow
def test_cut_at_every_byte_it_opens_to_the_last_whole_entry(saved: Path) -> None:
    whole = saved.read_bytes()
    ends = [i for i, byte in enumerate(whole) if byte == ord("\n")]
    entries = read(saved).records
    cut = saved.with_name("cut.jsonl")
    borders = {end + by for end in ends for by in (-1, 0, 1, 2)} & set(range(len(whole)))
    inside = sampled(range(len(whole)), 250)
    for size in sorted({0, 1, *borders, *inside}):
        cut.write_bytes(whole[:size])
        if size < ends[1]:
            with pytest.raises(ReadError):
                read(cut)
            continue
        log = read(cut)
        kept = max(0, sum(1 for end in ends if end <= size) - BEGINNING_LINES)
        assert log.records == entries[:kept]
        torn = size not in ends and size - 1 not in ends
        if size < ends[BEGINNING_LINES - 1]:  # the beginning is written in one piece
            assert [trouble.code for trouble in log.troubles] == ["cut_short"]
            assert not log.intact
            continue
        assert ("torn" in [trouble.code for trouble in log.troubles]) == torn
        assert log.intact


def test_a_file_cut_in_its_beginning_is_not_said_to_lack_nothing(saved: Path) -> None:
    whole = saved.read_bytes()
    ends = [i for i, byte in enumerate(whole) if byte == ord("\n")]
    cut, rebuilt = saved.with_name("cut.jsonl"), saved.with_name("rebuilt.jsonl")
    for size in (ends[1] + 1, ends[1] + 40, ends[2] - 3, ends[2] + 1, ends[3] + 1, ends[4] - 4):
        cut.write_bytes(whole[:size])
        assert not verify(cut, parse).ok, size
        with pytest.raises(CannotContinueError):
            Session.resume(cut, parse)
        with pytest.raises(CannotAddError):
            SavedSession(cut).note(0, "x")
        assert cut.read_bytes() == whole[:size]
        done = repair(cut, parse, rebuilt, 1_798_000_000.0)
        assert done.lacks_its_end, size


def test_a_cut_session_goes_on_where_it_was_cut(saved: Path) -> None:
    whole = saved.read_bytes()
    ends = [i for i, byte in enumerate(whole) if byte == ord("\n")]
    at = ends[in_file(4) - 1]
    for size in (at - 7, at, at + 1, at + 2, len(whole) - 1):
        cut = saved.with_name(f"cut-{size}.jsonl")
        cut.write_bytes(whole[:size])
        assert verify(cut, parse).ok
        session = Session.resume(cut, parse)
        entries = len(session.log.records)
        play(session, 2)
        session.close()
        done = verify(cut, parse)
        assert done.ok
        assert not done.troubles
        assert len(done.log.records) == entries + 2
        torn = cut.with_suffix(".torn")
        assert torn.exists() == (size not in ends and size - 1 not in ends)
        if torn.exists():
            start = 1 + max(end for end in ends if end < size)
            assert torn.read_bytes() == whole[start:size] + b"\n"


@pytest.mark.slow
def test_a_flipped_bit_is_named_at_its_line_and_costs_nothing_but_the_last(saved: Path) -> None:
    whole, log_before = saved.read_bytes(), read(saved)
    rng = random.Random(4)
    for place in rng.sample(range(len(whole) - 1), examples(400)):
        changed = bytearray(whole)
        changed[place] ^= 1 << rng.randrange(8)
        line = whole[:place].count(b"\n") + 1
        flipped = saved.with_name("flipped.jsonl")
        flipped.write_bytes(changed)
        log = read(flipped)
        assert log.header == log_before.header
        assert log.fingerprint == log_before.fingerprint
        assert log.troubles[0].line in (line, line + 1)
        if line < whole.count(b"\n") - 1:
            assert log.intact
            assert log.records == log_before.records
        assert log.records == log_before.records[: len(log.records)]


def test_every_damaged_line_is_named_and_what_stands_before_is_used(saved: Path) -> None:
    lines = saved.read_bytes().splitlines(keepends=True)
    lines[in_file(4) - 1] = lines[in_file(4) - 1].replace(b'"n":3', b'"n":999')
    lines[in_file(6) - 1] = b"junk\n"
    saved.write_bytes(b"".join(lines))
    log = read(saved)
    assert codes(log) == [("damaged", 4), ("damaged", 6)]
    assert len(log.records) == 2
    done = verify(saved, parse)
    assert not done.ok
    assert done.decisions == 2
    before = saved.read_bytes()
    with pytest.raises(CannotContinueError) as caught:
        Session.resume(saved, parse)
    assert (counted(caught.value.because.line), caught.value.last_valid_entry) == (4, 2)
    assert saved.read_bytes() == before
    branch = Session.branch(saved, caught.value.last_valid_entry, parse, saved.parent)
    play(branch, 3)
    branch.close()
    assert verify(branch.path, parse).ok


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda raw: raw["do"].update(type="__import__"), "newer_line"),
        (lambda raw: raw["do"].update(type=["x"]), "bad_value"),
        (lambda raw: raw["do"].update(seat=True), "bad_value"),
        (lambda raw: raw["do"].update(seat=1 << 70), "bad_value"),
        (lambda raw: raw["do"].update(estimate=2.0), "bad_value"),
        (lambda raw: raw["do"].update(name="x" * 3000), "bad_value"),
        (lambda raw: raw["do"].update(more=1), "newer_line"),
        (lambda raw: raw["do"].pop("seat"), "missing"),
        (lambda raw: raw.update(do=[]), "bad_value"),
        (lambda raw: raw.update(at=-1), "bad_value"),
        (lambda raw: raw.update(at="now"), "bad_value"),
        (lambda raw: raw.update(n=9), "wrong_number"),
        (lambda raw: raw.update(more=1), "newer_line"),
        (lambda raw: raw.pop("digest"), "missing"),
        (lambda raw: raw.pop("do"), "missing"),
        (lambda raw: raw.update(events={}), "bad_value"),
        (lambda raw: raw["events"][0].update(type="Begin"), "newer_line"),
        (lambda raw: raw["events"][0].update(actions=None), "bad_value"),
    ],
)
def test_what_this_version_cannot_have_written_is_named(
    saved: Path, change: Any, code: str
) -> None:
    rewrite(saved, 2, change)
    log = read(saved)
    assert codes(log) == [(code, 2)]
    assert log.records == []
    assert not verify(saved, parse).ok


def test_an_undo_of_what_does_not_stand_is_named(saved: Path) -> None:
    rewrite(saved, 6, lambda raw: raw.update(undo=2))
    assert codes(read(saved)) == [("wrong_undo", 6)]
    assert verify(saved, parse).first_difference == read(saved).troubles[0]


def test_events_that_do_not_fit_are_named_when_they_are_folded(saved: Path) -> None:
    def gone(raw: Any) -> None:
        raw["events"].append({"type": "IdeaShelved", "seat": 0, "idea": "nowhere"})
        raw["events"].append({"type": "Learned", "idea": "nowhere", "maturity": 3})

    rewrite(saved, 3, gone)
    log = read(saved)
    assert log.intact
    states = log.states(TinyCase().setup)
    assert sorted(states) == [0, 1]
    assert codes(log) == [("cannot_fold", 3)]


def test_a_file_with_dos_line_ends_is_the_same_session(saved: Path) -> None:
    entries = read(saved).records
    saved.write_bytes(saved.read_bytes().replace(b"\n", b"\r\n"))
    assert read(saved).records == entries
    assert verify(saved, parse).ok


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\x00\xff\xfe\x80" * 500, "not_a_session"),
        (b"[" * 200_000, "not_a_session"),
        (b"{}\n{}\n", "not_a_session"),
        (b'{"gevinstbordet":"session"}\n', "not_a_session"),
        (b'{"gevinstbordet":"session","format":true}\n', "not_a_session"),
        (b'{"gevinstbordet":"session","format":-3}\n', "not_a_session"),
        (b'{"gevinstbordet":"session","format":99}\n', "newer"),
        (b'{"gevinstbordet":"session","format":1}\n', "missing"),
        (b'{"a":' + b"9" * 5000 + b"}\n", "not_a_session"),
        ("en tekst på dansk\n".encode("latin-1"), "not_a_session"),
    ],
)
def test_what_is_no_session_is_said_to_be_none(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "junk.jsonl"
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read(path)
    assert caught.value.trouble.code == code
    with pytest.raises(ReadError):
        verify(path, parse)
    assert read_summary(path) is None
    assert next(unfinished_sessions(tmp_path), None) is None


def test_folders_and_missing_files_are_said_to_be_that(tmp_path: Path) -> None:
    for path, code in ((tmp_path, "is_folder"), (tmp_path / "none", "not_found")):
        with pytest.raises(ReadError) as caught:
            read(path)
        assert caught.value.trouble.code == code


def refused(path: Path) -> set[str]:
    """What is said when a file does not open; nothing when it does."""
    read_summary(path)
    try:
        read(path).states(TinyCase().setup)
        verify(path, parse)
    except ReadError as error:
        return {error.trouble.code}
    return set()


def test_any_junk_opens_or_is_refused_but_never_breaks(saved: Path) -> None:
    whole = saved.read_bytes()
    rng = random.Random(11)
    path = saved.with_name("fuzzed.jsonl")
    said: set[str] = set()
    for _ in range(150):
        path.write_bytes(spoilt(whole, rng))
        said |= refused(path)
    assert said


@pytest.mark.slow
def test_sealed_junk_opens_or_is_refused_but_never_breaks(saved: Path) -> None:
    """The same with values put in the place of others and the check made right again."""
    written = raws(saved)
    path, rng = saved.with_name("fuzzed.jsonl"), random.Random(12)
    said: set[str] = set()
    for _ in range(examples(300)):
        copies = json.loads(json.dumps(written))
        target = rng.choice(copies)
        while isinstance(target, dict | list) and target:
            keys = list(target) if isinstance(target, dict) else list(range(len(target)))
            key = rng.choice(keys)
            if not isinstance(target[key], dict | list) or rng.random() < 0.3:
                target[key] = rng.choice(
                    [None, -1, 7, 1e99, 2**65, "", "idea-3", "economy", [], {}, [[]], True, 0.5]
                )
                break
            target = target[key]
        write(path, copies)
        said |= refused(path)
    assert said
