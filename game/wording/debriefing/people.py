"""Words for moments about people."""

from __future__ import annotations

from game.debrief import moments as mo
from game.wording.debriefing.teller import Teller, Told, begun


def owner_late(say: Teller, m: mo.OwnerLate) -> Told:
    """A benefit that waited long for its owner."""
    benefit, owner = say.benefit(m.benefit), say.owning(m.owner)
    text = (
        say.t.plural(
            "{owner} became owner of {benefit} {n} round after the claim.",
            "{owner} became owner of {benefit} {n} rounds after the claim.",
            m.waited,
            owner=owner,
            benefit=benefit,
        )
        if m.waited
        else say.t("{owner} became owner of {benefit}.", owner=owner, benefit=benefit)
    )
    if m.locked:
        text += " " + say.t("By then the idea was already being implemented.")
    return Told(
        say.t("An owner came late"),
        begun(text),
        say.t(
            "What would an owner from the first day have changed for {benefit}?", benefit=benefit
        ),
    )


def owner_gone(say: Teller, m: mo.OwnerGone) -> Told:
    """A benefit that lost its owner."""
    benefit = say.benefit(m.benefit)
    text = say.t(
        "{person} could no longer own {benefit}.", person=say.doer(m.person), benefit=benefit
    )
    after = say.t("It got a new owner later.") if m.again else say.t("It never got another owner.")
    return Told(
        say.t("An owner left"),
        f"{begun(text)} {after}",
        say.t("Who takes over {benefit} when its owner changes jobs?", benefit=benefit),
    )


def seat_silent(say: Teller, m: mo.SeatSilent) -> Told:
    """A seat that gave nothing to the table in a round."""
    person = say.doer(m.person)
    text = say.t.plural(
        "{person} had the turn, but put nothing on the table in round {rounds}.",
        "{person} had the turn, but put nothing on the table in rounds {rounds}.",
        len(m.rounds),
        person=person,
        rounds=say.rounds(m.rounds),
    )
    return Told(
        say.t("A silent seat: {person}", person=say.person(m.person)),
        begun(text),
        say.t(
            "What would have made it easier to hear {person} in round {n}?",
            person=person,
            n=m.rounds[0],
        ),
    )
