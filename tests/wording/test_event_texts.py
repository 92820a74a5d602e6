"""What the room hears: whole games told in both languages, and a line for each action."""

import random
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import pytest

from game.content.case import Case
from game.engine import (
    EVENTS,
    TRACKS,
    Applied,
    Benefit,
    Event,
    Measure,
    Rules,
    Seat,
    State,
    apply,
    check,
    legal,
    start,
)
from game.engine import actions as act
from game.engine import events as ev
from game.engine.limits import BALANCE_EXTREME
from game.i18n import Words
from game.wording import terms
from game.wording.case_names import CaseNames
from game.wording.event_texts import LINE, LONG_LINE, event_text, headline
from game.wording.event_texts.formatter import EventFormatter
from game.wording.event_texts.headline import EVENT_TEXTS, SILENT, summary_line
from game.wording.figures import signed
from tests.engine.random_games import seated_otherwise
from tests.wording.cases import CASE, DA, EN, begin, do, later, tiny_case, with_idea

Step = tuple[tuple[Event, ...], State, State]


LONG = tiny_case(longer=" with a name that goes on and on until nobody can remember how it began")


BUSY = {"Pass": 0.1, "Revise": 0.1, "HandOver": 0.1, "Anchor": 0.5, "Implement": 4, "Trial": 2}


def play(case: Case, seed: int, seats: int = 4) -> Iterator[Step]:
    """A random game that gets around: each action's events, the state after and before.

    People come and go in it.
    """
    chance = random.Random(seed)
    names = ["Ane", "Bo", "Cecilie-Marie", "Dan", "Eva", "Finn", "Gry", "Hans"][:seats]
    begun = start(case.setup, [Seat(name, ()) for name in names], seed)
    yield begun.events, begun.state, State(case.setup)
    state = begun.state
    while not state.over:
        actions = legal(state)
        weights = [BUSY.get(type(a).__name__, 1) for a in actions]
        wanted = chance.choices(actions, weights)[0]
        other = seated_otherwise(state, chance)
        seldom = chance.random() < 0.05 and check(state, other) is None
        applied = apply(state, other if seldom else wanted)
        assert isinstance(applied, Applied)
        yield applied.events, applied.state, state
        state = applied.state


def doing(state: State, action: act.Action) -> Step:
    """One action that must be allowed."""
    applied = apply(state, action)
    assert isinstance(applied, Applied), applied
    return applied.events, applied.state, state


def line(step: Step, t: Words = EN) -> str:
    events, after, before = step
    return headline(events, after, CASE, t, before=before)


# ------------------------------------------------------------------ whole games
def test_every_event_is_told_or_is_bookkeeping() -> None:
    for kind in EVENTS:
        assert (kind in EVENT_TEXTS) != (kind in SILENT), (
            f"{kind.__name__}: a sentence in EVENT_TEXTS of game/wording/event_texts, or SILENT in "
            "headline.py there"
        )
    assert set(EVENTS) >= set(EVENT_TEXTS) | set(SILENT)


@pytest.mark.parametrize("t", [DA, EN], ids=["da", "en"])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_whole_game_is_told_in_clean_sentences(t: Words, seed: int) -> None:
    for events, after, before in play(CASE, seed):
        for event in events:
            said = event_text(event, after, CASE, t, before=before)
            assert said != ""
            if said is not None:
                assert said[-1] in ".?…" or isinstance(event, ev.OptionChosen), said
                assert not set("{}") & set(said), said
                assert ".." not in said, said


def _of_a_benefit(kind: type[Event]) -> bool:
    """Whether events of a kind are about what lies on a track of an idea."""
    return {"idea", "track"} <= {f.name for f in fields(kind)} and kind not in (
        ev.IdeaWritten,  # nothing lies there yet
        ev.EstimatesTurned,  # what they are of was said when they were called for
        ev.RiskWritten,
        ev.RiskThrown,
    )


@pytest.mark.parametrize("t", [DA, EN], ids=["da", "en"])
@pytest.mark.parametrize("downside", [False, True], ids=["benefit", "downside"])
@pytest.mark.parametrize("kind", [*filter(_of_a_benefit, EVENTS)], ids=lambda kind: kind.__name__)
def test_what_lies_on_a_track_has_one_name_whatever_is_told_of_it(
    kind: type[Event], downside: bool, t: Words
) -> None:
    points = -2 if downside else 2
    lying = Benefit(points, 0, name="Fewer letters", owner=None if downside else 1)
    state = with_idea()
    idea = replace(state.ideas[0], benefits=(None, lying, None, None))
    state = replace(state, ideas=(idea, *state.ideas[1:]))
    event = _event(kind, idea=idea.id, track="process", name=lying.name, estimate=points)
    said = event_text(event, state, CASE, t, before=state)
    assert said is None or "Fewer letters" in said


