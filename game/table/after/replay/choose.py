"""The screen to choose a saved game; the list grows while the folder is still being read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pygame

from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.keys import KeyBinding
from game.gui.screen import Screen, ScreenHost
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.drag import Spot
from game.gui.widgets.label import Label
from game.i18n import mark
from game.session.errors import Trouble
from game.session.finding import Facet, FacetOption, SessionFilter, facet_options
from game.session.folder import FolderEntry, inspect_file
from game.session.index import ListedSession
from game.session.repair_told import is_damage
from game.table.after.replay.filter_bar import SEARCH, FilterBar
from game.table.after.replay.narrow_dialog import NarrowDialog
from game.table.after.replay.session_card import SessionRow, draw_session
from game.table.after.replay.tags_dialog import TagsDialog
from game.table.after.replay.unreadable_dialog import UnreadableDialog
from game.table.parts.long_list import add_long_list
from game.table.parts.open_file import GAME, OpenFileDialog
from game.table.parts.page import heading

_ROW, _GAP = 84, 8
_AT_A_TIME = 0.006
"""Seconds per frame spent on finding more games."""


@frozen
class SecondAction:
    """A second action on a game of the list, besides choosing it."""

    icon: str
    label: str
    run: Callable[[ListedSession], object]


@frozen
class OpenedFiles:
    """Opens a game by its path, for a list; ``folder`` has those that are in it anyway."""

    open: Callable[[ChooseSessionScreen, str], object]
    folder: Path


SaveTags = Callable[[ListedSession, tuple[str, ...]], ListedSession | None]
"""Gives a game other tags; returns it with them, or ``None`` when that failed."""


def _same_rank(found: ListedSession) -> int:
    return 0


def _with_the_others(found: ListedSession) -> str:
    return ""


class ChooseSessionScreen(Screen):
    """Lists saved games, the latest first, as ``sessions`` gives them.

    ``rank`` sorts them in ascending order and leaves out those it returns ``None`` for. ``also`` is
    offered beside each, and with ``save_tags`` its tags. ``repair`` is offered for files that are
    damaged and cannot be listed. ``none`` says why the list is
    empty, where that is for another reason than that nothing is saved. ``place`` says where a game
    lies that is not with the others, ``files`` opens one that is not in the list.
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
        KeyBinding((pygame.K_f,), mark("Search the list of games"), "search", control=True),
    )

    def __init__(
        self,
        sessions: Iterator[ListedSession | Path],
        title: str,
        subtitle: str,
        choose: Callable[[ListedSession], object],
        *,
        rank: Callable[[ListedSession], int | None] = _same_rank,
        also: SecondAction | None = None,
        save_tags: SaveTags | None = None,
        repair: Callable[[ChooseSessionScreen, Path, Trouble], object] | None = None,
        none: str = "",
        place: Callable[[ListedSession], str] = _with_the_others,
        files: OpenedFiles | None = None,
    ) -> None:
        self.title = title
        self.subtitle = subtitle
        self.choose = choose
        self.rank = rank
        self.also = also
        self.save_tags = save_tags
        self.repair = repair
        self.none = none
        self.place = place
        self.files = files
        self.rows: list[SessionRow] = []
        self.shown_rows: list[SessionRow] = []
        self.unreadable: list[Path] = []
        self.filter = SessionFilter()
        self._bar = FilterBar(self.filter, self._filtered, self._ask)
        self._left = sessions
        self._reading = True
        self._inspected: dict[Path, FolderEntry] = {}
        self._to_inspect: set[Path] = set()
        """The files of rows that were seen and not looked into yet."""

    def shown(self, app: ScreenHost) -> None:
        """Find the first games, so that the list is not empty in the first frame."""
        super().shown(app)
        self._read_more()

    def update(self, dt: float) -> None:
        """Find more games; then look into the files of those that are seen."""
        if self._reading:
            self._read_more()
            self.refresh()
        elif self._to_inspect:
            self._inspect_more()

    def _inspect_more(self) -> None:
        """Find out which of the files that are seen are damaged."""
        until = time.perf_counter() + _AT_A_TIME
        while self._to_inspect and time.perf_counter() < until:
            path = self._to_inspect.pop()
            entry = self._inspected[path] = inspect_file(path)
            if entry.trouble is not None or entry.cut_off:
                self.refresh()
        self.app.wake()

    def _read_more(self) -> None:
        until = time.perf_counter() + _AT_A_TIME
        new = []
        while time.perf_counter() < until:
            found = next(self._left, None)
            if found is None:
                self._reading = False
                break
            if isinstance(found, Path):
                self.unreadable.append(found)
            elif (rank := self.rank(found)) is not None:
                new.append(SessionRow(rank, found, self.place(found)))
        self.rows = sorted((*self.rows, *new), key=lambda row: row.rank)
        shown = (*self.shown_rows, *self._shown(new))
        self.shown_rows = sorted(shown, key=lambda row: row.rank)

    def _shown(self, rows: Sequence[SessionRow]) -> list[SessionRow]:
        return [row for row in rows if self.filter.shows(row.found, row.keys)]

    def _options(self, facet: Facet) -> list[FacetOption]:
        """What can be chosen of a facet among the games that everything else leaves."""
        left = (
            (row.found, row.keys)
            for row in self.rows
            if self.filter.shows(row.found, row.keys, regardless_of=facet)
        )
        return facet_options(left, facet, self.app.t.lang)

    def _ask(self, facet: Facet) -> None:
        """Ask what to narrow the list down to."""
        chosen = self.filter.chosen.get(facet, "")
        choose = partial(self._bar.choose, facet)
        self.app.push(NarrowDialog(facet, self._options(facet), chosen, choose))

    def _filtered(self) -> None:
        """Show what the filter shows now, from the top."""
        self.shown_rows = self._shown(self.rows)
        self.ui.memory["games"] = 0.0
        self.refresh()

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The bar, the list and the button back."""
        t = ui.t
        rest = heading(ui, self.title, self.subtitle)
        foot, body = rest.cut_bottom(64, 18)
        back, beside = foot.cut_left(250, 30)
        ui.add(
            Button(
                "back", back, Label(t("Back"), icon="arrow-left", style="quiet", size=28), self.back
            )
        )
        if self.files is not None:
            label = Label(t("Open a file …"), icon="folder-open", style="quiet", size=28)
            wide = ui.type.width(label.text, 28, "semibold") + 110
            place, beside = beside.cut_left(wide, 30)
            ui.add(Button("open", place, label, self._open))
        sizes = (28, 24)
        ui.canvas.text(
            beside, self._count(), sizes, theme.CHALK_SOFT, align="right", valign="middle"
        )
        self._add_unreadable(ui, beside)
        if not self.rows and not self._reading:
            self._say(ui, body, self.none or t("There is no saved game here yet."))
            ui.focus_on("back" if self.files is None else "open")
            return
        body = self._bar.build(ui, body)
        if self.shown_rows:
            self._list(ui, body)
        elif not self._reading:
            self._say(ui, body, f"{t('No game matches that.')} {self._bar.ways_to_more(t)}")
        ui.focus_on("game-0" if self.shown_rows else "back")

    def _count(self) -> str:
        t, all_, shown = self.app.t, len(self.rows), len(self.shown_rows)
        if self.filter.shows_all:
            return t.plural("{n} game", "{n} games", all_)
        return t.plural("{n} of {all} games", "{n} of {all} games", shown, all=all_)

    def _add_unreadable(self, ui: Ui, box: Box) -> None:
        """The button that names the files which are not in the list."""
        if not self.unreadable:
            return
        text = ui.t.plural(
            "{n} file cannot be read", "{n} files cannot be read", len(self.unreadable)
        )
        wide = ui.type.width(text, 24, "semibold") + 100
        label = Label(text, icon="triangle-alert", style="quiet", size=24)
        ui.add(Button("unreadable", box.cut_left(wide)[0], label, self._name_unreadable))

    def _name_unreadable(self) -> None:
        repair = None if self.repair is None else partial(self.repair, self)
        self.app.push(UnreadableDialog(self.unreadable, repair))

    def _say(self, ui: Ui, box: Box, text: str) -> None:
        ui.canvas.text(box, text, (36, 32, 28), theme.CHALK, align="centre", valign="middle")

    def _list(self, ui: Ui, box: Box) -> None:
        """The rows that can be seen."""
        high, build = _ROW * ui.type.grow, partial(self._row, ui)
        add_long_list(ui, "games", box, len(self.shown_rows), build, high=high, gap=_GAP)

    def _row(self, ui: Ui, i: int, box: Box) -> None:
        """The button of a game, the one for the second action, and the one for its tags.

        Of one that is damaged it can be repaired.
        """
        row, beside = self.shown_rows[i], box
        path = row.found.path
        if path not in self._inspected:
            self._to_inspect.add(path)
        file = self._inspected.get(path)
        if self.also is not None:
            wide = ui.type.width(self.also.label, 26, "semibold") + 100
            beside, box = box.cut_right(wide, 12)
            self._second_action(ui, i, beside.inset(0, 4), file)
        if self.save_tags is not None:
            place, box = box.cut_right(72, 12)
            tip = ui.t("Tags of this game")
            label, edit = Label(icon="tag", style="quiet"), partial(self._edit_tags, row)
            ui.add(Button(f"tags-{i}", place.inset(0, 4), label, edit, tip=tip))
        draw, press = partial(draw_session, row, file), partial(self.choose, row.found)
        ui.add(Spot(f"game-{i}", box, draw=draw, on_press=press, radius=16))

    def _second_action(self, ui: Ui, i: int, box: Box, file: FolderEntry | None) -> None:
        """What else can be done with a game: of one that is damaged, its repair."""
        found = self.shown_rows[i].found
        trouble = None if file is None else file.trouble
        if self.repair is not None and trouble is not None and is_damage(trouble):
            repair = partial(self.repair, self, found.path, trouble)
            ui.add(Button(f"repair-{i}", box, Label(ui.t("Repair"), size=26), repair))
        elif self.also is not None:
            label = Label(self.also.label, icon=self.also.icon, style="quiet", size=26)
            ui.add(Button(f"also-{i}", box, label, partial(self.also.run, found)))

    # ------------------------------------------------------------------ tags
    def _edit_tags(self, row: SessionRow) -> None:
        every = ((row.found, row.keys) for row in self.rows)
        known = [option.value for option in facet_options(every, "tag", self.app.t.lang)]
        self.app.push(TagsDialog(row.found.tags, known, partial(self._save_tags, row)))

    def _save_tags(self, row: SessionRow, tags: tuple[str, ...]) -> bool:
        """Save the tags of a game, which keeps its place in the list; false when that failed."""
        saved = self.save_tags(row.found, tags) if self.save_tags is not None else None
        if saved is None:
            return False
        again = SessionRow(row.rank, saved, self.place(saved))
        self._inspected.pop(saved.path, None)
        self.rows = [again if each is row else each for each in self.rows]
        if not any(self.filter.chosen.get("tag") in each.keys.tag for each in self.rows):
            self.filter.choose("tag", "")
        self.shown_rows = self._shown(self.rows)
        self.refresh()
        return True

    # ------------------------------------------------------------------ files
    def _open(self) -> None:
        if self.files is not None:
            self.app.push(OpenFileDialog(GAME, partial(self.files.open, self), self.files.folder))

    def take_file(self, path: str) -> bool:
        """Open a game that is dropped here."""
        if self.files is None:
            return False
        self.files.open(self, path)
        return True

    def read_anew(self, sessions: Iterator[ListedSession | Path]) -> None:
        """List other games in place of these."""
        self.rows, self.shown_rows, self.unreadable = [], [], []
        self._inspected, self._to_inspect = {}, set()
        self._left, self._reading = sessions, True
        self.refresh()

    # ------------------------------------------------------------------ keys
    def search(self) -> None:
        """Go to the field for words."""
        self.ui.focus = SEARCH
        self.ui.host.refresh_text_input()

    def go_to_end(self, end: int) -> bool:
        """Go to the first game of the list, or to the last."""
        if not self.shown_rows:
            return False
        step = _ROW * self.ui.type.grow + _GAP
        self.ui.memory["games"] = end * len(self.shown_rows) * step
        self.ui.focus = f"game-{end * (len(self.shown_rows) - 1)}"
        return True

    def back(self) -> None:
        """Go back (Esc)."""
        self.app.pop(self)
