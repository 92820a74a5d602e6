"""What was written in a dialog and is saved nowhere is asked about once before it is lost."""

from __future__ import annotations

import re
from inspect import getsource
from pathlib import Path

import pygame
import pytest

from game.gui.dialogs.modal import LostWords
from game.gui.screen import Screen
from game.gui.widgets.field import TextField
from game.table.after.register.dialog import RegisterDialog
from game.table.after.replay.dialogs import GoToStepDialog
from game.table.parts.help_screen import HelpScreen
from game.table.parts.open_file import OpenFileDialog
from game.table.parts.picture_picker import PicturePicker
from game.table.play.dialogs.write import WriteDialog
from tests.pictures import LOOKS
from tests.pictures.studio import Studio

KEEPERS = {GoToStepDialog, HelpScreen, OpenFileDialog, PicturePicker, RegisterDialog, WriteDialog}
"""In which nothing is lost: a card has a draft, and the others only find something."""


FIELDS = re.compile(r"\b(?:TextField|NoteField)\(|\bnote\(ui, ")


def writes(kind: type[Screen]) -> bool:
    """Whether it is a dialog that has a field to write in, or one of its bases."""
    own = (base for base in kind.__mro__ if issubclass(base, Screen) and base is not Screen)
    return kind.overlay and any(FIELDS.search(getsource(base)) for base in own)


DIALOGS = {picture.screen for picture in LOOKS.values() if writes(picture.screen)}


def opened(kind: type[Screen], folder: Path) -> tuple[Studio, Screen, TextField]:
    """A dialog with a field that can be written in, on one of its pictures."""
    for name in (name for name, picture in LOOKS.items() if picture.screen is kind):
        studio = Studio(folder, (1280, 720), "en")
        LOOKS[name](studio)
        dialog = studio.app.top
        studio.look()
        if type(dialog) is not kind:
            continue  # something lies over it
        dialog.ui.words_saved()  # some pictures show a field filled in
        for widget in dialog.ui.widgets:
            if isinstance(widget, TextField):
                return studio, dialog, widget
    raise LookupError(f"no picture of {kind.__name__} shows a field")


@pytest.mark.parametrize("kind", sorted(DIALOGS, key=str), ids=lambda kind: kind.__name__)
def test_what_was_written_is_asked_about_once(kind: type[Screen], tmp_path: Path) -> None:
    studio, dialog, field = opened(kind, tmp_path)
    app = studio.app
    below = app.screens[:-1]
    studio.click("close")
    assert app.screens == below, "nothing was written, and it asks"
    app.push(dialog)
    studio.look()
    studio.click(field.key)
    studio.type("7")
    studio.key(pygame.K_ESCAPE)
    assert app.top is dialog, "the field is left first"
    studio.key(pygame.K_ESCAPE)
    if kind in KEEPERS:
        assert app.screens == below
        return
    assert isinstance(app.top, LostWords), "it closed, and what was written is gone"
    studio.look()
    studio.click("yes")
    assert app.top is dialog
    studio.look()
    assert "7" in studio.texts
    studio.click("close")
    studio.look()
    studio.click("no")
    assert app.screens == below


def test_a_window_that_is_closed_asks_too(tmp_path: Path) -> None:
    studio = Studio(tmp_path, (1280, 720), "en")
    LOOKS["a9-replay-note"](studio)
    dialog, app = studio.app.top, studio.app
    app.running = True
    app.dispatch(pygame.Event(pygame.QUIT))
    assert not app.running, "nothing was written"
    app.running = True
    studio.type("here")
    app.dispatch(pygame.Event(pygame.QUIT))
    assert app.running
    assert isinstance(app.top, LostWords)
    studio.look()
    studio.click("yes")
    assert app.top is dialog
    app.dispatch(pygame.Event(pygame.QUIT))
    app.dispatch(pygame.Event(pygame.QUIT))
    assert not app.running, "whoever closes it twice means it"
