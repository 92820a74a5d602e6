"""Seats: the players at the table, and their roles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Protocol

from game.content import Case
from game.content.minutes import minutes_at
from game.engine import MAX_SEATS, deal_roles
from game.engine.events import Seat
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.text.typesetter import Weight
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Stepper
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.gui.widgets.tooltip import LANE
from game.gui.widgets.two_line_button import TwoLineButton
from game.i18n import Words
from game.table.parts.dialog_parts import LONGEST_NAME
from game.table.parts.page import beside_heading, footer, heading, heading_width
from game.table.parts.shortcuts import PHONES
from game.table.setup.roles import ChooseRoleDialog, draw_role_panel
from game.table.setup.seating import SeatPlace, SeatPlaces
from game.wording import card_pictures, terms
from game.wording.course import course

DEFAULT_SEATS = 4
_ROW, _GAP = 96, 10
_PHONES = 420
"""The width of the button for phones."""
_ADD = 66
"""The height of the button for one more seat."""
_TWO_LINES = 70
_FEW = 6
"""The minimum number of rows with space, so that the height is stable for a usual group."""
_TOLD = 680
"""The width beside the title where it is told what is pointed at: the rows below leave no room."""


class PhonesDoor(Protocol):
    """Where people come in by phone while the seats are filled in."""

    def screen(self) -> Screen:
        """The screen with the code."""

    def arrivals(self) -> Mapping[int, str]:
        """Who has come in: number and name."""

    def give_seats(self, numbers: Mapping[int, int]) -> None:
        """Whose phone sits where: its number by seat."""


@frozen
class SeatsExits:
    """The exits: start the game with these seats, or go back; and the phones, if there are any."""

    start: Callable[[tuple[Seat, ...]], object]
    back: Callable[[], object]
    phones: PhonesDoor | None = None


class SeatsScreen(Screen):
    """The number of seats, one row each, and at the right the role of the seat pointed at."""

    topic = "abilities"
    rim = True

    def __init__(
        self,
        case: Case,
        exits: SeatsExits,
        seats: Sequence[Seat] = (),
        places: SeatPlaces | None = None,
    ) -> None:
        self.case = case
        self.exits = exits
        self.places = places or self._laid(seats)
        self.shown_place = self.places.seats[0]

    def _laid(self, seats: Sequence[Seat]) -> SeatPlaces:
        """The places of these seats; so many empty ones as usual if there are none.

        A seat without a role has the one that it would be dealt.
        """
        places = SeatPlaces(tuple(role.id for role in self.case.setup.roles))
        dealt = deal_roles(self.case.setup, seats) if seats else ()
        for seat, full in zip(seats, dealt, strict=True):
            place = places.add()
            place.name, place.role, place.besides = seat.name, full.roles[0], seat.roles[1:]
        if not seats:
            places.resize(min(DEFAULT_SEATS, places.max_seats))
        return places

    def build(self, ui: Ui) -> None:
        """The number, the rows, the role, and the buttons."""
        t = ui.t
        rest = heading(ui, t("Who is at the table?"), self._about(ui), aside=_TOLD)
        ui.lane = beside_heading(ui, _TOLD).place(_TOLD, LANE)
        label = t("Take your seats")
        body, foot = footer(ui, rest, back=self.exits.back, onward=label, on_onward=self._start)
        left, right = body.columns([6.3, 4], 44)
        number, rows = left.cut_top(70, 18)
        self._number(ui, number)
        self._note(ui, self._rows(ui, rows))
        self._phones(ui, foot)
        draw_role_panel(ui.canvas, right, self.case, self.shown_place.role)
        ui.focus_on("onward")

    def _about(self, ui: Ui) -> str:
        """What is played, in which rounds where there is room for that, and how long it takes."""
        t, title = ui.t, self.case.title.read(ui.t.lang).rstrip(".")
        minutes = minutes_at(self.case, self.case.setup.level)
        rounds = course(t, self.case.setup.rules)
        whole = t(
            "{case}. {course}. About {n} minutes of play.", case=title, course=rounds, n=minutes
        )
        if ui.type.width(whole, theme.BODY) <= heading_width(ui):
            return whole
        return t("{case}. About {n} minutes of play.", case=title, n=minutes)

    def _number(self, ui: Ui, box: Box) -> None:
        """The number of players: one click sets the number of seats."""
        label, steps = box.cut_left(330, 20)
        text = ui.t("How many are playing?")
        ui.canvas.text(label, text, (30, 24), theme.CHALK, "semibold", valign="middle")
        count, most = len(self.places.seats), self.places.max_seats
        place = steps.cut_left(min(steps.w, most * 84))[0]
        ui.add(Stepper("seats", place, count, self._resize, high=most, size=32, filled=False))

    def _phones(self, ui: Ui, box: Box) -> None:
        """The way to the phones: whoever comes in by phone has a seat at once."""
        phones = self.exits.phones
        if phones is None:
            return
        label = Label(ui.t("Join by phone"), icon="smartphone", style="secondary", hint="F6")
        place = box.place(min(box.w, _PHONES), box.h)
        open_ = partial(self._open_phones, phones)
        ui.add(Button("phones", place, label, open_, shortcut=PHONES.key))

    def _rows(self, ui: Ui, box: Box) -> Box:
        """A row for each seat; returns the box that is left below them, or beside the last."""
        count = len(self.places.seats)
        most = max(_FEW, min(count + 1, MAX_SEATS))
        high = min(_ROW, (box.h + _GAP) / most - _GAP)
        for _ in ui.alike():
            rows = [Box(box.x, box.y + i * (high + _GAP), box.w, high) for i in range(count)]
            for i, place in enumerate(self.places.seats):  # Tab goes from name to name first
                rows[i] = self._name(ui, rows[i], i, place)
            for i, place in enumerate(self.places.seats):
                tools, role = rows[i].cut_right(3 * 54 + 16, 14)
                ui.add(self._role_button(ui, role, place))
                self._tools(ui, tools.place(tools.w, 54), i, place)
        last = Box(box.x, box.y + count * (high + _GAP), box.w, high)
        add, beside = last.cut_left(360, 24)
        add = add.cut_top(min(high, _ADD))[0]
        if count < MAX_SEATS:
            label = Label(ui.t("One more seat"), icon="plus", style="quiet")
            ui.add(Button("add", add, label, self._add, reason=self._why_full(ui.t)))
        below = box.cut_top(add.bottom - box.y, _GAP + 6)[1]
        return below if below.h >= high else beside

    def _why_full(self, t: Words) -> str:
        """Why there is no further seat, if there is none: each has a role of its own."""
        most = self.places.max_seats
        if len(self.places.seats) < most:
            return ""
        return t.plural(
            "The case has {n} role, so there is one seat.",
            "The case has {n} roles, so there are {n} seats at most.",
            most,
        )

    def _name(self, ui: Ui, box: Box, i: int, place: SeatPlace) -> Box:
        """The row of a seat with its number and the field for the name; returns the rest."""
        c, t = ui.canvas, ui.t
        chosen = place is self.shown_place
        line = theme.ACCENT if chosen else theme.PANEL_LINE
        c.panel(box, theme.FELT_LIGHT if chosen else theme.PANEL, line=line)
        inner = box.inset(14, 7)
        number, inner = inner.cut_left(40, 10)
        c.text(number, str(i + 1), 32, theme.CHALK, "bold", align="centre", valign="middle")
        name = inner.cut_left((inner.w - 3 * 54 - 44) * 5 / 12)[0]
        rest = inner.cut_left(name.w, 14)[1]
        if place.phone is not None:
            sign, name = name.cut_right(34, 10)
            c.icon("smartphone", sign.place(34, 34), theme.CHALK)
            ui.explain(f"phone-{place.id}", sign, t("Has joined by phone."))
        ui.add(
            TextField(
                f"name-{place.id}",
                name.place(name.w, max(54, name.h - 14)),
                place.name,
                partial(self._call, place),
                limit=LONGEST_NAME,
                placeholder=t("Name (player {n})", n=i + 1),
                size=28,
                on_enter=partial(self._after, place),
            )
        )
        return rest

    def _call(self, place: SeatPlace, name: str) -> None:
        alike = self.places.are_alike()
        place.name = name
        if alike != self.places.are_alike():
            self.refresh()

    def _role_button(self, ui: Ui, box: Box, place: SeatPlace) -> TwoLineButton:
        """The seat's role and its ability; pressing it opens the choice of roles."""
        t = ui.t
        role = self.case.setup.by_id.roles[place.role]
        small = ui.type.grow == 1 and box.h >= _TWO_LINES  # else the panel has it
        return TwoLineButton(
            f"role-{place.id}",
            box,
            Label(
                self.case.roles[place.role].name.read(t.lang),
                caption=terms.ability(t, role.ability) if small else "",
                icon="user-round",
                picture=card_pictures.role(self.case, place.role),
                size=30,
            ),
            partial(self._choose_role, place),
            tip=t("Choose another role"),
        )

    def _choose_role(self, place: SeatPlace) -> None:
        self.app.push(ChooseRoleDialog(self.case, self.places, place))

    def _after(self, place: SeatPlace) -> None:
        """Enter in a name: go to the next one, and from the last to the table."""
        seats = self.places.seats
        later = seats[seats.index(place) + 1 :]
        self.ui.focus = f"name-{later[0].id}" if later else "onward"
        self.refresh()

    def _tools(self, ui: Ui, box: Box, i: int, place: SeatPlace) -> None:
        t, places = ui.t, self.places
        up, down, away = box.columns(3, 8)
        top = t("This seat is first already.") if i == 0 else ""
        last = t("This seat is last already.") if i == len(places.seats) - 1 else ""
        only = t("There is always at least one seat.") if len(places.seats) == 1 else ""
        actions = (
            ("up", up, "arrow-up", t("Move up"), top, partial(places.move, place, -1)),
            ("down", down, "arrow-down", t("Move down"), last, partial(places.move, place, 1)),
            ("remove", away, "x", t("Take this seat away"), only, partial(self._remove, place)),
        )
        for name, spot, icon, tip, reason, action in actions:
            key = f"{name}-{place.id}"
            ui.add(
                Button(
                    key,
                    spot,
                    Label(icon=icon, style="quiet"),
                    on_click=action,
                    tip=tip,
                    reason=reason,
                )
            )

    def _note(self, ui: Ui, box: Box) -> None:
        """Who cannot be told apart; and with few seats, which additional roles are dealt."""
        c = ui.canvas
        lines = [*self._same_names(ui.t), *self._dealt_besides(ui.t)]
        if not lines:
            return
        size, pad = 28, min(20, box.h / 10)
        high = min(c.type.line_height(size), (box.h - 2 * pad) / len(lines))
        box = box.cut_top(len(lines) * high + 2 * pad)[0]
        c.panel(box, theme.PANEL, line=theme.PANEL_LINE)
        sign, words = box.inset(28, pad).cut_left(40, 22)
        c.icon("info", sign.cut_top(high)[0], theme.ACCENT)
        for row, (text, weight) in zip(words.rows(len(lines)), lines, strict=True):
            c.text(row, text, (size, 24, 22, 20, theme.LEAST), theme.CHALK, weight, valign="middle")

    def _same_names(self, t: Words) -> Iterator[tuple[str, Weight]]:
        """That two are called the same: the table tells whose turn it is by the name."""
        if self.places.are_alike():
            yield t("Some of you have the same name: add a letter."), "semibold"

    def _dealt_besides(self, t: Words) -> Iterator[tuple[str, Weight]]:
        more = [s for s in deal_roles(self.case.setup, self.places.as_seats(t)) if s.roles[1:]]
        if more:
            text = t.plural(
                "{n} role is always in play. Dealt out besides:",
                "{n} roles are always in play. Dealt out besides:",
                self.case.setup.rules.roles_in_play,
            )
            yield text, "semibold"
        for seat in more:
            roles = ", ".join(self.case.roles[role].name.read(t.lang) for role in seat.roles[1:])
            yield f"{seat.name}: {roles}", "regular"

    # ------------------------------------------------------------------ actions
    def pointed(self, key: str | None) -> None:
        """Show the role of the seat that is pointed at."""
        id_ = (key or "").rpartition("-")[2]
        place = next((p for p in self.places.seats if str(p.id) == id_), None)
        if place and place is not self.shown_place:
            self.shown_place = place
            self.refresh()

    def _resize(self, count: int) -> None:
        self.places.resize(count)
        self._update_shown_place()

    def _add(self) -> None:
        self.shown_place = self.places.add()

    def _remove(self, place: SeatPlace) -> None:
        self.places.remove(place)
        self._update_shown_place()

    def _update_shown_place(self) -> None:
        if self.shown_place not in self.places.seats:
            self.shown_place = self.places.seats[-1]

    def _open_phones(self, phones: PhonesDoor) -> None:
        self.app.push(phones.screen())

    def update(self, dt: float) -> None:
        """Seat whoever has come in by phone."""
        phones = self.exits.phones
        if phones is not None and self.places.welcome(phones.arrivals()):
            self._update_shown_place()
            self.refresh()

    def _start(self) -> None:
        if self.exits.phones is not None:
            phones = [(seat, place.phone) for seat, place in enumerate(self.places.seats)]
            self.exits.phones.give_seats({seat: n for seat, n in phones if n is not None})
        self.exits.start(self.places.as_seats(self.app.t))

    def back(self) -> None:
        """Esc goes back."""
        self.exits.back()
