"""A key that stands on a button presses it, in the console and beside it."""

from __future__ import annotations

import re
from pathlib import Path

import pygame
import pytest

from game.gui.widgets.button import Button
from tests.pictures import LOOKS
from tests.pictures.studio import Studio

MENUS = ("30-facilitator", "30c-facilitator-window")
"""That of a replay has a test of its own, beside its other keys."""
KEY = re.compile(r"(?P<control>Ctrl\+)?(?P<name>[A-ZÆØÅ0-9]|F\d+)")


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("look", MENUS)
def test_a_key_that_is_shown_works(
    look: str, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio = Studio(tmp_path, (1280, 720), "da" if lang == "da" else "en")
    LOOKS[look](studio)
    studio.look()
    pressed: list[str] = []
    monkeypatch.setattr(Button, "activate", lambda button, ui: pressed.append(button.key))
    bound = {key for of in (studio.app, studio.app.top) for b in of.bindings for key in b.keys}
    shown = [w for w in studio.app.top.ui.widgets if isinstance(w, Button)]
    keyed = [(w, found) for w in shown if (found := KEY.fullmatch(w.hint))]
    assert keyed, "no key is shown"
    for button, found in keyed:
        key = pygame.key.key_code(found["name"].lower())
        if key in bound:
            continue
        del pressed[:]
        studio.key(key, mod=pygame.KMOD_CTRL if found["control"] else 0)
        studio.look()
        assert pressed == [button.key], f"{button.hint} on »{button.label}« does nothing"
