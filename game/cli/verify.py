"""``gevinst verify``: is a saved session what the rules make of its decisions?"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from game.content import ScenarioError, parse
from game.i18n import Words
from game.session import SessionError, verify


def verify_all(t: Words, paths: Iterable[Path]) -> int:
    """Verify sessions one after another; 1 if any of them is not as it should be."""
    verified = [_verify(t, path) for path in paths]
    return 0 if all(verified) else 1


def _verify(t: Words, path: Path) -> bool:
    try:
        done = verify(path, lambda text, file: parse(text, file, lang=t.lang))
    except SessionError as error:
        click.echo(error.say(t), err=True)
        return False
    except ScenarioError as error:
        said = t("The scenario in {file} cannot be used any longer:", file=path.name)
        click.echo(f"{said}\n{error}", err=True)
        return False
    for trouble in done.troubles:
        click.echo(f"{path.name}: {trouble.say(t)}", err=not trouble.harmless)
    if done.ok:
        n = done.decisions
        said = t.plural(
            "{n} decision decided again, as it was saved.",
            "{n} decisions decided again, all as they were saved.",
            n,
        )
        click.echo(f"{path.name}: {said}")
    return done.ok
