"""Everything that may be done now, short of what is written in the group's own words.

What may be done follows from the declarations of the actions (:mod:`game.engine.enumeration`), but
asking every candidate is slow, and listing is most of the time of a mass simulation. So the actions
of the kinds in :data:`WITH_ROWS` are made once and shared (:class:`IdeaActions`), and every idea
remembers the rows of actions it allows: from one decision to the next all ideas but one are the
same objects. What a row depends on besides its idea is a :class:`HandOptions` or a
:class:`TurnOptions`; both are cached, so that a row is found again by their identity. A test
compares this list with :func:`game.engine.check` for every candidate there is.
"""

from __future__ import annotations

from functools import lru_cache

from game.engine import actions as act
from game.engine.actions import ACTIONS, Action
from game.engine.enumeration import is_listed, permitted
from game.engine.setup import (
    INDEX,
    ON_AN_IDEA,
    STANDING,
    TRACKS,
    VOICES,
    CardIndex,
    Phase,
    Role,
    Track,
)
from game.engine.state import Idea, PerTrack, State, limit

_SHARED, _RECENT = 1 << 12, 1 << 10
"""How many a cache keeps: actions for as long as a case is played, hands for a game or two."""

WITH_ROWS: frozenset[type[Action]] = frozenset(
    {
        act.PlaceIdea,
        act.PlaceBenefit,
        act.Claim,
        act.PlaceRisk,
        act.Rally,
        act.Anchor,
        act.Mitigate,
        act.Trial,
        act.Shelve,
        act.Implement,
        act.FollowUp,
        act.Revise,
        act.HandOver,
        act.UseAbility,
        act.Pass,
        act.Choose,
        act.Proceed,
        act.GiveEstimate,
    }
)
"""The kinds that are listed here by rows of their own, for speed."""
WITHOUT_ROWS = tuple(kind for kind in ACTIONS if is_listed(kind) and kind not in WITH_ROWS)
"""All other kinds that players may choose: candidates that the rules allow, one by one."""

_PROCEED: tuple[Action, ...] = (act.Proceed(),)
_CHOICES = tuple((act.Choose(seat, 0), act.Choose(seat, 1)) for seat in range(8))
_FREE: tuple[tuple[Action, ...], ...] = tuple((act.Rally(n), act.Pass(n)) for n in range(8))
_GIVEN = tuple(tuple(act.GiveEstimate(seat, n) for n in range(7)) for seat in range(8))


def legal(s: State) -> list[Action]:
    """The players' legal actions; while estimates are being given, those that are missing.

    Also *proceed*, which anybody at the table may ask for. What a facilitator may do besides, and
    what may be written, :func:`game.engine.check` says.
    """
    if s.step != "turn":
        listed = _between_turns(s)
    elif s.poker is not None and not s.poker.open:
        listed = [a for i, n in enumerate(s.poker.given) if n is None for a in _GIVEN[i]]
    else:
        listed = _turn(s)
    for kind in WITHOUT_ROWS:
        listed += permitted(s, kind)
    return listed


def _between_turns(s: State) -> list[Action]:
    if s.step == "choice":
        return list(_CHOICES[s.starter])
    return [] if s.step == "over" else list(_PROCEED)


def _turn(s: State) -> list[Action]:
    hand = _hand_of(s)
    options = _turn_options_of(s, hand)
    out = [*_FREE[s.turn]]
    if hand.ideas and s.open_ideas() < hand.rules.open_ideas:
        out += hand.ideas
    if hand.benefits or hand.risks:
        for idea in s.ideas:
            row: list[Action] | None = idea.memo.get(hand)
            if row is None:
                row = idea.memo[hand] = _from_the_hand(idea, hand)
            out += row
    for idea in s.ideas:
        row = idea.memo.get(options)
        if row is None:
            row = idea.memo[options] = _on_the_table(idea, options)
        out += row
    if s.free_claim is not None:
        _free_claims(s, INDEX[s.free_claim], out)
    for role, action in hand.abilities:
        if role.id not in s.used_phase and (role.ability not in VOICES or s.has_unlearned()):
            out.append(action)
    return out


