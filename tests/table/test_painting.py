"""A table on which only what changed is drawn is as one that is drawn from the beginning."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from game.gui.app import App
from game.gui.text.typesetter import Drawn
from game.table.flow.application import TABLE
from game.table.play.game import Game
from game.table.play.table import TableScreen
from tests import staging
from tests.effort import NIGHTLY
from tests.pictures.studio import Studio
from tests.table.sitting import lay
from tests.table.watching import Seen, seen

WINDOW = (1280, 720)
DECISIONS = 60 if NIGHTLY else 30


def seen_anew(app: App, *, told: bool) -> Seen:
    """The same after everything was laid out and drawn from the beginning."""
    for idea in app.top.game.state.ideas if isinstance(app.top, TableScreen) else ():
        idea.memo.clear()
    app.prefer(text_size=app.preferences.text_size)
    return seen(app, told=told)


@pytest.mark.parametrize("text", [100, pytest.param(150, marks=pytest.mark.nightly)])
def test_after_every_decision_it_looks_as_if_all_were_painted(text: int, tmp_path: Path) -> None:
    session = staging.begin(tmp_path, 5, 3)
    app = App(WINDOW, TABLE, lang="da")
    app.prefer(text_size=text)
    game = Game(app, staging.case(), session)
    app.push(TableScreen(lay(game)))
    wish, chance = staging.by("method"), random.Random(3)
    for n in range(DECISIONS):
        game.do(wish(game.state, chance))
        if n % 7 == 6:
            game.undo("a slip")
        for _ in range(n % 4):  # some frames of what moves
            app.advance(0.1)
            app.draw()
        told = n % 6 < 2  # and then again, by what was taken over
        assert seen(app, told=told) == seen_anew(app, told=told), n
        while len(app.screens) > 1:  # what came of it
            app.pop(app.top)
            assert seen(app, told=told) == seen_anew(app, told=told), n
    session.close()


# ------------------------------------------------------------------ what tests read on it
def as_read(texts: list[Drawn]) -> list[tuple[object, ...]]:
    """Texts with their places and the ground they stand on."""
    return [(d.text, tuple(d.rect), tuple(d.ink), d.layer, d.colour, d.ground) for d in texts]


def test_what_is_read_where_only_what_changed_is_drawn_is_what_stands_there(tmp_path: Path) -> None:
    studio, chance = Studio(tmp_path, WINDOW, "da"), random.Random(3)
    game, wish = studio.middle(), staging.by("method")
    for n in range(6):
        game.do(wish(game.state, chance))
        studio.app.top.refresh()
        studio.look()
        kept = studio.read()
        studio.app.prefer(text_size=100)  # everything is laid out and painted from the beginning
        assert as_read(kept) == as_read(studio.read()), n


@pytest.mark.parametrize("table", ["fullest", "middle"])
def test_what_is_read_in_the_pictures_of_cards_is_what_was_drawn_there(
    table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio = Studio(tmp_path, WINDOW, "da")
    getattr(studio, table)()
    studio.look()
    pictured, drawn = studio.read(), studio.draw_anew(monkeypatch)
    assert [one.text for one in pictured] == [one.text for one in drawn]
    assert sum(one.paper != other.paper for one, other in zip(pictured, drawn, strict=True)) > 40
    for one, other in zip(pictured, drawn, strict=True):
        far = max(abs(a - b) for a, b in zip(one.ground, other.ground, strict=True))
        assert far < 8, one.text
