"""What is added to a session without playing on: notes, check-ins, what became of it."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from game.engine import TRACKS, Track, digest
from game.engine.events import BenefitClaimed, DownsideNamed
from game.session import (
    CannotAddError,
    CheckIn,
    EntryError,
    InUseError,
    SavedSession,
    SaveError,
    Session,
    TalkedMoment,
    TalkedOf,
    annotating,
    read,
    read_summary,
    verify,
)
from game.session.line_format import FileLines
from game.session.store import Store
from tests.session.lines import codes, counted, in_file, rewrite
from tests.session.playing import WEEKS_LATER, Clock, begin, parse, play
from tests.session.vanishing import disk_with_room_for

DAY = date(2027, 1, 15)


@pytest.fixture
def over(tmp_path: Path) -> Path:
    """A game that is over."""
    session = begin(tmp_path)
    play(session, 2_000)
    assert session.state.over
    session.close()
    return session.path


def later(path: Path) -> SavedSession:
    return SavedSession(path, clock=Clock(WEEKS_LATER))


def test_a_game_that_is_over_takes_notes_check_ins_and_what_became_of_it(over: Path) -> None:
    before, entries = over.read_bytes(), len(read(over).records)
    added = later(over)
    idea, track = min(_claims(over))
    added.check_in(2, "træt, men glad", 4)
    added.note(7, "Her tog vi den forkerte", bookmark=True)
    added.note(0, "", bookmark=True)
    added.outcome(idea=idea, held="partly", text="Halvdelen ringede stadig", day=DAY, by="Bo")
    added.outcome(track="citizen", value=12.5, day=DAY, by="Controller")
    added.outcome(idea=idea, track=track, value=-3, day=DAY, confirmed=True)
    assert over.read_bytes().startswith(before)
    log = read(over)
    assert log.intact
    assert log.records == added.log.records
    n, at = entries + 1, log.records[entries].at
    assert at > 30 * 24 * 3600
    assert log.check_ins == {2: CheckIn(n, at, 2, "træt, men glad", 4)}
    assert [(x.of, x.text, x.bookmark) for x in log.notes] == [
        (7, "Her tog vi den forkerte", True),
        (0, "", True),
    ]
    assert [(o.what, o.idea, o.track, o.held, o.value) for o in log.outcomes] == [
        ("trial", idea, None, "partly", None),
        ("track", None, "citizen", None, 12.5),
        ("benefit", idea, track, None, -3),
    ]
    assert log.outcomes[0].date == "2027-01-15"
    assert [o.confirmed for o in log.outcomes] == [False, False, True]
    done = verify(over, parse)
    assert done.ok
    assert done.log.records == log.records


def moment(entry: int) -> TalkedMoment:
    return TalkedMoment(entry, "OwnerLate", "a", "citizen")


def test_which_moments_are_talked_about_stands_in_the_session(over: Path) -> None:
    added = later(over)
    added.talk_of(map(moment, (3, 7, 9)), "program")
    added.talk_of([moment(7), TalkedMoment(0, "Stalled", None, None)], "group")
    log = read(over)
    assert log.intact
    first, last = (r for r in log.records if isinstance(r, TalkedOf))
    assert [m.entry for m in first.talked_of] == [3, 7, 9]
    assert last.talked_of == (moment(7), TalkedMoment(0, "Stalled", None, None))
    assert (first.chosen, last.chosen) == ("program", "group")
    assert verify(over, parse).ok


def _claims(path: Path) -> set[tuple[str, Track]]:
    events = (e for d in read(path).history for e in d.events)
    return {(e.idea, e.track) for e in events if isinstance(e, BenefitClaimed | DownsideNamed)}


def _never_promised(added: SavedSession) -> dict[str, Any]:
    """An idea on the table, and a track on which nobody said anything of it."""
    claims = _claims(added.path)
    return next(
        {"idea": idea, "track": track}
        for idea in _ideas(added.path)
        for track in TRACKS
        if (idea, track) not in claims
    )


def _ideas(path: Path) -> list[str]:
    events = (e for d in read(path).history for e in d.events)
    return [e.idea for e in events if type(e).__name__ == "IdeaPlaced"]


def test_what_is_added_says_the_same_of_the_game_as_before(over: Path) -> None:
    before = read_summary(over)
    later(over).note(3, "x")
    after = read_summary(over)
    assert before is not None
    assert after is not None
    for name in ("round", "over", "verdict", "decisions", "played", "seats"):
        assert getattr(after, name) == getattr(before, name)
    assert after.over
    assert after.verdict == before.verdict is not None


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (lambda a: a.note(9_999, "x"), "no_such_entry"),
        (lambda a: a.note(-1, "x"), "no_such_entry"),
        (lambda a: a.note(1, "  "), "empty_text"),
        (lambda a: a.note(1, "x" * 401), "long_text"),
        (lambda a: a.note(1, "bip\x07"), "bad_text"),
        (lambda a: a.check_in(3, "glad"), "no_such_seat"),
        (lambda a: a.check_in(-1, "glad"), "no_such_seat"),
        (lambda a: a.check_in(0, mood=6), "bad_mood"),
        (lambda a: a.check_in(0), "empty_text"),
        (lambda a: a.talk_of([moment(9_999)], "group"), "no_such_entry"),
        (lambda a: a.talk_of([moment(-1)], "program"), "no_such_entry"),
        (lambda a: a.talk_of([moment(1)] * 2, "group"), "bad_value"),
        (lambda a: a.talk_of(map(moment, range(13)), "group"), "bad_value"),
        (lambda a: a.outcome(idea="nowhere", held="yes", day=DAY), "no_such_idea"),
        (lambda a: a.outcome(idea="x", track="economy", value=1, day=DAY), "no_such_idea"),
        (lambda a: a.outcome(**_never_promised(a), value=1, day=DAY), "no_such_benefit"),
        (lambda a: a.outcome(track="citizen", value=1, day=date(2020, 1, 1)), "before_the_game"),
        (lambda a: a.outcome(day=DAY, value=3.0), "wrong_outcome"),
        (lambda a: a.outcome(track="citizen", day=DAY), "wrong_outcome"),
        (lambda a: a.outcome(track="citizen", held="no", value=1, day=DAY), "wrong_outcome"),
        (lambda a: a.outcome(track="citizen", value=float("nan"), day=DAY), "wrong_outcome"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(
    over: Path, entry: Any, code: str
) -> None:
    before = over.read_bytes()
    with pytest.raises(EntryError) as caught:
        entry(later(over))
    assert caught.value.trouble.code == code
    assert str(caught.value).endswith(".")
    assert over.read_bytes() == before


def test_a_trial_that_never_was_carried_out_is_no_trial(over: Path) -> None:
    with pytest.raises(EntryError):
        later(over).outcome(idea=_ideas(over)[0], day=DAY)


def test_the_last_tags_are_those_of_the_session(over: Path) -> None:
    added = later(over)
    assert added.log.tags == ()
    added.tag(("byggesag", "  Forår   2027 "))
    assert read(over).tags == ("byggesag", "Forår 2027")
    added.tag(("Forår 2027",))
    assert added.log.tags == read(over).tags == ("Forår 2027",)
    added.tag(())
    assert read(over).tags == ()
    assert verify(over, parse).ok


@pytest.mark.parametrize(
    ("tags", "code"),
    [
        (("  ",), "empty_text"),
        (("x" * 41,), "long_text"),
        (("bip\x07",), "bad_text"),
        (("Byg", "byg"), "tag_twice"),
        ([str(n) for n in range(13)], "many_tags"),
    ],
)
def test_tags_have_bounds(over: Path, tags: Any, code: str) -> None:
    before = over.read_bytes()
    with pytest.raises(EntryError) as caught:
        later(over).tag(tags)
    assert caught.value.trouble.code == code
    assert over.read_bytes() == before


def test_a_table_in_play_takes_them_too_and_goes_on(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 10)
    session.note(4, "Hvorfor?")
    session.check_in(1, mood=3)
    mark, played = digest(session.state), session.log.played
    assert played == session.log.records[9].at
    play(session, 5)
    session.close()
    done = verify(session.path, parse)
    assert done.ok
    assert done.decisions == 15
    assert digest(done.states[10]) == mark


def test_an_unfinished_game_goes_on_after_notes_were_added(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 10)
    session.close()
    later(session.path).note(10, "Vi stoppede her")
    with Session.resume(session.path, parse, clock=Clock(WEEKS_LATER + 100)) as again:
        play(again, 5)
        assert again.log.played < 20
    done = verify(session.path, parse)
    assert done.ok
    assert done.decisions == 15


def test_nothing_can_be_added_while_the_table_is_in_play(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 3)
    added = later(session.path)
    with pytest.raises(InUseError):
        added.note(1, "x")
    play(session, 2)
    session.close()
    assert added.note(1, "x").n == 6  # what was played meanwhile is counted
    assert [type(r).__name__ for r in read(session.path).records[-2:]] == ["Decision", "Note"]


def test_two_trainers_take_turns(over: Path) -> None:
    one, other = later(over), later(over)
    numbers = [a.note(1, "x").n for a in (one, other, one, one, other)]
    assert numbers == list(range(numbers[0], numbers[0] + 5))
    assert len(read(over).notes) == 5


def test_what_another_program_adds_while_it_is_read_is_never_cut_off(
    over: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_slowly, others = annotating.read_lines, iter("ab")

    def read_lines(path: Path) -> FileLines:
        lines = read_slowly(path)
        for text in others:
            SavedSession(path).note(1, text)  # reads too, while the next one adds
        return lines

    monkeypatch.setattr(annotating, "read_lines", read_lines)
    later(over).note(1, "c")
    assert {note.text for note in read(over).notes} == set("abc")
    assert not over.with_suffix(".torn").exists()
    assert verify(over, parse).ok


def test_what_was_saved_is_not_cut_off_where_nothing_keeps_two_programs_apart(over: Path) -> None:
    added = later(over)
    whole = added.path.stat().st_size
    later(over).note(1, "saved")
    before = over.read_bytes()
    store = Store.open(over)
    with pytest.raises(SaveError) as caught:
        store.discard_after(whole)
    store.close()
    assert caught.value.trouble.code == "added_to"
    assert over.read_bytes() == before


def test_what_another_program_withdrew_meanwhile_is_not_withdrawn_twice(over: Path) -> None:
    n = later(over).note(1, "x").n
    one, other = later(over), later(over)
    one.withdraw(n)
    before = over.read_bytes()
    with pytest.raises(EntryError):
        other.withdraw(n)
    assert over.read_bytes() == before
    assert verify(over, parse).ok


def test_a_cut_off_line_is_put_aside_and_a_missing_line_end_is_mended(over: Path) -> None:
    whole = over.read_bytes()
    over.write_bytes(whole[:-20])
    entries = len(read(over).records)
    later(over).note(1, "efter strømsvigtet")
    log = read(over)
    assert log.intact
    assert not log.troubles
    assert len(log.records) == entries + 1
    assert over.with_suffix(".torn").exists()
    over.write_bytes(whole[:-1])
    later(over).note(1, "uden linjeskift")
    assert not read(over).troubles


def test_a_damaged_file_is_left_as_it_is(over: Path) -> None:
    lines = over.read_bytes().splitlines(keepends=True)
    lines[in_file(6) - 1] = b"junk\n"
    over.write_bytes(b"".join(lines))
    before = over.read_bytes()
    with pytest.raises(CannotAddError) as caught:
        later(over).note(1, "x")
    assert counted(caught.value.because.line) == 6
    assert over.name in str(caught.value)
    assert over.read_bytes() == before


def test_rules_that_have_changed_do_not_matter(over: Path) -> None:
    rewrite(over, 1, lambda raw: raw.update(rules=0, seed=99))  # deciding again would fail
    assert not verify(over, parse).ok
    later(over).note(2, "Set igen")
    assert read(over).notes[0].text == "Set igen"


def test_a_full_disk_changes_nothing(over: Path) -> None:
    before, added = over.read_bytes(), later(over)
    with disk_with_room_for(len(before) + 10), pytest.raises(SaveError):
        added.note(1, "x")
    assert over.read_bytes() == before
    added.note(1, "x")
    assert len(read(over).notes) == 1


def test_the_disk_has_been_waited_for(over: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    fsync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda fd: (calls.append(fd), fsync(fd))[1])
    later(over).note(1, "x")
    assert len(calls) == 1


def _note(of: int) -> Any:
    def change(raw: Any) -> None:
        for key in ("do", "events", "digest"):
            raw.pop(key)
        raw.update(note=of, text="x", bookmark=False)

    return change


@pytest.mark.parametrize(("of", "code"), [(5, "no_such_entry"), (True, "bad_value")])
def test_a_note_about_what_was_not_yet_there_is_named(over: Path, of: int, code: str) -> None:
    rewrite(over, 6, _note(of))
    assert codes(read(over)) == [(code, 6)]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ({"check_in": 3, "word": "x", "mood": None}, "no_such_seat"),
        ({"check_in": 0, "word": "", "mood": True}, "bad_value"),
        ({"check_in": 0, "word": "", "mood": 6}, "newer_line"),
        ({"talked_of": [], "chosen": "nobody"}, "newer_line"),
        ({"talked_of": [{"entry": 1}], "chosen": "group"}, "missing"),
        ({"outcome": "trial", "held": "maybe"}, "newer_line"),
        ({"outcome": "track", "track": "x"}, "newer_line"),
        ({"outcome": "track", "track": "citizen", "value": 1, "date": "i går"}, "bad_date"),
        ({"outcome": "track", "track": "citizen"}, "wrong_outcome"),
        ({"outcome": "track", "track": "citizen", "value": 1, "confirmed": 1}, "bad_value"),
        ({"outcome": "benefit", "track": "citizen", "value": 1}, "wrong_outcome"),
    ],
)
def test_what_no_trainer_can_have_added_is_named(over: Path, entry: Any, code: str) -> None:
    def change(raw: Any) -> None:
        for key in ("do", "events", "digest"):
            raw.pop(key)
        if "outcome" in entry:
            empty = dict.fromkeys(("idea", "track", "held", "value"))
            raw.update(empty, text="", date="2027-01-15", by="", confirmed=False)
        raw.update(entry)

    rewrite(over, 6, change)
    assert codes(read(over)) == [(code, 6)]
    assert len(read(over).records) == 4
