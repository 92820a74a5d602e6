"""Proofs of what is said about ideas: trials, harm, and what had spoken of it."""

from __future__ import annotations

from game.engine import events as ev
from game.wording import terms
from tests.truth.proofs_risks import texts_about, written
from tests.truth.proving import event_at, number, proves
from tests.truth.raw import Raw
from tests.truth.told import Sentence
from tests.wording.cases import EN


# ------------------------------------------------------------------ in the group's own words
@proves(
    "{idea} is an idea of your own: what it gives and what threatens it was drawn by the game, "
    "as a stress test."
)
def drawn(raw: Raw, s: Sentence) -> bool:
    """Its truth was drawn when it was written; no card has it."""
    about = s.of.about
    of = getattr(about, "benefit", None) or getattr(about, "risk", about)
    written_here = {e.idea for _, e in raw.standing(ev.IdeaWritten, s.of.entry + 1)}
    drawn_here = {e.idea for _, e in raw.standing(ev.TruthDrawn, s.of.entry + 1)}
    return of.idea.id in written_here & drawn_here


# ------------------------------------------------------------------ untried
@proves("Implemented untried, and it stumbled", "{idea} was implemented without a trial.")
def never_tried(raw: Raw, s: Sentence) -> bool:
    """No trial was ever set up, not even one that was taken back."""
    idea = s.of.about.idea.id
    trials = [*raw.all(ev.TrialSetUp), *raw.all(ev.TrialThrown)]
    thrown = event_at(raw, s.of.entry, ev.StumbleThrown, idea=idea)
    return thrown.stumbled and not any(e.idea == idea for _, e in trials)


@proves("It stumbled, and that cost {points}.")
def stumble_cost(raw: Raw, s: Sentence) -> bool:
    return _stumble(raw, s) == number(s.params["points"]) > 0


@proves("It stumbled, but that took nothing.")
def nothing_to_lose(raw: Raw, s: Sentence) -> bool:
    return _stumble(raw, s) == 0


def _stumble(raw: Raw, s: Sentence) -> int:
    thrown = event_at(raw, s.of.entry, ev.StumbleThrown, idea=s.of.about.idea.id)
    return raw.taken(s.of.entry, thrown)


# ------------------------------------------------------------------ trials
@proves("After a trial you changed something", "After the trial of {trial}: {changes}.")
def trial_came_first(raw: Raw, s: Sentence) -> bool:
    """What was shown was estimated anew within a round; or, short of the claim, it was shelved."""
    about, n = s.of.about, s.of.entry
    idea = about.idea.id
    entry = raw.entries[n]
    before, after = entry.before.require_idea(idea), entry.after.require_idea(idea)
    shown = {t for t in raw.end.setup.by_id and _TRACKS if after.is_open(t) > before.is_open(t)}
    soon = range(raw.round(n), raw.round(n) + 2)
    for benefit, first, last in about.revised:
        mine = raw.on(ev.EstimateRevised, idea, benefit.track)
        mine += raw.on(ev.ClaimWithdrawn, idea, benefit.track)
        seen = [e for m, e in mine if m > n and raw.round(m) in soon]
        numbers = {e.before for e in seen} | {e.estimate for e in seen}
        if benefit.track not in shown or not {first, last} <= numbers:
            return False
        effect = raw.end.truth[idea][_TRACKS.index(benefit.track)]
        if (last < first) != (effect < first) or first == effect:
            return False
    shelved = [m for m, e in raw.standing(ev.IdeaShelved) if e.idea == idea and m > n]
    truth, claims = raw.end.truth[idea], dict(before.claims())
    short = [
        t for t in shown if truth[_TRACKS.index(t)] < (claims[t].estimate if t in claims else 0)
    ]
    return bool(shown) and (not about.shelved or (bool(short) and raw.round(shelved[0]) in soon))


_TRACKS = ("citizen", "process", "economy", "employee")


