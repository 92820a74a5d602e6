"""Shows what would be taken out of a session, and asks about words that may be no names."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

import click

from game.anonymity import Anonymised, NameChoices, WordFound, full_list
from game.i18n import Words

Find = Callable[[NameChoices], Anonymised]
"""Takes the names out of a session, by what was decided so far."""


def settle_names(t: Words, find: Find, choices: NameChoices, *, ask: bool) -> NameChoices:
    """Print the list of what is taken out; in a terminal, ask about each word in doubt.

    Nothing is asked unless ``ask``. Returns all decisions.
    """
    found = find(choices)
    for line in full_list(t, found.findings):
        click.echo(line)
    undecided = [word for word in found.findings.words if not word.stays]
    if not undecided:
        return choices
    if ask and is_terminal():
        kept = {word.word for word in undecided if not _is_name(t, word)}
        return replace(choices, keep=choices.keep | kept)
    click.echo(_how_to_keep(t, undecided))
    return choices


def _how_to_keep(t: Words, words: list[WordFound]) -> str:
    options = " ".join(f"--keep {_quoted(word.word)}" for word in words)
    return "\n" + t("What is no name stays with: {options}", options=options)


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word


def is_terminal() -> bool:
    """Whether somebody sits at both ends and can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _is_name(t: Words, word: WordFound) -> bool:
    """Ask whether a word is a name; no answer means that it is."""
    click.echo()
    for example in word.examples:
        click.echo(f"  “{example}”")
    yes, no = t("yes"), t("no")
    question = t("Is “{word}” a name here?", word=word.word)
    given: str = click.prompt(f"{question} ({yes}/{no})", default=yes, show_default=False)
    return not given.strip().casefold().startswith(no[0])
