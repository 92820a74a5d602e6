"""A sum: a query with the columns that it gives. Page, workbook and JSON are made from the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from game.engine import TRACKS
from game.frozen import frozen

Value = str | int | float | bool | None

SumKind = Literal["label", "text", "whole", "kroner", "share", "points", "bias", "minutes"]
"""What a column holds: ``share`` is 0 to 1, ``bias`` points above or below the truth."""

LabelKind = Literal["type", "unit", "role", "track", "title", "due", "practice", "risk"]
"""What the first column of a table names, and so what its codes are called."""

SectionId = Literal["benefits", "due", "missing", "real", "bias", "risks", "practices", "cases"]

IN_TRACK_ORDER: Final = f"list_position({list(TRACKS)}, label)"
"""The order of rows that are tracks."""


@frozen
class SumColumn:
    """A column of a sum: the name of its value in the query, its title, and what it holds."""

    key: str
    title: str
    kind: SumKind = "whole"


@frozen
class Sum:
    """A table of a portfolio. Its query names the rows ``label``, with a code or a text.

    ``order`` are the columns whose largest values come first; rows that are alike there are in the
    order of the alphabet. Without it the query has the order. ``about`` is a sentence about how to
    read it.
    """

    id: str
    section: SectionId
    title: str
    label: LabelKind
    head: str
    query: str
    columns: Sequence[SumColumn]
    about: str = ""
    order: Sequence[str] = ()


@frozen
class SumTable:
    """A sum that was made: each row begins with its label, in words."""

    sum: Sum
    rows: tuple[tuple[Value, ...], ...]
