"""The reality check, where what was claimed meets what is true; and the follow-up at the end."""

from __future__ import annotations

from game.engine import events as ev
from game.engine.harvest import of_harm, with_owner, without_owner
from game.engine.lookups import due_ideas, is_spoken_of, strike_limit, under_way
from game.engine.results import verdict
from game.engine.rules import modules
from game.engine.rules.modules.posts import from_post
from game.engine.rules.own_ideas import ensure_truth
from game.engine.rules.ownership import owner_falls_short
from game.engine.rules.risks import true_risks
from game.engine.rules.tested_claims import ask_about_a_claim
from game.engine.rules.trials import report_trials
from game.engine.setup import INDEX, TRACKS, RiskCard, Track
from game.engine.state import Benefit, Idea, Risk, State
from game.engine.transaction import Transaction


def reality_check(d: Transaction) -> bool:
    """Realise what is due or else test a claim; whether the check may end now.

    It may not while the answer to a tested claim is waited for.
    """
    due = due_ideas(d.state)
    if due:
        _realise(d, due)
        return True
    d.emit(ev.CheckBegan(d.state.round, ()))
    return not ask_about_a_claim(d)


def close_check(d: Transaction) -> None:
    """What the whole check does to the group, when all has been told."""
    modules.check_closes(d)
    below = [t for t in ("citizen", "employee") if d.state.points[INDEX[t]] < 0]
    if below:
        d.trust(-1, "below_zero")
    d.emit(ev.CheckEnded(d.state.round))


def follow_up(d: Transaction) -> None:
    """Report what is still being tried, realise all that is still due, and end the game."""
    s = d.state
    d.emit(ev.RoundOpened(s.round + 1, "follow_up", s.starter))
    report_trials(d)
    _realise(d, tuple(under_way(s)))
    d.emit(ev.CheckEnded(s.round))
    d.emit(ev.Ended(verdict(s)))


def _realise(d: Transaction, due: tuple[Idea, ...]) -> None:
    d.emit(ev.CheckBegan(d.state.round, tuple(idea.id for idea in due)))
    for idea in due:
        ensure_truth(d, idea.id)
        _check_idea(d, idea.id)


def _check_idea(d: Transaction, id: str) -> None:
    _risks(d, d.state.require_idea(id))
    _stumble(d, d.state.require_idea(id))
    _harvest(d, d.state.require_idea(id))
    _judge_word(d, d.state.require_idea(id))
    _judge_candour(d, d.state.require_idea(id))
    modules.idea_realised(d, id)


# ------------------------------------------------------------------ 1 risks
def _risks(d: Transaction, idea: Idea) -> None:
    true = true_risks(d.state, idea)
    for card, named in true:
        _throw_risk(d, idea, card, named)
    right = {named.id for _, named in true if named is not None}
    for risk in idea.risks:
        if risk.id not in right:
            d.emit(ev.FalseAlarm(idea.id, risk.id))


def _throw_risk(d: Transaction, idea: Idea, card: RiskCard, named: Risk | None) -> None:
    limit = strike_limit(d.state, card, named)
    die = d.roll() if limit > 0 else 0
    struck = 0 < die <= limit
    by_name = named.id if named else None
    d.emit(ev.RiskThrown(idea.id, card.id, by_name, card.track, die, limit, card.severity, struck))
    if struck:
        d.move(card.track, -card.severity, "risk", idea.id)


# ------------------------------------------------------------------ 2 stumble
def _stumble(d: Transaction, idea: Idea) -> None:
    if idea.was_proven:
        return
    die = d.roll()
    stumbled = die > idea.maturity
    d.emit(ev.StumbleThrown(idea.id, die, idea.maturity, stumbled))
    if stumbled:
        d.move(idea.card.track, -d.state.setup.rules.stumble, "stumble", idea.id)


# ------------------------------------------------------------------ 3 harvest
def _harvest(d: Transaction, idea: Idea) -> None:
    effects = d.state.truth[idea.id]
    for track in TRACKS:
        effect, claim = effects[INDEX[track]], idea.benefit(track)
        if not effect and claim is None:
            continue
        points, short = _points(d.state, idea, track, effect)
        estimate = claim.estimate if claim is not None else None
        anchored = claim is not None and claim.owner is not None
        d.emit(ev.Harvested(idea.id, track, estimate, effect, points, anchored, short))
        d.move(track, points, "harvest", idea.id)


def _points(s: State, idea: Idea, track: Track, effect: int) -> tuple[int, ev.Short | None]:
    """What an effect comes to on the table, and why an owned benefit gives less if it does."""
    claim = idea.benefit(track)
    if effect <= 0:
        return of_harm(s, claim, effect), None
    if claim is None or claim.downside:
        return 0, None
    points, short = _owned(s, claim, track, effect)
    if track != "economy":
        return points, short
    given, shorter = from_post(s, claim, points)
    return given, shorter or short


def _owned(s: State, claim: Benefit, track: Track, effect: int) -> tuple[int, ev.Short | None]:
    """Only so much without an owner; all with one, less a point if the owner falls short."""
    if claim.owner is None:
        return without_owner(s, effect), None
    short = owner_falls_short(s, claim.owner, track) if effect else None
    return with_owner(effect, falls_short=short is not None), short


# ------------------------------------------------------------------ 4 the word kept
def _judge_word(d: Transaction, idea: Idea) -> None:
    """What the claims gave together is held against what they said, where anything was said."""
    rules = d.state.setup.rules
    claims = [b for _, b in idea.claims()]
    claimed = sum(b.estimate for b in claims)
    given = sum(b.harvested or 0 for b in claims)
    d.emit(ev.IdeaRealised(idea.id, claimed, given))
    if not claims:
        return
    if abs(given - claimed) <= rules.word_kept:
        d.trust(1, "word_kept", idea.id)
    elif abs(given - claimed) >= rules.broken_word:
        d.trust(-1, "word_broken", idea.id)


def _judge_candour(d: Transaction, idea: Idea) -> None:
    """A harm of which nobody had spoken costs trust; one that was named does not."""
    effects = d.state.truth[idea.id]
    if any(effects[INDEX[t]] < 0 and not is_spoken_of(idea, t) for t in TRACKS):
        d.trust(-1, "unspoken_harm", idea.id)
