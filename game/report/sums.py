"""The sums of the benefits in kroner beside the saving that was announced.

They stand on the page, and as formulas over the register on the overview of the workbook.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.i18n import Words, half_up, told_share
from game.report import columns as co
from game.report.economy import announced_saving
from game.report.measured import told_by_formula
from game.report.overview import Sum
from game.report.register_items import ClaimedBenefit
from game.report.registers import Registers
from game.report.rows import BenefitRow
from game.report.since import Since
from game.report.source import ReportSource
from game.wording import figures
from game.wording.units import kroner_a_year


def benefit_register(t: Words) -> str:
    """The name of the sheet over which the sums are reckoned."""
    return t("Benefit register")


def what_is_counted(t: Words) -> str:
    """Which benefits count as money, and how much of them."""
    return t(
        "A benefit counts as money when it lies on the track of economy and is measured in kroner "
        "a year. It counts with what a year gives from baseline to target, unless it is shelved."
    )


def kroner_sums(source: ReportSource, found: Registers) -> list[Sum]:
    """What the benefits come to in kroner, and once something was measured, what is there."""
    t, saving = source.t, announced_saving(source)
    values = [(b.type, b.full_year_value or 0) for b in found.living]
    budget = sum(value for type_, value in values if type_ == "budget")
    lines = [
        Sum(
            "budget",
            t("Benefits that release budget"),
            budget,
            _sum_of(t, "full_year_value", budget_only=True),
            note=" ".join(filter(None, (what_is_counted(t), _left_out(t, found.living)))),
        ),
        Sum(
            "every",
            t("All benefits in DKK"),
            sum(value for _, value in values),
            _sum_of(t, "full_year_value", budget_only=False),
            note=t("The yearly value of what is not shelved, of every type."),
        ),
    ]
    if saving is not None:
        lines = [
            Sum("saving", t("The saving that was announced"), saving),
            *lines,
            *_missing(t, saving, budget),
        ]
    return [*lines, *(_since(t, found.since) if found.since is not None else ())]


def _left_out(t: Words, benefits: Sequence[BenefitRow]) -> str:
    """The benefits that release budget by a measure that is no amount of a year, as of a case."""
    ids = [b.id for b in benefits if b.type == "budget" and b.full_year_value is None]
    return t("Not counted: {benefits}.", benefits=t.listed(ids)) if ids else ""


def _missing(t: Words, saving: float, budget: float) -> list[Sum]:
    """How far what is promised covers the saving."""
    return [
        Sum(
            "missing",
            t("Promised too little"),
            max(0, saving - budget),
            "MAX(0,{saving}-{budget})",
            note=t("What is not covered by benefits that release budget."),
        ),
        Sum(
            "share",
            t("Covered by what is promised"),
            told_share(budget / saving),
            told_by_formula("{budget}/{saving}"),
            "share",
        ),
    ]


def _since(t: Words, since: Since) -> list[Sum]:
    """What play gave, what is there in reality, and what remains of the saving."""
    lines = [
        _in_play(t, since),
        Sum(
            "real",
            t("In reality: benefits that release budget"),
            since.real,
            _measured_sum(t),
            note=t(
                "The part of the yearly value that matches how far the measure has come "
                "towards its target; a benefit that is not measured yet is not counted."
            ),
        ),
    ]
    if since.shown is not None:
        note = t("What the Economy track shows. The checks ask about any difference.")
        lines.append(Sum("shown", t("In reality: the track"), since.shown, note=note))
    if since.saving is None:
        return lines
    there = "{real}" if since.shown is None else "{real},{shown}"
    left = _unless(t, f"COUNT({there})=0", f"MAX(0,{{saving}}-MIN({there}))")
    share = _unless(t, "NOT(ISNUMBER({left}))", told_by_formula("1-{left}/{saving}"))
    return [
        *lines,
        Sum(
            "left",
            t("What remains of the saving"),
            since.left,
            left,
            note=t("What was announced, less what is there; of two sums the lower counts."),
        ),
        Sum(
            "real_share",
            t("Share found in reality"),
            None if since.left is None else told_share(1 - since.left / since.saving),
            share,
            "share",
        ),
    ]


def _in_play(t: Words, since: Since) -> Sum:
    """What play came to: one figure, that of the track where it is told in kroner."""
    if since.played_shown is not None:
        note = t("The points of the economy track, by its measure. They are not money.")
        return Sum("played", t("In play: the track"), since.played_shown, note=note)
    note = t("What the dice made of them in the game. It is not money.")
    label = t("In play: the same benefits, by their own measures")
    return Sum("played", label, since.played, note=note)


def why_they_differ(source: ReportSource, found: Registers) -> str:
    """Why the benefits come to something else than the track; empty where they come to the same.

    In an own project points are play, and nothing was promised by them.
    """
    since = found.since
    if source.case.own_project or since is None or since.promised_shown is None:
        return ""
    by_points = since.promised_shown
    if round(by_points) == round(since.promised):
        return ""
    t = source.t
    sums = t(
        "The points that you claimed are worth DKK {track} by the track's measure; the benefits "
        "that release budget come to DKK {benefits}.",
        track=t.number(half_up(by_points)),
        benefits=t.number(half_up(since.promised)),
    )
    return " ".join((sums, *_reasons(source, found)))


def _reasons(source: ReportSource, found: Registers) -> Iterator[str]:
    """What one of the two sums has and the other has not: each is said only where it is so."""
    t = source.t
    rows = {(row.idea, row.track): row for row in found.benefits}
    pairs = [(c, rows[c.idea.id, c.track]) for c in found.claims if not c.put_away]
    claims = [(c, row) for c, row in pairs if c.track == "economy"]
    benefits = [(c, row) for c, row in claims if row.sign == "benefit"]
    if gone := sum(row.full_year_value or 0 for _, row in benefits if row.status == "shelved"):
        yield t("Of what was claimed, DKK {n} has been shelved since.", n=t.number(half_up(gone)))
    if len(claims) > len(benefits):
        yield t("The points count the downsides that were named, and the benefits do not.")
    alive = [(c, row) for c, row in benefits if row.status != "shelved"]
    if any(row.type != "budget" for _, row in alive):
        yield t("Benefits of the track that are of another type do not count.")
    if any(row.type == "budget" and row.track != "economy" for row in found.living):
        yield t("Benefits of other tracks that release budget count, too.")
    if any(
        row.type == "budget" and row.full_year_value != _by_track(source, c) for c, row in alive
    ):
        yield t("Some benefits are counted by a measure of their own.")


def _by_track(source: ReportSource, claimed: ClaimedBenefit) -> float | None:
    """The kroner of a benefit's points by the measure of its track."""
    t, text = source.t, source.case.tracks[claimed.track]
    value = figures.track_value(t, source.case, claimed.track, claimed.benefit.estimate)
    unit, indicator = text.unit.read(t.lang), text.indicator.read(t.lang)
    return kroner_a_year(abs(value - text.baseline), unit, indicator)


