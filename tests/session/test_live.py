"""Playing, undoing, putting back, and what stands in the file meanwhile."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from game.engine import RULES_VERSION, Applied, Refusal, State, digest, observe
from game.engine import actions as act
from game.engine import events as ev
from game.session import (
    FORMAT,
    Decision,
    Origin,
    Session,
    Undo,
    read,
    read_summary,
    session_summaries,
    verify,
)
from tests.session.lines import raws
from tests.session.playing import (
    SEATS,
    Clock,
    TinyCase,
    accept,
    anchor_in_danish,
    begin,
    parse,
    play,
    play_until,
    wander,
    write_in_danish,
)


def lines(session: Session[TinyCase]) -> list[dict[str, object]]:
    return raws(session.path)


def test_the_header_holds_what_the_session_was_begun_with(tmp_path: Path) -> None:
    session = begin(tmp_path)
    (header,) = lines(session)
    assert header["gevinstbordet"] == "session"
    assert header["scenario"] == TinyCase().source
    assert header["seats"][0] == {"name": "Ane", "roles": ["role-front_line"]}
    assert (header["seed"], header["lang"]) == (7, "da")
    assert (header["format"], header["rules"]) == (FORMAT, RULES_VERSION)
    assert str(header["created"]).endswith("+00:00")
    assert re.fullmatch(r"20\d\d-\d\d-\d\d-lille-aeble-\d{4}\.jsonl", session.path.name)


def test_each_decision_is_in_the_file_when_the_call_returns(tmp_path: Path) -> None:
    session = begin(tmp_path)
    rng = random.Random(1)
    for n in range(1, 30):
        applied = accept(session, wander(session.state, rng))
        last = lines(session)[-1]
        assert last["n"] == n
        assert last["digest"] == digest(applied.state) == digest(session.state)
        assert len(last["events"]) == len(applied.events)


def test_what_is_refused_is_not_written(tmp_path: Path) -> None:
    session = begin(tmp_path)
    before = session.path.read_bytes()
    assert isinstance(session.do(act.Choose(0, 0)), Refusal)
    assert isinstance(session.do("Rally"), Refusal)
    half = act.WriteIdea(session.state.turn, "half \ud83d", "citizen", "service", 1)
    assert isinstance(session.do(half), Refusal)
    assert session.path.read_bytes() == before


def test_words_in_danish_come_back_letter_by_letter(tmp_path: Path) -> None:
    session = begin(tmp_path)
    write_in_danish(session)
    play_until(session, lambda s: s.phase == "concretise" and s.step == "turn" and bool(s.ideas))
    anchor_in_danish(session)
    session.bookmark("Her blev det svært – sådan rigtigt")
    session.close()
    assert "Ældre får søvn 🙂" in session.path.read_text("utf-8")
    log = read(session.path)
    assert log.intact
    assert log.records == session.log.records
    anchored = log.history[-1].events
    (measure,) = (e.measure for e in anchored if isinstance(e, ev.BenefitAnchored))
    assert measure == act.Measure("Ventetid på svar", "døgn", 45, 20.5, 6)
    assert (type(measure.baseline), type(measure.target)) == (int, float)
    assert log.bookmarks[0].note == "Her blev det svært – sådan rigtigt"


def test_undo_to_the_beginning_and_all_back_again(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 40)
    there = [digest(session.states[d.n]) for d in session.history]
    for decision in reversed(list(session.history)):
        assert session.undo("en prøve") == decision
    assert digest(session.state) == lines(session)[0]["digest"]
    assert session.can_undo is None
    assert session.undo() == Refusal("nothing_to_undo", {})
    for mark in there:
        assert isinstance(session.redo(), Decision)
        assert digest(session.state) == mark
    assert session.redo() == Refusal("nothing_to_redo", {})
    session.close()
    assert verify(session.path, parse).ok


def test_a_new_decision_ends_what_could_be_put_back(tmp_path: Path) -> None:
    session = begin(tmp_path)
    accept(session, act.Rally(session.state.turn))
    session.undo()
    assert session.can_redo is not None
    accept(session, act.Pass(session.state.turn))
    assert session.can_redo is None
    assert [type(d.action) for d in session.history] == [act.Pass]
    assert [type(r).__name__ for r in session.log.records] == ["Decision", "Undo", "Decision"]


def hidden(state: State) -> object:
    """Everything drawn or brought to light so far, as far as the table can tell."""
    seen = observe(state)
    return (
        (state.dice, state.picks, len(seen.event_deck), len(seen.idea_deck)),
        (len(seen.benefit_deck), len(seen.risk_deck)),
        [(idea.id, idea.opened) for idea in seen.ideas if idea.opened],
        [(idea.id, r.id) for idea in seen.ideas for r in idea.risks if r.seat is None],
        [idea.id for idea in seen.ideas if idea.status == "realised"],
    )


@pytest.mark.parametrize("seed", range(4))
def test_a_reason_is_needed_exactly_when_something_came_to_light(tmp_path: Path, seed: int) -> None:
    session = begin(tmp_path, seed=seed)
    rng = random.Random(seed)
    free = bound = 0
    while not session.state.over and free + bound < 120:
        before = hidden(session.state)
        action = wander(session.state, rng)
        accept(session, action)
        undoable = session.can_undo
        assert undoable is not None
        if undoable.needs_reason:
            bound += 1
            assert session.undo() == Refusal("reason_needed", {})
        elif not isinstance(action, act.Shelve):  # a shelved idea takes its open effects along
            free += 1
            assert hidden(session.state) == before
    assert free > 20
    assert bound > 5


def test_the_same_draw_comes_again_after_an_undo(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play_until(
        session, lambda s: s.phase == "concretise" and s.capacity > 1 and _to_try(s) is not None
    )
    idea = _to_try(session.state)
    assert idea is not None
    trial = act.Trial(session.state.turn, idea)
    first = accept(session, trial).events
    assert isinstance(session.undo("Vi ombestemte os"), Decision)
    assert accept(session, trial).events == first
    undo = next(r for r in read(session.path).records if isinstance(r, Undo))
    assert undo.reason == "Vi ombestemte os"
    assert session.undo("  ") == Refusal("empty_text", {})


def _to_try(state: State) -> str | None:
    if state.step != "turn":
        return None
    return next((i.id for i in state.ideas if not i.was_proven and not i.locked), None)


def test_a_resumed_game_is_the_uninterrupted_game(tmp_path: Path) -> None:
    whole, rng = begin(tmp_path / "a"), random.Random(5)
    play(whole, 90, rng)
    parts, rng = begin(tmp_path / "b"), random.Random(5)
    clock = Clock()
    for _ in range(6):
        play(parts, 15, rng)
        parts.close()
        parts = Session.resume(parts.path, parse, clock=clock)
    assert digest(parts.state) == digest(whole.state)
    assert [(d.action, d.events) for d in parts.history] == [
        (d.action, d.events) for d in whole.history
    ]
    parts.close()
    assert verify(parts.path, parse).ok


def test_undo_and_redo_survive_the_door(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 20)
    marks = [digest(s) for s in session.states.values()]
    for _ in range(5):
        session.undo("x")
    session.close()
    again = Session.resume(session.path, parse)
    assert digest(again.state) == marks[15]
    for mark in marks[16:]:
        again.redo()
        assert digest(again.state) == mark


def test_notes_timers_and_language_are_kept_and_change_nothing(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 5)
    mark = digest(session.state)
    session.timer("turn", "start", 120)
    session.set_language("en")
    session.bookmark()
    assert isinstance(session.bookmark("x" * 401), Refusal)
    session.close()
    again = Session.resume(session.path, parse)
    assert digest(again.state) == mark
    assert again.lang == "en"
    kinds = [type(r).__name__ for r in again.log.records[5:]]
    assert kinds == ["Timer", "Language", "Bookmark", "Resumed"]


def test_time_never_runs_backwards(tmp_path: Path) -> None:
    clock = Clock()
    session = Session.create(TinyCase(), SEATS, 1, tmp_path, clock=clock)
    clock.now += 100
    accept(session, act.Rally(session.state.turn))
    clock.now -= 5_000
    accept(session, act.Rally(session.state.turn))
    assert [d.at for d in session.history] == [100.5, 100.5]


def test_a_branch_goes_on_beside_a_record_that_stays_as_it_was(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 30)
    mark = digest(session.states[12])
    session.close()
    before = session.path.read_bytes()
    branch = Session.branch(session.path, 12, parse, tmp_path, clock=Clock(1_795_000_900.0))
    assert branch.path != session.path
    assert digest(branch.state) == mark
    play(branch, 10, random.Random(99))
    branch.close()
    assert session.path.read_bytes() == before
    done = verify(branch.path, parse)
    assert done.ok
    assert done.decisions == 22


def test_a_branch_says_where_it_branched_off(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 30)
    session.close()
    source, renamed = read(session.path), session.path.with_name("workshop.jsonl")
    branch = Session.branch(session.path, 12, parse, tmp_path, clock=Clock(1_795_000_900.0))
    play(branch, 3)
    twig = Session.branch(branch.path, 14, parse, tmp_path, clock=Clock(1_795_009_000.0))
    branch.close()
    twig.close()
    assert branch.log.origin == Origin(session.path.name, 12, source.fingerprint)
    assert read(branch.path).origin == branch.log.origin
    assert read(twig.path).origin == Origin(branch.path.name, 14, branch.log.fingerprint)
    assert len({source.fingerprint, branch.log.fingerprint, twig.log.fingerprint}) == 3
    session.path.rename(renamed)  # found again by what it says, not by what it is called
    seen = {g.fingerprint: g for g in session_summaries(tmp_path)}
    origin = seen[twig.log.fingerprint].header.origin
    assert origin is not None
    origin = seen[origin.header].header.origin
    assert origin is not None
    assert seen[origin.header].path == renamed


def test_a_branch_needs_nothing_but_to_read_the_record(tmp_path: Path) -> None:
    session = begin(tmp_path / "box")
    play(session, 20)
    session.close()
    session.path.chmod(0o444)
    session.path.parent.chmod(0o555)
    try:
        branch = Session.branch(session.path, 9, parse, tmp_path / "mine", clock=Clock())
        play(branch, 2)
        branch.close()
    finally:
        session.path.parent.chmod(0o755)
    assert len(branch.log.history) == 11


def test_time_at_the_table_leaves_out_the_breaks(tmp_path: Path) -> None:
    clock = Clock()
    session = Session.create(TinyCase(), SEATS, 1, tmp_path, clock=clock)
    accept(session, act.Rally(session.state.turn))
    session.close()
    clock.now += 86_400
    session = Session.resume(session.path, parse, clock=clock)
    clock.now += 60
    accept(session, act.Rally(session.state.turn))
    session.close()
    assert session.history[-1].at > 86_400
    assert 60 < session.log.played < 65
    seen = read_summary(session.path)
    assert seen is not None
    assert seen.played == session.log.played
    log = read(session.path)
    assert log.played_at(0) == 0
    assert log.played_at(1) == log.played_at(2) == session.history[0].at  # it was opened again
    assert log.played_at(3) == log.played


def test_viewing_folds_and_never_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    session = begin(tmp_path)
    play(session, 60)
    session.undo("a")
    play(session, 5)
    session.close()

    def never(*_: object) -> Applied:
        raise AssertionError("recording decided something")

    monkeypatch.setattr("game.engine.chance.draw", never)
    monkeypatch.setattr("game.engine.transaction.die", never)
    monkeypatch.setattr("game.session.verification.apply", never)
    states = read(session.path).states(TinyCase().setup)
    assert {n: digest(s) for n, s in states.items()} == {
        n: digest(s) for n, s in session.states.items()
    }
