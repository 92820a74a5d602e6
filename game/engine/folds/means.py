"""Folding what the group shares: actions, capacity, trust, balance and the tracks."""

from __future__ import annotations

from game.engine import events as ev
from game.engine.folds.editing import Folds, edit, edit_benefit, no_change, note_lowest, with_value
from game.engine.lookups import moved_by
from game.engine.setup import INDEX
from game.engine.state import PATIENCE, State


def _spent(s: State, e: ev.Spent) -> None:
    s.actions -= e.actions
    s.capacity -= e.capacity


def _action_gained(s: State, e: ev.ActionGained) -> None:
    s.actions += e.actions


def _capacity_changed(s: State, e: ev.CapacityChanged) -> None:
    s.capacity += e.by


def _trust_changed(s: State, e: ev.TrustChanged) -> None:
    s.trust += e.by


def _trust_spent(s: State, e: ev.TrustSpent) -> None:
    s.used_round = (*s.used_round, PATIENCE)


def _balance_shifted(s: State, e: ev.BalanceShifted) -> None:
    s.balance += e.by


def _track_moved(s: State, e: ev.TrackMoved) -> None:
    place = INDEX[e.track]
    at = s.points[place]
    s.points = with_value(s.points, place, at + moved_by(at, e.by))
    if s.edition == 1:  # since then it is seen where a track rests, at the end of a check
        note_lowest(s)


def _likelihood_raised(s: State, e: ev.LikelihoodRaised) -> None:
    place = INDEX[e.track]
    s.likelier = with_value(s.likelier, place, s.likelier[place] + 1)


def _maturity_lowered(s: State, e: ev.MaturityLowered) -> None:
    for idea in s.ideas:
        unproven = not idea.was_proven and idea.status != "realised"
        if unproven and idea.card.kind == e.kind and idea.maturity > 1:
            edit(s, idea.id).maturity -= 1


def _owner_left(s: State, e: ev.OwnerLeft) -> None:
    edit_benefit(s, e.idea, e.track).owner = None


def _paused(s: State, e: ev.Paused) -> None:
    s.pauses += 1
    s.paused_round = e.round


def _stopped(s: State, e: ev.Stopped) -> None:
    s.pauses += 1


FOLDS: Folds = {
    ev.Spent: _spent,
    ev.ActionGained: _action_gained,
    ev.CapacityChanged: _capacity_changed,
    ev.TrustChanged: _trust_changed,
    ev.TrustSpent: _trust_spent,
    ev.BalanceShifted: _balance_shifted,
    ev.TrackMoved: _track_moved,
    ev.LikelihoodRaised: _likelihood_raised,
    ev.MaturityLowered: _maturity_lowered,
    ev.OwnerLeft: _owner_left,
    ev.Paused: _paused,
    ev.Stopped: _stopped,
    ev.CorrectionMade: no_change,
}
