"""Texts of what the modules of a case do by themselves, by the reason of the change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.engine import events as ev
from game.i18n import mark
from game.wording.event_texts.formatter import EventFormatter

TRACK_MOVES: Mapping[ev.Why, str] = {
    "demand": mark("{moved}: demand grows, and what was enough last year no longer is."),
    "invest": mark("{moved}: implementing {idea} costs money now."),
    "combination": mark("{moved}: {idea} is another kind of idea, and the ideas carry each other."),
    "dropouts": mark("{moved}: {idea} eases the work, and some citizens drop out."),
}
"""A track has moved; ``{moved}`` is *Citizen −1*."""

TRUST_CHANGES: Mapping[ev.Why, str] = {
    "everybody": mark("Trust {by}: {idea} is the first idea of {seat} to be realised."),
}


def track_move(fmt: EventFormatter, e: ev.TrackMoved) -> str | None:
    """What a module did to a track; ``None`` for other reasons."""
    if e.why not in TRACK_MOVES:
        return None
    idea = fmt.called(e.idea) if e.idea is not None else ""
    return fmt.t(TRACK_MOVES[e.why], moved=fmt.truly_moved(e.track, e.by), idea=idea)


def trust_change(fmt: EventFormatter, e: ev.TrustChanged) -> str | None:
    """What a module did to trust; ``None`` for other reasons."""
    if e.why not in TRUST_CHANGES or e.idea is None:
        return None
    found = fmt.find(e.idea)
    seat = fmt.seat(found.seat) if found is not None else ""
    return fmt.t(TRUST_CHANGES[e.why], by=fmt.signed(e.by), idea=fmt.called(e.idea), seat=seat)


def trust_spent(fmt: EventFormatter, e: ev.TrustSpent) -> str:
    """The group asks for patience; the numbers stand in the events that follow."""
    return fmt.t("{seat} asks for patience: the group spends trust.", seat=fmt.seat(e.seat))


def post_named(fmt: EventFormatter, e: ev.PostNamed) -> str:
    """Where a saving is taken from."""
    return fmt.t(
        "{seat} takes the saving of {idea} from “{post}”.",
        seat=fmt.seat(e.seat),
        idea=fmt.called(e.idea),
        post=fmt.short(fmt.names.post(e.post)),
    )


EVENT_TEXTS: dict[type[ev.Event], Callable[[EventFormatter, Any], str | None]] = {
    ev.TrustSpent: trust_spent,
    ev.PostNamed: post_named,
}
