"""The live session: the one mutable object, through which the table plays and draws a game."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Generic

from game import __version__
from game.engine import (
    RULES_VERSION,
    Action,
    Applied,
    Refusal,
    Seat,
    State,
    apply,
    digest,
    start,
)
from game.engine import events as ev
from game.engine.limits import MAX_TEXT
from game.frozen import frozen
from game.i18n import Lang
from game.paths import is_there
from game.session.annotating import Annotatable, Clock, R, last_moment, moment_of, next_stamp
from game.session.codec import decode_action, encode
from game.session.containers import plain_stem
from game.session.errors import CannotContinueError, CodecError, ReadError, Trouble
from game.session.gate import check_new_action, check_new_text, check_seats
from game.session.keeping import NOT_KEPT, Keeping
from game.session.locations import default_name
from game.session.log import Log, branched, header_after
from game.session.records import (
    Bookmark,
    Decision,
    Guided,
    Header,
    Language,
    Origin,
    Redo,
    Resumed,
    Sender,
    Timed,
    Timer,
    TimerMove,
    Undo,
    initial_progress,
    raw_header,
    raw_record,
    written_moment,
)
from game.session.session_file import SessionFile, create_store
from game.session.sitting_clock import SittingClock, not_before
from game.session.splitting import hash_of
from game.session.store import Store
from game.session.verification import C, Parse, Verification, verify_to_continue
from game.session.writing import head_of, whole_file

REVEALING = (
    ev.EventTurned,
    ev.Dealt,
    ev.RiskTurnedUp,
    ev.Picked,
    ev.TrialThrown,
    ev.TrialReported,
    ev.ClaimTested,
    ev.RiskTested,
    ev.EffectsOpened,
    ev.NothingFound,
    ev.RiskThrown,
    ev.FalseAlarm,
    ev.StumbleThrown,
    ev.RealityThrown,
    ev.Harvested,
    ev.EstimatesTurned,
)
"""Events that drew a random result or revealed hidden information."""


@frozen
class Undoable:
    """The decision that undo would revert; ``needs_reason`` if it drew or revealed something."""

    decision: Decision
    needs_reason: bool


class Session(Annotatable, Generic[C]):
    """A game that is being played and recorded.

    Every change is on disk before the call that made it returns; when it cannot be saved,
    :class:`SaveError` is raised and the session is unchanged. ``case`` is the case played, ``log``
    has all entries; ``states`` has the state after every decision by its number, 0 the start.
    ``warning`` is set when the session is saved in another folder than requested.
    """

    def __init__(
        self, case: C, log: Log, states: dict[int, State], file: SessionFile, clock: Clock
    ) -> None:
        self.case = case
        self.log = log
        self.states = states
        self.warning: Trouble | None = None
        self._file = file
        self._clock = clock

    # ------------------------------------------------------------------ starting
    @classmethod
    def create(
        cls,
        case: C,
        seats: Sequence[Seat],
        seed: int,
        folder: Path,
        *,
        lang: Lang = "en",
        clock: Clock | None = None,
        fallbacks: Iterable[Path] = (),
        keeping: Keeping = NOT_KEPT,
    ) -> Session[C]:
        """Start a game and its file, in ``folder`` or, failing that, in the first of ``fallbacks``.

        The case is played on the level on which it is given; ``keeping`` says where a second copy
        is written. Raises :class:`ValueError` as :func:`game.engine.start` does,
        :class:`EntryError` for a name that cannot be saved, and :class:`SaveError` when the game
        cannot be saved in any of the folders.
        """
        check_seats(seats)
        begun, clock = start(case.setup, seats, seed), clock or SittingClock()
        created = clock()
        header = _header(case, seats, seed, lang, created)
        mark = digest(begun.state)
        raw = raw_header(header, begun.events, mark, initial_progress(begun.state))
        lines, head = whole_file(raw), head_of(raw)
        name = default_name(case.file, created)
        store, warning = create_store(folder, fallbacks, name, lines)
        log = Log(store.path, header, begun.events, mark, fingerprint=head["id"])
        file = SessionFile(store, lines, head, home=folder, keeping=keeping)
        session = cls(case, log, {0: begun.state}, file, clock)
        session.warning = warning
        return session

    @classmethod
    def resume(
        cls,
        path: Path,
        parse: Parse[C],
        *,
        clock: Clock | None = None,
        keeping: Keeping = NOT_KEPT,
    ) -> Session[C]:
        """Continue a session in its own file, after verifying all of it.

        A cut-off last line is moved to a file beside it. A file of an older format, one that is
        packed, or one in which something harmless is damaged is continued in a new file. Raises
        :class:`InUseError`, :class:`ReadError`, :class:`SaveError`, and
        :class:`CannotContinueError` when something in it is wrong.
        """
        if not is_there(path):
            raise ReadError("not_found", file=path.name)
        store, clock = Store.open(path), clock or SittingClock()
        try:
            verification = verify_to_continue(path, parse)
            if verification.first_difference is not None:
                raise CannotContinueError(
                    path.name, verification.first_difference, verification.last_valid_entry
                )
            lines = verification.lines
            if lines.stays is None:
                store.discard_after(lines.size)
                file = SessionFile(
                    store, lines.bytes, lines.head, keeping=keeping, ended=lines.ended
                )
                return cls._continue(verification, file, clock)
            store.close()
            origin = verification.log.origin_at(len(verification.log.records))
            written = branched(lines, origin)
            store = Store.create(path.parent, plain_stem(path), written)
            head = head_of(header_after(lines, origin))
            file = SessionFile(store, written, head, keeping=keeping)
            return cls._continue(verification, file, clock, origin)
        except BaseException:
            store.close()
            raise

    @classmethod
    def branch(
        cls,
        path: Path,
        entry: int,
        parse: Parse[C],
        folder: Path,
        *,
        clock: Clock | None = None,
        fallbacks: Iterable[Path] = (),
        keeping: Keeping = NOT_KEPT,
    ) -> Session[C]:
        """Continue right after an entry (0: the start) as a new session in a new file.

        The old file is not changed, and the header of the new one says where it branched off.
        Raises :class:`CannotContinueError` for an entry beyond those that can be verified.
        """
        verification = verify_to_continue(path, parse)
        if not 0 <= entry <= len(verification.log.records) or not verification.states:
            because = verification.first_difference or Trouble("wrong_undo", 0, {"of": entry})
            raise CannotContinueError(path.name, because, len(verification.log.records))
        verification.drop_after(entry)
        clock = clock or SittingClock()
        name = default_name(verification.log.header.scenario_file, clock())
        origin = verification.log.origin_at(entry)
        lines = branched(verification.lines, origin)
        store, warning = create_store(folder, fallbacks, name, lines)
        head = head_of(header_after(verification.lines, origin))
        file = SessionFile(store, lines, head, home=folder, keeping=keeping)
        session = cls._continue(verification, file, clock, origin)
        session.warning = warning
        return session

    @classmethod
    def _continue(
        cls,
        verification: Verification[C],
        file: SessionFile,
        clock: Clock,
        origin: Origin | None = None,
    ) -> Session[C]:
        """Continue in a file that holds the lines that were verified, and record that."""
        verification.log.path = file.path
        if origin is not None:
            verification.log.header = replace(verification.log.header, origin=origin)
            verification.log.fingerprint, verification.log.stays = file.head["id"], None
        source = None if origin is None else origin.file
        now = clock()
        clock = not_before(clock, now, last_moment(verification.log))
        session = cls(verification.case, verification.log, verification.states, file, clock)
        time = written_moment(now)
        session._write(lambda n, at: Resumed(n, at, time, __version__, RULES_VERSION, source))
        return session

    # ------------------------------------------------------------------ properties
    @property
    def path(self) -> Path:
        """The file of the session."""
        return self._file.path

    @property
    def state(self) -> State:
        """The current state of the game."""
        return self.states[self.log.now]

    @property
    def history(self) -> Sequence[Decision]:
        """The decisions that were not undone, in order."""
        return self.log.history

    @property
    def lang(self) -> Lang:
        """The language of the table."""
        return self.log.lang

    @property
    def can_undo(self) -> Undoable | None:
        """The decision that undo would revert, and whether it needs a reason; ``None``: none."""
        if not self.log.history:
            return None
        decision = self.log.history[-1]
        return Undoable(decision, any(isinstance(e, REVEALING) for e in decision.events))

    @property
    def can_redo(self) -> Decision | None:
        """The decision that redo would restore."""
        return self.log.undone[-1] if self.log.undone else None

    @property
    def played(self) -> float:
        """The seconds at the table until now, also those since the last entry."""
        return self.log.played_until(moment_of(self.log, self._clock()))

    # ------------------------------------------------------------------ playing
    def do(self, action: Action, sender: Sender | None = None) -> Applied | Refusal:
        """Apply an action; an accepted one is saved before the session changes.

        ``sender`` is the phone that it came from, if it did not come from the screen.
        """
        try:
            decode_action(encode(action))  # an action that could not be read back is refused
        except (CodecError, TypeError):
            return Refusal("unknown_action", {})
        applied = apply(self.state, action)
        if isinstance(applied, Refusal):
            return applied
        if refusal := check_new_action(action):
            return refusal
        mark = digest(applied.state)
        decision = self._write(
            lambda n, at: Decision(n, at, action, applied.events, mark, sender), applied.state
        )
        self.states[decision.n] = applied.state
        return applied

    def undo(self, reason: str | None = None) -> Decision | Refusal:
        """Undo the last decision; if it is taken again, random results are the same.

        Refused with ``reason_needed`` when it drew or revealed something and no reason is given.
        """
        undoable = self.can_undo
        if undoable is None:
            return Refusal("nothing_to_undo", {})
        if reason is None and undoable.needs_reason:
            return Refusal("reason_needed", {})
        if reason is not None and (refusal := check_new_text(reason, MAX_TEXT)):
            return refusal
        self._write(lambda n, at: Undo(n, at, undoable.decision.n, reason))
        return undoable.decision

    def redo(self) -> Decision | Refusal:
        """Redo the decision that was undone last."""
        decision = self.can_redo
        if decision is None:
            return Refusal("nothing_to_redo", {})
        self._write(lambda n, at: Redo(n, at, decision.n))
        return decision

    # ------------------------------------------------------------------ other entries
    def bookmark(self, note: str = "") -> Bookmark | Refusal:
        """Mark this moment for the debrief."""
        if refusal := check_new_text(note, MAX_TEXT, empty=True):
            return refusal
        return self._write(lambda n, at: Bookmark(n, at, note))

    def timer(self, what: Timed, move: TimerMove, seconds: int = 0) -> Timer:
        """Record that a timer was started, paused or changed."""
        return self._write(lambda n, at: Timer(n, at, what, move, seconds))

    def set_language(self, lang: Lang) -> Language:
        """Change the language of the table."""
        return self._write(lambda n, at: Language(n, at, lang))

    def set_guided(self, on: bool) -> Guided:
        """Switch the hints for the group on or off."""
        return self._write(lambda n, at: Guided(n, at, on))

    # ------------------------------------------------------------------ the file
    def move_to(self, folder: Path) -> Path:
        """Continue in a folder, in a new file that holds everything so far; returns that file.

        It is written from memory, so it is whole whatever has become of the old file; the folder
        may be the one it lay in.
        """
        self.log.path = self._file.move_to(folder)
        self.warning = None
        return self.log.path

    def take_trouble(self) -> Trouble | None:
        """What is wrong with the second copy, which stops no game; it is told once."""
        return self._file.take_trouble()

    def close(self) -> None:
        """Close the file. Everything is saved already."""
        self._file.close()

    def __enter__(self) -> Session[C]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _write(self, entry: Callable[[int, float], R], after: State | None = None) -> R:
        """Append the entry that the factory ``entry`` creates; ``after`` is the state after it."""
        record = entry(*next_stamp(self.log, self._clock()))
        state = after or self.states[self.log.now_after(record)]
        self._file.append(raw_record(record, self.log.progress_after(record, state)))
        self.log.add(record)
        return record


# ------------------------------------------------------------------ helpers
def _header(case: Any, seats: Sequence[Seat], seed: int, lang: Lang, created: float) -> Header:
    return Header(
        RULES_VERSION,
        hash_of(case.source),
        case.file,
        case.source,
        seed,
        tuple(seats),
        lang,
        written_moment(created),
        __version__,
        level=case.setup.level,
    )
