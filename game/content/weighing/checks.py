"""Everything that is said of a case beyond what keeps it from being played: warnings.

It is worked out for whoever writes a case; a case that is only loaded to be played is not weighed.
Lines that were tuned for games of some length have numbers for a full game and for a short one, and
a draft of a few cards is only told how many are missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from game.content.findings import Finding
from game.content.schema import ScenarioFile
from game.content.weighing import (
    cast,
    ideas,
    measures,
    modules,
    money,
    pictures,
    risks,
    rules,
    tracks,
)
from game.content.weighing.prose import texts
from game.content.weighing.subject import Check, Subject, warn
from game.content.weighing.translations import translation_findings
from game.content.weighing.wording import wording_findings
from game.content.weighing_messages import FORMER_CLAIMS, FORMER_UNKNOWN

FORMER_KEYS: Final[Mapping[str, str]] = {
    "written_claims": FORMER_CLAIMS,
    "unknown_severity": FORMER_UNKNOWN,
    "unknown_likelihood": FORMER_UNKNOWN,
}
"""Numbers of ``[rules]`` that version 1 knew, and what to do about each."""

_ALWAYS: Final[tuple[Check, ...]] = (
    *money.ALWAYS,
    *rules.ALWAYS,
    *measures.ALWAYS,
    *cast.ALWAYS,
    *modules.ALWAYS,
    *pictures.ALWAYS,
)
_OF_CARDS: Final[tuple[Check, ...]] = (
    *tracks.OF_CARDS,
    *ideas.OF_CARDS,
    *risks.OF_CARDS,
    *cast.OF_CARDS,
)
_OF_DECKS: Final[tuple[Check, ...]] = (
    *tracks.OF_DECKS,
    *ideas.OF_DECKS,
    *risks.OF_DECKS,
    *cast.OF_DECKS,
)


def weigh(scenario: ScenarioFile, data: Mapping[str, Any], text: str) -> list[Finding]:
    """All warnings about a valid file; ``data`` is its raw data, ``text`` what was written."""
    case = Subject(scenario, data, text)
    found = [finding for check in _checks(case) for finding in check(case)]
    return [*found, *_former_keys(data), *read_through(data)]


def read_through(data: Mapping[str, Any]) -> list[Finding]:
    """The warnings about the texts of a file, which may be read before it is valid."""
    prose = texts(data)
    return [*wording_findings(prose), *translation_findings(data, prose)]


def _checks(case: Subject) -> Iterator[Check]:
    yield from _ALWAYS
    if case.scenario.own_project:
        yield from rules.OF_DECKS
        return
    yield from _OF_CARDS
    if not case.is_draft:
        yield from rules.OF_DECKS
        yield from _OF_DECKS


def _former_keys(data: Mapping[str, Any]) -> Iterator[Finding]:
    """Numbers of older rules may stay in a file, and do nothing."""
    written = data.get("rules") or {}
    for key, hint in FORMER_KEYS.items():
        if key in written:
            yield replace(warn("former_key", ("rules", key), key=key), hint=hint)
