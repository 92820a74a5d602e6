"""The shelf: the cases that come with the game and this user's own, by the names of their files."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from game.content import package
from game.content.findings import Finding
from game.content.reader import id_from, read_bytes
from game.paths import files_below
from game.resources import SCENARIOS, cases_folder

SUFFIXES: Final = (".toml", package.SUFFIX)
DEEP: Final = 3
"""How many folders deep cases are looked for."""
MOST_CASES: Final = 500
"""The most cases that are looked at."""


def case_files(folder: Path) -> list[Path]:
    """The files in a folder and below it that should hold a case."""
    return files_below(folder, SUFFIXES, deep=DEEP, most=MOST_CASES)


def shipped_files() -> list[Path]:
    """The cases that come with the game."""
    return case_files(SCENARIOS)


def own_files() -> list[Path]:
    """This user's own cases."""
    return case_files(cases_folder())


def case_texts() -> Iterator[str]:
    """The texts of all cases on the shelf that can be read."""
    for path in (*shipped_files(), *own_files()):
        raw = read_bytes(path)
        if not isinstance(raw, Finding):
            yield raw.decode("utf-8", "replace").removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")


def called(name: str) -> list[Path]:
    """The cases that are meant by a name, with or without its ending; usually one or none.

    A user's own case comes before a shipped one of the same name, and a name as it is written
    before one that only differs in capitals and spaces.
    """
    for files, folder in ((own_files(), cases_folder()), (shipped_files(), SCENARIOS)):
        inside = {path: path.relative_to(folder).as_posix() for path in files}
        for same in (_exactly, _by_stem, _by_slug):
            if found := [path for path, text in inside.items() if same(text, name)]:
                return found
    return []


def near(name: str) -> str | None:
    """The name of a case that is nearly this one."""
    known = {id_from(path.name): path.stem for path in (*own_files(), *shipped_files())}
    close = get_close_matches(id_from(name), known, 1)
    return known[close[0]] if close else None


def _exactly(path: str, name: str) -> bool:
    """Whether it is the file's name, or its path from the folder of cases on."""
    return name in (path, path.rpartition("/")[2])


def _by_stem(path: str, name: str) -> bool:
    stem = path.rpartition(".")[0]
    return name in (stem, stem.rpartition("/")[2])


def _by_slug(path: str, name: str) -> bool:
    written, file = name.lower(), Path(path)
    ending = Path(written).suffix
    if ending in SUFFIXES and ending != file.suffix.lower():
        return False
    return bool(written) and "/" not in name and id_from(file.name) == id_from(_dotless(written))


def _dotless(name: str) -> str:
    """A name whose points are not taken for an ending, unless it is one of ours."""
    return name if name.endswith(SUFFIXES) else name.replace(".", "-") + SUFFIXES[0]
