"""The menu of a replay: display options, ways on, and screen settings."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

import pygame

from game.content.case import Case
from game.gui.dialogs.action_list import ListedAction, add_column
from game.gui.dialogs.modal import dialog
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.session import Recording
from game.table.after.replay.exits import Onward, ReplayExits
from game.table.after.replay.view import ReplayView
from game.table.parts.shortcuts import MENU


class MenuTarget(Protocol):
    """The replay screen as the menu uses it."""

    @property
    def view(self) -> ReplayView:
        """The game at the current step."""

    @property
    def recording(self) -> Recording[Case]:
        """The recorded session."""

    @property
    def exits(self) -> ReplayExits:
        """The ways out of the replay."""

    def toggle_mark(self) -> None:
        """Open or close the panel of the current mark."""

    def write_note(self, *, bookmark: bool = False) -> None:
        """Open the dialog for a note to the current step."""

    def hide_names(self, nameless: bool) -> None:
        """Show roles instead of player names everywhere, or names again."""

    def show_undone(self, undone: bool) -> None:
        """Include or leave out undone decisions."""

    def branch(self) -> None:
        """Offer to start a new game from the current step."""

    def speak(self, english: bool) -> None:
        """Switch the language."""


class ReplayMenu(Screen):
    """Three columns: display options, ways on, and screen settings."""

    overlay = True
    bindings = (MENU,)

    def __init__(self, replay: MenuTarget) -> None:
        self.replay = replay

    def build(self, ui: Ui) -> None:
        """A large button per action."""
        t = ui.t
        rest = dialog(ui, 1780, 760, t("Replay"), self.back)
        columns = (
            (t("What is shown"), self._display_options()),
            (t("Go on with it"), self._onward()),
            (t("The screen"), self._screen()),
        )
        for box, (title, actions) in zip(rest.columns(3, 28), columns, strict=True):
            add_column(ui, box, title, actions, rows=5)
        ui.focus_on("names")

    def _then(self, callback: Callable[[], object]) -> Callable[[], None]:
        """A callback that closes the menu, then runs the action."""

        def action() -> None:
            self.app.pop(self)
            callback()

        return action

    # ------------------------------------------------------------------ actions
    def _display_options(self) -> list[ListedAction]:
        t, replay = self.app.t, self.replay
        return [
            self._names(),
            self._undone(),
            ListedAction(
                "talk",
                "gem",
                t("Talk about it"),
                t("Key moments, bookmarks and notes at this step"),
                self._then(replay.toggle_mark),
                shortcut=pygame.K_t,
            ),
            ListedAction(
                "bookmark",
                "bookmark",
                t("Bookmark"),
                t("Come back to this moment"),
                self._then(lambda: replay.write_note(bookmark=True)),
                shortcut=pygame.K_b,
            ),
        ]

    def _names(self) -> ListedAction:
        t, nameless = self.app.t, self.replay.view.nameless
        icon, label, caption = (
            ("user-check", t("Show the names"), t("The players by the names they gave"))
            if nameless
            else ("eye-off", t("Hide the names"), t("Roles stand where names were"))
        )
        action = self._then(lambda: self.replay.hide_names(not nameless))
        return ListedAction("names", icon, label, caption, action, shortcut=pygame.K_h)

    def _undone(self) -> ListedAction:
        t, undone = self.app.t, self.replay.view.player.undone
        label, caption = (
            (t("Leave out what was undone"), t("Only the decisions that stand"))
            if undone
            else (t("Show what was undone"), t("Every decision, also those undone"))
        )
        action = self._then(lambda: self.replay.show_undone(not undone))
        return ListedAction("undone", "undo-2", label, caption, action, shortcut=pygame.K_u)

    def _onward(self) -> list[ListedAction]:
        """A new game from this step, and the other ways out of the replay."""
        t, exits = self.app.t, self.replay.exits
        branch = ListedAction(
            "branch",
            "git-branch",
            t("Continue from here"),
            t("What if? A new game; this one stays as it is"),
            self._then(self.replay.branch),
            shortcut=pygame.K_c,
        )
        rows: tuple[tuple[str, str, str, str, Onward | None], ...] = (
            (
                "result",
                "flag",
                t("To the result"),
                t("How it ended, as the table showed it"),
                None if self.replay.view.nameless else exits.result,
            ),
            (
                "compare",
                "columns-2",
                t("Compare with another game"),
                t("Side by side, with what differs in words"),
                exits.compare,
            ),
            (
                "debrief",
                "users-round",
                t("To the debrief"),
                t("The talk after the game, in six phases"),
                exits.debrief,
            ),
            (
                "follow-up",
                "sprout",
                t("Follow-up meeting"),
                t("Weeks later: what it really came to"),
                exits.follow_up,
            ),
        )
        onward = (
            ListedAction(
                key, icon, label, caption, self._then(partial(lead, self.replay.recording))
            )
            for key, icon, label, caption, lead in rows
            if lead is not None
        )
        return [branch, *onward]

    def _screen(self) -> list[ListedAction]:
        t, app = self.app.t, self.app
        danish = app.lang == "da"
        return [
            ListedAction(
                "language",
                "languages",
                "English" if danish else "Dansk",
                "Speak English from now on" if danish else "Tal dansk fra nu af",
                lambda: self.replay.speak(danish),
                shortcut=pygame.K_l,
            ),
            ListedAction(
                "fullscreen",
                "maximize",
                t("Full screen"),
                t("Or back to a window"),
                app.toggle_fullscreen,
                hint="F11",
            ),
            ListedAction(
                "leave",
                "log-out",
                t("Leave the replay"),
                t("What you did in the game is as it was"),
                self._then(self.replay.exits.leave),
            ),
        ]
