"""What a page says of the game, and the dialog that shows what each sentence rests on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pygame

from game.debrief import Evidence, TrailEntry
from game.frozen import frozen
from game.gui import theme
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.keys import KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.theme import Colour
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.i18n import mark
from game.table.parts.discussion.discussion import Discussion
from game.wording import terms

EVIDENCE = KeyBinding((pygame.K_e,), mark("What this page rests on in the log"), "back")
_HEAD, _ROW, _TALL, _GAP = 64, 56, 84, 8
_LINE = 1040
"""What is wider than this in small letters takes a row of two lines."""
_SIZES = (28, 20)


@frozen
class Claim:
    """Something that a page says of the game, and the entries that prove it."""

    text: str
    evidence: Evidence


class EntryButton(Button):
    """An entry of the log: its step in the replay, what it recorded, and its round."""

    def __init__(
        self, key: str, box: Box, entry: tuple[str, str, str], on_click: Callable[[], object]
    ) -> None:
        number, line, when = entry
        super().__init__(key, box, Label(line, style="quiet"), on_click)
        self.number = number
        self.when = when

    def _face(self, c: Canvas, ink: Colour) -> None:
        draw_entry(c, self.box.inset(16, 4), (self.number, self.label, self.when), ink)


def draw_entry(c: Canvas, box: Box, entry: tuple[str, str, str], ink: Colour) -> None:
    """Its number at the left, its round at the right, what it recorded between them."""
    number, line, when = entry
    sign, rest = box.cut_left(76, 14)
    c.text(sign, number, (26, 24), theme.ACCENT, "semibold", align="right", valign="middle")
    right, words = rest.cut_right(max(150.0, c.type.width(when, 24) + 4), 16)
    c.text(words, line, _SIZES, ink, valign="middle")
    c.text(right, when, (24, 20), ink, align="right", valign="middle")


@frozen
class _Told:
    """A claim in the words of the dialog, and the height of each of its rows."""

    claim: Claim
    entries: tuple[tuple[TrailEntry, str, int], ...]
    searched: str

    @property
    def height(self) -> float:
        """The room that it takes with its rows."""
        rows = [high for _, _, high in self.entries] + [_ROW] * bool(self.searched)
        return _HEAD + sum(high + _GAP for high in rows) + 3 * _GAP


class EvidenceDialog(Screen):
    """The claims of a page, each with the entries that it rests on; an entry can be looked at."""

    overlay = True
    bindings = (EVIDENCE,)

    def __init__(self, discussion: Discussion, claims: Sequence[Claim]) -> None:
        self.discussion = discussion
        self.claims = claims

    def build(self, ui: Ui) -> None:
        """A head for each claim, and a row for each of its entries."""
        rest = dialog(ui, 1500, 960, ui.t("How do we know this?"), self.back)
        lead, rest = rest.cut_top(46, 14)
        text = ui.t("The steps of the game, numbered as in the replay.")
        if self.discussion.exits.go_to is not None:
            text = ui.t("The steps of the game, numbered as in the replay. Press one to see it.")
        ui.canvas.text(lead, text, _SIZES, theme.CHALK_SOFT, valign="middle")
        told = [self._told(ui, claim) for claim in self.claims]
        with ui.scroll("evidence", rest, sum(one.height for one in told)) as content:
            for n, one in enumerate(told):
                mine, content = content.cut_top(one.height)
                self._claim(ui, mine, n, one)
        ui.focus_on("close")

    def _told(self, ui: Ui, claim: Claim) -> _Told:
        lines = [
            (entry, self.discussion.entry_line(ui.t, entry))
            for entry in self.discussion.trail(claim.evidence)
        ]
        wide = ui.canvas.type.width
        rows = ((entry, line, _TALL if wide(line, 26) > _LINE else _ROW) for entry, line in lines)
        return _Told(claim, tuple(rows), self.discussion.searched(ui.t, claim.evidence))

    def _claim(self, ui: Ui, box: Box, n: int, told: _Told) -> None:
        head, rest = box.cut_top(_HEAD, _GAP)
        ui.canvas.text(head, told.claim.text, _SIZES, theme.ACCENT, "semibold", valign="middle")
        for entry, line, high in told.entries:
            row, rest = rest.cut_top(high, _GAP)
            self._entry(ui, row, f"{n}:{entry.position.entry}", entry, line)
        if told.searched:
            row = rest.cut_top(_ROW)[0]
            sign, words = row.cut_left(60, 14)
            ui.canvas.icon("eye-off", sign.place(32, 32), theme.CHALK_SOFT)
            ui.canvas.text(words, told.searched, _SIZES, theme.CHALK_SOFT, valign="middle")

    def _entry(self, ui: Ui, box: Box, key: str, entry: TrailEntry, line: str) -> None:
        t, position = ui.t, entry.position
        playing = sum(self.discussion.debrief.setup.rules.rounds)
        when = terms.round_name(t, position.round, playing)
        number = "–" if entry.number is None else t.number(entry.number)
        told = number, line, when
        if self.discussion.exits.go_to is None:
            draw_entry(ui.canvas, box.inset(16, 4), told, theme.CHALK)
        else:
            ui.add(EntryButton(f"entry:{key}", box, told, partial(self._go, entry)))

    def _go(self, entry: TrailEntry) -> None:
        self.app.pop(self)
        if self.discussion.exits.go_to is not None:
            self.discussion.exits.go_to(entry.position.entry)
