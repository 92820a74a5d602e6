"""Whatever a stranger puts into a session file, it is only read, in bounded time and memory.

Each runs as a process of its own that may use no more than that.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from game.session.line_format import seal
from tests.bounded import run_bounded
from tests.session.freezing import FOLDER

pytestmark = pytest.mark.slow

SECONDS = 20
MEGABYTES = 900

LINES = (FOLDER / "format-1-unfinished.jsonl").read_bytes().splitlines(keepends=True)
HEADER, FIRST = (json.loads(line) for line in LINES[:2])


def sealed(body: str) -> bytes:
    """Any text with the right check, as a stranger can make it."""
    start = body.encode() + b',"check":"'
    return start + b'%08x"}\n' % crc32(start)


def header(**changed: Any) -> bytes:
    raw = {**HEADER, **changed}
    raw.pop("check")
    return seal(raw)


def entry(**changed: Any) -> bytes:
    raw = {**FIRST, **changed}
    raw.pop("check")
    return seal(raw)


def spelt(old: str, new: str) -> bytes:
    """The first decision in another spelling, with the right check."""
    raw = dict(FIRST)
    del raw["check"]
    text = json.dumps(raw, ensure_ascii=False, separators=(",", ":"))
    assert old in text
    return sealed(text.replace(old, new, 1)[:-1])


def with_scenario(text: str) -> bytes:
    return header(scenario=text) + b"".join(LINES[1:])


HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing but noughts": lambda: bytes(60_000_000),
    "more than a session can be": lambda: LINES[0] + b"x" * 70_000_000,
    "one line of ten megabytes": lambda: LINES[0] + sealed('{"n":1,"x":"' + "x" * 10_000_000 + '"'),
    "a header of ten megabytes": lambda: header(scenario="x" * 10_000_000),
    "a million lines": lambda: LINES[0] + b"{}\n" * 1_000_000,
    "half a million line ends": lambda: LINES[0] + b"\n" * 500_000,
    "a million lines with the right check": lambda: LINES[0] + sealed('{"n":1') * 1_000_000,
    "deep nesting": lambda: LINES[0] + sealed('{"n":1,"do":' + "[" * 400_000 + "]" * 400_000),
    "wide nesting": lambda: LINES[0] + sealed('{"n":1,"do":[' + "[]," * 330_000 + "[]]"),
    "a wide header": lambda: sealed(
        '{"gevinstbordet":"session","format":1,"events":[' + "{}," * 1_300_000 + "{}]"
    ),
    "a number as large as the universe": lambda: LINES[0] + sealed('{"n":1' + "9" * 900_000),
    "a number of four thousand digits": lambda: LINES[0] + entry(at=int("9" * 4000)),
    "an exponent as large as the universe": lambda: (
        LINES[0] + spelt('"at":', '"at":1e999999999,"y":')
    ),
    "not a number": lambda: LINES[0] + spelt('"seat":0', '"seat":NaN'),
    "a key twice": lambda: LINES[0] + spelt('"seat":0', '"seat":1,"seat":0'),
    "a number spelt otherwise": lambda: LINES[0] + spelt('"n":1', '"n": 1'),
    "a format as large as the universe": lambda: header(format=10**300),
    "a path as the scenario's file": lambda: header(scenario_file="../../../etc/passwd") + LINES[1],
    "a path as the origin": lambda: header(
        format=2, origin={"file": "/etc/passwd", "entry": 0, "header": ""}, anonymised=False,
        verdict=None, decisions=0, played=0.0,
    ),
    "a steering name": lambda: header(seats=[{"name": "\x1b[2J\x07", "roles": []}]) + LINES[1],
    "a thousand seats": lambda: header(seats=[{"name": "x", "roles": []}] * 1_000),
    "a moment that never was": lambda: header(created="i går") + LINES[1],
    "a moment at the end of time": lambda: header(created="9999-12-31T23:59:59-23:59"),
    "a moment at the beginning of time": lambda: header(created="0001-01-01T00:00:00+23:59"),
    "a scenario of brackets": lambda: with_scenario("a = " + "[" * 990_000),
    "a scenario that is a bomb": lambda: with_scenario("a.b.c.d = {e=[[[]]]}\n" * 40_000),
    "a scenario of a million cards": lambda: with_scenario("[[ideas]]\n" * 99_000),
    "a scenario in another code": lambda: with_scenario("\ud800"[:0] + "\x00\ufffe" * 9_000),
    "an entry that goes back for ever": lambda: LINES[0]
    + b"".join(
        seal({"n": n, "at": 1, "undo": 1, "reason": None, "round": 1, "step": "turn"})
        for n in range(1, 90_000)
    ),
    "a code to be run": lambda: LINES[0]
    + spelt('"type":"' + FIRST["do"]["type"], '"type":"__import__(\'os\').system'),
}  # fmt: skip


HARMLESS = {
    "a path as the scenario's file",
    "a path as the origin",
}
"""Odd, but such a session can be opened and decided again."""


run = partial(run_bounded, seconds=SECONDS, megabytes=MEGABYTES)


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_told_and_nothing_else_happens(name: str, tmp_path: Path) -> None:
    path = tmp_path / "stranger.jsonl"
    path.write_bytes(HOSTILE[name]())
    before = sorted(os.listdir(tmp_path))
    verified = run("verify", path)
    assert verified.returncode == (name not in HARMLESS), verified.stdout + verified.stderr
    assert verified.stderr.strip() or name in HARMLESS
    for done in (verified, run("sessions", "--in", tmp_path), run("sessions", "show", path)):
        assert "Traceback" not in done.stderr
        assert done.returncode in (0, 1), done.stderr
        assert "\x1b" not in done.stdout + done.stderr
        assert len(done.stdout + done.stderr) < 20_000
    assert sorted(os.listdir(tmp_path)) == before


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes in folders")
    os.mkfifo(tmp_path / "pipe.jsonl")
    assert run("verify", tmp_path / "pipe.jsonl").returncode == 1
    done = run("sessions", "--in", tmp_path)
    assert done.returncode == 0
    assert "pipe.jsonl is not a session" in done.stdout