def _event(kind: Any, **told: object) -> Event:
    """An event of a kind: what it is about, and ones and nothing for the rest."""
    plain = {"card": None, "measure": None, "short": None, "bearer": "", "note": "", "why": "event"}
    usual = {**dict.fromkeys(("values", "absent", "dice"), (1, 1)), **plain}
    names = [f.name for f in fields(kind)]
    event: Event = kind(**{name: told.get(name, usual.get(name, 1)) for name in names})
    return event


MOVING = tiny_case(Rules(modules=("invest", "demand", "combination", "dropouts", "patience")))


@pytest.mark.parametrize("seed", range(4))
def test_what_tracks_and_trust_moved_by_in_a_step_is_told_in_its_line(seed: int) -> None:
    """Whoever sums up the lines of a game comes to its result, the last check among them."""
    for events, after, before in play(MOVING, seed):
        if before == State(MOVING.setup) or any(isinstance(e, ev.CorrectionMade) for e in events):
            continue
        said = summary_line(EventFormatter(CaseNames(EN, MOVING), after, before), events)
        for track, was, now in zip(TRACKS, before.points, after.points, strict=True):
            moved = f"{terms.track(EN, track)} {signed(EN, now - was)}"
            assert was == now or moved in said, said
        if not any(isinstance(e, ev.Paused) for e in events):
            trust = sum(e.by for e in events if isinstance(e, ev.TrustChanged))
            assert not trust or signed(EN, trust) in said, said
        realised = [e.idea for e in events if isinstance(e, ev.IdeaRealised)]
        assert all(idea in said for idea in realised), said


@pytest.mark.parametrize("t", [DA, EN], ids=["da", "en"])
@pytest.mark.parametrize("case", [CASE, LONG], ids=["short", "long"])
def test_a_headline_fits_the_line_however_long_the_names(t: Words, case: Case) -> None:
    for events, after, before in play(case, 3, seats=8):
        said = headline(events, after, case, t, before=before)
        kinds = ", ".join(type(event).__name__ for event in events)
        assert said, f"none of these events has a sentence: {kinds}; see game/wording/event_texts"
        assert len(said) <= LONG_LINE, f"{len(said)} characters, for {kinds}: {said}"
        assert len(said) <= LINE or len(with_short_names(t, case, events, after, before)) > LINE


def with_short_names(
    t: Words, case: Case, events: tuple[Event, ...], after: State, before: State
) -> str:
    """The line with every name of up to twenty letters whole."""
    return summary_line(EventFormatter(CaseNames(t, case), after, before, 20), events)


@pytest.mark.parametrize("t", [DA, EN], ids=["da", "en"])
def test_a_short_name_is_cut_only_where_the_line_has_no_room_for_it_at_all(t: Words) -> None:
    for events, after, before in play(LONG, 3, seats=8):
        said = headline(events, after, LONG, t, before=before)
        short = with_short_names(t, LONG, events, after, before)
        assert len(said) >= len(short) or len(short) > LONG_LINE, said


def test_telling_needs_no_state_before() -> None:
    for events, after, _ in play(CASE, 4, seats=2):
        assert headline(events, after, CASE, EN)


# ------------------------------------------------------------------ one line for an action
def test_placing_an_idea_is_told_with_its_claim() -> None:
    state = begin()
    card = state.idea_hands[0][0]
    track = {"citizen": "Citizen", "process": "Process", "economy": "Economy", "employee": "Staff"}
    main = track[CASE.setup.by_id.ideas[card].track]
    said = line(doing(state, act.PlaceIdea(0, card, 4)))
    assert said == f"Ane places A: {card} – 4 points on {main}"


def test_long_names_are_cut_only_as_far_as_needed() -> None:
    state = begin(case=LONG)
    card = state.idea_hands[0][0]
    events, after, before = doing(state, act.PlaceIdea(0, card, 1))
    said = headline(events, after, LONG, EN, before=before)
    assert said.startswith(f"Ane places A: {card} with a name")
    assert "… – 1 point on" in said
    assert len(said) <= LINE


