"""Reads a case from a file or a text, in three passes that each report all their findings."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

from game.content import package, syntax
from game.content.case import NOTHING, Case, Experience, Prose
from game.content.case_pictures import CasePictures
from game.content.findings import Finding, quoted, to_problems
from game.content.package import BEGINNING, beginning, holds_case, open_package
from game.content.picture_names import picture as named_picture
from game.content.positions import Positions
from game.content.problems import Problem, ScenarioError
from game.engine.limits import MAX_SEATS
from game.engine.setup import MODULES, ModuleName
from game.i18n import Lang
from game.paths import files_in, is_file, is_there, name_of, patiently

if TYPE_CHECKING:
    from game.content.schema import ScenarioFile

ExtraCheck = Callable[[Case], Iterable[Finding]]
"""Something more that is checked of a case which can be played."""

MOST_BYTES: Final = 1_000_000
_TOO_LARGE: Final = Finding("file_too_large", params={"limit": MOST_BYTES // 1000})
_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
_LEVELS: Final[dict[str, Experience]] = {level: level for level in get_args(Experience)}
_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@dataclass(frozen=True, slots=True)
class Summary:
    """A scenario as shown on the choice screen; ``problem`` is set when it cannot be read.

    ``seats`` is how many can play; in an ``own_project`` the group writes its cards.
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


def load(path: Path, *, lang: Lang = "en") -> Case:
    """The case in a file. Raises :class:`ScenarioError` with all its problems."""
    case, problems = check_file(path, lang=lang, weighed=False)
    if case is None:
        raise ScenarioError(problems)
    return case


def parse(text: str, file: str, *, lang: Lang = "en") -> Case:
    """The case in a text that came from ``file``. Raises as :func:`load` does."""
    case, problems = check(text, file, lang=lang, weighed=False)
    if case is None:
        raise ScenarioError(problems)
    return case


def check(
    text: str,
    file: str,
    *,
    lang: Lang = "en",
    extra_checks: Sequence[ExtraCheck] = (),
    weighed: bool = True,
) -> tuple[Case | None, list[Problem]]:
    """The case, unless there are errors, and everything an author should know, in file order.

    ``extra_checks`` get a case without errors, and find what this layer cannot: whether texts fit.
    A case that is only to be played need not be ``weighed``: then only its errors are told.
    """
    text = text.removeprefix(_MARK)
    data = syntax.read(text) if len(text) <= MOST_BYTES else _TOO_LARGE
    if isinstance(data, Finding):
        return None, to_problems([data], None, file, lang)
    case, findings = judge(data, text, file, weighed=weighed)
    if case is not None:
        findings += [finding for extra_check in extra_checks for finding in extra_check(case)]
    return case, to_problems(findings, Positions(text), file, lang) if findings else []


def check_file(
    path: Path,
    *,
    lang: Lang = "en",
    extra_checks: Sequence[ExtraCheck] = (),
    weighed: bool = True,
) -> tuple[Case | None, list[Problem]]:
    """The result of :func:`check` for a file; if it is unreadable, that is one of the problems."""
    pictures = CasePictures(path)
    case, problems = check_bytes(
        read_bytes(path),
        name_of(path),
        lang=lang,
        extra_checks=[pictures.check, *extra_checks],
        weighed=weighed,
    )
    return case and replace(case, images=pictures.found), problems


def check_bytes(
    raw: bytes | Finding,
    file: str,
    *,
    lang: Lang = "en",
    extra_checks: Sequence[ExtraCheck] = (),
    weighed: bool = True,
) -> tuple[Case | None, list[Problem]]:
    """The result of :func:`check` for a file's bytes, or for the reason why there are none."""
    text = raw if isinstance(raw, Finding) else _decoded(raw)
    if isinstance(text, Finding):
        return None, to_problems([text], None, file, lang)
    return check(text, file, lang=lang, extra_checks=extra_checks, weighed=weighed)


def summaries(folder: Path, *, lang: Lang = "en") -> list[Summary]:
    """Summaries of a folder's scenarios, sorted by file name.

    A broken file does not stop the list: one that is no TOML carries its problem here, what else
    may be wrong is reported when the scenario is loaded.
    """
    return [_summary(path, lang) for path in files_in(folder, ".toml")]


def title_of(text: str, file: str) -> Prose:
    """A scenario's title, read without checking the rest; the file's name if it has none."""
    return _front(text, file)[0]


