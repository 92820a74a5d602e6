"""Every kind of screen has a picture; so each is read in every window, language and text size.

The pictures are what ``test_looks`` and ``test_layout`` look through for texts that are cut,
faint, small or over one another, and for buttons that cannot be pressed.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import game
from game.gui.screen import Screen
from tests.pictures import LOOKS
from tests.pictures.studio import Picture, Studio, nothing
from tests.rows import each_row
from tests.screens import BASES, FRAMES, screens
from tests.table.driver import Cloth

PICTURED = {picture.screen for picture in LOOKS.values()}


@each_row("kind", screens())
def test_every_screen_has_a_picture(kind: type[Screen]) -> None:
    assert kind in PICTURED, (
        f"{kind.__module__}.{kind.__name__} has no picture, and no test finds what cannot be read "
        f'on it. Enter one in tests/pictures/: @look("<name>", {kind.__name__}) over a function '
        "that puts it up with much in it; then look at it (python -m tests.pictures --to DIR). "
        "A class that is only a base of others goes to BASES in tests/screens.py."
    )


def test_every_screen_is_opened_somewhere() -> None:
    lost = [kind.__name__ for kind in screens() if kind.__name__ not in mentioned()]
    assert not lost, f"nothing opens {lost}: the screen that leads to it, or game/table/flow/, does"


@cache
def mentioned() -> set[str]:
    """The names that the code with screens uses, beside those it only defines and imports."""
    files = (p for p in Path(game.__file__).parent.rglob("*.py") if p.name != "keys.py")
    texts = [p.read_text("utf-8") for p in files]  # without the list of keys in help
    named = re.compile("|".join(kind.__name__ for kind in screens()))
    trees = (ast.parse(text) for text in texts if named.search(text))
    return {n.id for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Name)}


def test_bases_are_never_shown() -> None:
    assert not PICTURED & {*BASES, *FRAMES}
    assert all(kind.__subclasses__() for kind in BASES)


def test_a_picture_shows_the_screen_that_it_is_entered_for(tmp_path: Path) -> None:
    studio = Studio(tmp_path, (1280, 720), "en")
    Picture(Cloth, lambda studio: studio.show(Cloth()))(studio)
    with pytest.raises(LookupError, match="Cloth is not among"):
        Picture(Cloth, nothing)(Studio(tmp_path, (1280, 720), "en"))
