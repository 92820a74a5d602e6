"""Placing cards and writing them: ideas, benefits, risks; and revising an estimate."""

from __future__ import annotations

from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import Refusal, refuse
from game.engine.draft import Draft
from game.engine.rules import gates
from game.engine.setup import KINDS, Track
from game.engine.state import Idea, State, letter


def room_for_claim(s: State, idea: Idea, track: Track, estimate: int) -> Refusal | None:
    """A benefit with this estimate may lie on this track for this idea."""
    if idea.benefit(track) is not None:
        return refuse("track_taken", idea=idea.id, track=track)
    return written_claims(s, idea, estimate)


def written_claims(s: State, idea: Idea, more: int) -> Refusal | None:
    """The estimates of a written idea stay within what such an idea may claim together."""
    limit = s.setup.rules.written_claims
    if more > idea.room(limit):
        return refuse("written_claims", idea=idea.id, limit=limit)
    return None


# ------------------------------------------------------------------ ideas
def _room_for_idea(s: State) -> Refusal | None:
    limit = s.setup.rules.open_ideas
    return refuse("table_full", limit=limit) if s.open_ideas() >= limit else None


def check_place_idea(s: State, a: act.PlaceIdea) -> Refusal | None:
    """From the hand, while there is room on the table."""
    if refusal := gates.turn(s, a.seat):
        return refusal
    return (
        gates.held(s.idea_hands[a.seat], a.card) or _room_for_idea(s) or gates.estimate(a.estimate)
    )


def place_idea(d: Draft, a: act.PlaceIdea) -> None:
    """The idea lies on its main track with its first benefit; the group takes some freedom."""
    d.spend(1, 0)
    d.tell(ev.IdeaPlaced(a.seat, a.card, letter(d.state.placed)))
    track = d.state.ideas[-1].card.track
    d.tell(ev.BenefitClaimed(a.seat, a.card, track, a.estimate))
    d.balance(-1, "placing")


def check_write_idea(s: State, a: act.WriteIdea) -> Refusal | None:
    """Written, with a name, a track and a kind, its estimate within what it may claim."""
    refusal = (
        gates.turn(s, a.seat)
        or _room_for_idea(s)
        or gates.text(a.name, gates.MAX_NAME)
        or gates.text(a.text, gates.MAX_TEXT, empty=True)
        or gates.track(a.track)
        or gates.estimate(a.estimate)
    )
    if refusal:
        return refusal
    if type(a.kind) is not str or a.kind not in KINDS:
        return refuse("no_such_kind")
    limit = s.setup.rules.written_claims
    return refuse("written_claims", idea=None, limit=limit) if a.estimate > limit else None


def write_idea(d: Draft, a: act.WriteIdea) -> None:
    """As placing an idea, in the group's own words."""
    d.spend(1, 0)
    id = f"written-{d.state.written + 1}"
    d.tell(ev.IdeaWritten(a.seat, id, letter(d.state.placed), a.name, a.text, a.track, a.kind))
    d.tell(ev.BenefitClaimed(a.seat, id, a.track, a.estimate))
    d.balance(-1, "placing")


# ------------------------------------------------------------------ benefits
def check_place_benefit(s: State, a: act.PlaceBenefit) -> Refusal | None:
    """From the hand, for an idea not yet implemented that has no benefit on the card's track."""
    if refusal := gates.turn(s, a.seat) or gates.held(s.benefit_hands[a.seat], a.card):
        return refusal
    idea = gates.open_idea(s, a.idea)
    if isinstance(idea, Refusal):
        return idea
    return gates.estimate(a.estimate) or room_for_claim(
        s, idea, s.setup.by_id.benefits[a.card].track, a.estimate
    )


def place_benefit(d: Draft, a: act.PlaceBenefit) -> None:
    """A claim: this idea moves this track this much."""
    d.spend(1, 0)
    track = d.state.setup.by_id.benefits[a.card].track
    d.tell(ev.BenefitClaimed(a.seat, a.idea, track, a.estimate, card=a.card))


