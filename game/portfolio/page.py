"""The page of a portfolio: one HTML file in the style of the report, without names and scripts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any, Final

from game import __version__
from game.frozen import frozen
from game.i18n import Words, mark
from game.i18n.days import in_words
from game.i18n.message import Message
from game.portfolio.labels import label, written
from game.portfolio.portfolio import Figures, Portfolio
from game.portfolio.sums import SumColumn, SumTable, Value
from game.report.templates import looks, templates


@frozen
class Section:
    """A section of the page: its title, how to read it, and what to say when it is empty."""

    title: str
    about: str
    empty: str


SECTIONS: Final[dict[str, Section]] = {
    "benefits": Section(
        mark("What own projects promise"),
        mark("Benefits of own projects that are not shelved. A case's benefits are an example."),
        mark("No group's own project is among the sessions."),
    ),
    "due": Section(
        mark("Reviews due"),
        mark("The next review of each benefit, from the months of its measure."),
        mark("There is no benefit of a group's own project to review."),
    ),
    "missing": Section(
        mark("What is missing"),
        mark("What a benefits professional would ask next."),
        mark("There is no benefit of a group's own project to ask about."),
    ),
    "real": Section(
        mark("Planned and real"),
        mark(
            "What was measured after the workshop, beside what was planned: 100% is the target, "
            "0% the baseline. What is far beyond either is to be questioned, and not in the sums."
        ),
        mark("No group's own project has been followed up yet."),
    ),
    "bias": Section(
        mark("How estimates lie"),
        mark(
            "What groups believed before they knew, beside what the author of the case has written "
            "as true: above 0 is too optimistic. Own projects and ideas in the group's own words "
            "are not here: their truth was drawn."
        ),
        mark("No estimate in a case has been answered yet."),
    ),
    "risks": Section(
        mark("Risks that recur"),
        mark("Risks that came up in more than one game."),
        mark("No risk came up twice."),
    ),
    "practices": Section(
        mark("Practices left out"),
        mark("What the method asks for, and in how many games played to the end nobody did it."),
        mark("No game has been played to the end yet."),
    ),
    "cases": Section(
        mark("How the cases teach"),
        mark("What groups made of each case."),
        mark("No case was played."),
    ),
}
"""The sections in the order of the page."""

_THE_FILE: Final = mark("the file")
_OF_THE_PROGRAM: Final = ("action", "code", "kind")
"""What messages quote that the program calls so, and no group."""

_MOST_ROWS: Final = 40
"""The most rows of a table; the workbook and the data have all of them."""

_BAR: Final = 100.0
"""The width of a bar's picture."""


@frozen
class Bar:
    """A bar in a cell, from ``start`` on; ``zero`` is where it begins to count."""

    start: float
    width: float
    zero: float


@frozen
class PageCell:
    """A cell: the heading of its column, its text, and a bar where that helps to compare."""

    head: str
    text: str
    kind: str
    bar: Bar | None = None


@frozen
class PageRow:
    """A row: its name, and the cells after it."""

    name: str
    cells: tuple[PageCell, ...]


@frozen
class PageTable:
    """A table as the page shows it; ``rest`` says that it has more rows."""

    title: str
    about: str
    head: str
    heads: tuple[tuple[str, str], ...]
    rows: tuple[PageRow, ...]
    rest: str


def render(portfolio: Portfolio, t: Words) -> bytes:
    """The page of a portfolio."""
    context = _context(portfolio, t) | looks("style.css", "portfolio.css")
    return templates(t.lang).get_template("portfolio.html.j2").render(context).encode()


def _context(portfolio: Portfolio, t: Words) -> dict[str, Any]:
    return {
        "day": _day(t, portfolio.selection.today),
        "span": _span(t, portfolio.figures),
        "figures": list(_shown(t, portfolio.figures)),
        "notices": list(notices(t, portfolio)),
        "sections": [
            (id, t(section.title), t(section.about), t(section.empty), _tables(t, portfolio, id))
            for id, section in SECTIONS.items()
        ],
        "broken": reasons(t, portfolio),
        "version": __version__,
    }


