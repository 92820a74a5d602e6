"""Building blocks of dialogs: labels, errors at fields, answer buttons, seats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import pygame

from game.engine import TRACKS, Benefit, Track
from game.engine.limits import MAX_TEXT
from game.engine.lookups import is_at_home, owned_by, present
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.theme import Colour
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label, Style
from game.table.cards.parts import arrows, track_sign
from game.table.parts.card_signs import show_card
from game.table.parts.dialog_widgets import NoteField, OwnerButton
from game.table.parts.game_view import GameView
from game.views.faces import Face
from game.wording import card_pictures as pictures

TEXT = (26, 24, 22, 20, 18)
"""Text sizes for the acting player."""
ROOM = (34, 32, 30, 28, 26, 24)
"""Text sizes for the whole room."""
LONGEST_NAME = 24
"""How long the name of a player is where it is written: it stands on cards and pawns."""
LABEL = 44
"""The height of the label over a field."""
ALERT: Colour = (255, 204, 184)


def beside_card(ui: Ui, game: GameView, box: Box, face: Face, size: tuple[float, float]) -> Box:
    """Draw a dialog's card on its left; returns the box beside it."""
    left, right = box.cut_left(size[0], 40)
    show_card(ui, "card", left.place(left.w, min(left.h, size[1]), 0.5, 0), game, face)
    return right


def subject_picture(game: GameView, id: str, b: Benefit | None = None) -> str:
    """The picture of an idea, on the table or in a hand; or of a benefit at it."""
    idea = game.state.idea(id)
    picture = pictures.idea(game.case, id, idea.name if idea else None)
    return picture if b is None else pictures.benefit(game.case, b.card, b.name, idea=picture)


def about_line(c: Canvas, box: Box, track: Track, picture: str, text: str) -> None:
    """Draw what a dialog is about: a track, the picture of a card, and words.

    A picture that somebody wrote into a name stands there already.
    """
    sign, words = box.cut_left(90, 18)
    track_sign(c, sign.place(90, min(58, box.h)), track)
    spot, beside = words.cut_left(box.h, 14)
    if picture not in text and c.emoji_on_paper(picture, spot):
        words = beside
    c.text(words, text, ROOM, theme.CHALK, "semibold", valign="middle")


def complaint(c: Canvas, box: Box, text: str) -> None:
    """Draw an error text with an icon; nothing if it is empty."""
    if not text:
        return
    sign, words = box.cut_left(28, 10)
    c.icon("triangle-alert", sign.place(26, 26), ALERT)
    c.text(words, text, (24, theme.LEAST), ALERT, "semibold", valign="middle")


def remark(c: Canvas, box: Box, text: str) -> None:
    """Draw what is worth knowing at a field that is not wrong; nothing if it is empty."""
    if not text:
        return
    sign, words = box.cut_left(28, 10)
    c.icon("info", sign.place(26, 26), theme.ACCENT)
    c.text(words, text, (24, theme.LEAST), theme.ACCENT, "semibold", valign="middle")


def complain_at(c: Canvas, field: Box, below: Box, text: str) -> None:
    """Frame a field that is wrong, and say why below it; nothing if ``text`` is empty.

    ``below`` is a strip that may be wider than the field: the words begin where the field does.
    """
    if text:
        c.outline(field.inset(-3), ALERT, 14, 4)
        complaint(c, Box(field.x, below.y, below.right - field.x, below.h), text)


def labelled(ui: Ui, box: Box, label: str, wrong: str = "") -> Box:
    """Draw a label over a field, with its error beside it; returns the box for the field.

    In large print the label takes the gap below it too.
    """
    gap = 10 if ui.type.grow == 1 else 2
    head, rest = box.cut_top(LABEL - gap, gap)
    wide = ui.type.width(label, 24 * ui.type.grow, "semibold") + 4
    name, beside = head.cut_left(min(wide, head.w), 24)
    ui.canvas.text(name, label, (24, 18), theme.CHALK, "semibold", valign="middle")
    complaint(ui.canvas, beside, wrong)
    return rest


def note(
    ui: Ui,
    box: Box,
    key: str,
    text: str,
    on_change: Callable[[str], object],
    on_enter: Callable[[], object],
    example: str,
) -> None:
    """Add a three-line text field at the top of a box; ``example`` is its placeholder."""
    ui.add(
        NoteField(
            key,
            box.cut_top(min(116, box.h))[0],
            text,
            on_change,
            lines=3,
            limit=MAX_TEXT,
            size=26,
            on_enter=on_enter,
            placeholder=example,
        )
    )


def answers(
    ui: Ui,
    box: Box,
    yes: str,
    on_yes: Callable[[], object],
    on_no: Callable[[], object],
    *,
    icon: str = "check",
    reason: str = "",
) -> None:
    """Add cancel on the left and confirm on the right; Enter confirms unless a widget uses it."""
    no_box, yes_box = box.columns((1, 2), 20)
    ui.add(Button("no", no_box, Label(ui.t("Cancel"), style="quiet", size=28), on_no))
    ui.add(
        Button(
            "yes",
            yes_box,
            Label(yes, icon=icon, style="primary", size=32),
            on_yes,
            reason=reason,
            shortcut=pygame.K_RETURN,
        )
    )


def seats(
    ui: Ui,
    box: Box,
    game: GameView,
    on_choose: Callable[[int], object],
    *,
    track: Track,
    chosen: int | None = None,
    without: int | None = None,
) -> None:
    """Add a large button per seat that may own a benefit on a track; up to four in a column.

    Each has its name and roles, whether it is at home there, and how much it owns.
    """
    offered = [i for i in present(game.state) if i != without]
    columns = 1 if len(offered) <= 4 else 2
    rows = -(-len(offered) // columns)
    high = min(box.h, rows * 124.0)
    cells = box.cut_top(high)[0].grid(columns, rows, 14)
    for cell, seat in zip(cells, offered, strict=False):
        roles = ", ".join(game.names.role(role) for role in game.state.seats[seat].roles)
        style: Style = "primary" if seat == chosen else "secondary"
        ui.add(
            OwnerButton(
                f"seat:{seat}",
                cell,
                Label(
                    game.state.seats[seat].name,
                    caption=roles,
                    icon="user-check" if seat == chosen else "user-round",
                    style=style,
                ),
                partial(on_choose, seat),
                home=is_at_home(game.state, seat, track),
                owned=owned_by(game.state, seat),
                most=game.state.setup.rules.owner_load,
            )
        )


def draw_promise(c: Canvas, box: Box, promise: Mapping[Track, int]) -> Box:
    """What the card of an idea promises, as arrows on paper; returns the rest of the box."""
    promised = [(on, promise[on]) for on in TRACKS if promise.get(on)]
    if not promised:
        return box
    high, label = 44.0, c.t("The promise:")
    words, rest = box.cut_left(c.type.width(label, 26) + 6, 12)
    c.text(words, label, 26, theme.INK, valign="middle")
    x = rest.x
    for on, count in promised:
        x += arrows(c, Box(x, rest.centre[1] - high / 2, 400, high), on, count) + 12
    return rest.cut_left(x - rest.x, 24)[1]
