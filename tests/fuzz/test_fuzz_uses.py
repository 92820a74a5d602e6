"""Games with one wrong value: whatever people do with such a file, they are answered in words.

The checks of its lines are right, so nothing tells that the file was altered.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.content import described
from game.gui.app import App
from game.i18n import words
from game.i18n.message import MessageError
from game.portfolio.facts import rows_of
from game.portfolio.reading import read_facts
from game.report.files import files_of
from game.session.index import SessionIndex
from game.table.flow.application import TABLE
from game.table.flow.main import Flow
from tests.effort import examples
from tests.fuzz.spoiling_sessions import Place, places, saved, sealed, spoil, value_at
from tests.session.freezing import FOLDER

pytestmark = pytest.mark.slow

FILE = FOLDER / "format-2-whole-game.jsonl"
GAME = [json.loads(line) for line in FILE.read_bytes().splitlines()]


def name_of(place: Place) -> str:
    """The last key that leads to a place."""
    return next(key for key in reversed(place) if isinstance(key, str))


NUMBERS: dict[str, list[Place]] = defaultdict(list)
"""The places of whole numbers by what they are called, so that rare ones come as often."""
for path in places(GAME):
    if type(value_at(GAME, path)) is int:
        NUMBERS[name_of(path)].append(path)
NUMBER = st.sampled_from(sorted(NUMBERS)).flatmap(lambda name: st.sampled_from(NUMBERS[name]))
WRONG = st.integers(-3, 30) | st.sampled_from([2**31, 2**63 - 1, 2**63, 2**64 - 1])
"""Numbers, since whoever reads the file checks that they are some, and seldom which."""


def list_it(path: Path) -> None:
    index = SessionIndex(path.parent / "sessions.sqlite", described)
    for _ in range(2):  # as it is read, and as it is kept
        assert list(index.sessions(path.parent))
    index.close()


def report(path: Path) -> None:
    files_of(path, words("da"))


def sum_up(path: Path) -> None:
    rows_of(1, read_facts(path))


@cache
def window() -> App:
    """One window for all."""
    return App((1280, 720), spec=TABLE)


def at_the_table(path: Path, use: Callable[[Flow], object]) -> None:
    app = window()
    flow = Flow(app, path.parent)
    flow.start()
    use(flow)
    for _ in range(2):
        app.advance(0.1)
        app.draw()
    flow.start()


def go_on(path: Path) -> None:
    at_the_table(path, lambda flow: flow.playing.go_on(path))


def see_again(path: Path) -> None:
    at_the_table(path, lambda flow: flow.before.open_path(path))


each_use = pytest.mark.parametrize("use", [list_it, report, sum_up, go_on, see_again])


@each_use
def test_what_is_whole_is_of_use(use: Callable[[Path], None]) -> None:
    """Were everything refused, the test below would prove nothing."""
    with saved(sealed(json.loads(json.dumps(GAME)))) as path:
        use(path)


@each_use
@settings(max_examples=examples(60))
@given(place=NUMBER, value=WRONG)
@example(place=(0, "rules"), value=2**63)
@example(place=(46, "events", 1, "owner"), value=4)
def test_one_wrong_number(use: Callable[[Path], None], place: Place, value: int) -> None:
    raws = json.loads(json.dumps(GAME))
    spoil(raws, place, value)
    with saved(sealed(raws)) as path, suppress(MessageError):
        use(path)