@lru_cache(64)
def described(text: str, file: str) -> tuple[str, str, bool]:
    """A scenario's title in Danish and in English, and whether it is a group's own project.

    Remembered, as many sessions have the same case.
    """
    title, own_project = _front(text, file)
    return title.read("da"), title.read("en"), own_project


def _front(text: str, file: str) -> tuple[Prose, bool]:
    data = syntax.read(text)
    if isinstance(data, Finding):
        return Prose.of(Path(file).stem), False
    title = _prose(data.get("title"), 60) or Prose.of(Path(file).stem)
    return title, data.get("own_project") is True


def judge(
    data: dict[str, Any], text: str, file: str, *, weighed: bool = True
) -> tuple[Case | None, list[Finding]]:
    """The second and the third pass. pydantic is imported only now: the table starts faster."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # the search for them is slow
    from game.content import semantics, structure
    from game.content.compiler import build

    scenario = structure.validate(data)
    if isinstance(scenario, list):
        return None, scenario
    errors = semantics.check(scenario)
    findings = [*errors, *_weighed(scenario, data, text)] if weighed else errors
    return None if errors else build(scenario, text, file, id_from(file)), findings


def _weighed(scenario: ScenarioFile, data: dict[str, Any], text: str) -> list[Finding]:
    """The warnings, whose checks are imported only for whoever asks for them."""
    from game.content.weighing.checks import weigh

    return weigh(scenario, data, text)


def read_bytes(path: Path) -> bytes | Finding:
    """The text of a case's file, packed or not, at most one byte beyond the limit; or why not."""
    if not is_file(path):
        return Finding("cannot_open" if is_there(path) else "not_found")
    try:
        raw = patiently(lambda: beginning(path, MOST_BYTES + 1))
        if not raw.startswith(BEGINNING):
            return raw
        whole = patiently(lambda: beginning(path, package.MOST_BYTES + 1))
    except OSError:
        return Finding("cannot_open")
    if not holds_case(whole, path.name):
        return raw
    opened = open_package(whole)
    return opened if isinstance(opened, Finding) else opened.source


def _decoded(raw: bytes) -> str | Finding:
    """The text of a file, without a byte order mark."""
    if len(raw) > MOST_BYTES:
        return _TOO_LARGE
    try:
        return raw.decode("utf-8").removeprefix(_MARK)
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        return Finding("not_utf8", at=(before.count("\n") + 1, len(before) - before.rfind("\n")))


def id_from(file: str) -> str:
    """An id made from a file's name: ``Ældrepleje 2.toml`` gives ``aeldrepleje-2``."""
    stem = Path(file).stem.lower().translate(_LETTERS)
    return re.sub(r"[^a-z0-9_]+", "-", stem).strip("-").lstrip("-_0123456789")[:40] or "scenario"


def _summary(path: Path, lang: Lang) -> Summary:
    raw = read_bytes(path)
    text = raw if isinstance(raw, Finding) else _decoded(raw)
    data = text if isinstance(text, Finding) else syntax.read(text)
    file = name_of(path)
    called = Prose.of(Path(file).stem)
    if isinstance(data, Finding):
        (problem,) = to_problems([data], None, file, lang)
        return Summary(path, id_from(file), called, problem=problem)
    id_, minutes, level, picture = (data.get(k) for k in ("id", "minutes", "level", "picture"))
    roles = data.get("roles")
    return Summary(
        path=path,
        id=id_ if isinstance(id_, str) else id_from(file),
        title=_prose(data.get("title"), 60) or called,
        summary=_prose(data.get("summary"), 160),
        minutes=minutes if type(minutes) is int else 70,
        level=_LEVELS.get(level, "normal") if isinstance(level, str) else "normal",
        picture=named_picture(picture) if isinstance(picture, str) else "",
        seats=max(1, min(MAX_SEATS, len(roles))) if isinstance(roles, list) else MAX_SEATS,
        own_project=data.get("own_project") is True,
        modules=_modules(data.get("rules")),
    )


def _modules(rules: object) -> tuple[ModuleName, ...]:
    """The modules that an unchecked file names, as far as they are there."""
    named = rules.get("modules") if isinstance(rules, dict) else None
    return tuple(code for code in MODULES if code in named) if isinstance(named, list) else ()


def _prose(value: object, most: int) -> Prose:
    """Prose from an unchecked file; empty if the value is not prose."""
    if isinstance(value, str):
        return Prose.of(quoted(value, most))
    if isinstance(value, dict):
        return Prose.of({k: quoted(v, most) for k, v in value.items() if isinstance(v, str)})
    return Prose()
