"""The dialog in which a file is chosen: places at the left, what lies in a folder at the right.

Our own rather than the system's: it looks the same on every machine and for every projector, is
drawn with the rest of the screen, and asks for no library. Folders are read by a thread.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from game.frozen import frozen
from game.gui import theme
from game.gui.background import Background
from game.gui.dialogs.modal import dialog
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.gui.widgets.button import Button
from game.gui.widgets.choice import Choice
from game.gui.widgets.drag import Spot
from game.gui.widgets.label import Label, Style
from game.i18n.days import short_day
from game.i18n.when import local
from game.table.parts.browse.listing import Entry, Listing, is_late, listing
from game.table.parts.browse.places import StartPlace, places
from game.table.parts.folder_names import draw_folder, folder_name
from game.table.parts.long_list import add_long_list

_ROW, _GAP = 60.0, 8.0
_DATE = 180.0


@frozen
class Wanted:
    """What may be chosen: the title of the dialog, the endings, what they are, where to begin."""

    title: str
    suffixes: tuple[str, ...]
    kinds: str
    folder: Path


class FileChooser(Screen):
    """Asks for a file. ``choose`` gets its path; the dialog is closed then.

    ``look`` and ``find_places`` read folders, by a thread of their own.
    """

    overlay = True
    stops_clock = True

    def __init__(
        self,
        wanted: Wanted,
        choose: Callable[[str], object],
        *,
        look: Callable[[Path, Sequence[str]], Listing] = listing,
        find_places: Callable[[], list[StartPlace]] = places,
    ) -> None:
        self.wanted = wanted
        self.choose = choose
        self.every = False
        self.found = Listing(wanted.folder)
        self.places: list[StartPlace] = []
        self._look = look
        self._places: Background[list[StartPlace]] = Background()
        self._places.start(find_places, daemon=True)
        self._reading: Background[Listing] = Background()
        self._told_late = False
        self._open(wanted.folder)

    # ------------------------------------------------------------------ drawing
    def build(self, ui: Ui) -> None:
        """The places, the folder with what lies in it, and which files are shown."""
        t = ui.t
        rest = dialog(ui, 1700, 980, self.wanted.title, self.back)
        left, right = rest.cut_left(340, 28)
        self._build_places(ui, left)
        head, right = right.cut_top(64, 14)
        foot, right = right.cut_bottom(62, 16)
        up, where = head.cut_left(64, 18)
        reason = "" if self.above is not None else t("There is no folder above this one.")
        label = Label(icon="arrow-up", style="quiet")
        ui.add(Button("up", up, label, self._up, reason=reason, tip=t("To the folder above")))
        name = folder_name(t, self.found.folder)
        draw_folder(
            ui, where, name, self.found.folder, (30, 28, 26, 24, 22), theme.CHALK, valign="middle"
        )
        self._build_list(ui, right)
        options = [(False, self.wanted.kinds), (True, t("All files"))]
        ui.add(Choice("kinds", foot, options, self.every, self._show_every, size=26))

    def _build_places(self, ui: Ui, box: Box) -> None:
        high = 66.0 * ui.type.grow
        with ui.scroll("places", box, len(self.places) * (high + 10)) as inner:
            for n, place in enumerate(self.places):
                line = Box(inner.x, inner.y + n * (high + 10), inner.w, high)
                here: Style = "primary" if place.folder == self.found.folder else "quiet"
                label = Label(place.name(ui.t), icon=place.icon, style=here, size=26)
                go = partial(self._open, place.folder)
                ui.add(Button(f"place-{n}", line, label, go, tip=str(place.folder)))

    def _build_list(self, ui: Ui, box: Box) -> None:
        t, found = ui.t, self.found
        if self._reading.busy:
            text = t("The folder does not answer. Choose another one, or wait.")
            text = text if self._is_late else t("The folder is being read …")
        elif found.trouble is not None:
            text = found.trouble.translate(t)
        elif not found.entries:
            text = t("There are no files of this kind here.")
        else:
            text = t("There is more here than can be shown.") if found.more else ""
        if text:
            line, box = box.cut_top(44 * ui.type.grow, 10)
            ui.canvas.text(line, text, (26, 20), theme.CHALK_SOFT, valign="middle")
        if not self._reading.busy and found.entries:
            build = partial(self._build_row, ui)
            count, high = len(found.entries), _ROW * ui.type.grow
            inner = box.inset(10)
            add_long_list(ui, f"files {found.folder}", inner, count, build, high=high, gap=_GAP)
            ui.focus_on("entry-0")
        elif self._is_late or not self._reading.busy:  # else what is being read gets the focus
            ui.focus_on("up")

    def _build_row(self, ui: Ui, n: int, box: Box) -> None:
        entry = self.found.entries[n]
        draw, press = partial(self._draw_row, entry), partial(self._press, entry)
        ui.add(Spot(f"entry-{n}", box, draw=draw, on_press=press, radius=10))

    def _draw_row(self, entry: Entry, c: Canvas, box: Box) -> None:
        c.panel(box, theme.PAPER_WARM if entry.folder else theme.PAPER, 10, lift=3)
        sign, words = box.inset(16, 6).cut_left(36, 16)
        c.icon("folder-open" if entry.folder else "newspaper", sign.place(32, 32), theme.INK)
        if not entry.folder:
            date, words = words.cut_right(_DATE * c.type.grow, 12)
            day = short_day(c.t, local(entry.saved).date())
            c.text(date, day, (22, 18), theme.INK_SOFT, align="right", valign="middle")
        c.text(words, entry.name, (28, 20), theme.INK, "semibold", valign="middle")

    # ------------------------------------------------------------------ choosing
    @property
    def above(self) -> Path | None:
        """The folder above, if there is one."""
        folder = self.found.folder
        return folder.parent if folder.parent != folder else None

    def _up(self) -> None:
        if self.above is not None:
            self._open(self.above)

    def _press(self, entry: Entry) -> None:
        if entry.folder:
            self._open(entry.path)
            return
        self.app.pop(self)
        self.choose(str(entry.path))

    def _show_every(self, every: bool) -> None:
        self.every = every
        self._open(self.found.folder)

    def _open(self, folder: Path) -> None:
        """Begin to read a folder; :meth:`update` notices when it is done."""
        suffixes = () if self.every else self.wanted.suffixes
        self.found = Listing(folder)
        self._told_late = False
        self._reading.start(partial(self._look, folder, suffixes), daemon=True)

    @property
    def _is_late(self) -> bool:
        return self._reading.busy and is_late(self._reading.seconds)

    def update(self, dt: float) -> None:
        """Show what was read, or that nothing answers."""
        changed = False
        if self._places.over:
            self.places, changed = self._places.take(), True
        if self._reading.over:
            self.found, changed = self._reading.take(), True
        elif self._is_late and not self._told_late:
            self._told_late = changed = True
        if changed:
            self.refresh()

    def take_file(self, path: str) -> bool:
        """Take a file that is dropped here."""
        self.app.pop(self)
        self.choose(path)
        return True