# ------------------------------------------------------------------ from the hand
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
        "on_ideas",
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
        self.seat = seat
        self.abilities, self.on_ideas, self.front_line = _played(index, seat, roles)
        self.ideas = [a for card in ideas for a in _place_idea(seat, card)]
        self.benefits = [(index.track_places[card], _placing(seat, card)) for card in benefits]
        self.risks: dict[str, list[str]] = {}
        for card in risks:
            for idea in index.about[card]:
                self.risks.setdefault(idea, []).append(card)


_hand = lru_cache(_RECENT)(HandOptions)


@lru_cache(_RECENT)
def _played(
    index: CardIndex, seat: int, ids: tuple[str, ...]
) -> tuple[list[tuple[Role, act.UseAbility]], list[str], str | None]:
    """The roles of a seat sorted by how their ability is used."""
    roles = [role for role in index.roles.values() if role.id in ids]
    active = [role for role in roles if role.ability not in STANDING]
    alone = [(r, act.UseAbility(seat, r.id, None)) for r in active if r.ability not in ON_AN_IDEA]
    on_ideas = [role.id for role in active if role.ability in ON_AN_IDEA]
    front_line = next((role.id for role in roles if role.ability == "front_line"), None)
    return alone, on_ideas, front_line


def _hand_of(s: State) -> HandOptions:
    seat = s.turn
    return _hand(
        s.setup.by_id,
        seat,
        s.idea_hands[seat],
        s.benefit_hands[seat],
        s.risk_hands[seat],
        s.seats[seat].roles,
    )


def _from_the_hand(idea: Idea, hand: HandOptions) -> list[Action]:
    out: list[Action] = []
    if idea.status == "realised":
        return out
    if idea.status != "implemented":
        for place, rows in hand.benefits:
            if idea.benefits[place] is None:
                row = rows[idea.id]
                out += row if idea.name is None else row[: idea.room(hand.rules.written_claims)]
    for card in hand.risks.get(idea.id, ()):
        if not idea.risk(card):
            out.append(_place_risk(hand.seat, card, idea.id))
    return out


def _free_claims(s: State, place: int, out: list[Action]) -> None:
    for idea in s.ideas:
        if idea.benefits[place] is None and not idea.locked and idea.opened >> place & 1:
            out += _claim(s.turn, idea.id)[: idea.room(s.setup.rules.written_claims)]


# ------------------------------------------------------------------ on the table
class TurnOptions:
    """What decides, besides the idea itself, what may be done with it on the table.

    ``means`` is the capacity as far as anything can cost; ``roles`` are those that may now use
    their ability on an idea.
    """

    __slots__ = (
        "free_trial",
        "likelier",
        "means",
        "paused",
        "phase",
        "roles",
        "rules",
        "seat",
        "seats",
    )

    def __init__(
        self,
        index: CardIndex,
        seat: int,
        seats: int,
        phase: Phase,
        paused: bool,
        means: int,
        free_trial: bool,
        likelier: PerTrack,
        roles: tuple[str, ...],
    ) -> None:
        self.rules = index.rules
        self.roles = [index.roles[id] for id in roles]
        self.seat = seat
        self.seats = seats
        self.phase = phase
        self.paused = paused
        self.means = means
        self.free_trial = free_trial
        self.likelier = likelier


_turn_options = lru_cache(_RECENT)(TurnOptions)


def _turn_options_of(s: State, hand: HandOptions) -> TurnOptions:
    index = s.setup.by_id
    return _turn_options(
        index,
        s.turn,
        len(s.seats),
        s.phase,
        s.paused_round == s.round,
        s.capacity if s.capacity < index.dearest else index.dearest,
        hand.front_line is not None and hand.front_line not in s.used_round,
        s.likelier,
        tuple([id for id in hand.on_ideas if id not in s.used_phase]) if hand.on_ideas else (),
    )


def _on_the_table(idea: Idea, x: TurnOptions) -> list[Action]:
    moves = _moves(x.seat, idea.id, x.seats)
    out: list[Action] = []
    if idea.status == "proposed" or idea.status == "proven":
        _revisions(idea, x, moves, out)
    if x.phase != "ideas":
        _ownership(idea, x, moves, out)
        if idea.status != "realised":
            _work(idea, x, moves, out)
    for role in x.roles:
        if _helps(role, idea):
            out.append(_use_ability(x.seat, role.id, idea.id))
    return out


def _helps(role: Role, idea: Idea) -> bool:
    if role.ability == "supplier":
        return not idea.locked and idea.cost > 1
    return idea.status != "realised" and not idea.written


