"""However many sit at the table, whatever lies on it and whatever the window: it can be read."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.i18n import LANGS
from game.table.play.game import Game
from game.table.play.table import TableScreen
from tests import staging
from tests.pictures import pictures
from tests.table.driver import Driver
from tests.table.readable import complaints

WINDOWS = st.tuples(st.integers(1280, 3840), st.integers(720, 2160))
PLAYERS = st.sampled_from(("method", "economist", "random", "rush", staging.filling))


@pytest.mark.parametrize("lang", LANGS)
def test_large_print_breaks_no_screen(lang, tmp_path):
    found = {}
    for name, surface, log in pictures(tmp_path, (1280, 720), lang, text_size=150):
        if wrong := complaints(log, surface.get_rect()):
            found[name] = wrong
    assert not found


@given(
    WINDOWS,
    st.integers(1, 8),
    PLAYERS,
    st.integers(0, 10_000),
    st.integers(0, 160),
    st.sampled_from(LANGS),
    st.sampled_from((100, 125, 150)),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
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
        driver.app.reset(TableScreen(Game(driver.app, staging.case(), session)))
        assert not complaints(driver.log, driver.look().get_rect())
        session.close()
