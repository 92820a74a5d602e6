"""What random games are played and looked at with."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import Any

from game.engine import (
    KINDS,
    MODULES,
    TRACKS,
    Action,
    Applied,
    Idea,
    Post,
    RiskCard,
    Rules,
    Seat,
    Setup,
    State,
    apply,
    check,
    legal,
    start,
)
from game.engine import actions as act
from game.engine.examples import tiny


# ------------------------------------------------------------------ what is hidden
def otherwise(s: State, rng: random.Random) -> State:
    """The same table with all that is hidden replaced: truth, true risks, decks, seed.

    That an idea in the group's own words has no true risk on the table is hidden, too.
    """
    ideas = tuple(
        replace(card, effects=dict.fromkeys(TRACKS, (9, 9)), risks=("risk-5",))
        for card in s.setup.ideas
    )
    other = s.copy()
    other.setup = replace(s.setup, ideas=ideas)
    other.seed, other.dice, other.picks = s.seed + 1, s.dice + 1, s.picks + 1
    other.truth = {
        id: tuple(
            points if _opened(s, id, n) else points + 1 + rng.randrange(3)
            for n, points in enumerate(effects)
        )
        for id, effects in s.truth.items()
    }
    for deck in ("idea_deck", "benefit_deck", "risk_deck", "event_deck"):
        setattr(other, deck, tuple(reversed(getattr(s, deck))))
    cards = other.setup.by_id.ideas
    turned = {r.id: s.own_risks[r.id] for i in s.ideas for r in i.risks if r.id in s.own_risks}
    other.own_risks = turned | {"x": RiskCard("x", "process")}
    own = {i.id: replace(i.card, risks=("x",)) for i in s.ideas if i.written}
    other.ideas = tuple(replace(i, card=cards.get(i.id) or own[i.id]) for i in s.ideas)
    return other


def _opened(s: State, id: str, place: int) -> bool:
    idea = s.idea(id)
    return idea is not None and bool(idea.opened >> place & 1)


def is_hidden(s: State, idea: Idea) -> bool:
    """Whether a claim on an idea or a true risk is neither known nor being found out."""
    if idea.status == "realised":
        return False
    asked = idea.trial.about if idea.trial is not None else None
    claims = [t for t, b in idea.claims() if not b.downside]
    unknown = [t for t in claims if not idea.is_open(t) and t != asked]
    true = [s.risk_card(id) for id in idea.card.risks]
    words = Counter(r.track for r in idea.risks if r.name is not None)
    left = Counter(c.track for c in true if idea.risk(c.id) is None)
    return bool(unknown or (left - words and asked != "risk"))


def of_a_kind(s: State, kind: int, which: int) -> Action:
    """A legal action: first its kind, so that rare kinds come up too, then one of them.

    To pass is left for when there is little else to do, or games would be over before they began.
    """
    kinds: dict[type, list[Action]] = {}
    for action in legal(s):
        kinds.setdefault(type(action), []).append(action)
    if len(kinds) > 2:
        kinds.pop(act.Pass, None)
    some = list(kinds.values())[kind % len(kinds)]
    return some[which % len(some)]


def on_table(ideas: Any) -> list[str]:
    """The ids of the cards that lie with these ideas."""
    cards = [idea.id for idea in ideas if not idea.written]
    cards += [b.card for idea in ideas for _, b in idea.claims() if b.card is not None]
    return cards + [r.id for i in ideas for r in i.risks if r.seat is not None and r.name is None]


def card_of(s: State, id: str, track: str) -> list[str]:
    """The id of the card that is claimed on a track of an idea, if one is."""
    b = s.require_idea(id).benefit(track)
    return [b.card] if b is not None and b.card is not None else []


def all_cards(setup: Setup) -> list[str]:
    """The ids of all cards of a case."""
    decks = (setup.ideas, setup.benefits, setup.risks, setup.events)
    return [card.id for deck in decks for card in deck]


# ------------------------------------------------------------------ whole games
def random_decisions(seed: int, seats: int = 3) -> list[Applied]:
    """A game with every module in which much is written and people come and go, to its end."""
    rng = random.Random(seed)
    posts = (Post("wages", 9), Post("rent", 4))
    setup = replace(tiny(Rules(modules=MODULES)), posts=posts)
    done = [start(setup, [Seat(f"seat {n}", ()) for n in range(seats)], seed)]
    while not done[-1].state.over:
        state = done[-1].state
        wanted = written(state, rng) if rng.random() < 0.3 else None
        if wanted is None or check(state, wanted) is not None:
            wanted = of_a_kind(state, rng.randrange(100), rng.randrange(1000))
        applied = apply(state, wanted)
        assert isinstance(applied, Applied)
        done.append(applied)
    return done


def written(s: State, rng: random.Random) -> Action:
    """What a seat may write, or a facilitator do, if the rules allow it."""
    track, number = TRACKS[rng.randrange(4)], rng.randrange(1, 5)
    idea = s.ideas[rng.randrange(len(s.ideas))].id if s.ideas else "none"
    return rng.choice(
        [
            act.WriteIdea(s.turn, "Own words", track, KINDS[rng.randrange(4)], number, "And more."),
            act.WriteBenefit(s.turn, "Own words", track, idea, number),
            act.WriteRisk(s.turn, "Own words", track, idea, number, number),
            act.CallEstimates(idea, track),
            act.SetRange(s.turn, idea, track, 1, 6),
            act.Anchor(s.turn, idea, track, 0, act.Measure("Hours", "h", 45, 2.5, 6)),
            act.Correct("capacity", 1, "Forgotten."),
            seated_otherwise(s, rng),
        ]
    )


def seated_otherwise(s: State, rng: random.Random) -> Action:
    """What may change at the table, if the rules allow it: who sits there, and what they play."""
    place, role = rng.randrange(len(s.seats)), rng.choice(s.setup.roles).id
    return rng.choice(
        [
            act.Arrive("Late", rng.choice([None, role])),
            act.Leave(place),
            act.Return(place),
            act.Replace(place, f"seat {rng.randrange(20)}"),
            act.TakeRole(place, role),
        ]
    )


@cache
def states(seed: int) -> tuple[State, ...]:
    """The states of a random game, after each decision."""
    return tuple(applied.state for applied in random_decisions(seed))
