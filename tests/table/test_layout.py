"""However many sit at the table, whatever lies on it and whatever the window: it can be read."""

from __future__ import annotations

import random
import tempfile
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from game.engine import Idea, State, legal
from game.engine import actions as act
from game.gui.screen import Screen
from game.i18n import LANGS
from game.table.play.dialogs.anchor import AnchorDialog
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.mitigate import MitigateDialog
from game.table.play.dialogs.trial import TrialDialog
from game.table.play.game import Game
from game.table.play.idea_sheet import IdeaSheet
from game.table.play.table import TableScreen
from game.table.setup.roles import ChooseRoleDialog
from game.table.setup.seats import SeatsExits, SeatsScreen
from tests import staging
from tests.effort import examples
from tests.gui.readable import complaints, tangles
from tests.pictures import check, pictures
from tests.pictures.studio import LOOKS, Studio, nothing
from tests.table.driver import Driver
from tests.table.sitting import lay

pytestmark = pytest.mark.slow

ODD = ((1280, 2160), (3840, 720), (1280, 720), (3840, 2160))
WINDOWS = st.tuples(st.integers(1280, 3840), st.integers(720, 2160)) | st.sampled_from(ODD)
PLAYERS = st.sampled_from(("method", "economist", "random", "rush", staging.filling))
SIZES = st.sampled_from((100, 125, 150))
STEPS = 23
"""Kinds of steps in a reality check."""
slow = settings(
    max_examples=examples(20),
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking plays hundreds of games
)


def wrong(driver: Driver) -> list[str]:
    """Everything that cannot be read, or not be pressed."""
    window = driver.look().get_rect()
    return [*complaints(driver.read(), window), *tangles(driver.app.top.ui)]


@pytest.mark.nightly
@pytest.mark.parametrize("lang", LANGS)
def test_large_print_breaks_no_screen(lang, tmp_path):
    found = {}
    for name, surface, log in pictures(tmp_path, (1280, 720), lang, text_size=150):
        if complained := complaints(log, surface.get_rect()):
            found[name] = complained
    assert not found


@given(WINDOWS, st.sampled_from(sorted(LOOKS)), st.sampled_from(LANGS), SIZES)
@settings(slow, max_examples=examples(64))
def test_any_screen_in_any_window_can_be_read_and_pressed(window, name, lang, text):
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder), window, lang)
        studio.app.prefer(text_size=text)
        LOOKS[name](studio)
        assert not wrong(studio)


@given(WINDOWS, st.integers(0, STEPS - 1), st.sampled_from(LANGS), SIZES)
@settings(slow, max_examples=examples(15))
def test_any_step_of_a_check_in_any_window_can_be_read(window, number, lang, text):
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder), window, lang)
        studio.app.prefer(text_size=text)
        _, screen = next(islice(check.steps(studio), number, None))
        studio.app.push(screen)
        assert not wrong(studio)


@given(WINDOWS, st.integers(1, 8), st.booleans(), st.sampled_from(LANGS), SIZES)
@slow
def test_any_number_of_seats_finds_its_place(window, seats, choosing, lang, text):
    driver = Driver(size=window, lang=lang, reduced_motion=True)
    driver.app.prefer(text_size=text)
    screen = SeatsScreen(staging.case(), SeatsExits(nothing, nothing), _seated(seats))
    driver.app.reset(screen)
    if choosing:
        driver.app.push(ChooseRoleDialog(screen.case, screen.places, screen.places.seats[-1]))
    assert not wrong(driver)


def _seated(count):
    with tempfile.TemporaryDirectory() as folder, staging.begin(Path(folder), count, 1) as session:
        return session.state.seats


@given(
    WINDOWS,
    st.integers(1, 8),
    PLAYERS,
    st.integers(0, 10_000),
    st.integers(0, 160),
    st.sampled_from(LANGS),
    SIZES,
)
@example((3840, 720), 5, "rush", 68, 68, "en", 125)  # four actions beside a long name
@slow
def test_any_table_in_any_window_can_be_read(window, seats, player, seed, decisions, lang, text):
    wish = staging.by(player) if isinstance(player, str) else player
    with tempfile.TemporaryDirectory() as folder:
        session = staging.begin(Path(folder), seats, seed)
        chance = random.Random(seed)
        for _ in range(decisions):
            if session.state.over:
                break
            staging.decide(session, wish(session.state, chance))
        driver = Driver(size=window, lang=lang, reduced_motion=True)
        driver.app.prefer(text_size=text)
        game = Game(driver.app, staging.case(), session)
        driver.app.reset(TableScreen(lay(game)))
        assert not wrong(driver)
        for dialog in _dialogs(game):
            driver.app.push(dialog)
            assert not wrong(driver), type(dialog).__name__
            driver.app.pop(dialog)
        session.close()


def _dialogs(game: Game) -> list[Screen]:
    """A dialog of every kind that this state of the game leads to."""
    s = game.state
    if s.step != "turn":
        return []
    dialogs: list[Screen] = []
    for a in _first(s, act.PlaceIdea):
        track = s.setup.by_id.ideas[a.card].track
        dialogs.append(EstimateDialog.for_placing(game, a.card, track, nothing))
    dialogs += [AnchorDialog(game, _idea(s, a.idea), a.track) for a in _first(s, act.Anchor)]
    dialogs += [TrialDialog(game, _idea(s, a.idea)) for a in _first(s, act.Trial)]
    for a in _first(s, act.Mitigate):
        idea = _idea(s, a.idea)
        risk = next(risk for risk in idea.risks if risk.id == a.risk)
        dialogs.append(MitigateDialog(game, idea, risk))
    if s.ideas:
        fullest = max(s.ideas, key=lambda i: len(i.risks) + len(list(i.claims())))
        dialogs.append(IdeaSheet(game, fullest.id))
    return dialogs


def _first(state: State, kind: type) -> list:
    return [action for action in legal(state) if isinstance(action, kind)][:1]


def _idea(state: State, id: str) -> Idea:
    found = state.idea(id)
    assert found is not None
    return found


@given(WINDOWS, st.integers(1, 8), st.integers(0, 8), st.sampled_from(LANGS), SIZES)
@example((2946, 1620), 2, 8, "en", 125)  # a role and its ability had no room beside each other
@settings(slow, max_examples=examples(20))
def test_estimates_of_any_number_of_seats_can_be_read(window, seats, given_, lang, text):
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder), window, lang)
        studio.app.prefer(text_size=text)
        game = studio.play(seats, lambda s: bool(s.ideas) and s.step == "turn")
        idea = game.state.ideas[0]
        game.do(act.CallEstimates(idea.id, next(idea.claims())[0]))
        for seat in range(min(given_, seats)):
            game.do(act.GiveEstimate(seat, 1 + seat * 5 % 6))
        assert not wrong(studio)
