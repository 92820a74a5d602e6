"""Proofs of what is said about people and the whole group."""

from __future__ import annotations

from game.debrief.references import Person
from game.engine import actions as act
from game.engine import events as ev
from game.engine.results import verdict
from game.engine.setup import PHASES
from game.i18n import words
from game.session import Bookmark, Note, Undo
from game.wording import terms
from tests.truth.proving import event_at, number, numbers, proves
from tests.truth.raw import Entry, Raw
from tests.truth.told import Sentence

_TRACKS = ("citizen", "process", "economy", "employee")


# ------------------------------------------------------------------ owners
def _possible(raw: Raw, idea: str, track: str) -> int:
    """The first round in which a benefit could have had an owner."""
    claimed = raw.on(ev.BenefitClaimed, idea, track)[0][0]
    first = next(raw.round(e.n) for e in raw.entries if e.after.phase != "ideas")
    return max(first, raw.round(claimed))


def _waited(raw: Raw, s: Sentence) -> int:
    """How many rounds were opened since then until it was anchored."""
    since = _possible(raw, *s.of.about.benefit.key)
    return sum(since < n <= raw.round(s.of.entry) for n in raw.rounds_opened)


def _first_owner(raw: Raw, s: Sentence) -> bool:
    idea, track = s.of.about.benefit.key
    n, first = raw.on(ev.BenefitAnchored, idea, track)[0]
    return n == s.of.entry and raw.who(n, first.owner) == s.of.about.owner.key


@proves("An owner came late")
def late(raw: Raw, s: Sentence) -> bool:
    return _first_owner(raw, s) and _waited(raw, s) > 0


@proves("{owner} became owner of {benefit} {n} round later than possible.")
def later_than_possible(raw: Raw, s: Sentence) -> bool:
    return _first_owner(raw, s) and _waited(raw, s) == s.params["n"] > 0


@proves("It could have had one from round {n} on.")
def possible_from(raw: Raw, s: Sentence) -> bool:
    """What it was possible from is shown among the proof, too."""
    claimed = raw.on(ev.BenefitClaimed, *s.of.about.benefit.key)[0][0]
    opened = next(n for n, e in raw.standing(ev.RoundOpened) if e.phase != "ideas")
    since = opened if raw.round(claimed) < s.params["n"] else claimed
    shown = {position.entry for position in s.of.evidence.entries}
    return s.params["n"] == _possible(raw, *s.of.about.benefit.key) and since in shown


@proves("By then the idea was already being implemented.")
def was_locked(raw: Raw, s: Sentence) -> bool:
    idea = s.of.about.benefit.idea.id
    before = raw.entries[s.of.entry].before.require_idea(idea)
    return before.status == "implemented"


@proves("An owner left", "{person} could no longer own {benefit}.")
def owner_left(raw: Raw, s: Sentence) -> bool:
    idea, track = s.of.about.benefit.key
    e = event_at(raw, s.of.entry, ev.OwnerLeft, idea=idea, track=track)
    return raw.who(s.of.entry, e.seat) == s.of.about.person.key


@proves("It got a new owner later.")
def new_owner(raw: Raw, s: Sentence) -> bool:
    idea, track = s.of.about.benefit.key
    return any(n > s.of.entry for n, _ in raw.on(ev.BenefitAnchored, idea, track))


@proves("No new owner came.")
def no_new_owner(raw: Raw, s: Sentence) -> bool:
    return not new_owner(raw, s)


# ------------------------------------------------------------------ turns
@proves(
    "A turn in which nothing was placed: {person}",
    "{person} had the turn in round {rounds} and put nothing on the table in it.",
)
def did_nothing(raw: Raw, s: Sentence) -> bool:
    about = s.of.about
    said = numbers(s.params["rounds"]) if "rounds" in s.params else list(about.rounds)
    return bool(said) and all(
        _idle(raw, about.person, n) and raw.all_had_their_turn(n) for n in said
    )


def _idle(raw: Raw, person: Person, n: int) -> bool:
    """Somebody had a turn, ended it, and did nothing else at all, undone things included."""
    had = ended = False
    seat = person.seat
    for entry in raw.in_round(n):
        if getattr(entry.action, "seat", None) == seat and not isinstance(entry.action, act.Pass):
            return False
        for e in entry.events if entry.stands else ():
            if getattr(e, "seat", None) == seat and not _sits(entry, person):
                continue
            had = had or (isinstance(e, ev.TurnBegan) and e.seat == seat and e.actions > 0)
            ended = ended or (isinstance(e, ev.Passed) and e.seat == seat and not e.skipped)
    return had and ended


def _sits(entry: Entry, person: Person) -> bool:
    """Whether it is this person who sits at the seat then, and is there."""
    s = entry.before if entry.n else entry.after
    there = person.seat < len(s.seats) and person.seat not in s.away
    return there and s.seats[person.seat].name == person.name


