"""After a rest, what is likely to come next is drawn without what takes long, and looks alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from game.content import Case, mend, parse
from game.engine import actions as act
from game.engine import events as ev
from game.gui.app import App
from game.gui.screen import Screen
from game.gui.text.typesetter import Typesetter
from game.session import Session, open_recording
from game.table import cards
from game.table.after.replay.exits import ReplayExits
from game.table.after.replay.screen import ReplayScreen
from game.table.flow.application import TABLE
from game.table.parts.help_screen import HelpScreen
from game.table.play.check.screen import CheckScreen
from game.table.play.game import Game
from game.table.play.moments import aftermath
from game.table.play.table import TableScreen
from game.views import board
from tests import staging
from tests.table.sitting import lay, nothing

Counted = Callable[[object, str], list[object]]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session[Case]]:
    session = staging.fullest(tmp_path_factory.mktemp("full"))
    yield session
    session.close()


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """Has the calls of a function collected."""

    def count(owner: object, name: str) -> list[object]:
        calls, real = list[object](), getattr(owner, name)

        def heard(*args: object, **named: object) -> object:
            calls.append(args)
            return real(*args, **named)

        monkeypatch.setattr(owner, name, heard)
        return calls

    return count


def opened(screen: Screen | Callable[[App], Screen], *, reduced: bool = True) -> App:
    """A screen in a window, with nothing remembered of earlier ones."""
    cards._IMAGES.clear()
    cards._OPENED.clear()
    app = App((1280, 720), TABLE, lang="en", reduced_motion=reduced)
    app.push(screen if isinstance(screen, Screen) else screen(app))
    for _ in range(2):
        app.advance(0.1)
        app.draw()
    return app


def rest(app: App) -> None:
    """Let everything be prepared; nothing of it may be seen."""
    app.draw()
    before = pygame.image.tobytes(app.window, "RGB")
    while app.look_ahead():
        assert not app.due
    app.top.refresh()
    assert pygame.image.tobytes(app.draw(), "RGB") == before


def test_the_steps_beside_that_of_a_replay_are_ready(full: Session[Case], counted: Counted) -> None:
    def screen() -> ReplayScreen:
        return ReplayScreen(
            open_recording(full.path, parse, mend), ReplayExits(nothing, nothing, aftermath)
        )

    shown = screen()
    app = opened(shown)
    drawn, frames = counted(cards, "_image"), {}
    looked_at = counted(board, "_made_chips")
    for here in (30, 90):
        for direction in (1, -1):
            cards._IMAGES.clear()
            shown.scrub(here)
            rest(app)
            before = len(drawn), len(looked_at)
            shown.scrub(here + direction)
            frames[here + direction] = pygame.image.tobytes(app.draw(), "RGB")
            assert (len(drawn), len(looked_at)) == before, here
    assert drawn
    other = screen()
    plain = opened(other)
    for step, frame in frames.items():
        other.scrub(step)
        assert pygame.image.tobytes(plain.draw(), "RGB") == frame, step


def test_every_card_of_the_next_step_of_a_check_is_ready(tmp_path: Path, counted: Counted) -> None:
    session, decided = staging.whole_game(tmp_path, "method", 3)
    done = next(d for d in decided if d.has(ev.Harvested))
    shown = list[CheckScreen]()

    def screen(app: App) -> CheckScreen:
        game = Game(app, staging.case(), session)
        shown.append(CheckScreen(game, done.before, done.moments, nothing))
        return shown[0]

    app = opened(screen, reduced=False)
    drawn, wrapped = counted(cards, "_image"), counted(Typesetter, "_wrap")
    check = shown[0]
    while check in app.screens:  # dice are shown first, and a step comes to rest
        while app.animator.busy:
            app.animator.skip()
        rest(app)
        before, step = len(drawn), check.step
        wrapped.clear()
        check.next()
        for _ in range(12):
            app.advance(1 / 12)
            app.draw()
        assert len(drawn) == before, step
        assert not [text for _, text, *_ in wrapped if len(text) > 20], step  # but for numbers
    assert drawn
    session.close()


def test_pointing_and_the_rules_set_no_text_anew(full: Session[Case], counted: Counted) -> None:
    games = list[Game]()

    def screen(app: App) -> TableScreen:
        games.append(Game(app, staging.case(), full))
        return TableScreen(lay(games[0]))

    app = opened(screen)
    rest(app)
    wrapped, fitted = counted(Typesetter, "_wrap"), counted(Typesetter, "_fit")
    ideas = [w for w in app.top.ui.widgets if w.key.startswith("idea:")]
    for widget in ideas:
        at = tuple(round(part * app.u) for part in widget.box.centre)
        app.dispatch(pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(1, 1), buttons=(0, 0, 0)))
        app.advance(1 / 60)
        app.draw()
    assert ideas
    assert not fitted
    app.push(HelpScreen(games[0]))
    app.draw()
    assert not wrapped


def test_every_card_is_ready_when_the_last_turn_of_a_round_is_over(
    tmp_path: Path, counted: Counted
) -> None:
    session = staging.fullest(tmp_path)
    games = list[Game]()

    def screen(app: App) -> TableScreen:
        games.append(Game(app, staging.case(), session))
        return TableScreen(lay(games[0]))

    app, game = opened(screen), games[0]
    state = game.state
    rest(app)
    drawn = counted(cards, "_image")
    assert game.state is state  # it was only looked ahead
    assert game.do(act.Pass(state.turn))
    assert game.state.step == "check"
    app.top.refresh()
    frame = pygame.image.tobytes(app.draw(), "RGB")
    assert not drawn
    session.close()
    cards._IMAGES.clear()
    app.prefer(text_size=app.preferences.text_size)
    assert pygame.image.tobytes(app.draw(), "RGB") == frame
    assert drawn
