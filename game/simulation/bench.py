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


FEW: Final = 4
"""What is not among the best is tried in one of so many games."""

CHECK: Final = 4
"""To check a changed file takes about as long as so many games."""


class Player(Protocol):
    """Plays the same games of several setups: :class:`game.simulation.trials.Trials`."""

    @property
    def games(self) -> int:
        """How many games a change is tried in at most."""
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
        self._edited: dict[Pulled, Edited | None] = {}
        self._found: dict[Pulled, Verdicts] = {}
        self._played: dict[Pulled, int] = {}

    def expect(self, changes: int, finalists: int, together: int) -> None:
        """Say how many changes are tried at most, in a few games and then in all."""
        few = max(1, self._trials.games // FEW)
        checked = changes + together + 1
        best = min(changes, finalists) + 2  # the case as it is, and the best together
        self._meter.expect(checked * (CHECK + few) + best * (self._trials.games - few))

    @property
    def before(self) -> Verdicts:
        """The verdicts of the case as it is."""
        return self._found[()]

    def tidy(self, *pulled: Lever) -> bool:
        """Whether a change can be made, and the check then finds nothing that it finds not now.

        What made another finding would have to be mended next, and that may well be back again.
        """
        now, then = self._with(()), self._with(pulled)
        return now is not None and then is not None and then.found <= now.found

    def race(self, wanted: Iterable[Pulled], finalists: int) -> list[Trial]:
        """Try changes in a few games, and the best of them in all; so the case as it is, too."""
        runners = list(dict.fromkeys(wanted))
        if len(runners) > finalists:
            self._play([(), *runners], max(1, self._trials.games // FEW))
            ranked = self._rank.sorted(map(self.of, runners))
            finals = [trial.levers for trial in ranked[:finalists]]
        else:
            finals = runners
        self._play([(), *finals], self._trials.games)
        return self._rank.sorted(map(self.of, runners))

    def of(self, pulled: Pulled) -> Trial | None:
        """What was found of a change; ``None`` where the file would have errors with it."""
        after = self._found.get(pulled)
        return None if after is None else compare(pulled, self.before, after)

    def _play(self, wanted: Iterable[Pulled], games: int) -> None:
        """Play the first games with each of the changes, as far as they have not been played."""
        left: dict[int, dict[Pulled, Setup]] = {}
        for pulled in dict.fromkeys(wanted):
            played = self._played.get(pulled, 0)
            then = self._with(pulled) if played < games else None
            if then is not None:
                left.setdefault(played, {})[pulled] = then.setup
        for played, setups in left.items():
            for pulled, verdicts in self._trials.play(setups, played, games).items():
                self._found[pulled] = self._found.get(pulled, ()) + verdicts
                self._played[pulled] = games

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
