"""What the command line offers, and how a program is started."""

from __future__ import annotations

from collections.abc import Iterator

import click

from tests.session.freezing import FOLDER

LEFT = FOLDER / "format-1-unfinished.jsonl"

Command = tuple[str, ...]


def commands(below: click.Command, *name: str) -> Iterator[tuple[Command, click.Command]]:
    """A command and all below it, each with the words that it is called by."""
    yield name, below
    for word, command in getattr(below, "commands", {}).items():
        yield from commands(command, *name, word)


RUN = """
import contextlib, io, json, sys
from game.cli import main
for args in json.loads(sys.argv[1]):
    told = io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        code = main(args)
    print(json.dumps([code, told.getvalue()]))
"""
"""Runs several commands in one process, and prints what each came to."""
