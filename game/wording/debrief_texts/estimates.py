"""Texts of moments about estimates."""

from __future__ import annotations

from game.debrief import moments as mo
from game.wording.debrief_texts.formatter import DebriefFormatter, MomentDescription


def estimate_changed(fmt: DebriefFormatter, m: mo.EstimateChanged) -> MomentDescription:
    """The largest change of an estimate."""
    benefit = fmt.benefit(m.benefit)
    return MomentDescription(
        fmt.t("The largest change of an estimate"),
        fmt.t(
            "{benefit} went from {before} to {points}. Changed by: {person}.",
            benefit=benefit,
            before=m.before,
            points=fmt.points(m.after),
            person=fmt.person(m.person),
        ),
        fmt.t(
            "What did you know about {benefit} at {after} that you did not know at {before}?",
            benefit=benefit,
            after=m.after,
            before=m.before,
        ),
    )


def estimates_spread(fmt: DebriefFormatter, m: mo.EstimatesSpread) -> MomentDescription:
    """The widest spread in estimate poker."""
    idea = fmt.idea(m.idea)
    return MomentDescription(
        fmt.t("Farthest apart in estimate poker"),
        fmt.t(
            "{idea} on {track}: from {least} ({low}) to {most} ({high}).",
            idea=idea,
            track=fmt.track(m.track),
            least=min(m.values),
            low=fmt.person(m.lowest),
            most=max(m.values),
            high=fmt.person(m.highest),
        ),
        fmt.t(
            "What could {low} see in {idea} that {high} could not, and the other way round?",
            low=fmt.person_in_sentence(m.lowest),
            high=fmt.person_in_sentence(m.highest),
            idea=idea,
        ),
    )


def harvested_nothing(fmt: DebriefFormatter, m: mo.HarvestedNothing) -> MomentDescription:
    """A claim that gave nothing or less."""
    unanimous = bool(m.values) and min(m.values) > 0
    benefit = fmt.benefit(m.benefit)
    text = fmt.t(
        "{benefit} was claimed at {claimed} and gave {points}.",
        benefit=benefit,
        claimed=fmt.points(m.estimate),
        points=fmt.points(m.points),
    )
    if unanimous:
        least = fmt.t("In estimate poker everybody gave it at least {n}.", n=min(m.values))
        text = f"{text} {least}"
    return MomentDescription(
        _nothing_title(fmt, m, unanimous),
        text,
        fmt.t(
            "Who outside this room could have told you what {benefit} would really give?",
            benefit=benefit,
        ),
    )


def _nothing_title(fmt: DebriefFormatter, m: mo.HarvestedNothing, unanimous: bool) -> str:
    if unanimous:
        return fmt.t("Claimed by everybody, harvested as nothing")
    if m.points < 0:
        return fmt.t("A benefit turned into a disbenefit")
    return fmt.t("A claim came to nothing")


def harvest_without_owner(fmt: DebriefFormatter, m: mo.HarvestWithoutOwner) -> MomentDescription:
    """Part of a benefit was lost because nobody owned it."""
    benefit = fmt.benefit(m.benefit)
    return MomentDescription(
        fmt.t("Part of the harvest lost: no owner"),
        fmt.t(
            "{benefit} could have given {more}, but nobody owned it. {points} was harvested.",
            benefit=benefit,
            more=fmt.points(m.owned),
            points=fmt.points(m.points),
        ),
        fmt.t(
            "Who in your organisation could own {benefit}, and what do they need to say yes?",
            benefit=benefit,
        ),
    )


def word_kept(fmt: DebriefFormatter, m: mo.WordKept) -> MomentDescription:
    """A claim that was met exactly."""
    idea = fmt.idea(m.idea)
    return MomentDescription(
        fmt.t("A promise kept to the point"),
        fmt.t(
            "{idea} gave exactly the {points} that were claimed.",
            idea=idea,
            points=fmt.points(m.claimed),
        ),
        fmt.t(
            "How did you come to {claimed} for {idea}? Where else could you estimate like that?",
            claimed=fmt.points(m.claimed),
            idea=idea,
        ),
    )


def claim_faced(fmt: DebriefFormatter, m: mo.ClaimFaced) -> MomentDescription:
    """A claim that reality asked about."""
    benefit = fmt.benefit(m.benefit)
    text = fmt.t(
        "{benefit} was claimed at {claimed}; the truth was {effect}. Claimed by: {person}.",
        benefit=benefit,
        claimed=fmt.points(m.estimate),
        effect=fmt.points(m.effect),
        person=fmt.person(m.person),
    )
    if m.answer == m.estimate:
        text += " " + fmt.t("The answer was to stand by it.")
    elif m.answer is not None:
        text += " " + fmt.t("The answer was {points}.", points=fmt.points(m.answer))
    return MomentDescription(
        fmt.t("The boldest claim meets the truth"),
        text,
        fmt.t(
            "What could you have asked, and whom, before {benefit} was put at {n}?",
            benefit=benefit,
            n=m.estimate,
        ),
    )
