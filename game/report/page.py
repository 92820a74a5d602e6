"""The page: a whole session in one HTML file that needs no network and prints on A4.

What stands in it is put together here; how it looks stands in ``assets/report``. Everything goes
through Jinja2's escaping; only our own style, fonts and the map's picture are marked as safe.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from game import __version__
from game.debrief import interventions
from game.i18n import Words, half_up, mark
from game.i18n.days import short_day
from game.i18n.when import date as in_words
from game.report import columns as co
from game.report.benefit_map import BenefitMap
from game.report.checks import CheckResult
from game.report.fonts import font_faces
from game.report.page_debrief import GIVEN, moments, phases, rounds, seats, stories
from game.report.page_result import TrackLabel, aims, marks, shares, tracks, verdict
from game.report.registers import Registers
from game.report.source import ReportSource
from game.resources import ASSETS
from game.wording import terms
from game.wording.interventions import interventions_text
from game.wording.levels import level_name

SECTIONS: Final = {
    "result": mark("The result"),
    "checks": mark("Checks instead of applause"),
    "benefits": mark("Benefit register"),
    "risks": mark("Risk register"),
    "map": mark("Benefit map"),
    "claimed": mark("Claimed and harvested"),
    "outcomes": mark("What became of it"),
    "rounds": mark("Round by round"),
    "moments": mark("Key moments, with a question each"),
    "roles": mark("Who gave what"),
    "debrief": mark("The debrief"),
}


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """A column heading and its kind: ``n`` numbers, ``d`` days, ``w`` sentences, ``t`` text."""

    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell: its lines, the most important first, after the label of a track if any."""

    lines: tuple[str, ...]
    track: TrackLabel | None = None


@dataclass(frozen=True, slots=True)
class PageTable:
    """A register as the page shows it."""

    heads: tuple[ColumnHead, ...]
    rows: tuple[tuple[PageCell, ...], ...]


