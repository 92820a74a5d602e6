"""Who sits at the table, and in which role."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from game.content import Case
from game.engine.events import Seat
from game.engine.setup import Role
from game.engine.start import MAX_SEATS, deal_roles
from game.i18n import Words, names
from game.table import theme
from game.table.canvas import Canvas
from game.table.cards import RoleFace, draw_card
from game.table.carry import Spot
from game.table.frame import Box
from game.table.screen import Screen
from game.table.screens.parts import footer, heading
from game.table.ui import Ui
from game.table.widgets.button import Button
from game.table.widgets.field import TextField
from game.table.widgets.modal import dialog

DEFAULT_SEATS = 4
LONGEST_NAME = 24


@dataclass(frozen=True, slots=True)
class SeatsFlow:
    """What comes after: the game starts with these seats, or back to the cases."""

    start: Callable[[tuple[Seat, ...]], object]
    back: Callable[[], object]


@dataclass(slots=True)
class Place:
    """A seat being filled in."""

    id: int
    name: str = ""
    role: str = ""


@dataclass(slots=True)
class Places:
    """The seats being filled in; each role is taken once, and there is always one seat."""

    roles: tuple[str, ...]
    seats: list[Place] = field(default_factory=list)
    _next: int = 0

    def add(self) -> Place:
        """One seat more, with the first role that nobody has."""
        place = Place(self._next, role=self.free()[0])
        self._next += 1
        self.seats.append(place)
        return place

    def remove(self, place: Place) -> None:
        """One seat less."""
        if len(self.seats) > 1:
            self.seats.remove(place)

    def move(self, place: Place, step: int) -> None:
        """Sit further up (-1) or down (1) the table."""
        at = self.seats.index(place)
        to = min(len(self.seats) - 1, max(0, at + step))
        self.seats.insert(to, self.seats.pop(at))

    def free(self) -> list[str]:
        """The roles that nobody has, in the case's order."""
        taken = {place.role for place in self.seats}
        return [role for role in self.roles if role not in taken]

    def give(self, place: Place, role: str) -> None:
        """A role for a seat; who had it gets the other's in exchange."""
        holder = next((p for p in self.seats if p.role == role), None)
        if holder:
            holder.role = place.role
        place.role = role

    @property
    def most(self) -> int:
        """How many seats there can be."""
        return min(MAX_SEATS, len(self.roles))

    def named(self, t: Words) -> tuple[Seat, ...]:
        """The seats as the game takes them; a seat without a name is called by its number."""
        return tuple(
            Seat(p.name.strip() or t("Player {n}", n=i), (p.role,))
            for i, p in enumerate(self.seats, 1)
        )


