"""What working on an idea is worth: anchor, mitigate, try, shelve, implement, follow up."""

from __future__ import annotations

from game.bots import expectations
from game.bots.evaluation import Outlook
from game.bots.idea_forecast import Prospect
from game.engine import TRACKS, Action, State, Track
from game.engine import actions as act

ASIDE, LAST_CHANCE = 0.25, 1.5
"""How much an idea counts outside the plan, and one whose truth comes at the next check."""

FREE_ANCHOR = 0.4
"""What an action saved is worth."""

WISER = 0.5
"""What knowing all effects of an idea is worth: claims that hold, and trust for it."""

RISK_TURNED_UP = 1.2
"""What it is worth to know of a risk while something can be done about it."""

MATURED = 0.3
"""The part of the steadiness wanted that a trial gives which does not prove the idea."""

READY, UNTRIED, NOT_YET = 0.8, 0.5, 0.1
"""What carrying an idea out is worth: prepared; not tried and time is short; better prepared first.

Its points come home whenever it is done, so they only decide which one goes first, as a tenth."""

SHELVING = 0.3
"""What the action of shelving would be worth elsewhere."""

FOLLOWED_UP = 0.9
"""The point that following up gives, less a little: what is not yet harvested comes first."""


def work(o: Outlook) -> None:
    """Everything that can be done for the ideas on the table."""
    s, habits = o.s, o.habits
    if s.phase == "ideas":
        return
    bonus = FREE_ANCHOR if habits.abilities and _perk(o, "line_manager") else 0.0
    price = 0.0 if _perk(o, "front_line") else o.capacity_price
    can_try = habits.trials and (s.capacity > 0 or _perk(o, "front_line"))
    for x in o.prospects:
        interest = _interest(o, x)
        if habits.anchoring:
            _anchor(o, x, interest, bonus)
        if habits.risks and s.capacity:
            _mitigate(o, x, interest)
        if x.idea.locked:
            continue
        if can_try and not x.idea.was_proven:
            _try(o, x, interest, price)
        _implement(o, x)
        _shelve(o, x)
    if habits.anchoring and s.capacity:
        _follow_up(o)


def _interest(o: Outlook, x: Prospect) -> float:
    if x.idea.id not in o.planned:
        return ASIDE
    due = x.idea.status == "implemented" and (x.idea.due <= o.s.round or not o.rounds)
    return LAST_CHANCE if due else 1.0


def _perk(o: Outlook, ability: str) -> bool:
    role = o.s.has_ability(o.seat, ability)
    return role is not None and role.id not in o.s.used_round


def _anchor(o: Outlook, x: Prospect, interest: float, bonus: float) -> None:
    for i, points in x.to_anchor:
        score = points * o.weights[i] * interest + bonus + o.lean[1]
        o.offer(score, _anchored_by_who_owns_least, o.s, x.idea.id, TRACKS[i])


def _anchored_by_who_owns_least(seat: int, s: State, idea: str, track: Track) -> Action:
    owned = [0] * len(s.seats)
    for other in s.ideas:
        for b in other.benefits:
            if b is not None and b.owner is not None:
                owned[b.owner] += 1
    return act.Anchor(seat, idea, track, owned.index(min(owned)))


def _mitigate(o: Outlook, x: Prospect, interest: float) -> None:
    for i, points, risk in x.to_mitigate:
        score = points * o.weights[i] * interest - o.capacity_price + o.lean[0]
        o.offer(score, act.Mitigate, x.idea.id, risk)


def _try(o: Outlook, x: Prospect, interest: float, price: float) -> None:
    proven = min(6, x.idea.maturity) / 6
    steadier = sum(e * w for e, w in zip(x.effects, o.weights, strict=True) if e > 0)
    steadier *= 1 - x.steady
    learnt, found = WISER, x.hidden * RISK_TURNED_UP
    if x.idea.name is not None:  # nothing of it is hidden; the better of two dice is the gain
        learnt = found = 0.0
        steadier += _better_die(o, x)
    good = steadier + o.capacity_price + learnt
    wiser = MATURED * steadier + found
    score = (proven * good + (1 - proven) * wiser) * interest - price
    o.offer(score + o.lean[-1], act.Trial, x.idea.id)


def _better_die(o: Outlook, x: Prospect) -> float:
    """What a second reality die adds to a written idea."""
    better = expectations.of_claims(x.idea, expectations.PROVEN)
    return sum((b - e) * w for b, e, w in zip(better, x.effects, o.weights, strict=True))


def _implement(o: Outlook, x: Prospect) -> None:
    """When it is ready, early; in the last round, whatever does more good than harm."""
    s, idea = o.s, x.idea
    too_early = s.phase == "concretise" and not idea.was_proven
    paused = s.paused_round == s.round
    if paused or too_early or idea.id not in o.planned or s.capacity < idea.price:
        return
    o.offer(_worth_of_carrying_out(o, x) + o.lean[0], act.Implement, idea.id)


def _worth_of_carrying_out(o: Outlook, x: Prospect) -> float:
    others = [all_ - own for all_, own in zip(o.projected, x.potential, strict=True)]
    value = o.gain(x.as_is, others)
    if not o.rounds:
        return value
    can_be_finished = x.work <= o.left or x.idea.card.delay > 0
    if can_be_finished and (x.idea.was_proven or not o.habits.trials):
        return READY + value / 10
    if can_be_finished and o.rounds == 1:
        return UNTRIED + value / 10
    return NOT_YET


def _shelve(o: Outlook, x: Prospect) -> None:
    """An idea that the plan has no place for still gives its means back."""
    if x.idea.id not in o.planned and o.rounds:
        means = o.s.setup.rules.shelve_gain * o.capacity_price
        o.offer(means - SHELVING + o.lean[0], act.Shelve, x.idea.id)


def _follow_up(o: Outlook) -> None:
    for idea in o.s.ideas:
        if idea.status == "realised":
            for i, b in enumerate(idea.benefits):
                if b is None or b.owner is None or b.followed or (b.harvested or 0) <= 0:
                    continue
                score = FOLLOWED_UP * o.weights[i] - o.capacity_price + o.lean[0]
                o.offer(score, act.FollowUp, idea.id, TRACKS[i])
