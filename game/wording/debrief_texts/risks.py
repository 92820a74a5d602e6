"""Texts of moments about risks."""

from __future__ import annotations

from game.debrief import moments as mo
from game.wording.debrief_texts.formatter import DebriefFormatter, MomentDescription, capitalised


def risk_came(fmt: DebriefFormatter, m: mo.RiskCame) -> MomentDescription:
    """The first or the last risk that was named."""
    text = fmt.t(
        "{person} named {risk} at {idea}.",
        person=fmt.person_in_sentence(m.person),
        risk=fmt.risk(m.risk),
        idea=fmt.idea(m.risk.idea),
    )
    return MomentDescription(_came_title(fmt, m), capitalised(text), _came_question(fmt, m))


def _came_title(fmt: DebriefFormatter, m: mo.RiskCame) -> str:
    if m.track is None:
        return fmt.t("The first risk is named") if m.first else fmt.t("The last risk is named")
    track = fmt.track(m.track)
    if m.first:
        return fmt.t("The first risk on {track}", track=track)
    return fmt.t("The last risk on {track}", track=track)


def _came_question(fmt: DebriefFormatter, m: mo.RiskCame) -> str:
    risk = fmt.risk(m.risk)
    if m.track is None and m.first:
        return fmt.t("What made it possible to say {risk} aloud just then?", risk=risk)
    if m.track is None:
        return fmt.t("After {risk} no more was named. What told you that it was enough?", risk=risk)
    track = fmt.track(m.track)
    if m.first:
        return fmt.t(
            "What turned your eyes to {track} when {risk} was named?", track=track, risk=risk
        )
    return fmt.t("Which risk on {track} was still unsaid after {risk}?", track=track, risk=risk)


def unnamed_risk_struck(fmt: DebriefFormatter, m: mo.UnnamedRiskStruck) -> MomentDescription:
    """A risk struck that nobody had named."""
    idea, track, points = fmt.idea(m.risk.idea), fmt.track(m.risk.track), fmt.points(m.severity)
    if m.risk.id is None:
        return MomentDescription(
            fmt.t("The unknown struck"),
            fmt.t(
                "Nobody had named a risk of {idea}. It cost {points} on {track}.",
                idea=idea,
                points=points,
                track=track,
            ),
            fmt.t("Which risk of {idea} would two minutes of thought have brought up?", idea=idea),
        )
    risk = fmt.risk(m.risk)
    return MomentDescription(
        fmt.t("A risk nobody had named struck"),
        fmt.t(
            "{risk} struck {idea} and cost {points} on {track}.",
            risk=risk,
            idea=idea,
            points=points,
            track=track,
        ),
        fmt.t(
            "Who in your everyday work would have seen {risk} coming, and when are they asked?",
            risk=risk,
        ),
    )


def false_alarm_raised(fmt: DebriefFormatter, m: mo.FalseAlarmRaised) -> MomentDescription:
    """A named risk that was not true."""
    risk, idea = fmt.risk(m.risk), fmt.idea(m.risk.idea)
    if fmt.names.case.own_project:
        return MomentDescription(
            fmt.t("A risk that did not strike in play"),
            fmt.t("{risk} at {idea} did not strike in play.", risk=risk, idea=idea),
            fmt.t(
                "What would you see first if {risk} came true in your project, and who looks?",
                risk=risk,
            ),
        )
    text = fmt.t("{risk} at {idea} was no true risk.", risk=risk, idea=idea)
    if m.mitigations:
        more = fmt.t.plural(
            "It had been mitigated once.", "It had been mitigated {n} times.", m.mitigations
        )
        text = f"{text} {more}"
    return MomentDescription(
        fmt.t("A false alarm"),
        text,
        fmt.t(
            "How could you have found out sooner whether {risk} was a true risk of {idea}?",
            risk=risk,
            idea=idea,
        ),
    )


def risk_prevented(fmt: DebriefFormatter, m: mo.RiskPrevented) -> MomentDescription:
    """A true risk that was mitigated in time."""
    risk = fmt.risk(m.risk)
    return MomentDescription(
        fmt.t("A risk dealt with in time"),
        fmt.t(
            "{risk} at {idea} was true, but it had been mitigated. "
            "It could have cost {points} on {track}.",
            risk=risk,
            idea=fmt.idea(m.risk.idea),
            points=fmt.points(m.severity),
            track=fmt.track(m.risk.track),
        ),
        fmt.t("What made you act on {risk} before it could strike, and who noticed?", risk=risk),
    )
