"""The menu of a replay: what is shown, what it leads to, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.table import theme
from game.table.frame import Box
from game.table.screen import Screen
from game.table.ui import Ui
from game.table.widgets.modal import dialog
from game.table.widgets.two_lines import TwoLines

if TYPE_CHECKING:
    from game.table.replay.screen import ReplayScreen


@dataclass(frozen=True, slots=True)
class Entry:
    """One button: its deed, and what that means. ``stay`` leaves the menu open."""

    key: str
    icon: str
    label: str
    caption: str
    do: Callable[[], object]
    hint: str = ""
    stay: bool = False


class Menu(Screen):
    """Three columns: what is shown, what it leads to, the screen."""

    overlay = True

    def __init__(self, replay: ReplayScreen) -> None:
        self.replay = replay

    def build(self, ui: Ui) -> None:
        """Every entry as a large button."""
        t = ui.t
        rest = dialog(ui, 1780, 760, t("Replay"), self.back)
        columns = (
            (t("What is shown"), self._shown()),
            (t("Go on with it"), self._onward()),
            (t("The screen"), self._screen()),
        )
        for box, (title, entries) in zip(rest.columns(3, 28), columns, strict=True):
            self._column(ui, box, title, entries)
        ui.focus_on("names")

    def _column(self, ui: Ui, box: Box, title: str, entries: list[Entry]) -> None:
        head, rest = box.cut_top(48, 10)
        ui.canvas.text(head, title, (30, 28, 26), theme.ACCENT, "semibold", valign="middle")
        for row, entry in zip(rest.rows(4, 16), entries, strict=False):
            ui.add(
                TwoLines(
                    entry.key,
                    row,
                    entry.label,
                    entry.caption,
                    entry.do if entry.stay else self._then(entry.do),
                    icon=entry.icon,
                    hint=entry.hint,
                )
            )

    def _then(self, do: Callable[[], object]) -> Callable[[], None]:
        def deed() -> None:
            self.app.pop(self)
            do()

        return deed

    # ------------------------------------------------------------------ entries
    def _shown(self) -> list[Entry]:
        t, replay = self.app.t, self.replay
        view, player = replay.view, replay.player
        names = (
            ("user-check", t("Show the names"), t("The players by the names they gave"))
            if view.nameless
            else ("eye-off", t("Hide the names"), t("Roles stand where names were"))
        )
        undone = (
            ("undo-2", t("Leave out what was undone"), t("Only the decisions that stand"))
            if player.undone
            else ("undo-2", t("Show what was undone"), t("Every decision, also those taken back"))
        )
        return [
            Entry("names", *names, lambda: replay.hide_names(not view.nameless), "H"),
            Entry("undone", *undone, lambda: replay.show_undone(not player.undone), "U"),
            Entry(
                "talk",
                "gem",
                t("Talk about it"),
                t("Key moments, bookmarks and notes at this step"),
                replay.talk,
                "T",
            ),
            Entry(
                "bookmark",
                "bookmark",
                t("Bookmark"),
                t("Come back to this moment"),
                lambda: replay.write_note(bookmark=True),
                "B",
            ),
        ]

    def _onward(self) -> list[Entry]:
        t, replay = self.app.t, self.replay
        flow, viewing = replay.flow, replay.viewing
        entries = [
            Entry(
                "branch",
                "git-branch",
                t("Continue from here"),
                t("What if? A new game; this one stays as it is"),
                replay.branch,
                "C",
            )
        ]
        if (compare := flow.compare) is not None:
            caption = t("Side by side, with what differs in words")
            entries.append(
                Entry(
                    "compare",
                    "columns-2",
                    t("Compare with another game"),
                    caption,
                    lambda: compare(viewing),
                )
            )
        if (debrief := flow.debrief) is not None:
            caption = t("The talk after the game, in six phases")
            entries.append(
                Entry(
                    "debrief", "users-round", t("To the debrief"), caption, lambda: debrief(viewing)
                )
            )
        if (follow_up := flow.follow_up) is not None:
            caption = t("Weeks later: what it really came to")
            entries.append(
                Entry(
                    "follow-up",
                    "sprout",
                    t("Follow-up meeting"),
                    caption,
                    lambda: follow_up(viewing),
                )
            )
        return entries

    def _screen(self) -> list[Entry]:
        t, app = self.app.t, self.app
        other = "English" if app.lang == "da" else "Dansk"
        said = "Speak English from now on" if app.lang == "da" else "Tal dansk fra nu af"
        to_english = app.lang == "da"
        return [
            Entry(
                "language",
                "languages",
                other,
                said,
                lambda: self.replay.speak(to_english),
                "L",
                stay=True,
            ),
            Entry(
                "fullscreen",
                "maximize",
                t("Full screen"),
                t("Or back to a window"),
                app.toggle_fullscreen,
                "F11",
                stay=True,
            ),
            Entry(
                "leave",
                "log-out",
                t("Leave the replay"),
                t("Nothing in it has been changed"),
                self.replay.flow.leave,
            ),
        ]

    def handle(self, event: pygame.Event) -> bool:
        """F10 closes what F10 opened."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_F10:
            self.app.pop(self)
            return True
        return False
