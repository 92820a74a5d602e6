"""Checks of the registers: the questions that a benefits professional would ask next.

Each check is a small function that names what it found, in the register's own names and ids; what
to do about it stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from game.engine import TRACKS
from game.i18n import Words, mark
from game.report.registers import Registers
from game.report.rows import BenefitRow
from game.report.values import is_kroner
from game.wording import terms

CheckFunction = Callable[[Words, Registers], Iterable[str]]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A check and what it found; nothing found is in order."""

    code: str
    check: str
    found: tuple[str, ...]
    next: str

    @property
    def in_order(self) -> bool:
        """Whether nothing was found."""
        return not self.found


def check_all(t: Words, registers: Registers) -> tuple[CheckResult, ...]:
    """All checks, in the order in which a project would address them."""
    return tuple(
        CheckResult(code, t(title), tuple(look(t, registers)), t(do))
        for code, (title, look, do) in CHECKS.items()
    )


def named(b: BenefitRow) -> str:
    """A benefit by id and title."""
    return f"{b.id} {b.title}"


# ------------------------------------------------------------------ owners
def no_owner(t: Words, r: Registers) -> Iterable[str]:
    """Benefits without an owner."""
    return [named(b) for b in r.living if not b.owner_role]


def owned_by_the_project(t: Words, r: Registers) -> Iterable[str]:
    """Benefits whose owner leaves when the project ends."""
    text = mark("{benefit} ({role})")
    owned = (b for b in r.living if b.owner_is_project)
    return [t(text, benefit=named(b), role=b.owner_role) for b in owned]


# ------------------------------------------------------------------ measurement
def no_unit(t: Words, r: Registers) -> Iterable[str]:
    """Benefits with an indicator but without a unit."""
    return [f"{named(b)}: {b.indicator}" for b in r.living if not b.unit.strip()]


def no_baseline(t: Words, r: Registers) -> Iterable[str]:
    """Benefits without a baseline, and without a date for measuring it."""
    return [named(b) for b in r.living if b.baseline is None and b.baseline_date is None]


def no_date(t: Words, r: Registers) -> Iterable[str]:
    """Benefits without a date by which they should show."""
    return [named(b) for b in r.living if b.effect_full is None]


def no_change(t: Words, r: Registers) -> Iterable[str]:
    """Benefits with an idea, but without a change in how people work."""
    return [f"{named(b)} ← {b.enabler}" for b in r.living if not b.change.strip()]


# ------------------------------------------------------------------ value
def freed_time_unused(t: Words, r: Registers) -> Iterable[str]:
    """Freed time: its use can only be recorded in the register's assumptions."""
    return [named(b) for b in r.living if b.type == "freed_time" and not b.assumptions]


def counted_twice(t: Words, r: Registers) -> Iterable[str]:
    """Kroner of one indicator in several benefits, and kroner plus freed time of one idea."""
    kroner = [b for b in r.living if is_kroner(b.unit)]
    for indicator in dict.fromkeys(b.indicator for b in kroner):
        same = [b for b in kroner if b.indicator == indicator]
        if len(same) > 1:
            listed = t.listed([named(b) for b in same])
            yield t(
                "The same indicator, “{indicator}”: {benefits}",
                indicator=indicator,
                benefits=listed,
            )
    for b in kroner:
        for other in r.living:
            if other.idea == b.idea and other.type == "freed_time":
                yield t(
                    "The same hours as kroner and as freed time? {benefits}",
                    benefits=t.listed([named(b), named(other)]),
                )


# ------------------------------------------------------------------ gaps
def risk_without_owner(t: Words, r: Registers) -> Iterable[str]:
    """Risks without an owner."""
    return [f"{risk.id} {risk.event}" for risk in r.live_risks if not risk.owner]


def empty_track(t: Words, r: Registers) -> Iterable[str]:
    """Tracks on which nothing is claimed."""
    used = {b.track for b in r.living}
    return [terms.track(t, track) for track in TRACKS if track not in used]


def no_negative(t: Words, r: Registers) -> Iterable[str]:
    """A register without any negative benefit."""
    if not r.living or any(b.sign == "disbenefit" for b in r.benefits):
        return []
    return [t("No negative benefit is in the register.")]


def unanswered_downside(t: Words, r: Registers) -> Iterable[str]:
    """Negative benefits that nothing makes up for; those that did not come need nothing."""
    left = (b for b in r.downsides if not b.amends and b.status != "did_not_come")
    return [f"{named(b)} ({b.beneficiary})" for b in left]


CHECKS: Final[dict[str, tuple[str, CheckFunction, str]]] = {
    "no_owner": (
        mark("Does every benefit have an owner?"),
        no_owner,
        mark(
            "Ask a manager in the line who has the people and the budget to harvest it, and get a "
            "yes. What nobody will own is taken out of the case."
        ),
    ),
    "owned_by_the_project": (
        mark("Is the owner in the line, and not in the project?"),
        owned_by_the_project,
        mark(
            "The project manager is gone before the benefit comes. Hand it over to the manager "
            "whose everyday work it changes."
        ),
    ),
    "no_unit": (
        mark("Does every indicator have a unit?"),
        no_unit,
        mark("Write what it is counted in: minutes a case, per cent, kroner a year."),
    ),
    "no_baseline": (
        mark("Is there a baseline, or a dated plan to measure one?"),
        no_baseline,
        mark(
            "Measure before anything is changed. Two weeks of tally marks are better than none; "
            "write who counts and by when."
        ),
    ),
    "no_date": (
        mark("Does every benefit have a date?"),
        no_date,
        mark("Agree on when it is felt first, when in full, and when you look at it together."),
    ),
    "no_change": (
        mark("Is there a change between the idea and the benefit?"),
        no_change,
        mark(
            "An idea gives nothing by itself. Write who does what otherwise on a Monday morning, "
            "and who sees to it."
        ),
    ),
    "freed_time_unused": (
        mark("Does freed time have a use?"),
        freed_time_unused,
        mark(
            "Decide what the hours are used for, by whom and from when, and write it under "
            "assumptions. Otherwise they are gone by Friday."
        ),
    ),
    "counted_twice": (
        mark("Are the same kroner counted once only?"),
        counted_twice,
        mark("Go through them with the controller and let each krone stand in one benefit only."),
    ),
    "risk_without_owner": (
        mark("Does every risk have an owner?"),
        risk_without_owner,
        mark(
            "Ask the owner of the benefit that is threatened first. Write the owner and an early "
            "sign in the risk register."
        ),
    ),
    "empty_track": (
        mark("Is there something on every track?"),
        empty_track,
        mark("Ask the one who speaks for this track what the change gives, and what it takes."),
    ),
    "no_negative": (
        mark("Have you looked for negative benefits?"),
        no_negative,
        mark(
            "Somebody always pays a little. Ask who gets more to do, waits longer or loses a "
            "habit, and write it down before they tell you."
        ),
    ),
    "unanswered_downside": (
        mark("Does something make up for what the change costs?"),
        unanswered_downside,
        mark("Ask those who bear it what would help. Write it down, and who sees to it."),
    ),
}
"""The checks: the question, the function that finds cases, and the remedy."""
