"""Telling what is done with the cards: placing, anchoring, trying, carrying out, estimating."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.engine import events as ev
from game.wording import figures, names
from game.wording.telling.speaker import Speaker


# ------------------------------------------------------------------ ideas and benefits
def _idea_placed(say: Speaker, e: ev.IdeaPlaced) -> str:
    return say.t(
        "{seat} places {letter}: {idea}.",
        seat=say.seat(e.seat),
        letter=e.letter,
        idea=say.name(e.idea),
    )


def _idea_written(say: Speaker, e: ev.IdeaWritten) -> str:
    return say.t(
        "{seat} writes {letter}: {idea}.",
        seat=say.seat(e.seat),
        letter=e.letter,
        idea=say.short(e.name),
    )


def _benefit_claimed(say: Speaker, e: ev.BenefitClaimed) -> str:
    name = say.benefit(e)
    claim = say.t(
        "{seat} claims {points} on {track} for {idea}",
        seat=say.seat(e.seat),
        points=say.points(e.estimate),
        track=say.track(e.track),
        idea=say.letter(e.idea),
    )
    return f"{claim}: {name}." if name else f"{claim}."


def _estimate_revised(say: Speaker, e: ev.EstimateRevised) -> str:
    return say.t(
        "{seat} revises {idea} on {track}: from {before} to {points}.",
        seat=say.seat(e.seat),
        idea=say.letter(e.idea),
        track=say.track(e.track),
        before=e.before,
        points=say.points(e.estimate),
    )


def _benefit_anchored(say: Speaker, e: ev.BenefitAnchored) -> str:
    owned = say.t(
        "{seat} is now benefit owner of {idea} on {track}",
        seat=say.seat(e.owner),
        idea=say.letter(e.idea),
        track=say.track(e.track),
    )
    idea = say.find(e.idea)
    b = idea.benefit(e.track) if idea is not None else None
    if b is None or say.longest is not None:  # half a measure says nothing
        return f"{owned}."
    return f"{owned}. {figures.measure_of(say.t, say.names.case, e.track, b)}."


def _benefit_handed_over(say: Speaker, e: ev.BenefitHandedOver) -> str:
    return say.t(
        "{before} hands {idea} on {track} over to {seat}.",
        before=say.seat(e.before),
        idea=say.letter(e.idea),
        track=say.track(e.track),
        seat=say.seat(e.owner),
    )


# ------------------------------------------------------------------ risks
def _risk_named(say: Speaker, e: ev.RiskNamed) -> str:
    return say.t(
        "{seat} names a risk of {idea}: {risk}.",
        seat=say.seat(e.seat),
        idea=say.letter(e.idea),
        risk=say.risk(e.idea, e.risk),
    )


def _risk_written(say: Speaker, e: ev.RiskWritten) -> str:
    return say.t(
        "{seat} names a risk of {idea}: {risk}.",
        seat=say.seat(e.seat),
        idea=say.letter(e.idea),
        risk=say.short(e.name),
    )


def _risk_turned_up(say: Speaker, e: ev.RiskTurnedUp) -> str:
    return say.t(
        "A true risk of {idea} comes to light: {risk}.",
        idea=say.letter(e.idea),
        risk=say.risk(e.idea, e.risk),
    )


def _risk_mitigated(say: Speaker, e: ev.RiskMitigated) -> str:
    done = say.t(
        "{seat} mitigates a risk of {idea}: {risk}",
        seat=say.seat(e.seat),
        idea=say.letter(e.idea),
        risk=say.risk(e.idea, e.risk),
    )
    return f"{done} ({say.short(e.note)})." if e.note else f"{done}."


def _nothing_found(say: Speaker, e: ev.NothingFound) -> str:
    return say.t("All true risks of {idea} have already been named.", idea=say.letter(e.idea))


# ------------------------------------------------------------------ what becomes of an idea
def _trial_thrown(say: Speaker, e: ev.TrialThrown) -> str:
    tried = say.t(
        "{seat} tries {idea} on a small scale",
        seat=say.seat(e.seat),
        idea=say.letter(e.idea),
    )
    if e.name:
        tried = f"{tried} ({say.short(e.name)})"
    message = (
        say.t("Die {die}, maturity {maturity}: proven.", die=e.die, maturity=e.maturity)
        if e.proven
        else say.t(
            "Die {die}, maturity {maturity}: not proven, but the group has learned.",
            die=e.die,
            maturity=e.maturity,
        )
    )
    return f"{tried}. {message}"


def _learned(say: Speaker, e: ev.Learned) -> str:
    return say.t(
        "{idea} is more mature now: {maturity}.", idea=say.letter(e.idea), maturity=e.maturity
    )


def _effects_opened(say: Speaker, e: ev.EffectsOpened) -> str:
    ideas = {idea for idea, _, _ in e.effects}
    if len(ideas) == 1:
        return say.t(
            "What {idea} truly gives: {effects}.",
            idea=say.letter(e.effects[0][0]),
            effects=", ".join(f"{say.track(track)} {say.signed(n)}" for _, track, n in e.effects),
        )
    return say.t(
        "What the ideas truly give on {track}: {effects}.",
        track=say.track(e.effects[0][1]),
        effects=", ".join(f"{say.letter(idea)} {say.signed(n)}" for idea, _, n in e.effects),
    )


def _idea_shelved(say: Speaker, e: ev.IdeaShelved) -> str:
    seat, idea = say.seat(e.seat), say.name(e.idea)
    if say.find(e.idea) is None:
        return say.t("{seat} shelves {idea}.", seat=seat, idea=idea)
    letter = say.letter(e.idea)
    return say.t("{seat} shelves {letter}: {idea}.", seat=seat, letter=letter, idea=idea)


def _idea_implemented(say: Speaker, e: ev.IdeaImplemented) -> str:
    seat, idea = say.seat(e.seat), say.idea(e.idea)
    if e.scaled:
        return say.t("{seat} scales {idea}. Due in round {n}.", seat=seat, idea=idea, n=e.due)
    return say.t("{seat} implements {idea}. Due in round {n}.", seat=seat, idea=idea, n=e.due)


def _cost_lowered(say: Speaker, e: ev.CostLowered) -> str:
    return say.t("{idea} now costs {n} capacity.", idea=say.letter(e.idea), n=e.cost)


def _followed_up(say: Speaker, e: ev.FollowedUp) -> str:
    return say.t(
        "{seat} follows up {idea}: {moved}.",
        seat=say.seat(e.seat),
        idea=say.letter(e.idea),
        moved=say.moved(e.track, 1),
    )


# ------------------------------------------------------------------ abilities
def _ability_used(say: Speaker, e: ev.AbilityUsed) -> str:
    ability = say.case.setup.by_id.roles[e.role].ability
    return say.t(
        "{seat} ({role}): {ability}.",
        seat=say.seat(e.seat),
        role=say.role(e.role),
        ability=names.ability(say.t, ability),
    )


def _perk_used(say: Speaker, e: ev.PerkUsed) -> str:
    if say.case.setup.by_id.roles[e.role].ability == "front_line":
        return say.t("{role}: this trial costs no capacity.", role=say.role(e.role))
    return say.t("{role}: this anchoring takes no action.", role=say.role(e.role))


def _free_claim_given(say: Speaker, e: ev.FreeClaimGiven) -> str:
    return say.t("One benefit on {track} may now be placed free.", track=say.track(e.track))


# ------------------------------------------------------------------ estimate poker
def _estimates_called(say: Speaker, e: ev.EstimatesCalled) -> str:
    return say.t(
        "Estimates, please: what will {idea} give on {track}?",
        idea=say.idea(e.idea),
        track=say.track(e.track),
    )


def _estimate_given(say: Speaker, e: ev.EstimateGiven) -> str:
    return say.t("{seat} has given an estimate.", seat=say.seat(e.seat))


def _estimates_turned(say: Speaker, e: ev.EstimatesTurned) -> str:
    values = ", ".join(f"{say.seat(i)} {n}" for i, n in enumerate(e.values))
    if len(set(e.values)) == 1:
        return say.t("The estimates agree: {values}.", values=values)
    low, high = min(e.values), max(e.values)
    outliers = [say.seat(i) for i, n in enumerate(e.values) if n in (low, high)]
    if len(outliers) == len(e.values):
        return say.t("The estimates: {values}. What do you each see?", values=values)
    return say.t(
        "The estimates: {values}. First to speak: {seats}.",
        values=values,
        seats=say.t.listed(outliers),
    )


def _estimates_closed(say: Speaker, e: ev.EstimatesClosed) -> str:
    return say.t("The estimate cards are put away.")


TELLINGS: dict[type[ev.Event], Callable[[Speaker, Any], str | None]] = {
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
