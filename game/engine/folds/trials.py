"""Folding trials and abilities."""

from __future__ import annotations

from game.engine import events as ev
from game.engine.folds.editing import Folds, edit, learn, no_change
from game.engine.folds.guesses import answer_guess
from game.engine.setup import INDEX
from game.engine.state import ALL_OPEN, Idea, State, TrialPlan


def _trial_thrown(s: State, e: ev.TrialThrown) -> None:
    s.dice += 1
    if e.proven:
        idea = edit(s, e.idea)
        idea.status, idea.was_proven, idea.opened = "proven", True, ALL_OPEN


def _trial_set_up(s: State, e: ev.TrialSetUp) -> None:
    edit(s, e.idea).trial = TrialPlan(e.seat, e.about, e.name, e.measure)


def _trial_reported(s: State, e: ev.TrialReported) -> None:
    s.dice += 1
    if e.proven:
        idea = edit(s, e.idea)
        idea.trial = None
        idea.status, idea.was_proven, idea.opened = "proven", True, ALL_OPEN
    else:
        s.adjusting = (*s.adjusting, e.idea)


def _adjustment_asked(s: State, e: ev.AdjustmentAsked) -> None:
    s.step, s.turn = "adjust", e.seat


def _idea_adjusted(s: State, e: ev.IdeaAdjusted) -> None:
    s.adjusting = tuple(id for id in s.adjusting if id != e.idea)
    edit(s, e.idea).trial = None
    s.step, s.turn = "opening", -1


def _learned(s: State, e: ev.Learned) -> None:
    edit(s, e.idea).maturity = e.maturity


def _ability_used(s: State, e: ev.AbilityUsed) -> None:
    s.used_phase = (*s.used_phase, e.role)


def _perk_used(s: State, e: ev.PerkUsed) -> None:
    s.used_round = (*s.used_round, e.role)


def _effects_opened(s: State, e: ev.EffectsOpened) -> None:
    idea: Idea | None = None
    for id, track, effect in e.effects:
        answer_guess(s, id, track, effect)
        learn(s, id, track, effect)
        if idea is None or idea.id != id:  # the effects of an idea are told together
            idea = edit(s, id)
        idea.opened |= 1 << INDEX[track]


def _free_claim_given(s: State, e: ev.FreeClaimGiven) -> None:
    s.free_claims = (*s.free_claims, e.track)


def _free_claim_used(s: State, e: ev.FreeClaimUsed) -> None:
    s.free_claims = s.free_claims[:-1]


def _cost_lowered(s: State, e: ev.CostLowered) -> None:
    edit(s, e.idea).cost = e.cost


FOLDS: Folds = {
    ev.TrialThrown: _trial_thrown,
    ev.TrialSetUp: _trial_set_up,
    ev.TrialReported: _trial_reported,
    ev.AdjustmentAsked: _adjustment_asked,
    ev.IdeaAdjusted: _idea_adjusted,
    ev.Learned: _learned,
    ev.AbilityUsed: _ability_used,
    ev.PerkUsed: _perk_used,
    ev.EffectsOpened: _effects_opened,
    ev.NothingFound: no_change,
    ev.FreeClaimGiven: _free_claim_given,
    ev.FreeClaimUsed: _free_claim_used,
    ev.CostLowered: _cost_lowered,
}
