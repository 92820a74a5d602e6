"""Simulating a case from the table: processes play, and a thread waits for them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from functools import partial
from typing import Final

from game.content import Case
from game.content.edits import Edit
from game.content.positions import KeyPath
from game.gui.screen import ScreenHost
from game.i18n import Words
from game.simulation import Places, Progress, Study, advise, study
from game.simulation.games import Stage
from game.table.editor.simulation import Finding, SimulationDialog

GAMES: Final = 200
"""The games of each group at each number of seats: enough to be sure of what is far off."""
_STAGES: Final[Mapping[Stage, tuple[float, float]]] = {
    "games": (0.0, 0.6),
    "levels": (0.6, 0.7),
    "remedies": (0.7, 1.0),
}
"""From which share of all the work to which a stage goes, about."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What can be done about what was found: go to its field, or make a change that was tried."""

    go_to: Callable[[KeyPath], object]
    change: Callable[[Sequence[Edit]], object]


class BackgroundSimulation:
    """A study of a case that was begun; whoever watches asks how far it is."""

    def __init__(
        self,
        case: Case,
        places: Places,
        ways: Ways,
        games: int = GAMES,
    ) -> None:
        self.case = case
        self.places = places
        self.ways = ways
        self.games = games
        self.share = 0.0
        self._found: Study | None = None
        self._failed = False
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, name="simulation", daemon=True)

    def begin(self) -> BackgroundSimulation:
        """Begin to play."""
        self._thread.start()
        return self

    def _run(self) -> None:
        try:
            self._found = study(
                self.case,
                games=self.games,
                progress=self._advance,
                cancels=self._cancelled.is_set,
            )
        except (BrokenExecutor, OSError):
            self._failed = True

    def _advance(self, progress: Progress) -> None:
        start, end = _STAGES[progress.stage]
        self.share = start + (end - start) * progress.done / max(1, progress.total)

    @property
    def over(self) -> bool:
        """Whether nothing more is played."""
        return self._failed or self._found is not None

    def cancel(self) -> None:
        """Stop; what was played until then counts."""
        self._cancelled.set()

    def findings(self, t: Words) -> Sequence[Finding]:
        """What came of it, the weightiest first."""
        found = self._found
        if found is None or not found.simulation.played:
            return [Finding("unsure", t("No games were played to the end."))]
        return findings_of(t, self.case, found, self.places, self.ways)


def findings_of(t: Words, case: Case, found: Study, places: Places, ways: Ways) -> list[Finding]:
    """What a study found, in the words of the screen; each leads to its place, if it has one."""
    return [
        Finding(
            one.weight,
            one.found,
            one.do,
            go=partial(ways.go_to, one.path) if one.path else None,
            change=partial(ways.change, one.edits) if one.edits else None,
        )
        for one in advise(t, case, found, places)
    ]


def show_simulation(app: ScreenHost, case: Case, places: Places, ways: Ways) -> None:
    """Begin to simulate a case, and show how far it is."""
    app.push(SimulationDialog(BackgroundSimulation(case, places, ways).begin()))
