"""The actions that are listed, made once and shared: rows by idea, track, card and seat."""

from __future__ import annotations

from functools import lru_cache
from typing import get_args

from game.engine import actions as act
from game.engine.actions import Action, Adjustment, TrialQuestion
from game.engine.limits import DOWNSIDES, ESTIMATES
from game.engine.setup import TRACKS, Common, Track

SHARED = 1 << 12
"""How many a cache keeps: for as long as a case is played."""


class IdeaActions:
    """What a seat may ever do with an idea: rows by the place of the track, made once.

    ``revise`` has a row for each estimate that is now, and ``withdraw`` the new estimate 0;
    ``hand_over`` has one for each owner, ``trial`` one for each set of tracks that are open
    (:attr:`Idea.opened <game.engine.state.Idea.opened>`).
    """

    __slots__ = (
        "anchor",
        "downside",
        "follow_up",
        "hand_over",
        "implement",
        "make_amends",
        "revise",
        "shelve",
        "trial",
        "withdraw",
    )

    def __init__(self, seat: int, idea: str, seats: int) -> None:
        self.shelve = act.Shelve(seat, idea)
        self.trial = _trials(seat, idea)
        self.make_amends = [act.MakeAmends(seat, idea, t) for t in TRACKS]
        self.downside = [[act.NameDownside(seat, idea, t, n) for n in DOWNSIDES] for t in TRACKS]
        self.implement = act.Implement(seat, idea)
        self.follow_up = [act.FollowUp(seat, idea, t) for t in TRACKS]
        self.anchor = [[act.Anchor(seat, idea, t, to) for to in range(seats)] for t in TRACKS]
        self.revise = [_revise(seat, idea, t) for t in TRACKS]
        self.withdraw = [act.Revise(seat, idea, t, 0) for t in TRACKS]
        self.hand_over = [_hand_over(idea, t, seats) for t in TRACKS]


def _trials(seat: int, idea: str) -> list[list[act.Trial]]:
    """By the tracks that are open: those about all others, and about a risk."""
    asked = [act.Trial(seat, idea, about) for about in get_args(TrialQuestion)]
    return [[a for place, a in enumerate(asked) if not opened >> place & 1] for opened in range(16)]


def _revise(seat: int, idea: str, track: Track) -> dict[int, list[act.Revise]]:
    """By the estimate that is now, below zero for a downside: all others."""
    rows = [act.Revise(seat, idea, track, n) for n in ESTIMATES]
    sizes = [a for a in rows if a.estimate in DOWNSIDES]
    benefits = {now: [a for a in rows if a.estimate != now] for now in ESTIMATES}
    downsides = {-now: [a for a in sizes if a.estimate != now] for now in DOWNSIDES}
    return benefits | downsides


@lru_cache(SHARED)
def adjustments(seat: int, idea: str) -> tuple[Action, ...]:
    """What a seat may choose after a trial that did not prove its idea."""
    return tuple(act.Adjust(seat, idea, how) for how in get_args(Adjustment))


@lru_cache(SHARED)
def _hand_over(idea: str, track: Track, seats: int) -> list[list[act.HandOver]]:
    return [
        [act.HandOver(owner, idea, track, to) for to in range(seats) if to != owner]
        for owner in range(seats)
    ]


class SeatActions(dict[str, IdeaActions]):
    """The same by the idea, made when first asked for."""

    __slots__ = ("seat", "seats")

    def __init__(self, seat: int, seats: int) -> None:
        super().__init__()
        self.seat, self.seats = seat, seats

    def __missing__(self, idea: str) -> IdeaActions:
        made = self[idea] = IdeaActions(self.seat, idea, self.seats)
        return made


seat_actions = lru_cache(SHARED)(SeatActions)


@lru_cache(SHARED)
def place_idea(seat: int, card: str) -> tuple[Action, ...]:
    """Placing a card with each estimate."""
    return tuple(act.PlaceIdea(seat, card, n) for n in ESTIMATES)


class BenefitPlacements(dict[str, list[Action]]):
    """Placing a benefit card: the row for each idea it may be for, made when first asked for."""

    __slots__ = ("card", "seat")

    def __init__(self, seat: int, card: str) -> None:
        super().__init__()
        self.seat, self.card = seat, card

    def __missing__(self, idea: str) -> list[Action]:
        row: list[Action] = [act.PlaceBenefit(self.seat, self.card, idea, n) for n in ESTIMATES]
        self[idea] = row
        return row


place_benefit = lru_cache(SHARED)(BenefitPlacements)


@lru_cache(SHARED)
def claim(seat: int, idea: str) -> tuple[Action, ...]:
    """The free claim of an ability with each estimate."""
    return tuple(act.Claim(seat, idea, n) for n in ESTIMATES)


@lru_cache(SHARED)
def place_risk(seat: int, card: str, idea: str) -> Action:
    """Naming a risk card at an idea."""
    return act.PlaceRisk(seat, card, idea)


@lru_cache(SHARED)
def use_ability(seat: int, role: str, idea: str) -> Action:
    """Using a role's ability on an idea."""
    return act.UseAbility(seat, role, idea)


@lru_cache(SHARED)
def name_post(common: Common, seat: int, idea: str, now: str | None) -> list[act.NamePost]:
    """Naming another post of the case for an idea than the one that is named now."""
    return [act.NamePost(seat, idea, post) for post in common.posts if post != now]


@lru_cache(SHARED)
def mitigate(seat: int, idea: str, risk: str) -> Action:
    """Working on a named risk."""
    return act.Mitigate(seat, idea, risk)
