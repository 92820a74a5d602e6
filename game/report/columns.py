"""The columns of every register: titles, widths and allowed values.

One list serves the workbook, the CSV files and the JSON file; the page shows the most important.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, Literal

from game.engine import TRACKS
from game.engine.results import TRACK_STATUSES
from game.frozen import frozen
from game.i18n import Words, half_up, mark
from game.i18n.days import short_day
from game.report.rows import (
    BENEFIT_PLAYS,
    BENEFIT_STATUSES,
    BENEFIT_TYPES,
    PRIORITIES,
    REALITIES,
    RISK_PLAYS,
    RISK_STATUSES,
    SIGNS,
    SOURCES,
    STRATEGIES,
)
from game.wording import terms

ColumnKind = Literal[
    "text", "whole", "points", "number", "kroner", "percent", "date", "choice", "ids"
]
CellValue = str | int | float | date | None


@frozen
class Column:
    """A column: the field it shows, its title, its width in characters of a spreadsheet.

    ``choices`` are the codes of a ``choice``, or the numbers of a scale from the first to the last;
    ``short`` is a title for where there is less room. ``play`` marks what the game did: in an own
    project that is no fact about it.
    """

    key: str
    title: str
    kind: ColumnKind = "text"
    width: int = 18
    choices: Sequence[Any] = ()
    short: str = ""
    play: bool = False


CODES: Final[Mapping[str, str]] = {
    # ---- types of benefit
    "budget": mark("releases budget"),
    "freed_time": mark("freed time"),
    "avoided_cost": mark("avoided cost"),
    "quality": mark("better quality"),
    "others": mark("benefit for others"),
    # ---- signs
    "benefit": mark("benefit"),
    "disbenefit": mark("negative benefit"),
    # ---- baselines
    "measured": mark("measured"),
    "estimate": mark("estimated"),
    "missing": mark("missing"),
    # ---- how far people have brought a benefit or a downside
    "promised": mark("promised"),
    "anchored": mark("anchored"),
    "tried": mark("tried in the game"),
    "tried_since": mark("tried in reality"),
    "measured_since": mark("measured in reality"),
    "named": mark("named"),
    "found": mark("found in the game"),
    "shelved": mark("shelved"),
    # ---- what the game made of it
    "not_carried_out": mark("not implemented"),
    "under_way": mark("under way"),
    "harvested": mark("harvested"),
    "partly": mark("partly harvested"),
    "followed": mark("harvested and followed up"),
    "partly_followed": mark("partly harvested and followed up"),
    "not_harvested": mark("not harvested"),
    "came_true": mark("came true"),
    "made_up_for": mark("came and was made up for"),
    "did_not_come": mark("did not come"),
    # ---- what was measured says; the words for tracks are those of the result
    "worse": mark("worse than before"),
    # ---- priorities and strategies
    "high": mark("high"),
    "medium": mark("medium"),
    "low": mark("low"),
    "avoid": mark("avoid"),
    "reduce": mark("reduce"),
    "transfer": mark("transfer"),
    "accept": mark("accept"),
    # ---- how far people have come with a risk
    "open": mark("open"),
    "acted_on": mark("action agreed"),
    "reduced": mark("reduced"),
    "closed": mark("closed"),
    # ---- what the game made of it
    "not_met": mark("never checked"),
    "struck": mark("struck"),
    "held_off": mark("held off"),
    "prevented": mark("prevented"),
    "false_alarm": mark("false alarm"),
    # ---- ways to a number
    "claimed": mark("claimed"),
    "revised": mark("revised"),
    "poker": mark("estimate poker"),
    # ---- how far an item of the action list has come
    "done": mark("done"),
    "dropped": mark("dropped"),
    # ---- what an outcome is of, and whether a trial held
    "trial": mark("trial"),
    "track": mark("track"),
    # ---- nodes and edges of the map
    "purpose": mark("purpose"),
    "result": mark("result"),
    "change": mark("change"),
    "idea": mark("idea"),
    "risk": mark("risk"),
    "gives": mark("gives"),
    "threatens": mark("threatens"),
}

_SCALE: Final = (1, 2, 3, 4, 5)

BENEFITS: Final = (
    Column("id", mark("Benefit id"), width=9, short=mark("Id")),
    Column("title", mark("Title"), width=34),
    Column("description", mark("Description"), width=40, short=mark("How it is measured")),
    Column("track", mark("Track"), "choice", 11, TRACKS),
    Column("type", mark("Type of benefit"), "choice", 16, BENEFIT_TYPES),
    Column("sign", mark("Sign"), "choice", 14, SIGNS),
    Column("beneficiary", mark("Beneficiary"), width=15),
    Column("owner_role", mark("Benefit owner: role"), width=22, short=mark("Owner's role")),
    Column("owner_name", mark("Benefit owner: name"), width=18),
    Column("owner_unit", mark("Benefit owner: unit in the operation"), width=18),
    Column("measurer", mark("Responsible for measuring"), width=18),
    Column("indicator", mark("Indicator"), width=32),
    Column("unit", mark("Unit"), width=11),
    Column("method", mark("Method / data source"), width=20),
    Column("frequency", mark("How often measured"), width=13),
    Column("baseline", mark("Baseline: value"), "number", 11),
    Column("baseline_date", mark("Baseline: date"), "date", 12),
    Column("baseline_source", mark("Baseline: source"), "choice", 12, SOURCES),
    Column("target_low", mark("Target: pessimistic"), "number", 13),
    Column("target_likely", mark("Target: likely"), "number", 11),
    Column("target_high", mark("Target: optimistic"), "number", 12),
    Column("threshold", mark("Least that is worth it"), "number", 13),
    Column(
        "full_year_value",
        mark("Yearly value at full effect (DKK)"),
        "kroner",
        16,
        short=mark("DKK a year"),
    ),
    Column("cost", mark("Cost of harvesting it (DKK)"), "kroner", 15),
    Column("effect_from", mark("First effect"), "date", 12),
    Column("effect_full", mark("Full effect"), "date", 12),
    Column("enabler", mark("Idea that makes it possible"), width=28),
    Column("change", mark("Change needed in the operation"), width=38),
    Column("change_owner", mark("Responsible for the change"), width=18),
    Column("assumptions", mark("Assumptions"), width=24),
    Column("supports", mark("Contributes to"), width=16),
    Column("risks", mark("Threatened by risks"), "ids", 14, short=mark("Risks")),
    Column("confidence", mark("Confidence 1–5"), "whole", 12, _SCALE),
    Column("confidence_reason", mark("Reason for the confidence"), width=28),
    Column("next_trial", mark("Next trial"), width=24),
    Column("review", mark("Next follow-up"), "date", 12, short=mark("Follow-up")),
    Column("status", mark("Status"), "choice", 15, BENEFIT_STATUSES),
    Column("priority", mark("Priority"), "choice", 10, PRIORITIES),
    Column("history", mark("History of the estimate (round, from, to, who)"), width=46),
    Column("amends", mark("What makes up for it"), width=24, short=mark("Made up for by")),
    Column("post", mark("Item that the saving comes from"), width=24),
    Column("estimate", mark("Last estimate (points)"), "whole", 11, short=mark("Promised")),
    Column("measured", mark("Measured since: value"), "number", 12),
    Column("measured_on", mark("Measured since: date"), "date", 12),
    Column("reality", mark("In reality"), "choice", 16, REALITIES),
    Column("real_value", mark("In reality: DKK a year"), "kroner", 15),
    Column("tried", mark("In play: tried and found"), width=46, play=True),
    Column(
        "harvested",
        mark("In play: points"),
        "whole",
        12,
        short=mark("In play"),
        play=True,
    ),
    Column("play", mark("In play: what came of it"), "choice", 15, BENEFIT_PLAYS, play=True),
)
BENEFITS_FORMULAS: Final = {
    "real_value": 'IF(COUNT({baseline},{target_likely},{measured},{full_year_value})<4,"",'
    'IF({target_likely}={baseline},"",ROUND({full_year_value}*({measured}-{baseline})/'
    "({target_likely}-{baseline}),0)))",
}

RISKS: Final = (
    Column("id", mark("Risk id"), width=9, short=mark("Id")),
    Column("cause", mark("Cause"), width=28),
    Column("event", mark("Event"), width=34),
    Column("consequence", mark("Consequence"), width=36),
    Column("benefits", mark("Threatened benefits"), "ids", 14, short=mark("Threatens")),
    Column("likelihood", mark("Likelihood 1–5"), "whole", 12, _SCALE),
    Column("severity", mark("Severity 1–5"), "whole", 12, _SCALE),
    Column("score", mark("Score"), "whole", 8),
    Column("early_sign", mark("Early sign"), width=24),
    Column("strategy", mark("Strategy"), "choice", 12, STRATEGIES),
    Column("action", mark("What is done about it"), width=34),
    Column("owner", mark("Risk owner"), width=20),
    Column("action_owner", mark("Responsible for the action"), width=22),
    Column("deadline", mark("Deadline"), "date", 12),
    Column("residual_likelihood", mark("Residual likelihood"), "whole", 12, _SCALE),
    Column("residual_severity", mark("Residual severity"), "whole", 12, _SCALE),
    Column("status", mark("Status"), "choice", 13, RISK_STATUSES),
    Column("reviewed", mark("Last judged"), "date", 12),
    Column("raised_by", mark("Raised by"), width=24),
    Column("play", mark("In play: what came of it"), "choice", 15, RISK_PLAYS, play=True),
)
RISKS_FORMULAS: Final = {
    "score": 'IF(COUNT({likelihood},{severity})=2,{likelihood}*{severity},"")',
}

PLAY: Final = (
    Column("id", mark("Id"), width=9, play=True),
    Column("kind", mark("Kind"), "choice", 15, play=True),
    Column("track", mark("Track"), "choice", 11, TRACKS, play=True),
    Column("title", mark("Title"), width=44, play=True),
    Column("said", mark("Said (points)"), "whole", 10, short=mark("Said"), play=True),
    Column("points", mark("In play: points"), "whole", 10, short=mark("In play"), play=True),
    Column("play", mark("In play: what came of it"), "choice", 18, play=True),
    Column("why", mark("Why"), width=60, play=True),
)

ESTIMATES: Final = (
    Column("benefit", mark("Benefit id"), width=10),
    Column("title", mark("Title"), width=44),
    Column("track", mark("Track"), "choice", 12, TRACKS),
    Column("round", mark("Round"), "whole", 8),
    Column("way", mark("How"), "choice", 16),
    Column("before", mark("From (points)"), "whole", 10),
    Column("value", mark("To (points)"), "whole", 10),
    Column("who", mark("Who"), width=30),
)

TIMELINE: Final = (
    Column("number", mark("Step"), "whole", 8),
    Column("minute", mark("Minute"), "whole", 9),
    Column("round", mark("Round"), "whole", 8),
    Column("phase", mark("Phase"), width=18),
    Column("who", mark("Who"), width=26),
    Column("what", mark("What happened"), width=100),
)

OUTCOMES: Final = (
    Column("day", mark("Date"), "date", 12),
    Column("what", mark("Kind"), "choice", 14),
    Column("name", mark("Title"), width=44),
    Column("track", mark("Track"), "choice", 12, TRACKS),
    Column("found", mark("What was found"), width=24),
    Column("by", mark("Who reports it"), width=24),
    Column("text", mark("Note"), width=50),
    Column("doubt", mark("To be doubted"), width=50),
)

SINCE: Final = (
    Column("id", mark("Id"), width=9),
    Column("title", mark("Title"), width=44),
    Column("track", mark("Track"), "choice", 11, TRACKS),
    Column("unit", mark("Unit"), width=14),
    Column("baseline", mark("Baseline: value"), "number", 11, short=mark("Baseline")),
    Column("target", mark("Target"), "number", 11),
    Column("promised", mark("Promised"), "number", 11),
    Column("promised_points", mark("Promised (points)"), "points", 11),
    Column("played", mark("In play"), "number", 11, play=True),
    Column("played_points", mark("In play: points"), "points", 11, play=True),
    Column("measured", mark("In reality: value"), "number", 11, short=mark("In reality")),
    Column("measured_on", mark("Measured since: date"), "date", 12, short=mark("Measured on")),
    Column("share", mark("Of the way to the target"), "percent", 13),
    Column("left", mark("Left to the target"), "number", 11),
    Column("reality", mark("What it says"), "choice", 18),
)

CHECKS: Final = (
    Column("check", mark("Check"), width=44),
    Column("answer", mark("Answer"), width=16),
    Column("found", mark("What was found"), width=80),
    Column("next", mark("What to do next"), width=70),
)

NODES: Final = (
    Column("id", mark("Node"), width=9),
    Column("kind", mark("Kind"), "choice", 12),
    Column("track", mark("Track"), "choice", 12, TRACKS),
    Column("title", mark("Title"), width=60),
    Column("note", mark("Note"), width=46),
    Column("owner", mark("Owner"), width=30),
)

EDGES: Final = (
    Column("source", mark("From"), width=10),
    Column("kind", mark("Relation"), "choice", 14),
    Column("target", mark("To"), width=10),
)


def title(t: Words, column: Column, *, short: bool = False) -> str:
    """The heading of a column."""
    return t((short and column.short) or column.title)


def code_text(t: Words, code: str) -> str:
    """The text of a code, such as a track, a status or a type; of what is no code, itself."""
    if code in TRACKS:
        return terms.track(t, code)
    if code in TRACK_STATUSES:
        return terms.track_status_from(t, code)
    return t(CODES[code]) if code in CODES else code


def shown(t: Words, column: Column, held: Any) -> str:
    """What a field holds, as it is shown."""
    if held is None or held == "":
        return ""
    if isinstance(held, date):
        return short_day(t, held)
    if isinstance(held, int | float):
        return t.number(half_up(held) if column.kind == "kroner" else held)
    return code_text(t, held) if column.kind == "choice" else str(held)


def choices(t: Words, column: Column) -> list[str]:
    """The texts of a column's choices."""
    return [code_text(t, code) for code in column.choices if isinstance(code, str)]


def value(t: Words, column: Column, row: object) -> CellValue:
    """The value of a cell: text, a number, a date, or nothing."""
    found: Any = getattr(row, column.key)
    if column.kind == "choice":
        return code_text(t, found) if found else ""
    if column.kind == "ids":
        return ", ".join(found)
    cell: CellValue = found
    return cell
