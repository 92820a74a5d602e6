"""Prompt cards: questions that stand in for a deck where the group writes its own cards."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from game.content.case import Prompt, PromptKind
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.drag import Spot
from game.i18n import mark
from game.table import marks
from game.table.play.drafts import CardKind
from game.table.play.game import Game

KINDS: tuple[PromptKind, ...] = ("idea", "benefit", "risk")
WRITE_LABELS = {
    "idea": mark("Write an idea"),
    "benefit": mark("Write a benefit"),
    "risk": mark("Write a risk"),
}
ICON = {"idea": "lightbulb", "benefit": "gift", "risk": "triangle-alert"}


def prompts_now(game: Game) -> list[Prompt]:
    """One question of each kind; they vary with the seat and the round."""
    return [prompt for kind in KINDS if (prompt := prompt_now(game, kind)) is not None]


def prompt_now(game: Game, kind: CardKind) -> Prompt | None:
    """The current question for a card of a kind, if the case has one."""
    s = game.state
    prompts = [prompt for prompt in game.case.prompts if prompt.kind == kind]
    return prompts[(s.round * len(s.seats) + s.turn) % len(prompts)] if prompts else None


def draw_prompts(ui: Ui, box: Box, game: Game, write: Callable[[PromptKind], object]) -> None:
    """The questions side by side; pressing one starts a card of that kind."""
    prompts = prompts_now(game)
    for place, prompt in zip(box.columns(len(prompts), 16), prompts, strict=True):
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
    """The question, and below it the card that pressing it starts."""
    paper = marks.RISK_PAPER if prompt.kind == "risk" else theme.PAPER
    c.panel(box, paper, theme.RADIUS, lift=8)
    words, action = box.inset(20, 16).cut_bottom(46, 10)[::-1]
    sizes = (30, 18)
    c.text(words, prompt.text.read(c.type.lang), sizes, theme.INK, "semibold", whole=True)
    c.fill(action.cut_top(2)[0], theme.PAPER_LINE)
    sign, label = action.cut_top(10)[1].cut_left(36, 12)
    c.icon(ICON[prompt.kind], sign.place(34, 34), theme.INK)
    c.text(
        label,
        c.t(WRITE_LABELS[prompt.kind]),
        (26, 18),
        theme.ACCENT_DARK,
        "semibold",
        valign="middle",
    )
