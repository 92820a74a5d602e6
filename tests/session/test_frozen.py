"""Sessions of every format there has been: they open, show everything, and go on as before."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from game.content import mend, parse
from game.engine import RULES_VERSION, Applied, apply, digest, legal
from game.engine import actions as act
from game.engine.chance import draw
from game.session import (
    FORMAT,
    Decision,
    Log,
    Origin,
    ReadError,
    SavedSession,
    Session,
    open_recording,
    read,
    read_summary,
    verify,
)
from game.session.reading import read_lines
from tests.session.freezing import FOLDER, frozen, sums
from tests.session.vocabulary import IN_THE_MAKING

FILES = [pytest.param(path, id=path.stem) for path in frozen()]
RELEASED = set(range(1, FORMAT + 1)) - set((IN_THE_MAKING or ())[:1])
FORMAT_1 = FOLDER / "format-1-whole-game.jsonl"


@pytest.fixture(params=FILES)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a frozen file, so that nothing can happen to the real one."""
    return Path(shutil.copy(request.param, tmp_path))


def decided_otherwise(file: Path) -> bool:
    """Whether today's rules decide a game of older rules otherwise: then it cannot go on.

    Where the rules only gained something, all that was saved is decided as it was, and goes on.
    """
    done = verify(file, parse)
    assert done.ok or done.log.header.rules != RULES_VERSION
    return not done.ok


def test_no_frozen_file_was_ever_changed() -> None:
    found = {path.name: sha256(path.read_bytes()).hexdigest() for path in frozen()}
    assert found == sums()


def test_every_format_so_far_is_frozen() -> None:
    formats = {int(path.name.split("-")[1]) for path in frozen()}
    assert formats == RELEASED


def test_it_opens_and_folds_to_what_was_recorded(file: Path) -> None:
    log = read(file)
    assert not log.troubles
    states = log.states(parse(log.header.scenario, log.header.scenario_file).setup)
    assert not log.troubles
    recorded = {r.n: r.digest for r in log.records if isinstance(r, Decision)} | {0: log.digest}
    assert {n: digest(state) for n, state in states.items()} == recorded


def test_it_is_decided_again_or_says_that_the_rules_have_changed(file: Path) -> None:
    done = verify(file, parse)
    if done.log.header.rules == RULES_VERSION:
        assert done.ok
        assert not done.troubles
        assert done.log.records == read(file).records
    else:
        assert done.consistent
        assert [t.code for t in done.troubles] == ["rules_version", "other_rules"]
        assert done.decisions == sum(isinstance(r, Decision) for r in read(file).records)


def test_todays_rules_go_on_from_any_state_of_it(file: Path) -> None:
    """Nothing was true of ideas in the group's own words when version 1 began: now it is drawn."""
    log = read(file)
    states = log.states(parse(log.header.scenario, log.header.scenario_file).setup)
    for n, state in [*states.items()][::10]:
        ends, step = state, 0
        while not ends.over:
            actions = legal(ends)
            applied = apply(ends, actions[draw(n, "walk", step, len(actions))])
            assert isinstance(applied, Applied)
            ends, step = applied.state, step + 1
        realised = {idea.id for idea in ends.ideas if idea.status == "realised"}
        before = {idea.id for idea in state.ideas if idea.status == "realised"}
        assert realised - before <= set(ends.truth)


def test_a_glance_tells_what_reading_all_of_it_tells(file: Path) -> None:
    log, seen = read(file), read_summary(file)
    assert seen is not None
    ended = [e for d in log.history for e in d.events if type(e).__name__ == "Ended"]
    assert seen.over == bool(ended)
    assert (seen.decisions, seen.played) == (len(log.history), log.played)
    assert seen.verdict == (ended[0].verdict if ended else None)
    assert all(seat.roles for seat in seen.seats)
    assert [s.name for s in seen.seats] == [s.name for s in log.header.seats]


