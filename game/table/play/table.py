"""The table itself: header, tracks, the last decision, and the hand of the seat in turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from functools import partial

import pygame

from game.engine import State
from game.engine import actions as act
from game.gui import theme
from game.gui.ahead import foresee_screen
from game.gui.geometry import Box
from game.gui.keys import KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen, ScreenHost
from game.gui.text.typesetter import Typesetter
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.i18n import mark
from game.table.parts.board import BoardActions, draw_board
from game.table.parts.economy_screen import EconomyScreen
from game.table.parts.folded_events import fold_events
from game.table.parts.header import HEIGHT, HeaderActions, draw_header
from game.table.parts.help_screen import HelpScreen, rules_ahead
from game.table.parts.pointing import draw_pointed, point_ahead, unlinked
from game.table.parts.preferences import switch_faces
from game.table.parts.shortcuts import CONSOLE, ECONOMY, HELP, PHONES, SETTINGS, SOUND
from game.table.parts.sound_switch import switch_sound
from game.table.play import hand_room
from game.table.play.card_moves import drop, use_ability
from game.table.play.clocks import add_clocks, draw_clocks, draw_clocks_below
from game.table.play.dialogs.base import Dialog
from game.table.play.dialogs.bookmark import BookmarkDialog
from game.table.play.dialogs.facilitator import Console
from game.table.play.dialogs.poker import PokerScreen
from game.table.play.dialogs.timers import TimersDialog
from game.table.play.dialogs.undo import redo, undo
from game.table.play.dialogs.write import WriteDialog
from game.table.play.game import Decided
from game.table.play.hand import draw_hand
from game.table.play.hand_moves import HandActions
from game.table.play.idea_sheet import IdeaSheet
from game.table.play.moments.aftermath import (
    show_adjusting,
    show_aftermath,
    show_answer,
    show_choice,
)
from game.table.play.services import TableServices
from game.table.play.turn_end import TurnEnd
from game.views.seat import turn_of
from game.wording.actions import going_on

_STATUS_MARGIN = 54
"""Margin at both ends of the status line, in design units."""


_NEXT = 132
"""The height of what is next between turns: the board has the room of the hand."""


class TableScreen(Screen):
    """The current state of the game, and all actions from here."""

    bindings = (
        KeyBinding(
            (pygame.K_t,), mark("Timers; with Ctrl all of them pause, and go on"), "open_timers"
        ),
        KeyBinding((pygame.K_t,), action="pause_timers", control=True),
        KeyBinding((pygame.K_l,), mark("Danish or English"), "switch_language"),
        KeyBinding((pygame.K_z, pygame.K_y), mark("Undo and redo"), ("undo", "redo"), control=True),
        KeyBinding(
            (pygame.K_i,), mark("What is this? From one thing on the table to the next"), "explain"
        ),
        KeyBinding((pygame.K_k,), mark("Cards with words, or with signs alone"), "switch_faces"),
        KeyBinding(
            (pygame.K_b,), mark("Bookmark this moment for the debrief"), "bookmark", control=True
        ),
    )

    def __init__(self, services: TableServices) -> None:
        self.services = services
        self.game = services.game
        self._pointed: str | None = None
        self._step = self.game.state.step
        self._turn_end = TurnEnd(self.game)
        self._rules_in: Typesetter | None = None
        """What has set the rules already, so that they open at once."""

    def shown(self, app: ScreenHost) -> None:
        """Give what can be looked up or led shortcuts that work over anything from now on."""
        super().shown(app)
        app.global_shortcuts = {
            HELP.key: self._help,
            ECONOMY.key: lambda: app.push(EconomyScreen(self.game)),
            SETTINGS.key: lambda: self.services.exits.open_settings(app),
            SOUND.key: lambda: switch_sound(app),
            PHONES.key: lambda: app.push(self.services.phones()),
            CONSOLE.key: self._console,
        }

    def welcome(self) -> None:
        """After opening a game, new or resumed: show at once what is pending."""
        game = self.game
        step, log = game.state.step, game.session.log
        if not log.records:
            empty = State(game.state.setup)
            show_aftermath(game, empty, fold_events(empty, log.begun), self.refresh)
        elif step == "choice":
            show_choice(game)
        elif step == "answer":
            show_answer(game)
        elif step == "adjust":
            show_adjusting(game)
        elif step == "over":
            self.services.exits.show_result()

    def show_aftermath(self, decided: Decided) -> None:
        """Show the outcome of a decision; added to the listeners of a live game."""
        self._keep_to_turn()
        folded = fold_events(decided.before, decided.events)
        show_aftermath(self.game, decided.before, folded, self.settled)

    def _keep_to_turn(self) -> None:
        """When the turn has passed, or was undone, what it had open is no move of the next seat."""
        now = turn_of(self.game.state)
        for screen in list(self.app.screens):
            if isinstance(screen, Dialog | IdeaSheet) and screen.of_turn and screen.opened != now:
                self.app.pop(screen)

    def settled(self) -> None:
        """The outcome of a decision has been shown: ask for an answer, or show the result."""
        self.refresh()
        if self.game.state.step == "answer":
            show_answer(self.game)
        if self.game.state.over:
            self.services.exits.show_result()

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """Header, tracks, the status line, and the hand or the next step."""
        game = self.game
        area = ui.area.inset(18, 14)
        head, rest = area.cut_top(HEIGHT, 10)
        turn = game.state.step == "turn"
        hand, rest = rest.cut_bottom(
            hand_room.height(ui, game) if turn else _NEXT * ui.type.grow, 8
        )
        board = ui.keep_lane(rest, 4, shared=ui.drag is None)
        self._turn_end.offer_undo(ui, self.app)
        if game.state.step != self._step:  # the focused widget belongs to the previous step
            self._step, ui.focus = game.state.step, None
        if turn:  # the hand is added first, so that Tab starts there
            draw_hand(ui, hand, game, self._hand_actions())
        else:
            self._next_step(ui, hand)
        draw_board(ui, board, game, BoardActions(self.open_idea, partial(drop, game)))
        self._status_line(ui)
        draw_header(ui, head, game, self._header_actions(), self._clocks)
        ui.draw_scene(game.state)

    def _clocks(self, ui: Ui, box: Box) -> Box:
        return add_clocks(ui, box, self.services.timers, self.open_timers)

    def _status_line(self, ui: Ui) -> None:
        """The status line: the last decision; at a turn before the first one, how to start.

        A hint may stand in its place.
        """
        if ui.lane is not None and ui.lane != ui.strip:
            self._status(ui.canvas, ui.lane)

    def _status(self, c: Canvas, box: Box) -> None:
        last_line, sizes = self.game.last_line, (30, 28, 26, 24, 22, 20, 18)
        if not last_line and self.game.state.step != "turn":
            return
        if not last_line:
            text = self.game.t(
                "Point at a card to read it. Pick it up: the places where it may lie light up."
            )
            if self.game.case.own_project:
                text = self.game.t("Answer a question with a card of your own: press it.")
            c.text(box, text, sizes, theme.CHALK_SOFT, align="centre", valign="middle")
            return
        room = box.inset(_STATUS_MARGIN, 0)
        fitted = c.type.fit(last_line, room, sizes, "semibold")
        wide = max(c.type.width(line, fitted.size, "semibold") for line in fitted.lines)
        strip = box.place(min(box.w, wide + 2 * _STATUS_MARGIN), box.h)
        c.panel(strip, theme.PANEL, 12, line=theme.ACCENT)
        c.icon("arrow-right", strip.inset(14, 0).cut_left(28)[0], theme.ACCENT)
        c.text(strip.inset(_STATUS_MARGIN, 0), last_line, sizes, weight="semibold", valign="middle")

    def _next_step(self, ui: Ui, box: Box) -> None:
        """Between turns there is one action, with a large button."""
        s = self.game.state
        ui.canvas.panel(box, theme.WOOD_DARK, 18, line=theme.WOOD_LIGHT, lift=10)
        text, label, icon, go = self._waiting()[s.step]
        words, button = box.inset(40, 24).columns((5, 4), 40)
        ui.canvas.text(words, text, (32, 26), theme.CHALK, valign="middle")
        ui.add(
            Button(
                "proceed",
                button.place(min(760, button.w), min(96, button.h), 1),
                Label(label, icon=icon, style="primary", size=34),
                go,
                shortcut=pygame.K_RETURN,
            )
        )
        ui.focus_on("proceed")

    def _waiting(self) -> dict[str, tuple[str, str, str, Callable[[], object]]]:
        """For each step between turns: the text, and the button's label, icon and action."""
        game, t = self.game, self.game.t
        proceed = partial(game.do, act.Proceed())
        show_result, rounds = self.services.exits.show_result, sum(game.state.setup.rules.rounds)
        return {
            "check": (
                t(
                    "The turns of round {n} are over. What was claimed now meets what is true.",
                    n=game.state.round_now,
                ),
                going_on(t, None, rounds),
                "target",
                proceed,
            ),
            "opening": (
                t("The reality check is over. Talk about it, and go on when you are ready."),
                going_on(t, game.state.round + 1, rounds),
                "arrow-right",
                proceed,
            ),
            "choice": (
                t("An event asks for a choice."),
                t("See the event"),
                "newspaper",
                partial(show_choice, game),
            ),
            "answer": (
                t("Reality has asked about a claim: does it stand?"),
                t("Answer"),
                "message-square-text",
                partial(show_answer, game),
            ),
            "adjust": (
                t("A trial did not work. Whoever set it up chooses what to adjust."),
                t("Choose what to adjust"),
                "sliders-horizontal",
                partial(show_adjusting, game),
            ),
            "over": (t("The game is over."), t("See the result"), "flag", show_result),
        }

    def ahead(self) -> Iterator[None]:
        """Whatever is pointed at; the table after the last turn of a round, whose cards have other
        sizes; then the rules, once for a size of window and a language."""
        yield from point_ahead(self.ui, self.game)
        turn = self.game.state.turn
        after = self.game.after(act.Pass(turn)) if self.game.state.step == "turn" else None
        if after is not None and after.state.step != "turn":
            there = copy(self)
            there.game = after
            yield from foresee_screen(there, self)
        if self._rules_in is not self.ui.type:
            yield from rules_ahead(self, self.game, self.services.hints)
            self._rules_in = self.ui.type

    def dimmed(self) -> list[Box]:
        """The areas not linked to what is pointed at."""
        pointed = self._pointed if self.ui.drag is None and self.app.top is self else None
        return unlinked(self.ui, self.game, pointed)

    def paint_over(self, canvas: Canvas) -> None:
        """The timers, and the links and the large card of what is pointed at."""
        draw_clocks(canvas, self.ui)
        if self._pointed and self.ui.drag is None and self.app.top is self:
            draw_pointed(canvas, self.ui, self.game, self._pointed)

    def paint_below(self, canvas: Canvas, covered: Sequence[Box]) -> None:
        """Keep the timers running beside a dialog, or on it where it covers them."""
        above = self.app.screens[self.app.screens.index(self) + 1 :]
        timers, over = self.services.timers, [screen.ui for screen in above]
        draw_clocks_below(canvas, self.ui, timers, covered, over)

    def pointed(self, key: str | None) -> None:
        """Remember what is pointed at."""
        self._pointed = key
        self.app.wake()

    # ------------------------------------------------------------------ actions
    def _help(self) -> None:
        self.app.push(HelpScreen(self.game, hints=self.services.hints))

    def _console(self) -> None:
        """The console is in one place: in its own window while that is open."""
        if self.services.window.is_open:
            self.services.window.come_forward()
        elif not any(isinstance(screen, Console) for screen in self.app.screens):
            self.app.push(Console(self.services))

    def _header_actions(self) -> HeaderActions:
        game = self.game
        stuck = "" if game.session.can_undo else game.t("There is nothing to undo.")
        return HeaderActions(
            economy=lambda: self.app.push(EconomyScreen(game)),
            rules=self._help,
            undo=self.undo,
            console=self._console,
            cannot_undo=stuck,
        )

    def _hand_actions(self) -> HandActions:
        game = self.game
        return HandActions(
            rally=lambda: game.do(act.Rally(game.state.turn)),
            ask_for_patience=lambda: game.do(act.SpendTrust(game.state.turn)),
            write=lambda kind: self.app.push(WriteDialog(game, self.services.drafts, kind)),
            end_turn=lambda: self._turn_end.end(self.app),
            ability=partial(use_ability, game),
        )

    def open_idea(self, idea: str, key: str) -> None:
        """Open an idea's sheet, at the part that was pressed."""
        self.app.push(IdeaSheet(self.game, idea, key))

    # ------------------------------------------------------------------ keys and resuming
    def open_timers(self) -> None:
        """Open the timers dialog."""
        self.app.push(TimersDialog(self.game, self.services.timers))

    def pause_timers(self) -> None:
        """Pause all running timers; pressed again, resume them."""
        if not self.services.timers.toggle_all():
            self.app.toast(self.game.t("No timer is on. T opens the timers."))

    def switch_language(self) -> None:
        """Switch to the other language."""
        self.game.switch_language()

    def switch_faces(self) -> None:
        """Show the cards of the hand with words, or with their signs alone."""
        switch_faces(self.app, self.game.case)

    def explain(self) -> None:
        """Say what the next meter, sign or number on the table is."""
        self.ui.explain_next()

    def undo(self) -> None:
        """Undo the last decision."""
        undo(self.game, self.app)

    def redo(self) -> None:
        """Redo the last undone decision."""
        redo(self.game, self.app)

    def bookmark(self) -> None:
        """Bookmark this moment for the debrief."""
        self.app.push(BookmarkDialog(self.game))

    def update(self, dt: float) -> None:
        """Advance the timers; open the screen of ongoing estimate poker, also after a resume."""
        self._keep_to_turn()
        self.game.stop_writing_in_time()
        still = any(screen.stops_clock for screen in self.app.screens)
        if not still and self.services.timers.advance(dt):
            self.app.top.refresh()  # a timer that has run out looks different
        if self.game.state.poker is not None and self.app.top is self:
            self.app.push(PokerScreen(self.game))
        self.services.window.watch()

    def back(self) -> None:
        """Nothing is open on the table that Esc could close but an explanation."""
        self.ui.stop_explaining()
