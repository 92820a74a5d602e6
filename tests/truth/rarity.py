"""Measures how rare each kind of key moment is, and writes it down for the debrief.

    python -m tests.truth.rarity          # minutes: games of every case with every bot

Only what bots do by themselves is measured. What nobody measured is as rare as can be.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from game.debrief import debrief, measured
from tests.truth.games import Game, case_named, games

Shares = Mapping[str, tuple[tuple[float, float], ...]]
ROUNDS = range(1, 5)


def shares(played: list[Game]) -> Shares:
    """By kind: the weights that there are, each with the share of games with one so strong."""
    strongest: dict[str, list[float]] = defaultdict(list)
    for game in played:
        found: dict[str, float] = {}
        for m in debrief(game.play(), case_named(game.case).setup).moments:
            found[m.kind] = max(found.get(m.kind, 0), m.weight)
        for kind, weight in found.items():
            strongest[kind].append(weight)
    return {
        kind: tuple(_steps(weights, len(played))) for kind, weights in sorted(strongest.items())
    }


def _steps(weights: list[float], count: int) -> Iterable[tuple[float, float]]:
    for weight in sorted(set(weights)):
        yield weight, round(sum(w >= weight for w in weights) / count, 2)


def text(found: Shares) -> str:
    """The module that has them."""
    rows = "".join(f"    {kind!r}: {steps!r},\n" for kind, steps in found.items())
    return (
        '"""How often games have a key moment of a kind at least so strong.\n\n'
        "By kind: weights, each with the share of games. Measured over games of all cases\n"
        'with many bots, and written here, by ``python -m tests.truth.rarity``.\n"""\n\n'
        "from __future__ import annotations\n\n"
        "from collections.abc import Mapping\nfrom typing import Final\n\n"
        f"SHARES: Final[Mapping[str, tuple[tuple[float, float], ...]]] = {{\n{rows}}}\n"
    )


def main() -> None:
    """Measure, and write the module."""
    Path(measured.__file__).write_text(text(shares(games(ROUNDS, lively=False))), encoding="utf-8")
    sys.stdout.write("Now run ruff format.\n")


if __name__ == "__main__":
    main()
