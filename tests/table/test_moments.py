"""The moments after a decision: which decisions deserve one, and that each can be read and left."""

from __future__ import annotations

import pygame
import pytest

from game.engine import actions as act
from game.engine import events as ev
from game.engine import legal
from game.i18n import words
from game.table.play.check.screen import CheckScreen
from game.table.play.moments.ability import AbilityScreen
from game.table.play.moments.adjust import AdjustScreen
from game.table.play.moments.aftermath import show_aftermath, show_choice
from game.table.play.moments.correction import CorrectionScreen
from game.table.play.moments.crisis import CrisisScreen
from game.table.play.moments.opening import ChoiceScreen, OpeningScreen
from game.table.play.moments.report import ReportScreen
from game.wording import terms
from game.wording.event_texts import event_text
from tests.onward import onward
from tests.staging import begin, case, decide, whole_game
from tests.table.driver import Calls, squeezed
from tests.table.sitting import Sitting, show_what_follows, table
from tests.table.windows import in_every_window

LANGS = ("da", "en")


@pytest.fixture(scope="module")
def games(tmp_path_factory):
    folder = tmp_path_factory.mktemp("games")
    return [
        whole_game(folder, "method", 2, 6),
        whole_game(folder, "random", 4, 8),
        whole_game(folder, "rush", 3),
    ]


def screens_of(driver, game, decided, look=lambda driver: None) -> list[type]:
    """The screens that a decision shows, one after the other, gone through by keys."""
    done, kinds = Calls(), []
    show_aftermath(game, decided.before, decided.moments, done)
    while not done.count:
        look(driver)
        kinds.append(type(driver.app.top))
        if isinstance(driver.app.top, CheckScreen):
            driver.key(pygame.K_END)
        asks = isinstance(driver.app.top, ChoiceScreen | AdjustScreen)
        driver.key(pygame.K_ESCAPE if asks else pygame.K_SPACE)
        driver.look()
    assert done.count == 1
    assert len(driver.app.screens) == 1
    return kinds


@pytest.mark.slow
def test_only_what_deserves_it_gets_a_moment(games):
    told = {
        ev.CheckBegan: CheckScreen,
        ev.ClaimAnswered: CheckScreen,
        ev.RoundOpened: OpeningScreen,
        ev.OptionChosen: OpeningScreen,
        ev.TrialReported: ReportScreen,
        ev.AdjustmentAsked: AdjustScreen,
        ev.IdeaAdjusted: OpeningScreen,
        ev.AbilityUsed: AbilityScreen,
    }
    seen = set()
    for session, decided in games:
        driver, game = table(session)
        for one in decided:
            kinds = screens_of(driver, game, one)
            if not one.has(*told):
                assert kinds == []
            if kinds:
                expected = {screen for event, screen in told.items() if one.has(event)}
                assert any(issubclass(kinds[0], screen) for screen in expected)
                seen |= set(kinds)
    assert {CheckScreen, OpeningScreen, ChoiceScreen, AbilityScreen} <= seen
    assert {ReportScreen, AdjustScreen} <= seen


@pytest.mark.slow
@in_every_window
def test_every_moment_can_be_read(games, size, lang):
    few = 12 if size[0] > 1280 else 1000
    for session, decided in games:
        driver, game = table(session, size, lang)
        kinds: list[type] = []
        for one in decided:
            if one.has(ev.CheckBegan) or len(kinds) > few:
                continue
            kinds += screens_of(driver, game, one, lambda driver: driver.assert_readable())


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_what_an_adjustment_came_to_is_told_whatever_follows_it(games, lang):
    """The next choice, an event that asks, or the opening of the round: none swallows it."""
    followed = set()
    for session, decided in games:
        driver, game = table(session, lang=lang)
        for one in decided:
            if not one.has(ev.IdeaAdjusted):
                continue
            texts: list[str] = []
            kinds = screens_of(driver, game, one, lambda driver, to=texts: to.append(driver.texts))
            told = [
                event_text(moment.event, moment.state, game.case, game.t)
                for moment in one.moments
                if isinstance(moment.event, ev.Learned | ev.NothingFound | ev.EffectsOpened)
            ]
            for text in filter(None, told):
                assert squeezed("".join(texts)).count(squeezed(text)) == 1
            followed |= set(kinds)
    assert {AdjustScreen, ChoiceScreen, OpeningScreen} <= followed


