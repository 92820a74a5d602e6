"""Finds moments about estimates: changed, far apart, missed, met exactly."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.benefits import halved_ideas
from game.debrief.history import GameHistory, Occurrence, Position
from game.debrief.moments import (
    ClaimFaced,
    EstimateChanged,
    EstimatesSpread,
    HarvestedNothing,
    HarvestWithoutOwner,
    Moment,
    WordKept,
)
from game.debrief.observers.finding import claim_of, implementing, moment, opening
from game.debrief.references import Person
from game.engine import Track, fold
from game.engine import events as ev
from game.engine.limits import CLAIM_MISSED
from game.engine.lookups import left_in

NOTABLE = 2
"""The least change of an estimate, and the least spread in poker, that is a key moment."""
BOLD = 3
"""The smallest estimate for which a benefit that gave nothing is a key moment."""


def largest_change(history: GameHistory) -> Iterator[Moment]:
    """The largest change of an estimate in one decision, where nobody knew the truth."""
    guessed = [s for s in history.of(ev.EstimateRevised) if _is_a_guess(s)]
    if guessed:
        top = max(guessed, key=lambda s: abs(s.event.estimate - s.event.before))
        e = top.event
        by = abs(e.estimate - e.before)
        about = EstimateChanged(
            history.benefit(e.idea, e.track, top.order),
            history.person(e.seat, top.order),
            e.before,
            e.estimate,
        )
        if by >= NOTABLE:
            earlier = claim_of(history, e.idea, e.track, top.order)
            yield moment(top, 3 + by, about, [earlier])


def _is_a_guess(revised: Occurrence[ev.EstimateRevised]) -> bool:
    idea = revised.step.before.idea(revised.event.idea)
    return idea is not None and not idea.is_open(revised.event.track)


def widest_spread(history: GameHistory) -> Iterator[Moment]:
    """The round of estimate poker with the widest spread."""
    turned = [s for s in history.of(ev.EstimatesTurned) if s.event.numbers]
    if not turned:
        return
    top = max(turned, key=lambda s: _spread(s.event))
    spread = _spread(top.event)
    if spread >= NOTABLE:
        about = EstimatesSpread(
            history.benefit(top.event.idea, top.event.track, top.order),
            tuple((_giver(history, top, seat), n) for seat, n in top.event.answers),
        )
        yield moment(top, 4 + spread, about)


def _giver(history: GameHistory, turned: Occurrence[ev.EstimatesTurned], seat: int) -> Person:
    """Who answered at a seat, though somebody else may sit there once it is turned."""
    given = [s.order for s in history.of(ev.EstimateGiven) if s.event.seat == seat]
    return history.person(seat, max((n for n in given if n < turned.order), default=turned.order))


def _spread(e: ev.EstimatesTurned) -> int:
    return max(e.numbers) - min(e.numbers)


# ------------------------------------------------------------------ missed
def harvested_nothing(history: GameHistory) -> Iterator[Moment]:
    """Claims that truly gave nothing or less, if they were bold or nobody doubted them in poker."""
    polls = {(s.event.idea, s.event.track): s for s in history.of(ev.EstimatesTurned)}
    for occurrence in history.of(ev.Harvested):
        e = occurrence.event
        poll = polls.get((e.idea, e.track))
        values = _of_everybody(poll.event) if poll is not None else ()
        if e.estimate is None or e.estimate < 0 or e.effect > 0:
            continue
        if e.estimate >= BOLD or _believed(values):
            done = implementing(history, e.idea)
            known = _known_at(opening(history, e.idea, e.track), done)
            about = HarvestedNothing(
                history.benefit(e.idea, e.track, occurrence.order),
                e.estimate,
                e.points,
                values,
                known.round if known is not None else None,
            )
            claim = claim_of(history, e.idea, e.track, occurrence.order)
            weight = 4 + e.estimate / 2 - e.points / 2 + _believed(values)
            yield moment(occurrence, weight, about, [claim, poll, known, done])


def _known_at(known: Position | None, done: Position | None) -> Position | None:
    """Where the truth came to light, if that was before the idea was implemented."""
    if known is None or done is None or known.entry > done.entry:
        return None
    return known


def _of_everybody(e: ev.EstimatesTurned) -> tuple[int, ...]:
    """The numbers of estimate poker, unless somebody there had no opinion."""
    return () if e.unsure else e.numbers


def _believed(values: tuple[int, ...]) -> bool:
    """Whether everybody gave it something in estimate poker."""
    return bool(values) and min(values) > 0


def claim_faced(history: GameHistory) -> Iterator[Moment]:
    """The tested claim that was farthest from the truth, if it missed it, and the answer."""
    missed = [
        s
        for s in history.of(ev.ClaimTested)
        if abs(s.event.estimate - s.event.effect) >= CLAIM_MISSED
    ]
    if not missed:
        return
    top = max(missed, key=lambda s: abs(s.event.estimate - s.event.effect))
    e = top.event
    claim = claim_of(history, e.idea, e.track, top.order)
    answer = _answer(history, top)
    about = ClaimFaced(
        history.benefit(e.idea, e.track, top.order),
        _who_said(history, e.idea, e.track, claim),
        e.estimate,
        e.effect,
        answer[0] if answer is not None else None,
    )
    rests_on = [claim, answer[1] if answer is not None else None]
    yield moment(top, 2 + abs(e.estimate - e.effect), about, rests_on)


def _who_said(history: GameHistory, idea: str, track: Track, claim: Position | None) -> Person:
    """Who gave a benefit its number, there where it got it."""
    numbers = history.of(ev.BenefitClaimed, ev.EstimateRevised)
    said = [s for s in numbers if (s.event.idea, s.event.track) == (idea, track)]
    mine = [s for s in said if claim is None or s.position.entry == claim.entry]
    return history.person(mine[-1].event.seat, mine[-1].order)


def _answer(
    history: GameHistory, tested: Occurrence[ev.ClaimTested]
) -> tuple[int, Position] | None:
    """The estimate after the answer to a tested claim (0: withdrawn), and where it came."""
    e = tested.event
    for s in history.of(ev.ClaimAnswered):
        if s.order > tested.order:
            idea = s.step.after.idea(e.idea)
            b = idea.benefit(e.track) if idea is not None else None
            return 0 if b is None else b.estimate, s.position
    return None


# ------------------------------------------------------------------ without an owner
def harvest_without_owner(history: GameHistory) -> Iterator[Moment]:
    """The benefit that lost most because nobody owned it, whatever else took from it."""
    stumbled = halved_ideas(history)
    lessened = []
    for occurrence in history.of(ev.Harvested):
        e = occurrence.event
        owned = _with_an_owner(occurrence, halved=e.idea in stumbled)
        if (e.estimate or 0) > 0 and not e.anchored and owned > max(0, e.points):
            lessened.append((owned - e.points, -occurrence.order, owned, occurrence))
    if lessened:
        lost, _, owned, occurrence = max(lessened)
        e = occurrence.event
        about = HarvestWithoutOwner(
            history.benefit(e.idea, e.track, occurrence.order), e.estimate or 0, owned, e.points
        )
        claim = claim_of(history, e.idea, e.track, occurrence.order)
        left = [
            s
            for s in history.of(ev.OwnerLeft)
            if (s.event.idea, s.event.track) == about.benefit.key
        ]
        rests_on = [claim, *left, implementing(history, e.idea)]
        searched = history.steps[0].position, occurrence.position
        yield moment(occurrence, 3 + lost, about, rests_on, searched)


def _with_an_owner(harvest: Occurrence[ev.Harvested], *, halved: bool) -> int:
    """What a benefit had given with an owner at home on its track, as far as its post held it."""
    e = harvest.event
    effect = e.effect // 2 if halved else e.effect
    if e.short == "no_post":
        return effect // 2
    events = harvest.step.events
    state = fold(harvest.step.before, events[: events.index(e)])
    b = state.require_idea(e.idea).benefit(e.track)
    post = b.post if b is not None else None
    return effect if post is None else min(effect, left_in(state, post))


# ------------------------------------------------------------------ met
def word_kept(history: GameHistory) -> Iterator[Moment]:
    """The largest claim that was true to the point, and of which nobody knew the truth."""
    exact = [
        s
        for s in history.of(ev.IdeaRealised)
        if s.event.given == s.event.claimed > 0
        and _was_true(history, s.event.idea)
        and _was_hidden(history, s.event.idea)
    ]
    if exact:
        top = max(exact, key=lambda s: s.event.claimed)
        idea = top.event.idea
        tracks = [s.event.track for s in history.of(ev.Harvested) if s.event.idea == idea]
        claims = [claim_of(history, idea, track, top.order) for track in tracks]
        about = WordKept(history.idea(idea), top.event.claimed)
        yield moment(top, 2 + top.event.claimed / 2, about, [*claims, implementing(history, idea)])


def _was_true(history: GameHistory, idea: str) -> bool:
    """Whether each claim was true and harvested in full, and no harm came besides."""
    harvests = [s.event for s in history.of(ev.Harvested) if s.event.idea == idea]
    return all(
        e.effect >= 0 if e.estimate is None else e.effect == e.points == e.estimate
        for e in harvests
    )


def _was_hidden(history: GameHistory, idea: str) -> bool:
    """Whether nothing of what an idea claims had come to light when it was realised."""
    on_table = history.end.idea(idea)
    claimed = [track for track, _ in on_table.claims()] if on_table is not None else []
    return bool(claimed) and all(opening(history, idea, track) is None for track in claimed)
