"""Resolves an argument to a case."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from game.cli.errors import InputError
from game.cli.params import given_path
from game.content import Case, ScenarioError, load
from game.engine import Level
from game.i18n import Words
from game.paths import is_there
from game.resources import SCENARIOS


def find_case(t: Words, name: str, level: Level | None = None) -> Case:
    """The case in a file, or a shipped one by name; without a level on its usual one."""
    case = _load(t, name)
    return case.as_usual if level is None else case.at(level)


def _load(t: Words, name: str) -> Case:
    path = given_path(t, name)
    shipped = {file.stem: file for file in sorted(SCENARIOS.glob("*.toml"))}
    if not is_there(path) and name in shipped:
        path = shipped[name]
    elif not is_there(path) and path.name == name and path.suffix != ".toml":
        raise InputError(_no_such_case(t, name, list(shipped)))
    try:
        return load(path, lang=t.lang)
    except ScenarioError as error:
        raise InputError(str(error)) from None


def _no_such_case(t: Words, name: str, shipped: Sequence[str]) -> str:
    message = t("There is no case called {name}.", name=name)
    if close := get_close_matches(name, shipped, 1):
        message += " " + t("Did you mean {name}?", name=close[0])
    return "\n".join((message, t("These come with the game:"), *(f"  {id}" for id in shipped)))
