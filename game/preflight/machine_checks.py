"""The checks of the machine: clock, letters, screens and sound."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from game import RELEASED
from game.i18n import mark
from game.i18n.message import Message
from game.i18n.when import local
from game.preflight.findings import Finding
from game.preflight.machine import Machine

LEAST: Final = (1280, 720)
"""The smallest screen on which the table can be read, in pixels."""
LETTERS: Final = "æøåÆØÅéü–…"
"""Letters that Danish needs and a font may lack."""
_DAY: Final = 86_400.0
_A_WHILE: Final = 300.0
"""Seconds by which two clocks may differ."""


def check_clock(machine: Machine) -> Finding:
    """The clock shows neither a day before this program was made, nor one before the last game."""
    now = machine.now()
    shown = _moment(now)
    released = datetime.fromisoformat(RELEASED).replace(tzinfo=UTC).timestamp()
    remedy = Message(
        mark("Set the date and the time in the computer's settings: games are dated by them.")
    )
    if now < released - _DAY:
        text = mark("The clock shows {now}; this program was made later.")
        return Finding(Message(text, {"now": shown}), "note", remedy)
    if machine.newest_game() > now + _A_WHILE:
        text = mark("The clock shows {now}; a game was saved here later.")
        return Finding(Message(text, {"now": shown}), "note", remedy)
    return Finding(
        Message(mark("The clock shows {now}, and no game is dated later."), {"now": shown})
    )


def check_fonts(machine: Machine) -> Finding:
    """Every font can be read and has the letters that Danish needs."""
    if wrong := machine.fonts(LETTERS):
        text = mark("Fonts that cannot be used: {files}.")
        remedy = mark("Install the program again: some of its files are missing or damaged.")
        return Finding(Message(text, {"files": ", ".join(wrong)}), "bad", Message(remedy))
    return Finding(Message(mark("The fonts have æ, ø, å, Æ, Ø and Å.")))


def check_screens(machine: Machine) -> Finding:
    """There is a screen that is large enough; a second one is told, and what it is good for."""
    sizes = machine.screens()
    if not sizes:
        text, remedy = mark("There is no screen here."), mark("Start the program on a desktop.")
        return Finding(Message(text), "bad", Message(remedy))
    small = [size for size in sizes if size[0] < LEAST[0] or size[1] < LEAST[1]]
    told = {"sizes": ", ".join(map(_size, sizes)), "least": _size(LEAST)}
    if len(small) == len(sizes):
        text = mark("The screen is too small for the table: {sizes}.")
        remedy = mark("Choose at least {least} in the computer's settings for the screen.")
        return Finding(Message(text, told), "bad", Message(remedy, told))
    if small:
        text = mark("One screen is too small for the table: {sizes}.")
        remedy = mark("Show the board on the other one, or choose at least {least}.")
        return Finding(Message(text, told), "note", Message(remedy, told))
    if len(sizes) == 1:
        text = mark("{sizes}. With a projector beside it, the facilitator can have the laptop.")
        return Finding(Message(text, told))
    text = mark("{sizes}: the board for the group, and a window of the facilitator's own.")
    return Finding(Message(text, told))


def check_sound(machine: Machine) -> Finding:
    """Sounds can be played; a game goes without them too."""
    if why := machine.sound():
        text = Message(mark("No sound can be played here: {why}"), {"why": why})
        remedy = mark("The game works without it. If you want sound, plug in a loudspeaker first.")
        return Finding(text, "note", Message(remedy))
    return Finding(Message(mark("Sounds can be played.")))


def _moment(seconds: float) -> Message:
    """A moment by the clock of this machine."""
    then = local(seconds)
    parts = {"year": f"{then:%Y}", "month": f"{then:%m}", "day": f"{then:%d}"}
    return Message(mark("{year}-{month}-{day} at {time}"), {**parts, "time": f"{then:%H:%M}"})


def _size(size: tuple[int, int]) -> str:
    return f"{size[0]} × {size[1]}"
