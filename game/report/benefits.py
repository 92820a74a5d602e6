"""The benefit register: a row for every benefit that was claimed."""

from __future__ import annotations

from datetime import date

from game.debrief.follow_up import outcomes_by_subject
from game.engine import Benefit, Idea, Measure, Track
from game.i18n import mark
from game.report.register_items import (
    ClaimedBenefit,
    RaisedRisk,
    RecordedNumber,
    recorded_numbers,
)
from game.report.rows import BenefitRow, BenefitStatus, BenefitType, Priority
from game.report.source import ReportSource
from game.report.trials import next_trial, trials_of, tried_and_found
from game.report.values import is_kroner, is_working_time, kroner_a_year, months_after
from game.session import Outcome
from game.wording import figures

BENEFICIARIES = {
    "citizen": mark("The citizens"),
    "process": mark("The operation"),
    "economy": mark("The municipality"),
    "employee": mark("The staff"),
}
"""Who has a benefit, or bears a downside, where nobody has said it more closely."""
PURPOSES = {"citizen": "F-1", "process": "F-2", "economy": "F-3", "employee": "F-4"}
"""The ids of the four purposes (formål) in registers and map."""

_WIDE = 3
"""The spread of numbers in estimate poker from which on the group does not agree."""


def benefit_row(
    source: ReportSource, claimed: ClaimedBenefit, risks: list[RaisedRisk]
) -> BenefitRow:
    """The row of a claimed benefit."""
    t, idea, track, b = source.t, claimed.idea, claimed.track, claimed.benefit
    m = measure(source, track, b)
    day = None if m.months is None else months_after(source.day, m.months)
    confidence, reason = _confidence(source, claimed)
    shelved = claimed.placed.shelved
    found = _measured(source, idea, track)
    title = source.names.benefit_title(idea, track, b)
    return BenefitRow(
        id=claimed.id,
        title=title,
        description=_sentence(figures.measure_text(t, m)),
        track=track,
        type=_type(track, m.unit),
        sign="disbenefit" if (b.harvested or 0) < 0 else "benefit",
        beneficiary=t(BENEFICIARIES[track]),
        owner_role="" if b.owner is None else source.people.role(b.owner),
        owner_name="" if b.owner is None else source.people.name(b.owner),
        indicator=m.indicator,
        unit=m.unit,
        baseline=m.baseline,
        baseline_source="missing" if m.baseline is None else "estimate",
        target_low=_target_at(b.low, b, m),
        target_likely=m.target,
        target_high=_target_at(b.high, b, m),
        full_year_value=_value(source, track, b, m),
        effect_full=day,
        enabler=enabler(source, idea),
        change=source.names.idea_text(idea),
        supports=f"{PURPOSES[track]} {source.track(track)}",
        risks=threatening(risks, idea, track),
        confidence=confidence,
        confidence_reason=reason,
        tried=tried_and_found(source, idea),
        next_trial=next_trial(source, idea, shelved=shelved),
        review=None if shelved else day,
        status=_status(idea, b, shelved=shelved),
        priority=priority_of(b.estimate),
        history=estimate_history(source, claimed),
        estimate=b.estimate,
        harvested=b.harvested,
        measured=None if found is None else found.value,
        measured_on=None if found is None else date.fromisoformat(found.date),
        idea=idea.id,
        letter=idea.letter,
        short=title if b.name or b.card else enabler(source, idea),
        owner_is_project=_is_project(source, b.owner),
    )


# ------------------------------------------------------------------ type and owner
def enabler(source: ReportSource, idea: Idea) -> str:
    """The letter and name of an idea."""
    return f"{idea.letter}: {source.names.idea(idea)}"


def threatening(risks: list[RaisedRisk], idea: Idea, track: Track) -> tuple[str, ...]:
    """The risks of an idea that hit a track."""
    here = (r for r in risks if r.placed.idea.id == idea.id and r.story.risk.track == track)
    return tuple(r.id for r in here)


def measure(source: ReportSource, track: Track, b: Benefit) -> Measure:
    """How a benefit is measured: written, printed on its card, or by its track's indicator."""
    return figures.measure(source.t, source.case, track, b)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}".removesuffix(".") + "."


def _measured(source: ReportSource, idea: Idea, track: Track) -> Outcome | None:
    """The last outcome reported for a benefit after the game."""
    outcomes = outcomes_by_subject(source.log.outcomes).get((idea.id, track), ())
    return outcomes[-1] if outcomes else None


def _type(track: Track, unit: str) -> BenefitType | None:
    """The type suggested by a benefit's track and unit; it can be changed in the register."""
    if track == "economy" and is_kroner(unit):
        return "budget"
    if track != "citizen" and is_working_time(unit):
        return "freed_time"
    return None if track == "economy" else "quality"


