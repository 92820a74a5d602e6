"""Reads the case that an argument names."""

from __future__ import annotations

from pathlib import Path

import click

from game.cli.errors import ProblemsError
from game.content import Case, ScenarioError, load
from game.engine import Level
from game.i18n import Words


def load_case(t: Words, path: Path, level: Level | None = None) -> Case:
    """The case in a file; without a level on its usual one."""
    try:
        case = load(path, lang=t.lang)
    except ScenarioError as error:
        raise ProblemsError(error.problems) from None
    return case.as_usual if level is None else case.at(level)


def check_seats_of(t: Words, case: Case, seats: int) -> None:
    """Refuse a table for which the case has too few roles: a seat without one is no seat of it."""
    if seats > case.setup.most_seats:
        message = t.plural(
            "The case has {n} role, so at most {n} can sit at the table, not {seats}.",
            "The case has {n} roles, so at most {n} can sit at the table, not {seats}.",
            case.setup.most_seats,
            seats=t.number(seats),
        )
        raise click.UsageError(message)
