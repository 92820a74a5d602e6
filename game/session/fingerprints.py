"""The fingerprints of one game's states, read as what changed since the state before.

From one decision to the next most parts of a state are the same objects, and so is their text.
Keeping it finds the very digits of :func:`game.engine.digest` in a quarter of the time; verifying a
session would otherwise be mostly fingerprints.
"""

from __future__ import annotations

from hashlib import blake2b
from operator import attrgetter

from game.engine import Idea, State
from game.engine.digest import _NAMES, _idea, _poker

_values = attrgetter(*_NAMES)


class Fingerprints:
    """Gives the digests of states; fastest when each follows from the one asked for before."""

    def __init__(self) -> None:
        self._values: tuple[object, ...] = (self,) * len(_NAMES)
        self._texts = [""] * len(_NAMES)
        self._ideas: tuple[Idea, ...] = ()
        self._idea_texts: list[str] = []

    def __call__(self, state: State) -> str:
        """The same digits as :func:`game.engine.digest` gives."""
        values, texts = _values(state), self._texts
        for i, (new, old) in enumerate(zip(values, self._values, strict=True)):
            if new is not old:
                texts[i] = ascii(new)
        self._values = values
        if state.ideas is not self._ideas:
            self._read_ideas(state.ideas)
        whole = ", ".join([*texts, *self._idea_texts, ascii(_poker(state.poker))])
        return blake2b(f"[{whole}]".encode(), digest_size=8).hexdigest()

    def _read_ideas(self, ideas: tuple[Idea, ...]) -> None:
        known = dict(zip(map(id, self._ideas), self._idea_texts, strict=True))
        self._idea_texts = [known.get(id(idea)) or ascii(_idea(idea)) for idea in ideas]
        self._ideas = ideas
