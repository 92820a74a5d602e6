"""Prompt cards: questions that stand in for a deck where the group writes its own cards."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.content.case import Prompt
from game.table import theme
from game.table.canvas import Canvas
from game.table.carry import Spot
from game.table.frame import Box
from game.table.play.dialogs.write import Card
from game.table.play.game import Game
from game.table.ui import Ui

KINDS = ("idea", "benefit", "risk")
ICON = {"idea": "lightbulb", "benefit": "gift", "risk": "triangle-alert"}


def prompts_now(game: Game) -> list[Prompt]:
    """One question of each kind; another seat and another round meet others."""
    s, chosen = game.state, []
    for kind in KINDS:
        asked = [prompt for prompt in game.case.prompts if prompt.kind == kind]
        if asked:
            chosen.append(asked[(s.round * len(s.seats) + s.turn) % len(asked)])
    return chosen


def draw_prompts(ui: Ui, box: Box, game: Game, write: Callable[[Card], object]) -> None:
    """The questions side by side; a press begins a card of that kind."""
    shown = prompts_now(game)
    for place, prompt in zip(box.columns(len(shown), 16), shown, strict=True):
        ui.add(
            Spot(
                f"prompt:{prompt.kind}",
                place,
                draw=partial(_draw, prompt),
                on_press=partial(write, prompt.kind),
                tip=ui.t("Write a card that answers this"),
            )
        )


def _draw(prompt: Prompt, c: Canvas, box: Box) -> None:
    paper = theme.RISK_PAPER if prompt.kind == "risk" else theme.PAPER
    c.panel(box, paper, theme.RADIUS, lift=8)
    sign, words = box.inset(22, 18).cut_left(48, 16)
    c.icon(ICON[prompt.kind], sign.place(44, 44, 0.5, 0), theme.INK)
    text = prompt.text.read(c.type.lang)
    c.text(
        words, text, (28, 26, 24, 22, 20, 18), theme.INK, "semibold", valign="middle", whole=True
    )