def _day(t: Words, day: date) -> str:
    return in_words(t, datetime.combine(day, time()))


# ------------------------------------------------------------------ the top
def _span(t: Words, o: Figures) -> str:
    """From when to when the sessions are, and how many of what."""
    sessions = t.plural("{n} session", "{n} sessions", o.sessions)
    if not o.sessions:
        return t("No session was counted.")
    first, last = (_day(t, date.fromisoformat(day)) for day in (o.first, o.last))
    if first == last:
        return t("{sessions} of {day}.", sessions=sessions, day=first)
    return t("{sessions} from {first} to {last}.", sessions=sessions, first=first, last=last)


def _shown(t: Words, o: Figures) -> Iterator[tuple[str, str]]:
    """The most important figures, each with what it is."""
    yield from _counted(t, o)
    if o.benefits:
        yield from _promised(t, o)


def _counted(t: Words, o: Figures) -> Iterator[tuple[str, str]]:
    own = t.plural("in {n} session", "in {n} sessions", o.own_sessions)
    others = t.plural("in {n} session", "in {n} sessions", o.sessions - o.own_sessions)
    projects = t.plural("own project", "own projects", o.projects)
    cases = t.plural("case", "cases", o.cases)
    yield t.number(o.projects), f"{projects}, {own}"
    yield t.number(o.cases), f"{cases}, {others}"
    games = t.plural("game played to the end", "games played to the end", o.finished)
    yield t.number(o.finished), games


def _promised(t: Words, o: Figures) -> Iterator[tuple[str, str]]:
    benefits = t.plural(
        "benefit promised in own projects", "benefits promised in own projects", o.benefits
    )
    yield t.number(o.benefits), benefits
    yield written(t, "share", o.owned / o.benefits), t("of them have an owner")
    yield written(t, "share", o.with_baseline / o.benefits), t("of them have a baseline")
    yield t.number(o.overdue), t.plural("review is overdue", "reviews are overdue", o.overdue)
    measured = t.plural(
        "benefit has been measured since", "benefits have been measured since", o.measured
    )
    yield t.number(o.measured), measured
    if o.kroner:
        yield written(t, "kroner", o.kroner), t("a year are promised")


def notices(t: Words, portfolio: Portfolio) -> Iterator[str]:
    """What a reader has to know before the figures."""
    o, broken = portfolio.figures, len(portfolio.broken)
    if broken:
        yield t.plural(
            "{n} file could not be counted; the reason stands at the end.",
            "{n} files could not be counted; the reasons stand at the end.",
            broken,
        )
    if o.copies:
        yield t.plural(
            "{n} file tells of a game that is counted already (a copy, or a “what if”); it was "
            "left out.",
            "{n} files tell of games that are counted already (copies, or “what ifs”); they were "
            "left out.",
            o.copies,
        )
    if o.refused:
        yield t.plural(
            "{n} value told since cannot be right (a share above 100%, a day before the "
            "game); it counts nowhere.",
            "{n} values told since cannot be right (a share above 100%, a day before the "
            "game); they count nowhere.",
            o.refused,
        )
    if o.cut_off:
        yield t.plural(
            "{n} file was cut off. What came after that is not in the figures.",
            "{n} files were cut off. What came after that is not in the figures.",
            o.cut_off,
        )
    yield from _cut_short(t, o)
    if tags := portfolio.selection.tags:
        yield t("Only sessions tagged {tags}.", tags=t.listed(tags))
    if o.own_sessions > o.projects:
        yield t(
            "Some groups' own projects were played more than once; their benefits count in "
            "each session."
        )


