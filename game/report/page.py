"""The page: a whole session in one HTML file that needs no network and prints on A4.

What stands in it is put together here; how it looks stands in ``assets/report``. Everything goes
through Jinja2's escaping; only our own style, fonts and the map's picture are marked as safe.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Final, NamedTuple

from markupsafe import Markup

from game import __version__
from game.debrief import interventions
from game.frozen import frozen
from game.i18n import Words, half_up, mark
from game.i18n.days import in_words, short_day
from game.pictures import inline, key_of, known, letters_of
from game.report import columns as co
from game.report.actions import ACTIONS, ActionRow
from game.report.benefit_map import BenefitMap
from game.report.check import CheckResult
from game.report.file_names import file_name
from game.report.measured import says
from game.report.nature import nature_text, play_text
from game.report.page_debrief import (
    asked_for,
    came_and_went,
    given_heads,
    marked,
    moments,
    phases,
    rounds,
    seats,
    stories,
)
from game.report.page_result import TrackLabel, aims, marks, shares, tracks, verdict
from game.report.page_since import TONES, rows_since, sums_differ, sums_since
from game.report.registers import Registers
from game.report.rows import BenefitRow, EdgeRow, RealityRow, RiskRow
from game.report.source import ReportSource
from game.report.templates import looks, templates
from game.report.track_kroner import track_and_table
from game.session.log import repaired
from game.wording import figures, terms
from game.wording.about import about_line
from game.wording.interventions import interventions_text
from game.wording.levels import level_name

SECTIONS: Final = {
    "result": mark("The result"),
    "outcomes": mark("What became of it"),
    "actions": mark("Action list"),
    "checks": mark("Checklist: does the plan hold?"),
    "benefits": mark("Benefit register"),
    "risks": mark("Risk register"),
    "map": mark("Benefit map"),
    "claimed": mark("Claimed and harvested"),
    "next": mark("What the registers ask you to agree on"),
    "rounds": mark("Round by round"),
    "moments": mark("Key moments, with a question each"),
    "roles": mark("Who gave what"),
    "debrief": mark("The debrief"),
}
PLAYED: Final = ("result", "claimed", "rounds", "moments", "roles", "debrief")
"""What is told of play: in a report on an own project it stands last, by itself."""


def _by_name(benefit_map: BenefitMap) -> list[EdgeRow]:
    """The arrows of the map for somebody who reads: from each cause to all its effects, by name."""
    names = {node.id: f"{node.id} {node.title}" for node in benefit_map.nodes}
    led: dict[tuple[str, str], list[str]] = {}
    for edge in benefit_map.edges:
        led.setdefault((edge.source, edge.kind), []).append(names[edge.target])
    return [
        EdgeRow(names[source], "; ".join(targets), kind) for (source, kind), targets in led.items()
    ]


@frozen
class PageSection:
    """A section of the page, with its heading."""

    id: str
    name: str


class ColumnHead(NamedTuple):
    """A column heading and its kind: ``n`` numbers, ``d`` days, ``w`` sentences, ``t`` text."""

    title: str
    kind: str


_NO_PICTURE: Final = Markup("")


@frozen
class PageCell:
    """A cell: its lines, the most important first, after the label of a track if any.

    ``tone`` is whether it is ``good`` or ``bad``; ``picture`` is that of the card.
    """

    lines: tuple[str, ...]
    track: TrackLabel | None = None
    tone: str = ""
    picture: Markup = _NO_PICTURE


@frozen
class PageTable:
    """A register as the page shows it."""

    heads: tuple[ColumnHead, ...]
    rows: tuple[tuple[PageCell, ...], ...]


def render(
    source: ReportSource,
    registers: Registers,
    actions: Sequence[ActionRow],
    checked: Sequence[CheckResult],
    benefit_map: BenefitMap,
    picture: str,
    *,
    across: bool,
) -> bytes:
    """The page of a session; ``picture`` is the map as SVG, ``across`` whether it is wide."""
    template = templates(source.t.lang).get_template("report.html.j2")
    context = _context(source, registers, actions, checked, benefit_map)
    context |= {"picture": Markup(picture), "across": across, **looks("style.css")}
    return template.render(context).encode()


def _context(
    source: ReportSource,
    registers: Registers,
    actions: Sequence[ActionRow],
    checked: Sequence[CheckResult],
    benefit_map: BenefitMap,
) -> dict[str, Any]:
    t, case = source.t, source.case
    said, played = _sections(source, {"outcomes": registers.outcomes, "actions": actions})
    outcomes, own = registers.outcomes, case.own_project
    unnamed = [row for row in registers.play if row.kind == "disbenefit" and not row.id]
    drawn = [*(row for row in registers.play if row.kind == "risk"), *unnamed]
    return {
        "title": case.title.read(t.lang),
        "level": t("Level: {level}", level=level_name(t, case.setup.level)),
        "whose": about_line(t, case.about),
        "summary": case.summary.read(t.lang),
        "day": in_words(t, source.begun),
        "roles": list(dict.fromkeys(source.people.roles)),
        "came_and_went": list(came_and_went(source)),
        "notices": notices(source),
        "names": {section.id: section.name for section in (*said, *played)},
        "said": said,
        "played": played,
        "play_text": play_text(source),
        "verdict": verdict(source, registers),
        "tracks": tracks(source, registers),
        "shares": shares(source, registers),
        "aims": aims(source, registers),
        "checks": checked,
        "track_and_table": track_and_table(source, registers),
        "benefits": _table(t, _of(_BENEFITS, played=not own), registers.benefits),
        "risks": _table(t, _of(_RISKS, played=not own), registers.risks),
        "actions": _table(t, _ACTIONS, actions),
        "calendar": any(row.due is not None for row in actions),
        "drawn": _table(t, [[c] for c in co.PLAY], drawn if own else ()),
        "nodes": _table(t, [[c] for c in co.NODES], benefit_map.nodes),
        "edges": _table(t, [[c] for c in co.EDGES], _by_name(benefit_map)),
        "outcomes": _table(t, _OUTCOMES, outcomes),
        "since": _table(t, _SINCE, rows_since(registers)),
        "sums": sums_since(source, registers),
        "differ": sums_differ(source, registers),
        "timeline": _table(t, [[c] for c in co.TIMELINE], registers.timeline),
        "stories": stories(source, registers),
        "rounds": rounds(source),
        "foresight": bool(registers.result.foresight),
        "moments": moments(source),
        "marked": marked(source),
        "points": [ColumnHead(track.name, "n") for track in marks(t).values()],
        "given": [ColumnHead(name, "n") for name in given_heads(source)],
        "seats": seats(source),
        "phases": phases(source, registers, checked),
        "next": list(asked_for(t, registers)),
        "privacy": _privacy(source),
        "file": partial(file_name, t.lang),
        "version": __version__,
    }


def _sections(
    source: ReportSource, optional: Mapping[str, Sequence[object]]
) -> tuple[list[PageSection], list[PageSection]]:
    """The sections of what was said, and those of play where these stand by themselves.

    One that is ``optional`` is there if it has rows. In a case they are one story; its next steps
    are the last phase of the debrief.
    """
    t, own = source.t, source.case.own_project
    names = {id: t(name) for id, name in SECTIONS.items() if optional.get(id, True)}
    if not own:
        return [PageSection(id, name) for id, name in names.items() if id != "next"], []
    said = [PageSection(id, name) for id, name in names.items() if id not in PLAYED]
    played = [PageSection(id, t("In play: {section}", section=names[id])) for id in PLAYED]
    return said, played


def notices(source: ReportSource) -> list[str]:
    """The notices at the top of the page."""
    t, found = source.t, []
    if source.troubles:
        trouble = "\n".join(map(source.trouble_text, source.troubles))
        found.append(
            t("The file of this session is damaged. This is what can be read of it.")
            + "\n"
            + trouble
        )
    if source.log.cut_off is not None:
        found.append(
            t("The file of this session was cut off. What came after that is not in this report.")
        )
    found += [source.trouble_text(repaired(one)) for one in source.log.repairs]
    if not source.over:
        round_, phase = source.state.round_now, terms.phase(t, source.state.phase)
        found.append(
            t(
                "The game is not over: this is how it stands in round {n}, {phase}.",
                n=round_,
                phase=phase,
            )
        )
    if besides := interventions_text(t, interventions(source.log)):
        found.append(besides)
    return [*found, nature_text(source)]


def _privacy(source: ReportSource) -> str:
    """Where names stand; what people wrote is told as they wrote it, whoever it names."""
    if source.anonymous:
        return source.t("Players' names have been taken out.")
    return source.t(
        "The report calls people by their roles, with the name of whoever owns a benefit, "
        "takes a next step or has reported a measurement. What you wrote yourselves stands "
        "as you wrote it, with the names in it."
    )


# ------------------------------------------------------------------ registers on the page
_WORDS: Final = 28
"""The width in the workbook from which on a column holds sentences or free text."""


def _by(columns: Sequence[co.Column], *groups: Sequence[str]) -> list[list[co.Column]]:
    found = {column.key: column for column in columns}
    return [[found[key] for key in group] for group in groups]


_BENEFITS: Final[list[list[co.Column]]] = _by(
    (*co.BENEFITS, co.Column("short", mark("Benefit"), width=_WORDS)),
    ("id",),
    ("short", "enabler"),
    ("track",),
    ("owner_role", "owner_name"),
    ("description", "amends"),
    ("method", "frequency"),
    ("full_year_value",),
    ("review",),
    ("risks",),
    ("estimate",),
    ("confidence",),
    ("status",),
    ("reality", "measured"),
    ("harvested", "play"),
)
"""The columns of the page; a second key is shown below the first in the same column."""
_NAMED_LINES: Final = ("amends", "action_owner")
"""Second lines that need the name of their column to be understood."""
_ASKED_FOR: Final = ("owner",)
"""Columns that stay where nobody has filled them in: the checklist sends people there."""
_RISKS: Final[list[list[co.Column]]] = _by(
    co.RISKS,
    ("id",),
    ("event", "consequence"),
    ("cause",),
    ("benefits",),
    ("likelihood",),
    ("severity",),
    ("score",),
    ("action", "action_owner"),
    ("owner", "deadline"),
    ("early_sign",),
    ("status",),
    ("raised_by",),
    ("play",),
)
_SINCE: Final = _by(
    co.SINCE,
    ("id",),
    ("title", "unit"),
    ("track",),
    ("baseline",),
    ("promised", "promised_points"),
    ("played", "played_points"),
    ("measured", "measured_on"),
    ("reality",),
    ("left",),
)
_OUTCOMES: Final = _by(
    co.OUTCOMES, ("day",), ("what",), ("name",), ("track",), ("found", "by"), ("text",), ("doubt",)
)
_ACTIONS: Final = _by(
    ACTIONS,
    ("id",),
    ("text",),
    ("who",),
    ("due",),
    ("status",),
    ("subject",),
    ("moment",),
    ("found",),
)


def _of(groups: Sequence[Sequence[co.Column]], *, played: bool) -> list[Sequence[co.Column]]:
    """The columns, without those of play unless these are wanted."""
    return [group for group in groups if played or not group[0].play]


def _table(t: Words, groups: Sequence[Sequence[co.Column]], rows: Sequence[object]) -> PageTable:
    """A table of the columns that are not empty, or should not be."""
    cells = [[_cell(t, group, row) for group in groups] for row in rows]
    used = [
        n
        for n, group in enumerate(groups)
        if any(row[n].lines for row in cells) or (rows and group[0].key in _ASKED_FOR)
    ]
    return PageTable(
        tuple(_head(t, groups[n][0]) for n in used),
        tuple(tuple(row[n] for n in used) for row in cells),
    )


def _head(t: Words, column: co.Column) -> ColumnHead:
    kinds = {"whole": "n", "number": "n", "kroner": "n", "date": "d"}
    text = "w" if column.width >= _WORDS else "t"  # break long words
    return ColumnHead(co.title(t, column, short=True), kinds.get(column.kind, text))


def _cell(t: Words, group: Sequence[co.Column], row: object) -> PageCell:
    lines = dict.fromkeys(_line(t, column, row) for column in group)
    first = group[0]
    code = getattr(row, first.key) if first.key == "track" else None
    tone = TONES.get(getattr(row, first.key), "") if first.key == "reality" else ""
    picture = _picture(first.key, row)
    told = (letters_of(line) or line for line in lines) if picture else lines
    shown = tuple(line for line in told if line)
    return PageCell(shown, marks(t)[code] if code else None, tone, picture)


def _picture(column: str, row: object) -> Markup:
    """The picture of a card, beside its name; the drawings are our own."""
    key = key_of(row.picture) if isinstance(row, BenefitRow | RiskRow) else ""
    shown = column in ("short", "event") and known(key)
    return Markup(inline(key)) if shown else _NO_PICTURE


def _line(t: Words, column: co.Column, row: object) -> str:
    text = _text(t, column, co.value(t, column, row))
    if isinstance(row, RealityRow | BenefitRow) and column.key == "reality":
        text = says(t, row)
    if isinstance(row, RealityRow) and column.key in row.past:
        text = figures.past(t, text, rises=_rises(row, column.key))
    return (
        f"{co.title(t, column, short=True)}: {text}"
        if text and column.key in _NAMED_LINES
        else text
    )


def _rises(row: RealityRow, key: str) -> bool:
    """Whether a value is above the one that was begun from."""
    value: float | None = getattr(row, key)
    return (value or 0) > (row.baseline or 0)


def _text(t: Words, column: co.Column, cell: co.CellValue) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return short_day(t, cell)
    if not isinstance(cell, int | float):
        return cell
    if column.kind == "percent":
        return t.percent(cell)
    if column.kind == "points":
        return figures.points(t, int(cell))
    return t.number(half_up(cell) if column.kind == "kroner" else cell)
