"""Proofs of what is said of people at the reality check: named, claimed, owned, done, kept."""

from __future__ import annotations

from game.engine import Benefit
from game.engine import events as ev
from tests.truth.proving import idea_before, number, proves
from tests.truth.raw import Raw
from tests.truth.told import Sentence

_TRACKS = ("citizen", "process", "economy", "employee")


def _claim(s: Sentence) -> Benefit | None:
    return idea_before(s).benefit(s.of.event.track)


# ------------------------------------------------------------------ risks
@proves(
    "It was a true risk, and it was not named.",
    "Risk struck: {risk}. Die {die}, it needed {limit} or less because it was not named. {moved}.",
    "Lucky: {risk}. It was not named, but the die showed {die}; it strikes at {limit} or less.",
)
def risk_not_named(raw: Raw, s: Sentence) -> bool:
    e, idea = s.of.event, idea_before(s)
    words = [r for r in idea.risks if r.name is not None and r.track == e.track]
    unnamed_there = [i for i in idea.card.risks if raw.end.risk_card(i).track == e.track]
    return idea.risk(e.risk) is None and len(words) < max(1, len(unnamed_there))


@proves("It was named, but nothing was done about it.")
def nothing_done(raw: Raw, s: Sentence) -> bool:
    risk = idea_before(s).risk(s.of.event.named)
    return risk is not None and risk.mitigations == 0


@proves("It was named; mitigating it only begins in the next phase.")
def too_early_to_mitigate(raw: Raw, s: Sentence) -> bool:
    return nothing_done(raw, s) and s.of.before.phase == "ideas"


@proves("It was named, and one thing was done about it.")
def things_done(raw: Raw, s: Sentence) -> bool:
    risk = idea_before(s).risk(s.of.event.named)
    done = [e for _, e in raw.standing(ev.RiskMitigated, s.of.entry)]
    mine = [e for e in done if (e.idea, e.risk) == (s.of.event.idea, s.of.event.named)]
    return risk is not None and len(mine) == risk.mitigations == s.params["n"] > 0


@proves("Prevented: {risk} can no longer strike {idea}.")
def prevented(raw: Raw, s: Sentence) -> bool:
    return things_done_at_all(raw, s) and s.of.event.limit <= 0


def things_done_at_all(raw: Raw, s: Sentence) -> bool:
    risk = idea_before(s).risk(s.of.event.named)
    return risk is not None and risk.mitigations > 0


@proves(
    "A true risk that was not named has come to light. It is named now, and strikes less "
    "often for it."
)
def came_to_light(raw: Raw, s: Sentence) -> bool:
    before, after = idea_before(s), s.of.after.require_idea(s.of.event.idea)
    return len(after.risks) == len(before.risks) + 1


# ------------------------------------------------------------------ claimed, named, owned
@proves(
    "true {effect}, but it was not claimed: harvested 0.",
    "{n} point was there, but it was not claimed: nothing is harvested.",
)
def not_claimed(raw: Raw, s: Sentence) -> bool:
    e = s.of.event
    return _claim(s) is None and e.effect > 0 == e.points


@proves(
    "true {effect}, and {more} more because no downside was named: {felt}.",
    "A harm that was not named as a downside: {effect}, and {more} more for that: {points}.",
)
def no_downside(raw: Raw, s: Sentence) -> bool:
    e = s.of.event
    return _claim(s) is None and e.effect - e.points == s.params["more"] > 0 > e.effect


@proves(
    "claimed {estimate}, true {effect}, and {more} more because no downside was named: {felt}.",
    "{n} was claimed on {track}, but the truth is {effect}, and {more} more, since no downside "
    "was named there: {points}.",
)
def claimed_and_harmed(raw: Raw, s: Sentence) -> bool:
    e, b = s.of.event, _claim(s)
    said = s.params.get("estimate", s.params.get("n"))
    return (
        b is not None
        and b.estimate == said > 0
        and (e.effect - e.points == s.params["more"] > 0 > e.effect)
    )


@proves("a downside of {estimate} was named, but none came.")
def none_came(raw: Raw, s: Sentence) -> bool:
    b = _claim(s)
    named = b is not None and b.estimate == number(s.params["estimate"]) < 0
    return named and s.of.event.effect >= 0


@proves("A downside of {n} was named, but none came.")
def none_of_it_came(raw: Raw, s: Sentence) -> bool:
    b = _claim(s)
    named = b is not None and -b.estimate == number(s.params["n"]) > 0
    return named and s.of.event.effect >= 0


@proves(
    "a downside of {estimate} was named and made up for: true {effect}, felt {felt}.",
    "It was named, and you made up for it: in truth {effect}, but it only comes to {points}. "
    "It costs no trust.",
)
def made_up(raw: Raw, s: Sentence) -> bool:
    e, b = s.of.event, _claim(s)
    return b is not None and b.estimate < 0 and b.amends is not None and e.effect < e.points


@proves(
    "a downside of {estimate} was named, true {effect}: no trust is lost.",
    "It was named beforehand, so it costs no trust: {points}.",
)
def named_beforehand(raw: Raw, s: Sentence) -> bool:
    e, b = s.of.event, _claim(s)
    return b is not None and b.estimate < 0 and e.effect == e.points < 0


@proves(
    "claimed {estimate}, true {effect}, owned by nobody: harvested {points}.",
    "Claimed, but nobody owned it: {most} at most are harvested. Harvested: {points}.",
    "Claimed, but nobody owned it: {most} at most are harvested, and {why}. Harvested: {points}.",
)
def unowned(raw: Raw, s: Sentence) -> bool:
    e, b = s.of.event, _claim(s)
    most = s.params.get("most", raw.setup.rules.unowned)
    return (
        b is not None
        and b.owner is None
        and b.estimate > 0
        and (e.points <= min(e.effect, most) and most == raw.setup.rules.unowned)
    )