# ------------------------------------------------------------------ trust
def _losses(entry: Entry) -> list[tuple[int, int, ev.TrustChanged]]:
    """Each loss of trust in an entry: from where, to where."""
    now, found = entry.before.trust, []
    for e in entry.events:
        if isinstance(e, ev.TrustChanged):
            if e.by < 0:
                found.append((now, now + e.by, e))
            now += e.by
    return found


def _fall(entry: Entry) -> int:
    return -sum(_changes(entry)) if _losses(entry) else 0


def _changes(entry: Entry) -> list[int]:
    """What trust changed by; that it begins again after a pause is no change."""
    changes = [e for e in entry.events if isinstance(e, ev.TrustChanged)]
    return [e.by for e in changes if e.why != "pause"]


@proves("The largest fall of trust")
def largest_fall(raw: Raw, s: Sentence) -> bool:
    falls = [_fall(entry) for entry in raw.entries if entry.stands]
    return _fall(raw.entries[s.of.entry]) == max(falls) > 1


@proves("Trust fell from {before} to {left}")
def fell(raw: Raw, s: Sentence) -> bool:
    entry = raw.entries[s.of.entry]
    before = entry.before.trust
    return (before, before - _fall(entry)) == (s.params["before"], s.params["left"])


@proves("At the same time something else raised it by {n}.")
def rose_too(raw: Raw, s: Sentence) -> bool:
    return sum(by for by in _changes(raw.entries[s.of.entry]) if by > 0) == s.params["n"]


_WHY = {
    "a claim was far from kept": "word_broken",
    "a claim that reality asked about was far from the truth": "claim_missed",
    "harm came that was not named as a downside": "unspoken_harm",
    "the group leaned too far to one side": "unbalanced",
    "points stood below zero": "below_zero",
    "patience was asked for": "patience",
    "an event": "event",
    "a correction": "correction",
}


@proves(*_WHY)
def was_a_reason(raw: Raw, s: Sentence) -> bool:
    """It cost trust there, and what it says of an idea is so."""
    reasons = [e for _, _, e in _losses(raw.entries[s.of.entry]) if e.why == _WHY[s.message]]
    return bool(reasons) and all(_REASONS.get(e.why, lambda *_: True)(raw, s, e) for e in reasons)


def _harm_unnamed(raw: Raw, s: Sentence, e: ev.TrustChanged) -> bool:
    harvests = [x for x in raw.entries[s.of.entry].events if isinstance(x, ev.Harvested)]
    mine = [x for x in harvests if x.idea == e.idea and x.effect < 0]
    return any(x.estimate is None or x.estimate > 0 for x in mine)


def _word_broken(raw: Raw, s: Sentence, e: ev.TrustChanged) -> bool:
    done = event_at(raw, s.of.entry, ev.IdeaRealised, idea=e.idea)
    return abs(done.given - done.claimed) >= raw.setup.rules.broken_word


_MISSED = ("word_broken", "claim_missed")
_REASONS = {"unspoken_harm": _harm_unnamed, "word_broken": _word_broken}


@proves("Who bears what {idea} costs, and who could have told you so?")
def it_costs_somebody(raw: Raw, s: Sentence) -> bool:
    letter = str(s.params["idea"]).rsplit("(idea ", 1)[-1].rstrip(")")
    harvests = [e for e in raw.entries[s.of.entry].events if isinstance(e, ev.Harvested)]
    of_letter = {i.id for i in raw.entries[s.of.entry].after.ideas if i.letter == letter}
    return any(e.idea in of_letter and e.effect < 0 for e in harvests)


@proves("Who would have liked to hear sooner that {idea} would not give what was promised?")
def it_gave_otherwise(raw: Raw, s: Sentence) -> bool:
    letter = str(s.params["idea"]).rsplit("(idea ", 1)[-1].rstrip(")")
    missed = [e for _, _, e in _losses(raw.entries[s.of.entry]) if e.why in _MISSED]
    ideas = [raw.entries[s.of.entry].after.require_idea(e.idea or "") for e in missed]
    return letter in {idea.letter for idea in ideas}


@proves(
    "Trust fell round after round",
    "At the end of each of the rounds {rounds} trust was lower than a round before: "
    "from {before} to {left}.",
)
def slid(raw: Raw, s: Sentence) -> bool:
    about = s.of.about
    ends = raw.ends_of_rounds()
    levels = {0: raw.entries[0].after.trust} | {n: state.trust for n, state in ends.items()}
    earlier = dict(zip(ends, levels, strict=False))
    rounds = numbers(s.params["rounds"]) if "rounds" in s.params else list(about.rounds)
    said = s.params.get("before", about.before), s.params.get("left", about.left)
    lower = all(levels[n] < levels[earlier[n]] for n in rounds)
    return lower and len(rounds) > 2 and said == (levels[earlier[rounds[0]]], levels[rounds[-1]])


