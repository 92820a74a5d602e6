"""All that is written of a session: the registers, the map, and what to look at next."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine import Result, State, result
from game.engine import events as ev
from game.i18n import mark
from game.report.benefits import benefit_row, harm_row
from game.report.items import Claimed, claims_of, harms_of, numbers_of, threats_of
from game.report.outcomes import outcome_rows
from game.report.played import Played
from game.report.risks import risk_row
from game.report.rows import BenefitRow, EstimateRow, OutcomeRow, RiskRow, TimelineRow
from game.session import Bookmark, Note
from game.wording import terms
from game.wording.event_texts.formatter import EventFormatter
from game.wording.event_texts.headline import line


@dataclass(frozen=True, slots=True)
class Registers:
    """What a group takes home, in rows."""

    benefits: tuple[BenefitRow, ...]
    risks: tuple[RiskRow, ...]
    estimates: tuple[EstimateRow, ...]
    timeline: tuple[TimelineRow, ...]
    outcomes: tuple[OutcomeRow, ...]
    claims: tuple[Claimed, ...]
    result: Result

    @property
    def living(self) -> tuple[BenefitRow, ...]:
        """The benefits that were claimed and not shelved."""
        rows = self.benefits
        return tuple(b for b in rows if b.status != "shelved" and b.estimate is not None)

    @property
    def live_risks(self) -> tuple[RiskRow, ...]:
        """The risks that may still strike, or have struck."""
        return tuple(r for r in self.risks if r.status not in ("shelved", "false_alarm"))


def registers(played: Played) -> Registers:
    """The registers of a session."""
    history = played.history
    claims, threats = claims_of(history, played.debrief.benefits), threats_of(history)
    rows = [benefit_row(played, claimed, threats) for claimed in claims]
    rows += [harm_row(played, harm, threats) for harm in harms_of(history)]
    return Registers(
        benefits=tuple(rows),
        risks=tuple(risk_row(played, threat, claims) for threat in threats),
        estimates=tuple(row for claimed in claims for row in _estimates(played, claimed)),
        timeline=tuple(_timeline(played)),
        outcomes=tuple(outcome_rows(played, claims)),
        claims=tuple(claims),
        result=result(played.state),
    )


def _estimates(played: Played, claimed: Claimed) -> list[EstimateRow]:
    """Every number that a benefit was given, those of estimate poker seat by seat."""
    title = played.names.benefit_title(claimed.idea, claimed.track, claimed.benefit)
    return [
        EstimateRow(
            benefit=claimed.id,
            title=title,
            track=claimed.track,
            round=number.round,
            way=number.way,
            before=number.before,
            value=number.value,
            who="" if number.seat is None else played.people.role(number.seat),
        )
        for number in numbers_of(claimed, played.history)
    ]


def _timeline(played: Played) -> list[TimelineRow]:
    """Every decision that stands, and every bookmark and note, told in a line."""
    rows = [_decision(played, n) for n in range(1, len(played.history.steps))]
    for record in played.log.records:
        if isinstance(record, Bookmark):
            rows.append(_marked(played, record.n, mark("Bookmark"), record.note))
        elif isinstance(record, Note):
            rows.append(_marked(played, record.of, mark("Note"), record.text))
    told = [row for row in rows if row.what]
    return sorted(told, key=lambda row: row.number)


def _marked(played: Played, entry: int, kind: str, text: str) -> TimelineRow:
    """What somebody wrote about a moment, where the moment is."""
    place = played.history.at(entry)
    moment = played.log.played_at(entry)
    phase = terms.phase(played.t, played.history.steps[place.decision_index].after.phase)
    said = played.t(kind)
    return TimelineRow(
        entry, _minute(moment), place.round, phase, "", f"{said}: {text}" if text else said
    )


def _decision(played: Played, n: int) -> TimelineRow:
    step = played.history.steps[n]
    entry = step.place.entry
    seat = getattr(step.action, "seat", None)
    return TimelineRow(
        number=entry,
        minute=_minute(played.log.played_at(entry)),
        round=step.place.round,
        phase=terms.phase(played.t, step.after.phase),
        who="" if seat is None else played.people.role(seat),
        what=_told(played, step.events, step.before, step.after),
    )


def _told(played: Played, events: tuple[ev.Event, ...], before: State, after: State) -> str:
    try:
        return line(EventFormatter(played.names, after, before), events)
    except LookupError:  # a file that was tampered with names cards that are not there
        return ""


def _minute(at: float) -> int:
    return int(at // 60)
