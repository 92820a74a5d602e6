"""Everything that may be done now, short of what is written in the group's own words.

Listing is most of the time of a mass simulation. Actions are therefore made once and shared (the
caches below), and a condition is asked once for a whole row, never once for each action. A test
holds this list against :func:`game.engine.decide.check` for every action there could be.
"""

from __future__ import annotations

from functools import lru_cache

from game.engine import actions as act
from game.engine.actions import Action
from game.engine.rules.abilities import ON_AN_IDEA, STANDING
from game.engine.rules.working import trial_price
from game.engine.setup import INDEX, TRACKS, VOICES, Role, Setup, Track
from game.engine.state import Idea, State

_CACHE = 1 << 16
_PROCEED: tuple[Action, ...] = (act.Proceed(),)
_CHOICES = tuple((act.Choose(seat, 0), act.Choose(seat, 1)) for seat in range(8))
_FREE = tuple((act.Rally(seat), act.Pass(seat)) for seat in range(8))
_GIVEN = tuple(tuple(act.GiveEstimate(seat, n) for n in range(7)) for seat in range(8))


def legal(s: State) -> list[Action]:
    """The players' legal actions; while estimates are being given, those that are missing.

    Also *proceed*, which anybody at the table may ask for. What a facilitator may do besides, and
    what may be written, :func:`game.engine.decide.check` says.
    """
    if s.step == "turn":
        if s.poker is not None and not s.poker.open:
            return [a for i, n in enumerate(s.poker.given) if n is None for a in _GIVEN[i]]
        return _turn(s)
    if s.step == "choice":
        return list(_CHOICES[s.starter])
    return [] if s.step == "over" else list(_PROCEED)


def _turn(s: State) -> list[Action]:
    out: list[Action] = list(_FREE[s.turn])
    _cards(s, out)
    _revisions(s, out)
    _abilities(s, out)
    if s.phase != "ideas":
        _work(s, out)
    return out


# ------------------------------------------------------------------ cards
def _cards(s: State, out: list[Action]) -> None:
    seat = s.turn
    if s.idea_hands[seat] and s.open_ideas() < s.setup.rules.open_ideas:
        for card in s.idea_hands[seat]:
            out += _place_idea(seat, card)
    tracks = s.setup.by_id.track_places
    for card in s.benefit_hands[seat]:
        track = tracks[card]
        for idea in s.ideas:
            if idea.benefits[track] is None and not idea.locked:
                row = _place_benefit(seat, card, idea.id)
                out += row[: _room(s, idea)] if idea.name else row
    for card in s.risk_hands[seat]:
        about = s.setup.by_id.about[card]
        for idea in s.ideas:
            if idea.id in about and idea.status != "realised" and not idea.risk(card):
                out.append(_place_risk(seat, card, idea.id))
    if s.free_claim is not None:
        _free_claims(s, INDEX[s.free_claim], out)


def _free_claims(s: State, track: int, out: list[Action]) -> None:
    for idea in s.ideas:
        if idea.benefits[track] is None and not idea.locked and idea.opened >> track & 1:
            row = _claim(s.turn, idea.id)
            out += row[: _room(s, idea)] if idea.name else row


def _room(s: State, idea: Idea) -> int:
    """How much more a written idea may claim, as a number of estimates."""
    return max(0, s.setup.rules.written_claims - sum(b.estimate for _, b in idea.claims()))


def _revisions(s: State, out: list[Action]) -> None:
    for idea in s.ideas:
        if idea.locked:
            continue
        for track, b in idea.claims():
            row = _revise(s.turn, idea.id, track, b.estimate)
            out += row[: _room(s, idea) + b.estimate - 1] if idea.name else row


# ------------------------------------------------------------------ abilities
def _abilities(s: State, out: list[Action]) -> None:
    used = s.used_phase
    for role in _active_roles(s.setup, s.seats[s.turn].roles):
        if role.id in used:
            continue
        if role.ability in ON_AN_IDEA:
            _on_ideas(s, role, out)
        elif role.ability not in VOICES or any(
            idea.status != "realised" and not idea.name for idea in s.ideas
        ):
            out.append(_use_ability(s.turn, role.id, None))


