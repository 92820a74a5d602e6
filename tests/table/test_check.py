"""The reality check, step by step: forwards, back, skipped, and nothing told too early."""

from __future__ import annotations

import random
import re
from collections import Counter
from itertools import chain, pairwise, product
from typing import get_args

import pygame
import pytest

from game.engine import TRACKS, State
from game.engine import events as ev
from game.engine.examples import tiny
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.text.typesetter import Drawn, Typesetter
from game.gui.widgets.explained import Explained
from game.table.play.check.narration import narrate
from game.table.play.check.screen import CheckScreen
from game.table.play.check.stage_key import told_legend
from game.table.play.check.steps import CheckStep, CheckStepKind, steps_of
from game.table.play.check.throwers import dice_of
from tests.effort import NIGHTLY
from tests.staged_checks import Harmful, followed_up
from tests.staging import Decided, whole_game
from tests.table.checking import come_to_rest, on_screen, settled, step_by_step
from tests.table.driver import SIZES, Calls, Driver, squeezed
from tests.table.sitting import table

LANGS = ("da", "en")


EVERY_KIND = set(get_args(CheckStepKind)) - {"told"}  # that is told by moments: test_tempo
FEW = 5
BOTS = ("rush", "method", "random")


@pytest.fixture(scope="module")
def games(tmp_path_factory):
    """Games in which everything happens that a check can tell."""
    folder = tmp_path_factory.mktemp("games")
    spoken, (full, last) = Harmful(folder).name().make_amends(), followed_up(folder)
    found = [(spoken.session, [spoken.realised()]), (full, [last])]
    found += [whole_game(folder, name, 2, 6) for name in BOTS]
    for seed, name in product(range(20), BOTS):  # whoever plays, the rules decide what comes of it
        if kinds(found) == EVERY_KIND:
            break
        game = whole_game(folder, name, seed)
        found += [game] if kinds([game]) - kinds(found) else []
    return found


def kinds(games) -> set[str]:
    """The kinds of steps that these games hold."""
    told = chain.from_iterable(map(checks, games))
    return {step.kind for check in told for step in steps_of(check.before, check.moments)}


def checks(game) -> list[Decided]:
    return [decided for decided in game[1] if decided.has(ev.CheckBegan)]


def rich(games) -> tuple[object, Decided]:
    """The check with most steps of those without an overview, and its session."""
    found = [(session, check) for session, decided in games for check in checks((session, decided))]
    return max(found, key=lambda pair: _length(pair[1]))


def _length(check: Decided) -> int:
    steps = steps_of(check.before, check.moments)
    return 0 if steps[0].kind == "overview" else len(steps)


def asking(games) -> tuple[object, Decided]:
    """A check in which reality asks about a claim, and its session."""
    found = ((session, check) for session, decided in games for check in decided)
    return next(pair for pair in found if pair[1].has(ev.ClaimTested))


def overview(games) -> tuple[object, Decided]:
    """A check of so many ideas that it begins with an overview, and its session."""
    found = ((session, check) for session, decided in games for check in checks((session, decided)))
    return next(pair for pair in found if not _length(pair[1]))


def shown(games, size=(1280, 720), lang="en", which=rich) -> tuple[Driver, CheckScreen, Calls]:
    return step_by_step(*which(games), size, lang)


def test_the_games_hold_every_kind_of_step(games):
    assert kinds(games) == EVERY_KIND


def test_steps_hold_every_event_of_the_check_once_and_in_order(games):
    for check in chain.from_iterable(map(checks, games)):
        steps = steps_of(check.before, check.moments)
        told = [event for step in steps for event in step.events]
        first = next(i for i, m in enumerate(check.moments) if isinstance(m.event, ev.CheckBegan))
        assert told == [moment.event for moment in check.moments[first:]]
        for earlier, later in pairwise(step for step in steps if step.events):
            assert earlier.after is later.before
        assert steps[-1].after is check.moments[-1].state
        if steps[-1].kind == "summary":
            assert steps[-1].before is check.before
        else:
            assert steps[-1].kind == "claim"
            assert steps[-1].after.step == "answer"


