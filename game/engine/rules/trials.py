"""Trials: set up in a turn, reported when the next round opens, and what is adjusted then."""

from __future__ import annotations

from typing import get_args

from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import Adjustment, Refusal, refuse
from game.engine.limits import BALANCE_LEANING, MATURITY_HIGH, MAX_NAME, MAX_TEXT
from game.engine.lookups import stand_in
from game.engine.prices import Perk, Price, Relief
from game.engine.rules import guards
from game.engine.rules.own_ideas import ensure_truth
from game.engine.rules.risks import unnamed
from game.engine.rules.spec import ActionSpec, Specs
from game.engine.setup import INDEX, TRACKS, Track
from game.engine.state import Idea, State
from game.engine.texts import check_text
from game.engine.transaction import Transaction


# ------------------------------------------------------------------ setting up
def _check_trial(s: State, a: act.Trial, idea: Idea) -> Refusal | None:
    """An idea that is neither proven nor on trial, on what is not known yet, with a round to go."""
    if idea.was_proven:
        return refuse("already_proven", idea=idea.id)
    if idea.trial is not None:
        return refuse("on_trial", idea=idea.id)
    if s.round >= sum(s.setup.rules.rounds):
        return refuse("no_report_any_more")
    if type(a.about) is not str or (a.about not in INDEX and a.about != "risk"):
        return refuse("no_such_question")
    if a.about in INDEX and idea.opened >> INDEX[a.about] & 1:
        return refuse("known_already", idea=idea.id, track=a.about)
    return check_text(a.name, MAX_NAME, empty=True)


def _trial(d: Transaction, a: act.Trial) -> None:
    """It runs until the next round opens; the group takes some freedom."""
    d.emit(ev.TrialSetUp(a.seat, a.idea, a.about, a.name, a.measure))
    d.balance(-1, "trying")


# ------------------------------------------------------------------ the report
def report_trials(d: Transaction) -> None:
    """Report every trial that has been running, in the order of the ideas on the table."""
    for id in [idea.id for idea in d.state.ideas if idea.trial is not None]:
        ensure_truth(d, id)
        _report(d, d.state.require_idea(id))


def _report(d: Transaction, idea: Idea) -> None:
    """What was asked is told in any case; a proven idea hides nothing of what it gives."""
    plan = idea.trial
    assert plan is not None  # only ideas on trial are reported
    thrown = d.roll()
    proven = thrown <= idea.maturity
    d.emit(
        ev.TrialReported(plan.seat, idea.id, plan.about, thrown, idea.maturity, proven, plan.name)
    )
    if proven:
        open_effects(d, idea, TRACKS)
    elif plan.about != "risk":
        open_effects(d, idea, (plan.about,))
    if plan.about == "risk":
        look_for_risk(d, idea)


def open_effects(d: Transaction, idea: Idea, tracks: tuple[Track, ...]) -> None:
    """Tell the true effects on some tracks that the table did not know yet."""
    truth = d.state.truth[idea.id]
    news = tuple((idea.id, t, truth[INDEX[t]]) for t in tracks if not idea.is_open(t))
    if news:
        d.emit(ev.EffectsOpened(news))


def look_for_risk(d: Transaction, idea: Idea) -> None:
    """Turn up one true risk of an idea, if it has one that nobody has named."""
    if not turn_up_risk(d, idea):
        d.emit(ev.NothingFound(idea.id))


def turn_up_risk(d: Transaction, idea: Idea) -> bool:
    """Turn up one true risk that is not named; whether there was one."""
    hidden = unnamed(d.state, idea)
    if hidden:
        d.emit(ev.RiskTurnedUp(idea.id, hidden[d.pick(len(hidden))].id))
    return bool(hidden)


# ------------------------------------------------------------------ adjusting
def ask_for_adjustment(d: Transaction) -> bool:
    """Ask about the next idea that its trial did not prove; whether there is one."""
    for id in d.state.adjusting:
        plan = d.state.require_idea(id).trial
        assert plan is not None  # it stays until the choice is made
        d.emit(ev.AdjustmentAsked(stand_in(d.state, plan.seat), id))
        return True
    return False


def check_adjust(s: State, a: act.Adjust) -> Refusal | None:
    """By the seat that set the trial up: what is still to be gained of the idea in question."""
    if s.step != "adjust":
        return refuse("nothing_to_adjust")
    if type(a.seat) is not int or a.seat != s.turn:
        return refuse("not_your_turn", seat=s.turn)
    if type(a.idea) is not str or a.idea != s.adjusting[0]:
        return refuse("nothing_to_adjust")
    if type(a.how) is not str or a.how not in get_args(Adjustment):
        return refuse("nothing_to_adjust")
    known = a.how == "effect" and not hidden_tracks(s.require_idea(a.idea))
    return refuse("nothing_to_learn") if known else None


def adjust(d: Transaction, a: act.Adjust) -> None:
    """The idea becomes more mature, or one more thing about it comes to light."""
    idea = d.state.require_idea(a.idea)
    d.emit(ev.IdeaAdjusted(a.seat, a.idea, a.how))
    if a.how == "maturity":
        maturity = min(MATURITY_HIGH, idea.maturity + d.state.setup.rules.learned)
        d.emit(ev.Learned(idea.id, maturity))
    elif a.how == "effect":
        open_effects(d, idea, (largest_hidden(idea),))
    else:
        look_for_risk(d, idea)


def hidden_tracks(idea: Idea) -> list[Track]:
    """The tracks on which nobody knows yet what the idea gives."""
    return [t for t in TRACKS if not idea.is_open(t)]


def largest_hidden(idea: Idea) -> Track:
    """Of these the one with the largest claim, which an adjustment opens; else the first."""

    def claimed(track: Track) -> int:
        b = idea.benefit(track)
        return 0 if b is None else abs(b.estimate)

    return max(hidden_tracks(idea), key=claimed)


SPECS: Specs = {
    act.Trial: ActionSpec(
        who="turn",
        price=Price(
            1,
            1,
            perk=Perk("front_line", capacity=1),
            reliefs=(Relief("meetings"), Relief("tension", lean=-BALANCE_LEANING)),
        ),
        target=guards.open_idea,
        check=_check_trial,
        note=guards.optional("measure", MAX_TEXT),
        carry_out=_trial,
        contribution="trials",
    ),
}
