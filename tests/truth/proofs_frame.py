"""Proofs of what is said at the reality check of the check itself, of dice, trust and balance."""

from __future__ import annotations

from collections.abc import Sequence

from game.debrief.measured import SHARES
from game.debrief.moments import Bookmarked, Noted
from game.engine import Idea
from game.engine import events as ev
from game.engine.limits import CLAIM_HELD, CLAIM_MISSED, MATURITY_HIGH, TRUST_HIGH
from game.engine.state import Benefit
from tests.truth.proving import idea_before, number, proves
from tests.truth.raw import Raw
from tests.truth.told import Sentence


def _due(s: Sentence) -> list[str]:
    """The ideas that are under way and due."""
    state = s.of.before
    return [i.id for i in state.ideas if i.status == "implemented" and i.due <= state.round]


# ------------------------------------------------------------------ what is due
@proves(
    "Reality check of round {n}: {ideas}.",
    "Today we check {ideas}: what was claimed meets what is true.",
    "The last reality check: {ideas}. Now everything under way meets what is true.",
)
def due(raw: Raw, s: Sentence) -> bool:
    round_ = raw.round(s.of.entry)
    return bool(s.of.event.ideas) and s.params.get("n", round_) == round_


@proves("Reality check of the follow-up: {ideas}.")
def due_at_the_end(raw: Raw, s: Sentence) -> bool:
    return bool(s.of.event.ideas) and s.of.before.round > sum(raw.setup.rules.rounds)


@proves("Reality check of the follow-up: no idea is due.")
def nothing_due_at_the_end(raw: Raw, s: Sentence) -> bool:
    return not _due(s) and s.of.before.round > sum(raw.setup.rules.rounds)


@proves(
    "Reality check of round {n}: no idea is due.",
    "No idea is under way any more. The result is what lies on the table.",
    "Nothing was due, so reality asked what may go wrong with {idea}.",
    "No idea is due. So reality asks what may go wrong with {idea}.",
    "Nothing was due, and there was nothing left for reality to ask about.",
    "No idea is due, and there is nothing left for reality to ask about.",
)
def nothing_due(raw: Raw, s: Sentence) -> bool:
    return not _due(s)


@proves(
    "No idea is due. So reality asks about {idea}: of those that still hide something, it "
    "claims the most. Its largest claim that nobody knows the truth about is {n} on {track}, "
    "from {name}. What do you think now?"
)
def asked_claim(raw: Raw, s: Sentence) -> bool:
    """The largest hidden claim of the idea that claims most, of those with a hidden claim."""
    asked = next(e for e in raw.entries[s.of.entry].events if isinstance(e, ev.ClaimTested))
    ideas = [i for i in raw.entries[s.of.entry].before.ideas if i.status != "realised"]
    hidden = {i.id: numbers for i in ideas if (numbers := _hidden_claims(i))}
    total = {i.id: sum(b.estimate for _, b in i.claims() if b.estimate > 0) for i in ideas}
    most = max(total[id] for id in hidden)
    said = asked.estimate == s.params["n"] == max(hidden[asked.idea])
    idea = next(i for i in ideas if i.id == asked.idea)
    claim = idea.benefit(asked.track)
    said = (
        said
        and (idea.name or raw.printed[idea.id]) in s.params["idea"]
        and claim is not None
        and claim.seat == asked.seat
    )
    return not _due(s) and said and total[asked.idea] == most


def _hidden_claims(idea: Idea) -> list[int]:
    """What was claimed of an idea where the truth is hidden and no trial that runs asks."""
    asks = idea.trial.about if idea.trial is not None else None
    return [
        b.estimate
        for track, b in idea.claims()
        if not b.downside and not idea.is_open(track) and track != asks
    ]


@proves("{ideas} waits for the next one: a reality check looks at {most} ideas at most.")
def waits(raw: Raw, s: Sentence) -> bool:
    began = next(e for e in raw.entries[s.of.entry].events if isinstance(e, ev.CheckBegan))
    before = raw.entries[s.of.entry].before
    under_way = [i for i in before.ideas if i.status == "implemented" and i.due <= before.round]
    return len(under_way) - len(began.ideas) == s.params["n"] > 0


