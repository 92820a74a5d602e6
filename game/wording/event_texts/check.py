"""Texts of events in the reality check, each with the reason for its result."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.engine import events as ev
from game.engine.harvest import after_stumble
from game.wording import terms
from game.wording.event_texts.formatter import EventFormatter
from game.wording.pauses import is_played


def _check_began(fmt: EventFormatter, e: ev.CheckBegan) -> str:
    ideas = fmt.t.listed([fmt.called(idea) for idea in e.ideas])
    if not is_played(fmt.state.setup.rules, e.round):
        if not e.ideas:
            return fmt.t("Reality check of the follow-up: no idea is due.")
        return fmt.t("Reality check of the follow-up: {ideas}.", ideas=ideas)
    round_ = fmt.state.told_round(e.round)
    if not e.ideas:
        return fmt.t("Reality check of round {n}: no idea is due.", n=round_)
    return fmt.t("Reality check of round {n}: {ideas}.", n=round_, ideas=ideas)


# ------------------------------------------------------------------ nothing is due
def _claim_tested(fmt: EventFormatter, e: ev.ClaimTested) -> str:
    return fmt.t(
        "Nothing was due, so reality asked about {benefit} on {track}: the largest claim "
        "that nobody knew the truth about, on the idea that claims the most of those that "
        "hide something. It stood at {estimate}; the truth is {effect}. {seat} promised it.",
        benefit=fmt.called_benefit(e.idea, e.track),
        track=fmt.track(e.track),
        seat=fmt.seat(e.seat),
        estimate=e.estimate,
        effect=fmt.t.number(e.effect),
    )


def _claim_answered(fmt: EventFormatter, e: ev.ClaimAnswered) -> str:
    params: dict[str, object] = {
        "seat": fmt.seat(e.seat),
        "benefit": fmt.called_benefit(e.idea, e.track),
        "track": fmt.track(e.track),
    }
    if e.stands:
        return fmt.t("{seat} stands by the claim for {benefit} on {track}.", **params)
    return fmt.t("{seat} answers with another number for {benefit} on {track}.", **params)


def _risk_tested(fmt: EventFormatter, e: ev.RiskTested) -> str:
    return fmt.t(
        "Nothing was due, so reality asked what may go wrong with {idea}.", idea=fmt.called(e.idea)
    )


def _nothing_tested(fmt: EventFormatter, e: ev.NothingTested) -> str:
    return fmt.t("Nothing was due, and there was nothing left for reality to ask about.")


# ------------------------------------------------------------------ 1 risks
def _risk_thrown(fmt: EventFormatter, e: ev.RiskThrown) -> str:
    if e.limit <= 0:
        return fmt.t("Prevented: {risk} can no longer strike {idea}.", **_risk(fmt, e))
    if e.struck:
        return _struck(fmt, e)
    if e.risk is None:
        return fmt.t(
            "No risk of {idea} was named, but it went well: "
            "die {die}, the unknown strikes at {limit} or less.",
            **_risk(fmt, e),
        )
    if e.named is None:
        return fmt.t(
            "Lucky: {risk}. It was not named, but the die showed {die}; "
            "it strikes at {limit} or less.",
            **_risk(fmt, e),
        )
    return fmt.t(
        "The risk held off: {risk}. Die {die}, it strikes at {limit} or less.", **_risk(fmt, e)
    )


def _struck(fmt: EventFormatter, e: ev.RiskThrown) -> str:
    if e.risk is None:
        return fmt.t(
            "The unknown struck {idea}. Die {die}, it needed {limit} or less "
            "because no risk was named. {moved}.",
            **_risk(fmt, e),
        )
    if e.named is None:
        return fmt.t(
            "Risk struck: {risk}. Die {die}, it needed {limit} or less "
            "because it was not named. {moved}.",
            **_risk(fmt, e),
        )
    return fmt.t(
        "Risk struck: {risk}. Die {die}, it needed {limit} or less. {moved}.", **_risk(fmt, e)
    )


def _risk(fmt: EventFormatter, e: ev.RiskThrown) -> dict[str, object]:
    name = fmt.risk(e.idea, e.risk) if e.risk is not None else ""
    if e.named is not None and e.named != e.risk:
        own_words = fmt.risk(e.idea, e.named)
        name = fmt.t("{risk} (named as “{own_words}”)", risk=name, own_words=own_words)
    return {
        "risk": name,
        "idea": fmt.called(e.idea),
        "die": e.die,
        "limit": min(e.limit, 6),
        "moved": fmt.truly_moved(e.track, -e.severity),
    }


def _false_alarm(fmt: EventFormatter, e: ev.FalseAlarm) -> str:
    """A group's own project is only played at: there a risk is never said to be no true one."""
    params: dict[str, object] = {"idea": fmt.called(e.idea), "risk": fmt.risk(e.idea, e.risk)}
    if fmt.case.own_project:
        return fmt.t("It did not strike {idea} in play: {risk}.", **params)
    return fmt.t("False alarm at {idea}: {risk}.", **params)


