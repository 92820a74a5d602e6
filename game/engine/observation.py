"""What the table shows: a state with everything hidden taken out of it.

Bots decide on this, so that they cannot know more than the players; the legal actions are the same
(a test holds that).
"""

from __future__ import annotations

from dataclasses import replace

from game.engine.setup import IdeaCard, Setup
from game.engine.state import ALL_OPEN, Idea, PerTrack, Poker, State
from game.engine.values import FrozenDict, settle


def observe(s: State) -> State:
    """The same game without the cards in the decks, the hidden effects, and the seed.

    In ``truth`` an effect that is not open is 0; :meth:`State.effect` tells the two apart.
    """
    seen = s.copy()
    seen.setup = _open_setup(s.setup)
    seen.seed = seen.dice = seen.picks = 0
    seen.truth = FrozenDict({idea.id: _open_truth(s, idea) for idea in s.ideas})
    seen.own_risks = FrozenDict()
    seen.idea_deck = ("",) * len(s.idea_deck)
    seen.benefit_deck = ("",) * len(s.benefit_deck)
    seen.risk_deck = ("",) * len(s.risk_deck)
    seen.event_deck = ("",) * len(s.event_deck)
    seen.ideas = tuple(_open_idea(seen.setup, idea) for idea in s.ideas)
    if s.poker is not None and not s.poker.open:
        hidden = tuple(None if n is None else 0 for n in s.poker.given)
        seen.poker = Poker(s.poker.idea, s.poker.track, hidden)
    settle(seen)
    return seen


def _open_setup(setup: Setup) -> Setup:
    index = setup.by_id
    if index.shown is None:
        cards = tuple(_open_card(card) for card in setup.ideas)
        index.shown = replace(setup, ideas=cards)
    return index.shown


def _open_card(card: IdeaCard) -> IdeaCard:
    return IdeaCard(
        card.id, card.track, card.kind, card.cost, card.maturity, card.delay, card.promise
    )


def _open_idea(setup: Setup, idea: Idea) -> Idea:
    seen: Idea | None = idea.memo.get(_open_idea)
    if seen is None:
        seen = idea.memo[_open_idea] = idea.copy()
        seen.card = _open_card(idea.card) if idea.written else setup.by_id.ideas[idea.id]
        settle(seen)
    return seen


def _open_truth(s: State, idea: Idea) -> PerTrack:
    opened = idea.opened
    effects = s.truth.get(idea.id) if opened else None
    if effects is None:
        return (0, 0, 0, 0)
    if opened == ALL_OPEN:
        return effects
    a, b, c, d = effects
    return (a * (opened & 1), b * (opened >> 1 & 1), c * (opened >> 2 & 1), d * (opened >> 3))
