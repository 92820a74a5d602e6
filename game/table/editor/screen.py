"""The case editor: sections and cards at the left, the form, and beside it what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import pygame

from game.content import Case
from game.content.document import Document
from game.content.positions import KeyPath
from game.content.reader import ExtraCheck
from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.keys import KeyBinding
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.tooltip import LANE
from game.i18n import LANGS, mark
from game.table.editor import card_list
from game.table.editor.certain import changes
from game.table.editor.deck import Deck
from game.table.editor.draft import Draft
from game.table.editor.form import Form, Noted, Wrong, widget_key
from game.table.editor.head import draw_head, not_yet
from game.table.editor.inputs import draw_fields
from game.table.editor.judge import Judge, path_of
from game.table.editor.places import Place, place_of
from game.table.editor.problems import Problems
from game.table.editor.sections import BY_KEY, SECTIONS, Section, fields_shown
from game.table.editor.side import CARD_HIGH, draw_live
from game.table.editor.sight import Sight
from game.table.editor.standing import draw_standing

REST: Final = 0.4
"""Seconds without a letter after which what was typed is written down, saved and judged."""
CALM: Final = 2.0
"""Seconds without a letter after which the author is asked something that cannot wait."""
_SECTIONS, _CARDS, _SIDE, _GAP = 296.0, 310.0, 410.0, 22.0


@frozen
class EditorExits:
    """What leads out of the editor, or touches a file.

    ``save`` writes the draft to its file, and gives what is wrong with that, if anything is;
    ``changed_elsewhere`` is asked now and then and deals with a file that another program wrote;
    ``choose_picture`` lets a picture be chosen and laid beside the case, and gives its name;
    ``workbook`` is the way to a spreadsheet and back; ``simulated`` is whether a simulation of the
    case has found something, which ``simulate`` shows again; otherwise that plays what is
    :meth:`EditorScreen.playable`.
    """

    save: Callable[[Draft], str]
    back: Callable[[], object]
    preview: Callable[[], object]
    simulate: Callable[[], object]
    play: Callable[[Case], object]
    changed_elsewhere: Callable[[], object]
    choose_picture: Callable[[Callable[[str], object]], object]
    workbook: Callable[[], object]
    simulated: Callable[[], bool] = lambda: False


class EditorScreen(Screen):
    """A case that is being written; everything is saved as soon as nobody types.

    ``base`` is a case whose rules the live card stands on; ``file`` the name of the case's file,
    and ``checks`` look at what lies beside it.
    """

    rim = True
    bindings = (
        KeyBinding((pygame.K_z,), action="redo", control=True, shift=True),
        KeyBinding(
            (pygame.K_z, pygame.K_y),
            mark("In the case editor: undo a change, or redo it"),
            ("undo", "redo"),
            control=True,
        ),
    )

    def __init__(
        self,
        draft: Draft,
        base: Case,
        file: str,
        exits: EditorExits,
        checks: Sequence[ExtraCheck] = (),
    ) -> None:
        self.draft = draft
        self.base = base
        self.file = file
        self.lies = file
        """Where that is, for the author."""
        self.exits = exits
        self.judge = Judge(file, checks)
        self.problems = Problems(self)
        self.deck = Deck(self)
        self.section: Section = SECTIONS[0]
        self.number = 0
        self.typed: dict[str, str] = {}
        self.wrong: dict[str, Wrong] = {}
        self.complaint = ""
        self._rested = 0.0
        self._since_look = 0.0
        self._unshown = False
        self._focused: str | None = None
        self.noted: Noted | None = None
        self._sight = Sight()
        self._numbers: dict[str, int] = {}

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The head, and below it the columns."""
        self.judge.ask(self.draft.text, ui.t.lang)
        area = ui.area.inset(44, 14).cut_top(12)[1]
        self._about(ui, area.cut_bottom(LANE)[0])
        head, rest = ui.keep_lane(area, 10, shared=False).cut_top(68, 18)
        draw_head(ui, head, self)
        sections, rest = rest.cut_left(_SECTIONS, _GAP)
        card_list.draw_sections(ui, sections, self)
        side, rest = rest.cut_right(_SIDE, _GAP)
        if self.section.many or self.section.items:
            listed, rest = rest.cut_left(_CARDS, _GAP)
            card_list.draw_cards(ui, listed, self, self.deck)
        self._form(ui, rest)
        live, standing = side.cut_top(CARD_HIGH, 20)
        if self._has_card:
            draw_live(ui, live, self.app, self.base, self.draft, (self.section, self.number))
        draw_standing(ui, standing, self.judge, self.mistyped, self.problems.show, self.go_to_path)
        self._focused = self._sight.bring(ui, self._place) or self._focused

    @property
    def _has_card(self) -> bool:
        """Whether there is a card to be shown: a list may be empty."""
        return not self.section.many or bool(self.deck.cards)

    @property
    def mistyped(self) -> int:
        """How many fields hold what cannot be taken, and is not told of the file yet."""
        told = [path_of(problem) for problem in self.judge.errors]
        return sum(wrong.path not in told for wrong in self.wrong.values())

    def _about(self, ui: Ui, box: Box) -> None:
        """What the section is for, until something else is told there."""
        text = ui.t(self.section.about)
        ui.canvas.text(box.inset(12, 0), text, (22, 18), theme.CHALK_SOFT, valign="middle")

    def _form(self, ui: Ui, box: Box) -> None:
        c, t = ui.canvas, ui.t
        c.panel(box, theme.PANEL, 16, line=theme.PANEL_LINE)
        inner = box.inset(20, 14)
        if not self._has_card:
            begin = t(self.section.add)
            text = t("There is nothing here yet. Begin with “{button}”.", button=begin)
            c.text(inner, text, (28, 22), theme.CHALK, align="centre", valign="middle")
            return
        form = self.form(ui)
        name = f"form:{self.section.key}:{self.number}"
        draw_fields(form, name, inner, fields_shown(self.draft, self.section, form.base))

    def form(self, ui: Ui) -> Form:
        """The form of the card that is shown."""
        return Form(ui, self, self.base_path)

    @property
    def base_path(self) -> KeyPath:
        """Where the card that is shown stands in the file."""
        return self._place.base

    @property
    def _place(self) -> Place:
        """The card that is shown."""
        return Place(self.section, self.number)

    # ------------------------------------------------------------------ writing
    def typing(self, key: str, text: str) -> None:
        """A letter was typed: it is saved when nobody types for a moment."""
        self.noted = None
        self.typed[key] = text
        self._rested, self._unshown = 0.0, True

    def changed(self) -> None:
        """A value was chosen: it is saved at once."""
        self.noted = None
        self.save()

    def choose_picture(self, name: Callable[[str], object]) -> None:
        """Let a picture file be chosen."""
        self.settle()
        self.exits.choose_picture(name)

    def push(self, screen: Screen) -> None:
        """Show a dialog; what was typed is saved first."""
        self.settle()
        self.app.push(screen)

    def settle(self) -> None:
        """Write down and save what was typed."""
        if self.draft.flush() or self.draft.unsaved:
            self.save()

    def save(self) -> None:
        """Save what was changed, and show it."""
        if self.draft.unsaved:
            self.complaint = self.exits.save(self.draft)
        self.refresh()

    def update(self, dt: float) -> None:
        """Save when nobody types, judge the case a little, and look at the file now and then."""
        self._rested += dt
        self._since_look += dt
        if self._focused != self.ui.focus:
            self._left(self._focused)
            self._focused = self.ui.focus
        if self._sight.moved:
            self._sight.moved = False
            self.refresh()
        if self._unshown and self._rested >= REST:
            self._unshown = False
            self.settle()
            self.refresh()
        elif self.judge.busy and self._rested >= REST and self.judge.work():
            self.refresh()
        if self.judge.busy:
            self.app.wake()
        if self._since_look >= 1.0 and self._rested >= CALM and self.app.top is self:
            self._since_look = 0.0
            self.exits.changed_elsewhere()

    def _left(self, key: str | None) -> None:
        """The focus has left a field: it shows what stands in the file, and a step ends."""
        if key is None or key not in self.typed:
            return
        self.settle()
        self._keep(self.wrong.pop(key, None))
        self.typed.pop(key, None)
        if key.startswith(widget_key((*self.base_path, "name"))):
            self.deck.name_left()
        self.draft.end_step()
        self.save()

    # ------------------------------------------------------------------ going about
    def go(self, section: str, number: int | None = None) -> None:
        """Show a section, and a card of it: without a number the one that was shown last."""
        self.forget_typed()
        self._numbers[self.section.key] = self.number
        self.section = BY_KEY[section]
        number = self._numbers.get(section, 0) if number is None else number
        count = len(self.section.items) or len(self.deck.cards)
        self.number = min(number, max(0, count - 1))

    def _keep(self, wrong: Wrong | None) -> None:
        """What cannot be taken stands in the file as it was typed, and is told as an error."""
        if wrong is not None:
            self.draft.put(wrong.path, wrong.text.strip())

    def forget_typed(self) -> None:
        """Leave the fields: what was typed is saved, what cannot be taken stays as it was typed."""
        self._left(self._focused)
        self._focused = self.noted = None
        for wrong in self.wrong.values():
            self._keep(wrong)
        self.typed.clear()
        self.wrong.clear()
        self.settle()

    def undo(self) -> None:
        """Take the last change back."""
        self._step(self.draft.undo, mark("This was undone."))

    def redo(self) -> None:
        """Make a change again that was taken back."""
        self._step(self.draft.redo, mark("This was done again."))

    def _step(self, step: Callable[[], None], said: str) -> None:
        self.app.forget_toast()  # what it said of the step before is no longer so
        self.typed.clear()
        self.wrong.clear()
        self.draft.flush()
        before = self.draft.document
        step()
        self._stay_on_a_card()
        self.save()
        if differing := changes(before, self.draft.document):
            path = differing[0].path  # it may be far from what is shown
            self._show_path(path)
            self.noted = Noted(path, said)

    def _stay_on_a_card(self) -> None:
        """There may be fewer cards than before."""
        count = len(self.section.items) or len(self.deck.cards) or 1
        self.number = min(self.number, count - 1)

    def write_in(self, written: Any) -> None:
        """Write texts in a language, or in both."""
        self.forget_typed()
        self.draft.written = written

    # ------------------------------------------------------------------ problems
    def take(self, document: Document) -> None:
        """Go on with a document in which something is mended: one step back."""
        self.forget_typed()
        self.draft.change(document)
        self._stay_on_a_card()
        self.save()

    def go_to_path(self, path: KeyPath) -> None:
        """Show the card that a key of the file stands on, and give its field the focus."""
        self._show_path(path, focuses=True)

    def _show_path(self, path: KeyPath, *, focuses: bool = False) -> None:
        """Show the card that a key of the file stands on, with its field in sight."""
        place = place_of(self.draft, path)
        self.go(place.section.key, place.number)
        last = path[-1] if path else ""
        if last in LANGS and self.draft.written != last:
            self.draft.written = "both"
        self._sight.seek(path, focuses=focuses)
        self.refresh()

    # ------------------------------------------------------------------ ways out
    def preview(self) -> None:
        """Show the case as it will look."""
        self.settle()
        self.exits.preview()

    def workbook(self) -> None:
        """Take the case to a spreadsheet, or back."""
        self.settle()
        self.exits.workbook()

    def simulate(self) -> None:
        """Play many games of the case, or show what was found."""
        self.settle()
        self.exits.simulate()

    def playable(self) -> Case | None:
        """The case as it was written last; ``None``, and why is said, while that has errors."""
        self.forget_typed()
        case = self.judge.playable(self.draft.text, self.app.lang)
        if case is None:
            self.app.toast(not_yet(self.app.t, self.judge))
        self.refresh()
        return case

    @property
    def simulated(self) -> bool:
        """Whether there is something to show that a simulation has found."""
        return self.exits.simulated()

    def play(self) -> None:
        """Play the case."""
        if case := self.playable():
            self.exits.play(case)

    def back(self) -> None:
        """Esc goes back; everything is saved."""
        self.forget_typed()
        self.settle()
        self.exits.back()

    @property
    def holds_words(self) -> bool:
        """Whether something was written that could not be saved."""
        return self.draft.unsaved

    def closing(self) -> None:
        """Save what is being written."""
        self.forget_typed()
