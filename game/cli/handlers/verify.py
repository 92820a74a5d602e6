"""``gevinst verify``: is a saved session what the rules make of its decisions?"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from game.cli.click_messages import InputError
from game.cli.handlers.sessions.listing import find
from game.content import Case, ScenarioError, parse
from game.content.findings import clear
from game.i18n import Words
from game.session import SessionError, Verification, verify


def verify_all(t: Words, folder: Path, named: Iterable[str]) -> int:
    """Verify sessions one after another; 1 if any of them is not as it should be."""
    verified = [_found(t, folder, name) for name in named]
    return 0 if all(verified) else 1


def _found(t: Words, folder: Path, named: str) -> bool:
    """Verify a session by its file, or by what it is called in the list."""
    try:
        return _verify(t, find(t, folder, named))
    except InputError as error:
        click.echo(error.message, err=True)
        return False


def _verify(t: Words, path: Path) -> bool:
    name = clear(path.name)
    try:
        done = verify(path, lambda text, file: parse(text, file, lang=t.lang))
    except SessionError as error:
        click.echo(error.say(t), err=True)
        return False
    except ScenarioError as error:
        said = t("The scenario in {file} cannot be used any longer:", file=name)
        click.echo(f"{said}\n{error}", err=True)
        return False
    click.echo(f"{name}: {_judged(t, done)}", err=not done.ok)
    for trouble in done.troubles:
        click.echo(f"  {trouble.say(t)}", err=not trouble.harmless)
    return done.ok


def _judged(t: Words, done: Verification[Case]) -> str:
    """Whole, torn or altered, and how much of it was decided again."""
    torn = next((trouble for trouble in done.troubles if trouble.code == "torn"), None)
    if done.differs is not None and done.differs.code == "other_rules":
        judged = t("cannot be decided again by the rules of today.")
    elif done.differs is not None:
        judged = t("altered at line {n}.", n=max(1, done.differs.line))
    elif torn is not None:
        judged = t("torn at line {n}.", n=torn.line)
    else:
        judged = t("whole.")
    decided = t.plural(
        "{n} decision decided again, as it was saved.",
        "{n} decisions decided again, all as they were saved.",
        done.decisions,
    )
    return f"{judged} {decided}"
