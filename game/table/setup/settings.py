"""The settings: applied at once, and saved for next time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from game.frozen import frozen
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.choice import Choice
from game.i18n import Lang
from game.table.parts.help_screen import HintSwitch
from game.table.parts.shortcuts import SETTINGS
from game.table.parts.sound_switch import sound_fault

_MARGIN = 12
"""Above and below the dialog where there are many settings."""


@frozen
class SettingRow:
    """One line: the preference it changes, its meaning, and its choices."""

    name: str
    icon: str
    label: str
    about: str
    options: Sequence[tuple[Any, str]]


class SettingsScreen(Screen):
    """A line for each setting, with its choices beside it.

    ``set_language`` is called when the language changes; without it only the program's language
    changes, and no game records it. ``hints`` are those of the game that is played.
    """

    overlay = True
    stops_clock = True
    bindings = (SETTINGS,)

    def __init__(
        self,
        set_language: Callable[[Lang], object] | None = None,
        hints: HintSwitch | None = None,
    ) -> None:
        self.set_language = set_language
        self.hints = hints

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The settings in a column, and where they are stored."""
        t = ui.t
        settings = self._settings()
        high = min(ui.area.h - 2 * _MARGIN, 240 + 86 * len(settings))
        rest = dialog(ui, 1640, high, t("Settings"), self.back)
        foot, rest = rest.cut_bottom(32, 8)
        for row, setting in zip(rest.rows(len(settings), 8), settings, strict=True):
            self._line(ui, row, setting)
        text = t(
            "Everything here takes effect at once and is kept for next time. F9 opens the settings."
        )
        ui.canvas.text(foot, text, (22, theme.LEAST), theme.CHALK_SOFT, valign="middle")
        ui.focus_on(settings[0].name)

    def _line(self, ui: Ui, row: Box, setting: SettingRow) -> None:
        c = ui.canvas
        words, field = row.columns((1, 1), 28)
        sign, words = words.cut_left(48, 20)
        c.icon(setting.icon, sign.place(40, 40), theme.ACCENT)
        label, about = words.rows((1.15, 1))
        sizes = (28, 22)
        c.text(label, setting.label, sizes, theme.CHALK, "semibold", valign="middle")
        c.text(about, setting.about, (21, 20, theme.LEAST), theme.CHALK_SOFT)
        ui.add(
            Choice(
                setting.name,
                field.place(field.w, min(66, field.h)),
                setting.options,
                self._now(setting.name),
                lambda value: self._set(setting.name, value),
                size=26,
            )
        )

    def _settings(self) -> list[SettingRow]:
        monitors = self.app.desktop.monitors
        monitor_rows = [self._monitor(monitors), self._own_window()] if monitors > 1 else []
        return [*self._legibility(), self._cards(), *self._environment(), *monitor_rows]

    def _legibility(self) -> list[SettingRow]:
        """The settings for legibility."""
        t = self.app.t
        return [
            SettingRow(
                "lang",
                "languages",
                t("Language"),
                t("L changes it from anywhere at the table"),
                (("da", "Dansk"), ("en", "English")),
            ),
            SettingRow(
                "text_size",
                "a-large-small",
                t("Text size"),
                t("Larger where there is room for it"),
                tuple((size, t.percent(size / 100)) for size in (100, 125, 150)),
            ),
            SettingRow(
                "colours",
                "contrast",
                t("Colours"),
                t("More contrast helps where the projector is pale"),
                (("standard", t("Standard")), ("strong", t("More contrast"))),
            ),
            SettingRow(
                "motion",
                "zap",
                t("Motion"),
                t("Cards slide and markers move, or everything is shown at once"),
                (("full", t("Show motion")), ("reduced", t("No motion"))),
            ),
        ]

    def _cards(self) -> SettingRow:
        t = self.app.t
        return SettingRow(
            "cards",
            "layers",
            t("Cards in the hand"),
            t("With words, or with signs alone (K at the table)"),
            (("fitting", t("As it fits")), ("words", t("Words")), ("signs", t("Signs"))),
        )

    def _environment(self) -> list[SettingRow]:
        """Sound, hints, the tempo of reality checks and full screen."""
        t = self.app.t
        on_off = ((True, t("On")), (False, t("Off")))
        return [
            SettingRow(
                "sound",
                "volume-2",
                t("Sound"),
                sound_fault(self.app) or t("Soft sounds for cards, dice, tracks and timers (F8)"),
                on_off,
            ),
            SettingRow(
                "guide",
                "lightbulb",
                t("Hints while you play"),
                t("Short hints while the game is learned"),
                on_off,
            ),
            SettingRow(
                "moments",
                "star",
                t("Reality checks"),
                t("What deserves the room's attention, or step by step"),
                ((True, t("The moments")), (False, t("Everything"))),
            ),
            SettingRow(
                "fullscreen",
                "maximize",
                t("Screen"),
                t("F11 changes it from anywhere"),
                ((False, t("Window")), (True, t("Full screen"))),
            ),
        ]

    def _monitor(self, monitors: int) -> SettingRow:
        t = self.app.t
        options = [(None, t("As it is")), *((n, str(n + 1)) for n in range(monitors))]
        about = t("The monitor or projector that shows the table")
        return SettingRow("display", "monitor", t("Monitor"), about, options)

    def _own_window(self) -> SettingRow:
        t = self.app.t
        about = t("Opens with the table on the other screen: timers, notes, undo")
        on_off = ((True, t("On")), (False, t("Off")))
        label = t("The facilitator's own window")
        return SettingRow("facilitator_window", "columns-2", label, about, on_off)

    # ------------------------------------------------------------------ actions
    def _now(self, name: str) -> Any:
        """What is chosen now; hints are off for a group that does without them, too."""
        chosen = getattr(self.app.preferences, name)
        return chosen and self.hints.on if name == "guide" and self.hints is not None else chosen

    def _set(self, name: str, value: Any) -> None:
        if name == "lang" and self.set_language is not None:
            self.set_language(value)
            return
        if name == "guide" and self.hints is not None:
            self.hints.switch(value)
        self.app.prefer(**{name: value})
        if name == "sound":
            self.app.sound.play("place")