def _cut_short(t: Words, o: Figures) -> Iterator[str]:
    """Which games are not compared with others, since they were not played to their end."""
    if o.ended_early:
        yield t.plural(
            "{n} game was ended early by its facilitator; minutes, goals and practices are counted "
            "without it.",
            "{n} games were ended early by their facilitators; minutes, goals and practices are "
            "counted without them.",
            o.ended_early,
        )
    if o.stopped:
        yield t.plural(
            "{n} game was stopped, since trust ran out, and counts as one that missed its goals. "
            "Minutes and practices are counted without it, since it did not have all its rounds.",
            "{n} games were stopped, since trust ran out, and count as ones that missed their "
            "goals. Minutes and practices are counted without them, since they did not have all "
            "their rounds.",
            o.stopped,
        )
    if o.under_way:
        yield t.plural(
            "{n} game is still under way; minutes, goals and practices are counted without it.",
            "{n} games are still under way; minutes, goals and practices are counted without them.",
            o.under_way,
        )


def reasons(t: Words, portfolio: Portfolio) -> list[tuple[int, str]]:
    """Why files could not be counted, and how many."""
    counted = Counter(_nameless(message).translate(t) for _, message in portfolio.broken)
    return [(n, reason) for reason, n in counted.most_common()]


def _nameless(message: Message) -> Message:
    """A message without a word of the file that it is about, which may tell whose that is."""
    params = {name: _nameless_value(name, value) for name, value in message.params.items()}
    return replace(message, params=params)


def _nameless_value(name: str, value: object) -> object:
    if isinstance(value, Message):
        return _nameless(value)
    if name == "file":
        return Message(_THE_FILE)
    return value if isinstance(value, int | float) or name in _OF_THE_PROGRAM else "…"


# ------------------------------------------------------------------ tables
def _tables(t: Words, portfolio: Portfolio, section: str) -> list[PageTable]:
    return [_table(t, table) for table in portfolio.of(section)]


def _table(t: Words, table: SumTable) -> PageTable:
    """A table without the columns in which nothing stands."""
    columns = table.sum.columns
    used = [n for n in range(len(columns)) if any(row[n + 1] is not None for row in table.rows)]
    widest = {n: _widest(table, n) for n in used}
    return PageTable(
        title=t(table.sum.title),
        about=t(table.sum.about) if table.sum.about else "",
        head=t(table.sum.head),
        heads=tuple((t(columns[n].title), _class(columns[n])) for n in used),
        rows=tuple(
            PageRow(
                label(t, table.sum.label, row[0]),
                tuple(_cell(t, columns[n], row[n + 1], widest[n]) for n in used),
            )
            for row in table.rows[:_MOST_ROWS]
        ),
        rest=_rest(t, len(table.rows) - _MOST_ROWS),
    )


def _rest(t: Words, more: int) -> str:
    if more <= 0:
        return ""
    return t.plural(
        "{n} more row stands in the workbook.", "{n} more rows stand in the workbook.", more
    )


def _class(column: SumColumn) -> str:
    return "t" if column.kind in ("text", "label") else "n"


def _cell(t: Words, column: SumColumn, value: Value, widest: float) -> PageCell:
    text = written(t, column.kind, value)
    return PageCell(t(column.title), text, _class(column), _bar(column, value, widest))


def _widest(table: SumTable, n: int) -> float:
    """The largest value of a column, for the length of its bars."""
    values = [row[n + 1] for row in table.rows]
    return max((abs(v) for v in values if isinstance(v, int | float)), default=0)


def _bar(column: SumColumn, value: Value, widest: float) -> Bar | None:
    """The bar of a share or of a bias."""
    if not isinstance(value, int | float) or not widest:
        return None
    if column.kind == "share":
        width = max(0.0, min(1.0, value)) * _BAR
        return Bar(0.0, round(width, 1), 0.0)
    if column.kind == "bias":
        width = abs(value) / widest * _BAR / 2
        start = _BAR / 2 - (width if value < 0 else 0)
        return Bar(round(start, 1), round(width, 1), _BAR / 2)
    return None
