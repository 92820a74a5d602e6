"""A bench on which changes are tried, alone or together, in the same games of one case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol, TypeVar

from game.content import Case
from game.content.edits import Edit, Edited, edited
from game.engine import Setup
from game.simulation.levers import Lever
from game.simulation.progress import Meter
from game.simulation.ranking import Rank
from game.simulation.trials import Trial, Verdicts, compare

Key = TypeVar("Key")
Pulled = tuple[Lever, ...]
"""Changes that are made at once."""


FEW: Final = 5
"""The best are chosen in so many times fewer games than they are judged in."""

CHECK: Final = 4
"""To check a changed file takes about as long as so many games."""


class Player(Protocol):
    """Plays the same games of several setups: :class:`game.simulation.trials.Trials`."""

    @property
    def games(self) -> int:
        """In how many games a change is judged."""
        ...

    def by(self, bot: str, seats: Sequence[int]) -> Player:
        """The same games in the hands of another bot, at those numbers of seats."""
        ...

    def play(self, setups: Mapping[Key, Setup], first: int, last: int) -> dict[Key, Verdicts]:
        """The verdicts of each setup by its key, of the games numbered ``first`` up to ``last``."""
        ...


class Bench:
    """Tries changes in the same games, and remembers what came of them."""

    def __init__(self, case: Case, trials: Player, rank: Rank, meter: Meter) -> None:
        self._case, self._trials, self._rank, self._meter = case, trials, rank, meter
        self._few = max(1, trials.games // FEW)
        self._edited: dict[Pulled, Edited | None] = {}
        self._in_few: dict[Pulled, Verdicts] = {}
        self._found: dict[Pulled, Trial] = {}
        self._played = self._few  # the number of the next game that is fresh

    def expect(self, changes: int, finalists: int, together: int) -> None:
        """Say how many changes are tried at most: in a few games, and the best in fresh ones."""
        tried = changes + together + 1
        judged = min(changes, finalists) + 1 + (2 if together else 0)  # each with the case as it is
        self._meter.expect(tried * (CHECK + self._few) + judged * self._trials.games)

    @property
    def tried(self) -> int:
        """How many changes were tried, alone or together."""
        return len(self._found)

    @property
    def judged(self) -> int:
        """How many of them were judged in fresh games."""
        return sum(trial.judged for trial in self._found.values())

    def tidy(self, *pulled: Lever) -> bool:
        """Whether a change can be made, and the check then finds nothing that it finds not now.

        What made another finding would have to be mended next, and that may well be back again.
        """
        now, then = self._with(()), self._with(pulled)
        return now is not None and then is not None and then.found <= now.found

    def race(self, wanted: Iterable[Pulled], finalists: int) -> tuple[Verdicts, list[Trial]]:
        """Try changes in a few games, and judge the best of them in games that are fresh.

        Gives the verdicts of the case as it is in the fresh games, and the changes, best first.
        """
        runners = [pulled for pulled in dict.fromkeys(wanted) if self._with(pulled)]
        finals = runners if len(runners) <= finalists else self._best_in_few(runners)[:finalists]
        before = self._judge(finals)
        return before, self._rank.sorted(map(self.of, runners))

    def of(self, pulled: Pulled) -> Trial | None:
        """What was found of a change; ``None`` where the file would have errors with it."""
        return self._found.get(pulled)

    def _best_in_few(self, runners: Sequence[Pulled]) -> list[Pulled]:
        left = [pulled for pulled in ((), *runners) if pulled not in self._in_few]
        self._in_few |= self._trials.play(self._setups(left), 0, self._few)
        before = self._in_few[()]
        for pulled in runners:
            self._found[pulled] = compare(pulled, before, self._in_few[pulled], judged=False)
        return [trial.levers for trial in self._rank.sorted(map(self.of, runners))]

    def _judge(self, finals: Sequence[Pulled]) -> Verdicts:
        """Play the next games, in which nothing was tried yet; gives the case as it is in them."""
        first, self._played = self._played, self._played + self._trials.games
        played = self._trials.play(self._setups([(), *finals]), first, self._played)
        for pulled in finals:
            self._found[pulled] = compare(pulled, played[()], played[pulled])
        return played[()]

    def _setups(self, wanted: Iterable[Pulled]) -> dict[Pulled, Setup]:
        changed = {pulled: self._with(pulled) for pulled in wanted}
        return {pulled: then.setup for pulled, then in changed.items() if then is not None}

    def _with(self, pulled: Pulled) -> Edited | None:
        if pulled not in self._edited:
            edits: list[Edit] = [edit for lever in pulled for edit in lever.edits]
            self._edited[pulled] = edited(self._case, edits)
            self._meter.step(CHECK)
        return self._edited[pulled]


def are_apart(*pulled: Lever) -> bool:
    """Whether no two changes write the same value."""
    paths = [edit.path for lever in pulled for edit in lever.edits]
    return len(paths) == len(set(paths))
