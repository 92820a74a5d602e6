"""Games that a facilitator ends before their time, at every place of a game."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.engine import Action, check
from game.engine import actions as act
from game.engine.state import State, Step
from game.session import Log
from tests.truth.games import Game, Table

Place = tuple[int, Step, bool]
"""A round, what is waited for there, and whether it is the last turn of the round."""


def place_of(s: State) -> Place:
    """Where a game stands."""
    return s.round_now, s.step, s.step == "turn" and not s.waiting


@dataclass(frozen=True)
class CutShort(Game):
    """A game that is cut short where it first comes to a place; from ``idle`` on all turns pass."""

    at: Place
    by: type[act.EndGame | act.EndPhase]
    idle: int

    def play(self) -> Log:
        """Its log, to the end."""
        return _CutTable(self).play()


class _CutTable(Table):
    game: CutShort

    def play(self) -> Log:
        """The group plays as far as it is let."""
        cut = False
        while not self.state.over:
            if not cut and place_of(self.state) == self.game.at:
                assert self.do(self.game.by()), self.game
                cut = True
            else:
                assert self.do(self.choose()), self.game
        assert cut, self.game
        return self.log

    def choose(self) -> Action:
        """What the bot does, until everybody passes."""
        if self.state.step == "turn" and self.state.round_now >= self.game.idle:
            return act.Pass(self.state.turn)
        return super().choose()


def cut_short(case: str, bot: str, seed: int, idle: int) -> Iterator[CutShort]:
    """A game cut short at each place that it comes to, in each way in which it can be."""
    whole = CutShort(case, bot, seed, 3, False, (1, "turn", False), act.EndGame, idle)
    table, seen = _CutTable(whole), set[Place]()
    while not table.state.over:
        at = place_of(table.state)
        for kind in (act.EndGame, act.EndPhase) if at not in seen else ():
            if check(table.state, kind()) is None:
                yield CutShort(case, bot, seed, 3, False, at, kind, idle)
        seen.add(at)
        assert table.do(table.choose())
