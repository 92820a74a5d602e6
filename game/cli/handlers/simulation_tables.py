"""Prints a simulation as tables, and the advice to the author."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from game.content import Case
from game.engine import ACTIONS, TRACKS
from game.engine.events import VERDICTS
from game.i18n import Words
from game.simulation import Interval, Simulation, advise, cards, lesson_findings, share
from game.simulation.tally import THOUSANDTHS, Tally
from game.simulation.texts import JUDGEMENT_SIGNS, bot_name, lesson, measured_briefly, span
from game.wording import actions, terms
from game.wording.case_names import CaseNames
from game.wording.levels import level_effect, level_name

SIGNS = {"good": "✓", "wrong": "✗", "unsure": "?", "card": "•"}


def print_simulation(t: Words, console: Console, case: Case, simulation: Simulation) -> None:
    """Print the counts and the advice."""
    console.print(case.title.read(t.lang), style="bold")
    level = simulation.setup.level
    effect = level_effect(t, simulation.setup, level)
    console.print(t("Level: {level}", level=level_name(t, level)) + f" ({effect})")
    console.print(_played(t, simulation))
    if not simulation.played:
        return
    for seats in simulation.seats:
        console.print(_verdicts(t, simulation, seats))
        console.print(_tracks(t, simulation, seats))
    console.print(_actions(t, simulation))
    if "method" in simulation.bots and case.ideas:
        console.print(_ideas(t, case, simulation))
    if lesson_findings(simulation):
        console.print(_lessons(t, simulation))
    _print_advice(t, console, case, simulation)


def _played(t: Words, simulation: Simulation) -> str:
    text = t.plural(
        "{n} game with each group at each number of seats, seed {seed}.",
        "{n} games with each group at each number of seats, seed {seed}.",
        simulation.played,
        seed=simulation.seed,
    )
    if simulation.stopped:
        text += " " + t("Stopped before the end: {n} were asked for.", n=t.number(simulation.games))
    return text


def _table(title: str) -> Table:
    return Table(
        title=f"\n{title}",
        title_justify="left",
        title_style="bold",
        header_style="",
        box=SIMPLE_HEAD,
    )


# ------------------------------------------------------------------ results
def _verdicts(t: Words, simulation: Simulation, seats: int) -> Table:
    table = _table(
        t.plural("Verdicts with {n} seat, percent", "Verdicts with {n} seats, percent", seats)
    )
    table.add_column(t("Group"))
    for verdict in reversed(VERDICTS):
        table.add_column(terms.verdict(t, verdict), justify="right")
    table.add_column(t("All four goals"), justify="right")
    for name, tally in _groups(simulation, seats):
        counts = [tally.verdicts[verdict] for verdict in reversed(VERDICTS)]
        cells = [_share(t, count, tally.games) for count in [*counts, tally.won]]
        table.add_row(bot_name(t, name), *cells)
    return table


def _tracks(t: Words, simulation: Simulation, seats: int) -> Table:
    title = t.plural(
        "Benefit rate by track with {n} seat, percent",
        "Benefit rate by track with {n} seats, percent",
        seats,
    )
    table = _table(title)
    table.add_column(t("Group"))
    for track in TRACKS:
        table.add_column(terms.track(t, track), justify="right")
    table.add_column(t("Realism"), justify="right")
    table.add_column(t("Decisions"), justify="right")
    for name, tally in _groups(simulation, seats):
        rates = [_mean(t, tally.rates[track].mean(THOUSANDTHS), 100) for track in TRACKS]
        realism = _mean(t, tally.realism.mean(THOUSANDTHS), 100)
        table.add_row(bot_name(t, name), *rates, realism, _mean(t, tally.decisions.mean()))
    return table


def _groups(simulation: Simulation, seats: int) -> Iterator[tuple[str, Tally]]:
    for name in simulation.bots:
        yield name, simulation.tally(name, seats)


def _share(t: Words, count: int, games: int) -> str:
    """A share in percent with its interval; a share of 0 is a dash, with its interval."""
    x = share(count, games)
    value = "–" if count == 0 else t.number(round(x.value * 100, 1 if x.value < 0.01 else 0))
    return f"{value} ({span(t, x)})"


def _mean(t: Words, x: Interval | None, scale: int = 1) -> str:
    """A mean and its margin of error."""
    if x is None:
        return "–"
    value = t.number(round(x.value * scale))
    if not isfinite(x.high):
        return value
    return f"{value} ±{t.number(round((x.high - x.value) * scale, 1))}"


def _actions(t: Words, simulation: Simulation) -> Table:
    """How often each kind of action is used in a game, over all numbers of seats."""
    table = _table(t("Actions in a game"))
    table.add_column(t("Action"))
    tallies = [simulation.tally(name) for name in simulation.bots]
    for name in simulation.bots:
        table.add_column(bot_name(t, name), justify="right")
    for action in ACTIONS:
        counts = [tally.actions[action.__name__] for tally in tallies]
        if any(counts) and action.__name__ != "Proceed":
            means = [n / tally.games for n, tally in zip(counts, tallies, strict=True)]
            cells = [t.number(round(mean, 1)) if mean else "–" for mean in means]
            table.add_row(actions.verb(t, action), *cells)
    return table


# ------------------------------------------------------------------ advice
def _ideas(t: Words, case: Case, simulation: Simulation) -> Table:
    table = _table(t("Ideas in the hands of the methodical group"))
    table.add_column(t("Idea"))
    for heading in (t("Placed"), t("Implemented"), t("Points"), t("Capacity"), t("Pays")):
        table.add_column(heading, justify="right")
    for found in cards.ideas(simulation):
        table.add_row(
            CaseNames(t, case).idea_card(found.idea),
            t.percent(found.placed.value),
            t.percent(found.implemented.value),
            _mean(t, found.points),
            "–" if found.cost is None else t.number(round(found.cost, 1)),
            "–" if found.paid is None else t.percent(found.paid.value),
        )
    return table


def _lessons(t: Words, simulation: Simulation) -> Table:
    table = _table(t("Lessons that a case should show, percent"))
    table.add_column(t("Lesson"))
    for seats in simulation.seats:
        table.add_column(t.plural("{n} seat", "{n} seats", seats), justify="right")
    found = {(f.lesson, f.seats): f for f in lesson_findings(simulation)}
    for code in dict.fromkeys(f.lesson for f in lesson_findings(simulation)):
        here = [found[code, seats] for seats in simulation.seats]
        table.add_row(
            lesson(t, here[0]),
            *(f"{measured_briefly(t, f)} {JUDGEMENT_SIGNS[f.judgement]}" for f in here),
        )
    return table


def _print_advice(t: Words, console: Console, case: Case, simulation: Simulation) -> None:
    for advice in advise(t, case, simulation):
        console.print(f"{SIGNS[advice.weight]} {advice.found}")
        if advice.do:
            console.print(f"  → {advice.do}")