@proves(
    "Follow-up: what is still under way is realised now.",
    "no round is left in which anything could be implemented",
)
def last_of_all(raw: Raw, s: Sentence) -> bool:
    return bool(s.of.before.round == sum(raw.setup.rules.rounds))


# ------------------------------------------------------------------ risks
@proves("A true risk of {idea} comes to light: {risk}.")
def true_and_not_named(raw: Raw, s: Sentence) -> bool:
    e = s.of.event
    return e.risk in idea_before(s).card.risks and idea_before(s).risk(e.risk) is None


@proves(
    "False alarm at {idea}: {risk}.",
    "A false alarm: “{risk}” was no true risk of {idea}. It takes nothing.",
    "It did not strike {idea} in play: {risk}.",
    "“{risk}” did not strike {idea} in play. Whether it can in your project, only you can say.",
)
def no_true_risk(raw: Raw, s: Sentence) -> bool:
    named = idea_before(s).risk(s.of.event.risk) is not None
    costs = [e for e in raw.entries[s.of.entry].events if isinstance(e, ev.RiskThrown)]
    threw = any(s.of.event.risk in (e.risk, e.named) and e.idea == s.of.event.idea for e in costs)
    return named and not threw and s.of.event.risk not in idea_before(s).card.risks


@proves(
    "It did not strike.", "The risk held off: {risk}. Die {die}, it strikes at {limit} or less."
)
def did_not_strike(raw: Raw, s: Sentence) -> bool:
    return not s.of.event.struck and s.of.before.points == s.of.after.points


@proves(
    "It struck: {points}.",
    "Risk struck: {risk}. Die {die}, it needed {limit} or less. {moved}.",
)
def did_strike(raw: Raw, s: Sentence) -> bool:
    return bool(s.of.event.struck) and s.of.event.die <= s.of.event.limit


@proves(
    "{points}, as the track goes no lower than {end}",
    "{points}, as the track goes no higher than {end}",
)
def held_by_the_end(raw: Raw, s: Sentence) -> bool:
    """With the move that follows an event its track stands at its end, and moved less."""
    events = raw.entries[s.of.entry].events
    move = events[events.index(s.of.event) + 1]
    at = ("citizen", "process", "economy", "employee").index(move.track)
    before, after = s.of.before.points[at], s.of.after.points[at]
    return after == number(s.params["end"]) in (-10, 20) and abs(after - before) < abs(move.by)


@proves("So it could no longer strike, and no die was thrown.")
def could_not(raw: Raw, s: Sentence) -> bool:
    return bool(s.of.event.limit < 1 and not s.of.event.struck)


@proves("So it strikes when a six-sided die shows {n} or less; it shows {die}.")
def limit(raw: Raw, s: Sentence) -> bool:
    e = s.of.event
    return (s.params["n"], s.params["die"]) == (e.limit, e.die) and e.struck == (e.die <= e.limit)


@proves("So it was certain to strike, and nobody has to throw.")
def always(raw: Raw, s: Sentence) -> bool:
    return bool(s.of.event.limit >= 6 and s.of.event.struck)


@proves("You put its severity at {n}; here it is {truth}.")
def severity(raw: Raw, s: Sentence) -> bool:
    risk = idea_before(s).risk(s.of.event.named)
    return risk is not None and (risk.severity, s.of.event.severity) == (
        s.params["n"],
        s.params["truth"],
    )


@proves("{risk} (named as “{own_words}”)")
def in_own_words(raw: Raw, s: Sentence) -> bool:
    risk = idea_before(s).risk(s.of.event.named)
    return risk is not None and risk.name == s.params["own_words"]


# ------------------------------------------------------------------ the stumble
@proves(
    "{idea} was never proven but stays on its feet: die {die}, maturity {maturity}.",
    "It held, though it was never proven: the die shows {die}, within its maturity of {maturity}.",
    "{idea} stumbles: it was never proven, and die {die} is above its maturity {maturity}. {costs}",
    "It stumbled: it was never proven, and the die shows {die}, above its maturity of {maturity}. "
    "{costs}",
)
def never_proven(raw: Raw, s: Sentence) -> bool:
    e = s.of.event
    stumbled = e.stumbled == (e.die > e.maturity) == ("stumble" in s.message)
    return stumbled and not _proven(raw, s)


