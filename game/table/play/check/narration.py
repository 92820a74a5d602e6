"""What the facilitator can read aloud at each step of the reality check: what happened, and why.

:mod:`game.wording.event_texts.check` words the same events one at a time, each in a line that can
be read on its own. Here the idea, the die and the points are on the screen beside the text, and the
reasons matter: so each step is worded in whole sentences that cover all of its events.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.engine import Idea, State, Track
from game.engine import events as ev
from game.i18n import Words
from game.table.parts.game_view import GameView
from game.table.play.check.steps import CheckStep
from game.wording import terms
from game.wording.event_texts import event_text
from game.wording.event_texts.formatter import EventFormatter


def narrate(game: GameView, step: CheckStep) -> str:
    """The sentences for a step, in the table's language."""
    return _NARRATE[step.kind](game, step)


def idea_of(step: CheckStep) -> Idea:
    """The idea that a step is about, as it stands after it."""
    idea = step.after.idea(step.idea or "")
    if idea is None:
        raise LookupError(f"no idea {step.idea!r} on the table")
    return idea


def risk_called(game: GameView, state: State, event: ev.RiskThrown | ev.FalseAlarm) -> str:
    """The name of a risk; the unforeseen risk has none of its own.

    A risk from the case is named by its card, a risk on a written idea by the group's own words.
    """
    if event.risk is None:
        return game.t("The unknown")
    return EventFormatter(game.names, state).risk(event.idea, event.risk)


def points_on(game: GameView, track: Track, by: int) -> str:
    """``Citizen −3``."""
    return f"{terms.track(game.t, track)}\N{NO-BREAK SPACE}{game.t.number(by, sign=True)}"


# ------------------------------------------------------------------ the ideas that are due
def _due(game: GameView, step: CheckStep) -> str:
    t = game.t
    ideas = step.ideas
    letters = t.listed([idea.letter for idea in ideas])
    follow_up = step.after.phase == "follow_up"
    if not ideas and follow_up:
        return t("No idea is under way any more. The result is what lies on the table.")
    if not ideas and any(idea.status == "implemented" for idea in step.after.ideas):
        return t("No idea is due in this round. What is under way takes a little longer.")
    if not ideas:
        return t("No idea is under way yet: only what is implemented can be checked.")
    if follow_up:
        return t(
            "The last check: {ideas}. Now everything under way meets what is true.", ideas=letters
        )
    return t("Today we check {ideas}: what was claimed meets what is true.", ideas=letters)


# ------------------------------------------------------------------ risks and the stumble
def _risk(game: GameView, step: CheckStep) -> str:
    e = step.events[0]
    assert isinstance(e, ev.RiskThrown)
    why = " ".join((_foresight(game, step, e), _limit(game.t, e)))
    if e.struck:
        return (
            game.t("It struck: {points}.", points=points_on(game, e.track, -e.severity)) + " " + why
        )
    return game.t("It did not strike.") + " " + why


def _foresight(game: GameView, step: CheckStep, e: ev.RiskThrown) -> str:
    """How well the group had seen the risk coming."""
    t = game.t
    if e.risk is None:
        return t("No risk was named on the group's own idea, so the unknown may strike.")
    if e.named is None:
        return t("It was a true risk, and nobody had named it.")
    named = idea_of(step).risk(e.named)
    mitigations = named.mitigations if named else 0
    if not mitigations:
        return t("It was named, but nothing was done about it.")
    return t.plural(
        "It was named, and one thing was done about it.",
        "It was named, and {n} things were done about it.",
        mitigations,
    )


def _limit(t: Words, e: ev.RiskThrown) -> str:
    if e.limit < 1:
        return t("So it could no longer strike, and no die was thrown.")
    if e.limit >= 6:
        return t("So it strikes whatever the die shows.")
    return t("So it strikes at {n} or less; the die shows {die}.", n=e.limit, die=e.die)


def _alarm(game: GameView, step: CheckStep) -> str:
    e = step.events[0]
    assert isinstance(e, ev.FalseAlarm)
    return game.t(
        "A false alarm: “{risk}” was no true risk of {letter}. It takes nothing.",
        risk=risk_called(game, step.after, e),
        letter=idea_of(step).letter,
    )


def _stumble(game: GameView, step: CheckStep) -> str:
    e = step.events[0]
    assert isinstance(e, ev.StumbleThrown)
    if e.stumbled:
        return game.t(
            "It stumbled: it was never proven, and the die shows {die}, above its maturity of "
            "{maturity}. What it does good is halved.",
            die=e.die,
            maturity=e.maturity,
        )
    return game.t(
        "It held, though it was never proven: the die shows {die}, within its maturity of "
        "{maturity}.",
        die=e.die,
        maturity=e.maturity,
    )


