"""What people fill into the registers: the columns that they can fill, and how each is written.

A session knows these words so that a line which says something else is found where it is read; what
the columns mean is told by :mod:`game.report`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date
from typing import Final, Literal, get_args

from game.engine import Track
from game.frozen import frozen
from game.session.errors import CodecError

RegisterKind = Literal["benefit", "risk"]
RegisterColumn = Literal[
    "title",
    "description",
    "type",
    "beneficiary",
    "owner_role",
    "owner_name",
    "owner_unit",
    "measurer",
    "indicator",
    "unit",
    "method",
    "frequency",
    "baseline",
    "baseline_date",
    "baseline_source",
    "target_low",
    "target_likely",
    "target_high",
    "threshold",
    "full_year_value",
    "cost",
    "effect_from",
    "effect_full",
    "change",
    "change_owner",
    "assumptions",
    "confidence",
    "confidence_reason",
    "next_trial",
    "review",
    "status",
    "priority",
    "amends",
    "cause",
    "event",
    "consequence",
    "likelihood",
    "severity",
    "early_sign",
    "strategy",
    "action",
    "owner",
    "action_owner",
    "deadline",
    "residual_likelihood",
    "residual_severity",
    "reviewed",
]
FilledBy = Literal["asked", "imported"]
"""Whether the room was asked, or it came from a file."""

BenefitType = Literal["budget", "freed_time", "avoided_cost", "quality", "others"]
Source = Literal["measured", "estimate", "missing"]
Priority = Literal["high", "medium", "low"]
Strategy = Literal["avoid", "reduce", "transfer", "accept"]
RiskRowStatus = Literal["open", "acted_on", "reduced", "closed", "shelved"]

FieldKind = Literal["text", "person", "number", "scale", "day", "code"]


@frozen
class RegisterField:
    """What a column takes; ``codes`` are those of a ``code``.

    One that is ``needed`` is never empty: without an entry it has what the game knows.
    """

    kind: FieldKind = "text"
    codes: tuple[str, ...] = ()
    needed: bool = False


_TEXT: Final = RegisterField()
_NEEDED: Final = RegisterField(needed=True)
_PERSON: Final = RegisterField("person")
_NUMBER: Final = RegisterField("number")
_SCALE: Final = RegisterField("scale")
_DAY: Final = RegisterField("day")

REGISTER_FIELDS: Final[Mapping[RegisterKind, Mapping[RegisterColumn, RegisterField]]] = {
    "benefit": {
        "title": _NEEDED,
        "description": _TEXT,
        "type": RegisterField("code", get_args(BenefitType)),
        "beneficiary": _TEXT,
        "owner_role": _PERSON,
        "owner_name": _PERSON,
        "owner_unit": _TEXT,
        "measurer": _PERSON,
        "indicator": _TEXT,
        "unit": _TEXT,
        "method": _TEXT,
        "frequency": _TEXT,
        "baseline": _NUMBER,
        "baseline_date": _DAY,
        "baseline_source": RegisterField("code", get_args(Source), needed=True),
        "target_low": _NUMBER,
        "target_likely": _NUMBER,
        "target_high": _NUMBER,
        "threshold": _NUMBER,
        "full_year_value": _NUMBER,
        "cost": _NUMBER,
        "effect_from": _DAY,
        "effect_full": _DAY,
        "change": _TEXT,
        "change_owner": _PERSON,
        "assumptions": _TEXT,
        "confidence": _SCALE,
        "confidence_reason": _TEXT,
        "next_trial": _TEXT,
        "review": _DAY,
        "status": RegisterField("code", ("shelved",), needed=True),
        "priority": RegisterField("code", get_args(Priority), needed=True),
        "amends": _TEXT,
    },
    "risk": {
        "cause": _TEXT,
        "event": _NEEDED,
        "consequence": _TEXT,
        "likelihood": RegisterField("scale", needed=True),
        "severity": RegisterField("scale", needed=True),
        "early_sign": _TEXT,
        "strategy": RegisterField("code", get_args(Strategy)),
        "action": _TEXT,
        "owner": _PERSON,
        "action_owner": _PERSON,
        "deadline": _DAY,
        "residual_likelihood": _SCALE,
        "residual_severity": _SCALE,
        "status": RegisterField("code", get_args(RiskRowStatus), needed=True),
        "reviewed": RegisterField("day", needed=True),
    },
}
"""The columns that people can fill. What is reckoned, counted or played is not among them."""


def find_field(register: RegisterKind, key: str) -> tuple[RegisterColumn, RegisterField] | None:
    """A column that people can fill, by its key; ``None`` for any other."""
    found = ((c, field) for c, field in REGISTER_FIELDS[register].items() if c == key)
    return next(found, None)


LARGEST: Final = 1e15
"""The largest number that a column takes, as far as whole kroner are exact in a spreadsheet."""


@frozen
class RegisterEntry:
    """What people say that a field of a register holds from here on; the last entry of it counts.

    A ``benefit`` is known by its idea and track, a ``risk`` by its idea and its own id. What it
    holds stands in one of three: ``who`` for a person, ``value`` for a number, a day or a code,
    ``text`` for anything else. All empty: the field is empty, or, where it may not be, again what
    the game knows.
    """

    n: int
    at: float
    register: RegisterKind
    idea: str
    track: Track | None
    risk: str | None
    column: RegisterColumn
    text: str
    who: str
    value: str
    way: FilledBy

    @property
    def content(self) -> str:
        """What the field holds."""
        return self.text or self.who or self.value


RegisterSubject = tuple[RegisterKind, str, Track | None, str | None]
"""The register, the idea, and the track of a benefit or the id of a risk."""


def subject_of_entry(entry: RegisterEntry) -> RegisterSubject:
    """The row that an entry belongs to."""
    return entry.register, entry.idea, entry.track, entry.risk


def spread_content(kind: FieldKind, content: str) -> tuple[str, str, str]:
    """The ``text``, ``who`` and ``value`` of an entry for a field of a kind."""
    if kind == "text":
        return content, "", ""
    return ("", content, "") if kind == "person" else ("", "", content)


def check_register_entry(entry: RegisterEntry) -> None:
    """Raise :class:`CodecError` unless an entry says what its column takes."""
    field = REGISTER_FIELDS[entry.register].get(entry.column)
    if field is None:
        raise CodecError("no_such_column", column=entry.column)
    benefit = entry.register == "benefit"
    if benefit == (entry.track is None) or (benefit and entry.risk is not None):
        raise CodecError("wrong_row")
    if (entry.text, entry.who, entry.value) != spread_content(field.kind, entry.content):
        raise CodecError("wrong_content", column=entry.column)
    if entry.content and not _takes(field, entry.content):
        raise CodecError("wrong_content", column=entry.column)


def _takes(field: RegisterField, content: str) -> bool:
    if field.kind == "number":
        return _is_number(content)
    if field.kind == "scale":
        return content in ("1", "2", "3", "4", "5")
    if field.kind == "day":
        return _is_day(content)
    return field.kind != "code" or content in field.codes


def _is_number(content: str) -> bool:
    try:
        number = float(content)
    except ValueError:
        return False
    return math.isfinite(number) and abs(number) <= LARGEST


def _is_day(content: str) -> bool:
    try:
        return date.fromisoformat(content).isoformat() == content
    except ValueError:
        return False
