"""Replays and what surrounds them: the list of games, branching from a moment, comparing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from game.content import Case, described, mend, parse
from game.content.package import is_package
from game.content.shelf import case_texts
from game.debrief import Debrief, debrief
from game.debrief.others import other_groups
from game.gui.dialogs.modal import Question
from game.gui.screen import ScreenHost
from game.i18n import Words
from game.paths import hidden
from game.resources import cache_folder
from game.session import (
    CannotContinueError,
    Header,
    Log,
    Recording,
    Session,
    SessionError,
    open_recording,
)
from game.session.annotating import Annotatable
from game.session.cases import look_for_cases_in
from game.session.containers import is_session
from game.session.errors import Trouble
from game.session.index import FILE, ListedSession, SessionIndex
from game.session.repair_told import damage_of
from game.table.after.debrief.compare import CompareScreen, Side
from game.table.after.debrief.screen import DebriefPlace, DebriefScreen
from game.table.after.follow_up.screen import FollowUpScreen
from game.table.after.replay.choose import ChooseSessionScreen, OpenedFiles, SecondAction
from game.table.after.replay.exits import Additions, Onward, ReplayExits
from game.table.after.replay.screen import ReplayScreen
from game.table.flow.given_files import given_path
from game.table.flow.keeping import game_places, keeping_of, saved_session, told_file, told_place
from game.table.flow.opened_games import tell_opened
from game.table.flow.repairing import Repairs
from game.table.parts.discussion.discussion import DiscussionExits
from game.table.play.moments import aftermath


def debrief_of(
    app: ScreenHost,
    case: Case,
    additions: Annotatable,
    *,
    go_to: Callable[[int], object],
    branch: Callable[[int], object],
    left: MutableMapping[Path, DebriefPlace],
) -> DebriefScreen:
    """The debrief of a session; it leads to moments of the game, and to the follow-up meeting.

    ``left`` is where debriefs of this program's run were left: there this one begins.
    """
    path = additions.log.path

    def leave() -> None:
        left[path] = screen.place
        app.pop()

    def follow_up(named: bool) -> None:
        app.push(FollowUpScreen(case, additions, app.pop, named=named))

    others = partial(other_groups, additions.log.path.parent, additions.log)
    exits = DiscussionExits(leave, go_to, branch, follow_up)
    screen = DebriefScreen(case, additions, exits, others)
    if path in left:
        screen.begin_at(left[path])
    return screen


class Replays:
    """Opens replays of the games in a folder.

    ``sit_down`` opens a new game at the table, ``open_other`` a file that is no single game;
    ``playing`` is the session being played, if any; notes to its own file are written through it.
    ``left`` is where debriefs were left, and ``show_result`` shows the result of a finished game.
    """

    def __init__(
        self,
        app: ScreenHost,
        folder: Path,
        sit_down: Callable[[Session[Case]], object],
        open_other: Callable[[Path], object],
        playing: Session[Case] | None = None,
        left: MutableMapping[Path, DebriefPlace] | None = None,
        show_result: Callable[[Path], object] | None = None,
    ) -> None:
        look_for_cases_in(case_texts)
        self.app = app
        self.folder = folder
        self.sit_down = sit_down
        self.open_other = open_other
        self.playing = playing
        self._debriefs: dict[Path, DebriefScreen] = {}
        self._left = {} if left is None else left
        self._show_result = show_result

    # ------------------------------------------------------------------ looking
    def choose(self) -> None:
        """Show all saved games, the latest first."""
        t = self.app.t
        self.app.push(
            ChooseSessionScreen(
                self._listed(),
                t("Saved games"),
                t("Choose one to see it again and debrief it, or follow up what came of it."),
                lambda found: self.try_to_open(found.path),
                also=SecondAction(
                    "sprout", t("Follow up"), lambda found: self.try_to_follow_up(found.path)
                ),
                save_tags=self._tag,
                repair=self._repair_of_list,
                none=why.translate(t) if (why := hidden(self.folder)) else self._how_to_open(),
                place=self._place,
                files=OpenedFiles(self.open_given, self.folder),
            )
        )

    def _how_to_open(self) -> str:
        """What to do where no game is saved, but somebody was given one."""
        return self.app.t(
            "There is no saved game here yet.\nIf you were given one as a file, drop it on this "
            "window, or choose “Open a file …”."
        )

    def _place(self, found: ListedSession) -> str:
        return told_place(self.app.t, found.path, self.folder, apart=found.apart)

    def open_given(self, screen: ChooseSessionScreen, written: str) -> None:
        """Open a game by what was written or dropped; from then on it is in the list."""
        path = given_path(self.app, written)
        if path is None:
            return
        try:
            if not is_session(path) or is_package(path):
                self.open_other(path)
                return
            self.open(path)
        except SessionError as error:
            if error.trouble.code == "several_inside":
                self.open_other(path)
            else:
                self._refuse(path, error)
        else:
            keeping_of(self.folder).remember(path)
            screen.read_anew(self._listed())

    def _repair_of_list(self, screen: ChooseSessionScreen, path: Path, why: Trouble) -> None:
        """Offer to repair a game of the list, which is made anew when that is done."""

        def anew() -> None:
            self.app.pop(screen)
            self.choose()

        Repairs(self.app, self.folder, self.try_to_open, anew).offer(path, why)

    def _listed(self) -> Iterator[ListedSession | Path]:
        """The games of the folder, as far as possible from what is known of them."""
        index = SessionIndex(cache_folder() / FILE, described)
        try:
            yield from index.sessions(*game_places(self.folder))
        finally:
            index.close()

    def _tag(self, found: ListedSession, tags: tuple[str, ...]) -> ListedSession | None:
        """Give a game other tags, or show why that is not possible."""
        if tags == found.tags:
            return found
        try:
            saved = self._additions(found.path)
            saved.tag(tags)
        except SessionError as error:
            self.app.tell(error)
            return None
        return replace(found, path=saved.log.path, tags=saved.log.tags)

    def _additions(self, path: Path) -> Additions:
        """The session to add something to: the one that is played, or a saved one."""
        if self.playing is not None and self.playing.path == path:
            return self.playing
        return saved_session(path, self.folder)

    def _added_to(self, recording: Recording[Case]) -> Additions:
        """The same of a recording; of one that was altered nothing is told beyond what is."""
        additions = self._additions(recording.log.path)
        if not recording.log.intact:
            additions.log = recording.log
        return additions

    def try_to_open(self, path: Path) -> None:
        """Open a replay, or show why that is not possible."""
        try:
            self.open(path)
        except SessionError as error:
            self._refuse(path, error)

    def _refuse(self, path: Path, error: SessionError) -> None:
        """Show why a session cannot be looked at; offer to repair it if it is damaged."""
        if (damage := damage_of(path, error)) is not None:
            Repairs(self.app, self.folder, self.try_to_open).offer(path, damage)
        else:
            self.app.tell(error)

    def open(
        self,
        path: Path,
        at: int | None = None,
        *,
        step: int | None = None,
        nameless: bool = False,
        from_talk: bool = False,
    ) -> None:
        """Open a replay over the current screen, from entry ``at`` or from a ``step`` on.

        ``from_talk``: the current screen is the debrief, which is come back to as it was left.
        Raises :class:`SessionError` when it cannot be read.
        """
        recording = open_recording(path, parse, mend)
        shortcuts = self.app.global_shortcuts

        def leave() -> None:
            self.app.pop(screen)
            self.app.global_shortcuts = shortcuts
            self.app.desktop.keep_awake(self.playing is not None)

        exits = ReplayExits(
            leave,
            self.branch,
            aftermath,
            self.choose_other,
            (lambda _: leave()) if from_talk else (lambda _: self.debrief(screen)),
            lambda _: self.follow_up(screen),
            self._result_of(recording),
            additions=self._additions,
            repair=lambda why: self._repair_of_replay(screen, why),
        )
        screen = ReplayScreen(recording, exits, at=at, nameless=nameless, from_talk=from_talk)
        self.app.push(screen)
        tell_opened(self.app, path, self.folder, recording.log)
        self.app.desktop.keep_awake(True)
        if step is not None:
            screen.scrub(step)

    def _result_of(self, recording: Recording[Case]) -> Onward | None:
        """The way to the result of a game that is over and is not the one on the table."""
        show = self._show_result
        if show is None or self.playing is not None or not recording.over:
            return None
        return lambda recording: show(recording.log.path)

    def _repair_of_replay(self, replay: ReplayScreen, why: Trouble) -> None:
        """Offer to repair the game that is looked at; then the repaired one is looked at."""

        def instead(path: Path) -> None:
            replay.exits.leave()
            self.try_to_open(path)

        Repairs(self.app, self.folder, instead).offer(replay.recording.log.path, why)

    # ------------------------------------------------------------------ branching
    def branch(self, recording: Recording[Case], entry: int) -> None:
        """Start a new game from right after an entry, or say why not and from where it could."""
        path = recording.log.path
        try:
            keeping = keeping_of(self.folder)
            session = Session.branch(path, entry, parse, self.folder, keeping=keeping)
        except CannotContinueError as error:
            self._offer(recording, error)
        except SessionError as error:
            self.app.tell(error)
        else:
            self.sit_down(session)

    def _offer(self, recording: Recording[Case], error: CannotContinueError) -> None:
        """Offer to branch from the last decision that allows it."""
        t = self.app.t
        sound = [
            step
            for step in recording.steps
            if (step.record.n if step.record else 0) <= error.last_valid_entry
        ]
        last = sound[-1].record.n if sound[-1].record else 0
        why = error.because.message.translate(t).split("\n")[0]
        text = t(
            "{why}\nFrom step {n} on the record can no longer be relied on. Up to there a new game "
            "can go on from it.",
            why=why,
            n=len(sound),
        )
        if error.because.newer:
            text = t("{why}\nA new game can go on from step {n}.", why=why, n=len(sound) - 1)
        self.app.push(
            Question(
                t("It cannot go on from here"),
                text,
                t("Continue from step {n}", n=len(sound) - 1),
                lambda: self.branch(recording, last),
            )
        )

    # ------------------------------------------------------------------ side by side
    def choose_other(self, recording: Recording[Case]) -> None:
        """Choose another game of the same case to compare with; its own branches come first."""
        t = self.app.t
        self.app.push(
            ChooseSessionScreen(
                self._listed(),
                t("Compare with another game"),
                t("Games of the same case; those that went on from this one come first."),
                lambda found: self._compare(recording, found),
                rank=partial(_relation, recording),
                place=self._place,
                none=t(
                    "No other game of this case is saved here, so there is nothing to compare with."
                    "\nPlay the case again, or choose “Continue from here” in the menu of the "
                    "replay: that makes a second game."
                ),
            )
        )

    def _compare(self, recording: Recording[Case], found: ListedSession) -> None:
        try:
            other = open_recording(found.path, parse, mend)
        except SessionError as error:
            self.app.tell(error)
            return
        self.app.pop()  # the list
        t, leave = self.app.t, self.app.pop
        sides = Side(t("This game"), _looked_through(recording)), _side(t, recording, other)
        self.app.push(CompareScreen(recording.case, *sides, leave))

    # ------------------------------------------------------------------ the talk
    def debrief(self, replay: ReplayScreen) -> None:
        """Open the debrief of this game over its replay, on the page where it was left."""
        path = replay.recording.log.path
        if path not in self._debriefs:
            additions = self._added_to(replay.recording)
            self._debriefs[path] = debrief_of(
                self.app,
                replay.recording.case,
                additions,
                go_to=partial(self._show, replay),
                branch=partial(self.branch, replay.recording),
                left=self._left,
            )
        if replay.view.nameless:
            self._debriefs[path].discussion.named = False
        replay.from_talk = False  # nothing waits any more where the debrief is left for good
        replay.refresh()
        self.app.push(self._debriefs[path])

    # ------------------------------------------------------------------ the follow-up
    def try_to_follow_up(self, path: Path) -> None:
        """Record the follow-up of a game without opening its replay; or show why not."""
        try:
            recording = open_recording(path, parse, mend)
            screen = FollowUpScreen(recording.case, self._added_to(recording), self.app.pop)
        except SessionError as error:
            self._refuse(path, error)
        else:
            self.app.push(screen)
            if text := told_file(self.app.t, path, self.folder, recording.log):
                self.app.toast(text)

    def follow_up(self, replay: ReplayScreen) -> None:
        """Record the follow-up over the replay, and mark there what was recorded."""
        recording = replay.recording
        additions = self._added_to(recording)
        known = len(additions.log.records)

        def leave() -> None:
            self.app.pop(screen)
            recording.log = additions.log
            for record in recording.log.records[known:]:
                recording.add_mark(record)
            replay.update_marks()

        named = not replay.view.nameless
        screen = FollowUpScreen(recording.case, additions, leave, named=named)
        self.app.push(screen)

    def _show(self, replay: ReplayScreen, entry: int) -> None:
        """Show a moment of the debrief at the table, from where a button leads back."""
        self.app.pop()
        replay.from_talk = True
        replay.scrub(replay.player.place_of(entry))


def _side(t: Words, recording: Recording[Case], other: Recording[Case]) -> Side:
    """The short name of the compared game, used in every line."""
    if _is_branch(other.header, recording.log):
        name = t("The repaired game") if other.log.is_repair else t("What if")
    elif _is_branch(recording.header, other.log):
        name = t("The game it came from")
    else:
        name = t("The other game")
    return Side(name, _looked_through(other))


def _looked_through(recording: Recording[Case]) -> Debrief:
    return debrief(recording.log, recording.case.setup)


def _is_branch(header: Header, of: Log) -> bool:
    return header.origin is not None and header.origin.header == of.fingerprint


def _relation(recording: Recording[Case], found: ListedSession) -> int | None:
    """0: one game branched off the other; 1: the same case; ``None``: unrelated."""
    if found.path == recording.log.path:
        return None
    origin = recording.header.origin
    comes_from = origin is not None and origin.header == found.fingerprint
    went_to = found.origin is not None and found.origin.header == recording.log.fingerprint
    if comes_from or went_to:
        return 0
    same = found.scenario_hash == recording.header.scenario_hash
    return 1 if same or found.scenario_file == recording.header.scenario_file else None
