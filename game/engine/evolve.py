"""Folding events into states: each function assigns what one event says, and decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from game.engine import events as ev
from game.engine.setup import INDEX, IdeaCard
from game.engine.state import (
    ALL_OPEN,
    TRACK_HIGH,
    TRACK_LOW,
    Benefit,
    Four,
    Hands,
    Idea,
    Poker,
    Risk,
    RiskOutcome,
    State,
)

T = TypeVar("T")


def evolve(state: State, event: ev.Event) -> State:
    """The next state; the one given is left as it was."""
    new = state.copy()
    evolve_into(new, event)
    return new


def evolve_into(draft: State, event: ev.Event) -> None:
    """Fold an event into a state nobody else holds yet."""
    FOLDS[type(event)](draft, event)


# ------------------------------------------------------------------ helpers
def _replaced(parts: tuple[T, ...], place: int, part: T) -> tuple[T, ...]:
    """The same with another part in one place."""
    new = list(parts)
    new[place] = part
    return tuple(new)


def _edit(s: State, id: str) -> Idea:
    """A fresh copy of an idea, already in its place on the draft's table."""
    for i, idea in enumerate(s.ideas):
        if idea.id == id:
            new = idea.copy()
            s.ideas = _replaced(s.ideas, i, new)
            return new
    raise LookupError(f"no idea {id!r} on the table")


def _edit_benefit(s: State, id: str, track: str) -> Benefit:
    idea, place = _edit(s, id), INDEX[track]
    old = idea.benefits[place]
    if old is None:
        raise LookupError(f"idea {id!r} has no benefit on {track}")
    new = old.copy()
    idea.benefits = _replaced(idea.benefits, place, new)
    return new


def _edit_risk(s: State, id: str, risk: str) -> Risk:
    idea = _edit(s, id)
    for i, r in enumerate(idea.risks):
        if r.id == risk:
            new = r.copy()
            idea.risks = _replaced(idea.risks, i, new)
            return new
    raise LookupError(f"idea {id!r} has no risk {risk!r}")


def _four(values: Four, place: int, value: int) -> Four:
    new = list(values)
    new[place] = value
    return (new[0], new[1], new[2], new[3])


def _without(hands: Hands, seat: int, card: str) -> Hands:
    hand = hands[seat]
    i = hand.index(card)
    return _replaced(hands, seat, hand[:i] + hand[i + 1 :])


def _with(hands: Hands, dealt: tuple[tuple[int, str], ...]) -> Hands:
    new = [list(hand) for hand in hands]
    for seat, card in dealt:
        new[seat].append(card)
    return tuple(tuple(hand) for hand in new)


# ------------------------------------------------------------------ the frame of the game
def _begun(s: State, e: ev.Begun) -> None:
    rules = s.setup.rules
    s.seed, s.seats, s.truth = e.seed, e.seats, e.truth
    s.idea_deck, s.benefit_deck, s.risk_deck, s.event_deck = (
        e.ideas,
        e.benefits,
        e.risks,
        e.events,
    )
    s.idea_hands = s.benefit_hands = s.risk_hands = ((),) * len(e.seats)
    s.capacity, s.trust = rules.capacity, rules.trust


def _round_opened(s: State, e: ev.RoundOpened) -> None:
    if e.phase != s.phase:
        s.used_phase = ()
    s.round, s.phase, s.starter = e.round, e.phase, e.starter
    s.openings += 1
    s.used_round = ()
    s.event = None
    s.step = "opening"


def _event_turned(s: State, e: ev.EventTurned) -> None:
    s.event_deck = s.event_deck[1:]
    s.event = e.card
    if e.choice:
        s.step, s.turn = "choice", s.starter


def _option_chosen(s: State, e: ev.OptionChosen) -> None:
    s.step, s.turn = "opening", -1


def _dealt(s: State, e: ev.Dealt) -> None:
    s.idea_deck = s.idea_deck[len(e.ideas) :]
    s.benefit_deck = s.benefit_deck[len(e.benefits) :]
    s.risk_deck = s.risk_deck[len(e.risks) :]
    s.idea_hands = _with(s.idea_hands, e.ideas)
    s.benefit_hands = _with(s.benefit_hands, e.benefits)
    s.risk_hands = _with(s.risk_hands, e.risks)


