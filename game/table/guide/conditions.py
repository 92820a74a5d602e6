"""When a hint applies and what it points at: one function of a :class:`Situation` per hint.

They check with the rules what is allowed, so a hint never suggests what would be refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from game.engine import TRACKS, Action, Idea, Risk, State, check
from game.engine import actions as act
from game.engine.limits import BALANCE_EXTREME, BALANCE_LEANING
from game.engine.lookups import present, share
from game.engine.setup import ON_AN_IDEA, Role, Track
from game.engine.state import PATIENCE
from game.table.guide.situation import HintTarget, Situation, said_of
from game.table.play.dialogs.range import another_range
from game.table.play.hand import ability_key
from game.views.board import benefit_key, idea_key, lane_key, risk_key
from game.views.hand import hand_key

NEAR_THE_EDGE = BALANCE_EXTREME - 1
"""The balance at which the hint is shown: a step before it costs trust."""
DANGEROUS = 4
"""A risk with at least this strike limit should be mitigated."""


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
    """A turn has ended."""
    return s.turn != s.starter or s.round > 1


def risk_named(s: State) -> bool:
    """A risk has been named."""
    return any(idea.risks for idea in s.ideas)


def owned(s: State) -> bool:
    """A benefit has an owner."""
    return any(b.owner is not None for idea in s.ideas for _, b in idea.claims())


def implemented(s: State) -> bool:
    """An idea has been implemented."""
    return s.implemented > 0


def mitigated(s: State) -> bool:
    """A risk has been mitigated."""
    return any(risk.mitigations for idea in s.ideas for risk in idea.risks)


def patience_asked(s: State) -> bool:
    """Trust has been spent in this round."""
    return PATIENCE in s.used_round


def tried(s: State) -> bool:
    """An idea has been tried, or is on trial."""
    return any(idea.trial or idea.was_proven for idea in s.ideas)


def many_claims(s: State) -> bool:
    """An idea claims something on more than one track."""
    return any(sum(1 for _ in idea.claims()) > 1 for idea in s.ideas)


def ability_used(s: State) -> bool:
    """A role has used its ability."""
    return bool(s.used_phase)


# ------------------------------------------------------------------ at the table
def hand(situation: Situation) -> HintTarget | None:
    """The first idea in the hand."""
    s = situation.state
    if s.step != "turn" or not s.idea_hands[s.turn]:
        return None
    return HintTarget(hand_key("ideas", s.idea_hands[s.turn][0]))


def turns(situation: Situation) -> HintTarget | None:
    """An idea is on the table, and a single action is left: before, the turn is not to end."""
    s = situation.state
    return HintTarget("pass") if s.step == "turn" and s.placed and s.actions == 1 else None


def risk(situation: Situation) -> HintTarget | None:
    """A risk card in the hand that can be placed on an idea without named risks."""
    s = situation.state
    if s.step != "turn":
        return None
    for idea in _open_ideas(s):
        for card in s.risk_hands[s.turn]:
            if not idea.risks and _allowed(s, act.PlaceRisk(s.turn, card, idea.id)):
                return HintTarget(hand_key("risks", card), idea.id)
    return None


def benefit(situation: Situation) -> HintTarget | None:
    """A benefit card in the hand for a track on which an idea on the table is said to do good."""
    s = situation.state
    if s.step != "turn":
        return None
    for idea in _open_ideas(s):
        for card in s.benefit_hands[s.turn]:
            good = said_of(s, idea, s.setup.by_id.benefits[card].track) > 0
            if good and _allowed(s, act.PlaceBenefit(s.turn, card, idea.id, 2)):
                return HintTarget(hand_key("benefits", card), idea.id)
    return None


def downside_named(s: State) -> bool:
    """A downside has been named."""
    return any(b.downside for idea in s.ideas for _, b in idea.claims())


def downside(situation: Situation) -> HintTarget | None:
    """An idea that is known to harm a track, or said to by its card, without a downside there."""
    s = situation.state
    if s.step != "turn":
        return None
    for idea in _open_ideas(s):
        harmed = [track for track in TRACKS if said_of(s, idea, track) < 0]
        if any(_allowed(s, act.NameDownside(s.turn, idea.id, track, 1)) for track in harmed):
            return HintTarget(idea_key(idea.id), idea.id)
    return None


def amends(situation: Situation) -> HintTarget | None:
    """A downside that can be made up for."""
    s = situation.state
    if s.step != "turn":
        return None
    for idea in s.ideas:
        for track, b in idea.claims():
            if b.downside and _allowed(s, act.MakeAmends(s.turn, idea.id, track)):
                return HintTarget(benefit_key(idea.id, track), idea.id)
    return None


def made_up(s: State) -> bool:
    """A downside has been made up for."""
    return any(b.amends is not None for idea in s.ideas for _, b in idea.claims())


def ability(situation: Situation) -> HintTarget | None:
    """An ability that the seat in turn can use now."""
    s = situation.state
    if s.step != "turn" or len(s.ideas) < 2:
        return None
    for role in s.roles_of(s.turn):
        if _usable(s, role):
            return HintTarget(ability_key(role.id))
    return None


def _usable(s: State, role: Role) -> bool:
    ideas = [idea.id for idea in s.ideas] if role.ability in ON_AN_IDEA else [None]
    return any(_allowed(s, act.UseAbility(s.turn, role.id, idea)) for idea in ideas)


def undo(situation: Situation) -> HintTarget | None:
    """Enough has happened for undo to be useful."""
    s = situation.state
    return HintTarget("undo") if s.step == "turn" and s.placed >= 2 else None


def next_seat(situation: Situation) -> HintTarget | None:
    """It is another seat's turn, and it has not moved yet."""
    s = situation.state
    another = s.step == "turn" and s.turn != s.starter
    unmoved = s.actions >= share(s, s.turn)
    return HintTarget("seat") if another and unmoved else None


