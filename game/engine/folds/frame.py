"""Folds of the events about the frame of the game: seats, rounds, turns and the end."""

from __future__ import annotations

from game.engine import events as ev
from game.engine.folds.editing import Folds, edit, with_dealt
from game.engine.lookups import present_from, stand_in
from game.engine.state import AFTER_TURNS, Cut, State
from game.engine.values import FrozenDict


def _begun(s: State, e: ev.Begun) -> None:
    rules = s.setup.rules
    s.seed, s.seats, s.truth, s.edition = e.seed, e.seats, FrozenDict(e.truth), e.rules
    s.idea_deck, s.benefit_deck, s.risk_deck, s.event_deck = (
        e.ideas,
        e.benefits,
        e.risks,
        e.events,
    )
    s.idea_hands = s.benefit_hands = s.risk_hands = ((),) * len(e.seats)
    s.capacity, s.trust = rules.capacity, rules.trust
    if "tension" in rules.modules:
        s.balance = rules.balance


def _round_opened(s: State, e: ev.RoundOpened) -> None:
    if e.phase != s.phase:
        s.used_phase = ()
    s.round, s.phase, s.starter = e.round, e.phase, e.starter
    s.openings += 1
    s.used_round, s.gone = (), ()
    s.event = None
    s.step = "opening"


def _event_turned(s: State, e: ev.EventTurned) -> None:
    s.event_deck = s.event_deck[1:]
    s.event = e.card
    if e.choice:
        s.step, s.turn = "choice", stand_in(s, s.starter)


def _option_chosen(s: State, e: ev.OptionChosen) -> None:
    s.step, s.turn = "opening", -1


def _dealt(s: State, e: ev.Dealt) -> None:
    s.idea_deck = s.idea_deck[len(e.ideas) :]
    s.benefit_deck = s.benefit_deck[len(e.benefits) :]
    s.risk_deck = s.risk_deck[len(e.risks) :]
    s.idea_hands = with_dealt(s.idea_hands, e.ideas)
    s.benefit_hands = with_dealt(s.benefit_hands, e.benefits)
    s.risk_hands = with_dealt(s.risk_hands, e.risks)


def _turn_began(s: State, e: ev.TurnBegan) -> None:
    if s.step != "turn":
        s.waiting = present_from(s, e.seat)[1:]
        s.step = "turn"
    else:
        s.waiting = s.waiting[s.waiting.index(e.seat) + 1 :]
        s.shares = tuple(share for share in s.shares if share[0] in s.waiting)
    s.turn, s.actions, s.free_claims = e.seat, e.actions, ()


def _turns_ended(s: State, e: ev.TurnsEnded) -> None:
    s.step, s.turn, s.actions = "check", -1, 0
    s.waiting, s.shares, s.free_claims, s.poker = (), (), (), None


def _passed(s: State, e: ev.Passed) -> None:
    s.actions = 0


def _phase_ended(s: State, e: ev.PhaseEnded) -> None:
    _move_time(s, e.round)
    s.actions, s.waiting, s.shares = 0, (), ()


def _ended_early(s: State, e: ev.EndedEarly) -> None:
    _move_time(s, e.round)
    _drop_what_is_asked(s)


def _move_time(s: State, round: int) -> None:
    """Time is that of a later round, or of this one without the turns that are left of it."""
    if s.paused_round > s.round:  # a pause to come is one of the next round, whichever that is now
        s.paused_round = round + 1
    s.cuts = (*s.cuts, Cut(s.round, round, whole=s.step in AFTER_TURNS))
    s.round = round


def _ended(s: State, e: ev.Ended) -> None:
    s.step, s.verdict = "over", e.verdict
    _drop_what_is_asked(s)


def _drop_what_is_asked(s: State) -> None:
    """Nobody has the turn any more, and nothing is waited for."""
    s.turn, s.actions, s.waiting, s.shares, s.free_claims, s.poker = -1, 0, (), (), (), None
    for id in s.adjusting:  # what a report left open stays as it is
        edit(s, id).trial = None
    s.adjusting, s.tested = (), None


FOLDS: Folds = {
    ev.Begun: _begun,
    ev.RoundOpened: _round_opened,
    ev.EventTurned: _event_turned,
    ev.OptionChosen: _option_chosen,
    ev.Dealt: _dealt,
    ev.TurnBegan: _turn_began,
    ev.TurnsEnded: _turns_ended,
    ev.Passed: _passed,
    ev.PhaseEnded: _phase_ended,
    ev.EndedEarly: _ended_early,
    ev.Ended: _ended,
}
