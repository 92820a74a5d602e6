"""The faces of cards can be read at every size, and known from afar by their pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pygame
import pytest

from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.text.typesetter import Drawn, Typesetter
from game.gui.ui import Ui
from game.table.cards import draw_card, draw_held, tile
from game.views.faces import (
    EventFace,
    Face,
    IdeaFace,
    IdeaStamp,
    RiskFace,
    RoleFace,
)
from tests.table.cards import FACES, LONG
from tests.table.driver import Driver


class Faces(Screen):
    def __init__(self, w: float, h: float) -> None:
        self.size = (w, h)
        self.faces = [f for f in FACES if h >= 320 or not isinstance(f, EventFace | RoleFace)]

    def build(self, ui: Ui) -> None:
        x = y = 20.0
        for face in self.faces:
            if x + self.size[0] > ui.area.right:
                x, y = 20.0, y + self.size[1] + 20
            draw_card(ui.canvas, Box(x, y, *self.size), face)
            x += self.size[0] + 20


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize(
    "box", [(400, 520), (300, 420), (220, 320), (230, 96), (180, 72), (130, 80)]
)
def test_every_face_can_be_read_at_every_size(box, lang):
    Driver(Faces(*box), (1920, 1080), lang).assert_readable()


def test_pictures_on_the_table_can_be_known_by_the_last_row(monkeypatch):
    """And a name that is cut is cut last: letters and numbers give way to it."""
    drawn: list[float] = []
    monkeypatch.setattr(Canvas, "emoji", lambda c, letters, box: drawn.append(box.h) or True)
    driver = Driver(Faces(180, 46), (1920, 1080))
    driver.look()
    assert len(drawn) >= len(FACES) - 2
    assert min(drawn) >= 30
    assert driver.texts.count(LONG[:4]) == sum(face.name == LONG for face in FACES)


class Held(Screen):
    """A risk on about the narrowest card of a hand."""

    def build(self, ui: Ui) -> None:
        risk = RiskFace(
            name="Gæsten møder et mørkt glas",
            text="",
            track="citizen",
            severity=3,
            likelihood=4,
            about=("+170",),
        )
        draw_held(ui.canvas, Box(100, 100, 140, 288), risk, words=True)


def test_a_fact_that_has_no_room_in_words_leaves_the_others_theirs() -> None:
    driver = Driver(Held(), lang="en")
    driver.look()
    assert "+170" in driver.texts
    assert "Severity" in driver.texts
    assert "Likelihood 4" in driver.texts


NAMES = ("Et kort i brevet", "Én god kaffemaskine", "Skærm ved mødelokalet på tredje sal")
STAMPS: tuple[IdeaStamp, ...] = ("", "on_trial", "proven", "implemented")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("stamp", STAMPS)
def test_the_name_of_an_idea_is_never_smaller_than_its_state(name: str, stamp: IdeaStamp) -> None:
    for high in range(36, 140, 2):
        log: list[Drawn] = []
        c = Canvas(pygame.Surface((480, 160)), Typesetter(1.0, "da"), log=log)
        tile.draw_idea(c, Box(10, 10, 416, high), idea(name, stamp))
        named = [d.size for d in log if name.startswith(d.text.split()[0])]
        others = [d.size for d in log if d.text.lower().startswith(("koster", "prøves", "ført"))]
        assert named
        assert not others or min(named) >= max(others), f"{high} high"


def test_a_large_idea_keeps_its_picture_whatever_is_told_on_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn: list[float] = []
    monkeypatch.setattr(Canvas, "emoji", lambda c, letters, box: drawn.append(box.h) or True)
    text = "Farvel til 90.000 papkrus om året, og gæsten får porcelæn. Det, der tælles, kan høstes."
    face = replace(idea("Tag din egen kop", "on_trial"), text=text, due="runde 2")
    face = replace(face, promise=(("citizen", 1), ("economy", 2)))
    c = Canvas(pygame.Surface((480, 640)), Typesetter(1.0, "da"), log=[])
    draw_card(c, Box(10, 10, 400, 554), replace(face, trial="Hvad giver den reelt på Økonomi?"))
    assert max(drawn) > 58, "a strip, and not a stamp below its letter"


def idea(name: str, stamp: IdeaStamp) -> IdeaFace:
    return IdeaFace(
        name=name,
        text="",
        track="citizen",
        kind="service",
        cost=2,
        maturity=3,
        letter="B",
        picture="🥤",
        stamp=stamp,
        due="svar: runde 2",
    )


class OneCard(Screen):
    """A card, drawn in one way at one size."""

    def __init__(self, box: Box, face: Face, draw: Callable[[Canvas, Box, Face], object]) -> None:
        self.box, self.face, self.drawn = box, face, draw

    def build(self, ui: Ui) -> None:
        self.drawn(ui.canvas, self.box, self.face)


def on_a_low_tile(face: Face) -> str:
    """What stands on a tile with the width of its track and one line."""
    driver = Driver(size=(1280, 720))
    driver.app.push(OneCard(Box(40, 40, 418, 44), face, draw_card))
    return driver.texts


def test_an_idea_that_is_under_way_says_until_when_on_a_low_tile_too() -> None:
    said = on_a_low_tile(replace(idea("Vært", "implemented"), due="round 3"))
    assert "round 3" in said


@pytest.mark.parametrize(("wide", "told"), [(390, "May hit Kiosk"), (150, "May hit 2 ideas")])
def test_a_risk_in_the_hand_names_ideas_that_nobody_sees_where_it_has_room(
    wide: float, told: str
) -> None:
    face = RiskFace(
        name="Kø",
        text="",
        track="citizen",
        severity=2,
        likelihood=3,
        about=("+2",),
        unseen=("Kiosk", "Skærm ved mødelokalet"),
    )
    driver = Driver(size=(1280, 720))
    driver.app.push(OneCard(Box(40, 40, wide, 290), face, partial(draw_held, words=True)))
    assert told in driver.texts
