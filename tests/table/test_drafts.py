"""What was typed and not yet decided, when the window is closed."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine import actions as act
from game.gui.app import App
from game.gui.text.typesetter import Drawn
from game.table.flow.application import TABLE
from game.table.flow.main import Flow
from game.table.play.drafts import CardDraft, load_draft, save_draft
from game.table.play.table import TableScreen
from tests import staging


def sat_down(folder: Path, log: list[Drawn] | None = None) -> Flow:
    app = App((1280, 720), TABLE, log=log)
    return Flow(app, folder)


def press(app: App, key: int) -> None:
    app.draw()
    app.advance(1)
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        app.dispatch(pygame.Event(kind, key=key, mod=0, unicode=""))
    app.draw()


def write(app: App, text: str) -> None:
    for letter in text:
        app.dispatch(pygame.Event(pygame.TEXTINPUT, text=letter))


def test_a_half_written_card_is_there_again(tmp_path: Path) -> None:
    flow = sat_down(tmp_path)
    flow.playing.sit_down(staging.begin(tmp_path, 4, 5))
    while not isinstance(flow.app.top, TableScreen):
        flow.app.pop()
    assert flow.game is not None
    file = flow.game.session.path
    flow.app.draw()
    press(flow.app, pygame.K_w)
    write(flow.app, "Færre køer på Ærø")
    flow.app.dispatch(pygame.Event(pygame.QUIT))
    flow.close()

    log: list[Drawn] = []
    again = sat_down(tmp_path, log)
    again.playing.resume(file)
    again.app.draw()
    press(again.app, pygame.K_w)
    assert "Færre køer på Ærø" in [drawn.text for drawn in log]
    for choice in ("track", "kind", "estimate"):
        again.app.top.ui.focus = choice
        press(again.app, pygame.K_RIGHT)
    press(again.app, pygame.K_RETURN)
    assert again.game is not None
    action = again.game.session.history[-1].action
    assert isinstance(action, act.WriteIdea)
    assert action.name == "Færre køer på Ærø"
    again.close()
    assert load_draft(file) is None
    assert not list(tmp_path.glob("*.draft"))


@given(st.builds(CardDraft, name=st.text(min_size=1), text=st.text()))
def test_a_draft_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, draft: CardDraft):
    session = tmp_path_factory.mktemp("games") / "game.jsonl"
    save_draft(draft, session)
    wanted = draft if draft.name.strip() or draft.text.strip() else None
    assert load_draft(session) == wanted


@given(st.binary(max_size=300) | st.text().map(lambda text: f'{{"name": "{text}"}}'.encode()))
def test_a_damaged_draft_is_none(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    session = tmp_path_factory.mktemp("games") / "game.jsonl"
    session.with_suffix(".draft").write_bytes(raw)
    assert load_draft(session) is None


def test_a_folder_that_is_gone_is_no_trouble(tmp_path: Path) -> None:
    save_draft(CardDraft(name="En idé"), tmp_path / "gone" / "game.jsonl")
    assert load_draft(tmp_path / "gone" / "game.jsonl") is None
