"""What the group wrote silently and what it voted on, as a report tells it: never whose it was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from game.i18n import Words
from game.report.source import ReportSource
from game.session.group_rounds import VoteCount, WritingRound, WrittenSheet
from game.wording.group_work import QUESTIONS
from game.wording.votes import spoken


def group_lines(source: ReportSource) -> Iterator[str]:
    """A line for each round of silent writing, then for each vote that somebody took part in."""
    for writing in source.log.writing_rounds:
        if writing.sheets:
            yield _written(source.t, writing)
    for vote in _votes(source):
        if vote.ballots:
            yield _voted(source.t, vote)


def _votes(source: ReportSource) -> list[VoteCount]:
    """The votes, in the language of the report."""
    said = spoken(source.names, source.state.ideas)
    return [vote.put_as(said) for vote in source.log.votes]


def _written(t: Words, writing: WritingRound) -> str:
    """What was written and what became of it: how often it was said, and whether it was placed."""
    told = [_sheet(t, sheet, len(writing.below(sheet))) for sheet in _turned(writing)]
    if hidden := len(writing.on_top()) - len(told):
        told.append(t.plural("{n} sheet was not turned", "{n} sheets were not turned", hidden))
    question = t(QUESTIONS[writing.asks])
    return t("Written silently: {question} {sheets}.", question=question, sheets="; ".join(told))


def _sheet(t: Words, sheet: WrittenSheet, below: int) -> str:
    text = f"{sheet.text} (×{below + 1})" if below else sheet.text
    return t("{text} (placed as a card)", text=text) if sheet.placed else text


def _voted(t: Words, vote: VoteCount) -> str:
    """The question, and the options that got dots, the most first."""
    told = "; ".join(f"{option}: {dots}" for option, dots in vote.ranking if dots)
    count = t.plural("{n} voted", "{n} voted", len(vote.ballots))
    return t("{question} ({count}) {result}.", question=vote.question, count=count, result=told)


def _turned(writing: WritingRound) -> list[WrittenSheet]:
    return [sheet for sheet in writing.on_top() if sheet.turned]


def group_data(source: ReportSource) -> dict[str, Any]:
    """The same for programs."""
    return {
        "silent_writing": [
            {"asks": writing.asks, "sheets": [_sheet_data(writing, s) for s in _turned(writing)]}
            for writing in source.log.writing_rounds
        ],
        "votes": [
            {
                "question": vote.question,
                "voters": len(vote.ballots),
                "options": [{"text": text, "dots": dots} for text, dots in vote.ranking],
            }
            for vote in _votes(source)
        ],
    }


def _sheet_data(writing: WritingRound, sheet: WrittenSheet) -> dict[str, Any]:
    times = len(writing.below(sheet)) + 1
    return {"text": sheet.text, "times": times, "placed": sheet.placed}
