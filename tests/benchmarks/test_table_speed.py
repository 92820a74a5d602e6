"""How fast the table is drawn at its fullest; run by hand with ``--benchmark-only``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.table.app import App
from game.table.play.game import Game
from game.table.play.table import TableScreen
from tests import staging

pytest.importorskip("pytest_benchmark")

SIZES = {"1080p": (1920, 1080), "4K": (3840, 2160)}


@pytest.fixture(params=SIZES)
def app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[App]:
    """The fullest table in a window of a size."""
    session = staging.fullest(tmp_path)
    made = App(SIZES[request.param], lang="da", reduced_motion=True)
    made.push(TableScreen(Game(made, staging.case(), session)))
    made.draw()
    yield made
    session.close()


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
    assert app.top.ui.carry is not None


def test_a_frame_while_an_idea_is_pointed_at(benchmark, app: App) -> None:
    chips = [w for w in app.top.ui.widgets if w.key.startswith("idea:")]
    step = iter(range(1_000_000))

    def frame() -> None:
        chip = chips[next(step) % len(chips)]
        _mouse(app, pygame.MOUSEMOTION, tuple(part * app.u for part in chip.box.centre))
        app.advance(1 / 60)
        app.draw()

    benchmark(frame)


def test_the_whole_table_laid_out_anew(benchmark, app: App) -> None:
    def rebuild() -> None:
        app.top.refresh()
        app.draw()

    benchmark(rebuild)
