"""The facilitator's own screen, on the laptop while the projector shows only the board."""

from __future__ import annotations

from functools import partial

import pygame

from game.gui import theme
from game.gui.dialogs.action_list import ListedAction, add_actions
from game.gui.geometry import Box
from game.gui.keys import KeyBinding
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen, ScreenHost
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.table.parts.dialog_parts import labelled, note
from game.table.parts.economy_screen import EconomyScreen
from game.table.parts.help_screen import HelpScreen
from game.table.parts.shortcuts import ECONOMY, HELP, PHONES, SETTINGS
from game.table.play.dialogs.ask_poker import AskPoker
from game.table.play.dialogs.base import why_busy
from game.table.play.dialogs.correct import CorrectDialog
from game.table.play.dialogs.facilitating import DEEDS, FacilitatorActions
from game.table.play.dialogs.history import HistoryDialog
from game.table.play.dialogs.undo import UndoDialog
from game.table.play.services import TableServices
from game.table.play.timer_rows import TimerRows
from game.views import coming, quiet
from game.views.asking import Asking, askings
from game.views.status import status_view
from game.wording import terms

_OF_ONE_MOMENT = (AskPoker, CorrectDialog, HistoryDialog, UndoDialog)
"""What is asked in these is about the table as it was when they were opened."""
_GAP = 14
_NOTE = 238
"""The height of a note: its label, three lines, and the button."""


