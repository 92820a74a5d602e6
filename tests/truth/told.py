"""What is said about a game, sentence by sentence: the message, and what it was filled with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from game.content import Case
from game.debrief import Debrief
from game.debrief.history import history_of
from game.debrief.observers import MARKED, OBSERVERS
from game.engine.results import result
from game.i18n import Words
from game.session import Log
from game.wording.debrief_texts import (
    benefit_reasons,
    moment_description,
    risk_fate,
    unclaimed_text,
    why_proposed,
)
from game.wording.outcome import told


class Listening(Words):
    """English words that remember what was said."""

    def __init__(self) -> None:
        super().__init__("en")
        self.heard: list[tuple[str, dict[str, Any]]] = []

    def __call__(self, message: str, /, **params: object) -> str:
        """The message; it is remembered."""
        self.heard.append((message, params))
        return super().__call__(message, **params)

    def plural(self, one: str, many: str, n: int, /, **params: object) -> str:
        """The message for a number of things; its singular is remembered."""
        self.heard.append((one, {"n": n, **params}))
        return super().plural(one, many, n, **params)

    def take(self) -> list[tuple[str, dict[str, Any]]]:
        """What was said since it was last asked."""
        heard, self.heard = self.heard, []
        return heard


@dataclass(frozen=True)
class Sentence:
    """A message about something in a game: a moment, a story, or another part of the debrief."""

    message: str
    params: dict[str, Any]
    of: Any


def sentences(log: Log, case: Case, debrief: Debrief) -> Iterator[Sentence]:
    """All that is said of a game in sentences: its outcome, and what all observers find in it."""
    t = Listening()
    history = history_of(log, case.setup)
    for moment in [m for observe in (*OBSERVERS, *MARKED) for m in observe(history)]:
        moment_description(t, case, moment)
        why_proposed(t, moment)
        yield from (Sentence(message, params, moment) for message, params in t.take())
    for story in debrief.benefits:
        benefit_reasons(t, case, story)
        yield from (Sentence(message, params, story) for message, params in t.take())
    for found in debrief.unclaimed:
        unclaimed_text(t, found)
        yield from (Sentence(message, params, found) for message, params in t.take())
    if debrief.end.over:
        outcome = result(debrief.end)
        told(t, outcome)
        yield from (Sentence(message, params, outcome) for message, params in t.take())
    for risk in debrief.risks:
        risk_fate(t, case, risk)
        yield from (Sentence(message, params, risk) for message, params in t.take())
