"""Deciding again: what is as it was, and that nothing else passes for it."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from game.engine import RULES_VERSION
from game.engine import events as ev
from game.engine.actions import Rally
from game.engine.decisions import SPECS
from game.engine.examples import tiny
from game.engine.folds import FOLDS
from game.engine.setup import Rules
from game.engine.transaction import Transaction
from game.session import (
    CannotContinueError,
    ReadError,
    Session,
    Verification,
    read,
    read_summary,
    verify,
)
from game.session.line_format import seal, unseal
from tests.session.lines import counted, in_file, rewrite
from tests.session.playing import TinyCase, accept, begin, parse, play


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    session = begin(tmp_path)
    play(session, 60)
    session.close()
    return session.path


def test_every_decision_is_decided_again(saved: Path) -> None:
    done = verify(saved, parse)
    assert (done.ok, done.decisions, done.troubles) == (True, 60, [])
    assert done.log.records == read(saved).records


def test_a_rule_that_asks_other_chance_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were verification to pass here, it would prove nothing anywhere."""

    def rally(d: Transaction, a: Rally) -> None:
        d.capacity(1 + int(random.random() * 1e6), "rally")

    monkeypatch.setitem(SPECS, Rally, replace(SPECS[Rally], carry_out=rally))
    session = begin(tmp_path)
    accept(session, Rally(session.state.turn))
    session.close()
    done = verify(session.path, parse)
    assert done.first_difference is not None
    assert (done.first_difference.code, counted(done.first_difference.line)) == ("differs", 2)
    assert "CapacityChanged" in str(done.first_difference)
    monkeypatch.undo()
    assert not verify(session.path, parse).ok


