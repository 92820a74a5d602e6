"""How fast the table is drawn at its fullest; run by hand with ``--benchmark-only``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pygame
import pytest

from game.engine import actions as act
from game.engine import events as ev
from game.engine import legal
from game.gui.app import App
from game.table.flow.application import TABLE
from game.table.play.check.screen import CheckScreen
from game.table.play.game import Game
from game.table.play.table import TableScreen
from tests import staging
from tests.table.sitting import lay

pytest.importorskip("pytest_benchmark")

SIZES = {"1080p": (1920, 1080), "4K": (3840, 2160)}


@pytest.fixture(params=SIZES)
def game(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Game]:
    """The fullest table in a window of a size."""
    session = staging.fullest(tmp_path)
    made = Game(App(SIZES[request.param], TABLE, lang="da"), staging.case(), session)
    made.app.push(TableScreen(lay(made)))
    made.app.draw()
    yield made
    session.close()


@pytest.fixture
def app(game: Game) -> App:
    """The window of the fullest table."""
    return game.app


def _mouse(app: App, kind: int, at: tuple[float, float]) -> None:
    pos = (round(at[0]), round(at[1]))
    if kind == pygame.MOUSEMOTION:
        app.dispatch(pygame.Event(kind, pos=pos, rel=(1, 1), buttons=(1, 0, 0)))
    else:
        app.dispatch(pygame.Event(kind, pos=pos, button=1))


def test_a_frame_when_nothing_moves(benchmark, app: App) -> None:
    def frame() -> None:
        app.advance(1 / 60)
        app.draw()

    benchmark(frame)


def test_a_frame_while_a_card_is_dragged(benchmark, app: App) -> None:
    card = next(w for w in app.top.ui.widgets if w.key.startswith("hand:"))
    x, y = (part * app.u for part in card.box.centre)
    _mouse(app, pygame.MOUSEMOTION, (x, y))
    _mouse(app, pygame.MOUSEBUTTONDOWN, (x, y))
    step = iter(range(1_000_000))

    def frame() -> None:
        n = next(step) % 300
        _mouse(app, pygame.MOUSEMOTION, (x - 2 * n - 20, y - n - 20))
        app.advance(1 / 60)
        app.draw()

    benchmark(frame)
    assert app.top.ui.drag is not None


def test_a_frame_while_an_idea_is_pointed_at(benchmark, app: App) -> None:
    chips = [w for w in app.top.ui.widgets if w.key.startswith("idea:")]
    step = iter(range(1_000_000))

    def frame() -> None:
        chip = chips[next(step) % len(chips)]
        _mouse(app, pygame.MOUSEMOTION, tuple(part * app.u for part in chip.box.centre))
        app.advance(1 / 60)
        app.draw()

    benchmark(frame)


def test_a_frame_while_a_card_slides_and_the_next_hand_is_dealt(benchmark, game: Game) -> None:
    """A card is placed by the last action of a seat, and undone, over and over."""
    app, s = game.app, game.state
    placing = (act.PlaceRisk, act.PlaceBenefit)
    game.do(next(action for action in legal(s) if isinstance(action, placing)))
    assert game.state.turn != s.turn
    turn_back = cycle((game.undo, game.redo))
    app.top.refresh()
    app.draw()
    app.animator.skip()

    def set_out() -> None:
        if app.animator.busy:
            return
        app.advance(1 / 60)
        app.draw()
        assert next(turn_back)()
        app.top.refresh()
        app.draw()  # lays out anew, and pictures what moves
        assert app.animator.busy

    def frame() -> None:
        app.advance(1 / 60)
        app.draw()

    benchmark.pedantic(frame, setup=set_out, rounds=400)


@pytest.mark.parametrize("size", SIZES)
def test_a_frame_of_the_reality_check_while_the_truth_grows(
    benchmark, size: str, tmp_path: Path
) -> None:
    session, decided = staging.whole_game(tmp_path, "method", 3)
    app = App(SIZES[size], TABLE, lang="da")
    game = Game(app, staging.case(), session)
    check = next(d for d in decided if d.has(ev.Harvested))
    screen = CheckScreen(game, check.before, check.moments, lambda: None)
    app.push(screen)
    at = next(n for n, step in enumerate(screen.steps) if step.kind == "harvest")

    def set_out() -> None:
        if not app.animator.busy:
            screen._go(at - 1)
            app.draw()
            screen.next()
            app.draw()

    def frame() -> None:
        app.advance(1 / 60)
        app.draw()

    benchmark.pedantic(frame, setup=set_out, rounds=200)
    session.close()


def test_the_whole_table_laid_out_anew(benchmark, app: App) -> None:
    def rebuild() -> None:
        app.top.refresh()
        app.draw()

    benchmark(rebuild)
