"""Texts of moments about people."""

from __future__ import annotations

from game.debrief import moments as mo
from game.i18n import capitalised
from game.wording.debrief_texts.formatter import DebriefFormatter, MomentDescription


def owner_late(fmt: DebriefFormatter, m: mo.OwnerLate) -> MomentDescription:
    """A benefit that waited long for its owner."""
    benefit, owner = fmt.benefit(m.benefit), fmt.owner_in_sentence(m.owner)
    text = fmt.t.plural(
        "{owner} became owner of {benefit} {n} round later than possible.",
        "{owner} became owner of {benefit} {n} rounds later than possible.",
        m.waited,
        owner=owner,
        benefit=benefit,
    )
    text += " " + fmt.t("It could have had one from round {n} on.", n=m.since)
    if m.locked:
        text += " " + fmt.t("By then the idea was already being implemented.")
    return MomentDescription(
        fmt.t("An owner came late"),
        capitalised(text),
        fmt.t(
            "What would an owner from the first day have changed for {benefit}?", benefit=benefit
        ),
    )


def owner_gone(fmt: DebriefFormatter, m: mo.OwnerGone) -> MomentDescription:
    """A benefit that lost its owner."""
    benefit = fmt.benefit(m.benefit)
    text = fmt.t(
        "{person} could no longer own {benefit}.",
        person=fmt.person_in_sentence(m.person),
        benefit=benefit,
    )
    after = fmt.t("It got a new owner later.") if m.again else fmt.t("No new owner came.")
    return MomentDescription(
        fmt.t("An owner left"),
        f"{capitalised(text)} {after}",
        fmt.t("Who takes over {benefit} when its owner changes jobs?", benefit=benefit),
    )


def turn_without_move(fmt: DebriefFormatter, m: mo.TurnWithoutMove) -> MomentDescription:
    """A seat with turns in which it did nothing."""
    person = fmt.person_in_sentence(m.person)
    text = fmt.t.plural(
        "{person} had the turn in round {rounds} and put nothing on the table in it.",
        "{person} had the turn in rounds {rounds} and put nothing on the table in them.",
        len(m.rounds),
        person=person,
        rounds=fmt.rounds(m.rounds),
    )
    return MomentDescription(
        fmt.t("A turn in which nothing was placed: {person}", person=fmt.person(m.person)),
        capitalised(text),
        fmt.t(
            "What would have made it easier for {person} to put something on the table in round "
            "{n}?",
            person=person,
            n=m.rounds[0],
        ),
    )
