"""Simulating a case from the table: processes play, and a thread waits for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import suppress
from functools import partial
from typing import Final

from game.bots import USUAL
from game.content import Case
from game.content.edits import Edit
from game.content.positions import KeyPath
from game.frozen import frozen
from game.gui.background import Background
from game.gui.screen import ScreenHost
from game.i18n import Words, mark
from game.simulation import Advice, Places, Progress, Study, advise, study
from game.simulation.progress import Stage
from game.simulation.texts import played
from game.table.editor.simulation import Finding, SimulationDialog
from game.table.parts.told_rows import Press

GAMES: Final = 200
"""The games of each group at each number of seats: enough to be sure of what is far off."""
MORE: Final = 4
"""So many times the games make an interval half as wide."""
_DOING: Final[Mapping[Stage, str]] = {
    "games": mark(
        "{n} groups play the case: some wisely, some carelessly, and some "
        "that each leave out one practice."
    ),
    "levels": mark("They play it on the other levels, too."),
    "remedies": mark("What could be changed is tried, one thing at a time."),
}
"""What is being done at a stage."""

_DIED: Final = mark(
    "The computer could not play them, perhaps for lack of memory. Close other programs, and "
    "simulate again."
)


@frozen
class Ways:
    """What can be done about what was found, and whether the case was ``changed`` since.

    Go to its field, make a change that was tried, or play so many games of the case as it is now.
    """

    go_to: Callable[[KeyPath], object]
    change: Callable[[Sequence[Edit]], object]
    play: Callable[[int], object]
    changed: Callable[[], bool] = lambda: False


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
        self._progress = Progress("games", 0, games)
        self._found: Study | None = None
        self._playing: Background[Study] = Background()
        self._stopping = False

    def begin(self) -> BackgroundSimulation:
        """Begin to play."""
        self._playing.start(self._study, daemon=True)
        return self

    def _study(self) -> Study:
        return study(
            self.case,
            games=self.games,
            progress=self._advance,
            cancels=lambda: self._stopping,
        )

    def _advance(self, progress: Progress) -> None:
        self._progress = progress

    def update(self) -> None:
        """Take what was found, once there is something; raises what nobody foresaw."""
        if self._playing.over:
            with suppress(BrokenExecutor, OSError):
                self._found = self._playing.take()

    @property
    def share(self) -> float:
        """How much of all the work is done, from 0 to 1."""
        return self._progress.share

    def doing(self, t: Words) -> str:
        """What is being done now."""
        return t(_DOING[self._progress.stage], n=t.number(len(USUAL)))

    @property
    def over(self) -> bool:
        """Whether nothing more is played."""
        return not self._playing.busy

    @property
    def outdated(self) -> bool:
        """Whether the case was changed since it was played."""
        return self.ways.changed()

    @property
    def has_found(self) -> bool:
        """Whether anything was played, or still is."""
        found = self._found
        return self._playing.busy or (found is not None and found.simulation.played > 0)

    @property
    def stopping(self) -> bool:
        """Whether it was stopped; what is being played is played to its end."""
        return self._stopping

    def cancel(self) -> None:
        """Stop; what was played until then counts."""
        self._stopping = True

    def again(self) -> object:
        """Play the case as it is now."""
        return self.ways.play(GAMES)

    def findings(self, t: Words) -> Sequence[Finding]:
        """What came of it, the weightiest first."""
        found, none = self._found, t("No games were played to the end.")
        if found is None:
            return [Finding("wrong", none, t(_DIED))]
        if not found.simulation.played:
            return [Finding("unsure", none)]
        return findings_of(t, self.case, found, self.places, self.ways)


def findings_of(t: Words, case: Case, found: Study, places: Places, ways: Ways) -> list[Finding]:
    """What a study found, in the words of the screen; each leads to its place, if it has one.

    How many games that is of stands first, and before it that the case is another one since.
    """
    heads = [Finding("note", played(t, found.simulation))]
    if ways.changed():
        text = t("The case has been changed since: this is what was found before the change.")
        heads.insert(0, Finding("note", text))
    return [*heads, *(_finding(t, one, found, ways) for one in advise(t, case, found, places))]


def _finding(t: Words, one: Advice, found: Study, ways: Ways) -> Finding:
    go = partial(ways.go_to, one.path) if one.path else None
    press = None
    if one.edits and not ways.changed():  # what was tried was tried of another case
        press = Press(t("Make this change"), "check", partial(ways.change, one.edits))
    elif one.more_games and not ways.changed():
        press = _more_games(t, found, ways)
    return Finding(one.weight, one.found, one.do, go, press)


def _more_games(t: Words, found: Study, ways: Ways) -> Press:
    """The button that plays more: all that were asked for, or four times as many."""
    asked = found.simulation.games
    if found.simulation.stopped:
        return Press(t("Play all {n}", n=t.number(asked)), "dices", partial(ways.play, asked))
    more = partial(ways.play, asked * MORE)
    return Press(t("Play four times as many"), "dices", more)


def show_simulation(app: ScreenHost, job: BackgroundSimulation) -> None:
    """Show how far a simulation is, or what it has found."""
    app.push(SimulationDialog(job))
