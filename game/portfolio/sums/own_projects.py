"""Sums over the registers of own projects: what is promised, due, missing, and real."""

from __future__ import annotations

from typing import Final

from game.i18n import mark
from game.portfolio.sums.model import IN_TRACK_ORDER, Sum, SumColumn

_BENEFITS: Final = (
    SumColumn("benefits", mark("Benefits")),
    SumColumn("no_owner", mark("Without owner")),
    SumColumn("no_baseline", mark("Without baseline")),
    SumColumn("kroner", mark("Kroner a year"), "kroner"),
)
_COUNTED: Final = """
    count(*) AS benefits,
    count(*) FILTER (WHERE NOT owned) AS no_owner,
    count(*) FILTER (WHERE NOT baseline_known) AS no_baseline,
    sum(kroner) AS kroner
"""


def _promised_by(label: str) -> str:
    """The promised benefits by something."""
    return f"SELECT {label} AS label, {_COUNTED} FROM promised GROUP BY 1"


_SENSIBLE: Final = "share BETWEEN -2 AND 3"
"""A measured value beyond that is to be questioned, and not to be summed."""

_REAL: Final = (
    SumColumn("benefits", mark("Benefits")),
    SumColumn("measured", mark("Measured")),
    SumColumn("way", mark("Median share of the planned change"), "share"),
    SumColumn("reached", mark("Target reached")),
    SumColumn("worse", mark("Worse than baseline")),
    SumColumn("question", mark("To be questioned")),
    SumColumn("planned", mark("Kroner planned"), "kroner"),
    SumColumn("real", mark("Kroner real"), "kroner"),
)
_FOLLOWED: Final = f"""
    count(value) AS measured,
    median(share) FILTER (WHERE {_SENSIBLE}) AS way,
    count(*) FILTER (WHERE share >= 1 AND {_SENSIBLE}) AS reached,
    count(*) FILTER (WHERE share < 0 AND {_SENSIBLE}) AS worse,
    count(*) FILTER (WHERE value IS NOT NULL AND NOT coalesce({_SENSIBLE}, false)) AS question
"""
_KRONER: Final = f"""
    sum(kroner) FILTER (WHERE {_SENSIBLE}) AS planned,
    sum(kroner * share) FILTER (WHERE {_SENSIBLE}) AS real
"""


def _real_by(label: str) -> str:
    """What was measured of the promised benefits, by something."""
    return f"""
        SELECT {label} AS label, count(*) AS benefits, {_FOLLOWED}, {_KRONER}
        FROM promised GROUP BY 1 HAVING count(value) > 0
    """


OWN_PROJECTS: Final[tuple[Sum, ...]] = (
    Sum(
        "by_type",
        "benefits",
        mark("By type"),
        "type",
        mark("Type of benefit"),
        _promised_by("type"),
        _BENEFITS,
        mark("A baseline counts once it was measured, or a day is set for that."),
        order=("benefits",),
    ),
    Sum(
        "by_unit",
        "benefits",
        mark("By unit"),
        "unit",
        mark("Counted in"),
        _promised_by("coalesce(unit, '*' || unit_kind)"),
        _BENEFITS,
        mark("A unit that only few groups write is counted with others of its kind."),
        order=("benefits",),
    ),
    Sum(
        "by_owner",
        "benefits",
        mark("By the owner's role"),
        "role",
        mark("Owner"),
        _promised_by("CASE WHEN owned THEN coalesce(owner, '*elsewhere') END"),
        _BENEFITS,
        mark("Kinds of roles, whatever they are called in a project."),
        order=("benefits",),
    ),
    Sum(
        "due",
        "due",
        mark("When the next review is"),
        "due",
        mark("Review"),
        f"SELECT due AS label, {_COUNTED} FROM reviews GROUP BY 1 ORDER BY 1",
        _BENEFITS,
    ),
    Sum(
        "due_by_owner",
        "due",
        mark("Reviews overdue and soon due, by the owner's role"),
        "role",
        mark("Owner"),
        """
        SELECT CASE WHEN owned THEN coalesce(owner, '*elsewhere') END AS label,
            count(*) FILTER (WHERE due = '1_overdue') AS overdue,
            count(*) FILTER (WHERE due = '2_soon') AS soon
        FROM reviews GROUP BY 1 HAVING overdue + soon > 0
        """,
        (SumColumn("overdue", mark("Overdue")), SumColumn("soon", mark("Soon due"))),
        order=("overdue", "soon"),
    ),
    Sum(
        "missing",
        "missing",
        mark("What is missing, by track"),
        "track",
        mark("Track"),
        f"""
        SELECT track AS label, count(*) AS benefits,
            count(*) FILTER (WHERE NOT owned) AS no_owner,
            count(*) FILTER (WHERE NOT baseline_known) AS no_baseline,
            count(*) FILTER (WHERE NOT dated) AS no_date,
            count(*) FILTER (WHERE NOT tried) AS not_tried
        FROM promised GROUP BY 1 ORDER BY {IN_TRACK_ORDER}
        """,
        (
            SumColumn("benefits", mark("Benefits")),
            SumColumn("no_owner", mark("Without owner")),
            SumColumn("no_baseline", mark("Without baseline")),
            SumColumn("no_date", mark("Without date")),
            SumColumn("not_tried", mark("Not tried")),
        ),
    ),
    Sum(
        "downsides",
        "missing",
        mark("Downsides, by track"),
        "track",
        mark("Track"),
        f"""
        SELECT track AS label, count(*) AS downsides, count(*) FILTER (WHERE NOT amends) AS left_so
        FROM downsides GROUP BY 1 ORDER BY {IN_TRACK_ORDER}
        """,
        (
            SumColumn("downsides", mark("Downsides")),
            SumColumn("left_so", mark("Nothing makes up for them")),
        ),
    ),
    Sum(
        "real_by_track",
        "real",
        mark("Benefits by track"),
        "track",
        mark("Track"),
        _real_by("track"),
        _REAL,
        order=("measured",),
    ),
    Sum(
        "real_by_type",
        "real",
        mark("Benefits by type"),
        "type",
        mark("Type of benefit"),
        _real_by("type"),
        _REAL,
        order=("measured",),
    ),
    Sum(
        "indicators",
        "real",
        mark("The indicators of the tracks"),
        "track",
        mark("Track"),
        f"SELECT track AS label, {_FOLLOWED} FROM all_tracks WHERE own_project GROUP BY 1 "
        f"ORDER BY {IN_TRACK_ORDER}",
        _REAL[1:6],
    ),
)
"""The tables about own projects, in the order of the page."""
