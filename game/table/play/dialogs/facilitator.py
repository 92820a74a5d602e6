"""The facilitator's console: everything that is not a player's move."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.engine import actions as act
from game.gui.dialogs.action_list import ListedAction, add_column
from game.gui.dialogs.modal import Question, dialog
from game.gui.keys import KeyBinding
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.table.parts.economy_screen import EconomyScreen
from game.table.parts.help_screen import HelpScreen
from game.table.parts.shortcuts import CONSOLE, ECONOMY, HELP, SETTINGS
from game.table.play.countdowns import digits
from game.table.play.dialogs.ask_poker import AskPoker, ideas_to_ask
from game.table.play.dialogs.base import Dialog
from game.table.play.dialogs.bookmark import BookmarkDialog
from game.table.play.dialogs.correct import CorrectDialog
from game.table.play.dialogs.history import HistoryDialog
from game.table.play.dialogs.timers import TimersDialog
from game.table.play.dialogs.undo import redo, undo
from game.table.play.game_timers import NAMES
from game.table.play.services import TableServices
from game.wording import terms


class Console(Dialog):
    """Three columns: the decisions, the table, the screen."""

    topic = "facilitator"
    stops_clock = True
    bindings = (
        CONSOLE,
        KeyBinding(
            (pygame.K_z, pygame.K_y, pygame.K_b),
            action="press",
            values=("undo", "redo", "bookmark"),
            control=True,
        ),
    )

    def __init__(self, services: TableServices) -> None:
        super().__init__(services.game)
        self.services = services

    def build(self, ui: Ui) -> None:
        """Every action as a button with a description; one that is disabled gives the reason."""
        t = self.t
        rest = dialog(ui, 1780, 960, t("Facilitator"), self.back)
        columns = (
            (t("The game"), self._decisions()),
            (t("The table"), self._table()),
            (t("The screen"), self._screen()),
        )
        for _ in ui.alike():
            for box, (title, actions) in zip(rest.columns(3, 28), columns, strict=True):
                add_column(ui, box, title, actions, rows=6)
        ui.focus_on("undo")

    # ------------------------------------------------------------------ the decisions
    def _decisions(self) -> list[ListedAction]:
        return [*self._undo_actions(), *self._corrections()]

    def _undo_actions(self) -> list[ListedAction]:
        t, game = self.t, self.game
        nothing = "" if game.session.can_undo else t("There is nothing to undo.")
        return [
            ListedAction(
                "undo",
                "undo-2",
                t("Undo"),
                game.undoable,
                self._close_and(lambda: undo(game)),
                nothing,
                hint=t("Ctrl+Z"),
            ),
            ListedAction(
                "redo",
                "redo-2",
                t("Redo"),
                game.redoable,
                self._close_and(lambda: redo(game)),
                "" if game.session.can_redo else t("There is nothing to redo."),
                hint=t("Ctrl+Y"),
            ),
            ListedAction(
                "history",
                "list",
                t("Undo several decisions"),
                t("The list of what was done"),
                self._open(lambda: HistoryDialog(game)),
                nothing,
                shortcut=pygame.K_h,
                hint="H",
            ),
        ]

    def _corrections(self) -> list[ListedAction]:
        t, game = self.t, self.game
        return [
            ListedAction(
                "skip",
                "skip-forward",
                t("Skip the turn"),
                self._whose_turn(),
                self._close_and(lambda: game.do(act.SkipTurn())),
                game.why_not(act.SkipTurn()),
                shortcut=pygame.K_s,
                hint="S",
            ),
            ListedAction(
                "phase",
                "chevron-right",
                t("End the phase early"),
                terms.phase(t, game.state.phase),
                self._ask_to_end_phase,
                game.why_not(act.EndPhase()),
                shortcut=pygame.K_e,
                hint="E",
            ),
            ListedAction(
                "correct",
                "scale",
                t("Correct"),
                t("A track, the capacity or the trust"),
                self._open(lambda: CorrectDialog(game)),
                t("The game is over.") if game.state.over else "",
                shortcut=pygame.K_c,
                hint="C",
            ),
        ]

    def _whose_turn(self) -> str:
        s = self.game.state
        return self.game.seat_name(s.turn) if s.step == "turn" else ""

    def _ask_to_end_phase(self) -> None:
        t = self.t
        phase = terms.phase(t, self.game.state.phase)
        self.app.push(
            Question(
                t("End the phase early?"),
                t(
                    "The turns that are left in {phase} fall away, and this round's reality check "
                    "comes now. It can be undone.",
                    phase=phase,
                ),
                t("End the phase"),
                self._close_and(lambda: self.game.do(act.EndPhase())),
            )
        )

    # ------------------------------------------------------------------ the table
    def _table(self) -> list[ListedAction]:
        return [*self._group_actions(), *self._to_read()]

    def _group_actions(self) -> list[ListedAction]:
        """Actions of the whole group, and bookmarks to return to."""
        t, game = self.t, self.game
        return [
            ListedAction(
                "timers",
                "timer",
                t("Timers"),
                self._timed(),
                self._open(lambda: TimersDialog(game, self.services.timers)),
                shortcut=pygame.K_t,
                hint="T",
            ),
            ListedAction(
                "poker",
                "users-round",
                t("Estimate poker"),
                t("Everybody gives a number, hidden until all are in"),
                self._open(lambda: AskPoker(game)),
                self._no_poker(),
                shortcut=pygame.K_k,
                hint="K",
            ),
            ListedAction(
                "bookmark",
                "bookmark",
                t("Bookmark"),
                t("The debrief comes back to this moment"),
                self._open(lambda: BookmarkDialog(game)),
                hint=t("Ctrl+B"),
            ),
        ]

    def _to_read(self) -> list[ListedAction]:
        t, game = self.t, self.game
        return [
            ListedAction(
                "economy",
                "coins",
                t("Economy overview"),
                t("The announced saving, and what the operation costs"),
                self._open(lambda: EconomyScreen(game), stay=True),
                shortcut=ECONOMY.key,
                hint="F2",
            ),
            ListedAction(
                "help",
                "circle-help",
                t("Rules, words and keys"),
                t("Everything, searchable"),
                self._open(lambda: HelpScreen(game, hints=self.services.hints), stay=True),
                shortcut=HELP.key,
                hint="F1",
            ),
        ]

    def _timed(self) -> str:
        """The active timers, with the time left."""
        t, timers = self.t, self.services.timers
        left = (
            t(
                "{timer} {time}",
                timer=t(NAMES[what]),
                time=digits(timers.timers.on[what].seconds_left),
            )
            for what in timers.seen
        )
        return ", ".join(left) or t("For a turn, a round or a phase")

    def _no_poker(self) -> str:
        game, t = self.game, self.t
        if len(game.state.seats) == 1:
            return t("Alone at the table there is nobody to compare with.")
        ideas = ideas_to_ask(game)
        if not ideas:
            return t("There is no idea to estimate.")
        return game.why_not(act.CallEstimates(ideas[0][0], "citizen"))

    # ------------------------------------------------------------------ the screen
    def _screen(self) -> list[ListedAction]:
        t, app = self.t, self.game.app
        danish = app.lang == "da"
        return [
            ListedAction(
                "settings",
                "sliders-horizontal",
                t("Settings"),
                t("Text size, colours, sound, hints"),
                self.services.exits.open_settings,
                shortcut=SETTINGS.key,
                hint="F9",
            ),
            ListedAction(
                "language",
                "languages",
                "English" if danish else "Dansk",
                "Speak English from now on" if danish else "Tal dansk fra nu af",
                self._language,
                shortcut=pygame.K_l,
                hint="L",
            ),
            ListedAction(
                "fullscreen",
                "maximize",
                t("Full screen"),
                t("Or back to a window"),
                app.toggle_fullscreen,
                hint="F11",
            ),
            self._motion(),
            ListedAction(
                "leave",
                "log-out",
                t("To the start screen"),
                t("Everything is saved"),
                self._ask_to_leave,
                shortcut=pygame.K_q,
                hint="Q",
            ),
        ]

    def _motion(self) -> ListedAction:
        t, app = self.t, self.game.app
        calm = app.animator.reduced
        return ListedAction(
            "motion",
            "zap" if calm else "pause",
            t("Show motion") if calm else t("Less motion"),
            t("Cards move again") if calm else t("Nothing moves; everything is shown at once"),
            lambda: app.prefer(motion="full" if calm else "reduced"),
            shortcut=pygame.K_m,
            hint="M",
        )

    def _language(self) -> None:
        self.game.set_language("en" if self.app.lang == "da" else "da")

    def _ask_to_leave(self) -> None:
        t = self.t
        self.app.push(
            Question(
                t("To the start screen?"),
                t(
                    "Everything is saved in {file}. You can go on from here at any time.",
                    file=self.game.session.path,
                ),
                t("To the start screen"),
                self._close_and(self.services.exits.leave),
            )
        )

    # ------------------------------------------------------------------ helpers
    def _close_and(self, act_now: Callable[[], object]) -> Callable[[], None]:
        """Close the console, then act, so that the outcome is shown on the table."""

        def action() -> None:
            self.app.pop(self)
            act_now()

        return action

    def _open(self, screen: Callable[[], Screen], *, stay: bool = False) -> Callable[[], None]:
        """Open another screen, in place of the console or over it."""

        def action() -> None:
            if not stay:
                self.app.pop(self)
            self.app.push(screen())

        return action

    def press(self, key: str) -> bool:
        """Press one of the buttons."""
        widget = self.ui.find(key)
        if widget is None:
            return False
        widget.activate(self.ui)
        return True
