"""Checks of the registers: the questions that a benefits professional would ask next.

A check has three answers: in order, something is missing, or there is nothing to look at. Each is a
small function that tells how many things it looked at and names those that lack something, in the
register's own names and ids; what to do about it stands beside it. Nothing passes by being empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from game.engine import TRACKS
from game.i18n import Words, mark
from game.report.check import Check, CheckResult, Looked, called, checked, each, named
from game.report.checks_since import SINCE_CHECKS
from game.report.columns import code_text
from game.report.registers import Registers
from game.report.rows import BenefitRow, IdeaRow, RiskRow
from game.wording import terms
from game.wording.units import is_kroner


def check_all(t: Words, registers: Registers) -> tuple[CheckResult, ...]:
    """All checks, in the order in which a project would address them.

    Once something was told since the game, what was measured comes first.
    """
    since = SINCE_CHECKS if registers.since is not None else {}
    return tuple(checked(t, code, check, registers) for code, check in {**since, **CHECKS}.items())


def _idea(idea: IdeaRow) -> str:
    return f"{idea.letter}: {idea.name}"


# ------------------------------------------------------------------ owners
def no_owner(t: Words, r: Registers) -> Looked:
    """Benefits without an owner."""
    return each(r.living, lambda b: not b.owner, named)


def owned_outside(t: Words, r: Registers) -> Looked:
    """Owners who stand outside the operation, among the benefits that have one.

    Whoever plays a role in the operation as well is not asked about, but the role is told.
    """
    owned = [b for b in r.living if b.owner]
    text = mark("{benefit} ({role})")
    looked = each(
        owned,
        lambda b: b.owner_is_outside,
        lambda b: t(text, benefit=named(b), role=b.owner),
    )
    several = [
        t(text, benefit=named(b), role=t.listed(list(b.operating_roles)))
        for b in owned
        if b.operating_roles
    ]
    if not several:
        return looked
    told = t("In the operation by one of several roles: {benefits}.", benefits=t.listed(several))
    return replace(looked, left_out=told)


# ------------------------------------------------------------------ measurement
def no_unit(t: Words, r: Registers) -> Looked:
    """Benefits with an indicator but without a unit."""
    return each(r.living, lambda b: not b.unit.strip(), lambda b: f"{named(b)}: {b.indicator}")


def no_baseline(t: Words, r: Registers) -> Looked:
    """Benefits whose baseline is not known, and whether it is at least estimated."""

    def name(b: BenefitRow) -> str:
        if b.baseline is None:
            return t("{benefit}: no baseline", benefit=named(b))
        return t("{benefit}: an estimate, not measured", benefit=named(b))

    return each(r.living, lambda b: not b.baseline_known, name)


def no_date(t: Words, r: Registers) -> Looked:
    """Benefits without a date by which they should show."""
    return each(r.living, lambda b: b.effect_full is None, named)


def no_change(t: Words, r: Registers) -> Looked:
    """Benefits with an idea, but without a change in how people work."""
    return each(r.living, lambda b: not b.change.strip(), lambda b: f"{named(b)} ← {b.enabler}")


# ------------------------------------------------------------------ value
def freed_time_unused(t: Words, r: Registers) -> Looked:
    """Freed time: its use can only be recorded in the register's assumptions."""
    freed = [b for b in r.living if b.type == "freed_time"]
    return each(freed, lambda b: not b.assumptions, named)


def counted_twice(t: Words, r: Registers) -> Looked:
    """Kroner of one indicator in several benefits, and kroner plus freed time of one idea."""
    kroner = [b for b in r.living if is_kroner(b.unit)]
    freed = [b for b in r.living if b.type == "freed_time"]
    found = [*_same_indicator(t, kroner), *_same_hours(t, kroner, freed)]
    pairs = len(list(combinations(kroner, 2))) + len(kroner) * len(freed)
    return Looked(pairs, tuple(found))


def _same_indicator(t: Words, kroner: Sequence[BenefitRow]) -> Iterable[str]:
    for indicator in dict.fromkeys(b.indicator for b in kroner):
        same = [b for b in kroner if b.indicator == indicator]
        if len(same) > 1:
            listed = t.listed([named(b) for b in same])
            yield t(
                "The same indicator, “{indicator}”: {benefits}",
                indicator=indicator,
                benefits=listed,
            )


def _same_hours(
    t: Words, kroner: Sequence[BenefitRow], freed: Sequence[BenefitRow]
) -> Iterable[str]:
    for b in kroner:
        for other in freed:
            if other.idea == b.idea:
                yield t(
                    "The same hours as kroner and as freed time? {benefits}",
                    benefits=t.listed([named(b), named(other)]),
                )


# ------------------------------------------------------------------ gaps
def no_trial(t: Words, r: Registers) -> Looked:
    """Ideas that nobody set up a trial of."""
    return each(r.ideas, lambda idea: not idea.tried, _idea)


def no_risk(t: Words, r: Registers) -> Looked:
    """Ideas at which no risk was named or found; one that only struck does not count."""
    threatened = {risk.idea for risk in r.risks if risk.named}
    return each(r.ideas, lambda idea: idea.id not in threatened, _idea)


def risk_without_owner(t: Words, r: Registers) -> Looked:
    """Risks without an owner, among those that are still to be kept an eye on."""
    looked = each(r.live_risks, lambda risk: not risk.owner, _risk)
    over = [
        t("{risk} ({why})", risk=_risk(risk), why=code_text(t, why))
        for risk in r.risks
        if (why := _why_over(risk)) is not None
    ]
    return replace(looked, left_out=_not_asked_about(t, over))


