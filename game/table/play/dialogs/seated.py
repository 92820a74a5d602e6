"""What is asked when somebody comes, takes a seat over, or plays another role too."""

from __future__ import annotations

from functools import partial

import pygame

from game.engine import Action
from game.engine import actions as act
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label, Style
from game.gui.widgets.two_line_button import TwoLineButton
from game.table.parts.dialog_parts import LONGEST_NAME, answers, complaint, labelled
from game.table.play.dialogs.base import Dialog
from game.table.play.dialogs.poker import PokerScreen
from game.table.play.game import Game

_NO_ROLE = ""


class SeatedDialog(Dialog):
    """A dialog of the facilitator about who sits where, on the board or beside it."""

    topic = "facilitator"
    stops_clock = True

    @property
    def blocked(self) -> str:
        """Why nothing can be changed now; estimates that are being given hinder nobody."""
        giving = isinstance(self.game.app.screens[-1], PokerScreen)
        return "" if giving else self.busy

    def why_not(self, action: Action) -> str:
        """Why somebody may not come or go now; empty if they may."""
        return self.blocked or self.game.why_not(action)


class NamedDialog(SeatedDialog):
    """A dialog that asks for a name."""

    def __init__(self, game: Game, name: str = "") -> None:
        super().__init__(game)
        self.name = name
        self.wrong = ""

    def add_field(self, ui: Ui, box: Box, label: str) -> None:
        """The field for the name, with what is wrong with it beside its label."""
        place = labelled(ui, box, label, self.wrong)
        field = place.cut_top(min(76, place.h))[0]
        ui.add(
            TextField(
                "name",
                field,
                self.name,
                self._typed,
                limit=LONGEST_NAME,
                size=32,
                on_enter=self._confirm,
            )
        )
        ui.focus_on("name")

    def _typed(self, text: str) -> None:
        self.name = text

    def _confirm(self) -> None:
        action = self._action()
        self.wrong = self.why_not(action)
        if self.wrong:
            self.refresh()
        else:
            self.finish(action)

    def _action(self) -> Action:
        raise NotImplementedError


class NewcomerDialog(NamedDialog):
    """Somebody comes late: a name, and one of the roles that nobody plays."""

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.role = [*_free_roles(game), _NO_ROLE][0]

    def build(self, ui: Ui) -> None:
        """The name above, the roles below."""
        t = self.t
        roles = [*_free_roles(self.game), _NO_ROLE]
        rows = -(-len(roles) // 2)
        rest = dialog(ui, 1200, 480 + rows * 86, t("Somebody comes late"), self.back)
        buttons, rest = rest.cut_bottom(76, 24)
        name, rest = rest.cut_top(134, 16)
        self.add_field(ui, name, t("Name"))
        places = labelled(ui, rest, t("Which role is played?"))
        for _ in ui.alike():
            for cell, role in zip(places.grid(2, rows, 10), roles, strict=False):
                self._choice(ui, cell, role)
        answers(ui, buttons, t("Add the seat"), self._confirm, self.back, icon="plus")

    def _choice(self, ui: Ui, box: Box, role: str) -> None:
        chosen = role == self.role
        style: Style = "primary" if chosen else "secondary"
        name = self.game.names.role(role) if role else self.t("No role")
        face = Label(name, icon="check" if chosen else "user-round", style=style, size=28)
        ui.add(
            Button(f"role:{role}", box.cut_top(min(box.h, 84))[0], face, partial(self._take, role))
        )

    def _take(self, role: str) -> None:
        self.role = role

    def _action(self) -> Action:
        return act.Arrive(self.name.strip(), self.role or None)


class SuccessorDialog(NamedDialog):
    """Somebody else takes a seat over."""

    def __init__(self, game: Game, seat: int) -> None:
        super().__init__(game)
        self.seat = seat

    def build(self, ui: Ui) -> None:
        """Whose seat it was, and the new name."""
        t = self.t
        rest = dialog(ui, 1100, 380, t("Somebody else sits here now"), self.back)
        buttons, rest = rest.cut_bottom(76, 24)
        before = self.game.seat_name(self.seat)
        self.add_field(ui, rest, t("Who takes over from {name}?", name=before))
        answers(ui, buttons, t("Take over"), self._confirm, self.back, icon="repeat")

    def _action(self) -> Action:
        return act.Replace(self.seat, self.name.strip())


class AnotherRoleDialog(SeatedDialog):
    """The roles that a seat may play too; pressing one is enough."""

    def __init__(self, game: Game, seat: int) -> None:
        super().__init__(game)
        self.seat = seat
        self.wrong = ""

    def build(self, ui: Ui) -> None:
        """A button for each, with who plays it now."""
        t = self.t
        roles = [role.id for role in self.game.case.setup.roles if self._may_take(role.id)]
        rows = max(1, -(-len(roles) // 2))
        name = self.game.seat_name(self.seat)
        title = t("{name} plays another role too", name=name)
        rest = dialog(ui, 1300, 230 + rows * 124, title, self.back)
        wrong, rest = rest.cut_bottom(44, 8)
        complaint(ui.canvas, wrong, self.wrong)
        for _ in ui.alike():
            for n, (cell, role) in enumerate(zip(rest.grid(2, rows, 14), roles, strict=False)):
                self._choice(ui, cell, n, role)
        if roles:
            ui.focus_on(f"role:{roles[0]}")

    def _may_take(self, role: str) -> bool:
        return not self.game.why_not(act.TakeRole(self.seat, role))

    def _choice(self, ui: Ui, box: Box, n: int, role: str) -> None:
        face = Label(
            self.game.names.role(role),
            caption=self._whose(role),
            icon="id-card-lanyard",
            hint=str(n + 1),
        )
        take = partial(self._take, role)
        ui.add(TwoLineButton(f"role:{role}", box, face, take, shortcut=pygame.K_1 + n))

    def _whose(self, role: str) -> str:
        seats = enumerate(self.game.state.seats)
        holder = next((n for n, seat in seats if role in seat.roles), None)
        if holder is None:
            return self.t("nobody plays it")
        name = self.game.seat_name(holder)
        if holder in self.game.state.away:
            return self.t("played by {name}, who is away", name=name)
        return self.t("played by {name}, who has several", name=name)

    def _take(self, role: str) -> None:
        action = act.TakeRole(self.seat, role)
        self.wrong = self.why_not(action)
        if not self.wrong:
            self.finish(action)


def _free_roles(game: Game) -> list[str]:
    """The roles that nobody plays, in the order of the case."""
    played = {role for seat in game.state.seats for role in seat.roles}
    return [role.id for role in game.case.setup.roles if role.id not in played]
