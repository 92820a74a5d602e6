"""Which hint is shown when: one at a time, none twice, none when it is no longer true."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from game.engine import State
from game.table.guide.situation import HintPlace, HintTarget, Situation


def _not_yet(state: State) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Hint:
    """A hint: a marked message, said at ``place``, that points at what ``find`` gives.

    ``find`` gives ``None`` while the hint does not apply. ``known`` tells that the group does it
    already, so that nobody needs to say it.
    """

    id: str
    place: HintPlace
    text: str
    find: Callable[[Situation], HintTarget | None]
    known: Callable[[State], bool] = _not_yet

    def applies(self, situation: Situation) -> bool:
        """Whether this is the place and time for it."""
        return (
            situation.place == self.place
            and not self.known(situation.state)
            and self.find(situation) is not None
        )


class Guide:
    """The hints of one game. ``shown_ids`` are those of hints that have had their turn.

    A hint that is open stays until it is dismissed or no longer applies; one that waits below a
    dialog comes back with its place. After a hint is dismissed nothing is said there until
    something has happened.
    """

    def __init__(self, hints: Sequence[Hint], *, on: bool = True) -> None:
        self.hints = hints
        self.on = on
        self.shown_ids: set[str] = set()
        self._open: dict[HintPlace, Hint] = {}
        self._quiet: dict[HintPlace, Situation] = {}

    def hint_for(self, situation: Situation) -> Hint | None:
        """The hint for what the group has before it, if any."""
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
        """The group has read it; at this place nothing more is said about this moment."""
        self._open.pop(situation.place, None)
        self._quiet[situation.place] = situation

    def remember(self, situations: Iterable[Situation]) -> None:
        """These were seen in an earlier sitting: what was said about them is not said again."""
        for situation in situations:
            self.shown_ids |= {hint.id for hint in self.hints if hint.applies(situation)}
