"""Wherever a card's name stands in a list, its picture stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.engine import Idea
from game.engine import actions as act
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.table.parts.idea_sheet import SheetView
from game.table.play.dialogs.anchor import AnchorDialog
from game.table.play.dialogs.ask_poker import AskPoker
from game.table.play.dialogs.estimate import EstimateDialog
from game.table.play.dialogs.pick_idea import PickIdeaDialog
from game.table.play.dialogs.poker import PokerScreen
from game.table.play.result import ResultScreen
from game.views import face_builder as faces
from game.wording import card_pictures as pictures
from tests.table.sitting import Sitting, nothing

Wanted = Iterator[str]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The pictures that are drawn."""
    seen: set[str] = set()
    draw = Canvas.emoji

    def noticed(self: Canvas, letters: str, box: Box) -> bool:
        known = draw(self, letters, box)
        if known and min(box.w, box.h) >= 30:
            seen.add(letters)
        return known

    monkeypatch.setattr(Canvas, "emoji", noticed)
    return seen


@pytest.fixture
def corners(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """A corner of each picture that is drawn, in pixels: of its ground, as pictures are round."""
    seen: list[tuple[int, int]] = []
    draw = Canvas.emoji

    def noticed(self: Canvas, letters: str, box: Box) -> bool:
        known, side = draw(self, letters, box), min(box.w, box.h)
        corner = self.rect(box.place(side, side).place(2, 2, 0, 0)).center
        if known and self.surface.get_clip().collidepoint(corner):
            seen.append(corner)
        return known

    monkeypatch.setattr(Canvas, "emoji", noticed)
    return seen


def of_ideas(sitting: Sitting) -> Wanted:
    for idea in sitting.game.state.ideas:
        yield pictures.idea(sitting.game.case, idea.id, idea.name)


def of_claims(sitting: Sitting, *ideas: Idea) -> Wanted:
    game = sitting.game
    for idea in ideas or game.state.ideas:
        for track, _ in idea.claims():
            yield faces.benefit_on_table(game.names, game.state, idea, track).picture


def of_risks(sitting: Sitting, idea: Idea) -> Wanted:
    game = sitting.game
    return (faces.risk_on_table(game.names, game.state, idea, r).picture for r in idea.risks)


def test_lists_of_ideas_show_their_pictures(tmp_path: Path, drawn: set[str]) -> None:
    sitting = Sitting(tmp_path).working()
    game = sitting.game

    def proven(idea: Idea) -> act.Action:
        return act.Implement(game.state.turn, idea.id)

    shown: list[Screen] = [PickIdeaDialog(game, "Which?", proven), AskPoker(game)]
    for screen in shown:
        drawn.clear()
        sitting.open(screen)
        sitting.look()
        assert set(of_ideas(sitting)) <= drawn
        sitting.app.pop()


def test_the_sheet_of_an_idea_shows_the_pictures_of_all_that_lies_at_it(
    tmp_path: Path, drawn: set[str]
) -> None:
    sitting = Sitting(tmp_path).working()
    for idea in sitting.game.state.ideas:
        drawn.clear()
        sitting.open(SheetView(sitting.game, idea.id))
        sitting.look()
        wanted = {*of_claims(sitting, idea), *of_risks(sitting, idea)}
        assert wanted
        assert wanted <= drawn
        sitting.app.pop()


def test_a_picture_lies_on_light_ground(tmp_path: Path, corners: list[tuple[int, int]]) -> None:
    """Fluent Emoji has footprints and music in dark purple, which felt and panels swallow."""
    sitting = Sitting(tmp_path, bare=True).working()
    game = sitting.game
    idea, track = sitting.claimed()
    result = ResultScreen(game, nothing, nothing, nothing, nothing)
    result.page = "benefits"
    estimate = EstimateDialog.for_revising(game, idea, track)
    for screen in (result, SheetView(game, idea.id), estimate, AnchorDialog(game, idea, track)):
        corners.clear()
        sitting.open(screen)
        seen = sitting.look()
        assert corners, type(screen).__name__
        dark = [at for at in corners if max(seen.get_at(at)[:3]) < 160]
        assert dark == [], type(screen).__name__
        sitting.app.pop()


def test_the_result_lists_benefits_with_their_pictures(tmp_path: Path, drawn: set[str]) -> None:
    sitting = Sitting(tmp_path).working()
    screen = ResultScreen(sitting.game, nothing, nothing, nothing, nothing)
    screen.page = "benefits"
    sitting.app.reset(screen)
    drawn.clear()
    for _ in sitting.game.state.ideas:  # the list is longer than the window
        sitting.look()
        sitting.key(pygame.K_PAGEDOWN)
    assert set(of_claims(sitting)) <= drawn


def test_a_dialog_about_a_benefit_shows_its_picture(tmp_path: Path, drawn: set[str]) -> None:
    sitting = Sitting(tmp_path, bare=True).working()
    game = sitting.game
    idea, track = sitting.claimed()
    shown: list[Screen] = [EstimateDialog.for_revising(game, idea, track)]
    shown.append(AnchorDialog(game, idea, track))
    benefit = faces.benefit_on_table(game.names, game.state, idea, track).picture
    for screen in shown:
        drawn.clear()
        sitting.open(screen)
        assert drawn == {benefit}
        sitting.app.pop()
    sitting.do(act.CallEstimates(idea.id, track))
    drawn.clear()
    sitting.open(PokerScreen(game))
    assert drawn == {pictures.idea(game.case, idea.id, idea.name)}
