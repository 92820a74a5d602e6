"""What the rules and the table both ask of a state: who is at home, who owns what, what is due."""

from __future__ import annotations

from functools import lru_cache

from game.engine.limits import MAX_SEATS, TRACK_HIGH, TRACK_LOW
from game.engine.setup import RiskCard, Rules, Track
from game.engine.state import Idea, Risk, State


# ------------------------------------------------------------------ who is there
def present_from(s: State, seat: int) -> tuple[int, ...]:
    """The seats where somebody sits, round the table from one on."""
    seats = _round_the_table(seat, len(s.seats))
    return tuple([n for n in seats if n not in s.away]) if s.away else seats


@lru_cache(MAX_SEATS**2)
def _round_the_table(seat: int, seats: int) -> tuple[int, ...]:
    return tuple([n % seats for n in range(seat, seat + seats)])


def present(s: State) -> tuple[int, ...]:
    """The seats where somebody sits."""
    return present_from(s, 0)


def stand_in(s: State, seat: int) -> int:
    """Who decides for a seat: itself, or while it is away the next one where somebody sits."""
    return present_from(s, seat)[0] if seat in s.away else seat


def asked_seat(s: State) -> int | None:
    """Whose decision is waited for between turns, if one is; another stands in for who is away."""
    if s.step == "choice":
        return stand_in(s, s.starter)
    if s.step == "adjust":
        plan = s.require_idea(s.adjusting[0]).trial
        return None if plan is None else stand_in(s, plan.seat)
    if s.step == "answer" and s.tested is not None:
        b = s.require_idea(s.tested[0]).benefit(s.tested[1])
        return None if b is None else stand_in(s, b.seat)
    return None


# ------------------------------------------------------------------ ownership
def is_at_home(s: State, seat: int, track: Track) -> bool:
    """Whether a role of the seat is at home on a track."""
    return track in s.setup.by_id.common.homes_of(s.seats[seat].roles)


def owned(s: State) -> list[int]:
    """How many benefits each seat owns that are not yet realised."""
    counts = [0] * len(s.seats)
    for idea in s.ideas:
        if idea.status != "realised":
            for b in idea.benefits:
                if b is not None and b.owner is not None:
                    counts[b.owner] += 1
    return counts


def owned_by(s: State, seat: int) -> int:
    """How many benefits a seat owns that are not yet realised."""
    return owned(s)[seat]


# ------------------------------------------------------------------ actions and capacity
def actions_of(rules: Rules, seats: int) -> int:
    """The group's actions in a round."""
    return rules.actions_many_seats if seats >= rules.many_seats else rules.actions


def share_of(rules: Rules, place: int, seats: int) -> int:
    """The actions of the seat at a place in turn; what is left over goes to the first."""
    actions = actions_of(rules, seats)
    return actions // seats + (place < actions % seats)


def income(trust: int) -> int:
    """The new capacity that a round gives at a trust: half of it, rounded down, and 1 more."""
    return trust // 2 + 1


def share(s: State, seat: int) -> int:
    """The actions of a seat in this round: those who are there share them."""
    if s.shares or s.away:
        return _share_of_those_there(s, seat)
    seats = len(s.seats)
    return share_of(s.setup.rules, (seat - s.starter) % seats, seats)


def _share_of_those_there(s: State, seat: int) -> int:
    if s.shares:
        return dict(s.shares).get(seat, 0)
    there = present_from(s, s.starter)
    return share_of(s.setup.rules, there.index(seat), len(there)) if seat in there else 0


# ------------------------------------------------------------------ downsides
def is_spoken_of(idea: Idea, track: Track) -> bool:
    """Whether a downside has been named on a track."""
    claim = idea.benefit(track)
    return claim is not None and claim.downside


