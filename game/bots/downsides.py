"""Scores for speaking of what an idea costs somebody, and for making up for it."""

from __future__ import annotations

from game.bots.evaluation import Evaluation
from game.engine import INDEX, TRACKS
from game.engine import actions as act

LEFT_BEHIND = 1
"""The size of a downside that is named for those who drop out: as much as they lose otherwise."""


def name_downsides(e: Evaluation) -> None:
    """Offer to name foreseen harms: unnamed they cost trust and more points."""
    for x, interest in e.weighted:
        if x.locked:
            continue
        for i, size in x.to_name:
            worth = e.trust_value / len(x.to_name) + e.s.setup.rules.unspoken * e.weights[i]
            score = worth * interest
            e.offer(score, act.NameDownside, x.idea.id, TRACKS[i], size)
        if x.leaves_behind and x.idea.benefits[INDEX["citizen"]] is None:
            score = e.weights[INDEX["citizen"]] * interest
            e.offer(score, act.NameDownside, x.idea.id, "citizen", LEFT_BEHIND)


def make_amends(e: Evaluation) -> None:
    """Offer to make up for named harms, which saves points of each."""
    for x, interest in e.weighted if e.s.capacity else ():
        for i, points in x.to_amend:
            score = points * e.weights[i] * interest - e.capacity_price
            e.offer(score, act.MakeAmends, x.idea.id, TRACKS[i])
