"""Cases as a list shows them: read quickly, one's own checked, two of one id told apart."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import field, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Literal, get_args

from game.content import syntax
from game.content.case import NOTHING, About, Experience, Prose
from game.content.file_kinds import FileText
from game.content.findings import Finding, to_problems
from game.content.mending import readable_about
from game.content.picture_names import picture as named_picture
from game.content.problems import Problem
from game.content.reader import check, check_file, decoded, id_from, prose_of, read_bytes
from game.content.shelf import case_files
from game.engine.limits import MAX_SEATS
from game.engine.setup import MODULES, ModuleName
from game.frozen import frozen
from game.i18n import Lang
from game.paths import name_of

CHECKED: Final = 40
"""The most cases of one's own that are checked whole before a list is shown."""
_LEVELS: Final[dict[str, Experience]] = {level: level for level in get_args(Experience)}

Age = Literal["newer", "older", "same"]


@frozen
class Twin:
    """Another file with the same id: whether this one is newer or older, or says the same."""

    file: str
    age: Age


@frozen
class Summary:
    """A scenario as shown on the choice screen; ``problem`` is set when it cannot be played.

    ``seats`` is how many can play; in an ``own_project`` the group writes its cards. ``saved`` is
    when the file was last written, in seconds since 1970, and ``fingerprint`` that of its text.
    """

    path: Path
    id: str
    title: Prose
    summary: Prose = NOTHING
    minutes: int = 70
    level: Experience = "normal"
    picture: str = ""
    problem: Problem | None = None
    seats: int = MAX_SEATS
    own_project: bool = False
    modules: tuple[ModuleName, ...] = ()
    about: About = field(default_factory=About)
    saved: float = 0
    fingerprint: str = ""
    twin: Twin | None = None


def summaries(folder: Path, *, lang: Lang = "en", checked: bool = False) -> list[Summary]:
    """Summaries of the cases in a folder and below it, in the order of their files.

    A broken file does not stop the list: one that is no TOML carries its problem here. What else
    may be wrong is reported when the scenario is loaded, or here if it is ``checked``.
    """
    return summaries_of(case_files(folder), lang=lang, checked=checked)


def summaries_of(
    files: Iterable[Path], *, lang: Lang = "en", checked: bool = False
) -> list[Summary]:
    """Summaries of the cases in these files, as :func:`summaries` gives them."""
    found = [_summary(path, lang) for path in files]
    if checked:
        found = [_checked(one, lang) for one in found[:CHECKED]] + found[CHECKED:]
    return found


def _checked(summary: Summary, lang: Lang) -> Summary:
    """The summary with the first problem for which its case cannot be played."""
    if summary.problem is None:
        return replace(summary, problem=_first_error(summary.path, summary.fingerprint, lang))
    return summary


@lru_cache(256)
def _first_error(path: Path, _fingerprint: str, lang: Lang) -> Problem | None:
    """Remembered as long as the text is the same."""
    case, problems = check_file(path, lang=lang, weighed=False)
    errors = (problem for problem in problems if problem.severity == "error")
    return next(errors, None) if case is None else None


def _summary(path: Path, lang: Lang) -> Summary:
    raw = read_bytes(path)
    text = raw if isinstance(raw, Finding) else decoded(raw)
    if isinstance(text, FileText) and text.finding is None:
        return _read(path, text.text, lang)
    finding = text.finding if isinstance(text, FileText) else text
    return _broken(path, to_problems(filter(None, [finding]), None, name_of(path), lang)[0])


def _broken(path: Path, problem: Problem) -> Summary:
    file = name_of(path)
    return Summary(path, id_from(file), _called(file), problem=problem, saved=_saved(path))


def _called(file: str) -> Prose:
    return Prose.of(Path(file).stem)


def _read(path: Path, text: str, lang: Lang) -> Summary:
    data = syntax.read(text)
    if isinstance(data, Finding):
        return _broken(path, check(text, name_of(path), lang=lang, weighed=False)[1][0])
    file = name_of(path)
    id_, minutes, level, picture = (data.get(k) for k in ("id", "minutes", "level", "picture"))
    roles = data.get("roles")
    return Summary(
        path=path,
        id=id_ if isinstance(id_, str) else id_from(file),
        title=prose_of(data.get("title"), 60) or _called(file),
        summary=prose_of(data.get("summary"), 160),
        minutes=minutes if type(minutes) is int else 70,
        level=_LEVELS.get(level, "normal") if isinstance(level, str) else "normal",
        picture=named_picture(picture) if isinstance(picture, str) else "",
        seats=max(1, min(MAX_SEATS, len(roles))) if isinstance(roles, list) else MAX_SEATS,
        own_project=data.get("own_project") is True,
        modules=_modules(data.get("rules")),
        about=readable_about(data),
        saved=_saved(path),
        fingerprint=fingerprint_of(text),
    )


def fingerprint_of(text: str) -> str:
    """What tells one text of a case from another: the same as in the head of a session."""
    return sha256(text.encode(errors="replace")).hexdigest()


def _saved(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def _modules(rules: object) -> tuple[ModuleName, ...]:
    """The modules that an unchecked file names, as far as they are there."""
    named = rules.get("modules") if isinstance(rules, dict) else None
    return tuple(code for code in MODULES if code in named) if isinstance(named, list) else ()


# ------------------------------------------------------------------ two of one id
def told_apart(found: Iterable[Summary]) -> list[Summary]:
    """The summaries, each that shares its id with the newest other one told which is newer."""
    listed = list(found)
    same: dict[str, list[Summary]] = defaultdict(list)
    for one in listed:
        if one.problem is None:
            same[one.id].append(one)
    twins = {path: twin for group in same.values() for path, twin in _twins(group)}
    return [replace(one, twin=twins.get(one.path)) for one in listed]


def _twins(group: list[Summary]) -> Iterator[tuple[Path, Twin]]:
    for one in group:
        if others := [other for other in group if other is not one]:
            other = max(others, key=_age)
            yield one.path, Twin(name_of(other.path), compared(one, other))


def compared(one: Summary, other: Summary) -> Age:
    """Which of two files of a case is newer: by version, else by the day, else by the file."""
    if one.fingerprint == other.fingerprint:
        return "same"
    for key in (_version, _day, _written):
        mine, theirs = key(one), key(other)
        if mine and theirs and mine != theirs:
            return "newer" if mine > theirs else "older"
    return "newer" if _age(one) >= _age(other) else "older"


def _version(summary: Summary) -> tuple[int, ...]:
    return tuple(int(n[:9]) for n in re.findall(r"\d+", summary.about.version.read("da")))


def _day(summary: Summary) -> tuple[int, ...]:
    return tuple(map(int, summary.about.date.split("-"))) if summary.about.date else ()


def _written(summary: Summary) -> tuple[int, ...]:
    return (int(summary.saved),)


def _age(summary: Summary) -> tuple[Any, ...]:
    return _version(summary), _day(summary), summary.saved, str(summary.path)
