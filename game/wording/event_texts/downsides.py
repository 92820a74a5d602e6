"""Texts of events about downsides: named beforehand, and made up for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.engine import events as ev
from game.wording.event_texts.formatter import EventFormatter


def _downside_named(fmt: EventFormatter, e: ev.DownsideNamed) -> str:
    named = fmt.t(
        "{seat} names a downside of {idea}, {moved}",
        seat=fmt.seat(e.seat),
        idea=fmt.called(e.idea),
        moved=fmt.moved(e.track, -e.size),
    )
    if e.name:
        named = f"{named}: {fmt.short(e.name)}"
    if e.bearer and fmt.longest is None:
        who = fmt.t("who bears it: {bearer}", bearer=e.bearer)
        return f"{named} ({who})."
    return f"{named}."


def _amends_made(fmt: EventFormatter, e: ev.AmendsMade) -> str:
    seat, track = fmt.seat(e.seat), fmt.track(e.track)
    if fmt.own_name(e.idea, e.track):
        made = fmt.t(
            "{seat} makes up for {downside} on {track}",
            seat=seat,
            downside=fmt.called_benefit(e.idea, e.track),
            track=track,
        )
    else:
        made = fmt.t(
            "{seat} makes up for the downside of {idea} on {track}",
            seat=seat,
            idea=fmt.called(e.idea),
            track=track,
        )
    return f"{made} ({fmt.short(e.note)})." if e.note else f"{made}."


EVENT_TEXTS: dict[type[ev.Event], Callable[[EventFormatter, Any], str | None]] = {
    ev.DownsideNamed: _downside_named,
    ev.AmendsMade: _amends_made,
}
