"""Whatever card it is, wherever it lies and however large the print: picture and name are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import product
from typing import Any

import pytest

from game.content.own_project import MAX_ROLE
from game.gui.geometry import Box
from game.gui.paint.unpainted import Unpainted
from game.gui.text.typesetter import Typesetter
from game.i18n import LANGS, Lang
from game.table.cards import LEAST, draw_card, draw_done, draw_held, draw_lying
from game.table.cards.fitting import EVENT, HAND, LARGE, ROLE
from game.table.parts import board_layout
from game.views.faces import BenefitFace, EventFace, Face, IdeaFace, RiskFace, RoleFace
from tests.table.cards import FACES, NARROW, TILES, Draw

PICTURE = "🚲"
USUAL, LONGEST = "Vært ved kølapperne", "Et navn, som en gruppe har skrevet, " * 2 + "og langt"
"""A name as cases have them, and the longest that can be written."""
SMALL = 2 / 3
"""Pixels a unit in the smallest window, where widths of letters are rounded most."""
KNOWN = 30
"""The least side of a picture that is known across a room."""
OPENED = ((336, 412), (360, 522), (400, 418), (484, 650))
HELD = ((LEAST, 234), (142, 234), (185, 234), (224, 234), (283, 234), (339, 234), (220, 299),
        (310, 299), (433, 299))  # fmt: skip
WORDY = ((166, 290), (202, 290), (225, 290), (220, 356), (414, 356), (514, 355))
LYING = ((HAND.w, HAND.h), (130, 220), (175, 285), (179, 341), (210, 220), (315, 341))
DONE = ((44, board_layout.TOKEN), (88, board_layout.TOKEN))
"""The sizes at which cards are drawn, in all windows and sizes of text."""


class Seen(Unpainted):
    """Knows which pictures and which texts were drawn, and how large."""

    def __init__(self, type_: Typesetter) -> None:
        super().__init__(type_)
        self.pictures: dict[str, float] = {}
        self.texts: list[tuple[str, Box]] = []

    def emoji(self, letters: str, box: Box) -> bool:
        """Remember the picture, and its side."""
        self.pictures[letters] = min(box.w, box.h)
        return super().emoji(letters, box)

    def text(self, box: Box, text: str, *args: Any, **more: Any) -> Box:
        """Remember the text, and its place."""
        self.texts.append((text, box))
        return super().text(box, text, *args, **more)


def ways(face: Face) -> Iterator[tuple[str, Draw, Sequence[tuple[float, float]]]]:
    """Every way in which a card of this type is drawn, and the sizes at which it is."""
    if isinstance(face, EventFace):
        yield "opened", draw_card, ((EVENT.w, EVENT.h), (EVENT.w, 446))
    elif isinstance(face, RoleFace):
        yield "opened", draw_card, ((ROLE.w, ROLE.h),)
    else:
        yield "opened", draw_card, ((LARGE.w, LARGE.h), *OPENED)
        yield "narrow", draw_card, NARROW
        yield "tile", draw_card, TILES
        done: Any = draw_done
        yield "done", done, DONE
    if isinstance(face, IdeaFace | BenefitFace | RiskFace):
        signs: Any = partial(draw_held, words=False)
        wordy: Any = partial(draw_held, words=True)
        lying: Any = partial(draw_lying, whole=0)
        yield from (("held", signs, HELD), ("held", wordy, WORDY), ("lying", lying, LYING))


def faces() -> Iterator[Face]:
    """Cards of every type with a picture; those in a hand know ideas by their letters."""
    for face, name in product(FACES, (USUAL, LONGEST)):
        name = name[:MAX_ROLE] if isinstance(face, RoleFace) else name
        if isinstance(face, RiskFace):
            face = replace(face, about=("A", "+2"))
        yield replace(face, name=name, picture=PICTURE)


def wrong(seen: Seen, box: Box, face: Face, way: str) -> Iterator[str]:
    """What a card lacks: its picture, its name; and what is cut, or not on it.

    An opened card has every name whole; elsewhere the longest is begun, and on narrow tiles any.
    """
    if seen.pictures.get(PICTURE, 0) < KNOWN:
        yield f"no picture, or a small one: {seen.pictures}"
    if way == "done":
        return
    usual = face.name == USUAL
    letters = len(face.name) if way == "opened" or (usual and way != "narrow") else 8
    named = [at for text, at in seen.texts if text[:letters] == face.name[:letters]]
    if not named:
        yield f"no name: {[text for text, _ in seen.texts]}"
    if cut := [text for text in seen.cut if usual or (text == face.name and way == "opened")]:
        yield f"cut: {cut}"
    card = box.inset(-1 / SMALL)  # in whole pixels it may be one larger
    yield from (f"off the card: {at}" for at in named if at.overlap(card) < at.w * at.h - 1)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("grow", [1.0, 1.5])
def test_picture_and_name_are_on_every_card_at_every_size(lang: Lang, grow: float) -> None:
    type_, found = Typesetter(SMALL, lang, grow), []
    for face in faces():
        for way, draw, sizes in ways(face):
            for w, h in sizes:
                seen, box = Seen(type_), Box(20, 20, w, h)
                draw(seen, box, face)
                what = f"{way} {type(face).__name__} of {w:g} × {h:g}"
                found += [f"{what}: {why}" for why in wrong(seen, box, face, way)]
    assert not found, "\n".join(found)
