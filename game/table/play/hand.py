"""The bottom of the table: the seat in turn, its cards, and the buttons beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.drag import Draggable, Draw, Raised
from game.gui.widgets.label import Label
from game.table.cards import draw_held, draw_lying, radius_of_held
from game.table.cards.parts import pawn, track_sign
from game.table.parts import gestures
from game.table.parts.card_signs import CardSigns
from game.table.parts.preferences import has_words
from game.table.play import hand_room
from game.table.play.game import Game
from game.table.play.hand_moves import HandActions, add_moves
from game.table.play.prompts import draw_prompts
from game.views import explained
from game.views.faces import Face
from game.views.hand import HandCard, hand_cards, hand_face, tab_key
from game.views.seat import RoleView, SeatView, seat_view

_TABS = 184.0
_ABOVE = 4
"""As many roles of a seat lie above each other; more need two columns."""
_WIDTHS = ((1, 400.0), (_ABOVE, 510.0), (100, 790.0))
"""How wide a seat is drawn, by the most roles that it has."""
_LINE = 18.0
"""The least height of a line about a role."""
_DECKS = {"ideas": "lightbulb", "benefits": "gift", "risks": "triangle-alert"}
"""The kinds of cards in a hand, with their icons."""


def ability_key(role: str) -> str:
    """The key of the button of a role's ability."""
    return f"ability:{role}"


def draw_hand(ui: Ui, box: Box, game: Game, moves: HandActions) -> None:
    """Seat and roles at the left, the cards in the middle, the buttons at the right."""
    ui.canvas.panel(box, theme.WOOD_DARK, 18, line=theme.WOOD_LIGHT, lift=10)
    inner = box.inset(14, 12)
    roles, grow = len(game.state.roles_of(game.state.turn)), ui.type.grow
    wide = next(wide for most, wide in _WIDTHS if roles <= most)
    who, inner = inner.cut_left(wide, 16)
    moves_box, cards = inner.cut_right(262 * (1 + (grow - 1) / 6), 16)
    _cards(ui, cards, game, moves)  # added first, so that Tab starts at a card
    add_moves(ui, moves_box, game, moves)
    _seat(ui, who, game, moves)


# ------------------------------------------------------------------ the seat in turn
def _seat(ui: Ui, box: Box, game: Game, moves: HandActions) -> None:
    seat = seat_view(game.names, game.state)
    ui.places["seat"] = _head_of_seat(box, seat)[0]
    ui.part("seat", (game, box, seat), lambda: _draw_seat(ui, box, game, seat, moves))


def _head_of_seat(box: Box, seat: SeatView) -> tuple[Box, Box]:
    """The place of the player, and that of the roles."""
    return box.cut_top(66 if len(seat.roles) < 3 else 44, 4)


def _draw_seat(ui: Ui, box: Box, game: Game, seat: SeatView, moves: HandActions) -> None:
    head, rest = _head_of_seat(box, seat)
    ui.explain("seat", head, lambda: explained.seat(game.names, game.state))
    _player(ui.canvas, head, seat)
    buttons = [partial(moves.ability, role) for role in game.state.roles_of(game.state.turn)]
    if len(seat.roles) == 1:
        _only_role(ui, rest, seat.roles[0], buttons[0])
        return
    if len(seat.roles) > _ABOVE:
        _many_roles(ui, rest, seat.roles, buttons)
        return
    rows = rest.rows(max(2, len(seat.roles)), 2)
    for row, role, use in zip(rows, seat.roles, buttons, strict=False):
        _one_of_roles(ui, row.place(row.w, min(row.h, 80)), role, use)


def _player(c: Canvas, box: Box, seat: SeatView) -> None:
    """The seat in turn, legible from the back of the room; and the next seat."""
    sign, words = box.cut_left(box.h, 12)
    pawn(c, sign.centre, box.h - 6, seat.initials, seat.seat)
    if not seat.next_up:
        c.text(words, seat.name, (42, 36, 32, 28, 24), theme.ACCENT, "bold", valign="middle")
        return
    upper, lower = words.rows([8, 5 * c.type.grow])
    c.text(upper, seat.name, (36, 34, 32, 28, 24), theme.ACCENT, "bold", valign="middle")
    sizes = (20, theme.LEAST)
    fitting = (text for text in seat.next_up if c.type.width(text, sizes[-1]) + 2 <= lower.w)
    c.text(lower, next(fitting, seat.next_up[-1]), sizes, theme.CHALK, valign="middle")


def _only_role(ui: Ui, box: Box, role: RoleView, use: Callable[[], object]) -> None:
    """A single role has room for its name and its aim above its ability."""
    c = ui.canvas
    ui.explain(f"role:{role.id}", box, role.told)
    head, rest = box.cut_top(30 * c.type.grow, 2)
    head = _home(c, head, role)
    c.text(head, role.name, (24, 18), theme.CHALK, "semibold", valign="middle")
    button, rest = rest.cut_bottom(52, 6)
    ui.add(_ability_button(ui, button, role.ability, role, use))
    _aim(c, rest, role.aim, (22, 20, theme.LEAST))


