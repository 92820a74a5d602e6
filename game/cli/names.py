"""Shows what would be taken out of a session, and asks about words that may be no names."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

import click

from game.anonymity import AS_FOUND, Anonymised, NameChoices, WordFound, full_list
from game.anonymity.hints import MOST_ASKED
from game.frozen import frozen
from game.i18n import Words

Find = Callable[[NameChoices], Anonymised]
"""Takes the names out of a session, by what was decided so far."""


@frozen
class NameWishes:
    """The options about names. ``yes``: nothing is asked."""

    choices: NameChoices = AS_FOUND
    only_list: bool = False
    yes: bool = False

    @classmethod
    def of(
        cls, keep: Iterable[str], also: tuple[str, ...], *, only_list: bool, yes: bool
    ) -> NameWishes:
        """As the command line gives them."""
        return cls(NameChoices(frozenset(keep), also), only_list, yes)


NO_WISHES: Final = NameWishes()


def settle_names(t: Words, find: Find, wishes: NameWishes) -> tuple[NameChoices, Anonymised] | None:
    """Print the list of what is taken out; in a terminal, ask about each word in doubt.

    Returns all decisions and what was found by them, or ``None`` if nothing is to be written.
    """
    found = _shown(t, find, wishes.choices)
    undecided = [word for word in found.findings.words if not word.stays]
    asks = is_terminal() and not wishes.yes and not wishes.only_list
    if not asks:
        _tell_how(t, undecided, found)
    if wishes.only_list:
        return None
    return _asked(t, find, wishes.choices, found) if asks else (wishes.choices, found)


def _asked(
    t: Words, find: Find, choices: NameChoices, found: Anonymised
) -> tuple[NameChoices, Anonymised] | None:
    """What somebody decides: which words are no names, and then whether to write."""
    undecided = [word for word in found.findings.words if not word.stays]
    kept = {word.word for word in undecided if not _is_name(t, word)}
    if kept:
        choices = replace(choices, keep=choices.keep | kept)
        found = _shown(t, find, choices)
    click.echo()
    if _answer(t, t("Write it without these names?")):
        return choices, found
    click.echo(t("Nothing was written."))
    return None


def _shown(t: Words, find: Find, choices: NameChoices) -> Anonymised:
    """What was found, after it was printed."""
    found = find(choices)
    for line in full_list(t, found.findings):
        click.echo(line)
    return found


def _tell_how(t: Words, undecided: Sequence[WordFound], found: Anonymised) -> None:
    """How to keep what is no name, and how to take out what is one."""
    if undecided:
        keep = _options("--keep", [word.word for word in undecided])
        click.echo("\n" + t("Keep words that are not names with: {options}", options=keep))
    others = [one for hint in found.findings.hints if hint.kind == "capitals" for one in hint.found]
    if others:
        also = _options("--also", others[:MOST_ASKED])
        how = t(
            "Other words with a capital letter stay: take out those that are names with {options}",
            options=also,
        )
        click.echo(f"\n{how}")


def _options(option: str, words: Sequence[str]) -> str:
    return " ".join(f"{option} {_quoted(word)}" for word in words)


def _quoted(word: str) -> str:
    return f'"{word}"' if " " in word else word


def is_terminal() -> bool:
    """Whether somebody sits at both ends and can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def is_confirmed(t: Words, question: str) -> bool:
    """Ask in a terminal; no answer means no."""
    if not is_terminal():
        return False
    yes, no = t("yes"), t("no")
    given: str = click.prompt(f"{question} ({yes}/{no})", default=no, show_default=False)
    return given.strip().casefold().startswith(yes[0])


def _is_name(t: Words, word: WordFound) -> bool:
    """Ask whether a word is a name."""
    click.echo()
    for example in word.examples:
        click.echo("  " + t("“{name}”", name=example))
    return _answer(t, t("Is “{word}” a name here?", word=word.word))


def _answer(t: Words, question: str) -> bool:
    """Ask a question; no answer is a yes."""
    yes, no = t("yes"), t("no")
    given: str = click.prompt(f"{question} ({yes}/{no})", default=yes, show_default=False)
    return not given.strip().casefold().startswith(no[0])