def test_a_whole_check_walks_forwards_and_ends_once(games):
    driver, screen, done = shown(games)
    for at in range(len(screen.steps)):
        settled(driver)
        assert screen.at == at
        assert done.count == 0
        driver.key(pygame.K_SPACE)
        driver.look()
    assert done.count == 1
    assert screen not in driver.app.screens


@pytest.mark.parametrize("key", [pygame.K_RIGHT, pygame.K_RETURN, pygame.K_SPACE])
def test_each_key_for_next_steps_on(games, key):
    driver, screen, _ = shown(games)
    driver.key(key)
    assert screen.at == 1


def test_back_shows_the_step_before_as_it_ended(games):
    driver, screen, _ = shown(games)
    seen = []
    for _ in screen.steps:
        settled(driver)
        seen.append({drawn.text for drawn in driver.read()})
        if screen.at + 1 < len(screen.steps):
            driver.key(pygame.K_RIGHT)
    for texts in reversed(seen[:-1]):
        driver.key(pygame.K_LEFT)
        settled(driver)
        assert {drawn.text for drawn in driver.read()} == texts
    driver.key(pygame.K_LEFT)
    assert screen.at == 0


def test_end_and_escape_skip_to_the_summary(games):
    for key in (pygame.K_END, pygame.K_ESCAPE):
        driver, screen, done = shown(games)
        driver.key(key)
        assert screen.step.kind == "summary"
        assert done.count == 0
    driver.key(pygame.K_ESCAPE)
    assert done.count == 1


def test_the_mouse_alone_walks_it(games):
    driver, screen, done = shown(games)
    for _ in range(2):
        settled(driver)
        driver.click("next")
    settled(driver)
    driver.click("back")
    assert screen.at == 1
    driver.click("skip")
    assert screen.step.kind == "summary"
    driver.click("next")
    assert done.count == 1


def test_after_a_click_beside_the_buttons_the_keys_still_set_the_pace(games):
    driver, screen, _ = shown(games)
    driver.click((200, 300))
    driver.key(pygame.K_RIGHT)
    assert screen.at == 1
    driver.click("back")
    driver.key(pygame.K_SPACE)
    assert screen.at == 1


def test_each_step_says_its_sentence_and_none_that_comes_later(games):
    driver, screen, _ = shown(games)
    said = [squeezed(narrate(screen.game, step)) for step in screen.steps]
    for at in range(len(screen.steps)):
        text = settled(driver)
        assert said[at] in text
        for later in set(said[at + 1 :]) - set(said[: at + 1]):
            assert later not in text
        driver.key(pygame.K_RIGHT)


def test_what_a_die_decides_is_told_when_it_has_fallen(games):
    driver, screen, _ = shown(games)
    dice = 0
    while screen.step.kind != "summary":
        driver.key(pygame.K_RIGHT)
        event = screen.step.events[0] if screen.step.events else None
        if isinstance(event, ev.RiskThrown | ev.StumbleThrown):
            sentence = squeezed(narrate(screen.game, screen.step))
            come_to_rest(driver)
            assert (sentence in on_screen(driver)) == (not dice_of(screen.step))
            assert sentence in settled(driver)
            if dice_of(screen.step):
                assert str(event.die) in sentence
                dice += 1
        driver.look()
    assert dice > 2


def test_signs_of_a_die_and_of_a_list_have_their_words_beside_them(games):
    for which in (rich, overview):
        driver, screen, _ = shown(games, which=which)
        for step in screen.steps:
            text = settled(driver)
            assert [word for word in signs_of(step) if squeezed(word) not in text] == []
            driver.key(pygame.K_RIGHT)


def signs_of(step) -> list[str]:
    """The words of the signs that a step shows."""
    e = step.events[0] if step.events else None
    if isinstance(e, ev.RiskThrown):
        return ["it strikes"] * (e.limit > 0) + ["it does not strike"] * (e.limit < 6)
    if isinstance(e, ev.StumbleThrown):
        return ["it holds"] * (e.maturity > 0) + ["it stumbles"] * (e.maturity < 6)
    if step.kind not in ("summary", "overview"):
        return []
    struck = any(risk.outcome == "struck" for idea in step.ideas for risk in idea.risks)
    stumbled = any(idea.stumbled for idea in step.ideas)
    return ["a risk struck"] * struck + ["it stumbled"] * stumbled


