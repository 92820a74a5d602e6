"""Work on ideas on the table: anchor, mitigate, shelve, implement, follow up."""

from __future__ import annotations

from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import Refusal, refuse
from game.engine.fields import Measure
from game.engine.harvest import carrying_out_price
from game.engine.limits import (
    BALANCE_LEANING,
    MAX_MEASURED,
    MAX_MONTHS,
    MAX_NAME,
    MAX_TEXT,
    MAX_UNIT,
)
from game.engine.lookups import drained_posts, due_if_implemented
from game.engine.prices import ONE_ACTION, Perk, Price, Relief
from game.engine.rules import guards, modules
from game.engine.rules.spec import ActionSpec, Exempt, Specs
from game.engine.state import Benefit, Idea, State
from game.engine.texts import check_text
from game.engine.transaction import Transaction


def _rally(d: Transaction, a: act.Rally) -> None:
    """An action for capacity."""
    d.capacity(d.state.setup.rules.rally, "rally")


# ------------------------------------------------------------------ anchor, hand over
def _check_anchor(s: State, a: act.Anchor, b: Benefit) -> Refusal | None:
    """A claimed benefit without an owner, of an idea that is not yet realised."""
    if b.downside:
        return refuse("downside")
    if b.owner is not None:
        return refuse("already_anchored", owner=b.owner)
    return guards.present(s, a.owner) or _check_measure(a.measure)


def _check_measure(m: object) -> Refusal | None:
    if m is None:
        return None
    if type(m) is not Measure:
        return refuse("bad_measure")
    if refusal := check_text(m.indicator, MAX_NAME) or check_text(m.unit, MAX_UNIT, empty=True):
        return refusal
    numbers = all(x is None or _plain_number(x) for x in (m.baseline, m.target))
    months = m.months is None or (type(m.months) is int and 0 <= m.months <= MAX_MONTHS)
    return None if numbers and months else refuse("bad_measure")


def _plain_number(x: object) -> bool:
    return (type(x) is int or type(x) is float) and -MAX_MEASURED <= x <= MAX_MEASURED


def _anchor(d: Transaction, a: act.Anchor) -> None:
    """Owner and measure; free if the card has its measure, or for a line manager's first."""
    d.emit(ev.BenefitAnchored(a.seat, a.idea, a.track, a.owner, a.measure))
    d.balance(1, "anchoring")


def _check_hand_over(s: State, a: act.HandOver, b: Benefit) -> Refusal | None:
    """By the owner, at any time while turns are taken; the group speaks for one who is away."""
    if b.owner is None or type(a.seat) is not int or b.owner != a.seat:
        return refuse("not_owner", owner=b.owner)
    if refusal := guards.present(s, a.to):
        return refusal
    return refuse("same_owner") if a.to == b.owner else None


def _hand_over(d: Transaction, a: act.HandOver) -> None:
    """The benefit has a new owner."""
    d.emit(ev.BenefitHandedOver(a.idea, a.track, a.seat, a.to))


# ------------------------------------------------------------------ mitigate
def _check_mitigate(s: State, a: act.Mitigate, idea: Idea) -> Refusal | None:
    """A named risk that can still strike."""
    risk = idea.risk(a.risk) if type(a.risk) is str else None
    if risk is None:
        return refuse("no_such_risk")
    if s.can_mitigate(risk):
        return None
    return refuse("already_safe") if risk.name is None else refuse("mitigated_enough")


def _mitigate(d: Transaction, a: act.Mitigate) -> None:
    """The risk is three steps less likely."""
    d.emit(ev.RiskMitigated(a.seat, a.idea, a.risk, a.note))


# ------------------------------------------------------------------ shelve, implement, follow up
def _shelve(d: Transaction, a: act.Shelve) -> None:
    """Putting an idea away frees means."""
    d.emit(ev.IdeaShelved(a.seat, a.idea))
    d.capacity(d.state.setup.rules.shelve_gain, "shelved")


