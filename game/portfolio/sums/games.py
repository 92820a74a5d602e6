"""Sums over games: how estimates lay, which risks recur, what was left out, what a case teaches."""

from __future__ import annotations

from typing import Final

from game.i18n import mark
from game.portfolio.sums.model import IN_TRACK_ORDER, Sum, SumColumn

_BIAS: Final = (
    SumColumn("guesses", mark("Estimates answered")),
    SumColumn("sessions", mark("Games")),
    SumColumn("bias", mark("Too high on average (points)"), "bias"),
    SumColumn("miss", mark("Off the truth on average (points)"), "points"),
    SumColumn("near", mark("Within one point"), "share"),
    SumColumn("inside", mark("Truth within the range given"), "share"),
)
_ANSWERED: Final = """
    count(*) AS guesses,
    count(DISTINCT session) AS sessions,
    avg(bias) AS bias,
    avg(miss) AS miss,
    avg((miss <= 1)::INT) AS near,
    avg(inside::INT) AS inside
"""


def _bias_by(label: str, table: str = "answered") -> str:
    """How the estimates lay beside the truth, by something."""
    return f"SELECT {label} AS label, {_ANSWERED} FROM {table} GROUP BY 1"


_RISKS: Final = """
    SELECT name AS label, {where} AS place,
        count(DISTINCT session) AS sessions,
        avg(named::INT) AS named,
        avg(mitigated::INT) AS mitigated,
        {struck} AS struck
    FROM all_risks WHERE name IS NOT NULL AND {which}
    GROUP BY name, card HAVING count(DISTINCT session) > 1
"""

_ENOUGH: Final = 5
"""So many games there must be with and without a practice before the two are compared."""

GAMES: Final[tuple[Sum, ...]] = (
    Sum(
        "bias_by_track",
        "bias",
        mark("By track"),
        "track",
        mark("Track"),
        _bias_by("track"),
        _BIAS,
        order=("bias",),
    ),
    Sum(
        "bias_by_role",
        "bias",
        mark("By the role that estimated"),
        "role",
        mark("Role"),
        _bias_by("role", "(SELECT *, unnest(roles) AS role FROM answered)"),
        _BIAS,
        mark("Whoever plays two roles counts for both."),
        order=("bias",),
    ),
    Sum(
        "bias_by_case",
        "bias",
        mark("By case"),
        "title",
        mark("Case"),
        _bias_by("title"),
        _BIAS,
        order=("bias",),
    ),
    Sum(
        "risks_of_cases",
        "risks",
        mark("In the cases"),
        "risk",
        mark("Risk"),
        _RISKS.format(
            where="any_value(title)",
            which="NOT own_project AND card IS NOT NULL",
            struck="avg((play = 'struck')::INT)",
        ),
        (
            SumColumn("place", mark("Case"), "text"),
            SumColumn("sessions", mark("Games")),
            SumColumn("named", mark("Named by somebody"), "share"),
            SumColumn("mitigated", mark("Mitigated"), "share"),
            SumColumn("struck", mark("Struck in the game"), "share"),
        ),
        order=("sessions",),
    ),
    Sum(
        "risks_of_groups",
        "risks",
        mark("In the groups' own words"),
        "risk",
        mark("Risk"),
        _RISKS.format(where="NULL", which="card IS NULL", struck="NULL"),
        (
            SumColumn("sessions", mark("Games")),
            SumColumn("mitigated", mark("Mitigated"), "share"),
        ),
        mark("Only what was written alike in at least three different projects."),
        order=("sessions",),
    ),
    Sum(
        "risks_by_track",
        "risks",
        mark("In own projects, by track"),
        "track",
        mark("Track"),
        f"""
        SELECT track AS label, count(*) AS risks,
            count(*) FILTER (WHERE NOT owned) AS no_owner,
            count(*) FILTER (WHERE NOT mitigated) AS left_so,
            count(*) FILTER (WHERE likelihood * severity >= 12) AS high
        FROM all_risks WHERE own_project AND status NOT IN ('shelved', 'closed') GROUP BY 1
        ORDER BY {IN_TRACK_ORDER}
        """,
        (
            SumColumn("risks", mark("Risks")),
            SumColumn("no_owner", mark("Without owner")),
            SumColumn("left_so", mark("Nobody works on them")),
            SumColumn("high", mark("Score of 12 or more")),
        ),
    ),
    Sum(
        "practices",
        "practices",
        mark("How many games left it out"),
        "practice",
        mark("Practice"),
        f"""
        SELECT practice AS label, count(*) AS games,
            count(*) FILTER (WHERE NOT done) AS left_out,
            avg((NOT done)::INT) AS share,
            least(
                count(*) FILTER (WHERE done AND NOT own_project),
                count(*) FILTER (WHERE NOT done AND NOT own_project)
            ) >= {_ENOUGH} AS comparable,
            CASE WHEN comparable
                THEN avg(goals_reached::INT) FILTER (WHERE done AND NOT own_project)
                END AS with_it,
            CASE WHEN comparable
                THEN avg(goals_reached::INT) FILTER (WHERE NOT done AND NOT own_project)
                END AS without
        FROM all_practices GROUP BY 1
        """,
        (
            SumColumn("games", mark("Games")),
            SumColumn("left_out", mark("Left out")),
            SumColumn("share", mark("Share that left it out"), "share"),
            SumColumn("with_it", mark("Goals reached with it"), "share"),
            SumColumn("without", mark("Goals reached without it"), "share"),
        ),
        mark(
            "The last two columns are about cases, and only where there are five games or "
            "more on each side: that two things go together does not mean that one causes "
            "the other."
        ),
        order=("share",),
    ),
    Sum(
        "cases",
        "cases",
        mark("Each case"),
        "title",
        mark("Case"),
        """
        SELECT c.title AS label, count(*) AS games, count(*) FILTER (WHERE finished) AS finished,
            median(minutes) FILTER (WHERE finished) AS minutes,
            avg(goals_reached::INT) FILTER (WHERE finished OR verdict = 'stopped') AS reached,
            any_value(early) AS early, any_value(late) AS late, any_value(done) AS done
        FROM counted AS c
        LEFT JOIN (SELECT project, avg(miss) FILTER (WHERE NOT late) AS early,
                       avg(miss) FILTER (WHERE late) AS late
                   FROM answered GROUP BY project) USING (project)
        LEFT JOIN (SELECT project, avg(done::INT) AS done FROM all_practices GROUP BY project)
            USING (project)
        WHERE NOT own_project GROUP BY project, c.title
        """,
        (
            SumColumn("games", mark("Games")),
            SumColumn("finished", mark("Played to the end")),
            SumColumn("minutes", mark("Minutes (median)"), "minutes"),
            SumColumn("reached", mark("All goals reached"), "share"),
            SumColumn("early", mark("Off the truth in the first half (points)"), "points"),
            SumColumn("late", mark("Off the truth in the second half (points)"), "points"),
            SumColumn("done", mark("Practices used"), "share"),
        ),
        mark(
            "A case teaches where estimates come nearer the truth from its first half to its "
            "second, and where many practices are used. Minutes and practices are those of games "
            "that were played to the end; goals are counted over these and those that were stopped."
        ),
        order=("games",),
    ),
)
"""The tables about games, in the order of the page."""
