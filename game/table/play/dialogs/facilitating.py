"""What a facilitator can do, as buttons: one list, for the console and for the second window."""

from __future__ import annotations

import pygame

from game.engine import actions as act
from game.engine.lookups import present
from game.gui.dialogs.action_list import ListedAction
from game.gui.dialogs.modal import Question
from game.gui.keys import KeyBinding
from game.gui.screen import Screen
from game.table.parts.economy_screen import EconomyScreen
from game.table.parts.folder_names import folder_name
from game.table.parts.help_screen import HelpScreen
from game.table.parts.shortcuts import ECONOMY, HELP, PHONES, SETTINGS
from game.table.play.countdowns import digits
from game.table.play.dialogs.ask_poker import AskPoker, ideas_to_ask
from game.table.play.dialogs.bookmark import BookmarkDialog
from game.table.play.dialogs.game_actions import GameActions
from game.table.play.dialogs.timers import TimersDialog
from game.table.play.dialogs.vote_on import voting
from game.table.play.dialogs.write import silent_writing
from game.table.play.game_timers import NAMES

DEEDS = KeyBinding(
    (pygame.K_z, pygame.K_y, pygame.K_b),
    action="press",
    values=("undo", "redo", "bookmark"),
    control=True,
)
"""The keys of the buttons that are pressed with Ctrl, as at the table."""


class FacilitatorActions(GameActions):
    """All buttons of a facilitator: the game, the table, and the screen."""

    # ------------------------------------------------------------------ the table
    def timers(self) -> ListedAction:
        """The dialog of the timers."""
        return ListedAction(
            "timers",
            "timer",
            self.t("Timers"),
            self._timed(),
            self.open(lambda: TimersDialog(self.game, self.services.timers)),
            shortcut=pygame.K_t,
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
                self.open(lambda: AskPoker(game)),
                self.busy or self._no_poker(),
                shortcut=pygame.K_k,
            ),
            ListedAction(
                "bookmark",
                "bookmark",
                t("Bookmark"),
                t("The debrief comes back to this moment"),
                self.open(lambda: BookmarkDialog(game)),
                hint=t("Ctrl+B"),
            ),
            ListedAction(
                "writing",
                "pencil",
                t("Silent writing"),
                t("Everybody at the same time; also a premortem"),
                self.open(lambda: silent_writing(game, self.services.drafts)),
                self.busy,
                shortcut=pygame.K_w,
            ),
            ListedAction(
                "vote",
                "vote",
                t("A vote with dots"),
                t("What to talk about, or what to do next"),
                self.open(lambda: voting(game)),
                self.busy,
                shortcut=pygame.K_d,
            ),
            ListedAction(
                "phones",
                "smartphone",
                t("Phones"),
                self._of_phones(),
                self.open(self._phones),
                shortcut=PHONES.key,
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
                self.open(lambda: EconomyScreen(game), stay=True),
                shortcut=ECONOMY.key,
            ),
            ListedAction(
                "help",
                "circle-help",
                t("Rules, words and keys"),
                t("Everything, searchable"),
                self.open(lambda: HelpScreen(game, hints=self.services.hints), stay=True),
                shortcut=HELP.key,
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
        if len(present(game.state)) == 1:
            return t("Alone at the table there is nobody to compare with.")
        ideas = ideas_to_ask(game)
        if not ideas:
            return t("There is no idea to estimate.")
        return game.why_not(act.CallEstimates(ideas[0][0], "citizen"))

    def _of_phones(self) -> str:
        """What phones are for, or who asks for a seat just now."""
        t, asking = self.t, self.game.seats_asked_for()
        if not asking:
            return t("Everybody's own hand, by a code on the screen")
        return t("Asking for a seat: {names}", names=t.listed(list(asking)))

    def _phones(self) -> Screen:
        return self.services.phones()

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
            )
        return ListedAction(
            "window",
            "columns-2",
            t("A window of your own"),
            t("Here, while the projector shows only the board"),
            self.close_and(window.open),
            shortcut=pygame.K_v,
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
        )

    def to_the_start(self) -> ListedAction:
        """The end of playing for now."""
        return ListedAction(
            "leave",
            "log-out",
            self.t("To the start screen"),
            self.t("Everything is saved"),
            self._ask_to_leave,
            self.busy if any(screen.holds_words for screen in self.game.app.screens) else "",
            shortcut=pygame.K_q,
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
                self.close_and(self.services.exits.leave),
            )
        )
