"""Follows what was played through a damaged game, and across what is missing there.

A decision is kept where the rules of today decide it as it was saved: it then rests on nothing that
is missing. Its fingerprint alone would not tell: after one pass, another leads where it would lead
without the first. Where one entry is missing, everything that could have been done there is tried:
if just one thing leads to what was saved next, it was that. Of two that are missing together that
is not proved: an idea that was taken back and placed otherwise looks like one that was revised.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from typing import NamedTuple, TypeGuard

from game.engine import (
    ACTIONS,
    Action,
    Applied,
    State,
    apply,
    candidates,
    digest,
    is_listed,
    legal,
)
from game.frozen import frozen
from game.session.folding import FOLD_ERRORS, fold_recorded
from game.session.records import Decision, Record, Redo, Undo
from game.session.rewriting import rewrite_texts

Played = Decision | Undo | Redo


class FoundEntry(NamedTuple):
    """An entry that was found or is known: its record, and whether its line was whole."""

    record: Record
    whole: bool


def is_played(record: Record) -> TypeGuard[Played]:
    """Whether an entry is a part of the game, rather than something beside it."""
    return isinstance(record, Decision | Undo | Redo)


# ------------------------------------------------------------------ where a game stands
@frozen
class _Point:
    """Where a game stands, the decision that led there, and the point before that.

    ``undone`` are the points that can be redone, the next one last.
    """

    state: State
    decision: Decision | None = None
    before: _Point | None = None
    undone: tuple[_Point, ...] = ()

    def after(self, record: Played) -> _Point:
        """Where the game stands after an entry that follows here."""
        if isinstance(record, Decision):
            return _Point(fold_recorded(self.state, record.events), record, self)
        if isinstance(record, Redo):
            return replace(self.undone[-1], undone=self.undone[:-1])
        assert self.before is not None  # only a decision is undone
        return replace(self.before, undone=(*self.undone, self))

    def follows(self, record: Played) -> bool:
        """Whether an entry can come next: a decision where the rules decide it as it was saved."""
        if isinstance(record, Decision):
            decided = _decided_here(self.state, record.action, record.n, record.at)
            return any((d.events, d.digest) == (record.events, record.digest) for d in decided)
        named = self.redone if isinstance(record, Redo) else self.decision
        return named is not None and named.n == record.of

    def leads(self, decision: Decision) -> bool:
        """Whether the events that were saved of a decision lead from here to its fingerprint."""
        try:
            return digest(fold_recorded(self.state, decision.events)) == decision.digest
        except FOLD_ERRORS:
            return False

    @property
    def redone(self) -> Decision | None:
        """The decision that can be redone next."""
        return self.undone[-1].decision if self.undone else None


def _decided_here(state: State, action: Action, n: int, at: float) -> Iterator[Decision]:
    """The decision that an action is in a state; nothing where the rules refuse it."""
    try:
        applied = apply(state, action)
    except FOLD_ERRORS:  # a case of which only what the events tell is known
        return
    if isinstance(applied, Applied):
        yield Decision(n, at, action, applied.events, digest(applied.state))


# ------------------------------------------------------------------ what was played
class Following:
    """Follows the entries that were found from a beginning.

    ``case``: the case is the one that was played, so that what is missing can be searched for.
    ``today``: it was played by the rules of today, so that what they decide otherwise is altered.
    """

    def __init__(
        self, begun: State, found: Mapping[int, FoundEntry], *, case: bool, today: bool
    ) -> None:
        self.found = found
        self.kept: dict[int, FoundEntry] = {}
        self.wordless: list[int] = []
        """Those that are known without what may have been written with them."""
        self._case = case
        self._today = today
        self._certain = True
        """Whether the last entry that was found follows: the game stands where it then stood."""
        self._point = _Point(begun)
        self._undone = {e.record.of for e in found.values() if isinstance(e.record, Undo)}
        """The decisions of which an undo was found."""

    def run(self) -> None:
        """Go through the entries, in the order of their numbers."""
        last = 0
        for n, entry in self.found.items():
            record = entry.record
            if not is_played(record):
                continue
            gap = [number for number in range(last + 1, n) if number not in self.found]
            if len(gap) == 1 and self._case and self._certain:
                self._search(gap[0], record, whole=entry.whole)
            self._certain = self._stands(self._point, record, whole=entry.whole)
            if self._certain:
                self._keep(record, whole=entry.whole)
            last = n

    def _stands(self, point: _Point, record: Played, *, whole: bool) -> bool:
        """Whether an entry can come next; by other rules where it leads to what was saved."""
        if point.follows(record):
            return True
        may_differ = whole and not self._today
        return may_differ and isinstance(record, Decision) and point.leads(record)

    def _keep(self, record: Played, *, whole: bool) -> None:
        self.kept[record.n] = FoundEntry(record, whole)
        self._point = self._point.after(record)

    # ------------------------------------------------------------------ what is missing
    def _search(self, n: int, then: Played, *, whole: bool) -> None:
        """Keep the missing entry before one that cannot come next, if there is just one it can be.

        By the rules of today where that is possible, else by what leads to what was saved.
        """
        for strictly in (True,) if self._today else (True, False):
            fits = partial(self._stands, record=then, whole=whole and not strictly)
            if fits(self._point):
                return
            known = self._only_one(n, then, fits)
            if known is not None:
                if _may_have_had_words(self._point.state, known):
                    self.wordless.append(n)
                self._keep(known, whole=False)
                return

    def _only_one(self, n: int, then: Played, fits: Callable[[_Point], bool]) -> Played | None:
        """What can have been done before an entry, if that is just one thing.

        What the facilitator may do is asked when nothing that the players may do leads there.
        """
        for possible in self._possible(n, then):
            fitting = (record for record in possible if fits(self._point.after(record)))
            found = list(islice(fitting, 2))
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _possible(self, n: int, then: Played) -> Iterator[Iterable[Played]]:
        """What can have been done before an entry; of what was undone itself, nothing tells."""
        at, again = then.at, self._point.redone if n not in self._undone else None
        turned = [*self._turned(n, at, again)]
        if isinstance(then, Decision):
            yield chain(turned, self._moves(n, at, again))
            yield self._interventions(n, at)
        else:
            yield turned

    def _turned(self, n: int, at: float, again: Decision | None) -> Iterator[Played]:
        """The last decision undone, or one redone."""
        if self._point.decision is not None:
            yield Undo(n, at, self._point.decision.n, None)
        if again is not None:
            yield Redo(n, at, again.n)

    def _moves(self, n: int, at: float, again: Decision | None) -> Iterator[Played]:
        """What the players could do, but for what is the same as redone."""
        state = self._point.state
        for action in legal(state):
            if again is None or action != again.action:
                yield from _decided_here(state, action, n, at)

    def _interventions(self, n: int, at: float) -> Iterator[Played]:
        """What could be done besides, mostly by the facilitator, where nothing is written."""
        state = self._point.state
        kinds = (kind for kind in ACTIONS if not is_listed(kind))
        listed = (candidates(state, kind, seats=(state.turn,)) for kind in kinds)
        for action in chain.from_iterable(listed):
            yield from _decided_here(state, action, n, at)


def _may_have_had_words(state: State, known: Played) -> bool:
    """Whether something can have been written that leads to the same."""
    if not isinstance(known, Decision):
        return isinstance(known, Undo)
    written = rewrite_texts(known.action, lambda _: "?")
    decided = _decided_here(state, written, known.n, known.at)
    return written != known.action and any(d.digest == known.digest for d in decided)
