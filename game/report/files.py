"""All files of a report, generated in memory from one session."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, fields
from datetime import UTC, date
from pathlib import Path
from typing import Any, Final

from game import __version__
from game.anonymity import AS_FOUND, NameChoices, public_list
from game.debrief import interventions
from game.frozen import frozen
from game.i18n import Words
from game.i18n.days import in_words
from game.report import columns as co
from game.report.actions import ACTIONS, ActionRow, action_rows
from game.report.benefit_map import BenefitMap, map_of
from game.report.calendar_file import as_calendar
from game.report.check import CheckResult
from game.report.checks import check_all
from game.report.file_names import named
from game.report.map_drawing import draw
from game.report.map_layout import lay_out
from game.report.map_svg import inline, standing_alone
from game.report.nature import nature_text, play_text
from game.report.page import render
from game.report.pdf import as_pdf, on_paper
from game.report.play_data import debrief_data, result_data
from game.report.registers import Registers, registers
from game.report.source import ReportSource, open_session
from game.report.writing import INDEX, MARK, NAMES, PDF, fingerprints
from game.session import Trouble, session_of
from game.typeset import TypesetError

FORMAT: Final = 2
"""The format of ``session.json``."""


@frozen
class ReportFiles:
    """The files of a report by name, ``session.json`` last; ``no_pdf`` is why there is no PDF."""

    files: dict[str, bytes]
    no_pdf: TypesetError | None


def files_of(
    path: Path,
    t: Words,
    *,
    anonymous: bool = False,
    choices: NameChoices = AS_FOUND,
    moods: bool = False,
) -> ReportFiles:
    """The files of a report; deterministic.

    An anonymous one has a list of what was taken out beside it.

    Raises :class:`ReportError` and :class:`game.session.ReadError` when none can be made.
    """
    source = open_session(path, t, anonymous=anonymous, choices=choices, moods=moods)
    found = registers(source)
    checked = check_all(t, found)
    actions = action_rows(source)
    benefit_map = map_of(source, found)
    title = source.case.title.read(t.lang)
    under = t("Benefit map · {day}", day=in_words(t, source.begun))
    pictures = draw(benefit_map, lay_out(benefit_map, t), title, under, t)
    described = t("Benefit map of {title}. The tables say the same.", title=title)
    picture, across = inline(pictures.svg, described), pictures.across
    with ThreadPoolExecutor() as beside:  # pygame and Typst work without Python's lock
        painting = beside.submit(pictures.png)
        page = render(source, found, actions, checked, benefit_map, picture, across=across)
        setting = beside.submit(as_pdf, on_paper(source, page))
        files = {
            "report.html": page,
            **_tables(source, found, actions, checked, benefit_map),
            "map.svg": standing_alone(pictures.svg, title, described),
            "map.png": painting.result(),
        }
    paper, no_pdf = _result(setting)
    if paper:
        files[PDF] = paper
    if calendar := as_calendar(source, actions):
        files["actions.ics"] = calendar
    if source.named is not None:
        files[NAMES] = ("\r\n".join([*public_list(t, source.named.findings), ""])).encode(
            "utf-8-sig"
        )
    files = named(t.lang, files)
    index = {
        "gevinstbordet": MARK,
        "format": FORMAT,
        "session": session_of(path),
        "files": fingerprints(files),
        **_data(source, found, checked, benefit_map),
        "actions": _keyed(ACTIONS, actions),
    }
    files[INDEX] = (json.dumps(index, ensure_ascii=False, indent=1) + "\n").encode()
    return ReportFiles(files, no_pdf)


def _result(setting: Future[bytes | None]) -> tuple[bytes | None, TypesetError | None]:
    """The PDF, if Typst is there; or why it cannot set it: everything else is made all the same."""
    try:
        return setting.result(), None
    except TypesetError as error:
        return None, error


def _tables(
    source: ReportSource,
    found: Registers,
    actions: Sequence[ActionRow],
    checked: Sequence[CheckResult],
    benefit_map: BenefitMap,
) -> dict[str, bytes]:
    """The registers as workbook and as CSV. XlsxWriter is loaded here: while Typst is at work."""
    from game.report.sheets import as_csv
    from game.report.workbook import workbook

    t = source.t
    return {
        "registers.xlsx": workbook(source, found, actions, checked, benefit_map),
        "benefits.csv": as_csv(t, co.BENEFITS, found.benefits),
        "risks.csv": as_csv(t, co.RISKS, found.risks),
        "actions.csv": as_csv(t, ACTIONS, actions),
    }


# ------------------------------------------------------------------ session.json
def _troubles(source: ReportSource) -> Iterable[Trouble]:
    """The faults of the file, and that it was cut off."""
    yield from source.troubles
    if source.log.cut_off is not None:
        yield source.log.cut_off


def _data(
    source: ReportSource, found: Registers, checked: Sequence[CheckResult], benefit_map: BenefitMap
) -> dict[str, Any]:
    """The report as data: the keys of the registers, codes in place of texts, ISO dates."""
    return {
        "program": __version__,
        "language": source.t.lang,
        "anonymous": source.anonymous,
        "case": {"id": source.case.id, "title": source.case.title.read(source.t.lang)},
        "own_project": source.case.own_project,
        "about": nature_text(source),
        "level": source.case.setup.level,
        "begun": source.begun.astimezone(UTC).isoformat(timespec="seconds"),
        "finished": source.over,
        "interventions": asdict(interventions(source.log)),
        "troubles": [source.trouble_text(trouble) for trouble in _troubles(source)],
        "seats": [
            {"role": role, "name": source.people.name(n)}
            for n, role in enumerate(source.people.roles)
        ],
        "benefits": _keyed(co.BENEFITS, found.benefits),
        "risks": _keyed(co.RISKS, found.risks),
        "estimates": _keyed(co.ESTIMATES, found.estimates),
        "outcomes": _keyed(co.OUTCOMES, found.outcomes),
        "since": _since(found),
        "map": {
            "nodes": _keyed(co.NODES, benefit_map.nodes),
            "edges": _keyed(co.EDGES, benefit_map.edges),
        },
        "checks": [asdict(check) for check in checked],
        "play": {
            "about": play_text(source),
            "result": result_data(source, found.result),
            "rows": _plain_rows(co.PLAY, found.play),
            "timeline": [
                {"entry": row.entry, **plain}
                for row, plain in zip(
                    found.timeline, _plain_rows(co.TIMELINE, found.timeline), strict=True
                )
            ],
            **debrief_data(source),
        },
    }


def _since(found: Registers) -> dict[str, Any] | None:
    """Promised, in play and in reality; ``null`` before anything was told."""
    since = found.since
    if since is None:
        return None
    return {
        "rows": _keyed(co.SINCE, since.rows),
        "parts": [
            {**_plain(parts), "parts": [_plain(part) for part in parts.parts], "sum": parts.sum}
            for parts in since.parts
        ],
        "kroner": {
            "saving": since.saving,
            "promised": since.promised,
            "played": since.played,
            "real": since.real,
            "shown": since.shown,
            "promised_shown": since.promised_shown,
            "played_shown": since.played_shown,
            "left": since.left,
        },
    }


def _keyed(columns: Sequence[co.Column], rows: Sequence[object]) -> list[dict[str, Any]]:
    """Rows by the keys of their columns; what the game did stands by itself in each."""
    said = _plain_rows([c for c in columns if not c.play], rows)
    done = [c for c in columns if c.play]
    if not done:
        return said
    return [{**row, "play": play} for row, play in zip(said, _plain_rows(done, rows), strict=True)]


def _plain_rows(columns: Sequence[co.Column], rows: Iterable[object]) -> list[dict[str, Any]]:
    return [{c.key: _json(getattr(row, c.key)) for c in columns} for row in rows]


def _plain(record: Any) -> dict[str, Any]:
    return {f.name: _json(getattr(record, f.name)) for f in fields(record)}


def _json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
