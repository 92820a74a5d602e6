"""Judges all that is said of many games: every case with every bot, some of them lively tables.

    python -m tests.truth                 # a minute: three games of each
    python -m tests.truth --games 10

The exit code is 1 when something is said that is not so, or that nobody has proved; proofs that no
game came to are named.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from tests.truth.games import games
from tests.truth.judging import all_judged
from tests.truth.proving import PROOFS

FIRST = 2
"""The games before are those of the tests."""


def main() -> int:
    """Print what was said, what of it is false, and what was never said."""
    parser = argparse.ArgumentParser(prog="python -m tests.truth", description=__doc__)
    parser.add_argument("--games", type=int, default=3, help="of each case with each bot")
    count = parser.parse_args().games
    played = games(range(FIRST, FIRST + count))
    said: Counter[str] = Counter()
    wrong: list[str] = []
    for game in all_judged(played):
        said.update(s.message for s in game.said)
        wrong += game.false
    print(*wrong, sep="\n")
    print(f"{len(played)} games, {said.total()} sentences, {len(wrong)} not so")
    print(f"never said: {sorted(set(PROOFS) - set(said))}")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
