"""Texts of events about trials and abilities: what is tried, what came to light, what follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.engine import events as ev
from game.engine.actions import Adjustment
from game.i18n import mark
from game.wording import terms
from game.wording.event_texts.formatter import EventFormatter

_ADJUSTED: Mapping[Adjustment, str] = {
    "maturity": mark("{seat} adjusts {idea}: it is made more mature."),
    "effect": mark("{seat} adjusts {idea}: one more effect is looked into."),
    "risk": mark("{seat} adjusts {idea}: what may go wrong is looked into."),
}


# ------------------------------------------------------------------ trials
def _trial_set_up(fmt: EventFormatter, e: ev.TrialSetUp) -> str:
    set_up = fmt.t(
        "{seat} sets up a trial of {idea}",
        seat=fmt.seat(e.seat),
        idea=_named(fmt, e.idea, e.name),
    )
    return f"{set_up}. {terms.trial_question(fmt.t, e.about)}"


def _trial_reported(fmt: EventFormatter, e: ev.TrialReported) -> str:
    idea = _named(fmt, e.idea, e.name)
    if e.proven:
        return fmt.t(
            "The trial of {idea} worked: die {die}, maturity {maturity}. It is proven.",
            idea=idea,
            die=e.die,
            maturity=e.maturity,
        )
    return fmt.t(
        "The trial of {idea} did not work: die {die}, maturity {maturity}.",
        idea=idea,
        die=e.die,
        maturity=e.maturity,
    )


def _named(fmt: EventFormatter, idea: str, trial: str) -> str:
    """An idea, and what its trial is called if it has a name."""
    called = fmt.called(idea)
    return f"{called} ({fmt.short(trial)})" if trial else called


def _adjustment_asked(fmt: EventFormatter, e: ev.AdjustmentAsked) -> str:
    return fmt.t(
        "{seat} chooses what to adjust on {idea}.", seat=fmt.seat(e.seat), idea=fmt.called(e.idea)
    )


def _idea_adjusted(fmt: EventFormatter, e: ev.IdeaAdjusted) -> str:
    return fmt.t(_ADJUSTED[e.how], seat=fmt.seat(e.seat), idea=fmt.called(e.idea))


def _learned(fmt: EventFormatter, e: ev.Learned) -> str:
    return fmt.t(
        "{idea} is more mature now: {maturity}.", idea=fmt.called(e.idea), maturity=e.maturity
    )


def _trial_thrown(fmt: EventFormatter, e: ev.TrialThrown) -> str:
    """A trial by the first version of the rules: the die was thrown at once."""
    tried = fmt.t(
        "{seat} tries {idea} on a small scale",
        seat=fmt.seat(e.seat),
        idea=fmt.called(e.idea),
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


# ------------------------------------------------------------------ what came to light
def _effects_opened(fmt: EventFormatter, e: ev.EffectsOpened) -> str:
    ideas = {idea for idea, _, _ in e.effects}
    if len(ideas) == 1:
        return fmt.t(
            "What {idea} truly gives: {effects}.",
            idea=fmt.called(e.effects[0][0]),
            effects=", ".join(f"{fmt.track(track)} {fmt.signed(n)}" for _, track, n in e.effects),
        )
    return fmt.t(
        "What the ideas truly give on {track}: {effects}.",
        track=fmt.track(e.effects[0][1]),
        effects=", ".join(f"{fmt.called(idea)} {fmt.signed(n)}" for idea, _, n in e.effects),
    )


def _risk_turned_up(fmt: EventFormatter, e: ev.RiskTurnedUp) -> str:
    return fmt.t(
        "A true risk of {idea} comes to light: {risk}.",
        idea=fmt.called(e.idea),
        risk=fmt.risk(e.idea, e.risk),
    )


def _nothing_found(fmt: EventFormatter, e: ev.NothingFound) -> str:
    return fmt.t("All true risks of {idea} have already been named.", idea=fmt.called(e.idea))


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
    return fmt.t(
        "In this turn “A benefit for free” lies in the hand: it puts one benefit on {track} "
        "without an action. Other cards take one as always.",
        track=fmt.track(e.track),
    )


def _cost_lowered(fmt: EventFormatter, e: ev.CostLowered) -> str:
    return fmt.t("{idea} now costs {n} capacity.", idea=fmt.called(e.idea), n=e.cost)


EVENT_TEXTS: dict[type[ev.Event], Callable[[EventFormatter, Any], str | None]] = {
    ev.TrialSetUp: _trial_set_up,
    ev.TrialReported: _trial_reported,
    ev.AdjustmentAsked: _adjustment_asked,
    ev.IdeaAdjusted: _idea_adjusted,
    ev.Learned: _learned,
    ev.TrialThrown: _trial_thrown,
    ev.EffectsOpened: _effects_opened,
    ev.RiskTurnedUp: _risk_turned_up,
    ev.NothingFound: _nothing_found,
    ev.AbilityUsed: _ability_used,
    ev.PerkUsed: _perk_used,
    ev.FreeClaimGiven: _free_claim_given,
    ev.CostLowered: _cost_lowered,
}
