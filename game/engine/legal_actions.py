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

from collections.abc import Sequence
from functools import lru_cache

from game.engine import actions as act
from game.engine.action_rows import (
    IdeaActions,
    adjustments,
    claim,
    mitigate,
    name_post,
    seat_actions,
    use_ability,
)
from game.engine.actions import ACTIONS, Action
from game.engine.decisions import SPECS
from game.engine.enumeration import is_listed, permitted
from game.engine.hand_options import RECENT, HandOptions, from_the_hand, hand_of
from game.engine.limits import MAX_SEATS, NEW_ESTIMATES, POKER_ESTIMATES
from game.engine.lookups import drained_posts, is_disproved, present
from game.engine.prices import counts
from game.engine.rules.modules.patience import can_spend_trust
from game.engine.setup import (
    INDEX,
    TRACKS,
    VOICES,
    Common,
    ModuleName,
    Phase,
    Role,
)
from game.engine.state import Benefit, Idea, PerTrack, State, can_mitigate

WITH_ROWS: frozenset[type[Action]] = frozenset(
    {
        act.PlaceIdea,
        act.PlaceBenefit,
        act.Claim,
        act.NameDownside,
        act.PlaceRisk,
        act.Rally,
        act.Anchor,
        act.Mitigate,
        act.MakeAmends,
        act.Trial,
        act.Adjust,
        act.Shelve,
        act.Implement,
        act.FollowUp,
        act.Revise,
        act.HandOver,
        act.UseAbility,
        act.Pass,
        act.Choose,
        act.Answer,
        act.NamePost,
        act.SpendTrust,
        act.Proceed,
        act.GiveEstimate,
    }
)
"""The kinds that are listed here by rows of their own, for speed."""
WITHOUT_ROWS = tuple(kind for kind in ACTIONS if is_listed(kind) and kind not in WITH_ROWS)
"""All other kinds that players may choose: candidates that the rules allow, one by one."""

_SEATS = range(MAX_SEATS)
_ECONOMY = INDEX["economy"]
_PROCEED: tuple[Action, ...] = (act.Proceed(),)
_CHOICES = tuple((act.Choose(seat, 0), act.Choose(seat, 1)) for seat in _SEATS)
_FREE: tuple[tuple[Action, ...], ...] = tuple((act.Rally(n), act.Pass(n)) for n in _SEATS)
_ANSWERS = tuple(tuple(act.Answer(seat, n) for n in NEW_ESTIMATES) for seat in _SEATS)
_SPEND_TRUST = tuple(act.SpendTrust(seat) for seat in _SEATS)
_GIVEN = tuple(
    tuple(act.GiveEstimate(seat, n) for n in (*POKER_ESTIMATES, None)) for seat in _SEATS
)


def legal(s: State) -> list[Action]:
    """The players' legal actions; while estimates are being given, those of whoever is there.

    Also *proceed*, which anybody at the table may ask for. What a facilitator may do besides, what
    may be written, and what range an estimate may have, :func:`game.engine.check` says.
    """
    if s.step != "turn":
        listed = _between_turns(s)
    elif s.poker is not None and not s.poker.open:
        listed = [a for seat in present(s) for a in _GIVEN[seat]]
    else:
        listed = _turn(s)
    for kind in WITHOUT_ROWS:
        listed += permitted(s, kind)
    return listed


def _between_turns(s: State) -> list[Action]:
    if s.step == "choice":
        return list(_CHOICES[s.turn])
    if s.step == "answer":
        assert s.tested is not None  # this is what the step waits for
        id, track = s.tested
        return list(_ANSWERS[s.turn][not is_disproved(s, s.require_idea(id), track) :])
    if s.step == "adjust":
        refusal = SPECS[act.Adjust].refusal
        asked = adjustments(s.turn, s.adjusting[0])
        return [a for a in asked if refusal(s, a) is None]
    return [] if s.step == "over" else list(_PROCEED)


def _turn(s: State) -> list[Action]:
    hand = hand_of(s)
    options = _turn_options_of(s, hand)
    out = [*_FREE[s.turn]]
    if hand.patience and can_spend_trust(s):
        out.append(_SPEND_TRUST[s.turn])
    if hand.ideas and s.open_ideas() < hand.rules.open_ideas:
        out += hand.ideas
    for idea in s.ideas:
        row: list[Action] | None = idea.memo.get(hand)
        if row is None:
            row = idea.memo[hand] = from_the_hand(idea, hand)
        out += row
    for idea in s.ideas:
        row = idea.memo.get(options)
        if row is None:
            row = idea.memo[options] = _on_the_table(s, idea, options)
        out += row
    if s.free_claim is not None:
        _free_claims(s, INDEX[s.free_claim], out)
    for role, action in hand.abilities:
        if role.id not in s.used_phase and (role.ability not in VOICES or s.has_unlearned()):
            out.append(action)
    return out


def _free_claims(s: State, place: int, out: list[Action]) -> None:
    for idea in s.ideas:
        if idea.benefits[place] is None and not idea.locked and idea.opened >> place & 1:
            out += claim(s.turn, idea.id)


# ------------------------------------------------------------------ on the table
class TurnOptions:
    """What decides, besides the idea itself, what may be done with it on the table.

    ``means`` is the capacity as far as anything can cost; ``roles`` are those that may now use
    their ability on an idea.
    """

    __slots__ = (
        "away",
        "can_try",
        "drained",
        "free_mitigation",
        "likelier",
        "means",
        "moves",
        "paused",
        "phase",
        "posts",
        "roles",
        "rules",
        "seat",
    )

    def __init__(
        self,
        common: Common,
        seat: int,
        seats: int,
        phase: Phase,
        paused: bool,
        means: int,
        free_mitigation: bool,
        can_try: bool,
        likelier: PerTrack,
        drained: tuple[str, ...],
        roles: tuple[str, ...],
        away: tuple[int, ...],
    ) -> None:
        self.rules = common.rules
        self.roles = [common.roles[id] for id in roles]
        self.seat = seat
        self.moves = seat_actions(seat, seats)
        self.phase = phase
        self.posts = common if "posts" in common.rules.modules else None
        self.paused = paused
        self.means = means
        self.free_mitigation = free_mitigation
        self.can_try = can_try
        self.likelier = likelier
        self.drained = drained
        self.away = away


