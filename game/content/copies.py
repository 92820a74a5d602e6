"""The check whether a case is another one in new words: the same numbers, told differently.

Such a case is played exactly as the other is, so its story makes no difference. This takes other
files: those beside it, and those that are shipped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from game.content.case import Case
from game.content.findings import Finding, quoted
from game.content.reader import check_bytes, read_bytes
from game.engine.setup import IdeaCard, Setup
from game.frozen import frozen
from game.paths import files_in, name_of
from game.resources import SCENARIOS

LEAST_IDEAS: Final = 8
"""With fewer ideas numbers may be the same by chance, or because a draft was begun from another."""
MOST_FILES: Final = 50
"""The most files of a folder that a case is compared with."""

_HEADING: Final = re.compile(rb"\n[ \t]*\[\[[ \t]*ideas[ \t]*\]\]")
_NUMBERS: Final = {
    key: re.compile(rb"\n[ \t]*%b[ \t]*=[ \t]*(\d)[ \t]*(?:#.*)?(?=\r?\n)" % key.encode())
    for key in ("cost", "maturity", "delay")
}
"""The lines that tell the numbers of ideas, as nearly all files are written."""

Numbers = tuple[object, ...]
Version = tuple[int, int]
"""The size of a file, and when it was written, in nanoseconds."""


@frozen
class _Lines:
    """How many ideas the headings of a file tell, and the numbers that stand on lines, sorted."""

    headings: int
    speaks_of_ideas: bool
    numbers: Mapping[str, tuple[int, ...]]


def copy_check(path: Path | None) -> Callable[[Case], Iterator[Finding]]:
    """The check of the case in a file, against those beside it and those that are shipped.

    Without a file the case is compared with the shipped ones.
    """

    names = {file.name for file in SCENARIOS.glob("*.toml")}

    def shipped(case: Case) -> bool:
        return case.file in names

    def check(case: Case) -> Iterator[Finding]:
        own = _numbers(case.setup)
        if len(case.setup.ideas) < LEAST_IDEAS:
            return
        for other in _others(path, case.setup.ideas):
            if other.id == case.id or _numbers(other.setup) != own:
                continue
            if shipped(other) or not _is_told_alike(case, other):
                params = {"other": quoted(other.file)}
                yield Finding("copied_numbers", ("ideas",), params, "warning")
                return

    return check


def _is_told_alike(case: Case, other: Case) -> bool:
    """Whether most ideas have the same names: it is a copy that was put aside."""
    names = {name for idea in case.setup.ideas for name in _names(case, idea.id)}
    theirs = [set(_names(other, idea.id)) for idea in other.setup.ideas]
    return 2 * sum(not names.isdisjoint(each) for each in theirs) > len(theirs)


def _names(case: Case, idea: str) -> Iterator[str]:
    name = case.ideas[idea].name
    return filter(None, (name.da, name.en))


def _numbers(setup: Setup) -> Numbers:
    """What makes a case play as it does, apart from effects and risks."""
    ideas = sorted((idea.cost, idea.maturity, idea.delay) for idea in setup.ideas)
    abilities = sorted(role.ability for role in setup.roles)
    return tuple(ideas), tuple(abilities), setup.rules


def _others(path: Path | None, ideas: Sequence[IdeaCard]) -> Iterator[Case]:
    """The cases whose ideas may have the same numbers."""
    beside = files_in(path.parent, ".toml")[:MOST_FILES] if path else []
    for file in dict.fromkeys([*beside, *sorted(SCENARIOS.glob("*.toml"))]):
        if path is None or file.resolve() != path.resolve():
            version = _version(file)
            if version is None or _is_told_apart(_lines_of(file, version), ideas):
                continue
            case = _case_of(file, version)
            if case is not None:
                yield case


def _version(file: Path) -> Version | None:
    """By what it is known whether a file has changed; ``None`` where it cannot be looked at."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


@lru_cache(4 * MOST_FILES)
def _lines_of(file: Path, version: Version) -> _Lines | None:
    """What the lines of a file tell; remembered, since an editor asks whenever somebody types."""
    raw = read_bytes(file)
    if isinstance(raw, Finding):
        return None
    lines = b"\n%b\n" % raw
    found = {key: line.findall(lines) for key, line in _NUMBERS.items()}
    numbers = {key: tuple(sorted(map(int, values))) for key, values in found.items()}
    return _Lines(len(_HEADING.findall(lines)), b"ideas" in raw, numbers)


@lru_cache(4)
def _case_of(file: Path, version: Version) -> Case | None:
    """The case in a file that may be the same one."""
    raw = read_bytes(file)
    return None if isinstance(raw, Finding) else check_bytes(raw, name_of(file), weighed=False)[0]


def _is_told_apart(lines: _Lines | None, ideas: Sequence[IdeaCard]) -> bool:
    """Whether the lines of a file say that its ideas have other numbers: it need not be read then.

    Where ideas are written otherwise, or some of their numbers left out, lines say nothing.
    """
    if lines is None:
        return True
    if lines.headings != len(ideas):
        return lines.headings > 0 or not lines.speaks_of_ideas
    return any(
        len(found) == lines.headings and list(found) != sorted(getattr(i, key) for i in ideas)
        for key, found in lines.numbers.items()
    )