def test_rallying_names_who_rallied_when_the_state_before_is_known() -> None:
    events, after, before = doing(begin(), act.Rally(0))
    assert headline(events, after, CASE, EN, before=before) == "Ane rallies the group: capacity +1."
    assert headline(events, after, CASE, EN) == "The group rallies: capacity +1."


def test_who_comes_or_goes_is_told_with_what_follows_for_the_turns() -> None:
    state = begin(("Ane", "Bo", "Carl"), 1)
    assert line(doing(state, act.Leave(0))).startswith(
        "Ane is away: the game goes on meanwhile. Bo"
    )
    away = do(state, act.Leave(1))
    assert line(doing(state, act.Leave(1))).endswith("shared out again: Carl 7.")
    assert line(doing(away, act.Return(1))).startswith("Bo is at the table again.")
    assert line(doing(away, act.Replace(1, "Dina"))) == "Dina takes over the seat of Bo."
    late = do(state, act.Arrive("Dina"))
    assert line(doing(state, act.Arrive("Dina"))).startswith("Dina has come to the table. The")
    (role, *_) = late.seats[0].roles
    moved = do(do(late, act.Leave(0)), act.TakeRole(3, role))
    assert moved.seats[3].roles == (role,)


def test_what_somebody_away_owns_is_taken_over() -> None:
    state = later(with_idea(), "concretise")
    idea = state.ideas[0]
    (track, _), *_ = idea.claims()
    owned = do(state, act.Anchor(state.turn, idea.id, track, 1))
    said = line(doing(do(owned, act.Leave(1)), act.HandOver(1, idea.id, track, 0)))
    assert "who is away" in said


def test_no_opinion_is_told_and_nobody_agrees_by_saying_nothing() -> None:
    called = do(with_idea(), act.CallEstimates("idea-1", "process"))
    for values, said in (
        ((None, None), "Nobody has an opinion."),
        ((4, None), "One estimate: "),
        ((4, 4), "The estimates agree: "),
    ):
        first = do(called, act.GiveEstimate(0, values[0]))
        assert line(doing(first, act.GiveEstimate(1, values[1]))).startswith(said)


def test_a_shelved_idea_is_told_by_its_name() -> None:
    state = later(with_idea(), "concretise")
    idea = state.ideas[0].id
    seat = state.seats[state.turn].name
    events, after, before = doing(state, act.Shelve(state.turn, idea))
    for known in (before, None):
        said = headline(events, after, CASE, EN, before=known)
        assert said == f"{seat} shelves “{idea}”: capacity +2."


def test_a_shelved_idea_of_the_groups_own_has_a_name_only_before() -> None:
    state = do(begin(), act.WriteIdea(0, "Our own", "citizen", "service", 2))
    state = later(state, "concretise")
    events, after, before = doing(state, act.Shelve(state.turn, "written-1"))
    assert "“Our own”" in headline(events, after, CASE, EN, before=before)
    assert "an idea of the group's own" in headline(events, after, CASE, EN)


def test_an_idea_is_never_told_by_its_letter_alone() -> None:
    letters = re.compile(r"(?<![\w“])[A-Z](?![\w:”])(?! [+−a-z])|\b(of|at) [A-Z]\b")
    for seed in range(4):
        for events, after, before in play(CASE, seed):
            for event in events:
                said = event_text(event, after, CASE, EN, before=before) or ""
                assert not letters.search(said), said


def test_anchoring_tells_owner_and_measure() -> None:
    state = later(with_idea(), "concretise")
    idea = state.ideas[0]
    measure = Measure("Calls", "a week", 160, 60)
    step = doing(state, act.Anchor(state.turn, idea.id, idea.card.track, 1, measure))
    assert line(step).startswith(f"Bo is now benefit owner of “{idea.id}” on")
    assert line(step).endswith("Calls: 160 → 60 a week.")


def test_an_idea_that_waits_for_a_later_check_is_due_in_none() -> None:
    rules = replace(CASE.setup.rules, check_ideas=1)
    one_by_one = replace(CASE, setup=replace(CASE.setup, rules=rules))
    parts = ("Due in", "It waits", "after the last round")
    implemented = {
        tuple(part in str(event_text(event, after, CASE, EN)) for part in parts)
        for seed in range(8)
        for events, after, _ in play(one_by_one, seed)
        for event in events
        if isinstance(event, ev.IdeaImplemented)
    }
    assert implemented == {(True, False, False), (False, True, False), (False, False, True)}


