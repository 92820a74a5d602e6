"""Packages that load what they export when it is asked for (PEP 562): few importers need all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def loading(package: str, exports: Mapping[str, str]) -> Callable[[str], object]:
    """The ``__getattr__`` of a package, which loads what is exported under a name.

    ``exports`` has the modules, and what of each is exported, in words. For any other name the
    function raises :class:`AttributeError`.
    """
    homes = {name: module for module, names in exports.items() for name in names.split()}

    def load(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return load