def _on_ideas(s: State, role: Role, out: list[Action]) -> None:
    for idea in s.ideas:
        if role.ability == "supplier":
            fits = not idea.locked and idea.cost > 1
        else:
            fits = idea.status != "realised" and not idea.name
        if fits:
            out.append(_use_ability(s.turn, role.id, idea.id))


# ------------------------------------------------------------------ from concretisation on
def _work(s: State, out: list[Action]) -> None:
    seat, seats = s.turn, len(s.seats)
    can_try = s.capacity >= trial_price(s, seat)
    can_scale = s.paused_round != s.round
    anything_goes = s.phase == "implement"
    for idea in s.ideas:
        if idea.status == "realised":
            _after_realising(s, idea, out)
            continue
        _benefits(idea, seat, seats, out)
        if s.capacity >= 1:
            for risk in idea.risks:
                if s.limit(risk) > 0:
                    out.append(_mitigate(seat, idea.id, risk.id))
        if idea.status != "implemented":
            row = _on_idea(seat, idea.id)
            out.append(row[0])
            if can_try and not idea.was_proven:
                out.append(row[1])
            if can_scale and (anything_goes or idea.was_proven) and s.capacity >= idea.price:
                out.append(row[2])


def _benefits(idea: Idea, seat: int, seats: int, out: list[Action]) -> None:
    for track, b in zip(TRACKS, idea.benefits, strict=True):
        if b is None:
            continue
        if b.owner is None:
            out += _anchor(seat, idea.id, track, seats)
        else:
            out += _hand_over(b.owner, idea.id, track, seats)


def _after_realising(s: State, idea: Idea, out: list[Action]) -> None:
    for track, b in zip(TRACKS, idea.benefits, strict=True):
        if b is not None and b.owner is not None:
            out += _hand_over(b.owner, idea.id, track, len(s.seats))
            if s.capacity >= 1 and not b.followed and (b.harvested or 0) > 0:
                out.append(_follow_up(s.turn, idea.id, track))


def _active_roles(setup: Setup, roles: tuple[str, ...]) -> tuple[Role, ...]:
    return tuple(r for r in setup.roles if r.id in roles and r.ability not in STANDING)


# ------------------------------------------------------------------ shared actions
@lru_cache(_CACHE)
def _place_idea(seat: int, card: str) -> tuple[Action, ...]:
    return tuple(act.PlaceIdea(seat, card, n) for n in range(1, 7))


@lru_cache(_CACHE)
def _place_benefit(seat: int, card: str, idea: str) -> tuple[Action, ...]:
    return tuple(act.PlaceBenefit(seat, card, idea, n) for n in range(1, 7))


@lru_cache(_CACHE)
def _claim(seat: int, idea: str) -> tuple[Action, ...]:
    return tuple(act.Claim(seat, idea, n) for n in range(1, 7))


@lru_cache(_CACHE)
def _place_risk(seat: int, card: str, idea: str) -> Action:
    return act.PlaceRisk(seat, card, idea)


@lru_cache(_CACHE)
def _revise(seat: int, idea: str, track: Track, now: int) -> tuple[Action, ...]:
    return tuple(act.Revise(seat, idea, track, n) for n in range(1, 7) if n != now)


@lru_cache(_CACHE)
def _use_ability(seat: int, role: str, idea: str | None) -> Action:
    return act.UseAbility(seat, role, idea)


@lru_cache(_CACHE)
def _anchor(seat: int, idea: str, track: Track, seats: int) -> tuple[Action, ...]:
    return tuple(act.Anchor(seat, idea, track, owner) for owner in range(seats))


@lru_cache(_CACHE)
def _hand_over(owner: int, idea: str, track: Track, seats: int) -> tuple[Action, ...]:
    return tuple(act.HandOver(owner, idea, track, to) for to in range(seats) if to != owner)


@lru_cache(_CACHE)
def _mitigate(seat: int, idea: str, risk: str) -> Action:
    return act.Mitigate(seat, idea, risk)


@lru_cache(_CACHE)
def _on_idea(seat: int, idea: str) -> tuple[Action, Action, Action]:
    return act.Shelve(seat, idea), act.Trial(seat, idea), act.Implement(seat, idea)


@lru_cache(_CACHE)
def _follow_up(seat: int, idea: str, track: Track) -> Action:
    return act.FollowUp(seat, idea, track)
