"""The Danish pages of the documentation, and what stands in them."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]

WRITTEN_BY_THE_PROGRAM = {"rules.da.md"}
"""Pages that are one source in two languages; they are held where they are written."""

DANISH = sorted(
    page
    for page in (*ROOT.glob("*.da.md"), *ROOT.glob("docs/**/*.da.md"))
    if page.name not in WRITTEN_BY_THE_PROGRAM
)


def prose(text: str) -> str:
    """A page without its blocks of code."""
    return re.sub(r"^```\w*\n.*?^```", "", text, flags=re.DOTALL | re.MULTILINE)


def headings(text: str) -> list[tuple[int, str]]:
    """Each heading: its level, and its text."""
    return [(len(m), told) for m, told in re.findall(r"^(#+) (.+)$", prose(text), re.MULTILINE)]


def tables(text: str) -> list[list[list[str]]]:
    """Each table: its rows with their cells."""
    found = re.findall(r"(?:^\|.*\|\n)+", prose(text) + "\n", re.MULTILINE)
    return [[cells(row) for row in table.splitlines()] for table in found]


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]
