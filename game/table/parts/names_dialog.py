"""The dialog before a report without names is written: what is taken out, and what is in doubt.

A thread looks for the names, as the session has to be read; the window stays responsive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, Literal

from game.anonymity import AS_FOUND, Anonymised, Findings, NameChoices, WordFound
from game.anonymity.listing import (
    HEADS,
    READ_IT,
    doubt_text,
    examples_text,
    hint_lines,
    named_lines,
    not_found_lines,
    times,
)
from game.frozen import frozen
from game.gui import theme
from game.gui.background import Background
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.text.typesetter import Weight
from game.gui.theme import Colour
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.field import TextField
from game.gui.widgets.label import Label
from game.i18n import Words
from game.report import ReportError, names_in
from game.session import SessionError
from game.table.parts.dialog_parts import complaint

RowKind = Literal["head", "word", "line", "small"]
LONGEST_NAME: Final = 60
_SET: Final[dict[RowKind, tuple[float, Weight, Colour]]] = {
    "head": (30, "bold", theme.ACCENT),
    "word": (28, "semibold", theme.CHALK),
    "line": (25, "regular", theme.CHALK),
    "small": (22, "regular", theme.CHALK_SOFT),
}
_ABOVE: Final[dict[RowKind, float]] = {"head": 22, "word": 14, "line": 8, "small": 2}
_SWITCH_W, _SWITCH_H = 420, 58


@frozen
class NameRow:
    """A row of the list; a word in doubt has a switch beside it."""

    kind: RowKind
    text: str
    word: WordFound | None = None


def name_rows(t: Words, findings: Findings) -> list[NameRow]:
    """The list: words in doubt first, then what is taken out, and what may still identify."""
    parts = {
        "words": list(_words(t, findings)),
        "taken": _lines(named_lines(t, findings)),
        "not_found": _lines(not_found_lines(t, findings)),
        "hints": _lines(hint_lines(t, findings)),
    }
    rows = []
    for key, part in parts.items():
        if part:
            rows += [NameRow("head", t(HEADS[key])), *part]
    return [NameRow("line", _summary(t, findings)), *rows, NameRow("line", t(READ_IT))]


def _summary(t: Words, findings: Findings) -> str:
    """What the list holds, since it is longer than the window."""
    return t(
        "Words in doubt: {words} · taken out: {taken} · below: what may still tell who it is about",
        words=t.number(len(findings.words)),
        taken=times(t, findings.count),
    )


def _words(t: Words, findings: Findings) -> Iterator[NameRow]:
    for word in findings.words:
        yield NameRow("word", f"{word.word}  ({doubt_text(t, word)})", word)
        yield NameRow("small", examples_text(t, word))


def _lines(lines: Iterator[str]) -> list[NameRow]:
    return [NameRow("line", line) for line in lines]


class NamesDialog(Screen):
    """Shows what is taken out of a session; ``write`` gets the decisions, and a name for a folder.

    Words in doubt are taken out unless somebody says that they stay.
    """

    overlay = True
    stops_clock = True

    def __init__(
        self, session: Path, write: Callable[[NameChoices, str], object], *, moods: bool = False
    ) -> None:
        self.session = session
        self.write = write
        self.moods = moods
        self.choices = AS_FOUND
        self.found: Anonymised | None = None
        self.trouble = ""
        self.name = ""
        self._looking: Background[Anonymised] = Background()

    @property
    def holds_words(self) -> bool:
        """Whether something was decided about names, or one is being written."""
        return self.choices != AS_FOUND or super().holds_words

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The list, a field for one more name, and the answers."""
        t = ui.t
        rest = dialog(ui, 1640, 1000, t("Without names: what is taken out"), self.back)
        buttons, rest = rest.cut_bottom(80, 20)
        if self.found is None:
            self._wait(ui, rest)
        else:
            also, rest = rest.cut_bottom(66, 16)
            self._list(ui, rest, name_rows(t, self.found.findings))
            self._also(ui, also)
        no, yes = buttons.columns((1, 2), 20)
        ui.add(Button("no", no, Label(t("Back"), style="quiet", size=28), self.back))
        label = Label(t("Save without names"), icon="archive", style="primary", size=32)
        busy = self.found is None or self._looking.busy
        reason = t("The names are being looked for.") if busy else ""
        ui.add(Button("yes", yes, label, self._write, reason=reason))
        ui.focus_on("yes")

    def _wait(self, ui: Ui, box: Box) -> None:
        """What goes on before there is a list, or why there is none."""
        if self.trouble:
            complaint(ui.canvas, box.cut_top(160)[0], self.trouble)
            return
        ui.canvas.text(box, ui.t("Looking for names …"), (theme.ROOM, 26), theme.CHALK)
        if not self._looking.busy:
            self._look()

    def _list(self, ui: Ui, box: Box, rows: list[NameRow]) -> None:
        c, width = ui.canvas, box.w - 40
        with c.type.paged() as grow:
            heights = [_height(c, row, width, grow) for row in rows]
            with ui.scroll("names", box, sum(heights)) as content:
                for row, place in zip(rows, content.rows(heights), strict=True):
                    self._row(ui, place.cut_left(width)[0], row, grow)

    def _row(self, ui: Ui, box: Box, row: NameRow, grow: float) -> None:
        size, weight, colour = _SET[row.kind]
        inner = box.cut_top(_ABOVE[row.kind])[1]
        if row.word is None:
            ui.canvas.text(inner, row.text, size * grow, colour, weight)
            return
        switch, inner = inner.cut_right(_SWITCH_W * grow, 24)
        self._switch(ui, switch, row.word, grow)
        ui.canvas.text(inner, row.text, size * grow, colour, weight, valign="middle")

    def _switch(self, ui: Ui, box: Box, word: WordFound, grow: float) -> None:
        """Whether a word is taken out or stays."""
        options = [(False, ui.t("Take it out")), (True, ui.t("Leave it"))]
        decide = partial(self._decide, word.word)
        key = f"word:{word.word}"
        ui.add(Choice(key, box, options, word.stays, decide, size=24 * grow, tip=word.word))

    def _also(self, ui: Ui, box: Box) -> None:
        """The field for somebody who was not at the table."""
        button, field = box.cut_right(420, 20)
        example = ui.t("One more name, of somebody who was not at the table")
        ui.add(
            TextField(
                "also",
                field,
                self.name,
                self._typed,
                limit=LONGEST_NAME,
                placeholder=example,
                size=26,
                on_enter=self._add_name,
            )
        )
        label = Label(ui.t("Take it out, too"), icon="plus", style="quiet", size=26)
        reason = "" if self.name.strip() else ui.t("Write a name first.")
        ui.add(Button("add", button, label, self._add_name, reason=reason))

    # ------------------------------------------------------------------ deciding
    def _decide(self, word: str, stays: bool) -> None:
        keep = self.choices.keep | {word} if stays else self.choices.keep - {word}
        self.choices = replace(self.choices, keep=keep)
        self._look()

    def _typed(self, text: str) -> None:
        self.name = text
        self.refresh()

    def _add_name(self) -> None:
        if name := self.name.strip():
            self.choices = replace(self.choices, also=(*self.choices.also, name))
            self.name = ""
            self.ui.memory.pop("also", None)
            self._look()

    def _write(self) -> None:
        """Write it; a name that was typed is taken out before, and the list shows it first."""
        if self.name.strip():
            self._add_name()
            t = self.app.t
            self.app.toast(t("The name you wrote is looked for, too. See the list, then save."))
        elif self.found is not None and not self._looking.busy:
            self.app.pop(self)
            self.write(self.choices, self.found.file_name(self.app.t))

    # ------------------------------------------------------------------ looking for names
    def _look(self) -> None:
        """Start looking; :meth:`update` notices when it is done. What is shown stays meanwhile."""
        lang = self.app.lang
        look = partial(names_in, self.session, lang, self.choices, moods=self.moods)
        self._looking.start(look)

    def update(self, dt: float) -> None:
        """Show what was found once it is done."""
        if not self._looking.over:
            return
        try:
            self.found = self._looking.take()
        except (ReportError, SessionError) as error:
            self.found, self.trouble = None, error.translate(self.app.t)
        self.refresh()


def _height(c: Canvas, row: NameRow, width: float, grow: float) -> float:
    size, weight, _ = _SET[row.kind]
    if row.word is not None:
        width -= _SWITCH_W * grow + 24
    high = c.type.height(row.text, width, size * grow, weight)
    return _ABOVE[row.kind] + (max(high, _SWITCH_H * grow) if row.word is not None else high)
