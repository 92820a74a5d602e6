"""What is likely to be asked for next is prepared while nobody does anything, and only then."""

from __future__ import annotations

from collections.abc import Iterator

import pygame
import pytest

from game.gui import theme
from game.gui.ahead import foresee
from game.gui.app import App
from game.gui.loop import RESTS
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui


class Expecting(Screen):
    """Expects some things next; ``prepared`` has those it is ready for."""

    def __init__(self) -> None:
        self.prepared: list[int] = []

    def build(self, ui: Ui) -> None:
        ui.canvas.cloth()

    def ahead(self) -> Iterator[None]:
        for piece in range(3):
            self.prepared.append(piece)
            yield


@pytest.fixture
def screen() -> Expecting:
    return Expecting()


@pytest.fixture
def app(screen: Expecting) -> App:
    app = App((1280, 720))
    app.push(screen)
    app.draw()
    pygame.event.clear()
    return app


def still() -> float:
    """A clock that does not move: there is always time."""
    return 0.0


def rest(app: App, seconds: float = RESTS) -> None:
    app.advance(seconds)
    app.draw()
    app.loop.look_ahead(still)


def test_at_rest_everything_is_prepared_once(app: App, screen: Expecting) -> None:
    rest(app)
    rest(app)
    assert screen.prepared == [0, 1, 2]


def test_the_loop_does_it(app: App, screen: Expecting) -> None:
    app.between_frames.append(lambda: app.quit() if len(screen.prepared) == 3 else None)
    app.run()
    assert screen.prepared == [0, 1, 2]


def test_while_somebody_does_something_nothing_is(app: App, screen: Expecting) -> None:
    app.dispatch(pygame.Event(pygame.KEYDOWN, key=pygame.K_q, mod=0, unicode="q"))
    rest(app, RESTS / 2)
    assert not screen.prepared


def test_an_event_is_heard_before_another_piece(app: App, screen: Expecting) -> None:
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_q, mod=0, unicode="q"))
    rest(app)
    assert not screen.prepared
    pygame.event.clear()
    rest(app)
    assert screen.prepared


def test_the_time_for_it_is_short(app: App, screen: Expecting) -> None:
    seconds = iter(range(10))
    app.advance(RESTS)
    app.draw()
    app.loop.look_ahead(lambda: float(next(seconds)))
    assert not screen.prepared  # all the time was over before the first piece


def test_a_frame_that_is_due_comes_first(app: App, screen: Expecting) -> None:
    app.advance(RESTS)
    app.wake()
    app.loop.look_ahead(still)
    assert not screen.prepared


@pytest.mark.parametrize("change", ["refresh", "language", "size"])
def test_after_a_change_it_begins_anew(app: App, screen: Expecting, change: str) -> None:
    app.look_ahead()
    if change == "refresh":
        screen.refresh()
    elif change == "language":
        app.set_language("da")
    else:
        app.prefer(text_size=125)
    rest(app)
    assert screen.prepared == [0, 0, 1, 2]


def test_what_is_foreseen_is_not_painted_and_what_is_dear_is_put_off(app: App) -> None:
    before, made = pygame.image.tobytes(app.draw(), "RGB"), list[str]()

    def draw(c: Canvas) -> None:
        c.fill(app.area, theme.ACCENT)
        c.zoomed(1.5, 1.0).text(app.area, "Next", 40)
        assert c.later is not None
        c.later += [lambda: made.append("a card"), lambda: made.append("another")]

    ahead = foresee(app.top.ui, draw)
    for expected in ([], ["a card"], ["a card", "another"]):
        next(ahead)
        assert made == expected
    assert not app.due
    assert pygame.image.tobytes(app.draw(), "RGB") == before
