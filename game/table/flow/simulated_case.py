"""What a simulation found of the case in the editor, kept to be followed one by one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from game.content import Case
from game.content.edits import Edit
from game.content.positions import KeyPath
from game.gui.screen import ScreenHost
from game.table.editor.draft import Draft
from game.table.editor.screen import EditorScreen
from game.table.editor.study_places import EditorPlaces, same_place

if TYPE_CHECKING:
    from game.table.flow.simulating import BackgroundSimulation


class SimulatedCase:
    """The last simulation of the case in an editor."""

    def __init__(self, app: ScreenHost, screen: EditorScreen) -> None:
        self.app = app
        self.screen = screen
        self._last: BackgroundSimulation | None = None

    @property
    def has_found(self) -> bool:
        """Whether there is something to show."""
        return self._last is not None and self._last.has_found

    def show(self) -> None:
        """Show what was found, or play many games of the case where nothing was yet."""
        from game.table.flow.simulating import GAMES, show_simulation

        if self._last is not None and self._last.has_found:
            show_simulation(self.app, self._last)
        else:
            self._play_now(GAMES)

    def _play_now(self, games: int) -> None:
        """Play the case as it is now so many times with each group, if it can be played."""
        if case := self.screen.playable():
            self._play(case, games)

    def _play(self, case: Case, games: int) -> None:
        """Play in the background, and tell what came of it."""
        from game.table.flow.simulating import BackgroundSimulation, Ways, show_simulation

        before = Draft(case.source, self.app.lang)
        ways = Ways(
            partial(self._go, before),
            self._change,
            self._play_now,
            lambda: self.screen.draft.text != case.source,
        )
        job = BackgroundSimulation(case.as_usual, EditorPlaces(before), ways, games)
        self._last = job.begin()
        show_simulation(self.app, job)

    def _go(self, before: Draft, path: KeyPath) -> None:
        """Go to a place of the case that was simulated, wherever it stands now."""
        t, now = self.app.t, same_place(path, before, self.screen.draft)
        if now is None:
            self.app.toast(t("The card is no longer there. Simulate again."))
            return
        self.screen.go_to_path(now)
        self.app.toast(t("Simulate shows again all that was found."))

    def _change(self, edits: Sequence[Edit]) -> None:
        """Write what was tried into the case: one step back."""
        document = self.screen.draft.document
        for edit in edits:
            value = list(edit.value) if isinstance(edit.value, tuple) else edit.value
            document = document.set(edit.path, value)
        self.screen.take(document)
        self.app.toast(
            self.app.t("Changed, and it can be undone. Simulate again to see what came of it.")
        )
