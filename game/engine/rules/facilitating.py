"""What the facilitator may do to the game: skip, end a phase, correct with a reason."""

from __future__ import annotations

from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import CORRECTED, Refusal, refuse
from game.engine.draft import Draft
from game.engine.rules import gates
from game.engine.rules.rounds import last_round, mind_trust
from game.engine.setup import INDEX
from game.engine.state import TRACK_HIGH, TRACK_LOW, TRUST_HIGH, State

MAX_CAPACITY = 99


def check_skip_turn(s: State, a: act.SkipTurn) -> Refusal | None:
    """While turns are taken."""
    return gates.turns(s)


def skip_turn(d: Draft, a: act.SkipTurn) -> None:
    """The seat's turn is over."""
    d.tell(ev.Passed(d.state.turn, skipped=True))


def check_end_phase(s: State, a: act.EndPhase) -> Refusal | None:
    """While turns are taken."""
    return gates.turns(s)


def end_phase(d: Draft, a: act.EndPhase) -> None:
    """Time moves to the phase's last round, and its reality check is due."""
    s = d.state
    d.tell(ev.PhaseEnded(s.phase, last_round(s.setup.rules, s.phase)))


def check_correct(s: State, a: act.Correct) -> Refusal | None:
    """By some whole points within what the thing can hold, with a reason."""
    if s.over:
        return refuse("game_over")
    if type(a.what) is not str or a.what not in CORRECTED:
        return refuse("nothing_to_correct")
    if refusal := gates.text(a.reason, gates.MAX_TEXT):
        return refusal
    if type(a.by) is not int or a.by == 0:
        return refuse("bad_correction")
    low, high, now = _bounds(s, a.what)
    return None if low <= now + a.by <= high else refuse("out_of_bounds", low=low, high=high)


def _bounds(s: State, what: str) -> tuple[int, int, int]:
    if what == "capacity":
        return 0, MAX_CAPACITY, s.capacity
    if what == "trust":
        return 0, TRUST_HIGH, s.trust
    return TRACK_LOW, TRACK_HIGH, s.points[INDEX[what]]


def correct(d: Draft, a: act.Correct) -> None:
    """The reason is told first, then the change."""
    d.tell(ev.CorrectionMade(a.what, a.by, a.reason))
    if a.what == "capacity":
        d.capacity(a.by, "correction")
    elif a.what == "trust":
        d.trust(a.by, "correction")
        mind_trust(d, d.state.round + 1)
    else:
        d.move(a.what, a.by, "correction")
