"""``gevinst simulate``: have bots play a case many times."""

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
from game.cli.case_argument import check_seats_of, load_case
from game.cli.commands.simulate.report import print_study
from game.cli.errors import InputError
from game.cli.options import RootOptions, about_case, as_json, case, command, level, seed
from game.cli.params import WholeNumber, check_seed
from game.cli.progress import progress_bar
from game.content import Case
from game.engine import MAX_SEATS, Level
from game.frozen import frozen
from game.i18n import Words
from game.simulation import GAMES, Progress, Study, study
from game.simulation.json_data import study_data
from game.simulation.progress import ProgressCallback


def build(t: Words) -> click.Command:
    """Declare the command."""
    text = t(
        "Let bots play a case many times, and say whether it plays well and teaches what it "
        "should.\n\n"
        "Ctrl-C prints what has been played so far (exit code 130)."
    )
    return command(
        t,
        "simulate",
        text + about_case(t),
        case(t, "scenario"),
        click.Option(
            ["--games"],
            type=WholeNumber(t, 1, 10_000_000),
            metavar="N",
            help=t("Games for each group at each number of seats; without it, 700."),
        ),
        click.Option(
            ["--seats"],
            metavar="K[,K…]",
            help=t("Numbers of seats; without it, 4,6, or as many as the case has roles for."),
        ),
        click.Option(
            ["--bots"],
            metavar=t("NAME[,NAME…]"),
            help=t("The groups that play; without it, the usual twelve."),
        ),
        level(t),
        seed(t),
        click.Option(
            ["--jobs"],
            type=WholeNumber(t, 1, 1_000),
            metavar="J",
            help=t("Processes that play at once; without it, one for each core."),
        ),
        click.Option(
            ["--details"],
            is_flag=True,
            help=t("Print all tables: verdicts, benefit rates, actions and ideas, too."),
        ),
        as_json(t("Print all of it as JSON, for tools.")),
        click.Option(
            ["--dask"],
            metavar=t("ADDRESS"),
            help=t("Play on a Dask cluster, given its scheduler's address."),
        ),
        run=_simulate,
    )


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


def _simulate(t: Words, _: RootOptions, **given: Any) -> int:
    """Simulate and print the result; returns the exit code."""
    options = SimulateOptions(**given)
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
        raise InputError(
            t("A process that was playing has died, perhaps for lack of memory."),
            t("Try --jobs 1."),
        ) from None
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
        raise InputError(
            t("Dask is not installed here."),
            t("Install it: pip install 'gevinstbordet[cluster]'"),
        ) from None
    try:
        client = distributed.Client(options.dask, timeout=10)
    except (OSError, ValueError) as error:
        message = t("No Dask cluster answers at {address}: {why}.", address=options.dask, why=error)
        raise InputError(
            message, t("See that it runs there, or leave --dask out to play on this computer.")
        ) from None
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