_turn_options = lru_cache(RECENT)(TurnOptions)


def _turn_options_of(s: State, hand: HandOptions) -> TurnOptions:
    index = s.setup.by_id
    return _turn_options(
        index.common,
        s.turn,
        len(s.seats),
        s.phase,
        s.paused_round == s.round,
        s.capacity if s.capacity < index.dearest else index.dearest,
        _is_free(act.Mitigate, hand.rules.modules, s.balance),
        _can_try(s, hand),
        s.likelier,
        drained_posts(s),
        tuple([id for id in hand.on_ideas if id not in s.used_phase]) if hand.on_ideas else (),
        s.away,
    )


@lru_cache(RECENT)
def _is_free(kind: type[Action], modules: tuple[ModuleName, ...], balance: int) -> bool:
    """Whether a module saves the capacity that an action of this kind takes."""
    return any(counts(modules, balance, relief) for relief in SPECS[kind].price.reliefs)


def _can_try(s: State, hand: HandOptions) -> bool:
    """Whether a trial would still be reported, and there are means for it."""
    if s.round >= hand.last_round:
        return False
    perk = hand.front_line is not None and hand.front_line not in s.used_round
    return s.capacity > 0 or perk or _is_free(act.Trial, hand.rules.modules, s.balance)


def _on_the_table(s: State, idea: Idea, x: TurnOptions) -> list[Action]:
    moves = x.moves[idea.id]
    out: list[Action] = []
    if idea.status == "realised":
        if x.phase != "ideas":
            _looking_after(idea, x, moves, out)
    else:
        if idea.status != "implemented":
            _estimates(s, idea, moves, out)
            if idea.trial is None:
                _carrying_out(idea, x, moves, out)
        _preparing(idea, x, moves, out)
    for role in x.roles:
        if _helps(role, idea):
            out.append(use_ability(x.seat, role.id, idea.id))
    return out


def _helps(role: Role, idea: Idea) -> bool:
    if role.ability == "supplier":
        return not idea.locked and idea.cost > 1
    return idea.status != "realised"


def _estimates(s: State, idea: Idea, moves: IdeaActions, out: list[Action]) -> None:
    """Other estimates for what is claimed, and downsides where none is named.

    What is known of an idea never changes, so that the idea itself says what may be withdrawn.
    """
    downside, revise = moves.downside, moves.revise
    for place, b in enumerate(idea.benefits):
        if b is None or b.estimate > 0:
            out += downside[place]
        if b is not None:
            out += revise[place][b.estimate]
            if idea.opened and is_disproved(s, idea, TRACKS[place]):
                out.append(moves.withdraw[place])


def _carrying_out(idea: Idea, x: TurnOptions, moves: IdeaActions, out: list[Action]) -> None:
    """What is done with an idea that is neither under way nor on trial."""
    if x.phase != "ideas":
        out.append(moves.shelve)
    if x.can_try and not idea.was_proven:
        out += moves.trial[idea.opened]
    ready = idea.was_proven or x.phase == "implement" or idea.cost <= x.rules.small_cost
    if ready and not x.paused and x.means >= idea.cost:
        out.append(moves.implement)


def _preparing(idea: Idea, x: TurnOptions, moves: IdeaActions, out: list[Action]) -> None:
    """What is done until an idea is realised: owners, amends, work on its risks."""
    later = x.phase != "ideas"
    for place, b in enumerate(idea.benefits):
        if b is None:
            continue
        if b.estimate < 0:
            if x.means and b.amends is None:
                out.append(moves.make_amends[place])
        elif later:
            out += _owners(moves, place, b.owner, x.away)
    if x.posts is not None:
        _posts(idea, x.posts, out)
    if later and (x.means or x.free_mitigation):
        for risk in idea.risks:
            if can_mitigate(risk, x.likelier, x.rules.mitigation):
                out.append(mitigate(x.seat, idea.id, risk.id))


def _owners(
    moves: IdeaActions, place: int, owner: int | None, away: tuple[int, ...]
) -> Sequence[Action]:
    """Giving a benefit its owner, or another one: somebody who is there."""
    if owner is None:
        anchor = moves.anchor[place]
        return [a for a in anchor if a.owner not in away] if away else anchor
    hand_over = moves.hand_over[place][owner]
    return [a for a in hand_over if a.to not in away] if away else hand_over


def _posts(idea: Idea, common: Common, out: list[Action]) -> None:
    """The other posts from which a saving may be taken."""
    b = idea.benefits[_ECONOMY]
    if b is not None and b.estimate > 0:
        out += name_post(common, b.seat, idea.id, b.post)


def _can_be_followed(b: Benefit, x: TurnOptions) -> bool:
    """Whether a realised benefit that somebody owns may give one more."""
    return bool(b.harvested and b.harvested > 0 and not b.followed and b.post not in x.drained)


def _looking_after(idea: Idea, x: TurnOptions, moves: IdeaActions, out: list[Action]) -> None:
    """What is done with the benefits of a realised idea."""
    for place, b in enumerate(idea.benefits):
        if b is not None and b.owner is not None:
            out += _owners(moves, place, b.owner, x.away)
            if x.means and _can_be_followed(b, x):
                out.append(moves.follow_up[place])
