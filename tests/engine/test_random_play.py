"""Random games: what must hold after every decision, whatever is decided."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields, replace
from functools import partial
from itertools import zip_longest
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from game.engine import (
    ACTIONS,
    KINDS,
    MODULES,
    TRACKS,
    Action,
    Applied,
    Post,
    Refusal,
    Rules,
    Seat,
    Setup,
    State,
    apply,
    check,
    current_player,
    digest,
    evolve,
    legal,
    observe,
    start,
)
from game.engine import actions as act
from game.engine import events as ev
from game.engine.consistency import inconsistency
from game.engine.examples import tiny
from game.engine.lookups import present, stand_in
from tests.effort import examples
from tests.engine.random_games import (
    all_cards,
    card_of,
    is_hidden,
    of_a_kind,
    on_table,
    otherwise,
    seated_otherwise,
)
from tests.engine.universe import allowed

pytestmark = pytest.mark.slow

CASE = tiny()
POSTS = (Post("wages", 6), Post("rent", 2))
DEEP = settings(max_examples=examples(60), stateful_step_count=40)


def seated(count: int) -> list[Seat]:
    return [Seat(f"seat {n}", ()) for n in range(count)]


def with_modules(modules: Iterable[Any]) -> Setup:
    """The tiny case with these modules; the balance begins off its middle."""
    return replace(CASE, rules=Rules(modules=tuple(modules), balance=3), posts=POSTS)


def decided(state: State, action: Action) -> Applied:
    """The action applied, with all that must hold of any decision."""
    before = digest(state)
    applied = apply(state, action)
    assert isinstance(applied, Applied), f"{action}: {applied}"
    assert digest(state) == before, "the state given is left as it was"
    folded = state
    for event in applied.events:
        folded = evolve(folded, event)
    assert folded == applied.state, "folding the events gives the state"
    assert digest(folded) == digest(applied.state)
    return applied


# ------------------------------------------------------------------ mixed-up input
JUNK: list[Any] = [
    *(None, True, False, -1, 0, 1, 3, 6, 7, 9, 10**30, 0.5, float("nan"), float("inf")),
    *("", "x", "3", "idea-0", "idea-3", "risk-1", "benefit-2", "written-1", "role-analyst"),
    *("citizen", "process", "capacity", "trust", "risk", "effect", "maturity", "wages"),
    *("x" * 500, "\0", "\ud800"),
    *([], {}, set(), [1], object(), b"x", act.Measure("x"), act.Measure([])),
]


@st.composite
def mixed_up(draw: st.DrawFn) -> Any:
    """An action whose fields hold anything."""
    kind = draw(st.sampled_from(ACTIONS))
    return kind(*[draw(st.sampled_from(JUNK)) for _ in fields(kind)])


# ------------------------------------------------------------------ the machine
class Game(RuleBasedStateMachine):
    """Players, a facilitator and a prankster at one table."""

    state: State
    gone: Counter[str]

    @initialize(
        seats=st.integers(1, 8),
        seed=st.integers(0, 2**64 - 1),
        moves=st.integers(0, 120),
        modules=st.one_of(
            st.just(()), st.just(MODULES), st.lists(st.sampled_from(MODULES), unique=True)
        ),
    )
    def begin(self, seats: int, seed: int, moves: int, modules: Any) -> None:
        """A game that has been played for some decisions."""
        self.seats, self.seed, self.case = seats, seed, with_modules(modules)
        began = start(self.case, seated(seats), seed)
        self.state, self.history, self.digests = began.state, [], [digest(began.state)]
        self.gone = Counter(e.card for e in began.events if isinstance(e, ev.EventTurned))
        self.on_trial: set[str] = set()
        self.play_moves(seed, moves)

    def do(self, action: Action) -> None:
        before = self.state
        applied = decided(before, action)
        self.state = applied.state
        self.history.append(action)
        self.digests.append(digest(applied.state))
        for event in applied.events:
            if isinstance(event, ev.IdeaShelved):
                idea = before.idea(event.idea)
                assert idea is not None
                self.gone.update(on_table([idea]))
            elif isinstance(event, ev.EventTurned):
                self.gone[event.card] += 1
            elif isinstance(event, ev.DownsideNamed | ev.ClaimWithdrawn):
                self.gone.update(card_of(before, event.idea, event.track))
            self.every_trial_is_reported_once(event)
        self.a_check_takes_at_most_two_ideas_and_always_asks(before, applied.events)

    def may(self, action: Action) -> None:
        """Do what may or may not be allowed now."""
        refusal = check(self.state, action)
        if refusal is None:
            self.do(action)
        else:
            assert apply(self.state, action) == refusal

    # -------------------------------------------------------------- players
    @precondition(lambda self: not self.state.over)
    @rule(kind=st.integers(0, 99), which=st.integers(0, 999))
    def play(self, kind: int, which: int) -> None:
        self.do(of_a_kind(self.state, kind, which))

    @precondition(lambda self: not self.state.over)
    @rule(seed=st.integers(0, 2**32))
    def play_on(self, seed: int) -> None:
        self.play_moves(seed, 10)

    def play_moves(self, seed: int, moves: int) -> None:
        rng = random.Random(seed)
        for _ in range(moves):
            if not self.state.over:
                self.do(of_a_kind(self.state, rng.randrange(100), rng.randrange(1000)))

    @rule(
        track=st.sampled_from(TRACKS),
        kind=st.sampled_from(KINDS),
        what=st.integers(0, 3),
        number=st.integers(1, 5),
        on=st.integers(0, 7),
    )
    def write(self, track: Any, kind: Any, what: int, number: int, on: int) -> None:
        s = self.state
        idea = s.ideas[on % len(s.ideas)].id if s.ideas else "nothing"
        written: list[Action] = [
            act.WriteIdea(s.turn, "Own words", track, kind, number),
            act.WriteBenefit(s.turn, "Own words", track, idea, number),
            act.WriteRisk(s.turn, "Own words", track, idea, min(number, 4), number),
            act.NameDownside(s.turn, idea, track, min(number, 4), "Own words", "Somebody"),
        ]
        self.may(written[what])

    # -------------------------------------------------------------- the facilitator
    @rule(what=st.sampled_from(act.CORRECTED), by=st.integers(-4, 4))
    def correct(self, what: Any, by: int) -> None:
        self.may(act.Correct(what, by, "because"))

    @rule(move=st.sampled_from([act.SkipTurn(), act.EndPhase(), act.CloseEstimates()]))
    def facilitate(self, move: Action) -> None:
        self.may(move)

    @rule(chance=st.integers(0, 2**32))
    def come_and_go(self, chance: int) -> None:
        self.may(seated_otherwise(self.state, random.Random(chance)))

    @rule(track=st.sampled_from(TRACKS), on=st.integers(0, 19))
    def call_estimates(self, track: Any, on: int) -> None:
        self.may(act.CallEstimates(f"idea-{on}", track))

    # -------------------------------------------------------------- the prankster
    @rule(action=mixed_up())
    def mix_up(self, action: Any) -> None:
        before = digest(self.state)
        applied = apply(self.state, action)
        assert digest(self.state) == before
        if isinstance(applied, Applied):  # some junk is sensible now and then
            self.do(action)
        else:
            assert isinstance(applied, Refusal)

    # -------------------------------------------------------------- looking
    @rule()
    def legal_is_all_that_check_allows(self) -> None:
        listed = legal(self.state)
        assert len(set(listed)) == len(listed), "each once"
        assert set(listed) == allowed(self.state)

    @rule(seed=st.integers(0, 2**32))
    def what_is_hidden_is_not_seen(self, seed: int) -> None:
        seen = observe(self.state)
        assert legal(seen) == legal(self.state)
        assert observe(otherwise(self.state, random.Random(seed))) == seen

    # -------------------------------------------------------------- what every decision keeps to
    def every_trial_is_reported_once(self, event: ev.Event) -> None:
        """Set up once, reported once, left alone meanwhile; only a stop leaves one unreported."""
        if isinstance(event, ev.TrialSetUp):
            assert event.idea not in self.on_trial
            self.on_trial.add(event.idea)
        elif isinstance(event, ev.TrialReported):
            self.on_trial.remove(event.idea)
        elif isinstance(event, ev.IdeaShelved | ev.IdeaImplemented):
            assert event.idea not in self.on_trial
        elif isinstance(event, ev.Ended) and event.verdict != "stopped":
            assert not self.on_trial

    def a_check_takes_at_most_two_ideas_and_always_asks(
        self, before: State, events: tuple[ev.Event, ...]
    ) -> None:
        """Something is realised or asked about, unless it is known or being found out."""
        began = [e for e in events if isinstance(e, ev.CheckBegan)]
        if not began or self.state.phase == "follow_up":
            return
        asked = [e for e in events if isinstance(e, ev.ClaimTested | ev.RiskTested)]
        none = [e for e in events if isinstance(e, ev.NothingTested)]
        assert len(began[0].ideas) <= 2
        assert len(asked) + len(none) == (not began[0].ideas)
        assert not none or not any(map(partial(is_hidden, before), before.ideas))

    # -------------------------------------------------------------- what always holds
    @invariant()
    def bounds(self) -> None:
        s = self.state
        assert 0 <= s.trust <= 10
        assert -5 <= s.balance <= 5
        assert s.capacity >= 0
        assert s.actions >= 0
        assert all(-10 <= now <= 20 for now in s.points)
        assert all(-10 <= low <= 0 for low in s.lowest)
        assert s.open_ideas() <= 8
        assert (s.step == "turn") == (s.actions > 0)
        assert s.over == (s.verdict is not None)

    @invariant()
    def each_card_is_in_exactly_one_place(self) -> None:
        s = self.state
        places = Counter(self.gone)
        for deck in (s.idea_deck, s.benefit_deck, s.risk_deck, s.event_deck):
            places.update(deck)
        for hands in (s.idea_hands, s.benefit_hands, s.risk_hands):
            for hand in hands:
                places.update(hand)
        places.update(on_table(s.ideas))
        assert places == Counter(all_cards(self.case))

    @invariant()
    def claims_and_letters(self) -> None:
        s = self.state
        for n, track in enumerate(TRACKS):
            claims = [i.benefits[n] for i in s.ideas]
            assert s.claimed(track) == sum(b.estimate for b in claims if b is not None)
        assert len({idea.letter for idea in s.ideas}) == len(s.ideas)
        assert all(len(idea.benefits) == 4 for idea in s.ideas)
        for idea in s.ideas:
            assert len({risk.id for risk in idea.risks}) == len(idea.risks)

    @invariant()
    def nobody_is_waited_for_who_is_away(self) -> None:
        s = self.state
        there = set(present(s))
        assert there
        assert {*s.waiting, s.turn} - {-1} <= there
        assert current_player(s) in {None, *there}
        assert s.poker is None or set(s.poker.missing) <= there
        assert inconsistency(s) is None
        assert len(s.idea_hands) == len(s.benefit_hands) == len(s.risk_hands) == len(s.seats)

    @invariant()
    def only_who_claimed_or_tried_is_asked(self) -> None:
        s = self.state
        if s.step == "answer":
            assert s.tested is not None
            id, track = s.tested
            b = s.require_idea(id).benefit(track)
            assert b is not None
            assert {a.seat for a in legal(s)} == {stand_in(s, b.seat)} == {s.turn}
        elif s.step == "adjust":
            plan = s.require_idea(s.adjusting[0]).trial
            assert plan is not None
            assert {a.seat for a in legal(s)} == {stand_in(s, plan.seat)} == {s.turn}
        else:
            assert (s.tested, s.adjusting) == (None, ())
        tried = {idea.id for idea in s.ideas if idea.trial is not None}
        assert tried == self.on_trial | set(s.adjusting) or s.verdict == "stopped"

    def teardown(self) -> None:
        """The same seed and decisions again give the same digests."""
        if hasattr(self, "seed"):
            state = start(self.case, seated(self.seats), self.seed).state
            digests = [digest(state)]
            for action in self.history:
                state = decided(state, action).state
                digests.append(digest(state))
            assert digests == self.digests


TestRandomPlay = Game.TestCase
TestRandomPlay.settings = DEEP


def digests_of(seed: int, moves: int = 120) -> Any:
    """A generator that plays a game at random, one decision a step, and gives its digests."""
    rng = random.Random(seed)
    state = start(CASE, seated(1 + seed % 8), seed).state
    for _ in range(moves):
        if state.over:
            return
        state = decided(state, of_a_kind(state, rng.randrange(100), rng.randrange(1000))).state
        yield digest(state)


def test_two_games_at_once_stay_independent() -> None:
    alone = [list(digests_of(seed)) for seed in (3, 4)]
    first, second = digests_of(3), digests_of(4)
    together: list[list[str]] = [[], []]
    for a, b in zip_longest(first, second):
        together[0].append(a)
        together[1].append(b)
    assert [[x for x in game if x] for game in together] == alone
    assert min(map(len, alone)) > 60


def test_another_seed_is_another_game() -> None:
    assert len({digest(start(CASE, seated(4), seed).state) for seed in range(50)}) == 50