def _turn_began(s: State, e: ev.TurnBegan) -> None:
    if s.step != "turn":
        seats = len(s.seats)
        s.waiting = tuple((e.seat + i) % seats for i in range(1, seats))
        s.step = "turn"
    else:
        s.waiting = s.waiting[s.waiting.index(e.seat) + 1 :]
    s.turn, s.actions, s.free_claims = e.seat, e.actions, ()


def _turns_ended(s: State, e: ev.TurnsEnded) -> None:
    s.step, s.turn, s.actions = "check", -1, 0
    s.waiting, s.free_claims, s.poker = (), (), None


def _passed(s: State, e: ev.Passed) -> None:
    s.actions = 0


def _phase_ended(s: State, e: ev.PhaseEnded) -> None:
    if s.paused_round > s.round:  # a pause to come is one of the next round, whichever that is now
        s.paused_round = e.round + 1
    s.round, s.actions, s.waiting = e.round, 0, ()


def _ended(s: State, e: ev.Ended) -> None:
    s.step, s.turn, s.verdict = "over", -1, e.verdict
    s.actions, s.waiting, s.free_claims, s.poker = 0, (), (), None


# ------------------------------------------------------------------ shared means
def _spent(s: State, e: ev.Spent) -> None:
    s.actions -= e.actions
    s.capacity -= e.capacity


def _action_gained(s: State, e: ev.ActionGained) -> None:
    s.actions += e.actions


def _capacity_changed(s: State, e: ev.CapacityChanged) -> None:
    s.capacity += e.by


def _trust_changed(s: State, e: ev.TrustChanged) -> None:
    s.trust += e.by


def _balance_shifted(s: State, e: ev.BalanceShifted) -> None:
    s.balance += e.by


def _track_moved(s: State, e: ev.TrackMoved) -> None:
    place = INDEX[e.track]
    value = max(TRACK_LOW, min(TRACK_HIGH, s.points[place] + e.by))
    s.points = _four(s.points, place, value)
    if value < s.lowest[place]:
        s.lowest = _four(s.lowest, place, value)


def _likelihood_raised(s: State, e: ev.LikelihoodRaised) -> None:
    place = INDEX[e.track]
    s.likelier = _four(s.likelier, place, s.likelier[place] + 1)


def _maturity_lowered(s: State, e: ev.MaturityLowered) -> None:
    for idea in s.ideas:
        unproven = not idea.was_proven and idea.status != "realised"
        if unproven and idea.card.kind == e.kind and idea.maturity > 1:
            _edit(s, idea.id).maturity -= 1


def _owner_left(s: State, e: ev.OwnerLeft) -> None:
    _edit_benefit(s, e.idea, e.track).owner = None


def _paused(s: State, e: ev.Paused) -> None:
    s.pauses += 1
    s.paused_round = e.round


def _stopped(s: State, e: ev.Stopped) -> None:
    s.pauses += 1


def _nothing(s: State, e: ev.Event) -> None:
    """For events that tell something and change nothing."""


# ------------------------------------------------------------------ cards
def _idea_placed(s: State, e: ev.IdeaPlaced) -> None:
    card = s.setup.by_id.ideas[e.idea]
    s.idea_hands = _without(s.idea_hands, e.seat, e.idea)
    s.ideas = (*s.ideas, Idea(card.id, card, e.letter, e.seat, card.cost, card.maturity))
    s.placed += 1


def _idea_written(s: State, e: ev.IdeaWritten) -> None:
    rules = s.setup.rules
    card = IdeaCard(
        e.idea, e.track, e.kind, rules.written_cost, rules.written_maturity, rules.written_delay
    )
    idea = Idea(e.idea, card, e.letter, e.seat, card.cost, card.maturity)
    idea.name, idea.text = e.name, e.text
    s.ideas = (*s.ideas, idea)
    s.placed += 1
    s.written += 1


def _benefit_claimed(s: State, e: ev.BenefitClaimed) -> None:
    if e.card is not None:
        s.benefit_hands = _without(s.benefit_hands, e.seat, e.card)
    idea, place = _edit(s, e.idea), INDEX[e.track]
    idea.benefits = _replaced(idea.benefits, place, Benefit(e.estimate, e.seat, e.card, e.name))


