"""The quick look at saved sessions that the start screen takes."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

import game.session
from game.engine import Action
from game.engine.actions import EndGame, EndPhase
from game.session import Decision, Session, read_summary, session_summaries, unfinished_sessions
from game.session.index import ListedSession
from game.session.locations import default_name
from tests.session.playing import (
    TinyCase,
    accept,
    begin,
    parse,
    play,
    play_until,
    wander,
)


def set_time(path: Path, seconds: float) -> None:
    os.utime(path, (seconds, seconds))


def test_a_glance_tells_how_far_a_session_is(tmp_path: Path) -> None:
    session = begin(tmp_path)
    seen = read_summary(session.path)
    assert seen is not None
    assert (seen.round, seen.over, seen.at) == (1, False, 0)
    play(session, 25)
    session.bookmark("x")
    seen = read_summary(session.path)
    assert seen is not None
    assert seen.round == session.state.round > 1
    assert seen.at == session.log.records[-1].at
    assert [s.name for s in seen.header.seats] == ["Ane", "Bo", "Çağla Ærø"]


def test_a_glance_looks_past_a_torn_line(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 25)
    session.close()
    session.path.write_bytes(session.path.read_bytes()[:-30])
    seen = read_summary(session.path)
    assert seen is not None
    assert seen.at == session.log.records[-2].at


def test_the_latest_unfinished_session_is_the_one_to_continue(tmp_path: Path) -> None:
    assert next(unfinished_sessions(tmp_path / "none"), None) is None
    old, new, done = (begin(tmp_path, seed=seed) for seed in (1, 2, 3))
    play(done, 2_000)
    assert done.state.over
    for n, session in enumerate((old, new, done)):
        session.close()
        set_time(session.path, 1_000_000 + n)
    (tmp_path / "junk.jsonl").write_bytes(b"junk")
    seen = next(unfinished_sessions(tmp_path), None)
    assert seen is not None
    assert seen.path == new.path
    assert [s.path for s in session_summaries(tmp_path)] == [done.path, new.path, old.path]
    assert [s.over for s in session_summaries(tmp_path)] == [True, False, False]


def test_a_game_taken_back_from_its_end_is_not_over(tmp_path: Path) -> None:
    session = begin(tmp_path)
    play(session, 2_000)
    session.undo("Vi vil prøve det sidste igen")
    session.close()
    seen = next(unfinished_sessions(tmp_path), None)
    assert seen is not None
    Session.resume(seen.path, parse).close()


def early(session: Session[TinyCase]) -> bool:
    """Whether the list says that a game was ended early; it says so of the index, too."""
    seen = read_summary(session.path)
    assert seen is not None
    listed = ListedSession.of(seen, lambda text, file: ("Lille", "Tiny", False, "tiny", "1"))
    assert (listed.ending == "ended_early") == seen.ended_early
    return seen.ended_early


@pytest.mark.parametrize("ending", [EndGame(), EndPhase()])
def test_of_a_game_that_was_ended_early_the_list_says_that(tmp_path: Path, ending: Action) -> None:
    """Until that is taken back: a game that was then played to its end was not ended early."""
    session = begin(tmp_path)
    play_until(session, lambda s: s.phase == "implement" and s.step == "turn")
    assert not early(session)
    accept(session, ending)
    while not session.state.over:
        accept(session, wander(session.state, random.Random(1)))
    assert early(session)
    while any(d.action == ending for d in session.log.history):
        assert isinstance(session.undo("Der var tid nok"), Decision)
    play(session, 2_000)
    assert session.state.over
    assert not early(session)


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("koebenhavn-pas.toml", "koebenhavn-pas"),
        ("Ældre & Åben Løsning.toml", "aeldre-aaben-loesning"),
        ("../../etc/passwd", "passwd"),
        ("日本.toml", "session"),
        ("x" * 300, "x" * 40),
    ],
)
def test_a_session_is_called_by_day_case_and_hour(file: str, name: str) -> None:
    stem = default_name(file, 1_795_000_000)
    assert stem.startswith("2026-11-1")
    assert stem[11:-5] == name


def test_all_that_sessions_export_is_found_where_it_is_said_to_be() -> None:
    assert set(game.session.__all__) == set(dir(game.session))
    for name in game.session.__all__:
        assert getattr(game.session, name) is not None
    unknown = "nothing"
    with pytest.raises(AttributeError, match=unknown):
        getattr(game.session, unknown)
