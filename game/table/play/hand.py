"""The lower edge of the table: who is in turn, their cards, and what can be done without a card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pygame

from game.engine import Role
from game.engine import actions as act
from game.engine.rules.abilities import ON_AN_IDEA, STANDING
from game.i18n import names
from game.table import theme
from game.table.canvas import Canvas
from game.table.cards import draw_card, radius_of
from game.table.cards.faces import BenefitFace, Face
from game.table.carry import Draggable
from game.table.frame import Box
from game.table.play import faces
from game.table.play.dialogs.write import Card
from game.table.play.game import Game, GameView
from game.table.play.gestures import Held
from game.table.play.prompts import draw_prompts
from game.table.ui import Ui
from game.table.widgets.button import Button

_CARD_RATIO = 0.74
"""The width of a card over its height."""
_NARROW_RATIO = 0.55
"""The same, where there are so many that they would hide one another."""


@dataclass(frozen=True, slots=True)
class Moves:
    """What the buttons beside the hand call."""

    rally: Callable[[], object]
    write: Callable[[Card | None], object]
    """Write a card of a kind, or of the kind that was written last."""
    end_turn: Callable[[], object]
    ability: Callable[[Role], object]


def draw_hand(ui: Ui, box: Box, game: Game, moves: Moves) -> None:
    """Seat and roles at the left, the cards in the middle, the moves at the right."""
    ui.canvas.panel(box, theme.WOOD_DARK, 18, line=theme.WOOD_LIGHT, lift=10)
    inner = box.inset(14, 12)
    who, inner = inner.cut_left(400, 16)
    moves_box, cards = inner.cut_right(262, 16)
    _cards(ui, cards, game, moves)  # first, so that Tab begins at a card
    _moves(ui, moves_box, game, moves)
    _seat(ui, who, game, moves)


# ------------------------------------------------------------------ who is in turn
def _seat(ui: Ui, box: Box, game: Game, moves: Moves) -> None:
    c, s = ui.canvas, game.state
    name, rest = box.cut_top(46, 2)
    c.text(name, game.seat_name(s.turn), (36, 32, 28, 24), theme.ACCENT, "bold", valign="middle")
    order, rest = rest.cut_top(26, 6)
    c.text(order, _next_up(game), (20, 18, 16), theme.CHALK, valign="middle")
    roles = s.roles_of(s.turn)
    rows = rest.rows(max(1, len(roles)), 6) if len(roles) > 1 else [rest]
    for row, role in zip(rows, roles, strict=False):
        _role(ui, row, game, role, moves, alone=len(roles) == 1)


def _next_up(game: Game) -> str:
    s, t = game.state, game.t
    if not s.waiting:
        return t("Then: the reality check")
    names = ", ".join(game.seat_name(seat) for seat in s.waiting[:3])
    return t("Next: {names}", names=names + ("…" if len(s.waiting) > 3 else ""))


def _role(ui: Ui, box: Box, game: Game, role: Role, moves: Moves, *, alone: bool) -> None:
    """A role with its ability as a button; alone it has room for its aim in words."""
    t = game.t
    tip = f"{names.ability_text(t, role.ability)}\n{t('Aim')}: {names.aim(t, role.aim)}"
    reason = _ability_reason(game, role)
    if not alone:
        tip = f"{names.ability(t, role.ability)}. {tip}"
        place = box.place(box.w, min(box.h, 48))
        ui.add(_ability_button(place, game.role_name(role.id), role, reason, tip, moves))
        return
    c = ui.canvas
    head, rest = box.cut_top(30, 4)
    c.text(
        head, game.role_name(role.id), (24, 22, 20, 18), theme.CHALK, "semibold", valign="middle"
    )
    button, rest = rest.cut_bottom(50, 8)
    ui.add(_ability_button(button, names.ability(t, role.ability), role, reason, tip, moves))
    sign, words = rest.cut_left(26, 8)
    c.icon("target", sign.place(24, 24), theme.ACCENT)
    c.text(words, names.aim(t, role.aim), (22, 20, 18, 16), theme.CHALK, valign="middle")


def _ability_button(
    box: Box, label: str, role: Role, reason: str, tip: str, moves: Moves
) -> Button:
    return Button(
        f"ability:{role.id}",
        box,
        label,
        partial(moves.ability, role),
        icon="star",
        size=22,
        reason=reason,
        tip=tip,
    )


def _ability_reason(game: Game, role: Role) -> str:
    """Why an ability cannot be used now; one that asks for an idea is asked when it is chosen."""
    s = game.state
    if role.ability in STANDING:
        if role.id in s.used_round:
            return game.t("It has counted for this round.")
        return game.t("It counts by itself.")
    if role.ability in ON_AN_IDEA and role.id not in s.used_phase:
        return "" if s.ideas else game.t("There is no idea on the table yet.")
    return game.why_not(act.UseAbility(s.turn, role.id))


# ------------------------------------------------------------------ the cards
def _cards(ui: Ui, box: Box, game: Game, moves: Moves) -> None:
    """All cards of the seat, side by side; where they are many narrower, then overlapping.

    An empty hand shows the case's prompts, if it has any.
    """
    s = game.state
    held = [Held("claim", "")] if s.free_claim else []
    held += [Held("ideas", id) for id in s.idea_hands[s.turn]]
    held += [Held("benefits", id) for id in s.benefit_hands[s.turn]]
    held += [Held("risks", id) for id in s.risk_hands[s.turn]]
    if not held and game.case.prompts:
        draw_prompts(ui, box, game, moves.write)
        return
    if not held:
        text = game.t("No cards left in this hand. Write one, or work on what lies on the table.")
        ui.canvas.text(
            box.inset(60, 0), text, (26, 24, 22), theme.CHALK, align="centre", valign="middle"
        )
        return
    for place, card in zip(_spread(box, len(held)), held, strict=True):
        _card(ui, place, game, card)


def _spread(box: Box, n: int) -> list[Box]:
    room = (box.w + 8) / n - 8
    width = min(box.h * _CARD_RATIO, max(box.h * _NARROW_RATIO, room))
    step = min(width + 12, (box.w - width) / max(1, n - 1))
    start = box.x + (box.w - (width + step * (n - 1))) / 2
    return [Box(start + i * step, box.y, width, box.h) for i in range(n)]


def _card(ui: Ui, box: Box, game: Game, held: Held) -> None:
    face = hand_face(game, held)
    ui.add(
        Draggable(
            f"hand:{held.deck}:{held.card}",
            box,
            held,
            draw=lambda c, b: draw_card(c, b, face),
            radius=radius_of(face, box),
        )
    )


def hand_face(game: GameView, held: Held, *, opened: bool = False) -> Face:
    """The face of a card in the hand, small or opened large."""
    s, t = game.state, game.t
    if held.deck == "ideas":
        return faces.idea_card(game, s.setup.by_id.ideas[held.card])
    if held.deck == "benefits":
        return faces.benefit_card(game, held.card)
    if held.deck == "risks":
        return faces.risk_card(game, held.card, opened=opened)
    track = s.free_claim or "citizen"
    measure = game.case.tracks[track].indicator.read(t.lang)
    return BenefitFace(t("Free benefit: put it on an idea"), measure, track)


# ------------------------------------------------------------------ the moves
def _moves(ui: Ui, box: Box, game: Game, moves: Moves) -> None:
    c, s, t = ui.canvas, game.state, game.t
    left, buttons = box.cut_top(52, 8)
    _actions_left(c, left, game)
    tired = game.why_not(act.Rally(s.turn))  # writing takes an action too
    ended = game.why_not(act.Pass(s.turn))
    rally = t("One action: the group gains 1 capacity")
    write = t("An idea, a benefit or a risk in your own words")
    end = t("The actions that are left are lost")
    rows: tuple[tuple[str, str, Callable[[], object], str, int, str, str], ...] = (
        ("rally", t("Rally"), moves.rally, "zap", pygame.K_r, tired, rally),
        (
            "write",
            t("Write a card"),
            partial(moves.write, None),
            "pencil",
            pygame.K_w,
            tired,
            write,
        ),
        ("pass", t("End turn"), moves.end_turn, "skip-forward", pygame.K_p, ended, end),
    )
    for place, (name, label, do, icon, key, reason, tip) in zip(
        buttons.rows(3, 8), rows, strict=True
    ):
        ui.add(
            Button(
                name,
                place,
                label,
                do,
                icon=icon,
                size=24,
                reason=reason,
                shortcut=key,
                hint=chr(key).upper(),
                tip=tip,
            )
        )


def _actions_left(c: Canvas, box: Box, game: Game) -> None:
    n = game.state.actions
    words, pips = box.cut_left(box.w * 0.52, 8)
    said = game.t.plural("{n} action left", "{n} actions left", n)
    c.text(words, said, (24, 22, 20, 18), theme.CHALK, "semibold", valign="middle")
    c.pips(pips.place(pips.w, 22), min(n, 5), min(max(n, 3), 5), theme.ACCENT, theme.WOOD)