def _estimate_revised(s: State, e: ev.EstimateRevised) -> None:
    _edit_benefit(s, e.idea, e.track).estimate = e.estimate


def _benefit_anchored(s: State, e: ev.BenefitAnchored) -> None:
    b = _edit_benefit(s, e.idea, e.track)
    b.owner, b.measure = e.owner, e.measure


def _benefit_handed_over(s: State, e: ev.BenefitHandedOver) -> None:
    _edit_benefit(s, e.idea, e.track).owner = e.owner


def _add_risk(s: State, idea: str, risk: Risk) -> None:
    new = _edit(s, idea)
    new.risks = (*new.risks, risk)


def _risk_named(s: State, e: ev.RiskNamed) -> None:
    card = s.setup.by_id.risks[e.risk]
    s.risk_hands = _without(s.risk_hands, e.seat, e.risk)
    _add_risk(s, e.idea, Risk(card.id, card.track, card.severity, card.likelihood, e.seat))


def _risk_written(s: State, e: ev.RiskWritten) -> None:
    s.written += 1
    _add_risk(s, e.idea, Risk(e.risk, e.track, e.severity, e.likelihood, e.seat, e.name))


def _risk_turned_up(s: State, e: ev.RiskTurnedUp) -> None:
    card = s.setup.by_id.risks[e.risk]
    _add_risk(s, e.idea, Risk(card.id, card.track, card.severity, card.likelihood))


def _picked(s: State, e: ev.Picked) -> None:
    s.picks += 1


def _risk_mitigated(s: State, e: ev.RiskMitigated) -> None:
    _edit_risk(s, e.idea, e.risk).mitigations += 1


def _idea_shelved(s: State, e: ev.IdeaShelved) -> None:
    s.ideas = tuple(idea for idea in s.ideas if idea.id != e.idea)
    if s.poker is not None and s.poker.idea == e.idea:
        s.poker = None


def _idea_implemented(s: State, e: ev.IdeaImplemented) -> None:
    s.implemented += 1
    idea = _edit(s, e.idea)
    idea.status, idea.due, idea.scaled = "implemented", e.due, e.scaled
    idea.order = s.implemented


# ------------------------------------------------------------------ trials and abilities
def _trial_thrown(s: State, e: ev.TrialThrown) -> None:
    s.dice += 1
    if e.proven:
        idea = _edit(s, e.idea)
        idea.status, idea.was_proven, idea.opened = "proven", True, ALL_OPEN


def _learned(s: State, e: ev.Learned) -> None:
    _edit(s, e.idea).maturity = e.maturity


def _ability_used(s: State, e: ev.AbilityUsed) -> None:
    s.used_phase = (*s.used_phase, e.role)


def _perk_used(s: State, e: ev.PerkUsed) -> None:
    s.used_round = (*s.used_round, e.role)


def _effects_opened(s: State, e: ev.EffectsOpened) -> None:
    for id, track, _ in e.effects:
        _edit(s, id).opened |= 1 << INDEX[track]


def _free_claim_given(s: State, e: ev.FreeClaimGiven) -> None:
    s.free_claims = (*s.free_claims, e.track)


def _free_claim_used(s: State, e: ev.FreeClaimUsed) -> None:
    s.free_claims = s.free_claims[:-1]


def _cost_lowered(s: State, e: ev.CostLowered) -> None:
    _edit(s, e.idea).cost = e.cost


# ------------------------------------------------------------------ the reality check
def _risk_thrown(s: State, e: ev.RiskThrown) -> None:
    s.dice += e.die > 0
    outcome: RiskOutcome = "struck" if e.struck else "held"
    if e.named is not None:
        _edit_risk(s, e.idea, e.named).outcome = outcome
    elif e.risk is not None:
        card = s.setup.by_id.risks[e.risk]
        risk = Risk(card.id, card.track, card.severity, card.likelihood)
        risk.outcome = outcome
        _add_risk(s, e.idea, risk)


def _false_alarm(s: State, e: ev.FalseAlarm) -> None:
    _edit_risk(s, e.idea, e.risk).outcome = "false"