def _revisions(idea: Idea, x: TurnOptions, moves: IdeaActions, out: list[Action]) -> None:
    for place, b in enumerate(idea.benefits):
        if b is not None:
            row = moves.revise[place][b.estimate]
            if idea.name is not None:
                row = row[: idea.room(x.rules.written_claims) + b.estimate - 1]
            out += row


def _ownership(idea: Idea, x: TurnOptions, moves: IdeaActions, out: list[Action]) -> None:
    realised = idea.status == "realised"
    for place, b in enumerate(idea.benefits):
        if b is None:
            continue
        if b.owner is not None:
            out += moves.hand_over[place][b.owner]
            if realised and x.means and not b.followed and b.harvested and b.harvested > 0:
                out.append(moves.follow_up[place])
        elif not realised:
            out += moves.anchor[place]


def _work(idea: Idea, x: TurnOptions, moves: IdeaActions, out: list[Action]) -> None:
    if x.means:
        for risk in idea.risks:
            if limit(risk, x.likelier, x.rules.mitigation) > 0:
                out.append(_mitigate(x.seat, idea.id, risk.id))
    if idea.status != "implemented":
        out.append(moves.shelve)
        if not idea.was_proven and (x.means or x.free_trial):
            out.append(moves.trial)
        ready = idea.was_proven or x.phase == "implement"
        if ready and not x.paused and x.means >= idea.price:
            out.append(moves.implement)


# ------------------------------------------------------------------ shared actions
class IdeaActions:
    """What a seat may ever do with an idea: rows by the place of the track, made once.

    ``revise`` has a row for each estimate that is now, ``hand_over`` one for each owner.
    """

    __slots__ = ("anchor", "follow_up", "hand_over", "implement", "revise", "shelve", "trial")

    def __init__(self, seat: int, idea: str, seats: int) -> None:
        self.shelve = act.Shelve(seat, idea)
        self.trial = act.Trial(seat, idea)
        self.implement = act.Implement(seat, idea)
        self.follow_up = [act.FollowUp(seat, idea, t) for t in TRACKS]
        self.anchor = [[act.Anchor(seat, idea, t, to) for to in range(seats)] for t in TRACKS]
        self.revise = [_revise(seat, idea, t) for t in TRACKS]
        self.hand_over = [_hand_over(idea, t, seats) for t in TRACKS]


def _revise(seat: int, idea: str, track: Track) -> list[list[act.Revise]]:
    rows = [act.Revise(seat, idea, track, n) for n in range(1, 7)]
    return [[a for a in rows if a.estimate != now] for now in range(7)]


@lru_cache(_SHARED)
def _hand_over(idea: str, track: Track, seats: int) -> list[list[act.HandOver]]:
    return [
        [act.HandOver(owner, idea, track, to) for to in range(seats) if to != owner]
        for owner in range(seats)
    ]


_moves = lru_cache(_SHARED)(IdeaActions)


@lru_cache(_SHARED)
def _place_idea(seat: int, card: str) -> tuple[Action, ...]:
    return tuple(act.PlaceIdea(seat, card, n) for n in range(1, 7))


class BenefitPlacements(dict[str, list[Action]]):
    """Placing a benefit card: the row for each idea it may be for, made when first asked for."""

    __slots__ = ("card", "seat")

    def __init__(self, seat: int, card: str) -> None:
        super().__init__()
        self.seat, self.card = seat, card

    def __missing__(self, idea: str) -> list[Action]:
        row: list[Action] = [act.PlaceBenefit(self.seat, self.card, idea, n) for n in range(1, 7)]
        self[idea] = row
        return row


_placing = lru_cache(_SHARED)(BenefitPlacements)


@lru_cache(_SHARED)
def _claim(seat: int, idea: str) -> tuple[Action, ...]:
    return tuple(act.Claim(seat, idea, n) for n in range(1, 7))


@lru_cache(_SHARED)
def _place_risk(seat: int, card: str, idea: str) -> Action:
    return act.PlaceRisk(seat, card, idea)


@lru_cache(_SHARED)
def _use_ability(seat: int, role: str, idea: str) -> Action:
    return act.UseAbility(seat, role, idea)


@lru_cache(_SHARED)
def _mitigate(seat: int, idea: str, risk: str) -> Action:
    return act.Mitigate(seat, idea, risk)
