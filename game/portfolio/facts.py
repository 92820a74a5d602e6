"""The facts of a session that a portfolio sums up: rows of numbers, codes and days.

They hold no language, and of people only what kind of role somebody has: no player, no group, no
file. A text that a group wrote itself is among them only where it may be shown once several groups
have written the same (:mod:`game.portfolio.views`).
"""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date
from typing import Any, Final, get_type_hints

from game.frozen import frozen

Row = dict[str, Any]


@frozen
class SessionFact:
    """A session as a whole.

    ``tags`` are what its tags are known by (:func:`game.session.annotations.tag_key`).
    ``fingerprint``, ``family``, ``origin`` and ``origin_entry`` tell copies and branches of one
    game from other games. ``project`` identifies the case, ``title_da`` and ``title_en`` name it
    unless it is a group's own project. ``edition`` is the version of the rules, ``refused`` the
    number of values that somebody told since and that cannot be, ``cut_off`` whether its file ends
    in the middle of a line. ``finished`` says that it was played to its end; what is over and was
    not was stopped, as ``verdict`` says, or ``ended_early`` by its facilitator.
    """

    fingerprint: str
    family: str
    origin: str | None
    origin_entry: int | None
    entries: int
    tags: tuple[str, ...]
    day: date
    project: str
    own_project: bool
    title_da: str
    title_en: str
    level: str
    edition: int
    seats: int
    minutes: float
    decisions: int
    finished: bool
    ended_early: bool
    verdict: str | None
    goals_reached: bool
    trust: int
    measured: bool
    refused: int
    cut_off: bool


@frozen
class BenefitFact:
    """A benefit or a downside as its register has it; what dice gave is ``harvested`` alone.

    ``owner`` is the kind of the owner's role. ``unit_da`` and ``unit_en`` are what it is counted
    in, ``unit_kind`` what kind of unit that is; an ``own_unit`` was written by the group. ``share``
    is how much of the way from baseline to target the measured ``value`` has come.
    """

    id: str
    track: str
    type: str | None
    sign: str
    status: str
    unit_da: str
    unit_en: str
    unit_kind: str
    own_unit: bool
    owner: str | None
    owned: bool
    baseline_source: str
    baseline_known: bool
    dated: bool
    review: date | None
    priority: str
    estimate: int | None
    harvested: int | None
    tried: bool
    proven: bool
    ranged: bool
    amends: bool
    kroner: float | None
    baseline: float | None
    target: float | None
    value: float | None
    measured_on: date | None
    share: float | None


@frozen
class TrackFact:
    """The latest value of a track's indicator that was reported after the game."""

    track: str
    baseline: float
    target: float
    value: float
    measured_on: date
    share: float | None


@frozen
class RiskFact:
    """A risk that came up. ``card`` is that of the case, ``None`` for one in the group's own words.

    ``named`` says that somebody at the table named it, ``owned`` that it has an owner. What dice
    made of it is ``play``.
    """

    track: str
    card: str | None
    name_da: str
    name_en: str
    likelihood: int
    severity: int
    named: bool
    mitigated: bool
    owned: bool
    status: str
    play: str


@frozen
class GuessFact:
    """An estimate that reality answered: what was believed, and what was true, in points.

    ``round`` is the one in which it was made, ``late`` says that this was in the second half of the
    game's rounds, ``drawn`` that the truth was drawn at the table and not written by the author of
    a case. ``roles`` are the kinds of role of whoever made the estimate. ``inside`` says whether
    the truth lay in its range.
    """

    round: int
    late: bool
    track: str
    roles: tuple[str, ...]
    estimate: int
    effect: int
    drawn: bool
    inside: bool | None


@frozen
class PracticeFact:
    """Whether a game that was played to its end did something that the method asks for."""

    practice: str
    done: bool


@frozen
class Facts:
    """All facts of a session."""

    session: SessionFact
    benefits: tuple[BenefitFact, ...]
    tracks: tuple[TrackFact, ...]
    risks: tuple[RiskFact, ...]
    guesses: tuple[GuessFact, ...]
    practices: tuple[PracticeFact, ...]


TABLES: Final[dict[str, type]] = {
    "sessions": SessionFact,
    "benefits": BenefitFact,
    "tracks": TrackFact,
    "risks": RiskFact,
    "guesses": GuessFact,
    "practices": PracticeFact,
}
"""The tables in which facts are kept, each with the kind of its rows."""

_TYPES: Final = {
    "str": "VARCHAR",
    "int": "BIGINT",
    "float": "DOUBLE",
    "bool": "BOOLEAN",
    "date": "DATE",
}


def column_types(kind: type) -> dict[str, str]:
    """The columns of a table and their types in SQL.

    >>> column_types(PracticeFact)
    {'practice': 'VARCHAR', 'done': 'BOOLEAN'}
    """
    hints = get_type_hints(kind)
    return {f.name: _sql_type(hints[f.name]) for f in fields(kind)}


def _sql_type(hint: Any) -> str:
    if hint == tuple[str, ...]:
        return "VARCHAR[]"
    plain = [part for part in getattr(hint, "__args__", (hint,)) if part is not type(None)]
    return _TYPES[plain[0].__name__]


def rows_of(file: int, facts: Facts) -> dict[str, list[Row]]:
    """The rows of each table, ready for JSON; ``file`` is the number of the session's file."""
    by_table: dict[str, tuple[Any, ...]] = {"sessions": (facts.session,)}
    by_table |= {name: getattr(facts, name) for name in TABLES if name != "sessions"}
    return {
        name: [{"file": file, **_plain(asdict(row))} for row in rows]
        for name, rows in by_table.items()
    }


def _plain(row: Row) -> Row:
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in row.items()}
