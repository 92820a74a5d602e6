"""What was typed and not yet decided, when the window is closed."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.engine import actions as act
from game.gui.app import App
from game.gui.text.typesetter import Drawn
from game.resources import drafts_folder
from game.session import rename_file
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
    again_session = again.game.session.log.fingerprint
    again.close()
    assert load_draft(drafts_folder(), again_session) is None


def left_with_a_draft(folder: Path, name: str) -> Path:
    """The file of a game that was left while somebody was writing a card."""
    flow = sat_down(folder)
    flow.playing.sit_down(staging.begin(folder, 4, 5))
    assert flow.playing.table is not None
    flow.playing.table.drafts.draft = CardDraft(name=name)
    path = flow.playing.table.game.session.path
    flow.close()
    return path


def draft_of(folder: Path, file: Path) -> CardDraft | None:
    """What is being written when a game is gone on with."""
    flow = sat_down(folder)
    flow.playing.resume(file)
    assert flow.playing.table is not None
    draft = flow.playing.table.drafts.draft
    flow.close()
    return draft


@pytest.mark.parametrize("way", ["renamed", "moved", "copied", "went on in another file"])
def test_a_draft_goes_with_its_game_whatever_that_is_called(tmp_path: Path, way: str) -> None:
    file = left_with_a_draft(tmp_path / "games", "Half an idea")
    match way:
        case "renamed":
            new = rename_file(file, "our game")
        case "moved":
            (tmp_path / "stick").mkdir()
            new = file.rename(tmp_path / "stick" / file.name)
        case "copied":
            new = file.with_name("copy.jsonl")
            new.write_bytes(file.read_bytes())
        case _:  # it was sent, and packed on its way
            new = file.with_name(f"{file.name}.gz")
            new.write_bytes(gzip.compress(file.read_bytes()))
    draft = draft_of(tmp_path / "games", new)
    assert draft is not None
    assert draft.name == "Half an idea"


def test_a_game_that_gets_the_name_of_another_does_not_get_its_draft(tmp_path: Path) -> None:
    file = left_with_a_draft(tmp_path, "Half an idea")
    rename_file(file, "our game")
    other = staging.begin(tmp_path, 4, 6)
    other.close()
    assert draft_of(tmp_path, other.path.rename(file)) is None


def test_an_old_draft_is_forgotten(tmp_path: Path) -> None:
    save_draft(CardDraft(name="En idé"), tmp_path, "s")
    for file in tmp_path.iterdir():
        os.utime(file, (0, 0))
    assert load_draft(tmp_path, "s") is None


@given(st.builds(CardDraft, name=st.text(min_size=1), text=st.text()))
def test_a_draft_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, draft: CardDraft):
    folder = tmp_path_factory.mktemp("drafts")
    save_draft(draft, folder, "s")
    wanted = draft if draft.name.strip() or draft.text.strip() else None
    assert load_draft(folder, "s") == wanted


@given(st.binary(max_size=300) | st.text().map(lambda text: f'{{"name": "{text}"}}'.encode()))
def test_a_damaged_draft_is_none(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    folder = tmp_path_factory.mktemp("drafts")
    save_draft(CardDraft(name="En idé"), folder, "s")
    for file in folder.iterdir():
        file.write_bytes(raw)
    assert load_draft(folder, "s") is None


def test_where_nothing_can_be_kept_there_is_no_trouble(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    save_draft(CardDraft(name="En idé"), blocked, "s")
    assert load_draft(blocked, "s") is None