# ------------------------------------------------------------------ 2 stumble
def _stumble_thrown(fmt: EventFormatter, e: ev.StumbleThrown) -> str:
    params: dict[str, object] = {
        "idea": fmt.called(e.idea),
        "die": e.die,
        "maturity": e.maturity,
    }
    if e.stumbled:
        return fmt.t(
            "{idea} stumbles: it was never proven, and die {die} is above its maturity {maturity}. "
            "{costs}",
            costs=_stumble_costs(fmt, e.idea),
            **params,
        )
    return fmt.t(
        "{idea} was never proven but stays on its feet: die {die}, maturity {maturity}.", **params
    )


def _stumble_costs(fmt: EventFormatter, id: str) -> str:
    """What a stumble takes: points off the main track, in version 1 half of what the idea gives."""
    idea, by = fmt.find(id), fmt.state.setup.rules.stumble
    if fmt.state.edition < 2 or idea is None:
        return fmt.t("What it gives is halved.")
    return fmt.truly_moved(idea.card.track, -by) + "." if by else fmt.t("It costs nothing.")


# ------------------------------------------------------------------ 3 harvest
def _reality_thrown(fmt: EventFormatter, e: ev.RealityThrown) -> str:
    params: dict[str, object] = {
        "benefit": fmt.called_benefit(e.idea, e.track),
        "track": fmt.track(e.track),
        "effect": fmt.signed(e.effect),
    }
    if len(e.dice) == 1:
        return fmt.t(
            "The reality die for {benefit} on {track}: {die}, so it truly gives {effect}.",
            die=e.dice[0],
            **params,
        )
    dice = fmt.t.listed([str(n) for n in e.dice])
    return fmt.t(
        "The reality dice for {benefit} on {track}: {dice}. "
        "The better counts, so it gives {effect}.",
        dice=dice,
        **params,
    )


def _harvested(fmt: EventFormatter, e: ev.Harvested) -> str:
    where = fmt.t(
        "{benefit} on {track}",
        benefit=fmt.called_benefit(e.idea, e.track),
        track=fmt.track(e.track),
    )
    return f"{where}: {_harvest(fmt, e)}"


def _harvest(fmt: EventFormatter, e: ev.Harvested) -> str:
    params: dict[str, object] = {
        "estimate": e.estimate,
        "effect": fmt.t.number(e.effect),
        "points": e.points,
    }
    if e.estimate is not None and e.estimate < 0:
        return _named_downside(fmt, e, {**params, "estimate": fmt.t.number(e.estimate)})
    if e.estimate is None:
        if e.effect < 0:
            return _unspoken_harm(fmt, e, params)
        return fmt.t("true {effect}, but it was not claimed: harvested 0.", **params)
    if e.effect < 0:
        return _claimed_harm(fmt, e, params)
    if e.effect == 0:
        return fmt.t("claimed {estimate}, true 0: there is nothing to harvest.", **params)
    return _harvest_of_claim(fmt, e, params)


def _unspoken_harm(fmt: EventFormatter, e: ev.Harvested, params: dict[str, object]) -> str:
    if e.points < e.effect:
        return fmt.t(
            "true {effect}, and {more} more because no downside was named: {felt}.",
            more=e.effect - e.points,
            felt=fmt.t.number(e.points),
            **params,
        )
    return fmt.t("a harm that was not named, {effect} in full.", **params)


