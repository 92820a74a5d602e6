"""The handler of ``gevinst simulate``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress as ProgressBar

from game.bots import NAMES, USUAL
from game.cli.errors import InputError
from game.cli.handlers.case_argument import check_seats_of, load_case
from game.cli.handlers.progress import progress_bar
from game.cli.handlers.simulation_report import print_study
from game.cli.params import check_seed
from game.content import Case
from game.engine import MAX_SEATS, Level
from game.frozen import frozen
from game.i18n import Words
from game.simulation import GAMES, Progress, Study, study
from game.simulation.json_data import study_data
from game.simulation.progress import ProgressCallback

PIPED_WIDTH = 132
"""The width of tables that are not printed on a terminal, in characters."""

INTERRUPTED = 130
"""The exit code after Ctrl-C; what was played until then is printed all the same."""


@frozen
class SimulateOptions:
    """The options as given."""

    scenario: Path
    games: int | None = None
    seats: str | None = None
    bots: str | None = None
    level: Level | None = None
    seed: int | None = None
    jobs: int | None = None
    dask: str | None = None
    as_json: bool = False
    details: bool = False


def run(t: Words, options: SimulateOptions) -> int:
    """Simulate and print the result; returns the exit code."""
    seats, bots = _parse_seats(t, options.seats), _parse_bots(t, options.bots)
    seed = 1 if options.seed is None else options.seed
    check_seed(t, seed)
    case = load_case(t, options.scenario, options.level)
    check_seats_of(t, case, max(seats or (1,)))
    games = options.games or GAMES
    try:
        with _executor(t, options) as executor, progress_bar(t, t("Games"), games) as bar:
            found = study(
                case,
                bots=bots,
                seats=seats,
                games=games,
                seed=seed,
                jobs=options.jobs,
                executor=executor,
                progress=_shown_by(t, bar),
            )
    except BrokenExecutor:
        message = t(
            "A process that was playing has died, perhaps for lack of memory. Try --jobs 1."
        )
        raise InputError(message) from None
    _print(t, case, found, options)
    return INTERRUPTED if found.stopped else 0


def _shown_by(t: Words, bar: ProgressBar) -> ProgressCallback:
    """What shows the progress of a study on a bar, which begins anew with each stage."""
    names = {"games": t("Games"), "levels": t("Other levels"), "remedies": t("Remedies")}

    def show(progress: Progress) -> None:
        bar.update(
            bar.task_ids[0],
            completed=progress.done,
            total=progress.total,
            description=names[progress.stage],
        )

    return show


def _print(t: Words, case: Case, found: Study, options: SimulateOptions) -> None:
    if options.as_json:
        click.echo(json.dumps(study_data(t, case, found), ensure_ascii=False, indent=2))
        return
    console = Console(highlight=False, emoji=False, markup=False)
    if not console.is_terminal:
        console.width = max(PIPED_WIDTH, console.width)
    print_study(t, console, case, found, details=options.details)


@contextmanager
def _executor(t: Words, options: SimulateOptions) -> Iterator[Executor | None]:
    """The executor of a Dask cluster if one was given; ``None`` for local processes."""
    if options.dask is None:
        yield None
        return
    try:
        distributed: Any = import_module("distributed")
    except ImportError:
        message = t("Dask is not installed here. Install it: pip install 'gevinstbordet[cluster]'")
        raise InputError(message) from None
    try:
        client = distributed.Client(options.dask, timeout=10)
    except (OSError, ValueError) as error:
        message = t("No Dask cluster answers at {address}: {why}", address=options.dask, why=error)
        raise InputError(message) from None
    with client:
        yield client.get_executor(pure=False)  # otherwise Dask merges equal calls


# ------------------------------------------------------------------ options
def _parse_seats(t: Words, text: str | None) -> tuple[int, ...] | None:
    """The numbers of seats that were asked for; ``None`` for those that are usual in the case."""
    if text is None:
        return None
    parts = [part.strip() for part in text.split(",")]
    allowed = {str(n) for n in range(1, MAX_SEATS + 1)}
    if wrong := [part for part in parts if part not in allowed]:
        message = t(
            "--seats wants numbers from 1 to {most}, as 4,6, not “{text}”.",
            most=MAX_SEATS,
            text=wrong[0],
        )
        raise click.UsageError(message)
    return tuple(dict.fromkeys(int(part) for part in parts))


def _parse_bots(t: Words, text: str | None) -> tuple[str, ...]:
    if text is None:
        return USUAL
    requested = tuple(dict.fromkeys(part.strip() for part in text.split(",")))
    if wrong := [name for name in requested if name not in NAMES]:
        names = ", ".join(NAMES)
        raise click.UsageError(
            t("There is no bot {name}. There are: {bots}.", name=wrong[0], bots=names)
        )
    return requested
