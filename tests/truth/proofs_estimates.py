"""Proofs of what is said about estimates and claims."""

from __future__ import annotations

from game.engine import actions as act
from game.engine import events as ev
from tests.truth.proving import event_at, number, proves
from tests.truth.raw import Raw
from tests.truth.told import Sentence


# ------------------------------------------------------------------ changed, far apart
@proves("An estimate that changed")
def changed(raw: Raw, s: Sentence) -> bool:
    e = event_at(raw, s.of.entry, ev.EstimateRevised)
    return e is not None and e.before != e.estimate


@proves("{benefit} went from {before} to {points}. Changed by: {person}.")
def went_from(raw: Raw, s: Sentence) -> bool:
    about = s.of.about
    idea, track = about.benefit.key
    e = event_at(raw, s.of.entry, ev.EstimateRevised, idea=idea, track=track)
    said = number(s.params["before"]), number(s.params["points"])
    return (e.before, e.estimate) == said and about.person.key == raw.who(s.of.entry, e.seat)


@proves("Furthest apart in estimate poker")
def farthest(raw: Raw, s: Sentence) -> bool:
    spreads = [_spread(e) for _, e in raw.standing(ev.EstimatesTurned)]
    e = event_at(raw, s.of.entry, ev.EstimatesTurned)
    return _spread(e) == max(spreads) > 0


def _given(e: ev.EstimatesTurned) -> list[int]:
    """The numbers, without those who have no opinion or were away."""
    return [n for n in e.values if n is not None]


def _spread(e: ev.EstimatesTurned) -> int:
    return max(_given(e)) - min(_given(e)) if _given(e) else -1


@proves("{benefit}: from {least} ({low}) to {most} ({high}).")
def from_least_to_most(raw: Raw, s: Sentence) -> bool:
    about = s.of.about
    idea, track = about.benefit.key
    e = event_at(raw, s.of.entry, ev.EstimatesTurned, idea=idea, track=track)
    least, most = s.params["least"], s.params["most"]
    for people, value in ((about.lowest, least), (about.highest, most)):
        gave = [n for n, given in enumerate(e.values) if given == value]
        if [p.key for p in people] != [_giver(raw, s.of.entry, n) for n in gave]:
            return False
    return (least, most) == (min(_given(e)), max(_given(e)))


def _giver(raw: Raw, turned: int, seat: int) -> tuple[int, str]:
    """Who sat at a seat when its number was given."""
    given = [n for n, e in raw.standing(ev.EstimateGiven, turned + 1) if e.seat == seat]
    return raw.who(given[-1], seat)


@proves(
    "What did you who said {least} see in {benefit} that you who said {most} did not, "
    "and the other way round?"
)
def asks_the_least_and_the_most(raw: Raw, s: Sentence) -> bool:
    e = event_at(raw, s.of.entry, ev.EstimatesTurned)
    return (s.params["least"], s.params["most"]) == (min(_given(e)), max(_given(e)))


@proves("{n} of you")
def so_many_gave_it(raw: Raw, s: Sentence) -> bool:
    """As many gave the least, or the most."""
    e = event_at(raw, s.of.entry, ev.EstimatesTurned)
    ends = (min(_given(e)), max(_given(e)))
    return s.params["n"] in [_given(e).count(end) for end in ends] and s.params["n"] > 2


# ------------------------------------------------------------------ came to nothing
def _harvest(raw: Raw, s: Sentence) -> ev.Harvested:
    idea, track = s.of.about.benefit.key
    found: ev.Harvested = event_at(raw, s.of.entry, ev.Harvested, idea=idea, track=track)
    return found


@proves("{benefit} was claimed at {claimed} and gave {points}.")
def claimed_and_gave(raw: Raw, s: Sentence) -> bool:
    e = _harvest(raw, s)
    return (e.estimate, e.points) == (number(s.params["claimed"]), number(s.params["points"]))


def _poll(raw: Raw, s: Sentence) -> list[int]:
    """The last numbers in estimate poker, if everybody who was there gave one."""
    idea, track = s.of.about.benefit.key
    turned = raw.on(ev.EstimatesTurned, idea, track)
    if not turned:
        return []
    n, e = turned[-1]
    away = set(raw.entries[n].after.away) | set(e.absent)
    silent = {seat for seat, value in enumerate(e.values) if value is None}
    return _given(e) if silent <= away else []


@proves("In estimate poker everybody gave it at least {n}.")
def everybody_gave(raw: Raw, s: Sentence) -> bool:
    values = _poll(raw, s)
    return bool(values) and min(values) == s.params["n"] > 0


@proves("The truth was known from round {n}.")
def lay_open_before_it_was_locked(raw: Raw, s: Sentence) -> bool:
    idea, track = s.of.about.benefit.key
    opened, locked = raw.opened(idea, track), raw.implemented(idea)
    assert locked is not None
    return opened is not None and opened < locked and raw.round(opened) == s.params["n"]


@proves("You could see what {benefit} truly gives. What spoke for going on?")
def lay_open(raw: Raw, s: Sentence) -> bool:
    idea, track = s.of.about.benefit.key
    opened, locked = raw.opened(idea, track), raw.implemented(idea)
    return opened is not None and locked is not None and opened < locked


