"""What a sentence on the page rests on: the entries of the log, as the page lists them."""

from __future__ import annotations

from game.debrief import Evidence, trail
from game.frozen import frozen
from game.report.source import ReportSource
from game.wording import terms
from game.wording.debrief_texts import DebriefFormatter, entry_text, searched_text


@frozen
class PageEntry:
    """An entry of the log: its step in the replay, the name of its round, what it recorded."""

    number: str
    round: str
    text: str


@frozen
class PageEvidence:
    """The entries that something rests on, and where was looked for what it denies."""

    entries: tuple[PageEntry, ...]
    searched: str


def round_name(source: ReportSource, number: int) -> str:
    """The name of a round; what comes after the last one has a name and no number."""
    return terms.round_name(source.t, number, sum(source.debrief.setup.rules.rounds))


def page_evidence(source: ReportSource, found: Evidence) -> PageEvidence:
    """Some evidence in words."""
    fmt = DebriefFormatter(source.names, named=False)
    entries = trail(source.debrief.steps, source.log.records, found)
    return PageEvidence(
        tuple(
            PageEntry(
                "–" if entry.number is None else source.t.number(entry.number),
                round_name(source, entry.position.round),
                entry_text(fmt, entry),
            )
            for entry in entries
        ),
        searched_text(fmt, found),
    )