def _claimed_harm(fmt: EventFormatter, e: ev.Harvested, params: dict[str, object]) -> str:
    if e.points < e.effect:
        return fmt.t(
            "claimed {estimate}, true {effect}, and {more} more because no downside was named: "
            "{felt}.",
            more=e.effect - e.points,
            felt=fmt.t.number(e.points),
            **params,
        )
    return fmt.t("claimed {estimate}, true {effect}: a harm counts in full.", **params)


def _named_downside(fmt: EventFormatter, e: ev.Harvested, params: dict[str, object]) -> str:
    if e.effect >= 0:
        return fmt.t("a downside of {estimate} was named, but none came.", **params)
    if e.points > e.effect:
        return fmt.t(
            "a downside of {estimate} was named and made up for: true {effect}, felt {felt}.",
            felt=fmt.t.number(e.points),
            **params,
        )
    return fmt.t("a downside of {estimate} was named, true {effect}: no trust is lost.", **params)


def _harvest_of_claim(fmt: EventFormatter, e: ev.Harvested, params: dict[str, object]) -> str:
    idea = fmt.find(e.idea)
    there = e.effect if idea is None else after_stumble(fmt.state, idea, e.effect)
    told = _by_its_owner(fmt, e, params, stumbled=there < e.effect)
    if e.short is None:
        return told
    why = terms.short(fmt.t, e.short)
    if terms.of_an_owner(e.short):
        return fmt.t("{told} One point less: {why}.", told=told, why=why)
    return fmt.t("{told} Not all of it: {why}.", told=told, why=why)


def _by_its_owner(
    fmt: EventFormatter, e: ev.Harvested, params: dict[str, object], *, stumbled: bool
) -> str:
    """What was harvested, and who owned it."""
    if not e.anchored:
        return _harvest_without_owner(fmt, params, stumbled=stumbled)
    owner = fmt.owner(e.idea, e.track) or ""
    if stumbled:
        return fmt.t(
            "claimed {estimate}, true {effect}, halved by the stumble, anchored by {owner}: "
            "harvested {points}.",
            owner=owner,
            **params,
        )
    return fmt.t(
        "claimed {estimate}, true {effect}, anchored by {owner}: harvested {points}.",
        owner=owner,
        **params,
    )


def _harvest_without_owner(
    fmt: EventFormatter, params: dict[str, object], *, stumbled: bool
) -> str:
    if stumbled:
        return fmt.t(
            "claimed {estimate}, true {effect}, halved by the stumble and again "
            "because nobody owned it: harvested {points}.",
            **params,
        )
    if fmt.state.edition < 2:
        return fmt.t(
            "claimed {estimate}, true {effect}, but nobody owned it: half of it, {points}.",
            **params,
        )
    return fmt.t(
        "claimed {estimate}, true {effect}, owned by nobody: harvested {points}.", **params
    )


# ------------------------------------------------------------------ 4 realised
def _idea_realised(fmt: EventFormatter, e: ev.IdeaRealised) -> str:
    return fmt.t(
        "{idea} is realised: claimed {claimed}, harvested {given}.",
        idea=fmt.called(e.idea),
        claimed=e.claimed,
        given=fmt.t.number(e.given),
    )


def _check_ended(fmt: EventFormatter, e: ev.CheckEnded) -> str:
    return fmt.t("The reality check is over.")


EVENT_TEXTS: dict[type[ev.Event], Callable[[EventFormatter, Any], str | None]] = {
    ev.CheckBegan: _check_began,
    ev.ClaimTested: _claim_tested,
    ev.ClaimAnswered: _claim_answered,
    ev.RiskTested: _risk_tested,
    ev.NothingTested: _nothing_tested,
    ev.RiskThrown: _risk_thrown,
    ev.FalseAlarm: _false_alarm,
    ev.StumbleThrown: _stumble_thrown,
    ev.RealityThrown: _reality_thrown,
    ev.Harvested: _harvested,
    ev.IdeaRealised: _idea_realised,
    ev.CheckEnded: _check_ended,
}
