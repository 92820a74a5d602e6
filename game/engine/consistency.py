"""Whether the parts of a state that somebody brought agree with each other.

Values have been read by their types; here is checked what the rules rely on without asking, so
that a game can go on from it. What an observation hides (cards in decks, the truth) may be missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields
from itertools import chain
from typing import Final

from game.engine.limits import (
    BALANCE_END,
    CAPACITY_HIGH,
    DOWNSIDES,
    ESTIMATE_HIGH,
    LIKELIHOODS,
    MAX_SEATS,
    POKER_ESTIMATES,
    SEEDS,
    SEVERITIES,
    TRACK_HIGH,
    TRACK_LOW,
    TRUST_HIGH,
)
from game.engine.lookups import asked_seat
from game.engine.setup import INDEX, Rules, Setup
from game.engine.state import ALL_OPEN, Benefit, Idea, Poker, Risk, State

_LARGEST: Final = 999
"""More rounds, actions, points or cards of a kind than any game has."""

Wrong = Iterator[tuple[bool, str]]
"""What is checked: whether something is wrong, and what it would be."""


def inconsistency(s: State) -> str | None:
    """What does not fit together in a state, or ``None``."""
    for check in _CHECKS:  # later ones rely on earlier ones
        for wrong, what in check(s):
            if wrong:
                return what
    return None


# ------------------------------------------------------------------ the case
def _case(s: State) -> Wrong:
    setup = s.setup
    for name in ("ideas", "benefits", "risks", "events", "roles", "posts"):
        ids = [card.id for card in getattr(setup, name)]
        yield "" in ids or len(set(ids)) < len(ids), f"two of the case's {name} have the same id"
    yield min(setup.goals) < 1 or max(setup.goals) > TRACK_HIGH, "a goal is out of bounds"
    yield not all(1 <= len(card.options) <= 2 for card in setup.events), "an event has no options"
    yield not _sensible(setup.rules), "a number of the rules is out of bounds"
    if setup.normal is not None:
        yield not _sensible(setup.normal[1]), "a number of the rules is out of bounds"


def _sensible(rules: Rules) -> bool:
    numbers = [*rules.rounds, *(getattr(rules, part.name) for part in fields(rules))]
    if not all(0 <= n <= _LARGEST for n in numbers if type(n) is int and n != rules.balance):
        return False
    return min(rules.actions, rules.actions_many_seats) >= 1 and abs(rules.balance) <= BALANCE_END


# ------------------------------------------------------------------ the table
def _seats(s: State) -> Wrong:
    seats, roles = len(s.seats), [role for seat in s.seats for role in seat.roles]
    yield not 1 <= seats <= MAX_SEATS, f"a game has 1 to {MAX_SEATS} seats"
    yield len(set(roles)) < len(roles), "a role is played from two seats"
    yield not set(roles) <= s.setup.by_id.roles.keys(), "a role is not in the case"
    yield s.seed not in SEEDS, "the seed is out of bounds"
    hands = (s.idea_hands, s.benefit_hands, s.risk_hands)
    yield any(len(hand) != seats for hand in hands), "there is not a hand for each seat"
    yield not 0 <= s.starter < seats, "the starting seat is not at the table"
    yield not {*s.waiting} <= {*range(seats)}, "a seat waits that is not at the table"
    yield len({*s.waiting}) < len(s.waiting), "a seat waits twice"
    yield from _there(s)


def _there(s: State) -> Wrong:
    """Who is away, and what follows from it."""
    seats, away = {*range(len(s.seats))}, {*s.away}
    yield not away < seats or len(away) < len(s.away), "nobody is at the table"
    yield not {*s.gone} <= away or len({*s.gone}) < len(s.gone), "a seat is gone that is not away"
    yield not away.isdisjoint({*s.waiting, s.turn}), "a seat is away that is waited for"
    shared = tuple(seat for seat, _ in s.shares)
    yield bool(shared) and shared != s.waiting, "actions are shared by others than those who wait"
    yield (
        not all(1 <= n <= _LARGEST for _, n in s.shares),
        "a share of the actions is out of bounds",
    )


def _cards(s: State) -> Wrong:
    known = s.setup.by_id
    decks = (s.idea_deck, s.benefit_deck, s.risk_deck, s.event_deck)
    hands = (s.idea_hands, s.benefit_hands, s.risk_hands, ())
    names = ("ideas", "benefits", "risks", "events")
    for name, deck, held in zip(names, decks, hands, strict=True):
        cards = [card for card in chain(deck, *held) if card]
        yield not {*cards} <= getattr(known, name).keys(), f"one of the {name} is not in the case"
        yield len({*cards}) < len(cards), f"one of the {name} lies in two places"
        yield any("" in hand for hand in held), f"one of the {name} in a hand cannot be seen"
    yield s.event is not None and s.event not in known.events, "the event is not in the case"


def _numbers(s: State) -> Wrong:
    counts = (s.round, s.openings, s.actions, s.placed, s.written, s.implemented, s.dice, s.picks)
    yield not all(0 <= n <= _LARGEST for n in (*counts, s.seatings)), "a count is out of bounds"
    yield s.openings < 1 or s.round < 1, "no round has been opened"
    yield not 0 <= s.trust <= TRUST_HIGH, "the trust is out of bounds"
    yield not 0 <= s.capacity <= _LARGEST + CAPACITY_HIGH, "the capacity is out of bounds"
    yield not -BALANCE_END <= s.balance <= BALANCE_END, "the balance is out of bounds"
    tracks = (*s.points, *s.lowest)
    yield not all(TRACK_LOW <= n <= TRACK_HIGH for n in tracks), "a track is out of bounds"
    yield not all(0 <= n <= _LARGEST for n in s.likelier), "a likelihood is out of bounds"
    cut = [n for cut in s.cuts for n in (cut.round, cut.to)]
    yield cut != sorted(cut) or not all(0 < n <= s.round for n in cut), "a cut is of no round"
    yield (
        not 0 <= s.pauses <= 2 or not 0 <= s.paused_round <= _LARGEST,
        "the pauses are out of bounds",
    )


# ------------------------------------------------------------------ ideas
def _ideas(s: State) -> Wrong:
    ids = Counter(idea.id for idea in s.ideas)
    yield any(n > 1 for n in ids.values()), "an idea lies on the table twice"
    yield any(id != risk.id for id, risk in s.own_risks.items()), "a drawn risk has another id"
    for idea in s.ideas:
        yield from _idea(s, idea)


def _idea(s: State, idea: Idea) -> Wrong:
    where = f"idea {idea.id[:40]!r}"
    yield not _has_its_card(s.setup, idea), f"{where} has another card than its own"
    yield not _at(s, idea.seat), f"{where} was placed by nobody"
    numbers = (idea.cost, idea.maturity, idea.due, idea.order)
    yield not all(0 <= n <= _LARGEST for n in numbers), f"a number of {where} is out of bounds"
    yield not 0 <= idea.opened <= ALL_OPEN, f"{where} shows tracks that there are not"
    yield len(idea.benefits) != len(INDEX), f"{where} has not a place for each track"
    for b in idea.benefits:
        yield b is not None and not _is_benefit(s, b), f"a benefit of {where} is out of bounds"
    risks = [risk.id for risk in idea.risks]
    yield len({*risks}) < len(risks), f"a risk lies at {where} twice"
    yield not all(_is_risk(s, risk) for risk in idea.risks), f"a risk of {where} is out of bounds"
    yield not all(_is_known(s, id) for id in idea.card.risks), f"a true risk of {where} is unknown"
    yield idea.trial is not None and not _at(s, idea.trial.seat), f"{where} is tried by nobody"


def _has_its_card(setup: Setup, idea: Idea) -> bool:
    card = setup.by_id.ideas.get(idea.id)
    if idea.written:
        return card is None and idea.card.id == idea.id and not idea.card.effects
    return card == idea.card


def _at(s: State, seat: int | None) -> bool:
    return seat is not None and 0 <= seat < len(s.seats)


def _is_benefit(s: State, b: Benefit) -> bool:
    known = s.setup.by_id
    size = 1 <= b.estimate <= ESTIMATE_HIGH or -b.estimate in DOWNSIDES
    card = b.card is None or b.card in known.benefits
    post = b.post is None or b.post in known.posts
    harvested = b.harvested is None or abs(b.harvested) <= _LARGEST
    owner = b.owner is None or _at(s, b.owner)
    return size and card and post and harvested and owner and _at(s, b.seat)


def _is_risk(s: State, risk: Risk) -> bool:
    numbers = risk.severity in SEVERITIES and risk.likelihood in LIKELIHOODS
    named = risk.name is not None or _is_known(s, risk.id)
    seat = risk.seat is None or _at(s, risk.seat)
    return numbers and named and seat and 0 <= risk.mitigations <= _LARGEST


def _is_known(s: State, risk: str) -> bool:
    return risk in s.own_risks or risk in s.setup.by_id.risks


# ------------------------------------------------------------------ what is waited for
def _step(s: State) -> Wrong:
    by_a_seat = s.step in ("turn", "choice", "adjust", "answer")
    yield by_a_seat != _at(s, s.turn) or (not by_a_seat and s.turn != -1), "it is nobody's turn"
    yield (s.step == "turn") != (s.actions > 0), "the actions of the turn are out of bounds"
    yield s.turn in s.waiting, "the seat in turn still waits for it"
    yield (s.step == "over") != (s.verdict is not None), "it is unclear whether the game is over"
    yield s.step == "choice" and not _has_choice(s), "there is nothing to choose"
    yield not all(_is_tried(s, id) for id in s.adjusting), "an idea is adjusted that is not tried"
    yield s.step == "adjust" and not s.adjusting, "there is nothing to adjust"
    yield (s.step == "answer") != (s.tested is not None), "there is nothing to answer"
    yield s.tested is not None and not _is_claimed(s, *s.tested), "no claim has been tested"
    if s.poker is not None:
        yield from _estimates(s, s.poker)


def _estimates(s: State, poker: Poker) -> Wrong:
    yield s.step != "turn" or len(poker.given) != len(s.seats), "estimates are not given now"
    yield not all(n in POKER_ESTIMATES for n in poker.numbers), "an estimate is out of bounds"
    yield not _can_be_estimated(s, poker.idea), "an idea is estimated that is not there"
    silent = (*poker.unsure, *poker.absent)
    without = [seat for seat, n in enumerate(poker.given) if n is None]
    yield not {*silent} <= {*without}, "a seat has given a number that it has not"
    yield len({*silent}) < len(silent), "a seat is silent for two reasons"
    yield not {*poker.missing}.isdisjoint(s.away), "an answer is waited for of one who is away"


def _has_choice(s: State) -> bool:
    card = s.setup.by_id.events.get(s.event or "")
    return card is not None and len(card.options) == 2 and s.turn == asked_seat(s)


def _is_tried(s: State, id: str) -> bool:
    idea = s.idea(id)
    return idea is not None and idea.trial is not None


def _is_claimed(s: State, id: str, track: str) -> bool:
    idea = s.idea(id)
    return idea is not None and idea.benefit(track) is not None


def _can_be_estimated(s: State, id: str) -> bool:
    return s.idea(id) is not None or any(id in hand for hand in s.idea_hands)


# ------------------------------------------------------------------ what is true
def _truth(s: State) -> Wrong:
    """A game that goes on knows the truth of every idea; an observation need not."""
    if is_observation(s):
        return
    cards = chain(s.idea_deck, *s.idea_hands, (idea.id for idea in s.ideas))
    yield not {*cards} <= s.truth.keys(), "the truth of an idea is missing"
    yield (
        not all(abs(n) <= _LARGEST for four in s.truth.values() for n in four),
        "a truth is too large",
    )


def is_observation(s: State) -> bool:
    """Whether a state is what somebody sees of one: something in it is hidden."""
    decks = chain(s.idea_deck, s.benefit_deck, s.risk_deck, s.event_deck)
    ideas = s.setup.ideas
    return "" in decks or (bool(ideas) and not any(card.effects for card in ideas))


_CHECKS: Final[tuple[Callable[[State], Wrong], ...]] = (
    _case,
    _seats,
    _cards,
    _numbers,
    _ideas,
    _step,
    _truth,
)
