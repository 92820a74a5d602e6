"""The one switch for sound: on the table, and by its key from everywhere in a game."""

from __future__ import annotations

from game.gui.geometry import Box
from game.gui.keys import key_name
from game.gui.screen import ScreenHost
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.table.parts.shortcuts import SOUND


def add_sound_switch(ui: Ui, box: Box, app: ScreenHost) -> None:
    """A button that shows whether sounds are heard; pointed at it says so."""
    heard = app.sound.on and not app.sound.fault
    ui.add(
        Button(
            "sound",
            box,
            Label(icon="volume-2" if heard else "volume-x", style="quiet"),
            lambda: switch_sound(app),
            tip=f"{standing(app)} ({key_name(ui.t, SOUND.key)})",
        )
    )


def switch_sound(app: ScreenHost) -> None:
    """Switch sounds on or off; where none could be heard, try again. The room is told."""
    if app.sound.fault:
        app.sound.on = False
        app.sound.on = True
    else:
        app.prefer(sound=not app.preferences.sound)
    app.sound.play("place")
    app.toast(standing(app))


def sound_fault(app: ScreenHost) -> str:
    """Why no sound can be played here; empty where it can, or where nothing was played yet."""
    t, fault = app.t, app.sound.fault
    if fault == "device":
        return t("No sound can be played here: no loudspeaker was found, or it is in use.")
    return t("No sound can be played here: the program's sounds cannot be read.") if fault else ""


def standing(app: ScreenHost) -> str:
    """Whether sounds are heard, or why they cannot be."""
    on_off = app.t("Sound is on") if app.sound.on else app.t("Sound is off")
    return sound_fault(app) or on_off
