"""Texts of moments about estimates."""

from __future__ import annotations

from game.debrief import Person
from game.debrief import moments as mo
from game.wording.debrief_texts.formatter import DebriefFormatter, MomentDescription

NAMED_TOGETHER = 2
"""The most people whose roles stand in one sentence before it is too long to read aloud."""


def estimate_changed(fmt: DebriefFormatter, m: mo.EstimateChanged) -> MomentDescription:
    """The largest change of an estimate of which nobody knew the truth."""
    benefit = fmt.benefit(m.benefit)
    return MomentDescription(
        fmt.t("An estimate that changed"),
        fmt.t(
            "{benefit} went from {before} to {points}. Changed by: {person}.",
            benefit=benefit,
            before=fmt.t.number(m.before),
            points=fmt.points(m.after),
            person=fmt.person(m.person),
        ),
        fmt.t(
            "What did you know about {benefit} at {after} that you did not know at {before}?",
            benefit=benefit,
            after=fmt.t.number(m.after),
            before=fmt.t.number(m.before),
        ),
    )


def estimates_spread(fmt: DebriefFormatter, m: mo.EstimatesSpread) -> MomentDescription:
    """The widest spread in estimate poker."""
    benefit = fmt.benefit(m.benefit)
    return MomentDescription(
        fmt.t("Furthest apart in estimate poker"),
        fmt.t(
            "{benefit}: from {least} ({low}) to {most} ({high}).",
            benefit=benefit,
            least=min(m.values),
            low=_who(fmt, m.lowest),
            most=max(m.values),
            high=_who(fmt, m.highest),
        ),
        fmt.t(
            "What did you who said {least} see in {benefit} that you who said {most} did not, "
            "and the other way round?",
            least=min(m.values),
            most=max(m.values),
            benefit=benefit,
        ),
    )


def _who(fmt: DebriefFormatter, people: tuple[Person, ...]) -> str:
    """Who gave a number; more than two are counted, as their cards tell who they are."""
    if len(people) > NAMED_TOGETHER:
        return fmt.t("{n} of you", n=len(people))
    return fmt.t.listed([fmt.person(person) for person in people])


def harvested_nothing(fmt: DebriefFormatter, m: mo.HarvestedNothing) -> MomentDescription:
    """A claim that gave nothing or less."""
    benefit = fmt.benefit(m.benefit)
    said = [
        fmt.t(
            "{benefit} was claimed at {claimed} and gave {points}.",
            benefit=benefit,
            claimed=fmt.points(m.estimate),
            points=fmt.points(m.points),
        )
    ]
    if _is_believed(m):
        said.append(fmt.t("In estimate poker everybody gave it at least {n}.", n=min(m.values)))
    if m.open_since is not None:
        said.append(fmt.t("The truth was known from round {n}.", n=m.open_since))
    return MomentDescription(_nothing_title(fmt, m), " ".join(said), _nothing_question(fmt, m))


def _is_believed(m: mo.HarvestedNothing) -> bool:
    return bool(m.values) and min(m.values) > 0


def _nothing_title(fmt: DebriefFormatter, m: mo.HarvestedNothing) -> str:
    if m.points < 0:
        return fmt.t("A benefit turned into a harm")
    if _is_believed(m):
        return fmt.t("Everybody gave it points, and nothing was harvested")
    return fmt.t("A claim came to nothing")


def _nothing_question(fmt: DebriefFormatter, m: mo.HarvestedNothing) -> str:
    benefit = fmt.benefit(m.benefit)
    if m.open_since is not None:
        return fmt.t(
            "You could see what {benefit} truly gives. What spoke for going on?", benefit=benefit
        )
    return fmt.t(
        "Who outside this room could have told you what {benefit} would really give?",
        benefit=benefit,
    )


def harvest_without_owner(fmt: DebriefFormatter, m: mo.HarvestWithoutOwner) -> MomentDescription:
    """Part of a benefit was lost because nobody owned it."""
    benefit = fmt.benefit(m.benefit)
    return MomentDescription(
        fmt.t("Part of the harvest lost: no owner"),
        fmt.t(
            "{benefit} could have given {more}, but nobody owned it. Harvested: {points}.",
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
        fmt.t("A claim kept to the point"),
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
        "{benefit} was claimed at {claimed}; the truth was {effect}. Said by: {person}.",
        benefit=benefit,
        claimed=fmt.points(m.estimate),
        effect=fmt.points(m.effect),
        person=fmt.person(m.person),
    )
    if m.answer == m.estimate:
        text += " " + fmt.t("The answer was to stand by it.")
    elif m.answer == 0:
        text += " " + fmt.t("The answer was to withdraw it.")
    elif m.answer is not None:
        text += " " + fmt.t("The answer was {points}.", points=fmt.points(m.answer))
    return MomentDescription(
        fmt.t("A bold claim meets the truth"),
        text,
        fmt.t(
            "What could you have asked, and whom, before {benefit} was put at {n}?",
            benefit=benefit,
            n=m.estimate,
        ),
    )
