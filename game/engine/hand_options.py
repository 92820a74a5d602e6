"""What the seat in turn may place from its hand: rows for :mod:`game.engine.legal_actions`."""

from __future__ import annotations

from functools import lru_cache

from game.engine import actions as act
from game.engine.action_rows import place_benefit, place_idea, place_risk
from game.engine.actions import Action
from game.engine.setup import ON_AN_IDEA, STANDING, CardIndex, Common, Role
from game.engine.state import Idea, State

RECENT = 1 << 10
"""How many a cache keeps: hands, for a game or two."""


class HandOptions:
    """What the seat in turn holds, read for listing: its cards, and the roles it may use.

    ``benefits`` are rows with the place of their track, ``risks`` cards by the idea printed on
    them; ``abilities`` are those that need no idea, ``on_ideas`` the ids of the roles whose ability
    does; ``front_line`` is the role whose first trial of the round is free, if the seat plays it.
    """

    __slots__ = (
        "abilities",
        "benefits",
        "front_line",
        "ideas",
        "last_round",
        "on_ideas",
        "patience",
        "risks",
        "rules",
        "seat",
    )

    def __init__(
        self,
        index: CardIndex,
        seat: int,
        ideas: tuple[str, ...],
        benefits: tuple[str, ...],
        risks: tuple[str, ...],
        roles: tuple[str, ...],
    ) -> None:
        self.rules = index.rules
        self.last_round = sum(index.rules.rounds)
        self.patience = "patience" in index.rules.modules
        self.seat = seat
        self.abilities, self.on_ideas, self.front_line = _played(index.common, seat, roles)
        self.ideas = [a for card in ideas for a in place_idea(seat, card)]
        self.benefits = [(index.track_places[card], place_benefit(seat, card)) for card in benefits]
        self.risks: dict[str, list[str]] = {}
        for card in risks:
            for idea in index.about[card]:
                self.risks.setdefault(idea, []).append(card)


_hands: dict[object, HandOptions] = {}
"""The options of hands that were seen lately. A view of the case has those of the case."""


@lru_cache(RECENT)
def _played(
    common: Common, seat: int, ids: tuple[str, ...]
) -> tuple[list[tuple[Role, act.UseAbility]], list[str], str | None]:
    """The roles of a seat sorted by how their ability is used."""
    roles = [role for role in common.roles.values() if role.id in ids]
    active = [role for role in roles if role.ability not in STANDING]
    alone = [(r, act.UseAbility(seat, r.id, None)) for r in active if r.ability not in ON_AN_IDEA]
    on_ideas = [role.id for role in active if role.ability in ON_AN_IDEA]
    front_line = next((role.id for role in roles if role.ability == "front_line"), None)
    return alone, on_ideas, front_line


def hand_of(s: State) -> HandOptions:
    """The options of the seat in turn: the same object as long as it holds the same."""
    seat, index = s.turn, s.setup.by_id
    ideas, benefits, risks = s.idea_hands[seat], s.benefit_hands[seat], s.risk_hands[seat]
    key = (index.common, seat, ideas, benefits, risks, s.seats[seat].roles)
    hand = _hands.get(key)
    if hand is None:
        if len(_hands) >= RECENT:
            _hands.clear()
        hand = _hands[key] = HandOptions(index, *key[1:])
    return hand


def from_the_hand(idea: Idea, hand: HandOptions) -> list[Action]:
    """What of the hand may be placed on an idea."""
    out: list[Action] = []
    if idea.status == "realised":
        return out
    if idea.status != "implemented":
        for place, rows in hand.benefits:
            if idea.benefits[place] is None:
                out += rows[idea.id]
    for card in hand.risks.get(idea.id, ()):
        if not idea.risk(card):
            out.append(place_risk(hand.seat, card, idea.id))
    return out
