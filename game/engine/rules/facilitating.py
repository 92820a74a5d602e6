"""What the facilitator may do to the game: skip, end a phase or all, correct with a reason."""

from __future__ import annotations

from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import CORRECTED, Refusal, refuse
from game.engine.limits import (
    CAPACITY_HIGH,
    MAX_TEXT,
    TRACK_HIGH,
    TRACK_LOW,
    TRUST_HIGH,
)
from game.engine.rules import guards
from game.engine.rules.reality_check import follow_up
from game.engine.rules.rounds import last_round
from game.engine.rules.spec import ActionSpec, Exempt, Specs
from game.engine.rules.trust import handle_lost_trust
from game.engine.setup import INDEX
from game.engine.state import AFTER_TURNS, State
from game.engine.texts import check_text
from game.engine.transaction import Transaction


def _skip_turn(d: Transaction, a: act.SkipTurn) -> None:
    """The seat's turn is over."""
    d.emit(ev.Passed(d.state.turn, skipped=True))


def _end_phase(d: Transaction, a: act.EndPhase) -> None:
    """Time moves to the phase's last round, and its reality check is due."""
    s = d.state
    d.emit(ev.PhaseEnded(s.phase, last_round(s.setup.rules, s.phase)))


def _check_end_game(s: State, a: act.EndGame) -> Refusal | None:
    """While something is still to be played; after the last turn the game ends by itself."""
    if s.over:
        return refuse("game_over")
    last = s.round >= sum(s.setup.rules.rounds)
    return refuse("ends_anyway") if last and s.step in AFTER_TURNS else None


def _end_game(d: Transaction, a: act.EndGame) -> None:
    """Time moves to the last round, and the follow-up comes."""
    d.emit(ev.EndedEarly(sum(d.state.setup.rules.rounds)))
    follow_up(d)


def _check_correct(s: State, a: act.Correct) -> Refusal | None:
    """By some whole points within what the thing can hold, with a reason."""
    if s.over:
        return refuse("game_over")
    if type(a.what) is not str or a.what not in CORRECTED:
        return refuse("nothing_to_correct")
    if refusal := check_text(a.reason, MAX_TEXT):
        return refusal
    if type(a.by) is not int or a.by == 0:
        return refuse("bad_correction")
    low, high, now = _bounds(s, a.what)
    return None if low <= now + a.by <= high else refuse("out_of_bounds", low=low, high=high)


def _bounds(s: State, what: str) -> tuple[int, int, int]:
    if what == "capacity":
        return 0, CAPACITY_HIGH, s.capacity
    if what == "trust":
        return 0, TRUST_HIGH, s.trust
    return TRACK_LOW, TRACK_HIGH, s.points[INDEX[what]]


def _correct(d: Transaction, a: act.Correct) -> None:
    """Emits the event with the reason first, then the change."""
    d.emit(ev.CorrectionMade(a.what, a.by, a.reason))
    if a.what == "capacity":
        d.capacity(a.by, "correction")
    elif a.what == "trust":
        d.trust(a.by, "correction")
        handle_lost_trust(d, d.state.round + 1)
    else:
        d.move(a.what, a.by, "correction")


_WHOSE = Exempt("what the facilitator does is no seat's")

SPECS: Specs = {
    act.SkipTurn: ActionSpec(
        who="facilitator",
        check=guards.turns,
        carry_out=_skip_turn,
        contribution=_WHOSE,
    ),
    act.EndPhase: ActionSpec(
        who="facilitator",
        check=guards.turns,
        carry_out=_end_phase,
        contribution=_WHOSE,
    ),
    act.EndGame: ActionSpec(
        who="facilitator",
        check=_check_end_game,
        carry_out=_end_game,
        contribution=_WHOSE,
    ),
    act.Correct: ActionSpec(
        who="facilitator",
        check=_check_correct,
        carry_out=_correct,
        contribution=_WHOSE,
    ),
}
