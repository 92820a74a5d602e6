"""Placing cards and writing them: ideas, benefits, risks; and revising an estimate."""

from __future__ import annotations

from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import Refusal, refuse
from game.engine.limits import LIKELIHOODS, MAX_TEXT, SEVERITIES
from game.engine.prices import ONE_ACTION
from game.engine.rules import guards
from game.engine.rules.own_ideas import draw_truth
from game.engine.rules.ranges import revise
from game.engine.rules.spec import ActionSpec, Specs
from game.engine.setup import KINDS, Track
from game.engine.state import Idea, State, letter
from game.engine.texts import check_text
from game.engine.transaction import Transaction


def _room_for_claim(idea: Idea, track: Track) -> Refusal | None:
    """A benefit may lie on this track for this idea."""
    taken = idea.benefit(track) is not None
    return refuse("track_taken", idea=idea.id, track=track) if taken else None


# ------------------------------------------------------------------ ideas
def _room_for_idea(s: State) -> Refusal | None:
    limit = s.setup.rules.open_ideas
    return refuse("table_full", limit=limit) if s.open_ideas() >= limit else None


def _check_place_idea(s: State, a: act.PlaceIdea) -> Refusal | None:
    """From the hand, while there is room on the table."""
    return _room_for_idea(s) or guards.estimate(a.estimate)


def _place_idea(d: Transaction, a: act.PlaceIdea) -> None:
    """The idea lies on its main track with its first benefit; the group takes some freedom."""
    d.emit(ev.IdeaPlaced(a.seat, a.card, letter(d.state.placed)))
    track = d.state.ideas[-1].card.track
    d.emit(ev.BenefitClaimed(a.seat, a.card, track, a.estimate))
    d.balance(-1, "placing")


def _check_write_idea(s: State, a: act.WriteIdea) -> Refusal | None:
    """Written, with a name, a track and a kind."""
    refusal = (
        _room_for_idea(s)
        or guards.named(s, a)
        or check_text(a.text, MAX_TEXT, empty=True)
        or guards.track(a.track)
        or guards.estimate(a.estimate)
    )
    if refusal:
        return refusal
    if type(a.kind) is not str or a.kind not in KINDS:
        return refuse("no_such_kind")
    return None


def _write_idea(d: Transaction, a: act.WriteIdea) -> None:
    """As placing an idea, in the group's own words; what is true of it is drawn and hidden."""
    id = f"written-{d.state.written + 1}"
    d.emit(ev.IdeaWritten(a.seat, id, letter(d.state.placed), a.name, a.text, a.track, a.kind))
    draw_truth(d, d.state.require_idea(id))
    d.emit(ev.BenefitClaimed(a.seat, id, a.track, a.estimate))
    d.balance(-1, "placing")


# ------------------------------------------------------------------ benefits
def _check_place_benefit(s: State, a: act.PlaceBenefit, idea: Idea) -> Refusal | None:
    """From the hand, for an idea not yet implemented that has no benefit on the card's track."""
    return guards.estimate(a.estimate) or _room_for_claim(
        idea, s.setup.by_id.benefits[a.card].track
    )


def _place_benefit(d: Transaction, a: act.PlaceBenefit) -> None:
    """A claim: this idea moves this track this much."""
    track = d.state.setup.by_id.benefits[a.card].track
    d.emit(ev.BenefitClaimed(a.seat, a.idea, track, a.estimate, card=a.card))


def _check_write_benefit(s: State, a: act.WriteBenefit, idea: Idea) -> Refusal | None:
    """Written, on a track where the idea has no benefit yet."""
    return guards.track(a.track) or guards.estimate(a.estimate) or _room_for_claim(idea, a.track)


def _write_benefit(d: Transaction, a: act.WriteBenefit) -> None:
    """A claim in the group's own words."""
    d.emit(ev.BenefitClaimed(a.seat, a.idea, a.track, a.estimate, name=a.name))


def _free_claim(s: State, a: act.Claim) -> Refusal | None:
    """An ability gives a benefit to place."""
    return refuse("no_free_claim") if s.free_claim is None else None


def _check_claim(s: State, a: act.Claim, idea: Idea) -> Refusal | None:
    """Free, on the track just looked at, for an idea whose effect there is known."""
    track = s.free_claim
    if track is None or not idea.is_open(track):
        return refuse("not_looked_at", idea=idea.id)
    return guards.estimate(a.estimate) or _room_for_claim(idea, track)


