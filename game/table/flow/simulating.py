"""Simulating a case from the table: processes play, and a thread waits for them."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor

from game.content import Case
from game.gui.screen import ScreenHost
from game.i18n import Words
from game.simulation import Simulation, advise, simulate
from game.table.editor.simulation import Finding, SimulationDialog

GAMES = 200
"""The games of each group at each number of seats: enough to be sure of what is far off."""


class BackgroundSimulation:
    """A simulation that was begun; whoever watches asks how far it is."""

    def __init__(self, case: Case, games: int = GAMES) -> None:
        self.case = case
        self.games = games
        self._played = 0
        self._result: Simulation | None = None
        self._failed = False
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, name="simulation", daemon=True)

    def begin(self) -> BackgroundSimulation:
        """Begin to play."""
        self._thread.start()
        return self

    def _run(self) -> None:
        try:
            self._result = simulate(self.case.setup, games=self.games, progress=self._advance)
        except BrokenExecutor:
            self._failed = True

    def _advance(self, games: int) -> None:
        self._played += games
        if self._cancelled.is_set():
            raise KeyboardInterrupt  # what was played so far is given back

    @property
    def share(self) -> float:
        """How much has been played, from 0 to 1."""
        return min(1.0, self._played / self.games)

    @property
    def over(self) -> bool:
        """Whether nothing more is played."""
        return self._failed or self._result is not None

    def cancel(self) -> None:
        """Stop; what was played until then counts."""
        self._cancelled.set()

    def findings(self, t: Words) -> Sequence[Finding]:
        """What came of it, the weightiest first."""
        result = self._result
        if result is None or not result.played:
            text = t("No games were played to the end.")
            return [Finding("unsure", text)]
        advice = advise(t, self.case, result)
        return [Finding(one.weight, one.found, one.do) for one in advice]


def show_simulation(app: ScreenHost, case: Case) -> None:
    """Begin to simulate a case, and show how far it is."""
    app.push(SimulationDialog(BackgroundSimulation(case).begin()))