def _not_asked_about(t: Words, named: Sequence[str]) -> str:
    """What stands in the register and is not asked about; empty where that is nothing."""
    return t("Not asked about: {items}.", items=t.listed(list(named))) if named else ""


def _risk(risk: RiskRow) -> str:
    return called(risk.id, risk.event)


def _why_over(risk: RiskRow) -> str | None:
    """Why a risk that is on the table needs no owner any more, as a code of the register."""
    if risk.status == "closed":
        return "closed"
    return "false_alarm" if risk.status != "shelved" and risk.play == "false_alarm" else None


def empty_track(t: Words, r: Registers) -> Looked:
    """Tracks on which nothing is claimed, once anything is."""
    used = {b.track for b in r.living}
    tracks = TRACKS if used else ()
    return each(tracks, lambda track: track not in used, lambda track: terms.track(t, track))


def no_negative(t: Words, r: Registers) -> Looked:
    """Ideas with benefits of which nobody said what they cost; what play found is not counted."""
    costly = {b.idea for b in r.downsides if b.named}
    promising = {b.idea for b in r.living}
    ideas = [idea for idea in r.ideas if idea.id in promising]
    return each(ideas, lambda idea: idea.id not in costly, _idea)


def unanswered_downside(t: Words, r: Registers) -> Looked:
    """Negative benefits that nothing makes up for; of a case not those that proved to be none."""
    gone = [b for b in r.downsides if b.play == "did_not_come" and not r.own_project]
    looked = each([b for b in r.downsides if b not in gone], lambda b: not b.amends, _borne)
    told = [f"{_borne(b)} ({code_text(t, 'did_not_come')})" for b in gone]
    return replace(looked, left_out=_not_asked_about(t, told))


def _borne(b: BenefitRow) -> str:
    """A negative benefit, with who bears it where somebody wrote that."""
    return f"{named(b)} ({b.beneficiary})" if b.beneficiary else named(b)


_NO_BENEFIT: Final = mark("No benefit is promised.")
_NO_IDEA: Final = mark("No idea is on the table.")

CHECKS: Final[dict[str, Check]] = {
    "no_owner": Check(
        mark("Does every benefit have an owner?"),
        no_owner,
        mark(
            "Ask a manager in the operation who has the people and the budget to harvest it, "
            "and get a yes. What nobody will own is taken out of the calculation."
        ),
        _NO_BENEFIT,
    ),
    "owned_outside": Check(
        mark("Is the owner in the operation, and not in the project?"),
        owned_outside,
        mark(
            "The project manager is gone before the benefit comes, and whoever speaks for "
            "somebody or works elsewhere has neither the people nor the budget. Hand it over "
            "to the manager whose everyday work it changes."
        ),
        mark("No benefit has an owner."),
    ),
    "no_unit": Check(
        mark("Does every indicator have a unit?"),
        no_unit,
        mark("Write what it is counted in: minutes a case, percent, kroner a year."),
        _NO_BENEFIT,
    ),
    "no_baseline": Check(
        mark("Is the baseline measured, or is a day set for measuring it?"),
        no_baseline,
        mark(
            "Measure before anything is changed. Two weeks of tally marks are better than none; "
            "write who counts and by when."
        ),
        _NO_BENEFIT,
    ),
    "no_date": Check(
        mark("Does every benefit have a date?"),
        no_date,
        mark("Agree on when it is first felt, when in full, and when you look at it together."),
        _NO_BENEFIT,
    ),
    "no_change": Check(
        mark("Is there a change between the idea and the benefit?"),
        no_change,
        mark(
            "An idea gives nothing by itself. Write who does what differently on a Monday "
            "morning, and who sees to it."
        ),
        _NO_BENEFIT,
    ),
    "freed_time_unused": Check(
        mark("Does freed time have a use?"),
        freed_time_unused,
        mark(
            "Decide what the hours are used for, by whom and from when, and write it under "
            "assumptions. Otherwise they are gone by Friday."
        ),
        mark("No benefit is counted in minutes or hours of work."),
    ),
    "counted_twice": Check(
        mark("Are the same kroner counted once only?"),
        counted_twice,
        mark("Go through them with the controller and let each krone stand in one benefit only."),
        mark("No two benefits are counted in kroner or working hours."),
    ),
    "no_trial": Check(
        mark("Is a small trial agreed on for every idea?"),
        no_trial,
        mark("Ask what two weeks and ten cases could tell, who tries it, and what it counts."),
        _NO_IDEA,
    ),
    "no_risk": Check(
        mark("Is it known of every idea what may go wrong?"),
        no_risk,
        mark("Imagine that it failed a year from now, and write down the first reason given."),
        _NO_IDEA,
    ),
    "risk_without_owner": Check(
        mark("Does every risk have an owner?"),
        risk_without_owner,
        mark(
            "Ask the owner of the benefit that is threatened first. Write the owner and an early "
            "sign in the risk register."
        ),
        mark("No risk is named."),
    ),
    "empty_track": Check(
        mark("Is there something on every track?"),
        empty_track,
        mark("Ask the one who speaks for this track what the change gives, and what it takes."),
        _NO_BENEFIT,
    ),
    "no_negative": Check(
        mark("Has somebody said of every idea what it costs, and whom?"),
        no_negative,
        mark(
            "As a rule somebody pays a little. Ask who gets more to do, waits longer or loses a "
            "habit, and write it down before they tell you."
        ),
        _NO_BENEFIT,
    ),
    "unanswered_downside": Check(
        mark("Does something make up for what the change costs?"),
        unanswered_downside,
        mark("Ask those who bear it what would help. Write it down, and who sees to it."),
        mark("No downside is in the register."),
    ),
}
"""The checks by their code, in the order in which a project would address them."""
