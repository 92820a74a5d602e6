"""Proofs of what is said about risks."""

from __future__ import annotations

from game.engine import events as ev
from game.session import Bookmark, Note, Undo
from tests.truth.proving import event_at, number, proves
from tests.truth.raw import Raw
from tests.truth.told import Sentence


def _thrown(raw: Raw, s: Sentence) -> ev.RiskThrown:
    risk = s.of.about.risk
    events = raw.entries[s.of.entry].events
    thrown = (e for e in events if isinstance(e, ev.RiskThrown) and e.idea == risk.idea.id)
    return next(e for e in thrown if risk.id in (e.risk, e.named))


def written(raw: Raw, before: int) -> bool:
    """Whether anybody wrote anything at all before an entry, which nobody here understands."""
    for entry in raw.entries[1:before]:
        record = entry.record
        if isinstance(record, Bookmark) and record.note.strip():
            return True
        if isinstance(record, Note) and record.text.strip():
            return True
        if isinstance(record, Undo) and (record.reason or "").strip():
            return True
    return False


@proves("A risk nobody had named struck")
def nobody_named(raw: Raw, s: Sentence) -> bool:
    """Not named as itself, and no words on its track, a downside's neither; also none undone."""
    thrown, n = _thrown(raw, s), s.of.entry
    for _, e in raw.all(ev.RiskNamed, n):
        if (e.idea, e.risk) == (thrown.idea, thrown.risk):
            return False
    for _, e in raw.all(ev.RiskTurnedUp, n):
        if (e.idea, e.risk) == (thrown.idea, thrown.risk):
            return False
    for kind in (ev.RiskWritten, ev.DownsideNamed):
        for _, other in raw.all(kind, n):
            if (other.idea, other.track) == (thrown.idea, thrown.track):
                return False
    return not written(raw, n) and not texts_about(raw, n, thrown.idea)


def texts_about(raw: Raw, before: int, idea: str) -> bool:
    """Whether a sentence was written that may be about an idea."""
    for entry in raw.entries[:before]:
        for event in entry.events:
            words = [getattr(event, name, "") for name in ("text", "note", "measure", "reason")]
            about = getattr(event, "idea", idea) == idea
            if about and any(isinstance(word, str) and word.strip() for word in words):
                return True
    return False


@proves("A risk that was not on the table struck")
def not_on_the_table(raw: Raw, s: Sentence) -> bool:
    thrown = _thrown(raw, s)
    there = raw.entries[s.of.entry].before.require_idea(thrown.idea)
    own_words = [r for r in there.risks if r.name is not None and r.track == thrown.track]
    return (
        thrown.struck
        and there.risk(thrown.risk or "") is None
        and (not own_words or thrown.named is None)
    )


@proves("{risk} struck {idea} and cost {points} on {track}.")
def struck(raw: Raw, s: Sentence) -> bool:
    thrown = _thrown(raw, s)
    same = thrown.track == s.of.about.risk.track
    return (
        thrown.struck
        and thrown.named is None
        and same
        and (raw.taken(s.of.entry, thrown) == number(s.params["points"]))
    )


@proves("Its card lay in a hand at the table.")
def in_a_hand(raw: Raw, s: Sentence) -> bool:
    hands = raw.entries[s.of.entry].before.risk_hands
    return any(_thrown(raw, s).risk in hand for hand in hands)


@proves("The unknown struck", "No risk of {idea} was named. It cost {points} on {track}.")
def unknown(raw: Raw, s: Sentence) -> bool:
    idea = s.of.about.risk.idea.id
    e = event_at(raw, s.of.entry, ev.RiskThrown, idea=idea, risk=None)
    cost = raw.taken(s.of.entry, e)
    named = raw.entries[s.of.entry].before.require_idea(idea).risks
    return e.struck and not named and number(s.params.get("points", cost)) == cost


@proves(
    "Known, left alone, and it struck",
    "{risk} had been at {idea} since round {n} and was not mitigated. It cost {points} on {track}.",
)
def left_alone(raw: Raw, s: Sentence) -> bool:
    thrown = _thrown(raw, s)
    key = (thrown.idea, thrown.named)
    namings = [*raw.standing(ev.RiskNamed), *raw.standing(ev.RiskWritten)]
    namings += raw.standing(ev.RiskTurnedUp)
    first = min(n for n, e in namings if (e.idea, e.risk) == key)
    worked = any((e.idea, e.risk) == key for _, e in raw.all(ev.RiskMitigated))
    cost = raw.taken(s.of.entry, thrown)
    said = s.params.get("n", raw.round(first)), s.params.get("points", cost)
    right = (raw.round(first), cost) == (said[0], number(said[1]))
    return thrown.struck and not worked and right and raw.round(first) < raw.round(s.of.entry)


@proves("A false alarm", "{risk} at {idea} was not a true risk.")
def false_alarm(raw: Raw, s: Sentence) -> bool:
    risk = s.of.about.risk
    e = event_at(raw, s.of.entry, ev.FalseAlarm, idea=risk.idea.id, risk=risk.id)
    card = raw.entries[s.of.entry].before.require_idea(risk.idea.id).card
    drawn = raw.entries[s.of.entry].before.own_risks
    return e is not None and risk.id not in card.risks and risk.id not in drawn


@proves("A risk that did not strike in play", "{risk} at {idea} did not strike in play.")
def no_strike_in_play(raw: Raw, s: Sentence) -> bool:
    risk = s.of.about.risk
    return event_at(raw, s.of.entry, ev.FalseAlarm, idea=risk.idea.id, risk=risk.id) is not None


@proves("It had been mitigated once.")
def mitigated(raw: Raw, s: Sentence) -> bool:
    key = (s.of.about.risk.idea.id, s.of.about.risk.id)
    done = [e for _, e in raw.standing(ev.RiskMitigated) if (e.idea, e.risk) == key]
    return len(done) == s.params["n"]


# ------------------------------------------------------------------ prevented
def _reach(raw: Raw, s: Sentence) -> tuple[ev.RiskThrown, int]:
    """The throw, and the die up to which it had struck had nothing been done."""
    thrown = _thrown(raw, s)
    before = raw.entries[s.of.entry].before
    risk = before.require_idea(thrown.idea).risk(thrown.named or "")
    assert risk is not None
    card = before.risk_card(thrown.risk or "")
    likely = min(5, card.likelihood + before.likelier[_place(card.track)])
    assert thrown.limit == likely - raw.setup.rules.mitigation * risk.mitigations
    return thrown, likely if risk.mitigations else thrown.limit


def _place(track: str) -> int:
    return ("citizen", "process", "economy", "employee").index(track)


@proves("A risk dealt with in time", "{risk} at {idea} could have cost {points} on {track}.")
def made_the_difference(raw: Raw, s: Sentence) -> bool:
    thrown, reach = _reach(raw, s)
    points = number(s.params.get("points", thrown.severity))
    return not thrown.struck and thrown.die <= reach and points == thrown.severity


@proves("It had been mitigated, and at die {die} it would have struck otherwise.")
def would_have_struck(raw: Raw, s: Sentence) -> bool:
    thrown, reach = _reach(raw, s)
    return thrown.limit < thrown.die == s.params["die"] <= reach


@proves("It had been mitigated until it could not strike any more.")
def could_not_strike(raw: Raw, s: Sentence) -> bool:
    thrown, reach = _reach(raw, s)
    return thrown.limit <= 0 < reach and thrown.die == 0
