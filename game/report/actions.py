"""The action list as a register: what, who, when, how far, from which moment and what for."""

from __future__ import annotations

from datetime import date
from typing import Final

from game.debrief.action_items import (
    STATUSES,
    ItemFollowed,
    StepFollowed,
    Subject,
    action_items,
    noted_steps,
    origin_of,
    subject_of,
    subjects,
)
from game.frozen import frozen
from game.i18n import mark
from game.report.columns import Column
from game.report.register_items import claimed_benefits, raised_risks
from game.report.source import ReportSource
from game.session import ItemStatus
from game.wording.debrief_texts import DebriefFormatter
from game.wording.debrief_texts.action_items import origin_text, subject_text


@frozen
class ActionRow:
    """An item of the action list as it stands, with what was told of it since.

    A next step of a game from before there was a list has its text and the answers alone.
    ``step`` is the one that it came from, as the replay counts them; ``written`` and ``changed``
    are days.
    """

    id: str
    text: str
    who: str
    due: date | None
    status: ItemStatus | None
    subject: str
    moment: str
    step: int | None
    found: str
    written: date
    changed: date
    item: ItemFollowed | None = None


ACTIONS: Final = (
    Column("id", mark("Action id"), width=9, short=mark("Id")),
    Column("text", mark("What is to be done"), width=54),
    Column("who", mark("Who does it"), width=24),
    Column("due", mark("Due by"), "date", 12),
    Column("status", mark("Status"), "choice", 13, STATUSES),
    Column("subject", mark("Belongs to"), width=40),
    Column("moment", mark("Came from the moment"), width=40),
    Column("step", mark("Step"), "whole", 8),
    Column("found", mark("What came of it"), width=44),
    Column("written", mark("Written down"), "date", 12),
    Column("changed", mark("Last changed"), "date", 12),
)


def action_rows(source: ReportSource) -> list[ActionRow]:
    """The action list of a session, or the next steps that were noted before there was one."""
    end = source.history.steps[-1].position.entry
    noted = noted_steps(source.log, end)
    fmt, called = _formatter(source), subjects_called(source)
    rows = [_noted(source, n, step) for n, step in enumerate(noted, 1)]
    for followed in action_items(source.log):
        rows.append(_row(source, fmt, len(noted) + followed.number, followed, called))
    return rows


def _formatter(source: ReportSource) -> DebriefFormatter:
    return DebriefFormatter(source.names, named=not source.anonymous)


def subjects_called(source: ReportSource) -> dict[Subject, str]:
    """What an item can belong to, as the registers call it: by its id and title."""
    fmt = _formatter(source)
    ids: dict[Subject, str] = {}
    for claim in claimed_benefits(source.history, source.debrief.benefits):
        ids[(claim.idea.id, claim.track, None)] = claim.id
    own = source.case.own_project
    for risk in raised_risks(source.history, source.debrief.risks, own_project=own):
        ids[(risk.story.risk.idea.id, None, risk.story.risk.id)] = risk.id
    return {
        subject: f"{ids.get(subject, '')} {subject_text(fmt, ref)}".strip()
        for subject, ref in subjects(source.debrief).items()
    }


def _row(
    source: ReportSource,
    fmt: DebriefFormatter,
    n: int,
    followed: ItemFollowed,
    called: dict[Subject, str],
) -> ActionRow:
    item = followed.item
    return ActionRow(
        id=_id(n),
        text=item.text,
        who=item.who,
        due=None if item.due is None else date.fromisoformat(item.due),
        status=item.status,
        subject=called.get(subject_of(item), ""),
        moment=origin_text(fmt, source.debrief, origin_of(item)),
        step=None if item.of is None else source.history.at(item.of).decision_index,
        found="\n".join(note.text for note in followed.answers),
        written=source.day_of(followed.first.n),
        changed=source.day_of(item.n),
        item=followed,
    )


def _noted(source: ReportSource, n: int, step: StepFollowed) -> ActionRow:
    last = (step.answers or (step.note,))[-1]
    return ActionRow(
        id=_id(n),
        text=step.note.text,
        who="",
        due=None,
        status=None,
        subject="",
        moment="",
        step=None,
        found="\n".join(note.text for note in step.answers),
        written=source.day_of(step.note.n),
        changed=source.day_of(last.n),
    )


def _id(n: int) -> str:
    return f"A-{n:02}"