@proves("“{benefit}” ({track}) from {before} to {after}")
def revised(raw: Raw, s: Sentence) -> bool:
    """One of the revisions that the moment tells of; each is proved with the sentence."""
    said = (s.params["track"], s.params["before"], number(s.params["after"]))
    return said in [
        (terms.track(EN, benefit.track), before, after)
        for benefit, before, after in s.of.about.revised
    ]


@proves("it was shelved", "and it was shelved")
def was_shelved(raw: Raw, s: Sentence) -> bool:
    return any(e.idea == s.of.about.idea.id for _, e in raw.standing(ev.IdeaShelved))


# ------------------------------------------------------------------ harm
@proves(
    "Good for {gained}, hard on {harmed}",
    "{idea} gave {gain} on {gained} and took {loss} from {harmed}.",
)
def gave_and_took(raw: Raw, s: Sentence) -> bool:
    about = s.of.about
    gave = event_at(raw, s.of.entry, ev.Harvested, idea=about.idea.id, track=about.gained)
    took = event_at(raw, s.of.entry, ev.Harvested, idea=about.idea.id, track=about.harmed)
    won, lost = -raw.taken(s.of.entry, gave), raw.taken(s.of.entry, took)
    said = number(s.params.get("gain", won)), number(s.params.get("loss", lost))
    return said == (won, lost) and won > 0 < lost


@proves("It was not named as a downside.")
def not_a_downside(raw: Raw, s: Sentence) -> bool:
    """No downside lay there when it was realised."""
    about = s.of.about
    e = event_at(raw, s.of.entry, ev.Harvested, idea=about.idea.id, track=about.harmed)
    return raw.end.edition > 1 and (e.estimate is None or e.estimate > 0)


@proves("A harm that had been spoken of")
def spoken_of(raw: Raw, s: Sentence) -> bool:
    idea, track = s.of.about.benefit.key
    return bool(raw.on(ev.DownsideNamed, idea, track, before=s.of.entry))


@proves(
    "{idea} truly costs {loss} on {track}, and that had been said beforehand. Said by: {person}."
)
def said_beforehand(raw: Raw, s: Sentence) -> bool:
    about = s.of.about
    idea, track = about.benefit.key
    e = event_at(raw, s.of.entry, ev.Harvested, idea=idea, track=track)
    named = raw.on(ev.DownsideNamed, idea, track, before=s.of.entry)
    said = {raw.who(n, downside.seat) for n, downside in named[-1:]}
    return said == {about.person.key} and (-e.effect == number(s.params["loss"]) > 0)


@proves("Who bears it: {bearer}.")
def bearer(raw: Raw, s: Sentence) -> bool:
    idea, track = s.of.about.benefit.key
    named = raw.on(ev.DownsideNamed, idea, track, before=s.of.entry)
    return bool(named[-1][1].bearer)


@proves("It was made up for, and came to {points}.")
def made_up_for(raw: Raw, s: Sentence) -> bool:
    idea, track = s.of.about.benefit.key
    e = event_at(raw, s.of.entry, ev.Harvested, idea=idea, track=track)
    made = raw.on(ev.AmendsMade, idea, track, before=s.of.entry)
    return bool(made) and -e.points == number(s.params["points"]) < -e.effect


# ------------------------------------------------------------------ known
def _opened_in(raw: Raw, idea: str, track: str, n: object) -> bool:
    opened, locked = raw.opened(idea, track), raw.implemented(idea)  # type: ignore[arg-type]
    assert locked is not None
    return opened is not None and opened < locked and raw.round(opened) == n


@proves(
    "Known, and done all the same",
    "{idea} was implemented. Since round {n} everybody could see that it takes {loss} from "
    "{track}, and nothing made up for it.",
)
def known_and_done(raw: Raw, s: Sentence) -> bool:
    about = s.of.about
    idea, track = about.idea.id, about.track
    effect = raw.end.truth[idea][_TRACKS.index(track)]
    loss, n = s.params.get("loss", about.loss), s.params.get("n", about.since)
    return (
        raw.implemented(idea) == s.of.entry
        and -effect == number(loss) > 0
        and _opened_in(raw, idea, track, n)
        and not raw.on(ev.AmendsMade, idea, track)
    )


