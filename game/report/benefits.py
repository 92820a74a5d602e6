"""The benefit register: a row for every benefit that was claimed, and every harm that was found."""

from __future__ import annotations

from datetime import date

from game.debrief.follow_up import outcomes_by_subject
from game.engine import Benefit, Idea, Measure, Track
from game.engine.events import TrialThrown
from game.i18n import mark
from game.report.items import Claimed, Harm, Number, Threat, numbers_of
from game.report.played import Played
from game.report.rows import BenefitRow, BenefitStatus, BenefitType, Priority
from game.report.values import is_kroner, is_working_time, kroner_a_year, months_after
from game.session import Outcome
from game.wording import figures

_BENEFICIARIES = {
    "citizen": mark("The citizens"),
    "process": mark("The operation"),
    "economy": mark("The municipality"),
    "employee": mark("The staff"),
}
PURPOSES = {"citizen": "F-1", "process": "F-2", "economy": "F-3", "employee": "F-4"}
"""The ids of the four purposes (formål) in registers and map."""

_WIDE = 3
"""Numbers in estimate poker that lie this far apart say that the group does not agree."""


def benefit_row(played: Played, claimed: Claimed, risks: list[Threat]) -> BenefitRow:
    """The row of a claimed benefit."""
    t, idea, track, b = played.t, claimed.idea, claimed.track, claimed.benefit
    m = measure(played, track, b)
    day = None if m.months is None else months_after(played.day, m.months)
    confidence, reason = _confidence(played, claimed)
    shelved = claimed.lying.shelved
    found = _measured(played, idea, track)
    title = played.names.benefit_title(idea, track, b)
    return BenefitRow(
        id=claimed.id,
        title=title,
        description=_sentence(figures.measure_text(t, m)),
        track=track,
        type=_type(track, m.unit),
        sign="disbenefit" if (b.harvested or 0) < 0 else "benefit",
        beneficiary=t(_BENEFICIARIES[track]),
        owner_role="" if b.owner is None else played.people.role(b.owner),
        owner_name="" if b.owner is None else played.people.name(b.owner),
        indicator=m.indicator,
        unit=m.unit,
        baseline=m.baseline,
        baseline_source="missing" if m.baseline is None else "estimate",
        target_likely=m.target,
        full_year_value=_value(played, track, b, m),
        effect_full=day,
        enabler=enabler(played, idea),
        change=played.names.idea_text(idea),
        supports=f"{PURPOSES[track]} {played.track(track)}",
        risks=_threatening(risks, idea, track),
        confidence=confidence,
        confidence_reason=reason,
        next_trial=_next_trial(played, idea, shelved=shelved),
        review=None if shelved else day,
        status=_status(idea, b, shelved=shelved),
        priority=_priority(b.estimate),
        history="; ".join(_told(played, n) for n in _together(numbers_of(claimed, played.history))),
        estimate=b.estimate,
        harvested=b.harvested,
        measured=None if found is None else found.value,
        measured_on=None if found is None else date.fromisoformat(found.date),
        idea=idea.id,
        letter=idea.letter,
        short=title if b.name or b.card else enabler(played, idea),
        owner_is_project=_is_project(played, b.owner),
    )


def harm_row(played: Played, harm: Harm, risks: list[Threat]) -> BenefitRow:
    """The row of a harm: an effect below zero that nobody had claimed anything about."""
    t, idea, track = played.t, harm.lying.idea, harm.track
    text = played.case.tracks[track]
    title = t("{track} pays for {idea}", track=played.track(track), idea=played.names.idea(idea))
    loss = figures.signed(t, harm.points)
    return BenefitRow(
        id=harm.id,
        title=title,
        description=t(
            "Found in the game: {track} {points}.", track=played.track(track), points=loss
        ),
        track=track,
        type=None,
        sign="disbenefit",
        beneficiary=t(_BENEFICIARIES[track]),
        owner_role="",
        owner_name="",
        indicator=text.indicator.read(t.lang),
        unit=text.unit.read(t.lang),
        baseline=text.baseline,
        baseline_source="estimate",
        target_likely=None,
        full_year_value=None,
        effect_full=None,
        enabler=enabler(played, idea),
        change=played.names.idea_text(idea),
        supports=f"{PURPOSES[track]} {played.track(track)}",
        risks=_threatening(risks, idea, track),
        confidence=None,
        confidence_reason="",
        next_trial="",
        review=None,
        status="shelved" if harm.lying.shelved else "harvested" if harm.realised else "expected",
        priority=_priority(-harm.points),
        history="",
        estimate=None,
        harvested=harm.points if harm.realised else None,
        idea=idea.id,
        letter=idea.letter,
        short=title,
    )