def crowd(situation: Situation) -> HintTarget | None:
    """As many are here as the case calls many, so that some only watch; they have seen a turn."""
    s = situation.state
    many = s.step == "turn" and len(present(s)) >= s.setup.rules.many_seats
    return HintTarget("console") if many and turn_ended(s) else None


def empty_track(situation: Situation) -> HintTarget | None:
    """Late in the first round, a track still has no claim."""
    s = situation.state
    if s.step != "turn" or len(s.ideas) < 2 or len(s.waiting) > 1:
        return None
    claimed = {t for idea in s.ideas for t, b in idea.claims() if not b.downside}
    empty = [track for track in TRACKS if track not in claimed]
    return HintTarget(lane_key(empty[0])) if empty else None


def write(situation: Situation) -> HintTarget | None:
    """A hand without ideas."""
    s = situation.state
    bare = s.step == "turn" and not s.idea_hands[s.turn] and s.actions > 0 and s.placed
    return HintTarget("write") if bare else None


def trial(situation: Situation) -> HintTarget | None:
    """An idea that can be tried out, once there are two on the table."""
    s = situation.state
    ideas = _open_ideas(s) if s.step == "turn" and s.placed > 1 else ()
    found = next((i for i in ideas if _allowed(s, act.Trial(s.turn, i.id))), None)
    return HintTarget(idea_key(found.id), found.id) if found else None


def on_trial(situation: Situation) -> HintTarget | None:
    """An idea that waits for the report of its trial."""
    s = situation.state
    found = next((i for i in s.ideas if i.trial), None) if s.step == "turn" else None
    return HintTarget(idea_key(found.id), found.id) if found else None


def _unowned(s: State, ideas: Iterable[Idea], above: int = 0) -> tuple[Idea, Track] | None:
    """The first benefit of more points that the seat in turn can anchor, and may lose without."""
    least = s.setup.rules.unowned
    for idea in ideas:
        for track, b in idea.claims():
            known = s.effect(idea, track)
            if b.owner is not None or b.estimate <= above:
                continue
            if known is not None and known <= least:
                continue
            if _allowed(s, act.Anchor(s.turn, idea.id, track, s.turn)):
                return idea, track
    return None


def anchor(situation: Situation) -> HintTarget | None:
    """A benefit without an owner, first one that would give less without."""
    s = situation.state
    if not _working(s):
        return None
    found = _unowned(s, s.ideas, s.setup.rules.unowned) or _unowned(s, s.ideas)
    return HintTarget(benefit_key(found[0].id, found[1]), found[0].id) if found else None


def mitigate(situation: Situation) -> HintTarget | None:
    """A dangerous risk that can be mitigated now."""
    s = situation.state
    return _to_mitigate(s, lambda risk: risk.name is None and s.limit(risk) >= DANGEROUS)


def mitigate_written(situation: Situation) -> HintTarget | None:
    """A risk in the group's own words, of which nobody knows how likely it truly is."""
    return _to_mitigate(situation.state, lambda risk: risk.name is not None)


def _to_mitigate(s: State, meant: Callable[[Risk], bool]) -> HintTarget | None:
    """The first of the risks that are meant which can be mitigated now."""
    if not _working(s):
        return None
    for idea in s.ideas:
        for risk in idea.risks:
            open_ = risk.outcome is None and meant(risk)
            if open_ and _allowed(s, act.Mitigate(s.turn, idea.id, risk.id)):
                return HintTarget(risk_key(idea.id, risk.id), idea.id)
    return None


