"""The workbook of a report: its sheets in order, and the overview before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC

from game.engine.results import NEARLY
from game.frozen import frozen
from game.i18n import TOLERANCE, Words
from game.i18n.days import in_words
from game.report import columns as co
from game.report.actions import ACTIONS, ActionRow
from game.report.actuals import ACTUALS, ACTUALS_FORMULAS, actual_rows
from game.report.benefit_map import BenefitMap
from game.report.check import ANSWERS, CheckResult
from game.report.economy import POSTS, post_rows
from game.report.nature import play_text
from game.report.overview import Overview
from game.report.page import notices
from game.report.profile import YEAR_KEYS, profile_columns, profile_formulas, profile_rows
from game.report.registers import Registers
from game.report.sheets import BAD, GOOD, Shade, Sheet, as_workbook
from game.report.source import ReportSource
from game.report.sums import benefit_register, kroner_sums
from game.session import session_of


@frozen
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
        sums=kroner_sums(source, found),
        contents=[(sheet.name, len(sheet.rows), sheet.about) for sheet in sheets],
    )
    written_from = (
        None if source.anonymous else (session_of(source.log.path), len(source.log.records))
    )
    made = source.begun.astimezone(UTC)
    return as_workbook(t, sheets, title, made, overview, written_from=written_from)


def _sheets(
    source: ReportSource,
    found: Registers,
    actions: Sequence[ActionRow],
    checked: Sequence[CheckResult],
    benefit_map: BenefitMap,
) -> Iterator[Sheet]:
    t = source.t
    yield from _registers(t, found)
    about = t("Who does what, by when: what the group agreed on.")
    yield Sheet(t("Action list"), "Actions", about, ACTIONS, actions, 2)
    yield from _told(t, found)
    yield from _money(source, found)
    yield Sheet(
        t("Estimates"),
        "Estimates",
        t("Every number that people gave a benefit, in points of the game."),
        co.ESTIMATES,
        found.estimates,
    )
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


def _told(t: Words, found: Registers) -> Iterator[Sheet]:
    """What became of it, once something was told."""
    if found.since is None:
        return
    about = t("Promised, in play and in reality, in the unit of each measure.")
    yield Sheet(
        t("In reality"),
        "Reality",
        about,
        co.SINCE,
        found.since.rows,
        2,
        shades=_told_shades(t),
    )
    about = t("Told when the session was opened again after the game.")
    yield Sheet(t("Follow-up"), "FollowUp", about, co.OUTCOMES, found.outcomes)


def _told_shades(t: Words) -> tuple[Shade, ...]:
    """Red where a status says worse than before, green where it says reached or nearly."""

    def says(*codes: str) -> str:
        told = ",".join(f'{{reality}}="{co.code_text(t, code)}"' for code in codes)
        return f"OR({told})"

    return (
        Shade("reality", says("worse", "came_true"), BAD),
        Shade("reality", says("reached", "nearly"), GOOD),
    )


def _way_shades(value: str, target: str) -> tuple[Shade, ...]:
    """Red where a value went the other way than its target, green where it is nearly there."""
    known = f"COUNT({{baseline}},{{{target}}},{{{value}}})=3"
    least = f"{NEARLY - TOLERANCE:.9f}"
    way = f"({{{target}}}-{{baseline}})"
    done = f"({{{value}}}-{{baseline}})*{way}"
    return (
        Shade(value, f"AND({known},{done}<0)", BAD),
        Shade(value, f"AND({known},{way}<>0,{done}>={least}*{way}^2)", GOOD),
    )


def _play(source: ReportSource, found: Registers) -> Iterator[Sheet]:
    """What the game did, and how it went."""
    t = source.t
    yield Sheet(t("In play"), "Play", play_text(source), co.PLAY, found.play, 1)
    about = t("Every decision that stands, with bookmarks and notes.")
    yield Sheet(t("In play, timeline"), "Timeline", about, co.TIMELINE, found.timeline)


def _registers(t: Words, found: Registers) -> Iterator[Sheet]:
    """The registers that the project goes on working in."""
    go_on = t(
        "Empty columns are for you to fill in; lists to choose from stand in the cells. What you "
        "write comes back into the game: at the follow-up, or with gevinst register import."
    )
    yield Sheet(
        benefit_register(t),
        "Benefits",
        go_on,
        co.BENEFITS,
        found.benefits,
        2,
        co.BENEFITS_FORMULAS if found.since is not None else {},
        shades=(*_way_shades("measured", "target_likely"), *_told_shades(t)),
    )
    score = t("The score is likelihood times severity, and follows them.")
    about = f"{go_on} {score}"
    yield Sheet(t("Risk register"), "Risks", about, co.RISKS, found.risks, 1, co.RISKS_FORMULAS)


def _money(source: ReportSource, found: Registers) -> Iterator[Sheet]:
    """The sheets that the economy people ask for."""
    t = source.t
    about = t("What the operation costs today, and which benefits count on which item.")
    posts = post_rows(source, found.claims)
    yield Sheet(t("Economy overview"), "Economy", about, POSTS, posts, 1, sums=("value", "kroner"))
    yield Sheet(
        t("Benefit profile"),
        "Profile",
        t(
            "DKK by year, from the full effect on, calculated by the day from the benefit "
            "register. A year is empty until the register has the day."
        ),
        profile_columns(source),
        profile_rows(source, found.living),
        2,
        profile_formulas(source, benefit_register(t)),
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
        shades=_way_shades("actual", "target"),
    )


# ------------------------------------------------------------------ checks
def _check_row(t: Words, check: CheckResult) -> CheckRow:
    said = "\n".join(check.found) or check.why or check.covers
    found = "\n".join(filter(None, (said, check.left_out)))
    advice = check.next if check.answer == "missing" else ""
    return CheckRow(check.check, t(ANSWERS[check.answer]), found, advice)
