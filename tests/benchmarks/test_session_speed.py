"""How fast sessions and scenarios are written and read; run by hand with ``--benchmark-only``."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game.anonymity import take_names_out
from game.content import check, load, parse
from game.engine import State, evolve
from game.engine import actions as act
from game.i18n import words
from game.resources import SCENARIOS
from game.session import SavedSession, Session, inspect_file, read, unfinished_sessions, verify
from game.session.log import log_of
from game.session.reading import read_lines
from game.session.rewriting import save_copy
from tests import staging

pytest.importorskip("pytest_benchmark")

CASE = SCENARIOS / "koebenhavn-pas.toml"


@pytest.fixture(scope="module")
def whole_game(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session of 300 decisions: a game with revisions."""
    folder = tmp_path_factory.mktemp("sessions")
    session = staging.begin(folder, 4, 3)
    staging.play(session, staging.by("method"), lambda s: s.round == 4 and s.step == "turn")
    while len(session.history) < 300:
        idea = next(i for i in session.state.ideas if not i.locked)
        track, claim = next(idea.claims())
        n = 1 + claim.estimate % 6
        session.do(act.Revise(session.state.turn, idea.id, track, n))
    session.close()
    return session.path


def test_verify_300_decisions(benchmark, whole_game: Path) -> None:
    parsed = load(CASE)
    done = benchmark(verify, whole_game, lambda text, file: parsed)
    assert done.ok
    assert done.decisions == 300


def test_read_and_fold_300_decisions(benchmark, whole_game: Path) -> None:
    setup = load(CASE).setup
    states = benchmark(lambda: read(whole_game).states(setup))
    assert len(states) == 301


def test_fold_every_point_of_300_decisions(benchmark, whole_game: Path) -> None:
    setup, log = load(CASE).setup, read(whole_game)
    events = [*log.begun, *(e for entry in log.history for e in entry.events)]

    def fold() -> State:
        state = State(setup)
        for event in events:
            state = evolve(state, event)
        return state

    assert benchmark(fold).seats


def test_append_a_decision_to_the_disk(benchmark, tmp_path: Path) -> None:
    session = staging.begin(tmp_path, 4, 3)
    card = session.state.idea_hands[session.state.turn][0]
    session.do(act.PlaceIdea(session.state.turn, card, 3))
    track = session.state.ideas[0].card.track

    def revise() -> None:
        now = session.state.ideas[0].benefit(track)
        assert now is not None
        session.do(act.Revise(session.state.turn, card, track, 1 + now.estimate % 6))

    benchmark(revise)
    session.close()


def test_undo(benchmark, whole_game: Path, tmp_path: Path) -> None:
    session = Session.resume(Path(shutil.copy(whole_game, tmp_path)), parse)

    def back_and_forth() -> None:
        session.undo("measuring")
        session.redo()

    benchmark(back_and_forth)
    session.close()


def test_find_the_game_to_continue(benchmark, whole_game: Path) -> None:
    assert benchmark(lambda: next(unfinished_sessions(whole_game.parent), None))


@pytest.fixture(scope="module")
def full_folder(tmp_path_factory: pytest.TempPathFactory, whole_game: Path) -> Path:
    """A folder of a thousand sessions."""
    folder = tmp_path_factory.mktemp("thousand")
    for n in range(1_000):
        shutil.copyfile(whole_game, folder / f"2026-11-21-koebenhavn-pas-{n:04}.jsonl")
    return folder


def test_look_at_a_thousand_sessions(benchmark, full_folder: Path) -> None:
    listed = benchmark(lambda: [inspect_file(path) for path in full_folder.iterdir()])
    assert len(listed) == 1_000
    assert not any(one.trouble for one in listed)


@pytest.mark.parametrize("more", [(), ("--all",), ("--json",)])
def test_list_a_thousand_sessions_process_start_included(
    benchmark, full_folder: Path, more: tuple[str, ...]
) -> None:
    command = [sys.executable, "-m", "game", "sessions", "--in", str(full_folder), *more]
    done = benchmark(lambda: subprocess.run(command, capture_output=True, check=True))
    assert b"koebenhavn-pas" in done.stdout


def test_add_a_note_to_a_game_that_is_over(benchmark, whole_game: Path, tmp_path: Path) -> None:
    added = SavedSession(Path(shutil.copy(whole_game, tmp_path)))
    benchmark(added.note, 12, "Here we stopped to talk", bookmark=True)


def test_branch_off_300_decisions(benchmark, whole_game: Path, tmp_path: Path) -> None:
    def branch() -> None:
        Session.branch(whole_game, 150, parse, tmp_path).close()

    benchmark(branch)


def test_copy_300_decisions_without_names(benchmark, whole_game: Path, tmp_path: Path) -> None:
    case = load(CASE)

    def copy() -> None:
        lines = read_lines(whole_game)
        log = log_of(lines, whole_game)
        found = take_names_out(log, case, words("da"))
        save_copy(lines, log, found.log, case.setup, tmp_path / "copy.jsonl")

    benchmark(copy)


def test_check_a_scenario(benchmark) -> None:
    text = CASE.read_text(encoding="utf-8")
    case, problems = benchmark(check, text, CASE.name)
    assert case is not None
    assert not problems
