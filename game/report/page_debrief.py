"""The second part of the page: claimed and harvested, rounds, moments, the six phases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from game.debrief import BenefitStory, Moment, RoundStory, SeatStory
from game.debrief.participation import Column, by_column
from game.engine import Benefit
from game.engine import events as ev
from game.frozen import frozen
from game.i18n import Words, mark
from game.i18n.days import short_day
from game.report.actions import action_rows
from game.report.check import CheckResult
from game.report.group_work import group_lines
from game.report.page_evidence import PageEvidence, page_evidence, round_name
from game.report.page_result import TrackLabel, marks
from game.report.register_items import ClaimedBenefit
from game.report.registers import Registers
from game.report.rows import BenefitRow
from game.report.source import ReportSource, round_number
from game.session import CheckIn
from game.wording import given, terms
from game.wording.debrief_texts import (
    PHASES,
    DebriefPhase,
    benefit_reasons,
    moment_description,
    phase_name,
    questions_at_home,
)
from game.wording.shares import miss_text

_ZERO, _STEP = 36.0, 6.0
"""The picture of a benefit: where nothing is, and the width of a point."""
_LEAST = 5


@frozen
class PageStory:
    """The estimates of a benefit, and its harvest."""

    id: str
    title: str
    track: TrackLabel
    path: str
    poker: str
    claimed: str
    harvested: str
    why: str
    label: str
    zero: float
    claimed_start: float
    claimed_width: float
    start: float
    width: float | None
    below: bool
    evidence: PageEvidence


def stories(source: ReportSource, registers: Registers) -> list[PageStory]:
    """The stories of all claimed benefits."""
    return [_story(source, claimed) for claimed in registers.claims]


def _story(source: ReportSource, claimed: ClaimedBenefit) -> PageStory:
    t, story = source.t, claimed.story
    points = story.given
    points_shown = max(-_LEAST, min(12, points or 0))
    harvested = "–" if points is None else t.number(points)
    claimed_points = t.number(story.claimed)
    text = t(
        "claimed {claimed}, harvested {harvested}", claimed=claimed_points, harvested=harvested
    )
    return PageStory(
        id=claimed.id,
        title=source.names.benefit_title(claimed.idea, claimed.track, claimed.benefit),
        track=marks(t)[claimed.track],
        path=_path(t, story) + _range(t, claimed.benefit),
        poker=_poker(source, story),
        claimed=t.number(story.claimed),
        harvested=harvested,
        why="; ".join(benefit_reasons(t, source.case, story)),
        label=text,
        zero=_ZERO,
        claimed_start=_ZERO + min(0, story.claimed) * _STEP,
        claimed_width=abs(story.claimed) * _STEP,
        start=_ZERO + min(0, points_shown) * _STEP,
        width=None if points is None else abs(points_shown) * _STEP,
        below=points_shown < 0,
        evidence=page_evidence(source, story.evidence),
    )


def _path(t: Words, story: BenefitStory) -> str:
    """The estimate over time: ``R1: 4 → R3: 3``."""
    values = ((e.position.round, t.number(e.estimate)) for e in story.estimates)
    steps = (t("R{n}: {value}", n=round, value=value) for round, value in values)
    return " → ".join(steps)


def _range(t: Words, b: Benefit) -> str:
    """The range of the last estimate, if it has one."""
    if b.low is None or b.high is None:
        return ""
    return ", " + t("between {low} and {high}", low=t.number(b.low), high=t.number(b.high))


def _poker(source: ReportSource, story: BenefitStory) -> str:
    """The numbers that the seats gave in estimate poker, by role."""
    t, role = source.t, source.people.role
    polls = [
        t(
            "estimate poker in round {n}: {cards}",
            n=poll.position.round,
            cards=", ".join(f"{role(seat)} {card}" for seat, card in poll.by_seat),
        )
        for poll in story.polls
    ]
    return "; ".join(polls)


# ------------------------------------------------------------------ rounds
@frozen
class PageRound:
    """A round in text, with the figures at its end; the follow-up has no number.

    ``beside`` is by how much the guesses missed that were made in it; a dash where none were.
    """

    round: str
    phase: str
    text: str
    points: tuple[str, ...]
    trust: str
    beside: str


def rounds(source: ReportSource) -> list[PageRound]:
    """All rounds that were started."""
    t = source.t
    curve = {answered.round: answered for answered in source.debrief.measures.result.foresight}
    return [
        PageRound(
            round="–" if round_number(source, story.round) is None else t.number(story.round),
            phase=terms.phase(t, story.phase),
            text="\n".join(_round_lines(source, story)),
            points=tuple(t.number(n) for n in story.points),
            trust=t.number(story.trust),
            beside=miss_text(t, curve[story.round]) if story.round in curve else "–",
        )
        for story in source.debrief.rounds
    ]


def _round_lines(source: ReportSource, story: RoundStory) -> Iterator[str]:
    t, case = source.t, source.case
    event = case.events.get(story.event or "")
    if event is not None:
        yield t("Event: {event}", event=event.name.read(t.lang))
    done = [f"{t(given.NAMES[key])} {n}" for key, n in by_column(story.counts).items() if n]
    if done:
        yield " · ".join(done)
    if story.realised:
        ideas = [source.names.called(idea) for idea in story.realised]
        yield t("Realised: {ideas}", ideas=t.listed(ideas))
    if story.cut:
        yield t("Ended early: not all had their turn")
    if story.strikes:
        yield t.plural("{n} risk struck", "{n} risks struck", story.strikes)


# ------------------------------------------------------------------ moments
@frozen
class PageMoment:
    """A moment worth talking about, and whether it is one that the debrief talks about.

    ``notes`` is what was written at its step besides.
    """

    round: str
    title: str
    text: str
    question: str
    talked_of: bool
    notes: tuple[str, ...]
    evidence: PageEvidence


def moments(source: ReportSource) -> list[PageMoment]:
    """The most telling moments of the game, in order of time."""
    return [_moment(source, moment) for moment in source.debrief.highlights()]


def marked(source: ReportSource) -> list[PageMoment]:
    """What the group marked where none of those stands, in order of time."""
    return [_moment(source, moment) for moment in source.debrief.marked_apart()]


def _moment(source: ReportSource, moment: Moment) -> PageMoment:
    described = moment_description(source.t, source.case, moment, named=False)
    written = source.debrief.written_at(moment)
    return PageMoment(
        round_name(source, moment.round),
        described.title,
        described.text,
        described.question,
        moment in (source.debrief.talked_of or ()),
        tuple(note for note in dict.fromkeys(written) if note != described.text),
        page_evidence(source, moment.evidence),
    )


# ------------------------------------------------------------------ seats
@frozen
class PageSeat:
    """The contributions of a role."""

    role: str
    counts: tuple[str, ...]
    without_move: str


def given_heads(source: ReportSource) -> list[str]:
    """The columns of who gave what; the last but one adds up those before it."""
    t, kinds = source.t, given.columns(source.debrief.seats)
    names = [t(given.NAMES[kind]) for kind in kinds if kind != "owned"]
    return [*names, t("In all"), t(given.NAMES["owned"])]


def seats(source: ReportSource) -> list[PageSeat]:
    """The contributions of every seat."""
    kinds = given.columns(source.debrief.seats)
    return [_seat(source, story, kinds) for story in source.debrief.seats]


def _seat(source: ReportSource, story: SeatStory, kinds: Sequence[Column]) -> PageSeat:
    t, found = source.t, given.counted(story)
    moves = [found[kind] for kind in kinds if kind != "owned"]
    counts = tuple(t.number(n) for n in (*moves, story.contributions, story.owned))
    idle = t.listed([t.number(n) for n in story.rounds_without_move])
    return PageSeat(source.people.role(story.person.seat), counts, idle)


_CAME_AND_WENT: Final[Mapping[type[ev.Event], str]] = {
    ev.SeatAdded: mark("Came late: {role} ({round})."),
    ev.SeatLeft: mark("Left: {role} ({round})."),
    ev.SeatReturned: mark("Came back: {role} ({round})."),
    ev.SeatReplaced: mark("Somebody else took over: {role} ({round})."),
}


def came_and_went(source: ReportSource) -> Iterator[str]:
    """Who was not at the table from beginning to end, by the roles played then."""
    t, history = source.t, source.history
    for seen in history.of(ev.SeatAdded, ev.SeatLeft, ev.SeatReturned, ev.SeatReplaced):
        e = seen.event
        seats = seen.step.after.seats if isinstance(e, ev.SeatAdded) else seen.step.before.seats
        role = source.names.by_roles(e.seat, seats[e.seat].roles)
        yield t(_CAME_AND_WENT[type(e)], role=role, round=round_name(source, seen.round))


# ------------------------------------------------------------------ the six phases
@frozen
class PagePhase:
    """A phase of the debrief: its question, and the points that this game raises."""

    name: str
    items: list[str]


def phases(
    source: ReportSource, registers: Registers, checked: Sequence[CheckResult]
) -> list[PagePhase]:
    """The phases of the debrief of which this game has something to say.

    What is agreed in a case that is only played is what the group wrote down itself: what its
    registers ask for is play. In an own project it is none, and has a section of its own.
    """
    t, own = source.t, source.case.own_project
    items: dict[DebriefPhase, list[str]] = {
        "feel": _check_ins(source),
        "happened": [
            *(moment.question for moment in _spoken_of(source) if moment.question),
            *group_lines(source),
        ],
        "learned": _surprises(source, registers),
        "relate": questions_at_home(t, source.case, registers.result if source.over else None),
        "next": [*_agreed(source), *_missing(checked)],
    }
    told = [p for p in PHASES if p != "next" or not own]
    return [PagePhase(phase_name(t, p), items[p]) for p in told if items.get(p)]


def _spoken_of(source: ReportSource) -> list[PageMoment]:
    """The moments of the game that the debrief talks about; all of them until it says which."""
    shown = moments(source)
    return [moment for moment in shown if moment.talked_of] or shown


def _check_ins(source: ReportSource) -> list[str]:
    """How each role felt, if that was asked for: a report may be filed and passed on."""
    if not source.moods:
        return []
    said = sorted(source.log.check_ins.items())
    by_seat = [f"{source.people.role(seat)}: {_felt(check_in)}" for seat, check_in in said]
    nobodys = source.log.nameless_check_ins
    if not nobodys:
        return by_seat
    felt = "; ".join(map(_felt, nobodys))
    return [*by_seat, source.t("By phone, without names: {felt}", felt=felt)]


def _felt(check_in: CheckIn) -> str:
    """How somebody felt: the number, the word, or both."""
    mood = "" if check_in.mood is None else f"{check_in.mood}/5"
    return " · ".join(filter(None, (mood, check_in.word)))


_SURPRISE = {
    False: mark("{benefit}: {claimed} claimed, {harvested} harvested ({why})."),
    True: mark("{benefit}: {claimed} named, {harvested} came ({why})."),
}
"""What a benefit, and what a downside gave beside what was said of it."""


def _surprises(source: ReportSource, registers: Registers) -> list[str]:
    """The benefits whose harvest differs from the claim, the largest difference first."""
    t = source.t
    missed = [c for c in registers.claims if c.story.given not in (None, c.story.claimed)]
    missed.sort(key=lambda c: -abs((c.story.given or 0) - c.story.claimed))
    return [
        t(
            _SURPRISE[c.benefit.downside],
            benefit=f"{c.id} {source.names.benefit_title(c.idea, c.track, c.benefit)}",
            claimed=t.number(c.story.claimed),
            harvested=t.number(c.story.given or 0),
            why="; ".join(benefit_reasons(t, source.case, c.story)),
        )
        for c in missed[:_LEAST]
    ]


def _agreed(source: ReportSource) -> Iterator[str]:
    """The next steps that the group wrote down, with what was told of each since."""
    for row in action_rows(source):
        due = "" if row.due is None else short_day(source.t, row.due)
        when_and_who = ", ".join(part for part in (row.who, due) if part)
        what = f"{row.text} ({when_and_who})" if when_and_who else row.text
        yield "\n→ ".join(part for part in (what, row.found) if part)


def asked_for(t: Words, registers: Registers) -> Iterator[str]:
    """What the register asks for: the trials, then who measures what on which day."""
    trials = ((b.letter, b.next_trial) for b in registers.living if b.next_trial)
    for letter, trial in dict.fromkeys(trials):  # one of an idea, whatever it is good for
        yield t("{letter}: {trial}. Who, and when?", letter=letter, trial=trial)
    for (day, owner), rows in sorted(_reviews(registers).items()):
        measured = ", ".join(f"{b.indicator} ({b.id})" for b in rows)
        yield t(
            "{date}: {owner} measures {indicators}.",
            date=short_day(t, day),
            owner=owner,
            indicators=measured,
        )


def _reviews(registers: Registers) -> dict[tuple[date, str], list[BenefitRow]]:
    """What is to be measured, by the day and by who does it."""
    found: dict[tuple[date, str], list[BenefitRow]] = {}
    for b in registers.living:
        who = b.measurer or _owner(b)
        if who and b.review is not None:
            found.setdefault((b.review, who), []).append(b)
    return found


def _missing(checked: Sequence[CheckResult]) -> Iterator[str]:
    """What the checks call for."""
    return (f"{check.check} {check.next}" for check in checked if check.found)


def _owner(b: BenefitRow) -> str:
    both = b.owner_role and b.owner_name
    return f"{b.owner_role} ({b.owner_name})" if both else b.owner