def test_an_idea_is_never_due_in_a_round_that_is_not_played() -> None:
    last, told = sum(CASE.setup.rules.rounds), []
    for seed in range(6):
        for events, after, _ in play(CASE, seed):
            for event in events:
                if isinstance(event, ev.IdeaImplemented) and after.round == last:
                    told.append((event.due, str(event_text(event, after, CASE, EN))))
    late = [text for due, text in told if due > last]
    assert late
    assert all("in the follow-up" in text for text in late)
    assert not [text for _, text in told if "later round" in text or f"round {last + 1}" in text]


def test_what_waits_in_the_last_round_waits_for_the_follow_up() -> None:
    rules = replace(CASE.setup.rules, check_ideas=1)
    one_by_one = replace(CASE, setup=replace(CASE.setup, rules=rules))
    last = sum(rules.rounds)
    waiting = [
        (after.round, text)
        for seed in range(6)
        for events, after, _ in play(one_by_one, seed)
        for event in events
        if isinstance(event, ev.IdeaImplemented)
        and "It waits" in (text := str(event_text(event, after, CASE, EN)))
    ]
    assert [text for round, text in waiting if round == last]
    for round, text in waiting:
        assert round < last or "waits for the follow-up" in text


def test_tracks_have_their_names_where_there_is_room() -> None:
    for seed in range(4):
        for step in play(CASE, seed):
            said = line(step)
            if not said.startswith("Reality check"):
                continue
            whole = said
            for track in TRACKS:
                letter = re.escape(terms.track_letter(EN, track))
                whole = re.sub(rf"\b{letter} (?=[+−])", f"{terms.track(EN, track)} ", whole)
            assert whole == said or len(whole) > LINE, said


def test_passing_tells_whose_turn_it_is() -> None:
    said = "Ane ends the turn; 6 actions were not used. Bo has the turn: 5 actions."
    assert line(doing(begin(), act.Pass(0))) == said
    said = "Ane slutter turen; 6 træk blev ikke brugt. Bo har turen: 5 træk."
    assert line(doing(begin(), act.Pass(0)), DA) == said


def test_a_free_benefit_that_nobody_placed_is_said_to_be_gone() -> None:
    state = replace(begin(), free_claims=("citizen",))
    gone = "The benefit that the ability gave for free was not placed, and is gone."
    assert gone in line(doing(state, act.Pass(0)))
    assert gone not in line(doing(replace(state, free_claims=()), act.Pass(0)))
    assert gone not in line(doing(state, act.Rally(0))), "its turn goes on"
    ending = replace(state, actions=1)
    for action in legal(ending):
        applied = apply(ending, action)
        assert isinstance(applied, Applied)
        said = line((applied.events, applied.state, ending))
        assert gone not in said or said.endswith((f". {gone}", f"… {gone}")), said


def test_a_check_without_ideas_still_tells_what_became_of_trust() -> None:
    steered = tiny_case(Rules(modules=("tension",), balance=BALANCE_EXTREME))
    state = do(begin(case=steered), act.Pass(0), act.Pass(1))
    said = line(doing(state, act.Proceed()))
    assert said == "Reality check: no idea was due. Trust −1."


def test_a_correction_is_told_once_with_its_reason() -> None:
    events, after, before = doing(begin(), act.Correct("citizen", 2, "counted twice"))
    told = [s for e in events if (s := event_text(e, after, CASE, EN, before=before))]
    assert told == ["The facilitator corrects Citizen by +2 (counted twice)."]


def test_hidden_estimates_stay_hidden_until_they_are_turned() -> None:
    state = do(with_idea(), act.CallEstimates(begin().idea_hands[0][0], "citizen"))
    first = doing(state, act.GiveEstimate(0, 5))
    assert line(first) == "Ane has given an estimate."
    both = doing(first[1], act.GiveEstimate(1, 2))
    assert line(both) == "The estimates: Ane 5, Bo 2. What do you each see?"


def test_seats_told_by_many_roles_are_told_apart_where_there_is_little_room() -> None:
    """With names hidden a seat is called by its roles, and two may begin alike."""
    roles = ("Receptionist + Team leader + Sponsor", "Receptionist at night + Analyst")
    state = begin(roles)
    fmt = EventFormatter(CaseNames(EN, CASE), state, longest=22)
    assert [fmt.seat(0), fmt.seat(1)] == ["Receptionist +2", "Receptionist at night +1"]
    assert replace(fmt, longest=None).seat(0) == roles[0]
