"""Plays a game and holds all that is said of it against its log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from game.content import Case
from game.debrief import debrief
from game.session import Log
from tests.truth import (  # the proofs enter themselves
    proofs_checks,
    proofs_estimates,
    proofs_frame,
    proofs_ideas,
    proofs_people,
    proofs_risks,
    proofs_stories,
    proofs_verdict,
)
from tests.truth.check_words import check_sentences
from tests.truth.games import Game, case_named
from tests.truth.neutral import NEUTRAL
from tests.truth.proving import PROOFS
from tests.truth.raw import Raw
from tests.truth.told import Sentence, sentences

KNOWN = (
    proofs_checks,
    proofs_estimates,
    proofs_frame,
    proofs_ideas,
    proofs_people,
    proofs_risks,
    proofs_stories,
    proofs_verdict,
)


@dataclass(frozen=True)
class Judged:
    """A game, all that is said of it, and what of that is false or has no proof."""

    game: object
    raw: Raw
    said: tuple[Sentence, ...]

    @property
    def false(self) -> list[str]:
        """The sentences that are not so, each with what it was said of."""
        wrong = [s for s in self.said if not is_so(self.raw, s)]
        return [f"{self.game}: {s.message} {s.params} {_about(s)}" for s in wrong]


def is_so(raw: Raw, s: Sentence) -> bool:
    """Whether a sentence is proved; of one without a proof nothing is known."""
    proof = PROOFS.get(s.message)
    return s.message in NEUTRAL or (proof is not None and proof(raw, s))


def _about(s: Sentence) -> object:
    return getattr(s.of, "event", s.of)


@lru_cache(maxsize=32)
def judged(game: Game) -> Judged:
    """A game that is played, and what the debrief, the reality checks and its end say of it."""
    return judged_log(game, case_named(game.case), game.play())


def judged_log(game: object, case: Case, log: Log) -> Judged:
    """What is said of the log of a game."""
    printed = {id: text.name.read("en") for id, text in case.ideas.items()}
    raw = Raw(log, case.setup, printed)
    found = debrief(log, case.setup)
    return Judged(game, raw, (*sentences(log, case, found), *check_sentences(raw, case)))


def all_judged(games: list[Game]) -> Iterator[Judged]:
    """Games judged one at a time; none is kept."""
    return (judged.__wrapped__(game) for game in games)
