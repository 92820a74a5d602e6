"""Prints a study as tables."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from game.bots import PEOPLE
from game.content import Case
from game.engine import ACTIONS, TRACKS
from game.engine.events import VERDICTS
from game.i18n import Words, half_up
from game.simulation import Interval, Simulation, Study, cards, lesson_findings, share
from game.simulation.study import LEVEL_BOTS
from game.simulation.tally import THOUSANDTHS, Tally
from game.simulation.texts import JUDGEMENT_SIGNS, bot_name, lesson, measured_briefly, span
from game.wording import actions, terms
from game.wording.case_names import CaseNames
from game.wording.levels import level_name


def print_details(t: Words, console: Console, case: Case, simulation: Simulation) -> None:
    """Print how the games of each group went, and what became of each idea."""
    for seats in simulation.seats:
        console.print(_verdicts(t, simulation, seats))
        console.print(_tracks(t, simulation, seats))
    console.print(_actions(t, simulation))
    if "method" in simulation.bots and case.ideas:
        console.print(_ideas(t, case, simulation))


def print_findings(t: Words, console: Console, case: Case, study: Study) -> None:
    """Print how often people win on each level, how often aims are met, and the lessons."""
    if len(study.by_level) > 1:
        console.print(_levels(t, study))
    if PEOPLE in study.simulation.bots:
        console.print(_aims(t, case, study.simulation))
    if lesson_findings(study.simulation):
        console.print(_lessons(t, study.simulation))


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
    value = "–" if count == 0 else t.number(half_up(x.value * 100, 1 if x.value < 0.01 else 0))
    return f"{value} ({span(t, x)})"


def _mean(t: Words, x: Interval | None, scale: int = 1) -> str:
    """A mean and its margin of error."""
    if x is None:
        return "–"
    value = t.number(half_up(x.value * scale))
    if not isfinite(x.high):
        return value
    return f"{value} ±{t.number(half_up((x.high - x.value) * scale, 1))}"


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
            cells = [t.number(half_up(mean, 1)) if mean else "–" for mean in means]
            table.add_row(actions.verb(t, action), *cells)
    return table


# ------------------------------------------------------------------ ideas, lessons, levels, aims
def _ideas(t: Words, case: Case, simulation: Simulation) -> Table:
    table = _table(t("Ideas in the hands of the methodical group"))
    table.add_column(t("Idea"))
    for heading in (t("Placed"), t("Implemented"), t("Points"), t("Capacity"), t("Pays")):
        table.add_column(heading, justify="right")
    for found in cards.ideas(simulation):
        table.add_row(
            CaseNames(t, case).idea_card(found.idea),
            t.chance(found.placed.value),
            t.chance(found.implemented.value),
            _mean(t, found.points),
            "–" if found.cost is None else t.number(half_up(found.cost, 1)),
            "–" if found.paid is None else t.chance(found.paid.value),
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


def _levels(t: Words, study: Study) -> Table:
    """How often groups reach all four goals on each level, all numbers of seats together."""
    table = _table(t("All four goals, percent of the games"))
    table.add_column(t("Level"))
    for name in LEVEL_BOTS:
        table.add_column(bot_name(t, name), justify="right")
    for level, played in study.by_level.items():
        mark = " ←" if level == study.simulation.setup.level else ""
        tallies = [played.tally(name) for name in LEVEL_BOTS]
        cells = [_share(t, tally.won, tally.games) if tally.games else "" for tally in tallies]
        table.add_row(level_name(t, level) + mark, *cells)
    return table


def _aims(t: Words, case: Case, simulation: Simulation) -> Table:
    """How often each role's aim is met, and all of them with all goals."""
    table = _table(t("Aims, percent of the games in which the role is in play"))
    table.add_column(t("Role"))
    table.add_column(t("Aim"))
    groups = [name for name in ("method", PEOPLE) if name in simulation.bots]
    for name in groups:
        table.add_column(bot_name(t, name), justify="right")
    for role in case.setup.roles:
        tallies = [simulation.tally(name) for name in groups]
        if any(tally.aims_judged[role.id] for tally in tallies):
            cells = [_share(t, x.aims_met[role.id], x.aims_judged[role.id]) for x in tallies]
            table.add_row(CaseNames(t, case).role(role.id), terms.aim(t, role.aim), *cells)
    cells = [_share(t, x.verdicts["together"], x.games) for x in map(simulation.tally, groups)]
    table.add_row(t("All goals and all aims"), "", *cells)
    return table
