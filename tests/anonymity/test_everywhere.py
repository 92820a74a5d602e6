"""Whatever people are called, and wherever and however they are spoken of: no file names them."""

from __future__ import annotations

import json
import random
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.anonymity.spelling import plain, spellings
from game.cli import main
from game.content import parse
from game.i18n import Lang
from game.report import names_in, write_report
from game.report.file_names import file_name
from game.session import read, read_summary, verify
from game.session.rewriting import FILE_FIELDS, TEXT_LIMITS
from tests.anonymity.speaking import WAYS, Say, speak, texts_of
from tests.effort import examples

_BEGIN = ("Zør", "Qua", "Xyl", "Wåk", "Vzæ", "Çux", "Jöq", "Kwé", "Ñip", "Łox", "Þyg", "Đuz")
_END = ("zyq", "wøx", "qåj", "zæck", "xôw")
"""No other word is made of these, and no name begins as another does."""
_PARTS = st.permutations([a + b for a in _BEGIN for b in _END]).map(
    lambda parts: list({part[:3]: part for part in parts}.values())
)


@st.composite
def _names(draw: st.DrawFn) -> list[str]:
    """One to three names of one to three parts; two may share the last."""
    parts = draw(_PARTS)
    names = [" ".join(parts.pop() for _ in range(draw(st.integers(1, 3)))) for _ in range(3)]
    if draw(st.booleans()):
        names[1] = f"{parts.pop()} {names[0].split()[-1]}"
    return names[: draw(st.integers(1, 3))]


NAMES = _names()
_LEFT = 4
"""So many letters of a name would still tell who it is."""
SENTENCES = (
    "{}",
    "Spørg {} i morgen, og så ja.",
    "{} sagde nej",
    "»{}«, (se bilag 2)",
    "Et godt møde med {}",
    "a/{}_b",
    "{} eller kontoret@kommune.dk",
)


def spoken(names: list[str], seed: int) -> Say:
    """Says in each place somebody's name in some way, in some sentence."""
    rng = random.Random(seed)
    ways = list(WAYS.values())

    def say(_: int) -> str:
        return rng.choice(SENTENCES).format(rng.choice(ways)(rng.choice(names)))

    return say


def assert_nobody_is_named(folder: Path, names: list[str]) -> None:
    forms = {form for name in names for part in name.split() for form in spellings(part)}
    whole = re.compile("|".join(map(re.escape, sorted(forms))))
    begun = re.compile("|".join(["@kom", *sorted({re.escape(form[:_LEFT]) for form in forms})]))
    for where, text in texts_of(folder):
        pattern = whole if where.endswith(".png") else begun  # pixels may spell anything
        # JSON and XML write some characters otherwise; none of these stands in a name.
        found = pattern.search(plain(text))
        assert found is None, (where, plain(text)[found.start() - 40 : found.end() + 40])


@settings(max_examples=examples(10))
@given(names=NAMES, seed=st.integers(0, 2**32))
def test_no_copy_names_anybody_and_it_is_the_same_game(names: list[str], seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = speak(Path(folder), names, spoken(names, seed))
        before = path.read_bytes()
        assert main(["sessions", "export", str(path), "--lang", "en"]) == 0
        assert path.read_bytes() == before
        path.unlink()
        assert_nobody_is_named(Path(folder), names)
        (copy,) = Path(folder).glob("*.jsonl")
        again, log = verify(copy, parse), read(copy)
        assert again.ok, again.troubles
        assert log.header.anonymised
        assert read_summary(copy) is not None


@pytest.mark.slow
@settings(max_examples=examples(3))
@given(names=NAMES, seed=st.integers(0, 2**32), lang=st.sampled_from(["da", "en"]))
def test_no_file_of_a_report_names_anybody(names: list[str], seed: int, lang: Lang) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = speak(Path(folder) / "in", names, spoken(names, seed))
        found = names_in(path, "da")
        out = Path(folder) / "out" / found.stem
        write_report(path, out, lang, anonymous=True)
        assert_nobody_is_named(Path(folder) / "out", names)
        written = {path.name for path in out.iterdir()}
        assert {file_name(lang, name) for name in ("anonymous.txt", "actions.ics")} <= written


def test_everything_that_can_be_written_is_spoken_in(tmp_path: Path) -> None:
    """A field that is new is written in by these tests, too."""
    path = speak(tmp_path, ["Zørqua", "Y"], lambda n: f"Zørqua {n}")
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert set(TEXT_LIMITS) - set(_spoken_in("", lines)) <= FILE_FIELDS


def _spoken_in(key: str, value: Any) -> Iterator[str]:
    """The keys under which somebody is named."""
    if isinstance(value, str) and "Zørqua" in value:
        yield key
    elif isinstance(value, list):
        yield from (found for item in value for found in _spoken_in(key, item))
    elif isinstance(value, dict):
        yield from (found for inner, item in value.items() for found in _spoken_in(inner, item))


def test_without_taking_them_out_they_are_everywhere(tmp_path: Path) -> None:
    """The test above finds names where there are some."""
    speak(tmp_path, ["Zørqua Xylwåk"], lambda n: f"Zørqua Xylwåk {n}")
    with pytest.raises(AssertionError):
        assert_nobody_is_named(tmp_path, ["Zørqua Xylwåk"])