def implement(situation: Situation) -> HintTarget | None:
    """An idea that can be implemented now."""
    s = situation.state
    ideas = _open_ideas(s) if _working(s) else ()
    found = next((i for i in ideas if _allowed(s, act.Implement(s.turn, i.id))), None)
    return HintTarget(idea_key(found.id), found.id) if found else None


def rally(situation: Situation) -> HintTarget | None:
    """In the implementation phase, the capacity is too small for any idea."""
    s = situation.state
    prices = [idea.cost for idea in _open_ideas(s)]
    short = s.step == "turn" and s.phase == "implement" and prices and s.capacity < min(prices)
    return HintTarget("rally") if short and s.actions else None


def under_way(situation: Situation) -> HintTarget | None:
    """An idea that is implemented but not realised yet, with a benefit that can have an owner."""
    s = situation.state
    under_way = (idea for idea in s.ideas if idea.status == "implemented")
    found = _unowned(s, under_way) if _working(s) else None
    return HintTarget(idea_key(found[0].id), found[0].id) if found else None


def balance(situation: Situation) -> HintTarget | None:
    """The balance is a step from its limit."""
    s = situation.state
    return HintTarget("balance") if s.step == "turn" and abs(s.balance) >= NEAR_THE_EDGE else None


def leaning(situation: Situation) -> HintTarget | None:
    """The balance leans far enough to make something easier."""
    s = situation.state
    eased = s.step == "turn" and abs(s.balance) >= BALANCE_LEANING
    return HintTarget("balance") if eased else None


def patience(situation: Situation) -> HintTarget | None:
    """No idea can be paid for, and trust could be spent."""
    s = situation.state
    prices = [idea.cost for idea in _open_ideas(s)]
    short = s.step == "turn" and prices and s.capacity < min(prices)
    return HintTarget("patience") if short and _allowed(s, act.SpendTrust(s.turn)) else None


def trust(situation: Situation) -> HintTarget | None:
    """Trust has changed for the first time."""
    s = situation.state
    moved = s.trust != s.setup.rules.trust
    return HintTarget("trust") if s.step == "turn" and moved else None


def follow_up(situation: Situation) -> HintTarget | None:
    """A realised benefit that can be followed up for more points."""
    s = situation.state
    if s.step != "turn":
        return None
    realised = ((idea, track) for idea in s.ideas for track, _ in idea.claims())
    for idea, track in realised:
        if _allowed(s, act.FollowUp(s.turn, idea.id, track)):
            return HintTarget(benefit_key(idea.id, track), idea.id)
    return None


# ------------------------------------------------------------------ elsewhere
def first_lit(situation: Situation) -> HintTarget | None:
    """A carried card can be dropped somewhere."""
    return HintTarget(situation.lit[0]) if situation.lit else None


def refused(situation: Situation) -> HintTarget | None:
    """A carried card was refused at one place, and can be dropped at another."""
    return first_lit(situation) if situation.refused else None


def estimate(situation: Situation) -> HintTarget:
    """The estimate dialog is open; pointing at a number would suggest it."""
    return HintTarget("question")


def poker(situation: Situation) -> HintTarget | None:
    """Other seats may disagree about the estimate."""
    s = situation.state
    return HintTarget("poker") if len(present(s)) > 1 and s.placed >= 2 else None


def sheet(situation: Situation) -> HintTarget | None:
    """The sheet of an idea that can be worked on."""
    s, idea = situation.state, situation.state.idea(situation.idea)
    if idea is None or idea.locked or s.step != "turn":
        return None
    return HintTarget("do:trial", idea.id)


def ranged(s: State) -> bool:
    """A range has been set."""
    return any(b.low is not None for idea in s.ideas for _, b in idea.claims())


def range_(situation: Situation) -> HintTarget | None:
    """The sheet of an idea whose estimate is still a guess, and may have a range."""
    s, idea = situation.state, situation.state.idea(situation.idea)
    if idea is None or not _working(s):
        return None
    for track, b in idea.claims():
        if not idea.is_open(track) and _allowed(s, another_range(s.turn, idea, track, b)):
            return HintTarget(f"{benefit_key(idea.id, track)}:range", idea.id)
    return None


def owner_first(situation: Situation) -> HintTarget | None:
    """The idea can be implemented now, but a benefit of it would give less without an owner."""
    s, idea = situation.state, situation.state.idea(situation.idea)
    if idea is None or not _allowed(s, act.Implement(s.turn, idea.id)):
        return None
    found = _unowned(s, [idea], s.setup.rules.unowned)
    return HintTarget(f"{benefit_key(idea.id, found[1])}:anchor", idea.id) if found else None


def at_step(kind: str, at: str = "stage") -> Callable[[Situation], HintTarget | None]:
    """The condition for a kind of step of the check; the hint points at the stage of that step."""

    def find(situation: Situation) -> HintTarget | None:
        return HintTarget(at) if situation.step == kind else None

    return find
