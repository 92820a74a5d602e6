"""What a facilitator can do, as buttons: one list, for the console and for the second window."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.engine import actions as act
from game.gui.dialogs.action_list import ListedAction
from game.gui.dialogs.modal import Question
from game.gui.keys import KeyBinding
from game.gui.screen import Screen, ScreenHost
from game.i18n import Words
from game.table.parts.economy_screen import EconomyScreen
from game.table.parts.folder_names import folder_name
from game.table.parts.help_screen import HelpScreen
from game.table.parts.shortcuts import ECONOMY, HELP, SETTINGS
from game.table.play.countdowns import digits
from game.table.play.dialogs.ask_poker import AskPoker, ideas_to_ask
from game.table.play.dialogs.bookmark import BookmarkDialog
from game.table.play.dialogs.correct import CorrectDialog
from game.table.play.dialogs.history import HistoryDialog
from game.table.play.dialogs.timers import TimersDialog
from game.table.play.dialogs.undo import redo, undo
from game.table.play.game_timers import NAMES
from game.table.play.services import TableServices
from game.wording import terms

DEEDS = KeyBinding(
    (pygame.K_z, pygame.K_y, pygame.K_b),
    action="press",
    values=("undo", "redo", "bookmark"),
    control=True,
)
"""The keys of the buttons that are pressed with Ctrl, as at the table."""


class FacilitatorActions:
    """The buttons of a facilitator whose dialogs open in ``app``.

    ``leave`` is called before something is done or opened: it closes the console, so that what
    comes of it is seen. ``busy`` is why the table can not be changed at the moment, if it can not.
    """

    def __init__(
        self,
        services: TableServices,
        app: ScreenHost,
        leave: Callable[[], object],
        busy: str = "",
    ) -> None:
        self.services = services
        self.game = services.game
        self.app = app
        self.leave = leave
        self.busy = busy

    @property
    def t(self) -> Words:
        """The translator for the table's language."""
        return self.game.t

    # ------------------------------------------------------------------ the decisions
    def decisions(self) -> list[ListedAction]:
        """What changes the game, and takes changes back."""
        return [*self._undo_actions(), *self._corrections()]

    def _undo_actions(self) -> list[ListedAction]:
        t, game = self.t, self.game
        nothing = self.busy or ("" if game.session.can_undo else t("There is nothing to undo."))
        return [
            ListedAction(
                "undo",
                "undo-2",
                t("Undo"),
                game.undoable,
                self._close_and(lambda: undo(game, self.app)),
                nothing,
                hint=t("Ctrl+Z"),
            ),
            ListedAction(
                "redo",
                "redo-2",
                t("Redo"),
                game.redoable,
                self._close_and(lambda: redo(game, self.app)),
                self.busy or ("" if game.session.can_redo else t("There is nothing to redo.")),
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
                self.busy or game.why_not(act.SkipTurn()),
                shortcut=pygame.K_s,
                hint="S",
            ),
            ListedAction(
                "phase",
                "chevron-right",
                t("End the phase early"),
                terms.phase(t, game.state.phase),
                self._ask_to_end_phase,
                self.busy or game.why_not(act.EndPhase()),
                shortcut=pygame.K_e,
                hint="E",
            ),
            ListedAction(
                "correct",
                "scale",
                t("Correct"),
                t("A track, the capacity or the trust"),
                self._open(lambda: CorrectDialog(game)),
                t("The game is over.") if game.state.over else self.busy,
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
    def timers(self) -> ListedAction:
        """The dialog of the timers."""
        return ListedAction(
            "timers",
            "timer",
            self.t("Timers"),
            self._timed(),
            self._open(lambda: TimersDialog(self.game, self.services.timers)),
            shortcut=pygame.K_t,
            hint="T",
        )

    def of_the_group(self) -> list[ListedAction]:
        """Actions of the whole group, and bookmarks to return to."""
        t, game = self.t, self.game
        return [
            ListedAction(
                "poker",
                "users-round",
                t("Estimate poker"),
                t("Everybody gives a number, hidden until all are in"),
                self._open(lambda: AskPoker(game)),
                self.busy or self._no_poker(),
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

    def to_read(self) -> list[ListedAction]:
        """What can be looked up."""
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
    def settings(self) -> ListedAction:
        """The settings."""
        return ListedAction(
            "settings",
            "sliders-horizontal",
            self.t("Settings"),
            self.t("Text size, colours, sound, hints"),
            lambda: self.services.exits.open_settings(self.app),
            shortcut=SETTINGS.key,
            hint="F9",
        )

    def language(self) -> ListedAction:
        """The other language, called what it calls itself."""
        danish = self.app.lang == "da"
        return ListedAction(
            "language",
            "languages",
            "English" if danish else "Dansk",
            "Speak English from now on" if danish else "Tal dansk fra nu af",
            self.game.switch_language,
            shortcut=pygame.K_l,
            hint="L",
        )

    def fullscreen(self) -> ListedAction:
        """The board in a window, or filling its screen."""
        return ListedAction(
            "fullscreen",
            "maximize",
            self.t("Full screen"),
            self.t("Or back to a window"),
            self.app.toggle_fullscreen,
            hint="F11",
        )

    def motion(self) -> ListedAction:
        """With motion, or without."""
        t, app = self.t, self.app
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

    def own_window(self) -> ListedAction:
        """The second window: opened from the console, and closed from itself."""
        t, window = self.t, self.services.window
        if window.is_open:
            return ListedAction(
                "window",
                "x",
                t("Close this window"),
                t("The console is on the board again: F10"),
                window.close,
                shortcut=pygame.K_v,
                hint="V",
            )
        return ListedAction(
            "window",
            "columns-2",
            t("A window of your own"),
            t("Here, while the projector shows only the board"),
            self._close_and(window.open),
            shortcut=pygame.K_v,
            hint="V",
        )

    def swap(self) -> ListedAction:
        """The board on the other screen, and the facilitator's window on this one."""
        t, window = self.t, self.services.window
        return ListedAction(
            "swap",
            "monitor",
            t("Swap the screens"),
            t("The board goes where this window is"),
            window.swap,
            "" if window.can_swap else t("There is only one screen."),
            shortcut=pygame.K_b,
            hint="B",
        )

    def to_the_start(self) -> ListedAction:
        """The end of playing for now."""
        return ListedAction(
            "leave",
            "log-out",
            self.t("To the start screen"),
            self.t("Everything is saved"),
            self._ask_to_leave,
            shortcut=pygame.K_q,
            hint="Q",
        )

    def _ask_to_leave(self) -> None:
        t = self.t
        self.app.push(
            Question(
                t("To the start screen?"),
                t(
                    "Everything is saved in {file}. You can go on from here at any time.",
                    file=folder_name(t, self.game.session.path),
                ),
                t("To the start screen"),
                self._close_and(self.services.exits.leave),
            )
        )

    # ------------------------------------------------------------------ helpers
    def _close_and(self, act_now: Callable[[], object]) -> Callable[[], None]:
        """Leave, then act, so that the outcome is seen on the table."""

        def action() -> None:
            self.leave()
            act_now()

        return action

    def _open(self, screen: Callable[[], Screen], *, stay: bool = False) -> Callable[[], None]:
        """Open another screen, in place of the buttons or over them."""

        def action() -> None:
            if not stay:
                self.leave()
            self.app.push(screen())

        return action
