"""What is read aloud of an idea that is due: its risks, its harvest, and the word it kept."""

from __future__ import annotations

from game.engine import PHASES, SPECS, State
from game.engine import events as ev
from game.engine.actions import Mitigate
from game.engine.harvest import after_stumble
from game.i18n import Words, mark
from game.table.parts.dice import decides
from game.table.parts.game_view import GameView
from game.table.play.check.step_facts import (
    idea_of,
    moved_on,
    near_enough,
    points_on,
    risk_called,
    unspoken_harms,
)
from game.table.play.check.steps import CheckStep
from game.wording import terms


# ------------------------------------------------------------------ risks and the stumble
def risk(game: GameView, step: CheckStep) -> str:
    """A true risk: whether it struck, and what the group had said and done about it."""
    e = step.events[0]
    assert isinstance(e, ev.RiskThrown)
    why = " ".join(
        filter(None, (_foresight(game, step, e), _believed(game.t, step, e), _limit(game.t, e)))
    )
    if e.struck:
        points = moved_on(game, step, e.track, -e.severity)
        return game.t("It struck: {points}.", points=points) + " " + why
    return game.t("It did not strike.") + " " + why


def _foresight(game: GameView, step: CheckStep, e: ev.RiskThrown) -> str:
    """What the group had said and done about a risk."""
    t = game.t
    if e.risk is None:
        return t("No risk was named on the group's own idea, so the unknown may strike.")
    if e.named is None:
        return t("It was a true risk, and it was not named.")
    named = idea_of(step).risk(e.named)
    mitigations = named.mitigations if named else 0
    if not mitigations and not _may_be_mitigated(step.before):
        return t("It was named; mitigating it only begins in the next phase.")
    if not mitigations:
        return t("It was named, but nothing was done about it.")
    return t.plural(
        "It was named, and one thing was done about it.",
        "It was named, and {n} things were done about it.",
        mitigations,
    )


def _may_be_mitigated(state: State) -> bool:
    phases = list(PHASES)
    return phases.index(state.phase) >= phases.index(SPECS[Mitigate].first_phase)


def _believed(t: Words, step: CheckStep, e: ev.RiskThrown) -> str:
    """How grave the group believed a risk in its own words to be, where that was something else."""
    risk = idea_of(step).risk(e.named or "")
    if risk is None or risk.name is None or risk.severity == e.severity:
        return ""
    return t("You put its severity at {n}; here it is {truth}.", n=risk.severity, truth=e.severity)


def _limit(t: Words, e: ev.RiskThrown) -> str:
    if e.limit < 1:
        return t("So it could no longer strike, and no die was thrown.")
    if not decides(e.limit):
        return t("So it was certain to strike, and nobody has to throw.")
    return t(
        "So it strikes when a six-sided die shows {n} or less; it shows {die}.",
        n=e.limit,
        die=e.die,
    )


def alarm(game: GameView, step: CheckStep) -> str:
    """A named risk that was none."""
    e = step.events[0]
    assert isinstance(e, ev.FalseAlarm)
    idea = game.names.called(idea_of(step))
    params = {"risk": risk_called(game, step.after, e), "idea": idea}
    if game.case.own_project:
        return game.t(
            "“{risk}” did not strike {idea} in play. Whether it can in your project, only you "
            "can say.",
            **params,
        )
    return game.t("A false alarm: “{risk}” was no true risk of {idea}. It takes nothing.", **params)


def stumble(game: GameView, step: CheckStep) -> str:
    """The die of an idea that was never proven."""
    e = step.events[0]
    assert isinstance(e, ev.StumbleThrown)
    if e.stumbled:
        return game.t(
            "It stumbled: it was never proven, and the die shows {die}, above its maturity of "
            "{maturity}. {costs}",
            die=e.die,
            maturity=e.maturity,
            costs=_stumble_costs(game, step),
        )
    if not decides(e.maturity):
        return game.t(
            "It held, though it was never proven: at maturity {maturity} nothing makes it stumble.",
            maturity=e.maturity,
        )
    return game.t(
        "It held, though it was never proven: the die shows {die}, within its maturity of "
        "{maturity}.",
        die=e.die,
        maturity=e.maturity,
    )


def _stumble_costs(game: GameView, step: CheckStep) -> str:
    if step.after.edition < 2:
        return game.t("The good it does is halved.")
    idea, by = idea_of(step), step.after.setup.rules.stumble
    if not by:
        return game.t("It costs nothing.")
    return game.t("It costs: {points}.", points=moved_on(game, step, idea.card.track, -by))


# ------------------------------------------------------------------ the harvest
def harvest(game: GameView, step: CheckStep) -> str:
    """What was claimed, what is true, what is harvested of it, and where a track had no room."""
    e = step.events[0]
    assert isinstance(e, ev.Harvested)
    told = _harvest(game, step, e)
    if step.moved(e.track) == e.points:
        return told
    moved = moved_on(game, step, e.track, e.points)
    return told + " " + game.t("On the track: {points}.", points=moved)


def _harvest(game: GameView, step: CheckStep, e: ev.Harvested) -> str:
    if e.estimate is not None and e.estimate < 0:
        return _downside(game, e)
    if e.effect < 0:
        return _unspoken_harm(game, e) if e.points < e.effect else _harm(game, e)
    if e.effect == 0:
        return game.t(
            "{n} was claimed on {track}, but the idea gives nothing there.",
            n=e.estimate,
            track=terms.track(game.t, e.track),
        )
    return _gain(game, step, e)