def _is_project(source: ReportSource, seat: int | None) -> bool:
    """Whether a seat has roles of the project only, and none of the line organisation."""
    if seat is None or seat >= len(source.state.seats):
        return False
    abilities = {role.ability for role in source.state.roles_of(seat)}
    return abilities == {"project_manager"}


def _value(source: ReportSource, track: Track, b: Benefit, m: Measure) -> float | None:
    """Kroner a year, where the measure is in kroner.

    The benefit of an idea itself is a share of its track's indicator: the share of its points.
    """
    if m.baseline is None or m.target is None:
        return None
    change = abs(m.target - m.baseline)
    if b.card is None and b.name is None and b.measure is None:
        change *= b.estimate / source.goal(track)
    return kroner_a_year(change, m.unit, m.indicator)


def _target_at(points: int | None, b: Benefit, m: Measure) -> float | None:
    """The target if a benefit gives other points than estimated; ``None`` where that is unknown."""
    if points is None or m.baseline is None or m.target is None:
        return None
    return figures.value_at(m.baseline, m.target, points, b.estimate)


# ------------------------------------------------------------------ progress
def _status(idea: Idea, b: Benefit, *, shelved: bool) -> BenefitStatus:
    if shelved:
        return "shelved"
    if b.harvested is not None:
        if b.harvested <= 0:
            return "not_harvested"
        return "harvested" if b.harvested >= b.estimate else "partly"
    if idea.status == "implemented":
        return "under_way"
    return "proposed" if b.owner is None else "anchored"


def priority_of(points: int) -> Priority:
    """The priority, by the claimed points of the six that a benefit can have."""
    return "high" if points >= 4 else "medium" if points >= 2 else "low"


def _confidence(source: ReportSource, claimed: ClaimedBenefit) -> tuple[int, str]:
    """Confidence, 1 to 5, and why: from the harvest, else from trials and the group's agreement."""
    t, idea, b = source.t, claimed.idea, claimed.benefit
    if b.harvested is not None:
        level = 5 if b.harvested >= b.estimate else 3 if b.harvested > 0 else 1
        why = t(
            "{harvested} of {estimate} points harvested",
            harvested=t.number(b.harvested),
            estimate=b.estimate,
        )
        return level, why
    level, reasons = 2, []
    if idea.was_proven:
        level += 2
        reasons.append(t("proven in a trial"))
    elif any(trial.proven is False for trial in trials_of(source, idea)):
        level += 1
        reasons.append(t("tried, not proven yet"))
    else:
        reasons.append(t("not tried"))
    if claimed.story.polls:
        cards = claimed.story.polls[-1].values
        low, high = min(cards), max(cards)
        level += 1 if high - low <= 1 else -1 if high - low >= _WIDE else 0
        reasons.append(t("the group's estimates: {low} to {high}", low=low, high=high))
    else:
        reasons.append(t("one estimate only"))
    return max(1, min(5, level)), ", ".join(reasons)


# ------------------------------------------------------------------ history of the estimate
def estimate_history(source: ReportSource, claimed: ClaimedBenefit) -> str:
    """Every step of an estimate, in order of time."""
    steps = _grouped(recorded_numbers(claimed, source.history))
    return "; ".join(_history_entry(source, step) for step in steps)


def _grouped(numbers: list[RecordedNumber]) -> list[tuple[RecordedNumber, ...]]:
    """The numbers in groups: the cards of one estimate poker together, each other by itself."""
    groups: dict[tuple[str, int], list[RecordedNumber]] = {}
    for number in numbers:
        groups.setdefault((number.origin, number.entry), []).append(number)
    return [tuple(group) for group in groups.values()]


def _history_entry(source: ReportSource, group: tuple[RecordedNumber, ...]) -> str:
    """One step of the estimate's history: ``R3: 4 → 3 (Team leader)``."""
    t, first = source.t, group[0]
    owner = "" if first.seat is None else f" ({source.people.role(first.seat)})"
    params: dict[str, object] = {"n": first.round, "who": owner, "value": t.number(first.value)}
    if first.origin == "claimed":
        return t("R{n}: {value}{who}", **params)
    before = t.number(first.before or 0)
    if first.origin == "revised":
        return t("R{n}: {before} → {value}{who}", before=before, **params)
    if first.origin == "poker":
        role = source.people.role
        cards = ", ".join(f"{role(n.seat or 0)} {n.value}" for n in group)
        return t("R{n}: estimate poker: {said}", n=first.round, said=cards)
    if first.origin == "harvested" and (first.before or 0) < 0:
        return t("R{n}: came to {value}, named {before}", before=before, **params)
    if first.origin == "harvested":
        return t("R{n}: {value} of {before} harvested", before=before, **params)
    return t("R{n}: followed up, 1 more{who}", **params)
