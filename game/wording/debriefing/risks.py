"""Words for moments about risks."""

from __future__ import annotations

from game.debrief import moments as mo
from game.wording.debriefing.teller import Teller, Told, begun


def risk_came(say: Teller, m: mo.RiskCame) -> Told:
    """The first or the last risk that was named."""
    text = say.t(
        "{person} named {risk} at {idea}.",
        person=say.doer(m.person),
        risk=say.risk(m.risk),
        idea=say.idea(m.risk.idea),
    )
    return Told(_came_title(say, m), begun(text), _came_question(say, m))


def _came_title(say: Teller, m: mo.RiskCame) -> str:
    if m.track is None:
        return say.t("The first risk is named") if m.first else say.t("The last risk is named")
    track = say.track(m.track)
    if m.first:
        return say.t("The first risk on {track}", track=track)
    return say.t("The last risk on {track}", track=track)


def _came_question(say: Teller, m: mo.RiskCame) -> str:
    risk = say.risk(m.risk)
    if m.track is None and m.first:
        return say.t("What made it possible to say {risk} aloud just then?", risk=risk)
    if m.track is None:
        return say.t("After {risk} no more was named. What told you that it was enough?", risk=risk)
    track = say.track(m.track)
    if m.first:
        return say.t(
            "What turned your eyes to {track} when {risk} was named?", track=track, risk=risk
        )
    return say.t("Which risk on {track} was still unsaid after {risk}?", track=track, risk=risk)


def unnamed_risk_struck(say: Teller, m: mo.UnnamedRiskStruck) -> Told:
    """A risk struck that nobody had named."""
    idea, track, points = say.idea(m.risk.idea), say.track(m.risk.track), say.points(m.severity)
    if m.risk.id is None:
        return Told(
            say.t("The unknown struck"),
            say.t(
                "Nobody had named a risk of {idea}. It cost {points} on {track}.",
                idea=idea,
                points=points,
                track=track,
            ),
            say.t("Which risk of {idea} would two minutes of thought have brought up?", idea=idea),
        )
    risk = say.risk(m.risk)
    return Told(
        say.t("A risk nobody had named struck"),
        say.t(
            "{risk} struck {idea} and cost {points} on {track}.",
            risk=risk,
            idea=idea,
            points=points,
            track=track,
        ),
        say.t(
            "Who in your everyday work would have seen {risk} coming, and when are they asked?",
            risk=risk,
        ),
    )


def false_alarm_raised(say: Teller, m: mo.FalseAlarmRaised) -> Told:
    """A named risk that was not true."""
    risk, idea = say.risk(m.risk), say.idea(m.risk.idea)
    text = say.t("{risk} at {idea} was no true risk.", risk=risk, idea=idea)
    if m.mitigations:
        more = say.t.plural(
            "It had been mitigated once.", "It had been mitigated {n} times.", m.mitigations
        )
        text = f"{text} {more}"
    return Told(
        say.t("A false alarm"),
        text,
        say.t(
            "How could you have found out sooner whether {risk} was a true risk of {idea}?",
            risk=risk,
            idea=idea,
        ),
    )


def risk_prevented(say: Teller, m: mo.RiskPrevented) -> Told:
    """A true risk that was dealt with in time."""
    risk = say.risk(m.risk)
    return Told(
        say.t("A risk dealt with in time"),
        say.t(
            "{risk} at {idea} was true, but it had been mitigated. "
            "It could have cost {points} on {track}.",
            risk=risk,
            idea=say.idea(m.risk.idea),
            points=say.points(m.severity),
            track=say.track(m.risk.track),
        ),
        say.t("What made you act on {risk} before it could strike, and who noticed?", risk=risk),
    )
