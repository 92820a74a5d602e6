"""The marks of the timeline: key moments, bookmarks and notes, with their texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from game.debrief import Debrief
from game.debrief.doubts import examine
from game.debrief.follow_up import follow_up
from game.debrief.moments import Bookmarked, Noted
from game.debrief.talked import recorded_in
from game.frozen import frozen
from game.report.filled import measured_as
from game.session import Bookmark, Note, Record
from game.wording.case_names import CaseNames
from game.wording.debrief_texts import DebriefFormatter, moment_description
from game.wording.debrief_texts.doubts import refused_text, scale_of
from game.wording.debrief_texts.follow_up import reported_results
from game.wording.debrief_texts.moments import MOMENT_TEXTS

if TYPE_CHECKING:
    from game.table.after.replay.view import ReplayView

MarkKind = Literal["moment", "bookmark", "note", "outcome"]
ICON: dict[MarkKind, str] = {
    "moment": "gem",
    "bookmark": "bookmark",
    "note": "message-square-text",
    "outcome": "sprout",
}
_LISTED = 6
"""Follow-up outcomes listed in a mark; the follow-up meeting shows them all."""


@frozen
class Mark:
    """A mark: ``at`` is its step, ``entry`` the session entry it is about.

    ``talked_of``: it is one of the moments that the debrief talks about. ``number`` is that of a
    key moment, the same as in the debrief.
    """

    kind: MarkKind
    key: str
    at: int
    entry: int
    title: str
    text: str = ""
    question: str = ""
    talked_of: bool = False
    number: int | None = None


def following(marks: Sequence[Mark], at: int, current: Mark | None, direction: int) -> Mark | None:
    """The next mark ahead of (1) or behind (-1) the ``current`` one, or of a step."""
    if current in marks:
        place = marks.index(current) + direction
        return marks[place] if 0 <= place < len(marks) else None
    if direction > 0:
        return next((mark for mark in marks if mark.at > at), None)
    return next((mark for mark in reversed(marks) if mark.at < at), None)


def marks_of(view: ReplayView, debrief: Debrief | None) -> tuple[Mark, ...]:
    """All marks in order of time; key moments are included once the debrief has been computed."""
    found = [*_moments(view, debrief), *_remarks(view, debrief), *_outcomes(view, debrief)]
    return tuple(sorted(found, key=lambda mark: (mark.at, mark.kind)))


def _moments(view: ReplayView, debrief: Debrief | None) -> Iterable[Mark]:
    if debrief is None:
        return
    for n, m in enumerate(debrief.highlights(), 1):
        description = moment_description(view.t, view.case, m, named=not view.nameless)
        title, text, question = map(
            view.mask_names, (description.title, description.text, description.question)
        )
        at = view.player.place_of(m.entry)
        talked_of = m in (debrief.talked_of or ())
        yield Mark("moment", f"moment-{n}", at, m.entry, title, text, question, talked_of, n)


def _outcomes(view: ReplayView, debrief: Debrief | None) -> Iterable[Mark]:
    """The mark for the outcomes of follow-up meetings, at the end of the game."""
    if debrief is None:
        return
    t, at = view.t, view.player.last
    log = view.recording.log
    fmt = DebriefFormatter(CaseNames(t, view.case), not view.nameless, measured_as(log))
    examined = examine(debrief, log, scale_of(fmt, debrief))
    results = list(reported_results(fmt, follow_up(debrief, log, examined.refused)))
    refused = refused_text(t, len(examined.refused))
    if results or refused:
        more = [t("and {n} more", n=len(results) - _LISTED)] if len(results) > _LISTED else []
        lines = filter(None, (*results[:_LISTED], *more, refused))
        text = view.mask_names("\n".join(lines))
        yield Mark("outcome", "outcome", at, view.player.entry_at(at), t("What became of it"), text)


def _remarks(view: ReplayView, debrief: Debrief | None) -> Iterable[Mark]:
    talked = {recorded_in(m) for m in (debrief and debrief.talked_of) or ()}
    for at, records in view.recording.marks(view.player.steps).items():
        for record in records:
            mark = _remark(view, at, record)
            if mark is not None:
                yield replace(mark, talked_of=record.n in talked)


def _remark(view: ReplayView, at: int, record: Record) -> Mark | None:
    t, entry = view.t, view.player.entry_at(at)
    about: Bookmarked | Noted
    if isinstance(record, Bookmark):
        about = Bookmarked(record.note)
    elif isinstance(record, Note):
        about = (
            Bookmarked(record.text, looking_back=True) if record.bookmark else Noted(record.text)
        )
    else:
        return None
    kind: MarkKind = "bookmark" if isinstance(about, Bookmarked) else "note"
    title = t("Bookmark") if kind == "bookmark" else t("Note")
    description = MOMENT_TEXTS[type(about)](DebriefFormatter(CaseNames(t, view.case)), about)
    text, question = view.mask_names(description.text), view.mask_names(description.question)
    return Mark(kind, f"entry-{record.n}", at, entry, title, text, question)
