"""Checks, plays and prints every shipped case, or those named.

The exit code is 1 when a case cannot be played, or when something surely is not as it should be.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from rich.console import Console

from game.content import Case, check_file
from game.resources import SCENARIOS
from tests.lessons.data import as_data
from tests.lessons.distances import distances
from tests.lessons.judging import faults
from tests.lessons.measure import Asked, Measured, measure
from tests.lessons.tables import TABLES, distances_table

WIDTH = 180


def main() -> int:
    """Print the tables of all cases, or of those named; gives the exit code."""
    args = _args()
    files = [p for p in sorted(SCENARIOS.glob("*.toml")) if not args.cases or p.stem in args.cases]
    told = Console(stderr=True, highlight=False)
    asked = Asked(tuple(int(n) for n in args.seats.split(",")), args.games, args.seed, args.jobs)
    cases = [_checked(told, path) for path in files]
    measured = []
    for case in filter(None, cases):
        told.print(f"{case.id}: playing", style="dim")
        measured.append(measure(case, asked))
    if measured:
        _print(measured, as_json=args.json)
    return int(None in cases or any(faults(case) for case in measured))


def _args() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.lessons", description=__doc__)
    parser.add_argument("cases", nargs="*", help="names of cases; without any, all of them")
    parser.add_argument("--games", type=int, default=300, help="games each (300)")
    parser.add_argument("--seats", default="4,6,8", help="numbers of seats (4,6,8)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, help="processes; without it, one for each core")
    parser.add_argument("--json", action="store_true", help="print the numbers as JSON")
    return parser.parse_args()


def _checked(told: Console, path: Path) -> Case | None:
    """The case, with every problem and warning of it printed."""
    case, problems = check_file(path)
    for problem in problems:
        told.print(str(problem), style="red", markup=False)
    return case


def _print(measured: list[Measured], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(as_data(measured), ensure_ascii=False, indent=2))
        return
    console = Console(highlight=False)
    console.width = max(WIDTH, console.width)
    for table in TABLES:
        console.print(table(measured))
    if found := distances(measured):
        console.print(distances_table(found))
        near = found[0]
        console.print(f"Nearest: {near.a} and {near.b} ({near.mean:.0%} apart).")
    for case in measured:
        for fault in faults(case):
            console.print(f"{case.case.id}: {fault}", style="red", markup=False)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