@proves("It held, though it was never proven: at maturity {maturity} nothing makes it stumble.")
def held_for_certain(raw: Raw, s: Sentence) -> bool:
    e = s.of.event
    certain = e.maturity == s.params["maturity"] == MATURITY_HIGH and not e.stumbled
    return certain and not _proven(raw, s)


def _proven(raw: Raw, s: Sentence) -> bool:
    """Whether a trial of the idea worked before."""
    reported = [r for _, r in raw.standing(ev.TrialReported, s.of.entry)]
    thrown = [r for _, r in raw.standing(ev.TrialThrown, s.of.entry)]
    return any(r.proven for r in (*reported, *thrown) if r.idea == s.of.event.idea)


# ------------------------------------------------------------------ what was claimed
@proves(
    "{idea} is realised: claimed {claimed}, harvested {given}.",
    "With its downsides, {claimed} claimed and {given} harvested.",
)
def claimed_and_given(raw: Raw, s: Sentence) -> bool:
    claims = [b for _, b in raw.entries[s.of.entry].after.require_idea(s.of.event.idea).claims()]
    return _summed(claims) == (number(s.params["claimed"]), number(s.params["given"]))


@proves("{claimed} claimed, {given} harvested.")
def benefits_claimed_and_given(raw: Raw, s: Sentence) -> bool:
    """Of an idea's word, or at the end of a check of the benefits of all that it realised."""
    if s.of.event is not None:
        return claimed_and_given(raw, s)
    benefits = [b for b in _realised(raw, s) if b.estimate >= 0]
    return _summed(benefits) == (number(s.params["claimed"]), number(s.params["given"]))


@proves("The downsides that were named, {n} point, cost nothing in the end.")
def no_downside_came(raw: Raw, s: Sentence) -> bool:
    downsides = [b for b in _realised(raw, s) if b.estimate < 0]
    return _summed(downsides) == (-s.params["n"], 0)


@proves("Where downsides were named, it did good instead: {n}.")
def downsides_did_good(raw: Raw, s: Sentence) -> bool:
    downsides = [b for b in _realised(raw, s) if b.estimate < 0]
    return _summed(downsides)[1] == s.params["n"] > 0


@proves("Downsides that were named took {came}: {given} − {came} = {left}.")
def downsides_took(raw: Raw, s: Sentence) -> bool:
    given, left, came = number(s.params["given"]), number(s.params["left"]), s.params["came"]
    _, of_all = _summed(_realised(raw, s))
    downsides = [b for b in _realised(raw, s) if b.estimate < 0]
    return _summed(downsides)[1] == -came < 0 and given - came == left == of_all


def _realised(raw: Raw, s: Sentence) -> list[Benefit]:
    """The claims of all ideas that a check realised."""
    entry = raw.entries[s.of.entry]
    ids = [e.idea for e in entry.events if isinstance(e, ev.IdeaRealised)]
    return [b for id in ids for _, b in entry.after.require_idea(id).claims()]


def _summed(claims: Sequence[Benefit]) -> tuple[int, int]:
    return sum(b.estimate for b in claims), sum(b.harvested or 0 for b in claims)


@proves("Risks that struck took {lost}: {given} − {lost} = {moved} on the tracks.")
def taken_by_risks(raw: Raw, s: Sentence) -> bool:
    return taken(raw, s) and _took(raw, s) == {ev.RiskThrown}


@proves("Stumbling took {lost}: {given} − {lost} = {moved} on the tracks.")
def taken_by_stumbling(raw: Raw, s: Sentence) -> bool:
    return taken(raw, s) and _took(raw, s) == {ev.StumbleThrown}


@proves("Risks that struck and stumbling took {lost}: {given} − {lost} = {moved} on the tracks.")
def taken_by_both(raw: Raw, s: Sentence) -> bool:
    return taken(raw, s) and _took(raw, s) == {ev.RiskThrown, ev.StumbleThrown}


def _took(raw: Raw, s: Sentence) -> set[type[ev.Event]]:
    """What in a check took points off the tracks, of dice that fell badly."""
    return {
        type(e)
        for e in raw.entries[s.of.entry].events
        if (isinstance(e, ev.RiskThrown) and e.struck)
        or (isinstance(e, ev.StumbleThrown) and e.stumbled)
    }


