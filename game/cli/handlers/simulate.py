"""``gevinst simulate``: let bots play a case many times, and say what that means for its author."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from game.bots import NAMES
from game.cli.click_messages import InputError
from game.cli.handlers.play import find_case
from game.cli.handlers.simulation_tables import print_simulation
from game.content import Case
from game.engine import MAX_SEATS
from game.i18n import Words
from game.simulation import GAMES, SEATS, Simulation, simulate
from game.simulation.plain import plain

WIDE = 132
"""Columns that the tables may take where there is no terminal to fit them to."""

INTERRUPTED = 130
"""The exit code after Ctrl-C, as of any command; what was played is printed all the same."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line."""

    scenario: str
    games: int | None = None
    seats: str | None = None
    bots: str | None = None
    seed: int | None = None
    jobs: int | None = None
    dask: str | None = None
    as_json: bool = False


def run(t: Words, wanted: Wanted) -> int:
    """Play what was asked for and print what it came to; gives the exit code."""
    seats, bots = _seats(t, wanted.seats), _bots(t, wanted.bots)
    seed = 1 if wanted.seed is None else wanted.seed
    if not 0 <= seed < 2**64:
        raise click.UsageError(t("A seed is a whole number from 0 to 2^64 - 1."))
    case = find_case(t, wanted.scenario)
    games = wanted.games or GAMES
    try:
        with _executor(t, wanted) as executor, _bar(t, games) as bar:
            done = simulate(
                case.setup,
                bots=bots,
                seats=seats,
                games=games,
                seed=seed,
                jobs=wanted.jobs,
                executor=executor,
                progress=lambda n: bar.advance(bar.task_ids[0], n),
            )
    except BrokenExecutor:
        said = t("A process that was playing has died, perhaps for lack of memory. Try --jobs 1.")
        raise InputError(said) from None
    _print(t, case, done, as_json=wanted.as_json)
    return INTERRUPTED if done.stopped else 0


def _print(t: Words, case: Case, done: Simulation, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(plain(t, case, done), ensure_ascii=False, indent=2))
        return
    console = Console(highlight=False, emoji=False, markup=False)
    if not console.is_terminal:
        console.width = max(WIDE, console.width)
    print_simulation(t, console, case, done)


@contextmanager
def _bar(t: Words, games: int) -> Iterator[Progress]:
    """A progress bar with the time left, where there is a terminal to show it on."""
    console = Console(stderr=True)
    columns = (
        TextColumn(t("Games")),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(t("time left")),
        TimeRemainingColumn(),
    )
    bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    with bar:
        bar.add_task("", total=games)
        yield bar


@contextmanager
def _executor(t: Words, wanted: Wanted) -> Iterator[Executor | None]:
    """The executor of a Dask cluster where one was named; otherwise our own processes do."""
    if wanted.dask is None:
        yield None
        return
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        said = t("Dask is not installed here. Install it: pip install 'gevinstbordet[cluster]'")
        raise InputError(said) from None
    try:
        client = distributed.Client(wanted.dask, timeout=10)
    except (OSError, ValueError) as error:
        said = t("No Dask cluster answers at {address}: {why}", address=wanted.dask, why=error)
        raise InputError(said) from None
    with client:
        yield client.get_executor(pure=False)  # equal calls would be merged otherwise


# ------------------------------------------------------------------ what was asked for
def _seats(t: Words, text: str | None) -> tuple[int, ...]:
    if text is None:
        return SEATS
    parts = [part.strip() for part in text.split(",")]
    known = {str(n) for n in range(1, MAX_SEATS + 1)}
    if wrong := [part for part in parts if part not in known]:
        said = t(
            "--seats wants numbers from 1 to {most}, as 4,6, not “{text}”.",
            most=MAX_SEATS,
            text=wrong[0],
        )
        raise click.UsageError(said)
    return tuple(dict.fromkeys(int(part) for part in parts))


def _bots(t: Words, text: str | None) -> tuple[str, ...]:
    if text is None:
        return NAMES
    asked = tuple(dict.fromkeys(part.strip() for part in text.split(",")))
    if wrong := [name for name in asked if name not in NAMES]:
        known = ", ".join(NAMES)
        raise click.UsageError(
            t("There is no bot {name}. There are: {bots}.", name=wrong[0], bots=known)
        )
    return asked