def waiting(folder):
    """A game in which an event waits for a choice."""
    for seed in range(1, 40):
        session = begin(folder, 4, seed)
        for _ in range(2):
            decide(session, act.EndPhase())
            decide(session, act.Proceed())
            decide(session, act.Proceed())
            if session.state.step == "choice":
                return session
    raise AssertionError("no event with a choice in forty games")


@pytest.mark.parametrize("lang", LANGS)
def test_a_choice_spells_out_what_each_option_does_and_decides(tmp_path, lang):
    session = waiting(tmp_path)
    driver, game = table(session, lang=lang)
    show_what_follows(game)
    show_choice(game)
    driver.assert_readable()
    card = session.state.event
    text = squeezed(driver.texts)
    for option in case().events[card].options:
        assert squeezed(option.read(lang)) in text
    assert squeezed(session.state.seats[session.state.starter].name) in text
    driver.click("option-1")
    assert session.history[-1].action == act.Choose(session.state.starter, 1)
    assert session.state.step == "turn"
    assert type(driver.app.top) is OpeningScreen
    chosen = case().events[card].options[1].read(lang)
    assert squeezed(chosen) in squeezed(driver.texts)


def test_a_choice_can_wait_while_the_room_looks_at_the_table(tmp_path):
    session = waiting(tmp_path)
    driver, game = table(session)
    show_choice(game)
    driver.click("look")
    assert session.state.step == "choice"
    assert len(driver.app.screens) == 1
    show_choice(game)
    driver.key(pygame.K_1)
    assert session.state.step == "turn"


def test_an_adjustment_does_not_look_for_risks_where_all_are_known_to_be_named(tmp_path):
    sitting, told = Sitting(tmp_path, bare=True, seed=2), set()
    sitting.cards(act.PlaceIdea, act.PlaceRisk)
    game = sitting.game
    while game.state.phase != "follow_up":
        if game.state.step == "adjust":
            id, history = game.state.adjusting[0], game.session.history
            found = (e for d in history for e in d.events if isinstance(e, ev.NothingFound))
            none_left = any(e.idea == id for e in found)
            sitting.open(AdjustScreen(game, game.state))
            said = squeezed("All of its true risks are named already.") in squeezed(sitting.texts)
            assert said is none_left
            told.add(none_left)
            sitting.app.pop()
        s = game.state
        asking = [a for a in legal(s) if isinstance(a, act.Trial) and a.about == "risk"]
        sitting.do(asking[0] if asking else onward(s))
    assert told == {True, False}


def test_a_new_phase_is_announced_once(tmp_path):
    session = begin(tmp_path, 4, 3)
    t = words("en")
    announced = squeezed(t("A new phase: {phase}", phase=terms.phase(t, "concretise")))
    decide(session, act.EndPhase())
    decide(session, act.Proceed())
    opened = decide(session, act.Proceed())
    driver, game = table(session)
    show_aftermath(game, opened.before, opened.moments)
    assert announced in squeezed(driver.texts)


def test_a_correction_that_breaks_the_trust_is_followed_by_the_pause(tmp_path):
    session = begin(tmp_path, 4, 3)
    by = -session.state.trust
    decided = decide(session, act.Correct("trust", by, "The strike in the hall"))
    driver, game = table(session)
    texts = []
    kinds = screens_of(driver, game, decided, lambda driver: texts.append(driver.texts))
    assert kinds == [CorrectionScreen, CrisisScreen]
    assert "The strike in the hall" in texts[0]
    assert "paused" in texts[1]
