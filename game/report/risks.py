"""The risk register: a row for every risk that was named, came to light or struck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from game.debrief import RiskStory
from game.debrief.risks import FoundBy, RiskFate
from game.engine import INDEX, Track
from game.i18n import mark
from game.report.benefits import enabler
from game.report.filled import filled_risk
from game.report.register_items import ClaimedBenefit, RaisedRisk, raised_at
from game.report.rows import RiskPlay, RiskRow
from game.report.source import ReportSource
from game.session.register_entries import RiskRowStatus
from game.wording import card_pictures as pictures
from game.wording import figures

_SHOWN: Mapping[FoundBy, str] = {
    "trial": mark("a trial showed it"),
    "ability": mark("an ability showed it"),
    "check": mark("the reality check showed it"),
}
"""Who raised a risk that nobody named."""
_PLAYS: Mapping[RiskFate, RiskPlay] = {
    "struck": "struck",
    "held": "held_off",
    "prevented": "prevented",
    "false": "false_alarm",
    "open": "not_met",
    "shelved": "not_met",
}


def risk_row(source: ReportSource, risk: RaisedRisk, claims: list[ClaimedBenefit]) -> RiskRow:
    """The row of a risk, with what people filled in since."""
    filled = source.filled_risk(risk.story.risk)
    known = _known(source, risk, claims)
    days = [source.day_of(entry.n) for entry in filled.values()]
    return filled_risk(replace(known, reviewed=max([known.reviewed, *days])), filled)


def _known(source: ReportSource, risk: RaisedRisk, claims: list[ClaimedBenefit]) -> RiskRow:
    """What the game knows of a risk."""
    story, idea = risk.story, risk.placed.idea
    track = story.risk.track
    likelihood, residual = _likelihood(source, story)
    mitigated = bool(story.mitigations)
    doers = [done.person.seat for done in story.mitigations]
    return RiskRow(
        id=risk.id,
        cause=enabler(source, idea),
        event=_event(source, story),
        consequence=_consequence(source, story),
        benefits=_threatened(claims, idea.id, track),
        likelihood=likelihood,
        severity=story.severity,
        score=likelihood * story.severity,
        strategy="reduce" if mitigated else None,
        action=_action(source, story),
        action_owner=", ".join(dict.fromkeys(map(source.people.role, doers))),
        residual_likelihood=residual,
        residual_severity=None if residual is None else story.severity,
        status=_status(source, risk),
        reviewed=source.day_of(_last_judged(source, story)),
        raised_by=_raised_by(source, story),
        play=risk_play(source, story),
        track=track,
        idea=idea.id,
        risk=story.risk.id,
        letter=idea.letter,
        picture=pictures.risk(source.case, story.risk.id, story.risk.name),
        named=story.named is not None,
    )


def _threatened(claims: Sequence[ClaimedBenefit], idea: str, track: Track) -> tuple[str, ...]:
    """The benefits of an idea on the track that a risk hits; a downside is not threatened."""
    here = (c for c in claims if (c.idea.id, c.track) == (idea, track))
    return tuple(c.id for c in here if not c.benefit.downside)


def _likelihood(source: ReportSource, story: RiskStory) -> tuple[int, int | None]:
    """How likely it is, and how likely still after what was done about it, if anything was.

    In an own project it is the group's own estimate, and events of the game move nothing: what is
    left afterwards is for the group to judge.
    """
    if source.case.own_project:
        return story.likelihood, None
    likelihood = min(5, story.likelihood + source.state.likelier[INDEX[story.risk.track]])
    fewer = len(story.mitigations) * source.case.setup.rules.mitigation
    return likelihood, max(1, likelihood - fewer) if story.mitigations else None


def _event(source: ReportSource, story: RiskStory) -> str:
    """The event, from the card or in the group's own words."""
    if story.risk.id is None:
        return source.t("The unknown: no risk was named")
    return source.names.risk(story.risk)


def _consequence(source: ReportSource, story: RiskStory) -> str:
    """The consequence on the card, the track that it hits, and the points it costs in a case."""
    text = source.names.risk_text(story.risk) if story.risk.id is not None else ""
    track = source.track(story.risk.track)
    if source.case.own_project:
        return text or source.t("It hits {track}.", track=track)
    return f"{text} {track} {figures.signed(source.t, -story.severity)}".strip()


def _action(source: ReportSource, story: RiskStory) -> str:
    """The mitigation, in the group's words if there are any."""
    notes = [done.note for done in story.mitigations if done.note]
    if notes or not story.mitigations:
        return "; ".join(notes)
    times = len(story.mitigations)
    return source.t.plural("Mitigated once at the table", "Mitigated {n} times at the table", times)


def _status(source: ReportSource, risk: RaisedRisk) -> RiskRowStatus:
    """How far people have come with it; never what dice made of it."""
    if risk.placed.shelved:
        return "shelved"
    return "acted_on" if risk.story.mitigations else "open"


def risk_play(source: ReportSource, story: RiskStory) -> RiskPlay:
    """What the game made of it; of an own project, play does not tell that a risk is not real."""
    if story.fate == "false" and source.case.own_project:
        return "held_off"
    return _PLAYS[story.fate]


def _last_judged(source: ReportSource, story: RiskStory) -> int:
    """The last entry in which it was judged; in an own project by people."""
    entries = [raised_at(story), *(done.position.entry for done in story.mitigations)]
    if story.checked is not None and not source.case.own_project:
        entries.append(story.checked.entry)
    return max(entries)


def _raised_by(source: ReportSource, story: RiskStory) -> str:
    if story.person is not None:
        return source.people.role(story.person.seat)
    return source.t(_SHOWN[story.found_by or "check"])
