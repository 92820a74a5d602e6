"""The risk register: a row for every risk that was named, came to light or struck."""

from __future__ import annotations

from collections.abc import Mapping

from game.debrief import RiskStory
from game.debrief.risks import RiskFate
from game.engine import INDEX
from game.report.benefits import enabler
from game.report.items import Claimed, Threat, came_up
from game.report.played import Played
from game.report.rows import RiskRow, RiskStatus
from game.wording import figures

_STATUSES: Mapping[RiskFate, RiskStatus] = {
    "struck": "struck",
    "held": "held_off",
    "prevented": "prevented",
    "false": "false_alarm",
    "shelved": "shelved",
}


def risk_row(played: Played, threat: Threat, claims: list[Claimed]) -> RiskRow:
    """The row of a risk."""
    story, idea = threat.story, threat.lying.idea
    track = story.risk.track
    likelihood = min(5, story.likelihood + played.state.likelier[INDEX[track]])
    fewer = len(story.mitigations) * played.case.setup.rules.mitigation
    mitigated = bool(story.mitigations)
    doers = [done.person.seat for done in story.mitigations]
    return RiskRow(
        id=threat.id,
        cause=enabler(played, idea),
        event=_event(played, story),
        consequence=_consequence(played, story),
        benefits=tuple(c.id for c in claims if c.idea.id == idea.id and c.track == track),
        likelihood=likelihood,
        severity=story.severity,
        score=likelihood * story.severity,
        strategy="reduce" if mitigated else None,
        action=_action(played, story),
        action_owner=", ".join(dict.fromkeys(map(played.people.role, doers))),
        residual_likelihood=max(1, likelihood - fewer) if mitigated else None,
        residual_severity=story.severity if mitigated else None,
        status=_status(threat),
        reviewed=played.day_of(_last_judged(story)),
        raised_by=_raised_by(played, story),
        track=track,
        idea=idea.id,
        letter=idea.letter,
    )


def _event(played: Played, story: RiskStory) -> str:
    """What may happen: by the card, or in the group's own words."""
    if story.risk.id is None:
        return played.t("Something that nobody had thought of")
    return played.names.risk(story.risk)


def _consequence(played: Played, story: RiskStory) -> str:
    """What the card says happens, and what it takes."""
    card = played.case.risks.get(story.risk.id or "")
    text = card.text.read(played.t.lang) if card is not None else ""
    loss = f"{played.track(story.risk.track)} {figures.signed(played.t, -story.severity)}"
    return f"{text} {loss}".strip()


def _action(played: Played, story: RiskStory) -> str:
    """What was done about it, in the group's words where there are some."""
    notes = [done.note for done in story.mitigations if done.note]
    if notes or not story.mitigations:
        return "; ".join(notes)
    times = len(story.mitigations)
    return played.t.plural("Mitigated once in the game", "Mitigated {n} times in the game", times)


def _status(threat: Threat) -> RiskStatus:
    if threat.lying.shelved:
        return "shelved"
    done = "reduced" if threat.story.mitigations else "open"
    return _STATUSES.get(threat.story.fate, "reduced" if done == "reduced" else "open")


def _last_judged(story: RiskStory) -> int:
    """The last entry that had to do with it."""
    checked = story.checked.entry if story.checked is not None else 0
    return max([came_up(story), checked, *(done.place.entry for done in story.mitigations)])


def _raised_by(played: Played, story: RiskStory) -> str:
    if story.person is not None:
        return played.people.role(story.person.seat)
    if story.named is None:
        return played.t("nobody: the reality check showed it")
    return played.t("came to light by a trial or an ability")
