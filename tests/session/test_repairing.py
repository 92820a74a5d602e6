"""A damaged session is built anew from what is whole in it, and says so."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from game.session import Decision, Note, ReadError, Session, read, verify
from game.session.repairing import Repair, repair
from tests.session.figures.damages import DAMAGES, damaged
from tests.session.freezing import FOLDER
from tests.session.lines import in_file, spoilt
from tests.session.playing import TinyCase, begin_in_danish, parse, play

NOW = 1_796_000_000.0


@pytest.fixture(autouse=True)
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of cases, where the one that is played lies under another name."""
    folder = tmp_path / "cases"
    folder.mkdir()
    (folder / "same.toml").write_text(TinyCase().source, "utf-8")
    texts = [lambda: (path.read_text("utf-8") for path in folder.glob("*.toml"))]
    monkeypatch.setattr("game.session.cases._texts", texts)
    return folder


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A game with written cards, an undo, notes and a timer."""
    session = begin_in_danish(tmp_path)
    play(session, 60, random.Random(5))
    session.note(3, "Hvad lærte vi her?")
    session.timer("turn", "start", 60)
    session.close()
    return session.path


def spoil(path: Path, *numbers: int) -> None:
    """Destroy lines, counted with the whole header as the first."""
    lines = path.read_bytes().splitlines(keepends=True)
    for number in numbers:
        lines[in_file(number) - 1] = b"\x00" * 40 + b"\n"
    path.write_bytes(b"".join(lines))


def repaired(path: Path) -> Repair:
    """Repair it; the damaged file stays as it is, and the new one opens, says so and goes on."""
    before = path.read_bytes()
    done = repair(path, parse, path.with_name("repaired.jsonl"), NOW)
    assert path.read_bytes() == before
    result = verify(done.path, parse)
    assert result.ok
    assert [t.code for t in result.troubles] == [
        "repaired" if done.complete else "repaired_in_part"
    ]
    Session.resume(done.path, parse).close()
    return done


def test_a_missing_decision_is_known_by_what_it_led_to(saved: Path) -> None:
    log = read(saved)
    numbers = [d.n for d in log.history if type(d.action).__name__ != "WriteIdea"][6:12]
    spoil(saved, *(n + 1 for n in numbers[::2]))
    done = repaired(saved)
    assert done.complete
    assert sorted(done.restored) == numbers[::2]
    actions = [d.action for d in read(done.path).history]
    assert actions == [d.action for d in log.history]


def test_what_rests_on_a_lost_decision_is_left_out_and_notes_are_kept(saved: Path) -> None:
    log = read(saved)
    written = log.history[0].n  # in the group's own words: no list of actions has it
    spoil(saved, written + 1)
    done = repaired(saved)
    assert done.missing == [written]
    assert len(done.dependent) > 40
    again = read(done.path)
    assert not any(isinstance(record, Decision) for record in again.records)
    assert [r.text for r in again.records if isinstance(r, Note)] == ["Hvad lærte vi her?"]


def test_a_lost_note_costs_nothing_but_the_note(saved: Path) -> None:
    log = read(saved)
    number = next(r.n for r in log.records if isinstance(r, Note))
    spoil(saved, number + 1)
    done = repaired(saved)
    assert (done.missing, done.dependent) == ([number], [])
    assert len(read(done.path).history) == len(log.history)


def test_one_wrong_byte_anywhere_costs_nothing(saved: Path) -> None:
    log, whole = read(saved), saved.read_bytes()
    rng = random.Random(3)
    for place in rng.sample(range(len(whole) - 1), 12):
        data = bytearray(whole)
        data[place] = (data[place] + rng.randrange(1, 255)) % 256
        saved.write_bytes(data)
        done = repair(saved, parse, saved.with_name("again.jsonl"), NOW)
        assert done.complete
        assert read(done.path).records[:-1] == log.records


@pytest.mark.parametrize(
    "spoiled",
    [
        lambda data: b"\x00" * 4_000 + data[4_000:],
        lambda data: data[:5_000] + data[9_000:],
        lambda data: data[:9_000],
        lambda data: data[len(data) // 2 :] + data[: len(data) // 2],
        lambda data: data.replace(b"e", b"E", 3),
        lambda data: data[:7_000] + b"\n\xff\n" * 30 + data[7_000:],
    ],
)
def test_whatever_happened_the_result_is_whole(
    saved: Path, spoiled: Callable[[bytes], bytes]
) -> None:
    saved.write_bytes(spoiled(saved.read_bytes()))
    repaired(saved)


def test_a_file_of_an_older_format_is_repaired_as_well(tmp_path: Path) -> None:
    from game.content import parse as parse_case

    path = tmp_path / "old.jsonl"
    lines = (FOLDER / "format-2-whole-game.jsonl").read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:30], b"junk\n", *lines[31:]]))
    done = repair(path, parse_case, tmp_path / "new.jsonl", NOW)
    assert done.missing == [30] or done.restored == [30]
    assert read(done.path).intact
    assert TinyCase().file not in read(done.path).header.scenario_file


def test_any_junk_is_repaired_or_refused_but_never_breaks(saved: Path) -> None:
    whole, rng = saved.read_bytes(), random.Random(11)
    for _ in range(25):
        saved.write_bytes(spoilt(whole, rng))
        try:
            done = repair(saved, parse, saved.with_name("again.jsonl"), NOW)
        except ReadError:
            continue
        assert read(done.path).intact
        assert verify(done.path, parse).ok


def test_the_table_of_figures_says_that_nothing_is_lost_silently(tmp_path: Path) -> None:
    lines = [*damaged(3, tmp_path)]
    assert [line.split(":")[0] for line in lines] == [*DAMAGES]
    assert "3 all entries read" in lines[0]
    assert not any("nothing said" in line for line in lines)
