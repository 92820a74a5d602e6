"""The registers of a session: benefits, risks, estimates, timeline and outcomes."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine import Result, State, result
from game.engine import events as ev
from game.i18n import mark
from game.report.benefits import benefit_row
from game.report.downsides import downside_row, harm_row
from game.report.outcomes import outcome_rows
from game.report.register_items import (
    ClaimedBenefit,
    claimed_benefits,
    raised_risks,
    recorded_numbers,
    unclaimed_harms,
)
from game.report.risks import risk_row
from game.report.rows import BenefitRow, EstimateRow, OutcomeRow, RiskRow, TimelineRow
from game.report.source import ReportSource
from game.session import Bookmark, Note
from game.wording import terms
from game.wording.event_texts.formatter import EventFormatter
from game.wording.event_texts.headline import summary_line


@dataclass(frozen=True, slots=True)
class Registers:
    """The rows of every register."""

    benefits: tuple[BenefitRow, ...]
    risks: tuple[RiskRow, ...]
    estimates: tuple[EstimateRow, ...]
    timeline: tuple[TimelineRow, ...]
    outcomes: tuple[OutcomeRow, ...]
    claims: tuple[ClaimedBenefit, ...]
    result: Result

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
        """The risks that can still strike, or have struck."""
        return tuple(r for r in self.risks if r.status not in ("shelved", "false_alarm"))


def registers(source: ReportSource) -> Registers:
    """The registers of a session."""
    history = source.history
    claims = claimed_benefits(history, source.debrief.benefits)
    risks = raised_risks(history, source.debrief.risks)
    rows = [benefit_row(source, c, risks) for c in claims if not c.benefit.downside]
    rows += [downside_row(source, c, risks) for c in claims if c.benefit.downside]
    named = sum(c.story.downside for c in claims)
    rows += [harm_row(source, harm, risks) for harm in unclaimed_harms(history, named)]
    return Registers(
        benefits=tuple(rows),
        risks=tuple(risk_row(source, risk, claims) for risk in risks),
        estimates=tuple(row for claimed in claims for row in _estimates(source, claimed)),
        timeline=tuple(_timeline(source)),
        outcomes=tuple(outcome_rows(source, claims)),
        claims=tuple(claims),
        result=result(source.state),
    )


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
        for number in recorded_numbers(claimed, source.history)
    ]


def _timeline(source: ReportSource) -> list[TimelineRow]:
    """A row for every decision in force, every bookmark and every note."""
    rows = [_decision(source, n) for n in range(1, len(source.history.steps))]
    for record in source.log.records:
        if isinstance(record, Bookmark):
            rows.append(_marked(source, record.n, mark("Bookmark"), record.note))
        elif isinstance(record, Note):
            rows.append(_marked(source, record.of, mark("Note"), record.text))
    return sorted((row for row in rows if row.what), key=lambda row: row.number)


def _marked(source: ReportSource, entry: int, kind: str, text: str) -> TimelineRow:
    """A bookmark or a note, at the entry it refers to."""
    place = source.history.at(entry)
    moment = source.log.played_at(entry)
    phase = terms.phase(source.t, source.history.steps[place.decision_index].after.phase)
    title = source.t(kind)
    return TimelineRow(
        entry, _minute(moment), place.round, phase, "", f"{title}: {text}" if text else title
    )


def _decision(source: ReportSource, n: int) -> TimelineRow:
    step = source.history.steps[n]
    entry = step.position.entry
    seat = getattr(step.action, "seat", None)
    return TimelineRow(
        number=entry,
        minute=_minute(source.log.played_at(entry)),
        round=step.position.round,
        phase=terms.phase(source.t, step.after.phase),
        who="" if seat is None else source.people.role(seat),
        what=_line(source, step.events, step.before, step.after),
    )


def _line(source: ReportSource, events: tuple[ev.Event, ...], before: State, after: State) -> str:
    try:
        return summary_line(EventFormatter(source.names, after, before), events)
    except LookupError:  # an altered file may name cards that do not exist
        return ""


def _minute(at: float) -> int:
    return int(at // 60)
