"""Who sits where: every seat, and what the facilitator can note of the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pygame

from game.engine import Action
from game.engine import actions as act
from game.engine.limits import MAX_SEATS
from game.gui import theme
from game.gui.dialogs.action_list import ListedAction, add_actions
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label, Style
from game.gui.widgets.two_line_button import TwoLineButton
from game.table.parts.dialog_parts import complaint
from game.table.play.dialogs.base import Dialog
from game.table.play.dialogs.seated import (
    AnotherRoleDialog,
    NewcomerDialog,
    SeatedDialog,
    SuccessorDialog,
)
from game.table.play.game import Game
from game.wording import terms
from game.wording.case_names import AMONG_OTHERS

_ROW, _GAP = 92, 10


class SeatsDialog(SeatedDialog):
    """The seats on the left; on the right the chosen one: away, back, replaced, one role more."""

    def __init__(self, game: Game) -> None:
        super().__init__(game)
        self.chosen = max(0, game.state.turn)
        self.wrong = ""
        self._count = len(game.state.seats)

    # ------------------------------------------------------------------ the seats
    def build(self, ui: Ui) -> None:
        """Both halves."""
        self._follow_newcomer()
        rest = dialog(ui, 1700, 980, ui.t("Seats"), self.back)
        left, right = rest.columns((1, 1.2), 40)
        self._seats(ui, left)
        ui.canvas.panel(right, theme.PANEL, theme.RADIUS, line=theme.PANEL_LINE)
        self._seat(ui, right.inset(32, 24))

    def _follow_newcomer(self) -> None:
        """Whoever has come is chosen; nobody is who is gone again, since it was undone."""
        before, self._count = self._count, len(self.game.state.seats)
        last = self._count - 1
        self.chosen = last if self._count > before else min(self.chosen, last)

    def _seats(self, ui: Ui, box: Box) -> None:
        count = len(self.game.state.seats)
        high = min(_ROW, (box.h + _GAP) / (count + 1) - _GAP)
        rows = [Box(box.x, box.y + n * (high + _GAP), box.w, high) for n in range(count + 1)]
        for _ in ui.alike():
            for seat in range(count):
                self._row(ui, rows[seat], seat)
        ui.add(self._newcomer(rows[count]))
        ui.focus_on(f"seat:{self.chosen}")

    def _row(self, ui: Ui, box: Box, seat: int) -> None:
        away, chosen = seat in self.game.state.away, seat == self.chosen
        style: Style = "primary" if chosen else "quiet" if away else "secondary"
        face = Label(
            self.game.state.seats[seat].name,
            caption=self._caption(seat),
            icon="coffee" if away else "user-round",
            style=style,
            hint=str(seat + 1),
        )
        choose = partial(self._choose, seat)
        ui.add(TwoLineButton(f"seat:{seat}", box, face, choose, shortcut=pygame.K_1 + seat))

    def _caption(self, seat: int) -> str:
        """What is played from a seat, and whether nobody sits there."""
        roles = ", ".join(self.game.names.roles(self.game.state.seats[seat].roles))
        if seat not in self.game.state.away:
            return roles or self.t("without a role")
        return self.t("away · {roles}", roles=roles) if roles else self.t("away")

    def _newcomer(self, box: Box) -> Button:
        full = len(self.game.state.seats) >= MAX_SEATS
        label = Label(self.t("Somebody comes late"), icon="plus", style="quiet", hint="N")
        return Button(
            "newcomer",
            box,
            label,
            self._open(lambda: NewcomerDialog(self.game)),
            reason=self.why_not(act.Arrive("…")) if full or self.blocked else "",
            shortcut=pygame.K_n,
        )

    # ------------------------------------------------------------------ the chosen one
    def _seat(self, ui: Ui, box: Box) -> None:
        head, rest = box.cut_top(64, 8)
        sizes = (46, 42, 38, 34, 30)
        name = self.game.seat_name(self.chosen)
        ui.canvas.text(head, name, sizes, theme.ACCENT, "bold", valign="middle")
        words, rest = rest.cut_top(rest.h * 0.4, 16)
        wrong, words = words.cut_bottom(44, 6)
        ui.canvas.text(words, self._told(), (30, 20), theme.CHALK)
        complaint(ui.canvas, wrong, self.wrong)
        actions = [self._presence(), self._to_replace(), self._to_take_a_role()]
        for _ in ui.alike():
            add_actions(ui, rest.rows(3, 14), actions)

    def _told(self) -> str:
        """What belongs to the seat, and what being away means."""
        t, s, seat = self.t, self.game.state, self.chosen
        cards = sum(len(hands[seat]) for hands in (s.idea_hands, s.benefit_hands, s.risk_hands))
        told = [t.plural("{n} card in the hand", "{n} cards in the hand", cards), self._owned()]
        if seat in s.away:
            stays = t(
                "Nothing waits for {name}. The cards, roles and benefits stay. The group can hand "
                "a benefit over: press its idea.",
                name=self.game.seat_name(seat),
            )
            told.append(stays)
        return "\n".join(told)

    def _owned(self) -> str:
        """What the seat owns, by ideas and their tracks."""
        t, seat, names = self.t, self.chosen, self.game.names
        owned = [
            f"{names.called(idea, AMONG_OTHERS)} {terms.track(t, track)}"
            for idea in self.game.state.ideas
            for track, b in idea.claims()
            if b.owner == seat
        ]
        if not owned:
            return t("Owns no benefit")
        return t("Owns: {benefits}", benefits=t.listed(owned))

    def _presence(self) -> ListedAction:
        """To leave, or to be back."""
        t, seat = self.t, self.chosen
        away = seat in self.game.state.away
        action: Action = act.Return(seat) if away else act.Leave(seat)
        label = t("Back at the table") if away else t("Mark as away")
        back = t("With a turn this round, if there has not been one")
        gone = t("For a while or for good: the game goes on")
        return ListedAction(
            "back" if away else "away",
            "user-check" if away else "coffee",
            label,
            back if away else gone,
            partial(self._do, action),
            self.why_not(action),
            shortcut=pygame.K_a,
        )

    def _to_replace(self) -> ListedAction:
        return ListedAction(
            "successor",
            "repeat",
            self.t("Somebody else sits here now"),
            self.t("With the cards, the roles and the benefits"),
            self._open(lambda: SuccessorDialog(self.game, self.chosen)),
            self.why_not(act.Replace(self.chosen, "…")),
            shortcut=pygame.K_r,
        )

    def _to_take_a_role(self) -> ListedAction:
        return ListedAction(
            "role",
            "id-card-lanyard",
            self.t("Play another role too"),
            self.t("A free one, or that of somebody who is away or has several"),
            self._open(lambda: AnotherRoleDialog(self.game, self.chosen)),
            self._no_role(),
            shortcut=pygame.K_o,
        )

    def _no_role(self) -> str:
        """Why no role can be taken; empty if one can."""
        roles = self.game.case.setup.roles
        reasons = [self.why_not(act.TakeRole(self.chosen, role.id)) for role in roles]
        if not all(reasons):
            return ""
        if self.blocked or self.game.state.over or self.chosen in self.game.state.away:
            return reasons[0]
        return self.t("Whoever plays the other roles is here and has no other.")

    # ------------------------------------------------------------------ actions
    def _choose(self, seat: int) -> None:
        self.chosen, self.wrong = seat, ""

    def _do(self, action: Action) -> None:
        self.wrong = self.why_not(action)
        if not self.wrong:
            self.game.do(action)

    def _open(self, question: Callable[[], Dialog]) -> Callable[[], None]:
        return lambda: self.app.push(question())
