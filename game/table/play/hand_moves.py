"""The actions of a turn that need no card: their buttons beside the hand, and their keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

import pygame

from game.content.case import PromptKind
from game.engine import Role
from game.engine import actions as act
from game.engine.limits import PATIENCE_CAPACITY, PATIENCE_TRUST
from game.engine.lookups import share
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.keys import KeyBinding, key_name
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.gui.widgets.two_line_button import TwoLineButton
from game.i18n import mark
from game.table.play.game import Game
from game.views import explained

RALLY = KeyBinding((pygame.K_r,), mark("Rally: one action, 1 capacity more"))
PATIENCE = KeyBinding((pygame.K_a,), mark("Ask for patience, where a case has it"))
WRITE = KeyBinding(
    (pygame.K_w,), mark("Write a card in your own words"), local=(("da", pygame.K_s),)
)
PASS = KeyBinding((pygame.K_p,), mark("End the turn"), local=(("da", pygame.K_u),))
MOVE_KEYS = (RALLY, PATIENCE, WRITE, PASS)
"""The keys of the buttons beside the hand."""


B = TypeVar("B", bound=Button)
_MOST_DOTS = 8
_TWO_LINES = 64.0
"""From this height on a button has a second line."""


@frozen
class HandActions:
    """What the buttons beside the hand call."""

    rally: Callable[[], object]
    ask_for_patience: Callable[[], object]
    write: Callable[[PromptKind | None], object]
    """Write a card of a kind, or of the kind that was written last."""
    end_turn: Callable[[], object]
    ability: Callable[[Role], object]


def add_moves(ui: Ui, box: Box, game: Game, moves: HandActions) -> None:
    """How many actions are left, and a button for each that needs no card."""
    s, t = game.state, game.t
    tired = game.why_not(act.Rally(s.turn))  # writing takes an action too
    ended = game.why_not(act.Pass(s.turn))
    write, end = partial(moves.write, None), moves.end_turn
    to_rally = t("One action: the group gains 1 capacity")
    to_write = t("An idea, a benefit or a risk in your own words")
    lost = t.plural("{n} action lost", "{n} actions lost", s.actions)
    rows = [
        _TurnMove("rally", t("Rally"), "zap", moves.rally, RALLY, tired, to_rally),
        _TurnMove("write", t("Write a card"), "pencil", write, WRITE, tired, to_write),
        _TurnMove("pass", t("End turn"), "skip-forward", end, PASS, ended, lost, lost),
    ]
    if "patience" in s.setup.rules.modules:
        rows.insert(1, _ask_for_patience(game, moves))
    left = s.actions, max(s.actions, share(s, s.turn))
    inputs = (game, box, s.actions, left, [(row.name, row.reason, row.caption) for row in rows])
    ui.part("moves", inputs, lambda: _draw_moves(ui, box, game, left, rows))


def _draw_moves(
    ui: Ui, box: Box, game: Game, left: tuple[int, int], rows: Sequence[_TurnMove]
) -> None:
    head, buttons = box.cut_top(52, 8)
    _actions_left(ui.canvas, head, game, *left)
    ui.explain("actions", head, lambda: explained.actions_left(game.t, game.state))
    for _ in ui.alike():
        for place, move in zip(buttons.rows(len(rows), 8), rows, strict=True):
            ui.add(move.button(ui, place))


def _ask_for_patience(game: Game, moves: HandActions) -> _TurnMove:
    """Trust is turned into capacity, once a round."""
    t = game.t
    tip = t(
        "Free, once a round: trust −{trust}, capacity +{capacity}",
        trust=PATIENCE_TRUST,
        capacity=PATIENCE_CAPACITY,
    )
    why = game.why_not(act.SpendTrust(game.state.turn))
    label = t("Patience")
    return _TurnMove("patience", label, "hourglass", moves.ask_for_patience, PATIENCE, why, tip)


@frozen
class _TurnMove:
    """An action that needs no card; ``reason`` says why it is disabled."""

    name: str
    label: str
    icon: str
    on_press: Callable[[], object]
    key: KeyBinding
    reason: str
    tip: str
    caption: str = ""
    """What stands below its label where there is room, as nobody should have to look for it."""

    def button(self, ui: Ui, box: Box) -> Button:
        """Its button, with its key."""
        shortcut = self.key.key_in(ui.t.lang)
        hint = key_name(ui.t, shortcut)
        label = Label(self.label, caption=self.caption, icon=self.icon, size=24, hint=hint)

        def as_(kind: type[B]) -> B:
            return kind(
                self.name,
                box,
                label,
                self.on_press,
                reason=self.reason,
                shortcut=shortcut,
                tip=self.tip,
            )

        if self.caption and box.h >= _TWO_LINES:
            two_lines = as_(TwoLineButton)
            if two_lines.tells_whole(ui.type):
                return two_lines
        return as_(Button)


def _actions_left(c: Canvas, box: Box, game: Game, full: int, begun: int) -> None:
    """How many actions are left, and as many dots, ``full`` of those ``begun`` with.

    Where they would be too many to be counted at a glance the number stands alone.
    """
    n = game.state.actions
    words, pips = box.cut_left(box.w * (0.52 + (c.type.grow - 1) * 0.28), 8)
    text = game.t.plural("{n} action left", "{n} actions left", n)
    c.text(words, text, (24, 18), theme.CHALK, "semibold", valign="middle")
    if begun <= _MOST_DOTS:
        c.pips(pips.place(pips.w, 22), full, begun, theme.ACCENT, theme.WOOD)
