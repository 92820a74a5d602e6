"""Whole means whole: the chain of marks, the head that is repeated, and the case that is apart."""

from __future__ import annotations

import gzip
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from game.content import mend
from game.session import (
    CannotContinueError,
    Header,
    ReadError,
    SavedSession,
    SaveError,
    Session,
    open_recording,
    read,
    read_summary,
    verify,
)
from game.session.cases import look_for_cases_in
from game.session.containers import is_session, read_content
from game.session.line_format import seal, unseal
from game.session.unpacking import sessions_inside, unpack
from game.session.writing import BEGINNING_LINES, REPEATED_EVERY
from tests.session.lines import in_file, raws
from tests.session.playing import Clock, TinyCase, begin, parse, play, write_in_danish

PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A game of some length, with a note, a reason, a name and a time."""
    session = begin(tmp_path)
    write_in_danish(session)
    session.undo("nej")
    play(session, 55)
    session.note(3, "Hvad lærte vi?")
    session.timer("turn", "start", 60)
    session.close()
    return session.path


@pytest.fixture(autouse=True)
def no_cases() -> None:
    look_for_cases_in()


def lines_of(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines(keepends=True)


def codes(path: Path) -> list[str]:
    return [trouble.code for trouble in read(path).troubles]


# ------------------------------------------------------------------ the chain
def reseal(path: Path, line: int, change: Callable[[dict[str, object]], object]) -> None:
    """Alter one line, and make its own checksum right, as a hand with some knowledge would."""
    lines = lines_of(path)
    raw = unseal(lines[line - 1].rstrip(b"\n"))
    change(raw)
    lines[line - 1] = seal(raw)
    path.write_bytes(b"".join(lines))


def _entry(path: Path, key: str) -> int:
    return next(n for n, line in enumerate(lines_of(path), 1) if b',"%s":' % key.encode() in line)


@pytest.mark.parametrize(
    ("key", "change"),
    [
        ("note", lambda raw: raw.update(note="Vi var enige")),
        ("note", lambda raw: raw.update(at=raw["at"] + 60)),
        ("undo", lambda raw: raw.update(reason="ja")),
        ("do", lambda raw: raw.update(at=raw["at"] + 0.01)),
    ],
)
def test_what_was_altered_and_sealed_anew_is_named(
    saved: Path, key: str, change: Callable[[dict[str, object]], object]
) -> None:
    line = _entry(saved, key)
    reseal(saved, line, change)
    first = verify(saved, parse).first_difference
    assert first is not None
    assert (first.code, first.line) == ("altered", line)
    with pytest.raises(CannotContinueError) as caught:
        Session.resume(saved, parse)
    assert in_file(caught.value.last_valid_entry + 2) == line


def test_a_name_is_not_altered_unseen(saved: Path) -> None:
    def other_name(raw: dict[str, object]) -> None:
        raw["seats"] = [{"name": "Berit", "roles": []}] * len(list(raw["seats"]))

    reseal(saved, 1, other_name)
    assert "altered" in codes(saved)


@pytest.mark.parametrize("spliced", ["left out", "twice", "swapped", "of another game"])
def test_lines_that_do_not_belong_here_are_named(saved: Path, tmp_path: Path, spliced: str) -> None:
    lines, at = lines_of(saved), in_file(20) - 1
    other = begin(tmp_path / "other", seed=8)
    play(other, 40)
    changed = {
        "left out": [*lines[:at], *lines[at + 1 :]],
        "twice": [*lines[: at + 1], *lines[at:]],
        "swapped": [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]],
        "of another game": [*lines[:at], lines_of(other.path)[at], *lines[at + 1 :]],
    }[spliced]
    saved.write_bytes(b"".join(changed))
    first = verify(saved, parse).first_difference
    assert first is not None
    assert first.line in (at, at + 1, at + 2)


# ------------------------------------------------------------------ the head and the case
def test_the_head_is_small_and_repeated(saved: Path) -> None:
    lines = lines_of(saved)
    heads = [n for n, line in enumerate(lines, 1) if line.startswith(b'{"gevinstbordet"')]
    assert heads == [1, 4, in_file(REPEATED_EVERY + 1) + 1]
    bare = [{**json.loads(lines[n - 1]), "prev": "", "check": ""} for n in heads]
    assert bare[0] == bare[1] == bare[2]
    assert all(len(lines[n - 1]) < 1_000 for n in heads)


@pytest.mark.parametrize("lost", [(1,), (2,), (1, 2), (4, 5), (1, 5), (2, 4)])
def test_no_damage_in_one_place_closes_a_session(saved: Path, lost: tuple[int, ...]) -> None:
    before, lines = read(saved), lines_of(saved)
    for number in lost:
        lines[number - 1] = b"#" * 300 + b"\n"
    saved.write_bytes(b"".join(lines))
    log = read(saved)
    assert log.intact
    assert codes(saved) == ["spare"] * len(lost)
    assert (log.header, log.records) == (before.header, before.records)
    assert log.fingerprint == before.fingerprint
    assert verify(saved, parse).ok
    summary = read_summary(saved)
    assert summary is not None
    assert summary.fingerprint == before.fingerprint
    again = Session.resume(saved, parse)
    assert again.path != saved, "the damaged file stays as it is"
    again.close()
    assert not verify(again.path, parse).troubles


def lose_the_case(path: Path) -> Header:
    header, lines = read(path).header, lines_of(path)
    lines[2] = b"#" * len(lines[2]) + b"\n"
    path.write_bytes(b"".join(lines))
    return header


def test_a_lost_case_costs_its_text_and_not_the_session(saved: Path) -> None:
    header = lose_the_case(saved)
    log = read(saved)
    assert log.header.seats == header.seats
    assert "case_damaged" in codes(saved)
    assert len(log.records) == len(raws(saved)) - 1
    assert not verify(saved, parse).ok

    def strict(source: str, file: str) -> TinyCase:
        raise ValueError("no case")

    with pytest.raises(ReadError, match="The case inside"):
        Session.resume(saved, strict)
    seen = open_recording(saved, strict, mend)
    assert len(seen.steps) == len(log.history) + 1
    SavedSession(saved, clock=Clock()).note(0, "Set igen")


def test_a_lost_case_is_found_by_its_fingerprint(saved: Path, tmp_path: Path) -> None:
    header = lose_the_case(saved)
    look_for_cases_in(lambda: ["another"], lambda: ["a third", header.scenario])
    assert read(saved).header == header
    assert "case_found" in codes(saved)
    assert verify(saved, parse).ok


# ------------------------------------------------------------------ what it was packed in
def _zip(path: Path, *members: tuple[str, bytes]) -> Path:
    to = path.with_suffix(".zip")
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return to


def _as(suffix: str, change: Callable[[bytes], bytes]) -> Callable[[Path], Path]:
    def pack(path: Path) -> Path:
        to = path.with_name(path.stem + suffix)
        to.write_bytes(change(path.read_bytes()))
        return to

    return pack


@pytest.mark.parametrize(
    "pack",
    [
        _as("-bom.jsonl", lambda data: b"\xef\xbb\xbf" + data),
        _as("-dos.jsonl", lambda data: data.replace(b"\n", b"\r\n")),
        _as("-blank.jsonl", lambda data: b"\n" + data.replace(b"\n", b"\n\n")),
        _as("-wide.jsonl", lambda data: data.decode().encode("utf-16")),
        _as(".jsonl.txt", lambda data: data),
        _as(".jsonl.gz", gzip.compress),
        _as("-mail.txt", gzip.compress),
        lambda path: _zip(path, ("x/spil.jsonl", path.read_bytes()), ("læsmig.txt", b"hej")),
    ],
)
def test_a_session_is_opened_for_what_it_is(saved: Path, pack: Callable[[Path], Path]) -> None:
    packed, log = pack(saved), read(saved)
    before = packed.read_bytes()
    assert is_session(packed)
    assert read(packed).records == log.records
    assert not read(packed).troubles
    assert verify(packed, parse).ok
    summary = read_summary(packed)
    assert summary is not None
    assert summary.decisions == len(log.history)
    with Session.resume(packed, parse) as again:
        play(again, 1)
    assert again.path == packed or packed.read_bytes() == before
    assert not verify(again.path, parse).troubles
    SavedSession(packed).note(0, "Set igen")
    assert again.path == packed or again.path.name.count(".") == 1


def test_archives_that_hold_no_session_or_too_much_are_refused(saved: Path) -> None:
    data = saved.read_bytes()
    two = _zip(saved, ("a.jsonl", data), ("b.jsonl", data))
    with pytest.raises(ReadError, match=r"several sessions in .*: a.jsonl, b.jsonl"):
        read(two)
    many = _zip(saved, *((f"{n}.jsonl", data) for n in range(6)))
    with pytest.raises(ReadError, match=r": 0.jsonl, .*, 4.jsonl, …\. Name"):
        read(many)
    none = _zip(saved, ("case.toml", b"title = 1"))
    with pytest.raises(ReadError, match="There is no session"):
        read(none)
    none.write_bytes(none.read_bytes()[:60])
    with pytest.raises(ReadError, match="cannot be unpacked"):
        read(none)


def test_one_of_several_in_an_archive_is_unpacked_once(saved: Path, tmp_path: Path) -> None:
    data, folder = saved.read_bytes(), tmp_path / "games"
    two = _zip(saved, ("../a.jsonl", data), ("b/CON.jsonl", data[:-1]))
    assert sessions_inside(two) == ["../a.jsonl", "b/CON.jsonl"]
    path = unpack(two, "../a.jsonl", folder)
    assert path == folder / "a.jsonl"
    SavedSession(path).note(0, "gone on with")
    assert unpack(two, "../a.jsonl", folder) == path
    path.write_bytes(b"another game")
    assert unpack(two, "../a.jsonl", folder) == folder / "a-2.jsonl"
    assert unpack(two, "b/CON.jsonl", folder) == folder / "session.jsonl"
    with pytest.raises(ReadError, match=r"no session called c\.jsonl"):
        unpack(two, "c.jsonl", folder)


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_damaged_archive_is_opened_or_refused_but_never_breaks(
    tmp_path: Path, packing: int
) -> None:
    path, rng = tmp_path / "x.zip", random.Random(3)
    with zipfile.ZipFile(path, "w", packing) as archive:
        archive.writestr("spil på æøå.jsonl", b'{"gevinstbordet":"session"}\n' * 40)
    whole, said = path.read_bytes(), set[str]()
    for _ in range(120):
        data = bytearray(whole)
        for _ in range(rng.choice((1, 1, 2, 5))):
            data[rng.randrange(4, len(data))] = rng.randrange(256)
        path.write_bytes(data)
        try:
            read_content(path)
        except ReadError as error:
            said.add(error.trouble.code)
    assert "broken_archive" in said


def test_what_swells_beyond_a_session_is_refused(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.session.containers.MAX_FILE", 100_000)
    bomb = saved.read_bytes() + b" " * 1_000_000
    for path in (
        _zip(saved, ("bomb.jsonl", bomb)),
        _as(".jsonl.gz", lambda _: gzip.compress(bomb))(saved),
    ):
        assert path.stat().st_size < 100_000
        with pytest.raises(ReadError) as caught:
            read(path)
        assert caught.value.trouble.code == "too_large"


# ------------------------------------------------------------------ the same limits on both sides
def test_no_entry_is_acknowledged_that_is_not_read_again(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Session.resume(saved, parse) as session:
        entries = len(session.log.records)
        monkeypatch.setattr("game.session.annotating.MAX_ENTRIES", entries + 1)
        session.bookmark("én til")
        with pytest.raises(SaveError) as caught:
            session.bookmark("og én for meget")
    assert caught.value.trouble.code == "full"
    with pytest.raises(SaveError):
        SavedSession(saved).note(0, "x")
    assert len(read(saved).records) == entries + 1


@pytest.mark.parametrize("now", [-1e9, 0.0, 32_503_680_001.0, 4e12])
def test_a_game_that_was_begun_by_a_wrong_clock_is_read_again(tmp_path: Path, now: float) -> None:
    clock = Clock(now)
    case = TinyCase()
    session = Session.create(case, begin(tmp_path).log.header.seats, 1, tmp_path, clock=clock)
    session.bookmark("her")
    clock.now = 1_795_000_000.0
    session.bookmark("nu går uret rigtigt")
    session.close()
    assert read(session.path).intact
    assert verify(session.path, parse).ok
    assert len(lines_of(session.path)) > BEGINNING_LINES
