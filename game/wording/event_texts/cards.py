"""Texts of events about cards: placing, anchoring, trials, implementing, estimating."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.engine import events as ev
from game.wording import figures, terms
from game.wording.event_texts.formatter import EventFormatter


# ------------------------------------------------------------------ ideas and benefits
def _idea_placed(fmt: EventFormatter, e: ev.IdeaPlaced) -> str:
    return fmt.t(
        "{seat} places {letter}: {idea}.",
        seat=fmt.seat(e.seat),
        letter=e.letter,
        idea=fmt.name(e.idea),
    )


def _idea_written(fmt: EventFormatter, e: ev.IdeaWritten) -> str:
    return fmt.t(
        "{seat} writes {letter}: {idea}.",
        seat=fmt.seat(e.seat),
        letter=e.letter,
        idea=fmt.short(e.name),
    )


def _benefit_claimed(fmt: EventFormatter, e: ev.BenefitClaimed) -> str:
    name = fmt.benefit(e)
    claim = fmt.t(
        "{seat} claims {points} on {track} for {idea}",
        seat=fmt.seat(e.seat),
        points=fmt.points(e.estimate),
        track=fmt.track(e.track),
        idea=fmt.letter(e.idea),
    )
    return f"{claim}: {name}." if name else f"{claim}."


def _estimate_revised(fmt: EventFormatter, e: ev.EstimateRevised) -> str:
    return fmt.t(
        "{seat} revises {idea} on {track}: from {before} to {points}.",
        seat=fmt.seat(e.seat),
        idea=fmt.letter(e.idea),
        track=fmt.track(e.track),
        before=e.before,
        points=fmt.points(e.estimate),
    )


def _benefit_anchored(fmt: EventFormatter, e: ev.BenefitAnchored) -> str:
    owned = fmt.t(
        "{seat} is now benefit owner of {idea} on {track}",
        seat=fmt.seat(e.owner),
        idea=fmt.letter(e.idea),
        track=fmt.track(e.track),
    )
    idea = fmt.find(e.idea)
    b = idea.benefit(e.track) if idea is not None else None
    if b is None or fmt.longest is not None:  # a shortened measure would be useless
        return f"{owned}."
    return f"{owned}. {figures.benefit_measure_text(fmt.t, fmt.names.case, e.track, b)}."


def _benefit_handed_over(fmt: EventFormatter, e: ev.BenefitHandedOver) -> str:
    return fmt.t(
        "{before} hands {idea} on {track} over to {seat}.",
        before=fmt.seat(e.before),
        idea=fmt.letter(e.idea),
        track=fmt.track(e.track),
        seat=fmt.seat(e.owner),
    )


# ------------------------------------------------------------------ risks
def _risk_named(fmt: EventFormatter, e: ev.RiskNamed) -> str:
    return fmt.t(
        "{seat} names a risk of {idea}: {risk}.",
        seat=fmt.seat(e.seat),
        idea=fmt.letter(e.idea),
        risk=fmt.risk(e.idea, e.risk),
    )


def _risk_written(fmt: EventFormatter, e: ev.RiskWritten) -> str:
    return fmt.t(
        "{seat} names a risk of {idea}: {risk}.",
        seat=fmt.seat(e.seat),
        idea=fmt.letter(e.idea),
        risk=fmt.short(e.name),
    )


def _risk_turned_up(fmt: EventFormatter, e: ev.RiskTurnedUp) -> str:
    return fmt.t(
        "A true risk of {idea} comes to light: {risk}.",
        idea=fmt.letter(e.idea),
        risk=fmt.risk(e.idea, e.risk),
    )


def _risk_mitigated(fmt: EventFormatter, e: ev.RiskMitigated) -> str:
    done = fmt.t(
        "{seat} mitigates a risk of {idea}: {risk}",
        seat=fmt.seat(e.seat),
        idea=fmt.letter(e.idea),
        risk=fmt.risk(e.idea, e.risk),
    )
    return f"{done} ({fmt.short(e.note)})." if e.note else f"{done}."


def _nothing_found(fmt: EventFormatter, e: ev.NothingFound) -> str:
    return fmt.t("All true risks of {idea} have already been named.", idea=fmt.letter(e.idea))


# ------------------------------------------------------------------ trials and implementation
def _trial_thrown(fmt: EventFormatter, e: ev.TrialThrown) -> str:
    tried = fmt.t(
        "{seat} tries {idea} on a small scale",
        seat=fmt.seat(e.seat),
        idea=fmt.letter(e.idea),
    )
    if e.name:
        tried = f"{tried} ({fmt.short(e.name)})"
    message = (
        fmt.t("Die {die}, maturity {maturity}: proven.", die=e.die, maturity=e.maturity)
        if e.proven
        else fmt.t(
            "Die {die}, maturity {maturity}: not proven, but the group has learned.",
            die=e.die,
            maturity=e.maturity,
        )
    )
    return f"{tried}. {message}"


def _learned(fmt: EventFormatter, e: ev.Learned) -> str:
    return fmt.t(
        "{idea} is more mature now: {maturity}.", idea=fmt.letter(e.idea), maturity=e.maturity
    )


def _effects_opened(fmt: EventFormatter, e: ev.EffectsOpened) -> str:
    ideas = {idea for idea, _, _ in e.effects}
    if len(ideas) == 1:
        return fmt.t(
            "What {idea} truly gives: {effects}.",
            idea=fmt.letter(e.effects[0][0]),
            effects=", ".join(f"{fmt.track(track)} {fmt.signed(n)}" for _, track, n in e.effects),
        )
    return fmt.t(
        "What the ideas truly give on {track}: {effects}.",
        track=fmt.track(e.effects[0][1]),
        effects=", ".join(f"{fmt.letter(idea)} {fmt.signed(n)}" for idea, _, n in e.effects),
    )


def _idea_shelved(fmt: EventFormatter, e: ev.IdeaShelved) -> str:
    seat, idea = fmt.seat(e.seat), fmt.name(e.idea)
    if fmt.find(e.idea) is None:
        return fmt.t("{seat} shelves {idea}.", seat=seat, idea=idea)
    letter = fmt.letter(e.idea)
    return fmt.t("{seat} shelves {letter}: {idea}.", seat=seat, letter=letter, idea=idea)


def _idea_implemented(fmt: EventFormatter, e: ev.IdeaImplemented) -> str:
    seat, idea = fmt.seat(e.seat), fmt.idea(e.idea)
    if e.scaled:
        return fmt.t("{seat} scales {idea}. Due in round {n}.", seat=seat, idea=idea, n=e.due)
    return fmt.t("{seat} implements {idea}. Due in round {n}.", seat=seat, idea=idea, n=e.due)


def _cost_lowered(fmt: EventFormatter, e: ev.CostLowered) -> str:
    return fmt.t("{idea} now costs {n} capacity.", idea=fmt.letter(e.idea), n=e.cost)


def _followed_up(fmt: EventFormatter, e: ev.FollowedUp) -> str:
    return fmt.t(
        "{seat} follows up {idea}: {moved}.",
        seat=fmt.seat(e.seat),
        idea=fmt.letter(e.idea),
        moved=fmt.moved(e.track, 1),
    )


# ------------------------------------------------------------------ abilities
def _ability_used(fmt: EventFormatter, e: ev.AbilityUsed) -> str:
    ability = fmt.case.setup.by_id.roles[e.role].ability
    return fmt.t(
        "{seat} ({role}): {ability}.",
        seat=fmt.seat(e.seat),
        role=fmt.role(e.role),
        ability=terms.ability(fmt.t, ability),
    )


def _perk_used(fmt: EventFormatter, e: ev.PerkUsed) -> str:
    if fmt.case.setup.by_id.roles[e.role].ability == "front_line":
        return fmt.t("{role}: this trial costs no capacity.", role=fmt.role(e.role))
    return fmt.t("{role}: this anchoring takes no action.", role=fmt.role(e.role))


def _free_claim_given(fmt: EventFormatter, e: ev.FreeClaimGiven) -> str:
    return fmt.t("One benefit on {track} may now be placed free.", track=fmt.track(e.track))


# ------------------------------------------------------------------ estimate poker
def _estimates_called(fmt: EventFormatter, e: ev.EstimatesCalled) -> str:
    return fmt.t(
        "Estimates, please: what will {idea} give on {track}?",
        idea=fmt.idea(e.idea),
        track=fmt.track(e.track),
    )


def _estimate_given(fmt: EventFormatter, e: ev.EstimateGiven) -> str:
    return fmt.t("{seat} has given an estimate.", seat=fmt.seat(e.seat))


def _estimates_turned(fmt: EventFormatter, e: ev.EstimatesTurned) -> str:
    values = ", ".join(f"{fmt.seat(i)} {n}" for i, n in enumerate(e.values))
    if len(set(e.values)) == 1:
        return fmt.t("The estimates agree: {values}.", values=values)
    low, high = min(e.values), max(e.values)
    outliers = [fmt.seat(i) for i, n in enumerate(e.values) if n in (low, high)]
    if len(outliers) == len(e.values):
        return fmt.t("The estimates: {values}. What do you each see?", values=values)
    return fmt.t(
        "The estimates: {values}. First to speak: {seats}.",
        values=values,
        seats=fmt.t.listed(outliers),
    )


def _estimates_closed(fmt: EventFormatter, e: ev.EstimatesClosed) -> str:
    return fmt.t("The estimate cards are put away.")


EVENT_TEXTS: dict[type[ev.Event], Callable[[EventFormatter, Any], str | None]] = {
    ev.IdeaPlaced: _idea_placed,
    ev.IdeaWritten: _idea_written,
    ev.BenefitClaimed: _benefit_claimed,
    ev.EstimateRevised: _estimate_revised,
    ev.BenefitAnchored: _benefit_anchored,
    ev.BenefitHandedOver: _benefit_handed_over,
    ev.RiskNamed: _risk_named,
    ev.RiskWritten: _risk_written,
    ev.RiskTurnedUp: _risk_turned_up,
    ev.RiskMitigated: _risk_mitigated,
    ev.NothingFound: _nothing_found,
    ev.TrialThrown: _trial_thrown,
    ev.Learned: _learned,
    ev.EffectsOpened: _effects_opened,
    ev.IdeaShelved: _idea_shelved,
    ev.IdeaImplemented: _idea_implemented,
    ev.CostLowered: _cost_lowered,
    ev.FollowedUp: _followed_up,
    ev.AbilityUsed: _ability_used,
    ev.PerkUsed: _perk_used,
    ev.FreeClaimGiven: _free_claim_given,
    ev.EstimatesCalled: _estimates_called,
    ev.EstimateGiven: _estimate_given,
    ev.EstimatesTurned: _estimates_turned,
    ev.EstimatesClosed: _estimates_closed,
}
