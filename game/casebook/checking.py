"""Checks the case of a workbook, and tells what is wrong by sheet and cell.

What the checker of case files finds has a path in the data; the path leads back to a cell. A value
that could not be read is stood in for by the example of the schema, so that all else is checked in
the same pass; what is found where it stands in, and the balance of such a case, is not told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import tomli

from game.casebook.assembling import BookRead, Trouble
from game.casebook.columns import Schema
from game.casebook.headings import SHEETS, bare_heading, sheet_name
from game.casebook.keeping import keep_columns
from game.casebook.labels import label
from game.casebook.messages import OTHERWISE
from game.casebook.plan import plan, root_of, schema_in
from game.casebook.reading import read_book
from game.content import structure
from game.content.case import Case
from game.content.case_text import case_text
from game.content.findings import MOST, Finding, path_text, to_problem
from game.content.merging import merged
from game.content.messages import MESSAGES
from game.content.positions import KeyPath
from game.content.problems import Problem
from game.content.reader import ExtraCheck, judge
from game.engine.setup import TRACKS
from game.frozen import frozen
from game.i18n import Words, mark, words

_HEAD: Final = mark("Made from the workbook {file} by gevinst case import.")
_ROUNDS: Final = 3
"""How often what is wrong is stood in for, before the rest is left unchecked."""
_TOLD: Final = {**MESSAGES, **OTHERWISE}


@frozen
class Imported:
    """A workbook as a case file: its text and case, unless there are errors, and all problems.

    ``unread`` are the sheets and columns that mean nothing here, ``sheets`` the parts of a case
    that the workbook has, each with the places for which it has a column.
    """

    text: str
    case: Case | None
    problems: Sequence[Problem]
    unread: Sequence[tuple[str, str]]
    data: Mapping[str, Any]
    sheets: Mapping[str, Collection[KeyPath]]

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.severity == "error" for problem in self.problems)

    def merged_into(self, text: str) -> str:
        """The text of an earlier case file with what the workbook says; comments in it stay.

        What the workbook has no sheet or column for stays as it is.
        """
        old, data = tomli.loads(text), deepcopy(dict(self.data))
        for sheet in plan(words("en")):
            if sheet.key not in self.sheets:
                _keep(data, old, root_of(sheet.key))
            elif self.sheets[sheet.key]:
                keep_columns(data, old, sheet, self.sheets[sheet.key])
        return merged(text, data)


def import_book(t: Words, path: Path, extra_checks: Sequence[ExtraCheck] = ()) -> Imported:
    """The case in a workbook. Raises :class:`SpreadsheetError` for a file that is none."""
    book = read_book(t, path)
    text = case_text(book.data, t(_HEAD, file=path.name))
    told, data = _stood_in(t, book)
    case, found = judge(data, text, f"{path.stem}.toml")
    if told or book.troubles:
        case, found = None, [finding for finding in found if finding.severity == "error"]
    if case is not None:
        found = [*found, *(finding for check in extra_checks for finding in check(case))]
    unread = {trouble.path for trouble in book.troubles} | {finding.path for finding in told}
    told += [finding for finding in found if not _is_about(finding.path, unread)]
    problems = _problems(t, path.name, book, told)
    return Imported(text, case, problems, book.unread, book.data, book.columns)


def _keep(data: dict[str, Any], old: Mapping[str, Any], root: tuple[str, ...]) -> None:
    """Take over what stands at a path of the old data, or all that has no sheet of its own."""
    if not root:
        own = {root_of(sheet)[0] for sheet in SHEETS if root_of(sheet)}
        data |= {key: value for key, value in old.items() if key not in own}
        return
    around: Any = data
    for part in root[:-1]:
        around, old = around.setdefault(part, {}), old.get(part, {})
    if root[-1] in old:
        inner = around.get(root[-1])
        new = {**old[root[-1]], **inner} if isinstance(inner, dict) else old[root[-1]]
        around[root[-1]] = new


# ------------------------------------------------------------------ judging
def _stood_in(t: Words, book: BookRead) -> tuple[list[Finding], dict[str, Any]]:
    """What does not fit the schema, and the data with something in its place.

    What is missing because its cell could not be read is known already.
    """
    schema = schema_in(t.lang)
    data, unread = deepcopy(book.data), {trouble.path for trouble in book.troubles}
    told: list[Finding] = []
    for _ in range(_ROUNDS):
        found = structure.validate(data)
        if not isinstance(found, list):
            break
        told += [finding for finding in found if not _is_about(finding.path, unread)]
        unread |= {finding.path for finding in found}
        for finding in found:
            _stand_in(schema, data, finding)
    return told, data


def _is_about(path: KeyPath, unread: Iterable[KeyPath]) -> bool:
    """Whether a path is one of those, lies in one, or has one in a text of its own."""
    return any(path[: len(one)] == one or one[: len(path)] == path for one in unread)


def _stand_in(schema: Schema, data: dict[str, Any], finding: Finding) -> None:
    """Put the example of the schema in place of what does not fit, or leave it out."""
    *parents, last = finding.path or ("",)
    around: Any = data
    for part in parents:
        try:
            around = around[part]
        except (LookupError, TypeError):
            return
    example = deepcopy(schema.example(finding.path))
    if isinstance(around, list) and isinstance(last, int) and example is not None:
        around[last:] = [example, *around[last + 1 :]]
    elif isinstance(around, dict) and example is not None:
        around[last] = example
    elif isinstance(around, dict):
        around.pop(last, None)


# ------------------------------------------------------------------ telling
def _problems(t: Words, file: str, book: BookRead, findings: Iterable[Finding]) -> list[Problem]:
    """Everything that is wrong, sheet by sheet and row by row; no more than anybody reads."""
    tabs = ["", *book.tabs.values()]

    def order(path: KeyPath) -> tuple[int, int, int]:
        place = book.place(path)
        return tabs.index(place.sheet), *place.order

    told = [(order(one.path), _of_cell(t, file, book, one)) for one in book.troubles]
    told += [(order(one.path), _of_finding(t, file, book, one)) for one in findings]
    worst = sorted(told, key=lambda one: one[1].severity)[:MOST]
    return [problem for _, problem in sorted(worst, key=lambda one: one[0])]


def _of_cell(t: Words, file: str, book: BookRead, trouble: Trouble) -> Problem:
    return Problem(
        severity="error",
        code=trouble.code,
        path=path_text(trouble.path),
        file=file,
        line=0,
        column=0,
        message=trouble.message.translate(t),
        hint=trouble.hint.translate(t),
        lang=t.lang,
        place=_place(t, book, trouble.path),
    )


def _of_finding(t: Words, file: str, book: BookRead, finding: Finding) -> Problem:
    found = _with_place(t, book, finding)
    problem = to_problem(found, None, file, t.lang, _TOLD)
    return replace(problem, place=_place(t, book, finding.path))


def _with_place(t: Words, book: BookRead, finding: Finding) -> Finding:
    """The finding with what its message says of sheets and cells."""
    match finding.code, finding.path:
        case "missing_key", (str(key),) if key in SHEETS and key not in book.tabs:
            return replace(finding, code="missing_sheet", params={"sheet": sheet_name(t, key)})
        case "missing_key", ("tracks", str(track)):
            return replace(finding, code="missing_row", params={"track": label(t, TRACKS, track)})
    params = {name: _figure(t, value) for name, value in finding.params.items()}
    params["heading"] = _heading(t, finding.path)
    if finding.earlier is not None:
        params["cell"] = book.place(finding.earlier).cell
    return replace(finding, params=params, earlier=None)


def _heading(t: Words, path: KeyPath) -> str:
    """What the column of a path is called, without language and number."""
    for sheet in plan(t):
        for column in sheet.columns:
            start, end = path[: len(sheet.root)], path[len(path) - len(column.path) :]
            if start == sheet.root and end == column.path and column.path:
                return bare_heading(t, sheet.key, column)
    return str(path[-1]) if path else ""


def _figure(t: Words, value: object) -> object:
    """A figure as it is written in a spreadsheet of the language; a case file has a point."""
    decimal = isinstance(value, str) and re.fullmatch(r"-?\d+\.\d+", value)
    return t.number(float(str(value))) if decimal else value


def _place(t: Words, book: BookRead, path: KeyPath) -> str:
    """Where a path stands in the workbook, in words."""
    place = book.place(path)
    if place.cell:
        return t("sheet {sheet}, cell {cell}", sheet=place.sheet, cell=place.cell)
    return t("sheet {sheet}", sheet=place.sheet) if place.sheet else ""


def told_unread(t: Words, imported: Imported) -> Iterator[str]:
    """What of the workbook was not read, a sentence each."""
    for sheet, heading in imported.unread:
        if heading:
            yield t("Not read: the column “{heading}” of {sheet}.", heading=heading, sheet=sheet)
        else:
            yield t("Not read: the sheet {sheet}.", sheet=sheet)
