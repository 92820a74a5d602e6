"""What comes before and after a replay: the list of games, going on from a moment, comparing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from game.content import Case, ScenarioError, mend, parse
from game.i18n import Words
from game.session import CannotContinueError, Glance, Session, SessionError, Viewing, glance, view
from game.table.replay.choose import ChooseSession
from game.table.replay.screen import ReplayFlow, ReplayScreen
from game.table.widgets.modal import Question

if TYPE_CHECKING:
    from game.table.app import App


class Replays:
    """Looks at the games of a folder.

    ``sit_down`` takes a new game to the table; through ``playing``, the session that is being
    played, notes to it are written. ``compare`` lays two games side by side.
    """

    def __init__(
        self,
        app: App,
        folder: Path,
        sit_down: Callable[[Session[Case]], object],
        playing: Session[Case] | None = None,
        compare: Callable[[Viewing[Case], Viewing[Case]], object] | None = None,
    ) -> None:
        self.app = app
        self.folder = folder
        self.sit_down = sit_down
        self.playing = playing
        self.compare = compare

    # ------------------------------------------------------------------ looking
    def choose(self) -> None:
        """All saved games, the latest first."""
        t = self.app.t
        self.app.push(
            ChooseSession(
                self.folder,
                t("Replay"),
                t("Which game will you look at again?"),
                lambda found: self.try_to_open(found.path),
            )
        )

    def try_to_open(self, path: Path) -> None:
        """Look at a game, or say why that cannot be."""
        try:
            self.open(path)
        except SessionError as error:
            self.app.toast(error.say(self.app.t), seconds=12)

    def open(
        self,
        path: Path,
        at: int | None = None,
        *,
        step: int | None = None,
        nameless: bool = False,
    ) -> None:
        """Look at a game over whatever is shown, from entry ``at`` or from a ``step`` on.

        Raises :class:`SessionError` when it cannot be read.
        """
        viewing = view(path, parse, mend)
        everywhere = self.app.everywhere

        def leave() -> None:
            self.app.pop(screen)
            self.app.everywhere = everywhere
            self.app.desktop.keep_awake(self.playing is not None)

        compare = self.choose_other if self.compare else None
        own = self.playing if self.playing and self.playing.path == path else None
        flow = ReplayFlow(leave, self.branch, compare, playing=own)
        screen = ReplayScreen(viewing, flow, at=at, nameless=nameless)
        self.app.push(screen)
        self.app.desktop.keep_awake(True)
        if step is not None:
            screen.scrub(step)

    # ------------------------------------------------------------------ what if
    def branch(self, viewing: Viewing[Case], entry: int) -> None:
        """A new game from right after an entry; if it cannot be, say why and from where it can."""
        t, path = self.app.t, viewing.log.path
        try:
            session = Session.branch(path, entry, parse, self.folder)
        except CannotContinueError as error:
            self._offer(viewing, error)
        except (SessionError, ScenarioError) as error:
            said = error.say(t) if isinstance(error, SessionError) else _unplayable(t)
            self.app.toast(said, seconds=12)
        else:
            self.sit_down(session)

    def _offer(self, viewing: Viewing[Case], error: CannotContinueError) -> None:
        """From here it cannot go on; from the last decision that holds it can."""
        t = self.app.t
        sound = [
            step for step in viewing.steps if (step.record.n if step.record else 0) <= error.whole
        ]
        last = sound[-1].record.n if sound[-1].record else 0
        text = t(
            "{why}\nFrom step {n} on the record can no longer be relied on. Up to there a new game "
            "can go on from it.",
            why=error.because.say(t).split("\n")[0],
            n=len(sound),
        )
        self.app.push(
            Question(
                t("It cannot go on from here"),
                text,
                t("Continue from step {n}", n=len(sound) - 1),
                lambda: self.branch(viewing, last),
            )
        )

    # ------------------------------------------------------------------ side by side
    def choose_other(self, viewing: Viewing[Case]) -> None:
        """Another game of the same case to lay beside this one; its own branches come first."""
        t = self.app.t
        own = glance(viewing.log.path)
        self.app.push(
            ChooseSession(
                self.folder,
                t("Compare with another game"),
                t("Games of the same case; those that went on from this one come first."),
                lambda found: self._compare(viewing, found),
                rank=lambda found: _kinship(viewing, own, found),
            )
        )

    def _compare(self, viewing: Viewing[Case], found: Glance) -> None:
        try:
            other = view(found.path, parse, mend)
        except SessionError as error:
            self.app.toast(error.say(self.app.t), seconds=12)
            return
        if self.compare is not None:
            self.compare(viewing, other)


def _kinship(viewing: Viewing[Case], own: Glance | None, found: Glance) -> int | None:
    """0: it branched off this game, or this one off it; 1: the same case; ``None``: another one."""
    if found.path == viewing.log.path:
        return None
    theirs, ours = found.header.origin, viewing.header.origin
    mine = own.fingerprint if own else ""
    related = (theirs and theirs.header == mine) or (ours and ours.header == found.fingerprint)
    if related:
        return 0
    same = found.header.scenario_hash == viewing.header.scenario_hash
    return 1 if same or found.header.scenario_file == viewing.header.scenario_file else None


def _unplayable(t: Words) -> str:
    return t("The case inside can no longer be played: it can be looked at, but not gone on with.")