def _stumble_thrown(s: State, e: ev.StumbleThrown) -> None:
    s.dice += 1
    if e.stumbled:
        _edit(s, e.idea).stumbled = True


def _reality_thrown(s: State, e: ev.RealityThrown) -> None:
    s.dice += len(e.dice)


def _harvested(s: State, e: ev.Harvested) -> None:
    if e.estimate is not None:
        _edit_benefit(s, e.idea, e.track).harvested = e.points


def _idea_realised(s: State, e: ev.IdeaRealised) -> None:
    idea = _edit(s, e.idea)
    idea.status, idea.opened = "realised", ALL_OPEN


def _followed_up(s: State, e: ev.FollowedUp) -> None:
    _edit_benefit(s, e.idea, e.track).followed = True


def _check_ended(s: State, e: ev.CheckEnded) -> None:
    s.step = "opening"


# ------------------------------------------------------------------ estimate poker
def _estimates_called(s: State, e: ev.EstimatesCalled) -> None:
    s.poker = Poker(e.idea, e.track, (None,) * len(s.seats))


def _estimate_given(s: State, e: ev.EstimateGiven) -> None:
    poker = s.poker
    if poker is None:
        raise LookupError("no estimates are called for")
    given = _replaced(poker.given, e.seat, e.value)
    s.poker = Poker(poker.idea, poker.track, given)


def _estimates_closed(s: State, e: ev.EstimatesClosed) -> None:
    s.poker = None


FOLDS: dict[type[ev.Event], Callable[[State, Any], None]] = {
    ev.Begun: _begun,
    ev.RoundOpened: _round_opened,
    ev.EventTurned: _event_turned,
    ev.OptionChosen: _option_chosen,
    ev.Dealt: _dealt,
    ev.TurnBegan: _turn_began,
    ev.TurnsEnded: _turns_ended,
    ev.Passed: _passed,
    ev.PhaseEnded: _phase_ended,
    ev.Ended: _ended,
    ev.Spent: _spent,
    ev.ActionGained: _action_gained,
    ev.CapacityChanged: _capacity_changed,
    ev.TrustChanged: _trust_changed,
    ev.BalanceShifted: _balance_shifted,
    ev.TrackMoved: _track_moved,
    ev.LikelihoodRaised: _likelihood_raised,
    ev.MaturityLowered: _maturity_lowered,
    ev.OwnerLeft: _owner_left,
    ev.Paused: _paused,
    ev.Stopped: _stopped,
    ev.CorrectionMade: _nothing,
    ev.IdeaPlaced: _idea_placed,
    ev.IdeaWritten: _idea_written,
    ev.BenefitClaimed: _benefit_claimed,
    ev.EstimateRevised: _estimate_revised,
    ev.BenefitAnchored: _benefit_anchored,
    ev.BenefitHandedOver: _benefit_handed_over,
    ev.RiskNamed: _risk_named,
    ev.RiskWritten: _risk_written,
    ev.RiskTurnedUp: _risk_turned_up,
    ev.Picked: _picked,
    ev.RiskMitigated: _risk_mitigated,
    ev.IdeaShelved: _idea_shelved,
    ev.IdeaImplemented: _idea_implemented,
    ev.TrialThrown: _trial_thrown,
    ev.Learned: _learned,
    ev.AbilityUsed: _ability_used,
    ev.PerkUsed: _perk_used,
    ev.EffectsOpened: _effects_opened,
    ev.NothingFound: _nothing,
    ev.FreeClaimGiven: _free_claim_given,
    ev.FreeClaimUsed: _free_claim_used,
    ev.CostLowered: _cost_lowered,
    ev.CheckBegan: _nothing,
    ev.RiskThrown: _risk_thrown,
    ev.FalseAlarm: _false_alarm,
    ev.StumbleThrown: _stumble_thrown,
    ev.RealityThrown: _reality_thrown,
    ev.Harvested: _harvested,
    ev.IdeaRealised: _idea_realised,
    ev.FollowedUp: _followed_up,
    ev.CheckEnded: _check_ended,
    ev.EstimatesCalled: _estimates_called,
    ev.EstimateGiven: _estimate_given,
    ev.EstimatesTurned: _nothing,
    ev.EstimatesClosed: _estimates_closed,
}
