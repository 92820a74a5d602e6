"""Telling the reality check, each step with its reason: here the group learns what was true."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.engine import events as ev
from game.wording.telling.speaker import Speaker


def _check_began(say: Speaker, e: ev.CheckBegan) -> str:
    if not e.ideas:
        return say.t("Reality check of round {n}: no idea is due.", n=e.round)
    ideas = say.t.listed([say.letter(idea) for idea in e.ideas])
    return say.t("Reality check of round {n}: {ideas}.", n=e.round, ideas=ideas)


# ------------------------------------------------------------------ 1 risks
def _risk_thrown(say: Speaker, e: ev.RiskThrown) -> str:
    if e.limit <= 0:
        return say.t("Prevented: {risk} can no longer strike {idea}.", **_risk(say, e))
    if e.struck:
        return _struck(say, e)
    if e.risk is None:
        return say.t(
            "Nobody had named a risk of {idea}, but it went well: "
            "die {die}, the unknown strikes at {limit} or less.",
            **_risk(say, e),
        )
    if e.named is None:
        return say.t(
            "Lucky: {risk}. Nobody had named it, but the die showed {die}; "
            "it strikes at {limit} or less.",
            **_risk(say, e),
        )
    return say.t(
        "The risk held off: {risk}. Die {die}, it strikes at {limit} or less.", **_risk(say, e)
    )


def _struck(say: Speaker, e: ev.RiskThrown) -> str:
    if e.risk is None:
        return say.t(
            "The unknown struck {idea}. Die {die}, it needed {limit} or less "
            "because nobody had named a risk. {moved}.",
            **_risk(say, e),
        )
    if e.named is None:
        return say.t(
            "Risk struck: {risk}. Die {die}, it needed {limit} or less "
            "because nobody had named it. {moved}.",
            **_risk(say, e),
        )
    return say.t(
        "Risk struck: {risk}. Die {die}, it needed {limit} or less. {moved}.", **_risk(say, e)
    )


def _risk(say: Speaker, e: ev.RiskThrown) -> dict[str, object]:
    name = say.risk(e.idea, e.risk) if e.risk is not None else ""
    if e.named is not None and e.named != e.risk:
        own_words = say.risk(e.idea, e.named)
        name = say.t("{risk} (named as “{own_words}”)", risk=name, own_words=own_words)
    return {
        "risk": name,
        "idea": say.letter(e.idea),
        "die": e.die,
        "limit": min(e.limit, 6),
        "moved": say.moved(e.track, -e.severity),
    }


def _false_alarm(say: Speaker, e: ev.FalseAlarm) -> str:
    return say.t(
        "False alarm at {idea}: {risk}.", idea=say.letter(e.idea), risk=say.risk(e.idea, e.risk)
    )


# ------------------------------------------------------------------ 2 stumble
def _stumble_thrown(say: Speaker, e: ev.StumbleThrown) -> str:
    params: dict[str, object] = {
        "idea": say.letter(e.idea),
        "die": e.die,
        "maturity": e.maturity,
    }
    if e.stumbled:
        return say.t(
            "{idea} stumbles: it was never proven, and die {die} is above its maturity {maturity}. "
            "What it gives is halved.",
            **params,
        )
    return say.t(
        "{idea} was never proven but stays on its feet: die {die}, maturity {maturity}.", **params
    )


# ------------------------------------------------------------------ 3 harvest
def _reality_thrown(say: Speaker, e: ev.RealityThrown) -> str:
    params: dict[str, object] = {
        "idea": say.letter(e.idea),
        "track": say.track(e.track),
        "effect": say.signed(e.effect),
    }
    if len(e.dice) == 1:
        return say.t(
            "The reality die for {idea} on {track}: {die}, so it truly gives {effect}.",
            die=e.dice[0],
            **params,
        )
    dice = say.t.listed([str(n) for n in e.dice])
    return say.t(
        "The reality dice for {idea} on {track}: {dice}. The better counts, so it gives {effect}.",
        dice=dice,
        **params,
    )


def _harvested(say: Speaker, e: ev.Harvested) -> str:
    where = say.t("{idea} on {track}", idea=say.letter(e.idea), track=say.track(e.track))
    return f"{where}: {_harvest(say, e)}"


def _harvest(say: Speaker, e: ev.Harvested) -> str:
    params: dict[str, object] = {
        "estimate": e.estimate,
        "effect": say.signed(e.effect),
        "points": e.points,
    }
    if e.estimate is None:
        if e.effect < 0:
            return say.t("a disbenefit nobody had spoken of, {effect} in full.", **params)
        return say.t("true {effect}, but nobody had claimed it: harvested 0.", **params)
    if e.effect < 0:
        return say.t("claimed {estimate}, true {effect}: a disbenefit counts in full.", **params)
    if e.effect == 0:
        return say.t("claimed {estimate}, true 0: there is nothing to harvest.", **params)
    return _harvest_of_claim(say, e, params)


def _harvest_of_claim(say: Speaker, e: ev.Harvested, params: dict[str, object]) -> str:
    idea = say.find(e.idea)
    stumbled = idea is not None and idea.stumbled
    if not e.anchored:
        if stumbled:
            return say.t(
                "claimed {estimate}, true {effect}, halved by the stumble and again "
                "because nobody owned it: harvested {points}.",
                **params,
            )
        return say.t(
            "claimed {estimate}, true {effect}, but nobody owned it: half of it, {points}.",
            **params,
        )
    owner = say.owner(e.idea, e.track) or ""
    if stumbled:
        return say.t(
            "claimed {estimate}, true {effect}, halved by the stumble, anchored by {owner}: "
            "harvested {points}.",
            owner=owner,
            **params,
        )
    return say.t(
        "claimed {estimate}, true {effect}, anchored by {owner}: harvested {points}.",
        owner=owner,
        **params,
    )


# ------------------------------------------------------------------ 4 the word kept
def _idea_realised(say: Speaker, e: ev.IdeaRealised) -> str:
    return say.t(
        "{idea} is realised: claimed {claimed}, harvested {given}.",
        idea=say.letter(e.idea),
        claimed=e.claimed,
        given=say.t.number(e.given),
    )


def _check_ended(say: Speaker, e: ev.CheckEnded) -> str:
    return say.t("The reality check is over.")


TELLINGS: dict[type[ev.Event], Callable[[Speaker, Any], str | None]] = {
    ev.CheckBegan: _check_began,
    ev.RiskThrown: _risk_thrown,
    ev.FalseAlarm: _false_alarm,
    ev.StumbleThrown: _stumble_thrown,
    ev.RealityThrown: _reality_thrown,
    ev.Harvested: _harvested,
    ev.IdeaRealised: _idea_realised,
    ev.CheckEnded: _check_ended,
}
