"""What is counted: which sessions, and which of a group's own words may be shown.

A game counts once, however many copies of it there are; a *what if* does not count beside the game
that it left. What a group wrote itself (a unit, a risk) is shown only where groups with
:data:`KNOWN_TO` different projects wrote the same: it then says nothing about any of them.
"""

from __future__ import annotations

from datetime import date
from typing import Final

import duckdb

from game.frozen import frozen
from game.i18n import Lang
from game.paths import as_text
from game.session.annotations import tag_key

KNOWN_TO: Final = 3
"""From how many different projects on a group's own words are shown."""

SOON: Final = 3
"""Within how many months a review is due soon."""


@frozen
class Selection:
    """What to count: the day as of which reviews are due, and the tags of the sessions (any)."""

    today: date
    tags: tuple[str, ...] = ()


def create_views(connection: duckdb.DuckDBPyConnection, lang: Lang, chosen: Selection) -> None:
    """The tables from which sums are made, in a language."""
    tags = [as_text(tag_key(tag)) for tag in chosen.tags]
    connection.execute("CREATE OR REPLACE TEMP TABLE asked AS SELECT ?::VARCHAR[] AS tags", [tags])
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE today AS SELECT ?::DATE AS day", [chosen.today]
    )
    for name, query in _TABLES.items():
        spelt = query.replace("{lang}", lang)
        connection.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {spelt}")


_TABLES: Final = {
    # ---- which sessions count
    "here": """
        SELECT sessions.* FROM sessions JOIN files USING (file) JOIN found USING (path), asked
        WHERE asked.tags = [] OR list_has_any(sessions.tags, asked.tags)
    """,
    "ranked": """
        SELECT *, row_number() OVER (
            PARTITION BY family
            ORDER BY continued, origin IS NOT NULL AND NOT continues, entries DESC, file
        ) AS place
        FROM (
            SELECT *,
                EXISTS (SELECT 1 FROM here AS next WHERE next.origin = here.fingerprint
                        AND next.origin_entry = here.entries) AS continued,
                EXISTS (SELECT 1 FROM here AS before WHERE before.fingerprint = here.origin
                        AND before.entries = here.origin_entry) AS continues
            FROM here
        )
    """,
    "counted": """
        SELECT * EXCLUDE (title_da, title_en, place),
            printf('S%05d', row_number() OVER (ORDER BY fingerprint)) AS session,
            printf('P%04d', dense_rank() OVER (ORDER BY md5(project))) AS project_number,
            title_{lang} AS title
        FROM ranked WHERE place = 1
    """,
    # ---- what groups wrote themselves
    "known_units": f"""
        SELECT lower(unit_da) AS unit_key,
            coalesce(min(unit_{{lang}}) FILTER (NOT own_unit), min(unit_{{lang}})) AS unit
        FROM benefits JOIN counted USING (file) GROUP BY 1
        HAVING bool_or(NOT own_unit) OR count(DISTINCT project) >= {KNOWN_TO}
    """,
    "known_risks": f"""
        SELECT name_da FROM risks JOIN counted USING (file)
        WHERE card IS NULL AND name_da <> ''
        GROUP BY name_da HAVING count(DISTINCT project) >= {KNOWN_TO}
    """,
    # ---- rows of counted sessions
    "all_benefits": """
        SELECT benefits.* EXCLUDE (unit_da, unit_en), session, project_number, own_project,
            nullif(known_units.unit, '') AS unit
        FROM benefits JOIN counted USING (file)
            LEFT JOIN known_units ON lower(unit_da) = unit_key
    """,
    "promised": """
        SELECT * FROM all_benefits WHERE own_project AND sign = 'benefit' AND status <> 'shelved'
    """,
    "reviews": f"""
        SELECT *, CASE
            WHEN review IS NULL THEN '5_none'
            WHEN measured_on >= review THEN '4_done'
            WHEN review < day THEN '1_overdue'
            WHEN review <= day + INTERVAL {SOON} MONTH THEN '2_soon'
            ELSE '3_later' END AS due
        FROM promised, today
    """,
    "downsides": """
        SELECT * FROM all_benefits WHERE own_project AND sign <> 'benefit' AND status <> 'shelved'
    """,
    "all_risks": """
        SELECT risks.* EXCLUDE (name_da, name_en), session, project, own_project, title,
            CASE WHEN card IS NOT NULL OR known_risks.name_da IS NOT NULL
                 THEN nullif(name_{lang}, '') END AS name
        FROM risks JOIN counted USING (file) LEFT JOIN known_risks USING (name_da)
    """,
    "all_guesses": """
        SELECT guesses.*, session, project, own_project, title,
            estimate - effect AS bias, abs(estimate - effect) AS miss
        FROM guesses JOIN counted USING (file)
    """,
    "answered": "SELECT * FROM all_guesses WHERE NOT drawn",
    "all_practices": """
        SELECT practices.*, session, project, own_project, goals_reached
        FROM practices JOIN counted USING (file)
    """,
    "all_tracks": """
        SELECT tracks.*, session, own_project FROM tracks JOIN counted USING (file)
    """,
}
"""The tables in the order in which they build on each other; ``{lang}`` is the language."""
