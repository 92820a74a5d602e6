"""A reality check in two tempi: its moments, chosen by a rule, and everything; nothing is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import get_args

import pygame
import pytest

from game.bots import bot, play_game
from game.content import load
from game.engine import Event, State
from game.engine import events as ev
from game.engine.harvest import after_stumble
from game.resources import SCENARIOS
from game.table.parts.folded_events import fold_events
from game.table.parts.preferences import TablePreferences
from game.table.play.check.narration import narrate, why_told
from game.table.play.check.screen import CheckScreen
from game.table.play.check.stage_key import why_other
from game.table.play.check.steps import CheckStep, Why, steps_of
from game.table.play.check.tempo import FAR, MOST_MOMENTS, RISKY, counterpart, moments_of
from game.table.play.check.told import told_of
from game.table.setup.settings import SettingsScreen
from tests.staged_checks import followed_up
from tests.table.checking import at_rest
from tests.table.driver import Calls, Driver, squeezed
from tests.table.sitting import table
from tests.table.windows import in_every_window

BOTS = ("method", "rush", "random")
CASES = sorted(path.stem for path in SCENARIOS.glob("*.toml"))
_BY_TRUST = {"word", "unspoken", "module", "balance", "below_zero"}


@dataclass(frozen=True)
class Check:
    """A reality check of a generated game, in both tempi."""

    every: tuple[CheckStep, ...]
    moments: tuple[CheckStep, ...]
    earlier: tuple[Event, ...]

    @property
    def chosen(self) -> list[CheckStep]:
        """The moments between the first step and the last."""
        return [step for step in self.moments if step.why is not None]

    @property
    def between(self) -> list[CheckStep]:
        """Every step between the first and the last."""
        return [s for s in self.every if s.kind not in ("due", "overview", "summary")]


class Listening:
    """Gathers the checks of a game while it is played."""

    def __init__(self) -> None:
        self.checks: list[Check] = []
        self._events: list[Event] = []
        self._state: State | None = None

    def hear(self, events: tuple[Event, ...], after: State) -> None:
        if self._state is not None and any(isinstance(e, ev.CheckBegan) for e in events):
            every = steps_of(self._state, fold_events(self._state, events))
            earlier = tuple(self._events)
            self.checks.append(Check(every, moments_of(every, earlier), earlier))
        self._events += events
        self._state = after


@pytest.fixture(scope="module")
def checks() -> list[Check]:
    """The checks of games of every shipped case, played by groups of several kinds."""
    found = []
    for n, name in enumerate(CASES):
        setup = load(SCENARIOS / f"{name}.toml").as_usual.setup
        for player in BOTS:
            found += _played(setup, 3 + n % 6, n, player)
    return found


def _played(setup, seats: int, seed: int, player: str) -> Iterator[Check]:
    listening, events = Listening(), []

    def observe(action, told):
        events.append(told)

    played = play_game(setup, seats, seed, bot(player), observe)
    state = State(setup)
    for told in events:
        folded = fold_events(state, told)
        state = folded[-1].state if folded else state
        listening.hear(told, state)
    assert played is not None
    return iter(listening.checks)


# ------------------------------------------------------------------ the rule
def test_no_check_by_its_moments_exceeds_eight_screens(checks):
    assert max(len(check.every) for check in checks) > 2 * MOST_MOMENTS  # there was much to tell
    assert all(len(check.moments) <= MOST_MOMENTS for check in checks)
    assert MOST_MOMENTS == 8


def test_everything_that_happened_is_told_somewhere(checks):
    for check in checks:
        last = check.moments[-1]
        if last.kind == "told":
            told = list(told_of(last.told, last.due).steps())
            assert Counter(map(id, told)) == Counter(map(id, check.between))
        else:  # nothing is due: each step that does something is shown by itself
            shown = {id(step.events) for step in check.chosen}
            left = [step for step in check.between if id(step.events) not in shown]
            assert all(step.before.points == step.after.points and not step.trust for step in left)
            assert all(step.kind == "balance" for step in left)


def test_the_moments_stand_in_the_order_in_which_they_happened(checks):
    for check in checks:
        order = {id(step.events): n for n, step in enumerate(check.every)}
        places = [order[id(step.events)] for step in check.chosen]
        assert places == sorted(set(places))


def test_each_moment_is_what_its_reason_says(checks):
    seen: Counter[Why] = Counter()
    for check in checks:
        for step in check.chosen:
            assert step.why is not None
            assert _holds(step.why, step, check), step.why
            seen[step.why] += 1
    assert set(seen) >= set(get_args(Why)) - {"stop", "short"}


_EACH_TELLS_ANOTHER = ("first", "stop", "asked", "came")


def _holds(why: Why, step: CheckStep, check: Check) -> bool:
    e = step.events[0]
    if why == "first":
        return _is_first(step, check)
    if why == "trust":
        return step.trust != 0 and step.kind in _BY_TRUST
    if why == "held":
        return _could_have_gone_wrong(step)
    if why == "came":
        harvests = [s.idea for s in check.chosen if s.kind == "harvest"]
        return step.kind == "harvest" and harvests.count(step.idea) == 1
    if isinstance(e, ev.Harvested):
        return _harvest_holds(why, step, e)
    return (
        (why == "struck" and isinstance(e, ev.RiskThrown) and e.struck)
        or (why == "stumbled" and isinstance(e, ev.StumbleThrown) and e.stumbled)
        or (why == "asked" and isinstance(e, ev.ClaimTested | ev.RiskTested))
        or (why == "stop" and isinstance(e, ev.Paused | ev.Stopped))
    )


def _could_have_gone_wrong(step: CheckStep) -> bool:
    e = step.events[0]
    if isinstance(e, ev.StumbleThrown):
        return not e.stumbled and e.maturity <= RISKY
    assert isinstance(e, ev.RiskThrown)
    named = step.after.require_idea(e.idea).risk(e.named or "")
    return not e.struck and (e.limit >= RISKY or (named is not None and named.mitigations > 0))


def test_a_die_that_is_thrown_before_the_room_may_fall_either_way(checks):
    thrown = [s.events[0] for check in checks for s in check.chosen]
    struck = [e.struck for e in thrown if isinstance(e, ev.RiskThrown) and e.die]
    assert 0.2 < sum(struck) / len(struck) < 0.8


def _harvest_holds(why: Why, step: CheckStep, e: ev.Harvested) -> bool:
    if why == "far":
        return e.estimate is not None and abs(e.effect - e.estimate) >= FAR
    if why == "harm":
        return e.effect < 0 and (e.estimate is None or e.estimate >= 0)
    idea = step.after.require_idea(e.idea)
    lost = e.estimate is not None and e.points < after_stumble(step.after, idea, e.effect)
    return lost and e.anchored == (why == "short") and why in ("short", "unowned")


def _is_first(step: CheckStep, check: Check) -> bool:
    """Whether nothing of the kind had happened, in the words of the log alone."""
    here = [s.events[0] for s in check.between]
    before = [*check.earlier, *here[: next(n for n, e in enumerate(here) if e is step.events[0])]]
    return not any(_alike(step.events[0], other) for other in before)


def _alike(e: Event, other: Event) -> bool:
    if type(e) is not type(other):
        return False
    if isinstance(e, ev.Harvested) and isinstance(other, ev.Harvested):
        return _shape(e) == _shape(other)
    same = {"struck", "stumbled", "why"}
    return all(getattr(e, f) == getattr(other, f) for f in same if hasattr(e, f))


def _shape(e: ev.Harvested) -> tuple[object, ...]:
    claim = None if e.estimate is None else e.estimate < 0
    if claim:
        return claim, e.effect < 0
    if e.effect < 0 or claim is None or not e.effect:
        return "harm" if e.effect < 0 else claim, e.effect > 0
    return claim, e.anchored, e.short if e.anchored else None


def test_what_surprised_or_struck_goes_before_what_went_as_promised(checks):
    for check in checks:
        shown = {id(step.events) for step in check.chosen}
        if len(check.moments) == MOST_MOMENTS:
            continue  # there was more than fits
        for step in check.between:
            e = step.events[0]
            stops = isinstance(e, ev.Paused | ev.Stopped | ev.ClaimTested | ev.RiskTested)
            if stops or (_is_first(step, check) and step.kind in ("harvest", "risk", "stumble")):
                assert id(step.events) in shown
    assert any(len(check.chosen) < len(check.between) for check in checks)


def test_of_each_idea_that_comes_out_a_harvest_is_shown_where_there_is_room(checks):
    alone = 0
    for check in checks:
        due = {s.idea for s in check.between if s.kind == "harvest"}
        shown = {s.idea for s in check.chosen if s.kind == "harvest"}
        assert due <= shown or len(check.moments) == MOST_MOMENTS
        alone += "came" in [s.why for s in check.chosen]
    assert alone


def test_no_reason_fills_a_check_by_itself(checks):
    for check in checks:
        whys = Counter(s.why for s in check.chosen)
        assert all(n <= 3 for why, n in whys.items() if why not in _EACH_TELLS_ANOTHER)


def test_the_same_game_has_the_same_moments(checks):
    for check in checks[::7]:
        assert moments_of(check.every, check.earlier) == check.moments


def test_a_step_is_found_again_in_the_other_tempo(checks):
    for check in checks:
        for at, step in enumerate(check.moments[:-1]):
            place = counterpart(at, check.moments, check.every)
            assert check.every[place].is_same(step)
        assert counterpart(len(check.every) - 1, check.every, check.moments) == (
            len(check.moments) - 1
        )
        for at in range(len(check.every)):
            assert 0 <= counterpart(at, check.every, check.moments) < len(check.moments)


# ------------------------------------------------------------------ on the screen
@pytest.fixture
def many(tmp_path):
    """The follow-up of many ideas."""
    return followed_up(tmp_path)


def shown(many, size=(1280, 720), lang="en") -> tuple[Driver, CheckScreen, Calls]:
    session, check = many
    driver, game = table(session, size, lang)
    done = Calls()
    screen = CheckScreen(game, check.before, check.moments, done)
    driver.app.push(screen)
    return driver, screen, done


def test_the_moments_are_the_default_and_say_why_each_is_one(many):
    assert TablePreferences().moments
    driver, screen, done = shown(many)
    assert len(screen.steps) <= MOST_MOMENTS
    for step in screen.steps:
        text = at_rest(driver)
        if screen._throw is not None:
            driver.key(pygame.K_RIGHT)  # shows the dice
            text = at_rest(driver)
        assert squeezed(why_told(driver.app.t, step)) in text
        assert squeezed(narrate(screen.game, step)) in text
        driver.key(pygame.K_RIGHT)
    assert done.count == 1


def test_the_last_screen_says_how_much_was_not_shown_by_itself(many):
    driver, screen, _ = shown(many)
    driver.key(pygame.K_END)
    shown_alone = [step for step in screen.steps if step.kind not in ("due", "told")]
    said = f"{len(shown_alone)} of {len(screen.step.told)} steps were shown by themselves"
    assert squeezed(said) in at_rest(driver)


def test_the_last_screen_shows_every_harvest_and_tells_each_place(many):
    driver, screen, _ = shown(many)
    driver.key(pygame.K_END)
    at_rest(driver)
    drawn = Counter(one.text for one in driver.read())
    t = driver.app.t
    harvests = [s.events[0] for s in screen.step.told if isinstance(s.events[0], ev.Harvested)]
    wanted = Counter(t.number(number) for e in harvests for number in (e.effect, e.points))
    assert len(harvests) > 12
    assert not wanted - drawn
    tips = [w.tip for w in driver.app.top.ui.widgets if w.key.startswith("about:told:")]
    assert Counter(tips) == Counter(narrate(screen.game, step) for step in screen.step.told)


def test_the_last_screen_says_why_less_came_home_and_what_each_sign_means(many):
    driver, screen, _ = shown(many)
    driver.key(pygame.K_END)
    at_rest(driver)
    drawn, told, t = Counter(one.text for one in driver.read()), screen.step.told, driver.app.t
    harvests = [s.events[0] for s in told if isinstance(s.events[0], ev.Harvested)]
    other = Counter(why_other(t, e) for e in harvests if e.points != e.effect)
    assert {"not named", "not claimed", "owner not at home"} <= set(other)
    assert not other - drawn
    assert not any(why_other(t, e) for e in harvests if e.points == e.effect)
    signs = {"it struck", "it held off", "it stumbled", "did not stumble"}
    assert signs | {"word kept", "harm not named"} <= set(drawn)
    assert "false alarm" not in drawn  # a sign that is not shown needs no word


def test_the_switch_goes_on_from_the_step_that_is_shown_and_is_remembered(many):
    driver, screen, done = shown(many)
    driver.key(pygame.K_RIGHT)
    step = screen.step
    driver.app.draw()
    driver.app.top.ui.find("tempo").on_change(False)
    at_rest(driver)
    assert screen.step.is_same(step)
    assert len(screen.steps) > MOST_MOMENTS
    assert not driver.app.preferences.moments
    driver.key(pygame.K_RIGHT)  # the keys set the pace again
    assert screen.at == screen.steps.index(screen.step) > 1
    driver.app.top.ui.find("tempo").on_change(True)
    at_rest(driver)
    assert len(screen.steps) <= MOST_MOMENTS
    assert done.count == 0


def test_the_settings_have_the_same_switch(many):
    driver, screen, _ = shown(many)
    driver.app.push(SettingsScreen())
    driver.app.draw()
    driver.app.top.ui.find("moments").on_change(False)
    driver.app.pop(driver.app.top)
    at_rest(driver)
    assert len(screen.steps) > MOST_MOMENTS


@in_every_window
def test_the_last_screen_can_be_read(many, size, lang):
    driver, screen, _ = shown(many, size, lang)
    driver.key(pygame.K_END)
    at_rest(driver)
    assert screen.step.kind == "told"
    driver.assert_readable()


def test_nine_ideas_with_long_names_are_told_in_full_on_one_screen(many):
    session, check = many
    driver, game = table(session)
    screen = CheckScreen(game, check.before, check.moments, Calls())
    driver.app.push(screen)
    driver.key(pygame.K_END)
    told = screen.step
    earlier = [i.id for i in told.after.ideas if i.status == "realised" and i.id not in told.due]
    nine = (*told.due, *earlier)[:9]
    assert len(nine) == 9
    state = told.after.copy()
    long = "Borgerne i hele kommunen bestiller selv en tid og kommer ikke forgæves mere nu."
    state.ideas = tuple(replace_name(idea, long) for idea in state.ideas)
    crowded = replace(told, after=state, due=nine)
    screen._tempi = dict.fromkeys((False, True), (*screen.steps[:-1], crowded))
    screen.refresh()
    at_rest(driver)
    driver.assert_readable()
    assert squeezed(driver.texts).count(squeezed(long)) == 9


def replace_name(idea, name: str):
    new = idea.copy()
    new.name = name
    return new
