"""Session files spoiled by chance: each is opened or refused in words, and left as it is."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import ScenarioError, mend, parse
from game.session import (
    Log,
    ReadError,
    Recording,
    SavedSession,
    SessionError,
    Trouble,
    Verification,
    inspect_file,
    open_recording,
    read,
    verify,
)
from game.session.reading import read_lines
from tests.effort import examples
from tests.fuzz.spoiling_sessions import SCALARS, places, saved, sealed, spoil
from tests.session.freezing import FOLDER

pytestmark = pytest.mark.slow

FILES = {
    name: (FOLDER / f"{name}.jsonl").read_bytes()
    for name in ("format-1-what-if", "format-2-whole-game")
}
DATA = {name: [json.loads(line) for line in data.splitlines()[:40]] for name, data in FILES.items()}


known = lru_cache(8)(parse)
"""Most of what is thought up has the same scenario."""


def _look(path: Path) -> Recording[Any]:
    """Every state of it, as a replay shows them."""
    seen = open_recording(path, known, mend)
    for step in seen.everything:
        seen.state(step.now)
    return seen


def _decide(path: Path) -> Verification[Any] | Log:
    try:
        return verify(path, known)
    except ScenarioError:
        return read(path)


def holds(data: bytes) -> None:
    """Whatever is asked of the file is answered, or refused in words, and it stays as it is."""
    with saved(data) as path:
        one = inspect_file(path)
        assert one.summary is not None or one.trouble is not None
        said = [] if one.trouble is None else [one.trouble]
        for ask in (read, _look, _decide):
            try:
                said += ask(path).troubles
            except SessionError as error:
                said.append(error.trouble)
        assert path.read_bytes() == data
        said += _added(path, data)
        for trouble in said:
            assert str(trouble).replace("\n", "").isprintable(), repr(str(trouble))


def _added(path: Path, data: bytes) -> list[Trouble]:
    """A note is added behind what was there, or refused with nothing changed."""
    try:
        before, size = read(path).records, read_lines(path).size
        added = SavedSession(path)
        note = added.note(0, "Set igen")
    except SessionError as error:
        assert path.read_bytes() == data
        return [error.trouble]
    assert path.read_bytes().startswith(data[:size])
    assert read(added.path).records == [*before, note]
    return []


# ------------------------------------------------------------------ as bytes
SPOILT = st.tuples(
    st.floats(0, 1),
    st.sampled_from(
        [
            b"",
            b"\n",
            b"\r\n",
            b"{}",
            b"[",
            b'"',
            b"\\",
            b"\x00",
            b"\xff",
            b"NaN",
            b"-1",
            b"\xc3\xa6",
        ]
    ),
    st.integers(0, 400),
)


@settings(max_examples=examples(150))
@given(st.sampled_from(sorted(FILES)), st.lists(SPOILT, min_size=1, max_size=4))
def test_a_spoiled_file(name: str, places: list[tuple[float, bytes, int]]) -> None:
    data = FILES[name]
    for where, part, length in places:
        at = int(where * len(data))
        data = data[:at] + part + data[at + length :]
    holds(data)


@settings(max_examples=examples(60))
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    holds(data)


# ------------------------------------------------------------------ with the checks made right
WORDS = st.sampled_from(
    ["citizen", "idea-1", "written-1", "over", "turn", "trial", "Proceed", "Begun", "..", "", "x"]
)
KEYS = st.sampled_from(["n", "at", "do", "undo", "note", "type", "seat", "idea", "format", "x"])
VALUES = st.recursive(
    SCALARS | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=5,
)


@cache
def _places(name: str) -> list[tuple[Any, ...]]:
    """All places in the entries of a file."""
    return [path for path in places(DATA[name]) if len(path) > 1]


@pytest.mark.parametrize("name", sorted(DATA))
def test_a_game_that_does_not_begin(name: str) -> None:
    first, *more = json.loads(json.dumps(DATA[name]))
    holds(sealed([{**first, "events": []}, *more]))


@settings(max_examples=examples(250))
@given(st.data())
def test_any_value_in_any_place(draw: st.DataObject) -> None:
    name = draw.draw(st.sampled_from(sorted(DATA)))
    changes = draw.draw(
        st.lists(st.tuples(st.sampled_from(_places(name)), VALUES), min_size=1, max_size=3)
    )
    raws = json.loads(json.dumps(DATA[name]))
    for path, value in changes:
        spoil(raws, path, value)
    holds(sealed(raws))


@settings(max_examples=examples(80))
@given(st.data())
def test_lines_in_any_order(draw: st.DataObject) -> None:
    """Lines left out, twice, swapped, or taken from another session, and numbered anew."""
    new, old = FILES["format-2-whole-game"].splitlines(), FILES["format-1-what-if"].splitlines()
    lines = [*new[:30], *old[:5]]
    chosen = draw.draw(st.lists(st.integers(0, len(lines) - 1), max_size=30))
    raws = [json.loads(lines[n]) for n in (0, *chosen)]
    if draw.draw(st.booleans()):
        for n, raw in enumerate(raws):
            raw["n" if n else "seed"] = n
    holds(sealed(raws))


@pytest.mark.parametrize("data", [b"", *FILES.values()])
def test_what_is_whole(data: bytes) -> None:
    holds(data)


def test_what_is_whole_is_whole() -> None:
    """Were everything refused, the tests above would prove nothing."""
    for data in FILES.values():
        with saved(data) as path:
            assert read(path).intact
    with saved(b"x") as path, pytest.raises(ReadError):
        read(path)
