"""The counted facts as Parquet files, for whoever has a tool of their own, such as Power BI.

No file, player or group stands in them: sessions and projects have numbers, which are others when
other sessions are counted.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import duckdb

PARQUET: Final = {
    "sessions.parquet": """
        SELECT session, project_number AS project, own_project, title AS "case", day, level,
            edition AS rules, seats, minutes, decisions, finished, ended_early, verdict,
            goals_reached, trust, measured, refused, cut_off
        FROM counted ORDER BY session
    """,
    "benefits.parquet": """
        SELECT session, project_number AS project, own_project, id, track, type, sign, status,
            unit, unit_kind, owner, owned, baseline_source, baseline_known, dated,
            review, priority, estimate, harvested, tried, proven, ranged, amends,
            kroner, baseline, target, value AS measured,
            measured_on, share
        FROM all_benefits ORDER BY session, id
    """,
    "tracks.parquet": """
        SELECT session, own_project, track, baseline, target, value AS measured, measured_on, share
        FROM all_tracks ORDER BY session, track
    """,
    "risks.parquet": """
        SELECT session, own_project, title AS "case", track, card, name, likelihood, severity,
            likelihood * severity AS score, named, mitigated, owned, status, play
        FROM all_risks ORDER BY ALL
    """,
    "estimates.parquet": """
        SELECT session, own_project, title AS "case", round, late, track,
            array_to_string(roles, ' + ') AS roles, estimate, effect, bias, drawn, inside
        FROM all_guesses ORDER BY ALL
    """,
    "practices.parquet": """
        SELECT session, own_project, practice, done FROM all_practices ORDER BY ALL
    """,
}
"""The Parquet files, each with its rows."""


def parquet_files(connection: duckdb.DuckDBPyConnection) -> dict[str, bytes]:
    """Every Parquet file by its name."""
    with TemporaryDirectory(prefix="gevinst-") as folder:
        return {name: _parquet(connection, Path(folder, name)) for name in PARQUET}


def _parquet(connection: duckdb.DuckDBPyConnection, path: Path) -> bytes:
    connection.sql(PARQUET[path.name]).write_parquet(str(path), compression="zstd")
    return path.read_bytes()