def _claim(d: Transaction, a: act.Claim) -> None:
    """The benefit that comes with the ability."""
    track = d.state.free_claim
    assert track is not None  # the check has seen to it
    d.emit(ev.FreeClaimUsed())
    d.emit(ev.BenefitClaimed(a.seat, a.idea, track, a.estimate))


def _check_revise(s: State, a: act.Revise, idea: Idea) -> Refusal | None:
    """A new estimate, any time before the idea is implemented; what is not true is withdrawn."""
    b = idea.benefit(a.track)
    if b is None:
        return refuse("no_such_benefit")
    if refusal := guards.new_estimate(s, idea, a.track, a.estimate):
        return refusal
    return refuse("same_estimate") if a.estimate == abs(b.estimate) else None


def _revise(d: Transaction, a: act.Revise) -> None:
    """Wiser than before: free. The estimate of a downside is its size."""
    old = d.state.require_idea(a.idea).benefit(a.track)
    assert old is not None  # the check has seen to it
    estimate = -a.estimate if old.downside else a.estimate
    revise(d, a.seat, a.idea, a.track, old, estimate)


# ------------------------------------------------------------------ risks
def _check_place_risk(s: State, a: act.PlaceRisk, idea: Idea) -> Refusal | None:
    """From the hand, at an idea printed on the card where it does not lie yet."""
    if idea.id not in s.setup.by_id.about[a.card]:
        return refuse("not_about", idea=idea.id, risk=a.card)
    return refuse("already_named", idea=idea.id) if idea.risk(a.card) else None


def _place_risk(d: Transaction, a: act.PlaceRisk) -> None:
    """Naming what may go wrong is steering."""
    d.emit(ev.RiskNamed(a.seat, a.idea, a.card))
    d.balance(1, "placing")


def _check_write_risk(s: State, a: act.WriteRisk, idea: Idea) -> Refusal | None:
    """Written, with how grave and how likely the group believes it is: that decides nothing."""
    if type(a.severity) is not int or a.severity not in SEVERITIES:
        return refuse("bad_severity")
    if type(a.likelihood) is not int or a.likelihood not in LIKELIHOODS:
        return refuse("bad_likelihood")
    return guards.track(a.track)


def _write_risk(d: Transaction, a: act.WriteRisk) -> None:
    """A risk in the group's own words; the reality check shows whether it is a true one."""
    id = f"written-{d.state.written + 1}"
    d.emit(ev.RiskWritten(a.seat, a.idea, id, a.name, a.track, a.severity, a.likelihood))
    d.balance(1, "placing")


SPECS: Specs = {
    act.PlaceIdea: ActionSpec(
        who="turn",
        price=ONE_ACTION,
        source=guards.in_hand("idea_hands"),
        check=_check_place_idea,
        carry_out=_place_idea,
        contribution="ideas",
    ),
    act.WriteIdea: ActionSpec(
        who="turn",
        price=ONE_ACTION,
        check=_check_write_idea,
        carry_out=_write_idea,
        contribution="ideas",
    ),
    act.PlaceBenefit: ActionSpec(
        who="turn",
        price=ONE_ACTION,
        source=guards.in_hand("benefit_hands"),
        target=guards.open_idea,
        check=_check_place_benefit,
        carry_out=_place_benefit,
        contribution="benefits",
    ),
    act.WriteBenefit: ActionSpec(
        who="turn",
        price=ONE_ACTION,
        source=guards.named,
        target=guards.open_idea,
        check=_check_write_benefit,
        carry_out=_write_benefit,
        contribution="benefits",
    ),
    act.Claim: ActionSpec(
        who="turn",
        source=_free_claim,
        target=guards.open_idea,
        check=_check_claim,
        carry_out=_claim,
        contribution="benefits",
    ),
    act.PlaceRisk: ActionSpec(
        who="turn",
        price=ONE_ACTION,
        source=guards.in_hand("risk_hands"),
        target=guards.unrealised_idea,
        check=_check_place_risk,
        carry_out=_place_risk,
        contribution="risks",
    ),
    act.WriteRisk: ActionSpec(
        who="turn",
        price=ONE_ACTION,
        source=guards.named,
        target=guards.unrealised_idea,
        check=_check_write_risk,
        carry_out=_write_risk,
        contribution="risks",
    ),
    act.Revise: ActionSpec(
        who="turn",
        target=guards.open_idea,
        check=_check_revise,
        carry_out=_revise,
        contribution="revisions",
    ),
}
