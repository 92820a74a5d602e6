"""Reads a case from a file or a text, in three passes that each report all their findings."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from game.content import package, syntax
from game.content.braces import braces_over_lines
from game.content.case import Case, Prose
from game.content.case_pictures import CasePictures
from game.content.file_kinds import BYTE_ORDER_MARK, FileText, other_kind, text_of
from game.content.findings import Finding, quoted, to_problems
from game.content.package import BEGINNING, holds_case, open_package
from game.content.positions import Positions
from game.content.problems import Problem, ScenarioError
from game.i18n import Lang
from game.paths import beginning, is_file, is_there, name_of

if TYPE_CHECKING:
    from game.content.schema import ScenarioFile

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
"""Its search through all packages is slow; set here, since this is read before any table is."""

ExtraCheck = Callable[[Case], Iterable[Finding]]
"""Something more that is checked of a case which can be played."""

MOST_BYTES: Final = 1_000_000
_TOO_LARGE: Final = Finding("file_too_large", params={"limit": MOST_BYTES // 1000})
_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


class Described(NamedTuple):
    """What a list of sessions tells of a scenario; ``id`` is that of the case.

    ``version`` is empty where the case does not tell it.
    """

    title_da: str
    title_en: str
    own_project: bool
    id: str
    version: str


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
    text = text.removeprefix(BYTE_ORDER_MARK)
    data = syntax.read(text) if len(text) <= MOST_BYTES else _TOO_LARGE
    if data is _TOO_LARGE or (isinstance(data, Finding) and data.code == "too_deep"):
        return None, to_problems([data], None, file, lang)
    if not isinstance(data, Finding):
        case, findings = judge(data, text, file, weighed=weighed)
        if case is not None:
            findings += braces_over_lines(text) if weighed else ()
            findings += [finding for extra_check in extra_checks for finding in extra_check(case)]
            return case, to_problems(findings, Positions(text), file, lang) if findings else []
    from game.content.errors import all_findings

    findings, positions = all_findings(text, data, file, extra_checks, weighed=weighed)
    if weighed and not isinstance(data, Finding):
        findings += braces_over_lines(text)
    return None, to_problems(findings, positions, file, lang)


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
    text = raw if isinstance(raw, Finding) else decoded(raw)
    if isinstance(text, Finding):
        return None, to_problems([text], None, file, lang)
    case, problems = check(text.text, file, lang=lang, extra_checks=extra_checks, weighed=weighed)
    if text.finding is None:
        return case, problems
    return None, [*to_problems([text.finding], None, file, lang), *problems]


def title_of(text: str, file: str) -> Prose:
    """A scenario's title, read without checking the rest; the file's name if it has none."""
    found = described(text, file)
    return Prose(found.title_da, found.title_en)


@lru_cache(64)
def described(text: str, file: str) -> Described:
    """What a list of sessions tells of a scenario; remembered, as many have the same one."""
    data = syntax.read(text)
    if isinstance(data, Finding):
        return Described(Path(file).stem, Path(file).stem, False, id_from(file), "")
    title = prose_of(data.get("title"), 60) or Prose.of(Path(file).stem)
    id_, about = data.get("id"), data.get("about")
    version = prose_of(about.get("version"), 24) if isinstance(about, dict) else Prose()
    return Described(
        title.read("da"),
        title.read("en"),
        data.get("own_project") is True,
        id_ if isinstance(id_, str) else id_from(file),
        version.read("da"),
    )


def judge(
    data: dict[str, Any], text: str, file: str, *, weighed: bool = True
) -> tuple[Case | None, list[Finding]]:
    """The second and the third pass. pydantic is imported only now: the table starts faster."""
    from game.content import semantics, structure
    from game.content.compiler import build

    scenario = structure.validate(data)
    if isinstance(scenario, list):
        return None, scenario
    if errors := semantics.check(scenario):
        return None, errors
    warnings = _weighed(scenario, data, text) if weighed else []
    return build(scenario, text, file, id_from(file)), warnings


def _weighed(scenario: ScenarioFile, data: dict[str, Any], text: str) -> list[Finding]:
    """The warnings, whose checks are imported only for whoever asks for them."""
    from game.content.weighing.checks import weigh

    return weigh(scenario, data, text)


def read_bytes(path: Path) -> bytes | Finding:
    """The text of a case's file, packed or not, at most one byte beyond the limit; or why not."""
    if not is_file(path):
        return Finding("cannot_open" if is_there(path) else "not_found")
    try:
        raw = beginning(path, MOST_BYTES + 1)
        if not raw.startswith(BEGINNING):
            return raw
        whole = beginning(path, package.MOST_BYTES + 1)
    except OSError:
        return Finding("cannot_open")
    if not holds_case(whole, path.name):
        return raw
    opened = open_package(whole)
    return opened if isinstance(opened, Finding) else opened.source


def decoded(raw: bytes) -> FileText | Finding:
    """The text of a file; or what is wrong with the file itself."""
    if len(raw) > MOST_BYTES:
        return other_kind(raw) or _TOO_LARGE
    return text_of(raw)


def id_from(file: str) -> str:
    """An id made from a file's name: ``Ældrepleje 2.toml`` gives ``aeldrepleje-2``."""
    stem = Path(file).stem.lower().translate(_LETTERS)
    return re.sub(r"[^a-z0-9_]+", "-", stem).strip("-").lstrip("-_0123456789")[:40] or "scenario"


def prose_of(value: object, most: int) -> Prose:
    """Prose from an unchecked file; empty if the value is not prose."""
    if isinstance(value, str):
        return Prose.of(quoted(value, most))
    if isinstance(value, dict):
        return Prose.of({k: quoted(v, most) for k, v in value.items() if isinstance(v, str)})
    return Prose()
