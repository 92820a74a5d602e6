"""The benefit register: a row for every benefit that was claimed."""

from __future__ import annotations

from game.debrief import IdeaRef
from game.engine import Benefit, Idea, Measure, Track
from game.i18n import capitalised, mark
from game.report.confidence import confidence_in
from game.report.filled import is_outside
from game.report.measured import measure, reality_of
from game.report.register_items import (
    ClaimedBenefit,
    RaisedRisk,
    RecordedNumber,
    recorded_numbers,
)
from game.report.rows import BenefitPlay, BenefitRow, BenefitStatus
from game.report.source import ReportSource
from game.report.trials import next_trial, told_since, tried_and_found, was_tried
from game.report.values import months_after
from game.session.register_entries import BenefitType, Priority
from game.wording import card_pictures as pictures
from game.wording import figures
from game.wording.units import is_kroner, is_working_time, kroner_a_year

BENEFICIARIES = {
    "citizen": mark("The citizens"),
    "process": mark("The operation"),
    "economy": mark("The municipality"),
    "employee": mark("The staff"),
}
"""Who has a benefit; who bears a downside is for people to say."""
PURPOSES = {"citizen": "F-1", "process": "F-2", "economy": "F-3", "employee": "F-4"}
"""The ids of the four purposes (formål) in registers and map."""


def benefit_row(
    source: ReportSource, claimed: ClaimedBenefit, risks: list[RaisedRisk]
) -> BenefitRow:
    """The row of a claimed benefit."""
    t, idea, track, b = source.t, claimed.idea, claimed.track, claimed.benefit
    m = measure(source, claimed)
    day = None if m.months is None else months_after(source.day, m.months)
    confidence, reason = confidence_in(source, claimed, reality_of(source, claimed))
    shelved = claimed.put_away
    title = source.names.benefit_title(idea, track, b)
    return BenefitRow(
        id=claimed.id,
        title=title,
        description=_sentence(figures.measure_text(t, m)),
        track=track,
        type=_type(track, m.unit),
        sign="benefit",
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
        full_year_value=_value(m),
        effect_full=day,
        enabler=enabler(source, idea),
        change=source.names.idea_text(idea),
        supports=f"{PURPOSES[track]} {source.track(track)}",
        risks=threatening(risks, idea, track),
        confidence=confidence,
        confidence_reason=reason,
        next_trial=next_trial(source, idea, shelved=shelved),
        review=None if shelved else day,
        status=_status(source, claimed),
        priority=priority_of(b.estimate),
        history=estimate_history(source, claimed),
        estimate=b.estimate,
        tried=tried_and_found(source, idea, track),
        harvested=b.given,
        play=benefit_play(claimed),
        post=post_name(source, b),
        idea=idea.id,
        letter=idea.letter,
        short=title if b.name or b.card else enabler(source, idea),
        picture=pictures.claim(source.case, idea, b),
        owner_is_outside=_is_outside(source, b.owner),
        operating_roles=_operating(source, b.owner),
    )


# ------------------------------------------------------------------ type and owner
def post_name(source: ReportSource, b: Benefit) -> str:
    """The item of the economy overview from which a saving is said to come."""
    posts = {post.id: post.name.read(source.t.lang) for post in source.case.economy.posts}
    return posts.get(b.post or "", "")


def enabler(source: ReportSource, idea: Idea | IdeaRef) -> str:
    """The letter and name of an idea."""
    return f"{idea.letter}: {source.names.idea(idea)}"


def threatening(risks: list[RaisedRisk], idea: Idea, track: Track) -> tuple[str, ...]:
    """The risks of an idea that hit a track."""
    here = (r for r in risks if r.placed.idea.id == idea.id and r.story.risk.track == track)
    return tuple(r.id for r in here)


def _sentence(text: str) -> str:
    return capitalised(text).removesuffix(".") + "."


def _type(track: Track, unit: str) -> BenefitType | None:
    """The type suggested by a benefit's track and unit; it can be changed in the register."""
    if track == "economy" and is_kroner(unit):
        return "budget"
    if track != "citizen" and is_working_time(unit):
        return "freed_time"
    return None if track == "economy" else "quality"


def _is_outside(source: ReportSource, seat: int | None) -> bool:
    """Whether all roles of a seat stand outside the operation."""
    if seat is None or seat >= len(source.state.seats):
        return False
    return is_outside({role.ability for role in source.state.roles_of(seat)})


def _operating(source: ReportSource, seat: int | None) -> tuple[str, ...]:
    """The roles in the operation of a seat that plays others too: it is not told which owns."""
    if seat is None or seat >= len(source.state.seats):
        return ()
    roles = source.state.roles_of(seat)
    inside = [role for role in roles if not is_outside({role.ability})]
    return tuple(source.names.role(role.id) for role in inside) if len(inside) < len(roles) else ()


def _value(m: Measure) -> float | None:
    """Kroner a year, where the measure is in kroner: from its baseline to its own target."""
    if m.baseline is None or m.target is None:
        return None
    return kroner_a_year(abs(m.target - m.baseline), m.unit, m.indicator)


def _target_at(points: int | None, b: Benefit, m: Measure) -> float | None:
    """The target if a benefit gives other points than estimated; ``None`` where that is unknown."""
    if points is None or m.baseline is None or m.target is None:
        return None
    return figures.value_at(m.baseline, m.target, points, b.estimate, m.unit)


# ------------------------------------------------------------------ progress
def _status(source: ReportSource, claimed: ClaimedBenefit) -> BenefitStatus:
    """How far people have brought it, before anything was measured; never what dice made of it."""
    if claimed.put_away:
        return "shelved"
    if told_since(source, claimed.idea, claimed.track) is not None:
        return "tried_since"
    if was_tried(source, claimed.idea, claimed.track):
        return "tried"
    return "promised" if claimed.benefit.owner is None else "anchored"


def benefit_play(claimed: ClaimedBenefit) -> BenefitPlay:
    """What the game made of it."""
    b = claimed.benefit
    if claimed.story.fate == "withdrawn":
        return "not_harvested"
    if b.harvested is None:
        return "under_way" if claimed.idea.status == "implemented" else "not_carried_out"
    if b.downside:
        return _downside_play(b.harvested, claimed.story.effect or 0)
    if b.harvested <= 0:  # what gave nothing cannot be followed up
        return "not_harvested"
    if (b.given or 0) >= b.estimate:
        return "followed" if b.followed else "harvested"
    return "partly_followed" if b.followed else "partly"


def _downside_play(harvested: int, effect: int) -> BenefitPlay:
    """What came of a downside: one that was made up for came all the same, and cost nothing."""
    if effect >= 0:
        return "did_not_come"
    return "came_true" if harvested < 0 else "made_up_for"


def priority_of(points: int) -> Priority:
    """The priority, by the claimed points of the six that a benefit can have."""
    return "high" if points >= 4 else "medium" if points >= 2 else "low"


# ------------------------------------------------------------------ history of the estimate
def estimate_history(source: ReportSource, claimed: ClaimedBenefit) -> str:
    """Every step of an estimate, in order of time."""
    steps = _grouped(recorded_numbers(claimed))
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
    if first.origin == "poker":
        role = source.people.role
        cards = ", ".join(f"{role(n.seat or 0)} {n.value}" for n in group)
        return t("R{n}: estimate poker: {said}", n=first.round, said=cards)
    if first.before is None:
        return t("R{n}: {value}{who}", **params)
    return t("R{n}: {before} → {value}{who}", before=t.number(first.before), **params)
