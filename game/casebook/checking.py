"""Checks the case of a workbook, and tells what is wrong by sheet and cell.

What the checker of case files finds has a path in the data; the path leads back to a cell. All else
is checked in the same pass behind a value that could not be read, and behind a sheet that is empty;
what rests on those is not told. :mod:`game.casebook.telling` says it in words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any, Final

import tomli

from game.casebook.assembling import BookRead
from game.casebook.headings import SHEETS
from game.casebook.keeping import keep_columns, names_a_language, plainly
from game.casebook.plan import plan, root_of
from game.casebook.reading import read_book
from game.casebook.telling import problems_of
from game.content.case import Case
from game.content.case_text import case_text
from game.content.errors import findings_on
from game.content.findings import Finding
from game.content.merging import merged
from game.content.positions import KeyPath
from game.content.problems import Problem, ProblemSeverity
from game.content.reader import ExtraCheck, judge
from game.frozen import frozen
from game.i18n import LANGS, Words, mark, words

_HEAD: Final = mark("Made from the workbook {file} by gevinst case import.")
_DECKS: Final[Mapping[str, frozenset[str]]] = {
    "roles": frozenset(),
    "ideas": frozenset(("few_ideas", "unknown_idea")),
    "benefits": frozenset(("few_benefits",)),
    "risks": frozenset(("few_risks", "unknown_risk")),
    "events": frozenset(("few_events",)),
}
"""The sheets of cards, with what is found where one is empty and cards are wanted."""
_REFERENCES: Final = frozenset(("unknown_idea", "unknown_risk"))
_LACKS: Final = frozenset(("missing_key", "too_few"))
_AIMS: Final = frozenset(("easy_aim", "hard_aim"))
_RESTS_ON: Final[Mapping[str, frozenset[str]]] = {
    "ideas": _AIMS | {"idle_risk", "unprinted_risk", "stuck_benefit", "event_without_ideas"},
    "benefits": _AIMS,
    "risks": frozenset(("riskless", "event_without_risks")),
}
"""What else is found where a sheet is empty: it is told of the sheet."""
_COUNTED_BY: Final[Mapping[KeyPath, str]] = {
    ("ideas", "track"): "few_on_track",
    ("benefits", "track"): "no_benefit_on_track",
}
"""What is found where a column is missing: it is told of the column."""


@frozen
class Imported:
    """A workbook as a case file: its text and case, unless there are errors, and all problems.

    ``book`` is what the workbook says, and how it was read.
    """

    text: str
    case: Case | None
    problems: Sequence[Problem]
    book: BookRead

    @property
    def data(self) -> Mapping[str, Any]:
        """The data of the case file."""
        return self.book.data

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.severity == "error" for problem in self.problems)

    def merged_into(self, text: str) -> str:
        """The text of an earlier case file with what the workbook says; comments in it stay.

        What the workbook has no sheet or column for stays as it is, and so does the way of a file
        whose texts name no language: those that have got no other one name none.
        """
        old, data = tomli.loads(text), deepcopy(dict(self.data))
        for sheet in plan(words("en")):
            if sheet.key not in self.book.columns:
                _keep(data, old, root_of(sheet.key))
            elif self.book.columns[sheet.key]:
                keep_columns(data, old, sheet, self.book.columns[sheet.key])
        return merged(text, data if names_a_language(old) else plainly(data))


def import_book(t: Words, path: Path, extra_checks: Sequence[ExtraCheck] = ()) -> Imported:
    """The case in a workbook. Raises :class:`SpreadsheetError` for a file that is none."""
    book = read_book(t, path)
    text = case_text(book.data, t(_HEAD, file=path.name))
    file = f"{path.stem}.toml"
    case = None if book.troubles else judge(book.data, text, file, weighed=False)[0]
    found = _findings(book, text, file, extra_checks)
    problems = problems_of(t, path.name, book, found)
    return Imported(text, case, problems, book)


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
def _findings(
    book: BookRead, text: str, file: str, extra_checks: Sequence[ExtraCheck]
) -> list[Finding]:
    """All that is found in the data of a workbook; of an empty sheet only that it is empty."""
    doubted = {_whole(trouble.path) for trouble in book.troubles if not _is_mark(trouble.path)}
    data = deepcopy(book.data)
    for path in doubted:
        _make_room(data, path)

    def found(doubted: Collection[KeyPath]) -> list[Finding]:
        return findings_on(data, doubted, text, file, extra_checks, weighed=True)

    columns = _missing_columns(book)
    doubted |= {path for paths in columns.values() for path in paths}
    missing = [Finding("missing_column", path) for path in columns]
    follow = {_COUNTED_BY.get(path) for path in columns}
    first = [*missing, *(one for one in found(doubted) if one.code not in follow)]
    empty = [one for one in (_empty_deck(book, deck, first) for deck in _DECKS) if one]
    if ("tracks",) not in doubted and not data.get("tracks"):
        empty.append(_empty(book, "tracks", 0, "error"))
    if not empty:
        return first
    rest = found(doubted | {one.path for one in empty})
    follow |= {code for one in empty for code in _RESTS_ON.get(str(one.path[0]), ())}
    return [*empty, *missing, *(one for one in rest if one.code not in follow)]


def _empty_deck(book: BookRead, deck: str, found: Iterable[Finding]) -> Finding | None:
    """That a sheet of cards is empty, or not there, where some are wanted."""
    if book.data.get(deck):
        return None
    about = [
        one
        for one in found
        if one.code in _DECKS[deck] or (one.path == (deck,) and one.code in _LACKS)
    ]
    if not about:
        return None
    named = sum(one.code in _REFERENCES for one in about)
    return _empty(book, deck, named, min(one.severity for one in about))


def _empty(book: BookRead, sheet: str, named: int, severity: ProblemSeverity) -> Finding:
    code = book.why_empty(sheet)
    code = f"{code}_named" if named and code != "no_headings" else code
    return Finding(code, (sheet,), {"n": named}, severity)


def _missing_columns(book: BookRead) -> dict[KeyPath, list[KeyPath]]:
    """The columns that cards cannot do without and a sheet lacks, each with all that it leaves out.

    An id comes from the name where it is missing.
    """
    missing: dict[KeyPath, list[KeyPath]] = {}
    for sheet in plan(words("en")):
        cards = book.data.get(sheet.key, ()) if sheet.shape == "cards" else ()
        has = {path[:1] for path in book.columns.get(sheet.key, ())}
        needed = {c.path[:1] for c in sheet.columns if c.required} - has - {("id",)}
        for path in sorted(needed) if cards else ():
            missing[sheet.key, *path] = [(sheet.key, n, *path) for n in range(len(cards))]
    return missing


def _is_mark(path: KeyPath) -> bool:
    """Whether a path stands for something that has no place in a file."""
    return str(path[-1]).startswith("#")


def _whole(path: KeyPath) -> KeyPath:
    """The value of which a part could not be read: a text in its languages, a list."""
    while path[-1] in LANGS or isinstance(path[-1], int):
        path = path[:-1]
    return path


def _make_room(data: dict[str, Any], path: KeyPath) -> None:
    """Make the tables around a path, which may be empty but for what could not be read."""
    around: Any = data
    for part in path[:-1]:
        around = around.setdefault(part, {}) if isinstance(part, str) else around[part]
