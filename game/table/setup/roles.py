"""The roles of a case, explained: one of them in full, and all of them to choose from."""

from __future__ import annotations

from functools import partial

from game.content import Case
from game.engine import deal_roles
from game.engine.setup import Role
from game.frozen import frozen
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.paint.shapes import ROUND_TOP
from game.gui.screen import Screen
from game.gui.text.typesetter import Typesetter, Weight
from game.gui.theme import Colour
from game.gui.ui import Ui
from game.gui.widgets.drag import Spot
from game.i18n import Words
from game.table.setup.seating import SeatPlace, SeatPlaces
from game.wording import card_pictures, terms
from game.wording.aims import aim_text

_SIZES = (34, 32, 30, 28, 26, 24, 22, 20, theme.LEAST)
_ICON, _PAD = 1.4, 0.55
"""The indentation of a line below its icon, and the space between parts, in text sizes."""


@frozen
class RoleLine:
    """A paragraph about a role; one with an ``icon`` starts a new part."""

    text: str
    icon: str = ""
    weight: Weight = "regular"
    colour: Colour = theme.INK


def about(case: Case, role: Role, t: Words) -> list[RoleLine]:
    """The role's description, aim and ability, in full sentences."""
    text = case.roles[role.id].text.read(t.lang)
    who = [RoleLine(text, weight="italic", colour=theme.INK_SOFT)] if text else []
    return [
        *who,
        RoleLine(t("Aim: {aim}", aim=terms.aim(t, role.aim)), "target", "semibold"),
        RoleLine(aim_text(t, role.aim)),
        RoleLine(
            t("Ability: {ability}", ability=terms.ability(t, role.ability)), "star", "semibold"
        ),
        RoleLine(terms.ability_text(t, role.ability)),
        RoleLine(terms.home(t, role.home), "house", "semibold"),
        RoleLine(terms.home_text(t)),
    ]


def _short(case: Case, role: Role, t: Words) -> list[RoleLine]:
    """The aim and the ability, for comparison with the other roles."""
    return [
        RoleLine(terms.aim(t, role.aim), "target", "semibold"),
        RoleLine(terms.ability_text(t, role.ability), "star"),
        RoleLine(terms.home(t, role.home), "house"),
    ]


# ------------------------------------------------------------------ one role
def draw_role_panel(c: Canvas, box: Box, case: Case, id: str) -> None:
    """A role, explained. All roles of the case share a text size, so that switching is calm."""
    role = case.setup.by_id.roles[id]
    c.panel(box, theme.PAPER, 20, lift=14)
    head, body = box.cut_top(96)
    _plate(c, head, 20)
    sign, name = head.inset(28, 10).cut_left(60, 18)
    if not c.emoji(card_pictures.role(case, id), sign.place(60, 60)):
        c.icon("user-round", sign.place(48, 48), theme.CHALK)
    title = case.roles[id].name.read(c.type.lang)
    c.text(name, title, (40, 36, 32, 28, 24), theme.CHALK, "bold", valign="middle")
    body = body.inset(34, 26)
    texts = [about(case, each, c.t) for each in case.setup.roles]
    _write(c, body, about(case, role, c.t), common_size(c.type, body, texts))


def _plate(c: Canvas, box: Box, radius: float) -> None:
    c.shape(box, theme.WOOD, radius, ROUND_TOP)


def common_size(
    type_: Typesetter, box: Box, texts: list[list[RoleLine]], most: float = _SIZES[0]
) -> float:
    """The largest size up to ``most`` at which every one of these texts fits the box."""

    def fits(size: float) -> bool:
        return all(_height(type_, box.w, lines, size) <= box.h for lines in texts)

    plain = next((size for size in _SIZES if size <= most and fits(size)), _SIZES[-1])
    return next((plain * grow for grow in type_.growths if fits(plain * grow)), plain)


def _height(type_: Typesetter, width: float, lines: list[RoleLine], size: float) -> float:
    high = sum(type_.height(line.text, width - _ICON * size, size, line.weight) for line in lines)
    return high + _PAD * size * (len(lines) - 1)


def _write(c: Canvas, box: Box, lines: list[RoleLine], size: float) -> None:
    with c.type.growing(1):  # all of it has a common size
        for line in lines:
            sign, words = box.cut_left(_ICON * size)
            if line.icon:
                high = c.type.line_height(size)
                place = sign.cut_top(high)[0].place(size, size, 0)
                c.icon(line.icon, place, theme.INK)
            used = c.text(words, line.text, (size, theme.LEAST), line.colour, line.weight)
            box = box.cut_top(used.h, _PAD * size)[1]


# ------------------------------------------------------------------ all roles
class ChooseRoleDialog(Screen):
    """All roles of the case side by side; choosing a taken one swaps the two seats' roles."""

    topic = "abilities"
    overlay = True

    def __init__(self, case: Case, places: SeatPlaces, place: SeatPlace) -> None:
        self.case = case
        self.places = places
        self.place = place

    def build(self, ui: Ui) -> None:
        """Every role with its aim and its ability, in a common text size."""
        t, roles = ui.t, self.case.setup.roles
        title = t("Choose a role for {name}", name=self.places.display_name(self.place, t))
        rest = dialog(ui, 1840, 1040, title, self.back)
        columns = 3 if len(roles) <= 9 else 4
        with ui.scroll("roles", rest.inset(-10), rest.h * ui.type.grow + 20) as inner:
            cells = inner.inset(10).grid(columns, -(-len(roles) // columns), 18)
            texts = [_short(self.case, role, t) for role in roles]
            size = common_size(ui.type, _body(cells[0]), texts, 28)
            for cell, role, lines in zip(cells, roles, texts, strict=False):
                draw = partial(self._draw, role, lines, size)
                press = partial(self._take, role.id)
                ui.add(Spot(f"take-{role.id}", cell, draw=draw, on_press=press, radius=16))
        ui.focus_on(f"take-{self.place.role}")

    def _draw(self, role: Role, lines: list[RoleLine], size: float, c: Canvas, box: Box) -> None:
        holder = self.places.holder(role.id)
        c.panel(box, theme.PAPER, 16, lift=8)
        head = box.cut_top(_HEAD)[0]
        _plate(c, head, 16)
        who = self.places.display_name(holder, c.t) if holder else self._besides(role, c.t)
        wide = min(head.w * 0.4, c.type.width(who, 24) + 2)
        player, name = head.inset(22, 6).cut_right(wide, 14)
        if c.emoji(card_pictures.role(self.case, role.id), name.cut_left(44)[0].place(44, 44)):
            name = name.cut_left(44, 14)[1]
        title = self.case.roles[role.id].name.read(c.type.lang)
        c.text(name, title, (28, theme.LEAST), theme.CHALK, "bold", valign="middle")
        c.text(player, who, (24, theme.LEAST), theme.CHALK, align="right", valign="middle")
        _write(c, _body(box), lines, size)
        if holder is self.place:
            c.outline(box.inset(-4), theme.ACCENT, 20, 6)

    def _besides(self, role: Role, t: Words) -> str:
        """Who is dealt a role that nobody has chosen."""
        seats = deal_roles(self.case.setup, self.places.as_seats(t))
        name = next((seat.name for seat in seats if role.id in seat.roles), None)
        return t("nobody yet") if name is None else t("also {name}", name=name)

    def _take(self, role: str) -> None:
        self.places.give(self.place, role)
        self.app.pop(self)


_HEAD = 56


def _body(cell: Box) -> Box:
    """The box of the text of a role in its cell."""
    return cell.cut_top(_HEAD)[1].inset(22, 14)
