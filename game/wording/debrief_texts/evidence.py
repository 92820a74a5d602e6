"""Texts of what a sentence about a game rests on: entries of its log, and where was looked."""

from __future__ import annotations

from collections.abc import Mapping

from game.debrief.evidence import Evidence
from game.debrief.trail import EntryKind, TrailEntry
from game.engine import ACTIONS
from game.i18n import mark
from game.wording import actions
from game.wording.debrief_texts.formatter import DebriefFormatter
from game.wording.event_texts.formatter import EventFormatter
from game.wording.event_texts.headline import summary_line

_KINDS: Mapping[EntryKind, str] = {
    "start": mark("The game begins"),
    "undo": mark("Undone"),
    "redo": mark("Redone"),
    "bookmark": mark("Bookmark"),
    "note": mark("Note"),
    "other": mark("An entry of the log"),
}


def entry_text(fmt: DebriefFormatter, entry: TrailEntry) -> str:
    """What an entry recorded, in one line."""
    if entry.kind == "undone":
        pressed = fmt.pressed(entry.action, entry.opened)
        return fmt.t("{action} (undone later)", action=pressed)
    step = entry.step
    if entry.kind == "decision" and step is not None:
        line = summary_line(EventFormatter(fmt.names, step.after, step.before), step.events)
        return line or actions.verb(fmt.t, type(step.action) if step.action else ACTIONS[0])
    title = fmt.t(_KINDS[entry.kind])
    return f"{title}: {fmt.written(entry.text)}" if entry.text else title


def searched_text(fmt: DebriefFormatter, found: Evidence) -> str:
    """Where the log was looked through for what is denied; empty where nothing is denied."""
    if found.searched is None:
        return ""
    first, last = found.searched
    return fmt.t(
        "What did not happen was looked for in steps {first} to {last}.",
        first=first.decision_index,
        last=last.decision_index,
    )
