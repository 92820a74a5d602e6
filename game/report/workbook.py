"""The workbook of a report: its sheets in order, and the overview before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Final

from game.i18n import Words
from game.i18n.when import date as in_words
from game.report import columns as co
from game.report.actions import ACTIONS, ActionRow
from game.report.actuals import ACTUALS, ACTUALS_FORMULAS, actual_rows
from game.report.benefit_map import BenefitMap
from game.report.checks import ANSWERS, CheckResult
from game.report.economy import POSTS, announced_saving, post_rows
from game.report.nature import play_text
from game.report.overview import Overview, Sum
from game.report.page import notices
from game.report.profile import YEAR_KEYS, profile_columns, profile_formulas, profile_rows
from game.report.registers import Registers
from game.report.sheets import Sheet, as_workbook, whole_column
from game.report.source import ReportSource

_SCORE: Final = {
    "score": 'IF(COUNT({likelihood},{severity})=2,{likelihood}*{severity},"")',
}


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check as a row of the workbook."""

    check: str
    answer: str
    found: str
    next: str


def workbook(
    source: ReportSource,
    found: Registers,
    actions: Sequence[ActionRow],
    checked: Sequence[CheckResult],
    benefit_map: BenefitMap,
) -> bytes:
    """The workbook of a report."""
    t, title = source.t, source.case.title.read(source.t.lang)
    sheets = list(_sheets(source, found, actions, checked, benefit_map))
    day = in_words(t, source.begun)
    overview = Overview(
        name=t("Overview"),
        title=title,
        notices=[t("Registers of the session of {day}.", day=day), *notices(source)],
        sums=_sums(source, found),
        contents=[(sheet.name, len(sheet.rows), sheet.about) for sheet in sheets],
    )
    return as_workbook(t, sheets, title, source.begun.astimezone(UTC), overview)


def _sheets(
    source: ReportSource,
    found: Registers,
    actions: Sequence[ActionRow],
    checked: Sequence[CheckResult],
    benefit_map: BenefitMap,
) -> Iterator[Sheet]:
    t = source.t
    yield from _registers(t, found)
    about = t("Who does what, before when: what the group agreed on.")
    yield Sheet(t("Action list"), "Actions", about, ACTIONS, actions, 2)
    yield from _money(source, found)
    yield Sheet(
        t("Estimates"),
        "Estimates",
        t("Every number that people gave a benefit, in points of the game."),
        co.ESTIMATES,
        found.estimates,
    )
    if found.outcomes:
        about = t("Told when the session was opened again after the game.")
        yield Sheet(t("Follow-up"), "FollowUp", about, co.OUTCOMES, found.outcomes)
    yield Sheet(
        t("Checks"),
        "Checks",
        t("What a benefits professional would ask next."),
        co.CHECKS,
        [_check_row(t, check) for check in checked],
    )
    nodes, edges = t("What stands on the benefit map."), t("What leads to what on the map.")
    yield Sheet(t("Map nodes"), "MapNodes", nodes, co.NODES, benefit_map.nodes)
    yield Sheet(t("Map edges"), "MapEdges", edges, co.EDGES, benefit_map.edges)
    yield from _play(source, found)


def _play(source: ReportSource, found: Registers) -> Iterator[Sheet]:
    """What the game did, and how it went."""
    t = source.t
    yield Sheet(t("In play"), "Play", play_text(source), co.PLAY, found.play, 1)
    about = t("Every decision that stands, with bookmarks and notes.")
    yield Sheet(t("In play, timeline"), "Timeline", about, co.TIMELINE, found.timeline)


def _registers(t: Words, found: Registers) -> Iterator[Sheet]:
    """The registers that the project goes on working in."""
    go_on = t("Empty columns are for you to fill in; lists to choose from stand in the cells.")
    yield Sheet(_benefit_register(t), "Benefits", go_on, co.BENEFITS, found.benefits, 2)
    score = t("The score is likelihood times severity, and follows them.")
    about = f"{go_on} {score}"
    yield Sheet(t("Risk register"), "Risks", about, co.RISKS, found.risks, 1, _SCORE)


def _money(source: ReportSource, found: Registers) -> Iterator[Sheet]:
    """The sheets that the economy people ask for."""
    t = source.t
    about = t("What the operation costs today, and which benefits count on which item.")
    posts = post_rows(source, found)
    yield Sheet(t("Economy overview"), "Economy", about, POSTS, posts, 1, sums=("value", "kroner"))
    yield Sheet(
        t("Benefit profile"),
        "Profile",
        t(
            "DKK by year, from the full effect on, reckoned by the day from the benefit register. "
            "A year is empty until the register has the day."
        ),
        profile_columns(source),
        profile_rows(source, found.living),
        2,
        profile_formulas(source, _benefit_register(t)),
        ("full_year_value", *YEAR_KEYS),
    )
    yield Sheet(
        t("Actuals by period"),
        "Actuals",
        t("What was measured, and the next reading that is due: write a line for every reading."),
        ACTUALS,
        actual_rows(source, found),
        2,
        ACTUALS_FORMULAS,
    )


def _benefit_register(t: Words) -> str:
    return t("Benefit register")


# ------------------------------------------------------------------ checks
def _check_row(t: Words, check: CheckResult) -> CheckRow:
    found = "\n".join(check.found) or check.why
    advice = check.next if check.answer == "missing" else ""
    return CheckRow(check.check, t(ANSWERS[check.answer]), found, advice)


# ------------------------------------------------------------------ the sums
def _sums(source: ReportSource, found: Registers) -> list[Sum]:
    """What the benefits come to in kroner beside the saving that was announced."""
    t, saving = source.t, announced_saving(source)
    values = [(b.type, b.full_year_value or 0) for b in found.living]
    budget = sum(value for type_, value in values if type_ == "budget")
    every = sum(value for _, value in values)
    lines = [
        Sum(
            "budget",
            t("Benefits that release budget"),
            budget,
            _sum_of(t, budget_only=True),
            note=t("The yearly value of what is not shelved, of the type that releases budget."),
        ),
        Sum(
            "every",
            t("All benefits in DKK"),
            every,
            _sum_of(t, budget_only=False),
            note=t("The yearly value of what is not shelved, of every type."),
        ),
    ]
    if saving is None:
        return lines
    missing = t("What is not covered by benefits that release budget.")
    return [
        Sum("saving", t("The saving that was announced"), saving),
        *lines,
        Sum(
            "missing",
            t("Missing"),
            max(0, saving - budget),
            "MAX(0,{saving}-{budget})",
            note=missing,
        ),
        Sum("share", t("Covered"), budget / saving, "{budget}/{saving}", "share"),
    ]


def _sum_of(t: Words, *, budget_only: bool) -> str:
    """The formula that sums the yearly values of the benefits that stand."""

    def column(key: str) -> str:
        return whole_column(_benefit_register(t), co.BENEFITS, key)

    conditions = {"sign": co.code_text(t, "benefit"), "status": f"<>{co.code_text(t, 'shelved')}"}
    if budget_only:
        conditions["type"] = co.code_text(t, "budget")
    listed = ",".join(f'{column(key)},"{text}"' for key, text in conditions.items())
    return f"SUMIFS({column('full_year_value')},{listed})"