@proves("What came besides the claims took {lost}: {given} − {lost} = {moved} on the tracks.")
def taken(raw: Raw, s: Sentence) -> bool:
    """What a check moved on the tracks is less than what its ideas gave where it was claimed."""
    entry = raw.entries[s.of.entry]
    ids = [e.idea for e in entry.events if isinstance(e, ev.IdeaRealised)]
    claims = [b for id in ids for _, b in entry.after.require_idea(id).claims()]
    moved = sum(entry.after.points) - sum(entry.before.points)
    given, lost = number(s.params["given"]), s.params["lost"]
    said = given == sum(b.harvested or 0 for b in claims) and moved == number(s.params["moved"])
    return said and given - lost == moved < given


@proves(
    "claimed {estimate}, true 0: there is nothing to harvest.",
    "{n} was claimed on {track}, but the idea gives nothing there.",
)
def gives_nothing(raw: Raw, s: Sentence) -> bool:
    e, b = s.of.event, idea_before(s).benefit(s.of.event.track)
    said = s.params.get("estimate", s.params.get("n"))
    return e.effect == e.points == 0 and b is not None and b.estimate == said > 0


# ------------------------------------------------------------------ trust and balance
@proves(
    "The word holds: trust rises by 1.",
    "Trust {by}: what {idea} claimed, and reality asked about, held.",
)
def claim_held(raw: Raw, s: Sentence) -> bool:
    tests = [e for e in raw.entries[s.of.entry].events if isinstance(e, ev.ClaimTested)]
    rose = s.of.after.trust - s.of.before.trust == 1
    return rose and any(abs(e.estimate - e.effect) <= CLAIM_HELD for e in tests)


@proves("The word holds, and trust is already at its highest.")
def claim_held_at_the_top(raw: Raw, s: Sentence) -> bool:
    near = abs(s.of.event.estimate - s.of.event.effect) <= CLAIM_HELD
    return near and s.of.before.trust == s.of.after.trust == TRUST_HIGH


@proves("Trust {by}: what {idea} claimed, and reality asked about, was far off.")
def claim_missed(raw: Raw, s: Sentence) -> bool:
    tests = [e for e in raw.entries[s.of.entry].events if isinstance(e, ev.ClaimTested)]
    return s.of.event.by == -1 and any(abs(e.estimate - e.effect) >= CLAIM_MISSED for e in tests)


@proves("Trust {by}: {idea} is the first idea of {seat} to be realised.")
def first_of_a_seat(raw: Raw, s: Sentence) -> bool:
    idea = s.of.after.require_idea(s.of.event.idea)
    placed = {e.idea: e.seat for _, e in raw.standing(ev.IdeaPlaced)}
    placed |= {e.idea: e.seat for _, e in raw.standing(ev.IdeaWritten)}
    before = [
        e.idea
        for n, e in raw.standing(ev.IdeaRealised)
        if n < s.of.entry and placed[e.idea] == placed[idea.id]
    ]
    return not before and s.of.event.by == 1


@proves("Trust {by}: below zero on {tracks}.", "{tracks} below zero: trust falls by 1.")
def below(raw: Raw, s: Sentence) -> bool:
    return any(points < 0 for points in s.of.after.points)


@proves("{tracks} is below zero too, but only {people} cost trust.")
def below_too(raw: Raw, s: Sentence) -> bool:
    """Of the tracks that are not about people as many as are said."""
    return sum(points < 0 for points in s.of.after.points[1:3]) == s.params["n"] > 0


@proves(
    "Trust {by}: the group leans too far towards autonomy.",
    "There is too much autonomy: trust falls by 1.",
)
def autonomy(raw: Raw, s: Sentence) -> bool:
    return s.of.before.balance < 0 and s.of.after.trust == s.of.before.trust - 1


@proves(
    "Trust {by}: the group leans too far towards steering.",
    "There is too much steering: trust falls by 1.",
)
def steering(raw: Raw, s: Sentence) -> bool:
    return s.of.before.balance > 0 and s.of.after.trust == s.of.before.trust - 1