@proves("The project pauses")
def pauses(raw: Raw, s: Sentence) -> bool:
    return event_at(raw, s.of.entry, ev.Paused) is not None


@proves("Trust was gone, and no round came after that.")
def paused_at_the_end(raw: Raw, s: Sentence) -> bool:
    e = event_at(raw, s.of.entry, ev.Paused)
    return raw.over and all(n < e.round for n in raw.rounds_opened)


@proves("Trust was gone. Nothing could be implemented in round {n}.")
def no_implementing(raw: Raw, s: Sentence) -> bool:
    n = s.params["n"]
    in_round = [m for m, _ in raw.standing(ev.IdeaImplemented) if raw.round(m) == n]
    e = event_at(raw, s.of.entry, ev.Paused)
    return e.round == n <= sum(raw.setup.rules.rounds) and not in_round


@proves("The project is stopped", "Trust was gone for the second time, in round {n}.")
def stopped(raw: Raw, s: Sentence) -> bool:
    there = event_at(raw, s.of.entry, ev.Stopped) is not None
    return there and s.params.get("n", raw.round(s.of.entry)) == raw.round(s.of.entry)


@proves("Trust was gone for the second time, after the last round.")
def stopped_at_the_end(raw: Raw, s: Sentence) -> bool:
    there = event_at(raw, s.of.entry, ev.Stopped) is not None
    return there and raw.round(s.of.entry) > sum(raw.setup.rules.rounds)


# ------------------------------------------------------------------ the verdict
@proves("Here the result was decided")
def decided(raw: Raw, s: Sentence) -> bool:
    """Before it another verdict stood, from there on the last one, and rounds were to come."""
    final = raw.end.verdict
    later = [e for e in raw.entries if e.stands and e.n >= s.of.entry and e.events]
    stayed = all(verdict(e.after) == final for e in later)
    to_come = any(n > raw.round(s.of.entry) for n in raw.rounds_opened)
    return stayed and to_come and verdict(raw.entries[s.of.entry].before) != final


@proves("Here the result went from “{before}” to “{after}”, and there it stayed.")
def went(raw: Raw, s: Sentence) -> bool:
    entry, t = raw.entries[s.of.entry], words("en")
    before, after = (terms.verdict(t, verdict(x)) for x in (entry.before, entry.after))
    final = raw.end.verdict
    assert final is not None
    said = s.params["before"], s.params["after"]
    return (before, after) == said and after == terms.verdict(t, final)


@proves("Crossed its goal here: {tracks}.")
def crossed(raw: Raw, s: Sentence) -> bool:
    entry, goals = raw.entries[s.of.entry], raw.setup.goals
    pairs = zip(_TRACKS, entry.before.points, entry.after.points, goals, strict=True)
    mine = [track for track, a, b, goal in pairs if (a >= goal) != (b >= goal)]
    return mine == list(s.of.about.tracks)


@proves("Realised: {ideas}.")
def realised(raw: Raw, s: Sentence) -> bool:
    events = raw.entries[s.of.entry].events
    mine = [e.idea for e in events if isinstance(e, ev.IdeaRealised)]
    return mine == [idea.id for idea, _ in s.of.about.ideas]


@proves("When you implemented {idea} in round {n}: how clear was it what hung on it?")
def implemented_in(raw: Raw, s: Sentence) -> bool:
    idea, n = s.of.about.ideas[0]
    at = raw.implemented(idea.id)
    return at is not None and raw.round(at) == n == s.params["n"]


# ------------------------------------------------------------------ what was not done
_DONE = {
    "no trial was set up": (ev.TrialSetUp, ev.TrialThrown),
    "no benefit got an owner": (ev.BenefitAnchored,),
    "nobody named a risk": (ev.RiskNamed, ev.RiskWritten),
    "a trial": (ev.TrialSetUp, ev.TrialThrown),
    "an owner": (ev.BenefitAnchored,),
    "a named risk": (ev.RiskNamed, ev.RiskWritten),
}


@proves(*_DONE)
def not_done(raw: Raw, s: Sentence) -> bool:
    """In no round of the phase, and in no entry that was undone; the phase is over."""
    mine = [e for e in raw.entries if e.after.phase == s.of.about.phase]
    done = [x for e in mine for x in e.events if isinstance(x, _DONE[s.message])]
    ended = raw.over or raw.end.phase != s.of.about.phase
    rounds = {raw.round(e.n) for e in mine}
    return bool(mine) and ended and not done and all(map(raw.all_had_their_turn, rounds))


@proves("A phase without {missing}", "{phase}: {what}.")
def whole_phase(raw: Raw, s: Sentence) -> bool:
    """The rounds told of are all rounds of the phase that were played."""
    about = s.of.about
    mine = {raw.round(e.n) for e in raw.entries if e.stands and e.after.phase == about.phase}
    return mine == set(about.rounds) and _is_whole(raw, about.phase)