def _one_of_roles(ui: Ui, box: Box, role: RoleView, use: Callable[[], object]) -> None:
    """One of several roles of a seat: its ability as a star button, its name and its aim."""
    c = ui.canvas
    ui.explain(f"role:{role.id}", box, role.told)
    star, words = box.cut_left(52, 12)
    ui.add(_ability_button(ui, star.place(52, min(star.h, 56)).inset(0, 2), "", role, use))
    upper, lower = words.cut_top(min(28.0, words.h / 2))
    sizes = (20, theme.LEAST)
    named = c.type.width(f"{role.name} ·", sizes[-1], "semibold") + 16
    upper = _home(c, upper, role, named + c.type.width(role.ability, sizes[-1]) + 2)
    _name_and_ability(c, upper, role, sizes)
    _aim(c, lower, role.aim, (19, theme.LEAST))


def _name_and_ability(c: Canvas, box: Box, role: RoleView, sizes: tuple[float, ...]) -> None:
    """A role's name and its ability in a line; the name alone where they do not fit."""
    name = f"{role.name} ·"
    size = _side_by_side(c, box.w - 12, name, role.ability, sizes)
    if size is None:  # the button tells the ability, too
        c.text(box, role.name, sizes, theme.CHALK, "semibold", valign="middle")
        return
    room = box.cut_right(c.type.width(role.ability, size) + 4, 6)[1]  # large print takes no more
    used = c.text(room, name, size, theme.CHALK, "semibold", valign="middle")
    c.text(box.cut_left(used.w, 6)[1], role.ability, size, theme.ACCENT, valign="middle")


