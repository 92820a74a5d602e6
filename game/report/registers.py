"""The registers of a session: benefits, risks, estimates, timeline and outcomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.debrief.history import HistoryStep
from game.engine import Result, result
from game.frozen import frozen
from game.i18n import mark
from game.report.benefits import benefit_row
from game.report.downsides import downside_row, harm_row
from game.report.filled import filled_benefit
from game.report.measured import with_measured
from game.report.outcomes import outcome_rows
from game.report.play import play_rows
from game.report.register_items import (
    ClaimedBenefit,
    RaisedRisk,
    claimed_benefits,
    placed_ideas,
    raised_risks,
    recorded_numbers,
    unclaimed_harms,
)
from game.report.risks import risk_row
from game.report.rows import (
    BenefitRow,
    EstimateRow,
    IdeaRow,
    OutcomeRow,
    PlayRow,
    RiskRow,
    TimelineRow,
)
from game.report.since import Since, since_the_game
from game.report.source import ReportSource, round_number
from game.report.trials import trials_of
from game.session import Bookmark, Note
from game.wording import actions, terms
from game.wording.event_texts.formatter import EventFormatter
from game.wording.event_texts.headline import summary_line


@frozen
class Registers:
    """The rows of every register: what people said and decided. ``play`` is what the game did.

    ``since`` is what became of it, once something was told.
    """

    ideas: tuple[IdeaRow, ...]
    benefits: tuple[BenefitRow, ...]
    risks: tuple[RiskRow, ...]
    estimates: tuple[EstimateRow, ...]
    timeline: tuple[TimelineRow, ...]
    outcomes: tuple[OutcomeRow, ...]
    claims: tuple[ClaimedBenefit, ...]
    play: tuple[PlayRow, ...]
    result: Result
    since: Since | None = None
    own_project: bool = False

    def without_ids(self) -> Registers:
        """The same with titles for ids, for a screen: an id is looked up in a register alone."""
        return replace(
            self,
            benefits=tuple(replace(b, id="") for b in self.benefits),
            risks=tuple(replace(r, id="") for r in self.risks),
            since=self.since and self.since.without_ids({b.id: b.title for b in self.benefits}),
        )

    @property
    def living(self) -> tuple[BenefitRow, ...]:
        """The benefits that were claimed and not shelved, without downsides."""
        rows = self.benefits
        return tuple(b for b in rows if b.status != "shelved" and (b.estimate or 0) > 0)

    @property
    def downsides(self) -> tuple[BenefitRow, ...]:
        """What ideas that are not shelved cost somebody, named or found."""
        rows = self.benefits
        return tuple(b for b in rows if b.status != "shelved" and b.sign == "disbenefit")

    @property
    def live_risks(self) -> tuple[RiskRow, ...]:
        """The risks that somebody has to keep an eye on; in a case none that proved to be false."""
        over = ("shelved", "closed")
        return tuple(r for r in self.risks if r.status not in over and r.play != "false_alarm")


def registers(source: ReportSource) -> Registers:
    """The registers of a session."""
    history, own = source.history, source.case.own_project
    claims = claimed_benefits(history, source.debrief.benefits)
    risks = raised_risks(history, source.debrief.risks, own_project=own)
    rows = list(benefit_rows(source, claims, risks))
    claimed = [(claim, row) for claim, row in rows if claim is not None]
    found = result(source.state)
    return Registers(
        ideas=tuple(_ideas(source, [row for _, row in rows])),
        benefits=tuple(row for _, row in rows),
        risks=tuple(risk_row(source, risk, claims) for risk in risks),
        estimates=tuple(row for claim in claims for row in _estimates(source, claim)),
        timeline=tuple(_timeline(source)),
        outcomes=tuple(outcome_rows(source, claims)),
        claims=tuple(claims),
        play=tuple(play_rows(source, found, claimed, risks)),
        result=found,
        since=since_the_game(source, found, claimed),
        own_project=own,
    )


def benefit_rows(
    source: ReportSource, claims: list[ClaimedBenefit], risks: list[RaisedRisk]
) -> Iterator[tuple[ClaimedBenefit | None, BenefitRow]]:
    """The rows of the benefit register, each with its claim; what was only found has none."""
    yield from _claimed(source, claims, risks)
    if not source.case.own_project:  # what the game drew for one is no negative benefit of it
        named = sum(claim.story.downside for claim in claims)
        yield from ((None, row) for row in _harms(source, named))


def _ideas(source: ReportSource, benefits: list[BenefitRow]) -> Iterator[IdeaRow]:
    """The ideas on the table; a trial may have been told of since, or filled in as the next one."""
    since = {outcome.idea for outcome in source.told if outcome.what == "trial"}
    since |= {b.idea for b in benefits if b.next_trial}
    for placed in placed_ideas(source.history).values():
        idea = placed.idea
        if not placed.shelved:
            tried = bool(trials_of(source, idea)) or idea.id in since
            yield IdeaRow(idea.id, idea.letter, source.names.idea(idea), tried)


def _claimed(
    source: ReportSource, claims: list[ClaimedBenefit], risks: list[RaisedRisk]
) -> Iterator[tuple[ClaimedBenefit, BenefitRow]]:
    """Each benefit with its row, then each downside that was named."""
    for claim in claims:
        if not claim.benefit.downside:
            yield claim, _since(source, claim, benefit_row(source, claim, risks))
    for claim in claims:
        if claim.benefit.downside:
            yield claim, _since(source, claim, downside_row(source, claim))


def _harms(source: ReportSource, named: int) -> Iterator[BenefitRow]:
    for harm in unclaimed_harms(source.history, named):
        yield _filled(source, harm_row(source, harm))


def _since(source: ReportSource, claimed: ClaimedBenefit, row: BenefitRow) -> BenefitRow:
    """A row with what people filled in and measured since the game."""
    return with_measured(source, claimed, _filled(source, row))


def _filled(source: ReportSource, row: BenefitRow) -> BenefitRow:
    return filled_benefit(row, source.filled_benefit(row.idea, row.track), source.case)


def _estimates(source: ReportSource, claimed: ClaimedBenefit) -> list[EstimateRow]:
    """Every number recorded for a benefit, those of estimate poker by seat."""
    title = source.names.benefit_title(claimed.idea, claimed.track, claimed.benefit)
    return [
        EstimateRow(
            benefit=claimed.id,
            title=title,
            track=claimed.track,
            round=number.round,
            way=number.origin,
            before=number.before,
            value=number.value,
            who="" if number.seat is None else source.people.role(number.seat),
        )
        for number in recorded_numbers(claimed)
    ]


def _timeline(source: ReportSource) -> list[TimelineRow]:
    """A row for every decision in force, every bookmark and every note."""
    rows = [_decision(source, n) for n in range(1, len(source.history.steps))]
    for record in source.log.standing:
        if isinstance(record, Bookmark):
            at = _minute(source.log.played_at(record.n))
            rows.append(_marked(source, record.n, mark("Bookmark"), record.note, at))
        elif isinstance(record, Note):
            rows.append(_marked(source, record.of, mark("Note, written afterwards"), record.text))
    return sorted(rows, key=lambda row: row.entry)


def _marked(
    source: ReportSource, entry: int, kind: str, text: str, minute: int | None = None
) -> TimelineRow:
    """A bookmark or a note, at the entry it refers to; what was written later has no minute."""
    place = source.history.at(entry)
    phase = terms.phase(source.t, source.history.steps[place.decision_index].after.phase)
    title = source.t(kind)
    return TimelineRow(
        entry=entry,
        number=place.decision_index,
        minute=minute,
        round=round_number(source, place.round),
        phase=phase,
        who="",
        what=f"{title}: {text}" if text else title,
    )


def _decision(source: ReportSource, n: int) -> TimelineRow:
    step = source.history.steps[n]
    entry = step.position.entry
    seat = getattr(step.action, "seat", None)
    return TimelineRow(
        entry=entry,
        number=step.position.decision_index,
        minute=_minute(source.log.played_at(entry)),
        round=round_number(source, step.position.round),
        phase=terms.phase(source.t, step.after.phase),
        who="" if seat is None else source.people.role(seat),
        what=_line(source, step),
    )


def _line(source: ReportSource, step: HistoryStep) -> str:
    """What a decision led to; where nothing can be told, what it was: no number is left out."""
    done = actions.verb(source.t, type(step.action)) if step.action is not None else ""
    try:
        line = summary_line(EventFormatter(source.names, step.after, step.before), step.events)
    except LookupError:  # an altered file may name cards that do not exist
        return done
    return line or done


def _minute(at: float) -> int:
    return int(at // 60)
