"""The head of a reality check: which check it is, the ideas it is about, and trust."""

from __future__ import annotations

from game.engine import State
from game.gui import theme
from game.gui.dialogs.modal import ASIDE, ASIDE_WIDE
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.table.parts import stage_pieces
from game.table.parts.game_view import GameView
from game.table.parts.subject_sign import draw_sign
from game.table.play.check.steps import CheckStep
from game.views import explained
from game.wording import card_pictures

_LETTER = 42
"""The least room for the letter of an idea beside a timer."""


def add_head(ui: Ui, box: Box, game: GameView, step: CheckStep, state: State) -> None:
    """Draw the head, with trust as it is in ``state``; signs and letters explain themselves."""
    trust, rest = box.cut_right(700, 20)
    trust = trust.place(660, 60, 1)
    stage_pieces.trust_row(ui.canvas, trust, state.trust, step.before.trust)
    ui.explain("trust", trust, explained.trust(game.t, state))
    sizes = (44, 38, 32)
    title = _title(game, step)
    read = ui.canvas.text(rest, title, sizes, theme.CHALK, "bold", valign="middle")
    ui.places["title"] = read
    _ideas(ui, _beside_clock(ui, rest.cut_left(read.w, 30)[1], len(step.about)), game, step)


def _beside_clock(ui: Ui, box: Box, ideas: int) -> Box:
    """The place of the letters; beside it a timer is seen, where they leave it room."""
    aside, letters = box.cut_right(ASIDE_WIDE, 20)
    if letters.w < _LETTER * ideas:
        return box
    ui.places[ASIDE] = aside
    return letters


def _title(game: GameView, step: CheckStep) -> str:
    """The number of the check, and whether it is one of the group's own project."""
    t, s = game.t, step.after
    title = t("Reality check, round {n}", n=s.round_now)
    if s.phase == "follow_up":
        title = t("Reality check, follow-up")
    return t("In play: {section}", section=title) if game.case.own_project else title


def _ideas(ui: Ui, box: Box, game: GameView, step: CheckStep) -> None:
    """The pictures and letters of the ideas; the one that this step is about has a frame."""
    each = min(66, box.w / max(1, len(step.about)))
    for n, idea in enumerate(step.about):
        at = (box.x + each * (n + 0.5), box.centre[1])
        side = each * 0.79
        place = Box(at[0] - side / 2, at[1] - side / 2, side, side)
        if idea.id == step.idea:
            ui.canvas.panel(place.inset(-5), theme.ACCENT, side * 0.25)
        draw_sign(
            ui.canvas,
            at,
            side,
            card_pictures.idea(game.case, idea.id, idea.name),
            "idea",
            idea.letter,
        )
        ui.explain(f"idea:{idea.id}", place, f"{idea.letter}: {game.names.idea(idea)}")
