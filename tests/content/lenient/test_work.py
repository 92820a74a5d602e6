"""However much is wrong in a text, and of whatever kind: a line costs no more than in a case."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Final

import pytest

from game.content import check
from game.content.lenient.fixing import fix

LINES: Final = 400
MOST_CALLS: Final = 650
"""The calls of functions that a line may cost; with no bounds it was thousands."""

STRANGE: Final[dict[str, Callable[[int], str]]] = {
    "keys that no case has": lambda n: f"zz{n} = 1\n",
    "keys that are nearly those of a case": lambda n: f"tittel{n} = 1\n",
    "typographic quotes": lambda n: f"a{n} = “x”\n",
    "the same line over and over": lambda n: "a = “x”\n",
    "colons": lambda n: "a: 1\n",
    "pairs of another format": lambda n: f"key{n}: value {n}\n",
    "headings that are nearly those of a case": lambda n: f"[rulez{n}]\n",
    "cards of another game": lambda n: f"[[card{n}]]\nhealth = {n}\n",
    "choices that there are not": lambda n: f'[[ideas]]\nid = "i{n}"\nkind = "servise{n}"\n',
}


def calls_of(do: Callable[[str], object], text: str) -> int:
    """How many functions are called."""
    count = 0

    def called(frame: Any, event: str, arg: Any) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        do(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("kind", STRANGE)
def test_what_a_line_costs_is_bounded(kind: str) -> None:
    text = "".join(map(STRANGE[kind], range(LINES)))
    lines = text.count("\n")
    check("a = 1\n", "x.toml")  # what is known of a case is worked out once
    assert calls_of(lambda text: check(text, "x.toml"), text) < MOST_CALLS * lines
    assert calls_of(fix, text) < MOST_CALLS * lines


def test_of_a_text_with_thousands_of_faults_the_first_are_mended() -> None:
    text = "".join(f"a{n} = “x”\n" for n in range(4000))
    mended = fix(text)
    assert 1000 < mended.mended < 4000
    assert mended.text.startswith('a0 = "x"\n')
    assert mended.text.endswith("a3999 = “x”\n")
    assert len(mended.text.split("\n")) == len(text.split("\n"))
