"""The screen to choose a saved game; the list grows while the folder is still being read."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

import pygame

from game.content import title_of
from game.content.case import Prose
from game.gui import theme
from game.gui.geometry import Box
from game.gui.keys import KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen, ScreenHost
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.drag import Spot
from game.gui.widgets.label import Label
from game.i18n import Words
from game.i18n.when import when
from game.session import SessionSummary, read_summary
from game.session.locations import given_name, newest_first
from game.table.parts.page import heading
from game.wording import terms

_ROW, _GAP = 108, 14
_AT_A_TIME = 0.006
"""Seconds per frame spent on finding more games."""


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A saved game; the list is sorted by ``rank``, then by age."""

    rank: int
    found: SessionSummary
    title: Prose


@dataclass(frozen=True, slots=True)
class SecondAction:
    """A second action on a game of the list, besides choosing it."""

    icon: str
    label: str
    run: Callable[[SessionSummary], object]


def _same_rank(found: SessionSummary) -> int:
    return 0


class ChooseSessionScreen(Screen):
    """Lists the saved games of a folder, the latest first.

    ``rank`` sorts them in ascending order and leaves out those it returns ``None`` for. ``also`` is
    offered beside each.
    """

    rim = True
    bindings = (
        KeyBinding(
            (pygame.K_HOME, pygame.K_END),
            action="go_to_end",
            values=(0, 1),
            control=None,
            repeats=True,
        ),
    )

    def __init__(
        self,
        folder: Path,
        title: str,
        subtitle: str,
        choose: Callable[[SessionSummary], object],
        *,
        rank: Callable[[SessionSummary], int | None] = _same_rank,
        also: SecondAction | None = None,
    ) -> None:
        self.title = title
        self.subtitle = subtitle
        self.choose = choose
        self.rank = rank
        self.also = also
        self.rows: list[SessionRow] = []
        self._left = iter(newest_first(folder))
        self._reading = True
        self._titles: dict[str, Prose] = {}

    def shown(self, app: ScreenHost) -> None:
        """Find the first games, so that the list is not empty in the first frame."""
        super().shown(app)
        self._read_more()

    def update(self, dt: float) -> None:
        """Find more games."""
        if self._reading:
            self._read_more()
            self.refresh()

    def _read_more(self) -> None:
        until = time.perf_counter() + _AT_A_TIME
        while time.perf_counter() < until:
            path = next(self._left, None)
            if path is None:
                self._reading = False
                break
            found = read_summary(path)
            rank = None if found is None else self.rank(found)
            if found is not None and rank is not None:
                self.rows.append(SessionRow(rank, found, self._title(found)))
        self.rows.sort(key=lambda row: row.rank)

    def _title(self, found: SessionSummary) -> Prose:
        """The title of a game's case; each case is read only once."""
        key = found.header.scenario_hash
        if key not in self._titles:
            self._titles[key] = title_of(found.header.scenario, found.header.scenario_file)
        return self._titles[key]

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The list and the button back."""
        t = ui.t
        rest = heading(ui, self.title, self.subtitle)
        foot, body = rest.cut_bottom(76, 24)
        back, beside = foot.cut_left(250, 30)
        ui.add(
            Button(
                "back", back, Label(t("Back"), icon="arrow-left", style="quiet", size=28), self.back
            )
        )
        message = t.plural("{n} game", "{n} games", len(self.rows))
        ui.canvas.text(
            beside, message, (28, 26, 24), theme.CHALK_SOFT, align="right", valign="middle"
        )
        if not self.rows and not self._reading:
            message = t("There is no saved game here yet.")
            ui.canvas.text(body, message, (36, 32), theme.CHALK, align="centre", valign="middle")
            ui.focus_on("back")
            return
        self._list(ui, body)
        ui.focus_on("game-0")

    def _list(self, ui: Ui, box: Box) -> None:
        """Build only the visible rows, and one beyond either end for keyboard navigation."""
        high = len(self.rows) * (_ROW + _GAP) - _GAP + 20
        with ui.scroll("games", box.inset(-10), high) as inner:
            inner = inner.inset(10)
            for i, row in enumerate(self.rows):
                place = Box(inner.x, inner.y + i * (_ROW + _GAP), inner.w, _ROW)
                if place.bottom > box.y - _ROW - 30 and place.y < box.bottom + _ROW + 30:
                    self._row(ui, place, i, row)

    def _row(self, ui: Ui, box: Box, i: int, row: SessionRow) -> None:
        """The button of a game, and the one for the second action."""
        beside = box
        if self.also is not None:
            wide = ui.type.width(self.also.label, 28, "semibold") + 100
            beside, box = box.cut_right(wide, 14)
        draw, press = partial(_draw, row), partial(self.choose, row.found)
        ui.add(Spot(f"game-{i}", box, draw=draw, on_press=press, radius=16))
        if self.also is not None:
            ui.add(
                Button(
                    f"also-{i}",
                    beside.inset(0, 14),
                    Label(self.also.label, icon=self.also.icon, style="quiet", size=28),
                    partial(self.also.run, row.found),
                )
            )

    def go_to_end(self, end: int) -> bool:
        """Go to the first game of the list, or to the last."""
        if not self.rows:
            return False
        self.ui.memory["games"] = float(end * len(self.rows) * (_ROW + _GAP))
        self.ui.focus = f"game-{end * (len(self.rows) - 1)}"
        return True

    def back(self) -> None:
        """Go back (Esc)."""
        self.app.pop(self)


def _draw(row: SessionRow, c: Canvas, box: Box) -> None:
    """Draw a game: its case, date and players, and its result."""
    t, found = c.t, row.found
    c.panel(box, theme.PAPER, 16, lift=8)
    sign, rest = box.inset(22, 10).cut_left(54, 20)
    icon = "git-branch" if found.header.origin else "flag" if found.over else "hourglass"
    c.icon(icon, sign.place(46, 46), theme.INK)
    result, words = rest.cut_right(520, 24)
    title, facts = words.rows([3, 2], 0)
    sizes = (30, 28, 26, 24, 22, 20)
    c.text(title, row.title.read(t.lang), sizes, theme.INK, "semibold", valign="middle")
    c.text(facts, _facts(t, found), (22, 20, 18), theme.INK_SOFT, valign="middle")
    upper, lower = result.rows([3, 2], 0)
    c.text(upper, _end(t, found), sizes, theme.INK, "semibold", align="right", valign="middle")
    c.text(lower, _length(t, found), (22, 20, 18), theme.INK_SOFT, align="right", valign="middle")


def _facts(t: Words, found: SessionSummary) -> str:
    """The session's title, when it was played (not when a note was added), and by whom."""
    began = datetime.fromisoformat(found.header.created).timestamp()
    seats = ", ".join(seat.name for seat in found.seats)
    facts = (given_name(found.path), when(t, began, time.time()), seats)
    return " · ".join(fact for fact in facts if fact)


def _end(t: Words, found: SessionSummary) -> str:
    """The verdict, or how far the game got."""
    if found.over and found.verdict is not None:
        return terms.verdict(t, found.verdict)
    return t("Round {n}", n=max(1, found.round))


def _length(t: Words, found: SessionSummary) -> str:
    decisions = t.plural("{n} decision", "{n} decisions", found.decisions)
    minutes = t("{n} min", n=round(found.played / 60))
    return f"{decisions} · {minutes}"