@proves(
    "claimed {estimate}, true {effect}, anchored by {owner}: harvested {points}.",
    "Anchored with {owner}, but one point less: {why}. Harvested: {points}.",
    "Anchored with {owner}, but not all of it is harvested: {why}. Harvested: {points}.",
)
def owned(raw: Raw, s: Sentence) -> bool:
    b = _claim(s)
    if b is None or b.owner is None:
        return False
    less = s.of.event.effect - s.of.event.points
    return "one point less" not in s.message or less == 1


@proves(
    "Claimed, but nobody owned it. Without an owner {most} at most are harvested, and there was no "
    "more to harvest: {points}."
)
def unowned_and_little(raw: Raw, s: Sentence) -> bool:
    e, b = s.of.event, _claim(s)
    little = 0 < e.points == e.effect <= raw.setup.rules.unowned
    return b is not None and b.owner is None and b.estimate > 0 and little


@proves("Anchored with {owner}: all of it is harvested: {points}.")
def all_of_it(raw: Raw, s: Sentence) -> bool:
    return owned(raw, s) and s.of.event.effect == s.of.event.points > 0


@proves("{told} One point less: {why}.")
def one_less(raw: Raw, s: Sentence) -> bool:
    return s.of.event.effect - s.of.event.points == 1 and owned(raw, s)


@proves("{told} Not all of it: {why}.")
def not_all(raw: Raw, s: Sentence) -> bool:
    return bool(s.of.event.points < s.of.event.effect)


# ------------------------------------------------------------------ the word, and trust
@proves("The word is kept: trust rises by 1.")
def word_kept(raw: Raw, s: Sentence) -> bool:
    e = s.of.event
    near = abs(e.given - e.claimed) <= raw.setup.rules.word_kept
    return near and s.of.after.trust - s.of.before.trust == 1


@proves("Off by no more than {n}: the word is kept, and trust rises by 1.")
def word_nearly_kept(raw: Raw, s: Sentence) -> bool:
    return s.of.event.given != s.of.event.claimed and word_kept(raw, s)


@proves("The word is kept, and trust is already at its highest.")
def word_kept_at_the_top(raw: Raw, s: Sentence) -> bool:
    e = s.of.event
    return abs(e.given - e.claimed) <= raw.setup.rules.word_kept and s.of.after.trust == 10


@proves("That is off by {n}: trust falls by 1.")
def off(raw: Raw, s: Sentence) -> bool:
    return s.of.after.trust - s.of.before.trust == -1


@proves("That is off by {n}, and there is no trust left to lose.")
def off_and_gone(raw: Raw, s: Sentence) -> bool:
    return bool(s.of.before.trust == s.of.after.trust == 0)


@proves(
    "Too far off for more trust, too near for less: it stays where it is.",
    "Trust stays where it is.",
)
def stays(raw: Raw, s: Sentence) -> bool:
    return bool(s.of.after.trust == s.of.before.trust)


@proves("Trust {by}: {idea} kept its word.")
def kept(raw: Raw, s: Sentence) -> bool:
    idea = s.of.after.require_idea(s.of.event.idea)
    claims = [b for _, b in idea.claims()]
    missed = sum(b.harvested or 0 for b in claims) - sum(b.estimate for b in claims)
    return abs(missed) <= raw.setup.rules.word_kept and s.of.event.by > 0


@proves("Trust {by}: {idea} gave something quite different from what was claimed.")
def broken(raw: Raw, s: Sentence) -> bool:
    idea = s.of.after.require_idea(s.of.event.idea)
    claims = [b for _, b in idea.claims()]
    missed = sum(b.harvested or 0 for b in claims) - sum(b.estimate for b in claims)
    return abs(missed) >= raw.setup.rules.broken_word and s.of.event.by < 0


@proves(
    "Trust {by}: {idea} did harm that was not named as a downside.",
    "{idea} harms somebody on {tracks}, and no downside was named there: trust falls by 1.",
)
def harm_not_named(raw: Raw, s: Sentence) -> bool:
    idea = s.of.after.require_idea(s.of.event.idea)
    effects = zip(_TRACKS, raw.end.truth[idea.id], strict=True)
    harmed = [idea.benefit(track) for track, effect in effects if effect < 0]
    return any(b is None or b.estimate > 0 for b in harmed) and s.of.event.by == -1


# ------------------------------------------------------------------ the tested claim
@proves(
    "Nothing was due, so reality asked about {benefit} on {track}: the largest claim that "
    "nobody knew the truth about, on the idea that claims the most of those that hide "
    "something. It stood at {estimate}; the truth is {effect}. {seat} promised it."
)
def asked(raw: Raw, s: Sentence) -> bool:
    e, b = s.of.event, _claim(s)
    due = [i for i in s.of.before.ideas if i.status == "implemented" and i.due <= s.of.before.round]
    truth = raw.end.truth[e.idea][_TRACKS.index(e.track)]
    right = b is not None and b.estimate == e.estimate == s.params["estimate"]
    right = right and b.seat == e.seat
    return not due and right and truth == number(s.params["effect"])


@proves("Now {name} answers: withdraw it, stand by it, or say another number.")
def may_be_withdrawn(raw: Raw, s: Sentence) -> bool:
    e = s.of.event
    return raw.end.truth[e.idea][_TRACKS.index(e.track)] <= 0


@proves("It stood at {n}; the truth is {truth}.")
def said(raw: Raw, s: Sentence) -> bool:
    e, b = s.of.event, _claim(s)
    truth = raw.end.truth[e.idea][_TRACKS.index(e.track)]
    return b is not None and b.estimate == s.params["n"] and truth == number(s.params["truth"])
