"""The blocks of a document to be read: headings, paragraphs, lists, tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from game.wording.rules_text import Section

Block = dict[str, Any]
_SHORT: Final = 22
"""Up to so many letters a column does not break its texts."""
_LONG: Final = 120
"""From so many letters on a column gets no more room."""


def heading(text: str, level: int = 2) -> Block:
    """A heading; the title of a document is of level 1."""
    return {"kind": f"h{level}", "text": text}


def paragraph(text: str) -> Block:
    """A paragraph."""
    return {"kind": "p", "text": text}


def lead(text: str) -> Block:
    """What a document is, below its title."""
    return {"kind": "lead", "text": text}


def bullets(items: Sequence[str]) -> Block:
    """A list."""
    return {"kind": "list", "items": list(items)}


def steps(items: Sequence[str]) -> Block:
    """A list whose order counts."""
    return {"kind": "steps", "items": list(items)}


def table(rows: Sequence[Sequence[str]]) -> Block:
    """A table whose first row is its header.

    Columns of short texts are as wide as these, the others share what is left by how much they say.
    """
    columns = [_share([len(text) for text in column]) for column in zip(*rows, strict=True)]
    return {"kind": "table", "rows": [list(row) for row in rows], "columns": columns}


def beside(*columns: Sequence[Block], shares: Sequence[int]) -> Block:
    """Columns of blocks next to each other, with their shares of the page's width."""
    return {
        "kind": "beside",
        "columns": [list(column) for column in columns],
        "shares": list(shares),
    }


def _share(lengths: Sequence[int]) -> int:
    """The share of a column by the lengths of its texts: 0 for one as wide as its longest."""
    usual = sum(lengths) // len(lengths)
    return 0 if max(lengths) <= _SHORT else _SHORT + min(usual, _LONG)


def section_blocks(section: Section) -> Iterator[Block]:
    """A section of the rules in its order."""
    yield heading(section.title)
    yield from map(paragraph, section.paragraphs[:1])
    if section.items:
        yield bullets(section.items)
    yield from map(paragraph, section.paragraphs[1:])
    if section.table:
        yield table(section.table)
