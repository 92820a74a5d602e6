"""Reads a file that may be no good TOML: all that is wrong at once, and what can be trusted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

from game.content.findings import Finding
from game.content.lenient.edits import Edit, Fault
from game.content.lenient.judging import Judge
from game.content.lenient.mojibake import mojibake
from game.content.lenient.parser import Parser
from game.content.positions import KeyPath, Positions
from game.frozen import frozen

LONGEST: Final = 400_000
"""The most letters that are read this way; a case file has a tenth of it."""
LONGEST_LINE: Final = 20_000

_LONE_RETURN: Final = re.compile(r"\r(?!\n)")


@frozen
class Reading:
    """What was read. ``doubted`` are the paths of what cannot be trusted.

    The path of a table with ``"*"`` behind it means that it may have more keys than were read, an
    empty path that a whole table may be missing. ``spots`` are the letters of single values.
    """

    data: dict[str, Any]
    faults: tuple[Fault, ...]
    doubted: frozenset[KeyPath]
    positions: Positions
    spots: Mapping[KeyPath, tuple[int, int]]
    gave_up: bool


def readable(text: str) -> bool:
    """Whether a text is of a size that is read this way."""
    return len(text) <= LONGEST and max(map(len, text.split("\n"))) <= LONGEST_LINE


@lru_cache(maxsize=1)
def read(text: str) -> Reading:
    """Read a text; whatever it is, this ends, and raises nothing.

    What was read last is kept, and nobody changes it: a text is judged first, and mended then.
    """
    returns, lines = _lines(text)
    parser = Parser(lines)
    judge = Judge(parser.root, parser.shape)
    faults = _in_order(lines, [*returns, *parser.faults, *judge.faults, *mojibake(lines)])
    return Reading(
        judge.data,
        tuple(faults),
        frozenset(judge.doubted | parser.placing.doubted),
        Positions.of(lines, judge.places),
        judge.spots,
        parser.gave_up,
    )


def _lines(text: str) -> tuple[list[Fault], str]:
    """The text with the ends of lines that TOML knows, letter for letter; and what was wrong."""
    lone = [found.start() for found in _LONE_RETURN.finditer(text)]
    lines = _LONE_RETURN.sub("\n", text)
    if not lone:
        return [], lines
    edits = tuple(Edit(at, at + 1, "\n") for at in lone)
    finding = Finding("line_ends", at=(1, 1))
    first = text[: lone[0]][:80]
    return [Fault(finding, lone[0], lone[0] + 1, edits, certain=True, shown=first)], lines


def _in_order(text: str, faults: Iterable[Fault]) -> list[Fault]:
    """Faults by their place; on one line the same thing is told once, and mended in all places."""
    told: dict[tuple[str, int], Fault] = {}
    for fault in sorted(faults, key=lambda fault: (fault.start, fault.end)):
        where = (fault.finding.code, text.rfind("\n", 0, fault.start))
        first = told.get(where)
        if first is not None and first.certain and fault.certain:
            told[where] = replace(first, edits=(*first.edits, *fault.edits))
        elif first is not None and fault.start != first.start:
            told[fault.finding.code, fault.start] = fault
        else:
            told.setdefault(where, fault)
    return list(told.values())
