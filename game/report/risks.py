"""The risk register: a row for every risk that was named, came to light or struck."""

from __future__ import annotations

from collections.abc import Mapping

from game.debrief import RiskStory
from game.debrief.risks import RiskFate
from game.engine import INDEX
from game.report.benefits import enabler
from game.report.register_items import ClaimedBenefit, RaisedRisk, raised_at
from game.report.rows import RiskRow, RiskRowStatus
from game.report.source import ReportSource
from game.wording import figures

_STATUSES: Mapping[RiskFate, RiskRowStatus] = {
    "struck": "struck",
    "held": "held_off",
    "prevented": "prevented",
    "false": "false_alarm",
    "shelved": "shelved",
}


def risk_row(source: ReportSource, risk: RaisedRisk, claims: list[ClaimedBenefit]) -> RiskRow:
    """The row of a risk."""
    story, idea = risk.story, risk.placed.idea
    track = story.risk.track
    likelihood = min(5, story.likelihood + source.state.likelier[INDEX[track]])
    fewer = len(story.mitigations) * source.case.setup.rules.mitigation
    mitigated = bool(story.mitigations)
    doers = [done.person.seat for done in story.mitigations]
    return RiskRow(
        id=risk.id,
        cause=enabler(source, idea),
        event=_event(source, story),
        consequence=_consequence(source, story),
        benefits=tuple(c.id for c in claims if c.idea.id == idea.id and c.track == track),
        likelihood=likelihood,
        severity=story.severity,
        score=likelihood * story.severity,
        strategy="reduce" if mitigated else None,
        action=_action(source, story),
        action_owner=", ".join(dict.fromkeys(map(source.people.role, doers))),
        residual_likelihood=max(1, likelihood - fewer) if mitigated else None,
        residual_severity=story.severity if mitigated else None,
        status=_status(source, risk),
        reviewed=source.day_of(_last_judged(story)),
        raised_by=_raised_by(source, story),
        track=track,
        idea=idea.id,
        letter=idea.letter,
    )


def _event(source: ReportSource, story: RiskStory) -> str:
    """The event, from the card or in the group's own words."""
    if story.risk.id is None:
        return source.t("Something that nobody had thought of")
    return source.names.risk(story.risk)


def _consequence(source: ReportSource, story: RiskStory) -> str:
    """The consequence on the card, or where it was drawn from, and the points it costs."""
    text = source.names.risk_text(story.risk) if story.risk.id is not None else ""
    loss = f"{source.track(story.risk.track)} {figures.signed(source.t, -story.severity)}"
    return f"{text} {loss}".strip()


def _action(source: ReportSource, story: RiskStory) -> str:
    """The mitigation, in the group's words if there are any."""
    notes = [done.note for done in story.mitigations if done.note]
    if notes or not story.mitigations:
        return "; ".join(notes)
    times = len(story.mitigations)
    return source.t.plural("Mitigated once in the game", "Mitigated {n} times in the game", times)


def _status(source: ReportSource, risk: RaisedRisk) -> RiskRowStatus:
    """How far it has come; of an own project, play does not tell that a risk is not real."""
    if risk.placed.shelved:
        return "shelved"
    done: RiskRowStatus = "reduced" if risk.story.mitigations else "open"
    if risk.story.fate == "false" and source.case.own_project:
        return done
    return _STATUSES.get(risk.story.fate, done)


def _last_judged(story: RiskStory) -> int:
    """The last entry that concerned it."""
    checked = story.checked.entry if story.checked is not None else 0
    return max([raised_at(story), checked, *(done.position.entry for done in story.mitigations)])


def _raised_by(source: ReportSource, story: RiskStory) -> str:
    if story.person is not None:
        return source.people.role(story.person.seat)
    if story.named is None:
        return source.t("nobody: the reality check showed it")
    return source.t("came to light by a trial, an ability or a reality check")
