"""The handler of ``gevinst repair``."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from game.cli.handlers.errors import errors_as_messages
from game.cli.handlers.session_argument import find_session
from game.content import parse
from game.content.findings import printable
from game.i18n import Words
from game.session import ReadError, Trouble, read
from game.session.containers import plain_stem
from game.session.repairing import Repair, repair

_MOST_NAMED = 12


def repair_session(t: Words, folder: Path | None, name: str, to: Path | None) -> int:
    """Save what is whole in a session, and tell what is missing."""
    path = find_session(t, folder, name)
    with errors_as_messages(t):
        troubles = _troubles(path)
        if not troubles:
            click.echo(t("Nothing is damaged in {file}.", file=printable(path.name)))
            return 0
        suffix = t("repaired")
        target = to or path.with_name(f"{plain_stem(path)}-{suffix}.jsonl")
        done = repair(path, parse, target, time.time())
    for trouble in troubles:
        click.echo(f"  {trouble.translate(t)}")
    for line in _told(t, done):
        click.echo(line)
    click.echo(t("Saved in {file}", file=done.path))
    return 0


def _troubles(path: Path) -> list[Trouble]:
    """What is wrong with a session, even with one that does not open."""
    try:
        return read(path).troubles
    except ReadError as error:
        if error.trouble.code != "head_damaged":
            raise
        return [error.trouble]


def _told(t: Words, done: Repair) -> Iterator[str]:
    """What was kept, and what is missing."""
    yield t.plural("{n} entry is saved.", "{n} entries are saved.", done.kept)
    if done.restored:
        yield t("Damaged, and known nevertheless: {entries}.", entries=_numbers(done.restored))
    if done.missing:
        lost = _numbers(done.missing)
        yield t("Lost, since their lines are damaged: {entries}.", entries=lost)
    if done.dependent:
        yield t(
            "Left out, since they rest on what is lost: {entries}.",
            entries=_numbers(done.dependent),
        )
    if done.complete:
        yield t("Nothing is missing.")


def _numbers(entries: Sequence[int]) -> str:
    """Some entries by their numbers, runs of them as from – to."""
    runs: list[list[int]] = []
    for n in sorted(entries):
        if runs and n == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], n]
        else:
            runs.append([n])
    named = ["–".join(map(str, run)) for run in runs[:_MOST_NAMED]]
    return ", ".join([*named, *(["…"] if len(runs) > _MOST_NAMED else [])])