# ------------------------------------------------------------------ what turned out not to be so
def is_disproved(s: State, idea: Idea, track: Track) -> bool:
    """Whether the table knows that nothing of what is claimed on a track is true.

    Of a downside, that it harms nobody.
    """
    claim, effect = idea.benefit(track), s.effect(idea, track)
    return claim is not None and effect is not None and claim.estimate * effect <= 0


# ------------------------------------------------------------------ risks
def strike_limit(s: State, card: RiskCard, named: Risk | None) -> int:
    """The highest die at which a true risk strikes: named it is lower, worked against lower yet."""
    rules = s.setup.rules
    if named is None:
        return s.likelihood(card) + rules.unnamed
    return s.likelihood(card) - rules.mitigation * named.mitigations


# ------------------------------------------------------------------ posts
def taken(s: State, post: str) -> int:
    """The points that have been harvested from a post so far, those of following up included."""
    claims = (idea.benefit("economy") for idea in s.ideas)
    return sum(
        max(0, b.harvested or 0) + b.followed for b in claims if b is not None and b.post == post
    )


def left_in(s: State, post: str) -> int:
    """The points that a post still holds."""
    return max(0, s.setup.by_id.posts[post].points - taken(s, post))


def drained_posts(s: State) -> tuple[str, ...]:
    """The posts that hold no more, where they are played with."""
    if "posts" not in s.setup.rules.modules:
        return ()
    return tuple(post.id for post in s.setup.posts if not left_in(s, post.id))


def takes_risk(idea: Idea, risk: str) -> bool:
    """Whether a risk that is about an idea can still be named at it."""
    return idea.status != "realised" and idea.risk(risk) is None


# ------------------------------------------------------------------ what is due
def under_way(s: State) -> list[Idea]:
    """The ideas that are implemented and not yet realised, in the order they were implemented."""
    ideas = [idea for idea in s.ideas if idea.status == "implemented"]
    return sorted(ideas, key=lambda idea: idea.order)


def due_ideas(s: State) -> tuple[Idea, ...]:
    """The ideas that are realised at this round's check, in the order they were implemented.

    So that each is seen, there are no more than a few; the others wait for the next check.
    """
    due = [idea for idea in under_way(s) if idea.due <= s.round]
    return tuple(due[: s.setup.rules.check_ideas])


def check_round(s: State, idea: Idea) -> int:
    """The round at whose check an idea under way is realised; after the last, the follow-up.

    By version 1 of the rules no idea waits.
    """
    return _check_among(s, [(i.id, i.due) for i in under_way(s)], idea.id)


def due_if_implemented(s: State, idea: Idea) -> int:
    """The round from whose check on an idea would be due, were it implemented now."""
    return s.round + idea.card.delay


def check_round_if_implemented(s: State, idea: Idea) -> int:
    """The round at whose check it would be realised then, after those that are under way."""
    before = [(i.id, i.due) for i in under_way(s)]
    return _check_among(s, [*before, (idea.id, due_if_implemented(s, idea))], idea.id)


def _check_among(s: State, waiting: list[tuple[str, int]], id: str) -> int:
    """The round at whose check one of the ideas is realised that wait, each with its due round."""
    if s.edition < 2:
        return dict(waiting)[id]
    last = sum(s.setup.rules.rounds)
    for round in range(s.round + (s.step == "opening"), last + 1):
        due = [idea for idea, since in waiting if since <= round][: s.setup.rules.check_ideas]
        if id in due:
            return round
        waiting = [(idea, since) for idea, since in waiting if idea not in due]
    return last + 1


def turns_to_come(s: State) -> bool:
    """Whether anybody can still act: somebody has the turn, or another round comes."""
    if s.over or s.phase == "follow_up":
        return False
    return s.turn >= 0 or s.round < sum(s.setup.rules.rounds)


# ------------------------------------------------------------------ tracks
def moved_by(at: int, by: int) -> int:
    """What a track at ``at`` points truly moves by: what would pass its end is lost."""
    return max(TRACK_LOW, min(TRACK_HIGH, at + by)) - at
