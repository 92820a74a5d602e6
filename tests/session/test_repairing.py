"""A damaged session is built anew from what is whole in it, and says so."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from game.i18n import words
from game.session import Decision, Note, ReadError, Session, read, read_summary, verify
from game.session.annotating import ItemDraft
from game.session.annotations import TalkedMoment, TalkedOf
from game.session.repair_told import told
from game.session.repairing import repair
from game.session.writing import REPEATED_EVERY
from tests.session.figures.damages import DAMAGES, damaged
from tests.session.freezing import FOLDER
from tests.session.lines import in_file, spoilt
from tests.session.playing import TinyCase, begin, begin_in_danish, parse, play
from tests.session.repairs import NOW, repaired, spoil


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


def test_what_names_another_entry_names_it_still(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 8)
    session.bookmark("gået")
    first = session.action_item(ItemDraft("Første")).n
    lost = session.action_item(ItemDraft("Tabt")).n
    session.action_item(ItemDraft("Tabt, og rettet"), lost)
    moments = [TalkedMoment(3, "first", None, None), TalkedMoment(9, "mark", None, None)]
    session.talk_of(moments, "group")
    session.close()
    bookmark = read(session.path).bookmarks[0].n
    spoil(session.path, bookmark + 1, lost + 1)
    again = read(repaired(session.path).path)
    assert [item.text for item in again.action_items] == ["Første", "Tabt, og rettet"]
    assert first != lost
    (talked,) = [r for r in again.records if isinstance(r, TalkedOf)]
    assert [moment.entry for moment in talked.talked_of] == [3]


@pytest.mark.parametrize("lost_too", [False, True])
def test_what_was_withdrawn_stays_withdrawn_and_nothing_else_is(
    tmp_path: Path, lost_too: bool
) -> None:
    session = begin(tmp_path)
    play(session, 8)
    session.bookmark("gået")
    session.action_item(ItemDraft("Første"))
    wrong = session.action_item(ItemDraft("Forkert")).n
    session.action_item(ItemDraft("Sidste"))
    session.withdraw(wrong)
    session.close()
    bookmark = read(session.path).bookmarks[0].n
    spoil(session.path, bookmark + 1, *([wrong + 1] if lost_too else []))
    again = read(repaired(session.path).path)
    assert [item.text for item in again.action_items] == ["Første", "Sidste"]


@pytest.mark.parametrize("end", [b"\x00" * 40, b"\x00" * 40 + b"\n", b'{"n":999,"at":'])
def test_an_end_that_is_lost_is_told_for_nothing_tells_how_much_it_was(
    saved: Path, end: bytes
) -> None:
    kept = saved.read_bytes().rstrip(b"\n").rpartition(b"\n")[0] + b"\n"
    saved.write_bytes(kept + end)
    done = repaired(saved)
    assert (done.missing, done.dependent) == ([], [])
    assert not done.complete
    said = [*told(words("en"), done)]
    assert said[-1] == "The end of the file is damaged: nothing tells how much more stood there."


def test_a_repeated_head_that_is_lost_at_the_end_costs_nothing(tmp_path: Path) -> None:
    session = begin(tmp_path)
    while len(session.log.records) < REPEATED_EVERY:
        session.timer("turn", "start", 60)
    session.close()
    lines = session.path.read_bytes().splitlines(keepends=True)
    assert lines[-1].startswith(b'{"gevinstbordet"')
    session.path.write_bytes(b"".join(lines[:-1]) + b"\x00" * 40 + b"\n")
    assert repaired(session.path).complete


def test_two_lines_that_became_one_are_both_read(saved: Path) -> None:
    lines = saved.read_bytes().splitlines(keepends=True)
    lines[20] = lines[20].rstrip(b"\n") + b" "
    spoilt_line = in_file(40)
    lines[spoilt_line - 1] = b"\x00" * 40 + b"\n"  # so that the file needs to be repaired
    saved.write_bytes(b"".join(lines))
    done = repaired(saved)
    assert set(done.missing) <= {39}
    assert len(done.dependent) <= 1


def test_without_its_case_a_repaired_game_is_said_not_to_go_on(saved: Path, cases: Path) -> None:
    (cases / "same.toml").unlink()
    lines = saved.read_bytes().splitlines(keepends=True)
    lines[2] = b"\x00" * 40 + b"\n"
    saved.write_bytes(b"".join(lines))
    done = repair(saved, fails, saved.with_name("repaired.jsonl"), NOW)
    assert not done.complete
    said = [*told(words("en"), done)]
    assert said[-1] == "The case is lost, too: the game can be looked at, and cannot go on."
    with pytest.raises(ReadError) as refused:
        verify(done.path, fails)
    assert refused.value.trouble.code == "case_lost"


def fails(source: str, file: str) -> TinyCase:
    """Parses as a case is parsed: what is empty is none."""
    if not source:
        raise ValueError(file)
    return parse(source, file)


def test_a_repaired_file_is_no_branch_but_what_goes_on_from_it_is(saved: Path) -> None:
    spoil(saved, 20)
    path = repaired(saved).path
    found = read_summary(path)
    assert found is not None
    assert (found.repaired, found.branch) == (True, None)
    session = Session.branch(path, 6, parse, saved.parent)
    session.close()
    found = read_summary(session.path)
    assert found is not None
    assert not found.repaired
    assert found.branch is not None


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