def test_an_older_one_goes_on_in_a_new_file_that_says_where_it_came_from(file: Path) -> None:
    before, log = file.read_bytes(), read(file)
    if decided_otherwise(file):
        with pytest.raises(ReadError) as caught:
            Session.resume(file, parse)
        assert caught.value.trouble.code == "older_game"
        assert file.read_bytes() == before
        return
    old = read_lines(file).old
    with Session.resume(file, parse) as session:
        if session.state.over:
            session.undo("Én gang til")
        else:
            assert isinstance(session.do(act.Correct("trust", -1, "Uro")), Applied)
    assert (session.path != file) == old
    if old:
        assert file.read_bytes() == before
        origin = read(session.path).origin
        assert origin is not None
        assert (origin.file, origin.entry) == (file.name, len(log.records))
        assert origin.header == log.fingerprint
    again = verify(session.path, parse)
    assert again.ok
    assert again.log.records[: len(log.records)] == log.records


def test_it_may_have_been_through_another_editor(file: Path) -> None:
    """Line ends of DOS, a mark for the order of bytes and blank lines change nothing."""
    log, before = read(file), verify(file, parse).troubles
    dos = file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(b"\xef\xbb\xbf" + dos.replace(b"\n", b"\n\r\n", 3))
    assert read(file).records == log.records
    after = verify(file, parse).troubles
    assert [trouble.code for trouble in after] == [trouble.code for trouble in before]


def test_what_if_begins_from_any_of_them(file: Path, tmp_path: Path) -> None:
    before, log = file.read_bytes(), read(file)
    if decided_otherwise(file):
        for entry in (0, 20):
            with pytest.raises(ReadError):
                Session.branch(file, entry, parse, tmp_path / "branches")
        assert file.read_bytes() == before
        return
    with Session.branch(file, 20, parse, tmp_path / "branches") as branch:
        assert isinstance(branch.do(act.Correct("trust", -1, "Hvad nu hvis?")), Applied)
    assert file.read_bytes() == before
    assert branch.log.origin == Origin(file.name, 20, log.fingerprint)
    done = verify(branch.path, parse)
    assert done.ok
    assert done.log.records[:20] == log.records[:20]


def test_the_rules_having_changed_it_is_said_and_everything_is_shown(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.session.recording.RULES_VERSION", 99)
    seen = open_recording(file, parse, mend)
    assert [trouble.code for trouble in seen.troubles] == ["rules_version"]
    log = read(file)
    recorded = {r.n: r.digest for r in log.records if isinstance(r, Decision)}
    assert {n: digest(seen.state(n)) for n in recorded} == recorded
    assert len(seen.steps) == len(log.history) + 1


def test_notes_are_added_to_an_older_one_in_a_new_file(file: Path) -> None:
    before, log, old = file.read_bytes(), read(file), read_lines(file).old
    decided_alike = not decided_otherwise(file)
    added = SavedSession(file)
    added.note(3, "Se på det igen", bookmark=True)
    added.note(4, "Og her")
    assert (added.path != file) == old
    if old:
        assert file.read_bytes() == before
    again = read(added.path)
    assert again.records[:-2] == log.records
    assert again.header.seats == log.header.seats
    assert [n.of for n in again.notes[-2:]] == [3, 4]
    assert verify(added.path, parse).ok == decided_alike


def test_an_old_branch_still_tells_what_it_branched_off() -> None:
    origin = read(FOLDER / "format-1-what-if.jsonl").origin
    assert origin is not None
    assert (origin.file, origin.entry, origin.header) == (FORMAT_1.name, 40, "")


def _kinds(log: Log) -> set[str]:
    return {type(record).__name__ for record in log.records}


@pytest.mark.parametrize("format", sorted(RELEASED))
def test_what_is_frozen_has_one_of_everything_that_the_format_knows(format: int) -> None:
    logs = [read(path) for path in frozen() if path.name.startswith(f"format-{format}-")]
    kinds = set().union(*map(_kinds, logs))
    wanted = {"Decision", "Undo", "Redo", "Bookmark", "Timer", "Language", "Resumed"}
    if format >= 2:
        wanted |= {"Guided", "Note", "Outcome", "CheckIn"}
    if format >= 3:
        wanted |= {"TalkedOf"}
    assert kinds >= wanted