def check_write_benefit(s: State, a: act.WriteBenefit) -> Refusal | None:
    """Written, on a track where the idea has no benefit yet."""
    if refusal := gates.turn(s, a.seat) or gates.text(a.name, gates.MAX_NAME):
        return refusal
    idea = gates.open_idea(s, a.idea)
    if isinstance(idea, Refusal):
        return idea
    return (
        gates.track(a.track)
        or gates.estimate(a.estimate)
        or room_for_claim(s, idea, a.track, a.estimate)
    )


def write_benefit(d: Draft, a: act.WriteBenefit) -> None:
    """A claim in the group's own words."""
    d.spend(1, 0)
    d.tell(ev.BenefitClaimed(a.seat, a.idea, a.track, a.estimate, name=a.name))


def check_claim(s: State, a: act.Claim) -> Refusal | None:
    """Free, on the track just looked at, for an idea whose effect there is known."""
    if refusal := gates.turn(s, a.seat):
        return refusal
    if s.free_claim is None:
        return refuse("no_free_claim")
    idea = gates.open_idea(s, a.idea)
    if isinstance(idea, Refusal):
        return idea
    if not idea.is_open(s.free_claim):
        return refuse("not_looked_at", idea=idea.id)
    return gates.estimate(a.estimate) or room_for_claim(s, idea, s.free_claim, a.estimate)


def claim(d: Draft, a: act.Claim) -> None:
    """The benefit that comes with the ability."""
    track = d.state.free_claim
    assert track is not None  # the check has seen to it
    d.tell(ev.FreeClaimUsed())
    d.tell(ev.BenefitClaimed(a.seat, a.idea, track, a.estimate))


def check_revise(s: State, a: act.Revise) -> Refusal | None:
    """A new estimate, any time before the idea is implemented."""
    if refusal := gates.turn(s, a.seat):
        return refusal
    idea = gates.open_idea(s, a.idea)
    if isinstance(idea, Refusal):
        return idea
    b = idea.benefit(a.track)
    if b is None:
        return refuse("no_such_benefit")
    if refusal := gates.estimate(a.estimate):
        return refusal
    if a.estimate == b.estimate:
        return refuse("same_estimate")
    return written_claims(s, idea, a.estimate - b.estimate)


def revise(d: Draft, a: act.Revise) -> None:
    """Wiser than before: free."""
    idea = d.state.idea(a.idea)
    old = idea.benefit(a.track) if idea else None
    assert old is not None  # the check has seen to it
    d.tell(ev.EstimateRevised(a.seat, a.idea, a.track, old.estimate, a.estimate))


# ------------------------------------------------------------------ risks
def check_place_risk(s: State, a: act.PlaceRisk) -> Refusal | None:
    """From the hand, at an idea printed on the card where it does not lie yet."""
    if refusal := gates.turn(s, a.seat) or gates.held(s.risk_hands[a.seat], a.card):
        return refusal
    idea = gates.unrealised_idea(s, a.idea)
    if isinstance(idea, Refusal):
        return idea
    if idea.id not in s.setup.by_id.about[a.card]:
        return refuse("not_about", idea=idea.id, risk=a.card)
    return refuse("already_named", idea=idea.id) if idea.risk(a.card) else None


def place_risk(d: Draft, a: act.PlaceRisk) -> None:
    """Naming what may go wrong is steering."""
    d.spend(1, 0)
    d.tell(ev.RiskNamed(a.seat, a.idea, a.card))
    d.balance(1, "placing")


def check_write_risk(s: State, a: act.WriteRisk) -> Refusal | None:
    """Written, with how grave and how likely the group believes it is."""
    if refusal := gates.turn(s, a.seat) or gates.text(a.name, gates.MAX_NAME):
        return refusal
    idea = gates.unrealised_idea(s, a.idea)
    if isinstance(idea, Refusal):
        return idea
    if type(a.severity) is not int or not 1 <= a.severity <= 4:
        return refuse("bad_severity")
    if type(a.likelihood) is not int or not 1 <= a.likelihood <= 5:
        return refuse("bad_likelihood")
    return gates.track(a.track)


def write_risk(d: Draft, a: act.WriteRisk) -> None:
    """A risk in the group's own words; the reality check shows whether it is a true one."""
    d.spend(1, 0)
    id = f"written-{d.state.written + 1}"
    d.tell(ev.RiskWritten(a.seat, a.idea, id, a.name, a.track, a.severity, a.likelihood))
    d.balance(1, "placing")