def _sum_of(t: Words, key: str, *, budget_only: bool) -> str:
    """The formula that sums a column over the benefits that stand."""

    return f"SUMIFS({_column(t, key)},{_standing(t, budget_only=budget_only)})"


def _measured_sum(t: Words) -> str:
    """The formula that sums what is there of what releases budget, once any of it was measured."""
    those = _standing(t, budget_only=True)
    known = f'COUNTIFS({_column(t, "real_value")},">=-1E+300",{those})'
    none_yet = f"AND(COUNTIFS({those})>0,{known}=0)"
    return _unless(t, none_yet, _sum_of(t, "real_value", budget_only=True))


def _unless(t: Words, condition: str, formula: str) -> str:
    """A formula that says that something is not measured yet as long as a condition holds."""
    return f'IF({condition},"{t("not measured yet")}",{formula})'


def _column(t: Words, key: str) -> str:
    from game.report.sheets import whole_column  # it loads XlsxWriter, and few pages have formulas

    return whole_column(benefit_register(t), co.BENEFITS, key)


def _standing(t: Words, *, budget_only: bool) -> str:
    """The conditions of a benefit that stands, as pairs of a column and what it holds."""
    conditions = {"sign": co.code_text(t, "benefit"), "status": f"<>{co.code_text(t, 'shelved')}"}
    if budget_only:
        conditions["type"] = co.code_text(t, "budget")
    return ",".join(f'{_column(t, key)},"{text}"' for key, text in conditions.items())
