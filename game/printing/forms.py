"""Registers to be filled in by hand: the columns of the report that people fill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from game.i18n import Words
from game.report import columns as co
from game.report.actions import ACTIONS
from game.session import REGISTER_FIELDS, RegisterColumn, RegisterField, RegisterKind

_BENEFIT_FORMS: Final = 12
_RISK_FORMS: Final = 12
_ACTION_ROWS: Final = 16
_HEADS: Final = ("id", "title", "track")
"""What names a row, before what is filled in."""
_ACTION_KEYS: Final = ("text", "who", "due", "subject", "status")
_PLACES: Final = 6
"""The places in a row of a form; a wide field takes two."""
_WIDE: Final = 26
"""From this width in the workbook on a column is wide on paper."""


def forms(t: Words) -> dict[str, Any]:
    """The registers as data of their template."""
    return {
        "benefits_title": t("Benefit register"),
        "benefits": _fields(t, co.BENEFITS, _filled("benefit"), REGISTER_FIELDS["benefit"]),
        "benefit_forms": _BENEFIT_FORMS,
        "risks_title": t("Risk register"),
        "risks": _fields(t, co.RISKS, _filled("risk"), REGISTER_FIELDS["risk"]),
        "risk_forms": _RISK_FORMS,
        "actions_title": t("Action list"),
        "actions": _fields(t, ACTIONS, _ACTION_KEYS),
        "action_rows": _ACTION_ROWS,
    }


def _filled(register: RegisterKind) -> Sequence[str]:
    return (*_HEADS, *REGISTER_FIELDS[register])


def _fields(
    t: Words,
    columns: Sequence[co.Column],
    keys: Sequence[str],
    fields: Mapping[RegisterColumn, RegisterField] = MappingProxyType({}),
) -> list[dict[str, Any]]:
    """The columns with these keys, in the report's order, laid out in full rows of a form."""
    found = [column for column in columns if column.key in keys]
    offered = [_choices(t, column, fields) for column in found]
    wide = [
        column.width >= _WIDE or len(choices) > 1
        for column, choices in zip(found, offered, strict=True)
    ]
    return [
        {"title": co.title(t, column), "choices": choices, "span": span}
        for column, choices, span in zip(found, offered, _spans(wide), strict=True)
    ]


def _choices(
    t: Words, column: co.Column, fields: Mapping[RegisterColumn, RegisterField]
) -> list[str]:
    """What people choose from: of a status that is counted, only what they may say of it."""
    codes = next((field.codes for key, field in fields.items() if key == column.key), ())
    return [co.code_text(t, code) for code in codes] or co.choices(t, column)


def _spans(wide: Sequence[bool]) -> list[int]:
    """How many of a row's places each field takes: what a row has left over its last one gets."""
    spans: list[int] = []
    left = _PLACES
    for takes in (2 if is_wide else 1 for is_wide in wide):
        if takes > left:
            spans[-1] += left
            left = _PLACES
        spans.append(takes)
        left = (left - takes) or _PLACES
    spans[-1] += left % _PLACES
    return spans
