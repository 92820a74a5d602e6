"""Texts of the action list: how far an item has come, what it belongs to, where it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Final

from game.debrief import BenefitRef, Debrief, Moment, RiskRef
from game.debrief.action_items import DueDoubt, Origin, SubjectRef, moment_of
from game.i18n import Words, mark
from game.wording.debrief_texts.formatter import DebriefFormatter
from game.wording.debrief_texts.moments import describe_moment
from game.wording.debrief_texts.titles import list_titles
from game.wording.event_texts import headline

_STATUSES: Final[Mapping[str, str]] = {
    "open": mark("open"),
    "under_way": mark("under way"),
    "done": mark("done"),
    "dropped": mark("dropped"),
}

DUE_DOUBTS: Final[Mapping[DueDoubt, str]] = {
    "before_the_game": mark("That day was before the game. Is the year right?"),
    "far_ahead": mark("That day is far away. Is the year right?"),
}


def item_status(t: Words, status: str) -> str:
    """How far an item has come."""
    return t(_STATUSES[status])


def subject_text(fmt: DebriefFormatter, ref: SubjectRef) -> str:
    """What an item belongs to: the idea, its benefit, or its risk."""
    if isinstance(ref, BenefitRef):
        return fmt.benefit(ref)
    if isinstance(ref, RiskRef):
        letter, name = ref.idea.letter, fmt.risk_name(ref)
        return fmt.t("risk “{name}” (idea {letter})", name=name, letter=letter)
    return fmt.idea(ref)


def origin_text(fmt: DebriefFormatter, d: Debrief, origin: Origin) -> str:
    """Where an item came from: its key moment, else what was decided then; empty for nowhere."""
    entry, moment = origin[0], moment_of(d, origin)
    if entry is None:
        return ""
    entries = [step.position.entry for step in d.steps]
    step = d.steps[bisect_right(entries, entry) - 1]
    if moment is not None:
        text, n = _title(fmt, d, moment), moment.round
    elif entry == 0:
        return fmt.t("The beginning")
    else:
        said = headline(step.events, step.after, fmt.case, fmt.t, before=step.before)
        text, n = fmt.written(said), step.position.round
    said = text.removesuffix(".")
    if n > sum(fmt.case.setup.rules.rounds):
        return fmt.t("{moment} (follow-up)", moment=said)
    return fmt.t("{moment} (round {n})", moment=said, n=n)


def _title(fmt: DebriefFormatter, d: Debrief, moment: Moment) -> str:
    """The title of a moment, as the lists of the debrief tell it apart from others."""
    shown = (*d.highlights(), *d.marked_apart())
    told = dict(zip(shown, list_titles(fmt, shown), strict=True))
    return told.get(moment) or describe_moment(fmt, moment).title
