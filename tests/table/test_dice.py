"""Dice: a named person is asked, holds, lets go and waits for it; only then anybody knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.content import Case
from game.engine import Event
from game.engine import events as ev
from game.session import Session
from game.table.parts.dice import TUMBLES, side_before
from game.table.parts.folded_events import FoldedEvent
from game.table.play.check.narration import narrate
from game.table.play.check.screen import CheckScreen
from game.table.play.check.steps import steps_of
from game.table.play.check.throwers import dice_of, thrower
from game.table.play.moments.aftermath import show_aftermath
from game.table.play.moments.report import ReportScreen
from tests.staging import Decided, begin, decisions, trying, whole_game
from tests.table.checking import on_screen
from tests.table.driver import Driver, squeezed
from tests.table.sitting import nothing, table

Check = tuple[Session[Case], Decided]


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Check:
    """The check with most dice in a game."""
    session, decided = whole_game(tmp_path_factory.mktemp("game"), "rush", 2, 5)
    checks = [one for one in decided if one.has(ev.CheckBegan)]
    return session, max(checks, key=lambda one: len(_throws(one)))


def _throws(one: Decided) -> list[int]:
    """The steps at which dice are thrown."""
    return [at for at, step in enumerate(steps_of(one.before, one.moments)) if dice_of(step)]


def asked(check: Check, *, reduced: bool = False) -> tuple[Driver, CheckScreen]:
    """The room, at the first step at which somebody is asked to throw."""
    session, one = check
    driver, game = table(session)
    driver.app.animator.reduced = reduced
    screen = CheckScreen(game, one.before, one.moments, nothing)
    driver.app.push(screen)
    screen.at = next(at for at, step in enumerate(screen.steps) if dice_of(step)) - 1
    screen.next()
    driver.look()
    return driver, screen


def told(driver: Driver, screen: CheckScreen) -> bool:
    """Whether what the dice decide is told now."""
    return squeezed(narrate(screen.game, screen.step)) in on_screen(driver)


# ------------------------------------------------------------------ hold, let go, wait
def test_a_seat_of_the_game_is_asked_to_throw_and_nothing_is_told_yet(check: Check) -> None:
    driver, screen = asked(check)
    seat = screen.game.state.seats[thrower(screen.steps, screen.at)]
    assert f"{seat.name} throws the die." in driver.texts
    assert not told(driver, screen)
    driver.assert_readable()


def by_mouse(driver: Driver) -> None:
    driver.press("next")


def by_hand(driver: Driver) -> None:
    driver.press("next:place")


def by_key(driver: Driver) -> None:
    driver.pause()
    driver.post(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, unicode=" ")


LET_GO: dict[Callable[[Driver], None], Callable[[Driver], object]] = {
    by_mouse: lambda driver: driver.release((300, 300)),  # the hand may have moved meanwhile
    by_hand: lambda driver: driver.release((300, 300)),
    by_key: lambda driver: driver.post(pygame.KEYUP, key=pygame.K_SPACE, mod=0),
}


@pytest.mark.parametrize("hold", LET_GO, ids=lambda hold: hold.__name__)
def test_the_die_is_shaken_while_it_is_held_and_shown_when_it_has_rolled(
    check: Check, hold: Callable[[Driver], None]
) -> None:
    driver, screen = asked(check)
    hold(driver)
    shaken = {pygame.image.tobytes(driver.look(0.1), "RGB") for _ in range(4)}
    assert len(shaken) == 4
    assert not told(driver, screen), "however long it is held"
    LET_GO[hold](driver)
    driver.look(TUMBLES - 0.3)
    assert not told(driver, screen)
    driver.look(0.4)
    assert told(driver, screen)


@pytest.mark.parametrize("skip", [pygame.K_RIGHT, pygame.K_SPACE, pygame.K_x, None])
def test_any_key_or_click_shows_it_at_once_and_does_nothing_else(
    check: Check, skip: int | None
) -> None:
    driver, screen = asked(check)
    at = screen.at
    driver.click("next")
    driver.look(0.2)
    assert not told(driver, screen)
    driver.click((300, 300)) if skip is None else driver.key(skip)
    assert told(driver, screen)
    assert screen.at == at
    driver.key(pygame.K_RIGHT)
    assert screen.at == at + 1


def test_next_shows_it_without_a_throw(check: Check) -> None:
    driver, screen = asked(check)
    at = screen.at
    driver.key(pygame.K_RIGHT)
    assert told(driver, screen)
    assert screen.at == at


def test_without_motion_it_lies_there_at_once(check: Check) -> None:
    driver, screen = asked(check, reduced=True)
    assert told(driver, screen)
    assert not driver.asked_to_throw


def test_what_is_thrown_is_what_the_log_holds_and_nothing_is_written(check: Check) -> None:
    session, one = check
    before = len(session.log.records)
    driver, screen = asked(check)
    driver.click("next")
    driver.look(2)
    event = screen.step.events[0]
    assert event in [moment.event for moment in one.moments]
    assert len(session.log.records) == before


def test_a_check_can_be_gone_back_in_and_the_die_thrown_again(check: Check) -> None:
    driver, screen = asked(check)
    at = screen.at
    driver.key(pygame.K_LEFT)
    assert screen.at == at - 1
    driver.key(pygame.K_RIGHT)
    driver.look()
    assert driver.asked_to_throw


# ------------------------------------------------------------------ when nothing hangs on it
def certain(one: Decided, kind: type[Event], **change: object) -> list[FoldedEvent]:
    """The events of a check in which one was certain."""
    moments = list(one.moments)
    n = next(n for n, moment in enumerate(moments) if isinstance(moment.event, kind))
    moments[n] = replace(moments[n], event=replace(moments[n].event, **change))
    return moments


@pytest.mark.parametrize(
    ("kind", "change", "said"),
    [
        (ev.RiskThrown, {"limit": 6, "struck": True}, "certain to strike"),
        (ev.RiskThrown, {"limit": 8, "struck": True}, "certain to strike"),
        (ev.StumbleThrown, {"maturity": 6, "stumbled": False}, "nothing makes it stumble"),
    ],
)
def test_nobody_is_asked_to_throw_a_die_that_can_change_nothing(
    check: Check, kind: type[Event], change: dict[str, object], said: str
) -> None:
    session, one = check
    moments = certain(one, kind, **change)
    driver, game = table(session)
    driver.app.prefer(moments=False)
    screen = CheckScreen(game, one.before, moments, nothing)
    driver.app.push(screen)
    at = next(
        n for n, s in enumerate(screen.steps) if s.events and is_this(s.events[0], kind, change)
    )
    screen.at = at - 1
    screen.next()
    driver.look()
    driver.look(1)
    assert not driver.asked_to_throw
    assert said in narrate(game, screen.step)
    assert told(driver, screen)
    driver.assert_readable()


def is_this(event: Event, kind: type[Event], change: dict[str, object]) -> bool:
    """Whether this is the event that was made certain."""
    return isinstance(event, kind) and all(getattr(event, k) == v for k, v in change.items())


@pytest.mark.parametrize("bot", ["rush", "random"])
def test_every_die_that_somebody_is_asked_to_throw_could_fall_either_way(
    tmp_path: Path, bot: str
) -> None:
    thrown = 0
    for one in whole_game(tmp_path, bot, 3, 6)[1]:
        for step in steps_of(one.before, one.moments) if one.has(ev.CheckBegan) else ():
            event = step.events[0] if step.events and dice_of(step) else None
            limit = getattr(event, "limit", getattr(event, "maturity", None))
            assert limit is None or {die <= limit for die in range(1, 7)} == {True, False}
            thrown += limit is not None
    assert thrown > 3


# ------------------------------------------------------------------ who
def test_whoever_named_a_risk_throws_and_the_rest_goes_round_the_table(check: Check) -> None:
    _, one = check
    steps = steps_of(one.before, one.moments)
    nobodys = []
    for at in _throws(one):
        seat, event = thrower(steps, at), steps[at].events[0]
        named = getattr(event, "named", None)
        risk = one.after.require_idea(steps[at].idea or "").risk(named or "")
        if risk is not None and risk.seat is not None:
            assert seat == risk.seat
        else:
            nobodys.append(seat)
    count = len(one.before.seats)
    assert nobodys == [(one.before.round + n) % count for n in range(len(nobodys))]
    assert len(nobodys) > 1


# ------------------------------------------------------------------ reports
def report(folder: Path) -> tuple[Driver, ReportScreen, ev.TrialReported]:
    session = begin(folder, 4, 3)
    driver, game = table(session)
    for one in decisions(session, trying("process"), 3):
        if one.has(ev.TrialReported):
            show_aftermath(game, one.before, one.moments)
            driver.look()
            screen = driver.app.top
            assert isinstance(screen, ReportScreen)
            return driver, screen, screen.report.event
    raise LookupError("no trial is reported")


def test_whoever_set_a_trial_up_throws_its_die(tmp_path: Path) -> None:
    driver, screen, event = report(tmp_path)
    assert f"{screen.game.seat_name(event.seat)} throws the die." in driver.texts
    assert "In truth" not in driver.texts
    driver.assert_readable()
    driver.click("done")
    driver.look(TUMBLES)
    assert "In truth" in driver.texts
    driver.click("done")
    assert screen not in driver.app.screens


def test_dice_are_heard_while_they_are_shaken_and_when_they_are_thrown(tmp_path: Path) -> None:
    driver, _, _ = report(tmp_path)
    played: list[str] = []
    driver.app.sound.play = played.append
    driver.look()
    assert played == []
    driver.press("done")
    driver.look(0.3)
    driver.look(0.3)
    assert played == ["rattle", "rattle"]
    driver.release("done")
    assert played == ["rattle", "rattle", "roll"]


# ------------------------------------------------------------------ the die itself
@pytest.mark.parametrize("outcome", range(1, 7))
def test_a_die_turns_over_its_edges_and_ends_on_its_outcome(outcome: int) -> None:
    sides = [side_before(outcome, turns) for turns in range(7)]
    assert sides[0] == outcome
    assert all(a not in (b, 7 - b) for a, b in pairwise(sides))
    assert set(sides) <= set(range(1, 7))
