"""Words for moments about estimates."""

from __future__ import annotations

from game.debrief import moments as mo
from game.wording.debriefing.teller import Teller, Told


def estimate_changed(say: Teller, m: mo.EstimateChanged) -> Told:
    """The largest change of an estimate."""
    benefit = say.benefit(m.benefit)
    return Told(
        say.t("The largest change of an estimate"),
        say.t(
            "{benefit} went from {before} to {points}. Changed by: {person}.",
            benefit=benefit,
            before=m.before,
            points=say.points(m.after),
            person=say.person(m.person),
        ),
        say.t(
            "What did you know about {benefit} at {after} that you did not know at {before}?",
            benefit=benefit,
            after=m.after,
            before=m.before,
        ),
    )


def estimates_spread(say: Teller, m: mo.EstimatesSpread) -> Told:
    """The widest spread in estimate poker."""
    idea = say.idea(m.idea)
    return Told(
        say.t("Farthest apart in estimate poker"),
        say.t(
            "{idea} on {track}: from {least} ({low}) to {most} ({high}).",
            idea=idea,
            track=say.track(m.track),
            least=min(m.values),
            low=say.person(m.lowest),
            most=max(m.values),
            high=say.person(m.highest),
        ),
        say.t(
            "What could {low} see in {idea} that {high} could not, and the other way round?",
            low=say.doer(m.lowest),
            high=say.doer(m.highest),
            idea=idea,
        ),
    )


def harvested_nothing(say: Teller, m: mo.HarvestedNothing) -> Told:
    """A claim that came to nothing, or to less."""
    agreed = bool(m.values) and min(m.values) > 0
    benefit = say.benefit(m.benefit)
    text = say.t(
        "{benefit} was claimed at {claimed} and gave {points}.",
        benefit=benefit,
        claimed=say.points(m.estimate),
        points=say.points(m.points),
    )
    if agreed:
        least = say.t("In estimate poker everybody gave it at least {n}.", n=min(m.values))
        text = f"{text} {least}"
    return Told(
        _nothing_title(say, m, agreed),
        text,
        say.t(
            "Who outside this room could have told you what {benefit} would really give?",
            benefit=benefit,
        ),
    )


def _nothing_title(say: Teller, m: mo.HarvestedNothing, agreed: bool) -> str:
    if agreed:
        return say.t("Claimed by everybody, harvested as nothing")
    if m.points < 0:
        return say.t("A benefit turned into a disbenefit")
    return say.t("A claim came to nothing")


def harvest_halved(say: Teller, m: mo.HarvestHalved) -> Told:
    """Half of a benefit was lost for want of an owner."""
    benefit = say.benefit(m.benefit)
    return Told(
        say.t("Half of the harvest lost: no owner"),
        say.t(
            "{benefit} could have given {more}, but nobody owned it. {points} was harvested.",
            benefit=benefit,
            more=say.points(m.owned),
            points=say.points(m.points),
        ),
        say.t(
            "Who in your organisation could own {benefit}, and what do they need to say yes?",
            benefit=benefit,
        ),
    )


def word_kept(say: Teller, m: mo.WordKept) -> Told:
    """A promise that was kept to the point."""
    idea = say.idea(m.idea)
    return Told(
        say.t("A promise kept to the point"),
        say.t(
            "{idea} gave exactly the {points} that were claimed.",
            idea=idea,
            points=say.points(m.claimed),
        ),
        say.t(
            "How did you come to {claimed} for {idea}? Where else could you estimate like that?",
            claimed=say.points(m.claimed),
            idea=idea,
        ),
    )