def _is_whole(raw: Raw, phase: str) -> bool:
    """Whether all rounds were opened that a phase has by the rules."""
    at, rounds = PHASES.index(phase), raw.setup.rules.rounds
    first = sum(rounds[:at]) + 1
    return {*range(first, first + rounds[at])} <= {*raw.rounds_opened}


@proves(
    "Most actions gathered strength",
    "In round {rounds}, {rallies} of {actions} actions went to gathering strength.",
)
def rallied(raw: Raw, s: Sentence) -> bool:
    about = s.of.about
    rounds = numbers(s.params["rounds"]) if "rounds" in s.params else list(about.rounds)
    entries = [e for n in rounds for e in raw.in_round(n) if e.stands]
    rallies = sum(isinstance(e.action, act.Rally) for e in entries)
    spent = sum(x.actions for e in entries for x in e.events if isinstance(x, ev.Spent))
    said = s.params.get("rallies", rallies), s.params.get("actions", spent)
    return said == (rallies, spent) and 2 * rallies >= spent


_STILL = (act.Pass, act.Proceed, act.Rally, act.SkipTurn, act.Choose, act.Answer, act.SpendTrust)


@proves(
    "A standstill",
    "In rounds {rounds} nothing was put on the table and nothing on it was worked on. "
    "Not implemented: {ideas}.",
)
def stood_still(raw: Raw, s: Sentence) -> bool:
    about = s.of.about
    for n in about.rounds:
        if not raw.all_had_their_turn(n):
            return False
        for entry in raw.in_round(n):
            allowed = (*_STILL, act.Correct, act.CallEstimates, act.CloseEstimates)
            if entry.action is not None and not isinstance(entry.action, allowed):
                return False
    end = [e.after for e in raw.in_round(about.rounds[-1]) if e.stands][-1]
    waiting = [i.id for i in end.ideas if i.status in ("proposed", "proven")]
    return len(about.rounds) > 1 and bool(waiting) and waiting == [i.id for i in about.ideas]


# ------------------------------------------------------------------ the record
def _undone(raw: Raw, s: Sentence) -> Entry:
    """The entry of the decision that was taken back."""
    undo = raw.entries[s.of.entry].record
    assert isinstance(undo, Undo)
    return raw.entries[undo.of]


@proves("A decision was undone", "Undone: {action}.", "The reason: {reason}")
def taken_back(raw: Raw, s: Sentence) -> bool:
    of = _undone(raw, s)
    told = s.params.get("action")
    right = told is None or not isinstance(of.action, act.Proceed) or told == _went_on(raw, of)
    return not of.stands and type(of.action).__name__ == s.of.about.action and right


def _went_on(raw: Raw, entry: Entry) -> str:
    """What the button said that went on."""
    opened = [e for e in entry.events if isinstance(e, ev.RoundOpened)]
    if not opened:
        return "Hold the reality check"
    if opened[0].phase == "follow_up":
        return "On to the follow-up"
    return f"Open round {opened[0].round}"


@proves("Undone at {idea}: {action}.")
def taken_back_at(raw: Raw, s: Sentence) -> bool:
    action = _undone(raw, s).action
    at = action.card if isinstance(action, act.PlaceIdea) else getattr(action, "idea", None)
    return taken_back(raw, s) and at == s.of.about.idea.id


@proves("A correction", "{what} {by}: {reason}")
def corrected(raw: Raw, s: Sentence) -> bool:
    about = s.of.about
    e = event_at(raw, s.of.entry, ev.CorrectionMade)
    return (e.what, e.by, e.reason) == (about.what, about.by, about.reason) and (
        "by" not in s.params or number(s.params["by"]) == e.by
    )


@proves("Marked on the way")
def marked_at_the_table(raw: Raw, s: Sentence) -> bool:
    """The bookmark stands among the decisions, and nobody looked back on the moment."""
    bookmarks = (e.record for e in raw.entries if isinstance(e.record, Bookmark))
    return any(b.n == s.of.entry and b.note == s.of.about.note for b in bookmarks)


@proves("Marked afterwards")
def marked_afterwards(raw: Raw, s: Sentence) -> bool:
    notes = (e.record for e in raw.entries if isinstance(e.record, Note) and e.record.bookmark)
    return any(n.text == s.of.about.note and n.of <= s.of.entry < n.n for n in notes)


@proves("A bookmark was set here.", "A note")
def marked(raw: Raw, s: Sentence) -> bool:
    texts = {getattr(e.record, "note", None) for e in raw.entries}
    texts |= {getattr(e.record, "text", None) for e in raw.entries}
    return getattr(s.of.about, "note", getattr(s.of.about, "text", "")) in texts