def test_a_fold_that_has_changed_is_found_out(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The events are the same, only the state they lead to is not."""
    fold = FOLDS[ev.Spent]

    def spent(state: Any, event: ev.Spent) -> None:
        fold(state, event)
        state.placed += 1000

    monkeypatch.setitem(FOLDS, ev.Spent, spent)
    differs = verify(saved, parse).first_difference
    assert differs is not None
    first = next(
        n
        for n, d in enumerate(read(saved).records, 2)
        if any(isinstance(e, ev.Spent) for e in d.events)
    )
    assert (differs.code, counted(differs.line)) == ("differs", first)


def _higher(raw: Any) -> None:
    raw["events"][0]["actions"] += 1


def _longer(raw: Any) -> None:
    raw["events"].append({"type": "FreeClaimUsed"})


def _another_print(raw: Any) -> None:
    raw["digest"] = "0123456789abcdef"


def _not_allowed(raw: Any) -> None:
    raw["do"] = {"type": "Choose", "seat": 0, "option": 0}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_higher, "differs"),
        (_longer, "differs"),
        (_another_print, "differs"),
        (_not_allowed, "refused"),
    ],
)
def test_the_first_step_that_differs_is_named(
    saved: Path, change: Callable[[Any], None], code: str
) -> None:
    line = next(n for n, d in enumerate(read(saved).history, 2) if n > 20 and _spends(d.events))
    rewrite(saved, line, change)
    done = verify(saved, parse)
    assert done.first_difference is not None
    assert (done.first_difference.code, counted(done.first_difference.line)) == (code, line)
    assert done.decisions == line - 2
    assert f"Decision {line - 1}" in str(done.first_difference)


def _spends(events: tuple[ev.Event, ...]) -> bool:
    return isinstance(events[0], ev.Spent)


def test_another_scenario_is_told(saved: Path) -> None:
    rewrite(saved, 1, lambda raw: raw.update(scenario="another"))
    differs = verify(saved, parse).first_difference
    assert differs is not None
    assert (differs.code, counted(differs.line)) == ("scenario_hash", 1)


def test_another_seed_or_other_rules_begin_another_game(saved: Path) -> None:
    def poorer(source: str, file: str) -> TinyCase:
        return TinyCase(source, file, tiny(Rules(capacity=1)))

    assert _start_differs(verify(saved, poorer))
    rewrite(saved, 1, lambda raw: raw.update(seed=8))
    assert _start_differs(verify(saved, parse))


def _start_differs(done: Verification[TinyCase]) -> bool:
    assert done.first_difference is not None
    assert done.decisions == 0
    return (done.first_difference.code, counted(done.first_difference.line)) == ("start_differs", 1)


def test_seats_that_fit_no_case_are_told(saved: Path) -> None:
    rewrite(saved, 1, lambda raw: raw["seats"][0].update(roles=["nobody"]))
    differs = verify(saved, parse).first_difference
    assert differs is not None
    assert differs.code == "bad_start"


def test_other_seats_than_began_are_no_session(saved: Path) -> None:
    rewrite(saved, 1, lambda raw: raw["seats"].pop())
    for look in (read, lambda path: verify(path, parse)):
        with pytest.raises(ReadError) as caught:
            look(saved)
        assert caught.value.trouble.code == "bad_value"
    assert read_summary(saved) is None


def test_older_rules_are_told_and_do_no_harm_by_themselves(saved: Path) -> None:
    rewrite(saved, 1, lambda raw: raw.update(rules=0))
    done = verify(saved, parse)
    assert [t.code for t in done.troubles] == ["rules_version"]
    assert done.ok
    Session.resume(saved, parse).close()


PLAY = """
import sys
from pathlib import Path
from tests.session.playing import begin, play, write_in_danish
session = begin(Path(sys.argv[1]))
write_in_danish(session)
play(session, 150)
session.close()
print(session.path)
"""


@pytest.mark.slow
def test_the_same_game_whatever_the_hash_seed(tmp_path: Path) -> None:
    files = []
    for hash_seed in ("0", "1", "4711"):
        command = [sys.executable, "-c", PLAY, str(tmp_path / hash_seed)]
        env = {**os.environ, "PYTHONHASHSEED": hash_seed}
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
        files.append(Path(done.stdout.strip()).read_bytes())
    assert files[0] == files[1] == files[2]


# ------------------------------------------------------------------ rules that have changed
def _under_other_rules(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later version of the rules, by which a turn gives one action more."""
    monkeypatch.setattr("game.session.verification.RULES_VERSION", RULES_VERSION + 1)
    carry_out = SPECS[Rally].carry_out

    def rally(d: Transaction, a: Rally) -> None:
        carry_out(d, a)
        d.capacity(1, "rally")

    monkeypatch.setitem(SPECS, Rally, replace(SPECS[Rally], carry_out=rally))


@pytest.fixture
def rallied(tmp_path: Path) -> Path:
    session = begin(tmp_path)
    accept(session, Rally(session.state.turn))
    play(session, 20)
    session.close()
    return session.path


def test_a_session_of_older_rules_is_said_to_be_one_and_can_be_looked_at(
    rallied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _under_other_rules(rallied, monkeypatch)
    done = verify(rallied, parse)
    assert [t.code for t in done.troubles] == ["rules_version", "other_rules"]
    assert counted(done.troubles[1].line) == 2
    assert not done.ok
    with pytest.raises(CannotContinueError):
        Session.resume(rallied, parse)
    log = read(rallied)
    assert log.intact
    assert len(log.states(TinyCase().setup)) == 22


@pytest.mark.parametrize(
    ("change", "code"), [(_higher, "other_print"), (_another_print, "other_print")]
)
def test_what_was_altered_is_found_under_other_rules_too(
    rallied: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Any], None], code: str
) -> None:
    line = next(n for n, d in enumerate(read(rallied).history, 2) if n > 9 and _spends(d.events))
    rewrite(rallied, line, change)
    _under_other_rules(rallied, monkeypatch)
    differs = verify(rallied, parse).first_difference
    assert differs is not None
    assert (differs.code, counted(differs.line)) == (code, line)


# ------------------------------------------------------------------ what stands beside the events
@pytest.mark.parametrize(
    "changed",
    [{"round": 9}, {"step": "over"}, {"verdict": "together"}, {"decisions": 3}, {"played": 1e6}],
)
def test_a_line_that_says_otherwise_how_far_the_game_is_is_named(
    saved: Path, changed: dict[str, Any]
) -> None:
    for line in (1, 30, 61):
        before = saved.read_bytes()
        rewrite(saved, line, lambda raw: raw.update(changed))
        differs = verify(saved, parse).first_difference
        assert differs is not None
        assert (differs.code, counted(differs.line)) == ("misplaced", line)
        saved.write_bytes(before)


def test_a_line_in_another_spelling_is_named(saved: Path) -> None:
    whole = saved.read_bytes()
    for old, new in ((b'"n":7,', b'"n": 7,'), (b'"n":7,', b'"n":9,"n":7,')):
        lines = whole.splitlines(keepends=True)
        at = in_file(8) - 1
        body = lines[at].replace(old, new).rsplit(b",", 1)[0] + b',"check":"'
        assert body.startswith(b'{"n":')
        lines[at] = body + b'%08x"}\n' % crc32(body)
        for n in range(at + 1, len(lines)):
            raw = unseal(lines[n].rstrip(b"\n"))
            del raw["prev"]
            lines[n] = seal(raw, lines[n - 1])
        saved.write_bytes(b"".join(lines))
        assert read(saved).intact
        differs = verify(saved, parse).first_difference
        assert differs is not None
        assert (differs.code, counted(differs.line)) == ("not_as_written", 8)
