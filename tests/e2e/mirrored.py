"""A player who does everything twice: unseen, to know where things lie, and in a real window."""

from __future__ import annotations

from pathlib import Path

from game.content import Case
from game.engine import actions as act
from tests.e2e.desktop import Window, wait_for
from tests.table.whole_game import MousePlayer


class MirroredPlayer(MousePlayer):
    """Plays with the mouse at a window in which the same game, of the same seed, has begun."""

    window: Window
    saved: Path

    def __init__(self, window: Window, saved: Path, folder: Path, case: Case, seed: int) -> None:
        super().__init__(folder, 2, seed, "da", case=case, size=window.size)
        self.window, self.saved = window, saved

    def decide(self, wish: act.Action) -> None:
        """Do one thing by hand, and wait until the game in the window has it on disk."""
        super().decide(wish)
        done = len(self.game.session.history)
        wait_for(lambda: self.saved.read_bytes().count(b'"do":') >= done, f"decision {done}")

    def type(self, text: str) -> None:
        """Write here and there."""
        if text:  # nothing would change on the screen
            self.window.write(text)
        super().type(text)

    def click(self, at: str | tuple[int, int]) -> None:
        """Click here and there."""
        place = self.at(at) if isinstance(at, str) else at
        self.window.click(place)
        super().click(place)

    def carry(self, card: str, to: str) -> None:
        """Drag it here and there."""
        start, end = self.at(card), self.at(to)
        self.window.drag(start, end)
        self.press(start)
        self.release(end)
