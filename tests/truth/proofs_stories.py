"""Proofs of what is said of a benefit or a risk in one line: why it gave what it gave."""

from __future__ import annotations

from game.debrief import BenefitStory
from game.engine import Benefit, Idea, State
from game.engine import events as ev
from tests.truth.proving import number, proves
from tests.truth.raw import Raw
from tests.truth.told import Sentence

_TRACKS = ("citizen", "process", "economy", "employee")


def _harvested(raw: Raw, story: BenefitStory) -> tuple[ev.Harvested, State, Idea, Benefit]:
    """The harvest of a benefit, the state before it, and the idea and the benefit in that."""
    idea, track = story.benefit.key
    ((n, e),) = raw.on(ev.Harvested, idea, track)
    state = raw.entries[n].before
    there = state.require_idea(idea)
    b = there.benefit(track)
    assert b is not None
    return e, state, there, b


def _by(s: Sentence) -> int:
    return number(s.params["by"])


@proves("exactly as claimed")
def exactly_as_claimed(raw: Raw, s: Sentence) -> bool:
    e, _, _, b = _harvested(raw, s.of)
    return b.estimate == e.effect == e.points and not raw.on(ev.FollowedUp, *s.of.benefit.key)


@proves("exactly as named")
def exactly_as_named(raw: Raw, s: Sentence) -> bool:
    e, _, _, b = _harvested(raw, s.of)
    return b.estimate == e.effect == e.points < 0


@proves("truly more: {by}", "milder than named: {by}")
def more(raw: Raw, s: Sentence) -> bool:
    e, _, _, b = _harvested(raw, s.of)
    return e.effect - b.estimate == _by(s) > 0


@proves("truly less: {by}", "worse than named: {by}")
def less(raw: Raw, s: Sentence) -> bool:
    e, _, _, b = _harvested(raw, s.of)
    return e.effect - b.estimate == _by(s) < 0


@proves("a harm: {by}")
def disbenefit(raw: Raw, s: Sentence) -> bool:
    e, _, _, b = _harvested(raw, s.of)
    return e.effect < 0 < b.estimate and _by(s) == e.effect - b.estimate


@proves("the downside did not come")
def did_not_come(raw: Raw, s: Sentence) -> bool:
    e, _, _, b = _harvested(raw, s.of)
    return b.estimate < 0 <= e.effect


@proves("not named as a downside: {by}")
def not_named(raw: Raw, s: Sentence) -> bool:
    e, _, _, b = _harvested(raw, s.of)
    return b.estimate > 0 > e.effect and e.points - e.effect == _by(s) < 0


@proves("it was made up for: {by}")
def made_up_for(raw: Raw, s: Sentence) -> bool:
    e, _, _, b = _harvested(raw, s.of)
    made = raw.on(ev.AmendsMade, *s.of.benefit.key)
    return bool(made) and b.estimate < 0 and e.points - e.effect == _by(s) > 0


@proves("nobody owned it: {by}")
def unowned(raw: Raw, s: Sentence) -> bool:
    e, state, _, b = _harvested(raw, s.of)
    return b.owner is None and _by(s) == min(e.effect, state.setup.rules.unowned) - e.effect < 0


@proves("{why}: {by}")
def fell_short(raw: Raw, s: Sentence) -> bool:
    """Which of the four reasons it is, told by the gap that has these points."""
    e, state, _, b = _harvested(raw, s.of)
    gap = next(g for g in s.of.gaps if g.short is not None and g.points == _by(s))
    if gap.short in ("away", "overloaded"):
        if b.owner is None:
            return False
        home = any(e.track in role.home for role in state.roles_of(b.owner))
        return home == (gap.short == "overloaded") and _by(s) == -1
    owned = e.effect - 1 if any(g.cause == "short" for g in s.of.gaps) else e.effect
    owned = min(owned, state.setup.rules.unowned) if b.owner is None else owned
    named = b.post is not None
    return named == (gap.short == "post_empty") and _by(s) == e.points - owned < 0


@proves("followed up: {by}")
def followed(raw: Raw, s: Sentence) -> bool:
    return len(raw.on(ev.FollowedUp, *s.of.benefit.key)) == 1


@proves("the track was struck by {risk}: {by}")
def struck(raw: Raw, s: Sentence) -> bool:
    thrown = raw.on(ev.RiskThrown, *s.of.benefit.key)
    return any(e.struck and -raw.taken(n, e) == _by(s) == -e.severity for n, e in thrown)


@proves("the track was struck by {risk}: {by}, as it goes no lower than {end}")
def struck_at_the_lowest(raw: Raw, s: Sentence) -> bool:
    thrown = raw.on(ev.RiskThrown, *s.of.benefit.key)
    took = (-raw.taken(n, e) for n, e in thrown if e.struck and raw.taken(n, e) < e.severity)
    return _by(s) in took and s.params["end"] == "−10"


@proves("under way, not yet checked")
def under_way(raw: Raw, s: Sentence) -> bool:
    return raw.end.require_idea(s.of.benefit.idea.id).status == "implemented"


@proves("not implemented")
def not_implemented(raw: Raw, s: Sentence) -> bool:
    return raw.implemented(s.of.benefit.idea.id) is None


def _withdrawn_at(raw: Raw, s: Sentence) -> int:
    """What was truly there of something that was withdrawn and not said again."""
    idea, track = s.of.benefit.key
    assert raw.on(ev.ClaimWithdrawn, idea, track)
    assert raw.end.require_idea(idea).benefit(track) is None
    return raw.end.truth[idea][_TRACKS.index(track)]


@proves("withdrawn, as it truly gave nothing")
def gave_nothing(raw: Raw, s: Sentence) -> bool:
    return _withdrawn_at(raw, s) <= 0


@proves("withdrawn, as it harms nobody")
def harms_nobody(raw: Raw, s: Sentence) -> bool:
    return _withdrawn_at(raw, s) >= 0


@proves("shelved with its idea")
def shelved(raw: Raw, s: Sentence) -> bool:
    idea = s.of.benefit.idea if isinstance(s.of, BenefitStory) else s.of.risk.idea
    return any(e.idea == idea.id for _, e in raw.standing(ev.IdeaShelved))


# ------------------------------------------------------------------ risks
def _outcome(raw: Raw, s: Sentence) -> ev.RiskThrown | ev.FalseAlarm | None:
    risk = s.of.risk
    thrown = (e for _, e in raw.standing(ev.RiskThrown) if e.idea == risk.idea.id)
    for e in thrown:
        if risk.id in (e.risk, e.named):
            return e
    alarms = (e for _, e in raw.standing(ev.FalseAlarm))
    return next((e for e in alarms if (e.idea, e.risk) == (risk.idea.id, risk.id)), None)


@proves("it struck")
def it_struck(raw: Raw, s: Sentence) -> bool:
    e = _outcome(raw, s)
    return isinstance(e, ev.RiskThrown) and e.struck


@proves("it held off")
def held_off(raw: Raw, s: Sentence) -> bool:
    e = _outcome(raw, s)
    return isinstance(e, ev.RiskThrown) and not e.struck and e.die > e.limit > 0


@proves("prevented")
def prevented(raw: Raw, s: Sentence) -> bool:
    e = _outcome(raw, s)
    return isinstance(e, ev.RiskThrown) and not e.struck and e.limit <= 0 and e.named is not None


@proves("not checked")
def not_checked(raw: Raw, s: Sentence) -> bool:
    return _outcome(raw, s) is None


@proves("a false alarm", "it did not strike in play")
def false_alarm(raw: Raw, s: Sentence) -> bool:
    return isinstance(_outcome(raw, s), ev.FalseAlarm)
