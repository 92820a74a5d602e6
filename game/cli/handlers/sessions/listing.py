"""The handler of ``gevinst sessions``: lists the saved games."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import click

from game.cli.errors import InputError
from game.cli.handlers.sessions.summary import duration, json_fields, outcome, remarks, title
from game.content.findings import printable
from game.i18n import Words
from game.resources import sessions_folder
from game.session import FolderEntry, SessionSummary, Trouble, inspect_file
from game.session.locations import newest_first

SHORT_LIST: Final = 10


def list_sessions(t: Words, folder: Path | None, *, all_: bool, as_json: bool) -> int:
    """Print the sessions in a folder (by default the program's own), the newest first."""
    folder = folder or sessions_folder()
    if folder.exists() and not folder.is_dir():
        raise InputError(t("{file} is no folder.", file=folder))
    paths = newest_first(folder)
    sessions = [inspect_file(path) for path in (paths if all_ or as_json else paths[:SHORT_LIST])]
    if as_json:
        fields = [{"number": n} | json_fields(t, one) for n, one in enumerate(sessions, 1)]
        click.echo(json.dumps(fields, ensure_ascii=False, indent=2))
    elif not sessions:
        click.echo(t("No games are saved in {folder} yet. “gevinst” begins one.", folder=folder))
    else:
        _print(t, sessions)
        if more := len(paths) - len(sessions):
            click.echo(t.plural("… and {n} more: --all", "… and {n} more: --all", more))
    return 0


def _print(t: Words, sessions: Iterable[FolderEntry]) -> None:
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for n, session in enumerate(sessions, 1):
        first, *rest = map(printable, _lines(t, session))
        click.echo(
            f"{click.style(f'{n:>3}', dim=True)}  {click.style(first, bold=True)}", color=colour
        )
        for line in rest:
            click.echo(f"     {line}", color=colour)


def _lines(t: Words, session: FolderEntry) -> Iterator[str]:
    """The lines about a session, the last with its name."""
    summary, trouble = session.summary, session.trouble
    problem = None if trouble is None else _problem(t, trouble)
    if summary is None:
        yield problem or ""
    else:
        result = problem or outcome(t, summary.verdict, summary.round)
        yield f"{title(summary.header).read(t.lang)} – {result}"
        length = duration(t, summary.header, summary.played, summary.decisions)
        yield f"{length}, {_seats(t, summary)}"
    more = remarks(t, summary.header) if summary is not None else []
    yield ", ".join((session.path.stem, *more))


def _problem(t: Words, trouble: Trouble) -> str:
    """The reason why not all of a session can be used."""
    return (
        trouble.translate(t) if trouble.newer else t("damaged: {what}", what=trouble.translate(t))
    )


def _seats(t: Words, summary: SessionSummary) -> str:
    listed = t.listed([seat.name for seat in summary.seats])
    count = t.plural("{n} seat", "{n} seats", len(summary.seats))
    return f"{count} ({listed})"
