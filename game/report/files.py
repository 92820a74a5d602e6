"""All files of a report, generated in memory from one session."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, date
from pathlib import Path
from typing import Any, Final

from game import __version__
from game.debrief import interventions
from game.engine import Result
from game.i18n import Words, mark
from game.i18n.when import date as in_words
from game.report import columns as co
from game.report.benefit_map import BenefitMap, map_of
from game.report.checks import CheckResult, check_all
from game.report.map_drawing import draw
from game.report.map_layout import lay_out
from game.report.map_svg import inline, standing_alone
from game.report.page import render
from game.report.registers import Registers, registers
from game.report.sheets import Sheet, as_csv, as_workbook
from game.report.source import ReportSource, open_session
from game.report.writing import INDEX, MARK, fingerprints

FORMAT: Final = 1
"""The format of ``session.json``."""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check as a row of the workbook."""

    check: str
    state: str
    found: str
    next: str


def files_of(path: Path, t: Words, *, anonymous: bool = False) -> dict[str, bytes]:
    """The files of a report by name, ``session.json`` last; deterministic.

    Raises :class:`ReportError` and :class:`game.session.ReadError` when none can be made.
    """
    source = open_session(path, t, anonymous=anonymous)
    found = registers(source)
    checked = check_all(t, found)
    benefit_map = map_of(source, found)
    title = source.case.title.read(t.lang)
    under = t("Benefit map · {day}", day=in_words(t, source.begun))
    pictures = draw(benefit_map, lay_out(benefit_map, t), title, under, t)
    sheets = _sheets(t, found, checked, benefit_map)
    described = t("Benefit map of {title}. The same stands in tables.", title=title)
    files = {
        "report.html": render(source, found, checked, benefit_map, inline(pictures.svg, described)),
        "registers.xlsx": as_workbook(t, sheets, title, source.begun.astimezone(UTC)),
        "benefits.csv": as_csv(t, co.BENEFITS, found.benefits),
        "risks.csv": as_csv(t, co.RISKS, found.risks),
        "map.svg": standing_alone(pictures.svg, title, described),
        "map.png": pictures.png,
    }
    index = {
        "gevinstbordet": MARK,
        "format": FORMAT,
        "files": fingerprints(files),
        **_data(source, found, checked, benefit_map),
    }
    files[INDEX] = (json.dumps(index, ensure_ascii=False, indent=1) + "\n").encode()
    return files


# ------------------------------------------------------------------ the workbook
def _sheets(
    t: Words, found: Registers, checked: Sequence[CheckResult], benefit_map: BenefitMap
) -> list[Sheet]:
    go_on = t("Empty columns are for you to fill in; lists to choose from stand in the cells.")
    sheets = [
        Sheet(t("Benefit register"), go_on, co.BENEFITS, found.benefits, 2),
        Sheet(t("Risk register"), go_on, co.RISKS, found.risks, 1),
        Sheet(
            t("Estimates"),
            t("Every number that a benefit was given, in points of the game."),
            co.ESTIMATES,
            found.estimates,
        ),
        Sheet(
            t("Checks"),
            t("What a benefits professional would ask next."),
            co.CHECKS,
            [_check_row(t, check) for check in checked],
        ),
        Sheet(
            t("Timeline"),
            t("Every decision that stands, with bookmarks and notes."),
            co.TIMELINE,
            found.timeline,
        ),
        Sheet(t("Map nodes"), t("What stands on the benefit map."), co.NODES, benefit_map.nodes),
        Sheet(t("Map edges"), t("What leads to what on the map."), co.EDGES, benefit_map.edges),
    ]
    if found.outcomes:
        about = t("Told when the session was opened again after the game.")
        sheets.insert(3, Sheet(t("Follow-up"), about, co.OUTCOMES, found.outcomes))
    return sheets


_IN_ORDER: Final = mark("in order")
_TO_DO: Final = mark("to look at")


def _check_row(t: Words, check: CheckResult) -> CheckRow:
    state = t(_IN_ORDER) if check.in_order else t(_TO_DO)
    return CheckRow(
        check.check, state, "\n".join(check.found), "" if check.in_order else check.next
    )


# ------------------------------------------------------------------ session.json
def _data(
    source: ReportSource, found: Registers, checked: Sequence[CheckResult], benefit_map: BenefitMap
) -> dict[str, Any]:
    """The report as data: the keys of the registers, codes in place of texts, ISO dates."""
    return {
        "program": __version__,
        "language": source.t.lang,
        "anonymous": source.anonymous,
        "case": {"id": source.case.id, "title": source.case.title.read(source.t.lang)},
        "level": source.case.setup.level,
        "begun": source.begun.astimezone(UTC).isoformat(timespec="seconds"),
        "finished": source.over,
        "interventions": asdict(interventions(source.log)),
        "troubles": [trouble.translate(source.t) for trouble in source.troubles],
        "seats": [
            {"role": role, "name": source.people.name(n)}
            for n, role in enumerate(source.people.roles)
        ],
        "result": _result(found.result),
        "benefits": _keyed(co.BENEFITS, found.benefits),
        "risks": _keyed(co.RISKS, found.risks),
        "estimates": _keyed(co.ESTIMATES, found.estimates),
        "outcomes": _keyed(co.OUTCOMES, found.outcomes),
        "map": {
            "nodes": _keyed(co.NODES, benefit_map.nodes),
            "edges": _keyed(co.EDGES, benefit_map.edges),
        },
        "checks": [
            {"code": c.code, "check": c.check, "found": c.found, "next": c.next} for c in checked
        ],
        "timeline": _keyed(co.TIMELINE, found.timeline),
    }


def _result(result: Result) -> dict[str, Any]:
    """The verdict, the shares and the tracks."""
    names = ("verdict", "benefit_rate", "citizen_focus", "ownership", "evenness", "realism")
    shares = {name: getattr(result, name) for name in names}
    return {**shares, "tracks": [_plain(track) for track in result.tracks]}


def _keyed(columns: Sequence[co.Column], rows: Iterable[object]) -> list[dict[str, Any]]:
    """Rows by the keys of their columns."""
    return [{c.key: _json(getattr(row, c.key)) for c in columns} for row in rows]


def _plain(record: Any) -> dict[str, Any]:
    return {f.name: _json(getattr(record, f.name)) for f in fields(record)}


def _json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