# ------------------------------------------------------------------ what it is and who has it
def enabler(played: Played, idea: Idea) -> str:
    """An idea by letter and name."""
    return f"{idea.letter}: {played.names.idea(idea)}"


def _threatening(risks: list[Threat], idea: Idea, track: Track) -> tuple[str, ...]:
    """The risks of an idea that hit a track."""
    here = (r for r in risks if r.lying.idea.id == idea.id and r.story.risk.track == track)
    return tuple(r.id for r in here)


def measure(played: Played, track: Track, b: Benefit) -> Measure:
    """How a benefit is measured: written, printed on its card, or by its track's indicator."""
    return figures.measure(played.t, played.case, track, b)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}".removesuffix(".") + "."


def _measured(played: Played, idea: Idea, track: Track) -> Outcome | None:
    """What the benefit's measure showed last, where somebody has told since the game."""
    told = outcomes_by_subject(played.log.outcomes).get((idea.id, track), ())
    return told[-1] if told else None


def _type(track: Track, unit: str) -> BenefitType | None:
    """What its track and unit say of a benefit; a proposal, which the register lets one change."""
    if track == "economy" and is_kroner(unit):
        return "budget"
    if track != "citizen" and is_working_time(unit):
        return "freed_time"
    return None if track == "economy" else "quality"


def _is_project(played: Played, seat: int | None) -> bool:
    """Whether a seat speaks for the project alone, and not for the line as well."""
    if seat is None or seat >= len(played.state.seats):
        return False
    abilities = {role.ability for role in played.state.roles_of(seat)}
    return abilities == {"project_manager"}


def _value(played: Played, track: Track, b: Benefit, m: Measure) -> float | None:
    """Kroner a year, where the measure is in kroner.

    The benefit of an idea itself is a share of its track's indicator: the share of its points.
    """
    if m.baseline is None or m.target is None:
        return None
    change = abs(m.target - m.baseline)
    if b.card is None and b.name is None and b.measure is None:
        change *= b.estimate / played.goal(track)
    return kroner_a_year(change, m.unit, m.indicator)


# ------------------------------------------------------------------ how far it has come
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


def _priority(points: int) -> Priority:
    """By the points at stake, of the six that a benefit can have."""
    return "high" if points >= 4 else "medium" if points >= 2 else "low"


def _next_trial(played: Played, idea: Idea, *, shelved: bool) -> str:
    """What was tried and not proven is tried again; nothing else was planned at the table."""
    if shelved or idea.was_proven or idea.locked:
        return ""
    names = [e.name for e in _trials(played, idea)]
    if not names:
        return ""
    return played.t("Again: {trial}", trial=names[-1] or played.names.idea(idea))


def _trials(played: Played, idea: Idea) -> list[TrialThrown]:
    thrown = (seen.event for seen in played.history.of(TrialThrown))
    return [e for e in thrown if e.idea == idea.id]


def _confidence(played: Played, claimed: Claimed) -> tuple[int, str]:
    """1 to 5, and why: what was harvested, else how it was tried and how the group agreed."""
    t, idea, b = played.t, claimed.idea, claimed.benefit
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
    elif _trials(played, idea):
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


# ------------------------------------------------------------------ how the estimate moved
def _together(numbers: list[Number]) -> list[tuple[Number, ...]]:
    """Each number by itself, the cards of one estimate poker together."""
    groups: dict[tuple[str, int], list[Number]] = {}
    for number in numbers:
        groups.setdefault((number.way, number.entry), []).append(number)
    return [tuple(group) for group in groups.values()]


def _told(played: Played, group: tuple[Number, ...]) -> str:
    """One step of the estimate's history: ``R3: 4 → 3 (Team leader)``."""
    t, first = played.t, group[0]
    who = "" if first.seat is None else f" ({played.people.role(first.seat)})"
    params: dict[str, object] = {"n": first.round, "who": who, "value": t.number(first.value)}
    if first.way == "claimed":
        return t("R{n}: {value}{who}", **params)
    if first.way == "revised":
        return t("R{n}: {before} → {value}{who}", before=first.before, **params)
    if first.way == "poker":
        role = played.people.role
        said = ", ".join(f"{role(n.seat or 0)} {n.value}" for n in group)
        return t("R{n}: estimate poker: {said}", n=first.round, said=said)
    if first.way == "harvested":
        return t("R{n}: {value} of {before} harvested", before=first.before, **params)
    return t("R{n}: followed up, 1 more{who}", **params)