def render(
    source: ReportSource,
    registers: Registers,
    checked: Sequence[CheckResult],
    benefit_map: BenefitMap,
    picture: str,
) -> bytes:
    """The page of a session; ``picture`` is the map as SVG."""
    env = Environment(
        loader=FileSystemLoader(ASSETS / "report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals["t"] = source.t
    template = env.get_template("report.html.j2")
    context = _context(source, registers, checked, benefit_map)
    style = (ASSETS / "report" / "style.css").read_text(encoding="utf-8")
    context |= {"style": Markup(style), "picture": Markup(picture), "fonts": Markup(font_faces())}
    return template.render(context).encode()


def _context(
    source: ReportSource,
    registers: Registers,
    checked: Sequence[CheckResult],
    benefit_map: BenefitMap,
) -> dict[str, Any]:
    t, case = source.t, source.case
    section_names = {id: t(name) for id, name in SECTIONS.items()}
    outcomes = registers.outcomes
    return {
        "title": case.title.read(t.lang),
        "level": t("Level: {level}", level=level_name(t, case.setup.level)),
        "summary": case.summary.read(t.lang),
        "notes": case.notes.read(t.lang),
        "day": in_words(t, source.begun),
        "roles": list(dict.fromkeys(source.people.roles)),
        "notices": _notices(source),
        "names": section_names,
        "sections": [
            (id, name) for id, name in section_names.items() if id != "outcomes" or outcomes
        ],
        "verdict": verdict(source, registers),
        "tracks": tracks(source, registers),
        "shares": shares(source, registers),
        "aims": aims(source, registers),
        "checks": checked,
        "in_order": [check for check in checked if check.in_order],
        "benefits": _table(t, _BENEFITS, registers.benefits),
        "risks": _table(t, _RISKS, registers.risks),
        "nodes": _table(t, [[c] for c in co.NODES], benefit_map.nodes),
        "edges": _table(t, [[c] for c in co.EDGES], benefit_map.edges),
        "outcomes": _table(t, [[c] for c in co.OUTCOMES], outcomes),
        "timeline": _table(t, [[c] for c in co.TIMELINE], registers.timeline),
        "stories": stories(source, registers),
        "rounds": rounds(source),
        "foresight": bool(registers.result.foresight),
        "moments": moments(source),
        "given": [t(name) for name in GIVEN.values()],
        "seats": seats(source),
        "phases": phases(source, registers, checked),
        "privacy": _privacy(source),
        "version": __version__,
    }


def _notices(source: ReportSource) -> list[str]:
    """The notices at the top of the page."""
    t, notices = source.t, []
    if source.troubles:
        trouble = "\n".join(trouble.translate(t) for trouble in source.troubles)
        notices.append(
            t("The session's file is damaged; this is what is whole of it.") + "\n" + trouble
        )
    if not source.over:
        round_, phase = source.state.round, terms.phase(t, source.state.phase)
        notices.append(
            t(
                "The game is not over: this is how it stands in round {n}, {phase}.",
                n=round_,
                phase=phase,
            )
        )
    if besides := interventions_text(t, interventions(source.log)):
        notices.append(besides)
    if not source.case.own_project:
        notices.append(t("A case was played: its figures are an example, not your own project's."))
    return notices


def _privacy(source: ReportSource) -> str:
    if source.anonymous:
        return source.t("Players' names have been taken out.")
    return source.t("People are called by their roles; names stand where somebody owns a benefit.")


# ------------------------------------------------------------------ registers on the page
_WORDS: Final = 28
"""The width in the workbook from which on a column holds sentences or free text."""


def _by(columns: Sequence[co.Column], *groups: Sequence[str]) -> list[list[co.Column]]:
    found = {column.key: column for column in columns}
    return [[found[key] for key in group] for group in groups]


_BENEFITS: Final = _by(
    (*co.BENEFITS, co.Column("short", mark("Benefit"), width=_WORDS)),
    ("id",),
    ("short", "enabler"),
    ("track",),
    ("owner_role", "owner_name"),
    ("description",),
    ("full_year_value",),
    ("review",),
    ("risks",),
    ("estimate",),
    ("harvested",),
    ("confidence",),
    ("status",),
)
"""The columns of the page; a second key is shown below the first in the same column."""
_RISKS: Final = _by(
    co.RISKS,
    ("id",),
    ("event", "consequence"),
    ("cause",),
    ("benefits",),
    ("likelihood",),
    ("severity",),
    ("score",),
    ("action", "action_owner"),
    ("status",),
    ("raised_by",),
)


def _table(t: Words, groups: Sequence[Sequence[co.Column]], rows: Sequence[object]) -> PageTable:
    """A table of the columns that are not empty."""
    cells = [[_cell(t, group, row) for group in groups] for row in rows]
    used = [n for n in range(len(groups)) if any(row[n].lines for row in cells)]
    return PageTable(
        tuple(_head(t, groups[n][0]) for n in used),
        tuple(tuple(row[n] for n in used) for row in cells),
    )


def _head(t: Words, column: co.Column) -> ColumnHead:
    kinds = {"whole": "n", "number": "n", "kroner": "n", "date": "d"}
    text = "w" if column.width >= _WORDS else "t"  # break long words
    return ColumnHead(co.title(t, column, short=True), kinds.get(column.kind, text))


def _cell(t: Words, group: Sequence[co.Column], row: object) -> PageCell:
    lines = dict.fromkeys(_text(t, column, co.value(t, column, row)) for column in group)
    first = group[0]
    code = getattr(row, first.key) if first.key == "track" else None
    return PageCell(tuple(line for line in lines if line), marks(t)[code] if code else None)


def _text(t: Words, column: co.Column, cell: co.CellValue) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return short_day(t, cell)
    if not isinstance(cell, int | float):
        return cell
    return t.number(half_up(cell) if column.kind == "kroner" else cell)