def _many_roles(
    ui: Ui, box: Box, roles: Sequence[RoleView], uses: Sequence[Callable[[], object]]
) -> None:
    """Many roles of one seat in two columns, each with its name, its ability and its aim."""
    high = -(-len(roles) // 2)
    cells = [row for column in box.columns(2, 12) for row in column.rows(high, 2)]
    for cell, role, use in zip(cells, roles, uses, strict=False):
        ui.explain(f"role:{role.id}", cell, role.told)
        star, words = cell.cut_left(44, 10)
        ui.add(_ability_button(ui, star.place(44, min(star.h, 44)), "", role, use))
        _lines_of_role(ui.canvas, words, role)


def _lines_of_role(c: Canvas, box: Box, role: RoleView) -> None:
    """As much of a role as has room; its ability's tip tells the rest."""
    sizes = (theme.LEAST,)
    head, rest = box.cut_top(max(_LINE, box.h / 3))
    short = c.type.width(role.aim, sizes[-1]) < box.w - 32
    if rest.h >= 2 * _LINE and short:
        ability, rest = rest.rows(2)
        c.text(ability, role.ability, sizes, theme.ACCENT, valign="middle")
    elif not short:
        head, rest = box.cut_top(_LINE)
    name = _home(c, head, role, c.type.width(role.name, sizes[-1], "semibold") + 2)
    c.text(name, role.name, sizes, theme.CHALK, "semibold", valign="middle")
    if rest.h >= _LINE:
        _aim(c, rest, role.aim, sizes)


def _side_by_side(
    c: Canvas, room: float, name: str, ability: str, sizes: tuple[float, ...]
) -> float | None:
    """The largest of the sizes at which both fit beside each other; ``None`` where none does."""

    def fits(size: float) -> bool:
        return c.type.width(name, size, "semibold") + c.type.width(ability, size) <= room

    return next((size for size in sizes if fits(size)), None)


def _home(c: Canvas, box: Box, role: RoleView, least: float = 0) -> Box:
    """The tracks that the role is at home on, at the right; returns the rest.

    Where less than ``least`` would be left, only what is told of the role names them.
    """
    high = min(26.0, box.h)
    if box.w - high * (1 + 1.5 * len(role.home)) - 4 * len(role.home) - 10 < least:
        return box
    for track in reversed(role.home):
        place, box = box.cut_right(high * 1.5, 4)
        track_sign(c, place.place(place.w, high), track)
    place, box = box.cut_right(high, 10)
    c.icon("house", place.place(high * 0.9, high * 0.9), theme.CHALK)
    return box


def _aim(c: Canvas, box: Box, aim: str, sizes: tuple[float, ...]) -> None:
    side = min(24.0, box.h)
    sign, words = box.cut_left(side, 8)
    c.icon("target", sign.place(side, side), theme.ACCENT)
    c.text(words, aim, sizes, theme.CHALK, valign="middle")


def _ability_button(
    ui: Ui, box: Box, label: str, role: RoleView, use: Callable[[], object]
) -> Button:
    tip = role.ability_text  # its aim stands beside the button; its homes are told of the role
    if role.by_itself:  # there is nothing to press for, and nothing that is forbidden
        tip = f"{tip} {role.by_itself}"
        label = label and ui.t("{ability} (by itself)", ability=label)
    return Button(
        ability_key(role.id),
        box,
        Label(label, icon="star", size=22, style="quiet" if role.by_itself else "secondary"),
        use,
        reason=role.reason,
        tip=tip if label else f"{role.ability}. {tip}",
    )


# ------------------------------------------------------------------ the cards
def _cards(ui: Ui, box: Box, game: Game, moves: HandActions) -> None:
    """The cards of the seat side by side, or over each other; if they do not fit, kind by kind.

    An empty hand shows the case's prompts, if it has any.
    """
    held = hand_cards(game.state)
    if not held and game.case.prompts:
        draw_prompts(ui, box, game, moves.write)
        return
    if not held:
        text = game.t("No cards left in this hand. Write one, or work on what lies on the table.")
        ui.canvas.text(
            box.inset(60, 0), text, (26, 22), theme.CHALK, align="centre", valign="middle"
        )
        return
    grow = ui.type.grow
    if len(held) > hand_room.at_most(box.w, grow):
        room = hand_room.at_most(_beside_tabs(box).w, grow)
        held = _sorted(ui, box.cut_left(_TABS)[0], game, held, room)
        box = _beside_tabs(box)
    for (place, whole), card in zip(hand_room.spread(box, len(held), grow), held, strict=True):
        _card(ui, place, game, card, whole)


def _beside_tabs(box: Box) -> Box:
    return box.cut_left(_TABS, 14)[1]


def _sorted(ui: Ui, box: Box, game: Game, held: list[HandCard], room: int) -> list[HandCard]:
    """Tabs for the kinds of cards in the hand, and one page of cards of the selected kind."""
    kinds = {deck: [card for card in held if _kind(card) == deck] for deck in _DECKS}
    memory: dict[str, object] = ui.memory.setdefault("hand", {"deck": "ideas", "page": 0})
    deck, page = str(memory["deck"]), int(str(memory["page"]))
    if not kinds.get(deck):
        deck, page = next(deck for deck, cards in kinds.items() if cards), 0
    pages = -(-len(kinds[deck]) // room)
    page = min(page, pages - 1)

    def turn(to: str, page: int) -> None:
        memory.update(deck=to, page=page)

    tabs, pager = box.cut_top(box.h if pages < 2 else box.h - 56, 8)
    names_ = {"ideas": ui.t("Ideas"), "benefits": ui.t("Benefits"), "risks": ui.t("Risks")}
    for place, (kind, cards) in zip(tabs.rows(len(_DECKS), 8), kinds.items(), strict=True):
        label = f"{names_[kind]} {len(cards)}"
        button = Button(
            tab_key(kind), place, Label(label, icon=_DECKS[kind]), partial(turn, kind, 0)
        )
        button.size, button.style = 18, "primary" if kind == deck else "quiet"
        button.reason = "" if cards else ui.t("There is none in this hand.")
        ui.add(button)
    if pages > 1:
        _pager(ui, pager, page, pages, partial(turn, deck))
    start = page * room
    return kinds[deck][start : start + room]


def _pager(ui: Ui, box: Box, page: int, pages: int, turn: Callable[[int], None]) -> None:
    """Previous and next page of the cards of a kind."""
    back, number, on = box.columns([3, 2, 3], 4)
    rows = ((back, "back", -1, "arrow-left"), (on, "on", 1, "arrow-right"))
    for place, key, by, icon in rows:
        tip = ui.t("More cards")
        ui.add(
            Button(
                f"page:{key}",
                place,
                Label(icon=icon, style="quiet"),
                partial(turn, (page + by) % pages),
                tip=tip,
            )
        )
    text = f"{page + 1}/{pages}"
    ui.canvas.text(
        number, text, theme.LEAST, theme.CHALK, "semibold", align="centre", valign="middle"
    )


def _kind(held: HandCard) -> str:
    return "benefits" if held.deck == "claim" else held.deck


def _card(ui: Ui, box: Box, game: Game, held: HandCard, whole: Box | None) -> None:
    """A card of the hand; where ``whole`` is more than its box, others lie over it."""
    face, words = hand_face(game.names, game.state, held), has_words(game.app, game.case)
    inputs = (game, box, whole, face, words)
    ui.part(held.key, inputs, lambda: _draw_card(ui, box, game, held, whole, face, words))


def _draw_card(
    ui: Ui, box: Box, game: Game, held: HandCard, whole: Box | None, face: Face, words: bool
) -> None:
    draw = partial(draw_held, face=face, words=words)
    lying: Draw = draw
    if whole is not None:
        lying = partial(draw_lying, face=face, whole=whole.w)
    card = Draggable(
        held.key,
        box,
        held,
        draw=lying,
        ghost=draw,
        radius=radius_of_held(face, whole or box),
        carried=lambda: gestures.while_carried(game, face.name),
        stuck=lambda: gestures.while_stuck(game, held, face.name),
    )
    card.raised = None if whole is None else Raised(whole, draw)

    def large() -> Face:
        return hand_face(game.names, game.state, held, opened=True)

    card.tells = CardSigns(game, ui.type, card.whole, face, draw, large)
    ui.add_piece(card, entrance=box.move(dy=ui.area.bottom - box.y), highlighted=False)
