"""Working on what lies on the table: anchor, mitigate, try, shelve, implement, follow up."""

from __future__ import annotations

from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import Measure, Refusal, refuse
from game.engine.draft import Draft
from game.engine.rules import gates
from game.engine.rules.risks import unnamed
from game.engine.setup import INDEX, TRACKS
from game.engine.state import Idea, State

MOST_MATURE = 6


def check_rally(s: State, a: act.Rally) -> Refusal | None:
    """Whenever it is the seat's turn."""
    return gates.turn(s, a.seat)


def rally(d: Draft, a: act.Rally) -> None:
    """An action for capacity."""
    d.spend(1, 0)
    d.capacity(d.state.setup.rules.rally, "rally")


# ------------------------------------------------------------------ anchor, hand over
def check_anchor(s: State, a: act.Anchor) -> Refusal | None:
    """A claimed benefit of an idea not yet realised, that nobody owns."""
    if refusal := gates.turn(s, a.seat) or gates.phase(s, "concretise"):
        return refusal
    idea = gates.unrealised_idea(s, a.idea)
    if isinstance(idea, Refusal):
        return idea
    b = idea.benefit(a.track)
    if b is None:
        return refuse("no_such_benefit")
    if b.owner is not None:
        return refuse("already_anchored", owner=b.owner)
    return gates.seat(s, a.owner) or _check_measure(a.measure)


def _check_measure(m: object) -> Refusal | None:
    if m is None:
        return None
    if type(m) is not Measure:
        return refuse("bad_measure")
    if refusal := gates.text(m.indicator, gates.MAX_NAME) or gates.text(m.unit, 40, empty=True):
        return refusal
    numbers = all(x is None or _plain_number(x) for x in (m.baseline, m.target))
    months = m.months is None or (type(m.months) is int and 0 <= m.months <= 240)
    return None if numbers and months else refuse("bad_measure")


def _plain_number(x: object) -> bool:
    return (type(x) is int or type(x) is float) and -1e12 <= x <= 1e12


def anchor(d: Draft, a: act.Anchor) -> None:
    """Owner and measure; a line manager's first of the round takes no action."""
    perk = _perk(d.state, a.seat, "line_manager")
    if perk is not None:
        d.tell(ev.PerkUsed(perk))
    d.spend(0 if perk else 1, 0)
    d.tell(ev.BenefitAnchored(a.seat, a.idea, a.track, a.owner, a.measure))
    d.balance(1, "anchoring")


def _perk(s: State, seat: int, ability: str) -> str | None:
    role = s.has_ability(seat, ability)
    return role.id if role is not None and role.id not in s.used_round else None


def check_hand_over(s: State, a: act.HandOver) -> Refusal | None:
    """By the owner, at any time while turns are taken."""
    if refusal := gates.turns(s) or gates.phase(s, "concretise"):
        return refusal
    idea = gates.some_idea(s, a.idea)
    if isinstance(idea, Refusal):
        return idea
    b = idea.benefit(a.track)
    if b is None:
        return refuse("no_such_benefit")
    if b.owner is None or type(a.seat) is not int or b.owner != a.seat:
        return refuse("not_owner", owner=b.owner)
    if refusal := gates.seat(s, a.to):
        return refusal
    return refuse("same_owner") if a.to == b.owner else None


def hand_over(d: Draft, a: act.HandOver) -> None:
    """The benefit has a new owner."""
    d.tell(ev.BenefitHandedOver(a.idea, a.track, a.seat, a.to))


# ------------------------------------------------------------------ mitigate
def check_mitigate(s: State, a: act.Mitigate) -> Refusal | None:
    """A named risk that can still strike."""
    if refusal := gates.turn(s, a.seat) or gates.phase(s, "concretise"):
        return refusal
    idea = gates.unrealised_idea(s, a.idea)
    if isinstance(idea, Refusal):
        return idea
    risk = idea.risk(a.risk) if type(a.risk) is str else None
    if risk is None:
        return refuse("no_such_risk")
    if s.limit(risk) <= 0:
        return refuse("already_safe")
    return gates.capacity(s, 1) or gates.text(a.note, gates.MAX_TEXT, empty=True)


def mitigate(d: Draft, a: act.Mitigate) -> None:
    """The risk is three steps less likely."""
    d.spend(1, 1)
    d.tell(ev.RiskMitigated(a.seat, a.idea, a.risk, a.note))


# ------------------------------------------------------------------ trial
def trial_price(s: State, seat: int) -> int:
    """What a trial costs this seat now: nothing for the front line's first of the round."""
    return 0 if _perk(s, seat, "front_line") else 1


def check_trial(s: State, a: act.Trial) -> Refusal | None:
    """A proposed idea that is not proven yet."""
    if refusal := gates.turn(s, a.seat) or gates.phase(s, "concretise"):
        return refusal
    idea = gates.open_idea(s, a.idea)
    if isinstance(idea, Refusal):
        return idea
    if idea.was_proven:
        return refuse("already_proven", idea=idea.id)
    return gates.capacity(s, trial_price(s, a.seat)) or gates.text(
        a.name, gates.MAX_NAME, empty=True
    )


