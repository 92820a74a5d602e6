"""The screen after a program error: what it means, and how to continue."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame

from game.gui import theme
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.field import copy_text
from game.gui.widgets.label import Label
from game.i18n import Words


class CrashScreen(Screen):
    """Nothing is lost; *continue* resumes the game after the last decision.

    ``short`` names the error in a few words, ``details`` is the text in the ``log``; ``playing``
    tells whether a game was open.
    """

    rim = True

    def __init__(
        self,
        short: str,
        details: str,
        log: Path | None,
        playing: bool,
        go_on: Callable[[], object],
    ) -> None:
        self.short = short
        self.details = details
        self.log = log
        self.playing = playing
        self.go_on = go_on

    def build(self, ui: Ui) -> None:
        """A reassuring message on a panel, and three buttons."""
        c, t = ui.canvas, ui.t
        box = ui.area.place(min(1500, ui.area.w - 120), min(700, ui.area.h - 120))
        c.panel(box, theme.PANEL, 24, line=theme.PANEL_LINE, lift=20)
        head, rest = box.inset(60, 50).cut_top(90, 20)
        sign, title = head.cut_left(70, 24)
        c.icon("coffee", sign, theme.ACCENT)
        sizes = (48, 36)
        c.text(
            title,
            t("Something went wrong in the program"),
            sizes,
            theme.CHALK,
            "semibold",
            valign="middle",
        )
        buttons, rest = rest.cut_bottom(90, 30)
        self._buttons(ui, buttons)
        short, rest = rest.cut_bottom(40, 10)
        c.text(short, self.short, (20, theme.LEAST), theme.CHALK_SOFT, valign="middle")
        reassurance, log_message = rest.rows((3, 2), 20)
        c.text(reassurance, self._reassurance(t), (38, 34, 32, 30), theme.CHALK)
        c.text(log_message, self._log_message(t), (26, theme.LEAST), theme.CHALK_SOFT)

    def _reassurance(self, t: Words) -> str:
        if not self.playing:
            return t("No game was open, so nothing is lost. Go on from the start screen.")
        return t(
            "Nothing is lost: every decision is saved before it is shown. The game goes on from "
            "the last one."
        )

    def _log_message(self, t: Words) -> str:
        if self.log is None:
            return t("What happened could not be written down. Copy the details and keep them.")
        return t(
            "If it happens again, send the details to those who look after the game. They are "
            "kept in {file}.",
            file=self.log,
        )

    def _buttons(self, ui: Ui, box: Box) -> None:
        t, app = ui.t, self.app
        go, copy, leave = box.columns((1.4, 1, 0.7), 24)
        ui.add(
            Button(
                "continue",
                go,
                Label(t("Continue"), icon="play", style="primary", size=36),
                self.go_on,
                shortcut=pygame.K_RETURN,
            )
        )
        words = t("Copy the details")
        ui.add(
            Button("copy", copy, Label(words, icon="newspaper", style="quiet", size=28), self._copy)
        )
        words = t("Quit")
        ui.add(
            Button("quit", leave, Label(words, icon="log-out", style="quiet", size=28), app.quit)
        )
        ui.focus_on("continue")

    def _copy(self) -> None:
        copy_text(self.details)
        self.app.toast(self.app.t("The details are copied."))
