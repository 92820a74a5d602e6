"""Handing benefits over: to who is at home on their track, or, as a trick, out of the way."""

from __future__ import annotations

from game.bots.evaluation import Evaluation
from game.engine import TRACKS, Action, State
from game.engine import actions as act
from game.engine.lookups import due_ideas, owned_by, present


def hand_over(e: Evaluation) -> Action | None:
    """Hand a benefit from an owner who is not at home on its track to one who is."""
    if e.s.phase == "ideas":
        return None
    for x in e.forecasts:
        for i, stranger in x.to_hand_over:
            owner, short = e.owners.best(TRACKS[i])
            if owner is not None and not short:
                return act.HandOver(stranger, x.idea.id, TRACKS[i], owner)
    return None


def juggle(s: State) -> Action | None:
    """Just before a check, hand what is not due to seats that nothing is asked of."""
    if s.phase == "ideas" or s.waiting or s.actions > 1:
        return None
    due = {idea.id for idea in due_ideas(s)}
    answering = {
        b.owner for idea in s.ideas if idea.id in due for b in idea.benefits if b is not None
    }
    others = [seat for seat in present(s) if seat not in answering]
    for owner in sorted(seat for seat in answering if seat is not None) if others else ():
        if owned_by(s, owner) > s.setup.rules.owner_load:
            return _hand_one_on(s, owner, due, others[0])
    return None


def _hand_one_on(s: State, owner: int, due: set[str], to: int) -> Action | None:
    for idea in s.ideas:
        if idea.id not in due and idea.status != "realised":
            for track, b in idea.claims():
                if b.owner == owner:
                    return act.HandOver(owner, idea.id, track, to)
    return None