class Seats(Screen):
    """One row a seat, and at the right the role of the seat that is pointed at."""

    rim = True

    def __init__(self, case: Case, flow: SeatsFlow, seats: Sequence[Seat] = ()) -> None:
        self.case = case
        self.flow = flow
        self.places = Places(tuple(role.id for role in case.setup.roles))
        for seat in seats:
            place = self.places.add()
            place.name, place.role = seat.name, seat.roles[0]
        while len(self.places.seats) < (min(DEFAULT_SEATS, self.places.most) if not seats else 1):
            self.places.add()
        self.shown_place = self.places.seats[0]

    def build(self, ui: Ui) -> None:
        """The rows, the role, and onward."""
        t = ui.t
        rest = heading(ui, t("Who is at the table?"), self.case.title.read(t.lang))
        label = t("Take your seats")
        body, _ = footer(ui, rest, back=self.flow.back, onward=label, on_onward=self._start)
        rows, card = body.columns([7, 3.4], 48)
        self._note(ui, self._rows(ui, rows))
        self._role(ui, card)

    def _rows(self, ui: Ui, box: Box) -> Box:
        """A row for each seat; the box that is left below them."""
        count = len(self.places.seats)
        high = min(86.0, (box.h - 7 * 12) / MAX_SEATS)
        for i, place in enumerate(self.places.seats):
            self._row(ui, Box(box.x, box.y + i * (high + 12), box.w, high), i, place)
        if count < self.places.most:
            spot = Box(box.x, box.y + count * (high + 12), box.w, high)
            label = ui.t("One more seat")
            add = Button("add", spot.cut_left(360)[0], label, self._add, icon="plus", style="quiet")
            ui.add(add)
        return box.cut_top((count + 1) * (high + 12), 12)[1]

    def _row(self, ui: Ui, box: Box, i: int, place: Place) -> None:
        c, t = ui.canvas, ui.t
        chosen = place is self.shown_place
        c.panel(box, theme.FELT_LIGHT if chosen else theme.PANEL, line=theme.PANEL_LINE)
        inner = box.inset(14, 10)
        number, inner = inner.cut_left(44, 10)
        c.text(number, str(i + 1), 34, theme.CHALK, "bold", align="centre", valign="middle")
        tools, inner = inner.cut_right(3 * inner.h * 0.9 + 16, 16)
        name, role = inner.columns([5, 6], 14)
        ui.add(
            TextField(
                f"name-{place.id}",
                name,
                place.name,
                lambda text: setattr(place, "name", text),
                limit=LONGEST_NAME,
                placeholder=t("Name (player {n})", n=i + 1),
                size=28,
                on_enter=lambda: self._after(place),
            )
        )
        title = self.case.roles[place.role].name.read(t.lang)
        pick = Button(
            f"role-{place.id}",
            role,
            title,
            lambda: self.app.push(ChooseRole(self, place)),
            icon="user-round",
            size=26,
            tip=t("Choose another role"),
        )
        ui.add(pick)
        self._tools(ui, tools, i, place)

    def _after(self, place: Place) -> None:
        """Enter in a name goes on to the next one, and from the last to the table."""
        seats = self.places.seats
        later = seats[seats.index(place) + 1 :]
        self.ui.focus = f"name-{later[0].id}" if later else "onward"
        self.refresh()

    def _tools(self, ui: Ui, box: Box, i: int, place: Place) -> None:
        t, places = ui.t, self.places
        up, down, away = box.columns(3, 8)
        top = t("This seat is first already.") if i == 0 else ""
        last = t("This seat is last already.") if i == len(places.seats) - 1 else ""
        only = t("There is always one seat.") if len(places.seats) == 1 else ""
        deeds = (
            ("up", up, "arrow-up", t("Move up"), top, lambda: places.move(place, -1)),
            ("down", down, "arrow-down", t("Move down"), last, lambda: places.move(place, 1)),
            ("remove", away, "x", t("Take this seat away"), only, lambda: self._remove(place)),
        )
        for name, spot, icon, tip, reason, deed in deeds:
            key = f"{name}-{place.id}"
            ui.add(
                Button(key, spot, on_click=deed, icon=icon, style="quiet", tip=tip, reason=reason)
            )

    def _role(self, ui: Ui, box: Box) -> None:
        """The role of the seat that is pointed at, explained."""
        place = self.shown_place
        role = self._find(place.role)
        high = min(box.h, box.w * 1.4)
        draw_card(
            ui.canvas, Box(box.x, box.y, box.w, high), role_face(self.case, role, ui.t, place.name)
        )

    def _note(self, ui: Ui, box: Box) -> None:
        """Few seats: which roles are dealt out besides."""
        c, t = ui.canvas, ui.t
        more = [s for s in deal_roles(self.case.setup, self.places.named(t)) if s.roles[1:]]
        if not more:
            return
        size = 28
        high = c.type.line_height(size)
        box = box.cut_top((1 + len(more)) * high + 48)[0]
        c.panel(box, theme.PANEL, line=theme.PANEL_LINE)
        sign, words = box.inset(28, 24).cut_left(40, 22)
        c.icon("info", sign.cut_top(high)[0], theme.ACCENT)
        head, words = words.cut_top(high)
        text = t("Four roles are always in play. Dealt out besides:")
        c.text(head, text, (size, 24, 20), theme.CHALK, "semibold", valign="middle")
        for row, seat in zip(words.rows(len(more)), more, strict=True):
            roles = ", ".join(self.case.roles[role].name.read(t.lang) for role in seat.roles[1:])
            line = f"{seat.name}: {roles}"
            c.text(row, line, (size, 24, 22, 20, 18, 16), theme.CHALK, valign="middle")

    def pointed(self, key: str | None) -> None:
        """Show the role of the seat that is pointed at."""
        id_ = (key or "").rpartition("-")[2]
        place = next((p for p in self.places.seats if str(p.id) == id_), None)
        if place and place is not self.shown_place:
            self.shown_place = place
            self.refresh()

    def _find(self, role: str) -> Role:
        return next(r for r in self.case.setup.roles if r.id == role)

    def _add(self) -> None:
        self.shown_place = self.places.add()

    def _remove(self, place: Place) -> None:
        self.places.remove(place)
        if self.shown_place not in self.places.seats:
            self.shown_place = self.places.seats[0]

    def _start(self) -> None:
        self.flow.start(self.places.named(self.app.t))

    def back(self) -> None:
        """Esc goes back."""
        self.flow.back()


class ChooseRole(Screen):
    """All roles of the case; one that is taken changes hands."""

    overlay = True

    def __init__(self, seats: Seats, place: Place) -> None:
        self.seats = seats
        self.place = place

    def build(self, ui: Ui) -> None:
        """Every role as a card."""
        t, case = ui.t, self.seats.case
        rest = dialog(ui, 1800, 1010, t("Choose a role"), self.back)
        columns = 5 if len(case.setup.roles) > 8 else 4
        rows = -(-len(case.setup.roles) // columns)
        cells = rest.grid(columns, rows, 22)
        for cell, role in zip(cells, case.setup.roles, strict=False):
            self._card(ui, cell, role)
        ui.focus_on(f"take-{self.place.role}")

    def _card(self, ui: Ui, box: Box, role: Role) -> None:
        holder = next((p for p in self.seats.places.seats if p.role == role.id), None)
        who = ""
        if holder:
            at = self.seats.places.seats.index(holder) + 1
            who = holder.name or ui.t("Player {n}", n=at)
        face = role_face(self.seats.case, role, ui.t, who)
        mine = holder is self.place

        def draw(c: Canvas, at: Box) -> None:
            draw_card(c, at, face)
            if mine:
                c.outline(at.inset(-3), theme.ACCENT, 18, 6)

        ui.add(Spot(f"take-{role.id}", box, draw=draw, on_press=lambda: self._take(role.id)))

    def _take(self, role: str) -> None:
        self.seats.places.give(self.place, role)
        self.app.pop(self)


def role_face(case: Case, role: Role, t: Words, player: str = "") -> RoleFace:
    """A role as a card: its aim, and its ability in plain words."""
    return RoleFace(
        case.roles[role.id].name.read(t.lang),
        names.aim(t, role.aim),
        names.ability_text(t, role.ability),
        player,
        case.roles[role.id].text.read(t.lang),
    )
