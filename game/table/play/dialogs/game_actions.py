"""The buttons of a facilitator that change the game itself, and take changes back."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.engine import actions as act
from game.engine.results import EarlyEnd
from game.engine.state import AFTER_TURNS
from game.gui.dialogs.action_list import ListedAction
from game.gui.dialogs.modal import Question
from game.gui.screen import Screen, ScreenHost
from game.i18n import Words
from game.table.play.dialogs.correct import CorrectDialog
from game.table.play.dialogs.history import HistoryDialog
from game.table.play.dialogs.seats import SeatsDialog
from game.table.play.dialogs.undo import redo, undo
from game.table.play.services import TableServices
from game.wording import terms
from game.wording.early_end import early_title


class GameActions:
    """Buttons of a facilitator whose dialogs open in ``app``.

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

    @property
    def hidden(self) -> str:
        """Why what is opened on the board can not change what is open below it; else empty."""
        return self.busy if self.app is self.game.app else ""

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
                self.close_and(lambda: undo(game, self.app)),
                nothing,
                hint=t("Ctrl+Z"),
            ),
            ListedAction(
                "redo",
                "redo-2",
                t("Redo"),
                game.redoable,
                self.close_and(lambda: redo(game, self.app)),
                self.busy or ("" if game.session.can_redo else t("There is nothing to redo.")),
                hint=t("Ctrl+Y"),
            ),
            ListedAction(
                "history",
                "list",
                t("Undo several decisions"),
                t("The list of what was done"),
                self.open(lambda: HistoryDialog(game)),
                nothing,
                shortcut=pygame.K_h,
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
                self.close_and(lambda: game.do(act.SkipTurn())),
                self.busy or game.why_not(act.SkipTurn()),
                shortcut=pygame.K_s,
            ),
            ListedAction(
                "phase",
                "chevron-right",
                t("End the phase early"),
                terms.phase(t, game.state.phase),
                self._ask_to_end_phase,
                self.busy or game.why_not(act.EndPhase()),
                shortcut=pygame.K_e,
            ),
            ListedAction(
                "end",
                "flag",
                t("End the game now"),
                t("The last reality check, then the result"),
                self._ask_to_end_game,
                self.busy or game.why_not(act.EndGame()),
                shortcut=pygame.K_g,
            ),
            ListedAction(
                "correct",
                "scale",
                t("Correct"),
                t("A track, the capacity or the trust"),
                self.open(lambda: CorrectDialog(game)),
                t("The game is over.") if game.state.over else self.busy,
                shortcut=pygame.K_c,
            ),
            ListedAction(
                "seats",
                "user-check",
                t("Seats"),
                t("Who comes, goes or takes over"),
                self.open(lambda: SeatsDialog(game)),
                t("The game is over.") if game.state.over else self.hidden,
                shortcut=pygame.K_p,
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
                self.close_and(lambda: self.game.do(act.EndPhase())),
            )
        )

    def _ask_to_end_game(self) -> None:
        t, s = self.t, self.game.state
        rounds, whole = sum(s.setup.rules.rounds), s.step in AFTER_TURNS
        end = EarlyEnd(s.round_now, rounds, whole)
        self.app.push(
            Question(
                t("End the game now?"),
                t(
                    "What is under way meets reality now, and then the result comes. It "
                    "says: “{said}”. Nothing is said about what you did not play. It can be "
                    "undone.",
                    said=early_title(t, end),
                ),
                t("End the game"),
                self.close_and(lambda: self.game.do(act.EndGame())),
            )
        )

    # ------------------------------------------------------------------ helpers
    def close_and(self, act_now: Callable[[], object]) -> Callable[[], None]:
        """Leave, then act, so that the outcome is seen on the table."""

        def action() -> None:
            self.leave()
            act_now()

        return action

    def open(self, screen: Callable[[], Screen], *, stay: bool = False) -> Callable[[], None]:
        """Open another screen, in place of the buttons or over them."""

        def action() -> None:
            if not stay:
                self.leave()
            self.app.push(screen())

        return action
