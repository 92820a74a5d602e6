"""Texts of moments about risks."""

from __future__ import annotations

from game.debrief import moments as mo
from game.wording.debrief_texts.formatter import DebriefFormatter, MomentDescription


def unnamed_risk_struck(fmt: DebriefFormatter, m: mo.UnnamedRiskStruck) -> MomentDescription:
    """A risk struck that was not named."""
    idea, track, points = fmt.idea(m.risk.idea), fmt.track(m.risk.track), fmt.points(m.cost)
    if m.risk.id is None:
        return MomentDescription(
            fmt.t("The unknown struck"),
            fmt.t(
                "No risk of {idea} was named. It cost {points} on {track}.",
                idea=idea,
                points=points,
                track=track,
            ),
            fmt.t("Which risk of {idea} would two minutes of thought have brought up?", idea=idea),
        )
    risk = fmt.risk(m.risk)
    text = fmt.t(
        "{risk} struck {idea} and cost {points} on {track}.",
        risk=risk,
        idea=idea,
        points=points,
        track=track,
    )
    if m.in_hand:
        text += " " + fmt.t("Its card lay in a hand at the table.")
    return MomentDescription(
        fmt.t("A risk nobody had named struck")
        if m.unheard
        else fmt.t("A risk that was not on the table struck"),
        text,
        fmt.t(
            "Who in your everyday work would have seen {risk} coming, and when are they asked?",
            risk=risk,
        ),
    )


def named_risk_struck(fmt: DebriefFormatter, m: mo.NamedRiskStruck) -> MomentDescription:
    """A risk that was named and left alone struck."""
    risk = fmt.risk(m.risk)
    return MomentDescription(
        fmt.t("Known, left alone, and it struck"),
        fmt.t(
            "{risk} had been at {idea} since round {n} and was not mitigated. It cost "
            "{points} on {track}.",
            risk=risk,
            idea=fmt.idea(m.risk.idea),
            n=m.since,
            points=fmt.points(m.cost),
            track=fmt.track(m.risk.track),
        ),
        fmt.t("What came first when there was something to do about {risk}?", risk=risk),
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
    text = fmt.t("{risk} at {idea} was not a true risk.", risk=risk, idea=idea)
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
    cost = fmt.t(
        "{risk} at {idea} could have cost {points} on {track}.",
        risk=risk,
        idea=fmt.idea(m.risk.idea),
        points=fmt.points(m.severity),
        track=fmt.track(m.risk.track),
    )
    spared = (
        fmt.t("It had been mitigated, and at die {die} it would have struck otherwise.", die=m.die)
        if m.die
        else fmt.t("It had been mitigated until it could not strike any more.")
    )
    return MomentDescription(
        fmt.t("A risk dealt with in time"),
        f"{cost} {spared}",
        fmt.t("What made you act on {risk} before it could strike, and who noticed?", risk=risk),
    )
