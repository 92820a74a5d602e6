"""What a seat may know of a game, and no more.

Hands lie open, and so does what is written; of each other the players hide only the numbers of
estimate poker. What nobody knows is the truth: which cards lie in the decks, what an idea truly
gives and what may truly go wrong with it, until it comes to light. Bots decide on this, so that
they cannot know more than the players; the legal actions are the same (a test holds that).
"""

from __future__ import annotations

from dataclasses import replace

from game.engine.decisions import Applied
from game.engine.events import Event
from game.engine.folds import fold
from game.engine.secrecy import visible
from game.engine.setup import RiskCard, Setup
from game.engine.state import ALL_OPEN, Idea, PerTrack, Poker, State
from game.engine.values import FrozenDict, settle
from game.frozen import frozen

_VIEWS = 1 << 8
"""How many views of a case it remembers."""
_CLOSED: PerTrack = (0, 0, 0, 0)
_NOTHING: FrozenDict[str, RiskCard] = FrozenDict()


def observe(s: State, seat: int | None = None) -> State:
    """The same game as a seat may know it; without a seat, as everybody at the table does.

    Its ``setup`` has the cards that have been seen, as they are printed; a card in a deck is an
    empty text. In ``truth`` an effect that is not open is 0; :meth:`State.effect` tells the two
    apart. The seed is 0, and so is the number that another seat has given in estimate poker, until
    all are turned. Raises :class:`ValueError` for a seat that is not at the table.
    """
    if seat is not None and (type(seat) is not int or seat not in range(len(s.seats))):
        raise ValueError(f"there is no seat {seat!r} at this table")
    seen = s.copy()
    seen.seed = seen.dice = seen.picks = 0
    seen.truth = FrozenDict(
        {idea.id: _open_truth(s, idea) if idea.opened else _CLOSED for idea in s.ideas}
    )
    looks = [idea.memo.get(_look) or _look(s.setup, idea) for idea in s.ideas]
    seen.ideas = tuple([idea for idea, _ in looks])
    turned = tuple([risk for _, risks in looks for risk in risks])
    seen.own_risks = _own_risks(s, turned) if turned and s.own_risks else _NOTHING
    seen.setup = _view(s, turned)
    seen.idea_deck, seen.benefit_deck = ("",) * len(s.idea_deck), ("",) * len(s.benefit_deck)
    seen.risk_deck, seen.event_deck = ("",) * len(s.risk_deck), ("",) * len(s.event_deck)
    if s.poker is not None and not s.poker.open:
        seen.poker = _own_number(s.poker, seat)
    settle(seen)
    return seen


def _look(setup: Setup, idea: Idea) -> tuple[Idea, tuple[str, ...]]:
    """An idea as it lies on the table, and the true risks turned up at it; remembered."""
    seen = idea.copy()
    seen.card = idea.card.face if idea.written else setup.by_id.faces[idea.id]
    settle(seen)
    turned = tuple([risk.id for risk in idea.risks if risk.seat is None])
    look = idea.memo[_look] = seen, turned
    return look


def _open_truth(s: State, idea: Idea) -> PerTrack:
    opened, effects = idea.opened, s.truth.get(idea.id)
    if effects is None:
        return _CLOSED
    if opened == ALL_OPEN:
        return effects
    a, b, c, d = effects
    return (a * (opened & 1), b * (opened >> 1 & 1), c * (opened >> 2 & 1), d * (opened >> 3))


def _own_risks(s: State, turned: tuple[str, ...]) -> FrozenDict[str, RiskCard]:
    """The risks drawn for ideas in the group's own words that lie on the table."""
    return FrozenDict({id: s.own_risks[id] for id in turned if id in s.own_risks})


def _own_number(poker: Poker, seat: int | None) -> Poker:
    """That others have answered is seen; what they said, and whether they have an opinion, not."""
    unsure = tuple(i for i in poker.unsure if i == seat)
    answered = [n is not None or i in poker.unsure for i, n in enumerate(poker.given)]
    given = tuple(0 if answered[i] and i != seat else n for i, n in enumerate(poker.given))
    return replace(poker, given=given, unsure=unsure)


# ------------------------------------------------------------------ the cards that have been seen
def _view(s: State, turned: tuple[str, ...]) -> Setup:
    """The case with the cards that have been seen: those in no deck, and the risks turned up."""
    views = s.setup.by_id.views
    key = (s.idea_deck, s.benefit_deck, s.risk_deck, s.event_deck, turned)
    view = views.get(key)
    if view is None:
        if len(views) >= _VIEWS:
            views.clear()
        view = views[key] = _seen_cards(s, turned)
    return view


def _seen_cards(s: State, turned: tuple[str, ...]) -> Setup:
    setup, faces = s.setup, s.setup.by_id.faces
    ideas, benefits, events = map(frozenset, (s.idea_deck, s.benefit_deck, s.event_deck))
    risks = frozenset(s.risk_deck).difference(turned)
    return setup.view(
        ideas=tuple([face for id, face in faces.items() if id not in ideas]),
        benefits=tuple([card for card in setup.benefits if card.id not in benefits]),
        risks=tuple([card for card in setup.risks if card.id not in risks]),
        events=tuple([card for card in setup.events if card.id not in events]),
    )


# ------------------------------------------------------------------ following a game
@frozen
class News:
    """What a seat is told of a decision: its events, and the cards that it has seen by now."""

    seat: int | None
    events: tuple[Event, ...]
    setup: Setup
    own_risks: dict[str, RiskCard]


def news(applied: Applied, seat: int | None = None) -> News:
    """What a seat is told of a decision, or of the beginning of a game."""
    seen = observe(applied.state, seat)
    events = tuple([visible(event, seat) for event in applied.events])
    return News(seat, events, seen.setup, seen.own_risks)


def follow(seen: State | None, told: News) -> State:
    """What a seat knows after it was told; ``seen`` is what it knew, ``None`` before the game.

    The same as :func:`observe` gives of the game itself.
    """
    if seen is None:
        seen = State(told.setup)
    known = replace(seen, setup=told.setup, own_risks=told.own_risks)
    return observe(fold(known, told.events), told.seat)
