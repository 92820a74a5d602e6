"""``gevinst sessions show``: a saved game with its bookmarks and additions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import click
from rich.console import Console
from rich.table import Table

from game.cli.options import RootOptions, as_json
from game.cli.session_argument import session_command
from game.cli.session_summary import (
    duration,
    format_moment,
    json_fields,
    remarks,
    tell_change,
    title,
)
from game.cli.session_summary import outcome as game_outcome
from game.content import Case, described, mend, parse
from game.debrief import Moment, debrief
from game.debrief.doubts import examine
from game.debrief.talked import talked_moment
from game.engine import events as ev
from game.engine.results import ending
from game.i18n import Words
from game.letters import printable
from game.report.filled import measured_as
from game.report.told import about, field_row, told_day, told_value
from game.session import (
    CheckIn,
    Decision,
    RecordedStep,
    Recording,
    RegisterEntry,
    inspect_file,
    open_recording,
)
from game.session.errors import told
from game.session.index import InspectedSession
from game.session.seating import seats_at_last
from game.wording import terms
from game.wording.case_names import CaseNames
from game.wording.debrief_texts import DebriefFormatter, moment_description
from game.wording.debrief_texts.action_items import item_status
from game.wording.debrief_texts.doubts import doubt_text, scale_of, subject_measure
from game.wording.event_texts import event_text
from game.wording.group_work import NAMES
from game.wording.votes import spoken


def build(t: Words) -> click.Command:
    """Declare the command."""
    return session_command(
        t, "show", t("Tell what is in a session."), as_json(t("Print JSON.")), run=show
    )


SummaryRow = tuple[str, ...]
_SEATINGS: Final = (ev.SeatAdded, ev.SeatLeft, ev.SeatReturned, ev.SeatReplaced, ev.RoleMoved)


def show(t: Words, _: RootOptions, path: Path, *, as_json: bool) -> int:
    """Print a session; returns 1 if not all of it can be read."""
    seen = open_recording(path, lambda text, file: parse(text, file, lang=t.lang), mend)
    if as_json:
        click.echo(json.dumps(_fields(t, path, seen), ensure_ascii=False, indent=2))
    else:
        _print(t, path, seen)
    return 0 if seen.log.intact else 1


def _fields(t: Words, path: Path, seen: Recording[Case]) -> dict[str, Any]:
    log, called = seen.log, CaseNames(t, seen.case)
    return json_fields(t, InspectedSession.of(inspect_file(path), described)) | {
        "ideas": {idea.letter: called.idea(idea) for idea in seen.last.ideas},
        "benefits": [
            {"idea": idea.letter, "track": track, **asdict(benefit)}
            for idea in seen.last.ideas
            for track, benefit in idea.claims()
        ],
        "seatings": [{"n": step.now, "text": text} for step, text in _seatings(t, seen)],
        "bookmarks": [asdict(bookmark) for bookmark in log.bookmarks],
        "notes": [asdict(note) for note in log.notes],
        "check_ins": [asdict(said) for said in (*log.check_ins.values(), *log.nameless_check_ins)],
        "talked_of": [asdict(talked_moment(moment)) for moment in _talked_of(seen)],
        "outcomes": [asdict(outcome) for outcome in log.outcomes],
        "action_items": [asdict(item) for item in log.action_items],
        "register_entries": [asdict(entry) for entry in _filled(seen)],
        "troubles": [text for _, text in told(seen.troubles, t)],
    }


# ------------------------------------------------------------------ human-readable output
def _print(t: Words, path: Path, seen: Recording[Case]) -> None:
    console = Console(highlight=False, emoji=False, markup=False)
    console.print(printable(title(seen.header).read(t.lang)), style="bold")
    console.print(_when(t, seen))
    for remark in remarks(t, seen.header, repaired=seen.log.is_repair):
        console.print(remark)
    console.print(printable(str(path)), soft_wrap=True)
    tell_change(t, seen.header)
    sections = (
        (t("Seats"), _seats(t, seen)),
        (t("Who came and went"), _came_and_went(t, seen)),
        (_played(t, seen, t("Ideas")), _table_of_ideas(t, seen)),
        (t("Bookmarks"), _bookmarks(t, seen)),
        (t("Notes added later"), _notes(t, seen)),
        (t("Silent writing"), _written(t, seen)),
        (t("Votes"), _votes(t, seen)),
        (t("Check-in"), _check_ins(t, seen)),
        (t("Talked about in the debrief"), _moments(t, seen)),
        (t("Action list"), _action_items(t, seen)),
        (t("What became of it"), _outcomes(t, seen)),
        (t("Filled into the registers"), _register_entries(t, seen)),
    )
    for heading, rows in sections:
        _section(console, heading, list(rows))
    for trouble, text in told(seen.troubles, t):
        console.print(f"\n{text}", style="yellow" if trouble.harmless else "red")


def _section(console: Console, heading: str, rows: Sequence[SummaryRow]) -> None:
    if rows:
        console.print(f"\n{heading}", style="bold")
        table = Table(box=None, show_header=False, pad_edge=False)
        for _ in range(1 + max(map(len, rows))):
            table.add_column(overflow="fold")  # else a line with a picture in it loses its end
        for row in rows:
            table.add_row(" ", *map(printable, row))
        console.print(table)


def _when(t: Words, seen: Recording[Case]) -> str:
    log = seen.log
    state = seen.state(log.now) if not log.troubles else seen.last
    length = duration(t, seen.header.begun_at, log.played, len(log.history))
    ended = game_outcome(t, ending(state), state.round_now)
    return f"{length}: {_played(t, seen, ended)}"


def _played(t: Words, seen: Recording[Case], text: str) -> str:
    """What the game did; of an own project it is said that it was only played at."""
    return t("In play: {section}", section=text) if seen.case.own_project else text


def _seats(t: Words, seen: Recording[Case]) -> Iterator[SummaryRow]:
    called = CaseNames(t, seen.case)
    for seat in seats_at_last(seen.log):
        yield seat.name, t.listed(called.roles(seat.roles))


def _seatings(t: Words, seen: Recording[Case]) -> Iterator[tuple[RecordedStep, str]]:
    """Who came late, went, came back and took over, each with its step."""
    for before, step in pairwise(seen.steps):
        at_first, at_last = seen.state(before.now), seen.state(step.now)
        for event in step.record.events if isinstance(step.record, Decision) else ():
            if isinstance(event, _SEATINGS):
                yield step, event_text(event, at_last, seen.case, t, before=at_first) or ""


def _came_and_went(t: Words, seen: Recording[Case]) -> Iterator[SummaryRow]:
    for step, text in _seatings(t, seen):
        yield *_when_in_play(t, seen, step.now), text


def _table_of_ideas(t: Words, seen: Recording[Case]) -> Iterator[SummaryRow]:
    called = CaseNames(t, seen.case)
    for idea in seen.last.ideas:
        yield idea.letter, called.idea(idea), terms.status(t, idea.status)


def _bookmarks(t: Words, seen: Recording[Case]) -> Iterator[SummaryRow]:
    for bookmark in seen.log.bookmarks:
        yield *_when_in_play(t, seen, bookmark.n), bookmark.note or "–"


def _when_in_play(t: Words, seen: Recording[Case], entry: int) -> SummaryRow:
    """The step of an entry, as the replay counts, and the minute at the table."""
    step = t("step {n}", n=seen.log.step_of(entry))
    return step, t("minute {n}", n=int(seen.log.played_at(entry) // 60))


def _notes(t: Words, seen: Recording[Case]) -> Iterator[SummaryRow]:
    for note in seen.log.notes:
        about = t("step {n}", n=seen.log.step_of(note.of)) + (" ★" if note.bookmark else "")
        yield about, format_moment(t, seen.header.moment(note.at)), note.text


def _written(t: Words, seen: Recording[Case]) -> Iterator[SummaryRow]:
    for writing in seen.log.writing_rounds:
        for sheet in writing.on_top():
            placed = t("placed as a card") if sheet.placed else ""
            times = f"×{len(writing.below(sheet)) + 1}"
            yield t(NAMES[writing.asks]), sheet.text if sheet.turned else "–", times, placed


def _votes(t: Words, seen: Recording[Case]) -> Iterator[SummaryRow]:
    said = spoken(CaseNames(t, seen.case), seen.last.ideas)
    for vote in (vote.put_as(said) for vote in seen.log.votes):
        for option, dots in vote.ranking:
            yield vote.question, option, str(dots)


def _check_ins(t: Words, seen: Recording[Case]) -> Iterator[SummaryRow]:
    seats = seats_at_last(seen.log)
    for seat, check_in in sorted(seen.log.check_ins.items()):
        yield seats[seat].name, _mood(check_in), check_in.word
    for check_in in seen.log.nameless_check_ins:
        yield t("without a name"), _mood(check_in), check_in.word


def _mood(check_in: CheckIn) -> str:
    return "" if check_in.mood is None else f"{check_in.mood}/5"


def _talked_of(seen: Recording[Case]) -> tuple[Moment, ...]:
    return debrief(seen.log, seen.case.setup).talked_of or ()


def _moments(t: Words, seen: Recording[Case]) -> Iterator[SummaryRow]:
    for moment in _talked_of(seen):
        described = moment_description(t, seen.case, moment)
        yield t("step {n}", n=moment.decision_index), described.title, described.question


def _action_items(t: Words, seen: Recording[Case]) -> Iterator[SummaryRow]:
    for item in seen.log.action_items:
        yield item.text, item.who, told_day(t, item.due) or "–", item_status(t, item.status)


def _outcomes(t: Words, seen: Recording[Case]) -> Iterator[SummaryRow]:
    d, called = debrief(seen.log, seen.case.setup), CaseNames(t, seen.case)
    fmt = DebriefFormatter(called, measured_as=measured_as(seen.log))
    examined = examine(d, seen.log, scale_of(fmt, d))
    for outcome in seen.log.outcomes:
        m = subject_measure(fmt, d, (outcome.idea, outcome.track))
        why = " ".join(doubt_text(t, doubt, m) for doubt in examined.reasons(outcome.n))
        refused = t("Does not count: {why}", why=why) if why else ""
        text = " ".join(filter(None, (outcome.text, refused)))
        when_and_by = ", ".join(filter(None, (told_day(t, outcome.date), outcome.by)))
        yield about(called, seen.last.ideas, outcome), told_value(t, outcome, m), text, when_and_by


def _filled(seen: Recording[Case]) -> Iterator[RegisterEntry]:
    """What the registers hold that people filled in, the last entry of each field."""
    for row in seen.log.register_entries.values():
        yield from row.values()


def _register_entries(t: Words, seen: Recording[Case]) -> Iterator[SummaryRow]:
    d, called = debrief(seen.log, seen.case.setup), CaseNames(t, seen.case)
    for entry in _filled(seen):
        yield field_row(called, d, entry)