def test_the_columns_of_what_came_add_up_to_the_sentence_below_them(games):
    """Benefits and the downsides that were named stand apart in both."""
    sums = {"Claimed": r"(−?\d+) claimed", "Harvested": r"claimed, (−?\d+) harvested"}
    named, driver = 0, None
    for session, decided in games:
        driver, game = table(session, lang="en")
        driver.app.prefer(moments=False)
        for check in checks((session, decided)):
            screen = CheckScreen(game, check.before, check.moments, Calls())
            driver.app.push(screen)
            for at, step in enumerate(screen.steps):
                if step.kind not in ("summary", "overview") or not step.ideas:
                    continue
                screen.at = at
                screen.refresh()
                settled(driver)
                said = narrate(game, step)
                for head, told in sums.items():
                    total = sum(map(number, column(driver, head)))
                    assert total == number(re.search(told, said)[1]), said
                pairs = [text.split(" → ") for text in column(driver, "Downsides")]
                if told := re.search(r"Downsides that were named took (\d+)", said):
                    assert -sum(number(came) for _, came in pairs) == int(told[1])
                elif told := re.search(r"named, (\d+) points, cost nothing", said):
                    assert -sum(number(named) for named, _ in pairs) == int(told[1])
                named += bool(told)
            driver.app.pop(screen)
    assert named


def column(driver: Driver, head: str) -> list[str]:
    """The figures below a heading of the stage."""
    figure = re.compile(r"−?\d+( → −?\d+)?")
    texts = driver.read()
    heads = [drawn.rect for drawn in texts if drawn.text == head]
    return [
        drawn.text
        for drawn in texts
        for at in heads
        if abs(drawn.rect.right - at.right) <= 4 and drawn.rect.top > at.bottom
        if figure.fullmatch(drawn.text)
    ]


def number(text: str) -> int:
    return int(text.replace("−", "-"))


def test_a_recorded_check_ends_in_the_replay(games):
    driver, screen, _ = shown(games)
    driver.key(pygame.K_END)
    settled(driver)
    assert "To the table" in driver.texts or "To the result" in driver.texts
    screen.on_leave = Calls()
    screen.refresh()
    assert "To the replay" in driver.texts


def test_a_key_explains_the_meters_trust_and_letters_and_escape_returns_to_next(games):
    driver, screen, done = shown(games)
    settled(driver)
    told = [w for w in screen.ui.widgets if isinstance(w, Explained)]
    assert {"about:trust", *(f"about:meter:{track}" for track in TRACKS)} <= {w.key for w in told}
    assert {f"{i.letter}: {screen.game.names.idea(i)}" for i in screen.step.about} <= {
        w.tip for w in told
    }
    for widget in told:
        driver.key(pygame.K_i)
        driver.look()
        assert screen.ui.focus == widget.key
        assert squeezed(widget.tip) in on_screen(driver)
    driver.key(pygame.K_ESCAPE)
    assert (screen.ui.focus, screen.at, done.count) == ("next", 0, 0)


def test_the_meters_show_the_points_of_the_step(games):
    driver, screen, _ = shown(games)
    for step in screen.steps:
        settled(driver)
        box, texts = screen._meter_box, driver.read()
        for n, _track in enumerate(TRACKS):
            low, high = box.y + n * box.h / 4, box.y + (n + 1) * box.h / 4
            u = driver.app.u
            head = [
                drawn.text
                for drawn in texts
                if drawn.rect.x > box.x * u and low * u < drawn.rect.centery < high * u
            ]
            points = step.after.points[n]
            assert screen.game.t.number(points) in head
        driver.key(pygame.K_RIGHT)


def test_what_is_told_of_grows_slides_and_counts_before_it_rests(games):
    """Every kind that moves on the stage: other pictures on the way, the sentence at the end."""
    driver, screen, _ = shown(games)
    settled(driver)
    moved = set()
    for at in range(1, len(screen.steps)):
        screen.next()
        while driver.app.animator.busy and not screen._thrown:
            driver.app.advance(0.05)
        screen.next() if screen._throw is not None else None
        driver.app.draw()
        on_the_way = pygame.image.tobytes(driver.look(0.05), "RGB")
        settled(driver)
        if pygame.image.tobytes(driver.look(0), "RGB") != on_the_way:
            moved.add(screen.steps[at].kind)
        driver.assert_readable()
    assert moved >= {"harvest", "word"}


