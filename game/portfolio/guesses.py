"""The estimates that reality answered, and who had made them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.content import Case
from game.debrief import BenefitStory, Person
from game.debrief.history import GameHistory
from game.engine import events as ev
from game.engine.foresight import Guess
from game.portfolio.facts import GuessFact
from game.portfolio.roles import kinds_of


def guess_facts(
    case: Case, history: GameHistory, stories: Sequence[BenefitStory]
) -> Iterator[GuessFact]:
    """Every guess of a game; none before version 2 of the rules, which kept none."""
    by_key = {story.benefit.key: story for story in stories}
    drawn = {seen.event.idea for seen in history.of(ev.TruthDrawn)}
    for guess in history.end.guesses:
        story = by_key.get((guess.idea, guess.track))
        yield GuessFact(
            round=guess.given,
            late=2 * guess.given > sum(history.setup.rules.rounds),
            track=guess.track,
            roles=() if story is None else kinds_of(history.setup, _estimator(story, guess)),
            estimate=guess.estimate,
            effect=guess.effect,
            drawn=case.own_project or guess.idea in drawn,
            inside=_inside(guess),
        )


def _estimator(story: BenefitStory, guess: Guess) -> Person:
    """Who had made the estimate which was answered, with the roles played then."""
    for made in reversed(story.estimates):
        if made.estimate == guess.estimate and made.position.round <= guess.round:
            return made.person
    return story.estimates[0].person


def _inside(guess: Guess) -> bool | None:
    if guess.low is None or guess.high is None:
        return None
    return guess.low <= guess.effect <= guess.high
