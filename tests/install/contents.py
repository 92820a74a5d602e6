"""What the built folder holds of ours, by the installed wheel, and what it leaves out of others.

The wheel says which files there are (``importlib.metadata``), so that a file that is new in the
wheel is in the folder too, and nothing is listed twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatch
from importlib.metadata import distributions, files
from pathlib import PurePosixPath
from typing import Final

NAME: Final = "gevinstbordet"
PACKAGE: Final = "game"
EXTRA: Final = "print,phones"
"""The extras that the folder has too: whoever has no pip has all of it."""

EXCLUDED: Final = (
    "tkinter",
    "game.agents",
    "distributed",
    "dask",
    "pygame.examples",
    "pygame.tests",
    "pygame.docs",
    "numpy",
    "PIL",
    "matplotlib",
    "babel",
    "game.i18n.catalogue",
    "setuptools",
    "pip",
    "lib2to3",
    "IPython",
)
"""Modules that no command of ours needs: other toolkits, examples, tests, and what builds
packages. Some of our libraries would use arrays if they were there."""

BY_NAME: Final = (
    "anyio._backends._asyncio",
    "uvicorn.lifespan.off",
    "uvicorn.loops.asyncio",
    "uvicorn.protocols.http.h11_impl",
    "uvicorn.protocols.websockets.websockets_sansio_impl",
)
"""Modules of other packages that these import by a name in a setting: those that ours choose."""

KEPT: Final = {
    "pyphen/dictionaries/*": ("hyph_da_*.dic", "hyph_en_*.dic"),
    "pygame/*": ("*.ttf", "*.bmp"),
    "dateutil/zoneinfo/*": (),
    "pytz/*": (),
    "tzdata/*": (),
}
"""Folders of other packages of which only some files are needed; of all others everything stays."""


def modules(names: Iterable[str]) -> list[str]:
    """Our modules among these files of the wheel: some are only ever imported by their name."""
    paths = [PurePosixPath(name).with_suffix("") for name in _ours(names) if name.endswith(".py")]
    found = (".".join(path.parts).removesuffix(".__init__") for path in paths)
    return sorted(name for name in found if not _is_excluded(name))


def data(names: Iterable[str]) -> list[str]:
    """Our files among these that are no code; in the folder they lie as they do in the wheel."""
    return sorted(name for name in _ours(names) if not name.endswith((".py", ".pyc")))


def installed() -> list[str]:
    """The files of the installed wheel."""
    return [path.as_posix() for path in files(NAME) or ()]


def compiled_helpers() -> list[str]:
    """Modules that compiled packages import under a name that stands in none of their sources.

    mypyc puts them beside the package, as ``<hash>__mypyc``.
    """
    found = (path.name for each in distributions() for path in each.files or ())
    return sorted({name.split(".")[0] for name in found if "__mypyc." in name})


def is_needed(target: str) -> bool:
    """Whether a file of another package is needed at this place of the folder."""
    path = target.replace("\\", "/")
    for folder, kept in KEPT.items():
        if fnmatch(path, folder):
            name = path.rpartition("/")[2]
            return any(fnmatch(path if "/" in pattern else name, pattern) for pattern in kept)
    return True


def _ours(names: Iterable[str]) -> list[str]:
    return [name for name in names if name.startswith(f"{PACKAGE}/")]


def _is_excluded(module: str) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in EXCLUDED)