@proves(
    "The balance leans a little. It moves one step towards the middle.",
    "Then the balance moves one step towards the middle.",
)
def towards_the_middle(raw: Raw, s: Sentence) -> bool:
    return bool(abs(s.of.after.balance) == abs(s.of.before.balance) - 1)


@proves("Trust stays at {n}.")
def trust_stays(raw: Raw, s: Sentence) -> bool:
    entry = raw.entries[s.of.entry]
    return bool(entry.before.trust == entry.after.trust == s.params["n"])


@proves("Trust stays at its highest, {n}.")
def trust_stays_at_its_highest(raw: Raw, s: Sentence) -> bool:
    return trust_stays(raw, s) and s.params["n"] == TRUST_HIGH


@proves("Trust goes from {before} to {after}.")
def trust_goes(raw: Raw, s: Sentence) -> bool:
    entry = raw.entries[s.of.entry]
    trust = entry.before.trust, entry.after.trust
    return trust == (s.params["before"], s.params["after"]) and trust[0] != trust[1]


@proves(
    "Trust is gone and the project pauses: {what}.",
    "Trust was gone. The project is paused: {what}. Trust begins again at {trust}.",
)
def trust_gone(raw: Raw, s: Sentence) -> bool:
    stops = [e for _, e in raw.standing(ev.Paused) if e.round <= s.of.event.round]
    return s.of.before.trust == 0 and len(stops) == 1


@proves(
    "Trust is gone for the second time: the project is stopped.",
    "Trust was gone for the second time. The project is stopped.",
)
def second_time(raw: Raw, s: Sentence) -> bool:
    return s.of.before.trust == 0 and len(list(raw.standing(ev.Paused, s.of.entry + 1))) == 1


@proves("nothing is implemented in round {n}")
def nothing_implemented(raw: Raw, s: Sentence) -> bool:
    done = [n for n, _ in raw.standing(ev.IdeaImplemented) if raw.round(n) == s.params["n"]]
    return not done


# ------------------------------------------------------------------ what a trial or an event shows
@proves("All true risks of {idea} have already been named.")
def all_named(raw: Raw, s: Sentence) -> bool:
    """By its card, or in the group's own words on its track."""
    idea = idea_before(s)
    own = {risk.track for risk in idea.risks if risk.name is not None}
    left = [risk for risk in idea.card.risks if idea.risk(risk) is None]
    return all(raw.end.risk_card(risk).track in own for risk in left)


@proves("The trial of {idea} did not work: die {die}, maturity {maturity}.")
def trial_failed(raw: Raw, s: Sentence) -> bool:
    return bool(not s.of.event.proven and s.of.event.die > s.of.event.maturity)


@proves("The trial of {idea} worked: die {die}, maturity {maturity}. It is proven.")
def trial_worked(raw: Raw, s: Sentence) -> bool:
    return bool(s.of.event.proven and s.of.event.die <= s.of.event.maturity)


@proves("{moved}: {idea} is another kind of idea, and the ideas carry each other.")
def another_kind(raw: Raw, s: Sentence) -> bool:
    kind = idea_before(s).card.kind
    realised = [i for i in s.of.after.ideas if i.status == "realised" and i.id != s.of.event.idea]
    return any(i.card.kind != kind for i in realised)


# ------------------------------------------------------------------ why a moment is proposed
def _games_with(s: Sentence) -> int:
    """Of a hundred games that were measured, those with a moment of the kind at least so strong."""
    reached = [share for weight, share in SHARES[s.of.kind] if weight <= s.of.weight]
    return round(100 * min(reached)) if reached else 0


@proves("Rare: in {n} of 100 games")
def few_games_have_it(raw: Raw, s: Sentence) -> bool:
    return 1 <= _games_with(s) == s.params["n"] <= 10


@proves("In {n} of 100 games")
def some_games_have_it(raw: Raw, s: Sentence) -> bool:
    return 10 < _games_with(s) == s.params["n"] <= 50


@proves("Rare: in hardly any game")
def hardly_any_game_has_it(raw: Raw, s: Sentence) -> bool:
    return _games_with(s) == 0 and s.of.kind in SHARES


@proves("You marked it yourselves.")
def marked(raw: Raw, s: Sentence) -> bool:
    return isinstance(s.of.about, Bookmarked | Noted)
