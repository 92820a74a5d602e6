"""Setting up a trial at the table: the question, its name and measure, and what is told of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from game.engine import Idea
from game.engine import actions as act
from game.engine.actions import TrialQuestion
from game.engine.limits import BALANCE_LEANING, MATURITY_HIGH
from game.table.parts.idea_sheet import SheetView
from game.table.play.dialogs.trial import TrialDialog
from game.table.play.game import Game
from game.table.play.idea_sheet import IdeaSheet
from tests.onward import onward
from tests.table.driver import squeezed
from tests.table.sitting import Sitting

QUESTIONS: tuple[TrialQuestion, ...] = ("citizen", "process", "economy", "employee", "risk")


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    """The second round: ideas lie on the table, and trials are free for nobody in turn."""
    sitting = Sitting(tmp_path).cards(act.PlaceIdea).until(2)
    idea = sitting.game.state.ideas[-1].id
    while sitting.game.state.balance <= -BALANCE_LEANING:
        sitting.do(act.WriteRisk(sitting.game.state.turn, "Så længe", "citizen", idea, 2, 2))
    while sitting.game.state.has_ability(sitting.game.state.turn, "front_line"):
        sitting.do(act.Pass(sitting.game.state.turn))
    return sitting


def untried(sitting: Sitting, about: TrialQuestion = "process") -> Idea:
    """An idea of which this may be asked."""
    s = sitting.game.state
    return next(i for i in s.ideas if not sitting.game.why_not(act.Trial(s.turn, i.id, about)))


def opened(sitting: Sitting, about: TrialQuestion = "process") -> Idea:
    """The dialog for such an idea."""
    idea = untried(sitting, about)
    sitting.open(TrialDialog(sitting.game, idea))
    return idea


# ------------------------------------------------------------------ the question
@pytest.mark.parametrize(("key", "about"), list(enumerate(QUESTIONS, pygame.K_1)))
def test_a_question_is_asked_by_its_number_then_named_and_measured(
    sitting: Sitting, key: int, about: TrialQuestion
) -> None:
    idea, seat = opened(sitting, about), sitting.game.state.turn
    sitting.key(key)
    sitting.type("Én skranke på en tirsdag")
    sitting.tab()
    sitting.type("Vi tæller æøå")
    sitting.enter()
    assert sitting.decided(act.Trial) == act.Trial(
        seat, idea.id, about, "Én skranke på en tirsdag", "Vi tæller æøå"
    )


def test_a_trial_by_mouse_needs_no_name(sitting: Sitting) -> None:
    idea, seat = opened(sitting), sitting.game.state.turn
    sitting.click("about:risk")
    sitting.click("about:process")
    sitting.click("yes")
    assert sitting.decided(act.Trial) == act.Trial(seat, idea.id, "process")


def test_nothing_is_tried_before_it_is_said_what_one_wants_to_know(sitting: Sitting) -> None:
    opened(sitting)
    before = len(sitting.game.session.history)
    sitting.click("yes")
    assert "First choose what you want to know" in sitting.texts
    sitting.tab_to("name")
    sitting.type("Bare noget")
    sitting.enter()
    assert isinstance(sitting.app.top, TrialDialog)
    assert len(sitting.game.session.history) == before


def test_what_is_known_is_marked_and_cannot_be_asked(sitting: Sitting) -> None:
    """An ability has opened what every idea gives on a track."""
    game = sitting.game
    voice = next(r for r in game.state.setup.roles if r.ability == "citizen_voice")
    holder = next(n for n, seat in enumerate(game.state.seats) if voice.id in seat.roles)
    while game.state.turn != holder:
        sitting.do(act.Pass(game.state.turn))
    sitting.do(act.UseAbility(holder, voice.id))
    idea = opened(sitting)
    effect = game.state.effect(game.state.require_idea(idea.id), "citizen")
    assert effect is not None
    assert f"known: {game.t.number(effect, sign=effect != 0)}" in sitting.texts
    sitting.click("about:citizen")
    assert squeezed("is known already. Ask something else.") in squeezed(sitting.texts)
    sitting.click("about:risk")
    sitting.click("yes")
    assert sitting.decided(act.Trial).about == "risk"


# ------------------------------------------------------------------ what comes of it
def test_the_dialog_tells_the_odds_both_outcomes_and_when_they_are_reported(
    sitting: Sitting,
) -> None:
    idea = opened(sitting)
    told = squeezed(sitting.texts)
    assert squeezed(f"{idea.maturity} in 6") in told
    assert squeezed(f"a six-sided die against maturity {idea.maturity}") in told
    assert squeezed("The answer comes when round 3 opens.") in told
    assert squeezed("it is proven") in told
    assert squeezed("choose what to adjust") in told
    assert squeezed("It takes 1 action and 1 capacity.") in told


def test_of_an_idea_that_always_works_no_failure_is_told(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    state, sure = sitting.game.state, replace(untried(sitting), maturity=MATURITY_HIGH)
    ideas = tuple(sure if idea.id == sure.id else idea for idea in state.ideas)
    monkeypatch.setattr(Game, "state", property(lambda _: replace(state, ideas=ideas)))
    sitting.open(TrialDialog(sitting.game, sure))
    told = squeezed(sitting.texts)
    assert "always" in told
    assert squeezed("choose what to adjust") not in told


def test_what_cannot_be_done_is_told_in_the_dialog(sitting: Sitting) -> None:
    idea = untried(sitting)
    sitting.do(act.Correct("capacity", -sitting.game.state.capacity, "for the test"))
    sitting.open(TrialDialog(sitting.game, idea))
    sitting.click("about:process")
    sitting.type("Uden midler")
    sitting.enter()
    assert isinstance(sitting.app.top, TrialDialog)
    assert "That costs 1 capacity; you have 0" in sitting.texts.replace("\n", " ")
    assert "Uden midler" in sitting.texts


def test_what_saves_its_capacity_is_named(sitting: Sitting) -> None:
    game = sitting.game
    while not game.state.has_ability(game.state.turn, "front_line"):
        sitting.do(onward(game.state))
    opened(sitting)
    free = "It takes 1 action. Your first trial of the round costs no capacity."
    assert squeezed(free) in squeezed(sitting.texts)


# ------------------------------------------------------------------ on trial
def tried(sitting: Sitting) -> Idea:
    """An idea of which a trial has been set up."""
    idea = untried(sitting)
    words = "En skranke om tirsdagen", "Vi tæller, hvem der går igen"
    sitting.game.do(act.Trial(sitting.game.state.turn, idea.id, "process", *words))
    return sitting.game.state.require_idea(idea.id)


def test_an_idea_on_trial_says_so_on_its_sheet(sitting: Sitting) -> None:
    idea = tried(sitting)
    sitting.open(IdeaSheet(sitting.game, idea.id))
    told = squeezed(sitting.texts)
    for words in (
        "On trial · answer: round 3",
        "What does it truly give on Process?",
        "En skranke om tirsdagen · Vi tæller, hvem der går igen",
        "The trial will tell.",
    ):
        assert squeezed(words) in told, words


@pytest.mark.parametrize("key", ["trial", "implement", "shelve"])
def test_an_idea_on_trial_is_left_alone_and_says_why(sitting: Sitting, key: str) -> None:
    idea = tried(sitting)
    sitting.until(3)
    idea = tried(sitting)  # where shelving may be done
    sitting.open(IdeaSheet(sitting.game, idea.id))
    sitting.click(f"do:{key}")
    assert isinstance(sitting.app.top, SheetView)
    called = sitting.game.names.called(idea)
    why = (
        f"{called[:1].upper()}{called[1:]} is being tried. Wait for the answer when round 4 opens."
    )
    assert squeezed(why) in squeezed(sitting.texts)


def test_an_idea_on_trial_shows_it_on_the_board(sitting: Sitting) -> None:
    idea = tried(sitting)
    sitting.app.top.refresh()
    sitting.move(f"idea:{idea.id}")
    sitting.look()
    told = squeezed(sitting.texts)
    assert squeezed("On trial · answer: round 3") in told
    assert squeezed("sets up a trial of") in told, "the status line tells what was done last"
