"""The reality check, where what was claimed meets what is true; and the follow-up at the end."""

from __future__ import annotations

from game.engine import events as ev
from game.engine.chance import reality
from game.engine.results import verdict
from game.engine.rules.risks import true_risks
from game.engine.setup import INDEX, TRACKS, RiskCard
from game.engine.state import Idea, PerTrack, Risk, State
from game.engine.transaction import Transaction


def due_ideas(s: State, *, all_of_them: bool = False) -> tuple[Idea, ...]:
    """The implemented ideas now due, in the order they were implemented."""
    due = [i for i in s.ideas if i.status == "implemented" and (all_of_them or i.due <= s.round)]
    return tuple(sorted(due, key=lambda idea: idea.order))


def reality_check(d: Transaction) -> None:
    """All due ideas one by one, then what the whole check does to citizens, balance and trust."""
    _realise(d, due_ideas(d.state))
    _balance(d)
    below = [t for t in ("citizen", "employee") if d.state.points[INDEX[t]] < 0]
    if below:
        d.trust(-1, "below_zero")
    d.emit(ev.CheckEnded(d.state.round))


def follow_up(d: Transaction) -> None:
    """Realise what is still due and end the game."""
    s = d.state
    d.emit(ev.RoundOpened(s.round + 1, "follow_up", s.starter))
    _realise(d, due_ideas(s, all_of_them=True))
    d.emit(ev.CheckEnded(s.round))
    d.emit(ev.Ended(verdict(s)))


def _realise(d: Transaction, due: tuple[Idea, ...]) -> None:
    d.emit(ev.CheckBegan(d.state.round, tuple(idea.id for idea in due)))
    for idea in due:
        _check_idea(d, idea.id)
    _combination(d, due)


def _check_idea(d: Transaction, id: str) -> None:
    _risks(d, d.state.require_idea(id))
    _stumble(d, d.state.require_idea(id))
    _harvest(d, d.state.require_idea(id))
    _judge_accuracy(d, d.state.require_idea(id))


# ------------------------------------------------------------------ 1 risks
def _risks(d: Transaction, idea: Idea) -> None:
    if idea.written:
        _risks_of_written(d, idea)
        return
    true = true_risks(d.state, idea)
    for card, named in true:
        _throw_risk(d, idea, card, named)
    right = {named.id for _, named in true if named is not None}
    for risk in idea.risks:
        if risk.id not in right:
            d.emit(ev.FalseAlarm(idea.id, risk.id))


def _throw_risk(d: Transaction, idea: Idea, card: RiskCard, named: Risk | None) -> None:
    rules = d.state.setup.rules
    likelihood = d.state.likelihood(card)
    if named is None:
        limit = likelihood + rules.unnamed
    else:
        limit = likelihood - rules.mitigation * named.mitigations
    risk = RiskCard(card.id, card.track, card.severity)
    _strike(d, idea, risk, named.id if named else None, limit)


def _risks_of_written(d: Transaction, idea: Idea) -> None:
    """Every risk named on a written idea is true; named none, the unknown strikes."""
    rules = d.state.setup.rules
    for risk in idea.risks:
        card = RiskCard(risk.id, risk.track, risk.severity)
        _strike(d, idea, card, risk.id, d.state.limit(risk))
    if not idea.risks:
        unknown = RiskCard("", idea.card.track, rules.unknown_severity)
        _strike(d, idea, unknown, None, rules.unknown_likelihood)


def _strike(d: Transaction, idea: Idea, risk: RiskCard, named: str | None, limit: int) -> None:
    die = d.roll() if limit > 0 else 0
    struck = 0 < die <= limit
    d.emit(
        ev.RiskThrown(
            idea.id, risk.id or None, named, risk.track, die, limit, risk.severity, struck
        )
    )
    if struck:
        d.move(risk.track, -risk.severity, "risk", idea.id)


# ------------------------------------------------------------------ 2 stumble
def _stumble(d: Transaction, idea: Idea) -> None:
    if idea.was_proven:
        return
    die = d.roll()
    d.emit(ev.StumbleThrown(idea.id, die, idea.maturity, die > idea.maturity))


# ------------------------------------------------------------------ 3 harvest
def _harvest(d: Transaction, idea: Idea) -> None:
    effects = _written_effects(d, idea) if idea.written else d.state.truth[idea.id]
    for track in TRACKS:
        effect, claim = effects[INDEX[track]], idea.benefit(track)
        if not effect and claim is None:
            continue
        anchored = claim is not None and claim.owner is not None
        points = _points(effect, claimed=claim is not None, anchored=anchored, idea=idea)
        estimate = claim.estimate if claim is not None else None
        d.emit(ev.Harvested(idea.id, track, estimate, effect, points, anchored))
        d.move(track, points, "harvest", idea.id)


def _points(effect: int, *, claimed: bool, anchored: bool, idea: Idea) -> int:
    if effect <= 0:
        return effect
    if idea.stumbled:
        effect //= 2
    if anchored:
        return effect
    return effect // 2 if claimed else 0


def _written_effects(d: Transaction, idea: Idea) -> PerTrack:
    """The truth of a written idea is the reality die, benefit by benefit."""
    effects = [0, 0, 0, 0]
    for track, claim in idea.claims():
        dice = tuple(d.roll(n) for n in range(2 if idea.was_proven else 1))
        effect = max(reality(die, claim.estimate) for die in dice)
        effects[INDEX[track]] = effect
        d.emit(ev.RealityThrown(idea.id, track, dice, effect))
    return (effects[0], effects[1], effects[2], effects[3])


# ------------------------------------------------------------------ 4 the word kept
def _judge_accuracy(d: Transaction, idea: Idea) -> None:
    claims = [b for _, b in idea.claims()]
    claimed = sum(b.estimate for b in claims)
    harvested = sum(b.harvested or 0 for b in claims)
    d.emit(ev.IdeaRealised(idea.id, claimed, harvested))
    if harvested == claimed:
        d.trust(1, "word_kept", idea.id)
    elif abs(harvested - claimed) >= d.state.setup.rules.broken_word and not idea.stumbled:
        d.trust(-1, "word_broken", idea.id)


# ------------------------------------------------------------------ the whole check
def _combination(d: Transaction, due: tuple[Idea, ...]) -> None:
    kinds = {idea.card.kind for idea in due}
    if "process" in kinds and len(kinds) > 1:
        d.move("citizen", d.state.setup.rules.combination, "combination")


def _balance(d: Transaction) -> None:
    balance = d.state.balance
    if balance == 0:
        d.trust(1, "balanced")
    elif abs(balance) >= 3:
        d.trust(-1, "unbalanced")
    if balance:
        d.balance(-1 if balance > 0 else 1, "towards_zero")
