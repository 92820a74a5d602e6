"""Who throws the dice: the invitation on the screen, and the button that is held and let go."""

from __future__ import annotations

from functools import partial

from game.gui import keys, theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.hold_button import HoldButton, HoldPlace
from game.gui.widgets.label import Label
from game.table.cards.parts import pawn
from game.table.parts.dice import DiceThrow
from game.table.parts.game_view import GameView
from game.views.face_builder import initials


def add_throw_button(ui: Ui, screen: Screen, key: str, box: Box, throw: DiceThrow) -> None:
    """The button that is held and let go; while the dice roll, one that shows them at once.

    The hand in which the dice lie can be taken too: most people reach for the dice themselves.
    """
    t = ui.t
    if throw.stage == "rolling":
        label = Label(t("Show it now"), icon="skip-forward", style="quiet", size=34)
        ui.add(Button(key, box, label, throw.show))
    else:
        held = throw.stage == "held"
        text = t("Let go") if held else t("Hold, and let go")
        button = HoldButton(
            key,
            box,
            Label(text, icon="dices", style="primary", size=34),
            throw.hold,
            throw.let_go,
            held=held,
            pace=partial(keys.press, screen),
        )
        ui.add(button)
        ui.add(HoldPlace(throw.hand, button))
    ui.focus_on(key)


def draw_invitation(c: Canvas, box: Box, game: GameView, throw: DiceThrow) -> None:
    """Draw on paper who is asked to throw, and how it is done."""
    t, name, count = game.t, game.seat_name(throw.seat), len(throw.eyes)
    asked = t.plural("{name} throws the die.", "{name} throws the {n} dice.", count, name=name)
    how = t("Hold the dice, the button or Space down, and let go.")
    c.panel(box, theme.PAPER, 20, lift=8)
    inner = box.inset(36, 14)
    side = min(inner.h * 0.8, 92.0)
    sign, words = inner.cut_left(side, 28)
    pawn(c, sign.centre, side, initials(name), throw.seat)
    upper, lower = words.place(words.w, min(words.h, 130.0)).rows((6, 5), 4)
    c.text(upper, asked, (46, 42, 38, 34), theme.INK, "bold", valign="middle")
    c.text(lower, how, (34, 32, theme.ROOM, 26), theme.INK, valign="middle")
