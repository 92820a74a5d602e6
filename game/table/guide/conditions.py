"""When a hint applies and what it points at: questions to a :class:`Sight`, one a hint.

They ask the rules what is allowed, so a hint never asks for what would be refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.engine import TRACKS, Action, Idea, State, check
from game.engine import actions as act
from game.engine.setup import ON_AN_IDEA, Role, Track
from game.table.guide.sight import Sight, Target
from game.table.play.hand import ability_key
from game.views.board import benefit_key, idea_key, lane_key, risk_key
from game.views.hand import hand_key

NEAR_THE_EDGE = 2
"""At 3 the balance costs trust; a step before it is time to say so."""
DANGEROUS = 4
"""A risk that strikes at this or less wants something done about it."""


# ------------------------------------------------------------------ looking at the state
def _allowed(s: State, action: Action) -> bool:
    return check(s, action) is None


def _open_ideas(s: State) -> Iterator[Idea]:
    """Ideas that are not implemented yet."""
    return (idea for idea in s.ideas if not idea.locked)


def _working(s: State) -> bool:
    return s.step == "turn" and s.phase != "ideas"


def placed(s: State) -> bool:
    """An idea has been placed."""
    return s.placed > 0


def turn_ended(s: State) -> bool:
    """A turn has come to its end."""
    return s.turn != s.starter or s.round > 1


def risk_named(s: State) -> bool:
    """A risk has been named."""
    return any(idea.risks for idea in s.ideas)


def owned(s: State) -> bool:
    """A benefit has its owner."""
    return any(b.owner is not None for idea in s.ideas for _, b in idea.claims())


def implemented(s: State) -> bool:
    """An idea has been implemented."""
    return s.implemented > 0


def mitigated(s: State) -> bool:
    """A risk has been mitigated."""
    return any(risk.mitigations for idea in s.ideas for risk in idea.risks)


def many_claims(s: State) -> bool:
    """An idea claims something on more than one track."""
    return any(sum(1 for _ in idea.claims()) > 1 for idea in s.ideas)


def ability_used(s: State) -> bool:
    """A role has used its ability."""
    return bool(s.used_phase)


# ------------------------------------------------------------------ at the table
def hand(sight: Sight) -> Target | None:
    """The first idea in the hand."""
    s = sight.state
    if s.step != "turn" or not s.idea_hands[s.turn]:
        return None
    return Target(hand_key("ideas", s.idea_hands[s.turn][0]))


def turns(sight: Sight) -> Target | None:
    """An idea lies on the table, and actions are left."""
    s = sight.state
    return Target("pass") if s.step == "turn" and s.placed and s.actions else None


def risk(sight: Sight) -> Target | None:
    """A risk card in the hand that names something nobody has named."""
    s = sight.state
    if s.step != "turn":
        return None
    for idea in _open_ideas(s):
        for card in s.risk_hands[s.turn]:
            if not idea.risks and _allowed(s, act.PlaceRisk(s.turn, card, idea.id)):
                return Target(hand_key("risks", card), idea.letter)
    return None


def benefit(sight: Sight) -> Target | None:
    """A benefit card in the hand that fits an idea on the table."""
    s = sight.state
    if s.step != "turn":
        return None
    for idea in _open_ideas(s):
        for card in s.benefit_hands[s.turn]:
            if _allowed(s, act.PlaceBenefit(s.turn, card, idea.id, 2)):
                return Target(hand_key("benefits", card), idea.letter)
    return None


def ability(sight: Sight) -> Target | None:
    """An ability that the seat in turn could use now."""
    s = sight.state
    if s.step != "turn" or len(s.ideas) < 2:
        return None
    for role in s.roles_of(s.turn):
        if _usable(s, role):
            return Target(ability_key(role.id))
    return None


def _usable(s: State, role: Role) -> bool:
    ideas = [idea.id for idea in s.ideas] if role.ability in ON_AN_IDEA else [None]
    return any(_allowed(s, act.UseAbility(s.turn, role.id, idea)) for idea in ideas)


def undo(sight: Sight) -> Target | None:
    """Enough has happened that something may have gone wrong."""
    s = sight.state
    return Target("undo") if s.step == "turn" and s.placed >= 2 else None


def next_seat(sight: Sight) -> Target | None:
    """The turn has come to another seat for the first time."""
    s = sight.state
    another = s.step == "turn" and s.turn != s.starter and len(s.seats) > 1
    return Target("seat") if another else None


def empty_track(sight: Sight) -> Target | None:
    """Late in the first round a track is still without any claim."""
    s = sight.state
    if s.step != "turn" or len(s.ideas) < 2 or len(s.waiting) > 1:
        return None
    empty = [track for track in TRACKS if not s.claimed(track)]
    return Target(lane_key(empty[0])) if empty else None


def write(sight: Sight) -> Target | None:
    """A hand without an idea."""
    s = sight.state
    bare = s.step == "turn" and not s.idea_hands[s.turn] and s.actions > 0 and s.placed
    return Target("write") if bare else None


def trial(sight: Sight) -> Target | None:
    """An idea that can be tried."""
    s = sight.state
    if not _working(s):
        return None
    for idea in _open_ideas(s):
        if _allowed(s, act.Trial(s.turn, idea.id)):
            return Target(idea_key(idea.id), idea.letter)
    return None


def _unowned(s: State, ideas: Iterator[Idea]) -> tuple[Idea, Track] | None:
    """A benefit without an owner that the seat in turn could anchor."""
    for idea in ideas:
        for track, b in idea.claims():
            free = b.owner is None and _allowed(s, act.Anchor(s.turn, idea.id, track, s.turn))
            if free:
                return idea, track
    return None


def anchor(sight: Sight) -> Target | None:
    """A benefit that nobody owns."""
    s = sight.state
    found = _unowned(s, iter(s.ideas)) if _working(s) else None
    return Target(benefit_key(found[0].id, found[1]), found[0].letter) if found else None


def mitigate(sight: Sight) -> Target | None:
    """A dangerous risk, and the means to do something about it."""
    s = sight.state
    if not _working(s):
        return None
    for idea in s.ideas:
        for risk in idea.risks:
            action = act.Mitigate(s.turn, idea.id, risk.id)
            if risk.outcome is None and s.limit(risk) >= DANGEROUS and _allowed(s, action):
                return Target(risk_key(idea.id, risk.id), idea.letter)
    return None


def implement(sight: Sight) -> Target | None:
    """An idea that can be implemented now."""
    s = sight.state
    if not _working(s):
        return None
    for idea in _open_ideas(s):
        if _allowed(s, act.Implement(s.turn, idea.id)):
            return Target(idea_key(idea.id), idea.letter)
    return None


def rally(sight: Sight) -> Target | None:
    """It is time to implement, and the means are too small for any idea."""
    s = sight.state
    prices = [idea.price for idea in _open_ideas(s)]
    short = s.step == "turn" and s.phase == "implement" and prices and s.capacity < min(prices)
    return Target("rally") if short and s.actions else None


def under_way(sight: Sight) -> Target | None:
    """An idea that is implemented and not realised yet."""
    s = sight.state
    if s.step != "turn":
        return None
    found = next((idea for idea in s.ideas if idea.status == "implemented"), None)
    return Target(idea_key(found.id), found.letter) if found else None


def balance(sight: Sight) -> Target | None:
    """The balance is a step from its edge."""
    s = sight.state
    return Target("balance") if s.step == "turn" and abs(s.balance) >= NEAR_THE_EDGE else None


def trust(sight: Sight) -> Target | None:
    """Trust has moved for the first time."""
    s = sight.state
    moved = s.trust != s.setup.rules.trust
    return Target("trust") if s.step == "turn" and moved else None


def follow_up(sight: Sight) -> Target | None:
    """A realised benefit that can give more."""
    s = sight.state
    if s.step != "turn":
        return None
    for idea in s.ideas:
        for track, _ in idea.claims():
            if _allowed(s, act.FollowUp(s.turn, idea.id, track)):
                return Target(benefit_key(idea.id, track), idea.letter)
    return None


# ------------------------------------------------------------------ elsewhere
def first_lit(sight: Sight) -> Target | None:
    """A carried card may lie somewhere."""
    return Target(sight.lit[0]) if sight.lit else None


def refused(sight: Sight) -> Target | None:
    """A carried card was refused somewhere, and may lie elsewhere."""
    return first_lit(sight) if sight.refused else None


def estimate(sight: Sight) -> Target:
    """An estimate is asked for."""
    return Target("estimate:3")


def poker(sight: Sight) -> Target | None:
    """Somebody may see it otherwise."""
    s = sight.state
    return Target("poker") if len(s.seats) > 1 and s.placed >= 2 else None


def sheet(sight: Sight) -> Target | None:
    """The sheet of an idea that something can be done with."""
    s, idea = sight.state, sight.state.idea(sight.idea)
    if idea is None or idea.locked or not _working(s):
        return None
    return Target("do:trial", idea.letter)


def owner_first(sight: Sight) -> Target | None:
    """The idea could be implemented now, and half of what it gives would be lost."""
    s, idea = sight.state, sight.state.idea(sight.idea)
    if idea is None or not _allowed(s, act.Implement(s.turn, idea.id)):
        return None
    found = _unowned(s, iter([idea]))
    return Target(f"{benefit_key(idea.id, found[1])}:anchor", idea.letter) if found else None


def at_step(kind: str, at: str = "stage") -> Callable[[Sight], Target | None]:
    """A step of the check of a kind; the hint points at what is shown there."""

    def find(sight: Sight) -> Target | None:
        return Target(at) if sight.step == kind else None

    return find