# ------------------------------------------------------------------ the harvest
def _harvest(game: GameView, step: CheckStep) -> str:
    e = step.events[0]
    assert isinstance(e, ev.Harvested)
    if e.effect < 0:
        return _harm(game, e)
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
            "A price that nobody had claimed: {points}. What does harm counts in full.",
            points=points,
        )
    return game.t(
        "{n} was claimed, but the truth is {points}. What does harm counts in full.",
        n=e.estimate,
        points=points,
    )


def _gain(game: GameView, step: CheckStep, e: ev.Harvested) -> str:
    t, idea = game.t, idea_of(step)
    there = after_stumble(idea, e.effect)
    claim = idea.benefit(e.track)
    if claim is None:
        return t.plural(
            "{n} point was there, but nobody had claimed it: nothing is harvested.",
            "{n} points were there, but nobody had claimed them: nothing is harvested.",
            there,
        )
    if claim.owner is None:
        return t(
            "Claimed, but nobody owned it: half of {there}, rounded down, is harvested: {points}.",
            there=there,
            points=points_on(game, e.track, e.points),
        )
    return t(
        "Anchored with {owner}, who has followed it up: all of it is harvested: {points}.",
        owner=game.seat_name(claim.owner),
        points=points_on(game, e.track, e.points),
    )


def after_stumble(idea: Idea, effect: int) -> int:
    """The share of a true effect that is left after the idea has stumbled."""
    return effect // 2 if idea.stumbled and effect > 0 else effect


# ------------------------------------------------------------------ the word
def _word(game: GameView, step: CheckStep) -> str:
    e = step.events[0]
    assert isinstance(e, ev.IdeaRealised)
    t, missed = game.t, abs(e.given - e.claimed)
    text = t("{claimed} claimed, {given} harvested.", claimed=e.claimed, given=t.number(e.given))
    if not missed:
        trust_rises = t("Exactly as promised: trust rises by 1.")
        full = t("Exactly as promised, and trust is already at its highest.")
        return f"{text} {trust_rises if step.trust else full}"
    if missed < game.state.setup.rules.broken_word:
        return text + " " + t("That is near enough: trust stays where it is.")
    if idea_of(step).stumbled:
        return text + " " + t("That is far off, but an idea that stumbled is excused.")
    return text + " " + t("That is off by {n}: trust falls by 1.", n=missed)


# ------------------------------------------------------------------ the whole check
def _module(game: GameView, step: CheckStep) -> str:
    """What a module of the case has done, in the words of the log."""
    return event_text(step.events[0], step.after, game.case, game.t, before=step.before) or ""


def _balance(game: GameView, step: CheckStep) -> str:
    t, balance = game.t, step.before.balance
    towards = t("Then the balance moves one step towards the middle.")
    if step.trust >= 0:
        return t("The balance leans a little. It moves one step towards the middle.")
    if balance > 0:
        return t("There is too much steering: trust falls by 1.") + " " + towards
    return t("There is too much autonomy: trust falls by 1.") + " " + towards


def _below_zero(game: GameView, step: CheckStep) -> str:
    t = game.t
    tracks = [terms.track(t, track) for track in tracks_below_zero(step.after)]
    return t("{tracks} below zero: trust falls by 1.", tracks=t.listed(tracks))


def tracks_below_zero(state: State) -> tuple[Track, ...]:
    """Those of the citizens' and the employees' tracks that are below zero."""
    watched: tuple[tuple[int, Track], ...] = ((0, "citizen"), (3, "employee"))
    return tuple(track for place, track in watched if state.points[place] < 0)


def _pause(game: GameView, step: CheckStep) -> str:
    e = step.events[0]
    assert isinstance(e, ev.Paused)
    return game.t(
        "Trust was gone. The project is paused: nothing is implemented in round {round}. "
        "Trust begins again at {trust}.",
        round=e.round,
        trust=step.after.trust,
    )


def _stop(game: GameView, step: CheckStep) -> str:
    return game.t("Trust was gone for the second time. The project is stopped.")


def _summary(game: GameView, step: CheckStep) -> str:
    t = game.t
    claimed, given = totals(step.ideas)
    before, after = step.before.trust, step.after.trust
    trust = t("Trust stays at {n}.", n=after)
    if before != after:
        trust = t("Trust goes from {before} to {after}.", before=before, after=after)
    if not step.ideas:
        return trust
    text = t("{claimed} claimed, {given} harvested.", claimed=claimed, given=t.number(given))
    return f"{text} {trust}"


def totals(ideas: Sequence[Idea]) -> tuple[int, int]:
    """What ideas claimed together, and what was harvested of it."""
    claims = [b for idea in ideas for _, b in idea.claims()]
    return sum(b.estimate for b in claims), sum(b.harvested or 0 for b in claims)


_NARRATE: dict[str, Callable[[GameView, CheckStep], str]] = {
    "due": _due,
    "risk": _risk,
    "alarm": _alarm,
    "stumble": _stumble,
    "harvest": _harvest,
    "word": _word,
    "module": _module,
    "balance": _balance,
    "below_zero": _below_zero,
    "pause": _pause,
    "stop": _stop,
    "summary": _summary,
}