@proves("Who outside this room could have told you what {benefit} would really give?")
def it_gave_otherwise_and_nobody_could_see(raw: Raw, s: Sentence) -> bool:
    e = _harvest(raw, s)
    return e.estimate != e.effect and not lay_open(raw, s)


@proves("A benefit turned into a harm")
def disbenefit(raw: Raw, s: Sentence) -> bool:
    e = _harvest(raw, s)
    return (e.estimate or 0) > 0 > e.points


@proves("A claim came to nothing")
def nothing(raw: Raw, s: Sentence) -> bool:
    e = _harvest(raw, s)
    return (e.estimate or 0) > 0 == e.points >= e.effect


@proves("Everybody gave it points, and nothing was harvested")
def believed(raw: Raw, s: Sentence) -> bool:
    values = _poll(raw, s)
    return nothing(raw, s) and bool(values) and min(values) > 0


# ------------------------------------------------------------------ the tested claim
@proves("A bold claim meets the truth")
def was_tested(raw: Raw, s: Sentence) -> bool:
    idea, track = s.of.about.benefit.key
    e = event_at(raw, s.of.entry, ev.ClaimTested, idea=idea, track=track)
    return abs(e.estimate - e.effect) >= 3


@proves("{benefit} was claimed at {claimed}; the truth was {effect}. Said by: {person}.")
def tested(raw: Raw, s: Sentence) -> bool:
    about = s.of.about
    idea, track = about.benefit.key
    e = event_at(raw, s.of.entry, ev.ClaimTested, idea=idea, track=track)
    said = number(s.params["claimed"]), number(s.params["effect"])
    given = raw.on(ev.BenefitClaimed, idea, track, before=s.of.entry)
    given += raw.on(ev.EstimateRevised, idea, track, before=s.of.entry)
    at, last = max(given, key=lambda pair: pair[0])
    truth = raw.entries[s.of.entry].before.truth[idea]
    assert e.effect in truth
    told = (last.estimate, e.effect), raw.who(at, last.seat)
    return (e.estimate, e.effect) == said and told == (said, about.person.key)


def _answered(raw: Raw, s: Sentence) -> int:
    later = (entry for entry in raw.entries if entry.n > s.of.entry and entry.stands)
    return next(e.action.estimate for e in later if isinstance(e.action, act.Answer))


@proves("The answer was to stand by it.")
def stood(raw: Raw, s: Sentence) -> bool:
    return bool(_answered(raw, s) == s.of.about.estimate)


@proves("The answer was to withdraw it.")
def withdrawn(raw: Raw, s: Sentence) -> bool:
    return _answered(raw, s) == 0


@proves("The answer was {points}.")
def answered(raw: Raw, s: Sentence) -> bool:
    return _answered(raw, s) == number(s.params["points"])


# ------------------------------------------------------------------ without an owner, kept
@proves(
    "Part of the harvest lost: no owner",
    "{benefit} could have given {more}, but nobody owned it. Harvested: {points}.",
)
def lost_for_want_of_an_owner(raw: Raw, s: Sentence) -> bool:
    e = _harvest(raw, s)
    idea = raw.entries[s.of.entry].before.require_idea(e.idea)
    b = idea.benefit(e.track)
    assert b is not None
    best = e.effect
    if raw.end.edition < 2 and event_at(raw, s.of.entry, ev.StumbleThrown, idea=e.idea).stumbled:
        best //= 2
    if e.track == "economy" and "posts" in raw.setup.rules.modules:
        best = best // 2 if b.post is None else min(best, _held(raw, s.of.entry, e, b.post))
    said = s.params.get("more"), s.params.get("points")
    right = said == (None, None) or (number(said[0]), number(said[1])) == (best, e.points)
    return b.owner is None and best > e.points and right


def _held(raw: Raw, n: int, harvest: ev.Harvested, post: str) -> int:
    """What a post still held when a benefit was harvested from it."""
    holds = {p.id: p.points for p in raw.setup.posts}[post]
    for entry in raw.entries[: n + 1]:
        for event in entry.events if entry.stands else ():
            if event is harvest:
                return max(0, holds)
            if isinstance(event, ev.Harvested | ev.FollowedUp) and event.track == "economy":
                taken_from = entry.after.require_idea(event.idea).benefit("economy")
                if taken_from is not None and taken_from.post == post:
                    followed = isinstance(event, ev.FollowedUp)
                    holds -= 1 if followed else max(0, event.points)
    raise AssertionError("the harvest is in its entry")


@proves("A claim kept to the point")
def kept_unknowing(raw: Raw, s: Sentence) -> bool:
    idea = s.of.about.idea.id
    tracks = [t for t, _ in raw.entries[s.of.entry].after.require_idea(idea).claims()]
    return bool(tracks) and all(raw.opened(idea, track) is None for track in tracks)


@proves("{idea} gave exactly the {points} that were claimed.")
def gave_exactly(raw: Raw, s: Sentence) -> bool:
    after = raw.entries[s.of.entry].after
    idea = after.require_idea(s.of.about.idea.id)
    claims = list(zip(idea.benefits, after.truth[idea.id], strict=True))
    true = all(b.estimate == b.harvested == effect for b, effect in claims if b is not None)
    harmed = any(effect < 0 for b, effect in claims if b is None)
    said = sum(b.estimate for b, _ in claims if b is not None)
    return true and not harmed and said == number(s.params["points"]) > 0