def _not_on_trial(s: State, a: object, idea: Idea) -> Refusal | None:
    """What is being tried is left alone until the report."""
    return None if idea.trial is None else refuse("on_trial", idea=idea.id)


def _check_implement(s: State, a: act.Implement, idea: Idea) -> Refusal | None:
    """In implementation; what is proven or small at any time."""
    if idea.trial is not None:
        return refuse("on_trial", idea=idea.id)
    small = s.setup.rules.small_cost
    if s.phase != "implement" and not idea.was_proven and idea.cost > small:
        return refuse("not_proven", idea=idea.id, limit=small)
    return refuse("paused") if s.paused_round == s.round else None


def _implement(d: Transaction, a: act.Implement) -> None:
    """Locks the idea's claims; the truth comes at the reality check it is due at."""
    idea = d.state.require_idea(a.idea)
    due = due_if_implemented(d.state, idea)
    scaled = idea.was_proven and d.state.phase != "implement"
    d.emit(ev.IdeaImplemented(a.seat, a.idea, due, carrying_out_price(d.state, idea), scaled))
    modules.idea_implemented(d, a.idea)


def _check_follow_up(s: State, a: act.FollowUp, b: Benefit) -> Refusal | None:
    """A realised, anchored benefit that gave something, once."""
    if b.harvested is None:
        return refuse("not_realised", idea=a.idea)
    if b.owner is None:
        return refuse("not_anchored")
    if b.harvested <= 0:
        return refuse("gave_nothing")
    if b.post in drained_posts(s):
        return refuse("post_empty")
    return refuse("already_followed") if b.followed else None


def _follow_up(d: Transaction, a: act.FollowUp) -> None:
    """One point more from a benefit somebody looks after."""
    d.emit(ev.FollowedUp(a.seat, a.idea, a.track))
    d.move(a.track, 1, "follow_up", a.idea)


SPECS: Specs = {
    act.Rally: ActionSpec(
        who="turn",
        price=ONE_ACTION,
        carry_out=_rally,
        contribution="rallies",
    ),
    act.Anchor: ActionSpec(
        who="turn",
        first_phase="concretise",
        price=Price(1, card_saves=1, perk=Perk("line_manager", actions=1)),
        target=guards.benefit_of(guards.unrealised_idea),
        check=_check_anchor,
        carry_out=_anchor,
        contribution="anchors",
    ),
    act.HandOver: ActionSpec(
        who="owner",
        first_phase="concretise",
        target=guards.benefit_of(guards.some_idea),
        check=_check_hand_over,
        carry_out=_hand_over,
        contribution=Exempt("what is given away was counted when it was anchored"),
    ),
    act.Mitigate: ActionSpec(
        who="turn",
        first_phase="concretise",
        price=Price(1, 1, reliefs=(Relief("tension", lean=BALANCE_LEANING),)),
        target=guards.unrealised_idea,
        check=_check_mitigate,
        note=guards.optional("note", MAX_TEXT),
        carry_out=_mitigate,
        contribution="mitigations",
    ),
    act.Shelve: ActionSpec(
        who="turn",
        first_phase="concretise",
        price=ONE_ACTION,
        target=guards.open_idea,
        check=_not_on_trial,
        carry_out=_shelve,
        contribution="shelved",
    ),
    act.Implement: ActionSpec(
        who="turn",
        first_phase="implement",
        proven_phase="ideas",
        price=Price(1, idea_cost=True),
        target=guards.open_idea,
        check=_check_implement,
        carry_out=_implement,
        contribution="implemented",
    ),
    act.FollowUp: ActionSpec(
        who="turn",
        first_phase="concretise",
        price=Price(1, 1),
        target=guards.benefit_of(guards.some_idea),
        check=_check_follow_up,
        carry_out=_follow_up,
        contribution="followed_up",
    ),
}