def _harm(game: GameView, e: ev.Harvested) -> str:
    points = points_on(game, e.track, e.points)
    if e.estimate is None:
        return game.t(
            "A price that was not claimed: {points}. What does harm counts in full.",
            points=points,
        )
    return game.t(
        "{n} was claimed, but the truth is {points}. Harm counts in full.",
        n=e.estimate,
        points=points,
    )


def _unspoken_harm(game: GameView, e: ev.Harvested) -> str:
    """A harm that was not named takes more than it truly is."""
    t, track = game.t, terms.track(game.t, e.track)
    params = {
        "effect": t.number(e.effect),
        "more": e.effect - e.points,
        "points": points_on(game, e.track, e.points),
    }
    if e.estimate is None:
        return t(
            "A harm that was not named as a downside: {effect}, and {more} more for that: "
            "{points}.",
            **params,
        )
    return t(
        "{n} was claimed on {track}, but the truth is {effect}, and {more} more, since no downside "
        "was named there: {points}.",
        n=e.estimate,
        track=track,
        **params,
    )


def _downside(game: GameView, e: ev.Harvested) -> str:
    """What came of a downside that was named beforehand."""
    t = game.t
    if e.effect >= 0:
        return t("A downside of {n} was named, but none came.", n=t.number(-(e.estimate or 0)))
    points = points_on(game, e.track, e.points)
    if e.points > e.effect:
        return t(
            "It was named, and you made up for it: in truth {effect}, but it only comes to "
            "{points}. It costs no trust.",
            effect=t.number(e.effect),
            points=points,
        )
    return t("It was named beforehand, so it costs no trust: {points}.", points=points)


def _gain(game: GameView, step: CheckStep, e: ev.Harvested) -> str:
    t, idea = game.t, idea_of(step)
    there = after_stumble(step.after, idea, e.effect)
    claim = idea.benefit(e.track)
    if claim is None:
        return t.plural(
            "{n} point was there, but it was not claimed: nothing is harvested.",
            "{n} points were there, but they were not claimed: nothing is harvested.",
            there,
        )
    if claim.owner is None:
        return _without_owner(game, step, e, there)
    params = {"owner": game.seat_name(claim.owner), "points": points_on(game, e.track, e.points)}
    if e.short is not None:
        return _less(t, e.short, params)
    return t("Anchored with {owner}: all of it is harvested: {points}.", **params)


def _less(t: Words, short: ev.Short, params: dict[str, str]) -> str:
    """Why less comes home though somebody owns it."""
    why = terms.short(t, short)
    if terms.of_an_owner(short):
        return t(
            "Anchored with {owner}, but one point less: {why}. Harvested: {points}.",
            why=why,
            **params,
        )
    return t(
        "Anchored with {owner}, but not all of it is harvested: {why}. Harvested: {points}.",
        why=why,
        **params,
    )


def _without_owner(game: GameView, step: CheckStep, e: ev.Harvested, there: int) -> str:
    points = points_on(game, e.track, e.points)
    if step.after.edition < 2:
        return game.t(
            "Claimed, but nobody owned it: half of {there}, rounded down, is harvested: {points}.",
            there=there,
            points=points,
        )
    most = step.after.setup.rules.unowned
    if e.points == e.effect:
        return game.t(
            "Claimed, but nobody owned it. Without an owner {most} at most are harvested, and "
            "there was no more to harvest: {points}.",
            most=most,
            points=points,
        )
    if e.short is not None:
        return game.t(
            "Claimed, but nobody owned it: {most} at most are harvested, and {why}. "
            "Harvested: {points}.",
            most=most,
            why=terms.short(game.t, e.short),
            points=points,
        )
    return game.t(
        "Claimed, but nobody owned it: {most} at most are harvested. Harvested: {points}.",
        most=most,
        points=points,
    )


# ------------------------------------------------------------------ the word
def word(game: GameView, step: CheckStep) -> str:
    """Whether the idea gave together what was claimed."""
    e = step.events[0]
    assert isinstance(e, ev.IdeaRealised)
    t, missed = game.t, abs(e.given - e.claimed)
    harmed = any(claim.estimate < 0 for _, claim in step.after.require_idea(e.idea).claims())
    text = t(
        mark("With its downsides, {claimed} claimed and {given} harvested.")
        if harmed
        else mark("{claimed} claimed, {given} harvested."),
        claimed=t.number(e.claimed),
        given=t.number(e.given),
    )
    if missed <= near_enough(step.after):
        if step.trust and missed:
            near = t(
                "Off by no more than {n}: the word is kept, and trust rises by 1.",
                n=near_enough(step.after),
            )
            return text + " " + near
        if step.trust:
            return text + " " + t("The word is kept: trust rises by 1.")
        return text + " " + t("The word is kept, and trust is already at its highest.")
    if missed < game.state.setup.rules.broken_word:
        return (
            text + " " + t("Too far off for more trust, too near for less: it stays where it is.")
        )
    if step.after.edition < 2 and idea_of(step).stumbled:
        return text + " " + t("That is far off, but an idea that stumbled is excused.")
    if not step.trust:
        return text + " " + t("That is off by {n}, and there is no trust left to lose.", n=missed)
    return text + " " + t("That is off by {n}: trust falls by 1.", n=missed)


def unspoken(game: GameView, step: CheckStep) -> str:
    """A harm that was not named as a downside."""
    t = game.t
    tracks = t.listed([terms.track(t, track) for track in unspoken_harms(step)])
    return t(
        "{idea} harms somebody on {tracks}, and no downside was named there: trust falls by 1.",
        idea=game.names.called(idea_of(step)),
        tracks=tracks,
    )
