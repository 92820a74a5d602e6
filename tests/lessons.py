"""Does every shipped case play well? ``python -m tests.lessons [CASE…] [--games N] [--seats 4,6]``.

Each case is checked and simulated; the table shows for each lesson and number of seats what was
measured, with a mark where it does not hold (↓ too low, ↑ too high) or cannot be told yet (?).
The exit code is 1 when a case has a problem or breaks a lesson.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from game.content import Case, check_file
from game.i18n import words
from game.resources import SCENARIOS
from game.simulation import LESSONS, LessonFinding, advise, lesson_findings, simulate
from game.simulation.texts import JUDGEMENT_SIGNS, lesson, measured_briefly

HEADS = {
    "method": "method\n55–80",
    "economy_alone": "eco: all\n< 10",
    "economy_found": "eco: own\n> 50",
    "rush": "rush\n< 5",
    "random": "random\n< 1",
    "risks": "−risks\n≥ 8",
    "tracks": "−tracks\n≥ 8",
    "abilities": "−abil.\n≥ 8",
    "trials": "−trials\n≥ 8",
    "anchoring": "−anch.\n≥ 8",
}
T = words("en")


def main() -> int:
    """Print the table of all cases, or of those named; gives the exit code."""
    args = _args()
    files = [p for p in sorted(SCENARIOS.glob("*.toml")) if not args.cases or p.stem in args.cases]
    console = Console(highlight=False, width=max(140, Console().width))
    table = Table("case", "seats", *(HEADS[code] for code in LESSONS))
    wrong = False
    for path in files:
        case = _checked(console, path)
        if case is None:
            wrong = True
            continue
        console.print(f"{path.stem}: playing", style="dim")
        wrong |= _simulated(console, table, case, args)
    console.print(table)
    return int(wrong)


def _args() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.lessons", description=__doc__)
    parser.add_argument("cases", nargs="*", help="names of cases; without any, all of them")
    parser.add_argument("--games", type=int, default=300, help="games each (300)")
    parser.add_argument("--seats", default="4,6", help="numbers of seats (4,6)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int)
    return parser.parse_args()


def _checked(console: Console, path: Path) -> Case | None:
    """The case, with every problem and warning of it printed."""
    case, problems = check_file(path)
    for problem in problems:
        console.print(str(problem), style="red", markup=False)
    return case


def _simulated(console: Console, table: Table, case: Case, args: argparse.Namespace) -> bool:
    """Add a case's rows and print what is wrong with it; whether anything is."""
    seats = tuple(int(n) for n in args.seats.split(","))
    done = simulate(case.setup, seats=seats, games=args.games, seed=args.seed, jobs=args.jobs)
    if done.stopped:
        raise KeyboardInterrupt
    found = {(f.lesson, f.seats): f for f in lesson_findings(done)}
    for k in seats:
        table.add_row(case.id, str(k), *(_cell(found[code, k]) for code in LESSONS))
    for said in advise(T, case, done):
        if said.weight != "unsure":
            console.print(f"  {said.found}", markup=False)
    broken = [f for f in found.values() if f.judgement in ("too_low", "too_high")]
    for f in broken:
        console.print(
            f"  {JUDGEMENT_SIGNS[f.judgement]} {f.seats}: {lesson(T, f.lesson)}", style="red"
        )
    return bool(broken)


def _cell(found: LessonFinding) -> str:
    """A number with its interval; a lesson that holds needs no mark."""
    mark = "" if found.judgement == "holds" else f" [bold red]{JUDGEMENT_SIGNS[found.judgement]}[/]"
    value, _, span = measured_briefly(T, found).partition(" ")
    return f"{value}{mark}\n[dim]{span}[/]"


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
