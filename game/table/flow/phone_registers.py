"""The questions of the register that phones answer: about the benefits that their seats own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from game.engine import State
from game.engine.limits import MAX_NAME, MAX_TEXT
from game.i18n import Words, mark
from game.i18n.days import short_day
from game.phones.tables import Blank, RegisterQuestion
from game.report.columns import code_text, title
from game.report.questions import FillQuestion, row_of
from game.session import RegisterColumn
from game.table.after.debrief.fill import EXAMPLES, QUESTIONS
from game.table.after.debrief.filling import Answers
from game.table.parts.discussion.discussion import Discussion

UNSAVED: Final = mark("It could not be saved: the screen says why. Send it again after that.")
OWNER_ANSWERS: Final = mark(
    "Whoever owns the benefit answers that: on a phone of their own, or at the screen."
)
_NUMBER_OR_DAY = 20
_LIMITS = {"text": MAX_TEXT, "person": MAX_NAME}


def asked_of(
    discussion: Discussion, state: State, seat: int, t: Words
) -> Sequence[RegisterQuestion]:
    """What is asked of a seat, open questions first."""
    asked = [_as_asked(t, answers) for answers in _of_seat(discussion, state, seat, t)]
    return sorted(asked, key=lambda question: not question.open)


def answer(
    discussion: Discussion, state: State, seat: int, key: str, said: Mapping[str, str], t: Words
) -> str:
    """Fill in what a seat says; what cannot be read of it, or why it cannot be."""
    found = (a for a in _of_seat(discussion, state, seat, t) if key_of(a.question) == key)
    answers = next(found, None)
    if answers is None:
        return t(OWNER_ANSWERS)
    for column in answers.question.columns:
        answers.set(column, said.get(column, answers.values[column]))
    for column, content in list(answers.contents(t)):
        fill = discussion.additions.fill
        if not discussion.add(partial(fill, answers.question.row, column, content, "asked")):
            return t(UNSAVED)
    return " ".join(answers.wrong.values())


def key_of(question: FillQuestion) -> str:
    """What a question is known by on a phone."""
    return f"{question.id}-{question.code}"


def _of_seat(discussion: Discussion, state: State, seat: int, t: Words) -> Iterator[Answers]:
    """The questions about the benefits that a seat owns, each with what stands there now."""
    known = discussion.registers(t)
    for question in discussion.questions(t):
        _, id, track, _ = question.row
        idea = state.idea(id)
        benefit = None if idea is None or track is None else idea.benefit(track)
        if known is not None and benefit is not None and benefit.owner == seat:
            yield Answers(t, question, row_of(known[1], question))


def _as_asked(t: Words, answers: Answers) -> RegisterQuestion:
    question = answers.question
    blanks = tuple(_blank(t, answers, column) for column in question.columns)
    text = t(QUESTIONS[question.code][1])
    called = f"{question.id} {question.title}"
    return RegisterQuestion(key_of(question), called, question.about, text, blanks, question.open)


def _blank(t: Words, answers: Answers, column: RegisterColumn) -> Blank:
    field, label = answers.field(column), title(t, answers.column(column))
    value, limit = answers.values[column], _LIMITS.get(field.kind, _NUMBER_OR_DAY)
    blank = Blank(column, label, value, limit, t(EXAMPLES.get(column, "")))
    if field.kind == "code":
        return replace(blank, choices=tuple((code, code_text(t, code)) for code in field.codes))
    if field.kind == "day":
        return replace(blank, example=short_day(t, date.today()))
    return replace(blank, example=answers.question.unit) if field.kind == "number" else blank
