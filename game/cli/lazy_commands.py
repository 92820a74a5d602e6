"""Commands that are loaded when they are asked for: most runs need one."""

from __future__ import annotations

from collections import UserDict
from collections.abc import Collection, Iterator
from importlib import import_module

import click

from game.i18n import Words


class LazyCommands(UserDict[str, click.Command]):
    """The commands in one language; each is declared in the module of its name in a package."""

    def __init__(self, t: Words, package: str, names: Collection[str]) -> None:
        super().__init__()
        self.t, self._package, self._names = t, package, names

    def __missing__(self, name: str) -> click.Command:
        if name not in self._names:
            raise KeyError(name)
        made: click.Command = import_module(f"{self._package}.{name}").build(self.t)
        self[name] = made
        return made

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
