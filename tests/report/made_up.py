"""Registers of a few rows that are made up."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from game.report.registers import Registers
from game.report.rows import BenefitRow, IdeaRow, RiskRow

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
    baseline_source="measured",
    target_likely=20.0,
    full_year_value=None,
    effect_full=DAY,
    enabler="A: Book a time",
    change="Everybody gets a time.",
    supports="F-1 Citizen",
    risks=(),
    confidence=3,
    confidence_reason="",
    next_trial="",
    review=DAY,
    status="anchored",
    priority="high",
    history="",
    estimate=4,
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
    idea="a",
    letter="A",
)

IDEA = IdeaRow("a", "A", "Book a time", tried=True)


def registers_of(
    benefits: list[BenefitRow],
    risks: tuple[RiskRow, ...] = (RISK,),
    ideas: tuple[IdeaRow, ...] = (IDEA,),
) -> Registers:
    nothing: Any = SimpleNamespace()
    return Registers(ideas, tuple(benefits), risks, (), (), (), (), (), nothing)
