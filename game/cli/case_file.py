"""The parameter type of a case: a file, or the name of a case.

The cases are looked for only when a name is given: help appears without reading a folder.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import click

from game.cli.errors import InputError
from game.cli.params import given_path
from game.i18n import Words
from game.paths import is_file, is_there
from game.resources import cases_folder

STDIN: Final = "-"


class CaseFile(click.Path):
    """A case's file, or the name of one that is shipped or among this user's own.

    With ``stdin`` it may be ``-`` as well.
    """

    name = "case"

    def __init__(self, t: Words, *, stdin: bool = False) -> None:
        super().__init__(path_type=Path)
        self._t, self._stdin = t, stdin

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The case's file; one message if there is none of that name."""
        if isinstance(value, Path) or (self._stdin and value == STDIN):
            return Path(value)
        return find_case_file(self._t, value)


def find_case_file(t: Words, name: str) -> Path:
    """The file of a case, by its path or its name; a name without any file is an error.

    What looks like a path is given back even if nothing is there: whoever reads it says so.
    """
    path = given_path(t, name)
    if is_file(path):
        return path
    from game.content.shelf import SUFFIXES, called, near

    found = called(name)
    if len(found) == 1:
        return found[0]
    if found:
        raise _several(t, name, found)
    plain = path.name == name and not name.lower().endswith(SUFFIXES)
    if not is_there(path) and (plain or near(name)):
        raise _no_such_case(t, name)
    return path


def _several(t: Words, name: str, found: Sequence[Path]) -> InputError:
    from game.letters import printable

    message = t("Several cases are called {name}:", name=printable(name))
    lines = (message, *(f"  {printable(str(path))}" for path in found))
    return InputError("\n".join(lines), t("Write which one."))


def _no_such_case(t: Words, name: str) -> InputError:
    from game.content.shelf import near, shipped_files
    from game.letters import printable

    message = t("There is no case called {name}.", name=printable(name))
    if close := near(name):
        message += " " + t("Did you mean {name}?", name=printable(close))
    own = t("Cases of your own are looked for in {folder}.", folder=cases_folder())
    shipped = (f"  {path.stem}" for path in shipped_files())
    return InputError(message, "\n".join((own, t("These come with the game:"), *shipped)))
