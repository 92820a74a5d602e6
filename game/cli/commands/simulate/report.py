"""Prints a study: first what was found and what to change, then the tables that show why."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from game.cli.commands.simulate.tables import print_details, print_findings
from game.content import Case
from game.i18n import Words
from game.simulation import Advice, Study, advise
from game.simulation.texts import played
from game.wording.levels import level_effect, level_name

SIGNS = {
    "good": "✓",
    "wrong": "✗",
    "cause": "!",
    "tried": "+",
    "aims": "◎",
    "note": " ",
    "unsure": "?",
    "card": "•",
}


def print_study(
    t: Words, console: Console, case: Case, study: Study, *, details: bool = False
) -> None:
    """Print the advice and the tables; with ``details`` those of every group, too."""
    simulation = study.simulation
    console.print(case.title.read(t.lang), style="bold")
    level = simulation.setup.level
    effect = level_effect(t, simulation.setup, level)
    console.print(t("Level: {level}", level=level_name(t, level)) + f" ({effect})")
    console.print(_played(t, study))
    if not simulation.played:
        return
    console.print()
    console.print(_advice(advise(t, case, study)))
    print_findings(t, console, case, study)
    if details:
        print_details(t, console, case, simulation)
    else:
        console.print(t("--details prints verdicts, benefit rates, actions and ideas, too."))


def _played(t: Words, study: Study) -> str:
    simulation = study.simulation
    text = f"{played(t, simulation)} {_again(t, simulation.seed)}"
    if simulation.stopped:
        text += " " + t("Stopped before the end: {n} were asked for.", n=t.number(simulation.games))
    elif study.stopped:
        text += " " + t("Stopped before what could be changed was tried.")
    return text


def _again(t: Words, seed: int) -> str:
    return t("--seed {seed} plays the same games again.", seed=seed)


def _advice(advice: Iterable[Advice]) -> Table:
    """Each piece of advice beside its sign, however its lines are broken."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1)
    grid.add_column()
    for piece in advice:
        grid.add_row(SIGNS[piece.weight], piece.found)
        if piece.do:
            grid.add_row("", f"→ {piece.do}")
    return grid