class FacilitatorScreen(Screen):
    """What comes next, a question to ask, who has been quiet, timers, a note, and every deed.

    It reads the same game as the board and is built anew when that has changed. What is written in
    the note stays when the window is closed.
    """

    topic = "facilitator"
    rim = True
    bindings = (
        DEEDS,
        KeyBinding((pygame.K_t,), action="pause_timers", control=True),
        KeyBinding((pygame.K_n,), action="ask_another"),
    )

    def __init__(self, services: TableServices) -> None:
        self.services = services
        self.game = services.game
        self.timers = TimerRows(services.timers)
        self.note = ""
        self._passed: set[Asking] = set()
        """The questions that were asked, or passed over."""
        self._state = self.game.state
        self._drawn: object = None
        """What the screen was last built from."""
        self._seconds: object = None

    def shown(self, app: ScreenHost) -> None:
        """Give the keys for what can be looked up, over any dialog of this window."""
        super().shown(app)
        app.global_shortcuts = {
            HELP.key: lambda: app.push(HelpScreen(self.game)),
            ECONOMY.key: lambda: app.push(EconomyScreen(self.game)),
            SETTINGS.key: lambda: self.services.exits.open_settings(app),
            PHONES.key: lambda: app.push(self.services.phones()),
        }

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """To read on the left, to time and write in the middle, and the deeds on the right."""
        self._drawn = self._looks()
        head, rest = ui.area.inset(40, 28).cut_top(104, 20)
        left, middle, right = rest.columns((1, 1.08, 1.5), 24)
        asked, silent = left.rows((1, 1.15), 22)
        written, timed = middle.cut_bottom(_NOTE, 20)
        self._coming(ui, head)
        self._question(ui, asked)
        self._quiet(ui, silent)
        self.timers.add(ui, timed, 14)
        self._note(ui, written)
        self._deeds(ui, right)
        ui.focus_on("another")

    def _coming(self, ui: Ui, box: Box) -> None:
        c, names, state = ui.canvas, self.game.names, self.game.state
        status = status_view(names, state)
        words, course = box.columns((2.2, 1), 24)
        now, then = words.rows((1.15, 1), 4)
        sizes = (38, 26)
        c.text(now, coming.now(names, state), sizes, theme.ACCENT, "semibold", valign="middle")
        c.text(then, coming.then(names, state), (28, 20), theme.CHALK, valign="middle")
        title, round_ = course.rows((1.15, 1), 4)
        sizes = (30, 24)
        c.text(title, status.title, sizes, theme.CHALK, "semibold", align="right", valign="middle")
        at = f"{terms.phase(c.t, state.phase)} · {status.round}"
        c.text(round_, at, sizes, theme.CHALK_SOFT, align="right", valign="middle")

    def _question(self, ui: Ui, box: Box) -> None:
        """The question as large as it can be, on paper, and below it what it rests on."""
        c, asking = ui.canvas, self._asking()
        c.panel(box, theme.PAPER, theme.RADIUS, lift=8)
        head, rest = box.inset(24, 18).cut_top(36, 8)
        label = ui.t("Ask the group")
        c.text(head, label, (24, 20), theme.ACCENT_DARK, "semibold", valign="middle")
        button, rest = rest.cut_bottom(58, 12)
        because, question = rest.cut_bottom(64, 8)
        sizes = (44, 22)
        c.text(question, asking.question, sizes, theme.INK, "semibold", valign="middle")
        c.text(because, asking.because, (22, 18), theme.INK_SOFT, valign="bottom")
        face = Label(ui.t("Another question"), icon="refresh-cw", style="quiet", size=24, hint="N")
        ui.add(Button("another", button, face, self.ask_another))

    def _asking(self) -> Asking:
        """The most pressing question that was not asked yet; when all were, they begin anew."""
        found = askings(self.game.names, self.game.state)
        left = [asking for asking in found if asking not in self._passed]
        if not left:
            self._passed.clear()
        return (left or found)[0]

    def _quiet(self, ui: Ui, box: Box) -> None:
        """A row for each seat: how long ago it last did something; and what could be said."""
        c, t = ui.canvas, ui.t
        c.panel(box, theme.PANEL, theme.RADIUS, line=theme.PANEL_LINE)
        head, rest = box.inset(24, 16).cut_top(36, 8)
        label = t("Who did something, and when")
        c.text(head, label, (24, 20), theme.ACCENT, "semibold", valign="middle")
        word, rest = rest.cut_bottom(110, 10)
        deeds = quiet.last_deeds(self.game.session.log)
        longest = quiet.longest_quiet(deeds, self._played)
        for row, deed in zip(rest.rows(len(deeds), 2), deeds, strict=True):
            self._seat(c, row, deed, longest=deed in longest)
        c.text(word, self._kind_word(longest), (22, theme.LEAST), theme.CHALK, valign="middle")

    def _seat(self, c: Canvas, row: Box, deed: quiet.Deed, *, longest: bool) -> None:
        text = quiet.ago(c.t, deed, self._played)
        ink = theme.ACCENT if longest else theme.CHALK
        wide = min(row.w * 0.66, c.type.width(text, 22) + 4)
        when, name = row.cut_right(wide, 12)
        sizes = (24, theme.LEAST)
        c.text(name, self.game.seat_name(deed.seat), sizes, ink, "semibold", valign="middle")
        c.text(when, text, (22, theme.LEAST), ink, align="right", valign="middle")

    def _kind_word(self, longest: tuple[quiet.Deed, ...]) -> str:
        t = self.game.t
        if not longest:
            return t("The log knows what was done, not what was said: listen for whoever is quiet.")
        names = [self.game.seat_name(deed.seat) for deed in longest]
        return quiet.kind_word(t, names, longest[0].minutes(self._played))

    def _note(self, ui: Ui, box: Box) -> None:
        button, rest = box.cut_bottom(60, 12)
        field = labelled(ui, rest, ui.t("A note to the log"))
        example = ui.t("for example: here they all agreed at once")
        note(ui, field, "note", self.note, self._typed, self.write_down, example)
        face = Label(ui.t("Write it down"), icon="pencil", style="secondary", size=26)
        ui.add(Button("write", button, face, self.write_down))

    def _deeds(self, ui: Ui, box: Box) -> None:
        """Undo, with room for what it undoes; below it all else in two columns."""
        can = FacilitatorActions(self.services, self.app, self._stay, why_busy(self.game))
        undo, *others = [*can.decisions(), *can.of_the_group(), *can.to_read(), *_screens(can)]
        rows = -(-len(others) // 2)
        first, rest = box.cut_top((box.h - rows * _GAP) / (rows + 1), _GAP)
        for _ in ui.alike():
            add_actions(ui, [first], [undo])
            add_actions(ui, rest.grid(2, rows, _GAP), others)

    def paint_over(self, canvas: Canvas) -> None:
        """Draw the time left of each timer."""
        self.timers.draw(canvas)

    # ------------------------------------------------------------------ what goes by
    def update(self, dt: float) -> None:
        """Follow the game: build anew when it changed, and draw the seconds of the timers."""
        if self.game.state is not self._state:
            self._table_changed()
        if self._looks() != self._drawn:
            self._drawn = self._looks()
            for screen in self.app.screens:
                screen.refresh()
        seconds = dict(self.services.timers.timers.seconds_left)
        if seconds != self._seconds:
            self._seconds = seconds
            self.app.wake()

    def _looks(self) -> object:
        """What this screen depends on and nobody tells it: the log, the board, and the minutes."""
        records = len(self.game.session.log.records)
        timers = self.services.timers
        shown = [(what, now.running, now.out) for what, now in timers.timers.on.items()]
        return records, len(self.game.app.screens), shown, int(self._played // 60)

    @property
    def _played(self) -> float:
        """The seconds at the table until now."""
        return self.game.session.played

    def _table_changed(self) -> None:
        """Another decision stands: what was asked about the one before is not asked any more."""
        self._state = self.game.state
        outdated = [s for s in self.app.screens if isinstance(s, _OF_ONE_MOMENT)]
        for screen in outdated:
            self.app.pop(screen)
        if outdated:
            self.app.toast(self.game.t("The table went on, so what was open here is closed."))

    # ------------------------------------------------------------------ actions
    def _stay(self) -> None:
        """This screen stays where it is, whatever is done."""

    def ask_another(self) -> None:
        """Show the next question."""
        self._passed.add(self._asking())

    def pause_timers(self) -> None:
        """Pause all running timers; pressed again, resume them."""
        if not self.services.timers.toggle_all():
            self.app.toast(self.game.t("No timer is on. 1, 2 and 3 start them."))

    def _typed(self, text: str) -> None:
        self.note = text

    def write_down(self) -> None:
        """Write the note into the log, at what was last done."""
        text, log = self.note.strip(), self.game.session.log
        if text:
            self.game.record(partial(self.game.session.note, len(log.records), text), self._written)

    def _written(self) -> None:
        self.note = ""
        self.app.toast(self.game.t("Written down."))
        self.refresh()

    def closing(self) -> None:
        """A note that was begun is written down when the program is closed."""
        self.write_down()

    def back(self) -> None:
        """Esc closes nothing here: the window has its own button for that."""


def _screens(can: FacilitatorActions) -> list[ListedAction]:
    """What concerns the two windows, and the way out."""
    return [can.settings(), can.fullscreen(), can.swap(), can.own_window(), can.to_the_start()]