@proves("It was named as a downside.")
def named_as_downside(raw: Raw, s: Sentence) -> bool:
    about = s.of.about
    return bool(raw.on(ev.DownsideNamed, about.idea.id, about.track, before=s.of.entry))


@proves(
    "A number that stood although the truth was known",
    "{benefit} stood at {claimed} when its idea was implemented. Since round {n} everybody "
    "could see that it truly gives {effect}.",
)
def kept_against(raw: Raw, s: Sentence) -> bool:
    about = s.of.about
    idea, track = about.benefit.key
    b = raw.entries[s.of.entry].before.require_idea(idea).benefit(track)
    truth = raw.end.truth[idea][_TRACKS.index(track)]
    claimed, effect = s.params.get("claimed", about.estimate), s.params.get("effect", truth)
    right = b is not None and b.estimate == number(claimed) and truth == number(effect)
    far = b is not None and b.estimate - truth >= 3
    return right and far and _opened_in(raw, idea, track, s.params.get("n", about.since))


# ------------------------------------------------------------------ what had spoken of it
def _what(s: Sentence) -> tuple[str, str, int, int]:
    """The idea, the track, the sign and the entry of a harm, or of what was not claimed."""
    about = getattr(s.of, "about", None)
    if about is not None:
        return about.idea.id, about.harmed, -1, s.of.entry
    idea, track = s.of.benefit.key
    return idea, track, 1 if s.of.effect > 0 else -1, s.of.position.entry


@proves("It could be seen on the table from round {n} on.")
def lay_open_since(raw: Raw, s: Sentence) -> bool:
    idea, track, sign, n = _what(s)
    opened = raw.opened(idea, track)  # type: ignore[arg-type]
    right = raw.end.truth[idea][_TRACKS.index(track)] * sign > 0
    return opened is not None and opened < n and raw.round(opened) == s.params["n"] and right


@proves("It had been seen in round {n}, in what was undone.")
def seen_and_taken_back(raw: Raw, s: Sentence) -> bool:
    idea, track, sign, n = _what(s)
    shown = [
        m
        for m, e in raw.all(ev.EffectsOpened, n)
        if any((i, t) == (idea, track) and by * sign > 0 for i, t, by in e.effects)
    ]
    shown += [m for m, e in raw.all(ev.ClaimTested, n) if (e.idea, e.track) == (idea, track)]
    return any(not raw.entries[m].stands and raw.round(m) == s.params["n"] for m in shown)


@proves("A downside was named in round {n} and undone.")
def taken_back(raw: Raw, s: Sentence) -> bool:
    idea, track, _, n = _what(s)
    named = [m for m, e in raw.all(ev.DownsideNamed, n) if (e.idea, e.track) == (idea, track)]
    return any(not raw.entries[m].stands and raw.round(m) == s.params["n"] for m in named)


@proves("An arrow on the card had shown it since round {n}.")
def arrow(raw: Raw, s: Sentence) -> bool:
    idea, track, sign, _ = _what(s)
    placed = [m for m, e in raw.standing(ev.IdeaPlaced) if e.idea == idea]
    card = raw.setup.by_id.ideas[idea]
    shown = card.promise.get(track, 0) * sign > 0  # type: ignore[call-overload]
    return shown and raw.round(placed[0]) == s.params["n"]


@proves("A risk on that track was named in round {n}.")
def risk_on_that_track(raw: Raw, s: Sentence) -> bool:
    return s.params["n"] in _rounds_named(raw, s)


@proves("A risk on that track came to light in round {n}.")
def risk_came_to_light(raw: Raw, s: Sentence) -> bool:
    """Nobody had named one there."""
    idea, track, _, n = _what(s)
    found = [m for m, e in raw.all(ev.RiskTurnedUp, n) if _is_on(raw, e, idea, track)]
    return s.params["n"] in map(raw.round, found) and not _rounds_named(raw, s)