def test_with_reduced_motion_nothing_moves(games):
    driver, screen, _ = shown(games)
    driver.app.animator.reduced = True
    while screen.step.kind != "summary":
        driver.key(pygame.K_RIGHT)
        assert not driver.app.animator.busy
        assert squeezed(narrate(screen.game, screen.step)) in on_screen(driver)


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_every_step_of_every_check_can_be_read(games, lang):
    """By day the first few of each kind, and in English those of every third game."""
    met = Counter()
    for session, decided in games[:: 1 if NIGHTLY or lang == "da" else 3]:
        driver, game = table(session, lang=lang)
        driver.app.prefer(moments=False)
        for check in checks((session, decided)):
            driver.app.push(screen := CheckScreen(game, check.before, check.moments, Calls()))
            for step in screen.steps:
                met[step.kind] += 1
                look = driver.assert_readable if NIGHTLY or met[step.kind] <= FEW else driver.look
                look()
                if driver.asked_to_throw:
                    driver.throw()
                    look()
                driver.key(pygame.K_RIGHT)
            assert screen not in driver.app.screens


@pytest.mark.slow
@pytest.mark.nightly
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("size", SIZES[1:])
def test_each_kind_of_step_can_be_read_on_larger_screens(games, size, lang):
    seen = set()
    for session, decided in games:
        driver, game = table(session, size, lang)
        driver.app.prefer(moments=False)
        for check in checks((session, decided)):
            screen = CheckScreen(game, check.before, check.moments, Calls())
            driver.app.push(screen)
            for at, step in enumerate(screen.steps):
                if step.kind not in seen:
                    seen.add(step.kind)
                    screen.at = at
                    screen.refresh()
                    driver.assert_readable()
            driver.app.pop(screen)
    assert seen == EVERY_KIND


# ------------------------------------------------------------------ a claim is tested
def test_a_tested_claim_is_asked_about_before_its_truth_is_told(games):
    driver, screen, _ = shown(games, which=asking)
    event = next(e for step in screen.steps for e in step.events if isinstance(e, ev.ClaimTested))
    assert [step.kind for step in screen.steps] == ["due", "claim"]
    asked = settled(driver)
    assert squeezed("What do you think now?") in asked
    assert "Intruth" not in asked
    driver.key(pygame.K_RIGHT)
    told = settled(driver)
    assert "Intruth" in told
    truth = screen.game.t.number(event.effect)
    assert squeezed(f"stood at {event.estimate}; the truth is {truth}.") in told


def test_the_seat_that_claimed_is_called_to_answer_and_the_check_waits(games):
    driver, screen, done = shown(games, which=asking)
    driver.key(pygame.K_END)
    state = screen.step.after
    assert state.step == "answer"
    assert squeezed(f"{state.seats[state.turn].name} answers") in settled(driver)
    driver.click("next")
    assert done.count == 1


# ------------------------------------------------------------------ any keys
def test_a_random_walk_of_keys_never_fails(games):
    chance = random.Random(7)
    keys = [pygame.K_RIGHT, pygame.K_LEFT, pygame.K_SPACE, pygame.K_TAB, pygame.K_END]
    driver, screen, done = shown(games)
    for _ in range(150):
        driver.key(chance.choice(keys))
        driver.app.advance(chance.choice((0.01, 0.2, 0.5)))
        driver.app.draw()
        if done.count:
            break
    assert done.count <= 1
    assert (screen in driver.app.screens) == (done.count == 0)


@pytest.mark.parametrize(
    ("own_project", "word"), [(False, "false alarm"), (True, "it did not strike in play")]
)
def test_a_risk_of_an_own_project_is_never_called_a_false_alarm(
    own_project: bool, word: str
) -> None:
    state = State(tiny())
    step = CheckStep("alarm", state, state, (ev.FalseAlarm("a", "r"),), "a")
    log: list[Drawn] = []
    canvas = Canvas(pygame.Surface((900, 80)), Typesetter(1.0, "en"), log=log)
    told_legend(canvas, Box(0, 0, 900, 80), [step], [], own_project=own_project)
    assert word in [drawn.text for drawn in log]
