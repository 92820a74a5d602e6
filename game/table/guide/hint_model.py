"""Which hint is shown when: one at a time, none twice, none that no longer applies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from game.engine import State
from game.table.guide.situation import HintPlace, HintTarget, Situation


def _not_yet(state: State) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Hint:
    """A hint: a marked message, shown at ``place``, that points at what ``find`` returns.

    ``find`` returns ``None`` while the hint does not apply. ``known`` tells whether the group
    already does what the hint teaches, so that it is not needed.
    """

    id: str
    place: HintPlace
    text: str
    find: Callable[[Situation], HintTarget | None]
    known: Callable[[State], bool] = _not_yet

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
    returns when its place does. After a hint is dismissed, no other is shown at that place until
    something has happened.
    """

    def __init__(self, hints: Sequence[Hint], *, on: bool = True) -> None:
        self.hints = hints
        self.on = on
        self.shown_ids: set[str] = set()
        self._open: dict[HintPlace, Hint] = {}
        self._quiet: dict[HintPlace, Situation] = {}

    def hint_for(self, situation: Situation) -> Hint | None:
        """The hint for a situation, if any."""
        if not self.on:
            return None
        hint = self._open.get(situation.place)
        if hint is not None and hint.applies(situation):
            return hint
        self._open.pop(situation.place, None)
        if situation.same(self._quiet.get(situation.place)):
            return None
        hint = next(
            (h for h in self.hints if h.id not in self.shown_ids and h.applies(situation)), None
        )
        if hint is not None:
            self.shown_ids.add(hint.id)
            self._open[situation.place] = hint
        return hint

    def dismiss(self, situation: Situation) -> None:
        """The group has read the hint: show no more at this place in this situation."""
        self._open.pop(situation.place, None)
        self._quiet[situation.place] = situation

    def remember(self, situations: Iterable[Situation]) -> None:
        """Mark the hints for situations of an earlier sitting as shown."""
        for situation in situations:
            self.shown_ids |= {hint.id for hint in self.hints if hint.applies(situation)}