def _rounds_named(raw: Raw, s: Sentence) -> set[int]:
    """The rounds in which somebody named a risk there."""
    idea, track, _, n = _what(s)
    there = [m for m, e in raw.all(ev.RiskNamed, n) if _is_on(raw, e, idea, track)]
    there += [m for m, e in raw.all(ev.RiskWritten, n) if (e.idea, e.track) == (idea, track)]
    return {raw.round(m) for m in there}


def _is_on(raw: Raw, e: ev.RiskNamed | ev.RiskTurnedUp, idea: str, track: str) -> bool:
    return e.idea == idea and _track_of(raw, e.risk) == track


def _track_of(raw: Raw, risk: str) -> str:
    return raw.end.risk_card(risk).track


@proves("A number above zero was given in round {n}.")
def number_above(raw: Raw, s: Sentence) -> bool:
    return s.params["n"] in {raw.round(m) for m in _numbers(raw, s)}


def _numbers(raw: Raw, s: Sentence) -> list[int]:
    """Where a number of the effect's sign was given on the idea and track: also undone ones."""
    idea, track, sign, n = _what(s)
    found = []
    for kind in (ev.BenefitClaimed, ev.EstimateRevised, ev.EstimatesTurned, ev.RangeSet):
        for m, e in raw.all(kind, n):
            values = [getattr(e, f, 0) for f in ("estimate", "low", "high")]
            values += [value for value in getattr(e, "values", ()) if value is not None]
            if (e.idea, e.track) == (idea, track) and any(v * sign > 0 for v in values):
                found.append(m)
    return found


@proves("No arrow, no trial, no risk and no number on the table had shown it.")
def nothing_showed_the_harm(raw: Raw, s: Sentence) -> bool:
    idea, track, _, n = _what(s)
    named = [*raw.all(ev.RiskNamed, n), *raw.all(ev.RiskTurnedUp, n)]
    if any(e.idea == idea and _track_of(raw, e.risk) == track for _, e in named):
        return False
    for kind in (ev.RiskWritten, ev.DownsideNamed):
        if any((e.idea, e.track) == (idea, track) for _, e in raw.all(kind, n)):
            return False
    return _nothing_showed_it(raw, s)


@proves("No arrow, no trial and no number on the table had shown it.")
def nothing_showed_the_gain(raw: Raw, s: Sentence) -> bool:
    return _nothing_showed_it(raw, s)


def _nothing_showed_it(raw: Raw, s: Sentence) -> bool:
    idea, track, sign, n = _what(s)
    card = raw.setup.by_id.ideas.get(idea)
    if card is not None and card.promise.get(track, 0) * sign > 0:  # type: ignore[call-overload]
        return False
    for _, e in raw.all(ev.EffectsOpened, n):
        if any((i, t) == (idea, track) and by * sign > 0 for i, t, by in e.effects):
            return False
    if any((e.idea, e.track) == (idea, track) for _, e in raw.all(ev.ClaimTested, n)):
        return False
    return not _numbers(raw, s) and not written(raw, n) and not texts_about(raw, n, idea)


@proves("Truly {effect}, and {more} more because no downside was named.")
def more_for_the_silence(raw: Raw, s: Sentence) -> bool:
    idea, track, _, n = _what(s)
    e = event_at(raw, n, ev.Harvested, idea=idea, track=track)
    said = number(s.params["effect"]), s.params["more"]
    return nothing_lay_there(raw, s) and (e.effect, e.effect - e.points) == said and said[1] > 0


@proves("Not claimed: nothing was harvested.", "Harm counts, claimed or not.")
def nothing_lay_there(raw: Raw, s: Sentence) -> bool:
    idea, track, sign, n = _what(s)
    e = event_at(raw, n, ev.Harvested, idea=idea, track=track)
    before = raw.entries[n].before.require_idea(idea).benefit(track)
    counts = e.points == 0 if sign > 0 else e.points <= e.effect < 0
    return before is None and e.effect * sign > 0 and counts
