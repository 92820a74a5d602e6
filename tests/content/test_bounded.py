"""Whatever is in a file, checking it takes a bounded time and a bounded memory.

Each runs as a process of its own that may use no more than that.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bounded import run_bounded
from tests.content.scenario_text import MINIMAL
from tests.effort import NIGHTLY

pytestmark = pytest.mark.slow

SECONDS = 10
MEGABYTES = 700
TEN_MB = 10_000_000

IDEA = '[[ideas]]\nid = "i{n}"\nname = "Idé"\ntext = "T"\ntrack = "citizen"\nkind = "service"\n'


def _bomb() -> str:
    """Dotted keys that open a table in a table in a table, over and over."""
    return "".join(f"a{n}.b.c.d.e.f.g = {{ h = [[[{{ i = {{}} }}]]] }}\n" for n in range(15_000))


HOSTILE: dict[str, Callable[[], str]] = {
    "ten megabytes of brackets": lambda: "a = " + "[" * TEN_MB,
    "ten megabytes of braces": lambda: "a = " + "{a=" * (TEN_MB // 3),
    "ten megabytes of headings": lambda: "[[a]]\n" * (TEN_MB // 6),
    "just under a megabyte of brackets": lambda: "a = " + "[" * 990_000,
    "a million cards": lambda: "[[ideas]]\n" * 1_000_000,
    "as many cards as the file may hold": lambda: (
        MINIMAL + "".join(IDEA.format(n=n) for n in range(9_000))
    ),
    "a million cards on a line": lambda: "ideas = [" + "{}," * 320_000 + "]",
    "a number as large as the universe": lambda: MINIMAL.replace("3.0", "9" * 900_000),
    "an exponent as large as the universe": lambda: MINIMAL.replace("3.0", "1e999999999"),
    "a bomb": _bomb,
    "an idea with every risk": lambda: MINIMAL.replace(
        'kind = "service"', 'kind = "service"\nrisks = [' + '"r", ' * 190_000 + "]"
    ),
    "marks over marks": lambda: MINIMAL.replace('"Borger"', '"' + "a" + "\u0301" * 400_000 + '"'),
    "both directions at once": lambda: MINIMAL.replace('"Borger"', '"' + "\u202e\u2066" * 20 + '"'),
    "private and unassigned letters": lambda: MINIMAL.replace(
        '"Borger"', '"' + "\ue000\U000e0001\ufffe" + '"'
    ),
    "emoji that join": lambda: MINIMAL.replace('"Borger"', '"' + "\U0001f469\u200d" * 20 + '"'),
    "control characters": lambda: MINIMAL.replace(
        '"Borger"', '"' + "".join(map(chr, range(32))) + '"'
    ),
    "a path as an id": lambda: 'id = "../../etc/passwd"\n' + MINIMAL,
    "a path as a picture": lambda: 'picture = "../../../etc/passwd"\n' + MINIMAL,
    "a name as long as a card is not": lambda: MINIMAL.replace('"Borger"', '"' + "W" * 48 + '"'),
}
PLAYABLE = {"emoji that join", "a path as a picture", "a name as long as a card is not"}


BY_DAY = (
    "ten megabytes of brackets",
    "a million cards on a line",
    "as many cards as the file may hold",
    "a number as large as the universe",
    "a bomb",
    "marks over marks",
    "emoji that join",
)
"""One of each way to be large; the others are tried at night."""


@pytest.mark.parametrize("name", HOSTILE if NIGHTLY else BY_DAY)
def test_it_ends_with_a_message_in_bounded_time_and_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text(HOSTILE[name](), encoding="utf-8")
    done = run_bounded("check", path, seconds=SECONDS, megabytes=MEGABYTES)
    said, complained = done.stdout, done.stderr
    assert "Traceback" not in complained
    assert done.returncode == (0 if name in PLAYABLE else 1), complained
    assert len(said) < 60_000
    joined = said.replace("\u200d", "")  # what makes one picture of several
    assert joined.replace("\n", "").isprintable()
    assert said.splitlines()[-1].startswith("1 file checked: ")
