"""Tells what is wrong with the case of a workbook, and how it was read, by sheet and cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from typing import Final

from game.casebook.assembling import BookRead, Trouble
from game.casebook.headings import SHEETS, bare_heading, plain, sheet_name
from game.casebook.labels import label
from game.casebook.pages import Place
from game.casebook.plan import plan
from game.content.findings import MOST_PROBLEMS, Finding, path_text, to_problem
from game.content.messages import DID_YOU_MEAN, MESSAGES
from game.content.positions import KeyPath
from game.content.problems import Problem
from game.engine.setup import TRACKS
from game.i18n import Words
from game.wording.case_problems import by_name, spoken
from game.wording.workbook_problems import IN_WORKBOOK

TOLD: Final = {code: spoken("workbook", code) for code in {**MESSAGES, **IN_WORKBOOK}}
"""What is said of each code."""
_OF_A_SHEET: Final = frozenset(
    ("empty_sheet", "missing_sheet", "empty_sheet_named", "missing_sheet_named", "no_headings")
)
_REFERS_TO: Final = {"unknown_idea": "ideas", "unknown_risk": "risks"}
_CLOSE: Final = 0.6
"""How alike a name and the one that is meant are."""
_MOST_PLACES: Final = 3


def problems_of(t: Words, file: str, book: BookRead, findings: Iterable[Finding]) -> list[Problem]:
    """Everything that is wrong, sheet by sheet and row by row; no more than anybody reads."""
    tabs = ["", *book.tabs.values()]

    def order(path: KeyPath) -> tuple[int, int, int]:
        place = book.place(path)
        return tabs.index(place.sheet), *place.order

    told = [(order(one.path), _of_cell(t, file, book, one)) for one in book.troubles]
    told += [(order(one.path), _of_finding(t, file, book, one)) for one in findings]
    worst = sorted(told, key=lambda one: one[1].severity)[:MOST_PROBLEMS]
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
        place=_place(t, book.place(trouble.path)),
    )


def _of_finding(t: Words, file: str, book: BookRead, finding: Finding) -> Problem:
    found = _with_place(t, book, finding)
    problem = to_problem(found, None, file, t.lang, TOLD)
    return replace(problem, place=_place(t, book.place(finding.path)))


def _with_place(t: Words, book: BookRead, finding: Finding) -> Finding:
    """The finding with what its message says of sheets, cells and names."""
    params = {name: _figure(t, value) for name, value in finding.params.items()}
    match finding.code, finding.path:
        case "missing_key", (str(key),) if key in SHEETS:
            params = {"sheet": sheet_name(t, key)}
            return replace(finding, code=book.why_empty(key), params=params)
        case "missing_column", (str(key), *path):
            params = {"sheet": sheet_name(t, key), "heading": _heading(t, (key, 0, *path))}
            return replace(finding, path=(key,), params=params)
        case "missing_key", ("tracks", str(track)):
            return replace(finding, code="missing_row", params={"track": label(t, TRACKS, track)})
        case code, (str(key),) if code in _OF_A_SHEET:
            return replace(finding, params={**params, "sheet": sheet_name(t, key)})
        case (("unknown_idea" | "unknown_risk"), _):
            return _with_name(book, finding)
    params = by_name(t, params)
    params["heading"] = _heading(t, finding.path)
    if finding.earlier is not None:
        params["cell"] = book.place(finding.earlier).cell
    return replace(finding, params=params, earlier=None)


def _with_name(book: BookRead, finding: Finding) -> Finding:
    """The finding that a card is unknown, with the name of the one that is meant, if one is."""
    names = {plain(name): name for name in book.names[_REFERS_TO[finding.code]]}
    close = get_close_matches(plain(str(finding.params["id"])), names, 1, _CLOSE)
    if not close:
        return replace(finding, hint=None)
    params = {**finding.params, "near": names[close[0]]}
    return replace(finding, hint=DID_YOU_MEAN, params=params)


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


def _place(t: Words, place: Place) -> str:
    """Where something stands in the workbook, in words."""
    if place.cell:
        return t("sheet {sheet}, cell {cell}", sheet=place.sheet, cell=place.cell)
    return t("sheet {sheet}", sheet=place.sheet) if place.sheet else ""


# ------------------------------------------------------------------ how it was read
def told_reading(t: Words, book: BookRead) -> Iterator[str]:
    """What of the workbook was not read, or was read for something else, a sentence each."""
    for sheet, heading in book.unread:
        if heading:
            yield t("Not read: the column “{heading}” of {sheet}.", heading=heading, sheet=sheet)
        else:
            yield t("Not read: the sheet {sheet}.", sheet=sheet)
    for guess, places in book.guesses.items():
        where = [_place(t, place) for place in places[:_MOST_PLACES]]
        if len(places) > _MOST_PLACES:
            where.append(t("{n} more", n=len(places) - _MOST_PLACES))
        told = t(guess.text, written=guess.written, meant=guess.meant)
        yield t("{where}: {what}", where=t.listed(where), what=told) if any(where) else told
