"""The case editor: sections and cards at the left, the form, and beside it what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import pygame

from game.content import Case, Problem
from game.content.positions import KeyPath
from game.gui import theme
from game.gui.geometry import Box
from game.gui.keys import KeyBinding
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.label import Label
from game.gui.widgets.scroll import Scroll
from game.i18n import Words, mark
from game.table.editor import card_list, cards
from game.table.editor.draft import Draft
from game.table.editor.form import Form, widget_key
from game.table.editor.inputs import draw_fields
from game.table.editor.judge import Judge, path_of
from game.table.editor.languages import shown_text
from game.table.editor.problem_list import ProblemList
from game.table.editor.sections import BY_KEY, SECTIONS, Section, section_of
from game.table.editor.side import CARD_HIGH, draw_live
from game.table.editor.standing import draw_standing

REST: Final = 0.4
"""Seconds without a letter after which what was typed is written down, saved and judged."""
_SECTIONS, _CARDS, _SIDE, _GAP = 296.0, 310.0, 410.0, 22.0


@dataclass(frozen=True, slots=True)
class EditorExits:
    """What leads out of the editor, or touches a file.

    ``save`` writes the draft to its file, and gives what is wrong with that, if anything is;
    ``changed_elsewhere`` is asked now and then and deals with a file that another program wrote.
    """

    save: Callable[[Draft], str]
    back: Callable[[], object]
    preview: Callable[[], object]
    simulate: Callable[[Case], object]
    play: Callable[[Case], object]
    changed_elsewhere: Callable[[], object]


class EditorScreen(Screen):
    """A case that is being written; everything is saved as soon as nobody types.

    ``base`` is a case whose rules the live card stands on; ``file`` the name of the case's file.
    """

    rim = True
    bindings = (
        KeyBinding((pygame.K_z,), action="redo", control=True, shift=True),
        KeyBinding(
            (pygame.K_z, pygame.K_y),
            mark("In the case editor: take a change back, or make it again"),
            ("undo", "redo"),
            control=True,
        ),
    )

    def __init__(self, draft: Draft, base: Case, file: str, exits: EditorExits) -> None:
        self.draft = draft
        self.base = base
        self.file = file
        self.exits = exits
        self.judge = Judge(file)
        self.section: Section = SECTIONS[0]
        self.number = 0
        self.typed: dict[str, str] = {}
        self.wrong: dict[str, str] = {}
        self.complaint = ""
        self._rested = 0.0
        self._since_look = 0.0
        self._unshown = False
        self._focused: str | None = None
        self._wanted: str | None = None

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The head, and below it the columns."""
        self.judge.ask(self.draft.text, ui.t.lang)
        area = ui.area.inset(44, 26)
        head, rest = area.cut_top(68, 18)
        self._head(ui, head)
        sections, rest = rest.cut_left(_SECTIONS, _GAP)
        card_list.draw_sections(ui, sections, self)
        side, rest = rest.cut_right(_SIDE, _GAP)
        if self.section.many or self.section.items:
            listed, rest = rest.cut_left(_CARDS, _GAP)
            card_list.draw_cards(ui, listed, self)
        self._form(ui, rest)
        live, standing = side.cut_top(CARD_HIGH, 20)
        if self._has_card:
            draw_live(ui, live, self.app, self.base, self.draft, (self.section, self.number))
        draw_standing(ui, standing, self.judge, self.show_problems)
        self._bring_into_sight(ui)

    def _bring_into_sight(self, ui: Ui) -> None:
        """Scroll to the field that a problem led to."""
        wanted, self._wanted = ui.find(self._wanted), None
        for area in ui.widgets:
            if wanted is not None and isinstance(area, Scroll) and wanted.key in area.inside:
                area.reveal(ui, wanted.box)

    @property
    def _has_card(self) -> bool:
        """Whether there is a card to be shown: a list may be empty."""
        return not self.section.many or bool(self.cards)

    @property
    def cards(self) -> list[Any]:
        """The cards of the section that is shown."""
        found = self.draft.get(self.section.path, []) if self.section.many else []
        return found if isinstance(found, list) else []

    def _head(self, ui: Ui, box: Box) -> None:
        t = ui.t
        back, rest = box.cut_left(68, 16)
        label = Label(icon="arrow-left", style="quiet")
        ui.add(Button("back", back, label, self.back, tip=t("Back: everything is saved")))
        play, rest = rest.cut_right(170, 14)
        simulate, rest = rest.cut_right(220, 14)
        preview, rest = rest.cut_right(220, 14)
        languages, rest = rest.cut_right(340, 14)
        redo, rest = rest.cut_right(64, 10)
        undo, rest = rest.cut_right(64, 20)
        self._names(ui, rest)
        none = t("There is nothing to undo.")
        undo_label, redo_label = (
            Label(icon="undo-2", style="quiet"),
            Label(icon="redo-2", style="quiet"),
        )
        reason = "" if self.draft.can_undo else none
        ui.add(Button("undo", undo, undo_label, self.undo, tip=t("Undo (Ctrl+Z)"), reason=reason))
        reason = "" if self.draft.can_redo else t("Nothing was undone.")
        ui.add(Button("redo", redo, redo_label, self.redo, tip=t("Redo (Ctrl+Y)"), reason=reason))
        options = [("da", "Dansk"), ("en", "English"), ("both", t("Both"))]
        tip = t("The language in which texts are written here")
        ui.add(
            Choice(
                "written", languages, options, self.draft.written, self._write_in, size=22, tip=tip
            )
        )
        self._ways_out(ui, (preview, simulate, play))

    def _ways_out(self, ui: Ui, places: tuple[Box, Box, Box]) -> None:
        t, reason = ui.t, self._reason(ui.t)
        preview, simulate, play = places
        face = Label(t("Preview"), icon="eye", style="quiet", size=24)
        ui.add(Button("preview", preview, face, self.exits.preview))
        face = Label(t("Simulate"), icon="gauge", style="quiet", size=24)
        ui.add(Button("simulate", simulate, face, self._simulate, reason=reason))
        face = Label(t("Play it"), icon="play", style="primary", size=24)
        ui.add(Button("play", play, face, self._play, reason=reason))

    def _names(self, ui: Ui, box: Box) -> None:
        """The title of the case, and whether it is saved."""
        c, t = ui.canvas, ui.t
        name, below = box.rows((1.2, 1), 2)
        title = shown_text(self.draft.get(("title",)), t.lang) or t("A case without a title")
        c.text(name, title, (30, 28, 26, 24, 22, 20, 18), theme.CHALK, "bold", valign="middle")
        text = self.complaint or t("Saved as you write: {file}", file=self.file)
        ink = theme.ACCENT if self.complaint else theme.CHALK_SOFT
        c.text(below, text, (20, 18, 17, 16), ink, valign="middle")

    def _form(self, ui: Ui, box: Box) -> None:
        c, t = ui.canvas, ui.t
        c.panel(box, theme.PANEL, 16, line=theme.PANEL_LINE)
        inner = box.inset(20, 14).cut_bottom(20)[1]
        about, inner = inner.cut_top(40, 8)
        c.text(
            about, t(self.section.about), (22, 20, 18, 17, 16), theme.CHALK_SOFT, valign="middle"
        )
        if not self._has_card:
            text = t("There is nothing here yet. Begin with the button at the left.")
            c.text(inner, text, (28, 26, 24, 22), theme.CHALK, align="centre", valign="middle")
            return
        form = self.form(ui)
        name = f"form:{self.section.key}:{self.number}"
        draw_fields(form, name, inner, self.section.fields(self.draft.get(form.base, {})))

    def form(self, ui: Ui) -> Form:
        """The form of the card that is shown."""
        return Form(ui, self, self._base)

    @property
    def _base(self) -> KeyPath:
        section = self.section
        if section.many:
            return (*section.path, self.number)
        return (*section.path, section.items[self.number]) if section.items else section.path

    def _reason(self, t: Words) -> str:
        """Why the case cannot be played or simulated now; empty if it can."""
        if self.judge.errors:
            return t("The case has errors that have to be mended first.")
        return "" if self.judge.current else t("The case is being read.")

    # ------------------------------------------------------------------ writing
    def typing(self, key: str, text: str) -> None:
        """A letter was typed: it is saved when nobody types for a moment."""
        self.typed[key] = text
        self._rested, self._unshown = 0.0, True

    def changed(self) -> None:
        """A value was chosen: it is saved at once."""
        self._save()

    def push(self, screen: Screen) -> None:
        """Show a dialog; what was typed is saved first."""
        self.settle()
        self.app.push(screen)

    def settle(self) -> None:
        """Write down and save what was typed."""
        if self.draft.flush() or self.draft.unsaved:
            self._save()

    def _save(self) -> None:
        if self.draft.unsaved:
            self.complaint = self.exits.save(self.draft)
        self.refresh()

    def _name_left(self) -> None:
        if not self.section.many or self.number >= len(self.cards):
            return
        document, name = self.draft.document, self.draft.get((*self._base, "name"))
        after = cards.named(document, self.section.path, self.number, shown_text(name, "da"))
        if after is not document:
            self.draft.change(after)

    def update(self, dt: float) -> None:
        """Save when nobody types, judge the case a little, and look at the file now and then."""
        self._rested += dt
        self._since_look += dt
        if self._focused != self.ui.focus:
            self._left(self._focused)
            self._focused = self.ui.focus
        if self._unshown and self._rested >= REST:
            self._unshown = False
            self.settle()
            self.refresh()
        elif self.judge.busy and self._rested >= REST and self.judge.work():
            self.refresh()
        if self.judge.busy:
            self.app.wake()
        if self._since_look >= 1.0 and self.app.top is self:
            self._since_look = 0.0
            self.exits.changed_elsewhere()

    def _left(self, key: str | None) -> None:
        """The focus has left a field: it shows what stands in the file, and a step ends."""
        if key is None or key not in self.typed:
            return
        self.settle()
        if key not in self.wrong:
            self.typed.pop(key, None)
        if key.startswith(widget_key((*self._base, "name"))):
            self._name_left()
        self.draft.end_step()
        self._save()

    # ------------------------------------------------------------------ going about
    def go(self, section: str, number: int = 0) -> None:
        """Show a section, and a card of it."""
        self._forget_typed()
        self.section = BY_KEY[section]
        count = len(self.section.items) or len(self.cards)
        self.number = min(number, max(0, count - 1))

    def _forget_typed(self) -> None:
        self._left(self._focused)
        self._focused = None
        self.typed.clear()
        self.wrong.clear()

    def add(self) -> None:
        """Add a card after the one that is shown, and write its name."""
        self._forget_typed()
        path, at = self.section.path, min(self.number + 1, len(self.cards))
        self.draft.change(cards.added(self.draft.document, path, at))
        self.number = at
        self._save()
        lang = "da" if self.draft.written == "both" else self.draft.written
        key = "text" if self.section.key == "prompts" else "name"
        below = () if self.section.key == "questions" else (key,)
        self.ui.focus = widget_key((*self._base, *below), lang)

    def copy(self) -> None:
        """Add a copy of the card that is shown."""
        self._forget_typed()
        self.draft.change(cards.copied(self.draft.document, self.section.path, self.number))
        self.number += 1
        self._save()

    def remove(self) -> None:
        """Take the card away; it can be undone."""
        self._forget_typed()
        self.draft.change(cards.without(self.draft.document, self.section.path, self.number))
        self.number = max(0, min(self.number, len(self.cards) - 1))
        self._save()
        self.app.toast(self.app.t("Taken away. Undo brings it back."))

    def move(self, by: int) -> None:
        """Move the card up or down in its list."""
        to = self.number + by
        if 0 <= to < len(self.cards):
            self._forget_typed()
            self.draft.change(self.draft.document.move(self.section.path, self.number, to))
            self.number = to
            self._save()

    def undo(self) -> None:
        """Take the last change back."""
        self._step(self.draft.undo)

    def redo(self) -> None:
        """Make a change again that was taken back."""
        self._step(self.draft.redo)

    def _step(self, step: Callable[[], None]) -> None:
        self.typed.clear()
        self.wrong.clear()
        step()
        count = len(self.section.items) or len(self.cards) or 1
        self.number = min(self.number, count - 1)
        self._save()

    def _write_in(self, written: Any) -> None:
        self._forget_typed()
        self.draft.written = written

    # ------------------------------------------------------------------ problems, and ways out
    def show_problems(self) -> None:
        """List everything that is wrong or unusual."""
        self.settle()
        self.judge.ask(self.draft.text, self.app.lang)
        self.judge.finish()
        self.app.push(ProblemList(lambda: self.judge.problems, self.place_of, self.go_to))

    def place_of(self, t: Words, problem: Problem) -> str:
        """Where a problem is, in the words of the editor."""
        section = section_of(path_of(problem))
        number = self._number_of(section, path_of(problem))
        name = t(section.name)
        if section.items:
            return f"{name}: {card_list.track_name(t, section.items[number])}"
        if not section.many or not self.draft.get(section.path):
            return name
        card = self.draft.get((*section.path, number))
        called = card_list.card_name(t, card)
        return f"{name} {number + 1}: {called}" if called else f"{name} {number + 1}"

    def _number_of(self, section: Section, path: KeyPath) -> int:
        below = path[len(section.path) :]
        first = below[0] if below else 0
        if section.items:
            return section.items.index(str(first)) if first in section.items else 0
        return first if isinstance(first, int) else 0

    def go_to(self, problem: Problem) -> None:
        """Show the card that a problem is about, and give its field the focus."""
        path = path_of(problem)
        section = section_of(path)
        self.go(section.key, self._number_of(section, path))
        self._aim(path)
        self.refresh()

    def _aim(self, path: KeyPath) -> None:
        """Give the focus to the field that writes a key, and scroll it into sight."""
        wanted = widget_key(path)
        for end in range(len(path), 0, -1):
            wanted = widget_key(path[:end])
            found = [key for key in self._field_keys() if key.split(":")[1] == wanted[6:]]
            if found:
                self.ui.focus = self._wanted = found[0]
                return

    def _field_keys(self) -> list[str]:
        form = self.form(self.ui)
        fields = self.section.fields(self.draft.get(form.base, {}))
        langs = ("", *form.langs)
        return [form.key(key, lang) for field in fields for key in field.keys for lang in langs]

    def _simulate(self) -> None:
        self.settle()
        if self.judge.case is not None:
            self.exits.simulate(self.judge.case)

    def _play(self) -> None:
        self.settle()
        if self.judge.case is not None:
            self.exits.play(self.judge.case)

    def back(self) -> None:
        """Esc goes back; everything is saved."""
        self._forget_typed()
        self.settle()
        self.exits.back()
