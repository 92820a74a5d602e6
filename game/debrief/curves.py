"""Tracks, trust, capacity and balance after each decision, for charts."""

from __future__ import annotations

from game.debrief.history import GameHistory
from game.engine import TRACKS, State
from game.engine.state import PerTrack
from game.frozen import frozen


@frozen
class Curves:
    """Curves over a game: value ``i`` is that after the first ``i`` decisions in force.

    ``claimed`` and ``realised`` have the four tracks in their order.
    """

    claimed: tuple[PerTrack, ...]
    realised: tuple[PerTrack, ...]
    trust: tuple[int, ...]
    capacity: tuple[int, ...]
    balance: tuple[int, ...]
    rounds: tuple[int, ...]


def curves_of(history: GameHistory) -> Curves:
    """The curves of a whole session."""
    states = [step.after for step in history.steps]
    return Curves(
        claimed=_claims(states),
        realised=tuple(s.points for s in states),
        trust=tuple(s.trust for s in states),
        capacity=tuple(s.capacity for s in states),
        balance=tuple(s.balance for s in states),
        rounds=tuple(s.round_now for s in states),
    )


def claimed(state: State) -> PerTrack:
    """The points claimed on the four tracks."""
    a, b, c, d = (state.claimed(track) for track in TRACKS)
    return (a, b, c, d)


def _claims(states: list[State]) -> tuple[PerTrack, ...]:
    """The claims after each state, computed again only when the ideas have changed."""
    claims: list[PerTrack] = []
    for n, state in enumerate(states):
        same = n > 0 and states[n - 1].ideas is state.ideas
        claims.append(claims[-1] if same else claimed(state))
    return tuple(claims)