def trial(d: Draft, a: act.Trial) -> None:
    """Proven, or wiser: a trial that does not prove the idea is learning, not failure."""
    perk = _perk(d.state, a.seat, "front_line")
    if perk is not None:
        d.tell(ev.PerkUsed(perk))
    d.spend(1, 0 if perk else 1)
    idea = d.state.idea(a.idea)
    assert idea is not None  # the check has seen to it
    thrown = d.die()
    proven = thrown <= idea.maturity
    d.tell(ev.TrialThrown(a.seat, a.idea, thrown, idea.maturity, proven, a.name))
    if proven:
        open_effects(d, idea)
    else:
        _learn(d, idea)
    d.balance(-1, "trying")


def open_effects(d: Draft, idea: Idea) -> None:
    """Tell the true effects of a case's idea that the table did not know yet."""
    truth = d.state.truth.get(idea.id)
    if truth is not None:
        news = [
            (idea.id, track, truth[INDEX[track]]) for track in TRACKS if not idea.is_open(track)
        ]
        if news:
            d.tell(ev.EffectsOpened(tuple(news)))


def _learn(d: Draft, idea: Idea) -> None:
    maturity = min(MOST_MATURE, idea.maturity + d.state.setup.rules.learned)
    d.tell(ev.Learned(idea.id, maturity))
    if not turn_up_risk(d, idea):
        hidden = [t for t in idea.card.effects if not idea.is_open(t)]
        if hidden:
            track = hidden[d.pick(len(hidden))]
            effect = d.state.truth[idea.id][INDEX[track]]
            d.tell(ev.EffectsOpened(((idea.id, track, effect),)))


def turn_up_risk(d: Draft, idea: Idea) -> bool:
    """Turn up one true risk that is not named; whether there was one."""
    hidden = unnamed(d.state, idea)
    if hidden:
        d.tell(ev.RiskTurnedUp(idea.id, hidden[d.pick(len(hidden))].id))
    return bool(hidden)


# ------------------------------------------------------------------ shelve, implement, follow up
def check_shelve(s: State, a: act.Shelve) -> Refusal | None:
    """An idea that is not yet implemented."""
    if refusal := gates.turn(s, a.seat) or gates.phase(s, "concretise"):
        return refusal
    idea = gates.open_idea(s, a.idea)
    return idea if isinstance(idea, Refusal) else None


def shelve(d: Draft, a: act.Shelve) -> None:
    """Putting an idea away frees means."""
    d.spend(1, 0)
    d.tell(ev.IdeaShelved(a.seat, a.idea))
    d.capacity(d.state.setup.rules.shelve_gain, "shelved")


def check_implement(s: State, a: act.Implement) -> Refusal | None:
    """In implementation; a proven idea may be scaled one phase earlier."""
    if refusal := gates.turn(s, a.seat) or gates.phase(s, "concretise"):
        return refusal
    idea = gates.open_idea(s, a.idea)
    if isinstance(idea, Refusal):
        return idea
    if s.phase == "concretise" and not idea.was_proven:
        return refuse("not_proven", idea=idea.id)
    if s.paused_round == s.round:
        return refuse("paused")
    return gates.capacity(s, idea.price)


def implement(d: Draft, a: act.Implement) -> None:
    """Locks the idea's claims; the truth comes at the reality check it is due at."""
    idea = d.state.idea(a.idea)
    assert idea is not None  # the check has seen to it
    price, due = idea.price, d.state.round + idea.card.delay
    d.spend(1, price)
    scaled = d.state.phase == "concretise"
    d.tell(ev.IdeaImplemented(a.seat, a.idea, due, price, scaled))


def check_follow_up(s: State, a: act.FollowUp) -> Refusal | None:
    """A realised, anchored benefit that gave something, once."""
    if refusal := gates.turn(s, a.seat) or gates.phase(s, "concretise"):
        return refusal
    idea = gates.some_idea(s, a.idea)
    if isinstance(idea, Refusal):
        return idea
    b = idea.benefit(a.track)
    if b is None:
        return refuse("no_such_benefit")
    if b.harvested is None:
        return refuse("not_realised", idea=idea.id)
    if b.owner is None:
        return refuse("not_anchored")
    if b.harvested <= 0:
        return refuse("gave_nothing")
    return refuse("already_followed") if b.followed else gates.capacity(s, 1)


def follow_up(d: Draft, a: act.FollowUp) -> None:
    """One point more from a benefit somebody looks after."""
    d.spend(1, 1)
    d.tell(ev.FollowedUp(a.seat, a.idea, a.track))
    d.move(a.track, 1, "follow_up", a.idea)
