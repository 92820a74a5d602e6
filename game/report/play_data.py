"""What a game came to and what its debrief looks at, as data: codes, seats and entry numbers."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from game.debrief import Moment, SeatStory
from game.engine import Result
from game.report.group_work import group_data
from game.report.source import ReportSource
from game.wording.debrief_texts import moment_description

_SHARES = ("verdict", "benefit_rate", "citizen_focus", "ownership", "evenness", "realism")


def result_data(source: ReportSource, result: Result) -> dict[str, Any]:
    """The verdict, the shares, the tracks, and the aim of each role with how far it came."""
    return {
        **{name: getattr(result, name) for name in _SHARES},
        "tracks": [asdict(track) for track in result.tracks],
        "aims": [
            {
                "seat": aim.seat,
                "role": source.names.role(aim.role),
                **asdict(aim.aim),
                "reached": aim.reached,
                "met": aim.met,
            }
            for aim in result.aims
        ],
    }


def debrief_data(source: ReportSource) -> dict[str, Any]:
    """Key moments, what was marked, who gave what and, only if it was asked for, how all felt."""
    data: dict[str, Any] = {
        "moments": [_moment(source, moment) for moment in source.debrief.highlights()],
        "marked": [_moment(source, moment) for moment in source.debrief.marked_apart()],
        "contributions": [_seat(story) for story in source.debrief.seats],
        **group_data(source),
    }
    if source.moods:
        log = source.log
        said = [check_in for _, check_in in sorted(log.check_ins.items())]
        every = [*said, *log.nameless_check_ins]
        data["check_ins"] = [{"seat": c.seat, "mood": c.mood, "word": c.word} for c in every]
    return data


def _moment(source: ReportSource, moment: Moment) -> dict[str, Any]:
    told = moment_description(source.t, source.case, moment, named=False)
    return {
        "entry": moment.entry,
        "round": moment.round,
        "kind": moment.kind,
        "title": told.title,
        "text": told.text,
        "question": told.question,
        "talked_of": moment in (source.debrief.talked_of or ()),
        "rests_on": [position.entry for position in moment.evidence.entries],
    }


def _seat(story: SeatStory) -> dict[str, Any]:
    return {
        "seat": story.person.seat,
        **{str(kind): n for kind, n in story.counts.items()},
        "in_all": story.contributions,
        "owns_at_the_end": story.owned,
        "rounds_without_move": list(story.rounds_without_move),
    }
