"""Checks instead of applause: each finds what it is there for, names it, and is silent else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from game.i18n import words
from game.report.checks import CHECKS, check_all
from game.report.registers import Registers
from game.report.rows import BenefitRow, RiskRow

T = words("en")
DAY = date(2026, 11, 21)

SOUND = BenefitRow(
    id="G-01",
    title="Shorter queue",
    description="",
    track="citizen",
    type="quality",
    sign="benefit",
    beneficiary="The citizens",
    owner_role="Team leader",
    owner_name="Ane",
    indicator="Waiting time",
    unit="min",
    baseline=45.0,
    baseline_source="estimate",
    target_likely=20.0,
    full_year_value=None,
    effect_full=DAY,
    enabler="A: Book a time",
    change="Everybody gets a time.",
    supports="F-1 Citizen",
    risks=(),
    confidence=3,
    confidence_reason="",
    tried="",
    next_trial="",
    review=DAY,
    status="anchored",
    priority="high",
    history="",
    estimate=4,
    harvested=None,
    idea="a",
    letter="A",
)
RISK = RiskRow(
    id="R-01",
    cause="A: Book a time",
    event="Nobody comes",
    consequence="",
    benefits=("G-01",),
    likelihood=3,
    severity=3,
    score=9,
    strategy=None,
    action="",
    action_owner="",
    residual_likelihood=None,
    residual_severity=None,
    status="open",
    reviewed=DAY,
    raised_by="Controller",
    owner="Controller",
)
HARM = replace(
    SOUND,
    id="N-01",
    title="Economy pays",
    sign="disbenefit",
    estimate=None,
    amends="An hour a week",
)


def every_track(**changes: Any) -> list[BenefitRow]:
    """A sound benefit on each track, the first of them changed."""
    tracks = ("citizen", "process", "economy", "employee")
    rows = [replace(SOUND, id=f"G-{n:02}", track=track) for n, track in enumerate(tracks, 1)]
    rows[0] = replace(rows[0], **changes)
    return rows


def check(
    benefits: list[BenefitRow], risks: tuple[RiskRow, ...] = (RISK,)
) -> dict[str, tuple[str, ...]]:
    """What each check finds, by its code."""
    nothing: Any = SimpleNamespace()
    found = Registers((*benefits, HARM), risks, (), (), (), (), nothing)
    return {c.code: c.found for c in check_all(T, found) if c.found}


def test_a_sound_register_is_in_order() -> None:
    assert check(every_track()) == {}


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("no_owner", {"owner_role": ""}),
        ("owned_by_the_project", {"owner_is_project": True}),
        ("no_unit", {"unit": " "}),
        ("no_baseline", {"baseline": None}),
        ("no_date", {"effect_full": None}),
        ("no_change", {"change": ""}),
        ("freed_time_unused", {"type": "freed_time"}),
    ],
)
def test_a_benefit_that_lacks_something_is_named(code: str, changes: dict[str, Any]) -> None:
    found = check(every_track(**changes))
    assert list(found) == [code]
    assert found[code][0].startswith("G-01 Shorter queue")
    assert len(found[code]) == 1


def test_a_shelved_benefit_is_asked_nothing() -> None:
    shelved = replace(SOUND, id="G-05", status="shelved", owner_role="", unit="", change="")
    assert check([*every_track(), shelved]) == {}


def test_a_dated_plan_to_measure_is_enough_of_a_baseline() -> None:
    assert check(every_track(baseline=None, baseline_date=DAY)) == {}


def test_freed_time_with_a_use_is_in_order() -> None:
    used = {"type": "freed_time", "assumptions": "Two hours a week for outreach"}
    assert check(every_track(**used)) == {}


def test_kroner_of_one_indicator_in_two_benefits_are_counted_twice() -> None:
    rows = every_track(indicator="Yearly saving", unit="DKK m")
    rows[1] = replace(rows[1], indicator="Yearly saving", unit="DKK m")
    (said,) = check(rows)["counted_twice"]
    assert "G-01" in said
    assert "G-02" in said
    rows[1] = replace(rows[1], indicator="Another account")
    assert check(rows) == {}


def test_the_same_hours_as_kroner_and_as_freed_time() -> None:
    rows = every_track(unit="DKK m")
    rows[1] = replace(rows[1], type="freed_time", assumptions="used")
    assert "G-02" in check(rows)["counted_twice"][0]
    rows[1] = replace(rows[1], idea="b")
    assert check(rows) == {}


def test_a_risk_without_an_owner_is_named_unless_it_was_false() -> None:
    assert check(every_track(), (replace(RISK, owner=""),)) == {
        "risk_without_owner": ("R-01 Nobody comes",)
    }
    assert check(every_track(), (replace(RISK, owner="", status="false_alarm"),)) == {}


def test_an_empty_track_is_named() -> None:
    assert check(every_track()[:3]) == {"empty_track": ("Staff",)}


def test_nobody_pays_for_anything() -> None:
    nothing: Any = SimpleNamespace()
    rows = Registers(tuple(every_track()), (RISK,), (), (), (), (), nothing)
    found = {c.code: c.found for c in check_all(T, rows) if c.found}
    assert list(found) == ["no_negative"]


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_check_says_what_to_do(lang: Any) -> None:
    nothing: Any = SimpleNamespace()
    empty = Registers((), (), (), (), (), (), nothing)
    for checked in check_all(words(lang), empty):
        assert checked.check.endswith("?")
        assert checked.next.endswith(".")
    assert len(CHECKS) == 12


def test_what_the_change_costs_is_to_be_made_up_for() -> None:
    nothing: Any = SimpleNamespace()
    cost = replace(HARM, amends="", beneficiary="The colleagues at the counter")
    rows = Registers((*every_track(), cost), (RISK,), (), (), (), (), nothing)
    found = {c.code: c.found for c in check_all(T, rows) if c.found}
    assert found == {"unanswered_downside": ("N-01 Economy pays (The colleagues at the counter)",)}
    for gone in ("shelved", "did_not_come"):
        left = replace(rows, benefits=(*every_track(), HARM, replace(cost, status=gone)))
        assert not [c.code for c in check_all(T, left) if c.found], gone
