"""Which hint is shown when: one at a time, none twice, none that no longer applies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from game.engine import Action, State
from game.frozen import frozen
from game.table.guide.situation import HintPlace, HintTarget, Situation
from game.table.guide.taught import TAUGHT, UNDO

Turn = tuple[int, int]
"""A round, and the seat in turn."""


def _turn(state: State) -> Turn:
    return state.round, state.turn


def _not_yet(state: State) -> bool:
    return False


@frozen
class Hint:
    """A hint: a marked message, shown at ``place``, that points at what ``find`` returns.

    ``find`` returns ``None`` while the hint does not apply. ``known`` tells whether the group
    already does what the hint teaches, so that it is not needed. ``news`` tells of what has just
    come about, and is old in the turn after that. ``here`` says the same on the sheet of the idea
    that the hint sent the group to, at the button that it meant.
    """

    id: str
    place: HintPlace
    text: str
    find: Callable[[Situation], HintTarget | None]
    known: Callable[[State], bool] = _not_yet
    news: bool = False
    here: Hint | None = None

    def applies(self, situation: Situation) -> bool:
        """Whether the situation has the right place and time for it."""
        return (
            situation.place == self.place
            and not self.known(situation.state)
            and self.find(situation) is not None
        )


class Guide:
    """The hints of one game. ``shown_ids`` are those of hints that have been shown.

    An open hint stays until it is dismissed or no longer applies; one that waits below a dialog
    returns when its place does, and goes along to the sheet that it leads to. After a hint is
    dismissed, no other is shown at that place until something has
    happened. What the group has done once it knows, also when no trace of it is left.
    """

    def __init__(self, hints: Sequence[Hint], *, on: bool = True) -> None:
        self.hints = hints
        self.on = on
        self.shown_ids: set[str] = set()
        self._open: dict[HintPlace, Hint] = {}
        self._quiet: dict[HintPlace, Situation] = {}
        self._seen: State | None = None
        self._came_up: dict[str, tuple[HintTarget, Turn]] = {}
        self._known: set[str] = set()
        self._actions = 0

    def saw(self, actions: Sequence[Action]) -> None:
        """Note what the group has done in the game so far: it needs no hint about that.

        Where there are fewer actions than before, it has undone one.
        """
        if len(actions) < self._actions:
            self._known.add(UNDO)
        taught = (TAUGHT.get(type(action)) for action in actions[self._actions :])
        self._known |= {hint for hint in taught if isinstance(hint, str)}
        self._actions = len(actions)

    def learned(self, hint: str) -> None:
        """Note that the group knows what a hint teaches, by something that is no action."""
        self._known.add(hint)

    def hint_for(self, situation: Situation) -> Hint | None:
        """The hint for a situation, if any."""
        if not self.on:
            return None
        self._watch(situation.state)
        if (led := self._led_here(situation)) is not None:
            return led
        hint = self._open.get(situation.place)
        if hint is not None and self._fits(hint, situation):
            return hint
        self._open.pop(situation.place, None)
        if situation.same(self._quiet.get(situation.place)):
            return None
        hint = next(
            (h for h in self.hints if h.id not in self.shown_ids and self._fits(h, situation)),
            None,
        )
        if hint is not None:
            self.shown_ids.add(hint.id)
            self._open[situation.place] = hint
        return hint

    def _led_here(self, situation: Situation) -> Hint | None:
        """What the open hint of the table says of the sheet to which the group followed it."""
        hint = self._open.get("table")
        here = hint.here if hint is not None else None
        if hint is None or here is None or not here.applies(situation):
            return None
        there = Situation(situation.state)
        target = hint.find(there)
        meant = target is not None and target.idea == situation.idea
        return here if meant and self._fits(hint, there) else None

    def _watch(self, state: State) -> None:
        """Note what is known by now, and in which turn each of the news came about."""
        if state is self._seen:
            return
        self._seen = state
        self._known |= {hint.id for hint in self.hints if hint.known(state)}
        for hint in self.hints:
            if not hint.news:
                continue
            target = hint.find(Situation(state))
            before = self._came_up.get(hint.id)
            if target is None:
                self._came_up.pop(hint.id, None)
            elif before is None or before[0] != target:
                self._came_up[hint.id] = target, _turn(state)

    def _fits(self, hint: Hint, situation: Situation) -> bool:
        """Whether it applies, teaches what is not known yet, and is no old news."""
        if hint.id in self._known or not hint.applies(situation):
            return False
        return not hint.news or self._came_up[hint.id][1] == _turn(situation.state)

    def dismiss(self, situation: Situation) -> None:
        """The group has read the hint: show no more at this place in this situation."""
        if self._led_here(situation) is not None:
            self.dismiss(Situation(situation.state))
        self._open.pop(situation.place, None)
        self._quiet[situation.place] = situation

    def remember(self, situations: Iterable[Situation]) -> None:
        """Mark the hints for situations of an earlier sitting as shown."""
        for situation in situations:
            self._watch(situation.state)
            self.shown_ids |= {hint.id for hint in self.hints if hint.applies(situation)}
