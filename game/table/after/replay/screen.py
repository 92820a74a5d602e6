"""The replay screen: the table at any step of a recorded game, for leading a discussion."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from functools import partial

import pygame

from game.content.case import Case
from game.debrief import Debrief, debrief
from game.gui import keys
from game.gui.ahead import foresee_screen
from game.gui.geometry import Box
from game.gui.motion.scene import Changes
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen, ScreenHost
from game.gui.ui import Ui
from game.gui.widgets.tooltip import LANE
from game.session import Recording, SessionError
from game.session.added_told import went_into_new
from game.session.repair_told import is_damage
from game.table.after.replay.bindings import BINDINGS
from game.table.after.replay.controls import LEAST, LINE, SHARE, ReplayActions, draw_controls
from game.table.after.replay.dialogs import GoToStepDialog, NoteDialog
from game.table.after.replay.exits import ReplayExits
from game.table.after.replay.mark_panel import draw_mark_panel
from game.table.after.replay.marks import Mark, following, marks_of
from game.table.after.replay.menu import ReplayMenu
from game.table.after.replay.poker import draw_poker
from game.table.after.replay.status_lines import draw_last_line, draw_notice, draw_owners
from game.table.after.replay.view import ReplayView
from game.table.parts.board import BoardActions, draw_board
from game.table.parts.economy_screen import EconomyScreen
from game.table.parts.header import HEIGHT, Door, add_doors, draw_standing
from game.table.parts.help_screen import HelpScreen
from game.table.parts.idea_sheet import SheetView
from game.table.parts.play_on import play_on
from game.table.parts.pointing import draw_pointed, point_ahead, unlinked
from game.table.parts.shortcuts import ECONOMY, HELP, MENU

_PANELS = 100
"""The layer above the table, distinct from those of the screens opened over it."""
_NOTICE = 36
"""The height of what is said over the board until it is dismissed."""


@contextmanager
def _above(canvas: Canvas) -> Iterator[None]:
    """Texts drawn inside cover those below, as on another screen."""
    canvas.layer += _PANELS
    yield
    canvas.layer -= _PANELS


class ReplayScreen(Screen):
    """A recorded game, read-only except for notes that are added to its file.

    It opens at entry ``at`` of the session, or at its beginning.
    """

    bindings = BINDINGS

    def __init__(
        self,
        recording: Recording[Case],
        exits: ReplayExits,
        *,
        at: int | None = None,
        nameless: bool = False,
        from_talk: bool = False,
    ) -> None:
        self.recording = recording
        self.exits = exits
        self.from_talk = from_talk
        """Whether a page of the debrief is waiting to be come back to."""
        self.marks: tuple[Mark, ...] = ()
        self.active_mark: Mark | None = None
        """The mark whose panel is open."""
        self._start = (at, nameless)
        self._debrief: Debrief | None = None
        self._notice = True
        self._scene = object()
        self._pointed: str | None = None

    def shown(self, app: ScreenHost) -> None:
        """Bind the keys for help and economy, as at the table."""
        super().shown(app)
        at, nameless = self._start
        self.view = ReplayView(app, self.recording)
        self.view.nameless = nameless
        self.player = self.view.player
        if at is not None:
            self.player.go_to(at)
        app.global_shortcuts = {
            HELP.key: self._rules,
            ECONOMY.key: self._economy,
        }
        self.update_marks()

    def update_marks(self) -> None:
        """Recompute the marks after a change of names, language, steps or notes."""
        self.marks = marks_of(self.view, self._debrief)
        if self.active_mark is not None:
            self.active_mark = next((m for m in self.marks if m.key == self.active_mark.key), None)
        self.player.stops = sorted({mark.at for mark in self.marks})
        self.refresh()

    @property
    def marks_here(self) -> list[Mark]:
        """The marks at the current step."""
        return [mark for mark in self.marks if mark.at == self.player.at]

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The table, with the timeline in place of the hand."""
        area = ui.area.inset(18, 14)
        head, rest = area.cut_top(HEIGHT, 10)
        foot, rest = rest.cut_bottom(max(LEAST, area.h * SHARE), 8)
        status, board = rest.cut_bottom(LANE, 4)
        ui.lane = status
        troubles = self.recording.troubles if self._notice else []
        notice, board = board.cut_top(_NOTICE, 6) if troubles else (board, board)
        watchable = self.exits.recap.worth_showing(self.view.moments())
        board = draw_owners(ui, board, self.view)
        draw_controls(ui, foot, self.view, self.marks, self._actions(), watchable=watchable)
        draw_board(ui, board, self.view, BoardActions(self._open_idea))
        buttons = draw_standing(ui, head, self.view, 3 * 66)
        ui.draw_scene(self._scene)
        panel, beside = board.cut_right(board.w * 0.5)
        poker = self.view.state.poker
        if poker is not None:
            place = board.inset(60, 20) if self.active_mark is None else beside.inset(12, 20)
            with _above(ui.canvas):
                draw_poker(ui.canvas, place, self.view, poker)
        draw_last_line(ui, status, self.view.last_line)
        self._header_buttons(ui, buttons)
        with _above(ui.canvas):
            if troubles:
                draw_notice(ui, notice, troubles, self._read_notice, self._repair())
            if self.active_mark is not None:
                self._draw_mark(ui, panel, self.active_mark)
        ui.focus_on(LINE)

    def _draw_mark(self, ui: Ui, box: Box, mark: Mark) -> None:
        number = ""
        if mark.number is not None:
            all_ = sum(other.kind == "moment" for other in self.marks)
            number = ui.t("Key moment {n} of {all}", n=mark.number, all=all_)
        draw_mark_panel(ui, box, mark, number, self._close_mark)

    def _header_buttons(self, ui: Ui, box: Box) -> None:
        menu = Door("menu", self._menu, ui.t("Menu (F10)"), MENU.key)
        boxes = box.columns(3, 10)
        ui.part("doors", boxes, lambda: add_doors(ui, boxes, self._economy, self._rules, menu))

    def dimmed(self) -> list[Box]:
        """The boxes of cards that are not linked to the one pointed at."""
        pointed = self._pointed if self.app.top is self else None
        return unlinked(self.ui, self.view, pointed)

    def paint_over(self, canvas: Canvas) -> None:
        """Draw the links and the large card for the widget pointed at."""
        if self._pointed and self.app.top is self:
            draw_pointed(canvas, self.ui, self.view, self._pointed)

    def pointed(self, key: str | None) -> None:
        """Store the key of the widget pointed at."""
        self._pointed = key
        self.app.wake()

    def ahead(self) -> Iterator[None]:
        """The next step and the one before; then whatever is pointed at."""
        here = self.player.at
        for place in (here + 1, here - 1):
            if 0 <= place <= self.player.last:
                yield from foresee_screen(self._at(place), self)
        yield from point_ahead(self.ui, self.view)

    def _at(self, place: int) -> ReplayScreen:
        """This screen as it will be at another step."""
        there = copy(self)
        there.view, there.active_mark = self.view.at(place), None
        there.player = there.view.player
        return there

    # ------------------------------------------------------------------ moving
    def _actions(self) -> ReplayActions:
        return ReplayActions(
            pace=self.pace,
            scrub=self.scrub,
            step=self.step,
            round=self.move_by_round,
            stop=self.stop,
            open=self._open_mark,
            play=self.play,
            speed=self._set_speed,
            number=lambda: self._type_number(""),
            watch=self.watch,
            note=self.write_note,
            ends=(self._no_mark(-1), self._no_mark(1)),
            branch=self.branch,
            leave=self.exits.leave,
            debrief=self._to_debrief if self.exits.debrief is not None else None,
            from_talk=self.from_talk,
        )

    def _to_debrief(self) -> None:
        """To the debrief; to the page of it that this moment was shown from, if it was."""
        self.player.pause()
        if self.exits.debrief is not None:
            self.exits.debrief(self.recording)

    def scrub(self, at: int) -> None:
        """Go to a step without animation."""
        self._move(lambda: self.player.go(at))

    def step(self, direction: int) -> None:
        """Go one step ahead or back; changes are animated when going ahead."""
        self.player.pause()
        if direction > 0 and self.player.at < self.player.last:
            self._scene = object()
            self.player.go(self.player.at + 1)
            self._after_move()
        elif direction < 0:
            self.scrub(self.player.at - 1)

    def stop(self, direction: int) -> None:
        """Go to the next mark and open its panel."""
        mark = following(self.marks, self.player.at, self.active_mark, direction)
        if mark is None:
            self.app.toast(self._no_mark(direction))
        else:
            self._open_mark(mark)

    def _no_mark(self, direction: int) -> str:
        """Why there is no mark to go to; empty if there is one."""
        if following(self.marks, self.player.at, self.active_mark, direction):
            return ""
        return self.app.t("There is no mark that way.")

    def _move(self, move: Callable[[], object]) -> None:
        self.player.pause()
        move()
        self.app.animator.skip()
        self.ui.transitions.changes = Changes()
        self._after_move()

    def _after_move(self) -> None:
        self.active_mark = None
        self.refresh()

    def play(self) -> None:
        """Play or pause."""
        if self.player.playing:
            self.player.pause()
        else:
            self.player.play()
            self.active_mark = None
        self.refresh()

    def update(self, dt: float) -> None:
        """Advance the replay; compute the debrief once the table is drawn."""
        if self._debrief is None and not self.ui.dirty:
            self._debrief = debrief(self.recording.log, self.recording.case.setup)
            self.update_marks()
        if self.app.top is self and self.player.advance(dt):
            self._scene = object()
            self._after_move()
            self.active_mark = self.marks_here[0] if self.marks_here else None
        if self.player.playing:
            self.app.wake()

    def _set_speed(self, speed: float) -> None:
        self.player.speed = speed

    # ------------------------------------------------------------------ marks and outcomes
    def _open_mark(self, mark: Mark) -> None:
        self.scrub(mark.at)
        self.active_mark = mark

    def toggle_mark(self) -> None:
        """Open or close the panel of the mark at this step."""
        if not self.marks_here:
            self.app.toast(self.app.t("Nothing is marked at this step."))
        self.active_mark = (
            self.marks_here[0] if self.marks_here and self.active_mark is None else None
        )
        self.refresh()

    def _close_mark(self) -> None:
        self.active_mark = None

    def watch(self) -> None:
        """Show the outcome of this step again, as the table showed it."""
        self.player.pause()
        if self.exits.recap.worth_showing(self.view.moments()):
            self.exits.recap.look_back(
                self.view, self.view.before, self.view.moments(), self.refresh
            )

    # ------------------------------------------------------------------ notes
    def write_note(self, *, bookmark: bool = False) -> None:
        """Open the dialog for a note; it is appended to the file, which is otherwise unchanged."""
        self.player.pause()
        self.app.push(NoteDialog(self._add, bookmark=bookmark))

    def _add(self, text: str, bookmark: bool) -> str:
        """Save a note. Returns what is said of it; empty if it failed, and the reason is shown."""
        try:
            file = self.exits.additions(self.recording.log.path)
            note = file.note(self.player.entry, text, bookmark=bookmark)
        except SessionError as error:
            self.app.tell(error)
            return ""
        if (trouble := file.take_trouble()) is not None:
            self.app.tell(trouble)
        opened, self.recording.log.path = self.recording.log.path, file.path
        self.recording.log.stays = None
        self.recording.add_mark(note)
        self.update_marks()
        self.active_mark = next(mark for mark in self.marks if mark.key == f"entry-{note.n}")
        if file.stayed is None:
            return self.app.t("Saved.")
        return went_into_new(self.app.t, opened.name, file.stayed, file.path.name)

    # ------------------------------------------------------------------ dialogs and options
    def _rules(self) -> None:
        self.app.push(HelpScreen(self.view))

    def _economy(self) -> None:
        self.app.push(EconomyScreen(self.view))

    def _menu(self) -> None:
        self.player.pause()
        self.app.push(ReplayMenu(self))

    def _open_idea(self, idea: str, key: str) -> None:
        """Open the read-only sheet of an idea."""
        self.player.pause()
        self.app.push(SheetView(self.view, idea, key))

    def _type_number(self, digits: str) -> None:
        self.player.pause()
        self.app.push(GoToStepDialog(self.player.last, self.scrub, digits))

    def branch(self) -> None:
        """Ask whether to start a new game from this step."""
        self.player.pause()
        place = self.app.t("Step {n} of {all}", n=self.player.at, all=self.player.last)
        go = partial(self.exits.branch, self.recording, self.player.entry)
        self.app.push(play_on(self.app.t, place, go))

    def show_undone(self, undone: bool) -> None:
        """Include or leave out undone decisions."""
        self.player.show_undone(undone)
        self.update_marks()

    def hide_names(self, nameless: bool) -> None:
        """Show roles instead of player names everywhere, or names again."""
        self.view.nameless = nameless
        self.update_marks()

    def speak(self, english: bool) -> None:
        """Switch the language, without recording that in the file."""
        self.app.set_language("en" if english else "da")
        self.update_marks()

    def _repair(self) -> Callable[[], object] | None:
        """Offers to repair the file, if something of it is lost."""
        damage, repair = self.recording.log.damage, self.exits.repair
        if repair is None or damage is None or not is_damage(damage):
            return None
        return partial(repair, damage)

    def _read_notice(self) -> None:
        self._notice = False

    # ------------------------------------------------------------------ keys
    def handle(self, event: pygame.Event) -> bool:
        """Open the step number dialog on a digit, whichever key types it."""
        digit = getattr(event, "unicode", "")
        command = event.type != pygame.KEYDOWN or event.mod & (keys.COMMAND | pygame.KMOD_ALT)
        if command or not (digit.isdecimal() and digit.isascii()):
            return False
        self._type_number(digit)
        return True

    def pace(self, event: pygame.Event) -> bool:
        """Handle a key event that the focused widget passes on to the replay."""
        taken = self.handle(event) or keys.press(self, event)
        if taken:
            self.refresh()
        return taken

    def move_by_round(self, direction: int) -> None:
        """Go to the start of a round, behind or ahead."""
        self._move(lambda: self.player.move_by_round(direction))

    def go_to_end(self, end: int) -> None:
        """Go to the beginning (0), or to the end (1)."""
        self.scrub(end * self.player.last)

    def change_speed(self, direction: int) -> None:
        """Change to the next higher or lower speed."""
        self.player.change_speed(direction)

    def bookmark(self) -> None:
        """Set a bookmark at this step."""
        self.write_note(bookmark=True)

    def toggle_undone(self) -> None:
        """Include or leave out undone decisions."""
        self.show_undone(not self.player.undone)

    def toggle_names(self) -> None:
        """Hide or show the names."""
        self.hide_names(not self.view.nameless)

    def switch_language(self) -> None:
        """Switch to the other language."""
        self.speak(self.app.lang == "da")

    def back(self) -> None:
        """Esc: close the panel, else return the focus to the timeline, else open the menu.

        Whoever came from a page of the debrief goes back there instead.
        """
        if self.active_mark is not None:
            self._close_mark()
        elif self.from_talk:
            self._to_debrief()
            return
        elif self.ui.focus != LINE:
            self.ui.focus = LINE
        else:
            self._menu()
        self.refresh()
