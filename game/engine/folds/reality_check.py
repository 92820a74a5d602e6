"""Folding the reality check."""

from __future__ import annotations

from game.engine import events as ev
from game.engine.folds.editing import (
    Folds,
    add_risk,
    edit,
    edit_benefit,
    edit_risk,
    learn,
    no_change,
    note_lowest,
)
from game.engine.folds.guesses import answer_guess
from game.engine.lookups import stand_in
from game.engine.setup import INDEX
from game.engine.state import ALL_OPEN, Risk, RiskOutcome, State


def _risk_thrown(s: State, e: ev.RiskThrown) -> None:
    s.dice += e.die > 0
    outcome: RiskOutcome = "struck" if e.struck else "held"
    if e.named is not None:
        edit_risk(s, e.idea, e.named).outcome = outcome
    elif e.risk is not None:
        card = s.risk_card(e.risk)
        turned = Risk(card.id, card.track, card.severity, card.likelihood, outcome=outcome)
        add_risk(s, e.idea, turned)


def _false_alarm(s: State, e: ev.FalseAlarm) -> None:
    edit_risk(s, e.idea, e.risk).outcome = "false"


def _claim_tested(s: State, e: ev.ClaimTested) -> None:
    learn(s, e.idea, e.track, e.effect)
    answer_guess(s, e.idea, e.track, e.effect)
    edit(s, e.idea).opened |= 1 << INDEX[e.track]
    s.tested = (e.idea, e.track)
    s.step, s.turn = "answer", stand_in(s, e.seat)


def _claim_answered(s: State, e: ev.ClaimAnswered) -> None:
    s.tested, s.step, s.turn = None, "check", -1


def _stumble_thrown(s: State, e: ev.StumbleThrown) -> None:
    s.dice += 1
    if e.stumbled:
        edit(s, e.idea).stumbled = True


def _reality_thrown(s: State, e: ev.RealityThrown) -> None:
    s.dice += len(e.dice)


def _harvested(s: State, e: ev.Harvested) -> None:
    learn(s, e.idea, e.track, e.effect)
    if not s.require_idea(e.idea).is_open(e.track):
        answer_guess(s, e.idea, e.track, e.effect)
    if e.estimate is not None:
        edit_benefit(s, e.idea, e.track).harvested = e.points


def _idea_realised(s: State, e: ev.IdeaRealised) -> None:
    idea = edit(s, e.idea)
    idea.status, idea.opened = "realised", ALL_OPEN


def _followed_up(s: State, e: ev.FollowedUp) -> None:
    edit_benefit(s, e.idea, e.track).followed = True


def _check_ended(s: State, e: ev.CheckEnded) -> None:
    s.step = "opening"
    if s.edition > 1:
        note_lowest(s)


FOLDS: Folds = {
    ev.CheckBegan: no_change,
    ev.RiskThrown: _risk_thrown,
    ev.FalseAlarm: _false_alarm,
    ev.ClaimTested: _claim_tested,
    ev.ClaimAnswered: _claim_answered,
    ev.RiskTested: no_change,
    ev.NothingTested: no_change,
    ev.StumbleThrown: _stumble_thrown,
    ev.RealityThrown: _reality_thrown,
    ev.Harvested: _harvested,
    ev.IdeaRealised: _idea_realised,
    ev.FollowedUp: _followed_up,
    ev.CheckEnded: _check_ended,
}
