"""Where nothing is due, reality asks about a claim, so that no check is empty.

About which one, what was said decides and never what is true of it: of the idea that claims most,
the largest claim that is hidden still. An idea of which no claim is hidden has a risk turned up if
it has one that nobody named, and the next is asked about where nothing of it is hidden any more.
What a trial is finding out already is left to its report.
"""

from __future__ import annotations

from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import Refusal, TrialQuestion, refuse
from game.engine.limits import CLAIM_HELD, CLAIM_MISSED
from game.engine.rules import guards
from game.engine.rules.own_ideas import ensure_truth
from game.engine.rules.ranges import revise
from game.engine.rules.risks import unnamed
from game.engine.rules.trials import turn_up_risk
from game.engine.setup import INDEX, Track
from game.engine.state import Idea, State
from game.engine.transaction import Transaction


def ask_about_a_claim(d: Transaction) -> bool:
    """Turn one hidden thing of the idea that claims most; whether an answer is asked for."""
    for id in [idea.id for idea in _most_claimed_first(d.state)]:
        ensure_truth(d, id)
        idea = d.state.require_idea(id)
        if (track := _largest_hidden_claim(idea)) is not None:
            _test_claim(d, idea, track)
            return True
        if not _is_tried(idea, "risk") and unnamed(d.state, idea):
            d.emit(ev.RiskTested(idea.id))
            turn_up_risk(d, idea)
            return False
    d.emit(ev.NothingTested())
    return False


def _most_claimed_first(s: State) -> list[Idea]:
    """The ideas not yet realised by the sum of their benefits' estimates; ties as placed."""
    return sorted((i for i in s.ideas if i.status != "realised"), key=_claimed, reverse=True)


def _claimed(idea: Idea) -> int:
    return sum([b.estimate for b in idea.benefits if b is not None and b.estimate > 0])


def _largest_hidden_claim(idea: Idea) -> Track | None:
    """The track of the largest claimed benefit whose effect is not open; ties as the tracks lie."""
    hidden = {
        track: b
        for track, b in idea.claims()
        if not (b.downside or idea.is_open(track) or _is_tried(idea, track))
    }
    return max(hidden, key=lambda track: hidden[track].estimate, default=None)


def _is_tried(idea: Idea, about: TrialQuestion) -> bool:
    """Whether a trial that runs asks about this."""
    return idea.trial is not None and idea.trial.about == about


def _test_claim(d: Transaction, idea: Idea, track: Track) -> None:
    b = idea.benefit(track)
    assert b is not None  # it was found among the claims
    effect = d.state.truth[idea.id][INDEX[track]]
    d.emit(ev.ClaimTested(b.seat, idea.id, track, b.estimate, effect))
    beside = abs(b.estimate - effect)
    if beside <= CLAIM_HELD:
        d.trust(1, "claim_held", idea.id)
    elif beside >= CLAIM_MISSED:
        d.trust(-1, "claim_missed", idea.id)


def check_answer(s: State, a: act.Answer) -> Refusal | None:
    """By the seat that made the claim that reality asked about."""
    if s.step != "answer":
        return refuse("nothing_to_answer")
    if type(a.seat) is not int or a.seat != s.turn:
        return refuse("not_your_turn", seat=s.turn)
    assert s.tested is not None  # this is what the step waits for
    id, track = s.tested
    return guards.new_estimate(s, s.require_idea(id), track, a.estimate)


def answer(d: Transaction, a: act.Answer) -> None:
    """The claim stands, it gets another estimate, or it is withdrawn."""
    assert d.state.tested is not None  # the check has seen to it
    id, track = d.state.tested
    b = d.state.require_idea(id).benefit(track)
    assert b is not None
    d.emit(ev.ClaimAnswered(a.seat, id, track, a.estimate == b.estimate))
    if a.estimate != b.estimate:
        revise(d, a.seat, id, track, b, a.estimate)
