"""What people filled into the registers after the game, laid over what the game knows.

A field that people filled holds what they wrote, also where that is nothing. What follows from it
is reckoned anew: the score, the kroner of a target, how far a benefit has been brought.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from datetime import date
from typing import Any, Final, TypeVar

from game.content import Case
from game.debrief.follow_up import OutcomeSubject
from game.engine import Measure
from game.engine.setup import Ability, Role
from game.report.rows import BenefitRow, RiskRow
from game.session import (
    REGISTER_FIELDS,
    Log,
    RegisterColumn,
    RegisterEntry,
    RegisterField,
    RegisterKind,
)
from game.wording.debrief_texts.formatter import MeasuredAs

Filled = Mapping[RegisterColumn, RegisterEntry]
"""The entries of one row, by column."""
Row = TypeVar("Row", BenefitRow, RiskRow)

_OF_A_MEASURE: Final[Mapping[RegisterColumn, str]] = {
    "indicator": "indicator",
    "unit": "unit",
    "baseline": "baseline",
    "target_likely": "target",
}


def content_of(field: RegisterField, written: str) -> Any:
    """What a field holds, as the rows of registers have it.

    >>> content_of(REGISTER_FIELDS["benefit"]["baseline"], "12.5")
    12.5
    """
    if field.kind in ("text", "person"):
        return written
    if not written:
        return None
    if field.kind == "number":
        return float(written)
    if field.kind == "scale":
        return int(written)
    return date.fromisoformat(written) if field.kind == "day" else written


def _contents(register: RegisterKind, filled: Filled) -> Iterator[tuple[RegisterColumn, Any]]:
    """What each filled column holds; where none may be empty, only what is written."""
    for column, entry in filled.items():
        field = REGISTER_FIELDS[register][column]
        if entry.content or not field.needed:
            yield column, content_of(field, entry.content)


def filled_measure(m: Measure, filled: Filled) -> Measure:
    """A measure with what people said of it since."""
    said = dict(_contents("benefit", filled))
    return replace(m, **{_OF_A_MEASURE[key]: said[key] for key in _OF_A_MEASURE if key in said})


def measured_as(log: Log) -> MeasuredAs:
    """How benefits are measured by now, as people filled it in after a game."""
    entries = log.register_entries

    def measured(subject: OutcomeSubject, m: Measure) -> Measure:
        idea, track = subject
        if idea is None or track is None:
            return m
        return filled_measure(m, entries.get(("benefit", idea, track, None), {}))

    return measured


_OUTSIDE: Final[frozenset[Ability]] = frozenset(
    {"project_manager", "citizen_voice", "union_voice", "supplier", "analyst"}
)
"""Who leaves when the project ends, speaks for somebody, or works elsewhere: none of them has the
people and the budget of the everyday work that a benefit is harvested in."""


def is_outside(abilities: Set[Ability]) -> bool:
    """Whether roles with these abilities, and no others, stand outside the operation."""
    return bool(abilities) and abilities <= _OUTSIDE


def filled_benefit(row: BenefitRow, filled: Filled, case: Case) -> BenefitRow:
    """A row of the benefit register with what people filled in."""
    said = dict(_contents("benefit", filled))
    row = _with(row, said)
    if said.get("title"):
        row = replace(row, short=row.title)
    if "owner_role" in said:
        outside = _is_called_outside(case, row.owner_role)
        row = replace(row, owner_is_outside=outside, operating_roles=())
    if row.status in ("promised", "anchored"):
        row = replace(row, status="anchored" if row.owner else "promised")
    return row


def filled_risk(row: RiskRow, filled: Filled) -> RiskRow:
    """A row of the risk register with what people filled in."""
    said = dict(_contents("risk", filled))
    row = _with(row, said)
    row = replace(row, score=row.likelihood * row.severity)
    if row.status in ("open", "acted_on") and "status" not in said:
        row = replace(row, status="acted_on" if row.action else "open")
    return row


def _with(row: Row, said: Mapping[RegisterColumn, Any]) -> Row:
    values: dict[str, Any] = {str(column): content for column, content in said.items()}
    return replace(row, **values)


def _is_called_outside(case: Case, called: str) -> bool:
    """Whether somebody is called as only those are who stand outside the operation."""
    return is_outside({role.ability for role in roles_called(case, called)})


def roles_called(case: Case, called: str) -> list[Role]:
    """The roles of a case whose names stand in what somebody is called."""
    words = called.casefold()
    return [
        role
        for role in case.setup.roles
        for name in (case.roles[role.id].name.da, case.roles[role.id].name.en)
        if name and name.casefold() in words
    ]
