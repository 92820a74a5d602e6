"""Folds of the events about ideas, benefits and risks on the table."""

from __future__ import annotations

from dataclasses import replace

from game.engine import events as ev
from game.engine.folds.editing import (
    Folds,
    add_risk,
    edit,
    edit_benefit,
    edit_risk,
    replaced,
    without,
)
from game.engine.folds.guesses import guessed_now
from game.engine.setup import INDEX, IdeaCard
from game.engine.state import Benefit, Idea, Risk, State
from game.engine.values import FrozenDict


def _idea_placed(s: State, e: ev.IdeaPlaced) -> None:
    card = s.setup.by_id.ideas[e.idea]
    if s.truth.get(e.idea) is None:  # who follows the game learns it bit by bit
        s.truth = FrozenDict({**s.truth, e.idea: (0, 0, 0, 0)})
    s.idea_hands = without(s.idea_hands, e.seat, e.idea)
    s.ideas = (*s.ideas, Idea(card.id, card, e.letter, e.seat, card.cost, card.maturity))
    s.placed += 1


def _idea_written(s: State, e: ev.IdeaWritten) -> None:
    rules = s.setup.rules
    card = IdeaCard(
        e.idea, e.track, e.kind, rules.written_cost, rules.written_maturity, rules.written_delay
    )
    idea = Idea(e.idea, card, e.letter, e.seat, card.cost, card.maturity, name=e.name, text=e.text)
    s.ideas = (*s.ideas, idea)
    s.placed += 1
    s.written += 1


def _benefit_claimed(s: State, e: ev.BenefitClaimed) -> None:
    if e.card is not None:
        s.benefit_hands = without(s.benefit_hands, e.seat, e.card)
    idea, place = edit(s, e.idea), INDEX[e.track]
    guess, guessed = guessed_now(s, idea, place, e.estimate)
    claim = Benefit(e.estimate, e.seat, e.card, e.name, guess=guess, guessed=guessed)
    idea.benefits = replaced(idea.benefits, place, claim)


def _downside_named(s: State, e: ev.DownsideNamed) -> None:
    idea, place = edit(s, e.idea), INDEX[e.track]
    guess, guessed = guessed_now(s, idea, place, -e.size)
    named = Benefit(
        -e.size, e.seat, name=e.name or None, bearer=e.bearer, guess=guess, guessed=guessed
    )
    idea.benefits = replaced(idea.benefits, place, named)


def _amends_made(s: State, e: ev.AmendsMade) -> None:
    edit_benefit(s, e.idea, e.track).amends = e.note


def _truth_drawn(s: State, e: ev.TruthDrawn) -> None:
    s.truth = FrozenDict({**s.truth, e.idea: e.effects})
    s.own_risks = FrozenDict({**s.own_risks, **{risk.id: risk for risk in e.risks}})
    idea = edit(s, e.idea)
    idea.card = replace(idea.card, risks=tuple(risk.id for risk in e.risks))


def _post_named(s: State, e: ev.PostNamed) -> None:
    edit_benefit(s, e.idea, "economy").post = e.post


def _estimate_revised(s: State, e: ev.EstimateRevised) -> None:
    b = edit_benefit(s, e.idea, e.track)
    b.estimate = e.estimate
    guess, guessed = guessed_now(s, s.require_idea(e.idea), INDEX[e.track], e.estimate)
    if guess is not None:
        b.guess, b.guessed = guess, guessed


def _claim_withdrawn(s: State, e: ev.ClaimWithdrawn) -> None:
    idea = edit(s, e.idea)
    idea.benefits = replaced(idea.benefits, INDEX[e.track], None)


def _benefit_anchored(s: State, e: ev.BenefitAnchored) -> None:
    b = edit_benefit(s, e.idea, e.track)
    b.owner, b.measure = e.owner, e.measure


def _benefit_handed_over(s: State, e: ev.BenefitHandedOver) -> None:
    edit_benefit(s, e.idea, e.track).owner = e.owner


def _risk_named(s: State, e: ev.RiskNamed) -> None:
    card = s.setup.by_id.risks[e.risk]
    s.risk_hands = without(s.risk_hands, e.seat, e.risk)
    add_risk(s, e.idea, Risk(card.id, card.track, card.severity, card.likelihood, e.seat))


def _risk_written(s: State, e: ev.RiskWritten) -> None:
    s.written += 1
    add_risk(s, e.idea, Risk(e.risk, e.track, e.severity, e.likelihood, e.seat, e.name))


def _risk_turned_up(s: State, e: ev.RiskTurnedUp) -> None:
    card = s.risk_card(e.risk)
    add_risk(s, e.idea, Risk(card.id, card.track, card.severity, card.likelihood))


def _picked(s: State, e: ev.Picked) -> None:
    s.picks += 1


def _risk_mitigated(s: State, e: ev.RiskMitigated) -> None:
    edit_risk(s, e.idea, e.risk).mitigations += 1


def _idea_shelved(s: State, e: ev.IdeaShelved) -> None:
    s.ideas = tuple(idea for idea in s.ideas if idea.id != e.idea)
    if s.poker is not None and s.poker.idea == e.idea:
        s.poker = None


def _idea_implemented(s: State, e: ev.IdeaImplemented) -> None:
    s.implemented += 1
    idea = edit(s, e.idea)
    idea.status, idea.due, idea.scaled = "implemented", e.due, e.scaled
    idea.order = s.implemented


FOLDS: Folds = {
    ev.IdeaPlaced: _idea_placed,
    ev.IdeaWritten: _idea_written,
    ev.BenefitClaimed: _benefit_claimed,
    ev.DownsideNamed: _downside_named,
    ev.AmendsMade: _amends_made,
    ev.TruthDrawn: _truth_drawn,
    ev.PostNamed: _post_named,
    ev.EstimateRevised: _estimate_revised,
    ev.ClaimWithdrawn: _claim_withdrawn,
    ev.BenefitAnchored: _benefit_anchored,
    ev.BenefitHandedOver: _benefit_handed_over,
    ev.RiskNamed: _risk_named,
    ev.RiskWritten: _risk_written,
    ev.RiskTurnedUp: _risk_turned_up,
    ev.Picked: _picked,
    ev.RiskMitigated: _risk_mitigated,
    ev.IdeaShelved: _idea_shelved,
    ev.IdeaImplemented: _idea_implemented,
}
