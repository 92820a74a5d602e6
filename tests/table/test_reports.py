"""What trials have shown when a round opens, and the choice after one that did not work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.content import Case
from game.engine import State, evolve
from game.engine import actions as act
from game.engine import events as ev
from game.engine.actions import Adjustment, TrialQuestion
from game.i18n import LANGS, Lang
from game.session import Session
from game.table.play.check.screen import CheckScreen
from game.table.play.game import Game
from game.table.play.moments.adjust import AdjustScreen
from game.table.play.moments.aftermath import look_back, show_adjusting, show_aftermath
from game.table.play.moments.opening import ChoiceScreen, OpeningScreen
from game.table.play.moments.report import ReportScreen
from game.table.play.table import TableScreen
from game.wording import terms
from tests import staging
from tests.onward import onward
from tests.staging import Decided, begin, decide, decisions, trying
from tests.table.driver import Driver, squeezed
from tests.table.sitting import lay, show_what_follows, table

Table = Session[Case]


def opened(
    folder: Path, wanted: Callable[[Decided], bool], wish: staging.Wish
) -> tuple[Table, Decided]:
    """A game that has just come to a decision that is wanted."""
    for seed in range(1, 60):
        session = begin(folder, 4, seed)
        for one in decisions(session, wish, seed):
            if wanted(one):
                return session, one
        session.close()
    raise LookupError("no game comes to it")


def reports(one: Decided) -> list[ev.TrialReported]:
    return [m.event for m in one.moments if isinstance(m.event, ev.TrialReported)]


def fails(one: Decided) -> bool:
    """One trial is reported, and it did not work."""
    return [e.proven for e in reports(one)] == [False]


def works(one: Decided) -> bool:
    """One trial is reported, and it worked."""
    return [e.proven for e in reports(one)] == [True]


def shown(session: Table, one: Decided, lang: Lang = "en") -> tuple[Driver, Game]:
    """The moments of a decision, as the room sees them."""
    driver, game = table(session, lang=lang)
    show_what_follows(game)
    show_aftermath(game, one.before, one.moments)
    driver.look()
    driver.throw()
    return driver, game


# ------------------------------------------------------------------ the report
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("wanted", [works, fails], ids=lambda wanted: wanted.__name__)
def test_a_report_tells_question_measure_die_and_answer(
    tmp_path: Path, wanted: Callable[[Decided], bool], lang: Lang
) -> None:
    session, one = opened(tmp_path, wanted, trying("process"))
    driver, game = shown(session, one, lang)
    assert isinstance(driver.app.top, ReportScreen)
    driver.assert_readable()
    text, e = squeezed(driver.texts), reports(one)[0]
    t = game.t
    assert squeezed(terms.trial_question(t, "process")) in text
    assert squeezed("Vi tæller, hvem der kommer igen") in text
    rule = t("A six-sided die: it works at {n} or less, the idea's maturity.", n=e.maturity)
    assert squeezed(rule) in text
    effect = one.after.effect(one.after.require_idea(e.idea), "process")
    assert effect is not None
    assert squeezed(t.number(effect, sign=effect != 0)) in text


def test_what_was_found_is_told_only_when_the_die_lies_still(tmp_path: Path) -> None:
    session, one = opened(tmp_path, fails, trying())
    driver, game = table(session)
    show_aftermath(game, one.before, one.moments)
    driver.app.draw()
    assert "In truth" not in "".join(drawn.text for drawn in driver.read())
    driver.throw()
    assert "In truth" in driver.texts


def test_the_table_that_knows_the_answer_is_hidden_until_the_die_lies_still(tmp_path: Path) -> None:
    session, one = opened(tmp_path, works, trying())
    driver, game = table(session)
    driver.app.push(TableScreen(lay(game)))
    show_aftermath(game, one.before, one.moments)
    on_the_board = "Claimed\nIdeas\nBenefits"
    driver.look()
    assert on_the_board not in driver.texts
    driver.throw()
    driver.look()
    assert "In truth" in driver.texts
    assert on_the_board in driver.texts


def test_a_trial_of_what_may_go_wrong_shows_the_risk_or_that_there_is_none(tmp_path: Path) -> None:
    for kind, told in ((ev.RiskTurnedUp, "A true risk"), (ev.NothingFound, "named already")):
        session, one = opened(
            tmp_path, lambda one, kind=kind: bool(reports(one)) and one.has(kind), trying("risk")
        )
        driver, _ = shown(session, one)
        assert squeezed(told) in squeezed(driver.texts)


def test_several_reports_follow_each_other_and_can_be_told_at_once(tmp_path: Path) -> None:
    def several(one: Decided) -> bool:
        return len(reports(one)) == 3

    session, one = opened(tmp_path, several, trying("economy", at_once=3))
    driver, _ = shown(session, one)
    letters = [one.after.require_idea(e.idea).letter for e in reports(one)]
    for n in (1, 2, 3):
        assert f"answer {n} of 3" in driver.texts
        driver.throw()
        driver.key(pygame.K_SPACE)
        driver.look()
    assert not isinstance(driver.app.top, ReportScreen)
    driver, _ = shown(session, one)
    driver.key(pygame.K_END)
    driver.assert_readable()
    told = driver.texts
    assert all(f"\n{letter}\n" in f"\n{told}\n" for letter in letters)
    question = squeezed(terms.trial_question(driver.app.t, "economy"))
    assert squeezed(told).count(question) == 3
    driver.key(pygame.K_RETURN)
    driver.look()
    assert not isinstance(driver.app.top, ReportScreen)


def test_the_opening_does_not_tell_again_what_the_reports_have_told(tmp_path: Path) -> None:
    session, one = opened(
        tmp_path, lambda one: works(one) and one.after.step == "turn", trying("process")
    )
    driver, _ = shown(session, one)
    driver.click("done")
    driver.look()
    assert isinstance(driver.app.top, OpeningScreen)
    assert "truly gives" not in driver.texts


# ------------------------------------------------------------------ the choice
def asked(folder: Path, about: TrialQuestion | None = None) -> tuple[Driver, Game]:
    """A table where a trial did not work, and the seat that set it up is asked."""
    session, one = opened(folder, fails, trying(about))
    driver, game = shown(session, one)
    driver.click("done")
    driver.look()
    assert isinstance(driver.app.top, AdjustScreen)
    return driver, game


@pytest.mark.parametrize("lang", LANGS)
def test_the_three_ways_say_what_they_do(tmp_path: Path, lang: Lang) -> None:
    session, one = opened(tmp_path, fails, trying())
    driver, game = table(session, lang=lang)
    show_adjusting(game)
    driver.assert_readable()
    state, t = one.after, game.t
    idea = state.require_idea(state.adjusting[0])
    text = squeezed(driver.texts)
    assert squeezed(state.seats[state.turn].name) in text
    assert f"{idea.maturity}→{idea.maturity + 2}" in text
    assert squeezed(t("Look into what may go wrong")) in text


@pytest.mark.parametrize(
    ("how", "key"), [("maturity", pygame.K_1), ("effect", pygame.K_2), ("risk", pygame.K_3)]
)
def test_a_way_is_chosen_by_mouse_by_number_and_by_tab(
    tmp_path: Path, how: Adjustment, key: int
) -> None:
    for choose in (
        lambda driver: driver.click(f"adjust:{how}"),
        lambda driver: driver.key(key),
        lambda driver: (driver.tab_to(f"adjust:{how}"), driver.key(pygame.K_RETURN)),
    ):
        driver, game = asked(tmp_path)
        state = game.state
        choose(driver)
        assert game.session.history[-1].action == act.Adjust(state.turn, state.adjusting[0], how)
        driver.look()
        assert isinstance(driver.app.top, OpeningScreen | ChoiceScreen | AdjustScreen)


def test_what_came_of_it_is_told_with_the_opening(tmp_path: Path) -> None:
    driver, game = asked(tmp_path)
    name = game.names.called(game.state.require_idea(game.state.adjusting[0]))
    driver.key(pygame.K_1)
    driver.look()
    if isinstance(driver.app.top, OpeningScreen):
        assert f"{name} is more mature now" in driver.texts


def test_what_cannot_be_gained_says_why(tmp_path: Path) -> None:
    """All four effects are known: one by one they were looked at by abilities."""
    session, one = opened(tmp_path, fails, trying())
    driver, game = table(session)
    known = one.after.adjusting[0]
    news = tuple((known, track, 0) for track in ("citizen", "process", "economy", "employee"))
    session.states[session.history[-1].n] = evolve(one.after, ev.EffectsOpened(news))
    show_adjusting(game)
    driver.click("adjust:effect")
    assert squeezed("you know all that can be known") in squeezed(driver.texts)
    assert game.state.step == "adjust"


def test_the_table_may_be_looked_at_first(tmp_path: Path) -> None:
    session, _ = opened(tmp_path, fails, trying())
    driver, game = table(session)
    screen = TableScreen(lay(game))
    driver.app.reset(screen)
    screen.welcome()
    driver.look()
    assert isinstance(driver.app.top, AdjustScreen), "a game is resumed where it was left"
    driver.key(pygame.K_ESCAPE)
    assert driver.app.top is screen
    assert game.state.step == "adjust"
    driver.look()
    driver.key(pygame.K_RETURN)
    assert isinstance(driver.app.top, AdjustScreen)


def test_an_adjustment_can_be_undone(tmp_path: Path) -> None:
    driver, game = asked(tmp_path)
    before = game.state
    driver.key(pygame.K_1)
    assert game.state.step != "adjust" or game.state.adjusting != before.adjusting
    game.undo("We want to look into the risk instead")
    assert game.state == before


def test_looked_back_on_nothing_is_asked_again(tmp_path: Path) -> None:
    session, one = opened(tmp_path, fails, trying())
    driver, game = table(session)
    look_back(game, one.before, one.moments)
    driver.look()
    assert isinstance(driver.app.top, ReportScreen)
    driver.throw()
    driver.click("done")
    assert len(driver.app.screens) == 1
    again = decide(session, act.Adjust(one.after.turn, one.after.adjusting[0], "risk"))
    look_back(game, again.before, again.moments)
    driver.look()
    assert isinstance(driver.app.top, OpeningScreen)


def test_a_new_phase_is_announced_after_the_reports(tmp_path: Path) -> None:
    """Where a trial asks first, the round goes on opening with the choice."""

    def new_phase(one: Decided) -> bool:
        return one.has(ev.IdeaAdjusted) and one.after.round == 3 and one.after.step == "turn"

    session, one = opened(tmp_path, new_phase, trying())
    driver, _ = shown(session, one)
    assert "A new phase" in driver.texts


def test_a_trial_that_an_early_end_overtook_is_reported_in_the_follow_up(tmp_path: Path) -> None:
    """Nothing is left to adjust then; the last reality check follows."""
    session = begin(tmp_path, 4, 3)
    staging.play(
        session, trying(), lambda s: s.round == 6 and s.step == "turn" and bool(running(s))
    )
    decide(session, act.EndPhase())
    while not session.state.over:
        one = decide(session, onward(session.state))
    assert reports(one)
    driver, game = table(session)
    show_aftermath(game, one.before, one.moments)
    driver.look()
    assert isinstance(driver.app.top, ReportScreen)
    driver.throw()
    assert "take home" in driver.texts
    driver.key(pygame.K_END)
    while isinstance(driver.app.top, ReportScreen):
        driver.key(pygame.K_SPACE)
        driver.look()
    assert isinstance(driver.app.top, CheckScreen)
    driver.assert_readable()


def running(state: State) -> list[str]:
    """The ideas on trial."""
    return [idea.id for idea in state.ideas if idea.trial is not None]
